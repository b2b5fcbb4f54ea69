"""A wrong folder, an older journal, a damaged page: each command says so and changes nothing."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from server import backing_up
from server.backing_up import back_up, back_up_and_check
from server.doctor import Patient, check_database
from server.journal.contract import NotSaved, Unusable
from server.journal.rebuild import rebuild
from server.journal.schema import STEPS, copy_to
from server.journal.sqlite import SqliteJournal
from server.lock import held
from server.restoring import CannotRestore, restore
from tests.browser.running import PATIENCE_S, Stem
from tests.cast import shipped_at_noon
from tests.doors.shop import Shop
from tests.journal.morning import Morning, ticket

READS_OR_COPIES = {
    "backup": ["backup", "{folder}/copy.db"],
    "backup --check": ["backup", "--check"],
    "export": ["export"],
    "erase": ["erase", "rosa"],
    "rebuild": ["rebuild"],
    "doctor": ["doctor", "--port", "0"],
}
WITH_CONFIG = ("export", "rebuild", "doctor", "token")


class Commands:
    def __init__(self, stem: Stem, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self._stem = stem
        (folder / "config.toml").write_text(shipped_at_noon())

    def run(self, command: list[str]) -> tuple[int, str]:
        """Its exit code and all it said."""
        args = [word.format(folder=self.folder) for word in command]
        args += ["--data", str(self.data)]
        if command[0] in WITH_CONFIG:
            args += ["--config", str(self.folder / "config.toml")]
        log = self.folder / "log"
        log.write_bytes(b"")
        process = self._stem.start(args, log)
        process.wait(PATIENCE_S)
        assert process.returncode is not None
        said = log.read_text(errors="replace")
        assert "Traceback" not in said, f"{args}\n{said}"
        return process.returncode, said


@pytest.fixture
def commands(stem: Stem, tmp_path: Path) -> Commands:
    return Commands(stem, tmp_path)


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.mark.parametrize("command", READS_OR_COPIES)
def test_where_there_is_no_journal_none_is_made(commands: Commands, command: str) -> None:
    if command in ("erase", "doctor"):
        commands.data.mkdir()  # An empty folder is as empty as none.
    (commands.folder / "log").touch()
    before = names(commands.folder)
    code, said = commands.run(READS_OR_COPIES[command])
    assert code == 1
    assert "no journal" in said
    assert str(commands.data / "foyer.db") in said
    assert names(commands.folder) == before


@pytest.mark.parametrize("command", [name for name in READS_OR_COPIES if name != "doctor"])
def test_the_database_of_another_program_is_left_alone(commands: Commands, command: str) -> None:
    commands.data.mkdir()
    path = commands.data / "foyer.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE recipes (name)")
    before = path.read_bytes()
    code, said = commands.run(READS_OR_COPIES[command])
    assert code == 1
    assert "no Foyer journal" in said
    assert path.read_bytes() == before


@pytest.mark.parametrize("command", ["export", "erase", "rebuild", "backup", "doctor"])
def test_an_older_journal_is_not_brought_up_by_the_way(commands: Commands, command: str) -> None:
    path = commands.data / "foyer.db"
    SqliteJournal(path, STEPS[:-1]).close()
    code, said = commands.run(READS_OR_COPIES[command])
    if command in ("backup", "doctor"):
        assert code == 0, said
    else:
        assert code == 1
        assert "older Foyer" in said
        assert "Start the store once" in said
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (len(STEPS) - 1,)
    assert list(commands.data.glob("foyer-version*")) == []


def test_a_second_store_on_one_folder_is_refused(commands: Commands) -> None:
    commands.data.mkdir()
    with held(commands.data):
        code, said = commands.run(["run", "--port", "0", "--host", "localhost"])
    assert code == 1
    assert "already open" in said
    assert not (commands.data / "foyer.db").exists()


def test_a_backup_is_checked_by_restoring_it(commands: Commands) -> None:
    with closing(SqliteJournal(commands.data / "foyer.db")) as journal:
        morning = Morning(journal)
        for n in range(5):
            morning.write(*ticket(f"v{n}", n))
        copy = commands.folder / "copy.db"
        code, said = commands.run(["backup", str(copy), "--check"])
        assert code == 0, said
        assert "1 days, 15 facts" in said
        assert copy.exists()
    assert names(commands.data) == {"foyer.db"}


def test_a_backup_that_is_not_what_the_journal_is_fails_its_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "foyer.db"
    with closing(SqliteJournal(path)) as journal:
        Morning(journal).write(*ticket("rosa"))

    def copied_badly(db: object, dest: Path) -> None:
        copy_to(db, dest)  # type: ignore[arg-type]
        with closing(sqlite3.connect(dest)) as copy:
            copy.execute("UPDATE facts SET by = 'nobody' WHERE seq = 2")
            copy.commit()

    monkeypatch.setattr(backing_up, "copy_to", copied_badly)
    with pytest.raises(Unusable, match="the facts of 2025-11-21"):
        backing_up.back_up_and_check(path, None)


# Damaged pages

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small journal of today, as bytes."""
    folder = tmp_path_factory.mktemp("whole")
    shop = Shop(folder)
    shop.open_counter("1", "mai")
    for _ in range(6):
        shop.arrive({"service": "advice", "name": "Rosa", "phone": "+49 30 1234567"})
    shop.post("/counters/1/call_next")
    shop.close()
    return (folder / "foyer.db").read_bytes()


