"""The reader's process, the command that tries it, and the agent that guards it."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests
from click.testing import CliRunner

from bench import _papers_camera as camera
from bench import _papers_draw as drawing
from kiosk.__main__ import kiosk
from kiosk.agent import Agent
from kiosk.readers.process import QUEUE, Busy, Reader
from kiosk.readers.reading import Seen

TODAY = date(2026, 11, 21)
PAPERS = [
    {
        "id": "label",
        "reads": ["code"],
        "code_patterns": [r"RMA-\d{6}-\w{4}"],
        "must_match": "rma",
    },
    {"id": "ticket", "reads": ["code"], "code_patterns": ["T.*"]},
    {"id": "passport", "reads": ["mrz"], "document_types": ["P"], "must_match": "name"},
    {"id": "card", "reads": ["mrz"], "document_types": ["I"]},
    {"id": "letter", "reads": []},
]


def frame(kind: str, seed: int = 1) -> tuple[drawing.Drawn, bytes]:
    rng = random.Random(f"{kind} {seed}")
    paper = drawing.draw(kind, rng)
    return paper, next(camera.showing(paper.image, camera.SETS["clean"], rng, 1))


@pytest.fixture(scope="module")
def reader():
    reader = Reader()
    assert reader.warm()
    yield reader
    reader.close()


def test_it_reads(reader):
    paper, shown = frame("qr")
    assert reader.read(shown, ["code"], TODAY).reading.text == paper.truth["text"]


@pytest.fixture(autouse=True)
def warm(reader):
    assert reader.warm()


def test_one_that_died_is_started_again(reader):
    _, shown = frame("qr")
    os.kill(reader._process.pid, signal.SIGKILL)
    reader._process.wait()
    assert reader.read(shown, ["code"], TODAY).reading is not None


def test_one_that_takes_too_long_is_ended_and_the_next_frame_is_read(reader, monkeypatch):
    _, shown = frame("qr")
    monkeypatch.setattr("kiosk.readers.process.FRAME_S_MAX", 0.3)
    os.kill(reader._process.pid, signal.SIGSTOP)
    assert reader.read(shown, ["code"], TODAY) == (None, "reader_failed")
    monkeypatch.undo()
    assert reader.read(shown, ["code"], TODAY).reading is not None


def test_whoever_comes_when_two_wait_is_told_so(reader):
    _, shown = frame("qr")
    os.kill(reader._process.pid, signal.SIGSTOP)
    waiting = [
        threading.Thread(target=reader.read, args=(shown, ["code"], TODAY))
        for _ in range(QUEUE + 1)
    ]
    for one in waiting:
        one.start()
    while reader._waiting._value > 0:
        time.sleep(0.01)
    with pytest.raises(Busy):
        reader.read(shown, ["code"], TODAY)
    os.kill(reader._process.pid, signal.SIGCONT)
    for one in waiting:
        one.join()


def test_the_command_says_one_line_a_file_and_never_fails(tmp_path):
    paper, shown = frame("pdf417")
    (tmp_path / "licence.jpg").write_bytes(shown)
    (tmp_path / "words.jpg").write_text("no image")
    blank = tmp_path / "blank.png"
    drawing.Image.new("RGB", (640, 480), "white").save(blank)
    names = ["licence.jpg", "words.jpg", "blank.png", "missing.jpg", "."]
    command = [sys.executable, "-m", "kiosk", "read", *(str(tmp_path / name) for name in names)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in said.stdout.splitlines()]
    assert [line["file"] for line in lines] == command[4:]
    assert {name: lines[0][name] for name in paper.truth} == paper.truth
    assert [line["ok"] for line in lines] == [True, False, False, False, False]
    assert all(line["why"] for line in lines[1:])
    keys = "file kind document_type expires order_number date text ok why took_s"
    assert all(set(line) == set(keys.split()) for line in lines)
    assert "Traceback" not in said.stderr


def test_the_command_reads_papers_on_the_day_that_is_said(tmp_path, monkeypatch):
    days = []

    class Blind:
        def read(self, frame, kinds, today, patterns, alone):
            days.append(today)
            return Seen(None, "not_found")

        def close(self):
            pass

    monkeypatch.setattr("kiosk.__main__.Reader", Blind)
    monkeypatch.setattr("kiosk.__main__.missing", list)
    paper = tmp_path / "licence.jpg"
    paper.write_bytes(b"")
    for more in (["--date", "2026-12-24"], []):
        assert CliRunner().invoke(kiosk, ["read", *more, str(paper)]).exit_code == 0
    assert days[0] == date(2026, 12, 24)
    assert (date.today() - days[1]).days in (0, 1), "this machine's"  # noqa: DTZ011
    refused = CliRunner().invoke(kiosk, ["read", "--date", "24.12.", str(paper)])
    assert "%Y-%m-%d" in refused.output


TOLD = {"papers": PAPERS, "time_zone": "UTC"}


class Store(BaseHTTPRequestHandler):
    """As much of a server as the agent asks for; it keeps what it heard."""

    def do_GET(self):
        self.server.heard.append((self.path, dict(self.headers)))
        body = json.dumps(TOLD).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def store():
    store = ThreadingHTTPServer(("127.0.0.1", 0), Store)
    store.heard = []
    threading.Thread(target=store.serve_forever, daemon=True).start()
    yield store
    store.shutdown()
    store.server_close()


@pytest.fixture(scope="module")
def agent(store, tmp_path_factory):
    data = tmp_path_factory.mktemp("kiosk")
    agent = Agent(f"http://127.0.0.1:{store.server_port}", 0, data, "kiosk-token")
    threading.Thread(target=agent.serve, daemon=True).start()
    yield agent
    agent.close()


def ask(agent, path, body=None, **headers):
    url = f"http://localhost:{agent.port}{path}"
    method = "GET" if body is None else "POST"
    return requests.request(
        method, url, data=body, headers=headers, timeout=60, allow_redirects=False
    )


def shown(agent, paper, showing, image, **headers):
    return ask(agent, f"/agent/read?store=main&paper={paper}&showing={showing}", image, **headers)


def test_the_agent_says_what_it_can(agent):
    assert ask(agent, "/agent/about").json() == {
        "readers": ["code", "pdf417", "mrz", "receipt"],
        "missing": [],
        "printer": None,
    }


def test_a_code_is_read_and_its_text_stays_here(agent):
    paper, image = frame("qr")
    answer = shown(agent, "letter,label", "a", image).json()
    assert len(answer["read"].pop("match")) == 64
    assert answer == {"paper": "label", "read": {"kind": "qr", "ok": True}, "hint": None}
    assert paper.truth["text"] not in str(answer)


def test_another_paper_is_not_taken_for_the_one_asked_for(agent):
    _, image = frame("td3")
    assert shown(agent, "card", "b", image).json()["read"] is None
    assert shown(agent, "card", "b", image).json()["hint"] == "other_document"
    assert shown(agent, "letter", "b", image).json() == {"read": None, "hint": "not_readable"}


def test_papers_that_must_agree_send_a_hash_and_never_the_name(agent):
    paper, image = frame("td3")
    asked = [shown(agent, "passport", "c", image) for _ in range(2)]
    read = asked[-1].json()["read"]
    assert read["expires"] == paper.truth["expires"]
    assert len(read["match"]) == 64
    for value in paper.values:
        assert value not in asked[-1].text


def typed(agent, question, text):
    answer = ask(agent, f"/agent/typed?question={question}", text.encode())
    assert text not in answer.text
    return answer.json()["match"]


def test_what_is_typed_becomes_the_hash_of_what_is_read_and_is_told_to_nobody(agent, store):
    store.heard.clear()
    label = "RMA-204711-K7PX"
    asked = ask(agent, "/agent/scan?store=main&paper=label", label.encode())
    read = asked.json()["read"]["match"]
    assert typed(agent, "rma", "rma 204711 k7px") == read == typed(agent, "rma", label)
    assert typed(agent, "rma", "RMA-204712-K7PX") != read
    assert typed(agent, "order", label) != read, "a label of its own, a hash of its own"
    assert typed(agent, "rma", "--") is None
    assert not [path for path, _ in store.heard if "typed" in path]


def test_a_typed_name_is_compared_as_papers_names_are(agent):
    _, image = frame("td3")
    read = [shown(agent, "passport", "n", image) for _ in range(2)][-1].json()["read"]["match"]
    (zone, _), _, _ = drawing.td3(random.Random("td3 1"))
    surname, given = zone[5:].replace("<", " ").split("  ")[:2]
    assert typed(agent, "name", f"{surname.lower()}, {given}") == read
    assert typed(agent, "name", f"{surname}, Q{given}") != read
    assert typed(agent, "name", surname) is None, "half a name"


def test_no_other_page_may_use_the_agent(agent):
    _, image = frame("qr")
    for refused in (
        {"Origin": "http://evil.example"},
        {"Host": "evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
    ):
        assert shown(agent, "label", "d", image, **refused).status_code == 403
        assert ask(agent, "/kiosk?agent=1", **refused).status_code == 403
    own = f"http://localhost:{agent.port}"
    assert shown(agent, "label", "d", image, Origin=own).status_code == 200


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/agent/read?store=main&paper=label", b"x", 422),
        ("/agent/read?store=../x&paper=label&showing=a", b"x", 422),
        ("/agent/read?store=main&paper=label&showing=a", b"", 413),
        ("/agent/read?store=main&paper=label&showing=a", bytes(6_000_001), 413),
        ("/agent/typed?question=../x", b"x", 422),
        ("/agent/typed?question=rma", bytes(201), 413),
        ("/agent/other", None, 404),
        ("/agent/read", None, 404),
    ],
)
def test_bad_asking_is_refused(agent, path, body, status):
    assert ask(agent, path, body).status_code == status


def test_it_passes_on_as_the_kiosk_and_from_the_servers_own_address(agent, store):
    store.heard.clear()
    own = f"http://localhost:{agent.port}"
    assert ask(agent, "/api/v1/x?y=1", b"{}", Origin=own).json() == TOLD
    ((path, headers),) = store.heard
    assert path == "/api/v1/x?y=1"
    assert headers["Authorization"] == "Bearer kiosk-token"
    assert headers["Host"] == f"127.0.0.1:{store.server_port}"
    assert headers["Origin"] == f"http://127.0.0.1:{store.server_port}"


def test_the_page_is_told_that_an_agent_is_here(agent):
    answer = ask(agent, "/kiosk?kiosk=door")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/kiosk?agent=1&kiosk=door")


def test_a_server_that_is_away_is_said_so_and_the_page_asks_again(tmp_path):
    agent = Agent("http://127.0.0.1:9", 0, tmp_path)
    threading.Thread(target=agent.serve, daemon=True).start()
    page = ask(agent, "/kiosk?agent=1", Accept="text/html")
    assert page.status_code == 503
    assert 'http-equiv="refresh"' in page.text
    assert ask(agent, "/api/v1/stores/main").json()["code"] == "server_unreachable"
    _, image = frame("qr")
    assert shown(agent, "label", "e", image).status_code == 503
    agent.close()


def test_what_is_missing_is_named_with_the_command_that_brings_it(monkeypatch, tmp_path):
    lacking = [{"what": "zxing-cpp", "command": "pip install …"}]
    monkeypatch.setattr("kiosk.agent.missing", lambda: lacking)
    agent = Agent("http://127.0.0.1:9", 0, tmp_path)
    threading.Thread(target=agent.serve, daemon=True).start()
    assert ask(agent, "/agent/about").json()["missing"] == lacking
    assert shown(agent, "label", "f", b"x").json() == {"read": None, "hint": "reader_missing"}
    agent.close()
