"""What was promised for after the visit, and calls for a person: asked, answered, kept."""

from __future__ import annotations

from server.floor import commands as c
from server.floor import facts as f
from server.floor.refusals import Refusal
from server.floor.visits import Decision, Floor


def keep_promise(floor: Floor, command: c.KeepPromise) -> Decision:
    if command.promise not in floor.day.promises:
        return Refusal("unknown_promise", {"promise": command.promise})
    return (f.PromiseKept(command.promise),)


def ask_help(floor: Floor, command: c.AskHelp) -> Decision:
    if command.visit is not None and command.visit not in floor.day.visits:
        return Refusal("unknown_visit", {"visit": command.visit})
    return (
        f.HelpAsked(command.help, command.kiosk, command.step, command.language, command.visit),
    )


def answer_help(floor: Floor, command: c.AnswerHelp) -> Decision:
    if command.help not in floor.day.help:
        return Refusal("unknown_help", {"help": command.help})
    return (f.HelpAnswered(command.help, command.staff),)
