import pytest

SEEDS = 24


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seed", type=int, help="rehearse this day alone")
    parser.addoption("--days", type=int, default=SEEDS, help="how many days to rehearse")
    parser.addoption("--first-seed", type=int, default=0, help="the seed of the first of them")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        one = metafunc.config.getoption("--seed")
        days = metafunc.config.getoption("--days")
        first = metafunc.config.getoption("--first-seed")
        metafunc.parametrize("seed", range(first, first + days) if one is None else [one])
