from dataclasses import FrozenInstanceError, dataclass, field

import pytest

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.unique_id import UniqueId


@dataclass(frozen=True, slots=True, kw_only=True)
class BeltEntity(Entity[IntIdentifier]):
    id_: IntIdentifier = field(default_factory=IntIdentifier)
    color: str
    uuid: UniqueId = field(default_factory=UniqueId.generate)


class OldBelt:
    """An entity in the older form: a constructor and private attributes."""

    def __init__(self, *, id_: int, color: str) -> None:
        self._id = id_
        self._color = color


def test_an_entity_has_no_id_until_it_is_stored() -> None:
    assert not BeltEntity(color="white").has_id()
    assert BeltEntity(id_=IntIdentifier(1), color="white").id == IntIdentifier(1)


def test_replace_changes_what_is_named_and_keeps_the_rest() -> None:
    white = BeltEntity(id_=IntIdentifier(1), color="white")

    yellow = Entity.replace(white, color="yellow")

    assert (yellow.id, yellow.uuid, yellow.color) == (white.id, white.uuid, "yellow")
    assert white.color == "white"


def test_replace_finds_private_attributes() -> None:
    changed = Entity.replace(OldBelt(id_=3, color="white"), color="black")  # type: ignore[type-var]

    assert (changed._id, changed._color) == (3, "black")


def test_replace_refuses_what_the_constructor_does_not_take() -> None:
    with pytest.raises(TypeError, match="size"):
        Entity.replace(BeltEntity(color="white"), size=3)


def test_none_means_the_default_of_a_generated_field() -> None:
    belt = BeltEntity(id_=None, color="white", uuid=None)  # type: ignore[arg-type]

    assert belt.id == IntIdentifier()
    assert isinstance(belt.uuid, UniqueId)


def test_an_entity_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        BeltEntity(color="white").color = "black"  # type: ignore[misc]
