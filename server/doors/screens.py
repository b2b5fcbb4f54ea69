"""What a screen's page door is made of."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response

from server.doors.api import BASE
from server.doors.front import address_of_words
from server.doors.house import house
from server.doors.pages import closed_door, page
from server.doors.sign_in import may_pass
from server.floor.plan import StorePlan

Ahead = Callable[[StorePlan], list[str]]


def screen(name: str, ahead: Ahead | None = None) -> Blueprint:
    """The page at `/NAME`, for who may pass as NAME; others are told how to sign in. `ahead`: what
    its script will ask for first, and in every case; the browser fetches it beside the script."""
    door = Blueprint(f"{name}_screen", name)

    def show() -> Response:
        if not may_pass(name):
            return closed_door(name)
        first = ahead(house().plan) if ahead else []
        return page(f"{name}/index.html", name, made_of=name, ahead=first)

    door.add_url_rule(f"/{name}", f"{name}_page", show, strict_slashes=False)
    return door


def words_of_all(plan: StorePlan, *names: str) -> list[str]:
    return [address_of_words(language, *names) for language in plan.languages]


def about(plan: StorePlan, more: str = "") -> str:
    return BASE.replace("<store>", plan.id) + more
