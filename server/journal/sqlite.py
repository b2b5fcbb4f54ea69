"""The journal in one SQLite file, through sqlite-utils.

One connection writes what the store decides, one serves everything else. `append` is the hot
path: prepared statements inside one transaction, one fsync (WAL, synchronous=FULL).
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlite_utils import Database

from server.floor.facts import AnyFact, Millis, Recorded
from server.journal.contract import (
    DIALLED,
    PHONE,
    Answer,
    Booked,
    Conflict,
    Due,
    Entry,
    Forgotten,
    Journal,
    KeyTaken,
    NotSaved,
    Place,
    Row,
    Rows,
    Session,
    Snapshot,
    Stream,
    Token,
    Unusable,
)
from server.journal.file import (
    BUSY_MS,
    SameFiles,
    check_log,
    connection,
    damaged,
    open_file,
    roll_back,
)
from server.journal.holders import holders
from server.journal.private import keep_private
from server.journal.projection import suggestion_rows
from server.journal.schema import (
    OF_SUGGESTIONS,
    STEPS,
    Step,
    copy_to,
    migrate,
    must_be_current,
)

PROVED_FOR_S = 0.9
"""What was written so lately need not be proved: the next second asks again."""
PAGE = 2000
"""Facts read at once: between pages no read is open, so a long replay never holds up the log."""

INSERT_FACT = "INSERT INTO facts (store, date, seq, at, by, kind, body) VALUES (?,?,?,?,?,?,?)"
PROVE = (
    "INSERT INTO meta (name, value)"
    " VALUES ('last_written', CAST(strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS BLOB))"
    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)
INSERT_ANSWER = (
    "INSERT INTO answers (store, caller, key, digest, status, body, at) VALUES (?,?,?,?,?,?,?)"
)
# The empty caller's sorts first: it is taken only where the caller has none of its own.
ANSWERED = (
    "SELECT digest, status, body FROM answers WHERE store = ? AND caller IN (?, '') AND key = ?"
    " ORDER BY caller DESC LIMIT 1"
)
PUT_GUEST = (
    "INSERT INTO guests (visit, field, value, at) VALUES (?,?,?,?)"
    " ON CONFLICT (visit, field) DO UPDATE SET value = excluded.value, at = excluded.at"
)
PHONES = "SELECT visit, value, at FROM guests WHERE field = ?"
LAST_SEQ = "SELECT max(seq) FROM facts WHERE store = ? AND date = ?"
KEEP_SNAPSHOT = (
    "INSERT OR REPLACE INTO snapshots (store, what, date, seq, version, body) VALUES (?,?,?,?,?,?)"
)
# One that is ahead of the facts is of another journal, or of facts that were never written.
SNAPSHOT = (
    "SELECT date, seq, version, snapshots.body FROM snapshots JOIN facts USING (store, date, seq)"
    " WHERE store = ? AND what = ?"
)
# DISTINCT would walk every fact there ever was; this hops from day to day along the index.
DATES = """
    WITH RECURSIVE dates (date) AS (
        SELECT min(date) FROM facts WHERE store = :store
        UNION ALL
        SELECT (SELECT min(date) FROM facts WHERE store = :store AND date > dates.date)
        FROM dates WHERE date IS NOT NULL
    )
    SELECT date FROM dates WHERE date IS NOT NULL
"""
PAPERS_OF_LEGS = """
    SELECT * FROM papers WHERE store = :store AND visit IN
        (SELECT visit FROM legs
         WHERE store = :store AND arrived_at >= :from_ms AND arrived_at < :to_ms)
    ORDER BY visit, paper
"""
REJECTIONS = """
    SELECT paper, coalesce(value, rejected_for) AS reason, count(*) AS n
    FROM papers LEFT JOIN guests
      ON rejected_for = 'other' AND guests.visit = papers.visit AND field = 'reason:paper:' || paper
    WHERE store = :store AND rejected_at >= :since
    GROUP BY 1, 2 ORDER BY n DESC, 1, 2
"""
EARLIER = f"""
    SELECT visits.* FROM guests JOIN visits ON visits.visit = guests.visit
    WHERE field = '{DIALLED}' AND value = :number
      AND store = :store AND (visits.arrived_at, visits.visit) < (:at, :visit)
    ORDER BY visits.arrived_at DESC, visits.visit DESC LIMIT :limit
