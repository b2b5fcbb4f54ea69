"""Papers held before a camera that never was: how many are read, how many wrongly, how fast.

Each showing is one paper on a few frames; it is read once two frames agree, or one proves itself.
Wrong is a value that was accepted and differs from the truth. The time is a frame's, by the wall.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np

from bench import _papers_camera as camera
from bench import _papers_draw as drawing
from kiosk.readers.looking import look
from kiosk.readers.reading import Reading, Vote

TODAY = date(2026, 11, 21)
READ_AS = {
    "td1": "mrz",
    "td2": "mrz",
    "td3": "mrz",
    "pdf417": "pdf417",
    "qr": "code",
    "datamatrix": "code",
    "code128": "code",
    "receipt": "receipt",
}
WANTED = {"mrz": 0.97, "pdf417": 0.92, "qr": 1.0, "receipt": 0.95}
WRONG_MOST = 0.001
P95_S_MOST = 1.5


class Shown(NamedTuple):
    kind: str
    read: bool
    wrong: bool
    frames: int
    took_s: tuple[float, ...]


def main(argv: list[str]) -> dict[str, Any]:
    parser = argparse.ArgumentParser(prog="bench papers", description=__doc__)
    parser.add_argument("--set", choices=camera.SETS, default="moderate")
    parser.add_argument("--kind", choices=drawing.KINDS, action="append")
    parser.add_argument("--showings", type=int, default=20, help="of each kind")
    parser.add_argument("--frames", type=int, default=3, help="of each showing, at most")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(argv)
    lacking = [str(path) for path in drawing.NEEDED if not path.exists()]
    if lacking:
        parser.error(f"fonts are missing: {' '.join(lacking)}")
    kinds = asked.kind or list(drawing.KINDS)
    list(showings("td3", 1, 1, 0, camera.SETS["clean"]))  # warm
    shown = [
        one
        for kind in kinds
        for one in showings(kind, asked.showings, asked.frames, asked.seed, camera.SETS[asked.set])
    ]
    by_kind = {kind: figures([one for one in shown if one.kind == kind]) for kind in kinds}
    by_kind["mrz"] = figures([one for one in shown if READ_AS[one.kind] == "mrz"])
    whole = figures(shown)
    return {
        "set": asked.set,
        "frames_most": asked.frames,
        "seed": asked.seed,
        **whole,
        "by_kind": {kind: told for kind, told in by_kind.items() if told},
        "holds": holds(by_kind, whole),
    }


def holds(by_kind: dict[str, Any], whole: dict[str, Any]) -> dict[str, bool]:
    read = {
        f"{kind}_read": by_kind[kind]["read_rate"] >= least
        for kind, least in WANTED.items()
        if by_kind.get(kind)
    }
    wrong = whole["wrong_rate"] <= WRONG_MOST
    return {**read, "none_wrong": wrong, "in_time": whole["p95_s"] <= P95_S_MOST}


def showings(
    kind: str, count: int, frames: int, seed: int, how: camera.Conditions
) -> Iterator[Shown]:
    for place in range(count):
        rng = random.Random(f"{seed} {kind} {place}")
        paper = drawing.draw(kind, rng)
        shown = shown_once(paper, kind, camera.showing(paper.image, how, rng, frames))
        print(f"{kind} {place}: {'wrong' if shown.wrong else shown.read}", file=sys.stderr)  # noqa: T201
        yield shown


def shown_once(paper: drawing.Drawn, kind: str, frames: Iterable[bytes]) -> Shown:
    vote, took_s = Vote(), []
    for frame in frames:
        started = time.perf_counter()
        seen = look(frame, [READ_AS[kind]], TODAY)
        took_s.append(time.perf_counter() - started)
        accepted = vote.add(seen.reading)
        if accepted is not None:
            right, wrong = compared(accepted, paper.truth)
            return Shown(kind, right, wrong, len(took_s), tuple(took_s))
    return Shown(kind, False, False, len(took_s), tuple(took_s))


def compared(reading: Reading, truth: dict[str, Any]) -> tuple[bool, bool]:
    """Right: all of it. Wrong: something is there and is not the truth."""
    read = {name: getattr(reading, name) for name in truth}
    wrong = any(value is not None and value != truth[name] for name, value in read.items())
    return read == truth, wrong


def figures(shown: Sequence[Shown]) -> dict[str, Any]:
    if not shown:
        return {}
    took_s = [one for showing in shown for one in showing.took_s]
    return {
        "showings": len(shown),
        "read_rate": round(sum(one.read for one in shown) / len(shown), 4),
        "wrong_rate": round(sum(one.wrong for one in shown) / len(shown), 4),
        "frames_mean": round(sum(one.frames for one in shown) / len(shown), 2),
        "p50_s": round(float(np.percentile(took_s, 50)), 3),
        "p95_s": round(float(np.percentile(took_s, 95)), 3),
    }
