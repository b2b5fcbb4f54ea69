from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.keys import Keys

KEY = b"k" * 32


def test_a_secret_opens_its_visit_and_only_its_own() -> None:
    keys = Keys(KEY)
    secret = keys.secret_of("a1b2c3d4e5f60718")
    assert keys.visit_of(secret) == "a1b2c3d4e5f60718"
    assert len(secret) - len("a1b2c3d4e5f60718") >= 22  # 128 bits of base64 and more
    assert Keys(b"x" * 32).visit_of(secret) is None
    assert keys.visit_of("ffffffffffffffff" + secret[16:]) is None


@given(st.text(max_size=60))
def test_nothing_made_up_opens_anything(secret: str) -> None:
    assert Keys(KEY).visit_of(secret) is None


@given(st.text(min_size=1, max_size=40), st.integers(0, 23))
def test_one_wrong_letter_opens_nothing(visit: str, place: int) -> None:
    secret = Keys(KEY).secret_of(visit)
    at = len(visit) + place
    other = "A" if secret[at] != "A" else "B"
    assert Keys(KEY).visit_of(secret[:at] + other + secret[at + 1 :]) is None
