"""Cursors of the pagination profile: positions in an order, sealed so that only we can make them.

What a row is sorted by may be personal (a name, an address) and stands in URLs, so it is
encrypted; and nobody can send a position that this order does not have.
"""

import base64
import binascii
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kwai.core.domain.resource_query import SortKey

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

LONGEST = 2_000
PLAIN_TYPES = (str, int, float)


class CursorError(ValueError):
    """The text is no cursor of ours, or one of another order."""


class Cursors:
    """Writes positions as cursors and reads them back.

    The key of 32 bytes is asked for when the first cursor is due: most collections are short.
    Equal positions have equal cursors: otherwise no collection would keep its ETag.
    """

    def __init__(self, key: Callable[[], bytes]) -> None:
        self._key = key

    def write(self, order: str, position: Sequence[object]) -> str:
        """Seal one value for each key of the order."""
        content = json.dumps([_written(value) for value in position], separators=(",", ":"))
        sealed = self._cipher.encrypt(content.encode(), [order.encode()])
        return base64.urlsafe_b64encode(sealed).decode().rstrip("=")

    def read(self, order: str, text: str) -> tuple[object, ...]:
        """Give the position back.

        Raises:
            CursorError: it is not what `write` made for this order.
        """
        from cryptography.exceptions import InvalidTag

        if not text.isascii() or not 0 < len(text) <= LONGEST:
            raise CursorError("The cursor is malformed.")
        try:
            sealed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
            content = self._cipher.decrypt(sealed, [order.encode()])
        except (binascii.Error, ValueError, InvalidTag) as problem:
            raise CursorError("The cursor is not of this collection in this order.") from problem
        return tuple(_read(value) for value in json.loads(content))

    @cached_property
    def _cipher(self) -> "AESSIV":
        # Imported here: only who pages with cursors needs it.
        from cryptography.hazmat.primitives.ciphers.aead import AESSIV

        return AESSIV(self._key())


def order_name(type_: str, sort: Sequence[SortKey]) -> str:
    """Name the order that cursors belong to."""
    keys = (f"-{key.name}" if key.descending else key.name for key in sort)
    return f"{type_}?sort={','.join(keys)}"


_TAGS: Mapping[type, str] = {datetime: "moment", date: "day", time: "time"}
_READERS: Mapping[str, Callable[[str], object]] = {
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "time": time.fromisoformat,
}


def _written(value: object) -> object:
    if isinstance(value, datetime) and value.tzinfo is None:
        value = value.replace(tzinfo=UTC)
    if isinstance(value, datetime | date | time):
        # The full precision: the order sees microseconds that no document shows.
        return {_TAGS[type(value)]: value.isoformat()}
    if value is None or isinstance(value, PLAIN_TYPES):
        return value
    raise TypeError("A position holds texts, numbers and moments.")


def _read(value: Any) -> object:
    if isinstance(value, dict):
        ((tag, text),) = value.items()
        return _READERS[tag](text)
    return value
