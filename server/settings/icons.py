"""The drawings a store may name, as `ui/icons.js` has them."""

from __future__ import annotations

import re
from pathlib import Path

_DRAWN = re.compile(r'^  "?([a-z][a-z-]*)"?: svg`', re.M)

ICONS = tuple(
    sorted(_DRAWN.findall((Path(__file__).parents[2] / "ui" / "icons.js").read_text("utf-8")))
)
