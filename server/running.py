"""One store, open: the server, its heartbeat, and what it tells whoever started it."""

from __future__ import annotations

import logging
import shutil
import socket
import sys
from collections.abc import Callable
from contextlib import closing
from io import StringIO

import click
import gevent
import qrcode
import structlog

from server.app import create_app
from server.clock import Clock
from server.doors.house import House
from server.doors.tokens import screen_token
from server.journal.contract import Journal
from server.serving import serve
from server.settings import Settings

EVERYWHERE = ("0.0.0.0", "::", "")
SCREENS = {
    "kiosk": "Kiosk",
    "display": "TV",
    "staff": "Staff tablet",
    "manager": "Manager",
}
log = logging.getLogger("foyer.running")


def run_store(
    settings: Settings,
    journal: Journal,
    clock: Clock,
    host: str,
    port: int,
    *,
    always_open: bool = False,
    alongside: Callable[[House], None] | None = None,
) -> None:
    """Serve until Ctrl-C. `alongside` runs in a greenlet of its own once the doors are open."""
    write_log()
    port = port or free_port(host)
    address = settings.address or _address(host, port)
    app = create_app(settings, journal, clock, address=address, always_open=always_open)
    house: House = app.extensions["foyer"]
    busy = [gevent.spawn(_tick_forever, house)]

    def opened(_port: int) -> None:
        click.echo(welcome(house, host, port))
        if alongside is not None:
            busy.append(gevent.spawn(alongside, house))

    try:
        serve(app, host, port, opened)
    except OSError as error:
        raise click.ClickException(
            f"Port {port} cannot be used ({error.strerror}). Is Foyer already running? "
            f"Try --port {port + 1}."
        ) from error
    finally:
        gevent.killall(busy)
        app.extensions["voice"].stop()
        house.store.close()
        journal.close()
    click.echo("The store is closed. Its day is kept; the next start goes on with it.")


def _tick_forever(house: House) -> None:
    while True:
        gevent.sleep(1)
        try:
            house.store.tick()
        except Exception:
            log.exception("a second passed unnoticed")


def welcome(house: House, host: str, port: int) -> str:
    """Where each screen is: short enough to read, with links that sign a device in."""
    plan = house.plan
    now = house.clock.now()
    links = {
        screen: f"/enter/{screen_token(house.journal, screen, now)}?to=/{screen}"
        for screen in SCREENS
    }
    here = _address("localhost" if host in EVERYWHERE else host, port)
    lines = ["", f"  {plan.name[plan.languages[0]]} is open at {here}", ""]
    lines += [f"  {name:<14}{here}{links[screen]}" for screen, name in SCREENS.items()]
    if host in EVERYWHERE:
        lines += ["", f"  From other devices: {house.address} in place of {here}."]
        lines += _scannable({SCREENS[s]: house.address + links[s] for s in ("staff", "display")})
    return "\n".join([*lines, "", "  Ctrl-C closes the store.", ""])


def _scannable(links: dict[str, str]) -> list[str]:
    """QR codes side by side, as many as the terminal is wide; none where nobody looks."""
    if not sys.stdout.isatty():
        return []
    drawn = [[f"  {name}", *_terminal_qr(link)] for name, link in links.items()]
    width = max(len(line) for code in drawn for line in code) + 2
    fitting = drawn[: max(1, shutil.get_terminal_size().columns // width)]
    rows = zip(*([line.ljust(width) for line in code] for code in fitting), strict=True)
    return ["", *("".join(row).rstrip() for row in rows)]


def _terminal_qr(link: str) -> list[str]:
    code = qrcode.QRCode(border=2, error_correction=qrcode.ERROR_CORRECT_L)
    code.add_data(link)
    drawn = StringIO()
    code.print_ascii(out=drawn, invert=True)
    return drawn.getvalue().splitlines()


def _address(host: str, port: int) -> str:
    if host in EVERYWHERE:
        host = lan_host()
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def lan_host() -> str:
    """This machine's address on the local network. Connecting a datagram socket sends nothing."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "localhost"
        found: str = probe.getsockname()[0]
        return found


def free_port(host: str) -> int:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port


def write_log() -> None:
    """One line an event, on stderr: the journal has the facts, this has the troubles."""
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processor=structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(),
                # Plain: the pretty one prints local variables, and with them guests' names.
                exception_formatter=structlog.dev.plain_traceback,
            ),
            foreign_pre_chain=[
                structlog.processors.TimeStamper(fmt="iso"),
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
            ],
        )
    )
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
