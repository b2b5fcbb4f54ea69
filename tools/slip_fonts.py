"""Makes the slip's fonts from the pages' own: one weight each, as a PDF can carry them.

.venv/bin/python tools/slip_fonts.py
"""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).resolve().parents[1] / "ui" / "vendor" / "fonts"
MADE = {
    "slip-latin": ("atkinson-latin", 400),
    "slip-latin-bold": ("atkinson-latin", 700),
    "slip-latin-ext": ("atkinson-latin-ext", 400),
    "slip-arabic": ("noto-arabic", 400),
    "slip-arabic-bold": ("noto-arabic", 700),
}


def make() -> None:
    for name, (source, weight) in MADE.items():
        font = instantiateVariableFont(TTFont(FONTS / f"{source}.woff2"), {"wght": weight})
        font.flavor = None
        font.save(FONTS / f"{name}.ttf")


if __name__ == "__main__":
    make()
