"""The lines of a mail header, written by hand.

The library of Python folds a long name with a quote or a comma in it so that it reads as two
addresses (3.11 and later), and lets CRLF pass in names and NUL in values.
"""

import re
import unicodedata
from base64 import b64encode
from collections.abc import Iterator

from kwai.core.mail.mailer import MailerException

MAX_VALUE_LENGTH = 200
MAX_PLAIN_LENGTH = 60
# An encoded word has at most 75 characters (RFC 2047, 2), and the frame takes 12 of them.
MAX_WORD_BYTES = 45

# Letters, digits and what needs no quotes, neither in a phrase nor in free text.
_PLAIN = re.compile(r"[A-Za-z0-9' -]*")
_PLAIN_TEXT = re.compile(r"[!-~ ]*")
_FOLD = "\r\n "


def safe_value(text: str) -> str:
    """Check the value of a header: one line of at most 200 characters that text consists of.

    Raises:
        MailerException: it holds a control character, a lone surrogate or a line separator.
    """
    value = unicodedata.normalize("NFC", text).strip()
    if len(value) > MAX_VALUE_LENGTH:
        raise MailerException(f"A header has at most {MAX_VALUE_LENGTH} characters.")
    # Cc: NUL, CR, LF, C1; Cs: lone surrogates; Zl, Zp: U+2028, U+2029.
    if any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in value):
        raise MailerException("A header holds a character that does not belong there.")
    return value


def text_line(name: str, text: str) -> str:
    """Write a header of free text, such as the subject."""
    value = safe_value(text)
    is_plain = _PLAIN_TEXT.fullmatch(value) and "=?" not in value
    if is_plain and len(value) <= MAX_PLAIN_LENGTH:
        return f"{name}: {value}\r\n"
    return f"{name}: {_FOLD.join(_encoded_words(value))}\r\n"


def address_line(name: str, display_name: str, address: str) -> str:
    """Write a header with one address, which is in ASCII already.

    A long name is cut: it must not keep the mail from its receiver.
    """
    phrase = safe_value(unicodedata.normalize("NFC", display_name).strip()[:MAX_VALUE_LENGTH])
    if not phrase:
        return f"{name}: {address}\r\n"
    if not _PLAIN.fullmatch(phrase) or len(phrase) > MAX_PLAIN_LENGTH:
        phrase = _FOLD.join(_encoded_words(phrase))
    fold = _FOLD if len(phrase) + len(address) > MAX_PLAIN_LENGTH else " "
    return f"{name}: {phrase}{fold}<{address}>\r\n"


def _encoded_words(text: str) -> Iterator[str]:
    """Encode text in pieces (RFC 2047), none of which ends in the middle of a character."""
    piece = b""
    for char in text:
        encoded = char.encode()
        if len(piece) + len(encoded) > MAX_WORD_BYTES:
            yield f"=?utf-8?b?{b64encode(piece).decode()}?="
            piece = b""
        piece += encoded
    if piece:
        yield f"=?utf-8?b?{b64encode(piece).decode()}?="
