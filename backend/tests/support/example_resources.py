"""Boxes on shelves with things in them: resources for tests, kept in memory."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Annotated, Any

from annotated_types import MaxLen

from kwai.core import json_api
from kwai.core.domain.exceptions import (
    AlreadyExistsException,
    NotFoundException,
    RelatedNotFoundException,
    UnprocessableException,
)
from kwai.core.json_api import NOT_LOADED, Attribute, Linked, Relationship

EXAMPLE = json_api.Registry()
NOW = datetime(2026, 9, 1, 17, tzinfo=UTC)


class BoxFilters(json_api.FilterModel):
    full: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    fragile: bool = False


@json_api.resource("shelves", ids="number", page=None, register_in=EXAMPLE)
@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfResource:
    """Where boxes stand."""

    id: str = ""
    name: Annotated[str, MaxLen(50)]
    created_at: Annotated[datetime | None, Attribute(meta=True)] = NOW
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None


@json_api.resource("things", ids="number", page=None, register_in=EXAMPLE)
@dataclass(frozen=True, slots=True, kw_only=True)
class ThingResource:
    """What is in a box."""

    id: str = ""
    name: Annotated[str, MaxLen(50)]
    created_at: Annotated[datetime | None, Attribute(meta=True)] = NOW
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None


@json_api.resource(
    "boxes",
    ids="number",
    sort=("name", "weight", "sealed_on"),
    default_sort="name",
    filters=BoxFilters,
    register_in=EXAMPLE,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class BoxResource:
    """A box."""

    id: str = ""
    name: Annotated[str, MaxLen(50)]
    weight: int = 0
    sealed_on: date | None = None
    code: Annotated[str, MaxLen(20)] = ""
    remark: Annotated[str, MaxLen(200), Attribute(visible_to="coach")] = ""
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0
    shelf: Linked[ShelfResource] | None = None
    things: list[Linked[ThingResource, Place]] = NOT_LOADED
    owner: Annotated[
        Linked[ShelfResource] | None, Relationship(read_only=True, visible_to="admin")
    ] = None


def loaded(box: BoxResource) -> list[Linked[ThingResource, Place]]:
    """A new box has no things, unless the request named some."""
    return [] if box.things is NOT_LOADED else box.things


@dataclass(slots=True)
class Store:
    boxes: dict[int, BoxResource] = field(default_factory=dict)
    shelves: dict[int, ShelfResource] = field(default_factory=dict)
    things: dict[int, ThingResource] = field(default_factory=dict)
    faults: list[Exception] = field(default_factory=list)
    lists_read: int = 0

    def get(self, id_: int) -> BoxResource:
        if id_ not in self.boxes:
            raise NotFoundException(f"Box {id_} does not exist.")
        return self.boxes[id_]

    def save(self, box: BoxResource) -> BoxResource:
        """Check what a domain would check, and link what exists."""
        if box.weight < 0:
            raise UnprocessableException("A box weighs something.", member="weight")
        if any(other.name == box.name and other.id != box.id for other in self.boxes.values()):
            raise AlreadyExistsException("There is a box of this name.", member="name")
        id_ = int(box.id or max(self.boxes, default=0) + 1)
        linked = replace(
            box,
            id=str(id_),
            version=box.version + 1,
            created_at=box.created_at or NOW,
            updated_at=NOW,
            shelf=self._link(self.shelves, box.shelf, "shelf"),
            things=[self._link(self.things, each, "things") for each in loaded(box)],
        )
        self.boxes[id_] = linked
        return linked

    @staticmethod
    def _link(known: dict[int, Any], link: Any, member: str) -> Any:
        if link is None:
            return None
        id_ = link.key or link.resource.id
        if int(id_) not in known:
            raise RelatedNotFoundException(f"{member} {id_} does not exist.", member=member)
        return Linked(known[int(id_)], link.meta)


def fill(store: Store, count: int = 3) -> list[BoxResource]:
    """Put some more boxes into the store."""
    first = max(store.boxes, default=0) + 1
    for n in range(first, first + count):
        store.save(
            BoxResource(
                name=f"Box {n:03}",
                weight=n,
                shelf=Linked.ref("1"),
                things=[Linked.ref("1", Place(fragile=True)), Linked.ref("2", Place())],
            )
        )
    return list(store.boxes.values())
