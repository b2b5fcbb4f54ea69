"""The receipt printer: a slip is one picture, so that every language and every model prints alike.

The page draws the slip, because a browser shapes Arabic and no printer's code page does. A printer
is asked how it is before anything is sent; once something was sent nothing is sent again by itself,
because nobody can tell what has been printed.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import ipaddress
import os
import re
import select
import socket
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import NamedTuple, Protocol

COMMAND = f"{sys.executable} -m pip install --require-hashes -r requirements-print.txt"
PORT = 9100
ANSWER_S_MAX = 1.0
SEND_S_MAX = 10.0
SETTLES_S = 0.25
"""So long after the last byte, one that stopped has hung up."""
DOTS = {80: 576, 58: 384}
"""Across the paper, by its width in millimetres."""
PROFILES = {80: "TM-T20II", 58: "POS-5890"}
"""Of the printers everybody else's commands are made like; the narrow ones cut nothing."""
LENGTH_DOTS_MAX = 4000
PIXELS_MAX = 576 * LENGTH_DOTS_MAX
ASK_OFFLINE, ASK_PAPER = b"\x10\x04\x02", b"\x10\x04\x04"
FIXED_MASK, FIXED = 0x93, 0x12
"""Bits every answer has set or clear: what has others is no answer."""
COVER_OPEN, PAPER_STOP, BROKEN = 0x04, 0x20, 0x40
NO_PAPER, LITTLE_PAPER = 0x60, 0x0C
REMEMBERED = 50


class NoAddress(Exception):
    pass


class Wire(Protocol):
    """A printer's connection: `read` gives nothing where it does not answer in time, and raises
    OSError once the printer has hung up."""

    def write(self, data: bytes) -> None: ...
    def read(self, within_s: float) -> bytes: ...


class State(NamedTuple):
    """`why` is set while it cannot print."""

    why: str | None = None
    little_paper: bool = False
    answers: bool = False
    """Whether it says how it is at all."""


