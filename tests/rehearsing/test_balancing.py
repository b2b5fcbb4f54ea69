"""Lines are weighed beside the store, by itself once it is started; and nothing stops with it."""

from collections.abc import Callable, Iterator

import gevent
import pytest
from msgspec.structs import replace

from server.balancing import Balancer
from server.floor import commands as c
from server.floor.day import Day
from server.floor.state import Offered
from server.floor.suggestions import open_ones
from server.journal.contract import Answer
from server.journal.memory import MemoryJournal
from server.store import OpenStore
from server.waits.forecaster import Forecaster
from tests.browser.running import PATIENCE_S
from tests.floor.played import MINUTE, NOON, small_store
from tests.simulation.rehearsed import RehearsedClock


class Shop:
    """Eight stand in line 1, and counter 2 has just opened."""

    def __init__(self, rebalance: str) -> None:
        plan = replace(small_store(), rebalance=rebalance)
        forecaster = Forecaster(plan)
        self.plan = plan
        self.store = OpenStore(plan, MemoryJournal(), RehearsedClock(NOON), forecaster)
        self.balancer = Balancer(self.store, forecaster)
        self.do(c.OpenCounter("1", "mai"))
        for n in range(9):
            self.do(c.TakeTicket(f"v{n}", "advice"))
            self.store.clock.at += MINUTE
        self.do(c.CallNext("1"))

    def do(self, command: c.Command) -> None:
        self.store.do(command, by="test", answer=lambda result: Answer(200, b""))

    def day(self) -> Day:
        return self.store.look(lambda day, now, forecast: day)

    def suggested(self) -> list[Offered]:
        offered = open_ones(self.plan, self.day())
        return [one for one in offered if one.suggestion.kind == "move"]

    def until(self, so: Callable[[], object]) -> None:
        with gevent.Timeout(PATIENCE_S):
            while not so():
                gevent.sleep(0.01)


@pytest.fixture
def open_shop() -> Iterator[Callable[[str], Shop]]:
    opened: list[Shop] = []

    def make(rebalance: str) -> Shop:
        opened.append(Shop(rebalance))
        opened[-1].balancer.start()
        return opened[-1]

    yield make
    for shop in opened:
        shop.balancer.stop()
        shop.store.close()


def test_a_change_is_followed_by_what_is_worth_doing(open_shop: Callable[[str], Shop]) -> None:
    shop = open_shop("suggest")
    shop.do(c.OpenCounter("2", "theo"))
    shop.until(shop.suggested)
    assert shop.day().line("2") == []
    # It outlives its process.
    [first] = shop.suggested()
    shop.balancer._beside.process.kill()
    shop.do(c.Remove(first.suggestion.moves[0].visit, "left"))
    shop.until(lambda: [one for one in shop.suggested() if one is not first])


def test_on_auto_moves_are_made_and_can_be_taken_back(open_shop: Callable[[str], Shop]) -> None:
    shop = open_shop("auto")
    shop.do(c.OpenCounter("2", "theo"))
    shop.until(lambda: shop.day().line("2"))
    [taken] = [one for one in shop.day().suggestions.values() if one.state == "taken"]
    by = {fact.by for fact in shop.store.journal.read(shop.store.journal.streams("main")[0])}
    assert by == {"test", "balance"}
    shop.do(c.TakeBackSuggestion(taken.suggestion.id, "mai"))
    assert shop.day().line("2") == []


def test_off_means_off(open_shop: Callable[[str], Shop]) -> None:
    shop = open_shop("off")
    shop.do(c.OpenCounter("2", "theo"))
    shop.balancer.look()
    assert shop.day().suggestions == {}
