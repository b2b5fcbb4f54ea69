"""Every "no" as application/problem+json (RFC 9457), or as a friendly page for a browser's tab."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Flask, Response, request
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from werkzeug.exceptions import HTTPException
from werkzeug.http import HTTP_STATUS_CODES

from server.floor.refusals import Refusal
from server.journal.contract import Answer
from server.words import sentence

PROBLEM_JSON = "application/problem+json"


class Problem(Exception):
    """`code` is stable and for programs; `detail` is a sentence for people."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        headers: dict[str, str] | None = None,
        **extra: Any,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.headers = headers or {}
        self.body = problem_body(status, code, detail, **extra)


def problem_body(status: int, code: str, detail: str, **extra: Any) -> dict[str, Any]:
    return {
        "type": f"urn:foyer:problem:{code}",
        "title": HTTP_STATUS_CODES.get(status, "Error"),
        "status": status,
        "detail": detail,
        "code": code,
        **extra,
    }


def unreadable(errors: list[dict[str, str]]) -> Problem:
    problems = "; ".join(f"{error['where']}: {error['problem']}" for error in errors)
    return Problem(422, "invalid_input", problems, errors=errors)


def not_saved() -> Problem:
    detail = "Nothing was changed: the store could not write it down. Please try again."
    return Problem(503, "not_saved", detail, headers={"Retry-After": "1"})


def refusal_answer(refusal: Refusal, **more: Any) -> Answer:
    return Answer(refusal.status, msgspec.json.encode(refusal_body(refusal) | more))


def refusal_body(refusal: Refusal) -> dict[str, Any]:
    detail = sentence(refusal.code, refusal.args)
    body = problem_body(refusal.status, refusal.code, detail, args=refusal.args)
    if refusal.state is not None:
        body["state"] = refusal.state
        body["allowed_actions"] = refusal.allowed_actions
    if refusal.status == 422:
        body["errors"] = [{"where": refusal.where or "body", "problem": detail}]
    return body


# What pydantic calls it → what a person would say.
_PLAIN = {
    "missing": "is needed",
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a number that ends",
    "bool_type": "must be true or false",
    "dict_type": "must be an object",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "list_type": "must be a list",
    "timezone_aware": "must say its time zone, as in 2026-11-21T14:03:05Z",
    "datetime_parsing": "must be a time such as 2026-11-21T14:03:05Z",
    "datetime_from_date_parsing": "must be a time such as 2026-11-21T14:03:05Z",
    "datetime_type": "must be a time such as 2026-11-21T14:03:05Z",
}


def plain_errors(error: ValidationError) -> list[dict[str, str]]:
    problems: dict[str, list[str]] = {}
    for detail in error.errors(include_url=False, include_input=False):
        problems.setdefault(_where(detail), []).append(_plain(detail))
    return [{"where": w, "problem": ", or ".join(found)} for w, found in problems.items()]


def _where(detail: ErrorDetails) -> str:
    parts = [str(part) for part in detail["loc"]]
    # Where a value may be a word or an object, pydantic adds which of them it tried.
    tried = ("literal[", "Paper", "Typed")
    if parts[:1] == ["answers"] and parts[-1] == "str":
        parts.pop()
    return ".".join(part for part in parts if not part.startswith(tried)) or "body"


def _plain(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if detail["type"] == "literal_error":
        return f"must be one of {context['expected']}"
    said = detail["msg"].removeprefix("Value error, ")
    return _PLAIN.get(detail["type"]) or said[0].lower() + said[1:]


def problem_response(problem: Problem) -> Response:
    response = Response(
        msgspec.json.encode(problem.body), problem.status, content_type=PROBLEM_JSON
    )
    response.headers.update(problem.headers)
    return response


_HTTP = {
    400: ("bad_request", "The request could not be read."),
    404: ("not_found", "There is nothing at this address."),
    405: ("method_not_allowed", "This address does not take that method."),
    413: ("too_large", "The request is larger than Foyer takes."),
    415: ("not_json", "Send JSON, with Content-Type: application/json."),
    429: ("too_many_tries", "That was too many tries. Wait a few minutes, then try again."),
}


def from_http(error: HTTPException) -> Problem:
    status = error.code or 500
    code, detail = _HTTP.get(status, ("http_error", error.description or "Something is wrong."))
    kept = {
        name: value
        for name, value in error.get_headers()
        if name in ("Allow", "Retry-After", "Location")
    }
    return Problem(status, code, detail, headers=kept)


def wants_page() -> bool:
    """A person's browser asking for a page, not a program or a page's own script."""
    if request.path.startswith("/api/") or request.method not in ("GET", "HEAD"):
        return False
    return request.accept_mimetypes.best_match(["application/json", "text/html"]) == "text/html"


def crash(_error: Exception) -> Response:
    detail = "Something went wrong here; it has been written to the log. Please try again."
    return problem_response(Problem(500, "broken", detail))


def add_problems(app: Flask) -> None:
    app.register_error_handler(Problem, problem_response)
    app.register_error_handler(500, crash)
