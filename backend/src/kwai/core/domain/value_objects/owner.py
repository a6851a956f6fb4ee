"""The user behind an entity, as contexts other than identity see them."""

from dataclasses import dataclass

from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.quicken import quicken


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Id, unique id and name of a user: all that a neighbour context needs."""

    id: IntIdentifier
    uuid: UniqueId
    name: Name
