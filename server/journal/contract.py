"""What a journal promises, whatever keeps it. `tests/journal` holds every engine to it.

A stream's facts are numbered 1, 2, 3…; two writers can never both write the same number. What
`append` was given is on the disk, all of it, when it returns, or none of it ever will be.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct

from server.floor.facts import Millis, Recorded

Row = dict[str, Any]


class Stream(NamedTuple):
    """One store's business day."""

    store: str
    date: str


class Key(NamedTuple):
    """A client's Idempotency-Key, the sha256 of method, path and body it came with, and who
    `caller` is: two callers may use the same key for two things."""

    key: str
    digest: bytes
    caller: str = ""


class Answer(Struct, frozen=True):
    """The first answer to a key; a retry gets the very same."""

    status: int
    body: bytes


class Entry(Struct, frozen=True, kw_only=True):
    """What one command leaves: facts (none when it was refused), its answer, and what is
    personal as (visit, field, value)."""

    at: Millis
    facts: tuple[Recorded, ...] = ()
    key: Key | None = None
    answer: Answer | None = None
    guests: tuple[tuple[str, str, str], ...] = ()


class Rows(Struct):
    """The visits, legs, papers, promises and appointments that entries changed, and which promises
    of any day were `kept`, as `projection.py` makes them. An appointment has a row for each day
    that touched it, as that day left it: the last is how it stands."""

    visits: list[Row] = []
    legs: list[Row] = []
    papers: list[Row] = []
    promises: list[Row] = []
    kept: list[Row] = []
    appointments: list[Row] = []

    def add(self, more: Rows) -> None:
        self.visits += more.visits
        self.legs += more.legs
        self.papers += more.papers
        self.promises += more.promises
        self.kept += more.kept
        self.appointments += more.appointments


class Token(Struct, frozen=True):
    """What a bearer token opens. The token itself is never kept, only its digest."""

    scope: str
    name: str
    made_at: Millis
    digest: bytes = b""
    last_seen: Millis | None = None
    """Within a minute or so; None while nobody has shown it."""


class Session(Struct, frozen=True):
    """A browser that is signed in by a token's link, and who has signed in on it since. Kept under
    the digest of what its cookie says."""

    token: bytes
    """The digest of the link's token."""
    staff: str | None
    pin: bytes | None
    """A fingerprint of the PIN that `staff` signed in with."""
    last_seen: Millis


class Forgotten(NamedTuple):
    """How many visits were forgotten, and behind which one to go on; None: that was the last."""

    visits: int
    after: str | None


class Snapshot(Struct, frozen=True):
    """What came of a stream's facts up to `seq`, as bytes: a Day, or what was learned. `version`
    says which program made it. It can be thrown away at any time."""

    what: str
    stream: Stream
    seq: int
    version: bytes
    body: bytes


class Place(NamedTuple):
    """Where a page of visits ended: the next one starts after it."""

    arrived_at: Millis
    visit: str


class Due(NamedTuple):
    """Where a page of promises ended: the next one starts after it."""

    due: Millis
    promise: str


class Booked(NamedTuple):
    """Where a page of appointments ended: the next one starts after it."""

    at: Millis
    appointment: str


PHONE, DIALLED = "phone", "dialled"
"""A guest's phone number as it was typed, and as numbers are compared: see `server/dialling.py`."""


class Conflict(Exception):
    """`after_seq` is not the stream's last any more. Nothing was written."""


class KeyTaken(Exception):
    """An entry's key has been answered before. Nothing was written."""


class NotSaved(Exception):
    """The disk is full, the database is locked… Nothing was written. `why` is one word of it."""

    def __init__(self, sentence: str, why: str = "failing") -> None:
        super().__init__(sentence)
        self.why = why


class Unusable(Exception):
    """The journal cannot be opened; the sentence says why and what would help."""


class Damaged(Unusable):
    """What the journal holds cannot be read: only a backup helps, and the sentence says so."""

    why = "damaged"


