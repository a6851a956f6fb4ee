"""How the OpenAPI document describes a request of atomic operations."""

from typing import Any, Final

from kwai.core.json_api import ATOMIC
from kwai.core.json_api.atomic import MOST_OPERATIONS, OPERATIONS, RESULTS
from kwai.core.json_api.negotiation import media_type

MEDIA_TYPE: Final = media_type((ATOMIC,))

_TEXT: Final = {"type": "string", "minLength": 1}
_IDENTIFIER: Final = {"type": _TEXT, "id": _TEXT, "lid": _TEXT}
_REF: Final = {
    "type": "object",
    "required": ["type"],
    "properties": {**_IDENTIFIER, "relationship": _TEXT},
}
_RESOURCE: Final = {
    "type": "object",
    "required": ["type"],
    "properties": {
        **_IDENTIFIER,
        "attributes": {"type": "object", "additionalProperties": True},
        "relationships": {"type": "object", "additionalProperties": True},
        "meta": {"type": "object", "additionalProperties": True},
    },
}
_DATA: Final = {"anyOf": [_RESOURCE, {"type": "array", "items": _RESOURCE}, {"type": "null"}]}
_OPERATION: Final = {
    "type": "object",
    "required": ["op"],
    "properties": {
        "op": {"type": "string", "enum": ["add", "update", "remove"]},
        "ref": _REF,
        "href": _TEXT,
        "data": _DATA,
        "meta": {"type": "object", "additionalProperties": True},
    },
}
_REQUEST: Final = {
    "type": "object",
    "required": [OPERATIONS],
    "properties": {
        OPERATIONS: {
            "type": "array",
            "minItems": 1,
            "maxItems": MOST_OPERATIONS,
            "items": _OPERATION,
        }
    },
}
_RESULTS: Final = {
    "type": "object",
    "required": ["jsonapi", RESULTS],
    "properties": {
        "jsonapi": {"type": "object", "additionalProperties": True},
        "links": {"type": "object", "additionalProperties": True},
        RESULTS: {
            "type": "array",
            "items": {"type": "object", "properties": {"data": _DATA}},
        },
    },
}

REQUEST_BODY: Final[dict[str, Any]] = {
    "required": True,
    "content": {MEDIA_TYPE: {"schema": _REQUEST}},
}
RESPONSES: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "One result for each operation, by position",
        "content": {MEDIA_TYPE: {"schema": _RESULTS}},
    },
    204: {"description": "All was done, and there is nothing to say"},
    **{
        status: {"description": reason}
        for status, reason in {
            401: "Authentication required",
            403: "Not allowed, or not offered",
            404: "Not found",
            406: "Not acceptable",
            409: "Conflict",
            412: "Changed meanwhile",
            415: "Unsupported media type",
            422: "Invalid content",
        }.items()
    },
}