"""
DROP_UNDONE_LEGS = "DELETE FROM legs WHERE store = :store AND visit = :visit AND leg > :legs"
# A promise is made with the end of its visit: one made at another moment was taken back with it.
DROP_UNDONE_PROMISES = (
    "DELETE FROM promises WHERE store = :store AND visit = :visit AND made_at IS NOT :ended_at"
)
MADE = (
    *("store", "date", "promise", "visit", "ticket"),
    *("service", "counter", "staff", "made_at", "due"),
)
# Each day that touched an appointment has a row of it: the last is how it stands.
STANDS = (
    "store = :store AND NOT EXISTS (SELECT 1 FROM appointments AS later"
    " WHERE later.store = appointments.store AND later.appointment = appointments.appointment"
    " AND later.date > appointments.date)"
)
BOOKED = f"""
    SELECT booked.*, visit_arrived_at, legs.called_at, legs.counter, legs.staff, visits.ended_as
    FROM (SELECT * FROM appointments WHERE {STANDS} AND at >= :since AND at < :before) AS booked
    LEFT JOIN legs ON booked.state = 'checked_in' AND leg = 1
      AND legs.store = booked.store AND legs.visit = booked.visit
    LEFT JOIN visits ON booked.state = 'checked_in'
      AND visits.store = booked.store AND visits.visit = booked.visit
    ORDER BY booked.at, appointment
"""
CAME_WITH = "SELECT appointment FROM appointments WHERE :visit IN (appointment, visit)"
BECAME = f"SELECT visit FROM appointments WHERE appointment IN ({CAME_WITH})"
ERASE = f"""
    DELETE FROM guests WHERE visit = :visit OR visit IN ({CAME_WITH}) OR visit IN ({BECAME})
"""
ERASED = f"""
    INSERT OR IGNORE INTO erased (visit, at)
    SELECT visit, arrived_at FROM visits WHERE visit = :visit OR visit IN ({BECAME})
"""
PORTION = f"""
    WITH portion AS (
        SELECT visit, max(at) AS told_at FROM guests WHERE visit > :after
        GROUP BY visit ORDER BY visit LIMIT :limit
    )
    SELECT visit, told_at >= :before
        OR EXISTS (SELECT 1 FROM visits
                   WHERE store = :store AND visit = portion.visit AND state != 'ended')
        OR EXISTS (SELECT 1 FROM promises WHERE store = :store AND visit = portion.visit
                   AND kept_at IS NULL AND due >= :before)
        OR EXISTS (SELECT 1 FROM appointments WHERE {STANDS} AND appointment = portion.visit
                   AND state = 'booked' AND at >= :before)
    FROM portion ORDER BY visit
