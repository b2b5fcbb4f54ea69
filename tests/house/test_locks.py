"""The locks hold what pyproject.toml asks for, each at one version with its hashes."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PROJECT = tomllib.loads(Path("pyproject.toml").read_text())
WANTED = {
    "requirements.txt": PROJECT["project"]["dependencies"],
    "requirements-dev.txt": PROJECT["project"]["dependencies"]
    + PROJECT["dependency-groups"]["dev"],
    "requirements-ocr.txt": PROJECT["project"]["dependencies"]
    + PROJECT["project"]["optional-dependencies"]["ocr"],
    "requirements-print.txt": PROJECT["project"]["dependencies"]
    + PROJECT["project"]["optional-dependencies"]["print"],
}


def pinned(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^ ;\\]+)", Path(lock).read_text(), re.M))


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", WANTED)
def test_a_lock_holds_what_is_asked_for(lock):
    held = {plain(name): version for name, version in pinned(lock).items()}
    for asked in map(Requirement, WANTED[lock]):
        assert plain(asked.name) in held, f"{lock} lacks {asked.name}: compile it again"
        assert asked.specifier.contains(held[plain(asked.name)]), f"{lock}: {asked}"


@pytest.mark.parametrize("lock", WANTED)
def test_every_pin_has_its_hashes(lock):
    text = Path(lock).read_text()
    for entry in re.split(r"\n(?=[a-z])", text.split("\n\n")[0]):
        if "==" in entry.split("\n")[0]:
            assert "--hash=sha256:" in entry, entry.split("\n")[0]


def test_the_tests_run_on_what_the_store_runs_on():
    dev = pinned("requirements-dev.txt")
    assert {name: dev.get(name) for name in pinned("requirements.txt")} == pinned(
        "requirements.txt"
    )


@pytest.mark.parametrize("lock", ["requirements-ocr.txt", "requirements-print.txt"])
def test_what_a_kiosk_adds_is_tested_on_what_it_runs_on(lock):
    dev, ocr = pinned("requirements-dev.txt"), pinned("requirements-ocr.txt")
    tested = {**ocr, **dev}
    shared = pinned(lock).keys() & tested.keys()
    assert {name: pinned(lock)[name] for name in shared} == {name: tested[name] for name in shared}
