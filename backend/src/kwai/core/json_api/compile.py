"""Compiles the serializer of a resource for one fieldset and one set of linkages.

A serializer is a generated function from instances to dictionaries for orjson. The loop is in it:
a call for each instance would cost as much as its links. Client input only selects among them: it
never reaches the source.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kwai.core.json_api.linkage_source import (
    access,
    id_expression,
    linkage_data,
    relationship_object,
)
from kwai.core.json_api.markers import Attribute, Relationship
from kwai.core.json_api.source import Source

if TYPE_CHECKING:
    from kwai.core.json_api.resource import Facts, Resource

Serializer = Callable[[Iterable[Any], str], list[dict[str, Any]]]
Collector = Callable[[Iterable[Any]], dict[str, Any]]
Identifiers = Callable[[Any], Any]
Shower = Callable[[Any, str], Any]


def compile_serializer(
    resource: "Resource", fields: frozenset[str] | None, linkage: frozenset[str], facts: "Facts"
) -> Serializer:
    """Make the function (instances, base URL) -> resource objects.

    `fields` None is all of them; `linkage` names the relationships whose data must be there;
    `facts` are those of a relationship that are shown, where that is not all of them.
    """
    source = Source()
    members = [f'"type": "{resource.type}"', '"id": i']
    attributes = _attributes(source, resource, fields)
    if attributes:
        members.append(f'"attributes": {attributes}')
    shown = [name for name in resource.relationships if fields is None or name in fields]
    relationships = _relationships(source, resource, shown, linkage, dict(facts))
    if relationships:
        members.append(f'"relationships": {relationships}')
    members.append('"links": {"self": u}')
    meta = _members(source, resource, resource.meta_attributes.values())
    if meta:
        members.append(f'"meta": {{{meta}}}')
    function: Serializer = _function(
        source,
        "serialize(objects, b)",
        "found = []",
        f'p = f"{{b}}{resource.path}/"',
        "for o in objects:",
        f"    i = {id_expression(resource, 'o')}",
        f"    u = p + {_segment(resource)}",
        f"    found.append({{{', '.join(members)}}})",
        "return found",
    )
    return function


def compile_shower(
    resource: "Resource", name: str, is_demanded: bool, facts: frozenset[str] | None
) -> Shower:
    """Make the function (instance, its URL) -> relationship object.

    It is a function of its own, made once, because a new fieldset then compiles little else.
    """
    source = Source()
    shown = relationship_object(
        source, resource, resource.relationships[name], is_demanded=is_demanded, facts=facts
    )
    function: Shower = _function(source, "show(o, u)", f"return {shown}")
    return function


def compile_identifiers(
    resource: "Resource", relationship: Relationship, facts: frozenset[str] | None
) -> Identifiers:
    """Make the function instance -> linkage of one relationship, which must be loaded."""
    source = Source()
    data = linkage_data(source, resource, relationship, "r", facts)
    function: Identifiers = _function(
        source,
        "identify(o)",
        f"r = {access(relationship)}",
        *_demand(relationship),
        f"return {data}",
    )
    return function


def compile_collector(resource: "Resource", relationship: Relationship) -> Collector:
    """Make the function instances -> {id: related resource} for the include walk."""
    source = Source()
    target = resource.target(relationship)
    lines = ["found = {}", "for o in objects:", f"    r = {access(relationship)}"]
    lines += [f"    {line}" for line in _demand(relationship)]
    indent = "    "
    if relationship.is_list:
        lines.append("    for x in r:")
        indent = "        "
    else:
        lines.append("    if r is None: continue")
        lines.append("    x = r")
    if relationship.is_linked:
        lines.append(f"{indent}x = x.resource")
        lines.append(f"{indent}if x is None: not_loaded({relationship.name!r})")
    lines.append(f"{indent}found[{id_expression(target, 'x')}] = x")
    function: Collector = _function(source, "collect(objects)", *lines, "return found")
    return function


def _segment(resource: "Resource") -> str:
    """Numbers and uuids stand in a URL as they are."""
    return "i" if resource.has_plain_ids else "(i if i.isalnum() else escaped(i))"


def _function(source: Source, signature: str, *lines: str) -> Any:
    text = f"def {signature}:\n" + "\n".join(f"    {line}" for line in lines)
    scope = dict(source.names)
    exec(compile(text, f"<json_api {signature}>", "exec"), scope)  # noqa: S102  # declared names only
    return scope[signature.partition("(")[0]]


def _attributes(source: Source, resource: "Resource", fields: frozenset[str] | None) -> str:
    shown = [
        each
        for name, each in resource.plain_attributes.items()
        if not each.write_only and (fields is None or name in fields)
    ]
    members = _members(source, resource, shown)
    return f"{{{members}}}" if members else ""


def _members(source: Source, resource: "Resource", attributes: Iterable[Attribute]) -> str:
    return ", ".join(
        f'"{each.name}": {source.value(resource.kinds[each.name], access(each))}'
        for each in attributes
    )


def _relationships(
    source: Source,
    resource: "Resource",
    shown: Iterable[str],
    linkage: frozenset[str],
    facts: Mapping[str, frozenset[str]],
) -> str:
    parts = []
    for name in shown:
        source.names[f"show_{name}"] = resource.shower(name, name in linkage, facts.get(name))
        parts.append(f'"{name}": show_{name}(o, u)')
    return f"{{{', '.join(parts)}}}" if parts else ""


def _demand(relationship: Relationship) -> tuple[str, ...]:
    return (f"if r is NOT_LOADED: not_loaded({relationship.name!r})",)
