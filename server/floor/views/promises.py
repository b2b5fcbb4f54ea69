"""What was promised for after a visit, as staff are shown it."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, UnsetType

from server.floor.views.frame import Moment, View

PromiseState = Literal["open", "kept", "late"]


class PromiseView(View, kw_only=True):
    """`what` are its words: personal, and in no answer that is stored."""

    id: str
    visit: str
    ticket: str | None
    service: str
    state: PromiseState
    due: Moment
    made_at: Moment
    kept_at: Moment | None
    staff: str | None
    staff_name: str | None
    kept_by: str | None
    what: str | None | UnsetType = UNSET


class PromisesView(View, kw_only=True):
    items: list[PromiseView]
    next: str | None


class EarlierVisitView(View, kw_only=True):
    """A visit of whoever gave the same phone number."""

    id: str
    ticket: str | None
    service: str
    arrived_at: Moment
    ended_as: str | None
    outcome: str | None
    notes: list[str]
    promises: list[PromiseView]


class EarlierVisitsView(View, kw_only=True):
    items: list[EarlierVisitView]
    next: None = None
