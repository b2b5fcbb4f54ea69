"""The words of a store in the languages it speaks: Foyer's own, in `ui/words`, and what the folder
`languages` beside config.toml adds or corrects.

`languages.py` says what follows from a code alone; `files.py` reads Fluent files and finds what is
wrong in them; `words.py` says a message, in the next best language where one lacks it.
"""

from server.words.files import LANGUAGES, OWN, Mistake, missing_files, spoken_in
from server.words.languages import CODE, Language, babel_locale, base_of, language_of
from server.words.words import Say, Words, in_english, sentence

__all__ = [
    "CODE",
    "LANGUAGES",
    "OWN",
    "Language",
    "Mistake",
    "Say",
    "Words",
    "babel_locale",
    "base_of",
    "in_english",
    "language_of",
    "missing_files",
    "sentence",
    "spoken_in",
]
