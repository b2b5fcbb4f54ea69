"""While the server is away a kiosk goes on taking tickets: none is lost and none is made twice,
whenever the kiosk's machine loses its power."""

import json
import os
import random
import re
import stat
import threading
import time
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.doctor import Machine, examine
from kiosk.outbox import CLOCK_WRONG_S_MAX, InUse, Outbox
from tests.browser.running import Server
from tests.cast import KEN, ROSA
from tests.readers.agents import RunningAgent, Wire, until

ADVICE = {"service": "advice", "language": "de"}
VISITS = "/api/v1/stores/main/visits"


@pytest.fixture(scope="module")
def store(stem, tmp_path_factory):
    running = Server(tmp_path_factory.mktemp("store"), stem=stem)
    running.start()
    running.call("POST", "/counters/2/open", {"staff": "ken"})
    yield running
    running.stop()


@pytest.fixture
def wire(store):
    made = Wire(store.port)
    yield made
    made.close()


@pytest.fixture
def agent(store, wire, tmp_path):
    running = RunningAgent(wire.base, store.tokens["kiosk"], tmp_path).start()
    yield running
    running.stop()


@pytest.fixture
def visits(store):
    """Those of this test, in order of arrival."""
    before = {visit["id"] for visit in store.call("GET", "/visits")["items"]}

    def made():
        items = store.call("GET", "/visits")["items"]
        return [visit for visit in items if visit["id"] not in before]

    return made


def test_a_ticket_asked_for_while_the_server_is_away_is_made_when_it_is_back(store, agent, visits):
    first = agent.take("k1", ADVICE)
    assert (first.status_code, first.json()["ticket"]) == (201, "A001")
    store.stop()
    before = time.time()
    told = agent.take("k2", ADVICE | {"name": "Rosa Sonnenfeld"})
    assert (told.status_code, told.json()["state"]) == (202, "waiting")
    (file,) = agent.kept()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(agent.data.stat().st_mode) == 0o700
    after = time.time()
    store.start()
    until(lambda: agent.about("k2").get("state") == "made")
    made = agent.about("k2")
    _, visit = visits()
    assert (
        (visit["id"], visit["ticket"]) == (made["visit"], made["ticket"]) == (visit["id"], "A002")
    )
    arrived = datetime.fromisoformat(visit["arrived_at"]).timestamp()
    assert before - 0.01 <= arrived <= after
    assert not agent.kept()
    left = b"".join(path.read_bytes() for path in agent.data.iterdir())
    assert b"Rosa" not in left


def test_asked_twice_it_is_one_ticket_before_and_after_it_is_made(wire, agent, visits):
    wire.away = True
    codes = {agent.take("k1", ADVICE).json()["kept"] for _ in range(3)}
    assert len(codes) == 1
    wire.away = False
    until(lambda: agent.about("k1").get("state") == "made")
    again = agent.take("k1", ADVICE).json()
    assert again["kept"] in codes
    assert [visit["ticket"] for visit in visits()] == [again["ticket"]]


def test_nothing_acknowledged_is_lost_or_doubled_by_killing_the_kiosk(wire, agent, visits):
    """Killed while tickets are asked for, while they are handed over, and in between."""
    chance = random.Random(7)
    wire.away = True
    told: dict[str, str] = {}

    def ask(number: int) -> None:
        try:
            answer = agent.take(f"key-{number}", ADVICE | {"name": f"guest {number}"})
        except OSError:
            return
        if answer.status_code == 202:
            told[f"key-{number}"] = answer.json()["kept"]

    for burst in range(3):
        asking = [threading.Thread(target=ask, args=(burst * 5 + one,)) for one in range(5)]
        for one in asking:
            one.start()
        time.sleep(chance.uniform(0.005, 0.05))
        agent.stop()
        for one in asking:
            one.join()
        agent.start()
    for number in range(15, 18):
        ask(number)
    in_order = [json.loads(file.read_bytes())["key"].split()[1] for file in agent.kept()]
    assert set(told) <= set(in_order), "acknowledged, and not on the disk"
    wire.away = False
    until(lambda: len(agent.kept()) < len(in_order))
    agent.stop()
    agent.start()
    until(lambda: not agent.kept())
    tickets = [agent.about(key)["ticket"] for key in in_order]
    assert tickets == sorted(tickets)
    assert sorted(visit["ticket"] for visit in visits()) == tickets
    for key, code in told.items():
        assert agent.about(key)["kept"] == code


