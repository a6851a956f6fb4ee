"""The query parameters of an operation as OpenAPI wants them: flat, typed and complete."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from kwai.core.json_api.fieldsets import reachable_types
from kwai.core.json_api.include import DEEPEST, MOST_PATHS
from kwai.core.json_api.markers import PageRule
from kwai.core.json_api.resource import Resource
from kwai.core.json_api.sorting import MOST_KEYS

Parameter = dict[str, Any]

_NARROWED = (
    "The attributes and relationships to show. All others are left out of the document, although "
    "its schema lists them as required: typed clients leave this parameter alone."
)


def query_parameters(
    resource: Resource,
    *,
    is_collection: bool,
    relationship: str | None = None,
    options: type[BaseModel] | None = None,
) -> list[Parameter]:
    """Every parameter `parse_query` takes for the same arguments."""
    parameters = [*_include(resource, relationship), *_fields(resource)]
    if is_collection:
        parameters += [*_sort(resource), *_page(resource.page)]
        if resource.filters is not None:
            parameters += model_parameters(resource.filters, "filter[{}]")
    if options is not None:
        parameters += model_parameters(options, "{}")
    return parameters


def model_parameters(model: type[BaseModel], name: str) -> list[Parameter]:
    """One parameter per field of a model; null is no value of a parameter."""
    schema = model.model_json_schema()
    definitions = schema.get("$defs", {})
    return [
        _parameter(name.format(field), _flat(about, definitions), about.get("description", ""))
        for field, about in schema.get("properties", {}).items()
    ]


def include_paths(resource: Resource, relationship: str | None = None) -> list[str]:
    """Every path `include` may name, in the order of the declaration."""
    start = "" if relationship is None else relationship
    return [
        path
        for path in _paths(resource, "", DEEPEST)
        if relationship is None or path == start or path.startswith(f"{start}.")
    ]


def _paths(resource: Resource, prefix: str, levels: int) -> Iterator[str]:
    for name, relationship in resource.relationships.items() if levels else ():
        path = f"{prefix}{name}"
        yield path
        yield from _paths(resource.target(relationship), f"{path}.", levels - 1)


def _include(resource: Resource, relationship: str | None) -> Iterator[Parameter]:
    paths = include_paths(resource, relationship)
    if paths:
        about = "Related resources to put into the same document."
        yield _parameter("include", _choice(paths, MOST_PATHS), about)


def _fields(resource: Resource) -> Iterator[Parameter]:
    for type_, target in reachable_types(resource).items():
        yield _parameter(f"fields[{type_}]", _choice(sorted(target.field_names)), _NARROWED)


def _sort(resource: Resource) -> Iterator[Parameter]:
    if resource.sort:
        keys = [key for name in resource.sort for key in (name, f"-{name}")]
        about = f"The order; a minus sign turns a key around. Default: {resource.default_sort}."
        yield _parameter("sort", _choice(keys, MOST_KEYS), about)


def _page(rule: PageRule | None) -> Iterator[Parameter]:
    if rule is None:
        return
    yield _parameter("page[offset]", _integer(0, rule.largest_offset), "Resources to skip.")
    limit = f"Resources on a page; 0 stands for the default, {rule.default}."
    yield _parameter("page[limit]", _integer(0, rule.maximum), limit)
    if rule.cursor:
        yield _parameter("page[size]", _integer(1, rule.maximum), "Resources on a cursor page.")
        cursor = {"type": "string", "minLength": 1}
        yield _parameter("page[after]", cursor, "Read on after this cursor.")
        yield _parameter("page[before]", cursor, "Read what comes before this cursor.")


def _parameter(name: str, schema: dict[str, Any], description: str) -> Parameter:
    parameter: Parameter = {"name": name, "in": "query", "required": False, "schema": schema}
    if description:
        parameter["description"] = description
    if schema.get("type") == "array":
        parameter |= {"style": "form", "explode": False}
    return parameter


def _choice(values: Sequence[str], at_most: int | None = None) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "array", "items": {"type": "string", "enum": list(values)}}
    return schema if at_most is None else schema | {"maxItems": at_most}


def _integer(smallest: int, largest: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": smallest, "maximum": largest}


def _flat(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """A schema without references, titles and null."""
    if "$ref" in schema:
        return _flat(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    choices = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    if len(choices) == 1:
        schema = {**schema, **choices[0]}
        return _flat({name: one for name, one in schema.items() if name != "anyOf"}, definitions)
    if "items" in schema:
        schema = {**schema, "items": _flat(schema["items"], definitions)}
    left_out = ("title", "description") if schema.get("default", 0) is not None else _NO_DEFAULT
    return {name: one for name, one in schema.items() if name not in left_out}


_NO_DEFAULT = ("title", "description", "default")
