"""Guests: whoever shows no token and no sign-in, be it a customer with his link or a stranger.

They may ask as often as a person's phone does, and as a store's whole Wi-Fi does behind one
address. Devices are never counted here, however fast a kiosk sells.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from flask import Flask, Response, g, request
from limits import RateLimitItem

from server.doors.floods import DRAWN, LINKED, PAGES, READ
from server.doors.house import house
from server.web.connections import CONNECTION
from server.web.proxies import neighbourhood

BY_SECRET = {"phone.show_slip_pdf": DRAWN} | dict.fromkeys(
    (
        "phone.show_page",
        "phone.show_visit",
        "phone.show_qr",
        "booked.show_page",
        "booked.show_appointment",
        "booked.show_link",
        "booked.show_code",
        "booked.show_calendar",
    ),
    LINKED,
)
BY_ADDRESS: dict[str | None, RateLimitItem] = {
    None: PAGES,  # There is nothing at that address, and a page says so.
    "front.index": PAGES,
    "front.show_words": PAGES,
    "front.show_joined": PAGES,
    "kiosk_screen.kiosk_page": PAGES,
    "display_screen.display_page": PAGES,
    "staff_screen.staff_page": PAGES,
    "manager_screen.manager_page": PAGES,
    "sign_in.enter": PAGES,
    "openapi.spec": PAGES,
    "health.ready": READ,
    "about.show_store": READ,
    "about.list_services": READ,
    "slips.list_coming_days": READ,
    "about.list_hours": READ,
}


class Limit(NamedTuple):
    item: RateLimitItem
    who: str


def add_guests(app: Flask, is_device: Callable[[], bool]) -> None:
    def limit_guests() -> None:
        if (limit := _limit()) is not None and not is_device():
            house().floods.count(limit.item, request.endpoint or "none", limit.who)

    app.before_request(limit_guests)
    app.after_request(_prove)


def _limit() -> Limit | None:
    if (item := BY_SECRET.get(request.endpoint or "")) is not None:
        return Limit(item, _opened() or _address())
    if (item := BY_ADDRESS.get(request.endpoint)) is not None:
        return Limit(item, _address())
    return None


def _opened() -> str | None:
    """What the secret in the address opens. Made-up ones are all their sender's."""
    secret = (request.view_args or {}).get("secret", "")
    kind = "appointment" if request.blueprint == "booked" else "visit"
    return house().keys.opens(secret, kind)  # type: ignore[arg-type]


def _address() -> str:
    return neighbourhood(request.remote_addr or "")


def _prove(response: Response) -> Response:
    """A connection on which somebody has shown what opens a door is no stranger's any more."""
    if "caller" in g and CONNECTION in request.environ:
        request.environ[CONNECTION].prove()
    return response
