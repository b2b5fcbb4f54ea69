"""A request's body: small, and whole before anybody looks at the request.

Foyer's bodies are a few lines of JSON. Read whole, a slow or broken one costs its sender's
connection only, and no door can be left with half of one.
"""

from __future__ import annotations

import io
import re
from typing import Any

from server.web.head import LINE_BYTES_MAX, BadRequest, read_headers

BODY_BYTES_MAX = 64 * 1024
CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[\t\x20-\x7e]*)?\r\n")


class Body(io.BytesIO):
    """What pywsgi asks of its own Input, with nothing left to discard."""

    def _discard(self) -> None:
        pass


def read_body(lines: Any, length: int | None) -> bytes:
    """`length` as `body_length` says. Raises BadRequest, also when it is too large (413)."""
    if length is None:
        return _read_chunks(lines)
    if length > BODY_BYTES_MAX:
        raise _too_large()
    return _exactly(lines, length) if length else b""


def _read_chunks(lines: Any) -> bytes:
    body = bytearray()
    while True:
        size = CHUNK_SIZE.fullmatch(lines.readline(LINE_BYTES_MAX))
        if size is None:
            raise BadRequest("A chunk does not begin with its size.")
        length = int(size[1], 16)
        if length == 0:
            read_headers(lines)
            return bytes(body)
        if len(body) + length > BODY_BYTES_MAX:
            raise _too_large()
        body += _exactly(lines, length)
        if lines.read(2) != b"\r\n":
            raise BadRequest("A chunk is not as long as it says.")


def _exactly(lines: Any, length: int) -> bytes:
    read: bytes = lines.read(length)
    if len(read) < length:
        raise BadRequest("The body is shorter than it says.")
    return read


def _too_large() -> BadRequest:
    return BadRequest("The request is larger than Foyer takes.", 413)
