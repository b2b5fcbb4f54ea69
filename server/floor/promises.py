"""What was promised for after the visit, and calls for a person: asked, answered, kept."""

from __future__ import annotations

from server.floor import commands as c
from server.floor import counters
from server.floor import facts as f
from server.floor.refusals import Refusal
from server.floor.visits import Decision, Floor


def keep_promise(floor: Floor, command: c.KeepPromise) -> Decision:
    if not _known(floor, command.promise, command.earlier):
        return Refusal("unknown_promise", {"promise": command.promise})
    if _is_kept(floor, command.promise, command.earlier):
        return Refusal("promise_already_kept", {"promise": command.promise})
    return (f.PromiseKept(command.promise, command.staff),)


def reopen_promise(floor: Floor, command: c.ReopenPromise) -> Decision:
    if not _known(floor, command.promise, command.earlier):
        return Refusal("unknown_promise", {"promise": command.promise})
    kept = floor.day.kept.get(command.promise)
    undo_ms = floor.plan.times.undo_s * 1000
    if kept is None and not _is_kept(floor, command.promise, command.earlier):
        return ()
    if kept is None or floor.now > kept.at + undo_ms:
        return Refusal("promise_stays_kept", {"promise": command.promise})
    return (f.PromiseReopened(command.promise),)


def _known(floor: Floor, promise: str, earlier: c.EarlierPromise | None) -> bool:
    if promise in floor.day.promises:
        return True
    # One of today that the Day does not have went with the finish it was made in.
    return earlier is not None and earlier.date < floor.day.date


def _is_kept(floor: Floor, promise: str, earlier: c.EarlierPromise | None) -> bool:
    if promise in floor.day.kept:
        return floor.day.kept[promise] is not None
    return earlier is not None and earlier.kept


def ask_help(floor: Floor, command: c.AskHelp) -> Decision:
    if command.visit is not None and command.visit not in floor.day.visits:
        return Refusal("unknown_visit", {"visit": command.visit})
    return (
        f.HelpAsked(command.help, command.kiosk, command.step, command.language, command.visit),
    )


def ask_colleague(floor: Floor, command: c.AskColleague) -> Decision:
    """No facts: the same call is still unanswered."""
    counter = counters.find(floor, command.counter)
    if isinstance(counter, Refusal):
        return counter
    asked = (counter.id, command.wants)
    if asked in ((help_.counter, help_.wants) for help_ in floor.day.help.values()):
        return ()
    visit = floor.day.visits[counter.visit] if counter.visit else None
    return (
        f.HelpAsked(
            command.help,
            language=visit.language if visit else None,
            visit=visit.id if visit else None,
            counter=counter.id,
            staff=command.staff or counter.staff,
            wants=command.wants,
            tried=command.tried,
        ),
    )


def answer_help(floor: Floor, command: c.AnswerHelp) -> Decision:
    if command.help not in floor.day.help:
        return Refusal("unknown_help", {"help": command.help})
    return (f.HelpAnswered(command.help, command.staff),)
