"""What holds for all tests. Examples that are made up are the same ones in every run, however long
one takes; `bin/test --hypothesis-profile search` looks for others."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.browser.running import Stem

# Before NumPy comes in: while all cores are busy, its threads spend minutes waiting for each other.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

settings.register_profile("search", settings.get_profile("ci"), derandomize=False)
settings.load_profile("ci")


@pytest.fixture(scope="session")
def stem() -> Iterator[Stem]:
    stem = Stem()
    yield stem
    stem.close()
