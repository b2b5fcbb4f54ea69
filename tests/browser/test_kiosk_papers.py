"""Papers at the kiosk, in each language: every verdict with what can be chosen, what is fixed here,
what is fetched, and the slip that brings all of it back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fluent.runtime import FluentBundle, FluentResource
from playwright.sync_api import Page, expect

from server.settings import load
from tests.browser.running import ROOT, Server, Stem
from tests.readers.agents import until

PageFor = Callable[..., Page]
PLAN = load(ROOT / "config.toml").plan()
SIZES = {"en": (1080, 1920), "de": (1280, 800), "ar": (1080, 1920)}


@pytest.fixture(scope="module")
def store(stem: Stem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One store for all languages."""
    running = Server(tmp_path_factory.mktemp("papers"), stem=stem)
    running.start()
    for counter, staff in (("1", "mai"), ("2", "ken")):
        running.call("POST", f"/counters/{counter}/open", {"staff": staff})
    yield running
    running.stop()


class Customer:
    """Somebody at the kiosk who reads one language, and taps what it says."""

    def __init__(self, page: Page, store: Server, language: str) -> None:
        self.page, self.store, self.language = page, store, language
        self.words = FluentBundle([language], use_isolating=False)
        for name in ("floor", "kiosk"):
            text = Path(ROOT / "ui" / "words" / language / f"{name}.ftl").read_text()
            self.words.add_resource(FluentResource(text))

    def says(self, words: str, **args: object) -> str:
        text, errors = self.words.format_pattern(self.words.get_message(words).value, args)
        assert not errors
        return str(text)

    def tap(self, words: str) -> None:
        self.press(self.says(words))

    def press(self, name: str) -> None:
        on_top = self.page.locator("dialog[open]")
        here = on_top if on_top.count() else self.page.locator("main")
        here.get_by_role("button", name=name).first.click()

    def begins(self, bought: str, *replies: str) -> None:
        self.page.goto(self.store.link("kiosk"))
        self.page.locator(f".language[lang={self.language}]").click()
        service = PLAN.services["replacement"]
        self.press(service.name[self.language])
        for question, answer in zip(service.questions, (bought, "private"), strict=True):
            self.press(next(a for a in question.answers if a.id == answer).text[self.language])
        for reply in replies:
            is_paper = reply in PLAN.papers
            self.press(PLAN.papers[reply].name[self.language] if is_paper else self.says(reply))

    def waits(self, choice: str) -> None:
        """Decides for a place in line, and needs nothing to make it easier."""
        self.tap(choice)
        self.tap("kiosk-needs-none")

    def reads(self, verdict: str, paper: str) -> None:
        heading = self.page.get_by_role("heading", level=1)
        expect(heading).to_have_text(self.says(f"kiosk-verdict-{verdict}", papers=1))
        fix = PLAN.papers[paper].fix.get(self.language)
        expect(self.page.locator("main .missing")).to_contain_text(
            fix or PLAN.papers[paper].what_counts[self.language]
        )

    @property
    def number(self) -> str:
        return self.page.locator(".ticket .number").inner_text()

    @property
    def code(self) -> str:
        """What a scanner reads off the slip."""
        source = self.page.locator(".ending .code").get_attribute("src")
        assert source is not None
        return source.removesuffix("/qr.svg")

    def shows(self, code: str) -> None:
        self.page.goto(f"{self.store.base}/kiosk?resume={self.store.base}{code}")

    def visit(self, number: str) -> dict[str, Any]:
        items = self.store.call("GET", "/visits?limit=200")["items"]
        found: dict[str, Any] = next(one for one in items if one["ticket"] == number)
        return found


@pytest.fixture(params=["en", "de", "ar"])
def customer(request: pytest.FixtureRequest, store: Server, page_for: PageFor) -> Customer:
    return Customer(page_for(*SIZES[request.param]), store, request.param)


HAVE, HAVE_NOT, NONE = "kiosk-have", "kiosk-have-not", "kiosk-have-none"


def test_what_is_missing_can_be_had_here_while_the_place_is_kept(customer: Customer) -> None:
    page = customer.page
    unsure = ("kiosk-unsure", "examples-still-unsure")
    customer.begins("here", HAVE, HAVE, *unsure, "passport", HAVE)
    customer.reads("fixable_here", "order_mail")
    customer.waits("kiosk-choose-fix")
    number = customer.number
    task = page.locator(".tasks li")
    expect(task).to_contain_text(PLAN.papers["order_mail"].fix[customer.language])
    assert customer.visit(number)["papers"]["verdict"] == "fixable_here"
    task.locator("button").last.click()
    expect(page.locator(".all-there")).to_contain_text(customer.says("kiosk-tasks-ready"))
    after = customer.visit(number)
    assert (after["state"], after["papers"]["verdict"]) == ("waiting", "ready")
    statuses = {item["paper"]: item["status"] for item in after["papers"]["items"]}
    assert statuses["order_mail"] == "declared", "a person still looks at it"


