"""docs/api.md tells every address, every scope and every refusal, and no more than there are."""

import ast
import re
from pathlib import Path

import pytest

from server.app import create_app
from server.clock import Clock
from server.doors.problems import _HTTP
from server.floor.lateness import REASONS
from server.floor.refusals import REFUSALS
from server.journal.memory import MemoryJournal
from server.reports.catalogue import REPORTS
from server.settings import load

PAGE = Path("docs/api.md").read_text()
BASE = "/api/v1/stores/{store}"
ROW = re.compile(r"^\| (GET|POST|DELETE) `([^`]*)` \| ([^|]+) \|", re.M)
NO_DOOR = {"/", "/favicon.ico", "/kiosk", "/display", "/staff", "/manager"}
"""Pages and files, which README tells of."""


@pytest.fixture(scope="module")
def app():
    app = create_app(load("config.toml"), MemoryJournal(), Clock())
    yield app
    app.extensions["voice"].stop()
    app.extensions["foyer"].store.close()


def told() -> dict[tuple[str, str], str]:
    under_base = PAGE[PAGE.index("Under the base:") : PAGE.index("Without the base:")]
    found = {}
    for method, path, scope in ROW.findall(PAGE):
        base = BASE if f"| {method} `{path}` |" in under_base else ""
        found[method, base + path.split("?")[0]] = scope.strip()
    return found


def routes(app) -> set[tuple[str, str]]:
    return {
        (method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule))
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }


def test_every_address_is_told_and_exists(app):
    there = {
        (method, path)
        for method, path in routes(app)
        if path not in NO_DOOR and "{path}" not in path and not path.endswith(".json")
    }
    # Followed outside the application, by live/.
    there.add(("GET", "/v/{secret}/events"))
    there.discard(("POST", "/healthz"))
    there = {(m, p) for m, p in there if not p.startswith("/static") and "<any" not in p}
    assert set(told()) == there


def test_the_description_has_the_same_addresses(app):
    described = app.test_client().get("/api/v1/openapi.json").get_json()
    assert described["openapi"].startswith("3.1")
    under_api = {
        (method.upper(), path)
        for path, methods in described["paths"].items()
        for method in methods
        if path.startswith("/api/")
    }
    assert under_api == {(m, p) for m, p in told() if p.startswith("/api/")}


def test_the_scopes_are_those_of_the_doors(app):
    """Asked without any, a door for somebody says who it is for; one for nobody does not mind."""
    client = app.test_client()
    for (method, path), scope in told().items():
        if not path.startswith("/api/"):
            continue
        store = path.replace("{store}", "main")
        answer = client.open(re.sub(r"{\w+}", "x", store), method=method, json={})
        assert (answer.status_code == 401) == (scope != "none"), (method, path, answer.status)


def test_every_refusal_is_told_with_its_status():
    rows = dict(re.findall(r"^\| `(\w+)` \| (\d{3}|other) \|", PAGE, re.M))
    assert rows == {code: str(status) for code, status in known_refusals().items()} | {
        "http_error": "other"
    }


def known_refusals() -> dict[str, int]:
    """The floor's, HTTP's own, and every `Problem(status, "code", …)` in the doors."""
    known = dict(REFUSALS) | {code: status for status, (code, _) in _HTTP.items()}
    for path in Path("server/doors").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "Problem":
                constants = [a.value for a in node.args if isinstance(a, ast.Constant)]
                if len(constants) >= 2:
                    known[constants[1]] = constants[0]
    return known


def test_every_figure_is_explained_as_the_code_does():
    for report in REPORTS.values():
        for name, says in report.about.items():
            assert f"| `{name}` | {says} |" in PAGE


def test_every_reason_for_a_longer_wait_is_named():
    for reason in REASONS:
        assert f"`{reason}`" in PAGE
