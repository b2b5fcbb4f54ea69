"""The English sentence of a refusal, from the same Fluent file the screens use."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

FLOOR_WORDS = Path(__file__).parents[2] / "ui" / "words" / "en" / "floor.ftl"


@cache
def _english() -> FluentBundle:
    # No isolating marks: this text goes into JSON and logs, not into a page.
    bundle = FluentBundle(["en"], use_isolating=False)
    bundle.add_resource(FluentResource(FLOOR_WORDS.read_text("utf-8")))
    return bundle


def sentence(code: str, args: dict[str, Any]) -> str:
    message = _english().get_message(f"refusal-{code}")
    assert message.value is not None
    text, _errors = _english().format_pattern(message.value, args)
    return str(text)
