"""Days that never were: leg rows as the journal keeps them, made by hypothesis."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

import msgspec
from hypothesis import strategies as st

from server.floor.hours import business_date
from server.floor.plan import CounterPlan, Hours, Recovery, Service, StaffMember, StorePlan, Times

ALL_DAY = ((time(0), time(0)),)


def words(text: str) -> dict[str, str]:
    return {"en": text, "de": text, "ar": text}


STORE = StorePlan(
    id="main",
    name=words("Drive replacement"),
    time_zone="Europe/Berlin",
    languages=("en", "de", "ar"),
    lines="counter",
    day_starts=time(4),
    hours=Hours(week=(ALL_DAY,) * 7),
    times=Times(target_wait_minutes=15),
    services={
        "replacement": Service("replacement", words("Replacement"), "R", 8),
        "recovery": Service("recovery", words("Data recovery"), "D", 45),
    },
    papers={},
    counters={
        "1": CounterPlan("1", words("Counter 1"), frozenset({"replacement"})),
        "2": CounterPlan("2", words("Counter 2"), frozenset({"recovery"})),
    },
    staff={"mai": StaffMember("mai", "Mai"), "theo": StaffMember("theo", "Theo")},
    needs={},
    recoveries={one: Recovery(one, words(one)) for one in ("apology", "water")},
)


def at(text: str) -> int:
    """ "2026-10-24 23:30" of UTC, as the journal keeps it."""
    return round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


NOW = at("2026-10-26 12:00")
# The night of 25 October has the hour from 2 to 3 twice in Berlin.
FIRST, LAST = at("2026-10-23 06:00"), at("2026-10-26 11:00")
HOW = (
    "served",
    "transferred",
    "no_show",
    "walkout",
    "cancelled_by_customer",
    "removed_by_staff",
    "turned_away",
    "end_of_day",
)


def leg(**known: Any) -> dict[str, Any]:
    """A leg that just joined a line, with what is `known` of it beyond that."""
    joined = known.get("arrived_at", FIRST)
    row: dict[str, Any] = {
        "store": STORE.id,
        "date": business_date(STORE, joined),
        "visit": "v1",
        "leg": 1,
        "ticket": "R017",
        "service": "replacement",
        "counter": None,
        "staff": None,
        "visit_arrived_at": joined,
        "arrived_at": joined,
        "credited_at": joined,
        "called_at": None,
        "started_at": None,
        "ended_at": None,
        "ended_as": None,
        "ended_reason": None,
        "outcome": None,
        "sale": None,
        "feedback": None,
        "calls": 0,
        "start_assumed": 0,
        "quoted_at": None,
        "quote_low_s": None,
        "quote_likely_s": None,
        "quote_high_s": None,
        "call_by": None,
        "quote_kept": None,
        "verdict": "ready",
        "language": "en",
        "channel": "kiosk",
        "needs": "[]",
        "recovered": None,
        "late_why": None,
    }
    if "call_by" in known:
        high_s = (known["call_by"] - joined) // 1000
        row.update(quoted_at=joined, quote_low_s=0, quote_likely_s=high_s, quote_high_s=high_s)
    return {**row, **known}


@st.composite
def legs(draw: st.DrawFn) -> dict[str, Any]:
    joined = draw(st.integers(FIRST, LAST))
    known: dict[str, Any] = {
        "arrived_at": joined,
        "visit": draw(st.text("0123456789abcdef", min_size=8, max_size=8)),
        "leg": draw(st.sampled_from((1, 1, 1, 2, 3))),
        "service": draw(st.sampled_from(("replacement", "recovery", "forgotten in config"))),
        "language": draw(st.sampled_from(("en", "de", "ar", "=cmd()"))),
        "needs": msgspec.json.encode(draw(st.sampled_from(((), ("step_free", "seat"))))).decode(),
    }
    if draw(st.booleans()):
        low, likely, high = sorted(draw(st.integers(0, 3600)) for _ in range(3))
        known.update(
            quoted_at=joined,
            quote_low_s=low,
            quote_likely_s=likely,
            quote_high_s=high,
            call_by=joined + high * 1000,
        )
        known["late_why"] = draw(st.sampled_from((None, "counter_on_break", "of another version")))
    known["recovered"] = draw(st.sampled_from((None, '["water"]', '["apology","coffee"]')))
    state = draw(st.sampled_from(("waiting", "left", "called", "no_show", "serving", "done")))
    if state == "left":
        how = st.sampled_from(("walkout", "cancelled_by_customer", "turned_away", "end_of_day"))
        known.update(ended_at=joined + draw(st.integers(0, 7_200_000)), ended_as=draw(how))
    if state in ("called", "no_show", "serving", "done"):
        known.update(_called(draw, joined))
    if state == "no_show":
        known.update(ended_at=known["called_at"] + 120_000, ended_as="no_show")
    if state in ("serving", "done"):
        known["start_assumed"] = draw(st.integers(0, 1))
        known["started_at"] = known["called_at"] + draw(st.integers(0, 90_000))
    if state == "done":
        known.update(_done(draw, known["started_at"]))
    return leg(**known)


def _called(draw: st.DrawFn, joined: int) -> dict[str, Any]:
    return {
        "called_at": joined + draw(st.integers(0, 5_400_000)),
        "calls": draw(st.integers(1, 3)),
        "counter": draw(st.sampled_from(("1", "2", "9"))),
        "staff": draw(st.sampled_from(("mai", "theo", "somebody", "@someone", None))),
    }


def _done(draw: st.DrawFn, started: int) -> dict[str, Any]:
    took = st.one_of(st.integers(0, 1_800_000), st.integers(0, 40_000_000))
    how = draw(
        st.sampled_from(("served", "served", "transferred", "removed_by_staff", "end_of_day"))
    )
    done = {"ended_at": started + draw(took), "ended_as": how}
    if how != "served":
        return done
    return {
        **done,
        "outcome": draw(st.sampled_from(("resolved", "unresolved", "escalated", None))),
        "sale": draw(st.one_of(st.none(), st.integers(-50_000, 500_000).map(lambda c: c / 100))),
        "feedback": draw(st.one_of(st.none(), st.integers(1, 5))),
    }


days = st.lists(legs(), max_size=40)
