"""The SQLite tables, as the steps that made them. A step, once released, never changes."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from server.journal.contract import Damaged, NotSaved, Unusable
from server.journal.file import address, damaged, meant, roll_back, sync

Step = Callable[[Database], None]


def _first_tables(db: Database) -> None:
    db.table("facts").create(
        {"store": str, "date": str, "seq": int, "at": int, "by": str, "kind": str, "body": str},
        pk=("store", "date", "seq"),
        not_null=("at", "by", "kind", "body"),
        strict=True,
    )
    db.table("answers").create(
        {"store": str, "key": str, "digest": bytes, "status": int, "body": bytes, "at": int},
        pk=("store", "key"),
        not_null=("digest", "status", "body", "at"),
        strict=True,
    )
    db.table("guests").create(
        {"visit": str, "field": str, "value": str, "at": int},
        pk=("visit", "field"),
        not_null=("value", "at"),
        strict=True,
    )
    db.table("tokens").create(
        {"digest": bytes, "scope": str, "name": str, "made_at": int},
        pk="digest",
        not_null=("scope", "name", "made_at"),
        strict=True,
    )
    db.table("meta").create({"name": str, "value": bytes}, pk="name", strict=True)
    db.table("meta").insert({"name": "store_key", "value": secrets.token_bytes(32)})
    _create_visits(db)
    _create_legs(db)


def _create_visits(db: Database) -> None:
    db.table("visits").create(
        {
            "store": str,
            "date": str,
            "visit": str,
            "ticket": str,
            "number": int,
            "service": str,
            "counter": str,
            "state": str,
            "ended_as": str,
            "ended_reason": str,
            "outcome": str,
            "sale": float,
            "arrived_at": int,
            "called_at": int,
            "started_at": int,
            "ended_at": int,
            "verdict": str,
            "language": str,
            "channel": str,
            "needs": str,
            "feedback": int,
            "legs": int,
        },
        pk=("store", "visit"),
        not_null=("date", "service", "state", "arrived_at", "legs"),
        strict=True,
    )
    db.table("visits").create_index(["store", "arrived_at", "visit"])


def _create_legs(db: Database) -> None:
    db.table("legs").create(
        {
            "store": str,
            "date": str,
            "visit": str,
            "leg": int,
            "ticket": str,
            "service": str,
            "counter": str,
            "staff": str,
            "visit_arrived_at": int,
            "arrived_at": int,
            "credited_at": int,
            "called_at": int,
            "started_at": int,
            "ended_at": int,
            "ended_as": str,
            "ended_reason": str,
            "outcome": str,
            "sale": float,
            "feedback": int,
            "calls": int,
            "start_assumed": int,
            "quoted_at": int,
            "quote_low_s": int,
            "quote_likely_s": int,
            "quote_high_s": int,
            "call_by": int,
            "quote_kept": int,
            "verdict": str,
            "language": str,
            "channel": str,
            "needs": str,
        },
        pk=("store", "visit", "leg"),
        not_null=("date", "service", "visit_arrived_at", "arrived_at", "calls"),
        strict=True,
    )
    db.table("legs").create_index(["store", "arrived_at"])


def _papers_table(db: Database) -> None:
    db.table("papers").create(
        {
            "store": str,
            "date": str,
            "visit": str,
            "paper": str,
            "service": str,
            "arrived_at": int,
            "verdict": str,
            "chose": str,
            "wait_low_s": int,
            "declared": str,
            "declared_reason": str,
            "checked": str,
            "reason": str,
            "checked_at": int,
            "checked_by": str,
            "seen_at": int,
            "rejected_for": str,
            "rejected_at": int,
            "rejected_by": str,
            "rejected_leg": int,
            "rejected_during": str,
        },
        pk=("store", "visit", "paper"),
        not_null=("date", "service", "arrived_at"),
        strict=True,
    )
    db.table("papers").create_index(["store", "rejected_at"])


def _promises(db: Database) -> None:
    db.table("promises").create(
        {
            "store": str,
            "promise": str,
            "date": str,
            "visit": str,
            "ticket": str,
            "service": str,
            "counter": str,
            "staff": str,
            "made_at": int,
            "due": int,
            "kept_at": int,
            "kept_by": str,
            "kept_on": str,
        },
        pk=("store", "promise"),
        not_null=("date", "visit", "service", "made_at", "due"),
        strict=True,
    )
    for columns in (["due", "promise"], ["made_at"], ["visit"], ["date"], ["kept_on"]):
        db.table("promises").create_index(["store", *columns])
    # Most promises are kept one day; those that are not are looked at all day long.
    db.execute(
        "CREATE INDEX idx_promises_open ON promises (store, due, promise) WHERE kept_at IS NULL"
    )
    _promises_so_far(db)


def _promises_so_far(db: Database) -> None:
    """Made with the finish that still stands: one whose finish was undone went with it."""
    db.execute("""
        INSERT INTO promises (store, promise, date, visit, ticket, service, counter, staff,
                              made_at, due)
        SELECT f.store, f.body ->> 'promise', f.date, v.visit, v.ticket, v.service, v.counter,
               f.body ->> 'staff', f.at, f.body ->> 'due'
        FROM facts f JOIN visits v ON v.store = f.store AND v.visit = f.body ->> 'visit'
        WHERE f.kind = 'PromiseMade' AND v.ended_at = f.at
    """)
    db.execute("""
        UPDATE promises SET kept_at = f.at, kept_on = f.date
        FROM facts f
        WHERE f.kind = 'PromiseKept' AND f.store = promises.store
          AND f.body ->> 'promise' = promises.promise
    """)


def _recovered(db: Database) -> None:
    db.table("legs").add_column("recovered", str)


def _phones(db: Database) -> None:
    plain = "replace(replace(replace(value, ' ', ''), '-', ''), '/', '')"
    db.execute(f"CREATE INDEX idx_guests_phone ON guests ({plain}) WHERE field = 'phone'")


def _late_why(db: Database) -> None:
    db.table("legs").add_column("late_why", str)


def _appointments(db: Database) -> None:
    db.table("appointments").create(
        {
            "store": str,
            "appointment": str,
            "date": str,
            "code": str,
            "service": str,
            "at": int,
            "needs": str,
            "language": str,
            "state": str,
            "visit": str,
            "revision": str,
        },
        pk=("store", "appointment", "date"),
        not_null=("code", "service", "at", "needs", "state"),
        strict=True,
    )
    db.table("visits").add_column("appointment_at", int)
    for columns in (["at", "appointment"], ["code"], ["visit"], ["date"]):
        db.table("appointments").create_index(["store", *columns])


# Of those checked in before there was a column for it, the facts know how they came.
CAME = """
    UPDATE appointments SET came = (
        SELECT json_extract(body, '$.came') FROM facts
        WHERE facts.store = appointments.store AND facts.date = appointments.date
          AND kind = 'AppointmentCheckedIn'
          AND json_extract(body, '$.appointment.id') = appointment
        ORDER BY seq DESC LIMIT 1
    ) WHERE state = 'checked_in'
