"""The text in the PDF417 of a North American driver licence or identity card: the AAMVA standard.

A PDF417 can decode to something that only looks like text. Nothing is believed without the header,
the subfile it announces and fields that are dates where dates belong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

HEADER = re.compile(r"@[\r\n\x1e\x1c ]{1,4}(?:ANSI |AAMVA)\d{6}\d{2}(?:\d{2})?\d{2}")
SUBFILE = re.compile(r"(DL|ID|EN)\d{8}(?:[A-Z]{2}\d{8})*")
"""The first one, and those announced behind it: the state's own."""
FIELD = re.compile(r"^(?:DL|ID|EN)?(D[A-D][A-Z])(.*)$")
FIELDS_LEAST = 5
NO_END = ("", "00000000", "99999999")
NO_NAME = ("NONE", "UNAVL", "UNAVAIL")
"""What is written where a holder has no such name."""
BETWEEN_NAMES = re.compile(r"[,$@]")
YEARS = range(1900, 2200)


@dataclass(frozen=True)
class Licence:
    """`expires` is None where it has no end."""

    document_type: str
    expires: date | None
    issued: date | None
    holder: str
    number: str


def parse(text: str) -> Licence | None:
    header = HEADER.match(text)
    if header is None:
        return None
    subfile = SUBFILE.match(text, header.end())
    if subfile is None:
        return None
    fields = _fields(text[subfile.end() :])
    end, issued = fields.get("DBA", ""), _day(fields.get("DBD", ""))
    expires = None if end in NO_END else _day(end)
    dated = issued or _day(fields.get("DBB", "")) if end in NO_END else expires
    if len(fields) < FIELDS_LEAST or dated is None or not fields.get("DAQ"):
        return None
    return Licence(subfile[1], expires, issued, _holder(fields), fields["DAQ"])


def _holder(fields: dict[str, str]) -> str:
    """`SURNAME<<GIVEN NAMES`. The first standard has all names in DAA, the next two all given ones
    in DCT."""
    surname, *given = BETWEEN_NAMES.split(fields.get("DAA", ""))
    surname = fields.get("DCS") or fields.get("DAB") or surname
    first = fields.get("DAC") or fields.get("DCT") or " ".join(given)
    return "<<".join("" if name.strip().upper() in NO_NAME else name for name in (surname, first))


def _fields(body: str) -> dict[str, str]:
    found = (FIELD.match(line.strip()) for line in re.split(r"[\r\n]+", body))
    return {field[1]: field[2].strip() for field in found if field}


def _day(text: str) -> date | None:
    """MMDDYYYY as in most of the United States, or YYYYMMDD as in Canada, in the first standard
    and wherever a state has it so: no text is both."""
    if not re.fullmatch(r"\d{8}", text):
        return None
    year_first = int(text[:4]) in YEARS
    year, month, day = (
        (text[:4], text[4:6], text[6:]) if year_first else (text[4:], text[:2], text[2:4])
    )
    try:
        return date(int(year), int(month), int(day)) if int(year) in YEARS else None
    except ValueError:
        return None
