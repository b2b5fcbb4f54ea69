"""What an agent keeps of its server for a start while that is away, and how it tells the hour."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

from kiosk.mirror import WEEKDAYS, Kept, Mirror, _name, _within_hours, mirrors
from kiosk.passing_on import Upstream

ABOUT = "/api/v1/stores/main"


@pytest.mark.parametrize("target", ["/kiosk?agent=1", "/kiosk/kiosk.js", "/ui/words/fr/ui.ftl"])
def test_what_the_page_is_made_of_is_kept(target: str) -> None:
    assert mirrors(target)
    assert mirrors(ABOUT) and mirrors(f"{ABOUT}/services?language=fr")


@pytest.mark.parametrize("target", ["/staff", f"{ABOUT}/visits", f"{ABOUT}/slips/x", "/v/x"])
def test_what_is_of_anybody_is_not(target: str) -> None:
    assert not mirrors(target)


def about(open_: bool, now: datetime, *hours: tuple[str, str]) -> dict[str, Any]:
    week = {day: [list(one) for one in hours] for day in WEEKDAYS}
    told = {"open": open_, "now": now.isoformat(), "opens_next": None, "hours": week}
    return told | {"time_zone": "Europe/Berlin"}


@pytest.mark.parametrize(
    ("clock", "open_"), [("07:59", False), ("08:00", True), ("17:59", True), ("18:00", False)]
)
def test_hours_are_those_of_the_stores_own_clock(clock: str, open_: bool) -> None:
    moment = datetime.fromisoformat(f"2026-11-30T{clock}:00+01:00").astimezone(UTC)
    assert _within_hours(about(False, moment, ("08:00", "18:00")), moment) == open_


@pytest.mark.parametrize(("clock", "open_"), [("01:59", True), ("02:00", False), ("22:00", True)])
def test_hours_may_go_past_midnight(clock: str, open_: bool) -> None:
    moment = datetime.fromisoformat(f"2026-11-30T{clock}:00+01:00")
    assert _within_hours(about(False, moment, ("22:00", "02:00")), moment) == open_


@pytest.mark.parametrize("was_as_usual", [True, False], ids=["as usual", "a holiday"])
def test_a_store_seen_closed_last_night_is_open_this_morning(
    tmp_path: Path, was_as_usual: bool
) -> None:
    """Unless it was closed in the midst of its hours: then nobody here knows better."""
    upstream = Upstream.of("http://127.0.0.1:9", None)
    assert upstream is not None
    mirror = Mirror(upstream, tmp_path)
    now = datetime.now(UTC)
    always = ("00:00", "24:00")
    seen = about(False, now - timedelta(days=1), always)
    if was_as_usual:
        seen["hours"][WEEKDAYS[(now - timedelta(days=1)).weekday()]] = []
        seen["time_zone"] = "UTC"
    mirror._write(tmp_path / _name(ABOUT), Kept(200, [], json.dumps(seen).encode()))
    told = mirror.get(ABOUT, Message())
    assert told is not None
    said = json.loads(told.body)
    assert said["open"] == was_as_usual
    assert abs(datetime.fromisoformat(said["now"]) - now) < timedelta(minutes=5)
