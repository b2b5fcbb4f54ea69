"""What is played while the disk fails, each time in a fork of this process: see `bench/faults.py`.

Reads one question a line, `{"play", "fault", "stays", "n"}`, and answers one line: what the fork
acknowledged and refused, whether the fault came, and what was found wrong afterwards."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from kiosk.outbox import Outbox
from server.backing_up import back_up
from server.clock import Clock
from server.floor.commands import TakeTicket
from server.journal.contract import Answer, Key, NotSaved, Unusable
from server.journal.rebuild import rebuild
from server.journal.schema import STEPS
from server.journal.sqlite import SqliteJournal
from server.restoring import CannotRestore, finish_if_cut_short, restore
from server.settings import load
from server.store import OpenStore
from server.waits.forecaster import Forecaster

FAULTS = {"enospc": 1, "eio": 2, "short": 3, "kill": 4, "torn": 5}
"""As `_faults.c` numbers them."""
TRIES = 3
BEFORE = ("before-1", "before-2")
"""Visits of the day before the fault."""
PLAN = load(Path(__file__).parents[1] / "config.toml").plan(True)

Say = Callable[..., None]


def one_more(db: Database) -> None:
    db.table("one_more").create({"visit": str, "ticket": str}, pk="visit")
    db.execute("INSERT INTO one_more SELECT visit, ticket FROM visits")
    db.table("one_more").create_index(["ticket"])


class Store:
    """A store whose kiosk asks again with its key, as a real one does."""

    def __init__(self, path: Path) -> None:
        self.journal = SqliteJournal(path)
        self.store = OpenStore(PLAN, self.journal, Clock(), Forecaster(PLAN))

    def take(self, visit: str, say: Say) -> None:
        key = Key(visit, sha256(visit.encode()).digest())
        command = TakeTicket(visit, "advice")
        for _ in range(TRIES):
            try:
                self.store.do(
                    command, by="kiosk", key=key, answer=lambda _: Answer(201, visit.encode())
                )
            except (NotSaved, Unusable) as error:
                say(refused=str(error))
            else:
                say(done=visit)
                return

    def close(self) -> None:
        self.store.close()
        self.journal.close()


# Each play: (folder, arm, say). What comes before `arm` meets no fault.


def commit(folder: Path, arm: Callable[[], None], say: Say) -> None:
    store = Store(folder / "foyer.db")
    arm()
    store.take("v1", say)
    with suppress(NotSaved, Unusable):
        store.store.on_writer(store.journal.prove)
    store.take("last", say)


def checkpoint(folder: Path, arm: Callable[[], None], say: Say) -> None:
    store = Store(folder / "foyer.db")
    store.journal._writer.execute("PRAGMA wal_autocheckpoint = 6")
    arm()
    for visit in ("v1", "v2", "last"):
        store.take(visit, say)
    store.close()


def start(folder: Path, arm: Callable[[], None], say: Say) -> None:
    arm()
    for _ in range(TRIES):
        try:
            store = Store(folder / "foyer.db")
        except (NotSaved, Unusable) as error:
            say(refused=str(error))
        else:
            store.take("last", say)
            return


def backup(folder: Path, arm: Callable[[], None], say: Say) -> None:
    arm()
    _try(lambda: back_up(folder / "foyer.db", folder / "backup.db"), say)


def put_back(folder: Path, arm: Callable[[], None], say: Say) -> None:
    arm()
    _try(lambda: restore(folder / "src.db", folder / "foyer.db"), say)


def migration(folder: Path, arm: Callable[[], None], say: Say) -> None:
    arm()
    _try(lambda: SqliteJournal(folder / "foyer.db", (*STEPS, one_more)).close(), say)


def outbox(folder: Path, arm: Callable[[], None], say: Say) -> None:
    arm()
    for _ in range(TRIES):
        try:
            kept = Outbox(folder / "outbox")
        except OSError as error:
            say(refused=str(error))
        else:
            break
    else:
        return
    for visit in ("v1", "v2", "last"):
        for _ in range(TRIES):
            try:
                kept.keep("/visits", visit, {"service": "advice"}, 1.0)
            except OSError as error:
                say(refused=str(error))
            else:
                say(done=visit)
                break


def _try(work: Callable[[], object], say: Say) -> None:
    try:
        work()
    except (NotSaved, Unusable, CannotRestore) as error:
        say(refused=str(error))
    else:
        say(done="last")


PLAYS: dict[str, Callable[[Path, Callable[[], None], Say], None]] = {
    "commit": commit,
    "checkpoint": checkpoint,
    "start": start,
    "backup": backup,
    "restore": put_back,
    "migration": migration,
    "outbox": outbox,
}


# What must be so afterwards


def wrong(
    play: str, folder: Path, done: list[str], refused: list[str], ended: bool
) -> Iterator[str]:
    """What is not as it must be: `lost …`, `twice …`, or another sentence."""
    journal = folder / "foyer.db"
    if play == "outbox":
        yield from _outbox_wrong(folder / "outbox", done)
        return
    if play == "restore":
        finish_if_cut_short(journal)
        said = ended and not any("finishes the restore" in words for words in refused)
        yield from _restored_wrong(journal, done, said)
        return
    if play == "backup" and (done or (folder / "backup.db").exists()):
        yield from _journal_wrong(folder / "backup.db", BEFORE, STEPS)
    if play == "migration" and done:
        with closing(sqlite3.connect(journal)) as db:
            if db.execute("PRAGMA user_version").fetchone() != (len(STEPS) + 1,):
                yield "lost: the migration"
    steps = (*STEPS, one_more) if play == "migration" else STEPS
    tickets = done if play in ("commit", "checkpoint", "start") else []
    yield from _journal_wrong(journal, (*BEFORE, *tickets), steps)


def _journal_wrong(path: Path, acknowledged: tuple[str, ...], steps: Any) -> Iterator[str]:
    with closing(SqliteJournal(path, steps)) as journal:
        found = journal._db.execute("PRAGMA integrity_check").fetchall()
        if found != [("ok",)]:
            yield f"integrity: {found}"
        sql = "SELECT json_extract(body, '$.visit'), count(*) FROM facts WHERE kind = ? GROUP BY 1"
        arrived, issued = (
            Counter(dict(journal._db.execute(sql, [kind]).fetchall()))
            for kind in ("VisitArrived", "TicketIssued")
        )
        yield from (f"lost: {visit}" for visit in acknowledged if not arrived[visit])
        yield from (f"twice: {visit}" for visit in arrived if arrived[visit] > 1)
        if arrived != issued:
            yield "half a batch is there"
        for visit in arrived:
            if journal.answered("main", visit) is None:
                yield f"the answer of {visit} is missing"
        if rebuild(journal, "main").differing:
            yield "rows are not what their facts say"


def _restored_wrong(journal: Path, done: list[str], unchanged: bool) -> Iterator[str]:
    with closing(SqliteJournal(journal)) as opened:
        there = [row["visit"] for row in opened.visits("main")]
    new = there == ["restored"]
    if not new and there != list(BEFORE):
        yield f"neither the old journal nor the new: {there}"
    if done and not new:
        yield "lost: the restored journal"
    if unchanged and not done and new:
        yield "refused, and yet restored"
    if new:
        asides = list(journal.parent.glob("foyer-before-*.db"))
        with closing(SqliteJournal(asides[0])) as aside:
            if [row["visit"] for row in aside.visits("main")] != list(BEFORE):
                yield "lost: the journal before the restore"


def _outbox_wrong(folder: Path, done: list[str]) -> Iterator[str]:
    kept = Outbox(folder)
    keys = Counter(one.key for one in kept.asked.values())
    yield from (f"lost: {key}" for key in done if not keys[key])
    yield from (f"twice: {key}" for key in keys if keys[key] > 1)
    kept.close()


# One run


def run(question: dict[str, Any], templates: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(dir=templates.parent) as scratch:
        folder = Path(scratch) / "data"
        shutil.copytree(templates / _template(question["play"]), folder)
        told = Path(scratch) / "told"
        child = os.fork()
        if not child:
            _play(question, folder, told)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said = [json.loads(line) for line in told.read_text().splitlines()]
        done = [one["done"] for one in said if "done" in one]
        calls = next((one["calls"] for one in said if "calls" in one), None)
        refused = [one["refused"] for one in said if "refused" in one]
        errors = (Path(scratch) / "told.errors").read_text()
        return {
            "done": done,
            "refused": refused,
            "came": status == -signal.SIGKILL or (calls or 0) >= question["n"],
            "traceback": errors if "Traceback" in errors or status > 0 else "",
            "wrong": _wrong(question["play"], folder, done, refused, calls is not None),
        }


def _wrong(play: str, folder: Path, done: list[str], refused: list[str], ended: bool) -> list[str]:
    try:
        return list(wrong(play, folder, done, refused, ended))
    except (NotSaved, Unusable, CannotRestore, sqlite3.Error, OSError) as error:
        return [f"it cannot be opened any more: {error}"]


def _template(play: str) -> str:
    return play if play in ("start", "restore") else "closed"


def _play(question: dict[str, Any], folder: Path, told: Path) -> None:
    """In the fork, which never returns."""
    shim = ctypes.CDLL(None)
    errors = os.open(f"{told}.errors", os.O_WRONLY | os.O_CREAT, 0o600)
    os.dup2(errors, 2)
    out = os.open(told, os.O_WRONLY | os.O_CREAT, 0o600)

    def arm() -> None:
        shim.fault_arm(
            str(folder).encode(),
            FAULTS[question["fault"]],
            int(question["stays"]),
            ctypes.c_long(question["n"]),
        )

    def say(**what: str | int) -> None:
        os.write(out, json.dumps(what).encode() + b"\n")

    status = 0
    # Files opened before the fault is armed must be known to the shim.
    shim.fault_arm(str(folder).encode(), 0, 0, ctypes.c_long(0))
    try:
        PLAYS[question["play"]](folder, arm, say)
    except BaseException:  # noqa: BLE001 whatever it is, it is counted
        status = 1
        traceback.print_exc()
    say(calls=shim.fault_disarm())
    os._exit(status)


def make_templates(folder: Path) -> None:
    """A closed journal; one that lost its power with a log; a journal and a backup of another."""

    def silent(**_: object) -> None:
        pass

    def made(name: str, visits: tuple[str, ...]) -> Path:
        store = Store(folder / name / "foyer.db")
        for visit in visits:
            store.take(visit, silent)
        store.close()
        return folder / name / "foyer.db"

    made("closed", BEFORE)
    made("restore", BEFORE)
    made("other", ("restored",)).rename(folder / "restore" / "src.db")
    store = Store(folder / "open" / "foyer.db")
    for visit in BEFORE:
        store.take(visit, silent)
    shutil.copytree(folder / "open", folder / "start")


def main() -> None:
    templates = Path(sys.argv[1]) / "templates"
    child = os.fork()
    if not child:
        # In a fork: what gevent starts here must not be in those of the runs.
        make_templates(templates)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        sys.exit("the journals to start from could not be made")
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line), templates)), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
