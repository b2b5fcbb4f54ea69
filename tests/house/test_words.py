"""The words are complete: every language says the same things with the same variables."""

import re
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import ast, parse, visitor

from server.floor.refusals import REFUSALS
from server.words import LANGUAGES

WORDS = Path("ui/words")
FILES = sorted(path.name for path in (WORDS / "en").glob("*.ftl"))
SCREENS = ("kiosk", "display", "staff", "manager", "phone", "ui")


class Variables(visitor.Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node):
        self.names.add(node.id.name)


@cache
def messages(language: str, name: str) -> dict[str, frozenset[str]]:
    """Each message's (and attribute's) id with the variables it uses."""
    found = {}
    for entry in parse((WORDS / language / name).read_text()).body:
        assert not isinstance(entry, ast.Junk), f"{language}/{name}: {entry.content[:60]!r}"
        if isinstance(entry, ast.Message | ast.Term):
            for key, part in [("", entry.value), *((a.id.name, a.value) for a in entry.attributes)]:
                seen = Variables()
                seen.visit(part)
                found[entry.id.name + (f".{key}" if key else "")] = frozenset(seen.names)
    return found


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things(language, name):
    said, wanted = messages(language, name), messages("en", name)
    assert set(said) == set(wanted)
    for key, variables in wanted.items():
        assert said[key] == variables, f"{language}/{name}: {key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_has_a_file_of_its_own(language):
    assert sorted(p.name for p in (WORDS / language).glob("*.ftl")) == FILES


@pytest.mark.parametrize("language", [x for x in LANGUAGES if x != "en"])
def test_nothing_is_left_in_english(language):
    """A sentence that is word for word the English one was forgotten."""

    def texts(of: str) -> dict[str, str]:
        found = {}
        for name in FILES:
            for entry in parse((WORDS / of / name).read_text()).body:
                if isinstance(entry, ast.Message) and entry.value:
                    parts = entry.value.elements
                    plain = [p.value for p in parts if isinstance(p, ast.TextElement)]
                    found[entry.id.name] = "".join(plain).strip()
        return found

    english, theirs = texts("en"), texts(language)
    same = [k for k, v in english.items() if theirs.get(k) == v and len(v.split()) > 2]
    assert same == []


def test_every_refusal_has_a_sentence():
    assert {f"refusal-{code}" for code in REFUSALS} <= set(messages("en", "floor.ftl"))


@pytest.mark.parametrize("screen", SCREENS)
def test_every_word_a_page_asks_for_is_there(screen):
    known = {key for name in FILES for key in messages("en", name)}
    for path in Path(screen).glob("*.js"):
        asked = set(re.findall(r"""\bt\(\s*["']([\w-]+)["']""", path.read_text()))
        assert asked <= known, f"{path} asks for {', '.join(sorted(asked - known))}"
