"""Finds the route that an atomic operation would have as a request of its own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kwai.api.dispatch import RouteTable, Target
from kwai.api.operation import Operation as Described
from kwai.api.response import API_PATH
from kwai.core.json_api import JsonApiException, Operation, Registry, error, resource_of

METHODS: Final = {
    "create": "POST",
    "update": "PATCH",
    "delete": "DELETE",
    "add_linkage": "POST",
    "replace_linkage": "PATCH",
    "remove_linkage": "DELETE",
}
_ID: Final = re.compile(r"/\{(\w+)\}", re.ASCII)

Key = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationRoute:
    """A route, its described operation, and the name of the id in its path."""

    target: Target
    described: Described
    id_name: str | None


class OperationRoutes(Iterable[Described]):
    """The routes that change a resource at its own address, by type, kind and relationship.

    Iterating gives what may be done together with other operations.

    Attributes:
        resources: What can be read or changed here at all.
    """

    def __init__(self, table: RouteTable) -> None:
        self.resources = Registry()
        self._routes: dict[Key, OperationRoute] = {}
        for address in table:
            for target in address.targets.values():
                described = target.route.operation
                if described is not None:
                    self._add(address.template, target, described)

    def __iter__(self) -> Iterator[Described]:
        return (route.described for route in self._routes.values() if route.described.atomic)

    def find(self, operation: Operation) -> OperationRoute:
        """Find the route of an operation.

        Raises:
            JsonApiException: the resource offers no such operation, or not together with others.
        """
        relationship = operation.target.relationship
        name = None if relationship is None else relationship.name
        found = self._routes.get((operation.target.resource.type, operation.kind, name))
        if found is None:
            raise _refuse("This resource cannot be changed in this way.")
        if not found.described.atomic:
            raise _refuse("This cannot be done together with other operations; send it alone.")
        return found

    def _add(self, template: str, target: Target, described: Described) -> None:
        declared = resource_of(described.resource)
        if self.resources.by_type(declared.type) is None:
            self.resources.add(declared)
        if described.action not in METHODS:
            return
        path = template.removeprefix(API_PATH + declared.path)
        own = {"create": "", "update": "{}", "delete": "{}"}.get(
            described.action, f"{{}}/relationships/{described.relationship}"
        )
        match = _ID.match(path)
        if path.replace(f"/{{{match[1]}}}", "{}", 1) == own if match else path == own:
            key = (declared.type, described.action, described.relationship)
            self._routes[key] = OperationRoute(
                target=target, described=described, id_name=match[1] if match else None
            )


def _refuse(detail: str) -> JsonApiException:
    return JsonApiException(error("operation_not_supported", detail, pointer=""))
