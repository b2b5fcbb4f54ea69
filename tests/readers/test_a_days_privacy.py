"""A day of papers, and not one thing they say of anybody is left: looked for in every byte on the
disks of store and kiosk, on the wire between them, and in every answer."""

from __future__ import annotations

import base64
import hashlib
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests

from bench import _papers_camera as camera
from bench import _papers_draw as drawing
from tests.browser.running import API, PATIENCE_S, ROOT, Server
from tests.readers.agents import Recorder, RunningAgent, until

PRIVATE = {"service": "recovery", "answers": {"customer": "private"}}
BOUGHT = {"service": "replacement", "answers": {"bought": "here", "customer": "private"}}
BUSINESS = {"service": "replacement", "answers": {"bought": "here", "customer": "business"}}
SHOWN = {
    "td1": ("identity_card", PRIVATE, 2),
    "td2": ("identity_card", PRIVATE, 2),
    "td3": ("passport", PRIVATE, 2),
    "pdf417": ("identity_card", PRIVATE, 4),
    "qr": ("serial", BOUGHT, 4),
    "datamatrix": ("serial", BOUGHT, 4),
    "code128": ("serial", BOUGHT, 4),
    "receipt": ("invoice", BUSINESS, 2),
}
"""By kind: the paper it is shown as, what its customer comes for, and how many of them come."""
FRAMES = 2
PICTURES = (b"\xff\xd8\xff\xe0", b"\x89PNG", b"/9j/4", b"iVBORw0")
"""As JPEG and PNG begin, plain and in base64; three bytes alone chance makes now and then."""
LICENCE = (
    "@\n\nANSI 636014080102DL00410278ZC03190034DLDAQT4711908\nDCSSONNENFELD\nDACERIKA\n"
    "DBD03152021\nDBB01011990\nDBA03152034\nDCGUSA"
)
SCANNED = ("T4711908", "SONNENFELD", "ERIKA", "01011990", "1990-01-01", "ANSI 636")


@dataclass
class Day:
    """The store, its kiosk, and whatever could be overheard of either."""

    store: Server
    wire: Recorder
    agent: RunningAgent
    chance: random.Random
    answers: bytearray = field(default_factory=bytearray)
    values: set[str] = field(default_factory=set)
    taken: int = 0

    def ask(self, path: str, body: bytes) -> Any:
        answer = requests.post(f"{self.agent.base}{path}", data=body, timeout=PATIENCE_S)
        self.answers += answer.content
        return answer.json()

    def fetch(self, path: str) -> None:
        headers = {"Authorization": f"Bearer {self.store.tokens['manager']}"}
        answer = requests.get(f"{self.store.base}{API}{path}", headers=headers, timeout=PATIENCE_S)
        assert answer.ok, answer.text
        self.answers += answer.content

    def show(self, kind: str, paper: str) -> dict[str, Any] | None:
        """What the kiosk may tell of one paper held up once."""
        drawn = drawing.draw(kind, self.chance)
        self.values |= {value for value in drawn.values if len(value) >= 6}
        showing = f"{kind}-{self.chance.random()}".replace(".", "")
        path = f"/agent/read?store=main&paper={paper}&showing={showing}"
        for frame in camera.showing(drawn.image, camera.SETS["clean"], self.chance, FRAMES):
            told = self.ask(path, frame)
            if told["read"]:
                return dict(told["read"])
        return None

    def take(self, wanted: dict[str, Any], papers: dict[str, Any]) -> None:
        self.taken += 1
        body = {**wanted, "papers": {"drive": "have", **papers}, "choose": "wait"}
        answer = self.agent.take(f"ticket {self.taken}", body)
        assert answer.status_code in (201, 202), answer.text
        self.answers += answer.content


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    for folder in ("store", "kiosk"):
        (tmp_path / folder).mkdir()
    store = Server(tmp_path / "store")
    store.start()
    wire = Recorder(store.port)
    agent = RunningAgent(wire.base, store.tokens["kiosk"], tmp_path / "kiosk").start()
    yield Day(store, wire, agent, random.Random(11))
    agent.stop()
    store.stop()
    wire.close()


