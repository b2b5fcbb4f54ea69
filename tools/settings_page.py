"""Makes docs/settings.md from the tables of config.toml: `python tools/settings_page.py`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import time
from pathlib import Path
from typing import Any, get_args

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from pydantic.fields import FieldInfo  # noqa: E402

from server.settings.icons import ICONS  # noqa: E402
from server.settings.mistakes import shown  # noqa: E402
from server.settings.tables import LISTS, TABLES, Table  # noqa: E402

PAGE = ROOT / "docs" / "settings.md"

HEAD = """# Settings

Everything `config.toml` may say. This page is made from the code (`tools/settings_page.py`), so it
is what the program really takes. A mistake in the file stops the start, and the message says where
it is, what was found and what would do; `python -m server doctor` checks without starting.

A *text* is written once for all languages, `"1"`, or once per language,
`{ en = "…", de = "…", ar = "…" }`; then no language of the store may be missing.
"""

ABOUT_ICONS = "The drawings that `icon` may name; any of them fits a service, a paper or a need."
ICON_NAMES = ", ".join(f"`{name}`" for name in ICONS)

ABOUT = {
    "store": "`[store]`: what and where the store is.",
    "hours": "`[hours]`: when customers may take a ticket.",
    "times": "`[times]`: how long things may take.",
    "appointments": "`[appointments]`: what early, in time and late mean for whoever comes at a"
    " time.",
    "privacy": "`[privacy]`: how long what is personal is kept.",
    "need": "`[[need]]`, any number: what a customer may ask for at the kiosk.",
    "paper": "`[[paper]]`, any number: the documents that services ask for.",
    "service": "`[[service]]`, one or more: what customers come for.",
    "service.question": "`[[service.question]]`, any number: what the kiosk asks.",
    "service.question.answer": "`[[service.question.answer]]`, two or more a question; none where "
    "it is typed.",
    "service.requirement": "`[[service.requirement]]`, any number: the papers asked for. All "
    "requirements must be met.",
    "counter": "`[[counter]]`, one or more: where customers are served.",
    "staff": "`[[staff]]`, one or more: who works here.",
    "recovery": "`[[recovery]]`, any number: what staff may offer somebody whose wait grows longer"
    " than it was told. One tap on the tablet logs it.",
}


def page() -> str:
    parts = [part for name, t in sections() for part in section(name, t)]
    return "\n".join([HEAD, *parts, "## icons\n", f"{ABOUT_ICONS}\n", ICON_NAMES, ""])


def sections() -> Iterator[tuple[str, type[Table]]]:
    for name, table in (TABLES | LISTS).items():
        yield from inside(name, table)


def inside(name: str, table: type[Table]) -> Iterator[tuple[str, type[Table]]]:
    yield name, table
    for key, field in table.model_fields.items():
        if inner := inner_table(field):
            yield from inside(f"{name}.{key}", inner)


def inner_table(field: FieldInfo) -> type[Table] | None:
    found = [t for t in get_args(field.annotation) if isinstance(t, type) and issubclass(t, Table)]
    return found[0] if found else None


def section(name: str, table: type[Table]) -> Iterator[str]:
    yield f"## {name}\n\n{ABOUT[name]}\n"
    yield "| key | what it says | what it takes | when left out |\n|---|---|---|---|"
    for key, field in table.model_fields.items():
        if not inner_table(field):
            extra = field.json_schema_extra
            want = extra["want"] if isinstance(extra, dict) else ""
            yield f"| `{key}` | {cell(field.description)} | {cell(want)} | {default(field)} |"
    if name == "hours":
        hours = table.field("2026-12-24")
        assert hours is not None
        says = "Opening hours on that one day, whatever its weekday; `[]` is closed."
        want = str(hours.json_schema_extra["want"])  # type: ignore[index, call-overload]
        yield f'| `"2026-12-24"` … | {says} | {cell(want)} | as its weekday |'
    yield ""


def cell(text: Any) -> str:
    return str(text).replace("|", "\\|")


def default(field: FieldInfo) -> str:
    if field.is_required():
        return "**needed**"
    value = field.get_default()
    if value is None or value == [] or value == {}:
        return "nothing"
    return f"`{shown(f'{value:%H:%M}' if isinstance(value, time) else value)}`"


if __name__ == "__main__":
    PAGE.write_text(page())
