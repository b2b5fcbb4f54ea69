"""`python -m server new`: from an empty folder to the first ticket, by command line."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from server.founding import machines_zone, zone_named
from server.settings import load
from tests.browser.running import PATIENCE_S, ROOT, Server

TYRES = ["--name", 'Pneus "Rapides"', "--languages", "fr,en", "--zone", "europe/paris"]
TYRES += ["--service", "Changer les pneus", "--service", "Crevaison", "--counters", "3"]


def foyer(folder: Path, *args: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "server", *map(str, args)]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command,
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )


def test_from_an_empty_folder_to_the_first_ticket(tmp_path: Path) -> None:
    made = foyer(tmp_path, "new", *TYRES)
    assert made.returncode == 0, made.stderr
    config = tmp_path / "config.toml"
    assert re.search(r"PIN is \d{4}\.", made.stdout)
    server = Server(tmp_path, config)
    server.start()
    try:
        checked = foyer(tmp_path, "doctor", "--port", server.port)
        assert checked.returncode == 0, checked.stdout
        assert "fr, en: all words are here" in checked.stdout
        taken = urllib.request.Request(
            f"{server.base}/api/v1/stores/main/visits",
            data=json.dumps({"service": "service-2", "language": "fr"}).encode(),
            headers={
                "Content-Type": "application/json",
                "Idempotency-Key": "first",
                "Authorization": f"Bearer {server.tokens['kiosk']}",
            },
        )
        with urllib.request.urlopen(taken, timeout=PATIENCE_S) as answer:
            assert json.load(answer)["ticket"] == "B001"
    finally:
        server.stop(signal.SIGTERM)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("mine")
    made = foyer(tmp_path, "new", "--yes")
    assert made.returncode == 1
    assert "config.toml is there already, and stays as it is." in made.stderr
    assert (tmp_path / "config.toml").read_text() == "mine"


def test_without_a_terminal_what_is_not_said_is_as_usual(tmp_path: Path) -> None:
    made = foyer(tmp_path, "new", "shop")
    assert made.returncode == 0, made.stderr
    settings = load(tmp_path / "shop" / "config.toml")
    assert settings.store.time_zone == machines_zone()
    assert (len(settings.services), len(settings.counters)) == (1, 2)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--zone", "Europe/Pari"], 'an IANA name such as "Europe/Paris"'),
        (["--languages", "xx"], "languages/xx beside this file"),
        (["--languages", "français"], "store → languages"),
        (["--languages", ","], "at least one"),
        (["--counters", "0"], "1<=x<=60"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    tmp_path: Path, wrong: list[str], said: str
) -> None:
    made = foyer(tmp_path, "new", "--yes", *wrong)
    assert made.returncode != 0
    assert said in made.stderr
    assert "Traceback" not in made.stderr
    assert list(tmp_path.iterdir()) == []


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "server", "new", str(tmp_path / "shop")]
    asked = subprocess.Popen(command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, b"Llantas Ya\nes\nEurope/Madri\nEurope/Madrid\nCambio, Pinchazo\n1\n")
    said = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        said += part
    os.close(ours)
    assert asked.wait(timeout=PATIENCE_S) == 0, said.decode()
    assert 'would do: an IANA name such as "Europe/Madrid"' in said.decode()
    settings = load(tmp_path / "shop" / "config.toml")
    assert [service.name for service in settings.services] == ["Cambio", "Pinchazo"]
    assert (settings.store.languages, len(settings.counters)) == (["es"], 1)


def test_a_zone_is_taken_however_it_is_written() -> None:
    assert zone_named("america/new york") == "America/New_York"