"""


def _came(db: Database) -> None:
    for name in ("reason", "came"):
        db.table("appointments").add_column(name, str)
    db.execute(CAME)


OF_SUGGESTIONS = "kind >= 'Suggestion' AND kind < 'Suggestioo'"


def _balance(db: Database) -> None:
    for name, kind in (("moves", int), ("called_from", str), ("overtakes", str)):
        db.table("legs").add_column(name, kind)
    db.execute(f"CREATE INDEX idx_facts_suggestions ON facts (store, at) WHERE {OF_SUGGESTIONS}")


def _callers(db: Database) -> None:
    """Answers belong to a caller, cookies name a session, tokens say when they were last seen."""
    db.execute("ALTER TABLE answers RENAME TO answers_of_anybody")
    db.table("answers").create(
        {
            "store": str,
            "caller": str,
            "key": str,
            "digest": bytes,
            "status": int,
            "body": bytes,
            "at": int,
        },
        pk=("store", "caller", "key"),
        not_null=("digest", "status", "body", "at"),
        strict=True,
    )
    # A retry across the upgrade finds its answer; these go within three days.
    db.execute(
        "INSERT INTO answers (store, caller, key, digest, status, body, at)"
        " SELECT store, '', key, digest, status, body, at FROM answers_of_anybody"
    )
    db.execute("DROP TABLE answers_of_anybody")
    db.table("tokens").add_column("last_seen", int)
    db.table("sessions").create(
        {"id": bytes, "token": bytes, "staff": str, "pin": bytes, "last_seen": int},
        pk="id",
        not_null=("token", "last_seen"),
        strict=True,
    )


def _snapshots(db: Database) -> None:
    db.table("snapshots").create(
        {"store": str, "what": str, "date": str, "seq": int, "version": bytes, "body": bytes},
        pk=("store", "what"),
        not_null=("date", "seq", "version", "body"),
        strict=True,
    )


def _carried_to(db: Database) -> None:
    """The business day that makes the rows of a visit which came on an earlier one."""
    for table in ("visits", "legs", "papers"):
        db.table(table).add_column("carried_to", str)


def _of_a_calendar(db: Database) -> None:
    db.table("appointments").add_column("calendar", str)


def _dialled(db: Database) -> None:
    """Numbers are compared as the store's country dials them: the store, which knows it, has them
    read anew when it opens (`redial`)."""
    db.execute("DROP INDEX idx_guests_phone")
    db.execute("CREATE INDEX idx_guests_dialled ON guests (value) WHERE field = 'dialled'")


def _erased(db: Database) -> None:
    db.table("erased").create({"visit": str, "at": int}, pk="visit", not_null=("at",), strict=True)


STEPS: tuple[Step, ...] = (
    *(_first_tables, _papers_table, _promises, _recovered, _phones),
    *(_late_why, _appointments, _balance, _came, _callers, _snapshots, _carried_to),
    *(_of_a_calendar, _dialled, _erased),
)
"""The schema's version is how many of these a database has been through."""


