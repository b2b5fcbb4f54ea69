"""What is worth doing about the lines, and what moves would do before they are made."""

from __future__ import annotations

from typing import Any, Literal

from server.floor.facts import Wait
from server.floor.views.frame import Moment, View
from server.floor.views.suggestions import (
    EffectView,
    OpeningView,
    SuggestionView,
    TouchedView,
)


class SuggestedMoveView(TouchedView, kw_only=True):
    """A move of a suggestion, with that one's sentence in English."""

    why: str
    suggestion: str


class SuggestedOpeningView(OpeningView, kw_only=True):
    effect: EffectView
    why: str
    suggestion: str


class BalanceView(View, kw_only=True):
    rebalance: Literal["suggest", "auto", "off"]
    moves: list[SuggestedMoveView]
    opens: list[SuggestedOpeningView]
    suggestions: list[SuggestionView]
    seq: int
    now: Moment


class ForecastsView(View, kw_only=True):
    """What somebody would be told without and with it."""

    before: Wait
    after: Wait


class TriedMoveView(TouchedView, kw_only=True):
    """`breaks`: it would break the wait he was told, whose limit is `call_by`."""

    forecast: ForecastsView
    call_by: Moment | None
    breaks: bool


class PreviewView(View, kw_only=True):
    """What moves would do to everybody's wait; `refusal` is the problem that would be answered."""

    items: list[TriedMoveView]
    later: int
    overtakes: int
    p90_before_s: int
    p90_after_s: int
    refusal: dict[str, Any] | None
    seq: int
    now: Moment
