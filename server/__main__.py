"""The command line: `python -m server COMMAND`. Each command says what it does with --help."""

# ruff: noqa: E402  gevent must be in place before anything else is imported.
from __future__ import annotations

from gevent import events, monkey

# Else each of 25 steps reads what every package installed says of itself, for plug-ins of gevent.
events.notify_and_call_entry_points = events.notify
monkey.patch_all()

import os
import shlex
import signal
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import click

from server import founding
from server.backing_up import back_up, back_up_and_check
from server.clock import Clock, SteadyClock
from server.doors.tokens import SCOPES, make_token, named, renew_screen_token, screen_token
from server.floor.facts import Millis
from server.floor.hours import local
from server.forgetting import WAIT_S, still_held, wiped
from server.journal.contract import Journal, NotSaved, Token, Unusable
from server.journal.private import keep_private
from server.journal.rebuild import rebuild as rebuilt
from server.journal.sqlite import SqliteJournal
from server.lan import lan_host
from server.leftovers import clear
from server.lock import InUse, held
from server.reports.exports import visits_csv
from server.reports.periods import BadPeriod, period
from server.restoring import CannotRestore, finish, finish_if_cut_short
from server.restoring import restore as put_back
from server.settings import SettingsError, load
from server.words import LANGUAGES

CONFIG = Path("config.toml")
DATA = Path("data")
JOURNAL = "foyer.db"
FILES = (JOURNAL, f"{JOURNAL}-wal", f"{JOURNAL}-shm")
PRINTS_KEYS = ("run", "demo", "token")

config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=CONFIG,
    show_default=True,
    help="The store, in one file.",
)
data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=DATA,
    show_default=True,
    help="Where the journal is kept.",
)


class Foyer(click.Group):
    """Whatever cannot be is said in a sentence, never as a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (SettingsError, Unusable, NotSaved, CannotRestore, InUse) as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Foyer, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def foyer(ctx: click.Context) -> None:
    """One store's day: its queue, its screens, its journal."""
    # Whatever we write holds names, keys, or both.
    os.umask(0o077)
    if ctx.invoked_subcommand in PRINTS_KEYS:
        keep_output_private()


def keep_output_private() -> None:
    """A new file that the output goes to, as in `run > foyer.log`, was made by the shell."""
    for told in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            about = os.fstat(told.fileno())
            if stat.S_ISREG(about.st_mode) and about.st_size == 0:
                os.fchmod(told.fileno(), 0o600)


def journal_of(data: Path) -> Journal:
    """Made where there is none."""
    return SqliteJournal(_whole(data / JOURNAL))


def existing_journal_of(data: Path) -> Journal:
    """For what only reads or copies: a folder named by mistake holds no store."""
    return SqliteJournal.existing(_whole(data / JOURNAL))


def _whole(journal: Path) -> Path:
    try:
        finish_if_cut_short(journal)
    except OSError as error:
        raise Unusable(f"A restore of {journal} could not be finished ({error}).") from error
    return journal


