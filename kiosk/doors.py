"""The agent's doors: its page's questions answered, everything else passed on to the server."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from kiosk.mirror import Mirror, mirrors
from kiosk.passing_on import away, pass_on
from kiosk.tickets import Tickets, may_keep

if TYPE_CHECKING:
    from kiosk.agent import Agent

FRAME_BYTES_MAX = 6_000_000
SCAN_BYTES_MAX = 8_000
TYPED_BYTES_MAX = 200
PAPERS_MAX = 12
HERE = ("localhost", "127.0.0.1")
ID = re.compile(r"[\w-]{1,64}")


class Listener(ThreadingHTTPServer):
    daemon_threads = True
    agent: Agent

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no news."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Foyer"
    sys_version = ""
    timeout = 75
    server: Listener

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is logged: what a customer does at the kiosk is nobody's business."""

    def _answer(self) -> None:
        own = self.path.split("?")[0].startswith("/agent/")
        if not self._asked_here():
            self._say(403, {"code": "foreign_origin", "title": "Only this kiosk's own page."})
        elif self._unnamed():
            self._go("/kiosk?agent=1")
        elif own:
            self._own(self.server.agent)
        elif self.command == "POST" and may_keep(self.path, self.headers):
            self._take_ticket(self.server.agent.tickets)
        elif self.command == "GET" and mirrors(self.path):
            self._page(self.server.agent.mirror)
        else:
            self.close_connection = True
            pass_on(self, self.server.agent.upstream)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _answer

    def _asked_here(self) -> bool:
        """By name and by origin: no page of another address may use this machine's agent."""
        port = self.server.agent.port
        hosts = {f"{name}:{port}" for name in HERE}
        origin = self.headers.get("Origin")
        from_here = origin is None or origin in {f"http://{host}" for host in hosts}
        elsewhere = self.headers.get("Sec-Fetch-Site") == "cross-site"
        return self.headers.get("Host") in hosts and from_here and not elsewhere

    def _unnamed(self) -> bool:
        """The page learns from its address that an agent is here: the server's own has none."""
        page = urlsplit(self.path)
        return (
            self.command == "GET"
            and page.path in ("/", "/kiosk")
            and "agent" not in parse_qs(page.query)
        )

    def _go(self, to: str) -> None:
        query = urlsplit(self.path).query
        self.send_response(302)
        self.send_header("Location", to + (f"&{query}" if query else ""))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _own(self, agent: Agent) -> None:
        doors: dict[tuple[str, str], Callable[[Agent], None]] = {
            ("GET", "/agent/about"): lambda agent: self._say(200, agent.about()),
            ("POST", "/agent/read"): self._read,
            ("POST", "/agent/scan"): self._scan,
            ("POST", "/agent/typed"): self._typed,
            ("POST", "/agent/print"): self._print,
            ("GET", "/agent/tickets"): lambda agent: self._say(200, agent.tickets.lately()),
            ("POST", "/agent/tickets"): self._ticket,
        }
        door = doors.get((self.command, self.path.split("?")[0]))
        if door is None:
            self._say(404, {"code": "not_found", "title": "The agent has no such door."})
        else:
            door(agent)

    def _page(self, mirror: Mirror) -> None:
        told = mirror.get(self.path, self.headers)
        if told is None:
            self.close_connection = True
            away(self)
            return
        self.send_response_only(told.status)
        for name, value in told.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(told.body)))
        self.end_headers()
        self.wfile.write(told.body)

    def _take_ticket(self, tickets: Tickets) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            answer = tickets.take(self.path, self.headers, body)
        except OSError:
            # A full disk: what cannot be written down is not promised.
            answer = None
        if answer is None:
            away(self)
        else:
            self._send(answer.status, answer.kind, answer.body)

    def _ticket(self, agent: Agent) -> None:
        """What became of the ticket asked for under a key, which only its page knows."""
        told = agent.tickets.about(self.headers.get("Idempotency-Key") or "")
        if told is None:
            self._say(404, {"code": "not_found", "title": "There is no such ticket here."})
        else:
            self._say(200, told)

    def _read(self, agent: Agent) -> None:
        asked, papers = self._wanted()
        store, showing = asked.get("store", ""), asked.get("showing", "")
        length = int(self.headers.get("Content-Length") or 0)
        if not all(ID.fullmatch(name) for name in (store, showing, *papers)):
            self._say(422, {"code": "invalid", "title": "store, paper and showing are needed."})
        elif not 0 < length <= FRAME_BYTES_MAX:
            self._say(413, {"code": "too_large", "title": "A frame is one JPEG of at most 6 MB."})
        else:
            frame = self.rfile.read(length)
            self._tell(lambda: agent.read(store, papers, showing, frame))

    def _scan(self, agent: Agent) -> None:
        asked, papers = self._wanted()
        store = asked.get("store", "")
        length = int(self.headers.get("Content-Length") or 0)
        if not all(ID.fullmatch(name) for name in (store, *papers)):
            self._say(422, {"code": "invalid", "title": "store and paper are needed."})
        elif not 0 < length <= SCAN_BYTES_MAX:
            self._say(413, {"code": "too_large", "title": "A scan is text of at most 8 kB."})
        else:
            text = self.rfile.read(length).decode(errors="replace")
            self._tell(lambda: agent.scanned(store, papers, text))

    def _typed(self, agent: Agent) -> None:
        asked, _ = self._wanted()
        question = asked.get("question", "")
        length = int(self.headers.get("Content-Length") or 0)
        if not ID.fullmatch(question):
            self._say(422, {"code": "invalid", "title": "question is needed."})
        elif not 0 < length <= TYPED_BYTES_MAX:
            self._say(413, {"code": "too_large", "title": "An answer has at most 200 bytes."})
        else:
            self._say(200, agent.typed(question, self.rfile.read(length).decode(errors="replace")))

    def _print(self, agent: Agent) -> None:
        key = self.headers.get("Idempotency-Key") or ""
        length = int(self.headers.get("Content-Length") or 0)
        if not key:
            self._say(422, {"code": "invalid", "title": "An Idempotency-Key is needed."})
        elif not 0 < length <= FRAME_BYTES_MAX:
            self._say(413, {"code": "too_large", "title": "A slip is one PNG of at most 6 MB."})
        elif agent.desk is None:
            self._say(404, {"code": "no_printer", "title": "This kiosk has no --printer."})
        else:
            why = agent.desk.print(key, self.rfile.read(length))
            self._say(200, {"printed": why is None, "why": why})

    def _wanted(self) -> tuple[dict[str, str], list[str]]:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        return asked, asked.get("paper", "").split(",")[:PAPERS_MAX]

    def _tell(self, found: Callable[[], dict[str, Any]]) -> None:
        try:
            self._say(200, found())
        except (OSError, HTTPException, ValueError, KeyError):
            self._say(503, {"code": "server_unreachable", "title": "The server is away."})

    def _say(self, status: int, body: dict[str, Any]) -> None:
        # A refused body was not read: what is left of it must not be taken for the next request.
        self.close_connection = status >= 400
        self._send(status, "application/json", json.dumps(body).encode())

    def _send(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)
