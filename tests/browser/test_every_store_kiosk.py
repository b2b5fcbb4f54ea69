"""The kiosk holds every store, on each step, in each size and with each comfort."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.every_store import STORES, Size, check
from tests.browser.looks import KIOSK
from tests.browser.running import Server

PageFor = Callable[..., Page]
KIOSKS = ((1080, 1920), (1280, 800), (1024, 768))
ALL = ("larger", "lower", "contrast")
COMFORTS = ((), ALL)
EACH_COMFORT = ((), ("larger",), ("lower",), ("contrast",), ALL)
LANGUAGE_IN = dict(zip(STORES.values(), ("de", "ar", "de", "de", "ar"), strict=True))
"""Each store in one of them: who reads the other sees the same steps."""
STEPS_MAX = 12
MANY_NEEDS = """kiosk => {
  const { papers } = kiosk.about;
  kiosk.about.needs = [...papers, ...papers].map(
    ({ name }, index) => ({ id: `need${index}`, icon: "seat", name }));
}"""


class Walker:
    """Somebody who looks at every step in each size, and reads one language."""

    def __init__(self, page: Page, language: str, comforts: tuple[tuple[str, ...], ...]) -> None:
        self.page, self.language, self.comforts = page, language, comforts
        self.wrong: list[str] = []

    def looks(self, step: str) -> None:
        for width, height in KIOSKS:
            self.page.set_viewport_size({"width": width, "height": height})
            for comforts in self.comforts:
                self.page.evaluate(
                    "(names) => (document.documentElement.className = names.join(' '))", comforts
                )
                where = f"{step} {width}×{height} {'+'.join(comforts)}"
                check(self.page, KIOSK, where, self.wrong)
        self.page.evaluate("document.documentElement.className = ''")

    def begins(self) -> None:
        self.does("kiosk => kiosk.startOver()")
        self.page.locator(f".language[lang={self.language}]").click()
        expect(self.page.locator("main .choice").first).to_be_visible()

    def does(self, what: str) -> None:
        self.page.locator("foyer-kiosk").evaluate(what)

    def takes(self, choices: str, which: str) -> None:
        """And is at the next step, or at the answer to it."""
        before = self.place()
        getattr(self.page.locator(choices), which).click()
        if self.page.locator("#examples[open]").count():
            self.page.locator("#examples .answers button").last.click()
        self.page.wait_for_function(
            "before => { const kiosk = document.querySelector('foyer-kiosk');"
            " return kiosk.phase !== 'sending' && `${kiosk.phase} ${kiosk.walk.at}` !== before; }",
            arg=before,
        )

    def place(self) -> str:
        return self.page.locator("foyer-kiosk").evaluate(
            "kiosk => `${kiosk.phase} ${kiosk.walk.at}`"
        )

    @property
    def is_done(self) -> bool:
        return self.page.locator(".ticket").count() > 0


@pytest.fixture
def walker(filled: tuple[Server, Size], page_for: PageFor) -> Walker:
    server, size = filled
    page = page_for(1080, 1920)
    page.goto(server.link("kiosk"))
    expect(page.locator(".language").first).to_be_visible()
    expect(page.locator(".range").first).to_be_visible()
    comforts = EACH_COMFORT if size == STORES["eight"] else COMFORTS
    return Walker(page, LANGUAGE_IN[size], comforts)


def test_each_step(walker: Walker) -> None:
    """As it is reached by the first answer, and then by the last."""
    walker.looks("attract")
    for way in ("first", "last"):
        walker.begins()
        for n in range(STEPS_MAX):
            walker.looks(f"{way} step {n}")
            if walker.is_done:
                break
            missing = walker.page.locator(".offer").count()
            choices = "main .choice:visible, main .onward:visible"
            walker.takes(choices, "first" if missing else way)
        assert walker.is_done
    assert not walker.wrong, "\n".join(walker.wrong)


def test_missing_papers(walker: Walker) -> None:
    """What is missing, with each thing that can be done about it."""
    for offer in range(3):
        walker.begins()
        for _ in range(STEPS_MAX):
            if walker.page.locator(".offer").count():
                break
            none = walker.page.locator(".pair .reply").count()
            walker.takes("main .pair .reply" if none else "main .choice", "first")
        if not offer:
            walker.looks("missing papers")
        walker.page.locator(".offer").nth(offer).click()
        expect(walker.page.locator(".finish")).to_be_visible()
        walker.looks(f"offer {offer}")
    assert not walker.wrong, "\n".join(walker.wrong)


def test_what_comes_in_between(walker: Walker) -> None:
    """The dialogs, the keypad, and the first screen while it is closed or has lost its store."""
    page = walker.page
    walker.does(MANY_NEEDS)
    walker.begins()
    page.locator(".person").click()
    expect(page.locator("#help[open]")).to_be_visible()
    walker.looks("help")
    page.locator("#help .act").click()
    walker.does("kiosk => void (kiosk.idle_left_s = 30)")
    walker.looks("idle")
    walker.does("kiosk => void (kiosk.idle_left_s = 0)")
    walker.takes("main .choice", "first")
    walker.takes("main .choice", "first")
    for n in range(2):
        page.locator("[aria-haspopup=dialog]").click()
        expect(page.locator("#examples[open]")).to_be_visible()
        walker.looks(f"examples {n}")
        page.keyboard.press("Escape")
        walker.takes("main .pair .reply", "first")
    walker.takes("main .offer", "first")
    expect(page.locator(".need").first).to_be_visible()
    walker.looks("needs")
    walker.begins()
    walker.does("kiosk => void (kiosk.board = { ...kiosk.board, appointments: true })")
    page.locator(".actions .choice").click()
    walker.looks("keypad")
    walker.does("kiosk => kiosk.startOver()")
    walker.does("kiosk => void (kiosk.lost = true)")
    walker.looks("lost")
    walker.does("kiosk => void (kiosk.lost = false)")
    walker.does(
        "kiosk => { kiosk.about.phone = '+49 30 90290';"
        " kiosk.board = { ...kiosk.board, open: false, opens_next: '2026-12-02T08:00:00Z' }; }"
    )
    walker.looks("closed")
    page.locator(".person").click()
    walker.looks("closed, a person")
    assert not walker.wrong, "\n".join(walker.wrong)
