"""The whole store in this process, asked through its doors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import gevent
from flask.testing import FlaskClient

from server.app import create_app
from server.clock import Clock
from server.doors.house import House
from server.doors.tokens import make_token
from server.journal.sqlite import SqliteJournal
from server.settings import load
from tests.cast import shipped, shipped_at_noon

CONFIG = Path(__file__).parents[2] / "config.toml"
BASE = "/api/v1/stores/main"

CAST = {"kiosk": "kiosk", "tv": "display", "mai": "staff", "omar": "manager"}
"""Who asks, and the scope of their token. Nobody has none; Vera works in another store."""

READY = {"service": "advice"}
"""A ticket that needs no papers."""

DRIVE_PAPERS = {
    "answers": {"bought": "here", "customer": "private"},
    "papers": {
        paper: "have" for paper in ("drive", "serial", "receipt", "identity_card", "claim_form")
    },
}
"""What makes the papers of a replacement ready."""


class Reply(NamedTuple):
    status: int
    body: Any
    headers: Any
    raw: bytes

    @property
    def code(self) -> str:
        assert self.headers["Content-Type"] == "application/problem+json", self
        return str(self.body["code"])


class Shop:
    def __init__(
        self,
        folder: Path,
        config: Path | None = None,
        always_open: bool = True,
        clock: Any = None,
    ) -> None:
        self.folder = folder
        self.config = config or folder / "shipped.toml"
        if config is None:
            self.config.write_text(shipped() if clock else shipped_at_noon(), "utf-8")
        self.always_open = always_open
        self.clock = clock or Clock()
        self.tokens: dict[str, str] = {}
        self.open()

    def open(self) -> None:
        self.journal = SqliteJournal(self.folder / "foyer.db")
        self.app = create_app(
            load(self.config), self.journal, self.clock, always_open=self.always_open
        )
        self.house: House = self.app.extensions["foyer"]
        for who, scope in CAST.items():
            self.tokens.setdefault(who, make_token(self.journal, scope, who, 1))

    def close(self) -> None:
        self.app.extensions["voice"].stop()
        self.house.balancer.stop()
        self.house.forgetting.stop()
        self.house.store.close()
        self.journal.close()

    def restart(self) -> None:
        self.close()
        self.open()

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        by: str | None = "mai",
        *,
        key: str | None = None,
        token: str | None = None,
        client: FlaskClient | None = None,
        headers: dict[str, str] | None = None,
        **more: Any,
    ) -> Reply:
        sent = dict(headers or {})
        shown = token or (self.tokens[by] if by else None)
        if shown:
            sent["Authorization"] = f"Bearer {shown}"
        if key is not None:
            sent["Idempotency-Key"] = key
        if body is not None:
            more["json"] = body
        address = path if path.startswith(("/api/", "/v/", "/a/", "/enter")) else BASE + path
        response = (client or self.app.test_client()).open(
            address, method=method, headers=sent, **more
        )
        kind = response.headers.get("Content-Type", "")
        return Reply(
            response.status_code,
            json.loads(response.data) if "json" in kind else None,
            response.headers,
            response.data,
        )

    def get(self, path: str, by: str | None = "mai", **more: Any) -> Reply:
        return self.ask("GET", path, None, by, **more)

    def post(self, path: str, body: Any = None, by: str | None = "mai", **more: Any) -> Reply:
        return self.ask("POST", path, body, by, **more)

    def arrive(self, body: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
        reply = self.post("/visits", body or READY, by="kiosk", **more)
        assert reply.status == 201, reply
        visit: dict[str, Any] = reply.body
        return visit

    def open_counter(self, counter: str = "1", staff: str = "mai") -> None:
        assert self.post(f"/counters/{counter}/open", {"staff": staff}).status == 200

    def called(self, counter: str = "1") -> dict[str, Any]:
        """Somebody arrives and is called to a counter that is open."""
        self.arrive()
        reply = self.post(f"/counters/{counter}/call_next")
        assert reply.status == 200, reply
        visit: dict[str, Any] = reply.body
        return visit

    def settle(self) -> None:
        gevent.idle()
