"""Module that defines common identity exceptions."""

from typing import ClassVar

from kwai.core.domain.exceptions import AuthenticationException, NotAllowedException

__all__ = [
    "AuthenticationException",
    "LoginFailedException",
    "NotAllowedException",
    "RefreshReuseException",
]


class LoginFailedException(AuthenticationException):
    """Raised for every refused login; never says why, but what was learned is kept."""

    commits: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__("The user name or the password is wrong.")


class RefreshReuseException(AuthenticationException):
    """Raised when a refresh token was used before; the session it belonged to stays revoked."""

    commits: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__("The refresh token was used before.")
