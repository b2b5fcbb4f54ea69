"""Foyer's words on the server: the same Fluent files the screens use."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

WORDS = Path(__file__).parents[2] / "ui" / "words"
RIGHT_TO_LEFT = ("ar",)

Say = Callable[..., str]


@cache
def _bundle(language: str, name: str) -> FluentBundle:
    # No isolating marks: this text goes into JSON, logs and pages that set their direction.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((WORDS / language / f"{name}.ftl").read_text("utf-8")))
    return bundle


def speaker(language: str, name: str) -> Say:
    """`say("door-lost")`: a text of one file in one language."""
    bundle = _bundle(language, name)

    def say(id_: str, **args: Any) -> str:
        message = bundle.get_message(id_)
        assert message.value is not None
        text, _errors = bundle.format_pattern(message.value, args)
        return str(text)

    return say


def speaker_of(language: str, names: tuple[str, ...]) -> Say:
    """The same of several files: the first that knows the text says it."""

    def say(id_: str, **args: Any) -> str:
        name = next(name for name in names if _bundle(language, name).has_message(id_))
        return speaker(language, name)(id_, **args)

    return say


def address_of_words(language: str, *names: str) -> str:
    """Where a page asks for its words, as `ui/words.js` does."""
    return f"/words/{language}/{','.join(sorted({'ui', *names}))}"


def direction(language: str) -> str:
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def sentence(code: str, args: dict[str, Any]) -> str:
    """The English sentence of a refusal."""
    return speaker("en", "floor")(f"refusal-{code}", **args)
