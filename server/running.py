"""One store, open: the server, its heartbeat, and what it tells whoever started it."""

from __future__ import annotations

import gc
import logging
import socket
import sys
from collections.abc import Callable
from contextlib import closing

import click
import gevent
import structlog

from server.app import create_app
from server.clock import Clock
from server.doors import last_seen
from server.doors.house import House
from server.doors.tokens import screen_token
from server.journal.contract import Journal, NotSaved, Unusable
from server.lan import lan_host
from server.rehearsing import Rehearser
from server.settings import Settings
from server.web.listener import serve
from server.web.proxies import Proxies
from server.welcome import SCREENS, welcome

EVERYWHERE = ("0.0.0.0", "::", "")
log = logging.getLogger("foyer.running")


def run_store(
    settings: Settings,
    journal: Journal,
    clock: Clock,
    host: str,
    port: int,
    *,
    always_open: bool = False,
    note: str = "",
    alongside: Callable[[House], None] | None = None,
) -> None:
    """Serve until Ctrl-C. `alongside` runs in a greenlet of its own once the doors are open."""
    # A start makes much and throws away next to nothing: `settle_collector` ends this.
    gc.disable()
    write_log()
    port = port or free_port(host)
    address = settings.address or _address(host, port)
    app = create_app(settings, journal, clock, address=address, always_open=always_open)
    house: House = app.extensions["foyer"]
    rehearser = Rehearser(house.store, house.forecaster)
    house.balancer.start()
    busy = [gevent.spawn(_tick_forever, house), gevent.spawn(house.disk.prove_for_ever)]
    busy.append(gevent.spawn(last_seen.note_forever, house))

    def opened(_port: int) -> None:
        click.echo(start_table(house, host, port, note))
        if alongside is not None:
            busy.append(gevent.spawn(alongside, house))

    try:
        serve(app, host, port, opened, Proxies(settings.store.proxies))
    except OSError as error:
        raise click.ClickException(
            f"Port {port} cannot be used ({error.strerror}). Is Foyer already running? "
            f"Try --port {port + 1}."
        ) from error
    finally:
        gevent.killall(busy)
        last_seen.note(house)
        rehearser.stop()
        house.balancer.stop()
        app.extensions["voice"].stop()
        house.forgetting.stop()
        house.store.close()
        journal.close()


def _tick_forever(house: House) -> None:
    while True:
        gevent.sleep(1)
        try:
            house.store.tick()
            house.forgetting.tick()
        except NotSaved:
            pass  # house.disk says so, aloud and once.
        except Unusable as error:
            house.disk.found_damaged(error)
        except Exception:
            log.exception("a second passed unnoticed")


def start_table(house: House, host: str, port: int, note: str) -> str:
    now = house.clock.now()
    links = {
        screen: f"/enter/{screen_token(house.journal, screen, now)}?to=/{screen}"
        for screen in SCREENS
    }
    here = _address("localhost" if host in EVERYWHERE else host, port)
    away = house.address if host in EVERYWHERE and house.address != here else None
    name = house.plan.name[house.plan.languages[0]]
    note = note or _so_far(house)
    return welcome(name, here, away, links, note=note, codes=sys.stdout.isatty())


def _so_far(house: House) -> str:
    count: int = house.store.look(lambda day, now, forecast: len(day.visits))
    return f"It goes on with today's {count} visits." if count > 1 else ""


def _address(host: str, port: int) -> str:
    if host in EVERYWHERE:
        host = lan_host()
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


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