class Journal(ABC):
    @abstractmethod
    def append(self, stream: Stream, after_seq: int, entries: Sequence[Entry], rows: Rows) -> None:
        """Writes all of it durably, or raises Conflict, KeyTaken or NotSaved and writes nothing.

        Entries without facts still demand that `after_seq` is the last: what they answer was
        decided on it. One call at a time.
        """

    @abstractmethod
    def prove(self) -> None:
        """Writes something durably that changes no answer, or raises NotSaved or Damaged like
        `append`, and on the same thread."""

    @abstractmethod
    def last_seq(self, stream: Stream) -> int: ...

    @abstractmethod
    def read(self, stream: Stream, after_seq: int = 0) -> Iterator[Recorded]: ...

    @abstractmethod
    def keep_snapshots(self, snapshots: Sequence[Snapshot]) -> None:
        """Each in the place of the one that its store had of the same name. All of them, or raises
        NotSaved. Never while `append` runs."""

    @abstractmethod
    def snapshot(self, store: str, what: str) -> Snapshot | None:
        """The last one kept, unless its facts are not in this journal."""

    @abstractmethod
    def streams(self, store: str) -> list[Stream]:
        """Oldest first."""

    @abstractmethod
    def answered(self, store: str, key: str, caller: str = "") -> tuple[bytes, Answer] | None:
        """The digest this caller's key came with, and its first answer. One that was kept without
        a caller, by an older Foyer, is anybody's, for the days that answers are kept."""

    @abstractmethod
    def forget_answers(self, before: Millis) -> None: ...

    @abstractmethod
    def guest(self, visit: str) -> dict[str, str]: ...

    @abstractmethod
    def redial(self, dialled: Callable[[str], str]) -> None:
        """Keeps beside every phone number what `dialled` makes of it now, told when the number was.
        Where `append` runs: one call at a time. Raises NotSaved."""

    @abstractmethod
    def erase(self, visit: str) -> bool:
        """Forgets everything personal of a visit and of the appointment it came with, by the id of
        either; False when there was nothing. One call at a time, and none beside `append`: so for
        `forget` and `wipe`. Raises NotSaved."""

    @abstractmethod
    def erased(self, visit: str) -> bool:
        """Whether `erase` was asked for this visit, by its own id or by its appointment's. Known
        until `forget` comes to the time of its arrival."""

    @abstractmethod
    def forget(self, store: str, before: Millis, after: str = "", limit: int = 500) -> Forgotten:
        """Looks at the next `limit` visits behind the one named `after`, and forgets everything
        personal of those that were told nothing since `before`. It stays while the visit is on the
        floor, while its appointment is still to come or was later than `before`, and so with a
        promise that is not kept. Raises NotSaved."""

    @abstractmethod
    def wipe(self) -> bool:
        """Takes what was erased out of every file it was in. One short attempt: False while
        somebody else reads an older moment of the journal. Raises NotSaved."""

    def open_elsewhere(self) -> list[str]:
        """Other programs that have its files open, by name; empty where nobody can tell."""
        return []

    @abstractmethod
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
        """In order of arrival; `since` is of the arrival, `cursor` the last row already had."""

    @abstractmethod
    def visit(self, store: str, visit: str) -> Row | None: ...

    @abstractmethod
    def earlier(self, store: str, visit: str, limit: int = 3) -> list[Row]:
        """The visits before this one of whoever gave the same phone number, going by
        how it is dialled, the newest first."""

    @abstractmethod
    def legs(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        """Those that entered their line in the half-open span, in that order."""

    @abstractmethod
    def papers(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        """Those of visits with a leg that entered its line in the half-open span, in order of
        visit and paper."""

    @abstractmethod
    def rejections(self, store: str, since: Millis) -> list[Row]:
        """How often (`n`) each `paper` was rejected for which `reason`, the most frequent first.
        Where people wrote another reason: in their words, while the guest has them."""

    @abstractmethod
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
        """Of all days, the soonest due first; due within the half-open `since` to `before`."""

    @abstractmethod
    def promise(self, store: str, promise: str) -> Row | None: ...

    @abstractmethod
    def promises_made(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        """Those made in the half-open span, in that order."""

    @abstractmethod
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
        """As they stand, whatever became of them, in order of their time; `at` is within the
        half-open `since` to `before`."""

    @abstractmethod
    def appointment(self, store: str, appointment: str) -> Row | None:
        """As it stands."""

    @abstractmethod
    def booked(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        """Those whose time is in the half-open span, as they stand and in order of it, each with
        what its visit came to: `visit_arrived_at`; of its first leg `called_at`, `counter` and
        `staff`; and `ended_as`. All of these None where none was checked in."""

    @abstractmethod
    def suggestions(self, store: str, from_ms: Millis, to_ms: Millis) -> list[Row]:
        """Those offered in the half-open span, in that order, as `suggestion_rows` makes them."""

    @abstractmethod
    def rows(self, stream: Stream) -> Rows:
        """All that a stream makes, in order of visit and leg or paper, of promise, of appointment.
        The rows of a visit that was carried over are made by the stream that went on with it."""

    @abstractmethod
    def replace_rows(self, stream: Stream, after_seq: int, rows: Rows) -> None:
        """All of the stream's, as they are after that fact. Raises Conflict like `append`."""

    @abstractmethod
    def store_key(self) -> bytes:
        """32 random bytes, made once: what visits' secrets and sessions are derived from."""

    @abstractmethod
    def note(self, name: str, value: bytes) -> None:
        """Keeps a small thing that is no fact, durably, instead of what had that name. Not while
        another thread appends. Raises NotSaved."""

    @abstractmethod
    def noted(self, name: str) -> bytes | None: ...

    @abstractmethod
    def add_token(self, digest: bytes, scope: str, name: str, at: Millis) -> None: ...

    @abstractmethod
    def token(self, digest: bytes) -> Token | None: ...

    @abstractmethod
    def tokens(self) -> list[Token]: ...

    @abstractmethod
    def revoke_tokens(self, name: str) -> int:
        """How many of that name there were. Their sessions end with them."""

    @abstractmethod
    def take_back(self, digest: bytes) -> bool:
        """Forgets one token and its sessions; False when there was none."""

    @abstractmethod
    def session(self, id_digest: bytes) -> Session | None: ...

    @abstractmethod
    def put_session(
        self, id_digest: bytes, session: Session, instead_of: bytes | None = None
    ) -> None:
        """Keeps a session, and forgets the one it takes the place of. Where `append` runs: one
        call at a time. Raises NotSaved."""

    @abstractmethod
    def saw(
        self, at: Millis, tokens: Iterable[bytes], sessions: Iterable[bytes], forget_before: Millis
    ) -> None:
        """These were shown at `at`. Sessions last seen before `forget_before` are forgotten.
        Where `append` runs: one call at a time. Raises NotSaved."""

    @abstractmethod
    def backup(self, dest: Path) -> None:
        """A complete copy, of one moment, while the store goes on."""

    @abstractmethod
    def close(self) -> None: ...