def test_a_kiosk_killed_between_the_servers_answer_and_its_own_note_makes_no_second_ticket(
    wire, agent, visits
):
    wire.away = True
    agent.take("k1", ADVICE)

    def kill(path: str) -> bool:
        if path == VISITS and agent.process is not None:
            agent.process.kill()
        return path == VISITS

    wire.cut = kill
    wire.away = False
    until(lambda: agent.process.poll() is not None)
    assert len(visits()) == 1, "the server did hear it"
    wire.cut = lambda path: False
    agent.start()
    until(lambda: agent.about("k1").get("state") == "made")
    (visit,) = visits()
    assert agent.about("k1")["visit"] == visit["id"]


def test_an_answer_lost_on_the_way_is_found_again_and_not_asked_for_twice(wire, agent, visits):
    """The server made the ticket, then the wire fell: what is kept differs by its arrival."""
    wire.cut = lambda path: path == VISITS
    assert agent.take("k1", ADVICE).status_code == 202
    wire.cut = lambda path: False
    until(lambda: agent.about("k1").get("state") == "made")
    (visit,) = visits()
    assert agent.about("k1")["ticket"] == visit["ticket"]


def test_who_was_told_that_a_ticket_is_being_made_gets_one_though_papers_are_missing(
    store, wire, agent, visits
):
    wire.away = True
    told = agent.take("k1", ROSA)
    wire.away = False
    until(lambda: agent.about("k1").get("state") == "made")
    (visit,) = visits()
    assert (visit["state"], visit["papers"]["verdict"]) == ("waiting", "fixable_here")
    guest = store.call("GET", f"/visits/{visit['id']}")["guest"]
    assert guest["name"] == ROSA["name"]
    assert told.json()["kept"] != ROSA["name"]


def test_a_clock_ahead_of_the_servers_costs_nobody_a_ticket(wire, agent, visits):
    wire.away = True
    agent.take("k1", ADVICE | {"arrived_at": ahead(seconds=600)})
    wire.away = False
    until(lambda: agent.about("k1").get("state") == "made")
    assert len(visits()) == 1


def test_a_no_is_told_and_does_not_hold_up_the_others(wire, agent, visits):
    wire.away = True
    agent.take("k1", {"service": "gone"})
    agent.take("k2", ADVICE | {"arrived_at": ahead(seconds=-CLOCK_WRONG_S_MAX * 10)})
    agent.take("k3", KEN)
    wire.away = False
    until(lambda: agent.about("k3").get("state") == "made")
    assert agent.about("k1")["problem"]["code"] == "unknown_service"
    assert agent.about("k2")["problem"]["code"] == "arrival_not_today"
    (visit,) = visits()
    assert visit["service"] == "replacement"


def test_what_cannot_be_kept_is_not_promised(wire, agent, visits):
    wire.away = True
    for body in ("[]", "{", "{}", '{"service": 3}'):
        refused = agent.take("k1", body)
        assert refused.status_code == 503
    assert not agent.kept()


def ahead(seconds: float) -> str:
    moment = datetime.fromtimestamp(time.time() + seconds).astimezone()
    return moment.isoformat(timespec="milliseconds")


def test_the_doctor_names_what_the_kiosk_lacks(store, tmp_path, capsys):
    def said(**differs):
        machine = Machine(store.base, store.tokens["kiosk"], tmp_path / "kept", None)
        healthy = examine(machine._replace(**differs))
        return healthy, capsys.readouterr().out

    healthy, told = said()
    assert healthy
    assert "The kiosk can serve." in told
    assert "its token is accepted" in told
    for differs, hint in (
        ({"server": "http://127.0.0.1:9"}, "is the store open"),
        ({"server": "nonsense"}, "--server http://"),
        ({"token": "wrong"}, "token --scope kiosk"),
        ({"data": Path("/proc/kiosk")}, "--data FOLDER"),
    ):
        healthy, told = said(**differs)
        assert not healthy
        assert hint in told
    Outbox(tmp_path / "kept").keep(VISITS, "k", ADVICE, 0)
    assert "tickets that wait for the server: 1" in said()[1]


