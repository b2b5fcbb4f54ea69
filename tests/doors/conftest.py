from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.doors.shop import Shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """The shipped store, open at any hour, with nobody in it."""
    opened = Shop(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def busy(shop: Shop) -> Shop:
    """Mai is at counter 1, which serves replacements and advice; Ken at 2, which serves all."""
    shop.open_counter("1", "mai")
    shop.open_counter("2", "ken")
    return shop
