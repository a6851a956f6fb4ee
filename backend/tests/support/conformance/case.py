"""What a resource brings along so that the whole checklist can be run for it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import httpx

from kwai.api.dispatch import RouteTable
from kwai.core.json_api import Resource, resource_of

Document = dict[str, Any]


class World(Protocol):
    """A running API with people who may call it."""

    client: httpx.AsyncClient
    has_transactions: bool

    async def headers(self, role: str) -> dict[str, str]:
        """Give the headers of somebody with this role; none for `anonymous`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Case:
    """One resource.

    Attributes:
        make: Stores so many of them and gives their ids.
        create: Gives the document of a valid create; two calls may not collide.
        change: An attribute and another value for it.
        targets: Two existing resources of every relationship that can be written.
        role: Who may do everything that the resource offers.
        roles: Exceptions to it, by action.
    """

    resource: type
    make: Callable[[Any, int], Awaitable[list[str]]]
    create: Callable[[Any], Awaitable[Document]] | None = None
    change: tuple[str, object] | None = None
    targets: Mapping[str, Callable[[Any], Awaitable[list[str]]]] = field(default_factory=dict)
    role: str = "admin"
    roles: Mapping[str, str] = field(default_factory=dict)

    @property
    def declared(self) -> Resource:
        return resource_of(self.resource)

    def __str__(self) -> str:
        return self.declared.type


def capabilities_of(declared: Resource, table: RouteTable) -> frozenset[str]:
    """Find what a resource offers: the actions that have a route, and what its lists can."""
    base = f"/api/v1{declared.path}"
    found: set[str] = set()
    for address in table:
        rest = address.template.removeprefix(base)
        if rest == address.template or rest.count("/") > 3:
            continue
        for target in address.targets.values():
            operation = target.route.operation
            if operation is None or resource_of(operation.resource).type != declared.type:
                continue
            if operation.action in {"list", "create"} and rest:
                continue
            found.add(operation.action)
            if operation.action == "create" and operation.atomic:
                found.add("atomic_create")
    if declared.relationships:
        found.add("relationships")
    return frozenset(found | (_list_capabilities(declared) if "list" in found else set()))


def _list_capabilities(declared: Resource) -> set[str]:
    return {name for name in ("sort", "page", "filters") if getattr(declared, name)}
