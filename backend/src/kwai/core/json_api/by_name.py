"""Takes over by name what a resource has in common with an entity or a command.

One name means one thing through all layers, so what also has one type needs no line of its own.
"""

from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

from kwai.core.json_api.annotations import peel
from kwai.core.json_api.declaration import resource_of
from kwai.core.json_api.markers import Attribute


def common_values(resource: type, entity: object) -> dict[str, Any]:
    """Read the attributes that an entity has under the same name and in the same type.

    What the entity holds in a type of its own (an address, a moment) is left to the caller.
    """
    entity_type: Any = type(entity)
    return {member: getattr(entity, name) for name, member in _common(resource, entity_type)}


def command_fields(resource: type, command: type) -> dict[str, bool]:
    """List the fields of a command, and whether an attribute of the resource fits as it is."""
    hints = get_type_hints(command)
    attributes = resource_of(resource).attributes
    return {
        field.name: field.name in attributes and _fits(attributes[field.name], hints[field.name])
        for field in fields(command)
    }


@cache
def _common(resource: type, entity: type) -> tuple[tuple[str, str], ...]:
    hints = get_type_hints(entity)
    return tuple(
        (name, each.member)
        for name, each in resource_of(resource).attributes.items()
        if not (each.is_getter or each.write_only) and name in hints and _fits(each, hints[name])
    )


def _fits(attribute: Attribute, hint: object) -> bool:
    return peel(attribute.type_)[:2] == peel(hint)[:2]
