"""Devices (kiosk, TV, tablets, manager) on Socket.IO: each watches a view and hears it whole."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from time import monotonic, perf_counter
from typing import Any, NamedTuple
from urllib.parse import parse_qs

import msgspec
from flask import Flask, request
from flask_socketio import SocketIO, join_room

from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.views.floor import FloorView
from server.live.messages import FLOOR, MACHINE, TO_DEVICES, Message
from server.live.pace import Pace
from server.live.saying import say_messages
from server.store import DISK_FAILS, OpenStore
from server.web.connections import CONNECTION
from server.web.websocket import WebSocket, may_upgrade

log = logging.getLogger("foyer.live")

REST_S = 0.02
SHARE = 0.1
REFRESH_S = 15.0
PING_S = 4
"""A device whose cable was pulled knows it after two of these."""
MESSAGE_BYTES_MAX = 10_000
"""A device says who it is and which view it watches: less than a tenth of this."""
CHECK_S = 3.0
UNSIGNED_S = 10.0
"""Who has not signed in by then is sent away."""
UNSIGNED_MAX = 200
TROUBLES_S = 10.0
"""What strangers send badly is logged this seldom, so that they cannot fill the disk."""
SIGNED_IN = "foyer.signed_in"
SINCE = "foyer.since"

TokensOf = Callable[[str | None], frozenset[bytes]]
"""By which tokens the device that connects is signed in (their digests); its token, if it sent one
in the handshake's `auth`. Runs in the handshake's request, so cookies and headers are there too."""
ScopesOf = Callable[[frozenset[bytes]], frozenset[str]]
"""What these tokens open now."""


class Json:
    """Socket.IO's JSON: views are encoded once, however many devices watch."""

    @staticmethod
    def dumps(value: Any, **_: Any) -> str:
        return msgspec.json.encode(value).decode()

    @staticmethod
    def loads(text: Any) -> Any:
        """Raises ValueError, which is the one error that engineio takes for a client's."""
        try:
            return msgspec.json.decode(text)
        except (msgspec.DecodeError, RecursionError) as error:
            raise ValueError("not JSON") from error


class Seen(NamedTuple):
    seq: int
    data: bytes
    took_s: float

    def news(self) -> dict[str, Any]:
        return {"seq": self.seq, "data": msgspec.Raw(self.data)}


class Device(NamedTuple):
    """Its tokens, not its cookie: that is another one whenever a person signs in or out on it."""

    tokens: frozenset[bytes]
    scopes: frozenset[str]


