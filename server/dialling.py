"""Telephone numbers as they are compared: one number is one text, however it was written."""

from __future__ import annotations

import re
import unicodedata

from babel.core import get_global

COUNTRIES = frozenset(get_global("territory_languages")) - {"ZZ"}
"""ISO 3166, two letters each; ZZ is nowhere, as UTC is."""


WORDS_BEHIND = re.compile(r"(?P<number>(?:\D*\d){8,})\D*[^\W\d_]{2,}\D*")
"""A whole number with words behind it, "0170 5550101 (Rosa)": the library would dial the letters.
After fewer digits they may be part of it, "0800 FLOWERS"; behind "ext" there are digits."""


def country_of(time_zone: str) -> str | None:
    """The country whose time that is; None for UTC and others that are no country's."""
    zone = get_global("zone_aliases").get(time_zone, time_zone)
    country: str | None = get_global("zone_territories").get(zone)
    return country if country in COUNTRIES else None


def dialled(phone: str, country: str | None) -> str:
    """The number in E.164, "+491705550101", with its extension if any, "+49301234;ext=5".

    Without a +, or what stands for it in that country, it is a number of `country` (ISO 3166). What
    cannot be read as a number keeps its digits, in ASCII; "" where there are none.
    """
    if with_words := WORDS_BEHIND.fullmatch(phone):
        phone = with_words["number"]
    # Takes longer than a whole start may, and nobody may ever give a number.
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, parse

    try:
        number = parse(phone, country)
    except NumberParseException:
        return "".join(str(unicodedata.decimal(char)) for char in phone if char.isdecimal())
    written = format_number(number, PhoneNumberFormat.E164)
    return f"{written};ext={number.extension}" if number.extension else written
