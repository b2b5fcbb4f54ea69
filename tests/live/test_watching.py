"""TVs, kiosks and tablets on Socket.IO."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest
import requests

from tests.browser.running import PATIENCE_S, ROOT
from tests.live.conftest import Store
from tests.live.listening import Tv


def test_watching_is_answered_with_the_whole_view(open_store: Store) -> None:
    taken = open_store.ticket()
    with Tv(open_store.base, open_store.tokens["display"]) as tv:
        answer = tv.watch("board")
    board = open_store.call("GET", "/board", scope="display")
    assert answer["seq"] == answer["data"]["seq"] >= taken["seq"]
    assert answer["data"].keys() == board.keys()
    assert answer["data"]["counters"] == board["counters"]


def test_news_of_a_tap_reaches_the_room_and_the_staff(open_store: Store) -> None:
    with (
        Tv(open_store.base, open_store.tokens["display"]) as tv,
        Tv(open_store.base, open_store.tokens["staff"]) as tablet,
    ):
        tv.watch("board")
        tablet.watch("floor")
        open_store.ticket()
        called = open_store.call("POST", "/counters/1/call_next")
        board = tv.since(called["seq"])
        floor = tablet.since(called["seq"])
        open_store.call("POST", f"/visits/{called['id']}/finish", {"outcome": "resolved"})
    assert called["ticket"] in [call["ticket"] for call in board["data"]["called"]]
    assert floor["data"]["visits"][called["id"]]["state"] == "called"
    assert board["data"]["speed"] == 1


MAY_WATCH = [
    ("display", "board", True),
    ("display", "floor", False),
    ("kiosk", "board", True),
    ("kiosk", "floor", False),
    ("staff", "board", True),
    ("staff", "floor", True),
    ("manager", "floor", True),
    (None, "board", False),
    (None, "floor", False),
]


@pytest.mark.parametrize(("scope", "view", "may"), MAY_WATCH)
def test_who_may_watch_what(open_store: Store, scope: str | None, view: str, may: bool) -> None:
    with Tv(open_store.base, open_store.tokens[scope] if scope else None) as device:
        answer = device.watch(view)
    assert ("data" in answer) is may
    if not may:
        assert answer["error"]["status"] == (403 if scope else 401)
        assert "data" not in answer


def test_a_made_up_token_opens_nothing(open_store: Store) -> None:
    with Tv(open_store.base, "made-up") as device:
        assert device.watch("board")["error"]["code"] == "not_signed_in"


def test_who_may_not_watch_hears_nothing(open_store: Store) -> None:
    with (
        Tv(open_store.base) as stranger,
        Tv(open_store.base, open_store.tokens["display"]) as tv,
    ):
        stranger.watch("board")
        tv.watch("board")
        taken = open_store.ticket()
        tv.since(taken["seq"])
        # By now the stranger, told before, would have heard too.
        assert stranger.watch("floor")["error"]["status"] == 401
        assert stranger.news.empty()


@pytest.mark.parametrize(
    ("store", "view", "code"),
    [("next-door", "board", "unknown_store"), ("main", "guests", "unknown_view")],
)
def test_what_is_not_there_is_refused_in_words(
    open_store: Store, store: str, view: str, code: str
) -> None:
    with Tv(open_store.base, open_store.tokens["manager"]) as device:
        problem = device.watch(view, store)["error"]
        assert problem["code"] == code
        assert problem["detail"]
        assert "data" in device.watch("board"), "the connection goes on"


def test_a_browser_that_is_signed_in_needs_no_token(open_store: Store) -> None:
    entered = requests.get(open_store.link("staff"), allow_redirects=False, timeout=PATIENCE_S)
    cookie = "; ".join(f"{name}={value}" for name, value in entered.cookies.items())
    with Tv(open_store.base, cookie=cookie) as tablet:
        assert "data" in tablet.watch("floor")


def test_who_comes_back_is_right_again(open_store: Store) -> None:
    with Tv(open_store.base, open_store.tokens["display"]) as tv:
        before = tv.watch("board")
    taken = open_store.ticket("advice")
    with Tv(open_store.base, open_store.tokens["display"]) as tv:
        again = tv.watch("board")
    assert again["seq"] >= taken["seq"] > before["seq"]
    waiting = {service["id"]: service["waiting"] for service in again["data"]["services"]}
    waited = {service["id"]: service["waiting"] for service in before["data"]["services"]}
    assert waiting["advice"] == waited["advice"] + 1


def test_any_socket_io_client_may_come(open_store: Store) -> None:
    """Ours use a websocket at once; the protocol's own way begins with polling."""
    with Tv(
        open_store.base, open_store.tokens["display"], transports=["polling", "websocket"]
    ) as tv:
        tv.watch("board")
        taken = open_store.ticket()
        assert tv.since(taken["seq"])


