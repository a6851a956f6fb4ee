"""Plans and walks the include tree: each resource once, linked from where it was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kwai.core.domain.resource_query import Include, ResourceQuery
from kwai.core.json_api.compile import Collector, Serializer, compile_collector
from kwai.core.json_api.resource import Resource

Fieldsets = frozenset[tuple[str, frozenset[str]]]
Emitted = dict[str, dict[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Node:
    """One relationship of the include tree."""

    type: str
    collect: Collector
    serialize: Serializer
    demanded: frozenset[str]
    children: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """How a query is answered for one resource: its serializer and its include tree."""

    serialize: Serializer
    nodes: tuple[Node, ...]


def plan_for(resource: Resource, query: ResourceQuery) -> Plan:
    """Plan a query; equal wishes share one plan."""
    return _plan(resource, frozenset(query.fields.items()), query.include, query.linkage)


@lru_cache(maxsize=512)
def _plan(
    resource: Resource, fieldsets: Fieldsets, include: Include, linkage: frozenset[str]
) -> Plan:
    fields = dict(fieldsets)
    demanded = frozenset(include) | linkage
    return Plan(
        serialize=resource.serializer(fields.get(resource.type), demanded),
        nodes=tuple(_nodes(resource, fields, include)),
    )


def _nodes(
    resource: Resource, fields: dict[str, frozenset[str]], include: Include
) -> Iterator[Node]:
    for name, below in include.items():
        relationship = resource.relationships[name]
        target = resource.target(relationship)
        demanded = frozenset(below)
        yield Node(
            type=target.type,
            collect=compile_collector(resource, relationship),
            serialize=target.serializer(fields.get(target.type), demanded),
            demanded=demanded,
            children=tuple(_nodes(target, fields, below)),
        )


def included(
    nodes: tuple[Node, ...], instances: Sequence[Any], base: str, emitted: Emitted
) -> list[dict[str, Any]]:
    """Serialize what the nodes reach from the instances; `emitted` holds the primary data."""
    documents: list[dict[str, Any]] = []
    waiting = [(nodes, instances)]
    for level, parents in waiting:
        for node in level:
            found = node.collect(parents)
            known = emitted.setdefault(node.type, {})
            for id_, instance in found.items():
                if id_ in known:
                    _complete_linkage(known[id_], node, instance, base)
                    continue
                known[id_] = document = node.serialize(instance, base)
                documents.append(document)
            if node.children:
                waiting.append((node.children, list(found.values())))
    return documents


def _complete_linkage(document: dict[str, Any], node: Node, instance: Any, base: str) -> None:
    """Met again deeper in the tree, where other relationships of it are followed."""
    shown = document.get("relationships", {})
    missing = [name for name in node.demanded if name in shown]
    if missing:
        again = node.serialize(instance, base)["relationships"]
        for name in missing:
            shown[name] = again[name]
