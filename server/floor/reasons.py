"""The reasons a fact may bear: ids out of these lists. Whatever else people write or programs send
is `other` in the fact; its words are personal, and kept beside the facts or not at all."""

from __future__ import annotations

OTHER = "other"

HOLD = ("papers", "stepped_away", "coffee", "fetch")
MOVE = (
    "balance",
    "counter_closed",
    "counter_on_break",
    "not_served",
    "shorter",
    "needs",
    "language",
)
CALL = ("quick", "promised", "needs", "papers")
REMOVE = ("left", "mistake", "twice")
CANCEL = ("customer", "store", "twice")
"""Of an appointment."""
AWAY = ("lunch", "break", "meeting", "shift_over", "balance", "other_counter")
"""Of a counter that closes or pauses."""
NOT_NOW = ("knows", "here", "soon")
"""Of a suggestion that is put off."""
PAPER = (
    *("expired", "not_original", "other_name", "unreadable", "wrong_paper"),
    *("too_old", "not_readable", "unsure", "expires_soon", "does_not_match", "not_as_typed"),
    *("too_dark", "glare", "closer", "blurred", "not_found", "not_certain", "no_image"),
)
"""Found by a person, by the store's rules, or by what tried to read it."""

LATE = ("short_staffed", "system_down", "many_people", "emergency")
"""Why everything takes longer today."""
CHANNELS = ("kiosk", "phone", "web", "staff", "tablet", "appointment", "join")
"""How a visit came in."""
STEPS = (
    *("attract", "asking", "service", "question", "typed", "paper", "needs", "again"),
    *("appointment", "sending", "papers", "verdict", "ticket", "ending", "refused", "kept"),
    "trouble",
)
"""Where at the kiosk somebody asks for a person."""


def listed(said: str | None, known: tuple[str, ...]) -> str | None:
    """What a fact may say of it: None where nothing was said."""
    return said if said is None or said in known else OTHER
