"""The floor is played ahead in a process of its own, and nothing stops when that dies."""

from collections.abc import Iterator

import pytest

from server.floor import commands as c
from server.floor.state import Kind
from server.journal.contract import Answer
from server.journal.memory import MemoryJournal
from server.rehearsing import Rehearser
from server.store import OpenStore
from server.waits.forecaster import Forecaster
from server.waits.learning import FIRST_FIT
from tests.floor.played import NOON, small_store
from tests.simulation.rehearsed import RehearsedClock


class Shop:
    def __init__(self) -> None:
        plan = small_store()
        self.forecaster = Forecaster(plan)
        self.store = OpenStore(plan, MemoryJournal(), RehearsedClock(NOON), self.forecaster)
        self.rehearser = Rehearser(self.store, self.forecaster)
        self.made = 0

    def do(self, command: c.Command) -> None:
        self.store.do(command, by="test", answer=lambda result: Answer(200, b""))

    def ticket(self, service: str = "advice") -> str:
        self.made += 1
        self.do(c.TakeTicket(f"v{self.made}", service))
        return f"v{self.made}"

    def serves_slowly(self, times: int) -> None:
        for _ in range(times):
            visit = self.ticket()
            self.store.clock.at += 5 * 60_000
            self.do(c.CallNext("1"))
            self.do(c.Finish(visit, "resolved"))

    def likely_s(self, visit: str) -> int:
        return self.store.look(lambda day, now, forecast: forecast.visit(visit).likely_s)

    def newcomer_low_s(self) -> int:
        return self.store.look(
            lambda day, now, forecast: forecast.newcomer(Kind("advice"), "1").low_s
        )

    def newcomer_s(self) -> float:
        return self.store.look(lambda day, now, forecast: forecast.expected_s("advice", "1"))


@pytest.fixture
def shop() -> Iterator[Shop]:
    shop = Shop()
    yield shop
    shop.rehearser.stop()
    shop.store.close()


def test_what_was_rehearsed_is_what_is_told(shop: Shop) -> None:
    """Two counters on one pool of advice: the lines alone see one counter's line, the rehearsal
    sees that the idle one takes from it."""
    shop.do(c.OpenCounter("1", "mai"))
    visits = [shop.ticket() for _ in range(6)]
    alone = shop.likely_s(visits[-1])
    shop.do(c.OpenCounter("2", "theo"))
    shop.rehearser.rehearse()
    assert shop.likely_s(visits[-1]) < 0.75 * alone
    shop.do(c.CallNext("2"))
    assert shop.likely_s(visits[-1]) < 0.75 * alone  # known at once, before the next rehearsal


def test_a_line_that_grew_since_is_told_with_its_doubt(shop: Shop) -> None:
    """Rehearsed while nobody waited, asked when somebody does: no false exactness."""
    shop.do(c.OpenCounter("1", "mai"))
    shop.rehearser.rehearse()
    for _ in range(3):
        shop.ticket()
    told = shop.store.look(lambda day, now, forecast: forecast.newcomer(Kind("advice"), "1"))
    assert told.high_s >= 2 * told.low_s + 300


def test_what_was_learned_is_fitted_over_there(shop: Shop) -> None:
    shop.do(c.OpenCounter("1", "mai"))
    shop.serves_slowly(FIRST_FIT + 5)
    unlearned = shop.newcomer_low_s()
    shop.rehearser.study()
    assert not shop.forecaster.due
    shop.serves_slowly(15)
    # Here even an empty line waits five minutes: nobody looks up.
    assert unlearned < 2 * 60 < shop.newcomer_low_s()


def test_when_the_other_process_dies_waits_are_told_all_the_same(shop: Shop) -> None:
    shop.do(c.OpenCounter("1", "mai"))
    visit = shop.ticket()
    shop.rehearser.rehearse()
    assert shop.rehearser._beside.process is not None
    shop.rehearser._beside.process.kill()
    with pytest.raises((OSError, EOFError)):
        shop.rehearser.rehearse()
    assert shop.likely_s(visit) > 0
    shop.rehearser.born_again()
    shop.rehearser.rehearse()
    assert shop.newcomer_s() > 0
