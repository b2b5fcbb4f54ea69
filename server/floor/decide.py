"""decide(plan, day, command, now, forecast) → facts, or a Refusal. It only hands to the nouns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from server.floor import (
    appointments,
    asking,
    counters,
    exceptions,
    passing,
    promises,
    suggestions,
    tickets,
    today,
    visits,
)
from server.floor import commands as c
from server.floor.commands import Command
from server.floor.day import Day
from server.floor.facts import Fact, Millis
from server.floor.forecast import Forecast
from server.floor.plan import StorePlan
from server.floor.refusals import Refusal
from server.floor.visits import Decision, Floor

DECIDE: dict[type[Command], Callable[[Floor, Any], Decision]] = {
    c.TakeTicket: tickets.take_ticket,
    c.CheckPapers: visits.check_papers,
    c.DeclarePapers: visits.declare_papers,
    c.Move: visits.move,
    c.MoveMany: visits.move_many,
    c.Transfer: visits.transfer,
    c.Hold: visits.hold,
    c.Return: visits.return_,
    c.Recall: visits.recall,
    c.Start: visits.start,
    c.NoShow: visits.no_show,
    c.Remove: visits.remove,
    c.Undo: visits.undo,
    c.Finish: visits.finish,
    c.Cancel: visits.cancel,
    c.GiveFeedback: visits.give_feedback,
    c.Recover: visits.recover,
    c.TakeBackRecovery: visits.take_back_recovery,
    c.LeaveNote: visits.leave_note,
    c.OpenCounter: counters.open_counter,
    c.CloseCounter: counters.close_counter,
    c.TakeBreak: counters.take_break,
    c.CallNext: counters.call_next,
    c.Call: counters.call,
    c.AskHelp: asking.ask_help,
    c.AskColleague: asking.ask_colleague,
    c.AnswerHelp: asking.answer_help,
    c.KeepPromise: promises.keep_promise,
    c.ReopenPromise: promises.reopen_promise,
    c.MakeAppointment: appointments.make,
    c.MoveAppointment: appointments.move,
    c.CancelAppointment: appointments.cancel,
    c.ReopenAppointment: appointments.reopen,
    c.ExpectAppointments: appointments.expect,
    c.Offer: suggestions.offer,
    c.TakeSuggestion: suggestions.take,
    c.PutOffSuggestion: suggestions.put_off,
    c.TakeBackSuggestion: suggestions.take_back,
    c.SayToday: exceptions.say,
    c.TakeBackToday: exceptions.take_back,
    c.ReopenDay: passing.reopen_day,
    c.TimePassed: passing.time_passed,
}


def decide(
    plan: StorePlan, day: Day, command: Command, now: Millis, forecast: Forecast
) -> tuple[Fact, ...] | Refusal:
    """What follows from a command. Empty facts: there is nothing to change (nobody to call)."""
    floor = Floor(today.plan_of(plan, day), day, now, forecast)
    return DECIDE[type(command)](floor, command)
