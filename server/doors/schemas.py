"""What the interface takes. A wrong type or value is refused in plain words; a field Foyer does not
know is ignored, so that a newer client can talk to an older store."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import UNSET, Struct, UnsetType
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    FiniteFloat,
    model_validator,
)

from server.floor.facts import Millis, Tried, Wants, What

Id = Annotated[str, Field(min_length=1, max_length=64)]
Reason = Annotated[str, Field(max_length=300)]
Text = Annotated[str, Field(max_length=2000)]


def _in_this_age(at: datetime) -> datetime:
    """A fact is for ever: a time that no calendar can show again must never become one."""
    if not 2000 <= at.year < 3000:
        raise ValueError("must be a time of this age")
    return at


def _digits(code: str) -> str:
    plain = code.replace(" ", "").replace("-", "")
    if not (plain.isascii() and plain.isdigit() and 4 <= len(plain) <= 12):
        raise ValueError("must be 4 to 12 digits")
    return plain


Moment = Annotated[AwareDatetime, AfterValidator(_in_this_age)]
Minutes = Annotated[FiniteFloat, Field(gt=0, le=24 * 60)]


class Body(BaseModel):
    # Numbers for names: `"counter": 1` and `"counter": "1"` mean the same counter.
    model_config = ConfigDict(coerce_numbers_to_str=True, extra="ignore", defer_build=True)


class Nothing(Body):
    pass


class ReadPaperIn(Body):
    """What a reader saw of a paper; `match` is a keyed hash, never the value."""

    kind: Id
    ok: bool
    issued: date | None = None
    expires: date | None = None
    why: Reason | None = None
    match: Annotated[str, Field(max_length=128)] | None = None


class PaperRead(Body):
    read: ReadPaperIn


PaperIn = Literal["have", "missing", "unsure"] | PaperRead


class TypedIn(Body):
    """An answer that was typed, as the kiosk's agent made it: a keyed hash, never the value."""

    match: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


AnswersIn = dict[str, str | TypedIn] | None


class PapersIn(Body):
    service: Id
    answers: AnswersIn = None
    papers: dict[str, PaperIn] | None = None


class TicketIn(PapersIn):
    choose: Literal["wait", "hold", "come_back"] | None = None
    needs: Annotated[list[Id], Field(max_length=20)] | None = None
    language: Id | None = None
    channel: Id | None = None
    name: Annotated[str, Field(max_length=200)] | None = None
    phone: Annotated[str, Field(max_length=60)] | None = None
    arrived_at: Moment | None = None
    asked_for: Id | None = None
    appointment: Id | None = None


Code = Annotated[
    str,
    AfterValidator(_digits),
    Field(description="4 to 12 digits, as they are typed at the kiosk"),
]


class AppointmentIn(Body):
    service: Id
    at: Moment
    code: Code | None = None
    name: Annotated[str, Field(max_length=200)] | None = None
    phone: Annotated[str, Field(max_length=60)] | None = None
    language: Id | None = None
    needs: Annotated[list[Id], Field(max_length=20)] | None = None
    notes: Text | None = None


class MoveAppointmentIn(Body):
    at: Moment
    service: Id | None = None
    was: Moment | None = None


class CancelAppointmentIn(Body):
    reason: Reason | None = None


class CodeIn(Body):
    code: Code


class DeclareIn(Body):
    papers: Annotated[dict[str, PaperIn], Field(min_length=1, max_length=50)]


class CheckedPaper(Body):
    paper: Id
    status: Literal["seen", "rejected", "missing"]
    reason: Reason | None = None


class CheckedPapers(Body):
    items: Annotated[list[CheckedPaper], Field(min_length=1, max_length=50)]


class MoveIn(Body):
    to: Id | None
    reason: Reason | None = None


class OneOfMoves(Body):
    visit: Id
    to: Id | None
    reason: Reason | None = None


class MovesIn(Body):
    moves: Annotated[list[OneOfMoves], Field(min_length=1, max_length=100)]


class TakeIn(Body):
    staff: Id | None = None


