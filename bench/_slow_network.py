"""A slow network between a browser and a server: each byte arrives later by some time, or never."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress

CHUNK = 65536


class SlowNetwork:
    """`with SlowNetwork(port, 0.7) as network:` then `network.port` leads to `port`. A connection
    takes a way there and back to be made, as every one does. While `gone`, packets vanish without a
    word, and no connection from before or of that time comes to life again."""

    def __init__(self, port: int, each_way_s: float) -> None:
        self.port = 0
        self.gone = False
        self.opened = 0
        self._to = port
        self.each_way_s = each_way_s
        self._outages = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> SlowNetwork:
        self._thread.start()
        self.port = asyncio.run_coroutine_threadsafe(self._open(), self._loop).result()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def lose(self) -> None:
        self._outages += 1
        self.gone = True

    def find(self) -> None:
        self.gone = False

    async def _open(self) -> int:
        server = await asyncio.start_server(self._take, "localhost", 0)
        port: int = server.sockets[0].getsockname()[1]
        for other in server.sockets[1:]:
            other.close()
        return port

    async def _take(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        self.opened += 1
        outage = self._outages
        dead = self.gone
        await asyncio.sleep(2 * self.each_way_s)
        far, there = await asyncio.open_connection("localhost", self._to)

        def alive() -> bool:
            return not dead and outage == self._outages

        ways = [self._carry(near, there, alive), self._carry(far, back, alive)]
        with suppress(OSError):
            await asyncio.gather(*ways)

    async def _carry(
        self, read: asyncio.StreamReader, write: asyncio.StreamWriter, alive: Callable[[], bool]
    ) -> None:
        """Each piece so much later, and all of them in their order."""
        on_its_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def deliver() -> None:
            while True:
                due, piece = await on_its_way.get()
                await asyncio.sleep(due - self._loop.time())
                if not alive():
                    continue
                if not piece:
                    write.close()
                    return
                write.write(piece)
                await write.drain()

        delivering = asyncio.ensure_future(deliver())
        piece = b"."
        while piece:
            try:
                piece = await read.read(CHUNK)
            except OSError:
                piece = b""
            await on_its_way.put((self._loop.time() + self.each_way_s, piece))
        await delivering
