"""The demo's customers: they arrive in waves, some lack a paper, some fetch it, some give up."""

from __future__ import annotations

import math
from random import Random
from typing import Any

from server.demo.agenda import Agenda
from server.demo.visitor import Said, Visitor
from server.floor.papers import needed
from server.floor.plan import Service, StorePlan

BUSY = 1.15
"""The share of the counters' time that the customers would fill: a little more than there is, so
that people wait."""
WAVE_S = 2400
"""They come in waves; the second one is just in when an hour has passed."""
PATIENT_PER_COUNTER = 3
"""With more than this waiting a counter, newcomers look in and leave."""


class Customers:
    def __init__(
        self, plan: StorePlan, agenda: Agenda, visitor: Visitor, kiosk: str, chance: Random
    ) -> None:
        self.plan = plan
        self.agenda = agenda
        self.visitor = visitor
        self.kiosk = kiosk
        self.chance = chance
        self.secrets: dict[str, str] = {}
        self.absent: set[str] = set()
        """Left without a word: they will not come when called."""
        self.waiting = 0
        self._began = agenda.clock.now()
        self._services = list(plan.services.values())
        self._weights = [1 / math.sqrt(s.typical_minutes) for s in self._services]

    def arrive(self) -> None:
        self.agenda.after(self._until_next_s(), self.arrive)
        if self.waiting > PATIENT_PER_COUNTER * len(self.plan.counters):
            return
        (service,) = self.chance.choices(self._services, self._weights)
        self._take_ticket(self._wishes(service))
        if self.chance.random() < 0.03:
            self.visitor.post("/help", self.kiosk, {"kiosk": "1", "step": "papers"})

    def _until_next_s(self) -> float:
        total = sum(self._weights)
        mean_s = sum(
            w * s.typical_minutes * 60 for w, s in zip(self._weights, self._services, strict=True)
        )
        every_s = mean_s / total / len(self.plan.counters) / BUSY
        since_s = (self.agenda.clock.now() - self._began) / 1000
        wave = 1 + 0.5 * math.sin(since_s / WAVE_S * 2 * math.pi)
        return self.chance.expovariate(wave / every_s)

    def _wishes(self, service: Service) -> dict[str, Any]:
        answers = {q.id: self.chance.choice(q.answers).id for q in service.questions}
        needs = [n for n in self.plan.needs if self.chance.random() < 0.03]
        return {
            "service": service.id,
            "answers": answers,
            "papers": dict(self._papers(service, answers)),
            "needs": needs[:1],
            "language": self._language(),
        }

    def _language(self) -> str:
        first, *others = self.plan.languages
        return self.chance.choice(others) if others and self.chance.random() < 0.35 else first

    def _papers(self, service: Service, answers: dict[str, str]) -> list[tuple[str, str]]:
        """Nine in ten groups are met; a customer who brings one of several has none of the rest."""
        said = []
        for group in needed(service, answers):
            if self.chance.random() < 0.9:
                said += [(paper, "have") for paper in self.chance.sample(group.any, group.count)]
            else:
                said.append((group.any[0], self.chance.choice(("missing", "unsure"))))
        return said

    def _take_ticket(self, wishes: dict[str, Any]) -> None:
        answer = self.visitor.post("/visits", self.kiosk, wishes)
        if answer.status == 409 and answer.body["code"] == "papers_not_ready":
            choice = self._choice(answer.body)
            answer = self.visitor.post("/visits", self.kiosk, {**wishes, "choose": choice})
            if choice == "come_back":
                self.agenda.after(self.chance.uniform(1200, 3600), lambda: self._return(wishes))
        if answer.ok:
            self._wait(answer)

    def keep(self, appointment: dict[str, Any]) -> None:
        """Comes at the time that was made."""
        wishes = self._wishes(self.plan.services[appointment["service"]])
        self._take_ticket({**wishes, "appointment": appointment["id"]})

    def _choice(self, refused: dict[str, Any]) -> str:
        choices: list[str] = refused["choices"]
        if refused["verdict"]["verdict"] == "fetch" and "hold" in choices:
            return self.chance.choice(("hold", "hold", "come_back"))
        if refused["verdict"]["verdict"] == "not_today":
            return self.chance.choice(("wait", "come_back", "come_back"))
        return "wait"

    def _return(self, wishes: dict[str, Any]) -> None:
        """Another day's or hour's visit, with everything in the bag this time."""
        service = self.plan.services[wishes["service"]]
        groups = needed(service, wishes["answers"])
        papers = {paper: "have" for group in groups for paper in group.any[: group.count]}
        self._take_ticket({**wishes, "papers": papers})

    def _wait(self, answer: Said) -> None:
        visit, secret = answer.body["id"], answer.body["secret"]
        self.secrets[visit] = secret
        if answer.body["state"] == "held":
            self.agenda.after(self.chance.uniform(300, 1100), lambda: self._act(visit, "return"))
            return
        match self.chance.random():
            case luck if luck < 0.04:
                self.absent.add(visit)
            case luck if luck < 0.08:
                self.agenda.after(self.chance.uniform(120, 500), lambda: self._coffee(visit))
            case luck if luck < 0.11:
                wait_s = self.chance.uniform(240, 900)
                self.agenda.after(wait_s, lambda: self._act(visit, "cancel"))

    def _coffee(self, visit: str) -> None:
        if self._act(visit, "hold", {"minutes": 10, "reason": "coffee"}).ok:
            self.agenda.after(self.chance.uniform(200, 560), lambda: self._act(visit, "return"))

    def _act(self, visit: str, action: str, body: Any = None) -> Said:
        """A customer's own tap. Too late is too late: the refusal is his to read."""
        return self.visitor.post(f"/visits/{visit}/{action}", self.secrets[visit], body)

    def newest_waiting(self) -> str | None:
        """The secret of whoever took a ticket last and is still in a line."""
        for visit in reversed(self.secrets):
            if self._look(visit)["state"] == "waiting" and visit not in self.absent:
                return self.secrets[visit]
        return None

    def _look(self, visit: str) -> Any:
        return self.visitor.get(f"/visits/{visit}", self.secrets[visit]).body

    def was_served(self, visit: str) -> None:
        if visit in self.secrets and self.chance.random() < 0.35:
            score = self.chance.choices((5, 4, 3, 2, 1), (10, 6, 2, 1, 1))[0]
            wait_s = self.chance.uniform(30, 300)
            self.agenda.after(wait_s, lambda: self._act(visit, "feedback", {"score": score}))
