"""A first config.toml: short, whole, and to be changed by hand afterwards."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from zoneinfo import available_timezones

from msgspec import Struct

from server.settings import SettingsError, load
from server.settings.mistakes import nearest
from server.words import LANGUAGES, Words

COUNTERS_MAX = 60
LOCALTIME = Path("/etc/localtime")

TEXT = """\
# A store of Foyer. `doctor` says what is not right; every setting is told in docs/settings.md.

[store]
id = "main"
name = {name}
time_zone = {zone}
languages = {languages}     # the first is the house's own

[hours]
{hours}

# What customers come for. Tickets get their letters by themselves.
{services}{counters}
# Who works here, and what each types at a tablet.
[[staff]]
id = "manager"
name = {manager}
role = "manager"
pin = {pin}
"""
HOURS = "\n".join(f'{day} = ["09:00-18:00"]' for day in ("mon", "tue", "wed", "thu", "fri", "sat"))
SERVICE = """
[[service]]
id = "{id}"
name = {name}
typical_minutes = 10
"""
COUNTER = """
[[counter]]
id = "{id}"
name = "{id}"
services = {services}
"""


class Store(Struct, frozen=True):
    name: str
    languages: tuple[str, ...]
    zone: str
    services: tuple[str, ...]
    counters: int


def usual() -> Store:
    """What is taken where nobody says otherwise: as this machine is set up."""
    language = (os.environ.get("LANG") or "").split("_")[0].split(".")[0]
    language = language if language in LANGUAGES else "en"
    return Store("Foyer", (language,), machines_zone(), (service_word(language),), 2)


def service_word(language: str) -> str:
    return Words([language]).speaker(language, "kiosk")("kiosk-station-service")


def machines_zone() -> str:
    try:
        named = str(LOCALTIME.resolve()).partition("zoneinfo/")[2]
    except OSError:
        named = ""
    return next((z for z in (os.environ.get("TZ"), named) if z in available_timezones()), "UTC")


def zone_named(text: str) -> str:
    """The time zone, however its letters are written. Raises ValueError with what would do."""
    meant = {zone.lower(): zone for zone in available_timezones()}
    found = meant.get(text.strip().lower().replace(" ", "_"))
    if found is None:
        close = nearest(text.strip().title().replace(" ", "_"), meant.values())
        raise ValueError(f'an IANA name such as "{close or "Europe/Paris"}"')
    return found


def counters_of(text: int | str) -> int:
    """Raises ValueError with what would do."""
    if not str(text).strip().isdigit() or not 1 <= int(text) <= COUNTERS_MAX:
        raise ValueError(f"a number from 1 to {COUNTERS_MAX}")
    return int(text)


def found(store: Store, config: Path) -> str:
    """Writes the file, and answers with the manager's PIN.

    Raises FileExistsError where there is one already, which is left as it is; SettingsError where
    what was asked for does not hold together, and then there is no file; OSError where it cannot
    be written.
    """
    pin = f"{secrets.randbelow(9000) + 1000}"
    config.parent.mkdir(parents=True, exist_ok=True)
    with config.open("x", encoding="utf-8") as file:
        file.write(_written(store, pin))
    try:
        load(config)
    except SettingsError:
        config.unlink()
        raise
    return pin


def _written(store: Store, pin: str) -> str:
    ids = [f"service-{number}" for number in range(1, len(store.services) + 1)]
    manager = Words(store.languages).speaker(store.languages[0], "doors")("door-manager")
    return TEXT.format(
        name=_quoted(store.name),
        zone=_quoted(store.zone),
        languages=_list(store.languages),
        hours=HOURS,
        services="".join(
            SERVICE.format(id=i, name=_quoted(name))
            for i, name in zip(ids, store.services, strict=True)
        ),
        counters="".join(
            COUNTER.format(id=number, services=_list(ids))
            for number in range(1, store.counters + 1)
        ),
        manager=_quoted(manager),
        pin=_quoted(pin),
    )


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _quoted(text: str) -> str:
    """As TOML writes it."""
    plain = "".join(char if char.isprintable() else " " for char in text).strip()
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
