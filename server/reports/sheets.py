"""Report rows as a flat table: `waiting.p50_s` becomes the column `waiting_p50_s`. A list within
a row is a table of its own: a book has a sheet for each of the total, a CSV has none."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, to_builtins

from server.reports.exports import BOM, Cell, csv_text, harmless

WIDTH = 14


def flat(rows: Sequence[Struct]) -> tuple[list[str], list[list[Cell]]]:
    """Its columns, then its lines."""
    lines: list[dict[str, Cell]] = [dict(_flat(to_builtins(row))) for row in rows]
    return list(lines[0]), [list(line.values()) for line in lines]


def as_csv(rows: Sequence[Struct]) -> str:
    header, lines = flat(rows)
    table: list[list[Cell]] = [[*header], *lines]
    return BOM + csv_text([harmless(cell) for cell in line] for line in table)


def as_xlsx(rows: Sequence[Struct], about: Mapping[str, str]) -> bytes:
    """A sheet of the figures, and one that says what they count."""
    # Not above: it is a twelfth of a server's start, and few ever ask for a book.
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        header, lines = flat(rows)
        _sheet(book.add_worksheet("figures"), bold, header, lines)
        for name, (columns, cells) in _lists(rows[-1]).items():
            _sheet(book.add_worksheet(name), bold, columns, cells)
        _sheet(book.add_worksheet("about"), bold, ["figure", "meaning"], list(about.items()))
    return file.getvalue()


def _sheet(sheet: Any, bold: Any, header: Sequence[str], lines: Sequence[Sequence[Cell]]) -> None:
    sheet.write_row(0, 0, header, bold)
    for number, line in enumerate(lines, start=1):
        sheet.write_row(number, 0, line)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(header), WIDTH)


def _flat(value: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Cell]]:
    for name, inner in value.items():
        if isinstance(inner, dict):
            yield from _flat(inner, f"{prefix}{name}_")
        elif not isinstance(inner, list):
            yield f"{prefix}{name}", inner


def _lists(row: Struct) -> dict[str, tuple[list[str], list[list[Cell]]]]:
    found = {name: getattr(row, name) for name in row.__struct_fields__}
    return {name: flat(rows) for name, rows in found.items() if isinstance(rows, list) and rows}
