"""What holds for every page: nothing leaves the store, nothing is written as HTML."""

import re
import tomllib
from pathlib import Path

import pytest

SCREENS = ("kiosk", "display", "staff", "manager", "phone", "ui")
PAGES = [
    path
    for screen in SCREENS
    for path in sorted(Path(screen).rglob("*"))
    if path.suffix in (".html", ".js", ".css", ".svg") and "vendor" not in path.parts
]
HARMLESS = ("http://www.w3.org/", "http://localhost", "https://localhost")


def test_there_are_pages():
    assert len(PAGES) > 20


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_a_page_names_no_other_machine(path):
    for address in re.findall(r"https?://[^\s\"'`)<]+", path.read_text()):
        assert address.startswith(HARMLESS), address


@pytest.mark.parametrize("path", [p for p in PAGES if p.suffix in (".html", ".js")], ids=str)
def test_a_page_sets_no_style_and_no_html_by_hand(path):
    text = path.read_text()
    assert not re.search(r"<[^>]*\sstyle=", text), "the security policy blocks style attributes"
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "unsafeHTML"):
        assert word not in text


def test_the_icons_of_the_config_are_drawn():
    drawn = Path("ui/icons.js").read_text()
    config = tomllib.loads(Path("config.toml").read_text())
    for table in (*config["need"], *config["paper"], *config["service"]):
        assert re.search(rf"""["']?\b{table["icon"]}\b["']?\s*:""", drawn), table["icon"]
