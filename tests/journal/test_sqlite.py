from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.journal.contract import Journal
from server.journal.sqlite import SqliteJournal
from tests.journal.durable_contract import DurableContract
from tests.journal.journal_contract import JournalContract


class TestSqlite(JournalContract):
    @pytest.fixture
    def journal(self, tmp_path: Path) -> Iterator[Journal]:
        journal = SqliteJournal(tmp_path / "foyer.sqlite")
        yield journal
        journal.close()


class TestSqliteOutlivesItsProcess(DurableContract):
    engine = "server.journal.sqlite:SqliteJournal"

    @pytest.fixture
    def place(self, tmp_path: Path) -> str:
        return str(tmp_path / "foyer.sqlite")
