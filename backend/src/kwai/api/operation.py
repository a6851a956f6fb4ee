"""What an endpoint does to which resource: said once, read by its checks and by OpenAPI."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from fastapi import Depends
from starlette.requests import Request
from starlette.responses import Response

from kwai.api.call import Call, get_call, read_parameters
from kwai.api.conditional import ConditionalPatch, Precondition
from kwai.api.response import JsonApiResponse, PlainJsonResponse
from kwai.core.domain.exceptions import NotAllowedException
from kwai.core.domain.resource_query import Include, ResourceQuery
from kwai.core.json_api import (
    Create,
    JsonApiException,
    Patch,
    error,
    parse_create,
    parse_linkage,
    parse_meta,
    parse_patch,
    parse_query,
    resource_of,
)
from kwai.core.json_api.openapi import Action

if TYPE_CHECKING:
    from pydantic import BaseModel

    from kwai.core.json_api.envelopes import MetaEnvelope
    from kwai.modules.identity.sessions.login_session import LoginSession

LINKAGE: Final[Mapping[Action, Literal["replace", "add", "remove"]]] = {
    "replace_linkage": "replace",
    "add_linkage": "add",
    "remove_linkage": "remove",
}
STATUS: Final[Mapping[Action, int]] = {
    "create": 201,
    "delete": 204,
    "replace_linkage": 204,
    "add_linkage": 204,
    "remove_linkage": 204,
}
#: What plain operations answer, by their id: told to OpenAPI only, so FastAPI makes nothing of it.
ANSWERS: Final["dict[str, type[BaseModel]]"] = {}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Operation:
    """A dependency that parses the query and the body of a route of a declared resource.

    Attributes:
        rule_id: The operation whose rule counts, when it is another one's.
        own_id: Finds the id of a resource that stands at a path without one.
        answers_meta: The answer holds no resource, so it offers neither `include` nor `fields`;
            a class says what its meta holds.
        atomic: It may be one of several operations that are done together.
    """

    resource: type
    action: Action
    relationship: str | None = None
    meta: type | None = None
    options: "type[BaseModel] | None" = None
    client_ids: bool = False
    rule_id: str | None = None
    own_id: "Callable[[LoginSession], str] | None" = None
    answers_meta: "bool | type[MetaEnvelope]" = False
    atomic: bool = True
    status: int = 200

    async def __call__(self, request: Request) -> None:
        call = get_call(request)
        self._check_visible(call)
        call.query = self._read_query(request, call)
        if self.is_related:
            call.related_query, call.query = call.query, self._of_parent(call.query)
        if request.method != "GET":
            call.input = self._read_input(request, call, await request.body())

    def _read_query(self, request: Request, call: Call) -> ResourceQuery:
        items = read_parameters(request)
        if self.answers_meta or self.action == "delete":
            _refuse_shape(items)
        return parse_query(
            self.target if self.is_related else self.resource,
            items,
            roles=call.roles,
            collection=self.action == "list",
            relationship=None if self.is_related else self.relationship,
            options=self.options,
            profiles=call.negotiated.profiles if call.negotiated else (),
            cursors=request.app.state.cursors,
        )

    def _read_input(self, request: Request, call: Call, body: bytes) -> object:
        if self.action == "create":
            new: Create[Any] = parse_create(
                self.resource, body, roles=call.roles, client_ids=self.client_ids, meta=self.meta
            )
            self._show_linkage(call, new.names)
            return new
        if self.action == "update" or self.action in LINKAGE:
            return self._read_patch(request, call, body)
        if self.action == "action" and self.meta is not None:
            return parse_meta(body, self.meta)
        return None

    def _read_patch(self, request: Request, call: Call, body: bytes) -> object:
        precondition = Precondition(request.headers.get("if-match"))
        if self.relationship is not None:
            changes: Patch[Any] = parse_linkage(
                self.resource,
                self.relationship,
                body,
                operation=LINKAGE[self.action],
                roles=call.roles,
            )
            return ConditionalPatch(changes, precondition)
        id_ = self._find_id(request, call)
        patch: Patch[Any] = parse_patch(self.resource, id_, body, roles=call.roles, meta=self.meta)
        self._show_linkage(call, patch.names)
        return ConditionalPatch(patch, precondition)

    def _find_id(self, request: Request, call: Call) -> str:
        if self.own_id is not None and call.login is not None:
            return self.own_id(call.login)
        *_, last = request.path_params.values()
        return str(last)

    def _show_linkage(self, call: Call, names: frozenset[str]) -> None:
        named = names & resource_of(self.resource).relationships.keys()
        if named and call.query is not None:
            call.query = call.query.with_linkage(named)

    def _check_visible(self, call: Call) -> None:
        if self.relationship is None:
            return
        if self.relationship not in resource_of(self.resource).visible_names(call.roles):
            raise NotAllowedException("Your roles do not show this relationship.")

    def _of_parent(self, query: ResourceQuery) -> ResourceQuery:
        """Ask the endpoint of the parent for nothing but the related resources."""
        name = self.relationship or ""
        wanted = query.wanted
        if wanted is not None:
            wanted = frozenset({name, *(f"{name}.{path}" for path in wanted)})
        return ResourceQuery(
            type=resource_of(self.resource).type,
            include=Include(((name, query.include),)),
            has_include=True,
            linkage=frozenset({name}),
            wanted=wanted,
        )

    @property
    def is_related(self) -> bool:
        """The document shows the resource at the other end."""
        return self.action == "related"

    @property
    def target(self) -> type:
        """The class at the other end of the relationship."""
        declared = resource_of(self.resource)
        return declared.target(declared.relationships[self.relationship or ""]).class_


def operation(
    resource: type,
    action: Action,
    *,
    id: str,
    status: int | None = None,
    meta: type | None = None,
    options: "type[BaseModel] | None" = None,
    client_ids: bool = False,
    own_id: "Callable[[LoginSession], str] | None" = None,
    answers_meta: "bool | type[MetaEnvelope]" = False,
    atomic: bool = True,
    relationship: str | None = None,
    rule_id: str | None = None,
) -> dict[str, Any]:
    """Give the arguments of a route of a declared resource; `id` names its rule too."""
    found = status or STATUS.get(action, 200)
    described = Operation(
        resource=resource,
        action=action,
        relationship=relationship,
        meta=meta,
        options=options,
        client_ids=client_ids,
        rule_id=rule_id,
        own_id=own_id,
        answers_meta=answers_meta,
        atomic=atomic,
        status=found,
    )
    return {
        "operation_id": id,
        "status_code": found,
        "response_class": JsonApiResponse,
        "response_model": None,
        "dependencies": [Depends(described)],
    }


class AtomicOperations:
    """The dependency of the route that does many operations; what they are is its body's to say."""

    async def __call__(self, request: Request) -> None:
        names = dict.fromkeys(request.query_params)
        if names:
            detail = "What holds for one operation stands in that operation."
            raise JsonApiException(
                *(error("unknown_parameter", detail, parameter=name) for name in names)
            )
        if "if-match" in request.headers:
            # RFC 9110, 13.1.1: what has no representation matches no tag.
            detail = "Many operations have no version: send a change that needs If-Match alone."
            raise JsonApiException(error("stale_version", detail, header="If-Match"))


def plain_operation(
    *,
    id: str,
    status: int = 200,
    response_model: "type[BaseModel] | None" = None,
    response_class: type[Response] = PlainJsonResponse,
    errors: tuple[int, ...] = (),
) -> dict[str, Any]:
    """Give the arguments of a route without resource: a form, a feed, a download.

    Its answer is not checked against the model, which is there for OpenAPI.
    """
    responses: dict[int | str, dict[str, Any]] = {code: {} for code in errors}
    if response_model is not None:
        ANSWERS[id] = response_model
    return {
        "operation_id": id,
        "status_code": status,
        "response_class": response_class,
        "response_model": None,
        "responses": responses,
    }


def _refuse_shape(items: Sequence[tuple[str, str]]) -> None:
    errors = [
        error("unknown_parameter", "The answer holds no resource.", parameter=name)
        for name, _ in items
        if name == "include" or name.startswith("fields[")
    ]
    if errors:
        raise JsonApiException(*errors)