@contextmanager
def open_folder(data: Path) -> Iterator[None]:
    """The store's folder, for this process alone while it is open, without old rubbish."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        with held(data):
            clear(data)
            finish(data / JOURNAL)
            yield
    except PermissionError as error:
        raise Unusable(
            f"{data} cannot be written ({error}). Give it to the user Foyer runs as."
        ) from error


@foyer.command()
@config_option
@data_option
@click.option("--host", default="0.0.0.0", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on; 0 for any.")
@click.option("--workers", default=1, show_default=True, help="Processes; SQLite serves one.")
@click.option("--always-open", is_flag=True, help="Ignore the opening hours.")
def run(config: Path, data: Path, host: str, port: int, workers: int, always_open: bool) -> None:
    """Open the store."""
    if workers != 1:
        raise click.ClickException(
            f"--workers {workers}: a SQLite journal serves one process, and one is enough for a "
            "store (a thousand tickets a second). Leave --workers out, or start one server a "
            "store, each with its own --config, --data and --port."
        )
    from server.running import run_store

    settings = load(config)
    with open_folder(data):
        run_store(settings, journal_of(data), SteadyClock(), host, port, always_open=always_open)
    click.echo("The store is closed. Its day is kept; the next start goes on with it.")


@foyer.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--name", help="What the store is called.")
@click.option("--languages", help="Codes such as fr,en: the first is the house's own.")
@click.option("--zone", help='Where its clock is, such as "Europe/Paris".')
@click.option("--service", "services", multiple=True, help="What they come for; several times.")
@click.option("--counters", type=click.IntRange(1, founding.COUNTERS_MAX), help="How many.")
@click.option("--yes", is_flag=True, help="Ask nothing: what is not given is taken as usual.")
def new(
    folder: Path,
    name: str | None,
    languages: str | None,
    zone: str | None,
    services: tuple[str, ...],
    counters: int | None,
    yes: bool,
) -> None:
    """Write the config.toml of a new store into FOLDER. Nothing is overwritten."""
    config = folder / CONFIG
    if config.exists():
        raise click.ClickException(f"{config} is there already, and stays as it is.")
    usual = founding.usual()
    asks = sys.stdin.isatty() and not yes

    def told(given: Any, question: str, default: Any, takes: Any = str) -> Any:
        if given is None and asks:
            return click.prompt(question, default=default, value_proc=_sentence_of(takes))
        return _sentence_of(takes)(default if given is None else given)

    called = told(name, "Name of the store", usual.name, str.strip)
    spoken = told(languages, "Languages, the house's own first", usual.languages[0], _listed)
    store = founding.Store(
        name=called,
        languages=spoken,
        zone=told(zone, "Time zone", usual.zone, founding.zone_named),
        services=told(
            ",".join(services) or None,
            "Services, with commas between",
            founding.service_word(spoken[0]) if spoken[0] in LANGUAGES else usual.services[0],
            _listed,
        ),
        counters=told(counters, "Counters", usual.counters, founding.counters_of),
    )
    try:
        pin = founding.found(store, config)
    except OSError as error:
        raise click.ClickException(f"{config} cannot be written: {error.strerror}.") from error
    named = ["--config", str(config), "--data", str(folder / DATA)]
    where = "" if folder == Path() else f" {shlex.join(named)}"
    click.echo(f"{config} is written. The manager's PIN is {pin}.")
    click.echo(f"Look at its opening hours, then: bin/run doctor{where}")
    click.echo(f"And open the store:              bin/run{where}")


def _listed(text: str) -> tuple[str, ...]:
    found = tuple(one.strip() for one in text.split(",") if one.strip())
    if not found:
        raise ValueError("at least one, with commas between")
    return found


def _sentence_of(takes: Any) -> Any:
    def taken(value: Any) -> Any:
        try:
            return takes(value)
        except ValueError as error:
            raise click.UsageError(f"{value}: would do: {error}") from error

    return taken


@foyer.command()
@config_option
@click.option(
    "--speed",
    type=click.FloatRange(1, 600),
    default=4.0,
    show_default=True,
    help="How many times faster than the clock on the wall; 1 is real time.",
)
@click.option("--host", default="0.0.0.0", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on; 0 for any.")
def demo(config: Path, speed: float, host: str, port: int) -> None:
    """Open the store with customers and staff who come by themselves. Nothing is kept."""
    from server.demo import run_demo

    run_demo(load(config), speed, host, port)
    click.echo("The demo is over. Nothing was kept.")


@foyer.command()
@config_option
@data_option
@click.option("--port", default=8000, show_default=True, help="The port `run` will listen on.")
def doctor(config: Path, data: Path, port: int) -> None:
    """Check what the store needs, with a hint for whatever is not right."""
    from server.doctor import examine

    if not examine(config, data, port):
        raise SystemExit(1)


@foyer.command()
@click.option("--scope", type=click.Choice(SCOPES), required=True, help="What it opens.")
@click.option("--name", default=None, help="Whose it is; the facts name it.")
@click.option("--link", is_flag=True, help="Print the screen's sign-in link instead.")
@click.option("--renew", is_flag=True, help="Take the screen's link back and print its new one.")
@click.option("--port", default=8000, show_default=True, help="The port a link is for.")
@config_option
@data_option
def token(
    scope: str, name: str | None, link: bool, renew: bool, port: int, config: Path, data: Path
) -> None:
    """Print a new bearer token, for a device or a program."""
    settings = load(config)
    journal = journal_of(data)
    now = Clock().now()
    if link or renew:
        made = (renew_screen_token if renew else screen_token)(journal, scope, now)
        address = settings.address or f"http://{lan_host()}:{port}"
        click.echo(f"{address}/enter/{made}?to=/{scope}")
    else:
        click.echo(make_token(journal, scope, name or scope, now))
    journal.close()


@foyer.command()
@click.option("--take-back", "taken", metavar="ID", help="This one opens nothing any more.")
@data_option
def devices(taken: str | None, data: Path) -> None:
    """List what opens the store: every token and link, and when it was last used."""
    journal = existing_journal_of(data)
    try:
        known = named(journal.tokens())
        if taken is None:
            for line in device_table(known):
                click.echo(line)
            return
        token = known.get(taken)
        if token is None or not journal.take_back(token.digest):
            raise click.ClickException(f"There is no {taken}. Ask: python -m server devices")
        click.echo(f"Taken back: {token.name}, {token.scope}. Whoever used it is signed out.")
    finally:
        journal.close()


@foyer.command()
@config_option
@data_option
def rebuild(config: Path, data: Path) -> None:
    """Work the visits and legs tables out again from the facts, and say whether they differed."""
    journal = existing_journal_of(data)
    found = rebuilt(journal, load(config).store.id)
    journal.close()
    click.echo(f"{found.days} days, {found.visits} visits, {found.legs} legs.")
    if found.differing:
        days = ", ".join(found.differing)
        raise click.ClickException(
            f"These days differed from their facts and were put right: {days}"
        )
    click.echo("Every row is what its facts say.")


@foyer.command()
@click.argument("dest", type=click.Path(path_type=Path), required=False)
@click.option("--check", is_flag=True, help="Restore it into a scratch place, and compare.")
@data_option
def backup(dest: Path | None, check: bool, data: Path) -> None:
    """Copy the journal to DEST, complete, while the store goes on."""
    journal = _whole(data / JOURNAL)
    if dest is None and not check:
        raise click.UsageError("Say where to: backup DEST. `backup --check` alone keeps no copy.")
    if not check and dest is not None:
        back_up(journal, dest)
    else:
        found = back_up_and_check(journal, dest)
        click.echo(
            f"Restored into a scratch place and compared: {found.days} days, {found.facts} facts,"
            " every one as in the journal, every row as its facts say."
        )
    if dest is not None:
        click.echo(f"The journal is in {dest}.")


@foyer.command()
@click.argument("src", type=click.Path(path_type=Path))
@data_option
def restore(src: Path, data: Path) -> None:
    """Put the backup SRC in the journal's place. The journal it replaces is kept beside it."""
    aside = put_back(src, data / JOURNAL)
    keep_private(data / JOURNAL)
    click.echo(f"Restored {src}." + (f" The journal before it is now {aside}." if aside else ""))


