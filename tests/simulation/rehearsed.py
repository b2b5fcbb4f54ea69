"""A rehearsed day: one seed makes everything that happens in a store, and after every step the
promises of the floor and the journal are checked.

Nothing but the seed decides: the clock is the rehearsal's, the chance is `random.Random(seed)`,
and identities count up. A failing seed replays alone: `pytest tests/simulation --seed 17`.
"""

from __future__ import annotations

import random
from collections import Counter as Tally
from collections.abc import Callable
from pathlib import Path

import gevent
import msgspec

from server.floor import commands as c
from server.floor import facts as f
from server.floor.day import Day
from server.floor.decide import decide
from server.floor.facts import Millis, PaperItem, Recorded
from server.floor.plan import StorePlan
from server.floor.refusals import Refusal
from server.floor.state import AT_COUNTER, Visit
from server.floor.visits import ACTIONS
from server.journal.contract import Answer, Entry, Journal, Key, NotSaved, Rows, Stream
from server.journal.rebuild import rebuild
from server.journal.sqlite import SqliteJournal
from server.store import Done, OpenStore
from server.waits.forecaster import Forecaster
from tests.floor import as_shown

ON_THE_FLOOR = ("waiting", "held", "called", "serving")
STATES: dict[type[f.Fact], tuple[tuple[str, ...], str]] = {
    f.TicketIssued: (("new",), "waiting"),
    f.VisitHeld: (("waiting", "held", "called"), "held"),
    f.VisitReturned: (("held",), "waiting"),
    f.VisitMoved: (("waiting",), "waiting"),
    f.VisitCalled: (("waiting", "held"), "called"),
    f.ServiceStarted: (("called",), "serving"),
    f.VisitTransferred: (("serving",), "waiting"),
    f.VisitEnded: (("new", *ON_THE_FLOOR), "ended"),
}
"""The states each fact may find a visit in and the one it leaves: told again, not the Day's."""


BOARDS_LOOKED_AT = 0.25
"""A board takes longer to look at than all else of a step."""


class RehearsedClock:
    speed = 1.0

    def __init__(self, at: Millis) -> None:
        self.at = at

    def now(self) -> Millis:
        return self.at


class FullDisk(SqliteJournal):
    """Now and then the disk takes nothing, as the contract says it may."""

    full = False

    def append(self, stream: Stream, after_seq: int, entries: list[Entry], rows: Rows) -> None:
        if self.full:
            self.full = False
            raise NotSaved("rehearsed: the disk is full")
        super().append(stream, after_seq, entries, rows)


