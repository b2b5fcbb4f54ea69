"""Entries as a store would write them, for journals to keep."""

from __future__ import annotations

from msgspec.structs import replace

from server.floor import facts as f
from server.floor.day import Day
from server.floor.facts import Fact, Millis, Recorded
from server.journal.contract import Answer, Entry, Journal, Key, Rows, Stream
from server.journal.projection import changed_rows

NINE: Millis = 1_763_715_600_000
MAIN = Stream("main", "2025-11-21")
QUOTE = f.Quote(300, 420, 900, 0.9, NINE + 900_000, "typical", NINE)

BOOKED = f.Appointment("a1", "4711", "replacement", NINE + 1_800_000, ("step_free",), "ar")

LEG = f.LegSoFar(1, "recovery", NINE, NINE, 1)

ONE_OF_EACH: tuple[Fact, ...] = (
    f.CounterOpened("1", "mai", ("replacement",)),
    f.VisitArrived(
        *("rosa", "replacement", NINE, "kiosk", "ar", ("step_free",), {"disk": "own"}),
        *("mai", "a1", NINE),
    ),
    f.PapersDeclared("rosa", "fetch", (f.PaperItem("receipt", "missing", "at home"),)),
    f.TicketIssued("rosa", "R001", 1, "1", NINE - 60_000),
    f.WaitQuoted("rosa", QUOTE),
    f.QuoteAtRisk("rosa", NINE + 1_000_000, "many_people"),
    f.VisitHeld("rosa", NINE + 600_000, "fetching", True),
    f.VisitReturned("rosa", "1"),
    f.VisitMoved("rosa", None, "shorter"),
    f.PapersChecked("rosa", "ready", (f.PaperItem("receipt", "seen"),), "theo"),
    f.VisitCalled("rosa", "1", "mai"),
    f.VisitRecalled("rosa"),
    f.ServiceStarted("rosa", True),
    f.VisitTransferred("rosa", "recovery", None, NINE),
    f.ActionUndone("rosa", "transfer"),
    f.RecoveryOffered("rosa", "water", "theo"),
    f.RecoveryOffered("rosa", "coffee", "theo"),
    f.RecoveryTakenBack("rosa", "coffee", "theo"),
    f.NoteLeft("rosa", "mai"),
    f.PromiseMade("p1", "rosa", NINE + 86_400_000, "mai"),
    f.PromiseKept("p1", "ken"),
    f.PromiseReopened("p1"),
    f.VisitEnded("rosa", "served", None, "resolved", 89.9),
    f.FeedbackGiven("rosa", 5),
    f.HelpAsked("h1", "kiosk-1", "papers", "de", None),
    f.HelpAnswered("h1", "theo"),
    f.BreakStarted("1", NINE + 900_000, "lunch"),
    f.BreakPutLater("mai", NINE, NINE + 1_800_000, "theo"),
    f.BreakPutBack("mai", NINE, "theo"),
    f.CounterServes("1", ("replacement", "recovery")),
    f.ExceptionMade(f.DayException("e1", "closes_at", NINE, "mai", NINE + 3_600_000)),
    f.ExceptionTakenBack("e1"),
    f.CounterClosed("1", "end_of_day"),
    f.SuggestionOffered(
        f.Suggestion(
            "s1", "move", (f.Touched("v1", "1", "2", f.Wait(60, 90, 120), f.Wait(0, 30, 60)),)
        )
    ),
    f.SuggestionToldAnew(f.Suggestion("s1", "move", waiting=3)),
    f.SuggestionTaken("s1", "mai"),
    f.SuggestionTakenBack("s1", "mai"),
    f.SuggestionOffered(f.Suggestion("s2", "borrow", counter="3", staff="theo", minutes=20)),
    f.SuggestionPutOff("s2", "nobody is free", "mai"),
    f.SuggestionOffered(
        f.Suggestion("s3", "break", staff="ken", minutes=30, planned_at=NINE, put_at=NINE + 900_000)
    ),
    f.SuggestionWithdrawn("s3"),
    f.AppointmentMade(BOOKED),
    f.AppointmentMoved(replace(BOOKED, at=NINE + 3_600_000, revision="b1")),
    f.AppointmentCancelled(replace(BOOKED, state="cancelled")),
    f.AppointmentExpected(f.Appointment("a2", "4712", "advice", NINE)),
    f.AppointmentCheckedIn(replace(BOOKED, state="checked_in", visit="rosa"), "in_time"),
    f.DayClosed(),
    f.DayReopened(),
    f.ClockPutRight(60_000),
    f.VisitCarriedOver("rosa", "2025-11-22"),
    f.VisitBroughtOver(
        "ida",
        f.VisitSoFar(
            *("ida", "ar", "kiosk", NINE, "waiting"),
            (f.LegSoFar(1, "recovery", NINE, NINE - 60_000, -4, "2", quote=QUOTE),),
            ("step_free",),
            ticket="D009",
            number=9,
            came_on="2025-11-20",
        ),
        f.UndoSoFar(
            "move",
            NINE,
            f.VisitSoFar(
                "ida", "ar", "kiosk", NINE, "waiting", (f.LegSoFar(1, "recovery", 1, 1, 1),)
            ),
        ),
        f.PromiseSoFar("p0", "ida", NINE + 86_400_000, NINE, "mai"),
    ),
    f.CounterBroughtOver("2", f.CounterSoFar("2", "break", "theo", ("recovery",), NINE)),
    f.HelpBroughtOver(f.HelpAsked("h0", counter="2", staff="theo"), NINE),
)


def ticket(visit: str, number: int = 1, at: Millis = NINE) -> tuple[Fact, ...]:
    return (
        f.VisitArrived(visit, "replacement", at),
        f.TicketIssued(visit, f"R{number:03}", number, None, at),
        f.WaitQuoted(visit, QUOTE),
    )


def key(name: str, request: str = "the same") -> Key:
    return Key(name, request.encode())


class Morning:
    """A writer with the Day in mind. `stage` prepares an entry, `save` appends what is staged."""

    def __init__(self, journal: Journal, stream: Stream = MAIN, by: str = "kiosk-1") -> None:
        self.journal = journal
        self.stream = stream
        self.by = by
        self.day = Day(*stream)
        for recorded in journal.read(stream):
            self.day.apply(recorded)
        self.saved_seq = self.day.seq
        self._entries: list[Entry] = []
        self._changed: list[Fact] = []

    def stage(
        self,
        *facts: Fact,
        key: Key | None = None,
        body: bytes = b"done",
        guests: tuple[tuple[str, str, str], ...] = (),
        at: Millis = NINE,
    ) -> Entry:
        recorded = []
        for fact in facts:
            recorded.append(Recorded(self.day.seq + 1, at, self.by, fact))  # type: ignore[arg-type]
            self.day.apply(recorded[-1])
            self._changed.append(fact)
        answer = Answer(201, body) if key else None
        entry = Entry(at=at, facts=tuple(recorded), key=key, answer=answer, guests=guests)
        self._entries.append(entry)
        return entry

    @property
    def rows(self) -> Rows:
        rows = Rows()
        for changed in changed_rows(self.day, self._changed).values():
            rows.add(changed)
        return rows

    def save(self) -> None:
        self.journal.append(self.stream, self.saved_seq, self._entries, self.rows)
        self.saved_seq = self.day.seq
        self._entries, self._changed = [], []

    def write(self, *facts: Fact, **more: object) -> None:
        self.stage(*facts, **more)  # type: ignore[arg-type]
        self.save()
