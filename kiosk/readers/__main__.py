"""`python -m kiosk.readers`: the reader's own process. Frames come in on stdin, what was seen goes
out on stdout, both as length-prefixed messages. It writes nothing else, anywhere."""

from __future__ import annotations

import os
import signal
import sys
from datetime import date
from typing import BinaryIO

import msgspec

from kiosk.readers import recogniser
from kiosk.readers.looking import look, look_twice
from kiosk.readers.process import Ask, Told, received, sent

NICE = 5
"""The page shows a live picture on the same machine: reading gives way to it."""


def main(asks: BinaryIO, answers: BinaryIO) -> None:
    os.nice(NICE)
    recogniser.warm()
    sent(answers, msgspec.msgpack.encode(Told()))
    read = msgspec.msgpack.Decoder(Ask)
    while (message := received(asks)) is not None:
        ask = read.decode(message)
        looks = look_twice if ask.alone else look
        seen = looks(ask.frame, ask.kinds, date.fromisoformat(ask.today), ask.patterns)
        sent(answers, msgspec.msgpack.encode(Told(seen.reading, seen.why)))


if __name__ == "__main__":
    # Ctrl-C at a terminal reaches every process there: the agent ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    # A library that prints must not be taken for an answer.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    main(sys.stdin.buffer, answers)
