"""Who asked, where a reverse proxy stands before this server.

Only a proxy that the store's settings name is believed; from everybody else, what says "I ask for
another" is dropped, so that nobody can choose his own address.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from typing import Any

from server.web.head import HOST

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
SAID_BY_PROXIES = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PREFIX",
    "HTTP_X_REAL_IP",
    "HTTP_FORWARDED",
    "HTTP_VIA",
)
AT_THIS_MACHINE = "foyer.at_this_machine"
"""In the environ: asked from this machine itself, and through no proxy."""


class Proxies:
    def __init__(self, named: Iterable[str] = ()) -> None:
        """`named`: addresses or networks. Raises ValueError for anything else."""
        self._networks = [ipaddress.ip_network(one, strict=False) for one in named]

    def named(self, address: str) -> bool:
        if not self._networks:
            return False
        found = _address(address)
        return found is not None and any(found in network for network in self._networks)

    def read(self, environ: dict[str, Any]) -> None:
        """Puts the caller's own address, scheme and host where the peer's stand."""
        told = {name: environ.pop(name) for name in SAID_BY_PROXIES if name in environ}
        peer = environ["REMOTE_ADDR"] = plain(environ.get("REMOTE_ADDR", ""))
        if not self.named(peer):
            environ[AT_THIS_MACHINE] = not told and is_loopback(peer)
            return
        environ[AT_THIS_MACHINE] = False
        environ["REMOTE_ADDR"] = self._caller(peer, told.get("HTTP_X_FORWARDED_FOR", ""))
        scheme = _last(told.get("HTTP_X_FORWARDED_PROTO", "")).lower()
        if scheme in ("http", "https"):
            environ["wsgi.url_scheme"] = scheme
        host = _last(told.get("HTTP_X_FORWARDED_HOST", ""))
        if HOST.fullmatch(host):
            environ["HTTP_HOST"] = host

    def _caller(self, peer: str, forwarded_for: str) -> str:
        """The last who is no proxy of ours: what stands before him he may have written himself."""
        caller = peer
        for hop in reversed(forwarded_for.split(",")):
            found = _address(hop.strip())
            if found is None:
                break
            caller = str(found)
            if not self.named(caller):
                break
        return caller


def plain(address: str) -> str:
    """An IPv4 address as such, also where it reached us through an IPv6 socket."""
    return address[7:] if address.startswith("::ffff:") and "." in address else address


def is_loopback(address: str) -> bool:
    found = _address(address)
    return found is not None and found.is_loopback


def neighbourhood(address: str) -> str:
    """What counts as one caller: of an IPv6 network a machine has as many addresses as it likes."""
    found = _address(address)
    if isinstance(found, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((found, 64), strict=False))
    return address


def _last(told: str) -> str:
    return told.rpartition(",")[2].strip()


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(plain(text.partition("%")[0]))
    except ValueError:
        return None
