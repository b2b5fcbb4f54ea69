"""`python -m kiosk … doctor`: what the kiosk's machine needs, with a hint for each."""

from __future__ import annotations

import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import click

from kiosk.outbox import ASKED, UNREADABLE_KEPT_S, unreadable
from kiosk.passing_on import Upstream
from kiosk.printer import COMMAND, Printer
from kiosk.readers.missing import missing

ANSWER_S_MAX = 5.0
DAY_S = 24 * 3600
KEPT_DAYS = UNREADABLE_KEPT_S / DAY_S
COLOURS = {"ok": "green", "warn": "yellow", "fail": "red"}
PRINTER_HINTS = {
    "printing_missing": COMMAND,
    "printer_away": "is it on, is the cable in, is this its address (its self-test prints it)?",
    "no_paper": "put in a new roll, the smooth side out",
    "cover_open": "close its cover until it clicks",
    "printer_broken": "switch it off and on; if that does not help, its cutter may be jammed",
}
PRINTER_SAYS = {
    "printing_missing": "the package that prints is missing",
    "printer_away": "does not answer",
    "no_paper": "has no paper",
    "cover_open": "is open",
    "printer_broken": "reports a fault",
}


class Finding(NamedTuple):
    level: Literal["ok", "warn", "fail"]
    what: str
    hint: str = ""


Findings = Iterator[Finding]


class Machine(NamedTuple):
    server: str | None
    token: str | None
    data: Path
    printer: Printer | None


def examine(machine: Machine) -> bool:
    """Prints every finding; True when nothing failed."""
    healthy = True
    for name, check in CHECKS.items():
        for finding in check(machine):
            level = click.style(f"{finding.level:<5}", fg=COLOURS[finding.level])
            click.echo(f"{level} {name:<10} {finding.what}")
            if finding.hint:
                click.echo(f"{'':<17}→ {finding.hint}")
            healthy = healthy and finding.level != "fail"
    click.echo("The kiosk can serve." if healthy else "The kiosk cannot serve yet.")
    return healthy


def check_server(machine: Machine) -> Findings:
    upstream = Upstream.of(machine.server, machine.token) if machine.server else None
    if upstream is None:
        hint = "python -m kiosk --server http://192.168.1.20:8000 doctor"
        yield Finding("fail", "no server is named, or not by its address", hint)
        return
    try:
        with urllib.request.urlopen(f"{upstream.address}/readyz", timeout=ANSWER_S_MAX):  # noqa: S310
            yield Finding("ok", f"{upstream.address} answers")
    except (OSError, ValueError):
        hint = "is the store open, is this its address, does a firewall stand between?"
        yield Finding("fail", f"{upstream.address} does not answer", hint)
        return
    yield from _token(upstream)


def _token(upstream: Upstream) -> Findings:
    if upstream.token is None:
        hint = "--token, from: python -m server token --scope kiosk"
        yield Finding("warn", "no token: somebody must open the kiosk's link on this machine", hint)
        return
    asked = urllib.request.Request(f"{upstream.address}/kiosk")
    asked.add_header("Authorization", f"Bearer {upstream.token}")
    try:
        with urllib.request.urlopen(asked, timeout=ANSWER_S_MAX):  # noqa: S310
            yield Finding("ok", "its token is accepted")
    except urllib.error.HTTPError:
        hint = "python -m server token --scope kiosk prints another"
        yield Finding("fail", "its token is not accepted", hint)
    except OSError:
        yield Finding("fail", "the server stopped answering", "try again")


def check_outbox(machine: Machine) -> Findings:
    try:
        machine.data.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=machine.data):
            pass
    except OSError:
        hint = "--data FOLDER, one this user may write to"
        yield Finding("fail", f"{machine.data} cannot be written to", hint)
        return
    waiting = len(list(machine.data.glob(f"*{ASKED}")))
    if waiting:
        hint = "they are handed over as soon as the agent runs and the server answers"
        yield Finding("warn", f"tickets that wait for the server: {waiting}", hint)
    else:
        yield Finding("ok", f"{machine.data}: no ticket waits for the server")
    for path, age_s in unreadable(machine.data):
        what = f"{path}: a ticket that cannot be read, {age_s / DAY_S:.1f} days old"
        hint = f"the disk may be failing; a running agent removes it after {KEPT_DAYS:.0f} days"
        yield Finding("warn", what, hint)


def check_reading(machine: Machine) -> Findings:
    lacking = missing()
    if lacking:
        names = ", ".join(one["what"] for one in lacking)
        what = f"papers are asked for by touch: {names} missing"
        yield Finding("warn", what, lacking[0]["command"])
    else:
        yield Finding("ok", "papers can be read")


def check_printer(machine: Machine) -> Findings:
    if machine.printer is None:
        hint = "--printer 192.168.1.60 or /dev/usb/lp0; phones do without"
        yield Finding("warn", "no receipt printer is named", hint)
        return
    state = machine.printer.state()
    named = f"the printer {machine.printer.where}"
    if state.why is not None:
        yield Finding("fail", f"{named} {PRINTER_SAYS[state.why]}", PRINTER_HINTS[state.why])
    elif state.little_paper:
        yield Finding("warn", f"{named} has little paper left", "have a new roll at hand")
    else:
        yield Finding("ok", f"{named} is ready, {machine.printer.paper_mm} mm")


CHECKS: dict[str, Callable[[Machine], Findings]] = {
    "server": check_server,
    "outbox": check_outbox,
    "reading": check_reading,
    "printer": check_printer,
}
