"""Every key that comes out of `security.data_secret`."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwai.core.settings import SecuritySettings


KEY_BYTES = 32
KEY_ID_BYTES = 8

_SEALING_LABEL = b"kwai sealing 1"
_INVITATION_LABEL = b"kwai invitation 1"
_LOG_HASH_LABEL = b"kwai log hash 1"
_CURSOR_LABEL = b"kwai cursor 1"
_KEY_ID_LABEL = b"kwai key id 1"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SealingKey:
    """A key of AES-256-GCM and the id under which sealed bytes name it."""

    id: bytes
    key: bytes


class Keys:
    """The derived keys, each made when it is first asked for (HKDF-SHA256, one label each).

    Secrets in front are used for new work, the ones behind only to read what is older.
    """

    def __init__(self, secrets: Sequence[str]) -> None:
        self._secrets = tuple(secrets)

    @classmethod
    @lru_cache(maxsize=4)
    def create(cls, settings: "SecuritySettings") -> "Keys":
        """Take the data secret and the ones before it; the same settings give the same object."""
        current_and_previous = (settings.data_secret, *settings.data_secret_previous)
        return cls([secret.get_secret_value() for secret in current_and_previous])

    @cached_property
    def sealing_keys(self) -> tuple[SealingKey, ...]:
        """The keys that open what was sealed; the first one seals."""
        keys = [_derive(secret, _SEALING_LABEL) for secret in self._secrets]
        return tuple(SealingKey(id=key_id(key), key=key) for key in keys)

    @property
    def sealing(self) -> SealingKey:
        """The key that seals."""
        return self.sealing_keys[0]

    @cached_property
    def invitations(self) -> tuple[bytes, ...]:
        """The keys that an invitation code is checked with, newest first."""
        return tuple(_derive(secret, _INVITATION_LABEL) for secret in self._secrets)

    @property
    def invitation(self) -> bytes:
        """The key that new invitation codes are made with."""
        return self.invitations[0]

    @cached_property
    def log_hash(self) -> bytes:
        """The key of the hashes that stand for an address in the log."""
        return _derive(self._secrets[0], _LOG_HASH_LABEL)

    @cached_property
    def cursor(self) -> bytes:
        """The key that seals where a client stands in a list."""
        return _derive(self._secrets[0], _CURSOR_LABEL)


def key_id(key: bytes) -> bytes:
    """Name a key without giving anything of it away: 8 bytes of a keyed digest."""
    return hmac.digest(key, _KEY_ID_LABEL, hashlib.sha256)[:KEY_ID_BYTES]


def _derive(secret: str, label: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    if not secret:
        raise ValueError("There is no data secret to derive keys from.")
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=label).derive(secret.encode())
