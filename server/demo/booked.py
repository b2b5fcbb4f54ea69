"""The demo's customers who come at a time: they make an appointment, and most of them keep it."""

from __future__ import annotations

from random import Random
from typing import Any

from server.demo.agenda import Agenda
from server.demo.customers import Customers
from server.demo.visitor import Visitor
from server.floor.hours import rfc3339
from server.floor.plan import StorePlan

NAMES = ("Rosa Sonnenfeld", "Ken Schmidt", "Ida Sommer", "Yusuf Demir", "Mara Lind", "Noor Haddad")
KEPT = 0.85


class Booked:
    def __init__(
        self, plan: StorePlan, agenda: Agenda, visitor: Visitor, staff: str, customers: Customers
    ) -> None:
        self.plan = plan
        self.agenda = agenda
        self.visitor = visitor
        self.staff = staff
        self.customers = customers
        # Apart from the others', so that those come as they would have come.
        self.chance = Random(len(NAMES))

    def book(self) -> None:
        self.agenda.after(self.chance.uniform(500, 1100), self.book)
        minutes = self.chance.uniform(35, 90)
        made = self._make(minutes)
        if made and self.chance.random() < KEPT:
            early_s = self.chance.uniform(-300, 1200)
            self.agenda.after(minutes * 60 - early_s, lambda: self.customers.keep(made))

    def for_whoever_looks(self) -> str | None:
        """The number of one that nobody of the demo comes for."""
        made = self._make(12)
        return made["code"] if made else None

    def _make(self, minutes: float) -> Any:
        at = self.agenda.clock.now() + round(minutes * 60_000)
        body = {
            "service": self.chance.choice(list(self.plan.services)),
            "at": rfc3339(at),
            "name": self.chance.choice(NAMES),
        }
        made = self.visitor.post("/appointments", self.staff, body)
        return made.body if made.ok else None
