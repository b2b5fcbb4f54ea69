"""Every "no" the floor can say. A refusal is a value: a stable code, where things stand, what can
be done instead. Its sentence is `refusal-CODE` in `ui/words/*/floor.ftl`, with `args`."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

REFUSALS: dict[str, int] = {
    "already_called": 409,
    "answered_otherwise": 422,
    "appointment_cancelled": 409,
    "appointment_checked_in": 409,
    "appointment_moved": 409,
    "appointment_closed": 422,
    "appointment_other_day": 409,
    "appointment_past": 422,
    "code_taken": 409,
    "already_ended": 409,
    "already_held": 409,
    "counter_busy": 409,
    "counter_cannot_serve": 409,
    "counter_not_open": 409,
    "counter_on_break": 409,
    "counter_taken": 409,
    "closed_early": 409,
    "exception_not_today": 422,
    "service_closed": 409,
    "unknown_exception": 404,
    "day_not_closed": 409,
    "end_not_in_service": 422,
    "hold_too_long": 409,
    "hold_used": 409,
    "not_allowed_now": 409,
    "nothing_to_undo": 409,
    "papers_not_ready": 409,
    "promise_already_kept": 409,
    "promise_stays_kept": 409,
    "same_line": 409,
    "store_closed": 409,
    "suggestion_outdated": 409,
    "suggestion_settled": 409,
    "undo_too_late": 409,
    "unknown_answer": 422,
    "unknown_appointment": 404,
    "unknown_counter": 404,
    "unknown_help": 404,
    "unknown_language": 422,
    "unknown_need": 422,
    "unknown_paper": 422,
    "unknown_promise": 404,
    "unknown_question": 422,
    "unknown_recovery": 422,
    "unknown_service": 422,
    "unknown_staff": 422,
    "unknown_suggestion": 404,
    "unknown_visit": 404,
    "arrival_not_today": 422,
}
"""Code → HTTP status."""


class Refusal(Struct, frozen=True):
    """`state` and `allowed_actions` are of the visit (or counter) it is about, when there is one.
    `where` names the input at fault, for the 422s."""

    code: str
    args: dict[str, Any] = {}
    state: str | None = None
    allowed_actions: tuple[str, ...] = ()
    where: str | None = None
    verdict: Any = None

    @property
    def status(self) -> int:
        return REFUSALS[self.code]

    @property
    def repeats_what_was_sent(self) -> bool:
        """Its `args` are words of the request that this store does not know, and so may be
        anybody's: no stored answer may hold them."""
        return self.code.startswith("unknown_")
