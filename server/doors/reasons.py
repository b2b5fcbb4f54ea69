"""The words of a reason that is none of the known ones: personal, so they go with the guest, and
the fact says `other`. Staff read them where the reason stands, a customer on the own page."""

from __future__ import annotations

from server.doors.writing import Guests
from server.floor.reasons import OTHER, listed
from server.floor.views.visit import PaperItemView

FIELD = "reason:"


def words_of(visit: str, about: str, said: str | None, known: tuple[str, ...]) -> Guests:
    """What to keep of it with the visit, or the appointment: nothing for one of the `known`."""
    kept = said is not None and said != OTHER and listed(said, known) == OTHER
    return ((visit, f"{FIELD}{about}", said),) if kept and said else ()


def of_guest(told: dict[str, str]) -> dict[str, str]:
    """By what they are about: `hold`, `move`, `call`, `remove`, `cancel`, `paper:ID`."""
    return {
        field.removeprefix(FIELD): words for field, words in told.items() if field.startswith(FIELD)
    }


def say_papers(items: list[PaperItemView], told: dict[str, str]) -> None:
    """Puts the words back where an item says only that there was another reason."""
    for item in items:
        if item.reason == OTHER:
            item.reason = told.get(f"{FIELD}paper:{item.paper}", OTHER)
