"""Everything that is told, and who hears it. A message is always the whole state of a view:
whoever missed some is right again with the next one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.plan import StorePlan
from server.floor.views.board import board_view
from server.floor.views.floor import floor_view
from server.floor.views.frame import FrameView

Render = Callable[[StorePlan, Day, Millis, Forecast], FrameView]


@dataclass(frozen=True)
class Message:
    """`event` is also the view a device watches; `heard_by` are the scopes that may."""

    event: str
    heard_by: frozenset[str]
    render: Render


BOARD = Message(
    event="board",
    # A kiosk shows the waits while nobody uses it.
    heard_by=frozenset({"kiosk", "display", "staff", "manager"}),
    render=board_view,
)

FLOOR = Message(
    event="floor",
    heard_by=frozenset({"staff", "manager"}),
    render=floor_view,
)

TO_DEVICES = (BOARD, FLOOR)
"""In the order they are told: what the waiting room sees comes first."""

MACHINE = "machine"
"""What is wrong with the machine (`OpenStore.machine_view`). Who watches the floor hears it at once
and apart from the floor, which waits its turn, and cannot be made of a journal that is gone."""

# Phones hear `phone_view` of their own visit and nothing else (phones.py): the link in a
# customer's hand must not tell who else is waiting.
