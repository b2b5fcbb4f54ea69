"""Who is asking, and what they may do.

A device or a program shows a bearer token. A person's browser holds a cookie that names a session,
got from a sign-in link (`/enter/TOKEN`) and, at a tablet, a PIN on top. A customer holds the secret
of a visit or an appointment. Every door says with `@allowed(…)` who may pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

import msgspec
from flask import Flask, Request, Response, current_app, g, redirect, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface

from server.doors import schemas
from server.doors.door import Door, Function, described
from server.doors.floods import WRITES, WRONG_TOKENS
from server.doors.house import JSON, bearer, house, nothing, shown
from server.doors.pages import doorway
from server.doors.pins import TooManyAtOnce, Wait
from server.doors.problems import Problem, not_saved
from server.doors.reading import idempotency_key
from server.doors.sessions import Known
from server.doors.tokens import digest_of
from server.floor.views.frame import PersonView, View
from server.journal.contract import NotSaved
from server.keys import Kind
from server.web.proxies import neighbourhood

# Manager ⊃ staff ⊃ display. Staff may do for a customer what the customer could do at a kiosk,
# and a kiosk shows the same waits as the TV.
MAY_PASS: dict[str, frozenset[str]] = {
    "kiosk": frozenset({"kiosk", "staff", "manager"}),
    "display": frozenset({"display", "kiosk", "staff", "manager"}),
    "staff": frozenset({"staff", "manager"}),
    "manager": frozenset({"manager"}),
}
SAFE = ("GET", "HEAD", "OPTIONS")
COOKIE_KEPT_S = 400 * 24 * 3600
"""As long as a browser keeps any."""


class Own(NamedTuple):
    kind: Kind
    id: str


class Caller(NamedTuple):
    scope: str
    name: str
    staff: str | None = None
    owns: Own | None = None
    """The visit or appointment whose secret was shown; then `scope` is "customer"."""
    token: bytes = b""
    """The digest of the token that was shown, or that began the session."""

    @property
    def by(self) -> str:
        return self.staff or self.name

    @property
    def identity(self) -> str:
        """Whose an Idempotency-Key is: the same after a restart, and for a device that opened its
        link anew between two tries."""
        if self.owns is not None:
            return f"{self.owns.kind} {self.owns.id}"
        return f"{self.token.hex()} {self.staff or ''}"


def allowed(scope: str, *, secret: bool = False) -> Callable[[Function], Function]:
    """Only for this scope and those that include it; `secret`: also the customer whose visit or
    appointment the address names."""

    def guard(view: Function) -> Function:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            g.caller = _passed(scope, _named(kwargs) if secret else None)
            if g.caller.owns is not None and request.method not in SAFE:
                house().floods.count(WRITES, *g.caller.owns)
            return view(*args, **kwargs)

        schemes = ("token", "session", *(("secret",) if secret else ()))
        described(guarded).security = schemes
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


def tokens_of(token: str | None) -> frozenset[bytes]:
    """For the live connection: a token from its handshake, or whoever the request says it is."""
    if token is not None:
        return frozenset({digest_of(token)})
    return frozenset(found.token for found in _shown(None))


def _passed(scope: str, own: Own | None) -> Caller:
    shown_any = False
    for found in _shown(own):
        shown_any = True
        if found.scope in MAY_PASS[scope] or (own is not None and found.owns == own):
            return found
    if not shown_any:
        if bearer() is not None:
            house().floods.count(WRONG_TOKENS, neighbourhood(request.remote_addr or ""))
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
    return Caller(token.scope, token.name, token=token.digest) if token else None


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
    except (ValueError, RecursionError):
        # No JSON, or far too deep: whoever reads the whole of it says so.
        return None


def _by_session() -> Caller | None:
    if bearer() is not None or (known := _session()) is None:
        return None
    token = house().tokens.by_digest(known.session.token)
    if token is None:
        return None
    _refuse_foreign_origin()
    return Caller(token.scope, token.name, known.session.staff, token=token.digest)


def _cookie() -> str | None:
    # Most requests bring a token and no cookie: nothing to read for them.
    if "HTTP_COOKIE" not in request.environ:
        return None
    return request.cookies.get(current_app.config["SESSION_COOKIE_NAME"])


def _session() -> Known | None:
    """The session that the cookie names, unless its person has another PIN now, or is gone."""
    cookie = _cookie()
    known = house().sessions.of(cookie) if cookie else None
    if known is None or (staff := known.session.staff) is None:
        return known
    kept = house().settings.pins.get(staff)
    fits = known.session.pin == house().sessions.fingerprint(staff, kept)
    return known if fits and staff in house().plan.staff else None


def _refuse_foreign_origin() -> None:
    """A browser sends the cookie by itself, so another site's page must not be the one asking.

    Every browser names the origin of a write; only programs leave it out.
    """
    if request.method in SAFE:
        return
    origin = request.headers.get("Origin")
    if origin is not None and not _is_ours(origin):
        raise Problem(403, "foreign_origin", "This was asked by a page of another address.")


def _is_ours(origin: str) -> bool:
    try:
        asking = urlsplit(origin)
    except ValueError:
        return False
    # Where there is HTTPS, a page that came without it may have been changed on its way.
    weaker = request.is_secure and asking.scheme != "https"
    return asking.netloc == request.host and not weaker


class NoSessions(SecureCookieSessionInterface):
    """Flask keeps nothing in a cookie of its own."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession:
        return self.session_class()

    def save_session(self, *_: object) -> None:
        pass


