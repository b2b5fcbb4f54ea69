"""What a forecaster has learned, in parts that can be written down, and the same forecaster again.

Only for the very plan it was learned under: services, hours and times are the plan's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import numpy as np
from msgspec import Raw
from msgspec.msgpack import Decoder

from server.floor.plan import StorePlan
from server.floor.snapshot import Part, Table, encode, pieces
from server.waits.arrivals import Arrivals, Day
from server.waits.forecaster import Called, Forecaster, Joined
from server.waits.history import History, Known
from server.waits.learned import Fitted, Quantiles
from server.waits.learning import Learner, Waiting
from server.waits.pace import Pace
from server.waits.speeds import Seen
from server.waits.watch import Sight

FORECASTER = Table(
    {
        "_date": str,
        "_seq": int,
        "_joined": dict[str, Joined],
        "_called": dict[str, Called],
        "_open": dict[str, tuple[str, ...]],
    },
    follows=("_plan", "_history", "_arrivals", "_learner", "_ratios"),
)
HISTORY = Table(
    {"_learned": int, "_pace_lately": Pace},
    follows=(
        *("_plan", "_services", "_other", "_lately", "_pace"),
        *("_staff", "_staff_service", "_hours", "_speeds"),
    ),
)
KNOWN = Table(
    {"seen": list[float], "_sum": float, "_squares": float, "_logs": float, "_log_squares": float},
    follows=("_prior", "time", "_takes"),
)
SPEEDS = Table(
    {
        "_seen": dict[int | str | tuple[str, str], Seen],
        "_factors": dict[int | str | tuple[str, str], float],
        "_unweighed": int,
    },
    follows=("_a_day",),
)
ARRIVALS = Table({}, follows=("_plan", "_row", "_days", "_today", "_usual"))
LEARNER = Table(
    {
        "_told": dict[str, Waiting],
        "_due": list[tuple[float, str]],
        "_sights": list[Sight],
        "_waits": list[float],
        "_days": list[int],
        "_days_open": int,
        "_heard": int,
        "_studied": int,
        "_fitted": Fitted | None,
        "_learned_error": float,
        "_floor_error": float,
        "_night": bool,
        "_day": str,
    },
    follows=("_watches", "_quantiles", "_calibrator"),
)
WATCH = Table(
    {
        "queue": str,
        "open": float,
        "_busy_s": float,
        "_busy_n": float,
        "_waiting": dict[str, tuple[float, float]],
        "_line": list[tuple[float, float]],
        "_calls": list[float],
        "_arrivals": list[float],
        "_waits": list[float],
        "_last_call": float | None,
    }
)
CALIBRATOR = Table(
    {
        "_store": float,
        "_queues": dict[str, tuple[float, int]],
        "_surprise": dict[str, float],
        "_error": float | None,
    }
)
MANY = ("_sights", "_waits", "_days")

State = Mapping[str, Raw]
_states = Decoder(dict[str, dict[str, Raw]]).decode
_days = Decoder(list[tuple[date, list[list[float]], list[float]]]).decode
_floats = Decoder(list[list[float]]).decode
_lately = Decoder(list[tuple[str, float]]).decode


def forecaster_parts(forecaster: Forecaster) -> list[Part]:
    """As it is now, however it goes on. What was rehearsed is not part of it."""
    history, learner = forecaster._history, forecaster._learner
    states = {
        "forecaster": FORECASTER.state(forecaster),
        "history": HISTORY.state(history),
        **{name: SPEEDS.state(getattr(history, name)) for name in SPEEDS_OF_HISTORY},
        "calibrator": CALIBRATOR.state(learner._calibrator),
    }
    services = {name: KNOWN.state(known) for name, known in history._services.items()}
    watches = {queue: WATCH.state(watch) for queue, watch in learner._watches.items()}
    learned = LEARNER.state(learner)
    parts = [piece for name in MANY for piece in pieces(name, learned.pop(name))]
    learned |= {name: [] for name in MANY}
    now = {
        "states": states,
        "services": services,
        "watches": watches,
        "lately": _services_of(history),
        **_arrivals_parts(forecaster._arrivals),
        "learner": learned,
    }
    return [*(Part(name, Raw(encode(value))) for name, value in now.items()), *parts]


SPEEDS_OF_HISTORY = ("_staff", "_staff_service", "_hours")


def _services_of(history: History) -> list[tuple[str, float]]:
    names = {id(known): name for name, known in history._services.items()}
    return [(names[id(known)], length) for known, length in history._lately]


def _arrivals_parts(arrivals: Arrivals) -> dict[str, Any]:
    days = [*arrivals._days, *([arrivals._today] if arrivals._today else ())]
    plain = [(day.date, day.came.tolist(), day.open.tolist()) for day in days]
    return {"days": plain, "usual": arrivals._usual.tolist()}


def forecaster_of(plan: StorePlan, parts: Iterable[tuple[str, Raw]]) -> Forecaster:
    """Raises msgspec.ValidationError and KeyError where these are no such parts."""
    several = list(parts)
    by_name = dict(several)
    forecaster = Forecaster(plan)
    states = _states(by_name["states"])
    FORECASTER.put(forecaster, states["forecaster"].items())
    _put_history(forecaster._history, states, by_name)
    _put_arrivals(forecaster._arrivals, by_name)
    of_learner = Decoder(dict[str, Raw]).decode(by_name["learner"])
    many = [(name, raw) for name, raw in several if name in MANY]
    _put_learner(forecaster._learner, [*of_learner.items(), *many], states, by_name)
    return forecaster


def _put_history(history: History, states: Mapping[str, State], by_name: State) -> None:
    HISTORY.put(history, states["history"].items())
    for name in SPEEDS_OF_HISTORY:
        SPEEDS.put(getattr(history, name), states[name].items())
    for service, state in _states(by_name["services"]).items():
        known: Known = history._services[service]
        KNOWN.put(known, state.items())
        known.time = known._time()
    for service, length in _lately(by_name["lately"]):
        history._lately.append((history._services[service], length))
    history._pace = None


def _put_arrivals(arrivals: Arrivals, by_name: State) -> None:
    days = [Day(d, np.array(came), np.array(op)) for d, came, op in _days(by_name["days"])]
    arrivals._days, arrivals._today = days[:-1], days[-1] if days else None
    arrivals._usual = np.array(_floats(by_name["usual"]))


def _put_learner(
    learner: Learner,
    parts: Iterable[tuple[str, Raw]],
    states: Mapping[str, State],
    by_name: State,
) -> None:
    LEARNER.put(learner, parts)
    learner._quantiles = Quantiles(learner._fitted)
    CALIBRATOR.put(learner._calibrator, states["calibrator"].items())
    for queue, state in _states(by_name["watches"]).items():
        WATCH.put(learner.watch(queue), state.items())
