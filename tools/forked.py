"""A plugin of pytest that gathers the tests once, and then runs some of them as often as asked,
each time in a fork: nothing is imported anew. For `tools/mutants.py`, which asks hundreds of times.

A line of JSON in, a line of JSON out. `{"reach": FILE, "of": [PATH, …]}` runs all and writes which
test reaches which line, and what each costs. `{"path", "function", "source", "tests", "within_s"}`
puts that function of the changed source in the place of the one that is there, and tells whether
the tests failed, or took longer; `null` where the function itself is the same.
"""

from __future__ import annotations

import importlib
import inspect
import json
import os
import sys
import time
from collections.abc import Generator
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from coverage import Coverage

ROOT = Path(__file__).parents[1]
SAME = 77
"""What a fork returns whose function is as it was."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    items = {item.nodeid: item for item in session.items}
    answers = os.fdopen(os.dup(1), "w")
    asks = os.fdopen(os.dup(0))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    for line in asks:
        answer = _answered(session, items, json.loads(line))
        answers.write(json.dumps(answer) + "\n")
        answers.flush()
    return True


def _answered(
    session: pytest.Session, items: dict[str, pytest.Item], asked: dict[str, Any]
) -> bool | None:
    child = os.fork()
    if child == 0:
        os.setsid()
        if "reach" in asked:
            reached = Reached(asked["of"])
            session.config.pluginmanager.register(reached)
            failed = _failed(session, list(items.values()))
            reached.write(Path(asked["reach"]))
            os._exit(failed)
        if not _replaced(asked["path"], asked["function"], asked["source"]):
            os._exit(SAME)
        os._exit(_failed(session, [items[test] for test in asked["tests"]]))
    ends = time.monotonic() + asked["within_s"]
    while time.monotonic() < ends:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            code = os.waitstatus_to_exitcode(status)
            return None if code == SAME else code != 0
        time.sleep(0.02)
    os.killpg(child, 9)
    os.waitpid(child, 0)
    return True


def _failed(session: pytest.Session, items: list[pytest.Item]) -> bool:
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return True
    return False


def _replaced(path: str, function: str, source: str) -> bool:
    """Whether the code of that function, as `Class.name` or `name`, is another now."""
    code: CodeType = compile(source, str(ROOT / path), "exec")
    found: Any = importlib.import_module(path.removesuffix(".py").replace("/", "."))
    for name in function.split("."):
        code = next(c for c in code.co_consts if isinstance(c, CodeType) and c.co_name == name)
        found = inspect.getattr_static(found, name)
    found = found.fget if isinstance(found, property) else getattr(found, "__func__", found)
    found = inspect.unwrap(found)
    assert isinstance(found, FunctionType)
    if found.__code__ == code:
        return False
    found.__code__ = code
    return True


class Reached:
    def __init__(self, paths: list[str]) -> None:
        self.now: str | None = None
        self.seconds: dict[str, float] = {}
        self.starts: set[str] = set()
        """Tests that start another program, where nobody looks: it may reach any line."""
        self.coverage = Coverage(
            data_file=None,
            config_file=False,
            include=[str(ROOT / p) + ("" if p.endswith(".py") else "/*") for p in paths],
            concurrency=["gevent", "thread"],
        )
        self.coverage.start()
        sys.addaudithook(self._hears)

    def _hears(self, event: str, _: tuple[Any, ...]) -> None:
        if event in ("subprocess.Popen", "os.fork", "os.posix_spawn") and self.now is not None:
            self.starts.add(self.now)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, bool, bool]:
        self._is_at(item.nodeid)
        began = time.monotonic()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.monotonic() - began
            self.now = None

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[Any]
    ) -> Generator[None, object, object]:
        """What a file's tests share is reached by each of them."""
        test = self.now
        if fixturedef.scope == "function" or test is None:
            return (yield)
        self._is_at(test.split("::")[0])
        try:
            return (yield)
        finally:
            self._is_at(test)

    def _is_at(self, test: str) -> None:
        self.now = test
        self.coverage.switch_context(test)

    def write(self, into: Path) -> None:
        self.coverage.stop()
        data = self.coverage.get_data()
        lines = {
            str(Path(file).relative_to(ROOT)): data.contexts_by_lineno(file)
            for file in data.measured_files()
        }
        told = {"seconds": self.seconds, "starts": sorted(self.starts), "lines": lines}
        into.write_text(json.dumps(told), "utf-8")
