"""What was seen on one frame, and what is taken for true of several."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from typing import NamedTuple

FRAMES = 4
AGREE = 2


@dataclass(frozen=True)
class Reading:
    """One paper as one frame shows it. Dates are ISO text.

    `sure`: the paper proves its own values (check digits with nothing mended, error correction), so
    that one frame is enough. `holder` and `number` are for comparing papers and stay on the kiosk.
    """

    kind: str
    document_type: str | None = None
    expires: str | None = None
    issued: str | None = None
    order_number: str | None = None
    date: str | None = None
    text: str | None = None
    holder: str | None = None
    number: str | None = None
    sure: bool = False

    @property
    def value(self) -> tuple[str | None, ...]:
        """What two frames must agree on."""
        told = (self.document_type, self.expires, self.order_number, self.date, self.text)
        return (self.kind, *told)


class Seen(NamedTuple):
    """A reading, or why there is none and what the customer could do about it."""

    reading: Reading | None
    why: str | None = None


class Vote:
    """Over one showing of one paper: a reading counts once two of the last four frames agree."""

    def __init__(self) -> None:
        self._last: deque[Reading | None] = deque(maxlen=FRAMES)

    def add(self, reading: Reading | None) -> Reading | None:
        self._last.append(reading)
        if reading is None:
            return None
        if reading.sure:
            return reading
        counted = Counter(one.value for one in self._last if one is not None)
        return reading if counted[reading.value] >= AGREE else None
