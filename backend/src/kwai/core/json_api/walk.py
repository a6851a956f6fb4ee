"""Plans and walks the include tree: each resource once, linked from where it was found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kwai.core.domain.resource_query import Include, ResourceQuery
from kwai.core.json_api.compile import Collector, Serializer, compile_collector
from kwai.core.json_api.resource import Facts, Resource

Fieldsets = frozenset[tuple[str, frozenset[str]]]
AllFacts = frozenset[tuple[tuple[str, str], frozenset[str]]]

_NOTHING: frozenset[Any] = frozenset()
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
    fields = frozenset(query.fields.items()) if query.fields else _NOTHING
    facts = frozenset(query.facts.items()) if query.facts else _NOTHING
    return _plan(resource, fields, facts, query.include, query.linkage)


@lru_cache(maxsize=512)
def _plan(
    resource: Resource,
    fieldsets: Fieldsets,
    facts: AllFacts,
    include: Include,
    linkage: frozenset[str],
) -> Plan:
    fields = dict(fieldsets)
    demanded = frozenset(include) | linkage
    return Plan(
        serialize=resource.serializer(
            fields.get(resource.type), demanded, facts_of(resource, facts)
        ),
        nodes=tuple(_nodes(resource, fields, facts, include)),
    )


def facts_of(resource: Resource, facts: Iterable[tuple[tuple[str, str], frozenset[str]]]) -> Facts:
    """Those facts that belong to the relationships of one resource."""
    return frozenset((name, shown) for (type_, name), shown in facts if type_ == resource.type)


def _nodes(
    resource: Resource, fields: dict[str, frozenset[str]], facts: AllFacts, include: Include
) -> Iterator[Node]:
    for name, below in include.items():
        relationship = resource.relationships[name]
        target = resource.target(relationship)
        demanded = frozenset(below)
        yield Node(
            type=target.type,
            collect=compile_collector(resource, relationship),
            serialize=target.serializer(fields.get(target.type), demanded, facts_of(target, facts)),
            demanded=demanded,
            children=tuple(_nodes(target, fields, facts, below)),
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
            new = found
            if known:
                new = {id_: each for id_, each in found.items() if id_ not in known}
                for id_ in found.keys() - new.keys():
                    _complete_linkage(known[id_], node, found[id_], base)
            made = node.serialize(new.values(), base)
            known.update(zip(new, made, strict=True))
            documents += made
            if node.children:
                waiting.append((node.children, list(found.values())))
    return documents


def _complete_linkage(document: dict[str, Any], node: Node, instance: Any, base: str) -> None:
    """Met again deeper in the tree, where other relationships of it are followed."""
    shown = document.get("relationships", {})
    missing = [name for name in node.demanded if name in shown]
    if missing:
        again = node.serialize((instance,), base)[0]["relationships"]
        for name in missing:
            shown[name] = again[name]
