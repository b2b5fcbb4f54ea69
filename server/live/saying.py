"""The typed words of today's messages, put into what is told. They are kept beside the facts, so
that they can be forgotten, and read anew for every telling: a restart tells them too."""

from __future__ import annotations

from typing import Any

from server.store import OpenStore

MESSAGE = "message"
"""What such an exception is called, and the field its words are kept in."""


def say_messages(store: OpenStore, view: dict[str, Any]) -> None:
    """A message whose words were erased is told no more."""
    if not any(one["what"] == MESSAGE for one in view["today"]):
        return
    for one in view["today"]:
        if one["what"] == MESSAGE:
            one["message"] = store.journal.guest(one["id"]).get(MESSAGE)
    view["today"] = [o for o in view["today"] if o["what"] != MESSAGE or o["message"]]
