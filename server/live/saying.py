"""The typed words of today's messages, put into what is told. They are kept beside the facts, so
that they can be forgotten, and read anew for every telling: a restart tells them too."""

from __future__ import annotations

from server.floor.views.frame import ExceptionView
from server.store import OpenStore

MESSAGE = "message"
"""What such an exception is called, and the field its words are kept in."""


def say_messages(store: OpenStore, said: list[ExceptionView]) -> list[ExceptionView]:
    """A message whose words were erased is told no more."""
    for one in said:
        if one.what == MESSAGE:
            one.message = store.journal.guest(one.id).get(MESSAGE)
    return [one for one in said if one.what != MESSAGE or one.message]
