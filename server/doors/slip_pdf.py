"""A slip as PDF: the number and the wait, or exactly what to bring and when; and the code that
brings all of it back. Values in, bytes out; it knows no request."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

import qrcode
from babel.dates import format_skeleton
from msgspec import Struct

from server.floor.papers import HAVE
from server.floor.views.coming import ComingDayView, QuietView
from server.floor.views.phone import OwnPaperView, OwnVisitView, PhoneView
from server.floor.views.visit import MissingView
from server.words import Language, Say, babel_locale

FONTS = Path(__file__).parents[2] / "ui" / "vendor" / "fonts"
PAGE_MM = (105, 210)
MARGIN_MM = 9
INDENT_MM = 7
CODE_MM = 34
LEADING = 1.35
MM_A_POINT = 0.3528
FOREST = (15, 92, 77)
INK = (29, 41, 38)
QUIET = (85, 98, 94)
SCRIPTS = {"Latn": "latin", "Arab": "arabic"}
"""The scripts Foyer has letters of for a PDF, and their font."""
WORDS = ("kiosk", "floor", "ui")

Align = Literal["start", "center"]


class Slip(Struct, frozen=True):
    """What `phone_view` tells, the coming days as `/coming-days` has them, and where the code
    leads."""

    view: PhoneView
    coming: list[ComingDayView]
    address: str
    language: Language
    say: Say
    """The messages of `WORDS`."""


def writes(language: Language) -> bool:
    """Whether the fonts here have its letters."""
    return language.script in SCRIPTS


def draw(slip: Slip) -> bytes:
    page = _Page(slip)
    visit = slip.view.visit
    page.write(page.pick(slip.view.store.name), 12, bold=True, align="center")
    if visit.state == "ended":
        page.write(page.say("kiosk-come-back-title"), 22, bold=True, align="center")
    else:
        _place(page, visit)
    _papers(page, visit)
    if visit.state == "ended":
        _coming(page, slip.coming)
    page.code(slip.address)
    arrived = page.local(visit.arrived_at)
    page.write(f"{page.day(arrived)}, {arrived:%H:%M}", 9, color=QUIET, align="center")
    return bytes(page.pdf.output())


def _place(page: _Page, visit: OwnVisitView) -> None:
    page.write(page.say("kiosk-your-number"), 11, color=QUIET, align="center")
    page.number(visit.ticket or "")
    if visit.counter_name:
        page.write(_where(page, visit), 12, bold=True, align="center")
    if visit.held_until:
        until = f"{page.local(visit.held_until):%H:%M}"
        page.write(page.say("kiosk-kept"), 11, color=QUIET, align="center")
        page.write(page.say("kiosk-until", time=until), 18, bold=True, align="center")
    elif visit.quote and visit.quote.basis == "after_closing":
        page.write(page.say("kiosk-basis-after_closing"), 13, bold=True, align="center")
    elif visit.quote:
        before = f"{page.local(visit.quote.call_by):%H:%M}"
        page.write(page.say("kiosk-call-by"), 11, color=QUIET, align="center")
        page.write(page.say("kiosk-before", time=before), 18, bold=True, align="center")


def _where(page: _Page, visit: OwnVisitView) -> str:
    name, place = page.pick(visit.counter_name or {}), page.pick(visit.where)
    counter = page.say("counter-number", counter=name) if len(name) <= 3 else name
    return page.say("kiosk-counter-where", counter=counter, place=place) if place else counter


def _papers(page: _Page, visit: OwnVisitView) -> None:
    items = {item.paper: item for item in visit.papers.items}
    if not items:
        return
    page.rule()
    service = page.pick(visit.service_name)
    page.write(page.say("kiosk-bring", service=service), 13, bold=True)
    for group in visit.missing:
        _group(page, group, [items[p] for p in group.any if p in items])
    had = [item for item in items.values() if item.status in HAVE]
    if had:
        page.write(page.say("kiosk-bring-too"), 10, color=QUIET)
        for item in had:
            page.ticked(page.pick(item.name))


def _group(page: _Page, group: MissingView, items: list[OwnPaperView]) -> None:
    if group.lacking > 1:
        page.write(page.say("kiosk-so-many", count=group.lacking), 10, color=FOREST)
    open_ = [item for item in items if item.status not in HAVE]
    for number, item in enumerate(open_):
        if number and group.lacking == 1:
            page.write(page.say("kiosk-or"), 10, color=FOREST)
        page.ticked(page.pick(item.name), page.pick(item.what_counts))


def _coming(page: _Page, days: list[ComingDayView]) -> None:
    if not days:
        return
    page.rule()
    page.write(page.say("coming-title"), 13, bold=True)
    for one in days:
        opens = page.local(one.open[0].opens)
        page.write(f"{page.day(opens)}: {_hours(page, one)}", 10)
        if one.quiet:
            page.write(_quiet(page, one.quiet), 10, color=FOREST)
    if not any(one.quiet for one in days):
        page.write(page.say("coming-unknown"), 9, color=QUIET)


def _hours(page: _Page, one: ComingDayView) -> str:
    if one.all_day:
        return page.say("coming-all-day")
    spans = [(page.local(o.opens), page.local(o.closes)) for o in one.open]
    return ", ".join(f"{opens:%H:%M}–{closes:%H:%M}" for opens, closes in spans)


def _quiet(page: _Page, quiet: QuietView) -> str:
    since, until = page.local(quiet.since), page.local(quiet.until)
    minutes = max(1, -(-quiet.wait_s // 60))
    wait = page.say("ui-wait-none") if minutes == 1 else page.say("ui-wait-about", high=minutes)
    return page.say("coming-quiet", **{"from": f"{since:%H:%M}", "to": f"{until:%H:%M}"}, wait=wait)


class _Page:
    """One narrow page that reads in the customer's direction, and what it writes on it."""

    def __init__(self, slip: Slip) -> None:
        self.language = slip.language.code
        self.rtl = slip.language.direction == "rtl"
        self.zone = ZoneInfo(slip.view.store.time_zone)
        self.say = slip.say
        # Here, on the drawing thread: loading it is a seventh of the server's whole start.
        from fpdf import FPDF

        self.pdf = FPDF(format=PAGE_MM)
        self.pdf.set_margin(MARGIN_MM)
        self.pdf.set_auto_page_break(True, MARGIN_MM)
        self.pdf.set_lang(self.language)
        self.pdf.set_title(self.pick(slip.view.store.name))
        self._fonts(slip.language.script)
        self.pdf.add_page()

    def _fonts(self, script: str) -> None:
        self.script = SCRIPTS[script]
        for name in {"latin", self.script}:
            self.pdf.add_font(name, "", FONTS / f"slip-{name}.ttf")
            self.pdf.add_font(name, "B", FONTS / f"slip-{name}-bold.ttf")
        self.pdf.add_font("latin-ext", "", FONTS / "slip-latin-ext.ttf")
        self.pdf.set_fallback_fonts(["latin", "latin-ext"], exact_match=False)
        direction: Literal["rtl", "ltr"] = "rtl" if self.rtl else "ltr"
        self._shaping: dict[str, Any] = {
            "direction": direction,
            "script": script.lower(),
            "language": self.language,
        }
        self.pdf.set_text_shaping(True, **self._shaping)

    def pick(self, words: dict[str, str]) -> str:
        return words.get(self.language) or next(iter(words.values()), "")

    def local(self, moment: str) -> datetime:
        return datetime.fromisoformat(moment).astimezone(self.zone)

    def day(self, moment: datetime) -> str:
        return format_skeleton("EEEEdMMMM", moment, locale=babel_locale(self.language))

    def write(
        self,
        text: str,
        points: float,
        *,
        bold: bool = False,
        color: tuple[int, int, int] = INK,
        align: Align = "start",
        indent_mm: float = 0,
    ) -> None:
        # fpdf2 leaves the fallback's font in place behind a line that needed it, and believes it is
        # still this one: only another font in between makes it say which.
        self.pdf.set_font("latin", "", 1)
        self.pdf.set_font(self.script, "B" if bold else "", points)
        self.pdf.set_text_color(*color)
        width = self.pdf.epw - indent_mm
        self.pdf.set_x(MARGIN_MM if self.rtl else MARGIN_MM + indent_mm)
        side = "C" if align == "center" else ("R" if self.rtl else "L")
        height = points * MM_A_POINT * LEADING
        # The fonts lack French's narrow space before a colon.
        shown = text.replace("\u202f", "\u00a0")
        self.pdf.multi_cell(width, height, shown, align=side, new_x="LMARGIN", new_y="NEXT")

    def number(self, ticket: str) -> None:
        """Read from left to right in every language."""
        self.pdf.set_text_shaping(True, direction="ltr", script="latn", language="en")
        self.pdf.set_font("latin", "B", 54)
        self.pdf.set_text_color(*FOREST)
        self.pdf.cell(0, 22, ticket, align="C", new_x="LMARGIN", new_y="NEXT")
        self.pdf.set_text_shaping(True, **self._shaping)

    def ticked(self, name: str, more: str = "") -> None:
        """A line with a box to tick."""
        if self.pdf.get_y() > self.pdf.h - MARGIN_MM - 14:
            self.pdf.add_page()
        side = self.pdf.w - MARGIN_MM - 4 if self.rtl else MARGIN_MM
        self.pdf.set_draw_color(*INK)
        self.pdf.rect(side, self.pdf.get_y() + 1, 3.6, 3.6)
        self.write(name, 12, bold=True, indent_mm=INDENT_MM)
        if more:
            self.write(more, 10, color=QUIET, indent_mm=INDENT_MM)
        self.pdf.ln(1)

    def rule(self) -> None:
        self.pdf.ln(3)
        self.pdf.set_draw_color(*QUIET)
        self.pdf.set_dash_pattern(dash=1, gap=1)
        self.pdf.line(MARGIN_MM, self.pdf.get_y(), self.pdf.w - MARGIN_MM, self.pdf.get_y())
        self.pdf.set_dash_pattern()
        self.pdf.ln(3)

    def code(self, address: str) -> None:
        made = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
        made.add_data(address)
        rows = made.get_matrix()
        if self.pdf.get_y() + CODE_MM + 12 > self.pdf.h - MARGIN_MM:
            self.pdf.add_page()
        self.pdf.ln(4)
        size = CODE_MM / len(rows)
        left, top = (self.pdf.w - CODE_MM) / 2, self.pdf.get_y()
        self.pdf.set_fill_color(*INK)
        for y, row in enumerate(rows):
            for x, dark in enumerate(row):
                if dark:
                    self.pdf.rect(left + x * size, top + y * size, size, size, "F")
        self.pdf.set_y(top + CODE_MM + 3)
