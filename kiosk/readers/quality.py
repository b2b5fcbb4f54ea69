"""Why a paper could not be read, as the customer can mend it. Only ever a hint: print is still read
on frames that measure badly, so nothing is refused for how it looks."""

from __future__ import annotations

import cv2
import numpy as np

DARK = 55
GLARE = 250
GLARE_SHARE = 0.012
BLURRED = 30.0
PAPER_LEAST = 0.09
SIDE = 640


def hint(image: np.ndarray) -> str:
    """One of too_dark, glare, closer, blurred, not_found."""
    scale = SIDE / max(image.shape)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    paper = _paper(small)
    inside = small[paper > 0]
    if float(np.percentile(small, 95)) < DARK * 1.6 or float(np.median(inside)) < DARK:
        return "too_dark"
    if float((inside >= GLARE).mean()) > GLARE_SHARE and float(np.median(inside)) < GLARE - 25:
        return "glare"
    if paper.mean() / 255 < PAPER_LEAST:
        return "closer"
    sharpness = cv2.Laplacian(image, cv2.CV_64F).var()
    return "blurred" if sharpness < BLURRED else "not_found"


def _paper(image: np.ndarray) -> np.ndarray:
    """The largest bright patch as a mask, the whole frame where there is none."""
    _, mask = cv2.threshold(
        cv2.GaussianBlur(image, (9, 9), 0), 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU
    )
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    alone = np.zeros_like(mask)
    if contours:
        cv2.drawContours(alone, [max(contours, key=cv2.contourArea)], -1, 255, -1)
    return alone if alone.any() else np.full_like(mask, 255)