def test_a_device_whose_link_was_taken_back_is_sent_away(open_store: Store) -> None:
    with Tv(open_store.base, open_store.tokens["display"]) as tv:
        assert "data" in tv.watch("board")
        open_store.renew("display")
        assert tv.sent_away.wait(PATIENCE_S)


def test_a_device_whose_token_was_taken_back_is_sent_away_and_no_other(open_store: Store) -> None:
    command = [sys.executable, "-m", "server", "devices", "--data", str(open_store.data)]

    def said(*args: str) -> str:
        run = subprocess.run([*command, *args], cwd=ROOT, check=True, capture_output=True)
        return run.stdout.decode()

    with Tv(open_store.base, open_store.tokens["kiosk"]) as tv:
        tv.watch("board")
        cookie = entered(open_store, "manager")
        with Tv(open_store.base, cookie=cookie) as tablet:
            assert "data" in tablet.watch("floor")
            [line] = [line for line in said().splitlines() if line.endswith("manager screen")]
            said("--take-back", line.split()[0])
            assert tablet.sent_away.wait(PATIENCE_S)
        session = f"{open_store.base}/api/v1/session"
        answer = requests.get(session, headers={"Cookie": cookie}, timeout=PATIENCE_S)
        assert answer.status_code == 401
        tv.since(open_store.ticket()["seq"])
        assert not tv.sent_away.is_set()


def test_a_tablet_stays_connected_while_people_sign_in_and_out_on_it(open_store: Store) -> None:
    """Each time its cookie is another; the connection was made with an earlier one."""
    browser = requests.Session()
    browser.get(open_store.link("staff"), allow_redirects=False, timeout=PATIENCE_S)
    with Tv(open_store.base, cookie=cookies(browser)) as tablet:
        tablet.watch("floor")
        pin = f"{open_store.base}/api/v1/session/pin"
        mai = {"staff": "mai", "pin": "2703"}
        assert browser.post(pin, json=mai, timeout=PATIENCE_S).status_code == 200
        assert browser.delete(pin, timeout=PATIENCE_S).status_code == 204
        # Whoever is sent away is told so in the round of checks that also sends this one away.
        with Tv(open_store.base, open_store.tokens["display"]) as tv:
            tv.watch("board")
            open_store.renew("display")
            assert tv.sent_away.wait(PATIENCE_S)
        tablet.since(open_store.ticket()["seq"])
        assert not tablet.sent_away.is_set()


def entered(store: Store, screen: str) -> str:
    browser = requests.Session()
    browser.get(store.link(screen), allow_redirects=False, timeout=PATIENCE_S)
    return cookies(browser)


def cookies(browser: requests.Session) -> str:
    return "; ".join(f"{name}={value}" for name, value in browser.cookies.items())


@pytest.mark.parametrize("ours", [True, False])
def test_a_page_of_another_address_hears_nothing_with_our_cookie(
    open_store: Store, ours: bool
) -> None:
    origin = open_store.base if ours else "https://evil.example"
    cookie = entered(open_store, "staff")
    heard = b""
    with socket.create_connection(("localhost", open_store.port), PATIENCE_S) as asking:
        asking.sendall(
            f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n"
            f"Host: localhost:{open_store.port}\r\nOrigin: {origin}\r\nCookie: {cookie}\r\n"
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        # Let in, it hears its connection's name; sent away, the end.
        while b'"sid"' not in heard and (part := asking.recv(4096)):
            heard += part
    assert (b'"sid"' in heard) == ours
