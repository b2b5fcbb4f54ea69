"""`python -m bench NAME [options]`: runs `bench/NAME.py` and prints one JSON object, last.

A bench is a module with `main(argv) -> dict`; whatever it prints before goes to stderr.
"""

from __future__ import annotations

import importlib
import json
import signal
import sys
from pathlib import Path


def names() -> list[str]:
    return sorted(p.stem for p in Path(__file__).parent.glob("[a-z]*.py"))


def run(argv: list[str]) -> int:
    if not argv or argv[0] not in names():
        print(f"usage: python -m bench NAME [options]; NAME is one of {', '.join(names())}")  # noqa: T201
        return 2
    figures = importlib.import_module(f"bench.{argv[0]}").main(argv[1:])
    print(json.dumps(figures))  # noqa: T201
    return 0


if __name__ == "__main__":
    # A shell that starts it in the background has it ignore SIGINT. What it started ends with it.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    sys.exit(run(sys.argv[1:]))
