"""Days played through a real store, command by command, by a clock set by hand."""

from __future__ import annotations

from pathlib import Path

from server.floor import commands as c
from server.floor.commands import Command
from server.floor.facts import Appointment, Millis, VisitCalled
from server.floor.plan import StorePlan
from server.floor.refusals import Refusal
from server.journal.contract import Answer
from server.journal.sqlite import SqliteJournal
from server.store import Done, OpenStore
from server.waits.forecaster import Forecaster

MINUTE = 60_000


class ClockByHand:
    speed = 1.0
    demo = False

    def __init__(self, at: Millis) -> None:
        self.at = at

    def now(self) -> Millis:
        return self.at


class PlayedStore:
    def __init__(self, file: Path, plan: StorePlan, clock: ClockByHand) -> None:
        self.clock = clock
        self.journal = SqliteJournal(file)
        self.store = OpenStore(plan, self.journal, clock, Forecaster(plan))  # type: ignore[arg-type]

    def close(self) -> None:
        self.store.close()
        self.journal.close()

    def do(self, command: Command) -> str | None:
        """The visit it called, if any."""
        called: list[str] = []

        def answer(made: Done | Refusal) -> Answer:
            assert isinstance(made, Done), made
            facts = [recorded.fact for recorded in made.facts]
            called.extend(fact.visit for fact in facts if isinstance(fact, VisitCalled))
            return Answer(204, b"")

        self.store.do(command, by="mai", answer=answer)
        return called[0] if called else None

    def wait(self, minutes: float) -> None:
        self.clock.at += round(minutes * MINUTE)


def play_morning(store: PlayedStore, name: str, minutes: float) -> None:
    """Nine people come `minutes` apart, the first at an appointment; for another nobody does. Seven
    are called, one of them passed on to counter 3 and one absent; three are promised something,
    which is done for one of them. One leaves before the call; one comes back another day."""
    store.do(c.OpenCounter("1", "mai"))
    store.do(c.OpenCounter("3", "ken"))
    due = store.clock.at + 5 * MINUTE
    first, nobody = (Appointment(f"{one}-{name}", one, "advice", due) for one in ("1001", "1002"))
    store.do(c.MakeAppointment(first))
    store.do(c.MakeAppointment(nobody))
    for number in range(8):
        booked = None if number else first
        store.do(c.TakeTicket(f"{name}{number}", "advice", language="en", appointment=booked))
        store.wait(minutes)
    store.do(c.TakeTicket(f"{name}8", "recovery", choose="come_back"))
    left = _call(store, "1")
    store.do(c.NoShow(left))
    for place in range(4):
        first = _call(store, "1")
        store.wait(minutes / 2)
        store.do(c.Start(first))
        store.wait(minutes * (1 + place))
        if place == 0:
            store.do(c.Transfer(first, counter="3"))
        else:
            store.do(c.Finish(first, "resolved", sale=19.9))
    for place in range(3):
        second = _call(store, "3")
        store.do(c.Start(second))
        store.wait(minutes * 2)
        promise, due = f"promise-{name}{place}", store.clock.at + 60 * MINUTE
        store.do(c.Finish(second, "unresolved", promise=promise, promise_due=due))
    store.do(c.KeepPromise(f"promise-{name}0", "mai"))
    _last_leaves(store, name)


def _call(store: PlayedStore, counter: str) -> str:
    called = store.do(c.CallNext(counter))
    assert called is not None
    return called


def _last_leaves(store: PlayedStore, name: str) -> None:
    waiting = store.store.look(
        lambda day, now, forecast: [v.id for v in day.visits.values() if v.state == "waiting"]
    )
    assert len(waiting) == 1
    store.do(c.Remove(waiting[0], reason="left"))
