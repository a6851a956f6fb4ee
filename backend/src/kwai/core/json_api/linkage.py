"""Linkage of a request: identifiers with facts, and what they make of the current linkage."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from pydantic_core import MISSING

from kwai.core.json_api.errors import ErrorObject, JsonApiException, error
from kwai.core.json_api.kinds import nested_fields
from kwai.core.json_api.markers import NOT_LOADED, Linked, Relationship
from kwai.core.json_api.resource import Resource
from kwai.core.json_api.source import NotLoadedError

LinkageOperation = Literal["replace", "add", "remove"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """One identifier of a request; `facts` holds only what the request mentions."""

    id: str
    pointer: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkageChange:
    """What a request does to one relationship."""

    resource: Resource
    relationship: Relationship
    operation: LinkageOperation
    identifiers: tuple[Identifier, ...]
    pointer: str

    def apply(self, current: Any) -> Any:
        """Give the linkage as it will be; a member that stays keeps what is not mentioned."""
        if not self.relationship.is_list:
            return self._to_one(current)
        present = self._by_id(current)
        if self.operation == "remove":
            removed = {each.id for each in self.identifiers}
            return [link for id_, link in present.items() if id_ not in removed]
        if self.operation == "add":
            added = [self._new(each) for each in self.identifiers if each.id not in present]
            return [*present.values(), *added]
        return [self._merged(present.get(each.id), each) for each in self.identifiers]

    def differs_from(self, current: Any) -> bool:
        """Whether the identifiers are others than the current ones."""
        if current is NOT_LOADED:
            return True
        links = current if self.relationship.is_list else [current] if current else []
        return {self._id(link) for link in links} != {each.id for each in self.identifiers}

    def is_refused_replacement(self, current: Any) -> bool:
        """Whether a full replacement is asked of a relationship that does not offer one."""
        is_full = self.operation == "replace" and self.relationship.is_list
        return is_full and not self.relationship.replace and self.differs_from(current)

    def create(self) -> Any:
        """The linkage of a resource that does not exist yet."""
        links = [self._new(each) for each in self.identifiers]
        return links if self.relationship.is_list else next(iter(links), None)

    def _to_one(self, current: Any) -> Any:
        if not self.identifiers:
            return None
        known = current if current is not NOT_LOADED else None
        only = self.identifiers[0]
        stays = known is not None and self._id(known) == only.id
        return self._merged(known if stays else None, only)

    def _by_id(self, current: Any) -> dict[str, Any]:
        if current is not NOT_LOADED:
            return {self._id(link): link for link in current}
        if self.operation == "replace" and self.relationship.facts is None:
            return {}
        raise NotLoadedError(self.relationship.name)

    def _id(self, link: Any) -> str:
        target = self.resource.target(self.relationship)
        if not isinstance(link, Linked):
            return target.id_of(link)
        return str(link.key) if link.resource is None else target.id_of(link.resource)

    def _merged(self, link: Any, identifier: Identifier) -> Any:
        if link is None:
            return self._new(identifier)
        if not identifier.facts:
            return link
        return Linked(link.resource, replace(link.meta, **identifier.facts), key=link.key)

    def _new(self, identifier: Identifier) -> Any:
        facts = self.relationship.facts
        if facts is None:
            return Linked.ref(identifier.id)
        for each in nested_fields(facts):
            if each.is_required and each.name not in identifier.facts:
                detail = f"The meta member {each.name} is missing."
                raise JsonApiException(
                    error("missing_member", detail, pointer=identifier.pointer, member=each.name)
                )
        return Linked.ref(identifier.id, facts(**identifier.facts))


def read_linkage(
    resource: Resource,
    relationship: Relationship,
    data: Any,
    pointer: str,
    operation: LinkageOperation = "replace",
) -> LinkageChange:
    """Make the change of validated linkage; equal identifiers collapse."""
    models = data if isinstance(data, list) else [] if data is None else [data]
    found: dict[str, Identifier] = {}
    for index, model in enumerate(models):
        place = f"{pointer}/{index}" if relationship.is_list else pointer
        one = Identifier(id=model.id, pointer=place, facts=_facts(relationship, model))
        known = found.setdefault(one.id, one)
        if known.facts != one.facts:
            detail = "The same resource is linked with different meta."
            raise JsonApiException(error("bad_value", detail, pointer=place))
    return LinkageChange(
        resource=resource,
        relationship=relationship,
        operation=operation,
        identifiers=tuple(found.values()),
        pointer=pointer,
    )


def impossible_ids(change: LinkageChange) -> Iterator[ErrorObject]:
    """Identifiers that no resource can have: they are not found, whatever the database says."""
    target = change.resource.target(change.relationship)
    for each in change.identifiers:
        if not target.is_possible_id(each.id):
            detail = f"There is no resource of type {target.type} with this id."
            yield error("related_not_found", detail, pointer=each.pointer)


def type_conflicts(
    resource: Resource, relationship: Relationship, data: Any, pointer: str
) -> Iterator[ErrorObject]:
    """Identifiers of a foreign type, found before a model would call it a bad value."""
    expected = resource.target(relationship).type
    items: Sequence[Any] = data if isinstance(data, list) else [data]
    for index, each in enumerate(items):
        type_ = each.get("type") if isinstance(each, dict) else None
        if isinstance(type_, str) and type_ != expected:
            place = f"{pointer}/{index}" if isinstance(data, list) else pointer
            yield error("type_conflict", f"Expected {expected}.", pointer=f"{place}/type")


def forbidden_facts(
    resource: Resource, name: str, data: Any, pointer: str, roles: frozenset[str]
) -> Iterator[ErrorObject]:
    """Facts of a relation that take another role than the caller has."""
    hidden = resource.hidden_facts(name, roles)
    items: Sequence[Any] = data if isinstance(data, list) else [data]
    for index, each in enumerate(items if hidden else ()):
        place = f"{pointer}/{index}" if isinstance(data, list) else pointer
        meta = each.get("meta") if isinstance(each, dict) else None
        for fact in hidden & meta.keys() if isinstance(meta, dict) else ():
            yield error(
                "forbidden",
                f"The meta member {fact} takes another role.",
                pointer=f"{place}/meta/{fact}",
            )


def _facts(relationship: Relationship, model: Any) -> Mapping[str, object]:
    if relationship.facts is None or (meta := model.meta) is MISSING:
        return {}
    writable = {each.name for each in nested_fields(relationship.facts) if each.is_writable}
    return {name: getattr(meta, name) for name in writable & meta.model_fields_set}
