"""`python -m server doctor`: what the store needs, checked one by one, with a hint for each.

A check answers with findings: ok, warn (the store opens all the same) or fail (it would not).
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

import click

from server.clock import LEAP_MS
from server.doors.slip_pdf import writes as letters_of
from server.journal.contract import Damaged, NotSaved
from server.journal.file import address, beside, check_log
from server.journal.private import open_to_others
from server.journal.schema import STEPS
from server.lan import lan_host
from server.leftovers import leftovers
from server.restoring import finish_if_cut_short
from server.settings import Settings, SettingsError, load
from server.timekeeping import (
    IDLE_MS_MAX,
    SAID_RIGHT,
    clock_sentence,
    program_made,
    said_right_of,
)
from server.web.open_files import WANTED, open_files_max, shares
from server.words import OWN, Words, base_of, missing_files

ROOT = Path(__file__).parent.parent
SHIPPED_PINS = {"2703", "4816", "5937", "6142", "7395"}
DATES_AHEAD = timedelta(days=2 * 366)
"""A date of opening hours beyond it is more likely mistyped."""
FREE_MB_WANTED = 500
FREE_MB_NEEDED = 50
FSYNC_MS_WANTED = 20
LOCALHOST = ("localhost", "127.0.0.1", "[::1]")
JOURNAL = "foyer.db"
RESTORE = "put the newest backup in its place: python -m server restore BACKUP"
# The newest day's newest fact that somebody brought about: a day is closed at its own end by time.
NEWEST_FACT = (
    "SELECT max(at) FROM facts WHERE store = ?1 AND by <> 'time'"
    " AND date >= (SELECT max(date) FROM facts WHERE store = ?1)"
)
SAID_RIGHT_ROW = f"SELECT value FROM meta WHERE name = 'note:{SAID_RIGHT}'"
COLOURS = {"ok": "green", "warn": "yellow", "fail": "red"}


class Finding(NamedTuple):
    level: Literal["ok", "warn", "fail"]
    what: str
    hint: str = ""


Findings = Iterator[Finding]


class Patient(NamedTuple):
    settings: Settings
    data: Path
    port: int


def examine(config: Path, data: Path, port: int) -> bool:
    """Prints every finding; True when nothing failed and there is a journal. Makes nothing."""
    try:
        settings = load(config)
    except SettingsError as error:
        _show("config", Finding("fail", str(error)))
        return False
    patient = Patient(settings, data, port)
    healthy = True
    for name, check in CHECKS.items():
        for finding in check(patient):
            _show(name, finding)
            healthy = healthy and finding.level != "fail"
    there = (data / JOURNAL).is_file()
    can = "The store can open." if there else "The store can open; it has no journal yet."
    click.echo(can if healthy else "The store cannot open yet.")
    return healthy and there


def _show(name: str, finding: Finding) -> None:
    level = click.style(f"{finding.level:<5}", fg=COLOURS[finding.level])
    click.echo(f"{level} {name:<11} {finding.what}")
    if finding.hint:
        click.echo(f"{'':<18}→ {finding.hint}")


def check_config(patient: Patient) -> Findings:
    settings = patient.settings
    yield Finding(
        "ok",
        f"{settings.path}: {len(settings.services)} services, {len(settings.counters)} counters, "
        f"{len(settings.staff)} staff",
    )
    shipped = [person.name for person in settings.staff if person.pin in SHIPPED_PINS]
    if shipped:
        hint = "give everybody a PIN of his own: these are printed in the shipped file"
        yield Finding("warn", f"{', '.join(shipped)} still use the shipped PINs", hint)
    if not any(person.role == "manager" for person in settings.staff):
        yield Finding("warn", "nobody is a manager", 'give one of [[staff]] role = "manager"')


def check_hours(patient: Patient) -> Findings:
    hours = patient.settings.hours
    today = datetime.now(ZoneInfo(patient.settings.store.time_zone)).date()
    dates = sorted((*hours.closed, *hours.dates))
    past = [day.isoformat() for day in dates if day < today]
    far = [day.isoformat() for day in dates if day > today + DATES_AHEAD]
    if past:
        hint = "take them out of [hours], or write this year's"
        yield Finding("warn", f"days of [hours] that are over: {', '.join(past)}", hint)
    if far:
        hint = "look whether the year is right"
        yield Finding("warn", f"days of [hours] far ahead: {', '.join(far)}", hint)
    if not past and not far:
        yield Finding("ok", f"{len(dates)} days differ from their weekday, all of them to come")


def check_disk(patient: Patient) -> Findings:
    folder = _nearest(patient.data)
    try:
        fsync_ms = _fsync_ms(folder)
    except OSError as error:
        hint = "name a folder this user may write to with --data"
        yield Finding("fail", f"{folder} cannot be written: {error.strerror}", hint)
        return
    free_mb = shutil.disk_usage(folder).free // 1_000_000
    if free_mb < FREE_MB_WANTED:
        level: Literal["warn", "fail"] = "fail" if free_mb < FREE_MB_NEEDED else "warn"
        yield Finding(level, f"{free_mb} MB are free", "a store's year takes about 500 MB")
    else:
        yield Finding("ok", f"{folder} can be written, {free_mb / 1000:.0f} GB are free")
    if fsync_ms > FSYNC_MS_WANTED:
        hint = "keep the data on an SSD; SD cards and network folders are slow"
        yield Finding("warn", f"a safe write takes {fsync_ms:.1f} ms", hint)
    else:
        yield Finding("ok", f"a safe write takes {fsync_ms:.1f} ms")


def _nearest(folder: Path) -> Path:
    """The folder, or the one it would be made in."""
    return next((one for one in (folder, *folder.absolute().parents) if one.exists()), folder)


def _fsync_ms(folder: Path) -> float:
    """The median of eleven: how long a ticket waits for the disk at least. The file bears no name,
    so none is left behind."""
    took = []
    with tempfile.TemporaryFile(dir=folder, prefix=".doctor-") as file:
        for _ in range(11):
            started = time.perf_counter()
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())
            took.append((time.perf_counter() - started) * 1000)
    return sorted(took)[5]


def check_clock(patient: Patient) -> Findings:
    zone = ZoneInfo(patient.settings.store.time_zone)
    now = datetime.now(zone)
    hint = "set the clock: timedatectl set-ntp true"
    newest = _newest_fact(patient)
    off_s = _clock_off_s(patient.port)
    if now < datetime.fromtimestamp(program_made() / 1000, zone):
        yield Finding("fail", f"this machine says {now:%d %B %Y %H:%M}, which is past", hint)
    elif off_s:
        right = "; if it is right: python -m server clock --believe"
        yield Finding("warn", f"{clock_sentence(off_s)}, says the open store", hint + right)
    elif newest is not None and now < newest - timedelta(milliseconds=LEAP_MS):
        behind_s = (now - newest).total_seconds()
        told = (
            f"{clock_sentence(behind_s)}, or was wrong before: facts are of {newest:%d %B %Y %H:%M}"
        )
        yield Finding("warn", told, f"{hint}; if it is right: python -m server clock --believe")
    elif newest is not None and now > newest + timedelta(milliseconds=IDLE_MS_MAX):
        told = f"it is {now:%d %B %Y}, and nobody has done anything since {newest:%d %B %Y}"
        yield Finding("warn", told, f"if that cannot be, {hint}")
    else:
        yield Finding("ok", f"{now:%A %H:%M} in {zone}")


def _newest_fact(patient: Patient) -> datetime | None:
    """When somebody last did something here; None where there is no journal that can be read, or
    where a person has said that the facts are of a wrong clock."""
    path = patient.data / "foyer.db"
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)) as db:
            (at,) = db.execute(NEWEST_FACT, [patient.settings.store.id]).fetchone()
            said = db.execute(SAID_RIGHT_ROW).fetchone()
    except sqlite3.Error:
        return None
    if at is None or (said is not None and said_right_of(said[0]).ahead == at):
        return None
    return datetime.fromtimestamp(at / 1000, ZoneInfo(patient.settings.store.time_zone))


def _clock_off_s(port: int) -> float:
    """What a store that is open at this port says of the clock."""
    try:
        with urllib.request.urlopen(f"http://localhost:{port}/readyz", timeout=2) as answer:
            return float(json.load(answer).get("clock_off_s", 0))
    except (OSError, ValueError, AttributeError):
        return 0.0


def check_port(patient: Patient) -> Findings:
    port = patient.port
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))
        except OSError as error:
            if _foyer_answers(f"http://localhost:{port}"):
                yield Finding("ok", f"{port}: a store is already open here")
                return
            hint = f"end what uses it, or start with --port {port + 1}"
            yield Finding("fail", f"{port}: {error.strerror}", hint)
            return
    yield Finding("ok", f"{port} is free")


def _foyer_answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=2) as answer:
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False


def check_database(patient: Patient) -> Findings:
    path = patient.data / JOURNAL
    try:
        finish_if_cut_short(path)
        if not path.exists():
            yield from _none_yet(path)
            return
        check_log(path)
        with closing(sqlite3.connect(address(path, "ro"), uri=True, timeout=5)) as db:
            (version,) = db.execute("PRAGMA user_version").fetchone()
            (verdict,) = db.execute("PRAGMA integrity_check(1)").fetchone()
    except (sqlite3.Error, ValueError, OSError, NotSaved) as error:
        yield Finding("fail", f"{path} cannot be read: {error}", RESTORE)
        return
    except Damaged as error:
        yield Finding("fail", str(error), RESTORE)
        return
    if verdict != "ok":
        yield Finding("fail", f"{path} is damaged: {' '.join(verdict.split())}", RESTORE)
    elif version > len(STEPS):
        hint = "start the Foyer that wrote it, or a newer one"
        yield Finding("fail", f"{path} is of a newer Foyer (schema {version})", hint)
    elif version < len(STEPS):
        hint = "the next start brings it up, after a backup of itself"
        yield Finding("ok", f"{path} is whole, schema {version} of {len(STEPS)}", hint)
    else:
        yield Finding("ok", f"{path} is whole, schema {version}")


def check_private(patient: Patient) -> Findings:
    path = patient.data / "foyer.db"
    try:
        found = open_to_others(path)
    except OSError as error:
        yield Finding("warn", f"{patient.data} cannot be looked into: {error.strerror}")
        return
    if found:
        names = ", ".join(str(one) for one in found)
        hint = "the next start closes them; if not, give them to Foyer's user and chmod go= them"
        yield Finding("warn", f"others on this machine can open {names}", hint)
    else:
        yield Finding("ok", "no journal here is open to others on this machine")


def _none_yet(path: Path) -> Findings:
    left = [one.name for one in beside(path) if one.exists()]
    if left:
        what = f"{path} is missing, and {' and '.join(left)} are what is left of it"
        yield Finding("fail", what, RESTORE)
    else:
        hint = "the first start makes it; if there should be one, name its folder with --data"
        yield Finding("warn", f"no journal yet: {path} is not there", hint)


def check_leftovers(patient: Patient) -> Findings:
    found = leftovers(patient.data)
    for one in found:
        days, mb = one.age_s / 86400, one.size_bytes / 1_000_000
        hint = f"delete it when it is of no use any more: rm {one.path}"
        yield Finding("warn", f"{one.path}: {one.what}, {days:.1f} days old, {mb:.1f} MB", hint)
    if not found:
        yield Finding("ok", "nothing was left behind")


def check_printers(patient: Patient) -> Findings:
    yield Finding("ok", "none configured: the kiosk shows the ticket, its browser can print it")


def check_languages(patient: Patient) -> Findings:
    settings = patient.settings
    words = Words(settings.store.languages, settings.path.parent / OWN)
    told = []
    for language in words.languages:
        code = language.code
        lacking = sorted(path.name for path in missing_files(code))
        if lacking:
            hint = "install Foyer again: files of it are missing"
            yield Finding("fail", f"{code} lacks {', '.join(lacking)}", hint)
            continue
        share = words.share(code)
        if share is None:
            told.append(code)
        elif share.said < share.of:
            hint = f"the rest is said in the next best language; put it into {OWN}/{code}"
            yield Finding("warn", f"{code} has {share.said} of {share.of} messages", hint)
        else:
            told.append(f"{code} ({share.said} messages of your own)")
        if not letters_of(language):
            what = f"Foyer brings no letters for {language.name} ({language.script})"
            hint = "screens use the device's own: look at each once. Slips as PDF are in another"
            yield Finding("warn", what, f"{hint} language of the store, or in English")
    for mistake in words.mistakes:
        yield Finding("warn", str(mistake), "this message is not used until it is mended")
    for code in sorted(set(words.own_codes) - set(settings.store.languages)):
        if code not in {base_of(one) for one in settings.store.languages}:
            hint = f'add "{code}" there, or delete it'
            yield Finding("warn", f"{OWN}/{code} is there, and not in store → languages", hint)
    if not list((ROOT / "ui" / "vendor" / "fonts").glob("*.woff2")):
        yield Finding("fail", "the fonts are missing", "install Foyer again: files are missing")
    elif told:
        yield Finding("ok", f"{', '.join(told)}: all words are here")


def check_address(patient: Patient) -> Findings:
    address = patient.settings.address
    if address is None:
        yield from _own_address(patient.port)
        return
    host = address.split("//")[1].rsplit(":", 1)[0] if ":" in address[6:] else address[7:]
    if host in LOCALHOST:
        hint = "phones cannot reach this machine by that name: use its address on the network"
        yield Finding("warn", f"QR codes will say {address}", hint)
        return
    try:
        socket.getaddrinfo(host.strip("/"), None)
    except OSError:
        hint = "check store → address, or enter the name in your router"
        yield Finding("warn", f"nobody knows the name in {address}", hint)
        return
    if _foyer_answers(f"http://localhost:{patient.port}") and not _foyer_answers(address):
        hint = "the store is open, but not at this address: check store → address"
        yield Finding("warn", f"nothing answers at {address}", hint)
        return
    yield Finding("ok", f"QR codes will say {address}")
    if host.endswith(".local"):
        hint = "an address in digits reaches every phone"
        yield Finding("warn", "many Android phones do not find names in .local", hint)


def _own_address(port: int) -> Findings:
    host = lan_host()
    if host in LOCALHOST or host.startswith("127."):
        hint = "connect it, or say store → address: phones cannot follow their tickets otherwise"
        yield Finding("warn", "this machine is on no network", hint)
    else:
        yield Finding("ok", f"QR codes will say http://{host}:{port}, this machine's own address")


def check_connections(patient: Patient) -> Findings:
    most = open_files_max()
    room = shares(most)
    told = f"{most} open files are allowed: {room.phones} phones can follow at a time"
    if most >= WANTED:
        yield Finding("ok", told)
    else:
        hint = f"allow {WANTED} or more: LimitNOFILE= in the service, or `ulimit -Hn`"
        yield Finding("warn", told, hint)


CHECKS: dict[str, Callable[[Patient], Findings]] = {
    "config": check_config,
    "hours": check_hours,
    "disk": check_disk,
    "clock": check_clock,
    "port": check_port,
    "database": check_database,
    "private": check_private,
    "leftovers": check_leftovers,
    "printers": check_printers,
    "languages": check_languages,
    "address": check_address,
    "connections": check_connections,
}
