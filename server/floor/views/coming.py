"""The next days on which the store opens, as a slip and the kiosk show them."""

from __future__ import annotations

from msgspec import field

from server.floor.views.frame import Moment, View


class OpeningTimeView(View, kw_only=True):
    opens: Moment
    closes: Moment


class QuietView(View, kw_only=True):
    """When it was quietest on such days: `wait_s` was the usual wait, over `n` visits."""

    since: Moment = field(name="from")
    until: Moment = field(name="to")
    wait_s: int
    n: int


class ComingDayView(View, kw_only=True):
    date: str
    open: list[OpeningTimeView]
    all_day: bool
    quiet: QuietView | None


class ComingDaysView(View, kw_only=True):
    items: list[ComingDayView]
    next: None = None
