"""Opening hours over midnight, over the turn of the business day, and without an end."""

from datetime import time
from pathlib import Path

import pytest

from server.settings import SettingsError, load

SHIPPED = Path("config.toml").read_text("utf-8")
EXAMPLE = Path("examples") / "clinic.toml"


def with_monday(tmp_path: Path, opening: str) -> Path:
    path = tmp_path / "config.toml"
    line = next(line for line in SHIPPED.splitlines() if line.startswith("mon = "))
    path.write_text(SHIPPED.replace(line, f'mon = ["{opening}"]'), "utf-8")
    return path


def test_the_clinic_never_closes() -> None:
    assert load(EXAMPLE).plan().hours.always_open


@pytest.mark.parametrize(
    ("opening", "read"),
    [
        ("00:00-24:00", (time(0), time(0))),
        ("09:00-24:00", (time(9), time(0))),
        ("22:00-06:00", (time(22), time(6))),
        ("18:00-05:30", (time(18), time(5, 30))),
    ],
)
def test_hours_that_are_taken(tmp_path: Path, opening: str, read: tuple[time, time]) -> None:
    plan = load(with_monday(tmp_path, opening)).plan()
    assert plan.hours.week[0] == (read,)
    assert not plan.hours.always_open


@pytest.mark.parametrize("opening", ["00:00-00:00", "24:00-08:00", "24:00-24:00", "09:00-25:00"])
def test_hours_that_are_none(tmp_path: Path, opening: str) -> None:
    with pytest.raises(SettingsError, match="00:00-24:00"):
        load(with_monday(tmp_path, opening))


@pytest.mark.parametrize("opening", ["20:00-09:00", "09:00-09:00"])
def test_hours_that_are_turned_around(tmp_path: Path, opening: str) -> None:
    with pytest.raises(SettingsError, match="closing after opening"):
        load(with_monday(tmp_path, opening))
