"""Two papers of one person agree on the name, however each of them spells or cuts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.readers.names import agreed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ERIKSSON<<ANNA<MARIA", "ERIKSSON<<ANNA"),
        ("MUELLER<<JOERG", "Müller<<Jörg"),
        ("PAPADOPOULOS<DIMITRIOU<<G", "PAPADOPOULOS-DIMITRIOU<<GEORGIOS"),
        ("O<CONNOR<<ENYA<SIOBHAN", "O'CONNOR<<ENYA"),
        ("GARCIA<LOPEZ<<JOSE", "GARCÍA LÓPEZ<<JOSÉ MARÍA"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert agreed(one) == agreed(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ERIKSSON<<ANNA", "ERIKSEN<<ANNA"),
        ("ERIKSSON<<ANNA", "ERIKSSON<<BJORN"),
        ("MEIER<<ANNA", "<<ANNA"),
    ],
)
def test_another_person(one: str, other: str) -> None:
    assert agreed(one) != agreed(other)


@given(st.text(max_size=60))
def test_any_text_can_be_compared(holder: str) -> None:
    told = agreed(holder)
    assert told is None or told.replace(" ", "").isascii()


@pytest.mark.parametrize("holder", ["", "<<", "<<<<<<", "123<<4", "سامر<<", "-, <<'"])
def test_without_a_letter_it_is_no_name(holder: str) -> None:
    assert agreed(holder) is None
