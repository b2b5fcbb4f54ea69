"""The rules between the rooms: imports point inward, one path of change, one voice."""

import ast
from pathlib import Path

import pytest

SERVER = Path("server")

INNER = {
    "floor": set(),
    "waits": {"floor"},
    "balance": {"floor", "waits"},
    "words": set(),
    "dialling": set(),
    "settings": {"floor", "words", "dialling"},
    "journal": {"floor", "waits"},
    "reports": {"floor", "journal"},
    "clock": {"floor"},
    "timekeeping": {"floor", "journal", "clock"},
    "snapshots": {"floor", "waits", "journal"},
    "business_day": {"floor", "journal", "clock", "timekeeping"},
    "store": {
        *("floor", "waits", "journal", "clock", "snapshots", "timekeeping", "business_day"),
        "dialling",
    },
    "web": set(),
    "live": {"floor", "waits", "store", "clock", "web"},
}
"""Room → the rooms it may know, besides itself. Doors and what starts the house may know all."""


TIMED = ("business_day", "timekeeping")


def modules(room: str) -> list[Path]:
    folder = SERVER / room
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [SERVER / f"{room}.py"]


def rooms_imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found.update(name.split(".")[1] for name in names if name.startswith("server."))
    return found


def houses_rooms() -> set[str]:
    return {p.stem for p in SERVER.iterdir() if p.is_dir() or p.suffix == ".py"}


@pytest.mark.parametrize("room", INNER)
def test_a_room_imports_only_what_is_further_in(room):
    known = houses_rooms()
    for path in modules(room):
        outward = (rooms_imported(path) & known) - INNER[room] - {room}
        assert not outward, f"{path} imports {', '.join(sorted(outward))}"


def test_only_live_emits():
    for path in SERVER.rglob("*.py"):
        if "live" not in path.parts:
            assert ".emit(" not in path.read_text(), f"{path} emits"


def test_only_the_journal_knows_the_database():
    # These look at a file whose store is not open, or at a copy.
    allowed = {Path(f"server/{name}.py") for name in ("doctor", "restoring", "backing_up")}
    for path in set(SERVER.rglob("*.py")) - allowed:
        if "journal" not in path.parts:
            text = path.read_text()
            assert "import sqlite3" not in text, f"{path} opens the database"
            assert "sqlite_utils" not in text, f"{path} opens the database"


def test_only_the_clock_and_what_measures_durations_read_the_time():
    """Time is handed in, so that a day can be rehearsed."""
    for room in (*("floor", "waits", "balance", "reports", "store", "live", "journal"), *TIMED):
        for path in modules(room):
            assert "time.time()" not in path.read_text(), f"{path} reads the clock"


@pytest.mark.parametrize("screen", ["kiosk", "display", "staff", "manager", "phone"])
def test_each_screen_is_built_of_the_same_parts(screen):
    for part in (f"{screen}/index.html", f"{screen}/{screen}.js", f"{screen}/{screen}.css"):
        assert Path(part).exists(), part
