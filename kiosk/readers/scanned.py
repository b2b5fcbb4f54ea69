"""Text from a handheld scanner, which has read the code itself: what kind of paper it is.

A scanner that plays a keyboard loses what no key writes, so the control characters before an AAMVA
header are put back; its fields are on lines of their own either way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kiosk.readers import aamva, mrz
from kiosk.readers.reading import Reading

HEADER = re.compile(r"^@[\s\x1c-\x1f]*(?=ANSI |AAMVA)")
KINDS = ("mrz", "pdf417", "code")
"""Those that prove themselves first: to a code without patterns everything is a code."""


def read(text: str, kind: str, today: date, patterns: Sequence[str] = ()) -> Reading | None:
    if kind == "mrz":
        return _zone(text, today)
    if kind == "pdf417":
        return _licence(text)
    return _code(text.strip(), patterns)


def _zone(text: str, today: date) -> Reading | None:
    found = mrz.parse(text.split(), today)
    if found is None or not found.exact:
        return None
    expires = found.expires.isoformat() if found.expires else None
    return Reading(
        "mrz", found.document_code, expires, holder=found.holder, number=found.number, sure=True
    )


def _licence(text: str) -> Reading | None:
    found = aamva.parse(HEADER.sub("@\n\x1e\r", text.lstrip()))
    if found is None:
        return None
    return Reading(
        "pdf417",
        found.document_type,
        found.expires.isoformat() if found.expires else None,
        found.issued.isoformat() if found.issued else None,
        holder=found.holder,
        number=found.number,
        sure=True,
    )


def _code(text: str, patterns: Sequence[str]) -> Reading | None:
    if not text or (patterns and not any(re.fullmatch(one, text) for one in patterns)):
        return None
    return Reading("code", text=text, number=text, sure=True)
