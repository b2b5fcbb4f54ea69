"""A journal that lives as long as its process: for tests, and for thinking about the contract."""

from __future__ import annotations

import secrets
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from server.floor.facts import Millis, Recorded
from server.floor.reasons import OTHER
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
    Place,
    Row,
    Rows,
    Session,
    Snapshot,
    Stream,
    Token,
)
from server.journal.projection import suggestion_rows

NOT_KEPT: Row = {"kept_on": None, "kept_at": None, "kept_by": None}


class MemoryJournal(Journal):
    def __init__(self) -> None:
        self._facts: dict[Stream, list[Recorded]] = {}
        self._answers: dict[tuple[str, str, str], tuple[bytes, Answer, Millis]] = {}
        self._guests: dict[str, dict[str, str]] = {}
        self._told_at: dict[str, Millis] = {}
        self._erased: dict[str, Millis] = {}
        self._visits: dict[tuple[str, str], Row] = {}
        self._legs: dict[tuple[str, str, int], Row] = {}
        self._papers: dict[tuple[str, str, str], Row] = {}
        self._promises: dict[tuple[str, str], Row] = {}
        self._appointments: dict[tuple[str, str, str], Row] = {}
        self._snapshots: dict[tuple[str, str], Snapshot] = {}
        self._tokens: dict[bytes, Token] = {}
        self._sessions: dict[bytes, Session] = {}
        self._notes: dict[str, bytes] = {}
        self._store_key = secrets.token_bytes(32)

    def append(self, stream: Stream, after_seq: int, entries: Sequence[Entry], rows: Rows) -> None:
        self._refuse(stream, after_seq, entries)
        for entry in entries:
            if entry.facts:
                self._facts.setdefault(stream, []).extend(entry.facts)
            if entry.key and entry.answer:
                answered = (entry.key.digest, entry.answer, entry.at)
                self._answers[stream.store, entry.key.caller, entry.key.key] = answered
            for visit, field, value in entry.guests:
                self._guests.setdefault(visit, {})[field] = value
                self._told_at[visit] = max(self._told_at.get(visit, 0), entry.at)
        self._keep(rows)

    def _refuse(self, stream: Stream, after_seq: int, entries: Sequence[Entry]) -> None:
        if self.last_seq(stream) != after_seq:
            raise Conflict(f"{stream.date} is at {self.last_seq(stream)}, not {after_seq}")
        keys = [(entry.key.caller, entry.key.key) for entry in entries if entry.key]
        taken = [key for key in keys if (stream.store, *key) in self._answers]
        if taken or len(set(keys)) < len(keys):
            raise KeyTaken(", ".join(key for _, key in taken or keys))
        facts = [recorded for entry in entries for recorded in entry.facts]
        if [r.seq for r in facts] != list(range(after_seq + 1, after_seq + 1 + len(facts))):
            raise ValueError("facts must be numbered on from after_seq")

    def _keep(self, rows: Rows) -> None:
        for row in rows.visits:
            self._visits[row["store"], row["visit"]] = dict(row)
            leg = row["legs"] + 1
            while self._legs.pop((row["store"], row["visit"], leg), None):
                leg += 1
        for row in rows.legs:
            self._legs[row["store"], row["visit"], row["leg"]] = dict(row)
        for row in rows.papers:
            self._papers[row["store"], row["visit"], row["paper"]] = dict(row)
        for row in rows.appointments:
            self._appointments[row["store"], row["appointment"], row["date"]] = dict(row)
        self._keep_promises(rows)

    def _keep_promises(self, rows: Rows) -> None:
        ended = {(row["store"], row["visit"]): row["ended_at"] for row in rows.visits}
        for place, row in list(self._promises.items()):
            visit = row["store"], row["visit"]
            if visit in ended and row["made_at"] != ended[visit]:
                del self._promises[place]
        for row in rows.promises:
            earlier = self._promises.get((row["store"], row["promise"]), NOT_KEPT)
            kept = {name: earlier[name] for name in NOT_KEPT}
            self._promises[row["store"], row["promise"]] = {**row, **kept}
        for row in rows.kept:
            if promise := self._promises.get((row["store"], row["promise"])):
                promise.update(row)

    def prove(self) -> None:
        pass

    def last_seq(self, stream: Stream) -> int:
        return len(self._facts.get(stream, ()))

    def read(self, stream: Stream, after_seq: int = 0) -> Iterator[Recorded]:
        yield from self._facts.get(stream, [])[after_seq:]

    def keep_snapshots(self, snapshots: Sequence[Snapshot]) -> None:
        self._snapshots |= {(one.stream.store, one.what): one for one in snapshots}

    def snapshot(self, store: str, what: str) -> Snapshot | None:
        found = self._snapshots.get((store, what))
        return found if found and 0 < found.seq <= self.last_seq(found.stream) else None

    def streams(self, store: str) -> list[Stream]:
        return sorted(stream for stream in self._facts if stream.store == store)

    def answered(self, store: str, key: str, caller: str = "") -> tuple[bytes, Answer] | None:
        found = self._answers.get((store, caller, key)) or self._answers.get((store, "", key))
        return found[:2] if found else None

    def forget_answers(self, before: Millis) -> None:
        self._answers = {k: kept for k, kept in self._answers.items() if kept[2] >= before}

    def guest(self, visit: str) -> dict[str, str]:
        return dict(self._guests.get(visit, {}))

    def redial(self, dialled: Callable[[str], str]) -> None:
        for told in self._guests.values():
            if PHONE in told:
                told[DIALLED] = dialled(told[PHONE])

    def erase(self, visit: str) -> bool:
        rows = list(self._appointments.values())
        came_with = {r["appointment"] for r in rows if visit in (r["appointment"], r["visit"])}
        became = {r["visit"] for r in rows if r["appointment"] in came_with}
        self._erased |= {
            row["visit"]: row["arrived_at"]
            for row in self._visits.values()
            if row["visit"] in {visit} | became
        }
        return any(
            [self._guests.pop(one, None) is not None for one in {visit} | came_with | became]
        )

    def erased(self, visit: str) -> bool:
        return visit in self._erased

    def forget(self, store: str, before: Millis, after: str = "", limit: int = 500) -> Forgotten:
        portion = sorted(visit for visit in self._guests if visit > after)[:limit]
        old = [visit for visit in portion if not self._needed(store, visit, before)]
        for visit in old:
            del self._guests[visit], self._told_at[visit]
        self._erased = {one: at for one, at in self._erased.items() if at >= before}
        return Forgotten(len(old), portion[-1] if len(portion) == limit else None)

    def _needed(self, store: str, visit: str, before: Millis) -> bool:
        here, booked = self._visits.get((store, visit)), self.appointment(store, visit)
        return (
            self._told_at[visit] >= before
            or (here is not None and here["state"] != "ended")
            or (booked is not None and booked["state"] == "booked" and booked["at"] >= before)
            or any(
                row["visit"] == visit and row["kept_at"] is None and row["due"] >= before
                for row in self._promises.values()
            )
        )

    def wipe(self) -> bool:
        return True

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
        wanted = [
            row
            for row in self._visits.values()
            if row["store"] == store
            and state in (None, row["state"])
            and counter in (None, row["counter"])
            and (since is None or row["arrived_at"] >= since)
            and (cursor is None or Place(row["arrived_at"], row["visit"]) > cursor)
        ]
        wanted.sort(key=lambda row: (row["arrived_at"], row["visit"]))
        return [dict(row) for row in wanted[:limit]]

    def visit(self, store: str, visit: str) -> Row | None:
        row = self._visits.get((store, visit))
        return dict(row) if row else None

    def earlier(self, store: str, visit: str, limit: int = 3) -> list[Row]:
        this = self._visits.get((store, visit))
        number = self._guests.get(visit, {}).get(DIALLED)
        if this is None or not number:
            return []
        found = [
            row
            for row in self.visits(store, limit=sys.maxsize)
            if (row["arrived_at"], row["visit"]) < (this["arrived_at"], visit)
            and self._guests.get(row["visit"], {}).get(DIALLED) == number
        ]
        return found[::-1][:limit]

    def legs(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        wanted = [
            dict(row)
            for row in self._legs.values()
            if row["store"] == store and from_ms <= row["arrived_at"] < to_ms
        ]
        return sorted(wanted, key=lambda row: (row["arrived_at"], row["visit"], row["leg"]))

    def papers(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        visits = {leg["visit"] for leg in self.legs(store, from_ms, to_ms)}
        return [
            dict(row)
            for key, row in sorted(self._papers.items())
            if key[0] == store and key[1] in visits
        ]

    def rejections(self, store: str, since: Millis) -> list[Row]:
        counted = Counter(
            (row["paper"], self._in_words(row))
            for row in self._papers.values()
            if row["store"] == store and (row["rejected_at"] or 0) >= max(since, 1)
        )
        most = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
        return [{"paper": paper, "reason": reason, "n": n} for (paper, reason), n in most]

    def _in_words(self, row: Row) -> str:
        told = self._guests.get(row["visit"], {}) if row["rejected_for"] == OTHER else {}
        return told.get(f"reason:paper:{row['paper']}", str(row["rejected_for"]))

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
        wanted = [
            row
            for row in self._promises.values()
            if row["store"] == store
            and kept in (None, row["kept_at"] is not None)
            and (since is None or row["due"] >= since)
            and (before is None or row["due"] < before)
            and (cursor is None or Due(row["due"], row["promise"]) > cursor)
        ]
        wanted.sort(key=lambda row: (row["due"], row["promise"]))
        return [dict(row) for row in wanted[:limit]]

    def promise(self, store: str, promise: str) -> Row | None:
        row = self._promises.get((store, promise))
        return dict(row) if row else None

    def promises_made(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        wanted = [
            dict(row)
            for row in self._promises.values()
            if row["store"] == store and from_ms <= row["made_at"] < to_ms
        ]
        return sorted(wanted, key=lambda row: (row["made_at"], row["promise"]))

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
        # The last day's row of each comes last.
        stand = {k[1]: row for k, row in sorted(self._appointments.items()) if k[0] == store}
        wanted = [
            dict(row)
            for row in stand.values()
            if (since is None or row["at"] >= since)
            and (before is None or row["at"] < before)
            and code in (None, row["code"])
            and (cursor is None or Booked(row["at"], row["appointment"]) > cursor)
        ]
        wanted.sort(key=lambda row: (row["at"], row["appointment"]))
        return wanted[:limit]

    def appointment(self, store: str, appointment: str) -> Row | None:
        found = self.appointments(store, limit=sys.maxsize)
        return next((row for row in found if row["appointment"] == appointment), None)

    def booked(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        found = self.appointments(store, since=from_ms, before=to_ms, limit=sys.maxsize)
        return [{**row, **self._came_to(row)} for row in found]

    def _came_to(self, row: Row) -> Row:
        here = row["state"] == "checked_in"
        visit = self._visits.get((row["store"], row["visit"] or "")) if here else None
        leg = self._legs.get((row["store"], row["visit"] or "", 1)) if here else None
        of_leg = ("visit_arrived_at", "called_at", "counter", "staff")
        told = {column: leg[column] if leg else None for column in of_leg}
        return {**told, "ended_as": visit["ended_as"] if visit else None}

    def suggestions(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        streams = (stream for stream in self.streams(store))
        facts = ((stream.date, one) for stream in streams for one in self._facts[stream])
        return [r for r in suggestion_rows(facts) if from_ms <= r["arrived_at"] < to_ms]

    def rows(self, stream: Stream) -> Rows:
        def of(table: dict[Any, Row]) -> list[Row]:
            kept = [row for _, row in sorted(table.items())]
            return [dict(r) for r in kept if (r["store"], _made_by(r)) == stream]

        made = [
            {name: row[name] for name in row if name not in NOT_KEPT} for row in of(self._promises)
        ]
        kept = [
            {name: row[name] for name in ("store", "promise", *NOT_KEPT)}
            for _, row in sorted(self._promises.items())
            if Stream(row["store"], row["kept_on"]) == stream
        ]
        return Rows(
            *(of(self._visits), of(self._legs), of(self._papers)),
            *(made, kept),
            of(self._appointments),
        )

    def replace_rows(self, stream: Stream, after_seq: int, rows: Rows) -> None:
        self._refuse(stream, after_seq, ())
        old = self.rows(stream)
        for row in old.visits:
            del self._visits[row["store"], row["visit"]]
        for row in old.legs:
            del self._legs[row["store"], row["visit"], row["leg"]]
        for row in old.papers:
            del self._papers[row["store"], row["visit"], row["paper"]]
        for row in old.appointments:
            del self._appointments[row["store"], row["appointment"], row["date"]]
        for row in old.kept:
            self._promises[row["store"], row["promise"]].update(NOT_KEPT)
        right = {row["promise"] for row in rows.promises}
        for row in old.promises:
            if row["promise"] not in right:
                del self._promises[row["store"], row["promise"]]
        self._keep(rows)

    def store_key(self) -> bytes:
        return self._store_key

    def note(self, name: str, value: bytes) -> None:
        self._notes[name] = value

    def noted(self, name: str) -> bytes | None:
        return self._notes.get(name)

    def add_token(self, digest: bytes, scope: str, name: str, at: Millis) -> None:
        self._tokens[digest] = Token(scope, name, at, digest)

    def token(self, digest: bytes) -> Token | None:
        return self._tokens.get(digest)

    def tokens(self) -> list[Token]:
        return sorted(self._tokens.values(), key=lambda token: (token.made_at, token.name))

    def revoke_tokens(self, name: str) -> int:
        named = [digest for digest, token in self._tokens.items() if token.name == name]
        return sum(self.take_back(digest) for digest in named)

    def take_back(self, digest: bytes) -> bool:
        self._sessions = {d: one for d, one in self._sessions.items() if one.token != digest}
        return self._tokens.pop(digest, None) is not None

    def session(self, id_digest: bytes) -> Session | None:
        return self._sessions.get(id_digest)

    def put_session(
        self, id_digest: bytes, session: Session, instead_of: bytes | None = None
    ) -> None:
        self._sessions[id_digest] = session
        if instead_of is not None:
            self._sessions.pop(instead_of, None)

    def saw(
        self, at: Millis, tokens: Iterable[bytes], sessions: Iterable[bytes], forget_before: Millis
    ) -> None:
        for digest in self._tokens.keys() & set(tokens):
            self._tokens[digest] = replace(self._tokens[digest], last_seen=at)
        for digest in self._sessions.keys() & set(sessions):
            self._sessions[digest] = replace(self._sessions[digest], last_seen=at)
        self._sessions = {d: s for d, s in self._sessions.items() if s.last_seen >= forget_before}

    def backup(self, dest: Path) -> None:
        raise NotImplementedError("what lives in memory cannot be backed up")

    def close(self) -> None:
        pass


def _made_by(row: Row) -> str:
    """The day that makes a row: the one a visit was carried over to, or its own."""
    day: str = row.get("carried_to") or row["date"]
    return day
