"""The code that is mailed with an invitation: computed, never stored."""

import hashlib
import hmac
from base64 import b32encode
from collections.abc import Sequence

from kwai.core.security.digest import safe_equals
from kwai.modules.identity.user_invitations.user_invitation import UserInvitationEntity

CODE_BYTES = 16


class InvitationCodes:
    """Makes the code with the first key and checks it with all of them.

    Whoever reads the table, or sees the unique id as an administrator does, cannot make the code.
    It changes with the expiry, so a resend makes the one mailed before useless.
    """

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._keys = tuple(keys)

    def create(self, invitation: UserInvitationEntity) -> str:
        """Make the code of an invitation: 26 characters, base32 of 128 bits."""
        return _make(self._keys[0], invitation)

    def is_valid(self, code: str, invitation: UserInvitationEntity) -> bool:
        """Tell whether this is the code of the invitation, as it expires now."""
        given = code.strip().upper()
        return any(safe_equals(given, _make(key, invitation)) for key in self._keys)


def _make(key: bytes, invitation: UserInvitationEntity) -> str:
    expired_at = invitation.expired_at.timestamp
    if expired_at is None:
        raise ValueError("An invitation needs an expiry to have a code.")
    text = f"{invitation.uuid}|{expired_at.isoformat(timespec='microseconds')}"
    digest = hmac.digest(key, text.encode(), hashlib.sha256)
    return b32encode(digest[:CODE_BYTES]).decode().rstrip("=")
