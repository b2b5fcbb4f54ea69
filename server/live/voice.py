"""`attach` gives a store its voice: all the app needs to know of this room."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import Flask

from server.live.broadcast import Broadcast, ScopesOf, TokensOf
from server.live.followers import Followers
from server.live.pace import Pace
from server.live.phones import Phones, VisitOf
from server.store import DISK_FAILS, OpenStore


class Voice(NamedTuple):
    followers: Followers
    paces: list[Pace]

    def stop(self) -> None:
        for pace in self.paces:
            pace.stop()
        self.followers.close()


def attach(
    app: Flask, store: OpenStore, *, tokens_of: TokensOf, scopes_of: ScopesOf, visit_of: VisitOf
) -> Voice:
    """After each commit: first the waiting room, then the staff, then phones."""
    followers = Followers()
    phones = Phones(store, followers, visit_of)
    pages = app.wsgi_app
    broadcast = Broadcast(app, store, tokens_of, scopes_of)
    app.wsgi_app = at_the_door(phones, broadcast, pages)  # type: ignore[method-assign]
    to_phones = phones.pace()
    to_devices = broadcast.paces(then=to_phones.news)
    store.subscribe(lambda *_: to_devices[0].news())
    store.subscribe_to_machine(broadcast.tell_of_machine)
    store.subscribe_to_machine(to_devices[0].news)
    return Voice(followers, [*to_devices, to_phones, broadcast.checks()])


def at_the_door(phones: Phones, devices: Broadcast, pages: Any) -> Any:
    """Who listens goes to the voice by the shortest way; everybody else to the pages."""

    def lead(environ: dict[str, Any], start_response: Any) -> Any:
        path: str = environ["PATH_INFO"]
        if path.startswith("/v/") and path.endswith("/events"):
            try:
                return phones.let_in(path[3:-7], environ, start_response)
            except DISK_FAILS:
                # Said by the disk's own watch; an EventSource asks again by itself.
                start_response("503 Service Unavailable", [("Retry-After", "5")])
                return []
        if path.startswith("/socket.io/"):
            return devices.let_in(environ, start_response)
        return pages(environ, start_response)

    return lead
