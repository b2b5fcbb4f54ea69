from __future__ import annotations

from pathlib import Path

import pytest

from server.journal.contract import Journal
from server.journal.memory import MemoryJournal
from tests.journal.journal_contract import JournalContract


class TestMemory(JournalContract):
    @pytest.fixture
    def journal(self, tmp_path: Path) -> Journal:
        return MemoryJournal()
