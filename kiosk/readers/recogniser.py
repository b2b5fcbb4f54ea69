"""Print to text: PP-OCR's recogniser, one line at a time, and its detector where lines are unclear.

The models come in RapidOCR's wheel; they are run here directly, since only so can a line be read
in the alphabet it is known to be written in.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import onnxruntime

HEIGHT = 48
WIDTH_MAX = 1600
THREADS = 2
FOUND_AT = 0.3
SURE_AT = 0.5
GROWS = 1.7
SIDE_STEP = 32


class Line(NamedTuple):
    text: str
    sureness: float


def recognise(image: np.ndarray, alphabet: str | None = None) -> Line:
    """The text of one upright line; `alphabet` is what it may be made of."""
    characters = _characters()
    likely = _run(_recogniser(), _as_line(image))[0]
    columns = np.arange(likely.shape[1]) if alphabet is None else _columns(alphabet)
    likely = likely[:, columns]
    best = likely.argmax(axis=1)
    sure = likely[np.arange(len(best)), best]
    text, sureness = [], []
    before = 0
    for step, place in enumerate(best):
        if place != 0 and place != before:
            text.append(characters[columns[place]])
            sureness.append(float(sure[step]))
        before = place
    return Line("".join(text), float(np.mean(sureness)) if sureness else 0.0)


def _as_line(image: np.ndarray) -> np.ndarray:
    if image.ndim == 2:
        image = cv2.cvtColor(image, cv2.COLOR_GRAY2BGR)
    height, width = image.shape[:2]
    width = max(HEIGHT, min(WIDTH_MAX, round(width * HEIGHT / height)))
    image = cv2.resize(image, (width, HEIGHT), interpolation=cv2.INTER_AREA)
    return _as_input(image)


def _as_input(image: np.ndarray) -> np.ndarray:
    scaled = image.astype(np.float32) / 127.5 - 1
    return scaled.transpose(2, 0, 1)[None]


def detect(image: np.ndarray) -> list[np.ndarray]:
    """Where text stands, each as the four corners of a turned rectangle, from the top down."""
    height, width = image.shape[:2]
    fitted = cv2.resize(image, (_stepped(width), _stepped(height)))
    likely = _run(_detector(), _as_input(fitted))[0, 0]
    scale = np.array([width / fitted.shape[1], height / fitted.shape[0]], np.float32)
    boxes = []
    contours, _ = cv2.findContours(
        (likely > FOUND_AT).astype(np.uint8), cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE
    )
    for contour in contours:
        box = _box(contour, likely)
        if box is not None:
            boxes.append(cv2.boxPoints(box) * scale)
    return sorted(boxes, key=lambda box: float(box[:, 1].mean()))


def _stepped(side: int) -> int:
    return max(SIDE_STEP, round(side / SIDE_STEP) * SIDE_STEP)


def _box(contour: np.ndarray, likely: np.ndarray) -> cv2.typing.RotatedRect | None:
    middle, (width, height), angle = cv2.minAreaRect(contour)
    if min(width, height) < 3:
        return None
    x, y, w, h = cv2.boundingRect(contour)
    if float(likely[y : y + h, x : x + w].max()) < SURE_AT:
        return None
    # The detector marks a line's core; its letters reach further by area over circumference.
    more = width * height * GROWS / (width + height)
    return middle, (width + more, height + more), angle


@cache
def _columns(alphabet: str) -> np.ndarray:
    places = {character: place for place, character in enumerate(_characters())}
    return np.array([0, *(places[character] for character in alphabet)])


@cache
def _characters() -> list[str]:
    known = _recogniser().get_modelmeta().custom_metadata_map["character"]
    return ["", *known.split("\n"), " "]


@cache
def _recogniser() -> onnxruntime.InferenceSession:
    return _session("*_rec_*.onnx")


@cache
def _detector() -> onnxruntime.InferenceSession:
    return _session("*_det_*.onnx")


def _session(pattern: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.log_severity_level = 3
    # Waiting threads that spin would take the cores from the page's live picture.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    (model,) = models().glob(pattern)
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def models() -> Path:
    found = importlib.util.find_spec("rapidocr")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("rapidocr")
    return Path(found.origin).parent / "models"


def _run(session: onnxruntime.InferenceSession, image: np.ndarray) -> np.ndarray:
    answer: np.ndarray = session.run(None, {session.get_inputs()[0].name: image})[0]
    return answer


def warm() -> None:
    recognise(np.zeros((HEIGHT, HEIGHT * 4, 3), np.uint8))
