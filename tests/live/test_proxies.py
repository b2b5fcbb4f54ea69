"""Whose word is taken for where a request came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from server.settings import SettingsError, load
from server.web.proxies import AT_THIS_MACHINE, Proxies, neighbourhood
from tests.browser.running import PATIENCE_S
from tests.cast import shipped_at_noon
from tests.live.conftest import Store


def read(proxies: Proxies, peer: str = "10.0.0.9", **told: str) -> dict[str, Any]:
    environ: dict[str, Any] = {
        "REMOTE_ADDR": peer,
        "wsgi.url_scheme": "http",
        "HTTP_HOST": "foyer.local",
    }
    environ |= {f"HTTP_X_FORWARDED_{name}": value for name, value in told.items()}
    proxies.read(environ)
    return environ


def test_nobody_is_believed_who_is_not_named() -> None:
    told = {"FOR": "1.2.3.4", "PROTO": "https", "HOST": "evil.example"}
    for proxies in (Proxies(), Proxies(["10.0.0.8"])):
        environ = read(proxies, **told)
        assert environ["REMOTE_ADDR"] == "10.0.0.9"
        assert environ["wsgi.url_scheme"] == "http"
        assert environ["HTTP_HOST"] == "foyer.local"
        assert not any(name.startswith("HTTP_X_FORWARDED") for name in environ)


CALLERS = [
    ("1.2.3.4", "1.2.3.4"),
    ("9.9.9.9, 1.2.3.4", "1.2.3.4"),
    ("9.9.9.9, 1.2.3.4, 10.0.0.7", "1.2.3.4"),
    ("10.0.0.7", "10.0.0.7"),
    ("", "10.0.0.9"),
    ("made up", "10.0.0.9"),
    ("1.2.3.4, made up", "10.0.0.9"),
    ("::ffff:1.2.3.4", "1.2.3.4"),
    ("2001:db8::1", "2001:db8::1"),
]


@pytest.mark.parametrize(("told", "caller"), CALLERS)
def test_the_last_hop_that_is_no_proxy_of_ours_is_the_caller(told: str, caller: str) -> None:
    assert read(Proxies(["10.0.0.0/24"]), FOR=told)["REMOTE_ADDR"] == caller


def test_a_named_proxy_says_how_and_for_which_host_it_was_asked() -> None:
    environ = read(Proxies(["10.0.0.9"]), PROTO="https", HOST="foyer.example:8443")
    assert environ["wsgi.url_scheme"] == "https"
    assert environ["HTTP_HOST"] == "foyer.example:8443"
    environ = read(Proxies(["10.0.0.9"]), PROTO="gopher", HOST="a b")
    assert environ["wsgi.url_scheme"] == "http"
    assert environ["HTTP_HOST"] == "foyer.local"


def test_only_who_asks_from_here_himself_is_at_this_machine() -> None:
    assert read(Proxies(), "127.0.0.1")[AT_THIS_MACHINE]
    assert read(Proxies(), "::ffff:127.0.0.1")[AT_THIS_MACHINE]
    assert not read(Proxies(), "10.0.0.9")[AT_THIS_MACHINE]
    assert not read(Proxies(), "127.0.0.1", FOR="1.2.3.4")[AT_THIS_MACHINE]
    assert not read(Proxies(["127.0.0.1"]), "127.0.0.1")[AT_THIS_MACHINE]


def test_a_machine_is_one_caller() -> None:
    assert neighbourhood("10.0.0.1") == "10.0.0.1"
    assert neighbourhood("2001:db8::1") == neighbourhood("2001:db8::ffff")
    assert neighbourhood("2001:db8::1") != neighbourhood("2001:db8:1::1")


def with_proxies(folder: Path, proxies: str) -> Path:
    config = folder / "behind.toml"
    text = shipped_at_noon().replace("[store]", f"[store]\nproxies = {proxies}", 1)
    config.write_text(text, "utf-8")
    return config


@pytest.mark.parametrize("wrong", ['["localhost"]', '["10.0.0.300"]', '"127.0.0.1"', "[7]"])
def test_a_proxy_that_is_no_address_is_a_mistake_with_its_place(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(SettingsError, match="proxies"):
        load(with_proxies(tmp_path, wrong))


@pytest.fixture
def behind(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path, with_proxies(tmp_path, '["127.0.0.1", "::1"]'))
    store.start()
    yield store
    store.stop()


def metrics(store: Store, **headers: str) -> int:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.get(f"{store.base}/metrics", headers=told, timeout=PATIENCE_S).status_code


def test_what_is_this_machine_s_own_is_not_for_who_comes_through_a_proxy(behind: Store) -> None:
    manager = f"Bearer {behind.tokens['manager']}"
    assert metrics(behind) == 401
    assert metrics(behind, X_Forwarded_For="127.0.0.1") == 401
    assert metrics(behind, X_Forwarded_For="1.2.3.4", Authorization=manager) == 200


def test_each_caller_behind_the_proxy_has_his_own_limit(behind: Store) -> None:
    def until_refused(caller: str) -> requests.Response:
        with requests.Session() as asking:
            asking.headers["X-Forwarded-For"] = caller
            while (answer := asking.get(f"{behind.base}/nothing", timeout=PATIENCE_S)).status_code:
                if answer.status_code == 429 or count.setdefault(caller, 0) >= 10:
                    return answer
                count[caller] += 1
        raise AssertionError

    count: dict[str, int] = {}
    assert until_refused("1.2.3.4").status_code == 404
    assert until_refused("1.2.3.5").status_code == 404
