"""The machine-readable zone of a passport or identity card: ICAO Doc 9303, TD1, TD2 and TD3.

Text in, fields out. Letters that OCR mistakes for digits are mended where only digits may stand,
and the other way round. Check digits do not prove a number (G and 6 have the same weight as 6 and
G elsewhere): what is relied on is the kind of document and the day it expires.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
TO_DIGIT = str.maketrans("OQDUCILJZSBGAT", "00000111258647")
TO_LETTER = str.maketrans("0125678", "OIZSGTB")
FILLER_SLIPS = "<CKGEL"
KNOWN = ("AC", "PE", "PL")
SLACK = 3
EXPIRY_YEARS_AHEAD = 60
NO_END = ("990101", "991231", "999999")
"""Printed where a document is valid for ever; others leave the place empty."""
NO_DAY = "<<<<<<"


class Layout(NamedTuple):
    """Where the fields stand, as (line, from, to)."""

    form: str
    lines: int
    width: int
    number: tuple[int, int, int]
    birth: tuple[int, int, int]
    expiry: tuple[int, int, int]
    whole: tuple[tuple[int, int, int], ...]
    """What the last check digit is made over; it is the last character of `number`'s or line 2."""
    name: tuple[int, int, int]
    first_letters: str


TD1 = Layout(
    "TD1", 3, 30, (0, 5, 14), (1, 0, 6), (1, 8, 14),
    ((0, 5, 30), (1, 0, 7), (1, 8, 15), (1, 18, 29)), (2, 0, 30), "ACI",
)  # fmt: skip
TD2 = Layout(
    "TD2", 2, 36, (1, 0, 9), (1, 13, 19), (1, 21, 27),
    ((1, 0, 10), (1, 13, 20), (1, 21, 35)), (0, 5, 36), "ACIP",
)  # fmt: skip
TD3 = Layout(
    "TD3", 2, 44, (1, 0, 9), (1, 13, 19), (1, 21, 27),
    ((1, 0, 10), (1, 13, 20), (1, 21, 43)), (0, 5, 44), "P",
)  # fmt: skip
LAYOUTS = (TD3, TD1, TD2)


@dataclass(frozen=True)
class Mrz:
    form: str
    document_code: str
    expires: date | None
    """None: it has no end."""
    holder: str
    number: str
    exact: bool
    """Every check digit held, the one over the whole zone too, with nothing mended."""


