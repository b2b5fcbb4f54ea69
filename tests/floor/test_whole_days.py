"""Whatever is done on a floor, in whatever order, by whatever verb: everybody is in one place, is
called in turn, and can be found; and what the facts tell again is the same Day.

The moves are made up by hypothesis; what must follow is said by `oracle.py`, which knows the facts
alone. `bin/test tests/floor/test_whole_days.py --hypothesis-profile search` plays others.
"""

from __future__ import annotations

import re
from collections import Counter as Tally
from datetime import time
from functools import partial, reduce
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from msgspec.structs import replace

from server.floor import commands as c
from server.floor import counters, hours, routing, suggestions, today, unserved, visits
from server.floor import facts as f
from server.floor.day import Day
from server.floor.decide import DECIDE, decide
from server.floor.facts import Appointment, PaperItem, Suggestion, Touched, Wait
from server.floor.plan import CounterPlan, Need, StaffMember, StorePlan
from server.floor.refusals import Refusal
from server.floor.state import RECENT
from tests.floor import as_shown
from tests.floor.oracle import MINUTE, Oracle
from tests.floor.played import Floorplay, small_store, words

T = TypeVar("T")
PICK = st.integers(0, 11)
SOON = st.sampled_from([0, 5, 30, 119, 120, 121, 300, 900])
PEOPLE = ("mai", "theo", "ken", "noor")
ALL = frozenset({"replacement", "advice", "recovery"})
NEWCOMER = st.fixed_dictionaries(
    {
        "service": st.sampled_from(sorted(ALL)),
        "needs": st.sampled_from([(), (), ("seat",), ("sign",), ("step_free",)]),
        "language": st.sampled_from(["en", "en", "ar"]),
        "asked_for": st.sampled_from([None, None, "theo", "ken"]),
        "papers": st.booleans(),
        "choose": st.sampled_from(["wait", "wait", "wait", "hold", "come_back", None]),
        "earlier": st.sampled_from([0, 0, 0, 1, 7]),
    }
)
REFUSED = re.compile(r"^refusal-(\w+) =((?:.*\n)(?:[ }].*\n|\n(?= ))*)", re.MULTILINE)
FLOOR_WORDS = (Path(__file__).parents[2] / "ui/words/en/floor.ftl").read_text("utf-8")
SENTENCES = {
    code: set(re.findall(r"\{ \$(\w+)", text)) for code, text in REFUSED.findall(FLOOR_WORDS)
}
"""What the sentence of each refusal needs to be told."""
LONG, SHORT = Wait(300, 600, 900), Wait(60, 120, 300)
BREAK = (time(11, 30), time(11, 50))
QUIET_MS = 15 * MINUTE
"""What was put off stays so for this long."""


def big_store(lines: str) -> StorePlan:
    """Four counters of different services and needs, four people of different skills."""
    staff = (
        StaffMember("mai", "Mai", languages=("en",), breaks=(BREAK,)),
        StaffMember("theo", "Theo", languages=("en", "ar"), needs=frozenset({"sign"})),
        StaffMember("ken", "Ken", services=frozenset({"recovery", "advice"}), breaks=(BREAK,)),
        StaffMember("noor", "Noor", role="floor_walker", languages=("ar",)),
    )
    return replace(
        small_store(),
        lines=lines,
        counters={
            "1": CounterPlan("1", words("1"), frozenset({"replacement", "advice"})),
            "2": CounterPlan("2", words("2"), ALL - {"recovery"}, needs=frozenset({"step_free"})),
            "3": CounterPlan("3", words("3"), frozenset({"recovery", "advice"})),
            "4": CounterPlan("4", words("4"), ALL),
        },
        staff={person.id: person for person in staff},
        needs={
            "seat": Need("seat", words("Seat"), head_start_minutes=10),
            "sign": Need("sign", words("Sign"), head_start_minutes=5),
            "step_free": Need("step_free", words("Steps")),
        },
    )


def changed(plan: StorePlan, what: str) -> StorePlan:
    """config.toml edited while the store is open: it is read anew at a restart."""
    verb, _, name = what.partition(" ")
    if verb == "counter":
        return replace(plan, counters={k: v for k, v in plan.counters.items() if k != name})
    if verb == "service":
        left = {k: v for k, v in plan.services.items() if k != name}
        counters = {k: replace(v, services=v.services - {name}) for k, v in plan.counters.items()}
        return replace(plan, services=left, counters=counters)
    if verb == "serves":
        here = plan.counters.get(name)
        less = {name: replace(here, services=here.services - {"advice"})} if here else {}
        return replace(plan, counters={**plan.counters, **less})
    if verb == "person":
        return replace(plan, staff={k: v for k, v in plan.staff.items() if k != name})
    if verb == "skill":
        able = {
            k: replace(v, services=(ALL if v.services is None else v.services) - {name})
            for k, v in plan.staff.items()
        }
        return replace(plan, staff=able)
    return replace(plan, lines="pool" if plan.lines == "counter" else "counter")


EDITS = (
    *("counter 1", "counter 3", "counter 4", "serves 1", "serves 2", "serves 4"),
    *("service advice", "service recovery", "person theo", "skill recovery", "skill advice"),
    "lines",
)


