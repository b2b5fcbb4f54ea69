"""What became of the papers, worked out again from the facts of a day that was really played."""

from __future__ import annotations

import csv
import io
import math
import random
import statistics
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from server.app import create_app
from server.doors.tokens import make_token
from server.floor import commands as c
from server.floor import facts as f
from server.floor.facts import PaperItem, Recorded
from server.journal.contract import Stream
from server.journal.rebuild import rebuild
from server.reports.intervals import DEGREES, T_95, difference, interval, t_95
from server.settings import load
from tests.reports.made_days import at
from tests.reports.played_days import ClockByHand, PlayedStore

ROOT = Path(__file__).resolve().parents[2]
PLAN = load(ROOT / "config.toml").plan()
DAY = Stream("main", "2026-11-20")
STARTS = at("2026-11-20 08:30")
PAPERS = ("drive", "serial", "receipt", "identity_card", "claim_form")
ANSWERS = {"bought": "here", "customer": "private"}
HAD = ("declared", "read")
VISITS = 45


def play(store: PlayedStore, chance: random.Random) -> None:
    """Theo looks at some papers in the line; Mai finds some bad that the kiosk took for good."""
    store.do(c.OpenCounter("1", "mai"))
    for number in range(VISITS):
        visit = f"v{number:02}"
        chose = take(store, visit, chance)
        store.wait(1)
        if chose == "come_back":
            continue
        look_in_line(store, visit, chance)
        store.wait(chance.choice((2, 5)))
        if chose == "hold":
            store.do(c.Return(visit))
        if chance.random() < 0.1:
            store.do(c.Cancel(visit))
            continue
        serve(store, visit, chance)


def take(store: PlayedStore, visit: str, chance: random.Random) -> str | None:
    if chance.random() < 0.2:
        store.do(c.TakeTicket(visit, "advice"))
        return None
    if chance.random() < 0.15:
        store.do(c.TakeTicket(visit, "replacement", choose="wait"))
        return "wait"
    lacks = chance.choice((None, None, None, "receipt", "claim_form", "drive"))
    chose = chance.choice(("wait", "hold", "come_back")) if lacks else None
    if lacks == "receipt" and chose == "hold":
        chose = "wait"
    had = {paper: "missing" if paper == lacks else "have" for paper in PAPERS}
    store.do(c.TakeTicket(visit, "replacement", ANSWERS, had, choose=chose))  # type: ignore[arg-type]
    return chose


def look_in_line(store: PlayedStore, visit: str, chance: random.Random) -> None:
    if chance.random() < 0.4:
        store.do(c.CheckPapers(visit, tuple(PaperItem(p, "seen") for p in PAPERS), "theo"))
    elif chance.random() < 0.2:
        bad = PaperItem("identity_card", "rejected", "expired")
        store.do(c.CheckPapers(visit, (bad,), "theo"))


def serve(store: PlayedStore, visit: str, chance: random.Random) -> None:
    store.do(c.Call("1", visit))
    store.wait(0.5)
    store.do(c.Start(visit))
    outcome: Any = "resolved"
    if chance.random() < 0.4:
        paper = chance.choice(("receipt", "receipt", "claim_form"))
        reason = chance.choice(("too_old", "too_old", "Page two is missing", None))
        store.do(c.CheckPapers(visit, (PaperItem(paper, "rejected", reason),), "mai"))
        outcome = chance.choice(("unresolved", "resolved"))
    store.wait(chance.uniform(2, 8))
    store.do(c.Finish(visit, outcome))


class Played:
    """The day, as its facts tell it and as the report does."""

    def __init__(self, client: FlaskClient, token: str, facts: list[Recorded]) -> None:
        self.client = client
        self.headers = {"Authorization": f"Bearer {token}"}
        self.visits: dict[str, list[Recorded]] = defaultdict(list)
        for recorded in facts:
            if visit := getattr(recorded.fact, "visit", None):
                self.visits[visit].append(recorded)

    def report(self, **query: str) -> Any:
        path = "/api/v1/stores/main/reports/papers"
        return self.client.get(path, query_string=query, headers=self.headers)

    def all(self, kind: type) -> Iterator[tuple[str, Any]]:
        for visit, facts in self.visits.items():
            for recorded in facts:
                if isinstance(recorded.fact, kind):
                    yield visit, recorded

    def first(self, visit: str, kind: type) -> Any:
        found = (one for one in self.visits[visit] if isinstance(one.fact, kind))
        return next(found, None)

    def last_verdict(self, visit: str) -> str:
        verdicts = [v for _, v in self.verdicts(visit)]
        return verdicts[-1]

    def verdicts(self, visit: str) -> list[tuple[int, str]]:
        kinds = (f.PapersDeclared, f.PapersChecked)
        return [
            (one.at, one.fact.verdict) for one in self.visits[visit] if isinstance(one.fact, kinds)
        ]

    def rejections(self) -> list[tuple[str, str, str, bool]]:
        """Visit, paper, reason, at the counter: the last of each paper."""
        found = {}
        for visit, facts in self.visits.items():
            called = False
            before: dict[str, PaperItem] = {}
            for one in facts:
                called = called or isinstance(one.fact, f.VisitCalled)
                if isinstance(one.fact, f.PapersDeclared | f.PapersChecked):
                    now = {item.paper: item for item in one.fact.items}
                    for paper, item in now.items():
                        if before.get(paper) != item and item.status == "rejected":
                            reason = item.reason or "rejected"
                            found[visit, paper] = (visit, paper, reason, called)
                    before = now
        return list(found.values())


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    file = tmp_path_factory.mktemp("journal") / "foyer.db"
    clock = ClockByHand(STARTS)
    store = PlayedStore(file, PLAN, clock)
    play(store, random.Random(7))
    store.store.close()
    assert rebuild(store.journal, "main").differing == ()
    app = create_app(load(ROOT / "config.toml"), store.journal, clock)  # type: ignore[arg-type]
    token = make_token(store.journal, "manager", "manager", clock.at)
    yield Played(app.test_client(), token, list(store.journal.read(DAY)))
    app.extensions["voice"].stop()
    app.extensions["foyer"].store.close()
    store.journal.close()


