"""The slip: what it brings back at the next visit, and when that visit is best made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

import gevent
from flask import Response

from server.doors.api import store_door
from server.doors.house import house, shown
from server.doors.past import Over, past_day_of
from server.doors.problems import Problem
from server.doors.sign_in import allowed
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.hours import all_day, business_date, day_bounds, rfc3339
from server.floor.plan import StorePlan
from server.floor.views.coming import (
    ComingDaysView,
    ComingDayView,
    OpeningTimeView,
    QuietView,
)
from server.floor.views.phone import SlipView, slip_view
from server.journal.contract import Journal
from server.reports.quiet import (
    WEEKS_BACK,
    ComingDay,
    History,
    Quiet,
    Wait,
    coming_days,
    history,
)

slips = store_door("slips", "Kiosk")
DAYS_SHOWN = 3


@slips.get("/slips/<secret>")
@allowed("kiosk")
@slips.output(SlipView)
def show_slip(secret: str) -> Response:
    """What a slip or ticket of any day was told, so that nothing is asked twice."""
    visit = house().keys.visit_of(secret)
    view = (_of_today(visit) or _of_the_past(visit)) if visit else None
    if view is None:
        raise Problem(404, "unknown_slip", "This code is not one of our slips.")
    return shown(view)


def _of_today(visit: str) -> SlipView | None:
    plan = house().plan

    def render(day: Day, now: Millis, forecast: Forecast) -> SlipView | None:
        found = day.visits.get(visit)
        return slip_view(plan, day, found, now, forecast, today=True) if found else None

    return house().store.look(render)


def _of_the_past(visit: str) -> SlipView | None:
    day = past_day_of(visit)
    if day is None:
        return None
    here = house()
    return slip_view(here.plan, day, day.visits[visit], here.clock.now(), Over(), today=False)


@slips.get("/coming-days")
@slips.output(ComingDaysView)
def list_coming_days() -> Response:
    """The next days on which the store opens, and when it has been quietest on such a day."""
    return shown(ComingDaysView(items=[day_view(day) for day in coming()]))


def coming() -> list[ComingDay]:
    here = house()
    today = business_date(here.plan, here.clock.now())
    past = _history(here.journal, today)
    return coming_days(here.plan, past, today, DAYS_SHOWN)


@lru_cache(maxsize=2)
def _history(journal: Journal, today: str) -> History:
    """Once a day: the waits of one day change little in eight weeks'."""
    plan = house().plan
    return history(plan, _waits(plan, journal, today))


def _waits(plan: StorePlan, journal: Journal, today: str) -> Iterator[Wait]:
    last = date.fromisoformat(today)
    for back in range(7 * WEEKS_BACK, 0, -1):
        begins, ends = day_bounds(plan, (last - timedelta(days=back)).isoformat())
        for leg in journal.legs(plan.id, begins, ends):
            if leg["leg"] == 1 and leg["called_at"] is not None:
                yield Wait(leg["arrived_at"], leg["called_at"])
        # Eight weeks take a moment: everybody else's turn in between.
        gevent.sleep(0)


def day_view(day: ComingDay) -> ComingDayView:
    return ComingDayView(
        date=day.date,
        open=[
            OpeningTimeView(opens=rfc3339(opens), closes=rfc3339(closes))
            for opens, closes in day.open
        ],
        all_day=all_day(house().plan, day.date),
        quiet=_quiet_view(day.quiet) if day.quiet else None,
    )


def _quiet_view(quiet: Quiet) -> QuietView:
    return QuietView(
        since=rfc3339(quiet.since), until=rfc3339(quiet.until), wait_s=quiet.wait_s, n=quiet.n
    )