class AnyDay(RuleBasedStateMachine):
    asked: ClassVar[Tally[type[c.Command]]] = Tally()
    done: ClassVar[Tally[type[c.Command]]] = Tally()
    """Commands of all days played, and those of them that were not refused."""

    @initialize(
        lines=st.sampled_from(["counter", "pool"]),
        opened=st.integers(0, 15),
        newcomers=st.lists(NEWCOMER, min_size=2, max_size=8),
    )
    def begin(self, lines: str, opened: int, newcomers: list[dict[str, Any]]) -> None:
        self.floor = Floorplay(big_store(lines))
        self.whole = self.floor.plan
        self.oracle = Oracle(self.floor.plan)
        self.heard = 0
        self.made = 0
        self.put_off: list[tuple[Suggestion, int]] = []
        for n, counter in enumerate("1234"):
            if opened >> n & 1:
                self.ask(c.OpenCounter(counter, PEOPLE[n]))
        self.arrive(newcomers)

    # Asking

    @property
    def day(self) -> Day:
        return self.floor.day

    @property
    def plan(self) -> StorePlan:
        return self.floor.plan

    def ask(self, command: c.Command) -> tuple[f.Fact, ...] | Refusal:
        decision = self.floor.ask(command)
        self.asked[type(command)] += 1
        if isinstance(decision, Refusal):
            self.no_is_true(command, decision)
        else:
            self.done[type(command)] += 1
        for recorded in self.floor.recorded[self.heard :]:
            self.oracle.hear(recorded)
        self.heard = len(self.floor.recorded)
        return decision

    def tried(self, command: c.Command) -> tuple[f.Fact, ...] | Refusal:
        """Decided and not done."""
        decision = decide(self.plan, self.day, command, self.floor.now, self.floor.forecast())
        if isinstance(decision, Refusal):
            self.no_is_true(command, decision)
        return decision

    def no_is_true(self, command: c.Command, no: Refusal) -> None:
        """It tells where things stand, what can be done instead, and all that its sentence says."""
        said, oracle, whose = no.args, self.oracle, getattr(command, "visit", "")
        assert SENTENCES[no.code] <= said.keys()
        listed = {
            "unknown_counter": self.plan.counters,
            "unknown_staff": self.plan.staff,
            "unknown_service": self.plan.services,
            "unknown_need": self.plan.needs,
            "unknown_paper": self.plan.papers,
        }.get(no.code)
        if listed is not None and "known" in said:
            assert said["known"] == sorted(listed)
        if no.code == "counter_busy" and "visit" in said:
            here = oracle.at_desk(said["counter"])
            assert here is not None
            told = (said["visit"], said["ticket"], said["state"])
            assert told == (here.id, oracle.number(here.id), here.state)
        elif whose in oracle.guests and "ticket" in said:
            assert said["ticket"] == (oracle.number(whose) or "")
        if no.state in ("open", "closed", "break"):
            assert no.state == oracle.desk(said["counter"]).state
            if no.allowed_actions:
                assert Tally(no.allowed_actions) == Tally(oracle.may_do(said["counter"]))
        elif no.allowed_actions and said["ticket"]:
            guest = oracle.guests[oracle.tickets[said["ticket"]]]
            assert no.state == guest.state
            assert Tally(no.allowed_actions) == Tally(oracle.allowed(guest.id, self.floor.now))
            if no.code == "already_called":
                assert said["counter"] == guest.line
            elif no.code == "already_ended":
                assert said["ended_as"] == guest.ended_as
            elif no.code == "not_allowed_now":
                assert said["state"] == guest.state

    def new(self, letter: str) -> str:
        self.made += 1
        return f"{letter}{self.made}"

    def guest(self, n: int, *states: str) -> str:
        """The n-th of those in these states; of all, if there is none."""
        found = [g.id for g in self.oracle.in_state(*states)] or list(self.oracle.guests)
        return found[n % len(found)] if found else "nobody"

    def counter(self, n: int, *states: str) -> str:
        known = list(self.plan.counters)
        found = [k for k in known if self.oracle.desk(k).state in states] or known
        return found[n % len(found)]

    # What customers do

    @rule(newcomers=st.lists(NEWCOMER, min_size=1, max_size=4))
    def arrive(self, newcomers: list[dict[str, Any]]) -> None:
        for newcomer in newcomers:
            self.arrives(**newcomer)

    def arrives(self, service: str, papers: bool, earlier: int, **more: Any) -> None:
        asks = self.plan.services.get(service)
        known = {p for r in asks.requirements for p in r.any} if asks and papers else set()
        self.takes(
            service,
            papers={paper: "have" for paper in ("mail", "letter", "id") if paper in known},
            arrived_at=self.floor.now - earlier * MINUTE if earlier else None,
            **more,
        )

    def takes(self, service: str, **more: Any) -> None:
        ticket = c.TakeTicket(self.new("v"), service, **more)
        facts = self.ask(ticket)
        if isinstance(facts, Refusal):
            return
        arrived_at = ticket.arrived_at or self.floor.now
        booked = ticket.appointment
        due = self.oracle.appointments[booked.id].at if booked else None
        for fact in facts:
            if isinstance(fact, f.TicketIssued):
                assert fact.credited_at == self.oracle.credited(arrived_at, ticket.needs, due)
                self.ticket_fits(self.oracle.guests[ticket.visit])

    def ticket_fits(self, guest: Any) -> None:
        """A newcomer joins the line of an open counter that can serve him, or the pool."""
        if guest.line is not None:
            assert self.plan.lines == "counter"
            assert self.oracle.desk(guest.line).state == "open"
            assert guest.line in self.oracle.who_can_serve(guest)

    @precondition(lambda self: self.oracle.in_state("waiting", "called"))
    @rule(n=PICK, by_customer=st.booleans(), minutes=st.sampled_from([1, 5, 31]))
    def holds(self, n: int, by_customer: bool, minutes: int) -> None:
        visit = self.guest(n, "waiting", "called")
        self.ask(c.Hold(visit, minutes, by_customer=by_customer))

    @precondition(lambda self: self.oracle.in_state("held"))
    @rule(n=PICK)
    def returns(self, n: int) -> None:
        self.ask(c.Return(self.guest(n, "held")))

    @precondition(lambda self: self.oracle.in_state("waiting", "held"))
    @rule(n=PICK, paper=st.sampled_from(["mail", "id"]), how=st.sampled_from(["have", "missing"]))
    def declares_papers(self, n: int, paper: str, how: Any) -> None:
        self.ask(c.DeclarePapers(self.guest(n, "waiting", "held"), {paper: how}))

    @precondition(lambda self: self.oracle.in_state("waiting", "held"))
    @rule(n=PICK)
    def cancels(self, n: int) -> None:
        self.ask(c.Cancel(self.guest(n, "waiting", "held")))

    @precondition(lambda self: self.oracle.in_state("ended"))
    @rule(n=PICK, score=st.integers(1, 5))
    def gives_feedback(self, n: int, score: int) -> None:
        self.ask(c.GiveFeedback(self.guest(n, "ended"), score))

    # What is done at a counter

    @rule(n=PICK)
    def calls_next(self, n: int) -> None:
        self.ask(c.CallNext(self.counter(n, "open")))

    @rule(n=PICK, then=st.sampled_from(["finish", "promise", "start", "none"]))
    def everybody_calls(self, n: int, then: str) -> None:
        """All counters in a row, so that lines empty as well as fill."""
        known = list(self.plan.counters)
        for counter in known[n % len(known) :] + known[: n % len(known)]:
            here = self.oracle.at_desk(counter)
            if here is not None and then == "promise":
                self.ask(c.Finish(here.id, "resolved", 9, self.new("p"), self.floor.now))
            elif here is not None and then == "finish":
                self.ask(c.Finish(here.id, "resolved"))
            elif here is not None and then == "start":
                self.ask(c.Start(here.id))
            self.ask(c.CallNext(counter))

    @precondition(lambda self: self.oracle.in_state("waiting", "held"))
    @rule(n=PICK, m=PICK)
    def calls_by_hand(self, n: int, m: int) -> None:
        self.ask(c.Call(self.counter(m, "open"), self.guest(n, "waiting", "held"), "asked for"))

    @precondition(lambda self: self.oracle.in_state("called"))
    @rule(n=PICK, what=st.sampled_from([c.Recall, c.Start, c.NoShow]))
    def is_called(self, n: int, what: Any) -> None:
        self.ask(what(self.guest(n, "called")))

    @precondition(lambda self: self.oracle.in_state("called", "serving"))
    @rule(n=PICK, promise=st.booleans(), late=st.sampled_from([None, 0, 1]))
    def finishes(self, n: int, promise: bool, late: int | None) -> None:
        ended_at = None if late is None else self.floor.now - late * MINUTE
        finish = c.Finish(self.guest(n, "called", "serving"), "resolved", ended_at=ended_at)
        if promise:
            finish = replace(finish, promise=self.new("p"), promise_due=self.floor.now)
        self.ask(finish)

    @precondition(lambda self: self.oracle.in_state("called", "serving"))
    @rule(
        n=PICK,
        m=PICK,
        where=st.sampled_from(["anywhere", "here", "other"]),
        position=st.sampled_from(["by_arrival", "by_arrival", "first", "last"]),
    )
    def passes_on(self, n: int, m: int, where: str, position: Any) -> None:
        visit = self.guest(n, "called", "serving")
        to = self.counter(m, "open") if where == "other" else None
        service = None if where == "here" else sorted(ALL)[m % 3]
        facts = self.ask(c.Transfer(visit, service, to, position))
        if isinstance(facts, Refusal):
            return
        guest = self.oracle.guests[visit]
        line = self.oracle.line(guest.line)
        if position == "by_arrival":
            assert guest.credited_at == guest.first_credited_at, "passing on lost the arrival"
        elif position == "first":
            assert line[0] == visit
            assert guest.credited_at <= self.floor.now
        else:
            assert line[-1] == visit
            assert guest.credited_at >= self.floor.now
        assert to is None or (guest.line, guest.chosen) == (to, to)

    @precondition(lambda self: self.oracle.in_state("waiting", "serving"))
    @rule(n=PICK, status=st.sampled_from(["seen", "rejected"]))
    def checks_papers(self, n: int, status: Any) -> None:
        items = (PaperItem("mail", status),)
        self.ask(c.CheckPapers(self.guest(n, "serving", "waiting"), items, "theo"))

    @rule(n=PICK, m=PICK, services=st.sampled_from([None, None, ("advice",)]))
    def opens(self, n: int, m: int, services: tuple[str, ...] | None) -> None:
        staff = list(self.plan.staff)
        self.ask(c.OpenCounter(self.counter(n), staff[m % len(staff)], services))

    @rule(n=PICK)
    def closes(self, n: int) -> None:
        self.ask(c.CloseCounter(self.counter(n, "open", "break")))

    @rule(n=PICK, minutes=st.sampled_from([None, 10, 20]))
    def takes_a_break(self, n: int, minutes: float | None) -> None:
        self.ask(c.TakeBreak(self.counter(n, "open"), minutes))

    # What is done on the floor

    @precondition(lambda self: self.oracle.in_state("waiting"))
    @rule(n=PICK, m=PICK, pool=st.booleans())
    def moves(self, n: int, m: int, pool: bool) -> None:
        to = None if pool else self.counter(m, "open")
        self.ask(c.Move(self.guest(n, "waiting"), to, "by hand"))

    @precondition(lambda self: self.oracle.in_state("waiting"))
    @rule(n=PICK, m=PICK)
    def moves_many(self, n: int, m: int) -> None:
        first, second = self.guest(n, "waiting"), self.guest(n + 1, "waiting")
        before = (self.oracle.guests.get(first), self.oracle.guests.get(second))
        to = self.counter(m, "open")
        facts = self.ask(c.MoveMany((c.Move(first, to), c.Move(second, None))))
        if isinstance(facts, Refusal):
            now = (self.oracle.guests.get(first), self.oracle.guests.get(second))
            assert now == before, "all or none"

    @precondition(lambda self: self.oracle.in_state("waiting", "held", "called"))
    @rule(n=PICK, reason=st.sampled_from(["left", None]))
    def removes(self, n: int, reason: str | None) -> None:
        self.ask(c.Remove(self.guest(n, "waiting", "held", "called"), reason))

    @precondition(lambda self: self.oracle.last)
    @rule(n=PICK)
    def undoes(self, n: int) -> None:
        """The last things done are taken back, and each visit is as it was."""
        latest = sorted(self.oracle.last, key=lambda visit: self.oracle.last[visit].at)
        if not latest:
            return
        visit = latest[-1 - n % min(len(latest), 4)]
        before = self.oracle.last[visit].before
        possible = self.oracle.can_undo(visit, self.floor.now)
        facts = self.ask(c.Undo(visit))
        assert isinstance(facts, Refusal) != possible
        if not isinstance(facts, Refusal) and len(facts) == 1:
            assert self.oracle.guests[visit] == before

    @precondition(lambda self: self.oracle.in_state("waiting", "serving"))
    @rule(n=PICK)
    def recovers(self, n: int) -> None:
        self.ask(c.Recover(self.guest(n, "waiting", "serving"), "apology", "mai"))

    @precondition(lambda self: self.oracle.recoveries)
    @rule(n=PICK)
    def takes_back_recovery(self, n: int) -> None:
        offered = [visit for visit, those in self.oracle.recoveries.items() if those]
        visit = offered[n % len(offered)] if offered else "nobody"
        self.ask(c.TakeBackRecovery(visit, "apology", "mai"))

    @rule(n=PICK, what=st.sampled_from(["note", "help", "colleague", "manager"]))
    def leaves_a_note_or_asks(self, n: int, what: Any) -> None:
        if what == "note":
            self.ask(c.LeaveNote(self.guest(n), "theo"))
        elif what == "help":
            self.ask(c.AskHelp(self.new("h"), visit=self.guest(n) if self.oracle.guests else None))
        else:
            self.ask(c.AskColleague(self.new("h"), self.counter(n, "open"), what))

    @precondition(lambda self: self.oracle.help)
    @rule(n=PICK, staff=st.sampled_from(["theo", None]))
    def answers_help(self, n: int, staff: str | None) -> None:
        open_ = sorted(self.oracle.help) or ["nothing"]
        self.ask(c.AnswerHelp(open_[n % len(open_)], staff))

    @precondition(lambda self: self.oracle.promises)
    @rule(n=PICK, reopens=st.booleans())
    def keeps_a_promise(self, n: int, reopens: bool) -> None:
        known = list(self.oracle.promises) or ["nothing"]
        promise = known[n % len(known)]
        self.ask(c.KeepPromise(promise, "mai"))
        if reopens:
            self.ask(c.ReopenPromise(promise))

    # Appointments

    @rule(
        minutes=st.sampled_from([5, 20, 60]),
        service=st.sampled_from(["advice", "recovery"]),
        expected=st.booleans(),
    )
    def books(self, minutes: int, service: str, expected: bool) -> None:
        """For today; `expected`: on an earlier day."""
        at = self.floor.now + minutes * MINUTE
        booked = Appointment(self.new("a"), f"47110{self.made % 4}", service, at)
        if expected:
            self.ask(c.ExpectAppointments((replace(booked, code=f"48{self.made:04}"),)))
        else:
            self.ask(c.MakeAppointment(booked))

    def booked(self, n: int) -> Appointment:
        known = list(self.oracle.appointments.values())
        return known[n % len(known)]

    @precondition(lambda self: self.oracle.appointments)
    @rule(n=PICK, what=st.sampled_from(["move", "cancel", "reopen"]))
    def changes_an_appointment(self, n: int, what: str) -> None:
        known = self.booked(n)
        change = {
            "move": c.MoveAppointment(known, self.floor.now + n * 5 * MINUTE),
            "cancel": c.CancelAppointment(known),
            "reopen": c.ReopenAppointment(known),
        }
        self.ask(change[what])

    @precondition(lambda self: self.oracle.appointments)
    @rule(n=PICK, needs=st.sampled_from([(), ("seat",)]))
    def comes_to_an_appointment(self, n: int, needs: tuple[str, ...]) -> None:
        booked = self.booked(n)
        self.takes(booked.service, choose="wait", needs=needs, appointment=booked)

    # Suggestions

    @precondition(lambda self: self.oracle.in_state("waiting"))
    @rule(n=PICK, m=PICK, at_once=st.booleans(), keeps=st.booleans())
    def offers_moves(self, n: int, m: int, at_once: bool, keeps: bool) -> None:
        """As the balance makes them: out of a line, to a counter that would call them."""
        to = self.counter(m, "open")
        waiting = [
            guest
            for guest in self.oracle.in_state("waiting")
            if guest.line not in (None, to) and self.oracle.may_call(self.oracle.desk(to), guest)
        ]
        some = [waiting[(n + k) % len(waiting)] for k in range(min(3, len(waiting)))]
        touched = tuple(Touched(g.id, g.line, to, LONG, SHORT) for g in some)
        if touched:
            self.offers(Suggestion(self.new("s"), "move", touched), at_once, keeps)

    @rule(n=PICK, m=PICK, kind=st.sampled_from(["open", "borrow"]), keeps=st.booleans())
    def offers_an_opening(self, n: int, m: int, kind: Any, keeps: bool) -> None:
        counter = self.counter(n, "closed")
        services = tuple(sorted(self.plan.counters[counter].services & self.plan.services.keys()))
        staff = list(self.plan.staff)[m % len(self.plan.staff)]
        opening = Suggestion(self.new("s"), kind, (), counter, staff, services, 20)
        self.offers(opening, False, keeps)

    @rule(person=st.sampled_from(["mai", "ken"]), later=st.sampled_from([15, 30]))
    def offers_a_later_break(self, person: str, later: int) -> None:
        here = [d.id for d in self.oracle.desks.values() if d.staff == person] or ["1"]
        planned_at, _ = hours.span(self.plan, self.day.date, *BREAK)
        at = planned_at + later * MINUTE
        put = Suggestion(
            self.new("s"), "break", (), here[0], person, (), 20, planned_at=planned_at, put_at=at
        )
        self.offers(put, False, True)

    def offers(self, suggestion: Suggestion, at_once: bool, keeps: bool) -> None:
        kept = [id for id, state in self.oracle.suggestions.items() if state == "open" and keeps]
        taken = (suggestion.id,) if at_once else ()
        facts = self.ask(c.Offer((suggestion,), tuple(kept), taken))
        assert not isinstance(facts, Refusal)
        offered = any(isinstance(fact, f.SuggestionOffered) for fact in facts)
        assert not (offered and self.was_put_off(suggestion)), "put off, and offered again"

    def was_put_off(self, suggestion: Suggestion) -> bool:
        """The same moves, opening or break, by somebody who said "not now" a moment ago."""
        visits_ = {move.visit for move in suggestion.moves}
        return any(
            one.kind == suggestion.kind
            and (self.floor.now < at + QUIET_MS or one.kind == "break")
            and (one.counter, one.planned_at) == (suggestion.counter, suggestion.planned_at)
            and (one.kind != "move" or {move.visit for move in one.moves} & visits_)
            and (one.kind != "break" or one.staff == suggestion.staff)
            for one, at in self.put_off
        )

    def suggestion(self, n: int, state: str) -> str:
        found = [id for id, those in self.oracle.suggestions.items() if those == state]
        return found[n % len(found)] if found else "nothing"

    @precondition(lambda self: "open" in self.oracle.suggestions.values())
    @rule(n=PICK)
    def tells_a_suggestion_anew(self, n: int) -> None:
        id = self.suggestion(n, "open")
        if id in self.day.suggestions:
            told = replace(self.day.suggestions[id].suggestion, saved_s=77)
            self.ask(c.Offer((told,), (id,)))

    @precondition(lambda self: "open" in self.oracle.suggestions.values())
    @rule(n=PICK)
    def takes_a_suggestion(self, n: int) -> None:
        id = self.suggestion(n, "open")
        orders = self.calls_to_come()
        facts = self.ask(c.TakeSuggestion(id, by="mai"))
        if not isinstance(facts, Refusal) and self.day.suggestions[id].suggestion.kind == "move":
            assert self.calls_to_come() == orders, "a suggested move changed who is next"

    def calls_to_come(self) -> dict[str, str | None]:
        return {counter: self.oracle.next_for(counter) for counter in self.oracle.desks}

    @precondition(lambda self: "open" in self.oracle.suggestions.values())
    @rule(n=PICK)
    def puts_off_a_suggestion(self, n: int) -> None:
        id = self.suggestion(n, "open")
        if not isinstance(self.ask(c.PutOffSuggestion(id, "later", "mai")), Refusal):
            self.put_off.append((self.day.suggestions[id].suggestion, self.floor.now))

    @precondition(lambda self: "taken" in self.oracle.suggestions.values())
    @rule(n=PICK)
    def takes_a_suggestion_back(self, n: int) -> None:
        id = self.suggestion(-1 - n % 2, "taken")
        before = dict(self.oracle.guests)
        desks = dict(self.oracle.desks)
        orders = self.calls_to_come()
        facts = self.ask(c.TakeBackSuggestion(id, "mai"))
        if isinstance(facts, Refusal):
            return
        suggestion = self.day.suggestions[id].suggestion
        self.put_off.append((suggestion, self.floor.now))
        moved = [fact for fact in facts if isinstance(fact, f.VisitMoved)]
        if suggestion.kind == "move":
            assert {fact.visit for fact in moved} <= {
                move.visit
                for move in suggestion.moves
                if before[move.visit].moved_by == id and before[move.visit].line == move.to
            }, "somebody was dragged back whom staff had moved since"
            assert self.calls_to_come() == orders, "taking a move back changed who is next"
        elif suggestion.kind != "break":
            assert desks[suggestion.counter or ""].state == "open"

    # Time, and another config.toml

    @rule(seconds=SOON, newcomers=st.lists(NEWCOMER, max_size=2))
    def time_passes_and_some_arrive(self, seconds: int, newcomers: list[dict[str, Any]]) -> None:
        self.time_passes(seconds)
        self.arrive(newcomers)

    def time_passes(self, seconds: int) -> None:
        self.floor.now += seconds * 1000
        now, plan = self.floor.now, self.plan
        ends = hours.sends_home_at(today.plan_of(plan, self.day), self.day.date)
        sends_home = self.floor.now >= ends
        late_ms = plan.times.call_unanswered_s * 1000
        called = self.oracle.in_state("called")
        due = {g.id for g in called if now >= (g.called_at or 0) + late_ms}
        due |= {g.id for g in self.oracle.in_state("held") if now >= (g.held_until or 0)}
        facts = self.ask(c.TimePassed())
        assert not isinstance(facts, Refusal)
        ended = {fact.visit for fact in facts if isinstance(fact, f.VisitEnded)}
        assert ended == due or sends_home
        assert not sends_home or not self.oracle.in_state("waiting", "held", "called", "serving")

    # What is different today

    @rule(
        what=st.sampled_from(["closes_at", "service", "service", "running_late", "message"]),
        minutes=st.sampled_from([0, 5, 60]),
        service=st.sampled_from(sorted(ALL)),
    )
    def something_is_different(self, what: Any, minutes: int, service: str) -> None:
        moment = self.floor.now + minutes * MINUTE
        said = {
            "closes_at": {"closes_at": moment + 60 * MINUTE},
            "service": {"service": service, "closed_from": moment},
            "running_late": {"reason": "the kettle is broken"},
            "message": {},
        }
        made = f.DayException(self.new("e"), what, self.floor.now, "mai", **said[what])
        self.ask(c.SayToday(made))
        assert all(one.reason in (None, "other") for one in self.day.exceptions.values())

    @precondition(lambda self: self.oracle.exceptions)
    @rule(n=PICK)
    def is_as_usual_again(self, n: int) -> None:
        known = list(self.oracle.exceptions) or ["nothing"]
        self.ask(c.TakeBackToday(known[n % len(known)]))

    @rule(n=st.integers(0, 40))
    def the_day_ends(self, n: int) -> None:
        if n == 0:
            plan = today.plan_of(self.plan, self.day)
            self.floor.now = max(self.floor.now, hours.sends_home_at(plan, self.day.date))
            self.time_passes(0)

    @rule(n=st.integers(0, 3))
    def a_close_is_taken_back(self, n: int) -> None:
        if n != 0:
            return
        sent_home = {
            guest.id
            for guest in self.oracle.in_state("ended")
            if guest.ended_as == "end_of_day" and guest.ended_at == self.oracle.closed_at
        }
        before = {id: self.oracle.last[id].before for id in sent_home if id in self.oracle.last}
        seats = {g.id for g in before.values() if g.state in ("called", "serving")}
        taken = {id for id in seats if self.oracle.at_desk(before[id].line or "")}
        facts = self.ask(c.ReopenDay())
        if not isinstance(facts, Refusal):
            back = {visit for fact in facts for visit in getattr(fact, "visits", ())}
            assert back == before.keys() - taken

    @rule(edits=st.sets(st.sampled_from(EDITS), max_size=3))
    def restarts(self, edits: set[str]) -> None:
        """The Day is folded anew, perhaps under another plan, and is the same Day."""
        self.folds_to_the_same_day()
        plan = reduce(changed, sorted(edits), self.whole)
        again = Floorplay(plan, self.floor.now)
        for recorded in self.floor.recorded:
            again.day.apply(recorded)
        again.forecaster.learn(self.floor.recorded, again.day.date)
        again.recorded = self.floor.recorded
        self.floor = again
        self.oracle.plan = again.plan
        self.ask(c.TimePassed())

    def teardown(self) -> None:
        if hasattr(self, "floor"):
            self.folds_to_the_same_day()
            self.staff_see_where_everybody_is()
            self.everybody_is_called_in_the_end()

    def folds_to_the_same_day(self) -> None:
        again = Day(self.plan.id, self.day.date)
        for recorded in self.floor.recorded:
            again.apply(recorded)
        assert told(again) == told(self.day)

    def everybody_is_called_in_the_end(self) -> None:
        """Once every counter is staffed for all it does, nobody is left: there are no ghosts."""
        if self.oracle.closed:
            return
        self.floor.plan = self.oracle.plan = self.whole
        self.day.able.clear()
        for guest in self.oracle.in_state("called", "serving"):
            self.ask(c.Finish(guest.id, "resolved"))
        for guest in self.oracle.in_state("held"):
            self.ask(c.Return(guest.id))
        for exception in list(self.oracle.exceptions):
            self.ask(c.TakeBackToday(exception))
        for person, (counter, plan) in zip(PEOPLE, self.whole.counters.items(), strict=True):
            self.ask(c.OpenCounter(counter, person, tuple(sorted(plan.services))))
        for _ in range(len(self.oracle.in_state("waiting"))):
            for counter in self.whole.counters:
                self.calls_the_next(counter)
                here = self.oracle.at_desk(counter)
                if here is not None:
                    self.ask(c.Finish(here.id, "resolved"))
        assert self.oracle.in_state("waiting") == []

    # What holds after every step

    @invariant()
    def everybody_is_in_one_place(self) -> None:
        oracle, day = self.oracle, self.day
        assert day.visits.keys() == oracle.guests.keys()
        lines = {line: day.line(line) for line in day.lines if day.line(line)}
        assert lines == {line: oracle.line(line) for line in lines}
        assert sum(map(len, lines.values())) == len(oracle.in_state("waiting"))
        assert day.held == {g.id: g.held_until for g in oracle.in_state("held")}
        feared = {g.id for g in oracle.in_state("waiting") if g.at_risk}
        assert day.at_risk == feared
        for counter in self.whole.counters:
            desk, here = oracle.desk(counter), oracle.at_desk(counter)
            shown = day.counter(counter)
            assert (shown.state, shown.staff, frozenset(shown.services), shown.visit) == (
                desk.state,
                desk.staff,
                desk.services,
                here.id if here else None,
            )
            if desk.state != "open" and counter in self.plan.counters:
                assert here is None, "somebody stands at a counter with nobody behind it"
                assert oracle.line(counter) == [], "somebody waits in a line that is not called"

    @invariant()
    def every_visit_is_as_its_facts_tell(self) -> None:
        for guest in self.oracle.guests.values():
            visit = self.day.visits[guest.id]
            assert visit.arrived_at == guest.arrived_at, "an arrival was lost"
            assert (
                visit.state,
                visit.counter,
                visit.service,
                visit.leg.credited_at,
                visit.leg.home,
                visit.leg.chosen,
                visit.leg.moved_by,
                visit.held_until,
                visit.leg.called_at,
                visit.leg.calls,
                visit.leg.started_at,
                visit.leg.staff,
                visit.ended_as,
                visit.ended_reason,
                visit.leg.ended_at,
                visit.outcome,
                visit.at_risk,
                len(visit.legs),
                visit.feedback,
                [one.recovery for one in visit.recoveries],
            ) == (
                guest.state,
                guest.line,
                guest.service,
                guest.credited_at,
                guest.home,
                guest.chosen,
                guest.moved_by,
                guest.held_until,
                guest.called_at,
                guest.calls,
                guest.started_at,
                guest.served_by,
                guest.ended_as,
                guest.ended_reason,
                guest.ended_at,
                guest.outcome,
                guest.at_risk,
                guest.legs,
                self.oracle.feedback.get(guest.id),
                self.oracle.recoveries.get(guest.id, []),
            )

    @invariant()
    def the_board_shows_where_everybody_is(self) -> None:
        oracle, day = self.oracle, self.day
        board = as_shown.board_view(self.plan, day, self.floor.now, self.floor.forecast())
        called = sorted(
            (guest.called_at or 0, oracle.number(guest.id), guest.line, guest.calls)
            for guest in oracle.in_state("called")
        )
        shown = [(c["called_at"], c["ticket"], c["counter"], c["calls"]) for c in board["called"]]
        assert Tally(shown) == Tally((as_shown.at(when), *rest) for when, *rest in called)
        assert [at for at, *_ in shown] == [as_shown.at(when) for when, *_ in reversed(called)]
        last = [(one["ticket"], one["counter"], one["called_at"]) for one in board["last"]]
        assert last == [(t, counter, as_shown.at(at)) for t, counter, at in oracle.last_called()]
        held = sorted((g.held_until or 0, g.id) for g in oracle.in_state("held"))
        assert board["held"] == [
            {"ticket": oracle.number(visit), "until": as_shown.at(until)} for until, visit in held
        ]
        pool = [oracle.number(visit) for visit in oracle.line(None)]
        assert board["pool"] == {"next": pool[:3], "waiting": len(pool)}
        for one in board["counters"]:
            self.shows_the_counter(one)
            here = oracle.at_desk(one["id"])
            assert one["now"] == (oracle.number(here.id) if here else None)
            called_here = [oracle.number(visit) for visit in oracle.line_as_called(one["id"])]
            assert one["next"] == called_here[:3]
            assert one["waiting"] == len(oracle.line(one["id"]))
        for service in board["services"]:
            asked = [g for g in oracle.in_state("waiting") if g.service == service["id"]]
            assert service["waiting"] == len(asked)

    def shows_the_counter(self, shown: dict[str, Any]) -> None:
        """What is served there now; of a closed one, what can be."""
        desk, serves = self.oracle.desk(shown["id"]), self.plan.counters[shown["id"]].services
        assert (shown["state"], shown["until"], set(shown["services"])) == (
            desk.state,
            as_shown.at(desk.until),
            desk.services or serves,
        )

    def staff_see_where_everybody_is(self) -> None:
        oracle, now = self.oracle, self.floor.now
        floor = as_shown.floor_view(self.plan, self.day, now, self.floor.forecast())
        here = oracle.in_state("waiting", "held", "called", "serving")
        assert floor["visits"].keys() == {guest.id for guest in here}
        seen = [*floor["visits"].values(), *floor["recent"]]
        for shown in seen:
            guest = oracle.guests[shown["id"]]
            ahead = oracle.line(guest.line).index(guest.id) if guest.state == "waiting" else None
            assert (shown["ticket"], shown["state"], shown["counter"], shown["staff"]) == (
                oracle.number(guest.id),
                guest.state,
                guest.line,
                guest.served_by,
            )
            assert shown["position"] == (None if ahead is None else ahead + 1)
            assert shown["recalls"] == max(guest.calls - 1, 0)
            times = ("arrived", "credited", "called", "started", "ended")
            assert [shown[f"{time}_at"] for time in times] == [
                as_shown.at(getattr(guest, f"{time}_at")) for time in times
            ]
            last = oracle.last.get(guest.id)
            assert shown["undo"] == (last.action if last else None)
            assert Tally(shown["allowed_actions"]) == Tally(oracle.allowed(guest.id, now))
        assert len(floor["recent"]) == min(len(oracle.in_state("ended")), 12)
        ends = [one["ended_at"] for one in floor["recent"]]
        assert ends == sorted(ends, reverse=True)
        held = sorted(oracle.in_state("held"), key=lambda guest: guest.held_until or 0)
        assert [oracle.guests[id].held_until for id in floor["held"]] == [
            guest.held_until for guest in held
        ]
        assert floor["pool"] == oracle.line(None)
        for one in floor["counters"]:
            self.shows_the_counter(one)
            desk, visit = oracle.desk(one["id"]), oracle.at_desk(one["id"])
            assert one["line"] == oracle.line(one["id"])
            assert one["visit"] == (visit.id if visit else None)
            assert (one["staff"] or {}).get("id") == desk.staff
            assert Tally(one["allowed_actions"]) == Tally(oracle.may_do(one["id"]))
        assert {one["id"] for one in floor["help"]} == oracle.help
        kept = sum(oracle.kept.values())
        assert (floor["promises_due"], floor["promises_kept"]) == (
            len(oracle.promises) - kept,
            kept,
        )

    @invariant()
    def what_is_open_is_open(self) -> None:
        oracle, day = self.oracle, self.day
        assert day.closed == oracle.closed
        assert day.help.keys() == oracle.help
        assert day.helped == oracle.helped
        assert {p.id: p.visit for p in day.promises.values()} == oracle.promises
        kept = {promise: day.kept.get(promise) is not None for promise in oracle.kept}
        assert kept == oracle.kept
        assert day.appointments == oracle.appointments
        assert {id: o.state for id, o in day.suggestions.items()} == oracle.suggestions
        for offered in suggestions.open_ones(self.plan, day):
            one = offered.suggestion
            if one.kind in ("move", "open", "borrow"):
                assert not isinstance(self.tried(c.TakeSuggestion(one.id)), Refusal)

    @invariant()
    def who_is_called_is_who_is_next(self) -> None:
        for counter in self.plan.counters:
            free = self.oracle.desk(counter).state == "open" and not self.oracle.at_desk(counter)
            decision = self.tried(c.CallNext(counter))
            assert isinstance(decision, Refusal) != free
            shown = routing.next_for(self.plan, self.day, self.day.counter(counter))
            works = self.oracle.desk(counter).state == "open"
            assert shown == (self.oracle.next_for(counter) if works else None)
            if not isinstance(decision, Refusal):
                self.calls_whom_it_should(counter, decision)

    def calls_the_next(self, counter: str) -> None:
        decision = self.tried(c.CallNext(counter))
        assert not isinstance(decision, Refusal)
        self.calls_whom_it_should(counter, decision)
        self.ask(c.CallNext(counter))

    def calls_whom_it_should(self, counter: str, decision: tuple[f.Fact, ...]) -> None:
        wanted = self.oracle.next_for(counter)
        called = [fact for fact in decision if isinstance(fact, f.VisitCalled)]
        assert [fact.visit for fact in called] == ([wanted] if wanted else [])
        for fact in called:
            passed = Tally(one.visit for one in fact.overtakes)
            assert passed == Tally(self.oracle.passed_over(counter, fact.visit))

    @invariant()
    def what_is_worked_out_once_is_still_so(self) -> None:
        """The floor keeps who may call a kind of visit until somebody comes or goes."""
        for guest in self.oracle.in_state("waiting"):
            kept = self.day.able.get(self.day.visits[guest.id].kind)
            assert kept is None or kept == self.oracle.who_can_serve(guest)

    @invariant()
    def whoever_waits_is_called_by_somebody_or_told_that_nobody_can(self) -> None:
        working = [d for d in self.oracle.desks.values() if d.works]
        forecast = self.floor.forecast()
        for guest in self.oracle.in_state("waiting"):
            if any(guest.service in desk.services for desk in working):
                assert any(self.oracle.may_call(desk, guest) for desk in working)
            elif guest.line is None:
                estimate = forecast.visit(guest.id)
                if unserved.nobody_serves(self.plan, self.day, guest.service):
                    assert estimate is None
                    continue
                assert estimate is not None
                assert estimate.basis in ("no_counter_open", "after_closing")

    @invariant()
    def nobody_is_a_ghost(self) -> None:
        """Whoever waits can be called by a counter that is open, or could be; or is listed for
        staff, with what to do. Nobody is at two counters."""
        listed = {one.visit: one for one in unserved.listed(self.plan, self.day, self.floor.now)}
        for guest in self.oracle.in_state("waiting"):
            served = self.oracle.can_be_served(guest.service, self.floor.now)
            assert (guest.id in listed) == (not served)
            desk = self.oracle.desk(guest.line or "")
            assert guest.line is None or guest.service in desk.services, "in a line in vain"
        for guest in self.oracle.in_state("called", "serving"):
            assert (guest.id in listed) == (guest.line not in self.plan.counters)
        people = [d.staff for d in self.oracle.desks.values() if d.state != "closed"]
        assert len(people) == len(set(people)), "one person at two counters"
        shown = as_shown.unserved_view(self.plan, self.day, self.floor.now)
        assert {one["visit"] for one in shown} == listed.keys()
        assert all(one["do"] for one in shown)

    @invariant()
    def today_is_as_it_was_said(self) -> None:
        """The exceptions of the day, and the hours that follow from them."""
        assert self.day.exceptions == self.oracle.exceptions
        closes = [one.closes_at for one in self.oracle.exceptions.values() if one.closes_at]
        plan = today.plan_of(self.plan, self.day)
        opened = hours.is_open(self.plan, self.floor.now)
        early = any(moment <= self.floor.now for moment in closes)
        assert hours.is_open(plan, self.floor.now) == (opened and not early)

    @invariant()
    def what_is_offered_is_what_is_done(self) -> None:
        """Of four visits: each action is listed as allowed, or is refused."""
        everybody = list(self.oracle.guests)
        start = len(self.floor.recorded) % max(len(everybody), 1)
        for visit in (everybody + everybody)[start : start + min(4, len(everybody))]:
            allowed = self.oracle.allowed(visit, self.floor.now)
            floor = visits.Floor(self.plan, self.day, self.floor.now, self.floor.forecast())
            shown = visits.allowed_actions(floor, self.day.visits[visit])
            assert Tally(shown) == Tally(allowed)
            for action, command in self.commands(visit).items():
                done = not isinstance(self.tried(command), Refusal)
                assert done == (action in allowed), action

    def commands(self, visit: str) -> dict[str, c.Command]:
        """One command for each action, that only the visit's state can forbid."""
        guest = self.oracle.guests[visit]
        found: dict[str, c.Command] = {
            "hold": c.Hold(visit, 5),
            "return": c.Return(visit),
            "recall": c.Recall(visit),
            "start": c.Start(visit),
            "no_show": c.NoShow(visit),
            "finish": c.Finish(visit, "resolved"),
            "papers": c.CheckPapers(visit, (PaperItem("mail", "seen"),)),
            "declare": c.DeclarePapers(visit, {"mail": "have"}),
            "recover": c.Recover(visit, "water"),
            "remove": c.Remove(visit),
            "cancel": c.Cancel(visit),
            "undo": c.Undo(visit),
        }
        if guest.ended_as in (None, "served"):
            found["feedback"] = c.GiveFeedback(visit, 5)
        if self.plan.services:
            found["transfer"] = c.Transfer(visit, next(iter(self.plan.services)))
        if guest.line is not None or guest.state != "waiting":
            found["move"] = c.Move(visit, None)
        for desk in self.oracle.desks.values():
            free = desk.state == "open" and self.oracle.at_desk(desk.id) is None
            if free and guest.service in desk.services and desk.id in self.plan.counters:
                found["call"] = c.Call(desk.id, visit)
        return found

    @invariant()
    def a_counter_offers_what_it_does(self) -> None:
        for counter in self.plan.counters:
            shown = counters.allowed_actions(self.day.counter(counter))
            desk = self.oracle.desk(counter)
            assert Tally(shown) == Tally(self.oracle.may_do(counter))
            tried: dict[str, c.Command] = {"call_next": c.CallNext(counter)}
            busy = {d.staff for d in self.oracle.desks.values() if self.oracle.at_desk(d.id)}
            free = [p for p in self.plan.staff if p not in busy - {desk.staff}]
            if free:
                tried["open"] = c.OpenCounter(counter, free[0], ())
            if desk.state == "open":
                tried |= {"break": c.TakeBreak(counter, 5), "close": c.CloseCounter(counter)}
            for action, command in tried.items():
                assert isinstance(self.tried(command), Refusal) == (action not in shown)