class Rehearsal:
    def __init__(self, seed: int, plan: StorePlan, at: Millis, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.plan = plan
        self.path = folder / "foyer.db"
        self.clock = RehearsedClock(at)
        self.unlearned = Forecaster(plan)
        self.made = 0
        self.answered: dict[str, tuple[c.Command, Answer]] = {}
        self.known: dict[str, Millis] = {}
        self.tickets: dict[str, str] = {}
        self.shadow: dict[str, str] = {}
        self.before_last: dict[str, list[str]] = {}
        self.heard: list[Recorded] = []
        self._open()

    def _open(self) -> None:
        self.journal: Journal = FullDisk(self.path)
        self.store = OpenStore(self.plan, self.journal, self.clock, Forecaster(self.plan))
        self.store.subscribe(self._hear)

    def close(self) -> None:
        self.store.close()
        self.journal.close()

    def play(self, steps: int) -> None:
        people = self.chance.sample(list(self.plan.staff), len(self.plan.staff))
        for counter, person in zip(self.plan.counters, people, strict=False):
            self._ask(c.OpenCounter(counter, person))
        for _ in range(steps):
            self.clock.at += self.chance.randrange(45_000)
            self._step()
            self.check()
            if self.chance.random() < 0.05:
                self.check_rebuilt()
        self.check_rebuilt()

    # What happens

    def _step(self) -> None:
        happenings: list[tuple[float, Callable[[], None]]] = [
            (5, self._arrival),
            (8, self._counter_taps),
            (2, self._customer_taps),
            (2, self._floor_taps),
            (1, self._second_thoughts),
            (1, self._opening),
            (1.5, lambda: self._ask(c.TimePassed())),
            (2, self._two_at_once),
            (1, self._retry),
            (0.3, self._disk_full),
            (0.4, self._restart),
            (0.4, self._another_process),
        ]
        weights = [weight for weight, _ in happenings]
        self.chance.choices([happening for _, happening in happenings], weights)[0]()

    def _arrival(self) -> None:
        self._ask(self._ticket())

    def _ticket(self) -> c.TakeTicket:
        chance = self.chance
        self.made += 1
        service = chance.choice(list(self.plan.services.values()))
        papers = {p for group in service.requirements for p in group.any}
        return c.TakeTicket(
            f"v{self.made}",
            service.id,
            answers={
                q.id: chance.choice(q.answers).id
                for q in service.questions
                if chance.random() < 0.9
            },
            papers={
                p: chance.choice(["have", "have", "missing", "unsure"]) for p in sorted(papers)
            },
            choose=chance.choice([None, "wait", "hold", "come_back"]),
            needs=tuple(n for n in self.plan.needs if chance.random() < 0.1),
            arrived_at=self.clock.at - 60_000 if chance.random() < 0.05 else None,
        )

    def _counter(self) -> str:
        return self.chance.choice(list(self.plan.counters))

    def _visit(self) -> str:
        """Somebody on the floor, mostly; sometimes one who left, rarely nobody at all."""
        here = [v.id for v in self.day.visits.values() if v.state != "ended"]
        anyone = here if here and self.chance.random() < 0.85 else list(self.day.visits)
        return self.chance.choice(
            [*anyone, "v0"] if self.chance.random() < 0.02 else anyone or ["v0"]
        )

    def _counter_taps(self) -> None:
        counter = self.day.counter(self._counter())
        if counter.visit is None:
            self._ask(c.CallNext(counter.id))
            return
        visit, chance = counter.visit, self.chance
        self._ask(
            chance.choice(
                [
                    c.Start(visit),
                    c.Finish(visit, "resolved"),
                    c.Finish(visit, "unresolved", promise=f"p{chance.random()}", promise_due=1),
                    c.NoShow(visit),
                    c.Recall(visit),
                    c.Transfer(
                        visit,
                        service=chance.choice([None, *self.plan.services]),
                        position=chance.choice(["by_arrival", "first", "last"]),
                    ),
                    c.CheckPapers(visit, (self._looked_at(),)),
                ]
            )
        )

    def _looked_at(self) -> PaperItem:
        paper = self.chance.choice(list(self.plan.papers))
        return PaperItem(paper, self.chance.choice(["seen", "rejected", "missing"]))

    def _customer_taps(self) -> None:
        visit = self._visit()
        self._ask(
            self.chance.choice(
                [
                    c.Hold(visit, self.chance.randint(1, 40), by_customer=True),
                    c.Return(visit),
                    c.DeclarePapers(visit, {self.chance.choice(list(self.plan.papers)): "have"}),
                    c.Cancel(visit),
                    c.GiveFeedback(visit, self.chance.randint(1, 5)),
                ]
            )
        )

    def _floor_taps(self) -> None:
        visit, counter = self._visit(), self._counter()
        self._ask(
            self.chance.choice(
                [
                    c.Move(visit, self.chance.choice([counter, None])),
                    c.MoveMany((c.Move(visit, counter), c.Move(self._visit(), None))),
                    c.Hold(visit, self.chance.randint(1, 60)),
                    c.Remove(visit, self.chance.choice(["left", None])),
                    c.Call(counter, visit, "asked for"),
                ]
            )
        )

    def _second_thoughts(self) -> None:
        """Somebody takes back what was done last, to a visit that is perhaps elsewhere by now."""
        undoable = self.day.undoable
        if undoable:
            latest = sorted(undoable, key=lambda visit: undoable[visit].at)[-6:]
            self._ask(c.Undo(self.chance.choice(latest)))

    def _opening(self) -> None:
        counter, staff = self._counter(), self.chance.choice(list(self.plan.staff))
        self._ask(
            self.chance.choice(
                [
                    *[c.OpenCounter(counter, staff)] * 4,
                    c.TakeBreak(counter, self.chance.randint(5, 30)),
                    c.CloseCounter(counter),
                ]
            )
        )

    def _two_at_once(self) -> None:
        """Two staff tap in the same instant, sometimes for the very same visit."""
        visit = self._visit()
        called = [v.id for v in self.day.visits.values() if v.state == "called"]
        taken = self.chance.choice(called) if called else visit
        first, second = self.chance.choice(
            [
                (c.CallNext(self._counter()), c.CallNext(self._counter())),
                (c.Call(self._counter(), visit), c.Call(self._counter(), visit)),
                (c.Call(self._counter(), visit), c.Move(visit, self._counter())),
                (c.Finish(taken, "resolved"), c.NoShow(taken)),
                (c.Call(self._counter(), taken), c.Start(taken)),
                (self._ticket(), self._ticket()),
            ]
        )
        gevent.joinall(
            [gevent.spawn(self._ask, first), gevent.spawn(self._ask, second)], raise_error=True
        )

    def _retry(self) -> None:
        """A tablet that lost its answer asks again with the same key, at once or much later."""
        if not self.answered:
            return
        key = self.chance.choice(list(self.answered))
        command, first = self.answered[key]
        seq = self.journal.last_seq(self.stream)
        assert self._send(command, key) == first
        assert self.journal.last_seq(self.stream) == seq, f"{command} was done twice"

    def _disk_full(self) -> None:
        seq = self.journal.last_seq(self.stream)
        assert isinstance(self.journal, FullDisk)
        self.journal.full = True
        try:
            self._ask(c.AskHelp(f"full{seq}"))
        except NotSaved:
            assert self.journal.last_seq(self.stream) == seq
        else:
            raise AssertionError("what the disk refused was answered all the same")

    def _restart(self) -> None:
        self.close()
        self._open()

    def _another_process(self) -> None:
        """A second server on the same file sells a ticket; whatever this one does next, it decides
        on what that one wrote, and its listeners hear of it in order."""
        ticket = c.TakeTicket(self._ticket().visit, next(iter(self.plan.services)), choose="wait")
        journal = SqliteJournal(self.path)
        other = OpenStore(self.plan, journal, self.clock, Forecaster(self.plan))
        try:
            other.do(ticket, by="another", answer=self._answer)
        finally:
            other.close()
            journal.close()
        self.known[ticket.visit] = self.clock.at
        self._ask(c.AskHelp(f"after{self.made}"))

    # Asking, and what is heard of it

    @property
    def day(self) -> Day:
        return self.store.look(lambda day, now, forecast: day)

    @property
    def stream(self) -> Stream:
        return Stream(self.plan.id, self.day.date)

    def _ask(self, command: c.Command) -> None:
        key = f"k{len(self.answered)}-{self.chance.random()}"
        answer = self._send(command, key)
        self.answered[key] = (command, answer)
        if isinstance(command, c.TakeTicket) and answer.status == 201:
            self.known[command.visit] = command.arrived_at or self.clock.at

    def _send(self, command: c.Command, key: str) -> Answer:
        digest = repr(command).encode()
        return self.store.do(command, by="rehearsal", answer=self._answer, key=Key(key, digest))

    def _answer(self, result: Done | Refusal) -> Answer:
        if isinstance(result, Refusal):
            return Answer(result.status, msgspec.json.encode(result.code))
        seqs = [recorded.seq for recorded in result.facts]
        return Answer(201 if seqs else 204, msgspec.json.encode(seqs))

    def _hear(self, day: Day, facts: tuple[Recorded, ...], now: Millis, forecast: object) -> None:
        for recorded in facts:
            self.heard.append(recorded)
            self._shadow(recorded.fact)

    def _shadow(self, fact: f.Fact) -> None:
        visit = getattr(fact, "visit", None)
        before, state = STATES.get(type(fact), ((), None))
        if isinstance(fact, f.TicketIssued):
            assert fact.ticket not in self.tickets, f"{fact.ticket} was issued twice"
            self.tickets[fact.ticket] = fact.visit
        if isinstance(fact, f.ActionUndone):
            self.shadow[fact.visit] = self._undone(fact)
        elif state is not None and visit is not None:
            found = self.shadow.get(visit, "new")
            assert found in before, f"{fact} happened to a visit that was {found}"
            self.before_last.setdefault(visit, []).append(found)
            self.shadow[visit] = state

    def _undone(self, fact: f.ActionUndone) -> str:
        past = self.before_last[fact.visit]
        state = past.pop()
        # A start nobody tapped came with the finish or transfer and goes with it.
        if fact.action in ("finish", "transfer") and self.day.visits[fact.visit].state == "called":
            state = past.pop()
        return state

    # What must hold

    def check(self) -> None:
        gevent.sleep(0)
        day = self.day
        self._check_nobody_lost(day)
        self._check_lines(day)
        self._check_counters(day)
        self._check_rules_agree(day)
        if self.chance.random() < BOARDS_LOOKED_AT:
            self._check_board(day)

    def _check_nobody_lost(self, day: Day) -> None:
        for visit, arrived_at in self.known.items():
            assert visit in day.visits, f"{visit} was answered 201 and is gone"
            assert day.visits[visit].arrived_at == arrived_at, f"{visit}'s arrival moved"
        for visit in day.visits.values():
            assert visit.state == self.shadow.get(visit.id), f"{visit.id} changed without a fact"
            assert (visit.state == "ended") == (visit.ended_as is not None)
        assert [r.seq for r in self.heard] == list(range(1, len(self.heard) + 1))
        assert all(a.at <= b.at for a, b in zip(self.heard, self.heard[1:], strict=False))

    def _check_lines(self, day: Day) -> None:
        placed = Tally(visit for line in day.lines for visit in day.line(line))
        waiting = {v.id for v in day.visits.values() if v.state == "waiting"}
        assert placed == Tally(waiting), "somebody waits in no line, or in two"
        assert set(day.held) == {v.id for v in day.visits.values() if v.state == "held"}
        for line, places in day.lines.items():
            assert places == sorted(places)
            assert line is None or not places or day.counter(line).state == "open"
            kinds = Tally(day.visits[v].kind for v in day.line(line))
            assert kinds == {kind: len(of) for kind, of in day.line_kinds.get(line, {}).items()}

    def _check_counters(self, day: Day) -> None:
        present = Tally(v.counter for v in day.visits.values() if v.state in AT_COUNTER)
        seated = Tally(counter.id for counter in day.counters.values() if counter.visit)
        assert present == seated, "a counter has two, or somebody is at no counter"
        for counter in day.counters.values():
            if counter.visit is not None:
                assert counter.state == "open"
                assert day.visits[counter.visit].counter == counter.id

    def _check_rules_agree(self, day: Day) -> None:
        """What a screen offers is what the floor then does, and what it does not offer is refused
        for the visit's state."""
        if not day.visits:
            return
        visit: Visit = day.visits[self.chance.choice(list(day.visits))]
        forecast = self.unlearned.forecast(day, self.clock.at)
        shown = as_shown.visit_view(self.plan, day, visit, self.clock.at, forecast)
        commands: dict[str, c.Command] = {
            "hold": c.Hold(visit.id, 5),
            "return": c.Return(visit.id),
            "recall": c.Recall(visit.id),
            "start": c.Start(visit.id),
            "no_show": c.NoShow(visit.id),
            "finish": c.Finish(visit.id, "resolved"),
            "remove": c.Remove(visit.id),
            "cancel": c.Cancel(visit.id),
            "undo": c.Undo(visit.id),
        }
        for recovery in list(self.plan.recoveries)[:1]:
            commands["recover"] = c.Recover(visit.id, recovery)
        for paper in list(self.plan.papers)[:1]:
            commands["declare"] = c.DeclarePapers(visit.id, {paper: "have"})
        for action, command in commands.items():
            refused = isinstance(decide(self.plan, day, command, self.clock.at, forecast), Refusal)
            assert refused == (action not in shown["allowed_actions"]), action
        assert set(commands) >= set(ACTIONS) - {"call", "move", "transfer", "papers", "recover"}

    def _check_board(self, day: Day) -> None:
        forecast = self.unlearned.forecast(day, self.clock.at)
        board = as_shown.board_view(self.plan, day, self.clock.at, forecast)
        called = {v.ticket for v in day.visits.values() if v.state == "called"}
        assert {c["ticket"] for c in board["called"]} == called
        assert sum(s["waiting"] for s in board["services"]) == sum(map(len, day.lines.values()))
        msgspec.json.encode(board)

    def check_rebuilt(self) -> None:
        """A Day from the journal alone is the Day in memory, and its rows are the table's."""
        day = self.day
        again = Day(*self.stream)
        for recorded in self.journal.read(self.stream):
            again.apply(recorded)
        for name, value in vars(day).items():
            if name not in ("lines", "line_kinds", "able"):
                assert vars(again)[name] == value, name
        assert {k: v for k, v in again.lines.items() if v} == {
            k: v for k, v in day.lines.items() if v
        }
        assert [*self.journal.read(self.stream)] == self.heard
        assert rebuild(self.journal, self.plan.id).differing == ()
