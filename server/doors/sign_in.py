"""Who is asking, and what they may do.

A device or a program shows a bearer token. A person's browser holds a signed session cookie, got
from a sign-in link (`/enter/TOKEN`) and, at a tablet, a PIN on top. A customer holds the secret
of a visit or an appointment. Every door says with `@allowed(…)` who may pass.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

import msgspec
from apiflask import APIBlueprint
from apiflask.scaffold import _annotate
from flask import Flask, Request, Response, g, redirect, request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface

from server.doors import schemas
from server.doors.floods import WRITES
from server.doors.house import bearer, house, nothing, shown
from server.doors.pages import doorway
from server.doors.pins import pin_fits
from server.doors.problems import Problem
from server.doors.tokens import digest_of
from server.keys import Kind

# Manager ⊃ staff ⊃ display. Staff may do for a customer what the customer could do at a kiosk,
# and a kiosk shows the same waits as the TV.
MAY_PASS: dict[str, frozenset[str]] = {
    "kiosk": frozenset({"kiosk", "staff", "manager"}),
    "display": frozenset({"display", "kiosk", "staff", "manager"}),
    "staff": frozenset({"staff", "manager"}),
    "manager": frozenset({"manager"}),
}
SAFE = ("GET", "HEAD", "OPTIONS")


class Own(NamedTuple):
    kind: Kind
    id: str


class Caller(NamedTuple):
    scope: str
    name: str
    staff: str | None = None
    owns: Own | None = None
    """The visit or appointment whose secret was shown; then `scope` is "customer"."""

    @property
    def by(self) -> str:
        return self.staff or self.name


View = TypeVar("View", bound=Callable[..., Any])


def allowed(scope: str, *, secret: bool = False) -> Callable[[View], View]:
    """Only for this scope and those that include it; `secret`: also the customer whose visit or
    appointment the address names."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            g.caller = _passed(scope, _named(kwargs) if secret else None)
            if g.caller.owns is not None and request.method not in SAFE:
                house().floods.count(WRITES, *g.caller.owns)
            return view(*args, **kwargs)

        schemes = ["token", "session"] + (["secret"] if secret else [])
        _annotate(guarded, security=schemes)
        return guarded  # type: ignore[return-value]

    return guard


def _named(kwargs: dict[str, str]) -> Own:
    kind: Kind = "visit" if "visit" in kwargs else "appointment"
    return Own(kind, kwargs[kind])


def caller() -> Caller:
    found: Caller = g.caller
    return found


def may_pass(scope: str) -> bool:
    return any(found.scope in MAY_PASS[scope] for found in _shown(None))


def scopes_of(token: str | None) -> frozenset[str]:
    """For the live connection: a token from its handshake, or whoever the request says it is."""
    if token is not None:
        found = house().tokens.of(token)
        return frozenset({found.scope}) if found else frozenset()
    return frozenset(found.scope for found in _shown(None))


def _passed(scope: str, own: Own | None) -> Caller:
    shown_any = False
    for found in _shown(own):
        shown_any = True
        if found.scope in MAY_PASS[scope] or (own is not None and found.owns == own):
            return found
    if not shown_any:
        raise not_signed_in()
    raise Problem(403, "not_allowed", f"This needs to be signed in as {scope}.")


def _shown(own: Own | None) -> Iterator[Caller]:
    """Everybody the request says it comes from, the plainest saying first."""
    ways = (_by_token, lambda: _by_secret(own.kind) if own else None, _by_session)
    return (found for way in ways if (found := way()) is not None)


def not_signed_in() -> Problem:
    return Problem(
        401,
        "not_signed_in",
        "Sign in first: open this screen's sign-in link, or send a token.",
        headers={"WWW-Authenticate": 'Bearer realm="foyer"'},
    )


def _by_token() -> Caller | None:
    shown_token = bearer()
    token = house().tokens.of(shown_token) if shown_token else None
    return Caller(token.scope, token.name) if token else None


def _by_secret(kind: Kind) -> Caller | None:
    secret = bearer() or request.args.get("secret") or _secret_in_body()
    opened = house().keys.opens(secret, kind) if secret else None
    return Caller("customer", "customer", owns=Own(kind, opened)) if opened else None


class _WithSecret(msgspec.Struct):
    secret: str | None = None


