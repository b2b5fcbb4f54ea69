"""What a customer's page says before its script does, and where no script runs: the same words and
figures, made here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import floor
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date

from server.floor.facts import Appointment
from server.floor.plan import StorePlan
from server.floor.views.phone import PhoneView
from server.words import Say, Words, babel_locale

COUNTER_NUMBER_LONGEST = 3
"""Letters: "2" is said "Counter 2"; a longer name speaks for itself."""
OVER_AN_HOUR_MIN, EXACT_MIN = 60, 10
"""A likely wait is said as `likelyWait` of ui/format.js says it: from ten minutes on by fives."""
NO_TIME = {"no_counter_open": "phone-wait-unknown", "after_closing": "phone-wait-closing"}
"""What a forecast rests on where it is no time that could be told, and what is said then."""


@dataclass(frozen=True)
class FirstPaint:
    """One view of a visit, in one language. `lines`: what follows the number and the service, each
    with the class by which `phone.css` knows it."""

    view: PhoneView
    language: str
    words: Words

    @property
    def say(self) -> Say:
        return self.words.speaker(self.language, "phone", "floor", "ui")

    @property
    def state(self) -> str:
        return self.view.visit.state

    @property
    def heading(self) -> str:
        visit = self.view.visit
        if self.state in ("called", "serving"):
            return self.say(f"phone-{self.state}", counter=self._counter(visit.counter_name))
        return self.say("phone-held" if self.state == "held" else f"phone-ended-{self._ending()}")

    def pick(self, words: dict[str, str] | None) -> str:
        words = words or {}
        return words.get(self.language) or next(iter(words.values()), "")

    def clock(self, moment: str) -> str:
        zone = ZoneInfo(self.view.store.time_zone)
        return f"{datetime.fromisoformat(moment).astimezone(zone):%H:%M}"

    @property
    def as_of(self) -> str:
        return self.say("phone-as-of", time=self.clock(self.view.now))

    def place(self) -> str:
        ahead = self.view.visit.ahead
        return self.say("phone-ahead", count=ahead) if ahead else self.say("phone-next")

    def line(self) -> str:
        visit = self.view.visit
        if not visit.counter:
            return self.say("phone-line-any")
        return self.say("phone-line-of", counter=self._counter(visit.counter_name))

    def likely(self) -> str | None:
        """About 25 min; None where no time can be told."""
        forecast = self.view.visit.forecast
        if not forecast or forecast.basis in NO_TIME:
            return None
        exact = _rounded(forecast.likely_s / 60)
        if exact > OVER_AN_HOUR_MIN:
            return self.say("ui-wait-over-hour")
        if exact <= 1:
            return self.say("ui-wait-none")
        minutes = exact if exact < EXACT_MIN else 5 * _rounded(exact / 5)
        return self.say("ui-wait-about", high=minutes)

    def why_no_time(self) -> str | None:
        forecast = self.view.visit.forecast
        return self.say(NO_TIME[forecast.basis]) if forecast and not self.likely() else None

    def limit(self) -> str | None:
        quote = self.view.visit.quote
        if not quote or quote.basis == "after_closing":
            return None
        passed = self.view.now > quote.call_by
        words = "phone-promise-passed" if passed else "phone-promise"
        return self.say(words, time=self.clock(quote.call_by))

    def more(self) -> list[str]:
        """The sentences under the heading of every state but waiting."""
        visit = self.view.visit
        if self.state == "held":
            until = self.clock(visit.held_until) if visit.held_until else ""
            return [self.say("phone-held-until", time=until), self.say("phone-held-after")]
        called = self.clock(visit.called_at) if visit.called_at else ""
        if self.state == "called":
            at = self.say("phone-called-at", time=called)
            return [self.pick(visit.where), self.say("phone-called-come"), at]
        if self.state == "serving":
            return [self.say("phone-serving-note")]
        words: dict[str, Any] = {"ticket": visit.ticket or "", "time": called}
        return [self.say(f"phone-ended-{self._ending()}-more", **words)]

    def missing(self) -> list[str]:
        """The papers that are still missing, by name."""
        visit = self.view.visit
        names = {item.paper: self.pick(item.name) for item in visit.papers.items}
        joint = f" {self.say('phone-or')} "
        groups = [[names[p] for p in group.any if p in names] for group in visit.missing]
        return [joint.join(group) for group in groups if group]

    def _ending(self) -> str:
        visit = self.view.visit
        expired = visit.ended_reason == "hold_expired"
        return "hold_expired" if expired else str(visit.ended_as)

    def _counter(self, name: dict[str, str] | None) -> str:
        own = self.pick(name)
        if len(own) > COUNTER_NUMBER_LONGEST:
            return own
        return self.say("counter-number", counter=own)


@dataclass(frozen=True)
class FirstBooked:
    """The same of an appointment: what for, when, and its number."""

    plan: StorePlan
    one: Appointment
    language: str
    secret: str
    words: Words

    def say(self, id_: str) -> str:
        return self.words.speaker(self.language, "booked", "phone", "floor", "ui")(id_)

    @property
    def service(self) -> str:
        service = self.plan.services.get(self.one.service)
        return service.name[self.language] if service else ""

    @property
    def when(self) -> str:
        moment = datetime.fromtimestamp(self.one.at / 1000, ZoneInfo(self.plan.time_zone))
        locale = babel_locale(self.language)
        return f"{format_date(moment.date(), 'EEEE d MMMM', locale=locale)}, {moment:%H:%M}"


def _rounded(value: float) -> int:
    """A half is rounded up, as in JavaScript."""
    return floor(value + 0.5)
