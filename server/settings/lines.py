"""The line of config.toml a place is on. tomllib keeps no lines, so the headers are counted."""

from __future__ import annotations

import re

from server.settings.mistakes import Where

_HEADER = re.compile(r"^\s*\[\[?\s*([\w.-]+)\s*\]\]?\s*(#.*)?$")


def line_of(text: str, where: Where) -> int | None:
    """The line of the key, else of the table it is missing from, else None."""
    lines = text.splitlines()
    start, end, keys = 0, len(lines), [str(k) for k in where if isinstance(k, str)]
    at: int | None = None
    header: list[str] = []
    for depth, key in enumerate(where):
        if not isinstance(key, str):
            continue
        follows = where[depth + 1] if depth + 1 < len(where) else 0
        position = follows if isinstance(follows, int) else 0
        block = _block(lines, start, end, ".".join([*header, key]), position)
        if block is None:
            break
        header.append(key)
        at, (start, end) = block[0] + 1, block
    rest = keys[len(header) :]
    return _key_line(lines, start, end, rest[0]) or at if rest else at


def _block(lines: list[str], start: int, end: int, name: str, nth: int) -> tuple[int, int] | None:
    """The nth table of that name between two lines, up to the next header that is not its own."""
    seen = -1
    for number in range(start, end):
        found = _HEADER.match(lines[number])
        if found and found.group(1) == name:
            seen += 1
            if seen == nth:
                return number, _end_of_block(lines, number, end, name)
    return None


def _end_of_block(lines: list[str], first: int, end: int, name: str) -> int:
    for number in range(first + 1, end):
        found = _HEADER.match(lines[number])
        if found and not found.group(1).startswith(name + "."):
            return number
    return end


def _key_line(lines: list[str], start: int, end: int, key: str) -> int | None:
    wanted = re.compile(rf'^\s*"?{re.escape(key)}"?\s*[=.]')
    for number in range(start, end):
        if number > start and _HEADER.match(lines[number]):
            break
        if wanted.match(lines[number]):
            return number + 1
    return None