def test_a_file_that_cannot_be_read_does_not_stop_the_kiosk(tmp_path):
    first = Outbox(tmp_path)
    kept = [first.keep(VISITS, key, ADVICE, 0) for key in ("a", "b")]
    first.close()
    (tmp_path / "00000001.asked.json").write_bytes(b"\0\0\0")
    again = Outbox(tmp_path)
    assert list(again.asked.values()) == [kept[1]]
    assert (tmp_path / "00000001.asked.unreadable").exists()
    again.close()


def test_a_file_that_cannot_be_read_is_named_and_goes_after_a_week(tmp_path, capsys):
    files = [tmp_path / f"0000000{n}.asked.json" for n in (1, 2)]
    for file, days in zip(files, (6.5, 7.5), strict=True):
        file.write_bytes(b"\0\0\0")
        written = time.time() - days * 24 * 3600
        os.utime(file, (written, written))
    outbox = Outbox(tmp_path)
    examine(Machine(None, None, tmp_path, None))
    told = capsys.readouterr().out
    assert [f"{days} days old" in told for days in (6.5, 7.5)] == [True, True]
    assert "after 7 days" in told
    handing_over = threading.Thread(target=outbox.deliver, args=(None,))
    handing_over.start()
    until(lambda: not files[1].with_suffix(".unreadable").exists())
    assert files[0].with_suffix(".unreadable").exists()
    outbox.close()
    handing_over.join()


def test_what_an_older_agent_left_open_to_others_is_closed(tmp_path):
    folder = tmp_path / "kiosk"
    first = Outbox(folder)
    first.keep(VISITS, "a", ADVICE, 0)
    first.close()
    folder.chmod(0o755)
    for file in folder.iterdir():
        file.chmod(0o644)
    Outbox(folder).close()
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_others_need_stays_open_to_them(tmp_path):
    folder = tmp_path / "opt"
    folder.mkdir()
    folder.chmod(0o755)
    (folder / "program.py").touch(0o644)
    outbox = Outbox(folder)
    outbox.keep(VISITS, "a", ADVICE, 0)
    outbox.close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
    assert stat.S_IMODE((folder / "program.py").stat().st_mode) & 0o044
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.glob("*.json")} == {0o600}


def test_two_kiosks_do_not_share_a_folder(tmp_path):
    first = Outbox(tmp_path)
    with pytest.raises(InUse, match="--data"):
        Outbox(tmp_path)
    first.close()
    Outbox(tmp_path).close()


TOLD = ADVICE | {"name": "qx0001zq", "phone": "+49 30 5550002"}
NOT_OURS = TOLD | {"notes": "qx0003zq", "answers": {"bought": "qx0004zq"}}
NO_SUCH = TOLD | {"service": "closed_down", "answers": {"bought": "qx0004zq"}}
MARK = re.compile(rb"qx\d{4}zq|5550002")


@pytest.mark.parametrize(
    ("told", "state"), [(TOLD, "made"), (NOT_OURS, "refused"), (NO_SUCH, "refused")]
)
def test_nothing_a_customer_told_is_left_once_the_server_has_answered(
    wire, agent, tmp_path, told, state
):
    """Neither of a ticket that was made, nor of one that was refused, nor across a restart."""

    def left():
        files = [file for file in tmp_path.rglob("*") if file.is_file()]
        return {mark for file in files for mark in MARK.findall(file.read_bytes())}

    wire.away = True
    assert agent.take("k1", told).status_code == 202
    assert left() == set(MARK.findall(json.dumps(told).encode()))
    modes = {stat.S_IMODE(file.stat().st_mode) for file in agent.data.iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE(agent.data.stat().st_mode) == 0o700
    agent.stop()
    agent.start()
    wire.away = False
    until(lambda: agent.about("k1").get("state") != "waiting")
    assert agent.about("k1")["state"] == state
    assert not left()
    agent.stop()
    assert not left()
