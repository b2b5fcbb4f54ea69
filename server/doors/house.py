"""What every door may reach: the joined parts of the running server (see `server/app.py`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from flask import Response, current_app, request

from server.balancing import Balancer
from server.clock import Clock
from server.disk import Disk
from server.doors.counting import Counts
from server.doors.files import Files
from server.doors.floods import Floods
from server.doors.joined import Joined
from server.doors.pins import Pins
from server.doors.problems import PROBLEM_JSON
from server.doors.sessions import Sessions
from server.doors.tokens import Tokens
from server.floor.plan import StorePlan
from server.floor.views.frame import ClockedView
from server.forgetting import Forgetting
from server.journal.contract import Answer, Journal
from server.keys import Keys
from server.settings import Settings
from server.store import OpenStore
from server.waits.forecaster import Forecaster
from server.words import Words


@dataclass(frozen=True)
class House:
    settings: Settings
    journal: Journal
    store: OpenStore
    disk: Disk
    forecaster: Forecaster
    balancer: Balancer
    clock: Clock
    keys: Keys
    tokens: Tokens
    sessions: Sessions
    files: Files
    words: Words
    joined: Joined
    counts: Counts
    pins: Pins
    floods: Floods
    forgetting: Forgetting
    address: str
    """Where phones reach this server: what QR codes print."""
    demo: bool = False

    @property
    def plan(self) -> StorePlan:
        return self.store.plan


def house() -> House:
    found: House = current_app.extensions["foyer"]
    return found


JSON = "application/json"


def answered(answer: Answer) -> Response:
    if answer.status == 204:
        return nothing()
    kind = PROBLEM_JSON if answer.status >= 400 else JSON
    return Response(answer.body, answer.status, content_type=kind)


def nothing() -> Response:
    response = Response(status=204)
    del response.headers["Content-Type"]
    return response


def shown(body: Any, status: int = 200) -> Response:
    return Response(msgspec.json.encode(body), status, content_type=JSON)


def shown_with_clock(view: ClockedView) -> Response:
    house().store.say_clock(view)
    return shown(view)


def bearer() -> str | None:
    kind, _, value = request.headers.get("Authorization", "").partition(" ")
    return value.strip() if kind.lower() == "bearer" and value.strip() else None
