"""Writes the expressions for relationships: their links, and their linkage.

Links and identifiers without facts are written as JSON text at once: they are most of the
objects of a document, and hold nothing that could need escaping.
"""

from typing import TYPE_CHECKING

from kwai.core.json_api.kinds import nested_fields
from kwai.core.json_api.markers import Attribute, Relationship
from kwai.core.json_api.source import Source

if TYPE_CHECKING:
    from kwai.core.json_api.resource import Resource

# The facts of a relation that are shown; None is all of them.
Shown = frozenset[str] | None


def access(member: Attribute | Relationship) -> str:
    """How generated code reads a member of the instance `o`."""
    return f"o.{member.member}{'()' if member.is_called else ''}"


def id_expression(resource: "Resource", name: str) -> str:
    """How generated code reads the id of an instance."""
    member = resource.id_member
    read = f"{name}.{member.member}{'()' if member.is_called else ''}"
    return read if member.is_text else f"str({read})"


def relationship_object(
    source: Source,
    resource: "Resource",
    relationship: Relationship,
    *,
    is_demanded: bool,
    facts: Shown,
) -> str:
    """The expression of a relationship object; `u` is the URL of its resource."""
    links_only = f"Fragment({_links_text(relationship)} '}}')"
    if relationship.is_list and relationship.linkage == "include" and not is_demanded:
        return links_only
    value = source.temporary()
    whole = _whole(source, resource, relationship, value, facts)
    read = f"({value} := {access(relationship)})"
    otherwise = f"not_loaded({relationship.name!r})" if is_demanded else links_only
    return f"({whole} if {read} is not NOT_LOADED else {otherwise})"


def linkage_data(
    source: Source, resource: "Resource", relationship: Relationship, value: str, facts: Shown
) -> str:
    """The expression of linkage as objects, with the facts of the relation."""
    if relationship.is_list:
        item = source.temporary()
        identifier = _identifier(source, resource, relationship, item, facts)
        return f"[{identifier} for {item} in {value}]"
    identifier = _identifier(source, resource, relationship, value, facts)
    return f"None if {value} is None else {identifier}"


def _whole(
    source: Source, resource: "Resource", relationship: Relationship, value: str, facts: Shown
) -> str:
    target = resource.target(relationship)
    if _facts(relationship, facts) is None and target.has_plain_ids:
        data = _data_text(source, resource, relationship, value)
        return f"Fragment({_links_text(relationship)} ',\"data\":' + {data} + '}}')"
    name = relationship.name
    links = f'{{"self": f"{{u}}/relationships/{name}", "related": f"{{u}}/{name}"}}'
    data = linkage_data(source, resource, relationship, value, facts)
    return f'{{"links": {links}, "data": {data}}}'


def _links_text(relationship: Relationship) -> str:
    name = relationship.name
    return f'f\'{{{{"links":{{{{"self":"{{u}}/relationships/{name}","related":"{{u}}/{name}"}}}}\''


def _data_text(source: Source, resource: "Resource", relationship: Relationship, value: str) -> str:
    name = source.temporary() if relationship.is_list else value
    type_, id_ = resource.target(relationship).type, _linked_id(resource, relationship, name)
    identifier = f'f\'{{{{"type":"{type_}","id":"{{{id_}}}"}}}}\''
    if relationship.is_list:
        return f"'[' + ','.join([{identifier} for {name} in {value}]) + ']'"
    return f"('null' if {value} is None else {identifier})"


def _linked_id(resource: "Resource", relationship: Relationship, name: str) -> str:
    target = resource.target(relationship)
    if not relationship.is_linked:
        return id_expression(target, name)
    # Reading x.resource twice is cheaper than an assignment, which is a closure cell in here.
    id_ = id_expression(target, f"{name}.resource")
    return f"{name}.key if {name}.resource is None else {id_}"


def _identifier(
    source: Source, resource: "Resource", relationship: Relationship, name: str, shown: Shown
) -> str:
    target = resource.target(relationship)
    members = f'"type": "{target.type}", "id": {_linked_id(resource, relationship, name)}'
    class_ = _facts(relationship, shown)
    if class_ is None:
        return f"{{{members}}}"
    facts = source.nested(class_, f"{name}.meta", shown)
    return f'({{{members}, "meta": {facts}}} if {name}.meta is not None else {{{members}}})'


def _facts(relationship: Relationship, shown: Shown) -> type | None:
    class_ = relationship.facts
    if class_ is None or (shown is not None and not shown):
        return None
    return class_ if nested_fields(class_) else None
