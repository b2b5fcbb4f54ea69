"""What a screen's page door is made of."""

from __future__ import annotations

from flask import Blueprint, Response

from server.doors.pages import closed_door, page
from server.doors.sign_in import may_pass


def screen(name: str) -> Blueprint:
    """The page at `/NAME`, for who may pass as NAME; others are told how to sign in."""
    door = Blueprint(f"{name}_screen", name)

    def show() -> Response:
        if not may_pass(name):
            return closed_door(name)
        return page(f"{name}/index.html", name, made_of=name)

    door.add_url_rule(f"/{name}", f"{name}_page", show, strict_slashes=False)
    return door
