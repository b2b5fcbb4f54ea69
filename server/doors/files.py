"""The screens' own files, kept in memory with their gzip and ETag, read again when they change."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from flask import Response, abort, request

ROOT = Path(__file__).parents[2]
ROOMS = {
    **{room: ROOT / room for room in ("ui", "kiosk", "display", "staff", "manager", "phone")},
    "doors": ROOT / "server" / "doors" / "own",
}
"""First part of the address → folder."""

KINDS = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".wav": "audio/wav",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
"""What is served at all: pages are rendered, and Python never leaves the house."""

PACKED = (".woff2", ".png", ".jpg", ".webp", ".mp3")
KEEP = {".woff2": "public, max-age=604800"}
ALWAYS_ASK = "no-cache"
"""The ETag makes asking cheap, and an updated store shows its new pages at once."""


@dataclass(frozen=True)
class File:
    changed: tuple[int, int]
    kind: str
    keep: str
    body: bytes
    packed: bytes | None
    etag: str


class Files:
    def __init__(self, rooms: dict[str, Path] = ROOMS) -> None:
        self._rooms = {room: folder.resolve() for room, folder in rooms.items()}
        self._kept: dict[tuple[str, str], File] = {}

    def respond(self, room: str, name: str) -> Response:
        file = self._find(room, name)
        if file is None:
            abort(404)
        return answer(file)

    def text(self, name: str) -> str | None:
        """None where there is no such file."""
        file = self._find(*name.split("/", 1))
        return file.body.decode() if file else None

    def changed(self, name: str) -> tuple[int, int] | None:
        """Differs once the file was written again."""
        path = self._path(*name.split("/", 1))
        return _changed(path) if path else None

    def _find(self, room: str, name: str) -> File | None:
        try:
            path = self._path(room, name)
            if path is None:
                return None
            changed = _changed(path)
        except (OSError, ValueError):
            # A name that no file can have: too long, or with what is no letter in it.
            return None
        file = self._kept.get((room, name))
        if file is None or file.changed != changed:
            file = self._kept[room, name] = _read(path, changed)
        return file

    def _path(self, room: str, name: str) -> Path | None:
        parts = name.split("/")
        odd = any(part in ("", ".", "..") or part.startswith(".") for part in parts)
        folder = self._rooms.get(room)
        if odd or folder is None or "\\" in name or "\0" in name:
            return None
        path = folder.joinpath(*parts)
        if path.suffix not in KINDS or not path.resolve().is_relative_to(folder):
            return None
        return path if path.is_file() else None


def _changed(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


def answer(file: File) -> Response:
    response = Response(content_type=file.kind)
    response.headers["Cache-Control"] = file.keep
    response.headers["Vary"] = "Accept-Encoding"
    response.set_etag(file.etag)
    if file.etag in request.if_none_match:
        response.status_code = 304
        return response
    if file.packed is not None and "gzip" in request.headers.get("Accept-Encoding", ""):
        response.headers["Content-Encoding"] = "gzip"
        response.set_data(file.packed)
    else:
        response.set_data(file.body)
    return response


def _read(path: Path, changed: tuple[int, int]) -> File:
    kind, keep = KINDS[path.suffix], KEEP.get(path.suffix, ALWAYS_ASK)
    return made(path.read_bytes(), kind, keep, changed, packs=path.suffix not in PACKED)


def made(
    body: bytes,
    kind: str,
    keep: str = ALWAYS_ASK,
    changed: tuple[int, int] = (0, 0),
    packs: bool = True,
) -> File:
    packed = gzip.compress(body, 9, mtime=0) if packs else None
    return File(
        changed,
        kind,
        keep,
        body,
        packed if packed and len(packed) < len(body) else None,
        hashlib.sha256(body).hexdigest()[:20],
    )
