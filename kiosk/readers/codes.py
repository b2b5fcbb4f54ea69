"""QR, DataMatrix and barcodes: receipts, return labels, serial numbers.

Codes correct their own errors, so one frame is enough; barcodes are held to a check digit where
their kind has one, and to agreeing frames where it has none. What counts for a store is said by its
patterns: a code that matches none is not what was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import cv2
import numpy as np
import zxingcpp

from kiosk.readers.reading import Reading

F = zxingcpp.BarcodeFormat
KINDS = {
    F.QRCode: "qr",
    F.DataMatrix: "datamatrix",
    F.Code128: "code128",
    F.Code39: "code39",
    F.Code93: "code93",
    F.EAN13: "ean13",
    F.EAN8: "ean8",
    F.UPCA: "upca",
    F.ITF: "itf",
}
PROVEN = ("qr", "datamatrix")
TURNS_DEG = (-18, 18, -36, 36)
"""A barcode, unlike a QR code, is found only where a level line crosses all of it."""
FORMATS = zxingcpp.BarcodeFormats(list(KINDS))


def read(image: np.ndarray, patterns: Sequence[str] = ()) -> Reading | None:
    for code in _codes(image):
        if _wanted(code.text, patterns):
            kind = KINDS[code.format]
            return Reading(kind, text=code.text, number=code.text, sure=kind in PROVEN)
    return None


def _wanted(text: str, patterns: Sequence[str]) -> bool:
    return bool(text) and (not patterns or any(re.fullmatch(p, text) for p in patterns))


def _codes(image: np.ndarray) -> Iterator[zxingcpp.Barcode]:
    """The frame as it is first; only if that shows nothing, sharper, softer, larger
    and turned."""
    for shown in _shown(image):
        found = [code for code in zxingcpp.read_barcodes(shown, formats=FORMATS) if code.valid]
        yield from found
        if found:
            return


def _shown(image: np.ndarray) -> Iterator[np.ndarray]:
    yield image
    yield cv2.addWeighted(image, 2.2, cv2.GaussianBlur(image, (0, 0), 2.5), -1.2, 0)
    even = cv2.createCLAHE(3.0, (8, 8)).apply(cv2.GaussianBlur(image, (0, 0), 1.0))
    yield even
    yield cv2.resize(even, None, fx=1.5, fy=1.5, interpolation=cv2.INTER_CUBIC)
    for degrees in TURNS_DEG:
        yield _turned(image, degrees)


def _turned(image: np.ndarray, degrees: float) -> np.ndarray:
    height, width = image.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return cv2.warpAffine(image, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
