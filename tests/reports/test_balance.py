"""What suggestions came to and who was overtaken, counted from a floor that was really played."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from msgspec import to_builtins

from server.floor import commands as c
from server.floor import facts as f
from server.floor.facts import Suggestion, Touched, Wait
from server.reports.balance import balance, with_calls
from tests.floor.played import small_store
from tests.reports.made_days import at
from tests.reports.played_days import ClockByHand, PlayedStore

MORNING = at("2026-10-22 08:00")
A_WAIT = Wait(60, 1200, 1500)


@pytest.fixture
def store(tmp_path) -> Iterator[PlayedStore]:
    played = PlayedStore(tmp_path / "foyer.db", small_store(), ClockByHand(MORNING))
    yield played
    played.close()


def told(store: PlayedStore) -> dict:
    span = (MORNING, store.clock.at + 1)
    legs = store.journal.legs("main", *span)
    called = {leg["visit"]: leg["called_at"] for leg in legs}
    suggested = with_calls(store.journal.suggestions("main", *span), called.get)
    rows = [*legs, *suggested]
    found = balance(small_store(), rows, "service", store.clock.at)
    return to_builtins(found.total)


def test_what_was_suggested_taken_and_saved(store: PlayedStore) -> None:
    for counter, person in {"1": "mai", "2": "omar"}.items():
        store.do(c.OpenCounter(counter, person))
    for visit in ("rosa", "ken", "ida"):
        store.do(c.TakeTicket(visit, "advice"))
        store.wait(0.1)
    if _line(store, "ken") != "1":
        store.do(c.Move("ken", "1"))
    touched = (Touched("ken", "1", "2", A_WAIT, Wait(0, 600, 900)),)
    other = Suggestion("s2", "open", counter="3", staff="theo", services=("recovery",))
    store.do(c.Offer((Suggestion("s1", "move", touched), other)))
    store.do(c.TakeSuggestion("s1", by="theo"))
    store.do(c.PutOffSuggestion("s2", "nobody is free", by="theo"))
    store.wait(5)
    for counter in ("1", "2"):
        store.do(c.CallNext(counter))
    figures = told(store)
    assert figures["suggestions"] == {
        **{"offered": 2, "open": 0, "taken": 1, "put_off": 1, "withdrawn": 0, "taken_back": 0}
    }
    # Told twenty minutes, ten with the move, and it was five.
    assert figures["saved"] == {
        "n": 1,
        "promised_min": 10.0,
        "really_min": 15.0,
        "really_mean_s": 900.0,
    }
    assert figures["moves"] >= 1
    assert figures["called_elsewhere"]["of"] == 2


def _line(store: PlayedStore, visit: str) -> str | None:
    line: str | None = store.store.look(lambda day, now, forecast: day.visits[visit].counter)
    return line


def test_every_overtake_of_the_journal_is_in_the_report(store: PlayedStore) -> None:
    store.do(c.OpenCounter("1", "mai"))
    for n in range(6):
        needs = ("seat",) if n % 3 == 2 else ("sign",) if n == 0 else ()
        store.do(c.TakeTicket(f"v{n}", "advice", needs=needs))
        store.wait(1)
    store.do(c.Call("1", "v4", "her child is ill"))
    store.do(c.Finish("v4", "resolved"))
    for _ in range(5):
        called = store.do(c.CallNext("1"))
        store.do(c.Finish(called, "resolved"))
    facts = [one.fact for one in store.journal.read(store.journal.streams("main")[0])]
    overtakes = [o for fact in facts if isinstance(fact, f.VisitCalled) for o in fact.overtakes]
    figures = told(store)["overtakes"]
    assert figures["n"] == len(overtakes) > 4
    reasons = Counter(overtake.why for overtake in overtakes)
    assert {why: figures[why] for why in ("own_line", "head_start", "by_hand")} == {
        why: reasons[why] for why in ("own_line", "head_start", "by_hand")
    }
    assert figures["worst"] == max(Counter(o.visit for o in overtakes).values())
    assert {one["need"] for one in told(store)["by_need"]} == {
        need for overtake in overtakes for need in overtake.needs
    }
