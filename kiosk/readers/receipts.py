"""Receipts and invoices: finding the paper, reading its upper part, line by line, till both the
order number and the day are known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import cv2
import numpy as np

from kiosk.readers import told
from kiosk.readers.frames import shrunk
from kiosk.readers.reading import Reading
from kiosk.readers.recogniser import Line, detect, recognise

UPPER = 0.45
ALL = 0.85
UPSIDE_DOWN = (cv2.ROTATE_180,)
SIDEWAYS = (cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_90_COUNTERCLOCKWISE)
SIDE = 960
PAPER_LEAST = 0.05
LEGIBLE = 0.6
PLAIN = 0.93
ROWS_MAX = 12
JUDGED = 2
ROOM = 0.04


def read(image: np.ndarray, today: date) -> Reading | None:
    paper = _paper(image)
    upper = Part(paper, UPPER)
    if not upper.on_its_side and upper.legibility() > PLAIN:
        return _told(paper, upper, today)
    turned = SIDEWAYS if upper.on_its_side else UPSIDE_DOWN
    ways = [paper, *(cv2.rotate(paper, turn) for turn in turned)]
    parts = [upper, *(Part(way, UPPER) for way in ways[1:])]
    # Print on its head can pass for print: the more legible way is the right one.
    best = max(range(len(ways)), key=lambda way: parts[way].legibility())
    if parts[best].legibility() < LEGIBLE:
        return None
    return _told(ways[best], parts[best], today)


def _told(paper: np.ndarray, upper: Part, today: date) -> Reading | None:
    lines: list[str] = []
    number, day = _searched(upper.lines(), lines, today)
    if (number is None) != (day is None):
        # Where one of them stands, the other is worth reading on for.
        number, day = _searched(Part(paper, ALL).lines(len(lines)), lines, today)
    if number is None and day is None:
        return None
    return Reading("receipt", order_number=number, date=day, number=number)


def _searched(
    further: Iterator[str], lines: list[str], today: date
) -> tuple[str | None, str | None]:
    """Adds line by line until both the order number and the day are known."""
    number, day = told.order_number(lines), told.day(lines, today)
    for line in further:
        lines.append(line)
        number, day = told.order_number(lines), told.day(lines, today)
        if number and day:
            break
    return number, day


class Part:
    """The upper part of a paper: where its rows stand, each line read at most once."""

    def __init__(self, paper: np.ndarray, share: float) -> None:
        self._image = paper[: round(paper.shape[0] * share)]
        self._read: dict[int, Line] = {}
        boxes = _boxes(self._image)
        wide = [box for box in boxes if _is_wide(box)]
        self.rows = _rows(wide)[: round(ROWS_MAX * share / UPPER)]
        self.on_its_side = len(boxes) > 2 * len(wide)

    def lines(self, after: int = 0) -> Iterator[str]:
        return (" ".join(self._line(box).text for box in row) for row in self.rows[after:])

    def legibility(self) -> float:
        """How sure its longest lines are read, 0 to 1."""
        longest = sorted((row[0] for row in self.rows), key=lambda box: -np.ptp(box[:, 0]))
        sure = [self._line(box).sureness for box in longest[:JUDGED]]
        return float(np.mean(sure)) if sure else 0.0

    def _line(self, box: np.ndarray) -> Line:
        if id(box) not in self._read:
            self._read[id(box)] = recognise(_cut(self._image, box))
        return self._read[id(box)]


def _paper(image: np.ndarray) -> np.ndarray:
    """The brightest large patch, level and upright on its shorter side; else the whole frame."""
    small = shrunk(image, 480)
    scale = image.shape[1] / small.shape[1]
    lightness = cv2.GaussianBlur(_whiteness(small), (7, 7), 0)
    _, mask = cv2.threshold(lightness, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    largest = max(contours, key=cv2.contourArea, default=None)
    if largest is None or cv2.contourArea(largest) < PAPER_LEAST * mask.size:
        return image
    corners = _corners(largest)
    return _flat(image, corners * scale)


def _whiteness(image: np.ndarray) -> np.ndarray:
    """Bright and without colour."""
    hsv = cv2.cvtColor(image, cv2.COLOR_BGR2HSV).astype(np.float32)
    return np.clip(hsv[:, :, 2] * (1 - hsv[:, :, 1] / 255), 0, 255).astype(np.uint8)


def _corners(contour: np.ndarray) -> np.ndarray:
    hull = cv2.convexHull(contour)
    outline = cv2.arcLength(hull, True)
    for share in (0.02, 0.035, 0.05, 0.08):
        rough = cv2.approxPolyDP(hull, share * outline, True)
        if len(rough) == 4:
            return rough[:, 0].astype(np.float32)
    return cv2.boxPoints(cv2.minAreaRect(contour))


def _flat(image: np.ndarray, corners: np.ndarray) -> np.ndarray:
    """In reading order from the corner that is nearest to the frame's upper left."""
    middle = corners.mean(axis=0)
    around = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    corners = corners[np.argsort(around)]
    corners = middle + (corners - middle) * (1 + ROOM)
    corners = np.roll(corners, -int(corners.sum(axis=1).argmin()), axis=0).astype(np.float32)
    width = max(_apart(corners[0], corners[1]), _apart(corners[2], corners[3]))
    height = max(_apart(corners[1], corners[2]), _apart(corners[3], corners[0]))
    target = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    warp = cv2.getPerspectiveTransform(corners, target)
    return cv2.warpPerspective(
        image, warp, (round(width), round(height)), borderMode=cv2.BORDER_REPLICATE
    )


def _apart(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.hypot(*(one - other)))


def _boxes(image: np.ndarray) -> list[np.ndarray]:
    fitted = shrunk(image, SIDE)
    scale = image.shape[1] / fitted.shape[1]
    return [box * scale for box in detect(fitted)]


def _is_wide(box: np.ndarray) -> bool:
    width, height = np.ptp(box, axis=0)
    return bool(width > 1.5 * height)


def _rows(boxes: list[np.ndarray]) -> list[list[np.ndarray]]:
    """From the top. Words apart but in one row are one line: "Order no." and its number."""
    rows: list[list[np.ndarray]] = []
    for box in boxes:
        height = np.ptp(box[:, 1])
        if rows and abs(rows[-1][-1][:, 1].mean() - box[:, 1].mean()) < height / 2:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [sorted(row, key=lambda box: box[:, 0].min()) for row in rows]


def _cut(image: np.ndarray, box: np.ndarray) -> np.ndarray:
    """A line cut out level: its box starts at any corner."""
    ordered = box[np.argsort(box[:, 0])]
    left, right = (pair[np.argsort(pair[:, 1])] for pair in (ordered[:2], ordered[2:]))
    corners = np.array([left[0], right[0], right[1], left[1]], np.float32)
    width, height = _apart(corners[0], corners[1]), _apart(corners[0], corners[3])
    target = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    warp = cv2.getPerspectiveTransform(corners, target)
    size = (max(8, round(width)), max(8, round(height)))
    return cv2.warpPerspective(image, warp, size, flags=cv2.INTER_CUBIC)
