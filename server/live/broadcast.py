"""Devices (kiosk, TV, tablets, manager) on Socket.IO: each watches a view and hears it whole."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from time import perf_counter
from typing import Any, NamedTuple

import msgspec
from flask import Flask, request
from flask_socketio import SocketIO, join_room

from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.live.messages import TO_DEVICES, Message
from server.live.pace import Pace
from server.store import OpenStore

REST_S = 0.02
SHARE = 0.1
REFRESH_S = 15.0
PING_S = 4
"""A device whose cable was pulled knows it after two of these."""
MESSAGE_BYTES_MAX = 10_000
CHECK_S = 3.0

ScopesOf = Callable[[str | None], frozenset[str]]
"""What the device that connects may do; its token, if it sent one in the handshake's `auth`.
Runs in the handshake's request, so cookies and headers are there too."""


class Json:
    """Socket.IO's JSON: views are encoded once, however many devices watch."""

    @staticmethod
    def dumps(value: Any, **_: Any) -> str:
        return msgspec.json.encode(value).decode()

    loads = staticmethod(msgspec.json.decode)


class Seen(NamedTuple):
    seq: int
    data: bytes
    took_s: float

    def news(self) -> dict[str, Any]:
        return {"seq": self.seq, "data": msgspec.Raw(self.data)}


class Device(NamedTuple):
    token: str | None
    scopes: frozenset[str]


class Broadcast:
    def __init__(self, app: Flask, store: OpenStore, scopes_of: ScopesOf) -> None:
        self._app = app
        self._store = store
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
        )
        self.socketio.on_event("connect", self._on_connect)
        self.socketio.on_event("disconnect", self._on_disconnect)
        self.socketio.on_event("watch", self._on_watch)

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
        """A device whose token was taken back, or who signed out, is sent away."""
        began = perf_counter()
        changed = [sid for sid, device in self._devices.items() if self._is_another(sid, device)]
        took_s = perf_counter() - began
        for sid in changed:
            self.socketio.server.disconnect(sid)
        return took_s

    def _is_another(self, sid: str, device: Device) -> bool:
        with self._app.request_context(self.socketio.server.get_environ(sid)):
            return self._scopes_of(device.token) != device.scopes

    def _on_connect(self, auth: Any = None) -> None:
        token = auth.get("token") if isinstance(auth, dict) else None
        token = token if isinstance(token, str) else None
        self._devices[_sid()] = Device(token, self._scopes_of(token))

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
        return self._look(message).news()

    def _tell(self, message: Message) -> float:
        if not self._watched(message):
            return 0.0
        seen = self._look(message)
        began = perf_counter()
        self.socketio.emit(message.event, seen.news(), to=self._room(message))
        return seen.took_s + perf_counter() - began

    def _look(self, message: Message) -> Seen:
        def render(day: Day, now: Millis, forecast: Forecast) -> Seen:
            began = perf_counter()
            view = message.render(self._store.plan, day, now, forecast)
            data = msgspec.json.encode({**view, **self._store.clock_view()})
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


def _error(status: int, code: str, detail: str) -> dict[str, Any]:
    title = HTTPStatus(status).phrase
    problem = {"type": "about:blank", "title": title, "status": status, "code": code}
    return {"error": {**problem, "detail": detail}}
