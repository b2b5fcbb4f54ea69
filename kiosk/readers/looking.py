"""One frame, and the kinds of paper it may show: what was seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import cv2
import numpy as np

from kiosk.readers import codes, documents, pdf417, quality, receipts
from kiosk.readers.frames import decoded, grey
from kiosk.readers.reading import Reading, Seen

KINDS = ("code", "pdf417", "mrz", "receipt")
"""What a paper can be read by, the quickest first."""


def look(data: bytes, kinds: Sequence[str], today: date, patterns: Sequence[str] = ()) -> Seen:
    image = decoded(data)
    if image is None:
        return Seen(None, "no_image")
    found = _read(image, kinds, today, patterns)
    return Seen(found) if found else Seen(None, quality.hint(grey(image)))


def look_twice(
    data: bytes, kinds: Sequence[str], today: date, patterns: Sequence[str] = ()
) -> Seen:
    """For where there is but one image: a paper that does not prove its own values must say them
    again, a little smaller."""
    first = look(data, kinds, today, patterns)
    if first.reading is None or first.reading.sure:
        return first
    image = decoded(data)
    if image is None:
        return Seen(None, "no_image")
    again = cv2.resize(image, None, fx=0.87, fy=0.87, interpolation=cv2.INTER_AREA)
    second = _read(again, [_family(first.reading.kind)], today, patterns)
    if second is not None and second.value == first.reading.value:
        return first
    return Seen(None, "not_certain")


def _read(
    image: np.ndarray, kinds: Sequence[str], today: date, patterns: Sequence[str]
) -> Reading | None:
    level = grey(image)
    readers: dict[str, Callable[[], Reading | None]] = {
        "code": lambda: codes.read(level, patterns),
        "pdf417": lambda: pdf417.read(level),
        "mrz": lambda: documents.read(level, today),
        "receipt": lambda: receipts.read(image, today),
    }
    for kind in KINDS:
        if kind in kinds:
            found = readers[kind]()
            if found is not None:
                return found
    return None


def _family(kind: str) -> str:
    return kind if kind in KINDS else "code"
