"""`bench cold`: an office is told its waits as `bench waits` would tell them without its past."""

from pathlib import Path

import pytest

from bench import cold, waits
from tests.bench.test_waits import log, write

OFFICES = {"north": 1, "south": 2, "west": 3}


def rows_of(*offices: str, days: slice = slice(None)) -> list[dict[str, str]]:
    """60 customers a day."""
    return [
        row | {"queue_id": f"{office}/{n % 2}"}
        for office in offices
        for n, row in enumerate(log(OFFICES[office], days=4))
        if n // 60 in range(4)[days]
    ]


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict:
    at = tmp_path_factory.mktemp("cold")
    history = write(at / "h.csv", rows_of(*OFFICES, days=slice(0, 2)))
    today = write(at / "t.csv", rows_of(*OFFICES, days=slice(2, 4)))
    return cold.main([str(today), "--history", str(history)])


def test_each_way_is_what_the_replay_tells_with_that_past(figures: dict, tmp_path: Path) -> None:
    """North's own queues: among, with south and west before them; alone, with nothing."""
    today = write(tmp_path / "t.csv", rows_of("north", days=slice(2, 4)))
    others = write(tmp_path / "h.csv", rows_of("south", "west", days=slice(0, 2)))
    north = figures["offices"]["north"]
    alone = waits.main([str(today)])
    among = waits.main([str(today), "--history", str(others)])
    assert north["tickets"] == alone["n"]
    assert north["alone"]["mae_min"] == pytest.approx(alone["mae_min"], abs=1e-3)
    assert north["among"]["mae_min"] == pytest.approx(among["mae_min"], abs=1e-3)
    assert north["alone"]["mae_min"] != north["among"]["mae_min"]


def test_warm_is_the_whole_replay_and_together_all_of_the_offices(
    figures: dict, tmp_path: Path
) -> None:
    today = write(tmp_path / "t.csv", rows_of(*OFFICES, days=slice(2, 4)))
    history = write(tmp_path / "h.csv", rows_of(*OFFICES, days=slice(0, 2)))
    whole = waits.main([str(today), "--history", str(history)])
    together = figures["together"]
    assert together["tickets"] == whole["n"]
    assert together["warm"]["mae_min"] == pytest.approx(whole["mae_min"], abs=1e-3)
    assert together["warm"]["times_warm"] == 1
    tickets = sum(office["tickets"] for office in figures["offices"].values())
    assert together["tickets"] == tickets > 250


def test_only_what_comes_after_fifty_counts_as_kept() -> None:
    told = [cold.Scored(1.0, kept=n >= 60, first=n < cold.FIRST) for n in range(70)]
    assert cold.figures(dict.fromkeys(cold.WAYS, told))["alone"]["kept90"] == 0.5
    few = dict.fromkeys(cold.WAYS, told[:50])
    assert cold.figures(few)["alone"]["kept90"] is None


def test_a_column_that_is_not_there_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(write(tmp_path / "t.csv", rows_of("north", days=slice(0, 1))))
    with pytest.raises(SystemExit):
        cold.main([path, "--history", path, "--by", "office"])
    assert "no column office; there are queue_id, service" in capsys.readouterr().err
