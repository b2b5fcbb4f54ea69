"""A screen's modules joined into one script, and its stylesheets into one: two requests instead of
sixty. Made of the files as they are, without a build; whoever changes a file sees it at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from flask import Response, abort

from server.doors.files import ALWAYS_ASK, KINDS, File, Files, answer, made

OURS = "ui/"
VENDORED = {
    "lit": "ui/vendor/lit.js",
    "@fluent/bundle": "ui/vendor/fluent.js",
    "socket.io-client": "ui/vendor/socket.io.js",
    "sortablejs": "ui/vendor/sortable.js",
    "zxing-wasm": "ui/vendor/zxing.js",
}
"""Names that modules import by, and the files they mean."""
APART = ("ui/vendor/zxing.js",)
"""Fetched by itself when it is needed: too large to be had by everybody."""
KEPT = "public, max-age=31536000, immutable"

IMPORT = re.compile(r'^import\s*(?:([^"\';]+?)\s*from\s*)?"([^"]+)";\n?', re.MULTILINE)
EXPORT_FROM = re.compile(r'^export\s*\{([^}]*)\}\s*from\s*"([^"]+)";\n?', re.MULTILINE)
EXPORT_NAMES = re.compile(r"(?:^|(?<=[;}]))export\s*\{([^}]*)\};?\s*$")
EXPORTED = re.compile(
    r"^export\s+((?:async\s+)?function\*?|class|const|let|var|default)\s+([\w$]+)", re.MULTILINE
)
LOADED_LATER = re.compile(r'\bimport\("([^"]+)"\)(?!\.[A-Z])')
"""Not `import("…").Thing`, which names a type in a comment beside code."""
COMMENT = re.compile(
    r"^[ \t]*(?:/\*(?!!)(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL
)
"""Whole lines only: inside a line it may be part of an address or of a pattern."""


class CannotJoin(Exception):
    """A module written in a way that this file does not join."""


@dataclass(frozen=True)
class Screen:
    script: str
    styles: tuple[str, ...]


TOKENS, FONTS = ("ui/tokens.css", "ui/base.css"), ("ui/fonts.css",)
SCREENS = {
    "kiosk": Screen(
        "kiosk/kiosk.js",
        (
            *TOKENS,
            *FONTS,
            "kiosk/kiosk.css",
            "kiosk/kept.css",
            "kiosk/reading.css",
            "kiosk/tasks.css",
            "kiosk/examples.css",
            "kiosk/appointment.css",
            "kiosk/keypad.css",
        ),
    ),
    "display": Screen("display/display.js", (*TOKENS, *FONTS, "display/display.css")),
    "staff": Screen(
        "staff/staff.js",
        (
            *TOKENS,
            *FONTS,
            "staff/staff.css",
            "staff/counter.css",
            "staff/floor.css",
            "staff/balance.css",
            "staff/round.css",
            "staff/appointments.css",
        ),
    ),
    "manager": Screen("manager/manager.js", (*TOKENS, *FONTS, "manager/manager.css")),
    "phone": Screen("phone/phone.js", (*TOKENS, "phone/phone.css")),
    "booked": Screen("phone/booked.js", (*TOKENS, "phone/phone.css", "phone/booked.css")),
}
"""What each page is made of. A phone does without fonts: it has good ones of its own."""


@dataclass(frozen=True)
class Made:
    """A joined file, and when each of its parts was changed last."""

    parts: tuple[tuple[str, tuple[int, int] | None], ...]
    file: File

    @property
    def text(self) -> str:
        return self.file.body.decode()


class Joined:
    def __init__(self, files: Files) -> None:
        self._files = files
        self._made: dict[tuple[str, str], Made] = {}

    def address(self, screen: str, kind: str) -> str:
        """Changes with what is there, so that a browser may keep it for ever."""
        return f"/joined/{self.made(screen, kind).file.etag}/{screen}{kind}"

    def made(self, screen: str, kind: str) -> Made:
        """`kind`: `.js` or `.css`."""
        kept = self._made.get((screen, kind))
        if kept is None or any(self._files.changed(name) != then for name, then in kept.parts):
            parts = SCREENS[screen]
            text, names = (
                self._modules(parts.script) if kind == ".js" else self._sheets(parts.styles)
            )
            changed = tuple((name, self._files.changed(name)) for name in names)
            kept = self._made[screen, kind] = Made(changed, made(text.encode(), KINDS[kind], KEPT))
        return kept

    def respond(self, etag: str, screen: str, kind: str) -> Response:
        if screen not in SCREENS or kind not in (".js", ".css"):
            abort(404)
        file = self.made(screen, kind).file
        # Whoever asks for what was there before an update is given what there is, for now.
        return answer(file if file.etag == etag else replace(file, keep=ALWAYS_ASK))

    def _sheets(self, names: tuple[str, ...]) -> tuple[str, list[str]]:
        return "".join(COMMENT.sub("", self._text(name)) for name in names), list(names)

    def _modules(self, entry: str) -> tuple[str, list[str]]:
        order: list[str] = []
        self._visit(entry, order, ())
        parts = [self._wrapped(name, order) for name in order]
        return '"use strict";\n' + "".join(parts), order

    def _visit(self, name: str, order: list[str], above: tuple[str, ...]) -> None:
        """A module after all that it imports, as a browser would run them."""
        if name in above:
            raise CannotJoin(f"{' → '.join((*above, name))}: in a circle")
        if name in order:
            return
        text = self._text(name)
        for other in [match[2] for match in (*IMPORT.finditer(text), *EXPORT_FROM.finditer(text))]:
            self._visit(target(name, other), order, (*above, name))
        for other in LOADED_LATER.findall(COMMENT.sub("", text)):
            if (later := target(name, other)) not in APART:
                self._visit(later, order, (*above, name))
        order.append(name)

    def _wrapped(self, name: str, order: list[str]) -> str:
        """`const m3 = (() => { …; return { what, it, exports }; })();`"""
        text = COMMENT.sub("", self._text(name))
        exports: list[str] = []

        def known(other: str) -> str:
            return f"m{order.index(target(name, other))}"

        def imported(match: re.Match[str]) -> str:
            return f"const {binding(match[1])} = {known(match[2])};\n" if match[1] else ""

        def passed_on(match: re.Match[str]) -> str:
            exports.extend(f"{one}: {known(match[2])}.{one}" for one in names_in(match[1]))
            return ""

        def listed(match: re.Match[str]) -> str:
            exports.extend(renamed(one, reverse=True) for one in names_in(match[1]))
            return ""

        def exported(match: re.Match[str]) -> str:
            if match[1] in ("let", "var", "default"):
                raise CannotJoin(f"{name}: export {match[1]} {match[2]}")
            exports.append(match[2])
            return f"{match[1]} {match[2]}"

        def later(match: re.Match[str]) -> str:
            if (there := target(name, match[1])) in APART:
                return f'import("/{there}")'
            return f"Promise.resolve({known(match[1])})"

        text = EXPORT_FROM.sub(passed_on, text)
        text = IMPORT.sub(imported, text)
        text = EXPORTED.sub(exported, text)
        text = EXPORT_NAMES.sub(listed, text)
        text = LOADED_LATER.sub(later, text)
        number = order.index(name)
        return f"const m{number} = (() => {{\n{text}\nreturn {{ {', '.join(exports)} }};\n}})();\n"

    def _text(self, name: str) -> str:
        text = self._files.text(name)
        if text is None:
            raise CannotJoin(f"{name}: there is no such file")
        return text


def target(importer: str, name: str) -> str:
    """`./head.js` in `phone/phone.js` → `phone/head.js`."""
    if name.startswith("./"):
        return str(PurePosixPath(importer).parent / name[2:])
    if name.startswith(OURS):
        return name
    if name not in VENDORED:
        raise CannotJoin(f"{importer} imports {name}")
    return VENDORED[name]


def binding(clause: str) -> str:
    """`{ a, b as c }` → `{ a, b: c }`; `* as all` → `all`; `One, { a }` → `{ default: One, a }`."""
    if clause.startswith("*"):
        return clause.removeprefix("*").strip().removeprefix("as").strip()
    one, _, named = clause.partition("{")
    names = [f"default: {first}" for first in names_in(one)]
    names += [renamed(name) for name in names_in(named.rstrip("}"))]
    return "{ " + ", ".join(names) + " }"


def names_in(clause: str) -> list[str]:
    return [one.strip() for one in clause.split(",") if one.strip()]


def renamed(name: str, *, reverse: bool = False) -> str:
    first, _, other = (part.strip() for part in name.partition(" as "))
    if not other:
        return first
    return f"{other}: {first}" if reverse else f"{first}: {other}"
