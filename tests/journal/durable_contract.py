"""What any journal that outlives its process must do, beyond `journal_contract.py`."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import ClassVar

import pytest

from server.journal.contract import Journal
from server.journal.rebuild import rebuild
from tests.journal.journal_contract import replayed
from tests.journal.morning import MAIN, NINE, ONE_OF_EACH, Morning, key, ticket
from tests.journal.writer import open_journal


class DurableContract:
    engine: ClassVar[str]
    """`module:class`, called with a place to be made."""

    @pytest.fixture
    def place(self, tmp_path: Path) -> str:
        raise NotImplementedError

    def open(self, place: str) -> Journal:
        return open_journal(self.engine, place)

    def start_writer(self, place: str, name: str) -> Writer:
        return Writer([sys.executable, "-m", "tests.journal.writer", self.engine, place, name])

    def test_everything_is_there_after_a_restart(self, place: str) -> None:
        first = self.open(place)
        morning = Morning(first)
        morning.write(*ONE_OF_EACH, key=key("k"), guests=(("rosa", "name", "Rosa"),))
        first.add_token(b"digest", "staff", "counter-1", NINE)
        kept = (list(first.read(MAIN)), first.rows(MAIN), first.answered("main", "k"))
        secret = first.store_key()
        first.close()

        again = self.open(place)
        assert (list(again.read(MAIN)), again.rows(MAIN), again.answered("main", "k")) == kept
        assert again.guest("rosa") == {"name": "Rosa"}
        assert again.token(b"digest") is not None
        assert again.store_key() == secret
        again.close()

    def test_a_backup_is_a_journal_of_that_moment(self, place: str, tmp_path: Path) -> None:
        journal = self.open(place)
        morning = Morning(journal)
        morning.write(*ticket("rosa"))
        copy = tmp_path / "copy" / "backup.sqlite"
        copy.parent.mkdir()
        journal.backup(copy)
        morning.write(*ticket("ken", 2))

        restored = self.open(str(copy))
        assert [row["visit"] for row in restored.visits("main")] == ["rosa"]
        assert restored.store_key() == journal.store_key()
        assert list(restored.read(MAIN)) == list(journal.read(MAIN))[:3]
        restored.close()
        journal.close()

    @pytest.mark.parametrize("seed", range(4))
    def test_a_killed_writer_loses_nothing_it_called_durable(self, place: str, seed: int) -> None:
        writer = self.start_writer(place, "kiosk")
        writer.tell("go\n" * 500)
        heard = [writer.hear() for _ in range(random.Random(seed).randrange(1, 300))]
        durable = {line for line in heard + writer.killed() if line.startswith("kiosk-")}

        journal = self.open(place)
        day = replayed(journal)
        # At most the one write that was on its way may be there unsaid; never a part of one.
        assert durable <= day.visits.keys()
        assert len(day.visits) - len(durable) in (0, 1)
        assert day.seq == 3 * len(day.visits)
        for visit in day.visits:
            assert journal.answered("main", visit) is not None
            assert journal.guest(visit) == {"name": visit}
        assert rebuild(journal, "main").differing == ()
        journal.close()

    def test_of_two_processes_exactly_one_wins_each_place(self, place: str) -> None:
        writers = [self.start_writer(place, name) for name in ("one", "two")]
        won = []
        for _ in range(100):
            # Both stand ready with the same number before either is told.
            assert [writer.hear() for writer in writers] == ["ready", "ready"]
            for writer in writers:
                writer.tell("go\n")
            won += [said for writer in writers if (said := writer.hear()) != "lost"]
        assert [writer.ended() for writer in writers] == [0, 0]

        journal = self.open(place)
        assert len(won) == 100
        assert [r.seq for r in journal.read(MAIN)] == list(range(1, 301))
        assert list(replayed(journal).visits) == won
        assert rebuild(journal, "main").differing == ()
        journal.close()

    def test_processes_that_start_at_once_open_one_journal(self, place: str) -> None:
        writers = [self.start_writer(place, name) for name in ("one", "two", "three")]
        assert [writer.ended() for writer in writers] == [0, 0, 0]
        journal = self.open(place)
        assert len(journal.store_key()) == 32
        assert journal.last_seq(MAIN) == 0
        journal.close()


class Writer:
    """`tests/journal/writer.py`, in a process of its own."""

    def __init__(self, command: list[str]) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)

    def tell(self, lines: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(lines)
        self._process.stdin.flush()

    def hear(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def killed(self) -> list[str]:
        """What it had still said when it was killed."""
        assert self._process.stdout is not None
        self._process.kill()
        # communicate() alone would pass over what `hear` has already read ahead.
        said = self._process.stdout.read()
        self._process.communicate()
        return said.split()

    def ended(self) -> int:
        """Its exit code, once there is no more to do."""
        self._process.communicate(timeout=60)
        return self._process.returncode
