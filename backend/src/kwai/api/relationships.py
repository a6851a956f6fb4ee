"""Makes the routes of relationships out of the endpoints of their resource."""

from collections.abc import Awaitable, Callable, Collection
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from kwai.api.call import get_call
from kwai.api.conditional import ConditionalPatch
from kwai.api.operation import operation
from kwai.api.response import (
    LinkageResponse,
    create_target,
    respond,
    respond_list,
    respond_nothing,
)
from kwai.api.route import KwaiRoute
from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.json_api import Linked, Relationship, Resource, resource_of
from kwai.core.json_api.openapi import Action
from kwai.core.json_api.resource import value_of

Endpoint = Callable[..., Awaitable[Response]]


def add_relationships(
    router: APIRouter,
    resource: type,
    *,
    get: Endpoint,
    update: Endpoint | None = None,
    leave: Collection[str] = (),
) -> None:
    """Add `/{id}/x` and `/{id}/relationships/x` for every relationship.

    They run the endpoints `get` and `update`, which thereby keep the only loading, the only
    permissions and the only change of the resource. `leave` names relationships whose related
    resources have an endpoint of their own.
    """
    routes = _Routes(router, resource)
    for name, relationship in resource_of(resource).relationships.items():
        routes.add("get_linkage", relationship, get, "GET", _show_linkage(get, name))
        if name not in leave:
            routes.add("related", relationship, get, "GET", _show_related(get, relationship))
        if update is not None and relationship.is_writable:
            change = _change_linkage(update, name)
            routes.add("replace_linkage", relationship, update, "PATCH", change)
            if relationship.is_list:
                routes.add("add_linkage", relationship, update, "POST", change)
                routes.add("remove_linkage", relationship, update, "DELETE", change)


class _Routes:
    def __init__(self, router: APIRouter, resource: type) -> None:
        self._router = router
        self._resource = resource

    def add(
        self,
        action: Action,
        relationship: Relationship,
        source: Endpoint,
        method: str,
        endpoint: Endpoint,
    ) -> None:
        """Add one route below the path of the endpoint it is made from, under the same rule."""
        route = self._find(source)
        name = relationship.name
        is_linkage = action != "related"
        infix = "/relationships" if is_linkage else ""
        verb = action.partition("_")[0] if method != "GET" else "get"
        noun = (route.operation_id or "").partition("_")[2]
        suffix = "_linkage" if action == "get_linkage" else ""
        self._router.add_api_route(
            route.path.removeprefix(self._router.prefix) + f"{infix}/{name}",
            endpoint,
            methods=[method],
            description=_describe(action, name, resource_of(self._resource)),
            **operation(
                self._resource,
                action,
                id=f"{verb}_{noun}_{name}{suffix}",
                relationship=name,
                rule_id=route.operation_id,
            ),
        )

    def _find(self, endpoint: Endpoint) -> KwaiRoute:
        for route in self._router.routes:
            if isinstance(route, KwaiRoute) and route.endpoint is endpoint:
                return route
        raise LookupError(f"{endpoint.__qualname__} is not an endpoint of this router.")


def _show_linkage(get: Endpoint, name: str) -> Endpoint:
    async def show(parent: Annotated[Any, Depends(get)]) -> Response:
        return LinkageResponse(parent.query, parent.resource, name)

    return show


def _show_related(get: Endpoint, relationship: Relationship) -> Endpoint:
    async def show(request: Request, parent: Annotated[Any, Depends(get)]) -> Response:
        query = get_call(request).related_query or ResourceQuery()
        related = value_of(relationship, parent.resource)
        if relationship.is_list:
            return respond_list(query, [_unwrap(each) for each in related])
        return respond(query, None if related is None else _unwrap(related))

    return show


def _change_linkage(update: Endpoint, name: str) -> Endpoint:
    async def change(request: Request, changed: Annotated[Any, Depends(update)]) -> Response:
        answer = LinkageResponse(changed.query, changed.resource, name)
        patch = get_call(request).input
        asked = patch.asked if isinstance(patch, ConditionalPatch) else None
        if asked is None:
            return answer
        # 204 says that nothing but what was asked for has changed.
        target = create_target(request)
        expected = LinkageResponse(changed.query, asked, name).render_document(target)
        return respond_nothing() if answer.render_document(target) == expected else answer

    return change


def _unwrap(value: object) -> object:
    return value.resource if isinstance(value, Linked) else value


def _describe(action: Action, name: str, resource: Resource) -> str:
    texts: dict[Action, str] = {
        "get_linkage": f"Get which resources are {name} of one of the {resource.type}.",
        "related": f"Get the {name} of one of the {resource.type}.",
        "replace_linkage": f"Replace the {name} of one of the {resource.type}.",
        "add_linkage": f"Add {name} to one of the {resource.type}.",
        "remove_linkage": f"Remove {name} from one of the {resource.type}.",
    }
    return texts[action]
