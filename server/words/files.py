"""Fluent files: Foyer's own, which the tests hold to be right, and a store's, which are looked at.

A store's file may hold any messages, whatever its name. What is wrong in it is told and not used.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from fluent.syntax import FluentParser, ast, visitor

from server.words.languages import CODE

SHIPPED = Path(__file__).parents[2] / "ui" / "words"
LANGUAGES = tuple(sorted(p.name for p in SHIPPED.iterdir() if p.is_dir()))
"""The languages Foyer's own words exist in."""
NAMES = tuple(sorted(p.stem for p in (SHIPPED / "en").glob("*.ftl")))
OWN = "languages"
"""The store's own folder, beside config.toml."""
FUNCTIONS = {"NUMBER", "DATETIME"}


class Mistake(NamedTuple):
    path: Path
    line: int | None
    what: str

    def __str__(self) -> str:
        return f"{self.path}{f', line {self.line}' if self.line else ''}: {self.what}"


class Wanted(NamedTuple):
    """What a message is in English."""

    file: str
    variables: frozenset[str]


class Own(NamedTuple):
    """What a store's files say in one language."""

    messages: dict[str, str]
    """id → its source."""
    mistakes: tuple[Mistake, ...]


@cache
def shipped_text(code: str, name: str) -> str:
    """Raises OSError where the file is missing."""
    return (SHIPPED / code / f"{name}.ftl").read_text("utf-8")


@cache
def wanted() -> dict[str, Wanted]:
    """Every message there is. Takes half a second: asked for only where a store has own words."""
    found = {}
    for name in NAMES:
        for entry in FluentParser().parse(shipped_text("en", name)).body:
            if isinstance(entry, ast.Message):
                found[entry.id.name] = Wanted(name, _used(entry).variables)
    return found


def missing_files(code: str) -> list[Path]:
    """Files of a language of Foyer's that should have come with it."""
    if code not in LANGUAGES:
        return []
    paths = (SHIPPED / code / f"{name}.ftl" for name in NAMES)
    return [path for path in paths if not path.is_file()]


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """The code and the path of each of a store's files: `fr.ftl`, `fr/phone.ftl`."""
    try:
        found = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return
    for path in found:
        if path.is_dir():
            yield from ((path.name, inner) for inner in sorted(path.glob("*.ftl")))
        elif path.suffix == ".ftl":
            yield path.stem, path


def own_words(folder: Path) -> dict[str, Own]:
    """Each language's messages and mistakes. Reads nothing where there is no such folder."""
    by_code: dict[str, list[Path]] = {}
    for code, path in files_of(folder):
        by_code.setdefault(code, []).append(path)
    return {code: _read(code, paths) for code, paths in by_code.items()}


def spoken_in(folder: Path) -> set[str]:
    """The codes of the languages that there are words in, with those of a store's own folder."""
    return {*LANGUAGES, *(code for code, _ in files_of(folder))}


def _read(code: str, paths: Iterable[Path]) -> Own:
    messages: dict[str, tuple[str, Mistake, _Used]] = {}
    mistakes: list[Mistake] = []
    for path in paths:
        if not CODE.fullmatch(code):
            what = f'"{code}" is no language code: it would be one such as "fr" or "pt-BR"'
            mistakes.append(Mistake(path, None, what))
            continue
        try:
            source = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            mistakes.append(Mistake(path, None, f"cannot be read as text in UTF-8: {error}"))
            continue
        for entry in FluentParser().parse(source).body:
            if isinstance(entry, ast.BaseComment):
                continue
            start, end = _place(entry)
            line, text = source.count("\n", 0, start) + 1, source[start:end]
            if isinstance(entry, ast.Junk):
                mistakes.append(Mistake(path, line, _junk(entry, text)))
            elif isinstance(entry, ast.Message | ast.Term):
                name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
                used = _used(entry)
                twice = f"{name} is said a second time" if name in messages else None
                wrong = twice or _wrong(name, entry, used)
                if wrong:
                    mistakes.append(Mistake(path, line, wrong))
                else:
                    messages[name] = text, Mistake(path, line, name), used
    mistakes.extend(_drop_unresolved(code, messages))
    return Own({name: text for name, (text, _, _) in messages.items()}, tuple(mistakes))


def _place(entry: ast.Entry | ast.Junk) -> tuple[int, int]:
    """Without the comment above it."""
    at = entry.id if isinstance(entry, ast.Message | ast.Term) else entry
    assert at.span is not None
    assert entry.span is not None
    return at.span.start - isinstance(entry, ast.Term), entry.span.end


def _junk(entry: ast.Junk, text: str) -> str:
    said = "; ".join(str(one.message) for one in entry.annotations)
    return f"“{text.strip().splitlines()[0][:50]}” is not Fluent: {said or 'it cannot be read'}"


def _wrong(name: str, entry: ast.Message | ast.Term, used: _Used) -> str | None:
    if used.functions - FUNCTIONS:
        return f"{name} calls {', '.join(sorted(used.functions - FUNCTIONS))}, which is not known"
    if isinstance(entry, ast.Term):
        return None
    if name not in wanted():
        near = difflib.get_close_matches(name, wanted(), n=1)
        return f"{name} is no message of Foyer's" + (f": did you mean {near[0]}?" if near else "")
    if entry.value is None:
        return f"{name} says nothing"
    return _other_variables(name, used.variables, wanted()[name].variables)


def _other_variables(name: str, has: frozenset[str], needs: frozenset[str]) -> str | None:
    def listed(names: Iterable[str]) -> str:
        return ", ".join(f"{{ ${one} }}" for one in sorted(names))

    if needs - has:
        return f"{name} lacks {listed(needs - has)}"
    if has - needs:
        return f"{name} has {listed(has - needs)}, which nobody fills in"
    return None


def _drop_unresolved(
    code: str, messages: dict[str, tuple[str, Mistake, _Used]]
) -> Iterator[Mistake]:
    """What refers to a message or term that is not there, and then what refers to that."""
    foyers = wanted().keys() if code in LANGUAGES else set[str]()

    def unsaid(name: str, other: str) -> bool:
        if other.startswith("-") or other not in wanted():
            return other not in messages
        # A page loads whole files: only what is in the same one is sure to be there.
        beside = name in wanted() and wanted()[name].file == wanted()[other].file
        return not beside or other not in messages.keys() | foyers

    while True:
        lost = {
            name: {other for other in used.others if unsaid(name, other)}
            for name, (_, _, used) in messages.items()
        }
        lost = {name: others for name, others in lost.items() if others}
        if not lost:
            return
        for name, missing in lost.items():
            _, at, _ = messages.pop(name)
            yield at._replace(what=f"{name} refers to {', '.join(sorted(missing))}, not said here")


class _Used(NamedTuple):
    variables: frozenset[str]
    others: frozenset[str]
    """The messages, and the terms with their dash, it refers to."""
    functions: frozenset[str]


class _Seen(visitor.Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.others: set[str] = set()
        self.functions: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.others.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.others.add(f"-{node.id.name}")
        self.generic_visit(node)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:
        self.functions.add(node.id.name)
        self.generic_visit(node)


def _used(entry: ast.Message | ast.Term) -> _Used:
    seen = _Seen()
    seen.visit(entry)
    return _Used(frozenset(seen.variables), frozenset(seen.others), frozenset(seen.functions))