@pytest.fixture(scope="module")
def total(played: Played) -> Any:
    answer = played.report()
    assert answer.status_code == 200, answer.text
    return answer.json["total"]


def test_what_the_door_said_is_counted_once_a_visit(played: Played, total: Any) -> None:
    said = [one.fact for _, one in played.all(f.PapersDeclared)]
    asked = [fact for fact in said if fact.items and fact.visit not in not_asked(played)]
    assert (total["arrived"], total["asked"]) == (VISITS, len(asked))
    assert total["not_asked"] == len(not_asked(played)) > 0
    assert total["verdicts"] == {
        verdict: sum(fact.verdict == verdict for fact in asked)
        for verdict in ("ready", "fixable_here", "fetch", "not_today")
    }
    turned_away = [v for v, one in played.all(f.VisitEnded) if one.fact.how == "turned_away"]
    assert total["turned_away_before"] == len(turned_away) > 0
    fetching = [v for v, one in played.all(f.VisitHeld) if one.fact.by_customer]
    assert total["fetched"] == len(fetching) > 0


def not_asked(played: Played) -> set[str]:
    """Nothing was said of any of their papers, and nothing was asked: staff checked them in."""
    arrived = played.all(f.VisitArrived)
    return {v for v, one in arrived if one.fact.service == "replacement" and not one.fact.answers}


def test_the_wait_that_was_saved_is_the_low_end_of_what_would_have_been_told(
    played: Played, total: Any
) -> None:
    spared = [
        one.fact.wait_low_s
        for _, one in played.all(f.PapersDeclared)
        if one.fact.chose in ("come_back", "hold")
    ]
    assert total["saved"]["n"] == len(spared) > 0
    assert total["saved"]["minutes"] == pytest.approx(sum(spared) / 60, abs=0.001)


def test_the_bound_of_who_waits_all_the_same_is_that_of_the_quote(played: Played) -> None:
    waited = [v for v, one in played.all(f.PapersDeclared) if one.fact.chose == "wait"]
    assert waited
    for visit in waited:
        declared = played.first(visit, f.PapersDeclared).fact
        assert declared.wait_low_s == played.first(visit, f.WaitQuoted).fact.quote.low_s


def test_those_who_waited_in_vain_are_counted_with_their_wait(played: Played, total: Any) -> None:
    waits = []
    rejected = {visit for visit, *_ in played.rejections()}
    for visit, one in played.all(f.VisitEnded):
        if one.fact.how == "turned_away" or played.last_verdict(visit) == "ready":
            continue
        called = played.first(visit, f.VisitCalled)
        in_vain = one.fact.outcome == "unresolved"
        if one.fact.how == "cancelled_by_customer":
            in_vain = called is not None or visit in rejected
        if visit in not_asked(played):
            in_vain = in_vain and visit in rejected
        if in_vain:
            arrived = played.first(visit, f.VisitArrived).fact.arrived_at
            waits.append(((called or one).at - arrived) / 60_000)
    assert total["turned_away_after"]["n"] == len(waits) > 0
    assert total["turned_away_after"]["wait_min"] == pytest.approx(sum(waits), abs=0.001)


def test_rejections_are_counted_by_paper_reason_and_place(played: Played, total: Any) -> None:
    found = Counter((paper, reason, there) for _, paper, reason, there in played.rejections())
    told = {(row["paper"], row["reason"]): row for row in total["rejected"]}
    assert set(told) == {(paper, reason) for paper, reason, _ in found}
    for (paper, reason), row in told.items():
        assert row["at_counter"] == found[paper, reason, True]
        assert row["in_line"] == found[paper, reason, False]
        assert row["n"] == row["at_counter"] + row["in_line"]
    ranks = [row["n"] for row in total["rejected"]]
    assert ranks == sorted(ranks, reverse=True)
    assert told["receipt", "too_old"]["label"] == "Receipt"