INVARIANTS = (
    AnyDay.everybody_is_in_one_place,
    AnyDay.every_visit_is_as_its_facts_tell,
    AnyDay.the_board_shows_where_everybody_is,
    AnyDay.what_is_open_is_open,
    AnyDay.who_is_called_is_who_is_next,
    AnyDay.what_is_worked_out_once_is_still_so,
    AnyDay.whoever_waits_is_called_by_somebody_or_told_that_nobody_can,
    AnyDay.nobody_is_a_ghost,
    AnyDay.today_is_as_it_was_said,
    AnyDay.what_is_offered_is_what_is_done,
    AnyDay.a_counter_offers_what_it_does,
)


def told(day: Day) -> dict[str, Any]:
    """All a Day holds, but what it only works out; lines without those that are empty."""
    held = {name: value for name, value in vars(day).items() if name != "able"}
    for lines in ("lines", "line_kinds"):
        held[lines] = {line: here for line, here in held[lines].items() if here}
    assert day.recent_calls.maxlen == day.recent_ends.maxlen == RECENT
    return held


SEARCHING = not settings.default.derandomize
DAYS = settings(
    max_examples=2000 if SEARCHING else 100,
    stateful_step_count=40,
    suppress_health_check=list(HealthCheck),
)


def test_whatever_is_done_nobody_is_lost_and_everybody_is_called_in_turn() -> None:
    run_state_machine_as_test(AnyDay, settings=DAYS)