def check_digit(text: str) -> str:
    return str(sum(ALPHABET.index(c) % 36 * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10)


def tidy(line: str) -> str:
    """The line in the zone's own alphabet; what OCR reads in its place is put right."""
    line = line.upper().translate(str.maketrans("«‹〈＜", "<<<<"))
    return "".join(c for c in line if c in ALPHABET)


def parse(lines: Sequence[str], today: date) -> Mrz | None:
    """Finds the zone among lines in reading order. None: there is none, or it does not add up."""
    tidied = [tidy(line) for line in lines]
    for layout in LAYOUTS:
        for start in range(len(tidied) - layout.lines + 1):
            block = tidied[start : start + layout.lines]
            found = _of(layout, block, today)
            if found:
                return found
    return None


def _of(layout: Layout, block: Sequence[str], today: date) -> Mrz | None:
    if not all(_fits(line, layout.width) for line in block):
        return None
    first = block[0][0].translate(TO_LETTER)
    if first not in layout.first_letters:
        return None
    fitted = [_fitted(line, layout, row) for row, line in enumerate(block)]
    return _first(_fields(layout, list(zone), today) for zone in _zones(fitted))


def _first(found: Iterable[Mrz | None]) -> Mrz | None:
    mended = None
    for one in found:
        if one and one.exact:
            return one
        mended = mended or one
    return mended


def _fits(line: str, width: int) -> bool:
    """Of about that length: a line with a run of fillers may have lost many of them."""
    short = width - len(line)
    return -SLACK <= short <= (width // 2 if "<<<" in line else SLACK)


def _fitted(line: str, layout: Layout, row: int) -> list[str]:
    """The line at its full width. Runs of fillers are what OCR miscounts: they are let grow and
    shrink, first the longest, then at the end."""
    width = layout.width
    if len(line) == width:
        return [line]
    runs = sorted(_runs(line), key=lambda run: run[0] - run[1])
    tried = [_resized(line, run, width) for run in runs[:2]]
    cut = (line + "<" * width)[:width]
    ways = [way for way in tried if way is not None]
    return list(dict.fromkeys([*ways, cut]))


def _runs(line: str) -> list[tuple[int, int]]:
    runs, start = [], None
    for place, char in enumerate(line + " "):
        if char == "<" and start is None:
            start = place
        elif char != "<" and start is not None:
            runs.append((start, place))
            start = None
    return runs


def _resized(line: str, run: tuple[int, int], width: int) -> str | None:
    length = run[1] - run[0] + width - len(line)
    return line[: run[0]] + "<" * length + line[run[1] :] if length >= 1 else None


def _zones(fitted: list[list[str]]) -> Iterable[tuple[str, ...]]:
    zones: list[tuple[str, ...]] = [()]
    for ways in fitted:
        zones = [(*zone, way) for zone in zones for way in ways]
    return zones


def _fields(layout: Layout, zone: list[str], today: date) -> Mrz | None:
    birth = _dated(zone, layout.birth)
    expiry = _dated(zone, layout.expiry)
    if birth is None or expiry is None:
        return None
    endless = expiry[:6] in (*NO_END, NO_DAY)
    expires = None if endless else _expiry_day(expiry, today)
    if not (endless or expires) or not _may_be_a_day(birth):
        return None
    row, start, end = layout.number
    number, digit = zone[row][start:end], zone[row][end]
    read = (_at(zone, layout.birth), _at(zone, layout.expiry))
    whole = "".join(zone[r][a:b] for r, a, b in layout.whole)
    exact = (
        read == (birth, expiry)
        and check_digit(number) == digit
        and check_digit(whole) == zone[1][-1]
    )
    # A place that is empty may be one that was not read: then everything else must hold.
    if expiry[:6] == NO_DAY and not exact:
        return None
    row, start, end = layout.name
    holder = zone[row][start:end].translate(TO_LETTER).strip("<")
    return Mrz(layout.form, _code(zone[0][:2]), expires, holder, number, exact)


def _code(read: str) -> str:
    """No check digit covers the kind of document: fillers and a D misread there are put right."""
    first, second = tuple(read.translate(TO_LETTER))
    if second in FILLER_SLIPS and read not in KNOWN:
        second = ""
    elif first != "P" and second == "O":
        second = "D"
    return first + second


def _at(zone: list[str], field: tuple[int, int, int]) -> str:
    row, start, end = field
    return zone[row][start : end + 1]


def _dated(zone: list[str], field: tuple[int, int, int]) -> str | None:
    """Six digits and the check digit that holds, letters taken for the digits they look like."""
    text = _at(zone, field).translate(TO_DIGIT)
    return text if _holds(text) else None


def _holds(text: str) -> bool:
    filled = text[:-1].replace("<", "0").isdigit()
    # The check digit of an empty place may be left out like the rest.
    return filled and text[-1].replace("<", "0") == check_digit(text[:-1])


def _may_be_a_day(text: str) -> bool:
    """A date of birth may leave out what is not known."""
    known = text[:6].replace("<<", "01")
    return known.isdigit() and _day(2000 + int(known[:2]), known) is not None


def _expiry_day(text: str, today: date) -> date | None:
    if not text[:6].isdigit():
        return None
    year = today.year // 100 * 100 + int(text[:2])
    return _day(year - 100 if year > today.year + EXPIRY_YEARS_AHEAD else year, text)


def _day(year: int, text: str) -> date | None:
    try:
        return date(year, int(text[2:4]), int(text[4:6]))
    except ValueError:
        return None
