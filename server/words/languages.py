"""What follows from a language's code: its own name, direction, script and forms of numbers."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from msgspec import Struct

CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
"""BCP 47 as far as languages of customers go: `fr`, `pt-BR`, `zh-Hant`."""

BRITISH = "en-GB"
"""English without a country writes days and times as the rest of Europe does."""


class Language(Struct, frozen=True):
    code: str
    name: str
    """In itself: Français."""
    direction: str
    """`ltr` or `rtl`."""
    script: str
    """ISO 15924: `Latn`, `Arab` …"""
    locale: str
    """BCP 47 for dates, numbers and plurals."""


@cache
def language_of(code: str) -> Language:
    """Of a code nobody has collected anything about, what holds for English but for the name."""
    locale = _known(code)
    if locale is None:
        return Language(code, code, "ltr", "Latn", BRITISH)
    own = locale.get_display_name(locale) or code
    return Language(
        code,
        own[0].upper() + own[1:],
        locale.text_direction,
        _script(locale),
        BRITISH if code == "en" else str(locale).replace("_", "-"),
    )


def base_of(code: str) -> str:
    """The language without its script and country."""
    return code.split("-")[0]


def babel_locale(code: str) -> Locale:
    return _known(language_of(code).locale) or Locale("en", "GB")


def _known(code: str) -> Locale | None:
    for one in (code, base_of(code)):
        try:
            return Locale.parse(one, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _script(locale: Locale) -> str:
    if locale.script:
        return locale.script
    likely = get_global("likely_subtags").get(locale.language, "")
    return next((part for part in likely.split("_") if len(part) == 4), "Latn")
