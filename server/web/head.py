"""A request's first line and headers, read as RFC 9112 has them and in no other way.

Whatever two programs could read differently (a server and the proxy before it) is refused: that
is how one request is smuggled inside another. `BadRequest` is answered and ends the connection.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

HEADERS_MAX = 100
LINE_BYTES_MAX = 8192
HEAD_BYTES_MAX = 64 * 1024
TOKEN = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]"
REQUEST_LINE = re.compile(rb"(%b{1,40}) (/[\x21-\x7e]*) (HTTP/1\.[01])\r\n" % TOKEN)
HEADER_LINE = re.compile(rb"(%b+):[ \t]*([\t\x20-\x7e\x80-\xff]*)\r\n" % TOKEN)
LENGTH = re.compile(r"[0-9]{1,15}")
HOST = re.compile(r"(?:[A-Za-z0-9._-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")
SAID_ONCE = ("content-length", "transfer-encoding", "host", "content-type", "authorization")


class BadRequest(ValueError):
    """What was sent is no request. `status` is what to answer."""

    def __init__(self, detail: str, status: int = 400) -> None:
        super().__init__(detail)
        self.status = status


class RequestLine(NamedTuple):
    method: str
    target: str
    version: str


class Headers(dict[str, str]):
    """A request's headers by small name, as much of a mail message as pywsgi asks for. Its own
    are parsed as e-mail, which takes longer than all the rest of reading a request."""

    status = ""

    @property
    def typeheader(self) -> str | None:
        return self.getheader("content-type")

    def getheader(self, name: str) -> str | None:
        return super().get(name)

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name.lower(), default)


def read_request_line(line: bytes) -> RequestLine:
    found = REQUEST_LINE.fullmatch(line)
    if found is None:
        raise BadRequest("The first line is not METHOD /path HTTP/1.1.")
    method, target, version = found.groups()
    return RequestLine(method.decode("ascii"), target.decode("ascii"), version.decode("ascii"))


def read_headers(lines: Any) -> Headers:
    """Until the empty line. What is repeated is joined, unless it may be said once only."""
    headers = Headers()
    size = 0
    for _ in range(HEADERS_MAX + 1):
        line: bytes = lines.readline(LINE_BYTES_MAX)
        if line == b"\r\n":
            return headers
        size += len(line)
        found = HEADER_LINE.fullmatch(line)
        if found is None or size > HEAD_BYTES_MAX:
            raise BadRequest("There is a header that is not one.")
        name, value = found[1].decode("ascii").lower(), found[2].decode("latin-1").rstrip(" \t")
        if name in headers:
            if name in SAID_ONCE:
                raise BadRequest(f"{name} is said twice.")
            value = headers[name] + ("; " if name == "cookie" else ", ") + value
        headers[name] = value
    raise BadRequest("There are too many headers.")


def check_host(headers: Headers, version: str) -> None:
    host = headers.get("host")
    if host is None and version == "HTTP/1.1":
        raise BadRequest("A Host header is needed.")
    if host is not None and HOST.fullmatch(host) is None:
        raise BadRequest("The Host header is not a host.")


def body_length(headers: Headers, version: str) -> int | None:
    """How many bytes follow the head; None: as many as its chunks say."""
    coding, length = headers.get("transfer-encoding"), headers.get("content-length")
    if coding is not None:
        if length is not None or version != "HTTP/1.1" or coding.lower() != "chunked":
            raise BadRequest("Send Content-Length, or Transfer-Encoding: chunked, and no other.")
        return None
    if length is None:
        return 0
    if LENGTH.fullmatch(length) is None:
        raise BadRequest("Content-Length is not a number.")
    return int(length)


@lru_cache(maxsize=256)
def environ_name(header: str) -> str | None:
    """None: not to be handed on under this name. An underscore could pass for a hyphen."""
    if "_" in header or header in ("content-type", "content-length", "transfer-encoding", "proxy"):
        return None
    return "HTTP_" + header.upper().replace("-", "_")
