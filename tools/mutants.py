"""Changes the code in one place at a time and asks the tests whether they notice.

`.venv/bin/python tools/mutants.py --mutants 200` draws so many places by `--seed`, evenly from the
rooms named, and prints each that no test noticed; the share that was, with its n, is one JSON
object on the last line. Of the tests, those are asked that reach the place, which one run of all
of them tells first; a changed function takes the place of the one that is there in a fork of a
process that has imported all. The work is done on a copy of the tree. mutmut 3 was tried first: it
rewrites whole packages into a copy before anything else, and its run stood still while it gathered
which test reaches what.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import Any, NamedTuple

import click

ROOT = Path(__file__).parents[1]
STAYS = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".hypothesis", ".*_cache", "mutants")
ROOMS: dict[str, tuple[str, ...]] = {
    "floor": ("server/floor",),
    "store": ("server/store.py",),
    "journal": ("server/journal",),
    "live": ("server/live",),
}
TESTS = tuple(
    f"tests/{folder}"
    for folder in (
        "floor",
        "balance",
        "waits",
        "journal",
        "store",
        "reports",
        "live",
        "doors",
        "simulation",
    )
)
"""Whichever of these reaches a changed place is asked, the quickest first."""
EQUIVALENT = ROOT / "tools" / "equivalent_mutants.toml"
"""Changes that change nothing anybody could see, each with the reason."""
SIMULATED_DAYS = 4
PATIENCE = 4.0
"""A test run that takes so many times as long as without a change has noticed: it hangs."""
AT_LEAST_S = 60.0
OTHER: dict[type[ast.AST], str] = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "/",
    ast.Div: "*",
    ast.And: "or",
    ast.Or: "and",
}
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Mutant(NamedTuple):
    path: str
    line: int
    function: str | None
    """Which it is in, by the name of its class: `Day.line`."""
    within: range
    """The lines of that function."""
    text: str
    """The line, by which it is known when lines before it come and go."""
    was: str
    becomes: str
    source: str

    @property
    def name(self) -> tuple[str, str, str, str]:
        return self.path, self.text, self.was, self.becomes

    def __str__(self) -> str:
        return f"{self.path}:{self.line}  {self.was}  →  {self.becomes}"


class Source:
    """A file's text, where the places of its syntax tree are found again."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.text = (ROOT / path).read_text("utf-8")
        self._bytes = self.text.encode()
        self._lines = self.text.splitlines()
        starts = [0]
        for line in self.text.splitlines(keepends=True):
            starts.append(starts[-1] + len(line.encode()))
        self._starts = starts
        self._function: str | None = None
        self._within = range(0)

    def span(self, node: ast.AST) -> tuple[int, int]:
        return (
            self._starts[node.lineno - 1] + node.col_offset,
            self._starts[node.end_lineno - 1] + node.end_col_offset,
        )

    def part(self, begins: int, ends: int) -> str:
        return self._bytes[begins:ends].decode()

    def put(self, line: int, begins: int, ends: int, becomes: str) -> Mutant:
        text = self._bytes[:begins] + becomes.encode() + self._bytes[ends:]
        was = " ".join(self.part(begins, ends).split())
        shown = self._lines[line - 1].strip()
        return Mutant(
            self.path,
            line,
            self._function,
            self._within,
            shown,
            was[:70],
            becomes[:70],
            text.decode(),
        )

    def instead(self, node: ast.AST, becomes: str) -> Mutant:
        return self.put(node.lineno, *self.span(node), becomes)

    def mutants(self) -> Iterator[Mutant]:
        tree = ast.parse(self.text)
        functions = dict(_functions(tree))
        for node in _code(tree):
            at = getattr(node, "lineno", 0)
            around = (name for name, f in functions.items() if f.lineno <= at <= f.end_lineno)
            self._function = next(around, None)
            inner = functions.get(self._function)
            self._within = range(inner.body[0].lineno, inner.end_lineno + 1) if inner else range(0)
            yield from self._changed(node)

    def _changed(self, node: ast.AST) -> Iterator[Mutant]:
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            yield self._operator(node.left, node.comparators[0], node.ops[0])
        elif isinstance(node, ast.BinOp) and type(node.op) in OTHER:
            yield self._operator(node.left, node.right, node.op)
        elif isinstance(node, ast.BoolOp):
            yield self._operator(node.values[0], node.values[1], node.op)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield self.instead(node, self.part(*self.span(node.operand)))
        elif isinstance(node, ast.If | ast.IfExp | ast.While):
            yield self.instead(node.test, f"(not ({self.part(*self.span(node.test))}))")
        elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
            yield self.instead(node, str(not node.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            yield self.instead(node, repr(node.value + 1))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in CALLS:
                yield self.instead(node.func, CALLS[node.func.id])
        elif isinstance(node, ast.Delete) or _does_something(node):
            yield self.instead(node, "pass")
        elif isinstance(node, ast.Return) and node.value and not _is_no(node.value):
            yield self.instead(node.value, "None")

    def _operator(self, left: ast.AST, right: ast.AST, op: ast.AST) -> Mutant:
        begins, ends = self.span(left)[1], self.span(right)[0]
        between = self.part(begins, ends)
        # Brackets around either side stay where they are.
        bare = between.strip("() \n")
        return self.put(left.lineno, begins, ends, between.replace(bare, OTHER[type(op)]))


def _functions(tree: ast.AST, named: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    """Of the file and its classes; a function within another belongs to that."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield named + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{named}{node.name}.")


def _is_no(node: ast.AST) -> bool:
    """Whoever only asks whether is told the same by None as by False."""
    return isinstance(node, ast.Constant) and (node.value is None or node.value is False)


def _does_something(node: ast.AST) -> bool:
    """A call for its effect, or something put into an attribute or a table."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        return not ast.unparse(node.value.func).startswith("log.")
    if isinstance(node, ast.Assign):
        return isinstance(node.targets[0], ast.Attribute | ast.Subscript)
    return isinstance(node, ast.AugAssign)


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """All that is run: no annotation, no assertion, nothing that only types need."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params", "bases"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or isinstance(child, ast.Assert | ast.ImportFrom):
                continue
            if isinstance(node, ast.ClassDef) and isinstance(child, ast.keyword):
                # `frozen=True` holds for whoever writes the code, not for what it does.
                continue
            if isinstance(child, ast.Call) and ast.unparse(child.func).startswith("log."):
                continue
            if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
                continue
            yield child
            yield from _code(child)


def all_mutants(paths: tuple[str, ...]) -> list[Mutant]:
    files = [
        file
        for path in paths
        for file in ([ROOT / path] if path.endswith(".py") else sorted((ROOT / path).glob("*.py")))
    ]
    found = [m for file in files for m in Source(str(file.relative_to(ROOT))).mutants()]
    return [mutant for mutant in found if _compiles(mutant.source)]


def _compiles(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def known_equivalent() -> dict[tuple[str, str, str, str], str]:
    listed = tomllib.loads(EQUIVALENT.read_text("utf-8"))["mutant"]
    return {(m["path"], m["line"], m["was"], m["becomes"]): m["why"] for m in listed}


class Reach:
    """Which test reaches which line, and how long each takes; see `tools/forked.py`."""

    def __init__(self, told: Path) -> None:
        read = json.loads(told.read_text("utf-8"))
        self.seconds: dict[str, float] = read["seconds"]
        self._starts = set(read["starts"])
        self._lines: dict[str, dict[str, list[str]]] = read["lines"]

    def tests(self, mutant: Mutant) -> list[str]:
        """Those that reach the line; else, the function; else, all: it is run as the file is
        imported."""
        found = self._at(mutant.path, [mutant.line]) or self._at(mutant.path, mutant.within)
        named = [t for t in self.seconds if t in found or t.split("::")[0] in found]
        asked = {*named, *self._starts} if named else self.seconds
        return sorted(asked, key=lambda test: self.seconds[test])

    def _at(self, path: str, lines: Iterable[int]) -> set[str]:
        reached = self._lines.get(path, {})
        return {test for line in lines for test in reached.get(str(line), ()) if test}


class Tree:
    """A copy of the house in which one thing at a time is changed."""

    def __init__(self, folder: Path, number: int, tests: Iterable[str]) -> None:
        self.root = folder / str(number)
        shutil.copytree(ROOT, self.root, ignore=STAYS, symlinks=True)
        (self.root / ".venv").symlink_to(Path(sys.prefix))
        self._writes = 0
        self._forks = self._pytest(["-p", "tools.forked", *tests], subprocess.PIPE)

    def notices(self, mutant: Mutant, reach: Reach) -> bool:
        tests = reach.tests(mutant)
        within_s = AT_LEAST_S + PATIENCE * sum(reach.seconds[test] for test in tests)
        if mutant.function is not None:
            asked = {"path": mutant.path, "function": mutant.function, "source": mutant.source}
            noticed = self._asked({**asked, "tests": tests, "within_s": within_s})
            if noticed is not None:
                return noticed
        # It is run as the file is imported.
        file = self.root / mutant.path
        kept = file.read_text("utf-8")
        try:
            self._write(file, mutant.source)
            return not self._passes(tests, within_s)
        finally:
            self._write(file, kept)

    def _write(self, file: Path, source: str) -> None:
        """Under a time of its own: else Python may take what it compiled a moment before."""
        self._writes += 1
        file.write_text(source, "utf-8")
        at = time.time() - 10_000_000 + self._writes * 10
        os.utime(file, (at, at))

    def reach(self, paths: Iterable[str], told: Path) -> None:
        if self._asked({"reach": str(told), "of": list(paths), "within_s": 7200}) is not False:
            sys.exit("the tests fail without any change")

    def _asked(self, asked: dict[str, Any]) -> bool | None:
        assert self._forks.stdin is not None and self._forks.stdout is not None
        self._forks.stdin.write(json.dumps(asked) + "\n")
        self._forks.stdin.flush()
        noticed: bool | None = json.loads(self._forks.stdout.readline())
        return noticed

    def _passes(self, tests: Iterable[str], within_s: float) -> bool:
        with self._pytest(tests, subprocess.DEVNULL) as run:
            try:
                return run.wait(within_s) == 0
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, 9)
                return False

    def _pytest(self, tests: Iterable[str], asks: int) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-s", "--no-header", "--tb=no"]
        command += ["-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-profile", "mutants"]
        command += ["--basetemp", f"{self.root}.tmp", *tests, "--days", str(SIMULATED_DAYS)]
        return subprocess.Popen(
            command,
            cwd=self.root,
            stdin=asks,
            stdout=asks,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            text=True,
        )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--mutants", type=int, default=400, help="places in all")
    arguments.add_argument("--seed", type=int, default=int(time.time()) // 86_400)
    arguments.add_argument("--rooms", nargs="+", choices=ROOMS, default=list(ROOMS))
    arguments.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments.add_argument("--reached", type=Path, help="of an earlier run: kept there, or taken")
    arguments.add_argument("--tests", nargs="+", default=TESTS, help="instead of all that may")
    asked = arguments.parse_args()
    click.echo(f"mutants: seed {asked.seed}, {asked.jobs} at a time")
    known = known_equivalent()
    places = {room: all_mutants(ROOMS[room]) for room in asked.rooms}
    equivalent = [m for there in places.values() for m in there if m.name in known]
    gone = {name for name in known if _room_of(name[0]) in asked.rooms}
    gone -= {mutant.name for mutant in equivalent}
    if gone:
        sys.exit(f"{EQUIVALENT.name} lists what is no longer there: {sorted(gone)}")
    told: dict[str, Any] = {"seed": asked.seed, "tests": asked.tests, "rooms": {}}
    with tempfile.TemporaryDirectory(prefix="foyer-mutants-") as folder:
        trees: Queue[Tree] = Queue()
        for number in range(asked.jobs):
            trees.put(Tree(Path(folder), number, asked.tests))
        reached = asked.reached or Path(folder, "reached.json")
        if not reached.exists():
            tree = trees.get()
            tree.reach([path for room in asked.rooms for path in ROOMS[room]], reached)
            trees.put(tree)
        reach = Reach(reached)
        for room, there in places.items():
            n = asked.mutants // len(places)
            drawn = [mutant for mutant in there if mutant.name not in known]
            told["rooms"][room] = _play(drawn, n, asked.seed, reach, trees)
    told["equivalent"] = [{"mutant": str(m), "why": known[m.name]} for m in equivalent]
    click.echo(json.dumps(told))


def _room_of(path: str) -> str | None:
    return next((r for r, paths in ROOMS.items() if path.startswith(paths)), None)


def _play(
    there: list[Mutant], n: int, seed: int, reach: Reach, trees: Queue[Tree]
) -> dict[str, Any]:
    drawn = random.Random(seed).sample(there, min(n, len(there)))

    def noticed(mutant: Mutant) -> bool:
        tree = trees.get()
        try:
            seen = tree.notices(mutant, reach)
        finally:
            trees.put(tree)
        click.echo(f"{'noticed ' if seen else 'SURVIVED'}  {mutant}")
        return seen

    with ThreadPoolExecutor(trees.qsize()) as pool:
        seen = list(pool.map(noticed, drawn))
    return {
        "noticed": sum(seen),
        "n": len(drawn),
        "share": round(sum(seen) / len(drawn), 3) if drawn else None,
        "places": len(there),
        "survived": [str(m) for m, was_seen in zip(drawn, seen, strict=True) if not was_seen],
    }


if __name__ == "__main__":
    main()
