"""What /metrics tells."""

from __future__ import annotations

import time
from functools import cache
from typing import Any

from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
"""Any other is told as "other": a stranger may make up as many as he likes.

Every label here is one of a list that this program knows: what is counted never grows by what is
sent."""
BUCKETS_S = (0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5)


class Counts:
    """One registry per server, so that two in one process (tests) do not add up."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "foyer_requests_total", "Requests answered.", ["door", "status"], registry=self.registry
        )
        self._took = Histogram(
            "foyer_request_seconds",
            "Time to answer a request.",
            ["method"],
            buckets=BUCKETS_S,
            registry=self.registry,
        )

        self._waiting = Gauge("foyer_waiting", "Visits that wait.", registry=self.registry)
        self._open_counters = Gauge(
            "foyer_open_counters", "Counters that are open.", registry=self.registry
        )
        self._phones = Gauge("foyer_phones", "Phones that follow.", registry=self.registry)
        self._of_door = cache(self._requests.labels)
        self._of_method = cache(self._took.labels)

    def start(self, _endpoint: str | None, _values: dict[str, Any] | None) -> None:
        g.started = time.perf_counter()

    def finish(self, response: Response) -> Response:
        asked = request._get_current_object()  # type: ignore[attr-defined]
        self._of_door(asked.endpoint or "none", response.status_code).inc()
        method = asked.method if asked.method in METHODS else "other"
        self._of_method(method).observe(time.perf_counter() - g.started)
        return response

    def text(self, waiting: int, open_counters: int, phones: int) -> Response:
        self._waiting.set(waiting)
        self._open_counters.set(open_counters)
        self._phones.set(phones)
        return Response(generate_latest(self.registry), content_type=CONTENT_TYPE_LATEST)


def add_counting(app: Flask, counts: Counts) -> None:
    # The first thing Flask calls for a request: a door may refuse before any before_request.
    app.url_value_preprocessor(counts.start)
    app.after_request(counts.finish)
