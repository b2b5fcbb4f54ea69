"""What was promised for after the visit, and whether it was kept."""

from __future__ import annotations

from server.floor import commands as c
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
