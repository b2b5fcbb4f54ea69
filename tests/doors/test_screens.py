"""What each screen's door shows, and the pages themselves."""

from __future__ import annotations

import gzip
import re

import pytest

from tests.doors.shop import DRIVE_PAPERS, Shop

SCREENS = ("kiosk", "display", "staff", "manager")


def test_the_store_says_what_it_is(shop: Shop) -> None:
    about = shop.get("", by=None).body
    assert about["id"] == "main"
    assert about["languages"] == ["en", "de", "ar"]
    assert about["open"] is True
    assert about["speed"] == 1
    assert about["demo"] is False


def test_services_in_a_language(shop: Shop) -> None:
    english = shop.get("/services", by=None).body
    german = shop.get("/services?language=de", by=None).body
    assert english["next"] is None
    names = [[service["name"] for service in one["items"]] for one in (english, german)]
    assert names[0] != names[1]
    first = english["items"][0]
    assert first.keys() >= {"id", "name", "open", "wait", "questions", "papers"}
    assert first["wait"].keys() >= {"low_s", "high_s"}
    assert shop.get("/services?language=tlh", by=None).status == 422


def test_the_verdict_without_a_ticket(shop: Shop) -> None:
    nothing = {"service": "replacement"}
    verdict = shop.post("/papers/verdict", nothing, by="kiosk").body
    assert verdict["verdict"] == "not_today"
    ready = {"service": "replacement", **DRIVE_PAPERS}
    assert shop.post("/papers/verdict", ready, by="kiosk").body["verdict"] == "ready"
    for body, code in [
        ({"service": "x"}, "unknown_service"),
        ({"service": "advice", "papers": {"x": "have"}}, "unknown_paper"),
    ]:
        reply = shop.post("/papers/verdict", body, by="kiosk")
        assert (reply.status, reply.code) == (422, code)
    assert shop.get("/visits").body["items"] == []


def test_the_board_tells_no_secret(busy: Shop) -> None:
    called = busy.called()
    board = busy.get("/board", by="tv").body
    assert [one["ticket"] for one in board["called"]] == [called["ticket"]]
    assert board["speed"] == 1
    assert "secret" not in str(board)


def test_asking_for_a_person(shop: Shop) -> None:
    asked = shop.post("/help", {"kiosk": "1", "step": "papers"}, by="kiosk")
    assert asked.status == 201
    [waiting] = shop.get("/floor").body["help"]
    assert waiting["id"] == asked.body["id"]
    assert shop.post(f"/help/{asked.body['id']}/answer").status == 200
    assert shop.get("/floor").body["help"] == []
    assert shop.post("/help/nothing/answer").code == "unknown_help"


def test_notes_are_for_colleagues(shop: Shop) -> None:
    visit = shop.arrive({"service": "advice", "name": "Rosa", "phone": "0171 555"})
    path = f"/visits/{visit['id']}"
    for text in ("speaks softly", "likes trains"):
        assert "guest" not in shop.post(f"{path}/note", {"text": text}).body
    guest = shop.get(path).body["guest"]
    assert guest == {
        "name": "Rosa",
        "phone": "0171 555",
        "notes": ["speaks softly", "likes trains"],
    }
    assert "guest" not in shop.get(path, by=None, token=visit["secret"]).body


class TestPhone:
    def test_its_own_visit(self, shop: Shop) -> None:
        visit = shop.arrive()
        told = shop.get(f"{visit['follow_url']}/visit", by=None).body
        assert told["visit"]["ticket"] == visit["ticket"]
        assert told["visit"]["allowed_actions"] == ["hold", "declare", "cancel"]
        assert visit["secret"] not in str(told)

    def test_its_page_and_code(self, shop: Shop) -> None:
        visit = shop.arrive()
        page = shop.get(visit["follow_url"], by=None)
        assert page.status == 200
        assert b"<!doctype html>" in page.raw.lower()
        code = shop.get(f"{visit['follow_url']}/qr.svg", by=None)
        assert code.headers["Content-Type"] == "image/svg+xml"
        assert b"<svg" in code.raw

    def test_an_unknown_link_comforts(self, shop: Shop) -> None:
        page = shop.get("/v/0123456789abcdefnotasecret", by=None)
        assert page.status == 404
        assert b"place in line does not" in page.raw
        assert shop.get("/v/nonsense/visit", by=None).code == "unknown_visit"
        assert shop.get("/v/nonsense/qr.svg", by=None).status == 404


