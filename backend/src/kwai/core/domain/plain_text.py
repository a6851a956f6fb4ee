"""Texts that people type: one form for what looks the same, and nothing invisible in them."""

import re
import unicodedata

from kwai.core.domain.exceptions import UnprocessableException

# C0, DEL and C1 controls, the separators of lines and paragraphs, and halves of characters.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# The same without line feed and tab.
_CONTROL_IN_LINES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class UnsafeTextException(UnprocessableException):
    """Raised when a text holds characters that do not belong into one line."""

    def __init__(self) -> None:
        super().__init__("Line breaks and control characters are not allowed.", reason="characters")


def single_line(text: str) -> str:
    """Give a text of one line in its composed form (NFC), without spaces around it.

    Raises:
        UnsafeTextException: it holds a line break or another control character.
    """
    if _CONTROL.search(text):
        raise UnsafeTextException
    return unicodedata.normalize("NFC", text).strip()


def several_lines(text: str) -> str:
    """Give a text in its composed form (NFC); its lines end with a line feed only.

    Raises:
        UnsafeTextException: it holds another control character than line feed and tab.
    """
    lines = text.replace("\r\n", "\n")
    if _CONTROL_IN_LINES.search(lines):
        raise UnsafeTextException
    return unicodedata.normalize("NFC", lines).strip()
