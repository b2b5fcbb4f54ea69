"""The example of a licence office: its verdicts, held to a table written by hand from its rules."""

from pathlib import Path

import pytest

from server.floor import papers
from server.floor.commands import ReadPaper
from server.settings import load

PLAN = load(Path(__file__).parents[2] / "examples" / "licence-office.toml").plan()
TODAY = "2026-11-21"
FULL = ("passport", "utility_bill", "bank_statement", "photo")
SAME, DIFFER = {"names": "same"}, {"names": "differ"}


@pytest.mark.parametrize(
    ("answers", "have", "verdict"),
    [
        (SAME, FULL, "ready"),
        (SAME, ("birth_certificate", "lease", "utility_bill", "photo"), "ready"),
        (SAME, ("passport", "utility_bill", "bank_statement"), "fixable_here"),
        (SAME, ("passport", "bank_statement", "lease"), "fixable_here"),
        (SAME, ("passport", "bank_statement", "photo"), "fixable_here"),
        (SAME, ("passport", "utility_bill", "photo"), "fetch"),
        (SAME, ("passport", "photo"), "fetch"),
        (SAME, ("utility_bill", "bank_statement", "photo"), "not_today"),
        (SAME, (), "not_today"),
        (DIFFER, FULL, "not_today"),
        (DIFFER, (*FULL, "court_order"), "ready"),
        (DIFFER, (*FULL, "marriage_certificate"), "ready"),
        ({}, FULL, "not_today"),
    ],
)
def test_a_first_licence(answers: dict[str, str], have: tuple[str, ...], verdict: str) -> None:
    service = PLAN.services["first_licence"]
    given = dict.fromkeys(have, "have")
    assert papers.declared_state(PLAN, service, answers, given, TODAY).verdict == verdict


@pytest.mark.parametrize(
    ("read", "verdict"),
    [
        ({"passport": ReadPaper("mrz", True, expires="2027-02-19", match="x")}, "ready"),
        ({"passport": ReadPaper("mrz", True, expires="2027-02-18", match="x")}, "not_today"),
        ({"passport": ReadPaper("mrz", False, why="glare")}, "not_today"),
    ],
)
def test_collecting_a_licence(read: dict[str, ReadPaper], verdict: str) -> None:
    state = papers.declared_state(PLAN, PLAN.services["pickup"], {}, read, TODAY)
    assert state.verdict == verdict
