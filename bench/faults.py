"""Every error of the disk at every call: the first, the second, the third … until none is left.

Commits, checkpoints, a start after a power cut, a backup, a restore, a migration and the kiosk's
outbox are played again and again, each time with one call of the disk that fails: no room, an I/O
error, half a write, the process killed before the call or in the middle of a write, or a disk that
stays full or dead from there on. Afterwards, on a disk that is well, everything acknowledged must
be there once, everything else whole or not at all. Needs a C compiler.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SHIM = Path(__file__).with_name("_faults.c")
PLAYS = ("commit", "checkpoint", "start", "backup", "restore", "migration", "outbox")
KINDS = {
    "enospc": ("enospc", False),
    "full": ("enospc", True),
    "eio": ("eio", False),
    "dead": ("eio", True),
    "short": ("short", False),
    "kill": ("kill", False),
    "torn": ("torn", False),
}
"""The fault, and whether the disk stays so."""
GOES_ON = ("enospc", "eio", "short")
"""After these the disk is well again: what is asked last must be done."""


def compiler() -> str | None:
    return shutil.which("cc") or shutil.which("gcc")


class Player:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def play(self, play: str, kind: str, n: int) -> dict[str, Any]:
        fault, stays = KINDS[kind]
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        question = {"play": play, "fault": fault, "stays": stays, "n": n}
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


@contextmanager
def player() -> Iterator[Player]:
    """Raises LookupError without a compiler."""
    cc = compiler()
    if cc is None:
        raise LookupError("bench faults needs a C compiler: sudo apt-get install gcc libc6-dev")
    with tempfile.TemporaryDirectory(prefix="faults-") as scratch:
        shim = Path(scratch) / "faults.so"
        subprocess.run([cc, "-shared", "-fPIC", "-O1", "-o", shim, SHIM, "-ldl"], check=True)
        process = subprocess.Popen(
            [sys.executable, "-m", "bench._faults_played", scratch],
            cwd=SHIM.parents[1],
            env={**os.environ, "LD_PRELOAD": str(shim)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            yield Player(process)
        finally:
            process.communicate()


def every_call(player: Player, play: str, kind: str, most: int) -> Iterator[dict[str, Any]]:
    """One answer for each call that can fail so, up to `most` of them."""
    for n in range(1, most + 1):
        answer = player.play(play, kind, n)
        if not answer["came"]:
            return
        stuck = kind in GOES_ON and play in ("commit", "checkpoint", "start", "outbox")
        if stuck and "last" not in answer["done"]:
            answer["wrong"].append("it did not go on")
        if kind in GOES_ON and not answer["done"] and not answer["refused"]:
            answer["wrong"].append("it said nothing")
        yield answer


def main(argv: list[str]) -> dict[str, Any]:
    parser = argparse.ArgumentParser(prog="bench faults", description=__doc__)
    parser.add_argument("--play", action="append", choices=PLAYS, help="only this; may be repeated")
    parser.add_argument("--calls", type=int, default=100_000, help="at most so many of each kind")
    asked = parser.parse_args(argv)
    counts: Counter[str] = Counter()
    kinds: dict[str, dict[str, int]] = {}
    with player() as playing:
        for play in asked.play or PLAYS:
            for kind in KINDS:
                kinds.setdefault(play, {})[kind] = 0
                for answer in every_call(playing, play, kind, asked.calls):
                    kinds[play][kind] += 1
                    count(counts, f"{play}, {kind}, call {kinds[play][kind]}", answer)
                print(f"{play}, {kind}: {kinds[play][kind]} calls", file=sys.stderr)  # noqa: T201
    return {
        "kinds": kinds,
        "runs": counts["runs"],
        "acknowledged": counts["acknowledged"],
        "refused": counts["refused"],
        "acknowledged_lost": counts["lost"],
        "done_twice": counts["twice"],
        "otherwise_wrong": counts["wrong"],
        "tracebacks": counts["tracebacks"],
    }


def count(counts: Counter[str], run: str, answer: dict[str, Any]) -> None:
    counts["runs"] += 1
    counts["acknowledged"] += len(answer["done"])
    counts["refused"] += len(answer["refused"])
    counts["tracebacks"] += bool(answer["traceback"])
    for wrong in answer["wrong"]:
        kind = wrong.partition(":")[0]
        counts[kind if kind in ("lost", "twice") else "wrong"] += 1
    for trouble in (*answer["wrong"], answer["traceback"]):
        if trouble:
            print(f"{run}: {trouble}", file=sys.stderr)  # noqa: T201
