"""A clinic that never closes, three days of it: whoever is there as the business day turns over
goes on, and the figures are those of the export."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path
from statistics import fmean

import pytest

from server.clock import Clock
from server.floor import commands as c
from server.floor import facts as f
from server.floor.facts import Millis
from server.floor.hours import business_date, day_bounds
from server.floor.state import Visit
from server.journal.rebuild import rebuild
from server.journal.sqlite import SqliteJournal
from server.reports.exports import visits_csv
from server.reports.waits import waits
from server.settings import load
from server.store import OpenStore
from server.waits.forecaster import Forecaster
from tests.floor.played import MINUTE, NOON
from tests.store.shop import told

EXAMPLE = Path(__file__).parents[2] / "examples" / "clinic.toml"
DAYS = 3
ARRIVES_A_MINUTE = 0.22
STAYS_OUT_OF = 0.05


class ByHand(Clock):
    def __init__(self, at: Millis) -> None:
        self.at = at

    def now(self) -> Millis:
        return self.at


class Clinic:
    """Ben and Cleo see people in their rooms, Dan is in the lab, Ada looks first: on their shift
    for ever. Some transfer, some are held, some never come when called."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.plan = load(EXAMPLE).plan()
        self.chance = random.Random(seed)
        self.file = folder / "foyer.db"
        self.clock = ByHand(day_bounds(self.plan, business_date(self.plan, NOON))[0])
        self.made = 0
        self.until: dict[str, Millis] = {}
        self.at_a_turn: list[dict[str, Visit]] = []
        self.open()

    def open(self) -> None:
        self.journal = SqliteJournal(self.file)
        self.store = OpenStore(self.plan, self.journal, self.clock, Forecaster(self.plan))

    def close(self) -> None:
        self.store.close()
        self.journal.close()

    def ask(self, command: c.Command) -> int:
        return self.store.do(command, by="clinic", answer=told).status

    def visits(self) -> dict[str, Visit]:
        return self.store.look(lambda day, now, forecast: dict(day.visits))

    def play(self, minutes: int) -> None:
        staff = dict(zip(self.plan.counters, self.plan.staff, strict=True))
        for counter, person in staff.items():
            self.ask(c.OpenCounter(counter, person))
        for _ in range(minutes):
            date = business_date(self.plan, self.clock.at)
            here = {k: v for k, v in self.visits().items() if v.state != "ended"}
            self.clock.at += MINUTE
            if business_date(self.plan, self.clock.at) != date:
                self.at_a_turn.append(here)
            self.store.tick()
            self.minute()

    def minute(self) -> None:
        if self.chance.random() < ARRIVES_A_MINUTE:
            self.made += 1
            service = self.chance.choice(["triage", "triage", "doctor", "lab"])
            assert self.ask(c.TakeTicket(f"v{self.made}", service)) == 200
            if self.chance.random() < STAYS_OUT_OF:
                self.ask(c.Hold(f"v{self.made}", self.chance.choice([5, 25])))
        for counter in self.plan.counters:
            self.serves(counter)

    def serves(self, counter: str) -> None:
        visit = self.store.look(lambda day, now, forecast: day.counter(counter).visit)
        if visit is None:
            self.ask(c.CallNext(counter))
        elif visit not in self.until:
            if self.chance.random() < STAYS_OUT_OF:
                return  # does not come
            assert self.ask(c.Start(visit)) == 200
            self.until[visit] = self.clock.at + self.chance.randrange(3, 18) * MINUTE
        elif self.clock.at >= self.until[visit]:
            del self.until[visit]
            on = self.chance.random() < 0.2
            verb = c.Transfer(visit, service="lab") if on else c.Finish(visit, "resolved")
            assert self.ask(verb) == 200


def test_three_days_round_the_clock(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path, seed=11)
    since = clinic.clock.at
    clinic.play(DAYS * 24 * 60 + 30)
    assert len(clinic.at_a_turn) == DAYS
    crossed = {visit for here in clinic.at_a_turn for visit in here}
    states = {visit.state for here in clinic.at_a_turn for visit in here.values()}
    assert len(crossed) >= 10
    assert {"waiting", "serving"} <= states

    facts = [r for s in clinic.journal.streams("main") for r in clinic.journal.read(s)]
    ends = [r.fact for r in facts if isinstance(r.fact, f.VisitEnded)]
    assert "end_of_day" not in {end.how for end in ends}
    assert max([ends.count(end) for end in ends]) == 1
    for here in clinic.at_a_turn:
        for visit, was in here.items():
            row = clinic.journal.visit("main", visit)
            assert row is not None
            assert row["arrived_at"] == was.arrived_at
            assert row["ticket"] == was.ticket
            assert row["state"] == "ended" or visit in clinic.visits()
    assert rebuild(clinic.journal, "main").differing == ()
    _each_visit_counts_once(clinic, since)
    clinic.close()


def _each_visit_counts_once(clinic: Clinic, since: Millis) -> None:
    until = clinic.clock.at + 1
    legs = clinic.journal.legs("main", since, until)
    report = waits(clinic.plan, legs, "day", clinic.clock.at)
    text = "".join(visits_csv(clinic.plan, legs, clinic.clock.at))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert report.total.arrived == clinic.made == len({row["visit"] for row in rows})
    assert report.total.legs == len(rows) == len({(row["visit"], row["leg"]) for row in rows})
    for item in report.items:
        of_day = [row for row in rows if row["date"] == item.key]
        assert item.arrived == sum(row["leg"] == "1" for row in of_day)
        assert item.ended["served"] == sum(row["ended_as"] == "served" for row in of_day)
    # A visit belongs to the day it came on, wherever it went on.
    for leg in legs:
        assert leg["date"] == business_date(clinic.plan, leg["visit_arrived_at"])
    waited = [
        (leg["called_at"] - leg["arrived_at"]) / 1000
        for leg in legs
        if leg["called_at"] is not None
    ]
    assert report.total.waiting.n == len(waited)
    assert report.total.waiting.mean_s == pytest.approx(fmean(waited), abs=0.1)
