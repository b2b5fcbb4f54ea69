"""Frames of papers nobody was ever given: what is seen, and what is said when nothing is."""

import random
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from PIL import Image

from bench import _papers_camera as camera
from bench import _papers_draw as drawing
from bench.papers import READ_AS, compared
from kiosk.readers import quality
from kiosk.readers.frames import decoded, grey
from kiosk.readers.looking import KINDS, look, look_twice
from kiosk.readers.reading import FRAMES, Reading, Vote

TODAY = date(2026, 11, 21)


def frames(kind: str, seed: int, how: str = "moderate", count: int = 1) -> tuple[dict, list[bytes]]:
    rng = random.Random(f"test {kind} {seed}")
    paper = drawing.draw(kind, rng)
    return paper.truth, list(camera.showing(paper.image, camera.SETS[how], rng, count))


@pytest.mark.parametrize("kind", drawing.KINDS)
def test_each_kind_is_read_right(kind):
    truth, (frame,) = frames(kind, 1)
    seen = look(frame, [READ_AS[kind]], TODAY)
    assert seen.reading is not None, seen.why
    assert compared(seen.reading, truth) == (True, False)


@pytest.mark.parametrize("kind", ["td3", "pdf417", "qr"])
def test_a_paper_on_its_head_is_read_too(kind):
    rng = random.Random(7)
    paper = drawing.draw(kind, rng)
    paper_on_its_head = paper.image.rotate(180)
    (frame,) = camera.showing(paper_on_its_head, camera.SETS["clean"], rng, 1)
    seen = look(frame, [READ_AS[kind]], TODAY)
    assert seen.reading is not None
    assert compared(seen.reading, paper.truth) == (True, False)


def test_a_single_image_is_looked_at_for_everything_and_believed_only_twice():
    truth, (frame,) = frames("receipt", 2, "clean")
    assert compared(look_twice(frame, KINDS, TODAY).reading, truth) == (True, False)


def test_a_code_that_is_not_asked_for_is_not_taken():
    _, (frame,) = frames("qr", 1)
    assert look(frame, ["code"], TODAY, [r"RMA-\d{6}-\w{4}"]).reading is not None
    assert look(frame, ["code"], TODAY, [r"S/N \d+"]).reading is None


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"\xff\xd8\xff\xe0 cut short", b"\x89PNG\r\n\x1a\n"]
)
def test_what_is_no_image_is_said_to_be_none(data):
    assert look(data, KINDS, TODAY) == (None, "no_image")


def photographed(image: Image.Image, how: camera.Conditions) -> np.ndarray:
    return grey(decoded(next(camera.showing(image, how, random.Random(3), 1))))


CLEAN = camera.SETS["clean"]


@pytest.mark.parametrize(
    ("hint", "changed"),
    [
        ("too_dark", {"light": (0.12, 0.15)}),
        ("closer", {"fills": (0.2, 0.25)}),
        ("blurred", {"blur_px": (9, 10), "noise": (0, 0)}),
    ],
)
def test_a_bad_picture_is_met_with_what_would_help(hint, changed):
    paper = drawing.draw("td3", random.Random(1)).image
    assert quality.hint(photographed(paper, replace(CLEAN, **changed))) == hint


def test_light_reflected_on_the_paper_is_said_so():
    paper = drawing.draw("td3", random.Random(1)).image.point(lambda value: value * 0.7)
    frame = photographed(paper, replace(CLEAN, noise=(0, 0)))
    frame[400:600, 700:1000] = 255
    assert quality.hint(frame) == "glare"


def reading(expires: str, sure: bool = False) -> Reading:
    return Reading("mrz", "P", expires, sure=sure)


def test_two_of_four_frames_must_agree():
    vote = Vote()
    assert vote.add(reading("2030-01-01")) is None
    assert vote.add(reading("2031-01-01")) is None
    assert vote.add(None) is None
    assert vote.add(reading("2030-01-01")) == reading("2030-01-01")


def test_what_was_seen_too_long_ago_does_not_count():
    vote = Vote()
    vote.add(reading("2030-01-01"))
    for _ in range(FRAMES):
        vote.add(None)
    assert vote.add(reading("2030-01-01")) is None


def test_a_paper_that_proves_itself_needs_no_second_frame():
    assert Vote().add(reading("2030-01-01", sure=True)) is not None
