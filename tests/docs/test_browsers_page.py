"""docs/browsers.md states the versions that tools/check holds the pages to."""

import json
import re
from pathlib import Path

OLDEST = json.loads(Path("tools/browsers.json").read_text())
NAMES = {
    "TV": "display",
    "kiosk": "kiosk",
    "phone, with script": "phone",
    "tablet": "staff",
    "manager": "manager",
}
ROW = re.compile(r"^\| ([^|]+?) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", re.M)


def test_the_page_states_what_is_checked() -> None:
    stated = {
        NAMES[page]: [f"chrome {c}", f"safari {s}", f"ios_saf {s}", f"firefox {f}"]
        for page, c, s, f in ROW.findall(Path("docs/browsers.md").read_text())
    }
    assert stated == {folder: oldest for folder, oldest in OLDEST.items() if folder != "ui"}


def test_what_all_pages_share_is_for_the_oldest_of_all() -> None:
    def version(browser: str) -> tuple[str, float]:
        name, number = browser.split()
        return name, float(number)

    shared = dict(map(version, OLDEST["ui"]))
    for browsers in OLDEST.values():
        for name, number in map(version, browsers):
            assert shared[name] <= number
