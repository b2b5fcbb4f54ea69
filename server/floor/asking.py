"""Calls for a person: by a customer at the kiosk, by a colleague at a counter; and their answer."""

from __future__ import annotations

from server.floor import commands as c
from server.floor import counters, reasons
from server.floor import facts as f
from server.floor.refusals import Refusal
from server.floor.visits import Decision, Floor


def ask_help(floor: Floor, command: c.AskHelp) -> Decision:
    if command.visit is not None and command.visit not in floor.day.visits:
        return Refusal("unknown_visit", {"visit": command.visit})
    step = reasons.listed(command.step, reasons.STEPS)
    language = command.language if command.language in floor.plan.languages else None
    return (f.HelpAsked(command.help, command.kiosk, step, language, command.visit),)


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
