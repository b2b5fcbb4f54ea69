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
    journal: Journal, plan: StorePlan, now: Millis, code: str, own: str | None = None
) -> bool:
    """Somebody is still to come with it, other than the appointment `own`."""
    all_with_it = to_come(journal, plan, now, code)
    return any(one.state == "booked" and one.id != own for one in all_with_it)


def free_code(journal: Journal, plan: StorePlan, now: Millis) -> str:
    for _ in range(CODE_TRIES):
        code = "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))
        if not is_taken(journal, plan, now, code):
            break
    return code
