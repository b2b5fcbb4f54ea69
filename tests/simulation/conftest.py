import pytest


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        one = metafunc.config.getoption("--seed")
        days = metafunc.config.getoption("--days")
        first = metafunc.config.getoption("--first-seed")
        metafunc.parametrize("seed", range(first, first + days) if one is None else [one])
