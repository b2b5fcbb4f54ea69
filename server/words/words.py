"""What a store says, in each of its languages: a message that one lacks is said in its base (of
`fr-CA` in `fr`), else in the house's first language, else in English."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from fluent.runtime import FluentBundle, FluentResource
from msgspec import Struct

from server.words.files import LANGUAGES, NAMES, Mistake, own_words, shipped_text, wanted
from server.words.languages import base_of, language_of

Say = Callable[..., str]
KEPT = 64
"""How many answers and voices are kept: more than there are pages times languages."""


class Text(Struct, frozen=True):
    """Messages of one language as Fluent source; of two with the same id the later one counts."""

    locale: str
    fluent: str


class Share(NamedTuple):
    said: int
    of: int


class Words:
    def __init__(self, languages: Sequence[str], folder: Path | None = None) -> None:
        """`folder` is the store's own; its files are read now and once."""
        self.languages = tuple(language_of(code) for code in languages)
        self._own = own_words(folder) if folder else {}
        self._first = languages[0]
        self.texts = lru_cache(KEPT)(self._texts)
        self.speaker = lru_cache(KEPT)(self._speaker)

    @property
    def mistakes(self) -> list[Mistake]:
        return [mistake for own in self._own.values() for mistake in own.mistakes]

    @property
    def own_codes(self) -> tuple[str, ...]:
        return tuple(self._own)

    def share(self, code: str) -> Share | None:
        """How much of all a language of the store's own says; None of one that Foyer speaks."""
        if {code, base_of(code)} & set(LANGUAGES):
            return None
        said = {key for one in {code, base_of(code)} for key in self._messages(one)}
        return Share(len(said & wanted().keys()), len(wanted()))

    def _texts(self, code: str, *names: str) -> tuple[Text, ...]:
        """The messages of some files (`names` without .ftl), the best language first.

        Raises KeyError where there is no such file.
        """
        if not names or set(names) - set(NAMES):
            raise KeyError(names)
        return tuple(self._until_nothing_lacks(code, names))

    def _speaker(self, code: str, *names: str) -> Say:
        """`say("door-lost")`: a text of these files."""
        bundles = [_bundle(text) for text in self._texts(code, *names)]

        def say(id_: str, /, **args: Any) -> str:
            bundle = next(bundle for bundle in bundles if bundle.has_message(id_))
            message = bundle.get_message(id_)
            assert message.value is not None
            text, _errors = bundle.format_pattern(message.value, args)
            return str(text)

        return say

    def _until_nothing_lacks(self, code: str, names: tuple[str, ...]) -> Iterator[Text]:
        said: set[str] = set()
        chain = (code, base_of(code), self._first, base_of(self._first), "en")
        for one in dict.fromkeys(chain):
            own = {
                key: source
                for key, source in self._messages(one).items()
                if key.startswith("-") or wanted()[key].file in names
            }
            shipped = [shipped_text(one, name) for name in names] if one in LANGUAGES else []
            if own or shipped:
                yield Text(language_of(one).locale, "\n".join([*shipped, *own.values()]))
            said |= own.keys()
            if shipped or said.issuperset(k for k, w in wanted().items() if w.file in names):
                return

    def _messages(self, code: str) -> dict[str, str]:
        return self._own[code].messages if code in self._own else {}


def _bundle(text: Text) -> FluentBundle:
    # No isolating marks: this text goes into JSON, logs and pages that set their direction.
    bundle = FluentBundle([text.locale], use_isolating=False)
    bundle.add_resource(FluentResource(text.fluent), allow_overrides=True)
    return bundle


@cache
def _english(name: str) -> Say:
    return Words(["en"]).speaker("en", name)


def in_english(name: str, key: str, /, **args: Any) -> str:
    """A message of Foyer's own, as the interface tells it."""
    return _english(name)(key, **args)


def sentence(code: str, args: dict[str, Any]) -> str:
    """The English sentence of a refusal."""
    return in_english("floor", f"refusal-{code}", **args)
