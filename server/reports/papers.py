"""What became of the papers: who was spared a wait for nothing, who was not, and which wording of
the checklist to mend next.

Legs go in with the papers of their visit (`with_papers`). What was said at the door counts at a
visit's first leg, a rejection at the leg in which it happened, an end at the last.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import get_args

from msgspec import Struct

from server.floor.facts import Millis, Verdict
from server.floor.papers import HAVE
from server.floor.plan import StorePlan
from server.floor.state import AT_COUNTER
from server.journal.projection import NOT_ASKED
from server.reports.groups import By, Figures, Leg, figures
from server.reports.intervals import Interval, difference, interval
from server.reports.waits import forgotten, share_of

VERDICTS: tuple[str, ...] = get_args(Verdict)
SPARED = ("come_back", "hold")
LEFT = ("removed_by_staff", "cancelled_by_customer", "walkout")
SHOWN = 50

ABOUT = {
    "asked": "Visits that were asked for a paper at the door, of all visits that arrived.",
    "not_asked": "Visits that needed a paper and were asked for none: somebody checked them in and"
    " left the papers for later. They are in no other count of the door.",
    "verdicts": "What the door said first to those asked.",
    "turned_away_before": "Visits that learned at the door what is missing and chose to come back,"
    " without taking a place.",
    "fetched": "Visits that chose at the door to fetch what is missing, their place being kept.",
    "turned_away_after": "Visits that took a place and ended with a paper rejected or missing"
    " (their last verdict is not ready): served and not resolved; or removed, cancelled or walked"
    " out, after being called or after somebody rejected a paper. Of those not asked, only whom"
    " somebody rejected a paper. wait_min is what they waited: last call, or else the end, minus"
    " entering the last line.",
    "saved": "For the n that came back or fetched, the low end of the wait they would have been"
    " told at that moment, added up: what they would at least have waited to hear the same.",
    "seen": "Service (end minus start) of finished legs whose visit was said to have papers, every"
    " one of which a person had seen before the call. Forgotten services are left out.",
    "unseen": "The same, where at least one of them nobody had seen before the call.",
    "difference": "Mean of unseen minus mean of seen. Whose papers are seen is no lottery: it may"
    " have other causes.",
    "intervals": "low and high are a 95 % interval of the mean (Student's t, for the difference"
    " Welch's); none below two visits, and little worth below thirty.",
    "rejected": "Papers a person rejected or did not find, by paper and reason: of these"
    " at_counter after the call, in_line before it. Of a paper rejected twice the last counts;"
    " one that was accepted later counts all the same.",
    "to_mend": "Papers the door took for ready (declared or read) and the counter rejected, by"
    " paper and reason, the most frequent first: which wording to mend next. of is how often the"
    " paper was taken for ready; visits are the latest fifty behind it.",
}


class After(Struct, frozen=True):
    n: int
    wait_min: float


class Saved(Struct, frozen=True):
    n: int
    minutes: float


class Rejected(Struct, frozen=True):
    paper: str
    label: str
    reason: str
    n: int
    at_counter: int
    in_line: int


class Behind(Struct, frozen=True):
    id: str
    ticket: str | None
    date: str


class ToMend(Struct, frozen=True):
    paper: str
    label: str
    reason: str
    n: int
    of: int
    share: float | None
    visits: list[Behind]


class Row(Struct, frozen=True):
    key: str | None
    label: str
    arrived: int
    asked: int
    not_asked: int
    verdicts: dict[str, int]
    turned_away_before: int
    fetched: int
    turned_away_after: After
    saved: Saved
    seen: Interval
    unseen: Interval
    difference: Interval
    rejected: list[Rejected]
    to_mend: list[ToMend]


def papers(plan: StorePlan, legs: Iterable[Leg], by: By, now: Millis) -> Figures:
    return figures(plan, legs, by, lambda: Tally(plan, now))


def with_papers(legs: Iterable[Leg], rows: Iterable[Leg]) -> list[Leg]:
    """Each leg with the papers of its visit, as `papers`."""
    of_visit = defaultdict(list)
    for row in rows:
        of_visit[row["visit"]].append(row)
    return [{**leg, "papers": of_visit.get(leg["visit"], [])} for leg in legs]


def turned_away_after(leg: Leg) -> bool:
    """Somebody who had a place left without what they came for, for want of a paper."""
    if leg["ticket"] is None or leg["verdict"] == "ready":
        return False
    rejected = any(row["rejected_at"] for row in leg["papers"])
    if not rejected and not_asked(leg):
        return False
    if leg["ended_as"] == "served":
        return bool(leg["outcome"] == "unresolved")
    return leg["ended_as"] in LEFT and bool(leg["called_at"] or rejected)


def not_asked(leg: Leg) -> bool:
    return any(row["declared"] == NOT_ASKED for row in leg["papers"])


def seen_before_call(leg: Leg) -> bool | None:
    """None where there was nothing to be seen, or no service to compare."""
    had = [row for row in leg["papers"] if row["declared"] in HAVE or row["seen_at"]]
    if not had or leg["called_at"] is None:
        return None
    return all(row["seen_at"] and row["seen_at"] <= leg["called_at"] for row in had)


class Tally:
    def __init__(self, plan: StorePlan, now: Millis) -> None:
        self.plan = plan
        self.now = now
        self.counts: Counter[str] = Counter()
        self.verdicts: Counter[str] = Counter()
        self.said_ready: Counter[str] = Counter()
        self.at_counter: Counter[tuple[str, str]] = Counter()
        self.in_line: Counter[tuple[str, str]] = Counter()
        self.to_mend: Counter[tuple[str, str]] = Counter()
        self.behind: dict[tuple[str, str], list[Behind]] = defaultdict(list)
        self.saved_s = 0
        self.waited_ms = 0
        self.services = {True: array("q"), False: array("q")}

    def add(self, leg: Leg) -> None:
        if leg["leg"] == 1:
            self._add_door(leg)
        for row in leg["papers"]:
            if row["rejected_leg"] == leg["leg"]:
                self._add_rejection(leg, row)
        self._add_end(leg)
        self._add_service(leg)

    def _add_door(self, leg: Leg) -> None:
        self.counts["arrived"] += 1
        if not_asked(leg):
            self.counts["not_asked"] += 1
            return
        door = next((row for row in leg["papers"] if row["declared"]), None)
        if door is None:
            return
        self.counts["asked"] += 1
        self.verdicts[door["verdict"]] += 1
        self.counts[door["chose"]] += 1
        if door["chose"] in SPARED and door["wait_low_s"] is not None:
            self.counts["saved"] += 1
            self.saved_s += door["wait_low_s"]
        for row in leg["papers"]:
            self.said_ready[row["paper"]] += row["declared"] in HAVE

    def _add_rejection(self, leg: Leg, row: Leg) -> None:
        what = row["paper"], row["rejected_for"]
        if row["rejected_during"] not in AT_COUNTER:
            self.in_line[what] += 1
            return
        self.at_counter[what] += 1
        if row["declared"] in HAVE:
            self.to_mend[what] += 1
            behind = self.behind[what]
            behind.append(Behind(leg["visit"], leg["ticket"], leg["date"]))
            del behind[:-SHOWN]

    def _add_end(self, leg: Leg) -> None:
        if turned_away_after(leg):
            self.counts["after"] += 1
            self.waited_ms += (leg["called_at"] or leg["ended_at"]) - leg["arrived_at"]

    def _add_service(self, leg: Leg) -> None:
        seen = seen_before_call(leg)
        if seen is None or leg["ended_as"] not in ("served", "transferred"):
            return
        if leg["started_at"] is not None and not forgotten(self.plan, leg, self.now):
            self.services[seen].append(leg["ended_at"] - leg["started_at"])

    def row(self, key: str | None, label: str) -> Row:
        return Row(
            key=key,
            label=label,
            arrived=self.counts["arrived"],
            asked=self.counts["asked"],
            not_asked=self.counts["not_asked"],
            verdicts={verdict: self.verdicts[verdict] for verdict in VERDICTS},
            turned_away_before=self.counts["come_back"],
            fetched=self.counts["hold"],
            turned_away_after=After(self.counts["after"], round(self.waited_ms / 60_000, 3)),
            saved=Saved(self.counts["saved"], round(self.saved_s / 60, 3)),
            seen=interval(self.services[True]),
            unseen=interval(self.services[False]),
            difference=difference(self.services[False], self.services[True]),
            rejected=self._rejected(),
            to_mend=[self._mend(*what, n) for what, n in _most_first(self.to_mend)],
        )

    def _rejected(self) -> list[Rejected]:
        return [
            Rejected(
                paper,
                self._label(paper),
                reason,
                n,
                self.at_counter[paper, reason],
                self.in_line[paper, reason],
            )
            for (paper, reason), n in _most_first(self.at_counter + self.in_line)
        ]

    def _mend(self, paper: str, reason: str, n: int) -> ToMend:
        of = max(self.said_ready[paper], n)
        visits = self.behind[paper, reason]
        return ToMend(paper, self._label(paper), reason, n, of, share_of(n, of), visits)

    def _label(self, paper: str) -> str:
        known = self.plan.papers.get(paper)
        return known.name[self.plan.languages[0]] if known else paper


def _most_first(counted: Counter[tuple[str, str]]) -> list[tuple[tuple[str, str], int]]:
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))
