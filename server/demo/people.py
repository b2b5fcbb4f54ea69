"""The demo's staff: somebody at each counter, and a floor walker.

They leave alone what a visitor of the demo takes over: a counter opened by somebody else is that
person's until it is closed.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from server.demo.agenda import Agenda
from server.demo.customers import Customers
from server.demo.visitor import Said, Visitor
from server.floor.plan import StorePlan

View = dict[str, Any]
OUTCOMES = {"resolved": 88, "unresolved": 8, "escalated": 4}
PROMISES = (
    ("Call when the drive is back", 48),
    ("Send the quote by mail", 2),
    ("Call with the result", 0.9),
)
"""What was promised, and for how many hours later."""


class Clerk:
    """Serves one counter: calls, waits for who was called, serves, takes her breaks and one more
    now and then."""

    def __init__(
        self, counter: str, person: str, token: str, customers: Customers, chance: Random
    ) -> None:
        self.counter = counter
        self.person = person
        self.token = token
        self.customers = customers
        self.plan: StorePlan = customers.plan
        self.agenda: Agenda = customers.agenda
        self.visitor: Visitor = customers.visitor
        self.chance = chance
        self.break_at = self._in_minutes(20, 55)

    def look(self) -> None:
        """What is next at my counter?"""
        floor = self.visitor.get("/floor", self.token).body
        me = next(c for c in floor["counters"] if c["id"] == self.counter)
        if me["staff"] and me["staff"]["id"] != self.person:
            self._later(20, 40)
        elif me["state"] == "closed":
            self._at_counter("open", {"staff": self.person})
            self._later(5, 30)
        elif me["state"] == "break":
            self._back_from_break(me)
        elif me["visit"]:
            # Somebody else called here for me.
            self._take_over(floor["visits"][me["visit"]])
        elif self._is_due(me["planned_break"]):
            self._take_break(me["planned_break"]["minutes"])
        elif self._wants_break(floor):
            self._take_break(self.chance.randint(6, 12))
        else:
            self._call_next()

    def _later(self, least_s: float, most_s: float) -> None:
        self.agenda.after(self.chance.uniform(least_s, most_s), self.look)

    def _at_counter(self, action: str, body: Any = None) -> Said:
        return self.visitor.post(f"/counters/{self.counter}/{action}", self.token, body)

    def _with(self, visit: str, action: str, body: Any = None) -> Said:
        return self.visitor.post(f"/visits/{visit}/{action}", self.token, body)

    def _in_minutes(self, least: float, most: float) -> int:
        return self.agenda.clock.now() + int(self.chance.uniform(least, most) * 60_000)

    # Breaks

    def _is_due(self, planned: View | None) -> bool:
        return (
            planned is not None
            and datetime.fromisoformat(planned["at"]).timestamp() * 1000 <= self.agenda.clock.now()
        )

    def _wants_break(self, floor: View) -> bool:
        others = [c for c in floor["counters"] if c["id"] != self.counter]
        covered = len(others) > 1 and all(c["state"] == "open" for c in others)
        return covered and self.agenda.clock.now() >= self.break_at

    def _take_break(self, minutes: int) -> None:
        self._at_counter("break", {"minutes": minutes})
        self.break_at = self._in_minutes(40, 80) + minutes * 60_000
        self.agenda.after(minutes * 60 - 10, self.look)

    def _back_from_break(self, me: View) -> None:
        ends = datetime.fromisoformat(me["until"]) if me["until"] else None
        left_s = ends.timestamp() - self.agenda.clock.now() / 1000 if ends else 0.0
        if left_s > 60:
            self.agenda.after(left_s - 10, self.look)
        else:
            self._at_counter("open", {"staff": self.person})
            self._later(5, 15)

    # Serving

    def _call_next(self) -> None:
        answer = self._at_counter("call_next")
        if answer.status == 200:
            self._expect(answer.body["id"])
        else:
            self._later(10, 25)

    def _expect(self, visit: str) -> None:
        if visit in self.customers.absent:
            self.agenda.after(self.chance.uniform(45, 60), lambda: self._with(visit, "recall"))
            self.agenda.after(self.chance.uniform(85, 110), lambda: self._give_up(visit))
        else:
            self.agenda.after(self.chance.uniform(8, 35), lambda: self._start(visit))

    def _give_up(self, visit: str) -> None:
        self._with(visit, "no_show")
        self._later(5, 15)

    def _start(self, visit: str) -> None:
        answer = self._with(visit, "start")
        if not answer.ok:
            self._later(5, 15)
            return
        minutes = self.plan.services[answer.body["service"]].typical_minutes
        took_s = self.chance.lognormvariate(0, 0.4) * minutes * 55
        if self.chance.random() < 0.05 and len(self.plan.services) > 1:
            self.agenda.after(took_s / 3, lambda: self._hand_on(answer.body))
        else:
            self.agenda.after(took_s, lambda: self._finish(visit))

    def _take_over(self, visit: View) -> None:
        if visit["state"] == "called":
            self._expect(visit["id"])
        else:
            self.agenda.after(self.chance.uniform(120, 400), lambda: self._finish(visit["id"]))

    def _finish(self, visit: str) -> None:
        (outcome,) = self.chance.choices(list(OUTCOMES), list(OUTCOMES.values()))
        body: dict[str, Any] = {"outcome": outcome}
        if outcome == "resolved" and self.chance.random() < 0.3:
            body["sale"] = round(self.chance.uniform(15, 240), 2)
        if outcome != "resolved" or self.chance.random() < 0.1:
            what, hours = self.chance.choice(PROMISES)
            body["promise"] = {"what": what, "due": self._in_hours(hours)}
        if self._with(visit, "finish", body).ok:
            self.customers.was_served(visit)
        self._later(10, 40)

    def _in_hours(self, hours: float) -> str:
        now = datetime.fromtimestamp(self.agenda.clock.now() / 1000, UTC)
        return (now + timedelta(hours=hours)).isoformat(timespec="milliseconds")

    def _hand_on(self, visit: View) -> None:
        others = [s for s in self.plan.services if s != visit["service"]]
        self._with(visit["id"], "transfer", {"service": self.chance.choice(others)})
        self._later(10, 30)


class Walker:
    """Greets, answers calls for help, looks at papers, evens the lines out, makes up for waits that
    grew too long, and does what was promised."""

    def __init__(self, token: str, customers: Customers, chance: Random) -> None:
        self.token = token
        self.customers = customers
        self.agenda: Agenda = customers.agenda
        self.visitor: Visitor = customers.visitor
        self.chance = chance

    def look(self) -> None:
        self.agenda.after(self.chance.uniform(25, 50), self.look)
        floor = self.visitor.get("/floor", self.token).body
        waiting = [v for v in floor["visits"].values() if v["state"] == "waiting"]
        self.customers.waiting = len(waiting)
        for call in floor["help"]:
            self._post(f"/help/{call['id']}/answer")
        self._check_papers(waiting)
        self._notice_who_left(waiting)
        self._even_out(floor)
        self._make_up(waiting)
        self._keep_promises()

    def _make_up(self, waiting: list[View]) -> None:
        unlucky = [v for v in waiting if v["at_risk"] and not v["recoveries"]]
        offers = list(self.customers.plan.recoveries)
        if unlucky and offers:
            path = f"/visits/{unlucky[0]['id']}/recovery"
            self._post(path, {"recovery": self.chance.choice(offers)})

    def _keep_promises(self) -> None:
        """Mostly before they are due."""
        owed = self.visitor.get("/promises?state=open&limit=1", self.token).body["items"]
        if owed and self.chance.random() < 0.03:
            self._post(f"/promises/{owed[0]['id']}/kept")

    def _post(self, path: str, body: Any = None) -> Said:
        return self.visitor.post(path, self.token, body)

    def _check_papers(self, waiting: list[View]) -> None:
        unseen = [v for v in waiting if any(self._to_see(i) for i in v["papers"]["items"])]
        if unseen:
            visit = min(unseen, key=lambda v: str(v["arrived_at"]))
            items = [self._seen(i) for i in visit["papers"]["items"] if self._to_see(i)]
            self._post(f"/visits/{visit['id']}/papers", {"items": items})

    def _to_see(self, item: View) -> bool:
        fixable = self.customers.plan.papers[item["paper"]].if_missing == "fixable_here"
        return item["status"] == "declared" or (item["status"] == "missing" and fixable)

    def _seen(self, item: View) -> View:
        if item["status"] == "declared" and self.chance.random() < 0.02:
            return {"paper": item["paper"], "status": "rejected", "reason": "not_readable"}
        return {"paper": item["paper"], "status": "seen"}

    def _notice_who_left(self, waiting: list[View]) -> None:
        left = [v for v in waiting if v["id"] in self.customers.absent]
        if left and self.chance.random() < 0.1:
            self._post(f"/visits/{left[0]['id']}/remove", {"reason": "left"})

    def _even_out(self, floor: View) -> None:
        """The last of the longest line goes where he is called clearly sooner."""
        opened = [c for c in floor["counters"] if c["state"] == "open"]
        if len(opened) < 2:
            return
        longest = max(opened, key=lambda c: len(c["line"]))
        if not longest["line"]:
            return
        last = floor["visits"][longest["line"][-1]]
        able = [c for c in opened if last["service"] in c["services"] and c is not longest]
        shortest = min(able, key=lambda c: len(c["line"]), default=None)
        if shortest and len(longest["line"]) - len(shortest["line"]) >= 3:
            self._post(f"/visits/{last['id']}/move", {"to": shortest["id"]})
