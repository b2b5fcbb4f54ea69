"""A journal that vanishes under the store: noticed at the next look, said, and nothing is taken."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from server import disk as disks
from server.disk import Disk
from server.journal.contract import NotSaved
from server.journal.file import beside
from tests.store.shop import Shop


def moved(path: Path) -> Callable[[], None]:
    aside = path.with_name("aside")
    path.rename(aside)
    return lambda: aside.rename(path) and None


def folder_moved(path: Path) -> Callable[[], None]:
    aside = path.parent.with_name("aside")
    path.parent.rename(aside)
    return lambda: aside.rename(path.parent) and None


def log_moved(path: Path) -> Callable[[], None]:
    return moved(beside(path)[0])


def replaced(path: Path) -> Callable[[], None]:
    back = moved(path)
    shutil.copy(path.with_name("aside"), path)
    return back


@pytest.mark.parametrize(
    ("take_away", "why"),
    [(moved, "gone"), (folder_moved, "gone"), (log_moved, "gone"), (replaced, "replaced")],
)
def test_what_vanished_takes_nothing_until_it_is_back(
    shop: Shop,
    caplog: pytest.LogCaptureFixture,
    take_away: Callable[..., Callable[[], None]],
    why: str,
) -> None:
    told: list[str | None] = []
    disk = Disk(shop.store)
    shop.store.subscribe_to_machine(lambda: told.append(shop.store.trouble))
    assert disk.verdict.sentence is None
    shop.take("rosa")

    back = take_away(shop.path)
    with pytest.raises(NotSaved):
        shop.take("ken", key="ken")
    disk.prove()
    disk.prove()
    assert disk.verdict.why == why
    assert caplog.text.count(str(disk.verdict.sentence)) == 1
    assert ("estart" in str(disk.verdict.sentence)) == (why == "replaced")

    back()
    disk.prove()
    assert disk.verdict.sentence is None
    assert told == [why, None]
    assert shop.take("ken", key="ken").status == 200
    assert [kind for kind in shop.kinds() if kind == "VisitArrived"] == ["VisitArrived"] * 2


def test_deleted_is_deleted_also_when_a_new_file_comes(shop: Shop) -> None:
    disk = Disk(shop.store)
    for file in (shop.path, *beside(shop.path)):
        file.unlink()
    disk.prove()
    assert disk.verdict.why == "gone"
    shop.path.touch()
    disk.prove()
    assert disk.verdict.why == "replaced"
    with pytest.raises(NotSaved):
        shop.take("rosa")
    assert shop.path.read_bytes() == b""


def test_no_question_makes_the_disk_work(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    proofs: list[None] = []
    prove = shop.journal.prove
    monkeypatch.setattr(shop.journal, "prove", lambda: (proofs.append(None), prove())[1])
    disk = Disk(shop.store)
    assert {disk.verdict.sentence for _ in range(1000)} == {None}
    assert len(proofs) == 1


def test_a_disk_that_does_not_answer_is_not_ready(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(shop.store)
    monkeypatch.setattr(disks, "SILENT_S_MAX", -1.0)
    asked = []
    # The proof hangs, and meanwhile somebody asks.
    monkeypatch.setattr(disk, "_tried", lambda: (asked.append(disk.verdict), (None, None))[1])
    disk.prove()
    assert "has not answered" in str(asked[0].sentence)


def test_a_row_is_really_written(shop: Shop) -> None:
    disk = Disk(shop.store)
    shop.journal._written_s = -100.0
    before = shop.journal._db.execute("PRAGMA data_version").fetchone()
    disk.prove()
    assert shop.journal._db.execute("PRAGMA data_version").fetchone() != before


def test_after_an_error_of_the_disk_the_connection_is_another(shop: Shop) -> None:
    """What it holds in memory is not trusted: after a failed fsync it may never have been kept."""
    shop.take("rosa")
    first = shop.journal._writer
    first.conn.distrusted = True
    shop.take("ken")
    assert shop.journal._writer is not first
    assert shop.kinds().count("VisitArrived") == 2
