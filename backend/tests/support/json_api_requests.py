"""Shorthands of the tests of kwai.core.json_api: a request, its answer, its errors."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import pytest

from kwai.core import json_api
from kwai.core.json_api import ErrorObject, JsonApiException, RequestTarget, ResourceQuery
from tests.support.json_api_conformance import Document, check_document

BASE = "https://club.example/api/v1"
CURSORS = json_api.Cursors(lambda: bytes(32))


def items(text: str) -> tuple[tuple[str, str], ...]:
    """Decode a query string the way a framework does."""
    return tuple(parse_qsl(text, keep_blank_values=True))


def query(resource: type, text: str = "", **given: Any) -> ResourceQuery:
    return json_api.parse_query(resource, items(text), **({"cursors": CURSORS} | given))


def show(instance: object, text: str = "", **given: Any) -> Document:
    """Render one resource and check the document."""
    declared = json_api.resource_of(instance)
    target = RequestTarget(base=BASE, path=f"{declared.path}/1", query=items(text))
    raw = json_api.render(instance, query(declared.class_, text, **given), target)
    return check_document(raw, is_sparse="fields" in text)


def show_list(resource: type, instances: list[Any], text: str = "", **given: Any) -> Document:
    """Render a collection and check the document."""
    declared = json_api.resource_of(resource)
    target = RequestTarget(base=BASE, path=declared.path, query=items(text), cursors=CURSORS)
    names = ("count", "more", "positions", "meta")
    options = {name: given.pop(name) for name in names if name in given}
    wishes = query(resource, text, collection=True, **given)
    raw = json_api.render_list(instances, wishes, target, **options)
    return check_document(raw, is_sparse="fields" in text)


def errors_of(function: Callable[[], object]) -> tuple[ErrorObject, ...]:
    """The errors a call ends with."""
    with pytest.raises(JsonApiException) as caught:
        function()
    check_document(json_api.render_errors(caught.value.errors))
    return caught.value.errors


def the_error(function: Callable[[], object]) -> ErrorObject:
    """The only error a call ends with."""
    (only,) = errors_of(function)
    return only


def document(type_: str, id_: str | None = None, **members: Any) -> bytes:
    """A request document."""
    data: dict[str, Any] = {"type": type_} if id_ is None else {"type": type_, "id": id_}
    return json.dumps({"data": data | members}).encode()


def status_of(function: Callable[[], object]) -> int:
    """The status a call ends with; 200 when it gives something."""
    try:
        function()
    except JsonApiException as problem:
        return problem.status
    return 200
