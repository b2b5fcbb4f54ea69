"""The text in the PDF417 of a North American driver licence or identity card: the AAMVA standard.

A PDF417 can decode to something that only looks like text. Nothing is believed without the header,
the subfile it announces and fields that are dates where dates belong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

HEADER = re.compile(r"@[\r\n\x1e\x1c ]{1,4}(?:ANSI |AAMVA)(\d{6})(\d{2})(\d{2})?(\d{2})")
SUBFILE = re.compile(r"(DL|ID|EN)\d{8}(?:[A-Z]{2}\d{8})*")
"""The first one, and those announced behind it: the state's own."""
FIRST_VERSION = "01"
FIELD = re.compile(r"^(?:DL|ID|EN)?(D[A-D][A-Z])(.*)$")
FIELDS_LEAST = 5


@dataclass(frozen=True)
class Licence:
    document_type: str
    expires: date
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
    year_first = fields.get("DCG") == "CAN" or header[2] == FIRST_VERSION
    expires = _day(fields.get("DBA", ""), year_first)
    if len(fields) < FIELDS_LEAST or expires is None or not fields.get("DAQ"):
        return None
    holder = f"{fields.get('DCS', fields.get('DAB', ''))}<<{fields.get('DAC', '')}"
    issued = _day(fields.get("DBD", ""), year_first)
    return Licence(subfile[1], expires, issued, holder, fields["DAQ"])


def _fields(body: str) -> dict[str, str]:
    found = (FIELD.match(line.strip()) for line in re.split(r"[\r\n]+", body))
    return {field[1]: field[2].strip() for field in found if field}


def _day(text: str, year_first: bool) -> date | None:
    """MMDDYYYY in the United States, YYYYMMDD in Canada and in the standard of 2000."""
    if not re.fullmatch(r"\d{8}", text):
        return None
    year, month, day = (
        (text[:4], text[4:6], text[6:]) if year_first else (text[4:], text[:2], text[2:4])
    )
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
