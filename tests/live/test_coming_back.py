"""A phone that comes back sees what is so by now, whatever it heard before it was away: also when
nothing but time changed it, another phone heard of it, or the server was another one meanwhile."""

from __future__ import annotations

from copy import copy
from datetime import date, timedelta
from types import SimpleNamespace

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from server.floor import commands as c
from server.floor.day import Day
from server.floor.views.phone import PhoneView
from server.live.phones import Phones, state_of
from server.web.listener import HandOver
from tests.floor.played import MINUTE, Floorplay

HAPPENS = st.sampled_from(
    ["time", "hold", "return", "news", "leave", "lose", "back", "other", "restart", "midnight"]
)
WHO = st.integers(0, 1)


class Pocket:
    """A phone of Rosa's: what it shows, and the last event it heard."""

    def __init__(self) -> None:
        self.view: PhoneView | None = None
        self.last_id = ""
        self.here = False
        self.deaf = False
        """What is written to it is lost on the way."""
        self.heard = 0

    def hear(self, message: bytes) -> None:
        fields = dict(line.split(": ", 1) for line in message.decode().splitlines() if line)
        self.view = msgspec.json.decode(fields["data"], type=PhoneView)
        self.last_id = fields["id"]
        self.heard += 1


class Pockets:
    """The phones' connections."""

    def __init__(self, pockets: list[Pocket]) -> None:
        self.pockets = pockets

    def add(self, fd: int, visit: str, first: bytes) -> None:
        self.pockets[fd].here = True
        if first:
            self.pockets[fd].hear(first)

    def tell(self, visit: str, message: bytes) -> None:
        for pocket in self.pockets:
            if pocket.here and not pocket.deaf:
                pocket.hear(message)

    def drop(self, visit: str) -> None:
        raise AssertionError("nobody is of another day here")

    def visits(self) -> list[str]:
        return ["v1"] if self.count() else []

    def count(self, visit: str | None = None) -> int:
        return sum(pocket.here for pocket in self.pockets)


class Waiting:
    """Rosa waits at counter 1 while Ken is served, and two phones follow her."""

    def __init__(self) -> None:
        self.floor = Floorplay()
        self.floor.opens("1")
        self.rosa = self.floor.ticket()
        self.ken = self.floor.ticket()
        self.floor.do(c.Call("1", self.ken, "first"))
        self.pockets = [Pocket(), Pocket()]
        self.ways = Pockets(self.pockets)
        self.earlier_days = self.earlier_seq = 0
        self.serve()

    def day(self) -> Day:
        """The visit as a later day's stream would have it, after so many midnights."""
        day = copy(self.floor.day)
        today = date.fromisoformat(day.date) + timedelta(days=self.earlier_days)
        day.date, day.seq = today.isoformat(), day.seq - self.earlier_seq
        return day

    def serve(self) -> None:
        """A server starts: nobody is connected, and it has told nobody anything."""
        store = SimpleNamespace(
            plan=self.floor.plan,
            say_clock=lambda view: None,
            look=lambda render: render(self.day(), self.floor.now, self.floor.forecast()),
        )
        for pocket in self.pockets:
            pocket.here = False
        self.phones = Phones(store, self.ways, lambda secret: self.rosa)  # type: ignore[arg-type]

    def comes(self, who: int) -> None:
        pocket = self.pockets[who]
        environ = {"REQUEST_METHOD": "GET", "HTTP_LAST_EVENT_ID": pocket.last_id}
        answer = self.phones.let_in("secret", environ, lambda *_: None)
        assert isinstance(answer, HandOver)
        answer.take(who)

    def is_right(self, who: int) -> bool:
        news = self.phones._look([self.rosa], 0)[1][self.rosa]
        view = self.pockets[who].view
        assert news is not None and view is not None
        return state_of(view) == state_of(news.view)

    def happens(self, what: str, who: int) -> None:
        pocket = self.pockets[who]
        if what == "time":
            self.floor.now += 4 * MINUTE
        elif what == "hold":
            self.floor.ask(c.Hold(self.rosa, 60))
        elif what == "return":
            self.floor.ask(c.Return(self.rosa))
        elif what == "other":
            self.floor.ask(c.AskHelp(f"h{self.floor.day.seq}"))
        elif what in ("leave", "lose"):
            pocket.deaf = what == "lose"
            self.floor.now += 4 * MINUTE
            self.phones._tell()
            pocket.deaf = pocket.here = False
        elif what == "back" and not pocket.here:
            self.comes(who)
            assert self.is_right(who)
        elif what == "restart":
            self.serve()
        elif what == "midnight":
            self.earlier_days, self.earlier_seq = self.earlier_days + 1, self.floor.day.seq - 1
        self.phones._tell()


@settings(max_examples=80)
@given(st.lists(st.tuples(HAPPENS, WHO), max_size=14))
def test_whoever_comes_back_sees_what_is_so(course: list[tuple[str, int]]) -> None:
    waiting = Waiting()
    for who in (0, 1):
        waiting.comes(who)
    for what, who in course:
        waiting.happens(what, who)
        assert all(waiting.is_right(n) for n in (0, 1) if waiting.pockets[n].here)
    for who in (0, 1):
        waiting.pockets[who].here = False
        waiting.comes(who)
        assert waiting.is_right(who)


def test_time_alone_made_another_wait_while_the_phone_was_away() -> None:
    """Its last event has the number of the present one, and told something else."""
    waiting = Waiting()
    waiting.floor.do(c.AskHelp("h"))
    waiting.comes(0)
    waiting.comes(1)
    waiting.pockets[0].here = False
    waiting.floor.now += 30 * MINUTE
    waiting.phones._tell()
    assert waiting.pockets[1].heard == 2
    assert waiting.pockets[1].last_id == waiting.pockets[0].last_id
    waiting.comes(0)
    assert waiting.pockets[0].heard == 2
    assert waiting.is_right(0)


def test_another_server_may_have_told_something_else_under_the_same_number() -> None:
    waiting = Waiting()
    waiting.comes(0)
    waiting.floor.now += 30 * MINUTE
    waiting.serve()
    waiting.comes(1)
    waiting.comes(0)
    assert waiting.pockets[1].last_id == waiting.pockets[0].last_id
    assert waiting.is_right(0)


def test_whoever_knows_it_hears_it_once() -> None:
    waiting = Waiting()
    waiting.comes(1)
    waiting.floor.do(c.Hold(waiting.rosa, 60))
    waiting.phones._tell()
    waiting.comes(0)
    for _ in range(3):
        waiting.pockets[0].here = False
        waiting.comes(0)
    assert waiting.pockets[0].heard == 1
    waiting.serve()
    waiting.comes(0)
    assert waiting.pockets[0].heard == 2, "another server cannot know what this one told"
