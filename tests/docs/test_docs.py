"""The docs do not lie: commands, options, files, links, settings and words are as they say."""

import importlib
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from server.floor import facts
from server.floor.visits import ACTIONS
from server.journal.contract import Journal

PAGES = sorted([Path("README.md"), Path("CHANGELOG.md"), *Path("docs").rglob("*.md")])
CHECKED = [p for p in PAGES if p.name != "CHANGELOG.md"]
COMMAND = re.compile(r"(?:python -m server|bin/run)((?: +[^\n`|#&;>()]+)?)")


LIST_COMMANDS = """
import json
from server.__main__ import foyer
print(json.dumps({
    name: {"help": command.help, "options": {
        option: parameter.help
        for parameter in command.params if hasattr(parameter, "help")
        for option in parameter.opts if option.startswith("--")
    }}
    for name, command in foyer.commands.items()
}))
"""


@pytest.fixture(scope="module")
def known():
    """Every command with its options. In a process of its own: the command line patches sockets."""
    asked = [sys.executable, "-c", LIST_COMMANDS]
    return json.loads(subprocess.run(asked, capture_output=True, check=True, text=True).stdout)


def commands(text: str) -> list[list[str]]:
    found = []
    for said in COMMAND.findall(text):
        words = shlex.split(said.replace("…", " ").replace("\\", " "), comments=True)
        found.append([word for word in words if word not in ("or",)])
    return found


@pytest.mark.parametrize("page", CHECKED, ids=str)
def test_every_command_in_it_exists_with_its_options(page, known):
    for words in commands(page.read_text()):
        name = words[0].rstrip(".,:") if words else ""
        if not re.fullmatch(r"[a-z]+", name):
            continue
        assert name in known, f"{page}: there is no command {name}"
        for word in words[1:]:
            if word.startswith("--"):
                assert word.rstrip(".,:") in known[name]["options"], f"{page}: {words}"


def test_every_command_is_told_about(known):
    told = {words[0] for page in CHECKED for words in commands(page.read_text()) if words}
    assert set(known) - told == set()


def test_every_command_and_option_explains_itself(known):
    for name, command in known.items():
        assert command["help"], name
        assert all(command["options"].values()), name


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_its_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text()):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), f"{page}: {target}"


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_the_files_it_names_are_there(page):
    rooms = "server|ui|kiosk|display|staff|manager|phone|tests|tools|bench|bin|docs"
    for name in re.findall(rf"`((?:{rooms})/[\w./*-]+)`", page.read_text()):
        if "NAME" not in name:
            assert list(Path().glob(name.rstrip("/"))), f"{page}: {name}"


@pytest.mark.parametrize("tool", ["settings_page", "views"])
def test_what_is_made_from_the_code_is_what_the_code_says(tool, monkeypatch):
    """docs/settings.md, and the pages' types ui/views.d.ts."""
    monkeypatch.syspath_prepend("tools")
    made = importlib.import_module(tool)
    assert made.PAGE.read_text() == made.page(), f"run .venv/bin/python tools/{tool}.py"


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("States of a visit", {s for states in ACTIONS.values() for s in states} | {"ended"}),
        ("How a visit ended", set(get_args(facts.EndedAs))),
        ("Outcomes of a service", set(get_args(facts.Outcome))),
        ("Verdicts on papers", set(get_args(facts.Verdict))),
        ("What is known of one paper", set(get_args(facts.PaperStatus))),
    ],
)
def test_the_words_are_those_of_the_code(heading, values):
    page = Path("docs/words.md").read_text()
    section = page.split(f"## {heading}\n")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", section, re.M)) == values


def test_decisions_are_numbered_and_titled_alike():
    files = sorted(Path("docs/decisions").glob("0*.md"))
    for number, path in enumerate(files, 1):
        assert path.name.startswith(f"{number:04}-")
        assert path.read_text().startswith(f"# {number}. ")
        assert len(path.read_text().split()) < 260, f"{path} is longer than half a page"


def test_the_verbs_are_there_and_read_as_bash():
    for verb in ("bin/run", "bin/test", "bin/bench", ".ci/run", "tools/check"):
        assert Path(verb).stat().st_mode & 0o111, f"{verb} cannot be run"
        subprocess.run(["bash", "-n", verb], check=True)


def test_rebuilding_backing_up_and_erasing_are_promises_of_every_journal():
    """What operating.md offers, no engine may leave out."""
    assert {"backup", "erase", "replace_rows"} <= Journal.__abstractmethods__


def test_every_bench_is_told_about():
    told = set(
        re.findall(r"^\| `bin/bench ([a-z]+)` \|", Path("docs/START_HERE.md").read_text(), re.M)
    )
    there = {p.stem for p in Path("bench").glob("[a-z]*.py")}
    assert told == there