@foyer.command()
@config_option
@data_option
@click.option("--from", "first", help="A date, or a time. Left out: today.")
@click.option("--to", "until", help="Up to, not with, this date or time.")
def export(config: Path, data: Path, first: str | None, until: str | None) -> None:
    """Write one row a leg as CSV to the standard output: the queue log, and more."""
    plan = load(config).plan()
    now = Clock().now()
    try:
        span = period(plan, now, first, until)
    except BadPeriod as error:
        problems = "; ".join(f"--{one['where']} {one['problem']}" for one in error.errors)
        raise click.ClickException(problems) from error
    journal = existing_journal_of(data)
    for line in visits_csv(plan, journal.legs(plan.id, span.from_ms, span.to_ms), now):
        click.echo(line, nl=False)
    journal.close()


@foyer.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--service", default=None, help="For events that name no service of the store.")
@click.option(
    "--gone",
    type=click.Choice(["keep", "cancel"]),
    default="keep",
    help="Appointments that this calendar held before and holds no more: told, or cancelled.",
)
@config_option
@data_option
def calendar(
    file: Path, service: str | None, gone: Literal["keep", "cancel"], config: Path, data: Path
) -> None:
    """Take appointments in from an iCalendar FILE, also while the store is open. Taking the same
    file in again changes nothing but what the calendar has changed."""
    from server.booking import summary, take_in
    from server.calendars import NotACalendar, read_calendar
    from server.store import OpenStore
    from server.waits.forecaster import Forecaster

    plan = load(config).plan()
    if service is not None and service not in plan.services:
        known = ", ".join(plan.services)
        raise click.ClickException(f"--service {service}: there is none. There are {known}.")
    try:
        read = read_calendar(plan, file.read_bytes(), service)
    except NotACalendar as error:
        raise click.ClickException(f"{file}: {error}.") from error
    journal = journal_of(data)
    store = OpenStore(plan, journal, SteadyClock(), Forecaster(plan))
    told = list(take_in(store, read, gone))
    store.close()
    journal.close()
    for line in summary(plan, told):
        click.echo(line)
    if any(one.did == "refused" for one in told):
        raise SystemExit(1)