class PutOffIn(Body):
    reason: Annotated[str, Field(min_length=1, max_length=300)]


class TransferIn(Body):
    service: Id | None = None
    counter: Id | None = None
    position: Literal["by_arrival", "first", "last"] = "by_arrival"


class HoldIn(Body):
    minutes: Minutes | None = None
    reason: Reason | None = None


class RemoveIn(Body):
    reason: Reason | None = None


class PromiseIn(Body):
    what: Text
    due: Moment


class FinishIn(Body):
    outcome: Literal["resolved", "unresolved", "escalated"]
    sale: Annotated[FiniteFloat, Field(ge=-1e9, le=1e9)] | None = None
    note: Text | None = None
    promise: PromiseIn | None = None
    ended_at: Moment | None = None

    @model_validator(mode="after")
    def _promised_by_whom_is_here(self) -> FinishIn:
        # A promise belongs to the moment its visit ended in: an undo of the end takes it along.
        if self.ended_at is not None and self.promise is not None:
            raise ValueError("a promise is made while the customer is here: leave out ended_at")
        return self


class FeedbackIn(Body):
    score: Annotated[int, Field(ge=1, le=5)]
    text: Text | None = None


class RecoveryIn(Body):
    recovery: Id


class NoteIn(Body):
    text: Annotated[str, Field(min_length=1, max_length=2000)]


class OpenIn(Body):
    staff: Id | None = None
    services: Annotated[list[Id], Field(max_length=100)] | None = None
    replace: bool = False
    """Also in the place of a colleague who is there."""


class LateIn(Body):
    reason: Reason


class TodayIn(Body):
    """One thing that is different: `closes_at`, `service` with `closed_from`, `running_late` or
    `message`."""

    closes_at: Moment | None = None
    service: Id | None = None
    closed_from: Moment | None = None
    running_late: LateIn | None = None
    message: Annotated[str, Field(min_length=1, max_length=200)] | None = None

    @model_validator(mode="after")
    def _one_thing(self) -> TodayIn:
        if (self.service is None) != (self.closed_from is None):
            raise ValueError("a service and its closed_from go together")
        said = (self.closes_at, self.service, self.running_late, self.message)
        if sum(one is not None for one in said) != 1:
            raise ValueError("say one thing: closes_at, service, running_late or message")
        return self

    @property
    def what(self) -> What:
        if self.closes_at is not None:
            return "closes_at"
        if self.service is not None:
            return "service"
        return "message" if self.running_late is None else "running_late"


class CloseIn(Body):
    minutes: Minutes | None = None
    reason: Reason | None = None


class CallIn(Body):
    visit: Id
    reason: Reason | None = None


class HelpIn(Body):
    kiosk: Id | None = None
    step: Id | None = None
    language: Id | None = None
    visit: Id | None = None


class ColleagueIn(Body):
    wants: Wants
    tried: Annotated[list[Tried], Field(max_length=10)] = []
    note: Text | None = None


class PinIn(Body):
    staff: Id
    pin: Annotated[str, Field(min_length=1, max_length=64)]


class LanguageQuery(Body):
    language: str | None = None


class ExplainQuery(Body):
    explain: bool = False


class VisitsQuery(Body):
    state: Literal["waiting", "held", "called", "serving", "ended"] | None = None
    counter: str | None = None
    since: str | None = None
    cursor: str | None = None
    limit: Annotated[int, Field(ge=1, le=500)] = 100


class PromisesQuery(Body):
    state: Literal["open", "kept", "late"] | None = None
    cursor: str | None = None
    limit: Annotated[int, Field(ge=1, le=500)] = 100


def millis(at: datetime) -> Millis:
    return int(at.timestamp() * 1000)


class FieldErrorView(Struct, kw_only=True):
    where: str
    problem: str


class ProblemView(Struct, kw_only=True):
    type: str
    title: str
    status: int
    detail: str
    code: str
    state: str | UnsetType = UNSET
    allowed_actions: list[str] | UnsetType = UNSET
    errors: list[FieldErrorView] | UnsetType = UNSET