def test_a_day_of_every_verb_is_among_them() -> None:
    """Each is asked for by a rule of the machine, and done at least once."""
    day = AnyDay()
    day.asked.clear()
    day.done.clear()
    advice = {
        "service": "advice",
        "needs": (),
        "language": "en",
        "asked_for": None,
        "papers": True,
        "choose": "wait",
        "earlier": 0,
    }
    recovery = advice | {"service": "recovery"}
    day.begin("counter", 3, [advice] * 3)
    for happens in (
        lambda: day.calls_next(0),
        lambda: day.is_called(0, c.Recall),
        lambda: day.is_called(0, c.Start),
        lambda: day.checks_papers(0, "seen"),
        lambda: day.recovers(0),
        lambda: day.takes_back_recovery(0),
        lambda: day.passes_on(0, 0, "here", "by_arrival"),
        lambda: day.everybody_calls(0, "promise"),
        lambda: day.everybody_calls(0, "promise"),
        lambda: day.keeps_a_promise(0, True),
        lambda: day.gives_feedback(0, 4),
        lambda: day.arrive([recovery, advice, advice, advice]),
        lambda: day.declares_papers(0, "id", "have"),
        lambda: day.moves(1, 0, True),
        lambda: day.moves(1, 1, False),
        *(partial(day.moves_many, n, m) for n in range(3) for m in range(2)),
        lambda: day.holds(0, False, 5),
        lambda: day.returns(0),
        lambda: day.undoes(0),
        lambda: day.cancels(0),
        lambda: day.opens(2, 2, None),
        *(partial(day.calls_by_hand, n, 2) for n in range(3)),
        lambda: day.calls_next(0),
        lambda: day.is_called(0, c.NoShow),
        lambda: day.removes(0, "left"),
        lambda: day.leaves_a_note_or_asks(0, "note"),
        lambda: day.leaves_a_note_or_asks(0, "help"),
        lambda: day.leaves_a_note_or_asks(0, "manager"),
        lambda: day.answers_help(0, "theo"),
        lambda: day.books(20, "advice", False),
        lambda: day.books(20, "advice", True),
        lambda: day.changes_an_appointment(4, "move"),
        lambda: day.changes_an_appointment(0, "cancel"),
        lambda: day.changes_an_appointment(0, "reopen"),
        lambda: day.comes_to_an_appointment(1, ("seat",)),
        lambda: day.offers_an_opening(0, 3, "open", True),
        lambda: day.tells_a_suggestion_anew(0),
        lambda: day.takes_a_suggestion(0),
        lambda: day.takes_a_suggestion_back(0),
        lambda: day.offers_an_opening(1, 3, "borrow", True),
        lambda: day.puts_off_a_suggestion(0),
        lambda: day.offers_a_later_break("mai", 15),
        lambda: day.time_passes_and_some_arrive(30, [advice]),
        lambda: day.opens(3, 3, None),
        lambda: day.something_is_different("running_late", 0, "advice"),
        lambda: day.is_as_usual_again(0),
        lambda: day.closes(0),
        lambda: day.takes_a_break(0, 10),
        lambda: day.the_day_ends(0),
        lambda: day.a_close_is_taken_back(0),
        lambda: day.restarts({"counter 4"}),
    ):
        happens()
        for holds in INVARIANTS:
            holds(day)
    day.teardown()
    assert day.asked.keys() == DECIDE.keys(), "a verb that no rule asks for"
    assert day.done.keys() == DECIDE.keys(), "a verb that was refused every time"