class TestPages:
    @pytest.mark.parametrize("screen", SCREENS)
    def test_a_closed_door_says_how_to_sign_in(self, shop: Shop, screen: str) -> None:
        page = self._page(shop, f"/{screen}")
        assert page.status_code == 401
        assert f"--scope {screen}".encode() in page.data

    @pytest.mark.parametrize("screen", SCREENS)
    def test_an_open_door(self, shop: Shop, screen: str) -> None:
        page = self._page(shop, f"/{screen}", "omar")
        assert page.status_code == 200
        nonce = re.search(r"'nonce-([^']+)'", page.headers["Content-Security-Policy"])
        assert nonce
        assert f'nonce="{nonce[1]}"'.encode() in page.data
        reads_codes = "wasm-unsafe-eval" in page.headers["Content-Security-Policy"]
        assert reads_codes == (screen in ("kiosk", "staff"))

    def test_two_pages_never_share_a_nonce(self, shop: Shop) -> None:
        policies = {self._page(shop, "/").headers["Content-Security-Policy"] for _ in range(3)}
        assert len(policies) == 3

    def test_the_index_knows_what_is_open(self, shop: Shop) -> None:
        assert self._page(shop, "/").data.count(b"locked</span>") == 4
        assert self._page(shop, "/", "mai").data.count(b"locked</span>") == 1

    def test_every_answer_is_guarded(self, shop: Shop) -> None:
        for path in ("/", "/kiosk", "/ui/tokens.css", "/api/v1/stores/main", "/nowhere"):
            headers = self._page(shop, path).headers
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "same-origin"
            assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
            assert "unsafe-inline" not in headers["Content-Security-Policy"]

    def test_a_person_who_is_lost_gets_a_page(self, shop: Shop) -> None:
        client = shop.app.test_client()
        page = client.get("/nowhere", headers={"Accept": "text/html,*/*;q=0.8"})
        assert page.status_code == 404
        assert b"There is nothing at this address" in page.data
        assert client.get("/nowhere").content_type == "application/problem+json"

    def _page(self, shop: Shop, path: str, who: str | None = None):  # type: ignore[no-untyped-def]
        headers = {"Authorization": f"Bearer {shop.tokens[who]}"} if who else {}
        return shop.app.test_client().get(path, headers=headers)


class TestFiles:
    def test_packed_named_and_kept(self, shop: Shop) -> None:
        client = shop.app.test_client()
        plain = client.get("/ui/tokens.css")
        packed = client.get("/ui/tokens.css", headers={"Accept-Encoding": "br, gzip"})
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.data) == plain.data
        etag = plain.headers["ETag"]
        again = client.get("/ui/tokens.css", headers={"If-None-Match": etag})
        assert (again.status_code, again.data) == (304, b"")

    @pytest.mark.parametrize(
        "path",
        [
            "/ui/../server/app.py",
            "/ui/%2e%2e/config.toml",
            "/ui/..%2fconfig.toml",
            "/ui//etc/passwd",
            "/ui/%2fetc/passwd",
            "/ui/.hidden.js",
            "/ui/head.html",
            "/ui/vendor",
            "/ui/tokens.css%00.js",
            "/ui/a\\b.js",
            "/kiosk/__init__.py",
            "/server/app.py",
            "/config.toml",
            "/doors/lost.html",
        ],
    )
    def test_nothing_else_leaves_the_house(self, shop: Shop, path: str) -> None:
        assert shop.app.test_client().get(path).status_code == 404


def signed_in(shop: Shop, who: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {shop.tokens[who]}"}


def test_health(shop: Shop) -> None:
    client = shop.app.test_client()
    assert client.get("/healthz").json == {"status": "ok"}
    assert client.get("/readyz").json["status"] == "ready"
    shop.arrive()
    told = client.get("/metrics", headers=signed_in(shop, "omar")).text
    assert "foyer_waiting 1.0" in told
    assert 'foyer_requests_total{door="health.ready",status="200"} 1.0' in told


@pytest.mark.parametrize(
    ("asks", "language", "direction"),
    [("ar-EG,ar;q=0.9,en;q=0.5", "ar", "rtl"), ("de", "de", "ltr"), ("th", "en", "ltr")],
)
def test_a_page_of_no_screen_speaks_the_visitors_language(
    shop: Shop, asks: str, language: str, direction: str
) -> None:
    page = shop.app.test_client().get("/v/nonsense", headers={"Accept-Language": asks})
    assert f'<html lang="{language}" dir="{direction}">'.encode() in page.data
