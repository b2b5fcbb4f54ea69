"""What a lock names is installed, exactly: with the pip that a machine came with, and whatever has
been released since the lock was made."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
LOCKS = [
    "requirements.txt",
    "requirements-dev.txt",
    "requirements-ocr.txt",
    "requirements-print.txt",
]
OLDEST_PIP = "22.3"
"""The one of Python 3.11.0; Debian 12 has 23.0.1."""
FUTURE = "9999.0"


def pins(lock: Path) -> dict[str, str]:
    """What of a lock is for this machine, by plain name."""
    lines = re.findall(r"^([a-z].*?)\s*\\?$", lock.read_text(), re.M)
    wanted = [Requirement(line) for line in lines]
    return {
        plain(one.name): next(iter(one.specifier)).version
        for one in wanted
        if one.marker is None or one.marker.evaluate()
    }


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def released_since(tmp_path_factory) -> Path:
    """A folder with a newer release, which pip would take, of every package of every lock."""
    folder = tmp_path_factory.mktemp("released")
    for name in {name for lock in LOCKS for name in pins(ROOT / lock)}:
        release(folder, name.replace("-", "_"))
    return folder


def release(folder: Path, name: str) -> None:
    about = f"{name}-{FUTURE}.dist-info"
    files = {
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {FUTURE}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},{digest(text)},{len(text)}\n" for path, text in files.items())
    with zipfile.ZipFile(folder / f"{name}-{FUTURE}-py3-none-any.whl", "w") as wheel:
        for path, text in {**files, f"{about}/RECORD": f"{record}{about}/RECORD,,\n"}.items():
            wheel.writestr(path, text)


def digest(text: str) -> str:
    hashed = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=")
    return f"sha256={hashed.decode()}"


class Machine:
    """A checkout's verbs and locks in a folder of their own, with a pip of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "bin", folder / "bin")
        for lock in LOCKS:
            shutil.copy(ROOT / lock, folder)

    def has_pip(self, version: str) -> None:
        run(sys.executable, "-m", "venv", str(self.folder / ".venv"))
        self.pip("install", "--quiet", f"pip=={version}")

    def pip(self, *arguments: str, **env: str) -> str:
        python = str(self.folder / ".venv/bin/python")
        quiet = ("--disable-pip-version-check", "--no-input")
        return run(python, "-m", "pip", *arguments, *quiet, env={**os.environ, **env}).stdout

    def installs(self, lock: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", f"source bin/prepare.sh; install {lock}"],
            cwd=self.folder,
            # What is imported once need not be compiled first.
            env={**os.environ, "PIP_NO_COMPILE": "1", **env},
            capture_output=True,
            text=True,
            check=False,
        )

    def holds(self) -> dict[str, str]:
        listed = json.loads(self.pip("list", "--format=json"))
        return {plain(one["name"]): one["version"] for one in listed}


def run(*command: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}:\n{done.stdout}{done.stderr}"
    return done


@pytest.fixture(scope="module")
def machine(tmp_path_factory) -> Machine:
    machine = Machine(tmp_path_factory.mktemp("machine"))
    machine.has_pip(OLDEST_PIP)
    return machine


def test_a_newer_release_changes_nothing_with_an_old_pip(machine, released_since):
    done = machine.installs("requirements.txt", PIP_FIND_LINKS=str(released_since))
    assert done.returncode == 0, done.stderr
    wanted = pins(ROOT / "requirements.txt")
    assert {name: machine.holds().get(name) for name in wanted} == wanted
    # It runs as it is: nothing that is imported was left out of the lock.
    python = str(machine.folder / ".venv/bin/python")
    run(python, "-m", "server", "--help", env={**os.environ, "PYTHONPATH": str(ROOT)})


def test_a_failed_install_says_what_failed(machine):
    lock = machine.folder / "requirements-none.txt"
    lock.write_text(f"no-such-thing-of-foyer==1.0 --hash=sha256:{'0' * 64}\n")
    done = machine.installs(lock.name)
    assert done.returncode == 1
    assert "no-such-thing-of-foyer==1.0" in done.stderr
    assert "could not install requirements-none.txt" in done.stderr.splitlines()[-1]
    assert not (machine.folder / ".venv/holds-requirements-none.txt").exists()
