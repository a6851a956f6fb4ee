"""Digests that stand for something secret or personal, and the compare that leaks no time."""

import hashlib
import hmac

from kwai.core.security.keys import Keys

RECIPIENT_HASH_LENGTH = 12


def sha256_hex(text: str) -> str:
    """Digest a random secret for storing and finding it: 64 characters.

    Only for secrets of 128 bits and more; a password needs a slow hash.
    """
    return hashlib.sha256(text.encode()).hexdigest()


def recipient_hash(keys: Keys, address: str) -> str:
    """Stand for an address in the log: 12 characters that mean nothing without our key."""
    folded = address.casefold().encode(errors="surrogatepass")
    return hmac.digest(keys.log_hash, folded, hashlib.sha256).hex()[:RECIPIENT_HASH_LENGTH]


def safe_equals(a: str | bytes, b: str | bytes) -> bool:
    """Compare in a time that does not tell how much was right."""
    return hmac.compare_digest(_to_bytes(a), _to_bytes(b))


def _to_bytes(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode(errors="surrogatepass")
