"""The tools that keep the house tidy have nothing to say."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BIN = Path(sys.executable).parent


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)


@pytest.mark.parametrize(
    "command",
    [("ruff", "check", "--quiet", "."), ("ruff", "format", "--check", "--quiet", "."), ("mypy",)],
    ids=["style", "format", "types"],
)
def test_the_code_is(command):
    name, *arguments = command
    checked = run(str(BIN / name), *arguments)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_pages_are_typed_linted_and_formatted():
    if shutil.which("npm") is None:
        pytest.skip("npm is not here: the pages' types and style are not checked")
    checked = run("tools/check")
    if "are not checked" in checked.stderr:
        pytest.skip(checked.stderr.strip().splitlines()[-1])
    assert checked.returncode == 0, checked.stdout + checked.stderr
