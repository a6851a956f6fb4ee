"""Reads the unique ids in commands: one that cannot exist is one that does not."""

from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.value_objects.unique_id import InvalidUniqueIdException, UniqueId


def parse_unique_id(text: str, not_found: type[NotFoundException]) -> UniqueId:
    """Read a unique id.

    Raises:
        NotFoundException: of the given class, when the text is no UUID in its canonical form; its
            message is the one for an unknown id, so nothing tells the two apart.
    """
    try:
        return UniqueId.create_from_string(text)
    except InvalidUniqueIdException as error:
        raise not_found from error
