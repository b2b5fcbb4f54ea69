"""The slip's fonts have every letter that Foyer's own words put on it."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from server.doors.slip_pdf import FONTS, SCRIPTS, WORDS
from server.words import LANGUAGES, language_of

NARROW_SPACE = "\u202f"
"""Written as a no-break space."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_is_missing(language: str) -> None:
    fonts = {SCRIPTS[language_of(language).script], "latin", "latin-ext"}
    there = {chr(c) for f in fonts for c in TTFont(FONTS / f"slip-{f}.ttf").getBestCmap()}
    said = "".join(Path(f"ui/words/{language}/{name}.ftl").read_text() for name in WORDS)
    assert set(said) - there - {"\n", NARROW_SPACE} == set()
