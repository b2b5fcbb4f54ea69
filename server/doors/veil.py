"""A refusal that names what this store does not know repeats words of the request, and they may be
anybody's. In the answer that is stored a keyed hash stands in their place. Whoever asks again under
the same key sends the same request, and so brings the words that belong there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from flask import request

from server.doors.house import house
from server.journal.contract import Answer

VEIL = re.compile(rb"~[0-9a-f]{32}~")


def veiled(answer: Answer) -> Answer:
    veils = {words: veil for veil, words in _veils().items()}
    # The longest first: one may be a part of another.
    longest = sorted(veils, key=len, reverse=True)
    pattern = re.compile(b"|".join(map(re.escape, longest)))
    return Answer(answer.status, pattern.sub(lambda found: veils[found[0]], answer.body))


def unveiled(answer: Answer) -> Answer:
    if not VEIL.search(answer.body):
        return answer
    veils = _veils()
    body = VEIL.sub(lambda found: veils.get(found[0], found[0]), answer.body)
    return Answer(answer.status, body)


def _veils() -> dict[bytes, bytes]:
    """By its veil, each text of the request as JSON writes it."""
    keys = house().keys
    texts = {*request.path.split("/"), *_texts(_body())} - {""}
    return {f"~{keys.digest_of(text)}~".encode(): msgspec.json.encode(text)[1:-1] for text in texts}


def _body() -> Any:
    try:
        return msgspec.json.decode(request.get_data(cache=True) or b"{}")
    except (msgspec.DecodeError, ValueError):
        return None


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case int() | float():
            yield str(value)
        case list():
            for one in value:
                yield from _texts(one)
        case dict():
            for key, one in value.items():
                yield key
                yield from _texts(one)