def test_the_wording_to_mend_is_what_the_door_took_for_ready(played: Played, total: Any) -> None:
    ready = defaultdict(set)
    for visit, one in played.all(f.PapersDeclared):
        for item in one.fact.items:
            if item.status in HAD:
                ready[item.paper].add(visit)
    behind = defaultdict(set)
    for visit, paper, reason, at_counter in played.rejections():
        if at_counter and visit in ready[paper]:
            behind[paper, reason].add(visit)
    told = {(row["paper"], row["reason"]): row for row in total["to_mend"]}
    assert set(told) == set(behind)
    for what, row in told.items():
        assert {visit["id"] for visit in row["visits"]} == behind[what]
        assert (row["n"], row["of"]) == (len(behind[what]), len(ready[what[0]]))
    ranks = [row["n"] for row in total["to_mend"]]
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[0] > 1


def test_services_are_compared_by_what_was_seen_before_the_call(played: Played, total: Any) -> None:
    seconds: dict[bool, list[float]] = {True: [], False: []}
    for visit, one in played.all(f.VisitEnded):
        started, called = (played.first(visit, k) for k in (f.ServiceStarted, f.VisitCalled))
        declared = played.first(visit, f.PapersDeclared).fact
        seen = {
            item.paper
            for check in played.visits[visit]
            if isinstance(check.fact, f.PapersChecked) and check.at <= (called or one).at
            for item in check.fact.items
            if item.status == "seen"
        }
        had = {item.paper for item in declared.items if item.status in HAD} | seen
        if had and started is not None:
            seconds[had <= seen].append((one.at - started.at) / 1000)
    for name, there in (("seen", True), ("unseen", False)):
        told, found = total[name], seconds[there]
        assert told["n"] == len(found) > 5
        half = t_95(len(found) - 1) * statistics.stdev(found) / math.sqrt(len(found))
        assert told["mean_s"] == pytest.approx(statistics.fmean(found), abs=0.001)
        assert told["low_s"] == pytest.approx(statistics.fmean(found) - half, abs=0.01)
        assert told["high_s"] == pytest.approx(statistics.fmean(found) + half, abs=0.01)
    less = statistics.fmean(seconds[False]) - statistics.fmean(seconds[True])
    assert total["difference"]["mean_s"] == pytest.approx(less, abs=0.002)


@pytest.mark.parametrize("by", ["hour", "service", "counter", "staff"])
def test_rows_add_up_to_the_total(played: Played, total: Any, by: str) -> None:
    items = played.report(by=by).json["items"]
    for figure in ("arrived", "asked", "not_asked", "turned_away_before", "fetched"):
        assert sum(row[figure] for row in items) == total[figure]
    for figure in ("saved", "turned_away_after", "seen", "unseen"):
        assert sum(row[figure]["n"] for row in items) == total[figure]["n"]
    for ranking in ("rejected", "to_mend"):
        counted = sum(one["n"] for row in items for one in row[ranking])
        assert counted == sum(one["n"] for one in total[ranking])


def test_files_have_the_figures_and_a_book_the_rankings_too(played: Played, total: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(played.report(format="csv").text, newline="")))
    assert rows[-1]["saved_minutes"] == str(total["saved"]["minutes"])
    assert rows[-1]["seen_low_s"] == str(total["seen"]["low_s"])
    assert "to_mend" not in rows[-1]
    book = zipfile.ZipFile(io.BytesIO(played.report(format="xlsx").data))
    sheets = book.read("xl/workbook.xml").decode()
    assert all(f'name="{name}"' in sheets for name in ("figures", "rejected", "to_mend", "about"))


def test_an_empty_day_has_figures_too(played: Played) -> None:
    total = played.report(**{"from": "2026-11-01", "to": "2026-11-02"}).json["total"]
    assert (total["asked"], total["rejected"], total["to_mend"]) == (0, [], [])
    assert total["seen"] == {"n": 0, "mean_s": None, "low_s": None, "high_s": None}


@pytest.mark.parametrize(("degrees", "t"), list(zip(DEGREES, T_95, strict=True)))
def test_the_interval_holds_95_in_100(degrees: int, t: float) -> None:
    """The density of Student's t, added up from 0 to t."""
    log_scale = math.lgamma((degrees + 1) / 2) - math.lgamma(degrees / 2)
    scale = math.exp(log_scale) / math.sqrt(degrees * math.pi)
    steps, width = 20_000, t / 20_000
    inside = sum(
        scale * (1 + ((n + 0.5) * width) ** 2 / degrees) ** (-(degrees + 1) / 2) * width
        for n in range(steps)
    )
    assert 2 * inside == pytest.approx(0.95, abs=0.0003)


def test_one_visit_has_a_mean_and_no_interval() -> None:
    assert interval([90_000]).mean_s == 90
    assert interval([90_000]).low_s is None
    assert difference([90_000], [60_000, 70_000]).mean_s is None
    assert difference([5, 5], [5, 5]).mean_s == 0
