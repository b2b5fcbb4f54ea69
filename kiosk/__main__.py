"""`python -m kiosk --server URL`: the agent on the kiosk's machine.
`python -m kiosk read FILE…`: reads images of papers, to try the readers out."""

from __future__ import annotations

import json
import os
import signal
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from kiosk.agent import Agent, NoServer
from kiosk.doctor import Machine, examine
from kiosk.outbox import InUse, unreadable
from kiosk.printer import NoAddress, Printer
from kiosk.readers.missing import missing
from kiosk.readers.process import Reader

DATA = Path("data/kiosk")
KINDS = ("code", "pdf417", "mrz", "receipt")
WHY = {
    "no_image": "This is not an image.",
    "too_dark": "The picture is too dark.",
    "glare": "Light is reflected on the paper.",
    "closer": "The paper is too far away.",
    "blurred": "The picture is blurred.",
    "not_found": "Nothing that can be read was found.",
    "not_certain": "Something was found, but read differently the second time.",
    "reader_missing": "The reader did not start.",
    "reader_failed": "The reader gave up on this picture.",
}


def stop_on_signals() -> None:
    """SIGINT and SIGTERM end this program as Ctrl-C does. A shell that starts it in the background
    has it ignore SIGINT, and Python then leaves it ignored."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--server", help="The store's server, such as http://192.168.1.20:8000.")
@click.option("--port", default=8010, show_default=True, help="Where the page is on localhost.")
@click.option(
    "--token",
    envvar="FOYER_TOKEN",
    help="Signs the kiosk in: python -m server token --scope kiosk.",
)
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=DATA,
    show_default=True,
    help="Where tickets wait while the server is away.",
)
@click.option("--printer", help="Receipt printer: 192.168.1.60, or a device: /dev/usb/lp0.")
@click.option("--paper", type=click.Choice(("80", "58")), default="80", help="Its width in mm.")
@click.pass_context
def kiosk(
    ctx: click.Context,
    server: str | None,
    port: int,
    token: str | None,
    data: Path,
    printer: str | None,
    paper: str,
) -> None:
    """Serves the kiosk's page on this machine, where its camera works, and reads papers."""
    # Tickets that wait hold names: what this program writes is for its own user.
    os.umask(0o077)
    try:
        slips = Printer(printer, int(paper)) if printer else None
    except NoAddress as error:
        raise click.ClickException(str(error)) from error
    if ctx.invoked_subcommand is not None:
        ctx.obj = Machine(server, token, data, slips)
        return
    if server is None:
        raise click.UsageError("Which server? --server http://ADDRESS:8000")
    try:
        agent = Agent(server, port, data, token, slips)
    except (NoServer, InUse, OSError) as error:
        raise click.ClickException(str(error)) from error
    try:
        click.echo(f"The kiosk is at http://localhost:{agent.port}/kiosk")
        for part in missing():
            click.echo(f"Papers are read only with {part['what']}: {part['command']}")
        for path, _ in unreadable(data):
            click.echo(f"A ticket cannot be read: {path}. `doctor` says more.")
        agent.serve()
    except KeyboardInterrupt:
        agent.close()


@kiosk.command()
@click.pass_obj
def doctor(machine: Machine) -> None:
    """Checks what this machine needs, with a hint for whatever is not right. The options of the
    kiosk go before: python -m kiosk --server URL --printer 192.168.1.60 doctor"""
    if not examine(machine):
        raise SystemExit(1)


@kiosk.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only as this.")
@click.option("--pattern", "patterns", multiple=True, help="What a code must match.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=lambda: date.today().isoformat(),  # noqa: DTZ011  where no store is asked, this machine's
    show_default="this machine's",
    help="The store's day: what is expired or to come goes by it.",
)
def read(
    files: tuple[str, ...], kinds: tuple[str, ...], patterns: tuple[str, ...], day: datetime
) -> None:
    """Reads images of papers and prints what it saw, one JSON line each."""
    reader = Reader()
    lacking = missing()
    try:
        for file in files:
            started = time.perf_counter()
            if lacking:
                told = _unread(f"This machine cannot read papers yet: {lacking[0]['command']}")
            else:
                told = _read(reader, file, kinds or KINDS, patterns, day.date())
            took_s = round(time.perf_counter() - started, 3)
            click.echo(json.dumps({"file": file, **told, "took_s": took_s}))
    finally:
        reader.close()


def _read(
    reader: Reader, file: str, kinds: tuple[str, ...], patterns: tuple[str, ...], today: date
) -> dict[str, Any]:
    try:
        frame = Path(file).read_bytes()
    except (OSError, ValueError) as error:
        return _unread(f"The file cannot be opened: {getattr(error, 'strerror', None) or error}.")
    seen = reader.read(frame, kinds, today, patterns, alone=True)
    if seen.reading is None:
        return _unread(WHY.get(seen.why or "", "Nothing that can be read was found."))
    one = seen.reading
    return _told(
        kind=one.kind,
        document_type=one.document_type,
        expires=one.expires,
        order_number=one.order_number,
        date=one.date,
        text=one.text,
        ok=True,
    )


def _unread(why: str) -> dict[str, Any]:
    return _told(ok=False, why=why)


def _told(**known: Any) -> dict[str, Any]:
    nothing = dict.fromkeys(
        ("kind", "document_type", "expires", "order_number", "date", "text", "ok", "why")
    )
    return {**nothing, **known}


if __name__ == "__main__":
    stop_on_signals()
    kiosk(prog_name="python -m kiosk")
