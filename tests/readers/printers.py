"""A receipt printer on the network: answers how it is, and keeps what it printed."""

from __future__ import annotations

import socketserver
import threading

import numpy as np

from tests.readers.agents import until

WELL = 0x12
COVER_OPEN, NO_PAPER, LITTLE_PAPER = 0x04, 0x60, 0x0C
ASKED = b"\x10\x04"
RASTER, CUT = b"\x1dv0\x00", b"\x1dV\x00"


class Printer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Taking)
        self.offline, self.paper = WELL, WELL
        self.silent = False
        self.stops_after: int | None = None
        self.paper_ends_after: int | None = None
        self.taken = b""
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def where(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A printer that is switched off says nothing."""

    def slips(self, count: int) -> list[np.ndarray]:
        """What came out once so many were cut: True is black."""
        until(lambda: self.taken.count(CUT) >= count)
        return [slip for part in self.taken.split(CUT) if (slip := _rows(part)) is not None]

    def close(self) -> None:
        self.shutdown()
        self.server_close()


class _Taking(socketserver.BaseRequestHandler):
    server: Printer

    def handle(self) -> None:
        while data := self.request.recv(4096):
            while data[:2] == ASKED:
                if not self.server.silent:
                    answer = self.server.offline if data[2] == 2 else self.server.paper
                    self.request.sendall(bytes([answer]))
                data = data[3:]
            self.server.taken += data
            ends = self.server.paper_ends_after
            if ends is not None and len(self.server.taken) > ends:
                self.server.paper = WELL | NO_PAPER
            limit = self.server.stops_after
            if limit is not None and len(self.server.taken) > limit:
                return


def _rows(commands: bytes) -> np.ndarray | None:
    found, at = [], commands.find(RASTER)
    while at >= 0:
        head = at + len(RASTER)
        across = int.from_bytes(commands[head : head + 2], "little")
        down = int.from_bytes(commands[head + 2 : head + 4], "little")
        data = commands[head + 4 : head + 4 + across * down]
        bits = np.unpackbits(np.frombuffer(data, np.uint8)).reshape(down, across * 8)
        found.append(bits.astype(bool))
        at = commands.find(RASTER, head + 4 + across * down)
    return np.vstack(found) if found else None
