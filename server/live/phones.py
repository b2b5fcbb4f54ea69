"""What each phone is told: the view of its own visit, when that view has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from http import HTTPStatus
from time import perf_counter
from typing import Any, NamedTuple

import gevent
import msgspec
from msgspec.structs import replace

from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.reasons import OTHER
from server.floor.views.phone import PhoneView, phone_view
from server.live.followers import Following
from server.live.pace import Pace
from server.live.saying import say_messages
from server.store import OpenStore
from server.web.listener import HandOver
from server.web.open_files import open_files_max, shares

REST_S = 0.25
SHARE = 0.33
REFRESH_S = 15.0
TURN_S = 0.0008
"""The hub belongs to taps: phones get this much of it at a time."""
PHONES_A_VISIT_MAX = 8
IDS_KEPT = 2 * PHONES_A_VISIT_MAX
"""Of the events under which a state was told: who comes back with an older one hears it again."""
RETRY_AFTER_S = 5

VisitOf = Callable[[str], str | None]
Environ = dict[str, Any]
StartResponse = Callable[[str, list[tuple[str, str]]], Any]


class Told(NamedTuple):
    """The state a visit's phones were told last, by the event `last`. Only under `ids` was it told
    and nothing else: a state changes with time too, so one `seq` may have named several."""

    state: int
    last: int
    ids: frozenset[int]


class News(NamedTuple):
    visit: str
    seq: int
    state: int
    view: PhoneView
    brought: bool
    """It came on another business day: a phone may know it by that day's numbers."""

    def message(self) -> bytes:
        return b"id: %d\ndata: %b\n\n" % (self.seq, msgspec.json.encode(self.view))


class Phones:
    def __init__(self, store: OpenStore, followers: Following, visit_of: VisitOf) -> None:
        self._store = store
        self._followers = followers
        self._visit_of = visit_of
        self._told: dict[str, Told] = {}
        self._date = ""
        self._told_before = 0
        """The newest event that may have been told by a process before this one, or yesterday."""
        self._room = shares(open_files_max()).phones

    def pace(self) -> Pace:
        return Pace(self._tell, rest_s=REST_S, share=SHARE, refresh_s=REFRESH_S)

    def let_in(self, secret: str, environ: Environ, start_response: StartResponse) -> Any:
        """`GET /v/{secret}/events`, as WSGI has it: a thousand phones come back at once after a
        restart, so their way in is as short as it can be."""
        visit = self._visit_of(secret)
        if visit is None:
            return _refuse(start_response, HTTPStatus.NOT_FOUND)
        if environ["REQUEST_METHOD"] != "GET":
            return _refuse(start_response, HTTPStatus.METHOD_NOT_ALLOWED)
        if self._followers.count() >= self._room:
            return _refuse(start_response, HTTPStatus.SERVICE_UNAVAILABLE)
        if self._followers.count(visit) >= PHONES_A_VISIT_MAX:
            return _refuse(start_response, HTTPStatus.TOO_MANY_REQUESTS)
        _, found = self._look([visit], 0)
        news = found[visit]
        if news is None:
            # Of another day: 204 tells an EventSource not to come back.
            return _refuse(start_response, HTTPStatus.NO_CONTENT)
        knows = self._knows(news, environ.get("HTTP_LAST_EVENT_ID", ""))
        return HandOver(lambda fd: self._follow(fd, news, b"" if knows else news.message()))

    def _knows(self, news: News, last_event_id: str) -> bool:
        """Whether the event a phone heard last told this very state. Whatever is not certain counts
        as no: an event of before a restart, of another day, or of a state that came and went."""
        told = self._told.get(news.visit)
        if (
            news.brought
            or told is None
            or told.state != news.state
            or not last_event_id[:15].isdecimal()
        ):
            return False
        return int(last_event_id[:15]) in told.ids

    def _follow(self, fd: int, news: News, first: bytes) -> None:
        self._spread(news)
        if first:
            self._note(news)
        self._followers.add(fd, news.visit, first)

    def _tell(self) -> float:
        """Every phone, a few at a time, and the hub to itself as long in between."""
        took_s = 0.0
        visits = list(self._followers.visits())
        done = 0
        while done < len(visits):
            look_s, found = self._look(visits, done)
            began = perf_counter()
            for visit, news in found.items():
                if news is None:
                    self._followers.drop(visit)
                else:
                    self._spread(news)
            turn_s = look_s + perf_counter() - began
            took_s += turn_s
            done += len(found)
            gevent.sleep(turn_s)
        return took_s

    def _look(self, visits: list[str], first: int) -> tuple[float, dict[str, News | None]]:
        """As many of `visits` from `first` as one turn allows. None: not of this day."""

        def render(
            day: Day, now: Millis, forecast: Forecast
        ) -> tuple[float, dict[str, News | None]]:
            began = perf_counter()
            self._turn_to(day)
            found: dict[str, News | None] = {}
            for visit in visits[first:]:
                found[visit] = self._news(day, visit, now, forecast)
                if perf_counter() - began > TURN_S:
                    break
            return perf_counter() - began, found

        return self._store.look(render)

    def _news(self, day: Day, visit_id: str, now: Millis, forecast: Forecast) -> News | None:
        visit = day.visits.get(visit_id)
        if visit is None:
            return None
        view = phone_view(self._store.plan, day, visit, now, forecast)
        self._store.say_clock(view)
        say_own_words(self._store, view)
        return News(visit_id, day.seq, state_of(view), view, visit.came_on is not None)

    def _spread(self, news: News) -> None:
        told = self._told.get(news.visit)
        if told and (told.state == news.state or told.last > news.seq):
            return
        self._note(news)
        if self._followers.count(news.visit):
            self._followers.tell(news.visit, news.message())

    def _note(self, news: News) -> None:
        told = self._told.get(news.visit)
        ids: set[int] = set()
        if told and told.state == news.state:
            ids.update(sorted(told.ids)[-IDS_KEPT:])
        if news.seq > max(told.last if told else 0, self._told_before):
            ids.add(news.seq)
        self._told[news.visit] = Told(news.state, news.seq, frozenset(ids))

    def _turn_to(self, day: Day) -> None:
        if day.date != self._date:
            self._date = day.date
            newest = max((told.last for told in self._told.values()), default=0)
            self._told_before = max(newest, day.seq)
            self._told.clear()


