"""The process that does the arithmetic: `python -m server.playing`, started by `beside.py`.

It reads Asks and writes Outlooks, reads Studies and writes what they were fitted to, reads what is
to be weighed and writes what is worth doing, each behind its length, until nobody asks any more.
It holds nothing between two of them.
"""

from __future__ import annotations

import os
import signal
import struct
import sys
from typing import BinaryIO

import msgspec

from server.balance.weighing import Answer, Question, weigh
from server.waits.learned import Fitted, fit
from server.waits.learning import Study
from server.waits.outlook import Ask, Outlook, look_ahead

LENGTH = struct.Struct(">I")
NICENESS = 15


def send(pipe: BinaryIO, message: bytes) -> None:
    pipe.write(LENGTH.pack(len(message)) + message)
    pipe.flush()


def receive(pipe: BinaryIO) -> bytes | None:
    """The next message; None when the other side has gone."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = pipe.read(length)
    return body if len(body) == length else None


def play_along(asked: BinaryIO, told: BinaryIO) -> None:
    decoder = msgspec.msgpack.Decoder(Ask | Study | Question)
    while (message := receive(asked)) is not None:
        send(told, msgspec.msgpack.encode(answer(decoder.decode(message))))


def answer(question: Ask | Study | Question) -> Outlook | Fitted | Answer:
    if isinstance(question, Question):
        return weigh(question)
    if isinstance(question, Study):
        return fit(question.sights, question.waits_min, question.days_ago)
    return look_ahead(question)


if __name__ == "__main__":
    # Ctrl-C at a terminal reaches every process there: the store ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(NICENESS)
    play_along(sys.stdin.buffer, sys.stdout.buffer)
