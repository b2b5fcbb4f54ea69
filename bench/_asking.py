"""How a bench is asked: options are checked, and what is wrong with them is said in a sentence."""

from __future__ import annotations

import sys
from typing import Any

import click


def answered(command: click.Command, argv: list[str]) -> dict[str, Any]:
    try:
        result: dict[str, Any] = command.main(args=argv, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    return result
