"""Checks the rule of an operation before anything of it runs."""

from datetime import UTC, datetime

from starlette.requests import Request

from kwai.api.call import Call, get_call
from kwai.api.dependencies import OptionalLogin
from kwai.api.rules import (
    ADMIN,
    EVERYBODY,
    NOBODY,
    OWN,
    OWN_OR_ADMIN,
    PUBLISHED,
    RULES,
    MissingRuleException,
    Rule,
    rule_of,
)
from kwai.core.domain.exceptions import AuthenticationException, NotAllowedException

__all__ = [
    "ADMIN",
    "EVERYBODY",
    "NOBODY",
    "OWN",
    "OWN_OR_ADMIN",
    "PUBLISHED",
    "RULES",
    "MissingRuleException",
    "NamedStepUp",
    "RoleCheck",
    "Rule",
    "rule_of",
]


class RoleCheck:
    """The dependency that stands before all others of a route."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule

    async def __call__(self, request: Request, login: OptionalLogin) -> None:
        """Find the scope of who is asking.

        Raises:
            AuthenticationException: nobody is logged in, and this is not for everybody.
            NotAllowedException: the role does not allow it, or the password has to be typed again.
        """
        call = get_call(request)
        if login is None and self._rule.anonymous == "-":
            raise AuthenticationException("Log in to do this.")
        call.scope = self._rule.scope_of(login.roles) if login else self._rule.anonymous
        if call.scope == "-":
            raise NotAllowedException("Your roles do not allow this.")
        if self._rule.step_up is True:
            require_confirmation(call)


class NamedStepUp:
    """Asks for the confirmed password only when the input names one of these members."""

    def __init__(self, members: tuple[str, ...]) -> None:
        self._members = frozenset(members)

    async def __call__(self, request: Request) -> None:
        call = get_call(request)
        if self._members & getattr(call.input, "names", frozenset()):
            require_confirmation(call)


def require_confirmation(call: Call) -> None:
    """Refuse unless the password was typed shortly before.

    Raises:
        NotAllowedException: it was not; its code tells the client to ask for it.
    """
    if call.login is None or not call.login.session.is_confirmed_at(datetime.now(UTC)):
        raise NotAllowedException("Confirm your password first.", code="step_up_required")
