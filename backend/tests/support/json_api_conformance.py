"""Checks documents against the JSON schema of JSON:API 1.1 and the rules no schema can say."""

import json
import re
from collections.abc import Hashable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import (  # type: ignore[import-untyped]  # it ships no types
    Draft202012Validator,
    FormatChecker,
)

SCHEMAS = Path(__file__).parent / "jsonapi_schema"

Document = dict[str, Any]
Shape = Hashable

_GOOD: set[Shape] = set()
# The schema has patterns for these.
_VERBATIM = frozenset({"type", "status", "pointer", "ext", "profile"})
# Letters, digits and what may stand between them; anything else is looked at by the schema.
_PLAIN_URI = re.compile(r"https?://[\w.:-]+(/[\w.~-]*)*(\?[\w.~%&=,:+-]*)?", re.ASCII)


def check_document(raw: bytes, *, is_sparse: bool = False) -> Document:
    """Give the parsed document, or fail with what is wrong with it.

    `is_sparse` excuses included resources whose linkage a sparse fieldset hides (D10).
    """
    document: Document = json.loads(raw)
    problems = _schema_problems(document)
    problems += _duplicates(document)
    problems += _repeated(document)
    problems += [] if is_sparse else _unlinked(document)
    for resource in resources_of(document):
        problems += _resource_problems(resource)
    assert not problems, problems
    return document


def _schema_problems(document: Document) -> list[str]:
    """Hold the document against the schema, unless one of the same shape was found good."""
    shape = _shape(document)
    if shape in _GOOD:
        return []
    problems = [
        f"{'/'.join(map(str, each.absolute_path))}: {each.message}"
        for each in _validator().iter_errors(document)
    ]
    if not problems:
        _GOOD.add(shape)
    return problems


def _shape(value: object) -> Shape:
    """What the schema can see of a value: members, types, and which strings could be a URI.

    Members of a list count by their kinds; that they differ is looked at for every document.
    """
    if isinstance(value, dict):
        return tuple(
            (name, str(each) if name in _VERBATIM else _shape(each)) for name, each in value.items()
        )
    if isinstance(value, list):
        return (len(value) > 0, frozenset(map(_shape, value)))
    if isinstance(value, str):
        return bool(_PLAIN_URI.fullmatch(value))
    return type(value).__name__


def resources_of(document: Document) -> list[Document]:
    """The resource objects of a document; identifiers are none."""
    return [each for each in [*primary(document), *document.get("included", [])] if "links" in each]


def primary(document: Document) -> list[Document]:
    """The primary data as a list."""
    data = document.get("data")
    return data if isinstance(data, list) else [] if data is None else [data]


@lru_cache(maxsize=1)
def _validator() -> Draft202012Validator:
    # jsonschema takes the empty pattern of the official schema for no pattern at all.
    text = (SCHEMAS / "schema11.json").read_text().replace('"": ', '".*": ')
    schema = json.loads(text)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def _key(each: Document) -> tuple[str, str]:
    return each["type"], each["id"]


def _duplicates(document: Document) -> Iterator[str]:
    seen = set()
    for each in resources_of(document):
        if _key(each) in seen:
            yield f"{_key(each)} stands in the document twice"
        seen.add(_key(each))


def _repeated(document: Document) -> Iterator[str]:
    """What the schema calls unique: the members of linkage, and of errors."""
    linkages = [
        relationship.get("data")
        for resource in resources_of(document)
        for relationship in resource.get("relationships", {}).values()
    ]
    for members in [document.get("data"), document.get("errors"), *linkages]:
        texts = [json.dumps(each) for each in members] if isinstance(members, list) else []
        if len(set(texts)) < len(texts):
            yield f"{texts} has something twice"


def _unlinked(document: Document) -> Iterator[str]:
    included = {_key(each): each for each in document.get("included", [])}
    reached: set[tuple[str, str]] = set()
    waiting = primary(document)
    for each in waiting:
        for key in {_key(each), *_linked(each)}:
            if key in included and key not in reached:
                reached.add(key)
                waiting.append(included[key])
    yield from (f"{key} is included but not linked" for key in included.keys() - reached)


def _linked(resource: Document) -> Iterator[tuple[str, str]]:
    for relationship in resource.get("relationships", {}).values():
        data = relationship.get("data") or []
        yield from (_key(each) for each in (data if isinstance(data, list) else [data]))


def _resource_problems(resource: Document) -> Iterator[str]:
    attributes, relationships = resource.get("attributes", {}), resource.get("relationships", {})
    for name in attributes.keys() & relationships.keys():
        yield f"{name} is an attribute and a relationship"
    yield from (f"{name} is a foreign key" for name in attributes if name.endswith("_id"))
    for name, relationship in relationships.items():
        if not {"self", "related"} <= relationship.get("links", {}).keys():
            yield f"{name} has not both links"
