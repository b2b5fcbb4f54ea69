"""Driver licences: the PDF417 on their back, which a decoder alone gives up on once it is turned.

A ladder of ever dearer tries: the frame as it is; the code cut out and made level; that sharpened,
softened and enlarged; that turned a little either way.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
import zxingcpp

from kiosk.readers import aamva
from kiosk.readers.reading import Reading

SEARCHED_AT = 640
WIDE = 1300
ROOM = 1.08
FORMATS = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.PDF417])
TURNS_DEG = (-2.5, 2.5, -5, 5)


def read(image: np.ndarray) -> Reading | None:
    for text in _texts(image):
        found = aamva.parse(text)
        if found:
            return Reading(
                "pdf417",
                document_type=found.document_type,
                expires=found.expires.isoformat() if found.expires else None,
                issued=found.issued.isoformat() if found.issued else None,
                holder=found.holder,
                number=found.number,
            )
    return None


def _texts(image: np.ndarray) -> Iterator[str]:
    yield from _decoded(image)
    codes = [_level(image, box) for box in _boxes(image)]
    for code in codes:
        yield from _decoded(code)
    for code in codes:
        yield from _decoded(_sharp(code))
        yield from _decoded(cv2.GaussianBlur(code, (0, 0), 1.2))
        double = cv2.resize(code, None, fx=1.6, fy=1.6, interpolation=cv2.INTER_CUBIC)
        yield from _decoded(double)
        yield from _decoded(_sharp(double))
    for code in codes:
        for turn in TURNS_DEG:
            yield from _decoded(_turned(code, turn))


def _decoded(image: np.ndarray) -> list[str]:
    found = zxingcpp.read_barcodes(image, formats=FORMATS, text_mode=zxingcpp.TextMode.Plain)
    return [code.text for code in found if code.valid]


def _sharp(image: np.ndarray) -> np.ndarray:
    return cv2.addWeighted(image, 2.2, cv2.GaussianBlur(image, (0, 0), 2.5), -1.2, 0)


def _turned(image: np.ndarray, degrees: float) -> np.ndarray:
    height, width = image.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return cv2.warpAffine(image, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)


def _boxes(image: np.ndarray) -> list[cv2.typing.RotatedRect]:
    """Where a dense patch of edges is longer than high: at most two, the largest first."""
    scale = SEARCHED_AT / max(image.shape)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    edges = cv2.morphologyEx(small, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    busy = cv2.blur(edges, (9, 9))
    _, mask = cv2.threshold(busy, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((15, 15), np.uint8))
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found: list[cv2.typing.RotatedRect] = []
    for contour in sorted(contours, key=cv2.contourArea, reverse=True)[:2]:
        (x, y), (width, height), angle = cv2.minAreaRect(contour)
        if width < height:
            width, height, angle = height, width, angle + 90
        if width > 60 and width > 1.4 * height:
            found.append(((x / scale, y / scale), (width / scale, height / scale), angle))
    return found


def _level(image: np.ndarray, box: cv2.typing.RotatedRect) -> np.ndarray:
    """The code cut out with its quiet zone, level, at a size decoders like."""
    middle, (width, height), angle = box
    scale = max(1.0, WIDE / width)
    across, down = round(width * ROOM * scale), round(height * (ROOM + 0.12) * scale)
    turn = cv2.getRotationMatrix2D(middle, angle, scale)
    turn[0, 2] += across / 2 - middle[0]
    turn[1, 2] += down / 2 - middle[1]
    return cv2.warpAffine(
        image, turn, (across, down), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
