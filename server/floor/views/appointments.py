"""An appointment as staff, programs and a kiosk are shown it."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from server.floor.check_in import Standing
from server.floor.facts import EndedAs, Punctuality
from server.floor.views.frame import Moment, View


class AppointmentView(View, kw_only=True):
    """For staff; `visit` is the one it became, `ticket` and `ended_as` are that one's. What is
    personal is in the list alone; `follow_url` is the customer's own page."""

    id: str
    code: str
    service: str
    at: Moment
    state: Standing
    opens_at: Moment
    kept_until: Moment
    needs: tuple[str, ...]
    language: str | None
    visit: str | None
    ticket: str | None
    ended_as: EndedAs | None
    reason: str | None
    may_check_in: bool
    follow_url: str | UnsetType = UNSET
    name: str | None | UnsetType = UNSET
    phone: str | None | UnsetType = UNSET
    notes: str | None | UnsetType = UNSET


class AppointmentsView(View, kw_only=True):
    items: list[AppointmentView]
    next: str | None


class CheckedCodeView(View, kw_only=True):
    """What a number stands for, and why it cannot be used now; whose it is nobody is told. Of a
    number that stands for nothing no more is known."""

    code: str
    refused: str | None
    id: str | UnsetType = UNSET
    service: str | UnsetType = UNSET
    at: Moment | UnsetType = UNSET
    state: Standing | UnsetType = UNSET
    opens_at: Moment | UnsetType = UNSET
    kept_until: Moment | UnsetType = UNSET
    needs: tuple[str, ...] | UnsetType = UNSET
    language: str | None | UnsetType = UNSET
    visit: str | None | UnsetType = UNSET
    ticket: str | None | UnsetType = UNSET
    ended_as: EndedAs | None | UnsetType = UNSET
    came: Punctuality | UnsetType = UNSET
    today: bool | UnsetType = UNSET
