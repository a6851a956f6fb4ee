"""Sealed bytes: what lies in the database for a while must be of no use to who reads a dump."""

import os
from functools import cached_property
from typing import TYPE_CHECKING

from kwai.core.security.keys import KEY_ID_BYTES, Keys

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from kwai.core.settings import SecuritySettings

NONCE_BYTES = 12
TAG_BYTES = 16


class SealException(Exception):
    """Raised when sealed bytes do not open: changed, cut, moved to another row, or key unknown."""


class Sealer:
    """Seals with AES-256-GCM; sealed bytes are key id (8), nonce (12), ciphertext with tag."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    @classmethod
    def create(cls, settings: "SecuritySettings") -> "Sealer":
        """Seal with the data secret of the settings, open with the previous ones too."""
        return cls(Keys.create(settings))

    @cached_property
    def _ciphers(self) -> "dict[bytes, AESGCM]":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return {key.id: AESGCM(key.key) for key in self._keys.sealing_keys}

    def seal(self, data: bytes, associated: str) -> bytes:
        """Seal data to the place it is kept at: `associated` has to be given again to open it."""
        key_id = self._keys.sealing.id
        nonce = os.urandom(NONCE_BYTES)
        return key_id + nonce + self._ciphers[key_id].encrypt(nonce, data, associated.encode())

    def open(self, sealed: bytes, associated: str) -> bytes:
        """Return what was sealed.

        Raises:
            SealException: it was changed, cut or moved, or its secret is no longer in the settings.
        """
        from cryptography.exceptions import InvalidTag

        head, body = sealed[:KEY_ID_BYTES], sealed[KEY_ID_BYTES:]
        if len(body) < NONCE_BYTES + TAG_BYTES:
            raise SealException("The sealed bytes are cut off.")
        cipher = self._ciphers.get(head)
        if cipher is None:
            raise SealException("The key that sealed these bytes is not known.")
        try:
            return cipher.decrypt(body[:NONCE_BYTES], body[NONCE_BYTES:], associated.encode())
        except InvalidTag:
            raise SealException("The sealed bytes were changed, or belong elsewhere.") from None
