"""A slow network between a browser and a server: each byte arrives later by some time, or never."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

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
        self._to = port
        self._outages = 0
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)

    def __enter__(self) -> SlowNetwork:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._ends.set)
        self._thread.join()

    def lose(self) -> None:
        self._outages += 1
        self.gone = True

    def find(self) -> None:
        self.gone = False

    async def _run(self) -> None:
        self._loop, self._ends = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._take, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._ends.wait()
        server.close()

    async def _take(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        self.opened += 1
        outage, dead = self._outages, self.gone
        there: asyncio.StreamWriter | None = None

        def alive() -> bool:
            return not dead and outage == self._outages

        try:
            await asyncio.sleep(2 * self.each_way_s)
            far, there = await asyncio.open_connection("localhost", self._to)
            await asyncio.gather(self._carry(near, there, alive), self._carry(far, back, alive))
        except (OSError, asyncio.CancelledError):
            # It was given up at one end, or the network is taken down.
            pass
        finally:
            back.close()
            if there is not None:
                there.close()

    async def _carry(
        self, read: asyncio.StreamReader, write: asyncio.StreamWriter, alive: Callable[[], bool]
    ) -> None:
        """Each piece so much later, and all of them in their order."""
        on_its_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        async with asyncio.TaskGroup() as both:
            both.create_task(self._deliver(on_its_way, write, alive))
            piece = b"."
            while piece:
                try:
                    piece = await read.read(CHUNK)
                except OSError:
                    piece = b""
                on_its_way.put_nowait((self._loop.time() + self.each_way_s, piece))

    async def _deliver(
        self,
        on_its_way: asyncio.Queue[tuple[float, bytes]],
        write: asyncio.StreamWriter,
        alive: Callable[[], bool],
    ) -> None:
        piece = b"."
        while piece:
            due, piece = await on_its_way.get()
            await asyncio.sleep(due - self._loop.time())
            if not alive():
                continue
            try:
                write.write(piece)
                await write.drain()
            except OSError:
                return
        write.close()
