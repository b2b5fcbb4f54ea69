"""A process that has imported all that a store needs, and forks into each that it is asked for: to
import is nine tenths of a start. `running.Stem` starts it, and asks."""

# ruff: noqa: E402  gevent must be in place before anything else is imported.
from __future__ import annotations

from gevent import monkey

monkey.patch_all()

import json
import os
import sys

import server.running  # noqa: F401  what `run` itself imports only when it is called
from server.__main__ import foyer

# gevent's own would start its loop in here, and every store must have one to itself.
fork, waitpid = (monkey.get_original("os", name) for name in ("fork", "waitpid"))


def main() -> None:
    for asked in map(json.loads, sys.stdin):
        told = exit_code(asked["pid"]) if "pid" in asked else begin(asked["command"], asked["log"])
        print(json.dumps(told), flush=True)  # noqa: T201  this is how it answers


def begin(command: list[str], log: str) -> int:
    pid: int = fork()
    if pid == 0:
        said = os.open(log, os.O_WRONLY)
        for old, new in ((os.open(os.devnull, os.O_RDONLY), 0), (said, 1), (said, 2)):
            os.dup2(old, new)
        # Ends by SystemExit, and this process with it.
        foyer(command)
    return pid


def exit_code(pid: int) -> int | None:
    ended, status = waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else None


if __name__ == "__main__":
    main()