def test_what_is_fetched_comes_back_to_the_place_that_was_kept(customer: Customer) -> None:
    page = customer.page
    customer.begins("here", HAVE_NOT, HAVE, "receipt", "passport", HAVE)
    customer.reads("fetch", "drive")
    customer.waits("kiosk-choose-hold")
    expect(page.locator(".told")).to_contain_text(re.compile(r"\d\d:\d\d"))
    number, code = customer.number, customer.code
    assert customer.visit(number)["state"] == "held"
    customer.shows(code)
    expect(page.locator(".tasks")).to_contain_text(customer.says("kiosk-tasks-held"))
    page.locator(".task-done").click()
    expect(page.locator(".all-there")).to_be_visible()
    customer.tap("kiosk-return")
    expect(page.locator(".told .callby")).to_contain_text(re.compile(r"\d\d:\d\d"))
    back = customer.visit(number)
    assert (back["state"], back["papers"]["verdict"]) == ("waiting", "ready")
    expect(page).not_to_have_url(re.compile("resume"))


def test_who_comes_another_day_is_asked_only_what_was_missing(customer: Customer) -> None:
    page = customer.page
    customer.begins("elsewhere", HAVE, HAVE, HAVE_NOT, "passport", HAVE)
    customer.reads("not_today", "warranty_card")
    offers = page.locator(".offer").count()
    assert offers == 3, "no place is kept for what cannot be had today"
    customer.tap("kiosk-choose-come_back")
    expect(page.locator(".list .missing")).to_contain_text(
        PLAN.papers["warranty_card"].name[customer.language]
    )
    expect(page.locator(".list .coming")).to_contain_text(customer.says("coming-unknown"))
    customer.shows(customer.code)
    expect(page.locator("html")).to_have_attribute("lang", customer.language)
    expect(page.locator(".remembered")).to_contain_text(
        PLAN.papers["drive"].name[customer.language]
    )
    expect(page.locator(".shown")).to_contain_text(
        PLAN.papers["warranty_card"].name[customer.language]
    )
    customer.tap(HAVE)
    made = customer.visit(customer.number)
    assert made["papers"]["verdict"] == "ready"
    assert len(made["papers"]["items"]) == 5


def test_a_place_that_was_missed_leaves_the_answers(store: Server, page_for: PageFor) -> None:
    customer = Customer(page_for(1080, 1920, refusals=True), store, "en")
    customer.begins("here", HAVE_NOT, HAVE, "receipt", "passport", HAVE)
    customer.waits("kiosk-choose-hold")
    number, code = customer.number, customer.code
    store.call("POST", f"/visits/{customer.visit(number)['id']}/hold", {"minutes": 0.02})
    expect(customer.page.locator(".ticket")).to_be_visible()
    until(lambda: customer.visit(number)["ended_reason"] == "hold_expired")
    customer.shows(code)
    expect(customer.page.locator(".shown")).to_contain_text("The drive")
    customer.tap(HAVE)
    assert customer.number != number
    customer.shows("/v/" + "x" * 40)
    expect(customer.page.locator("main")).to_contain_text(customer.says("refusal-unknown_slip"))


def test_two_of_a_group_are_picked_one_by_one(store: Server, page_for: PageFor) -> None:
    page = page_for(1280, 800)
    page.goto(store.link("kiosk"))
    customer = Customer(page, store, "en")
    page.locator(".language[lang=en]").click()
    for name in ("Rescue my data", "My company’s", "Yes, I have it", "Passport"):
        customer.press(name)
    expect(page.locator(".title .lead")).to_have_text("You need 2 of them.")
    customer.press("Letter from your company")
    customer.press("Only this one")
    expect(page.locator(".missing")).to_contain_text("Company invoice or Extract")
    expect(page.locator(".missing")).not_to_contain_text("Letter")
    page.locator(".ways button").first.click()
    expect(page.locator(".choice.chosen")).to_contain_text("Letter from your company")
    customer.press("Company invoice")
    customer.press("These are the ones")
    customer.tap("kiosk-needs-none")
    assert customer.visit(customer.number)["papers"]["verdict"] == "ready"
