"""Reads a body as JSON the strict way, before any model sees it.

json, orjson and pydantic all keep the last of doubled keys and guess encodings; validating first
would also answer 422 where the contract wants 400, 403 or 409.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

from kwai.core.json_api.errors import JsonApiException, error

DEEPEST = 32

_SURROGATE_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")


class _Malformed(ValueError):
    """The text is JSON to others, not to us."""


def read_json(body: bytes) -> tuple[Any, bytes]:
    """Parse a body; gives the value, and the bytes to validate (without `@` members)."""
    try:
        value = _DECODER.decode(body.decode())
    except UnicodeDecodeError:
        _refuse("The body is not UTF-8.")
    except _Malformed as problem:
        _refuse(str(problem))
    except (ValueError, RecursionError):
        _refuse("The body is not a JSON document.")
    _check_depth(body, value)
    if _SURROGATE_ESCAPE.search(body):
        _check_surrogates(value)
    if b'"@' in body or b'"\\u0040' in body:
        value = _without_at_members(value)
        return value, json.dumps(value).encode()
    return value, body


def _refuse(detail: str) -> NoReturn:
    raise JsonApiException(error("malformed_json", detail))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Malformed("An object has a member twice.")
    return found


def _no_constant(_: str) -> NoReturn:
    raise _Malformed("NaN and Infinity are not JSON.")


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise _Malformed("A number is too large.")
    return number


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite
)


def _check_depth(body: bytes, value: Any) -> None:
    # Few brackets cannot be nested deeply: most bodies need no walk.
    if body.count(b"[") + body.count(b"{") <= DEEPEST:
        return
    level, depth = [value], 0
    while level:
        depth += 1
        if depth > DEEPEST + 1:
            _refuse(f"The body is nested more than {DEEPEST} levels deep.")
        level = [below for each in level for below in _children(each)]


def _children(value: Any) -> Any:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _check_surrogates(value: Any) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        _refuse("A text holds half of a surrogate pair.")


def _without_at_members(value: Any) -> Any:
    if isinstance(value, dict):
        kept = ((name, below) for name, below in value.items() if not name.startswith("@"))
        return {name: _without_at_members(below) for name, below in kept}
    if isinstance(value, list):
        return [_without_at_members(each) for each in value]
    return value


def member_at(document: Any, *path: str) -> Any:
    """Follow members of objects; None where there is none."""
    for name in path:
        document = document.get(name) if isinstance(document, Mapping) else None
    return document
