"""The same table as Parquet, for those who analyse years of it. Needs the extra `analytics`."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from server.reports.exports import COLUMNS, FLAGS, NUMBERS, TIMES, Cell

BRING_IT = ".venv/bin/pip install 'duckdb>=1.4'"
SOURCE, TARGET = "visits.csv", "visits.parquet"
# Nothing may be fetched while a store runs: what the wheel holds is enough.
OFFLINE = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


class NotInstalled(Exception):
    """The extra is not here; BRING_IT brings it."""


def write(folder: Path, rows: Iterable[Iterable[Cell]]) -> None:
    """The rows of `exports.table`, laid down for `converted`."""
    with (folder / SOURCE).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def converted(folder: Path) -> bytes:
    """Native work that may take seconds: not for the thread that serves taps."""
    types = ", ".join(f"'{column}': '{_type(column)}'" for column in COLUMNS)
    with duckdb().connect(config=OFFLINE) as connection:
        connection.execute(
            f"COPY (SELECT * FROM read_csv('{folder / SOURCE}', header = false,"
            f" columns = {{{types}}})) TO '{folder / TARGET}' (FORMAT parquet)"
        )
    return (folder / TARGET).read_bytes()


def duckdb() -> Any:
    try:
        return import_module("duckdb")
    except ImportError as error:
        raise NotInstalled(BRING_IT) from error


def _type(column: str) -> str:
    if column in TIMES:
        return "TIMESTAMPTZ"
    if column in FLAGS:
        return "BOOLEAN"
    if column == "date":
        return "DATE"
    return "DOUBLE" if column in NUMBERS else "VARCHAR"