"""
TOKENS = "SELECT scope, name, made_at, digest, last_seen FROM tokens"
KEPT = ("store", "promise", "kept_on", "kept_at", "kept_by")
PUT_PROMISE = (
    f"INSERT INTO promises ({', '.join(MADE)}) VALUES ({', '.join(f':{c}' for c in MADE)})"
    " ON CONFLICT (store, promise) DO UPDATE SET"
    f" {', '.join(f'{c} = excluded.{c}' for c in MADE)}"
)
PUT_KEPT = (
    "UPDATE promises SET kept_on = :kept_on, kept_at = :kept_at, kept_by = :kept_by"
    " WHERE store = :store AND promise = :promise"
)

SETTLED_WITHIN_MS = 26 * 3600 * 1000
"""A suggestion is settled on its own business day."""
SUGGESTED = (
    "SELECT date, seq, at, by, body FROM facts WHERE store = ? AND at >= ? AND at < ?"
    f" AND {OF_SUGGESTIONS} ORDER BY at, date, seq"
)

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(AnyFact).decode


class SqliteJournal(Journal):
    def __init__(self, path: Path, steps: tuple[Step, ...] = STEPS, *, mode: str = "rwc") -> None:
        """Makes the file where there is none, and brings an older one up to date. Raises
        Unusable."""
        self.path = path
        # Of what another process has erased, too: the first `wipe` is always a thorough one.
        self._copies_left = True
        try:
            if mode == "rwc":
                path.parent.mkdir(0o700, parents=True, exist_ok=True)
                if not path.exists():
                    path.touch(0o600)
                keep_private(path)
            check_log(path)
            with ExitStack() as opened:
                self._writing = opened.enter_context(closing(open_file(path, mode)))
                migrate(self._writing, path, steps)
                _must_take_writes(self._writing)
                self._reading = opened.enter_context(closing(open_file(path)))
                self._files = SameFiles(path)
                self._put_visit = _upsert(self._reading, "visits")
                self._put_leg = _upsert(self._reading, "legs")
                self._put_paper = _upsert(self._reading, "papers")
                self._put_appointment = _upsert(self._reading, "appointments")
                # A connection that failed and stays open would spoil the next one of this process.
                opened.pop_all()
        except (sqlite3.Error, OSError, NotSaved) as error:
            raise Unusable(_why_unusable(path, error)) from error
        self._written_s = -PROVED_FOR_S

    @classmethod
    def existing(cls, path: Path) -> SqliteJournal:
        """The journal that is there, of the version this program writes. Raises Unusable where
        there is none or another, and leaves everything as it is."""
        must_be_current(path)
        return cls(path, mode="rw")

    @property
    def _db(self) -> Database:
        """Reads, and what does not belong to a commit. Never the writer's thread."""
        self._reading = self._trusted(self._reading)
        return self._reading

    @property
    def _writer(self) -> Database:
        """The connection that commits. Raises NotSaved when another file has its name."""
        self._files.check()
        trusted = self._trusted(self._writing)
        if trusted is not self._writing:
            # All that was acknowledged is brought from the log to the file and synced before more
            # is: what is still not on the disk by then is told now, and not after a power cut.
            trusted.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            self._writing.close()
            self._writing = trusted
        return self._writing

    def append(self, stream: Stream, after_seq: int, entries: Sequence[Entry], rows: Rows) -> None:
        try:
            self._write(stream, after_seq, entries, rows)
        except sqlite3.DatabaseError as error:
            raise _what_failed(error) from error
        if any(entry.facts for entry in entries):
            self._written_s = time.monotonic()

    def prove(self) -> None:
        self._files.check()
        if time.monotonic() - self._written_s > PROVED_FOR_S:
            self._writer.execute(PROVE)
            self._written_s = time.monotonic()

    def _write(self, stream: Stream, after_seq: int, entries: Sequence[Entry], rows: Rows) -> None:
        facts, answers, guests = _values(stream, entries)
        with _all_or_nothing(self._writer) as conn:
            _must_be_last(conn, stream, after_seq)
            conn.executemany(INSERT_FACT, facts)
            conn.executemany(INSERT_ANSWER, answers)
            conn.executemany(PUT_GUEST, guests)
            self._put(conn, rows)

    def _put(self, conn: sqlite3.Connection, rows: Rows) -> None:
        conn.executemany(self._put_visit, rows.visits)
        conn.executemany(DROP_UNDONE_LEGS, rows.visits)
        conn.executemany(self._put_leg, rows.legs)
        conn.executemany(self._put_paper, rows.papers)
        conn.executemany(DROP_UNDONE_PROMISES, rows.visits)
        conn.executemany(PUT_PROMISE, rows.promises)
        conn.executemany(PUT_KEPT, rows.kept)
        if rows.appointments:
            conn.executemany(self._put_appointment, rows.appointments)

    def last_seq(self, stream: Stream) -> int:
        last: int | None = self._db.execute(LAST_SEQ, stream).fetchone()[0]
        return last or 0

    def read(self, stream: Stream, after_seq: int = 0) -> Iterator[Recorded]:
        sql = (
            "SELECT seq, at, by, body FROM facts"
            f" WHERE store = ? AND date = ? AND seq > ? ORDER BY seq LIMIT {PAGE}"
        )
        while page := self._db.execute(sql, [*stream, after_seq]).fetchall():
            for seq, at, by, body in page:
                after_seq += 1
                yield self._recorded(seq, at, by, body, after_seq)

    def _recorded(self, seq: int, at: Millis, by: str, body: str, expected: int) -> Recorded:
        """Raises Damaged: SQLite does not see that a byte within a value has changed."""
        try:
            fact = _decode(body)
        except (msgspec.MsgspecError, TypeError, ValueError) as error:
            raise damaged(self.path, f"fact {seq} cannot be read: {error}") from error
        if seq != expected:
            raise damaged(self.path, f"fact {expected} is missing")
        return Recorded(seq, at, by, fact)

    def keep_snapshots(self, snapshots: Sequence[Snapshot]) -> None:
        kept = [
            (one.stream.store, one.what, one.stream.date, one.seq, one.version, one.body)
            for one in snapshots
        ]
        self._on_writer((KEEP_SNAPSHOT, kept))

    def snapshot(self, store: str, what: str) -> Snapshot | None:
        found = self._db.execute(SNAPSHOT, [store, what]).fetchone()
        if found is None:
            return None
        date, seq, version, body = found
        return Snapshot(what, Stream(store, date), seq, version, body)

    def streams(self, store: str) -> list[Stream]:
        dates = self._db.execute(DATES, {"store": store}).fetchall()
        return [Stream(store, date) for (date,) in dates]

    def answered(self, store: str, key: str, caller: str = "") -> tuple[bytes, Answer] | None:
        found = self._db.execute(ANSWERED, [store, caller, key]).fetchone()
        return (found[0], Answer(found[1], found[2])) if found else None

    def forget_answers(self, before: Millis) -> None:
        self._change("DELETE FROM answers WHERE at < ?", [before])

    def guest(self, visit: str) -> dict[str, str]:
        sql = "SELECT field, value FROM guests WHERE visit = ? ORDER BY at, field"
        return dict(self._db.execute(sql, [visit]).fetchall())

    def redial(self, dialled: Callable[[str], str]) -> None:
        try:
            with _all_or_nothing(self._writer) as conn:
                told = conn.execute(PHONES, [PHONE]).fetchall()
                anew = [(visit, DIALLED, dialled(phone), at) for visit, phone, at in told]
                conn.executemany(PUT_GUEST, anew)
        except sqlite3.DatabaseError as error:
            raise _what_failed(error) from error

    def erase(self, visit: str) -> bool:
        try:
            with _all_or_nothing(self._writer) as conn:
                erased = conn.execute(ERASE, {"visit": visit}).rowcount > 0
                conn.execute(ERASED, {"visit": visit})
        except sqlite3.DatabaseError as error:
            raise _what_failed(error) from error
        self._copies_left = self._copies_left or erased
        return erased

    def erased(self, visit: str) -> bool:
        found = self._db.execute("SELECT 1 FROM erased WHERE visit = ?", [visit]).fetchone()
        return found is not None

    def forget(self, store: str, before: Millis, after: str = "", limit: int = 500) -> Forgotten:
        span = {"store": store, "before": before, "after": after, "limit": limit}
        try:
            with _all_or_nothing(self._writer) as conn:
                portion = conn.execute(PORTION, span).fetchall()
                old = [(visit,) for visit, needed in portion if not needed]
                conn.executemany("DELETE FROM guests WHERE visit = ?", old)
                conn.execute("DELETE FROM erased WHERE at < ?", [before])
        except sqlite3.DatabaseError as error:
            raise _what_failed(error) from error
        self._copies_left = self._copies_left or bool(old)
        return Forgotten(len(old), portion[-1][0] if len(portion) == limit else None)

    def wipe(self) -> bool:
        writer = self._writer
        conn = connection(writer)
        try:
            if self._copies_left:
                _rewrite_guests(writer)
                self._copies_left = False
            # Asked to wait, it would keep everybody else from writing meanwhile.
            conn.execute("PRAGMA busy_timeout = 0")
            try:
                busy: int = conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            finally:
                conn.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        except sqlite3.DatabaseError as error:
            raise _what_failed(error) from error
        return not busy

    def open_elsewhere(self) -> list[str]:
        return holders(self.path)

    def visits(
        self,
        store: str,
        *,
        state: str | None = None,
        counter: str | None = None,
        since: Millis | None = None,
        cursor: Place | None = None,
        limit: int = 100,
    ) -> list[Row]:
        where, args = ["store = :store"], {"store": store, "state": state, "counter": counter}
        where += [f"{name} = :{name}" for name in ("state", "counter") if args[name] is not None]
        if since is not None:
            where.append("arrived_at >= :since")
        if cursor is not None:
            where.append("(arrived_at, visit) > (:after, :visit)")
        after, visit = cursor or (0, "")
        return list(
            self._db.table("visits").rows_where(
                " AND ".join(where),
                {**args, "since": since, "after": after, "visit": visit},
                order_by="arrived_at, visit",
                limit=limit,
            )
        )

    def visit(self, store: str, visit: str) -> Row | None:
        found = self._db.table("visits").rows_where("store = ? AND visit = ?", [store, visit])
        return next(iter(list(found)), None)

    def earlier(self, store: str, visit: str, limit: int = 3) -> list[Row]:
        this = self.visit(store, visit)
        number = self.guest(visit).get(DIALLED)
        if this is None or not number:
            return []
        args = {"store": store, "visit": visit, "number": number, "limit": limit}
        return list(self._db.query(EARLIER, {**args, "at": this["arrived_at"]}))

    def legs(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        return list(
            self._db.table("legs").rows_where(
                "store = ? AND arrived_at >= ? AND arrived_at < ?",
                [store, from_ms, to_ms],
                order_by="arrived_at, visit, leg",
            )
        )

    def papers(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        span = {"store": store, "from_ms": from_ms, "to_ms": to_ms}
        return list(self._db.query(PAPERS_OF_LEGS, span))

    def rejections(self, store: str, since: Millis) -> list[Row]:
        return list(self._db.query(REJECTIONS, {"store": store, "since": since}))

    def promises(
        self,
        store: str,
        *,
        kept: bool | None = None,
        since: Millis | None = None,
        before: Millis | None = None,
        cursor: Due | None = None,
        limit: int = 100,
    ) -> list[Row]:
        where = ["store = :store"]
        if kept is not None:
            where.append("kept_at IS NOT NULL" if kept else "kept_at IS NULL")
        if since is not None:
            where.append("due >= :since")
        if before is not None:
            where.append("due < :before")
        if cursor is not None:
            where.append("(due, promise) > (:after, :promise)")
        after, promise = cursor or (0, "")
        args = {"store": store, "since": since, "before": before}
        return list(
            self._db.table("promises").rows_where(
                " AND ".join(where),
                {**args, "after": after, "promise": promise},
                order_by="due, promise",
                limit=limit,
            )
        )

    def promise(self, store: str, promise: str) -> Row | None:
        found = self._db.table("promises").rows_where("store = ? AND promise = ?", [store, promise])
        return next(iter(list(found)), None)

    def promises_made(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        return list(
            self._db.table("promises").rows_where(
                "store = ? AND made_at >= ? AND made_at < ?",
                [store, from_ms, to_ms],
                order_by="made_at, promise",
            )
        )

    def appointments(
        self,
        store: str,
        *,
        since: Millis | None = None,
        before: Millis | None = None,
        code: str | None = None,
        cursor: Booked | None = None,
        limit: int = 100,
    ) -> list[Row]:
        where = [STANDS]
        if since is not None:
            where.append("at >= :since")
        if before is not None:
            where.append("at < :before")
        if code is not None:
            where.append("code = :code")
        if cursor is not None:
            where.append("(at, appointment) > (:after, :appointment)")
        after, appointment = cursor or (0, "")
        args = {"store": store, "since": since, "before": before, "code": code}
        return list(
            self._db.table("appointments").rows_where(
                " AND ".join(where),
                {**args, "after": after, "appointment": appointment},
                order_by="at, appointment",
                limit=limit,
            )
        )

    def appointment(self, store: str, appointment: str) -> Row | None:
        found = self._db.table("appointments").rows_where(
            f"{STANDS} AND appointment = :appointment", {"store": store, "appointment": appointment}
        )
        return next(iter(list(found)), None)

    def booked(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        span = {"store": store, "since": from_ms, "before": to_ms}
        return list(self._db.query(BOOKED, span))

    def suggestions(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        args = [store, from_ms, to_ms + SETTLED_WITHIN_MS]
        found = self._db.execute(SUGGESTED, args).fetchall()
        facts = (
            (date, self._recorded(seq, at, by, body, seq)) for date, seq, at, by, body in found
        )
        return [row for row in suggestion_rows(facts) if row["arrived_at"] < to_ms]

    def rows(self, stream: Stream) -> Rows:
        def of(table: str, order: str, on: str = "date", columns: str = "*") -> list[Row]:
            return list(
                self._db.table(table).rows_where(
                    f"store = ? AND {on} = ?", stream, order_by=order, select=columns
                )
            )

        made_by = "coalesce(carried_to, date)"
        return Rows(
            of("visits", "visit", on=made_by),
            of("legs", "visit, leg", on=made_by),
            of("papers", "visit, paper", on=made_by),
            of("promises", "promise", columns=", ".join(MADE)),
            of("promises", "promise", on="kept_on", columns=", ".join(KEPT)),
            of("appointments", "appointment"),
        )

    def replace_rows(self, stream: Stream, after_seq: int, rows: Rows) -> None:
        db = open_file(self.path)
        try:
            with _all_or_nothing(db) as conn:
                _must_be_last(conn, stream, after_seq)
                for table in ("visits", "legs", "papers"):
                    made_by = "coalesce(carried_to, date)"
                    conn.execute(f"DELETE FROM {table} WHERE store = ? AND {made_by} = ?", stream)
                conn.execute("DELETE FROM appointments WHERE store = ? AND date = ?", stream)
                _forget_promises(conn, stream, [row["promise"] for row in rows.promises])
                self._put(conn, rows)
        except sqlite3.DatabaseError as error:
            raise _what_failed(error) from error
        finally:
            db.close()

    def store_key(self) -> bytes:
        sql = "SELECT value FROM meta WHERE name = 'store_key'"
        found = self._db.execute(sql).fetchone()
        if found is None:
            raise damaged(self.path, "the store's key is missing")
        key: bytes = found[0]
        return key

    def note(self, name: str, value: bytes) -> None:
        sql = "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)"
        try:
            self._writer.execute(sql, [f"note:{name}", value])
        except sqlite3.DatabaseError as error:
            raise _what_failed(error) from error

    def noted(self, name: str) -> bytes | None:
        sql = "SELECT value FROM meta WHERE name = ?"
        found = self._db.execute(sql, [f"note:{name}"]).fetchone()
        return found[0] if found else None

    def add_token(self, digest: bytes, scope: str, name: str, at: Millis) -> None:
        sql = "INSERT INTO tokens (digest, scope, name, made_at) VALUES (?,?,?,?)"
        self._change(sql, [digest, scope, name, at])

    def token(self, digest: bytes) -> Token | None:
        found = self._db.execute(f"{TOKENS} WHERE digest = ?", [digest]).fetchone()
        return Token(*found) if found else None

    def tokens(self) -> list[Token]:
        found = self._db.execute(f"{TOKENS} ORDER BY made_at, name").fetchall()
        return [Token(*one) for one in found]

    def revoke_tokens(self, name: str) -> int:
        named = [token.digest for token in self.tokens() if token.name == name]
        return sum(self.take_back(digest) for digest in named)

    def take_back(self, digest: bytes) -> bool:
        there_was = self._change("DELETE FROM tokens WHERE digest = ?", [digest]) > 0
        # Without their token these open nothing already.
        self._change("DELETE FROM sessions WHERE token = ?", [digest])
        return there_was

    def session(self, id_digest: bytes) -> Session | None:
        sql = "SELECT token, staff, pin, last_seen FROM sessions WHERE id = ?"
        found = self._db.execute(sql, [id_digest]).fetchone()
        return Session(*found) if found else None

    def put_session(
        self, id_digest: bytes, session: Session, instead_of: bytes | None = None
    ) -> None:
        sql = "INSERT INTO sessions (id, token, staff, pin, last_seen) VALUES (?,?,?,?,?)"
        one = (id_digest, session.token, session.staff, session.pin, session.last_seen)
        self._on_writer(
            (sql, [one]),
            ("DELETE FROM sessions WHERE id = ?", [(instead_of,)] if instead_of else []),
        )

    def saw(
        self, at: Millis, tokens: Iterable[bytes], sessions: Iterable[bytes], forget_before: Millis
    ) -> None:
        self._on_writer(
            ("UPDATE tokens SET last_seen = ? WHERE digest = ?", [(at, one) for one in tokens]),
            ("UPDATE sessions SET last_seen = ? WHERE id = ?", [(at, one) for one in sessions]),
            ("DELETE FROM sessions WHERE last_seen < ?", [(forget_before,)]),
        )

    def backup(self, dest: Path) -> None:
        """On a connection of its own, so any thread may ask for it. `dest` must not exist."""
        db = open_file(self.path)
        try:
            copy_to(db, dest)
        finally:
            db.close()

    def close(self) -> None:
        self._writing.close()
        self._reading.close()

    def _trusted(self, db: Database) -> Database:
        """This connection, or another in its place after an error of the disk."""
        if not connection(db).distrusted:
            return db
        self._files.check()
        return open_file(self.path)

    def _on_writer(self, *statements: tuple[str, Sequence[tuple[Any, ...]]]) -> None:
        """Statements in one transaction, on the connection that `append` writes with."""
        try:
            with _all_or_nothing(self._writer) as conn:
                for sql, values in statements:
                    conn.executemany(sql, values)
        except sqlite3.DatabaseError as error:
            raise _what_failed(error) from error

    def _change(self, sql: str, args: list[Any] | dict[str, Any]) -> int:
        """One statement that commits by itself; how many rows it changed."""
        try:
            self._files.check()
            return self._db.execute(sql, args).rowcount
        except sqlite3.DatabaseError as error:
            raise _what_failed(error) from error


@contextmanager
def _all_or_nothing(db: Database) -> Iterator[sqlite3.Connection]:
    conn = connection(db)
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield conn
        conn.execute("COMMIT")
    except BaseException:
        roll_back(db)
        raise


def _rewrite_guests(db: Database) -> None:
    """`secure_delete` clears a row where it stands, and a page that is freed as a whole. A row that
    once moved, because its page became too full, leaves a copy behind that nothing clears but this.
    """
    with _all_or_nothing(db) as conn:
        kept = conn.execute("SELECT visit, field, value, at FROM guests ORDER BY visit, field")
        rows = kept.fetchall()
        conn.execute("DELETE FROM guests")
        conn.executemany("INSERT INTO guests (visit, field, value, at) VALUES (?,?,?,?)", rows)


def _must_take_writes(db: Database) -> None:
    """Where SQLite could not open the index of the log for writing it reads on without a word."""
    db.execute("BEGIN IMMEDIATE")
    db.execute("ROLLBACK")


def _must_be_last(conn: sqlite3.Connection, stream: Stream, after_seq: int) -> None:
    last = conn.execute(LAST_SEQ, stream).fetchone()[0] or 0
    if last != after_seq:
        raise Conflict(f"{stream.date} is at {last}, not {after_seq}")


def _forget_promises(conn: sqlite3.Connection, stream: Stream, right: list[str]) -> None:
    """But for those that are `right`: another day may have written over them that it kept them."""
    conn.execute(
        "UPDATE promises SET kept_on = NULL, kept_at = NULL, kept_by = NULL"
        " WHERE store = ? AND kept_on = ?",
        stream,
    )
    conn.execute(
        "DELETE FROM promises WHERE store = ? AND date = ?"
        " AND promise NOT IN (SELECT value FROM json_each(?))",
        (*stream, msgspec.json.encode(right).decode()),
    )


def _what_failed(error: sqlite3.DatabaseError) -> Exception:
    if "UNIQUE constraint failed: facts" in str(error):
        return Conflict(str(error))
    if "UNIQUE constraint failed: answers" in str(error):
        return KeyTaken(str(error))
    if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
        return error
    return NotSaved(str(error))


def _upsert(db: Database, table: str) -> str:
    columns = list(db.table(table).columns_dict)
    keys = db.table(table).pks
    changes = ", ".join(f"{c} = excluded.{c}" for c in columns if c not in keys)
    return (
        f"INSERT INTO {table} ({', '.join(columns)})"
        f" VALUES ({', '.join(f':{c}' for c in columns)})"
        f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {changes}"
    )


def _values(
    stream: Stream, entries: Sequence[Entry]
) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    store, date = stream
    facts: list[tuple[Any, ...]] = []
    answers: list[tuple[Any, ...]] = []
    guests: list[tuple[Any, ...]] = []
    for e in entries:
        for r in e.facts:
            kind, body = type(r.fact).__name__, _encode(r.fact).decode()
            facts.append((store, date, r.seq, r.at, r.by, kind, body))
        if e.key and e.answer:
            key, digest, caller = e.key
            answers.append((store, caller, key, digest, e.answer.status, e.answer.body, e.at))
        guests.extend((*guest, e.at) for guest in e.guests)
    return facts, answers, guests


def _why_unusable(path: Path, error: Exception) -> str:
    if isinstance(error, NotSaved):
        return str(error)
    if isinstance(error, OSError):
        return f"{path} cannot be written ({error}). Give its folder to the user Foyer runs as."
    return f"{path} cannot be used: {error}."
