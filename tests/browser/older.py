"""A page as Chrome 88 has it: what that does not know is taken from Chromium, styles and script."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route

NEWER_VALUE = re.compile(r"\d(cq(w|h|i|b|min|max)|[sld]v(w|h|i|b|min|max))\b|\bsafe center\b")
NEWER_PROPERTY = ("container", "translate", "rotate", "scale", "text-wrap", "accent-color")
NEWER_SELECTOR = re.compile(r":has\(|:dir\(|:user-(in)?valid|:modal")
NEWER_RULE = ("@container", "@layer", "@property", "@starting-style")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
NEXT = re.compile(r"[^{};]*[{};]|[^{};]+$")
"""A declaration, the head of a block, or its end."""
WITHOUT_NEWER_SCRIPT = """
  delete AbortSignal.timeout;
  delete AbortSignal.any;
  delete window.structuredClone;
  delete Object.hasOwn;
  delete Array.prototype.at;
  delete Array.prototype.findLast;
  delete Array.prototype.toSorted;
  delete String.prototype.at;
  delete Crypto.prototype.randomUUID;
  delete Element.prototype.checkVisibility;
"""


def as_chrome_88(page: Page) -> Page:
    page.add_init_script(WITHOUT_NEWER_SCRIPT)

    def styles(route: Route) -> None:
        if route.request.resource_type != "stylesheet":
            return route.fallback()
        answer = route.fetch()
        return route.fulfill(response=answer, body=older_styles(answer.text()))

    page.route("**/*", styles)
    return page


def older_styles(text: str) -> str:
    """What the older browser keeps: it drops what it cannot read, a declaration or a whole rule."""
    kept: list[str] = []
    depth = 0
    left_out: int | None = None
    for piece in NEXT.findall(COMMENT.sub("", text)):
        opens, closes = piece.endswith("{"), piece.endswith("}")
        if left_out is None and opens and _is_newer(piece):
            left_out = depth
        if left_out is None:
            if opens or not _cannot_be_read(piece):
                kept.append(piece)
            elif closes:
                kept.append("}")
        depth += opens - closes
        if closes and depth == left_out:
            left_out = None
    return "".join(kept)


def _is_newer(head: str) -> bool:
    return head.strip().startswith(NEWER_RULE) or bool(NEWER_SELECTOR.search(head))


def _cannot_be_read(declaration: str) -> bool:
    name, _, value = declaration.strip(" \n\t;}").partition(":")
    return name.strip() in NEWER_PROPERTY or bool(NEWER_VALUE.search(value))
