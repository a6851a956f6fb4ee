"""Who may do what: the one table behind the checks, the OpenAPI document and their tests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Role = Literal["anonymous", "user", "author", "coach", "admin"]
Scope = Literal["all", "team", "own", "pub", "-"]

ROLES: Final[tuple[Role, ...]] = ("anonymous", "user", "author", "coach", "admin")
# From the widest to none: who has several roles acts with the widest of their scopes.
SCOPES: Final[tuple[Scope, ...]] = ("all", "team", "own", "pub", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The scope of each role, and whether the password has to be confirmed shortly before.

    `step_up` may name members: then only an input that holds one of them needs the confirmation.
    """

    anonymous: Scope = "-"
    user: Scope = "-"
    author: Scope = "-"
    coach: Scope = "-"
    admin: Scope = "-"
    step_up: bool | tuple[str, ...] = False

    def scope_of(self, roles: frozenset[str]) -> Scope:
        """Give the widest scope of somebody logged in with these roles."""
        held: set[Scope] = {self.user}
        if "author" in roles:
            held.add(self.author)
        if "coach" in roles:
            held.add(self.coach)
        if "admin" in roles:
            held.add(self.admin)
        return next(scope for scope in SCOPES if scope in held)

    def describe(self) -> dict[str, str]:
        """Give the table row as it stands in the OpenAPI document."""
        return {role: getattr(self, role) for role in ROLES if getattr(self, role) != "-"}


EVERYBODY: Final = Rule(anonymous="all", user="all", author="all", coach="all", admin="all")
PUBLISHED: Final = Rule(anonymous="pub", user="pub", author="pub", coach="pub", admin="all")
OWN: Final = Rule(user="own", author="own", coach="own", admin="own")
OWN_OR_ADMIN: Final = Rule(user="own", author="own", coach="own", admin="all")
ADMIN: Final = Rule(admin="all")
AUTHOR: Final = Rule(author="all", admin="all")
# Authors see what is not published yet, or not any more.
DRAFTS: Final = Rule(anonymous="pub", user="pub", author="all", coach="pub", admin="all")
COACH: Final = Rule(coach="all", admin="all")
OWN_COACH: Final = Rule(coach="own", admin="own")
TRAININGS: Final = Rule(anonymous="pub", user="pub", author="pub", coach="all", admin="all")
# /metrics asks for the address or for its own token, never for a role.
NOBODY: Final = Rule()

RULES: Final[dict[str, Rule]] = {
    "get_health": EVERYBODY,
    "get_ready": EVERYBODY,
    "get_openapi": EVERYBODY,
    "get_docs": EVERYBODY,
    "get_docs_asset": EVERYBODY,
    "get_metrics": NOBODY,
    "get_website": EVERYBODY,
    "login": EVERYBODY,
    "renew_access_token": EVERYBODY,
    "recover_user": EVERYBODY,
    "reset_password": EVERYBODY,
    # The endpoint itself asks who it is: a program shows its token, the web application its cookie.
    "logout": Rule(anonymous="all", user="own", author="own", coach="own", admin="own"),
    "get_current_user": OWN,
    "update_current_user": OWN,
    "change_password": OWN,
    "confirm_password": OWN,
    "get_sessions": OWN,
    "get_session": OWN_OR_ADMIN,
    "end_sessions": OWN,
    "end_session": OWN,
    "get_user_sessions": ADMIN,
    "end_user_sessions": ADMIN,
    "get_user_accounts": ADMIN,
    "get_user_account": OWN_OR_ADMIN,
    "update_user_account": Rule(admin="all", step_up=("admin",)),
    "accept_user_invitation": EVERYBODY,
    "get_user_invitations": ADMIN,
    "create_user_invitation": ADMIN,
    "get_user_invitation": PUBLISHED,
    "delete_user_invitation": ADMIN,
    "resend_user_invitation": ADMIN,
    "get_security_events": ADMIN,
    "get_security_event": ADMIN,
    # Each of the operations has its own rule as well.
    "run_operations": Rule(anonymous="pub", user="all", author="all", coach="all", admin="all"),
    "get_portal_settings": PUBLISHED,
    "get_applications": PUBLISHED,
    "get_application": PUBLISHED,
    "create_application": ADMIN,
    "update_application": ADMIN,
    "delete_application": ADMIN,
    "get_portal_news": PUBLISHED,
    "get_portal_story": PUBLISHED,
    "get_portal_feed": PUBLISHED,
    "get_pages": DRAFTS,
    "get_page": DRAFTS,
    "create_page": AUTHOR,
    "update_page": AUTHOR,
    "delete_page": AUTHOR,
    "get_stories": DRAFTS,
    "get_story": DRAFTS,
    "create_story": AUTHOR,
    "update_story": AUTHOR,
    "delete_story": AUTHOR,
    "preview_text": AUTHOR,
    "get_authors": PUBLISHED,
    "get_author": PUBLISHED,
    "create_author": ADMIN,
    "update_author": ADMIN,
    "delete_author": ADMIN,
    "get_trainings": TRAININGS,
    "get_training": TRAININGS,
    "get_definitions": TRAININGS,
    "get_definition": TRAININGS,
    "get_definition_trainings": TRAININGS,
    "get_coaches": TRAININGS,
    "get_coach": TRAININGS,
    "get_teams": TRAININGS,
    "get_team": TRAININGS,
    "get_seasons": TRAININGS,
    "get_season": TRAININGS,
    "get_closures": TRAININGS,
    "get_closure": TRAININGS,
    "get_trainings_calendar": TRAININGS,
    "create_training": COACH,
    "update_training": COACH,
    "delete_training": COACH,
    "cancel_training": COACH,
    "restore_training": COACH,
    "create_definition": COACH,
    "update_definition": COACH,
    "delete_definition": COACH,
    "generate_definition": COACH,
    "generate_season": COACH,
    "create_closure": COACH,
    "update_closure": COACH,
    "delete_closure": COACH,
    "get_training_statistics": COACH,
    "get_training_statistics_csv": COACH,
    "create_coach": ADMIN,
    "update_coach": ADMIN,
    "delete_coach": ADMIN,
    "create_team": ADMIN,
    "update_team": ADMIN,
    "delete_team": ADMIN,
    "create_season": ADMIN,
    "update_season": ADMIN,
    "delete_season": ADMIN,
    "get_calendar_feeds": OWN_COACH,
    "get_calendar_feed": OWN_COACH,
    "create_calendar_feed": OWN_COACH,
    "delete_calendar_feed": OWN_COACH,
    # The secret is the credential.
    "get_account_calendar": EVERYBODY,
    "get_deliveries": ADMIN,
    "get_delivery": ADMIN,
    "retry_delivery": ADMIN,
    "get_changes": ADMIN,
    "get_change": ADMIN,
}
# Served beside the API, so FastAPI knows no route of theirs.
NO_ROUTES: Final = frozenset({"get_metrics", "get_website"})


class MissingRuleException(Exception):
    """A route and the table do not match; the application does not start."""


def rule_of(operation_id: str | None, rules: Mapping[str, Rule] = RULES) -> Rule:
    """Find the row of an operation.

    Raises:
        MissingRuleException: the operation has no name, or no row.
    """
    if operation_id is None:
        raise MissingRuleException("A route has no operation_id, so no rule can be found for it.")
    if operation_id not in rules:
        raise MissingRuleException(f"{operation_id} has no row in kwai.api.rules.RULES.")
    return rules[operation_id]
