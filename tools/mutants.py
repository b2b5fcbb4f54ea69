"""Changes the code in one place at a time and asks the tests whether they notice.

`.venv/bin/python tools/mutants.py --mutants 200` draws so many places by `--seed`, evenly from the
rooms named, and prints each that no test noticed and the share that was, with its n. The work is
done on a copy of the tree. mutmut 3 was tried first: it rewrites whole packages into a copy before
anything else, and its run stood still while it gathered which test reaches what.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import NamedTuple

import click

ROOT = Path(__file__).parents[1]
STAYS = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".hypothesis", ".*_cache", "mutants")
ROOMS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "floor": (
        ("server/floor",),
        (
            "tests/floor",
            "tests/balance",
            "tests/simulation",
            "tests/doors/test_visits.py",
            "tests/doors/test_counters.py",
            "tests/doors/test_appointments.py",
            "tests/doors/test_balance.py",
        ),
    ),
    "store": (
        ("server/store.py",),
        ("tests/store", "tests/simulation", "tests/doors/test_days.py"),
    ),
    "journal": (
        ("server/journal",),
        ("tests/journal", "tests/store", "tests/simulation", "tests/reports"),
    ),
    "live": (("server/live",), ("tests/live",)),
}
"""What is changed in each room, and the tests that should notice, the quickest first."""
SIMULATED_DAYS = 4
PATIENCE = 4.0
"""A test run that takes so many times as long as without a change has noticed: it hangs."""
AT_LEAST_S = 60.0
OTHER: dict[type[ast.AST], str] = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.In: "not in",
    ast.NotIn: "in",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "/",
    ast.Div: "*",
    ast.And: "or",
    ast.Or: "and",
}
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Mutant(NamedTuple):
    path: str
    line: int
    was: str
    becomes: str
    source: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}  {self.was}  →  {self.becomes}"


class Source:
    """A file's text, where the places of its syntax tree are found again."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.text = (ROOT / path).read_text("utf-8")
        self._bytes = self.text.encode()
        starts = [0]
        for line in self.text.splitlines(keepends=True):
            starts.append(starts[-1] + len(line.encode()))
        self._starts = starts

    def span(self, node: ast.AST) -> tuple[int, int]:
        return (
            self._starts[node.lineno - 1] + node.col_offset,
            self._starts[node.end_lineno - 1] + node.end_col_offset,
        )

    def part(self, begins: int, ends: int) -> str:
        return self._bytes[begins:ends].decode()

    def put(self, line: int, begins: int, ends: int, becomes: str) -> Mutant:
        text = self._bytes[:begins] + becomes.encode() + self._bytes[ends:]
        was = " ".join(self.part(begins, ends).split())
        return Mutant(self.path, line, was[:70], becomes[:70], text.decode())

    def instead(self, node: ast.AST, becomes: str) -> Mutant:
        return self.put(node.lineno, *self.span(node), becomes)

    def mutants(self) -> Iterator[Mutant]:
        for node in _code(ast.parse(self.text)):
            yield from self._changed(node)

    def _changed(self, node: ast.AST) -> Iterator[Mutant]:
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            yield self._operator(node.left, node.comparators[0], node.ops[0])
        elif isinstance(node, ast.BinOp) and type(node.op) in OTHER:
            yield self._operator(node.left, node.right, node.op)
        elif isinstance(node, ast.BoolOp):
            yield self._operator(node.values[0], node.values[1], node.op)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield self.instead(node, self.part(*self.span(node.operand)))
        elif isinstance(node, ast.If | ast.IfExp | ast.While):
            yield self.instead(node.test, f"(not ({self.part(*self.span(node.test))}))")
        elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
            yield self.instead(node, str(not node.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            yield self.instead(node, repr(node.value + 1))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in CALLS:
                yield self.instead(node.func, CALLS[node.func.id])
        elif isinstance(node, ast.Delete) or _does_something(node):
            yield self.instead(node, "pass")
        elif isinstance(node, ast.Return) and node.value and not _is_none(node.value):
            yield self.instead(node.value, "None")

    def _operator(self, left: ast.AST, right: ast.AST, op: ast.AST) -> Mutant:
        begins, ends = self.span(left)[1], self.span(right)[0]
        between = self.part(begins, ends)
        # Brackets around either side stay where they are.
        bare = between.strip("() \n")
        return self.put(left.lineno, begins, ends, between.replace(bare, OTHER[type(op)]))


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _does_something(node: ast.AST) -> bool:
    """A call for its effect, or something put into an attribute or a table."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        return not ast.unparse(node.value.func).startswith("log.")
    if isinstance(node, ast.Assign):
        return isinstance(node.targets[0], ast.Attribute | ast.Subscript)
    return isinstance(node, ast.AugAssign)


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """All that is run: no annotation, no assertion, nothing that only types need."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params", "bases"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or isinstance(child, ast.Assert | ast.ImportFrom):
                continue
            if isinstance(node, ast.ClassDef) and isinstance(child, ast.keyword):
                # `frozen=True` holds for whoever writes the code, not for what it does.
                continue
            if isinstance(child, ast.Call) and ast.unparse(child.func).startswith("log."):
                continue
            if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
                continue
            yield child
            yield from _code(child)


def all_mutants(paths: tuple[str, ...]) -> list[Mutant]:
    files = [
        file
        for path in paths
        for file in ([ROOT / path] if path.endswith(".py") else sorted((ROOT / path).glob("*.py")))
    ]
    found = [m for file in files for m in Source(str(file.relative_to(ROOT))).mutants()]
    return [mutant for mutant in found if _compiles(mutant.source)]


def _compiles(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


class Tree:
    """A copy of the house in which one thing at a time is changed."""

    def __init__(self, folder: Path, number: int) -> None:
        self.root = folder / str(number)
        shutil.copytree(ROOT, self.root, ignore=STAYS, symlinks=True)
        (self.root / ".venv").symlink_to(Path(sys.prefix))
        self._writes = 0

    def notices(self, mutant: Mutant, tests: tuple[str, ...], within_s: float) -> bool:
        file = self.root / mutant.path
        kept = file.read_text("utf-8")
        try:
            self._write(file, mutant.source)
            return not self.passes(tests, within_s)
        finally:
            self._write(file, kept)

    def _write(self, file: Path, source: str) -> None:
        """Under a time of its own: else Python may take what it compiled a moment before."""
        self._writes += 1
        file.write_text(source, "utf-8")
        at = time.time() - 10_000_000 + self._writes * 10
        os.utime(file, (at, at))

    def passes(self, tests: tuple[str, ...], within_s: float) -> bool:
        command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "--tb=no"]
        command += ["-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-profile", "mutants"]
        command += ["--basetemp", f"{self.root}.tmp"]
        command += [*tests, "--days", str(SIMULATED_DAYS)]
        with subprocess.Popen(
            command,
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as run:
            try:
                return run.wait(within_s) == 0
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, 9)
                return False


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--mutants", type=int, default=400, help="places in all")
    arguments.add_argument("--seed", type=int, default=int(time.time()) // 86_400)
    arguments.add_argument("--rooms", nargs="+", choices=ROOMS, default=list(ROOMS))
    arguments.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments.add_argument("--tests", nargs="+", help="instead of those of the room")
    asked = arguments.parse_args()
    click.echo(f"mutants: seed {asked.seed}, {asked.jobs} at a time")
    shares = []
    with tempfile.TemporaryDirectory(prefix="foyer-mutants-") as folder:
        trees: Queue[Tree] = Queue()
        for number in range(asked.jobs):
            trees.put(Tree(Path(folder), number))
        for room in asked.rooms:
            tests = tuple(asked.tests or ROOMS[room][1])
            n = asked.mutants // len(asked.rooms)
            shares.append(_play(room, n, asked.seed, tests, trees))
    click.echo("\nnoticed by the tests, of a sample of n:")
    click.echo("\n".join(shares))


def _play(room: str, n: int, seed: int, tests: tuple[str, ...], trees: Queue[Tree]) -> str:
    there = all_mutants(ROOMS[room][0])
    drawn = random.Random(seed).sample(there, min(n, len(there)))
    began = time.monotonic()
    tree = trees.get()
    if not tree.passes(tests, 3600):
        sys.exit(f"{room}: the tests fail without any change: {' '.join(tests)}")
    trees.put(tree)
    within_s = AT_LEAST_S + PATIENCE * (time.monotonic() - began)

    def noticed(mutant: Mutant) -> bool:
        tree = trees.get()
        try:
            seen = tree.notices(mutant, tests, within_s)
        finally:
            trees.put(tree)
        click.echo(f"{'noticed ' if seen else 'SURVIVED'}  {mutant}")
        return seen

    with ThreadPoolExecutor(trees.qsize()) as pool:
        seen = sum(pool.map(noticed, drawn))
    share = f"{seen / len(drawn):4.0%}" if drawn else "  –"
    return f"  {room:<8} {share}  ({seen} of n = {len(drawn)}, of {len(there)} places)"


if __name__ == "__main__":
    main()
