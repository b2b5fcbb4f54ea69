from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.floor import commands as c
from tests.store.shop import Shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """Mai is at counter 1, Theo at counter 2."""
    shop = Shop(tmp_path / "foyer.sqlite")
    shop.do(c.OpenCounter("1", "mai"))
    shop.do(c.OpenCounter("2", "theo"))
    yield shop
    shop.close()


@pytest.fixture
def next_door(shop: Shop) -> Iterator[Shop]:
    """Another process of the same store, on the same file."""
    other = Shop(shop.path, shop.clock)
    yield other
    other.close()
