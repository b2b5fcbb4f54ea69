"""A name as two papers of one person agree on it: the start of the surname and one given letter.

Machine-readable zones cut long names off, spell Müller MUELLER and join what a licence keeps apart;
some papers have one given name and some have all. What differs in more than that is another name.
"""

from __future__ import annotations

import re
import unicodedata

SURNAME = 8
SPELT = str.maketrans({"Ä": "AE", "Ö": "OE", "Ü": "UE", "Å": "AA", "Ø": "OE", "Æ": "AE", "ẞ": "SS"})


def agreed(holder: str) -> str | None:
    """Of `SURNAME<<GIVEN<NAMES`, what another paper of the same person says too. None: there is no
    letter in it, which agrees with nobody."""
    surname, _, given = holder.upper().partition("<<")
    told = f"{_letters(surname)[:SURNAME]} {_letters(given)[:1]}"
    return told if told.strip() else None


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(SPELT))
    return re.sub(r"[^A-Z]", "", plain)