def migrate(db: Database, path: Path, steps: tuple[Step, ...]) -> None:
    """Brings the database to the newest version, after a copy of an older one beside it."""
    version = _version(db)
    _must_be_known(path, version, len(steps))
    if version == len(steps):
        return
    if version > 0:
        copy_to(db, _backup_path(path, version))
    # Another process may have started the same minute: the lock decides who migrates.
    db.execute("BEGIN IMMEDIATE")
    try:
        version = _version(db)
        if version == 0 and db.table_names():
            raise Unusable(f"{path} is a database of some other program. Name another file.")
        for step in steps[version:]:
            step(db)
        db.execute(f"PRAGMA user_version = {len(steps)}")
        db.execute("COMMIT")
    except BaseException:
        roll_back(db)
        raise


def _must_be_known(path: Path, version: int, known: int) -> None:
    if version > known:
        raise Unusable(
            f"{path} was written by a newer Foyer (its version is {version}, this program knows"
            f" {known}). Start the newer program, or restore a backup from before it."
        )


def _version(db: Database) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version


def _backup_path(path: Path, version: int) -> Path:
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    return path.with_name(f"{path.stem}-version{version}-{now}{path.suffix}")


def must_be_current(path: Path) -> None:
    """Raises Unusable where there is no journal, or one of another version; makes nothing."""
    version = version_of(path)
    if version < len(STEPS):
        raise Unusable(
            f"{path} was written by an older Foyer (its version is {version}, this program writes"
            f" {len(STEPS)}). Start the store once, which brings it up to date after a copy of it."
        )
    _must_be_known(path, version, len(STEPS))


def version_of(path: Path) -> int:
    """Of the journal that is there. Raises Unusable where there is none; makes nothing."""
    if not path.is_file():
        raise Unusable(
            f"There is no journal: {path} is not there. If there should be one, name its folder"
            " with --data; the first start of the store makes one."
        )
    try:
        # To be read only: this may be the database of some other program.
        with closing(sqlite3.connect(address(path, "ro"), uri=True)) as conn:
            db = Database(conn)
            version, tables = _version(db), db.table_names()
    except UnicodeDecodeError as error:
        raise damaged(path, error) from error
    except sqlite3.Error as error:
        found = meant(error, path)
        raise found if isinstance(found, Damaged) else Unusable(str(found)) from error
    if "facts" not in tables:
        raise Unusable(f"{path} is no Foyer journal. Name the journal's folder with --data.")
    return version


def copy_to(db: Database, dest: Path) -> None:
    """A copy bears its name only once all of it is on the disk. Raises Unusable."""
    part = dest.with_name(dest.name + ".part")
    try:
        if dest.exists():
            raise FileExistsError("there is a file of that name")
        part.unlink(missing_ok=True)
        db.execute("VACUUM INTO ?", [str(part)])
        sync(part)
        part.rename(dest)
        sync(dest.parent)
    except (sqlite3.Error, NotSaved, OSError) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise Unusable(f"No backup could be written to {dest}: {error}.") from error
