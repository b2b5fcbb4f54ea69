"""The SQLite file of a journal: opened so that every error of the disk is a sentence, known again
by its inode, and asked whether its log is whole."""

from __future__ import annotations

import os
import sqlite3
import struct
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec, TypeVar, cast
from urllib.parse import quote

from sqlite_utils import Database

from server.journal.contract import Damaged, NotSaved

P = ParamSpec("P")
T = TypeVar("T")

BUSY_MS = 5000
SWITCH_TRIES, SWITCH_REST_S = 40, 0.05

BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a database that is open: its log and the index of the log."""

SAYS = {
    "gone": "{path} is gone: it was moved or deleted while it was open. Nothing can be written."
    " Move it back, or stop the store and restore a backup.",
    "replaced": "{path} is not the file that was opened: another lies in its place. Nothing can be"
    " written. Restart the store to go on with the file that is there now.",
    "full": "The disk of {path} is full ({error}). Make room on it.",
    "read_only": "{path} cannot be written ({error}). Give it and its folder to the user Foyer"
    " runs as, on a disk that is not mounted read-only.",
    "unreachable": "{path} cannot be opened ({error}). Give it and its folder to the user Foyer"
    " runs as.",
    "locked": "{path} is locked by another program ({error}). Try again once that is done.",
    "failing": "The disk of {path} fails ({error}). Look at the disk; make a backup while it"
    " lasts.",
    "damaged": "{path} is damaged or is not a Foyer database ({error}). Restore a backup in its"
    " place: stop the store, then python -m server restore BACKUP.",
}
WHY = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_CANTOPEN: "unreachable",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
UNSOUND = ("no such table", "no such column", "malformed", "Could not decode to UTF-8")
"""What SQLite says of a damaged page whose bytes still pass for SQL or text."""
DISTRUSTED = {
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
}
"""After these a connection is made anew: what it holds in memory may not be what the disk holds.
After a failed fsync Linux forgets which pages never reached the disk; a log that could not be
opened for writing just then is open for reading only."""


def damaged(path: Path, error: object) -> Damaged:
    return Damaged(SAYS["damaged"].format(path=path, error=error))


def not_saved(path: Path, why: str, error: object = "") -> NotSaved:
    return NotSaved(SAYS[why].format(path=path, error=error), why)


def meant(error: sqlite3.Error, path: Path) -> Exception:
    """What an error of SQLite means to whoever looks after the store. A mistake of this program
    stays what it is."""
    code = _code(error)
    if WHY.get(code) == "damaged" or any(words in str(error) for words in UNSOUND):
        return damaged(path, error)
    if isinstance(error, sqlite3.OperationalError) and code != sqlite3.SQLITE_ERROR:
        return not_saved(path, WHY.get(code, "failing"), error)
    return error


def _code(error: sqlite3.Error) -> int:
    """0 for what Python's own module found."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _meant(method: Callable[P, T]) -> Callable[P, T]:
    def careful(*args: P.args, **named: P.kwargs) -> T:
        cursor: Any = args[0]
        try:
            return method(*args, **named)
        except sqlite3.DatabaseError as error:
            conn: Connection = cursor.connection
            conn.distrusted = conn.distrusted or _code(error) in DISTRUSTED
            raise meant(error, conn.path) from error
        except UnicodeDecodeError as error:
            # Of a damaged name or value, within a message of SQLite's.
            raise damaged(cursor.connection.path, error) from error

    return careful


class Cursor(sqlite3.Cursor):
    execute = _meant(sqlite3.Cursor.execute)
    executemany = _meant(sqlite3.Cursor.executemany)
    fetchone = _meant(sqlite3.Cursor.fetchone)
    fetchall = _meant(sqlite3.Cursor.fetchall)
    __next__ = _meant(sqlite3.Cursor.__next__)  # type: ignore[arg-type]


class Connection(sqlite3.Connection):
    """Raises NotSaved and Damaged where SQLite has an error of the disk."""

    path = Path()
    distrusted = False

    def cursor(self, factory: Any = Cursor) -> Any:
        return super().cursor(factory)

    # Python's own make their cursor past the method above.
    def execute(self, sql: str, args: Any = (), /) -> Any:
        return self.cursor().execute(sql, args)

    def executemany(self, sql: str, args: Any, /) -> Any:
        return self.cursor().executemany(sql, args)


def connection(db: Database) -> Connection:
    return cast(Connection, db.conn)


def open_file(path: Path, mode: str = "rw") -> Database:
    """Raises NotSaved and Damaged. Only `mode` rwc makes a file that is not there."""
    # The store writes from a thread of its own, one call at a time; without Python's implicit
    # transactions a statement outside BEGIN … COMMIT commits by itself.
    try:
        conn = sqlite3.connect(
            *(address(path, mode), BUSY_MS / 1000),
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            factory=Connection,
        )
    except sqlite3.Error as error:
        raise meant(error, path) from error
    conn.path = path
    try:
        return _set_up(Database(conn))
    except BaseException:
        conn.close()
        raise


