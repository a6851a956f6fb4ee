"""Translates validation errors into error objects whose pointers name values that exist (C7)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from pydantic import ValidationError

from kwai.core.json_api.declaration import resource_of
from kwai.core.json_api.errors import ErrorObject, JsonApiException, error

# By the type of a validation error: the name of the rule (as with errors of the domain), and what
# of its context has to be said with it.
_REASONS: Final[Mapping[str, tuple[str, str]]] = {
    "string_too_long": ("too_long", "max_length"),
    "too_long": ("too_long", "max_length"),
    "string_too_short": ("too_short", "min_length"),
    "too_short": ("too_short", "min_length"),
    "greater_than_equal": ("too_small", "ge"),
    "less_than_equal": ("too_big", "le"),
    "bad_text": ("characters", ""),
    "unsafe_text": ("characters", ""),
    "empty_text": ("empty", ""),
    "bad_format": ("format", ""),
    "literal_error": ("choice", ""),
    "enum": ("choice", ""),
}
_PARTS: Final = frozenset({"attributes", "relationships", "meta"})
# Messages of our own validators and of pydantic's built-in types never hold the input.
_FOREIGN = ("value_error", "assertion_error")


def validation_exception(problem: ValidationError, document: Any) -> JsonApiException:
    """One error per value: the branches of a union would report the same one repeatedly."""
    found: dict[tuple[str, str | None], ErrorObject] = {}
    for each in problem.errors(include_url=False, include_input=False):
        one = _error_of(each, document)
        found.setdefault((one.pointer or "", str(one.meta.get("member"))), one)
    return JsonApiException(*found.values())


def _error_of(problem: Any, document: Any) -> ErrorObject:
    loc, type_ = problem["loc"], problem["type"]
    if type_ == "missing":
        pointer = pointer_to(document, loc[:-1])
        detail = f"The member {_missing_path(document, loc)} is missing."
        return error("missing_member", detail, pointer=pointer, member=str(loc[-1]))
    if type_ == "extra_forbidden":
        return error(
            "unknown_member", "There is no such member.", pointer=pointer_to(document, loc)
        )
    detail = _detail(type_, problem["msg"])
    return error("bad_value", detail, pointer=pointer_to(document, loc), **reason_of(problem))


def _missing_path(document: Any, loc: tuple[int | str, ...]) -> str:
    """Name a member below what the pointer names, which may be without the part it belongs to."""
    part, name = ("", *loc)[-2:]
    is_there = pointer_to(document, loc[:-1]).endswith(f"/{part}")
    return str(name) if is_there or part not in _PARTS else f"{part}.{name}"


def reason_of(problem: Any) -> dict[str, Any]:
    """Tell which rule a validation error is about, for who says it in another language."""
    reason, limit = _REASONS.get(problem["type"], ("", ""))
    if not reason:
        return {}
    count = problem.get("ctx", {}).get(limit) if limit else None
    return {"reason": reason} | ({"count": count} if isinstance(count, int) else {})


def _detail(type_: str, message: str) -> str:
    # The text of a value object's exception may quote the value, which can be a secret.
    return "The value is not allowed." if type_ in _FOREIGN else f"{message}."


def pointer_to(document: Any, loc: tuple[int | str, ...]) -> str:
    """A JSON pointer along a location; tags of unions are no part of the document."""
    parts: list[str] = []
    for part in loc:
        below = _below(document, part)
        if below is None:
            continue
        (document,) = below
        parts.append(escape(str(part)))
    return "".join(f"/{part}" for part in parts)


def _below(document: Any, part: int | str) -> tuple[Any] | None:
    """The value below in a tuple, so that a null differs from nothing."""
    if isinstance(document, dict) and part in document:
        return (document[part],)
    if isinstance(document, list) and isinstance(part, int) and part < len(document):
        return (document[part],)
    return None


def escape(part: str) -> str:
    """Escape a reference token after RFC 6901."""
    return part.replace("~", "~0").replace("/", "~1")


def prefixed(errors: tuple[ErrorObject, ...], prefix: str) -> Iterator[ErrorObject]:
    """Move pointers below the operation they belong to."""
    for each in errors:
        yield each if each.pointer is None else replace(each, pointer=prefix + each.pointer)


def member_pointer(resource: object, member: str) -> str:
    """Where a member stands in a document of the resource; an unknown one points to the whole."""
    declared = resource_of(resource)
    for part, members in (
        ("attributes", declared.plain_attributes),
        ("relationships", declared.relationships),
    ):
        if member in members:
            return f"/data/{part}/{escape(member)}"
    return "/data"
