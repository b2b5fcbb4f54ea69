"""Who may keep a connection open.

A connection is a stranger's until a request on it, or a sign-in over it, has shown something that
opens a door here. Strangers are few at a time, in all and from one address. When there are too
many, the one that has been silent longest makes room: a newcomer always gets in, and a crowd that
only sits there costs nobody anything.
"""

from __future__ import annotations

import socket
from collections import Counter
from contextlib import suppress
from typing import Any

from server.web.open_files import STRANGERS_MAX
from server.web.proxies import neighbourhood

OF_ONE_ADDRESS_MAX = 100
CONNECTION = "foyer.connection"
"""Its name in the environ."""


class Connection:
    __slots__ = ("_all", "address", "reader", "sock", "stranger", "upgraded")

    def __init__(self, everybody: Connections, sock: Any, address: str) -> None:
        self._all = everybody
        self.sock = sock
        self.address = address
        self.reader: Any = None
        """What has been received and not yet read."""
        self.stranger = True
        self.upgraded = False

    def busy(self) -> None:
        """A request has been read and is being answered."""
        if self.stranger:
            self._all.waits(self, False)

    def silent(self) -> None:
        """It is the other side's turn."""
        if self.stranger:
            self._all.waits(self, True)

    def upgrade(self) -> None:
        """It is no HTTP any more, and is not used again once it ends."""
        self.upgraded = True
        self.silent()

    def end(self) -> None:
        """Its own greenlet hears that this is the end, and cleans up."""
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)

    def prove(self) -> None:
        """It belongs to somebody who may be here."""
        self._all.leave(self)


class Connections:
    def __init__(
        self,
        strangers_max: int = STRANGERS_MAX,
        of_one_address_max: int = OF_ONE_ADDRESS_MAX,
    ) -> None:
        self._strangers_max = strangers_max
        self._of_one_address_max = min(of_one_address_max, max(strangers_max // 2, 1))
        self._count: Counter[str] = Counter()
        self._silent: dict[str, dict[Connection, None]] = {}
        """By address, those who wait for the other side; the longest silent first."""

    @property
    def strangers(self) -> int:
        return self._count.total()

    def enter(self, sock: Any, address: str, *, many: bool = False) -> Connection | None:
        """None: there is no room. `many`: a proxy's address, which stands for many callers."""
        address = neighbourhood(address)
        most = self._strangers_max if many else self._of_one_address_max
        if self._count[address] >= most and not self._let_go(address):
            return None
        if self.strangers >= self._strangers_max and not self.make_room():
            return None
        entered = Connection(self, sock, address)
        self._count[address] += 1
        self.waits(entered, True)
        return entered

    def leave(self, connection: Connection) -> None:
        """It has ended, or is no stranger's any more."""
        if not connection.stranger:
            return
        connection.stranger = False
        self.waits(connection, False)
        self._count[connection.address] -= 1
        if not self._count[connection.address]:
            del self._count[connection.address]

    def waits(self, connection: Connection, silent: bool) -> None:
        others = self._silent.setdefault(connection.address, {})
        others.pop(connection, None)
        if silent:
            others[connection] = None
        elif not others:
            del self._silent[connection.address]

    def make_room(self) -> bool:
        """Ends a stranger's connection of the address that has most of them. False: none waits."""
        if not self._silent:
            return False
        return self._let_go(max(self._silent, key=lambda address: len(self._silent[address])))

    def _let_go(self, address: str) -> bool:
        longest = next(iter(self._silent.get(address, ())), None)
        if longest is None:
            return False
        self.leave(longest)
        longest.end()
        return True
