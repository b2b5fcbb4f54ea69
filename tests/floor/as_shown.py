"""The floor's views as whoever asks is shown them: JSON values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from server.floor.views import about, board, booked, floor, frame, phone, suggestions, visit


def as_json(view: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *args, **more: msgspec.json.decode(msgspec.json.encode(view(*args, **more)))


board_view = as_json(board.board_view)
booked_view = as_json(booked.booked_view)
counters_view = as_json(floor.counters_view)
exceptions_view = as_json(frame.exceptions_view)
floor_view = as_json(floor.floor_view)
help_view = as_json(floor.help_view)
phone_view = as_json(phone.phone_view)
services_view = as_json(about.services_view)
store_view = as_json(about.store_view)
suggestions_view = as_json(suggestions.suggestions_view)
taken_view = as_json(suggestions.taken_view)
unserved_view = as_json(floor.unserved_view)
verdict_view = as_json(visit.verdict_view)
visit_view = as_json(visit.visit_view)
at = frame.at
