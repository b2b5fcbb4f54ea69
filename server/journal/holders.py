"""Which other programs have a file open, on systems that tell (Linux: /proc)."""

from __future__ import annotations

import os
from pathlib import Path


def holders(file: Path) -> list[str]:
    """Other programs that have the file open and that this user may look at, as
    "name (process 123)"."""
    wanted = str(file.resolve())
    found = [one for one in Path("/proc").glob("[0-9]*") if one.name != str(os.getpid())]
    return sorted(_called(one) for one in found if _has_open(one, wanted))


def _has_open(process: Path, wanted: str) -> bool:
    try:
        return any(str(fd.readlink()) == wanted for fd in (process / "fd").iterdir())
    except OSError:
        return False


def _called(process: Path) -> str:
    try:
        name = (process / "comm").read_text("utf-8", "replace").strip()
    except OSError:
        name = "a program"
    return f"{name} (process {process.name})"
