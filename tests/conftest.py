"""What holds for all tests. Examples that are made up are the same ones in every run, however long
one takes; `bin/test --hypothesis-profile search` looks for others."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import Phase, settings

from tests.browser.running import Stem

# Before NumPy comes in: while all cores are busy, its threads spend minutes waiting for each other.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

settings.register_profile("search", settings.get_profile("ci"), derandomize=False)
# Whoever only wants to know whether anything fails need not know it at its smallest.
seen = (Phase.explicit, Phase.generate)
settings.register_profile("mutants", settings.get_profile("ci"), phases=seen, database=None)
settings.load_profile("ci")

DAYS = 24


@pytest.fixture(autouse=True)
def everyday_umask() -> Iterator[None]:
    """Our commands take everybody else's rights away, also from the tests after one."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Of folders below: only this conftest is read in time to know them in every run."""
    parser.addoption("--seed", type=int, help="rehearse this day alone")
    parser.addoption("--days", type=int, default=DAYS, help="how many days to rehearse")
    parser.addoption("--stores", default="eight,thirty", help="walked in the browser; or all")
    parser.addoption("--pictures", action="store_true", help="take those of README.md anew")
    parser.addoption("--first-seed", type=int, default=0, help="the seed of the first of them")


STARTED = ("tests.browser.running", "tests.doors.shop", "tests.readers.agents", "playwright")
"""Whoever holds anything of these starts servers, agents, browsers, or a whole store."""
NOT_QUICK = ("bench", "readers")
"""Folders that need the readers' own packages, or measure."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`machine`: it starts another program, by its own hand or through a fixture, and is left out
    by `bin/test quick`."""
    for item in items:
        if item.path.parent.name in NOT_QUICK or any(map(_starts_something, _made_of(item))):
            item.add_marker("machine")


def _made_of(item: pytest.Item) -> set[str]:
    """The modules of the test and of its fixtures."""
    fixtures = item._fixtureinfo.name2fixturedefs  # type: ignore[attr-defined]
    made_by = {one[-1].func.__module__ for one in fixtures.values()}
    return {item.function.__module__, *made_by} - {__name__}  # type: ignore[attr-defined]


@cache
def _starts_something(module: str) -> bool:
    held = vars(sys.modules[module]).values()
    return any(
        value is subprocess or str(getattr(value, "__module__", "")).startswith(STARTED)
        for value in held
    )


@pytest.fixture(scope="session")
def stem() -> Iterator[Stem]:
    stem = Stem()
    yield stem
    stem.close()
