"""Reads what was sent into the models of `schemas.py`, in one pass of pydantic's JSON parser."""

from __future__ import annotations

import hashlib
from typing import TypeVar

import msgspec
from flask import Request, request
from pydantic import BaseModel, ValidationError

from server.doors.problems import Problem, plain_errors, unreadable
from server.journal.contract import Key

KEY_LENGTH_MAX = 255
Model = TypeVar("Model", bound=BaseModel)


def read_body(model: type[Model]) -> Model:
    """An empty body is an empty object."""
    try:
        return model.model_validate_json(_json_bytes(request))
    except ValidationError as error:
        raise _problem(error) from error


def read_query(model: type[Model]) -> Model:
    try:
        return model.model_validate(request.args.to_dict())
    except ValidationError as error:
        raise _problem(error) from error


def _json_bytes(request: Request) -> bytes:
    body = request.get_data(cache=True)
    if not body.strip():
        return b"{}"
    kind = request.mimetype
    if kind and kind != "application/json" and not kind.endswith("+json"):
        raise Problem(415, "not_json", "Send JSON, with Content-Type: application/json.")
    return body


def _problem(error: ValidationError) -> Problem:
    errors = error.errors(include_url=False, include_input=False, include_context=False)
    if errors[0]["type"] == "json_invalid":
        return Problem(400, "bad_json", "The body is not JSON: " + errors[0]["msg"] + ".")
    return unreadable(plain_errors(error))


def idempotency_key(caller: str = "") -> Key | None:
    """The request's key with a digest of what was asked: method, path and body.

    A key belongs to its `caller`: nobody else's request gets the answer, which may hold a visit's
    secret. Bodies that differ only in spacing or in the order of their fields are the same body.
    """
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return None
    if not 1 <= len(key) <= KEY_LENGTH_MAX or not key.isprintable():
        problem = f"must be 1 to {KEY_LENGTH_MAX} printable characters"
        raise unreadable([{"where": "Idempotency-Key", "problem": problem}])
    told = f"{request.method} {request.path}\n".encode()
    body = _canonical(request.get_data(cache=True))
    return Key(key, hashlib.sha256(told + body).digest(), caller)


def _canonical(body: bytes) -> bytes:
    try:
        return msgspec.json.encode(msgspec.json.decode(body or b"{}"), order="sorted")
    except (ValueError, RecursionError):
        return body
