"""A floor played by hand: commands in, facts applied, time moved by the test alone."""

from __future__ import annotations

from datetime import time

from msgspec.structs import replace

from server.floor import commands as c
from server.floor.day import Day
from server.floor.decide import decide
from server.floor.facts import Fact, Recorded
from server.floor.hours import business_date
from server.floor.plan import (
    Answer,
    CounterPlan,
    Hours,
    Need,
    Paper,
    Question,
    Recovery,
    Requirement,
    Service,
    StaffMember,
    StorePlan,
    Times,
)
from server.floor.refusals import Refusal
from server.floor.state import Visit
from server.waits.forecaster import Forecaster
from tests.floor import as_shown

NOON = 1_795_255_200_000  # 2026-11-21 11:00 in Berlin
MINUTE = 60_000


def words(text: str) -> dict[str, str]:
    return {"en": text, "ar": text}


def small_store(**changes: object) -> StorePlan:
    """Three counters: 1 and 2 replace and advise, 3 only recovers data."""
    return replace(
        StorePlan(
            id="main",
            name=words("Drives"),
            time_zone="Europe/Berlin",
            languages=("en", "ar"),
            lines="counter",
            day_starts=time(4),
            hours=Hours(week=(((time(9), time(18)),),) * 7),
            times=Times(),
            services={s.id: s for s in SERVICES},
            papers={p.id: p for p in PAPERS},
            counters={
                "1": CounterPlan("1", words("1"), frozenset({"replacement", "advice"})),
                "2": CounterPlan("2", words("2"), frozenset({"replacement", "advice"})),
                "3": CounterPlan("3", words("3"), frozenset({"recovery"})),
            },
            staff={s: StaffMember(s, s.title()) for s in ("mai", "theo", "omar", "noor")},
            needs={
                "seat": Need("seat", words("Seat"), head_start_minutes=10),
                "sign": Need("sign", words("Sign language"), head_start_minutes=5),
            },
            recoveries={r: Recovery(r, words(r)) for r in ("apology", "water")},
        ),
        **changes,
    )


PAPERS = (
    Paper("receipt", words("Receipt"), words("The slip"), if_missing="not_today"),
    Paper("mail", words("Mail"), words("Order mail"), if_missing="fixable_here"),
    Paper("id", words("ID"), words("Card"), if_missing="fetch", fetch_minutes=20),
    Paper("letter", words("Letter"), words("Signed"), max_age_days=30, if_missing="fetch"),
)
SERVICES = (
    Service(
        "replacement",
        words("Replacement"),
        "R",
        8,
        questions=(
            Question("who", words("Who?"), (Answer("me", words("Me")), Answer("firm", words("F")))),
        ),
        requirements=(
            Requirement(("receipt", "mail")),
            Requirement(("letter",), {"who": ("firm",)}),
        ),
    ),
    Service("recovery", words("Recovery"), "D", 15, requirements=(Requirement(("id",)),)),
    Service("advice", words("Advice"), "A", 5),
)


class Floorplay:
    def __init__(self, plan: StorePlan | None = None, now: int = NOON) -> None:
        self.plan = plan or small_store()
        self.now = now
        self.day = Day(self.plan.id, business_date(self.plan, now))
        self.recorded: list[Recorded] = []
        self.forecaster = Forecaster(self.plan)
        self._made = 0

    def forecast(self):
        return self.forecaster.forecast(self.day, self.now)

    def ask(self, command: c.Command) -> tuple[Fact, ...] | Refusal:
        """Decides and, if it is not refused, applies."""
        decision = decide(self.plan, self.day, command, self.now, self.forecast())
        if isinstance(decision, Refusal):
            return decision
        for fact in decision:
            self.recorded.append(Recorded(self.day.seq + 1, self.now, "test", fact))
            self.day.apply(self.recorded[-1])
        self.forecaster.learn(self.recorded[len(self.recorded) - len(decision) :], self.day.date)
        return decision

    def do(self, command: c.Command) -> tuple[Fact, ...]:
        decision = self.ask(command)
        assert not isinstance(decision, Refusal), decision
        return decision

    def refusal(self, command: c.Command) -> Refusal:
        decision = self.ask(command)
        assert isinstance(decision, Refusal), decision
        return decision

    def passes(self, minutes: float) -> None:
        self.now += round(minutes * MINUTE)
        self.do(c.TimePassed())

    def ticket(self, service: str = "advice", **more: object) -> str:
        self._made += 1
        visit = f"v{self._made}"
        self.do(c.TakeTicket(visit, service, **more))
        return visit

    def opens(self, *counters: str) -> None:
        """Each by somebody who is at no other counter."""
        for counter in counters:
            here = {one.staff for one in self.day.counters.values() if one.state != "closed"}
            free = next(person for person in self.plan.staff if person not in here)
            self.do(c.OpenCounter(counter, free))

    def opens_as_it_was(self, counter: str) -> None:
        """Ends a break with whoever was there, and the services the counter had before it."""
        here = self.day.counter(counter)
        self.do(c.OpenCounter(counter, here.staff or "mai", here.services))

    def calls(self, counter: str) -> str | None:
        self.do(c.CallNext(counter))
        return self.day.counter(counter).visit

    def serves(self, counter: str, minutes: float = 5) -> str:
        visit = self.calls(counter)
        assert visit is not None
        self.do(c.Start(visit))
        self.now += round(minutes * MINUTE)
        self.do(c.Finish(visit, "resolved"))
        return visit

    def visit(self, visit: str) -> Visit:
        return self.day.visits[visit]

    def shown(self, visit: str) -> dict[str, object]:
        return as_shown.visit_view(
            self.plan, self.day, self.visit(visit), self.now, self.forecast()
        )
