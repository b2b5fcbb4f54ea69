"""What a receipt or an invoice says of itself: its order number and its day, in English or German.

Text in, values out. A number counts only behind a word that says what it is, a date only in a form
that leaves no doubt about day and month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar jan jän jänner",
            "february februar feb",
            "march märz maerz marz mar mär mrz",
            "april apr",
            "may mai",
            "june juni jun",
            "july juli jul",
            "august aug",
            "september sep sept",
            "october oktober oct okt",
            "november nov",
            "december dezember dec dez",
        ),
        start=1,
    )
    for name in names.split()
}
NUMBERED = re.compile(
    r"(?:order|invoice|receipt|sales|bestell|auftrags?|rechnungs?|beleg|bon|quittungs?)"
    r"(?:ung)?[\s\-‐]*(?:number|nummer|no|nr|num|id|#|n0)?[\s.:#\-‐]*"
    r"([A-Z]{0,4}[\s\-]?\d[\dA-Z]*(?:[-/]\d[\dA-Z]*)*)\b",
    re.IGNORECASE,
)
NUMBER_LEAST = 4
YEARS_BACK = 30
ENDS = r"(?=\d\d:\d\d|[^\d.]|\.\D|\.?$)"
"""A time may have run into it."""
YEAR = r"(\d{4})" + ENDS
WORD = r"([A-Za-zÄÖÜäöü0][A-Za-zÄÖÜäöü]{2,8})"
NUMERIC = (
    (re.compile(r"(?<![\d.])(\d{4})-(\d{2})-(\d{2})" + ENDS), "ymd"),
    (re.compile(r"(?<![\d.])(\d{1,2})\s?\.\s?(\d{1,2})\s?\.\s?(\d{4}|\d{2}(?!\d))" + ENDS), "dmy"),
    (re.compile(r"(?<![\d/])(\d{4})/(\d{2})/(\d{2})(?![\d/])"), "ymd"),
    (re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])"), "slashed"),
)
NAMED = (
    (re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s.\-]*" + WORD + r"[\s.,\-]*" + YEAR), "dmy"),
    (re.compile(WORD + r"[\s.]*(\d{1,2})(?:st|nd|rd|th)?[\s,]*" + YEAR), "mdy"),
)


def order_number(lines: Sequence[str]) -> str | None:
    for line in lines:
        found = NUMBERED.search(line)
        if found:
            number = re.sub(r"\s", "", found[1]).upper()
            if sum(c.isdigit() for c in number) >= NUMBER_LEAST:
                return number
    return None


def day(lines: Sequence[str], today: date) -> str | None:
    """The first day it names that is not still to come."""
    for line in lines:
        for found in _days(line):
            if today - timedelta(days=365 * YEARS_BACK) < found <= today + timedelta(days=1):
                return found.isoformat()
    return None


def _days(line: str) -> Iterator[date]:
    for pattern, order in (*NUMERIC, *NAMED):
        for found in pattern.finditer(line):
            parts = _ordered(found.groups(), order)
            if parts is not None:
                yield from _day(*parts)


def _ordered(parts: Sequence[str], order: str) -> tuple[str, str, str] | None:
    """Year, month, day. A date with slashes is one only where day and month cannot be swapped."""
    if order == "slashed":
        first, second = int(parts[0]), int(parts[1])
        if first != second and first <= 12 and second <= 12:
            return None
        order = "dmy" if first > 12 or first == second else "mdy"
    places = {letter: part for letter, part in zip(order, parts, strict=True)}
    return places["y"], places["m"], places["d"]


def _day(year: str, month: str, day_: str) -> Iterator[date]:
    number = int(month) if month.isdigit() else MONTHS.get(month.lower().replace("0", "o"))
    if number is None:
        return
    try:
        yield date(int(year) + (2000 if len(year) == 2 else 0), number, int(day_))
    except ValueError:
        return
