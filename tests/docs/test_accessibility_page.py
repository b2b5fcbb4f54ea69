"""The contrasts and sizes that docs/accessibility.md states are those of the stylesheets."""

import re
from pathlib import Path

import pytest

PAGE = Path("docs/accessibility.md").read_text()
TOKENS = dict(
    re.findall(
        r"--([\w-]+): (#[0-9a-f]{6});",
        Path("ui/tokens.css").read_text().split(":root {")[1].split("\n}")[0],
    )
)
ROWS = re.findall(r"^\| `--([\w-]+)` \| `--([\w-]+)` \| ([\d.]+) \|", PAGE, re.M)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(TOKENS[one]), luminance(TOKENS[other])), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("ink", "ground", "stated"), ROWS)
def test_a_contrast_is_as_stated(ink, ground, stated):
    assert contrast(ink, ground) == pytest.approx(float(stated), abs=0.06)


@pytest.mark.parametrize(("ink", "ground", "stated"), [r for r in ROWS if r[0] != "edge"])
def test_text_is_readable_for_most(ink, ground, stated):
    assert contrast(ink, ground) >= 7


def test_an_outline_can_be_found():
    assert contrast("edge", "paper") >= 3


def test_the_sizes_of_the_tv_are_those_of_its_stylesheet():
    told = Path("display/display.css").read_text().split("*/")[0]
    for size in ("290 px", "194 px", "96 px", "48 px", "53′", "17′", "9′", "0.634 mm"):
        assert size in PAGE
        assert size in told


def test_the_sizes_of_the_kiosk_are_those_of_its_stylesheet():
    style = Path("kiosk/kiosk.css").read_text()
    assert "2.7 px a millimetre" in style
    assert "padding-top: 38vh" in style, "the page says the top 38 % stay empty"
    assert "38 %" in PAGE
