"""Whether a page holds what a store puts into it: text in its box and over no other text, figures
whole, nothing sideways, what must be reached in sight and large enough to be touched."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Page

FAULTS = (Path(__file__).parent / "faults.js").read_text()
SETTLED = """() => document.fonts.ready.then(() => new Promise(
  (done) => requestAnimationFrame(() => requestAnimationFrame(done))))"""


@dataclass(frozen=True)
class Held:
    """What a kind of screen is held to. `target_px`: 20 mm of a kiosk; 0 where nothing is touched.
    `still`: it never scrolls as a whole. `actions`: a selector of what must always be in sight;
    everything that can be touched must be, on a page that is `still`, unless it lies in a list
    that scrolls and says so by the attribute `data-scrolls`."""

    target_px: int
    contrast: float
    still: bool
    actions: str = ""
    ignore: str = "#nothing-is-ignored"


KIOSK = Held(target_px=54, contrast=7, still=True)
DISPLAY = Held(target_px=0, contrast=7, still=True)
TABLET = Held(target_px=40, contrast=4.5, still=False)
PHONE = Held(target_px=40, contrast=4.5, still=False)
MANAGER = Held(target_px=0, contrast=4.5, still=False)


def faults(page: Page, held: Held) -> list[str]:
    page.evaluate(SETTLED)
    found: list[str] = page.evaluate(FAULTS, asdict(held))
    return sorted(found)