class Broadcast:
    def __init__(
        self, app: Flask, store: OpenStore, tokens_of: TokensOf, scopes_of: ScopesOf
    ) -> None:
        self._store = store
        self._tokens_of = tokens_of
        self._scopes_of = scopes_of
        self._devices: dict[str, Device] = {}
        self.socketio = SocketIO(
            app,
            async_mode="gevent",
            manage_session=False,
            async_handlers=False,
            http_compression=False,
            max_http_buffer_size=MESSAGE_BYTES_MAX,
            ping_interval=PING_S,
            ping_timeout=PING_S,
            json=Json,
            logger=quiet(logging.getLogger("foyer.live.socketio")),
            engineio_logger=quiet(logging.getLogger("foyer.live.engineio")),
        )
        self._engine = self.socketio.server.eio
        # engineio would take what is installed beside it, and without a limit for a message.
        self._engine._async = self._engine._async | {
            "websocket": partial(WebSocket, MESSAGE_BYTES_MAX)
        }
        # engineio's own waits, for ever, until the client has asked for what is left to say to it.
        self._engine.disconnect = self._end
        self.socketio.on_event("connect", self._on_connect)
        self.socketio.on_event("disconnect", self._on_disconnect)
        self.socketio.on_event("watch", self._on_watch)

    def let_in(self, environ: dict[str, Any], start_response: Any) -> Any:
        """`/socket.io/`, as WSGI has it."""
        if "HTTP_UPGRADE" in environ and not may_upgrade(environ):
            return _bad_request(start_response)
        session = self._session_of(environ)
        if session is None:
            environ[SINCE] = monotonic()
            self._make_room()
        elif "HTTP_UPGRADE" in environ:
            self._goes_on_over(session, environ)
        try:
            return self.socketio.sockio_mw(environ, start_response)
        except (ValueError, LookupError, OSError) as error:
            log.debug("a device sent what is no packet: %s", error)
            # A websocket that has begun hears no HTTP any more.
            begun = CONNECTION in environ and environ[CONNECTION].upgraded
            return () if begun else _bad_request(start_response)

    def _session_of(self, environ: dict[str, Any]) -> dict[str, Any] | None:
        """The environ in which this request's session began, if it is of one."""
        sid = parse_qs(environ.get("QUERY_STRING", "")).get("sid", [""])[0]
        began: dict[str, Any] | None = self.socketio.server.environ.get(sid)
        return began

    def _goes_on_over(self, session: dict[str, Any], environ: dict[str, Any]) -> None:
        if CONNECTION in environ:
            session[CONNECTION] = environ[CONNECTION]
            if SIGNED_IN in session:
                environ[CONNECTION].prove()

    def _unsigned(self) -> list[tuple[str, float]]:
        """The sessions nobody has signed in over, with their beginning; the oldest first."""
        began = self.socketio.server.environ.items()
        return [(sid, env.get(SINCE, 0.0)) for sid, env in began if SIGNED_IN not in env]

    def _make_room(self) -> None:
        unsigned = self._unsigned()
        for sid, _ in unsigned[: max(len(unsigned) - UNSIGNED_MAX + 1, 0)]:
            self._end(sid)

    def _end(self, eio_sid: str) -> None:
        if session := self._engine.sockets.get(eio_sid):
            session.close(wait=False, reason=self._engine.reason.SERVER_DISCONNECT)

    def paces(self, then: Callable[[], None]) -> list[Pace]:
        """One for each message, each telling the next when it is done; the first hears the news."""
        paces: list[Pace] = []
        for message in reversed(TO_DEVICES):
            pace = Pace(
                lambda message=message: self._tell(message),  # type: ignore[misc]
                rest_s=REST_S,
                share=SHARE,
                refresh_s=REFRESH_S,
                then=paces[0].news if paces else then,
            )
            paces.insert(0, pace)
        return paces

    def checks(self) -> Pace:
        return Pace(self._check, rest_s=CHECK_S, share=SHARE, refresh_s=CHECK_S)

    def _check(self) -> float:
        """A device whose token was taken back is sent away."""
        began = perf_counter()
        devices = self._devices.items()
        changed = [sid for sid, one in devices if self._scopes_of(one.tokens) != one.scopes]
        took_s = perf_counter() - began
        for sid in changed:
            began = self.socketio.server.get_environ(sid)
            self.socketio.server.disconnect(sid)
            # Whoever stays all the same has to sign in anew, and soon.
            began.pop(SIGNED_IN, None)
            began[SINCE] = monotonic()
        for sid, since in self._unsigned():
            if monotonic() - since > UNSIGNED_S:
                self._end(sid)
        return took_s

    def _on_connect(self, auth: Any = None) -> None:
        token = auth.get("token") if isinstance(auth, dict) else None
        tokens = self._tokens_of(token if isinstance(token, str) else None)
        device = self._devices[_sid()] = Device(tokens, self._scopes_of(tokens))
        if device.scopes:
            request.environ[SIGNED_IN] = True
            if CONNECTION in request.environ:
                request.environ[CONNECTION].prove()

    def _on_disconnect(self, *_: Any) -> None:
        self._devices.pop(_sid(), None)

    def _on_watch(self, wanted: Any = None, *_: Any) -> dict[str, Any]:
        wanted = wanted if isinstance(wanted, dict) else {}
        if wanted.get("store") != self._store.plan.id:
            return _error(404, "unknown_store", "There is no such store here.")
        message = next((m for m in TO_DEVICES if m.event == wanted.get("view")), None)
        if message is None:
            return _error(404, "unknown_view", "There is no such view; try board or floor.")
        device = self._devices.get(_sid())
        if device is None or not device.scopes:
            return _error(401, "not_signed_in", "Sign in first: open this screen's sign-in link.")
        if not message.heard_by & device.scopes:
            return _error(403, "not_allowed", "This device may not watch that view.")
        # Join first: news between the two is then heard twice, never missed.
        join_room(self._room(message))
        try:
            return self._look(message).news()
        except DISK_FAILS as error:
            if message is FLOOR:
                self.tell_of_machine(_sid())
            return _error(503, "not_ready", str(error))

    def _tell(self, message: Message) -> float:
        if not self._watched(message):
            return 0.0
        seen = self._look(message)
        began = perf_counter()
        self.socketio.emit(message.event, seen.news(), to=self._room(message))
        return seen.took_s + perf_counter() - began

    def tell_of_machine(self, to: str | None = None) -> None:
        """To everybody who watches the floor, or to one device."""
        self.socketio.emit(MACHINE, self._store.machine_view(), to=to or self._room(FLOOR))

    def _look(self, message: Message) -> Seen:
        def render(day: Day, now: Millis, forecast: Forecast) -> Seen:
            began = perf_counter()
            view = message.render(self._store.plan, day, now, forecast)
            self._store.say_clock(view)
            view.today = say_messages(self._store, view.today)
            if isinstance(view, FloorView):
                view.trouble = self._store.trouble
            data = msgspec.json.encode(view)
            return Seen(day.seq, data, perf_counter() - began)

        return self._store.look(render)

    def _watched(self, message: Message) -> bool:
        rooms = self.socketio.server.manager.rooms.get("/", {})
        return bool(rooms.get(self._room(message)))

    def _room(self, message: Message) -> str:
        return f"{self._store.plan.id}/{message.event}"


def _sid() -> str:
    sid: str = request.sid  # type: ignore[attr-defined]
    return sid


class Seldom(logging.Filter):
    """Lets one record pass in TROUBLES_S."""

    def __init__(self) -> None:
        super().__init__()
        self._next = 0.0

    def filter(self, record: logging.LogRecord) -> bool:
        if monotonic() < self._next:
            return False
        self._next = monotonic() + TROUBLES_S
        return True


def quiet(logger: logging.Logger) -> logging.Logger:
    logger.setLevel(logging.ERROR)
    if not any(isinstance(one, Seldom) for one in logger.filters):
        logger.addFilter(Seldom())
    return logger


def _bad_request(start_response: Any) -> tuple[bytes]:
    problem = _error(400, "bad_request", "This is not how a device connects.")["error"]
    headers = [("Content-Type", "application/problem+json"), ("Cache-Control", "no-store")]
    start_response("400 Bad Request", headers)
    return (msgspec.json.encode(problem),)


def _error(status: int, code: str, detail: str) -> dict[str, Any]:
    title = HTTPStatus(status).phrase
    problem = {"type": "about:blank", "title": title, "status": status, "code": code}
    return {"error": {**problem, "detail": detail}}
