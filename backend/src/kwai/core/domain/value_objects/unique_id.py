"""An identity that can be given to the outside world."""

import re
from typing import Final
from uuid import UUID, uuid4

from kwai.core.domain.exceptions import DomainException

_CANONICAL: Final = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE
)


class InvalidUniqueIdException(DomainException, ValueError):
    """Raised when a text is not a UUID in its canonical form."""


class UniqueId:
    """A UUID (RFC 9562), kept as its text: that is how it is stored and shown."""

    __slots__ = ("_text",)

    def __init__(self, id_: UUID) -> None:
        self._text = str(id_)

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
        # UUID() also takes braces, a urn: prefix and hyphens anywhere.
        if _CANONICAL.fullmatch(uuid_str) is None:
            raise InvalidUniqueIdException("This is not a UUID in its canonical form.")
        unique_id = cls.__new__(cls)
        unique_id._text = uuid_str.lower()  # noqa: SLF001 (an alternative constructor)
        return unique_id

    @property
    def id(self) -> UUID:
        """The UUID itself."""
        return UUID(self._text)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, UniqueId):
            return self._text == other._text
        return isinstance(other, str | UUID) and self._text == str(other)

    def __hash__(self) -> int:
        return hash(self._text)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"UniqueId({self._text})"
