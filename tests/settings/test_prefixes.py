"""The letters tickets start with: one or two, shared or given by themselves."""

import re
from pathlib import Path

import pytest

from server.settings import load

SHIPPED = Path("config.toml").read_text()


def prefixes_of(path: Path, edits: dict[str, str]) -> dict[str, str]:
    text = SHIPPED
    for old, new in edits.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text)
    return {service.id: service.prefix for service in load(path).plan().services.values()}


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ({}, "R D A"),
        ({'prefix = "D"': 'prefix = "RD"'}, "R RD A"),
        ({'prefix = "D"': 'prefix = "R"'}, "R R A"),
        ({'prefix = "R"': "", 'prefix = "D"': ""}, "B C A"),
    ],
    ids=["written", "two letters", "shared", "left out"],
)
def test_prefixes(tmp_path: Path, edits: dict[str, str], told: str) -> None:
    assert list(prefixes_of(tmp_path / "config.toml", edits).values()) == told.split()


def test_a_hall_of_services_is_given_letters_by_itself(tmp_path: Path) -> None:
    more = [f'[[service]]\nid = "s{n}"\nname = "S"\ntypical_minutes = 3\n' for n in range(40)]
    named = ", ".join(f'"s{n}"' for n in range(40))
    desk = f'[[counter]]\nid = "hall"\nname = "Hall"\nservices = [{named}]\n'
    (tmp_path / "hall.toml").write_text("\n".join([SHIPPED, *more, desk]))
    given = [s.prefix for s in load(tmp_path / "hall.toml").plan().services.values()]
    assert len(set(given)) == 43
    assert all(re.fullmatch("[A-HJ-NPR-Z]{1,2}", prefix) for prefix in given)
    assert [len(prefix) for prefix in given] == [1] * 23 + [2] * 20