def address(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


def _set_up(db: Database) -> Database:
    db.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    _write_ahead(db)
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA secure_delete = ON")
    return db


def _write_ahead(db: Database) -> None:
    """SQLite does not wait for whoever else is switching this file over just now."""
    for _ in range(SWITCH_TRIES):
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except NotSaved as error:
            if error.why != "locked":
                raise
            time.sleep(SWITCH_REST_S)
        else:
            return
    db.execute("PRAGMA journal_mode = WAL")


def roll_back(db: Database) -> None:
    """A full disk may have ended the transaction already: then there is nothing to undo."""
    conn = connection(db)
    try:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
    except (NotSaved, Damaged):
        conn.distrusted = True


def sync(path: Path) -> None:
    """A file's bytes, or a folder's names, are on the disk when this returns. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class SameFiles:
    """The database, its log and the log's index as they were when they were opened. An inode is not
    given away again while it is open, so a name that leads to it still leads to this very file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = {name: _inode(name) for name in (path, *beside(path))}

    def check(self) -> None:
        """Raises NotSaved: what is written to a file without a name is lost with the process."""
        for name, known in self._known.items():
            try:
                found = _inode(name)
            except FileNotFoundError as error:
                raise not_saved(name, "gone") from error
            except OSError as error:
                raise not_saved(name, "failing", error) from error
            if found != known:
                raise not_saved(name, "replaced")


def beside(path: Path) -> list[Path]:
    return [path.with_name(path.name + suffix) for suffix in BESIDE]


def _inode(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


# The log. SQLite stops reading it at the first frame whose checksum is wrong and takes that for
# where the power went. If whole commits follow, it is not: each was on the disk before the next
# began, so a page of an acknowledged one was damaged since.

WAL_MAGIC = (0x377F0682, 0x377F0683)
WAL_HEADER_BYTES, FRAME_HEADER_BYTES = 32, 24
MX_FRAME_AT, SALTS_AT = 16, 32
"""In the index of the log (https://www.sqlite.org/walformat.html#the_wal_index_header)."""


class Frame(NamedTuple):
    number: int
    commits: bool


def check_log(path: Path) -> None:
    """Raises Damaged when the log holds commits behind a frame that SQLite cannot read."""
    wal, shm = beside(path)
    if not wal.exists() or wal.stat().st_size <= WAL_HEADER_BYTES + FRAME_HEADER_BYTES:
        return
    try:
        # To read makes SQLite go through the log; a connection that may not write leaves it there.
        with closing(sqlite3.connect(address(path, "ro"), uri=True)) as db:
            db.execute("PRAGMA user_version").fetchone()
            _check_frames(wal, shm)
    except sqlite3.Error as error:
        raise meant(error, path) from error


def _check_frames(wal: Path, shm: Path) -> None:
    with wal.open("rb") as log:
        header = log.read(WAL_HEADER_BYTES)
        frames = list(_frames(log, header))
    whole, salts = _whole(shm)
    if _is_header(header) and salts != header[16:24]:
        return  # Another process has just begun the log's next turn.
    behind = [frame for frame in frames if frame.number > whole]
    ends = [frame.number for frame in behind if frame.commits]
    followed = bool(ends) and behind[-1].number > ends[0]
    if followed or not (_is_header(header) or _is_header(_turn_before(header))):
        raise damaged(wal, f"it can be read up to page {whole} only")


def _is_header(header: bytes) -> bool:
    magic, _, _, _, _, _, sum_0, sum_1 = struct.unpack(">8I", header)
    order = ">" if magic & 1 else "<"
    return magic in WAL_MAGIC and _checksum(struct.unpack(f"{order}6I", header[:24])) == (
        sum_0,
        sum_1,
    )


def _turn_before(header: bytes) -> bytes:
    """With the turn's number as it was: a header half written when the power went. All that the log
    held was in the database before its next turn began, so nothing is lost with it."""
    (turn,) = struct.unpack_from(">I", header, 12)
    return header[:12] + struct.pack(">I", (turn - 1) & 0xFFFFFFFF) + header[16:]


def _checksum(words: Sequence[int]) -> tuple[int, int]:
    """SQLite's own (https://www.sqlite.org/fileformat2.html#checksum_algorithm)."""
    s0 = s1 = 0
    for x0, x1 in zip(words[::2], words[1::2], strict=True):
        s0 = (s0 + x0 + s1) & 0xFFFFFFFF
        s1 = (s1 + x1 + s0) & 0xFFFFFFFF
    return s0, s1


def _whole(shm: Path) -> tuple[int, bytes]:
    """The last frame SQLite found whole, and the salts of the log's present turn."""
    with shm.open("rb") as index:
        head = index.read(SALTS_AT + 8)
    if len(head) < SALTS_AT + 8:
        # SQLite had no room for it, and will not open the journal for writing either.
        raise not_saved(shm, "failing", "it is cut short")
    return int(struct.unpack_from("=I", head, MX_FRAME_AT)[0]), head[SALTS_AT:]


def _frames(log: Any, header: bytes) -> Iterator[Frame]:
    """Those of the log's present turn: what an earlier one left behind them bears other salts."""
    page_bytes, salts = struct.unpack_from(">I", header, 8)[0] or 65536, header[16:24]
    number = 0
    while True:
        log.seek(WAL_HEADER_BYTES + number * (FRAME_HEADER_BYTES + page_bytes))
        frame = log.read(FRAME_HEADER_BYTES)
        if len(frame) < FRAME_HEADER_BYTES:
            return
        number += 1
        if frame[8:16] == salts:
            yield Frame(number, struct.unpack_from(">I", frame, 4)[0] > 0)
