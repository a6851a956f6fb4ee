"""An identity that can be given to the outside world."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from kwai.core.domain.exceptions import DomainException


class InvalidUniqueIdException(DomainException, ValueError):
    """Raised when a text is not a UUID in its canonical form."""


@dataclass(frozen=True, slots=True, eq=False)
class UniqueId:
    """A UUID (RFC 9562)."""

    id: UUID

    @classmethod
    def generate(cls) -> "UniqueId":
        """Create a random one (version 4)."""
        return cls(uuid4())

    @classmethod
    def create_from_string(cls, uuid_str: str) -> "UniqueId":
        """Read the canonical form, 36 characters with hyphens.

        Raises:
            InvalidUniqueIdException: for any other form.
        """
        try:
            uuid = UUID(uuid_str)
        except ValueError as error:
            raise InvalidUniqueIdException("This is not a UUID.") from error
        # UUID() also takes braces, a urn: prefix and hyphens anywhere.
        if str(uuid) != uuid_str.lower():
            raise InvalidUniqueIdException("This is not a UUID in its canonical form.")
        return cls(uuid)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, UniqueId):
            return self.id == other.id
        return isinstance(other, str | UUID) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self.id))

    def __str__(self) -> str:
        return str(self.id)
