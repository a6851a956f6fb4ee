"""Documents as bytes: nothing here is validated again, and no pydantic object is made."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import orjson

from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.json_api.compile import Identifiers, compile_identifiers
from kwai.core.json_api.declaration import resource_of
from kwai.core.json_api.errors import ErrorObject
from kwai.core.json_api.links import RequestTarget, resource_url
from kwai.core.json_api.page_links import Positions, page_members
from kwai.core.json_api.resource import Resource
from kwai.core.json_api.walk import Emitted, included, plan_for

_OPTIONS = orjson.OPT_NAIVE_UTC | orjson.OPT_UTC_Z | orjson.OPT_OMIT_MICROSECONDS

Document = dict[str, Any]


def render(
    resource: object | None,
    query: ResourceQuery,
    target: RequestTarget,
    *,
    meta: Mapping[str, object] | None = None,
) -> bytes:
    """A document with one resource, or with null for an empty to-one relationship."""
    if resource is None:
        empty: Document = {"included": []} if query.has_include else {}
        return to_bytes(envelope(target) | {"data": None} | empty | _meta(meta))
    plan = plan_for(resource_of(resource), query)
    (primary,) = plan.serialize((resource,), target.base)
    document = envelope(target)
    document["data"] = primary
    if query.has_include:
        emitted: Emitted = {primary["type"]: {primary["id"]: primary}}
        document["included"] = included(plan.nodes, [resource], target.base, emitted)
    return to_bytes(document | _meta(meta))


def render_list(
    resources: Sequence[object],
    query: ResourceQuery,
    target: RequestTarget,
    *,
    count: int | None = None,
    more: bool = False,
    positions: Positions = (),
    meta: Mapping[str, object] | None = None,
) -> bytes:
    """A document with a collection.

    `count` is the total over all pages. For cursors only: `more` tells that there are rows beyond
    this page in the direction of reading, `positions` what each resource was sorted by.
    """
    document = envelope(target)
    data = document["data"] = _collection(resources, query, target, document)
    links, about_page, cursors = page_members(resources, query, target, count, more, positions)
    document["links"] |= links
    for member, cursor in zip(data, cursors, strict=False):
        member.setdefault("meta", {})["page"] = {"cursor": cursor}
    return to_bytes(document | _meta({**about_page, **(meta or {})}))


def _collection(
    resources: Sequence[object], query: ResourceQuery, target: RequestTarget, document: Document
) -> list[Document]:
    if not resources:
        document |= {"included": []} if query.has_include else {}
        return []
    plan = plan_for(resource_of(resources[0]), query)
    data = plan.serialize(resources, target.base)
    if query.has_include:
        emitted: Emitted = {data[0]["type"]: {each["id"]: each for each in data}}
        document["included"] = included(plan.nodes, resources, target.base, emitted)
    return data


def render_linkage(parent: object, name: str, query: ResourceQuery, target: RequestTarget) -> bytes:
    """The document of a relationship endpoint: identifiers only, with their meta."""
    declared = resource_of(parent)
    document = envelope(target)
    document["links"]["related"] = f"{resource_url(parent, target.base)}/{name}"
    document["data"] = linkage_of(parent, name, query)
    if query.has_include:
        nodes = plan_for(declared, query).nodes
        document["included"] = included(nodes, [parent], target.base, {})
    return to_bytes(document)


def linkage_of(parent: object, name: str, query: ResourceQuery) -> Any:
    """The identifiers of a relationship, with their meta."""
    declared = resource_of(parent)
    return _identifiers(declared, name, query.facts.get((declared.type, name)))(parent)


def render_meta(meta: Mapping[str, object], target: RequestTarget) -> bytes:
    """A document without data: the answer of an action that changes no resource."""
    return to_bytes(envelope(target) | {"meta": dict(meta)})


def render_errors(errors: Sequence[ErrorObject], target: RequestTarget | None = None) -> bytes:
    """An error document."""
    document = envelope(target) if target else {"jsonapi": {"version": "1.1"}}
    return to_bytes(document | {"errors": [each.to_document() for each in errors]})


def to_bytes(document: Mapping[str, object]) -> bytes:
    """Write a document; moments without zone are UTC."""
    return orjson.dumps(document, option=_OPTIONS)


def envelope(target: RequestTarget) -> Document:
    """The members every document starts with."""
    about: Document = {"version": "1.1"}
    if target.extensions:
        about["ext"] = list(target.extensions)
    if target.profiles:
        about["profile"] = list(target.profiles)
    links: Document = {"self": target.link(target.url)}
    if target.described_by:
        links["describedby"] = target.described_by
    return {"jsonapi": about, "links": links}


def _meta(meta: Mapping[str, object] | None) -> Document:
    return {"meta": dict(meta)} if meta else {}


@lru_cache(maxsize=512)
def _identifiers(resource: Resource, name: str, facts: frozenset[str] | None) -> Identifiers:
    return compile_identifiers(resource, resource.relationships[name], facts)