def _secret_in_body() -> str | None:
    if request.method in SAFE:
        return None
    try:
        return msgspec.json.decode(request.get_data(cache=True), type=_WithSecret).secret
    except (msgspec.DecodeError, RecursionError):
        return None


def _by_session() -> Caller | None:
    if bearer() is not None or "token" not in session:
        return None
    token = house().tokens.by_digest(bytes.fromhex(session["token"]))
    if token is None:
        return None
    _refuse_foreign_origin()
    staff = session.get("staff")
    return Caller(token.scope, token.name, staff if staff in house().plan.staff else None)


def _refuse_foreign_origin() -> None:
    """A browser sends the cookie by itself, so another site's page must not be the one asking.

    Every browser names the origin of a write; only programs leave it out.
    """
    if request.method in SAFE:
        return
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise Problem(403, "foreign_origin", "This was asked by a page of another address.")


class Sessions(SecureCookieSessionInterface):
    """Most requests bring a token and no cookie: nothing to open for them."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        if "HTTP_COOKIE" not in request.environ:
            return self.session_class()
        return super().open_session(app, request)


sign_in = APIBlueprint("sign_in", __name__, tag="Sign-in")


def add_sign_in(app: Flask, store: str, store_key: bytes) -> None:
    app.session_interface = Sessions()
    app.secret_key = hmac.digest(store_key, b"session", "sha256")
    app.config.update(
        SESSION_COOKIE_NAME=f"foyer_{store}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        PERMANENT_SESSION_LIFETIME=400 * 24 * 3600,
        SESSION_REFRESH_EACH_REQUEST=False,
    )
    app.register_blueprint(sign_in)


@sign_in.get("/enter/<token>")
@sign_in.doc(hide=True)
def enter(token: str) -> Response | str:
    """A sign-in link. A wrong one leads to the same page, which then says how to sign in."""
    found = house().tokens.of(token)
    to = _inside(request.args.get("to") or (f"/{found.scope}" if found else "/"))
    if found is not None:
        session.clear()
        session.permanent = True
        session["token"] = digest_of(token).hex()
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        # A strict cookie does not travel along a redirect that began on another site.
        return doorway("entered.html", "foyer", to=to)
    answer: Response = redirect(to)  # type: ignore[assignment]
    return answer


def _inside(to: str) -> str:
    """Only a path of this server: a link must not lead a signed-in person elsewhere."""
    inside = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable()
    return to if inside else "/"


@sign_in.get("/api/v1/session")
@sign_in.output(schemas.ThingOut)
@allowed("display")
def show_session() -> Response:
    """Who is signed in here."""
    return shown({"scope": caller().scope, "staff": _person(caller().staff)})


@sign_in.post("/api/v1/session/pin")
@sign_in.output(schemas.ThingOut)
@allowed("staff")
@sign_in.input(schemas.PinIn, arg_name="body")
def sign_in_by_pin(body: schemas.PinIn) -> Response:
    """A person at a tablet says who they are. Five wrong PINs lock that person at that tablet."""
    tries, wrong = _tablet_and_person(body.staff), house().wrong_pins
    if wrong.too_many(tries):
        raise Problem(429, "too_many_tries", TOO_MANY_TRIES, headers={"Retry-After": "300"})
    if not pin_fits(house().settings.pins.get(body.staff, ""), body.pin):
        wrong.one_more(tries)
        raise Problem(403, "wrong_pin", "That PIN is not right. Please type it again.")
    if (token := bearer()) is not None:
        session["token"] = digest_of(token).hex()
    session.permanent = True
    session["staff"] = body.staff
    return shown({"staff": _person(body.staff)})


@sign_in.delete("/api/v1/session/pin")
@sign_in.output(schemas.Nothing, status_code=204)
@allowed("staff")
def sign_out() -> Response:
    """The person leaves; the tablet stays signed in."""
    session.pop("staff", None)
    return nothing()


def _person(staff: str | None) -> dict[str, str] | None:
    if staff is None:
        return None
    member = house().plan.staff[staff]
    return {"id": member.id, "name": member.name, "role": member.role}


TOO_MANY_TRIES = "That was too many wrong PINs. Wait five minutes, or sign in at another tablet."


def _tablet_and_person(staff: str) -> str:
    """By the link and the address, not by the cookie: clearing it must not give five more tries.
    Another tablet is not locked, so nobody can lock a colleague out of the whole store."""
    return f"{house().plan.id} {caller().name} {request.remote_addr} {staff}"
