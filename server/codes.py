"""The numbers customers type at the kiosk: whose they are, and ones that are free."""

from __future__ import annotations

import secrets

from server.floor.facts import Appointment, Millis
from server.floor.hours import business_date, day_bounds
from server.floor.plan import StorePlan
from server.journal.contract import Journal
from server.journal.projection import appointment_of

CODE_DIGITS = 6
CODE_TRIES = 100


def to_come(journal: Journal, plan: StorePlan, now: Millis, code: str) -> list[Appointment]:
    """All with this number, from today on."""
    today, _ = day_bounds(plan, business_date(plan, now))
    return [appointment_of(r) for r in journal.appointments(plan.id, code=code, since=today)]


def is_taken(
    journal: Journal, plan: StorePlan, code: str, at: Millis, own: str | None = None
) -> bool:
    """Somebody other than the appointment `own` is to come with it on the business day of `at`."""
    since, before = day_bounds(plan, business_date(plan, at))
    rows = journal.appointments(plan.id, code=code, since=since, before=before)
    return any(row["state"] == "booked" and row["appointment"] != own for row in rows)


def free_code(journal: Journal, plan: StorePlan, now: Millis) -> str:
    """One that nobody is to come with on any day."""
    for _ in range(CODE_TRIES):
        code = "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))
        if all(one.state != "booked" for one in to_come(journal, plan, now, code)):
            break
    return code