def spoilt(whole: bytes, page: int, how: str) -> bytes:
    data = bytearray(whole)
    at = page * PAGE
    if how == "zeros":
        data[at : at + PAGE] = bytes(PAGE)
    elif how == "noise":
        data[at : at + PAGE] = bytes((i * 151 + 89) % 256 for i in range(PAGE))
    else:
        for i in range(at + 200, at + PAGE, 97):
            data[i] ^= 0xFF
    return bytes(data)


DAMAGE = ["zeros", "noise", "flips"]


@pytest.mark.parametrize("name", READS_OR_COPIES)
def test_a_damaged_page_ends_every_command_in_a_sentence(
    commands: Commands, whole: bytes, name: str
) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(whole[:18] + bytes((1, 1)) + whole[20:])
        sql = "SELECT rootpage - 1 FROM sqlite_master WHERE name IN ('facts', 'visits', 'meta')"
        pages = [page for (page,) in db.execute(sql)]
    for page, how in zip(pages, DAMAGE, strict=True):
        commands.data.mkdir(exist_ok=True)
        (commands.folder / "copy.db").unlink(missing_ok=True)
        (commands.data / "foyer.db").write_bytes(spoilt(whole, page, how))
        code, said = commands.run(READS_OR_COPIES[name])
        assert code in (0, 1), (page, said)
        if code == 1:
            assert "estore" in said or "put right" in said, (page, said)


def every_command(data: Path) -> dict[str, Callable[[], object]]:
    """What the commands do, without a process for each."""
    path = data / "foyer.db"

    def with_journal(work: Callable[[SqliteJournal], object]) -> object:
        with closing(SqliteJournal.existing(path)) as journal:
            return work(journal)

    return {
        "doctor": lambda: list(check_database(Patient(None, data, 0))),  # type: ignore[arg-type]
        "backup": lambda: back_up(path, data / "copy.db"),
        "check": lambda: back_up_and_check(path, None),
        "restore": lambda: restore(path, data / "other" / "foyer.db"),
        "export": lambda: with_journal(lambda journal: journal.legs("main", 0, 10**14)),
        "erase": lambda: with_journal(lambda journal: journal.erase("rosa")),
        "rebuild": lambda: with_journal(lambda journal: rebuild(journal, "main")),
    }


@pytest.mark.parametrize("how", DAMAGE)
def test_any_damaged_page_is_a_sentence_in_what_each_command_does(
    tmp_path: Path, whole: bytes, how: str
) -> None:
    met = Counter[str]()
    for page in range(len(whole) // PAGE):
        for name in every_command(tmp_path):
            data = tmp_path / f"{page}-{name}"
            data.mkdir()
            (data / "foyer.db").write_bytes(spoilt(whole, page, how))
            try:
                every_command(data)[name]()
            except (Unusable, NotSaved, CannotRestore) as error:
                met[name] += 1
                assert "\n" not in str(error), (page, name)
            shutil.rmtree(data)
    assert set(met) >= {"backup", "check", "restore", "export", "rebuild"}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_page_damaged_under_a_running_store_is_a_sentence_in_every_door(
    tmp_path: Path, whole: bytes, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    met = 0
    for page in range(1, len(whole) // PAGE):
        folder = tmp_path / str(page)
        folder.mkdir()
        (folder / "foyer.db").write_bytes(whole)
        shop = Shop(folder)
        with (folder / "foyer.db").open("r+b") as file:
            file.seek(page * PAGE)
            file.write(spoilt(whole, page, how)[page * PAGE : (page + 1) * PAGE])
        shop.journal._db.execute("PRAGMA shrink_memory")
        shop.journal._db.conn.distrusted = True
        shop.journal._writing.conn.distrusted = True
        for reply in (
            shop.get("/visits"),
            shop.get("/promises"),
            shop.get("/reports/waits", by="omar"),
            shop.get("/floor"),
            shop.post("/visits", {"service": "advice"}, by="kiosk"),
            shop.post("/counters/1/call_next"),
        ):
            assert reply.status != 500, (page, reply)
            if reply.status == 503:
                met += 1
                assert reply.code in ("journal_damaged", "not_saved", "not_read")
                if reply.code == "journal_damaged":
                    assert "estore a backup" in reply.body["detail"]
        shop.close()
    assert met, "no page was met at all"
    assert "Traceback" not in caplog.text


def test_a_journal_that_vanished_is_said_in_every_door_that_should(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    client = shop.app.test_client()
    assert client.get("/readyz").json["status"] == "ready"
    assert shop.get("/floor").body["trouble"] is None
    (tmp_path / "foyer.db").rename(tmp_path / "elsewhere.db")
    shop.house.disk.prove()
    not_ready = client.get("/readyz")
    assert (not_ready.status_code, not_ready.json["code"]) == (503, "not_ready")
    assert "Move it back" in not_ready.json["detail"]
    assert shop.get("/floor").body["trouble"] == "gone"
    assert shop.post("/visits", {"service": "advice"}, by="kiosk").code == "not_saved"
    shop.close()
