"""create_app joins the parts: read this first.

settings → plan → journal → store → doors; the live voice listens to the store.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, request
from flask.json.provider import DefaultJSONProvider
from msgspec import to_builtins

from server.balancing import Balancer
from server.clock import Clock
from server.disk import Disk
from server.doors import counting, guests, problems, sign_in
from server.doors.api import about
from server.doors.appointments import appointments
from server.doors.balance import balance
from server.doors.booked import booked
from server.doors.counters import counters
from server.doors.counting import Counts
from server.doors.display import display, display_screen
from server.doors.files import Files
from server.doors.floods import Floods
from server.doors.front import front
from server.doors.health import add_disk_problems, health
from server.doors.house import House
from server.doors.joined import Joined
from server.doors.kiosk import kiosk, kiosk_screen
from server.doors.lookup import lookup
from server.doors.manager import manager_screen
from server.doors.openapi import add_openapi
from server.doors.pages import add_pages
from server.doors.papers import papers
from server.doors.phone import phone
from server.doors.pins import Pins
from server.doors.promises import promises
from server.doors.reports import reports
from server.doors.sessions import Sessions
from server.doors.slips import slips
from server.doors.staff import staff, staff_screen
from server.doors.today import today
from server.doors.tokens import Tokens
from server.doors.visits import visits
from server.forgetting import Forgetting
from server.journal.contract import Journal
from server.keys import Keys
from server.live import voice
from server.settings import Settings
from server.store import OpenStore
from server.waits.forecaster import Forecaster
from server.web.body import BODY_BYTES_MAX
from server.words import OWN, Words

DOORS = (
    front,
    health,
    about,
    visits,
    lookup,
    papers,
    counters,
    balance,
    kiosk,
    kiosk_screen,
    slips,
    display,
    display_screen,
    staff,
    promises,
    today,
    appointments,
    booked,
    staff_screen,
    phone,
    reports,
    manager_screen,
)


def create_app(
    settings: Settings,
    journal: Journal,
    clock: Clock,
    *,
    address: str = "http://localhost:8000",
    always_open: bool = False,
) -> Flask:
    plan = settings.plan(always_open)
    forecaster = Forecaster(plan)
    store = OpenStore(plan, journal, clock, forecaster)
    keys = Keys(journal.store_key())
    tokens = Tokens(journal)
    files = Files()
    house = House(
        settings=settings,
        journal=journal,
        store=store,
        disk=Disk(store),
        forecaster=forecaster,
        balancer=Balancer(store, forecaster),
        clock=clock,
        keys=keys,
        tokens=tokens,
        sessions=Sessions(journal, store),
        files=files,
        joined=Joined(files),
        words=Words(plan.languages, settings.path.parent / OWN),
        counts=Counts(),
        pins=Pins(),
        floods=Floods(),
        forgetting=Forgetting(plan, store, journal, settings.privacy.forget_after_days),
        address=settings.address or address,
        demo=clock.demo,
    )
    app = new_app()
    app.extensions["foyer"] = house
    counting.add_counting(app, house.counts)
    problems.add_problems(app)
    add_disk_problems(app)
    add_pages(app)
    sign_in.add_sign_in(app, plan.id)
    guests.add_guests(app, is_device=lambda: sign_in.may_pass("display"))
    for door in DOORS:
        app.register_blueprint(door)
    add_openapi(app)
    app.extensions["voice"] = voice.attach(
        app,
        store,
        tokens_of=sign_in.tokens_of,
        scopes_of=tokens.scopes_of,
        visit_of=keys.visit_of,
    )
    return app


class Json(DefaultJSONProvider):
    """Views in a page's first bytes."""

    default = staticmethod(to_builtins)


class Foyer(Flask):
    json_provider_class = Json

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Flask asks of every function it calls whether it is async. None is: gevent waits."""
        return func

    def log_exception(self, exc_info: Any) -> None:
        """By the door's name: an address may hold a token, or a visit's secret."""
        door = request.endpoint or "no door"
        self.logger.error("Exception at %s [%s]", door, request.method, exc_info=exc_info)


def new_app() -> Flask:
    app = Foyer("server", static_folder=None)
    app.url_map.merge_slashes = False
    app.config["MAX_CONTENT_LENGTH"] = BODY_BYTES_MAX
    return app