def say_own_words(store: OpenStore, view: PhoneView) -> None:
    """Adds what people wrote: today's messages, and for this visit what it was promised and what is
    wrong with a paper. Only its own phone may read them. Whoever asked to be forgotten is asked
    nothing any more."""
    view.today = say_messages(store, view.today)
    visit = view.visit
    if "feedback" in visit.allowed_actions and store.journal.erased(visit.id):
        visit.allowed_actions = tuple(a for a in visit.allowed_actions if a != "feedback")
    items = [item for item in visit.papers.items if item.reason == OTHER]
    if visit.promise is None and not items:
        return
    told = store.journal.guest(visit.id)
    for item in items:
        item.reason = told.get(f"reason:paper:{item.paper}", OTHER)
    if visit.promise is not None:
        visit.promise.what = told.get(f"promise:{visit.promise.id}")


def state_of(view: PhoneView) -> int:
    """What a customer would notice: all but the clock and the forecast's single seconds."""
    forecast = view.visit.forecast
    if forecast is not None:
        forecast = replace(forecast, likely_s=0, computed_at="")
    visit = replace(view.visit, forecast=forecast)
    return hash(msgspec.json.encode(replace(view, seq=0, now="", clock_off_s=0, visit=visit)))


def _refuse(start_response: StartResponse, status: HTTPStatus) -> Iterable[bytes]:
    if status is HTTPStatus.NO_CONTENT:
        start_response("204 No Content", [])
        return []
    headers = [("Content-Type", "application/problem+json"), ("Cache-Control", "no-store")]
    if status in (HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS):
        headers.append(("Retry-After", str(RETRY_AFTER_S)))
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers.append(("Allow", "GET"))
    code, detail = REFUSALS[status]
    problem = {"type": "about:blank", "title": status.phrase, "status": int(status), "code": code}
    start_response(f"{int(status)} {status.phrase}", headers)
    return [msgspec.json.encode({**problem, "detail": detail})]


REFUSALS = {
    HTTPStatus.NOT_FOUND: ("unknown_visit", "This link opens no visit here."),
    HTTPStatus.METHOD_NOT_ALLOWED: ("method_not_allowed", "A visit's events can only be read."),
    HTTPStatus.SERVICE_UNAVAILABLE: ("too_many_phones", "Too many phones follow; try again soon."),
    HTTPStatus.TOO_MANY_REQUESTS: (
        "too_many_phones",
        "This visit is followed on many screens already; close one and try again.",
    ),
}
