"""The public interface: what all its doors share, and what a store says about itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from flask import Response
from pydantic import Field

from server.doors import schemas
from server.doors.door import Door
from server.doors.house import house, shown, shown_with_clock
from server.doors.problems import Problem, unreadable
from server.floor.hours import windows
from server.floor.views.about import ServicesView, StoreView, services_view, store_view
from server.floor.views.frame import Moment, View, at

BASE = "/api/v1/stores/<store>"


def store_door(name: str, tag: str) -> Door:
    """A part of the interface under the store's address; other stores' addresses are not here."""
    door = Door(name, tag, BASE)
    door.url_value_preprocessor(_only_this_store)
    return door


def _only_this_store(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    named = values.pop("store") if values else None
    if named != house().plan.id:
        raise Problem(404, "unknown_store", "There is no such store here.")


about = store_door("about", "Store")


@about.get("")
@about.output(StoreView)
def show_store() -> Response:
    """The store: its name, languages, hours, services, papers and counters."""
    here = house()
    view = here.store.look(lambda day, now, forecast: store_view(here.plan, now))
    view.address, view.demo = here.address, here.demo
    return shown_with_clock(view)


class OpenView(View, kw_only=True):
    """A business day's openings: from, until."""

    date: str
    open: list[tuple[Moment | None, Moment | None]]


class HoursView(View, kw_only=True):
    items: list[OpenView]
    next: None = None


class HoursQuery(schemas.Body):
    first: date = Field(alias="from", ge=date(2000, 1, 1), lt=date(3000, 1, 1))
    days: int = Field(14, ge=1, le=62)


@about.get("/hours")
@about.query(HoursQuery)
@about.output(HoursView)
def list_hours(query: HoursQuery) -> Response:
    """When the store is open on each business day from a date on: none on a day it is closed."""
    plan = house().plan
    dates = [(query.first + timedelta(days=n)).isoformat() for n in range(query.days)]
    items = [
        OpenView(date=one, open=[(at(since), at(until)) for since, until in windows(plan, one)])
        for one in dates
    ]
    return shown(HoursView(items=items))


@about.get("/services")
@about.query(schemas.LanguageQuery)
@about.output(ServicesView)
def list_services(query: schemas.LanguageQuery) -> Response:
    """What is offered, how long the wait is now, and which papers are asked for."""
    here = house()
    language = query.language or here.plan.languages[0]
    if language not in here.plan.languages:
        known = ", ".join(here.plan.languages)
        raise unreadable([{"where": "language", "problem": f"must be one of {known}"}])
    return shown(
        here.store.look(
            lambda day, now, forecast: services_view(here.plan, day, now, forecast, language)
        )
    )