sign_in = Door("sign_in", "Sign-in")


class WorkerView(PersonView, kw_only=True):
    role: Literal["staff", "floor_walker", "manager"]


class SignedInView(View, kw_only=True):
    staff: WorkerView | None


class SessionView(SignedInView, kw_only=True):
    scope: str


def add_sign_in(app: Flask, store: str) -> None:
    app.session_interface = NoSessions()
    app.config["SESSION_COOKIE_NAME"] = f"foyer_{store}"
    app.register_blueprint(sign_in)


def _hand_over(answer: Response, new_id: str) -> Response:
    """The cookie: for this server's own pages, and never in the clear where there is HTTPS."""
    answer.set_cookie(
        current_app.config["SESSION_COOKIE_NAME"],
        new_id,
        max_age=COOKIE_KEPT_S,
        secure=request.is_secure,
        httponly=True,
        samesite="Strict",
    )
    return answer


def _begin(token: bytes, instead_of: Known | None, staff: str | None = None) -> str:
    pin = house().settings.pins.get(staff) if staff else None
    try:
        return house().sessions.begin(token, instead_of, staff, pin)
    except NotSaved as error:
        raise not_saved() from error


@sign_in.get("/enter/<token>")
def enter(token: str) -> Response:
    """A sign-in link. A wrong one leads to the same page, which then says how to sign in."""
    found = house().tokens.of(token)
    to = _inside(request.args.get("to") or (f"/{found.scope}" if found else "/"))
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        # A strict cookie does not travel along a redirect that began on another site.
        answer = doorway("entered.html", "foyer", to=to)
    else:
        answer = redirect(to)  # type: ignore[assignment]
    # This address opens the store: it goes to no other page, not even one of ours.
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer if found is None else _hand_over(answer, _begin(found.digest, _session()))


def _inside(to: str) -> str:
    """Only a path of this server: a link must not lead a signed-in person elsewhere."""
    inside = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable()
    return to if inside else "/"


@sign_in.get("/api/v1/session")
@sign_in.output(SessionView)
@allowed("display")
def show_session() -> Response:
    """Who is signed in here."""
    return shown(SessionView(scope=caller().scope, staff=_person(caller().staff)))


def renews(view: Function) -> Function:
    """A request that ends the session it came with, and begins another. When its answer is lost,
    the browser asks again, with the cookie that has ended and the same Idempotency-Key: it gets the
    new one. To whoever only copied the cookie it stays ended."""

    @wraps(view)
    def renewing(*args: Any, **kwargs: Any) -> Any:
        cookie, key = _cookie(), idempotency_key()
        first = house().sessions.renewed(cookie, key) if cookie and key else None
        if first is None:
            return view(*args, **kwargs)
        _refuse_foreign_origin()
        answer = Response(first.body, content_type=JSON) if first.body else nothing()
        return _hand_over(answer, first.new_id)

    return renewing  # type: ignore[return-value]


def _renewed(answer: Response, staff: str | None) -> Response:
    ended = None if bearer() else _session()
    new_id = _begin(caller().token, ended, staff)
    house().sessions.remember(ended, idempotency_key(), answer.get_data(), new_id)
    return _hand_over(answer, new_id)


@sign_in.post("/api/v1/session/pin")
@renews
@sign_in.output(SignedInView)
@allowed("staff")
@sign_in.body(schemas.PinIn)
def sign_in_by_pin(body: schemas.PinIn) -> Response:
    """A person at a tablet says who they are. Five wrong PINs lock that person at that tablet."""
    try:
        fits = house().pins.fits(house().settings.pins, body.staff, body.pin, _tablet())
    except Wait as error:
        wait = {"Retry-After": str(error.wait_s)}
        raise Problem(429, "too_many_tries", TOO_MANY_TRIES, headers=wait) from error
    except TooManyAtOnce as error:
        raise Problem(429, "too_many_at_once", TOO_MANY_AT_ONCE, headers=IN_A_MOMENT) from error
    if not fits:
        raise Problem(403, "wrong_pin", "That PIN is not right. Please type it again.")
    return _renewed(shown(SignedInView(staff=_person(body.staff))), body.staff)


@sign_in.delete("/api/v1/session/pin")
@renews
@sign_in.response(204)
@allowed("staff")
def sign_out() -> Response:
    """The person leaves; the tablet stays signed in."""
    return nothing() if caller().staff is None else _renewed(nothing(), None)


def _person(staff: str | None) -> WorkerView | None:
    if staff is None:
        return None
    member = house().plan.staff[staff]
    return WorkerView(id=member.id, name=member.name, role=member.role)


TOO_MANY_TRIES = (
    "That was too many wrong PINs. Wait some minutes, or sign in at a tablet you have used before."
)
TOO_MANY_AT_ONCE = "Many PINs are being checked just now. Please type it again in a moment."
IN_A_MOMENT = {"Retry-After": "1"}


def _tablet() -> str:
    """By the link and the address, not by the cookie: clearing it must not give five more tries."""
    return f"{caller().name} {request.remote_addr}"
