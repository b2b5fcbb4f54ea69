"""A customer's own visit: the page behind the QR code, and what it shows. The link is the key."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

import gevent
import qrcode
from flask import Blueprint, Response, request
from gevent.lock import BoundedSemaphore
from markupsafe import Markup
from qrcode.image.svg import SvgPathFillImage

from server.doors.first_paint import FirstPaint
from server.doors.front import address_of_words
from server.doors.house import house, shown
from server.doors.pages import doorway, page
from server.doors.past import Over, past_day_of
from server.doors.problems import Problem
from server.doors.slip_pdf import WORDS, Slip, draw, writes
from server.doors.slips import coming, day_view
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.views.frame import at
from server.floor.views.phone import PhoneView, phone_view
from server.live.phones import say_own_words
from server.words import Language, language_of

DRAWING = BoundedSemaphore(1)
DRAWN_WITHIN_S = 5.0

phone = Blueprint("phone", __name__, url_prefix="/v/<secret>")


@phone.get("", strict_slashes=False)
def show_page(secret: str) -> Response:
    view = _view(secret)
    if view is None:
        return doorway("lost.html", "phone", 404, lost="door-no-visit")
    language = spoken(view.visit.language)
    first = FirstPaint(view, language, house().words)
    if "first" in request.args:
        # What `phone/first.js` renews, and no more.
        return page("phone/first.html", "phone", language=language, first=first)
    return customer_page("phone", secret, language, ("phone",), first=first, view=view)


def customer_page(
    made_of: str, secret: str, language: str, words: tuple[str, ...], **more: Any
) -> Response:
    """A page on somebody's own phone: readable with its first bytes, whatever comes after them."""
    return page(
        "phone/index.html",
        "phone",
        made_of=made_of,
        language=language,
        secret=secret,
        styles_inside=Markup(house().joined.made(made_of, ".css").text),
        words=address_of_words(language, *words, "floor"),
        **more,
    )


def spoken(wanted: str | None) -> str:
    languages = house().plan.languages
    return wanted if wanted in languages else languages[0]


@phone.get("/visit")
def show_visit(secret: str) -> Response:
    view = _view(secret)
    if view is None:
        raise Problem(404, "unknown_visit", "This link opens no visit here.")
    return shown(view)


def _view(secret: str) -> PhoneView | None:
    visit = house().keys.visit_of(secret)
    view = (_todays_view(visit) or _past_view(visit)) if visit else None
    if view is None:
        return None
    say_own_words(house().store, view)
    house().store.say_clock(view)
    return view


def _todays_view(visit: str) -> PhoneView | None:
    plan = house().plan

    def render(day: Day, now: Millis, forecast: Forecast) -> PhoneView | None:
        found = day.visits.get(visit)
        return phone_view(plan, day, found, now, forecast) if found else None

    return house().store.look(render)


def _past_view(visit: str) -> PhoneView | None:
    """Who was told to come back opens the list of what to bring the next morning."""
    here = house()
    day = past_day_of(visit)
    if day is None:
        return None
    view = phone_view(here.plan, day, day.visits[visit], here.clock.now(), Over())
    view.visit.allowed_actions = ()
    view.today, view.unserved = [], None
    if promise := view.visit.promise:
        # It may have been kept on a day after the visit's.
        now = here.journal.promise(here.plan.id, promise.id)
        promise.kept_at = at(now["kept_at"]) if now else None
    return view


@phone.get("/qr.svg")
def show_qr(secret: str) -> Response:
    """The link as a QR code, for the kiosk's screen and the slip."""
    visit = house().keys.visit_of(secret)
    if visit is None:
        raise Problem(404, "unknown_visit", "This link opens no visit here.")
    svg = qr_svg(f"{house().address}/v/{secret}")
    response = Response(svg, content_type="image/svg+xml")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


@phone.get("/slip.pdf")
def show_slip_pdf(secret: str) -> Response:
    """The slip to keep or to print: the number, or what to bring another day and when."""
    visit = house().keys.visit_of(secret)
    view = (_todays_view(visit) or _past_view(visit)) if visit else None
    if view is None:
        raise Problem(404, "unknown_visit", "This link opens no visit here.")
    days = [day_view(day) for day in coming()]
    language = _drawn_in(view.visit.language)
    say = house().words.speaker(language.code, *WORDS)
    slip = Slip(view, days, f"{house().address}/v/{secret}", language, say)
    if not DRAWING.acquire(timeout=DRAWN_WITHIN_S):
        detail = "Many slips are being made just now. Please try again in a moment."
        raise Problem(503, "busy", detail, headers={"Retry-After": "5"})
    try:
        # On a thread of its own, one at a time: a page takes a moment, and no tap waits for it.
        drawn = gevent.get_hub().threadpool.apply(draw, (slip,))
    finally:
        DRAWING.release()
    response = Response(drawn, content_type="application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="slip.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _drawn_in(code: str) -> Language:
    """The visit's language, or the store's first that a PDF can be written in, or English."""
    languages = (language_of(code), *house().words.languages, language_of("en"))
    return next(language for language in languages if writes(language))


@lru_cache(maxsize=256)
def qr_svg(address: str) -> bytes:
    code = qrcode.QRCode(
        error_correction=qrcode.ERROR_CORRECT_M, border=2, image_factory=SvgPathFillImage
    )
    code.add_data(address)
    drawn = io.BytesIO()
    code.make_image().save(drawn)
    return drawn.getvalue()