@foyer.command()
@click.option("--believe", is_flag=True, help="It is right: the store is to go by it from now on.")
@config_option
@data_option
def clock(believe: bool, config: Path, data: Path) -> None:
    """Say what the store holds of this machine's clock, or that it is right."""
    from server.timekeeping import Timekeeper, clock_sentence, say_right

    plan = load(config).plan()
    journal = existing_journal_of(data)
    wall, held = SteadyClock(), SteadyClock()
    if believe:
        say_right(journal, plan.id, wall)
    off_s = Timekeeper(plan, journal, held).off_ms / 1000
    journal.close()
    shown = f"{local(plan, wall.wall()):%A %d %B %Y %H:%M:%S}"
    if believe:
        click.echo(f"It is {shown}. A store that is open goes by that within a second or two.")
    elif off_s:
        there = f"{local(plan, held.now()):%A %d %B %Y %H:%M:%S}"
        raise click.ClickException(
            f"{clock_sentence(off_s)}: it says {shown}, the store goes by {there}. Set the clock; "
            "or, if it is the machine's that is right, run this again with --believe."
        )
    else:
        click.echo(f"It is {shown}, and the store goes by that.")


@foyer.command()
@click.argument("date")
@config_option
@data_option
def reopen(date: str, config: Path, data: Path) -> None:
    """Open the business day DATE again, today's, which a wrong clock has closed: whoever that sent
    home is here again. Also while the store is open."""
    from server.floor.commands import ReopenDay
    from server.floor.facts import DayReopened
    from server.floor.hours import business_date
    from server.floor.refusals import Refusal
    from server.journal.contract import Answer
    from server.store import Done, OpenStore
    from server.waits.forecaster import Forecaster

    plan = load(config).plan()
    journal = existing_journal_of(data)
    store = OpenStore(plan, journal, SteadyClock(), Forecaster(plan))
    here: list[str] = []

    def told(made: Done | Refusal) -> Answer:
        if isinstance(made, Refusal):
            return Answer(made.status, b"")
        reopened = (one.fact for one in made.facts if isinstance(one.fact, DayReopened))
        here.extend(visit for fact in reopened for visit in fact.visits)
        return Answer(200, b"")

    try:
        today = business_date(plan, store.clock.now())
        if date != today:
            raise click.ClickException(
                f"{date} cannot be opened again: only the day it is now can, and that is {today}."
            )
        answer = store.do(ReopenDay(), by="reopen", answer=told)
    finally:
        store.close()
        journal.close()
    if answer.status != 200:
        raise click.ClickException(f"{date} was not closed: there is nothing to open again.")
    click.echo(f"{date} is open. {len(here)} visits go on that had been sent home.")


@foyer.command()
@click.argument("visit")
@click.option(
    "--wait", default=WAIT_S, show_default=True, help="Seconds to wait for whoever reads the files."
)
@data_option
def erase(visit: str, wait: float, data: Path) -> None:
    """Forget everything personal of VISIT, also while the store is open."""
    journal = existing_journal_of(data)
    try:
        there_was = journal.erase(visit)
        if not wiped(journal.wipe, wait):
            raise click.ClickException(f"{still_held(journal)} Repeat this once that is over.")
    finally:
        journal.close()
    click.echo("Forgotten." if there_was else "There was nothing personal of this visit.")
    copies = sorted(f.name for f in data.glob("foyer*") if f.name not in FILES)
    if copies:
        click.echo(f"Copies made before may still hold it: {', '.join(copies)}.")


def stop_on_signals() -> None:
    """SIGINT and SIGTERM end a command as Ctrl-C does; an open store sets handlers of its own. A
    shell that starts this in the background has it ignore SIGINT, and Python leaves it ignored."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)


def device_table(known: dict[str, Token]) -> Iterator[str]:
    yield f"{'id':<10}{'scope':<9}{'made':<18}{'last seen':<18}name"
    for id, token in known.items():
        seen = "never" if token.last_seen is None else _local(token.last_seen)
        yield f"{id:<10}{token.scope:<9}{_local(token.made_at):<18}{seen:<18}{token.name}"


def _local(at: Millis) -> str:
    return datetime.fromtimestamp(at / 1000).astimezone().strftime("%Y-%m-%d %H:%M")


if __name__ == "__main__":
    stop_on_signals()
    foyer(prog_name="python -m server")
