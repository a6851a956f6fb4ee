"""Atomic operations: reads `atomic:operations` and writes `atomic:results`.

Each operation becomes an ordinary document, so that creating, updating and linking are parsed by
the same code whether they come alone or together.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal, cast

from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.json_api.declaration import resource_of
from kwai.core.json_api.errors import JsonApiException, error
from kwai.core.json_api.links import RequestTarget
from kwai.core.json_api.operation_target import Malformed, OperationTarget, read_target
from kwai.core.json_api.peek import read_json
from kwai.core.json_api.pointers import prefixed
from kwai.core.json_api.registry import Registry, registry
from kwai.core.json_api.render import envelope, linkage_of, to_bytes
from kwai.core.json_api.walk import plan_for

OPERATIONS = "atomic:operations"
RESULTS = "atomic:results"
MOST_OPERATIONS = 100

Kind = Literal["create", "update", "delete", "add_linkage", "replace_linkage", "remove_linkage"]

_RESOURCE_KINDS: Mapping[str, Kind] = {"add": "create", "update": "update", "remove": "delete"}
_LINKAGE_KINDS: Mapping[str, Kind] = {
    "add": "add_linkage",
    "update": "replace_linkage",
    "remove": "remove_linkage",
}


class Lids:
    """The ids of the resources that earlier operations created, by type and local id."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], str] = {}

    def assign(self, type_: str, lid: str | None, id_: str) -> None:
        """Remember a created resource; one without local id cannot be referred to."""
        if lid is not None:
            self._ids[type_, lid] = id_

    def id_of(self, type_: str, lid: str) -> str:
        """The id behind a local id; `read_operations` has made sure that there is one."""
        return self._ids[type_, lid]

    def resolve(self, value: Any) -> Any:
        """Give identifiers with a local id the id; what is created here keeps its own."""
        if isinstance(value, list):
            return [self.resolve(each) for each in value]
        if not isinstance(value, dict):
            return value
        known = self._ids.get((str(value.get("type")), str(value.get("lid"))))
        resolved = dict(value)
        if known is not None:
            del resolved["lid"]
            resolved["id"] = known
        relationships = value.get("relationships")
        if isinstance(relationships, dict):
            resolved["relationships"] = {
                name: {**each, "data": self.resolve(each["data"])}
                if isinstance(each, dict) and "data" in each
                else each
                for name, each in relationships.items()
            }
        return resolved


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation, told apart like the routes of its resource."""

    kind: Kind
    target: OperationTarget
    document: Mapping[str, Any]
    pointer: str

    @property
    def lid(self) -> str | None:
        """The local id a created resource is to have."""
        data = self.document.get("data")
        return data.get("lid") if self.kind == "create" and isinstance(data, dict) else None

    def id_of(self, lids: Lids) -> str:
        """The id of the resource the operation is about."""
        if self.target.lid is not None:
            return lids.id_of(self.target.resource.type, self.target.lid)
        return self.target.id or ""

    def body(self, lids: Lids) -> bytes:
        """The body the same request would have alone."""
        document = dict(self.document)
        if "data" in document:
            document["data"] = lids.resolve(document["data"])
        return to_bytes(document)

    @contextmanager
    def located(self) -> Iterator[None]:
        """Let the pointers of errors start at this operation."""
        try:
            yield
        except JsonApiException as problem:
            raise JsonApiException(*prefixed(problem.errors, self.pointer)) from problem


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationResult:
    """What an operation gives back: a resource, one of its linkages, or nothing."""

    resource: object | None = None
    query: ResourceQuery | None = None
    linkage: str | None = None


def read_operations(
    body: bytes, *, base: str, among: Registry | None = None
) -> tuple[Operation, ...]:
    """Read the operations in order; `base` is what an href starts with."""
    document = read_json(body)[0]
    given = document.get(OPERATIONS) if isinstance(document, dict) else None
    if not isinstance(given, list) or not given:
        raise _malformed(f"The document has no {OPERATIONS}.", "")
    if len(given) > MOST_OPERATIONS:
        raise _malformed(f"At most {MOST_OPERATIONS} operations are allowed.", f"/{OPERATIONS}")
    known: set[tuple[str, str]] = set()
    resources = registry() if among is None else among
    return tuple(
        _read_operation(each, f"/{OPERATIONS}/{index}", base, resources, known)
        for index, each in enumerate(given)
    )


def render_results(results: Sequence[OperationResult], target: RequestTarget) -> bytes:
    """A document with one result per operation, by position."""
    return to_bytes(envelope(target) | {RESULTS: [_result(each, target) for each in results]})


def _result(result: OperationResult, target: RequestTarget) -> dict[str, Any]:
    if result.resource is None:
        return {}
    declared = resource_of(result.resource)
    query = result.query or ResourceQuery(type=declared.type)
    if result.linkage is not None:
        return {"data": linkage_of(result.resource, result.linkage, query)}
    (shown,) = plan_for(declared, query).serialize((result.resource,), target.base)
    return {"data": shown}


def _read_operation(
    given: Any, pointer: str, base: str, resources: Registry, known: set[tuple[str, str]]
) -> Operation:
    try:
        if not isinstance(given, dict):
            raise Malformed("An operation is an object.")
        op = _op(given)
        target = read_target(given, op, base, resources)
        kinds = _LINKAGE_KINDS if target.relationship else _RESOURCE_KINDS
        operation = Operation(
            kind=kinds[op],
            target=target,
            document={name: given[name] for name in ("data", "meta") if name in given},
            pointer=pointer,
        )
        _check(operation, given)
        _check_lids(operation, known)
    except Malformed as problem:
        if problem.is_unknown:
            place = pointer + problem.pointer
            raise JsonApiException(error("not_found", str(problem), pointer=place)) from None
        raise _malformed(str(problem), pointer + problem.pointer) from None
    return operation


def _op(given: Mapping[str, Any]) -> str:
    op = given.get("op")
    if not isinstance(op, str) or op not in _RESOURCE_KINDS:
        raise Malformed("op is add, update or remove.", "/op" if "op" in given else "")
    return op


def _check(operation: Operation, given: Mapping[str, Any]) -> None:
    if operation.kind != "delete" and "data" not in given:
        raise Malformed("The operation has no data.")
    is_create = operation.kind == "create"
    if not is_create and operation.target.id is None and operation.target.lid is None:
        raise Malformed("The operation does not say which resource it is about.")
    if is_create and operation.target.names_resource:
        raise Malformed("A resource is added to a collection.", operation.target.pointer)
    relationship = operation.target.relationship
    if (
        relationship is not None
        and operation.kind != "replace_linkage"
        and not relationship.is_list
    ):
        raise Malformed("A to-one relationship is updated only.", "/op")


def _check_lids(operation: Operation, known: set[tuple[str, str]]) -> None:
    """Each local id is that of an earlier add, so that resolving cannot fail half-way."""
    target = operation.target
    if target.lid is not None and (target.resource.type, target.lid) not in known:
        raise Malformed("No earlier operation adds a resource with this lid.", target.pointer)
    data = operation.document.get("data")
    for type_, lid, place in _lids_in(data, "/data", is_own=operation.kind == "create"):
        if (type_, lid) not in known:
            raise Malformed("No earlier operation adds a resource with this lid.", place)
    if operation.kind == "create" and isinstance(data, dict) and "lid" in data:
        key = (target.resource.type, cast(str, data["lid"]))
        if not isinstance(data["lid"], str) or key in known:
            raise Malformed("A lid is a text that is used once.", "/data/lid")
        known.add(key)


def _lids_in(value: Any, pointer: str, *, is_own: bool = False) -> Iterator[tuple[Any, Any, str]]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _lids_in(each, f"{pointer}/{index}")
    if not isinstance(value, dict):
        return
    if "lid" in value and not is_own:
        yield str(value.get("type")), str(value["lid"]), f"{pointer}/lid"
    relationships = value.get("relationships")
    for name, each in relationships.items() if isinstance(relationships, dict) else ():
        if isinstance(each, dict):
            yield from _lids_in(each.get("data"), f"{pointer}/relationships/{name}/data")


def _malformed(detail: str, pointer: str) -> JsonApiException:
    return JsonApiException(error("malformed_operation", detail, pointer=pointer))