def everybody_comes(day: Day) -> int:
    """Papers of every kind before the camera, each for a ticket; some say what they were told."""
    read = 0
    for kind, (paper, wanted, number) in SHOWN.items():
        for _ in range(number):
            told = day.show(kind, paper)
            read += told is not None
            answers = dict(wanted["answers"])
            if paper == "invoice":
                typed = f"RE-{day.chance.randrange(10**7, 10**8)}"
                day.values.add(typed)
                answers["invoice_number"] = day.ask(
                    "/agent/typed?question=invoice_number", typed.encode()
                )
            day.take({**wanted, "answers": answers}, {paper: {"read": told} if told else "have"})
    return read


def scans_while_the_store_is_away(day: Day, folder: Path) -> bytes:
    """A licence by the handheld scanner; its ticket waits on the kiosk's disk. What stood there."""
    day.values |= set(SCANNED)
    told = day.ask("/agent/scan?store=main&paper=identity_card,passport", LICENCE.encode())
    day.store.stop(signal.SIGTERM)
    day.take(PRIVATE, {told["paper"]: {"read": told["read"]}})
    assert day.agent.kept()
    meanwhile = on_disk(folder)
    day.store.start()
    until(lambda: not day.agent.kept())
    return meanwhile


def staff_look_at_them(day: Day) -> None:
    call = day.store.call
    for counter, staff in (("1", "mai"), ("2", "ken"), ("3", "lena")):
        call("POST", f"/counters/{counter}/open", {"staff": staff})
    for number, counter in enumerate(["1", "2", "3"] * 4):
        visit = call("POST", f"/counters/{counter}/call_next")
        if visit is None:
            continue
        status = (
            {"status": "rejected", "reason": "other_name"} if number % 3 else {"status": "seen"}
        )
        items = [{"paper": one["paper"], **status} for one in visit["papers"]["items"][:2]]
        call("POST", f"/visits/{visit['id']}/papers", {"items": items})
        call("POST", f"/visits/{visit['id']}/finish", {"outcome": "resolved"})


def figures_are_fetched(day: Day) -> None:
    for path in ("/visits", "/floor", "/board", "/papers/reasons"):
        day.fetch(path)
    for name in ("papers", "waits", "staff"):
        for form in ("json", "csv"):
            day.fetch(f"/reports/{name}?format={form}")


def day_is_over(day: Day) -> None:
    day.store.stop(signal.SIGTERM)
    day.agent.stop(signal.SIGINT)
    for verb in ("rebuild", "export"):
        command = [sys.executable, "-m", "server", verb, "--data", str(day.store.data)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        day.answers += done.stdout + done.stderr


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def found_in(heard: bytes, values: set[str]) -> list[str]:
    """Plain, in small letters, in base64, or under a hash that anybody could make."""
    small = heard.lower()
    return [
        value
        for value in values
        if value.lower().encode() in small
        or base64.b64encode(value.encode()).rstrip(b"=")[:-1] in heard
        or hashlib.sha256(value.encode()).hexdigest().encode() in small
    ]


def test_a_day_of_papers_leaves_nothing_that_they_say(day: Day, tmp_path: Path) -> None:
    read = everybody_comes(day)
    assert read >= 21, "most of them were read"
    meanwhile = scans_while_the_store_is_away(day, tmp_path)
    staff_look_at_them(day)
    assert len(day.store.call("GET", "/visits?limit=100")["items"]) == day.taken
    figures_are_fetched(day)
    running = on_disk(tmp_path)
    day_is_over(day)
    heard = bytes(day.wire.sent_up + day.answers) + meanwhile + running + on_disk(tmp_path)
    assert b"2034-03-15" in heard, "what may be told was"
    assert len(day.values) > 30
    assert not found_in(heard, day.values)
    assert not [picture for picture in PICTURES if picture in heard]
