"""The waiting-room TV: its page, and what it shows."""

from __future__ import annotations

from flask import Response

from server.doors.api import store_door
from server.doors.house import house, shown_with_clock
from server.doors.screens import about, screen, words_of_all
from server.doors.sign_in import allowed
from server.floor.views.board import BoardView, board_view
from server.live.saying import say_messages

display_screen = screen(
    "display", lambda plan: [*words_of_all(plan, "floor", "display"), about(plan)]
)
display = store_door("display", "TV")


@display.get("/board")
@allowed("display")
@display.output(BoardView)
def board() -> Response:
    """Who is called, who is next, how long it takes. No names."""
    here = house()
    view = here.store.look(lambda day, now, forecast: board_view(here.plan, day, now, forecast))
    view.today = say_messages(here.store, view.today)
    return shown_with_clock(view)
