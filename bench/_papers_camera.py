"""A camera that never was, and a paper held before it: turned, tilted, blurred, dim, with glare."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

WIDTH, HEIGHT = 1920, 1080
Range = tuple[float, float]


@dataclass(frozen=True)
class Conditions:
    """What a set of frames may suffer; each frame draws its own from these ranges."""

    fills: Range
    """How much of the frame the paper spans, along whichever side it fills first."""
    turned_deg: float
    tilted: float
    upside_down: float
    blur_px: Range
    motion_px: Range
    light: Range
    glare: Range
    noise: Range
    jpeg: tuple[int, int]


SETS = {
    "clean": Conditions((0.75, 0.85), 1, 0.01, 0, (0, 0), (0, 0), (1, 1), (0, 0), (1, 2), (90, 95)),
    "moderate": Conditions(
        (0.55, 0.9), 10, 0.06, 0.08, (0, 1.2), (0, 5), (0.5, 1.1), (0, 0.6), (1, 6), (75, 92)
    ),
    "hard": Conditions(
        (0.42, 0.75), 25, 0.12, 0.2, (0.8, 2.0), (0, 10), (0.22, 0.7), (0.3, 1.0), (5, 13), (50, 75)
    ),
}


def showing(flat: Image.Image, how: Conditions, rng: random.Random, frames: int) -> Iterator[bytes]:
    """One customer holding one paper: the hand moves a little between frames, the room does not."""
    turned = rng.uniform(-how.turned_deg, how.turned_deg)
    turned += 180 if rng.random() < how.upside_down else 0
    fills, light = rng.uniform(*how.fills), rng.uniform(*how.light)
    room = background(rng)
    for _ in range(frames):
        yield photograph(flat, how, rng, room, turned + rng.uniform(-1.5, 1.5), fills, light)


def photograph(
    flat: Image.Image,
    how: Conditions,
    rng: random.Random,
    room: np.ndarray,
    turned: float,
    fills: float,
    light: float,
) -> bytes:
    frame = placed(np.asarray(flat)[:, :, ::-1], how, rng, room, turned, fills)
    frame = glared(frame, rng.uniform(*how.glare), rng)
    frame = moved(frame, rng.uniform(*how.motion_px), rng.uniform(0, 180))
    blur = rng.uniform(*how.blur_px)
    if blur > 0.2:
        frame = cv2.GaussianBlur(frame, (0, 0), blur)
    grain = np.random.default_rng(rng.randrange(1 << 32))
    noise = grain.standard_normal(frame.shape, np.float32) * rng.uniform(*how.noise)
    frame = np.clip(frame * light + noise, 0, 255).astype(np.uint8)
    quality = rng.randint(*how.jpeg)
    return cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()


def background(rng: random.Random) -> np.ndarray:
    """A desk, a jacket: something uneven behind the paper."""
    coarse = np.random.default_rng(rng.randrange(1 << 32)).normal(0, 14, (9, 16, 1))
    base = np.array([rng.randint(40, 150) for _ in range(3)])
    room = cv2.resize(coarse, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)[:, :, None] + base
    for _ in range(rng.randint(2, 6)):
        one, other = [(rng.randrange(WIDTH), rng.randrange(HEIGHT)) for _ in range(2)]
        cv2.line(room, one, other, [float(c) - 25 for c in base], rng.randint(2, 14))
    return np.asarray(np.clip(room, 0, 255), np.uint8)


def placed(
    flat: np.ndarray,
    how: Conditions,
    rng: random.Random,
    room: np.ndarray,
    turned: float,
    fills: float,
) -> np.ndarray:
    height, width = flat.shape[:2]
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    around = corners - corners.mean(axis=0)
    angle = np.radians(turned)
    spin = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    around = around @ spin
    extent = np.ptp(around, axis=0)
    scale = fills * min(WIDTH / extent[0], HEIGHT / extent[1])
    around *= scale
    tilt = how.tilted * width * scale / 2
    around += np.array([[rng.uniform(-tilt, tilt) for _ in "xy"] for _ in around])
    extent = np.ptp(around, axis=0)
    slack = [max(0.0, WIDTH - extent[0]) / 3, max(0.0, HEIGHT - extent[1]) / 3]
    middle = [WIDTH / 2, HEIGHT / 2] + np.array([rng.uniform(-s, s) for s in slack])
    target = (around + middle).astype(np.float32)
    # Supersampled, as a lens does: shrinking by warping alone would alias the print.
    shrink = max(1.0, 1 / scale)
    soft = cv2.GaussianBlur(flat, (0, 0), 0.4 * shrink) if shrink > 1.2 else flat
    warp = cv2.getPerspectiveTransform(corners, target)
    paper = cv2.warpPerspective(soft, warp, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
    mask = np.zeros((HEIGHT, WIDTH), np.uint8)
    cv2.fillConvexPoly(mask, target.astype(np.int32), 255, cv2.LINE_AA)
    share = (mask / np.float32(255))[:, :, None]
    return paper * share + room * (1 - share)


def glared(frame: np.ndarray, strength: float, rng: random.Random) -> np.ndarray:
    if strength < 0.05:
        return frame
    light: np.ndarray = np.zeros((HEIGHT // 4, WIDTH // 4), np.float32)
    spot = (rng.randrange(WIDTH // 4), rng.randrange(HEIGHT // 4))
    axes = (rng.randint(20, 60), rng.randint(10, 35))
    cv2.ellipse(light, spot, axes, rng.uniform(0, 180), 0, 360, 1.0, -1)
    light = cv2.GaussianBlur(light, (0, 0), 12)
    light = cv2.resize(light, (WIDTH, HEIGHT))[:, :, None] * strength
    return np.asarray(frame * (1 - light) + 255 * light)


def moved(frame: np.ndarray, length: float, angle: float) -> np.ndarray:
    size = int(length)
    if size < 2:
        return frame
    kernel: np.ndarray = np.zeros((size, size), np.float32)
    kernel[size // 2] = 1
    turn = cv2.getRotationMatrix2D((size / 2 - 0.5, size / 2 - 0.5), angle, 1)
    kernel = cv2.warpAffine(kernel, turn, (size, size))
    return cv2.filter2D(frame, -1, kernel / kernel.sum())
