"""Passports and identity cards: finding the machine-readable zone and reading it.

Every line goes through the recogniser squeezed to 65 % of its width: at their own pitch the zone's
wide-set letters come out with some missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from kiosk.readers import mrz
from kiosk.readers.frames import Strip, cut, strips
from kiosk.readers.reading import Reading
from kiosk.readers.recogniser import Line, recognise

SQUEEZED = 0.65
MARGIN = 0.35
ENDS = 0.9
"""Wide enough for a first letter that stands thin and alone: I<UTO."""
REACHES = (9, 13, 6)
"""How far apart a line's letters may be, near or far from the camera."""
THIN = 14
LINES_MAX = 4
BLOCKS_MAX = 6
"""The longest lines first: what is not among these is no zone, and time is short."""
LEGIBLE = 0.8
PITCH = {44: 6.35 / 111.8, 36: 6.35 / 91.4, 30: 6.35 / 76.2}
"""Characters in a line → from line to line, as a share of a line's length."""


def read(image: np.ndarray, today: date) -> Reading | None:
    tried: list[Strip] = []
    blocks = 0
    for reach in REACHES:
        lines = [strip for strip in strips(image, reach) if strip.length > THIN * strip.height]
        for block in _blocks(lines):
            if _seen(block, tried):
                continue
            if blocks == BLOCKS_MAX:
                return None
            blocks += 1
            tried += block
            found = _read(image, block, today)
            if found:
                return found
    return None


def _seen(block: list[Strip], tried: list[Strip]) -> bool:
    return all(any(_same(one, other) for other in tried) for one in block)


def _same(one: Strip, other: Strip) -> bool:
    apart = np.hypot(one.middle[0] - other.middle[0], one.middle[1] - other.middle[1])
    return bool(apart < one.height / 2 and abs(one.length - other.length) < one.height)


def _blocks(lines: list[Strip]) -> Iterator[list[Strip]]:
    """Lines that stand over each other, of one length, in order: a zone has two or three."""
    left = list(lines)
    while left:
        longest = left[0]
        block = [line for line in left if _stands_by(longest, line)]
        left = [line for line in left if line not in block]
        yield sorted(block, key=lambda line: _depth(longest, line))[:LINES_MAX]


def _stands_by(one: Strip, other: Strip) -> bool:
    apart = np.hypot(one.middle[0] - other.middle[0], one.middle[1] - other.middle[1])
    turned = abs((one.angle - other.angle + 90) % 180 - 90)
    return bool(turned < 6 and apart < one.length * 0.3 and other.length > 0.8 * one.length)


def _depth(one: Strip, other: Strip) -> float:
    across = np.radians(one.angle + 90)
    return float(
        (other.middle[0] - one.middle[0]) * np.cos(across)
        + (other.middle[1] - one.middle[1]) * np.sin(across)
    )


def _read(image: np.ndarray, block: list[Strip], today: date) -> Reading | None:
    block, first = _upright(image, block)
    if first.sureness < LEGIBLE or len(first.text) < 20:
        return None
    texts = [first.text, *(_text(image, strip).text for strip in block[1:])]
    found = mrz.parse(texts, today) if len(texts) > 1 else None
    return _reading(found) or _around(image, block, texts, today)


def _upright(image: np.ndarray, block: list[Strip]) -> tuple[list[Strip], Line]:
    """The block the way it is legible: as it stands, or turned on its head."""
    first = _text(image, block[0])
    if first.sureness > LEGIBLE and len(first.text) > 20:
        return block, first
    turned = [strip._replace(angle=strip.angle + 180) for strip in reversed(block)]
    other = _text(image, turned[0])
    return (turned, other) if other.sureness > first.sureness else (block, first)


def _around(image: np.ndarray, block: list[Strip], texts: list[str], today: date) -> Reading | None:
    """Lines that were not found by themselves are looked for where they must be."""
    place = max(range(len(block)), key=lambda place: len(texts[place]))
    known, width = block[place], _nearest_width(len(texts[place]))
    if width is None:
        return None
    lines = 3 if width == 30 else 2
    step = known.length * PITCH[width]
    below = {0: texts[place]}
    for offset in [o for o in range(1 - lines, lines) if o != 0]:
        below[offset] = _text(image, _moved(known, step * offset)).text
    return _reading(mrz.parse([below[offset] for offset in sorted(below)], today))


def _nearest_width(length: int) -> int | None:
    width = min(PITCH, key=lambda width: abs(width - length))
    return width if abs(width - length) <= 2 else None


def _moved(strip: Strip, down: float) -> Strip:
    across = np.radians(strip.angle + 90)
    x, y = strip.middle
    return strip._replace(
        middle=(x + down * float(np.cos(across)), y + down * float(np.sin(across))),
        height=strip.height * 1.15,
    )


def _text(image: np.ndarray, strip: Strip) -> Line:
    return recognise(cut(image, strip, MARGIN, ENDS, SQUEEZED), mrz.ALPHABET)


def _reading(found: mrz.Mrz | None) -> Reading | None:
    if found is None:
        return None
    return Reading(
        "mrz",
        document_type=found.document_code,
        expires=found.expires.isoformat() if found.expires else None,
        holder=found.holder,
        number=found.number,
        sure=found.exact,
    )