@dataclass(frozen=True)
class Printer:
    """`where` is an address on the network or a device such as /dev/usb/lp0. Raises NoAddress."""

    where: str
    paper_mm: int = 80

    def __post_init__(self) -> None:
        if not self.where.startswith("/"):
            _host_and_port(self.where)

    @property
    def dots(self) -> int:
        return DOTS[self.paper_mm]

    def warm(self) -> None:
        """Knowing all printers there are takes a second or two: not the first customer's."""
        with suppress(ImportError):
            importlib.import_module("escpos.printer")

    def state(self) -> State:
        if importlib.util.find_spec("escpos") is None:
            return State("printing_missing")
        try:
            with self._opened() as wire:
                return _state(wire)
        except OSError:
            return State("printer_away")

    def print(self, picture: bytes) -> str | None:
        """Why it was not printed, or nothing."""
        if importlib.util.find_spec("escpos") is None:
            return "printing_missing"
        commands = self.commands(picture)
        if commands is None:
            return "no_picture"
        sending = False
        try:
            with self._opened() as wire:
                state = _state(wire)
                if state.why is not None:
                    return state.why
                sending = True
                wire.write(commands)
                # Sent is not printed: it may stop at any line, and only now can it be asked.
                if not _came_out(wire, answers=state.answers):
                    return "printer_stopped"
        except OSError:
            return "printer_stopped" if sending else "printer_away"
        return None

    def commands(self, picture: bytes) -> bytes | None:
        """What makes the printer print it and cut; nothing for what is no picture of its width."""
        from escpos.printer import Dummy
        from PIL import Image

        try:
            with Image.open(io.BytesIO(picture), formats=["PNG"]) as opened:
                fits = opened.width == self.dots and opened.width * opened.height <= PIXELS_MAX
                image = opened.convert("L").point(lambda level: 255 * (level > 140)).convert("1")
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return None
        if not fits:
            return None
        made = Dummy(profile=PROFILES[self.paper_mm])
        made.image(image, impl="bitImageRaster")
        made.cut()
        return bytes(made.output)

    @contextmanager
    def _opened(self) -> Iterator[Wire]:
        if self.where.startswith("/"):
            device = os.open(self.where, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
            try:
                yield _Device(device)
            finally:
                os.close(device)
        else:
            with socket.create_connection(_host_and_port(self.where), SEND_S_MAX / 4) as line:
                line.settimeout(SEND_S_MAX)
                yield _Line(line)


def _host_and_port(where: str) -> tuple[str, int]:
    """Of `192.168.1.60`, `printer.local:9100`, `fe80::1` or `[fe80::1]:9100`."""
    where = where.strip()
    if _is_address(where):
        return where, PORT
    found = re.fullmatch(r"(?:\[([^\[\]]+)\]|([\w.-]+))(?::(\d{1,5}))?", where)
    port = int(found[3] or PORT) if found else 0
    if found is None or not 0 < port < 65536 or (found[1] and not _is_address(found[1])):
        raise NoAddress(
            f"--printer {where}: no address of a printer. Write 192.168.1.60, with a port "
            f"192.168.1.60:{PORT} or [fe80::1]:{PORT}, or a device such as /dev/usb/lp0."
        )
    return found[1] or found[2], port


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


class _Line:
    def __init__(self, line: socket.socket) -> None:
        self._line = line

    def write(self, data: bytes) -> None:
        self._line.sendall(data)

    def read(self, within_s: float) -> bytes:
        ready, _, _ = select.select([self._line], [], [], within_s)
        answer = self._line.recv(64) if ready else b""
        if ready and not answer:
            raise ConnectionResetError
        return answer


class _Device:
    def __init__(self, device: int) -> None:
        self._device = device

    def write(self, data: bytes) -> None:
        until = time.monotonic() + SEND_S_MAX
        while data:
            ready = select.select([], [self._device], [], max(0.0, until - time.monotonic()))[1]
            if not ready:
                raise TimeoutError
            data = data[os.write(self._device, data) :]

    def read(self, within_s: float) -> bytes:
        ready, _, _ = select.select([self._device], [], [], within_s)
        with suppress(BlockingIOError):
            return os.read(self._device, 64) if ready else b""
        return b""


def _state(wire: Wire) -> State:
    """Some printers answer nothing at all: they are believed to be well."""
    offline = _asked(wire, ASK_OFFLINE)
    told = _asked(wire, ASK_PAPER)
    paper = told or 0
    if paper & NO_PAPER or (offline or 0) & PAPER_STOP:
        return State("no_paper")
    if (offline or 0) & COVER_OPEN:
        return State("cover_open")
    if (offline or 0) & BROKEN:
        return State("printer_broken")
    return State(None, bool(paper & LITTLE_PAPER), (offline, told) != (None, None))


def _came_out(wire: Wire, *, answers: bool) -> bool:
    """Whether nothing speaks against it: it did not hang up, and if it ever answers it still does,
    and is well."""
    wire.read(SETTLES_S)
    until = time.monotonic() + SEND_S_MAX
    # A printer that is still busy with the picture answers late.
    while answers and _asked(wire, ASK_OFFLINE) is None:
        if time.monotonic() > until:
            return False
    return not answers or _state(wire).why is None


def _asked(wire: Wire, question: bytes) -> int | None:
    wire.write(question)
    answer = wire.read(ANSWER_S_MAX)
    return next((byte for byte in answer if byte & FIXED_MASK == FIXED), None)


class Desk:
    """One slip at a time, and none twice: a page that did not hear the answer may ask again."""

    def __init__(self, printer: Printer) -> None:
        self.printer = printer
        self._turn = threading.Lock()
        self._sent: OrderedDict[str, str | None] = OrderedDict()

    def print(self, key: str, picture: bytes) -> str | None:
        with self._turn:
            if key in self._sent:
                return self._sent[key]
            why = self.printer.print(picture)
            if why in (None, "printer_stopped"):
                self._sent[key] = why
            while len(self._sent) > REMEMBERED:
                self._sent.popitem(last=False)
            return why
