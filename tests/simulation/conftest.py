import pytest

SEEDS = 24


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seed", type=int, help="rehearse this day alone")
    parser.addoption("--days", type=int, default=SEEDS, help="how many days to rehearse")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        one = metafunc.config.getoption("--seed")
        days = metafunc.config.getoption("--days")
        metafunc.parametrize("seed", range(days) if one is None else [one])
