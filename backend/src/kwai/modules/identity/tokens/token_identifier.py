"""Module that defines a value object for a token identifier."""

import secrets
from dataclasses import dataclass, field
from hashlib import sha256

# 128 bits would do; the digest is what is stored and looked up.
IDENTIFIER_BYTES = 32


@dataclass(frozen=True, slots=True)
class TokenIdentifier:
    """A value object for a token identifier.

    Two are equal when their digests are. One that comes out of a row has only the digest: the
    identifier itself is known to nobody but the holder of the token.
    """

    identifier: str = field(default="", repr=False, compare=False)
    digest: str = ""

    def __post_init__(self) -> None:
        if not self.digest:
            text = self.identifier.encode(errors="surrogatepass")
            object.__setattr__(self, "digest", sha256(text).hexdigest())

    @classmethod
    def generate(cls) -> "TokenIdentifier":
        """Create a new token identifier with a random text string."""
        return cls(secrets.token_hex(IDENTIFIER_BYTES))

    @classmethod
    def create_from_digest(cls, digest: str) -> "TokenIdentifier":
        """Create the identifier of a stored token."""
        return cls(digest=digest)

    def __str__(self) -> str:
        """Return the identifier in clear.

        Raises:
            ValueError: it came out of a row; a token with an empty identifier must not be signed.
        """
        if not self.identifier:
            raise ValueError("Only the digest of this identifier is known.")
        return self.identifier
