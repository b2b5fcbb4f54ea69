"""Finding a paper, its lines and its codes in a frame, and making them upright."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

SIDE_MAX = 2600
BYTES_MAX = 40_000_000
SEARCHED_AT = 1000
"""Lines are looked for on the frame scaled to this long side: finer only shows the grain."""


class Strip(NamedTuple):
    """A long thin turned rectangle that may be a line of print."""

    middle: tuple[float, float]
    length: float
    height: float
    angle: float
    """In degrees, -90 to 90; 0 is level."""


def decoded(data: bytes) -> np.ndarray | None:
    """The image, no larger than is useful; None when this is no image."""
    if not data or len(data) > BYTES_MAX:
        return None
    try:
        image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error:
        return None
    if image is None:
        return None
    return shrunk(image, SIDE_MAX)


def shrunk(image: np.ndarray, side: int) -> np.ndarray:
    scale = side / max(image.shape[:2])
    if scale >= 1:
        return image
    return cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def grey(image: np.ndarray) -> np.ndarray:
    return cv2.cvtColor(image, cv2.COLOR_BGR2GRAY) if image.ndim == 3 else image


def ink(image: np.ndarray, size: int) -> np.ndarray:
    """Dark marks finer than `size`, whatever the light on them, as a mask."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    marks = cv2.morphologyEx(image, cv2.MORPH_BLACKHAT, kernel)
    around = cv2.blur(marks, (61, 61))
    return ((marks > 12) & (marks > around * 1.3)).astype(np.uint8) * 255


def strips(image: np.ndarray, reach: int) -> list[Strip]:
    """Marks no further apart than `reach` make one strip, in whatever direction they run: so a line
    is found however the paper is turned. Measured in the image's own pixels, the longest first."""
    scale = SEARCHED_AT / max(image.shape[:2])
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    joined = cv2.dilate(
        ink(cv2.GaussianBlur(small, (3, 3), 0), 13),
        cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)),
    )
    contours, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for contour in contours:
        (x, y), (width, height), angle = cv2.minAreaRect(contour)
        if width < height:
            width, height, angle = height, width, angle + 90
        angle = (angle + 90) % 180 - 90
        width, height = width - reach, height - reach
        if height > 2 and width > 6 * height:
            found.append(Strip((x / scale, y / scale), width / scale, height / scale, float(angle)))
    return sorted(found, key=lambda strip: -strip.length)


def cut(image: np.ndarray, strip: Strip, margin: float, ends: float, squeezed: float) -> np.ndarray:
    """The strip, level, its width `squeezed`: `margin` of its height above and below, `ends`
    of it at either end."""
    height = strip.height * (1 + 2 * margin)
    length = strip.length + 2 * strip.height * ends
    scale = 48 / height
    turn = cv2.getRotationMatrix2D(strip.middle, strip.angle, 1)
    across, down = max(48, round(length * scale * squeezed)), 48
    shape = np.array([[scale * squeezed, 0, across / 2], [0, scale, down / 2], [0, 0, 1]])
    move = np.array([[1, 0, -strip.middle[0]], [0, 1, -strip.middle[1]], [0, 0, 1]])
    whole = shape @ move @ np.vstack([turn, [0, 0, 1]])
    flags = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return cv2.warpAffine(
        image, whole[:2], (across, down), flags=flags, borderMode=cv2.BORDER_REPLICATE
    )
