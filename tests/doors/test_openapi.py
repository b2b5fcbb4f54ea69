"""The published description is valid, complete, and holds under whatever a machine can think of."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.doors.shop import Shop

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]

PROBE = settings(max_examples=10, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """A store in the middle of its day."""
    shop = Shop(tmp_path_factory.mktemp("openapi"))
    shop.open_counter("1", "mai")
    shop.open_counter("2", "ken")
    shop.called()
    for _ in range(3):
        shop.arrive()
    yield shop
    shop.close()


@pytest.mark.parametrize("guess", ["made up", "real"])
def test_nothing_a_machine_can_think_of_breaks_a_door(asked: Shop, guess: str) -> None:
    """With names out of the air, and with names of this store: behind them is more to break."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", asked.app)
    for found in schema.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @PROBE
        def probe(case: schemathesis.Case) -> None:
            names = dict(case.path_parameters)
            case.path_parameters = names | (_real_names(asked, names) if guess == "real" else {})
            response = case.call(headers={"Authorization": f"Bearer {asked.tokens['omar']}"})
            case.validate_response(response, checks=CHECKS)

        probe()


def _real_names(shop: Shop, names: dict[str, object]) -> dict[str, str]:
    visit = shop.house.store.look(lambda day, now, forecast: next(iter(day.visits)))
    known = {"store": "main", "counter": "1", "name": "waits", "visit": visit}
    return {name: known.get(name, "nothing") for name in names}


def test_every_address_is_described(asked: Shop) -> None:
    spec = asked.app.test_client().get("/api/v1/openapi.json").json
    assert spec["openapi"].startswith("3.1")
    addresses = {
        re.sub(r"<(\w+)>", r"{\1}", rule.rule)
        for rule in asked.app.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/") and not rule.rule.endswith("openapi.json")
    }
    assert addresses <= set(spec["paths"])


def test_every_door_says_who_may_pass_and_how_it_refuses(asked: Shop) -> None:
    spec = asked.app.test_client().get("/api/v1/openapi.json").json
    open_to_all = ("", "/services", "/coming-days", "/hours")
    free = {f"/api/v1/stores/{{store}}{path}" for path in open_to_all}
    free.add("/readyz")
    for path, operations in spec["paths"].items():
        for operation in operations.values():
            assert bool(operation.get("security")) == (path not in free), path
            assert operation["summary"]
            assert "application/problem+json" in operation["responses"]["default"]["content"]


def test_no_docs_page_that_loads_from_elsewhere(asked: Shop) -> None:
    assert asked.app.test_client().get("/docs").status_code == 404
