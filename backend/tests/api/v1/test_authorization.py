"""T12, G8: every operation, asked by everybody, about what is theirs and what is not.

What has to come of it is computed from the table of rules.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal
from uuid import uuid4

import httpx
import pytest

from kwai.api.rules import RULES, SCOPES, Rule
from kwai.core.domain.clock import utc_now
from kwai.core.settings import DatabaseSettings, Settings
from kwai.modules.identity.sessions.user_session import RevokeReason
from kwai.modules.identity.sessions.user_session_db_repository import UserSessionDbRepository
from kwai.modules.identity.user_invitations.user_invitation_db_repository import (
    UserInvitationDbRepository,
)
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository
from tests.factories.identity import OTHER_PASSWORD, PASSWORD
from tests.support.api import api_settings
from tests.support.identity_api import API, ClubKit, Person, document, json_api_headers

Ownership = Literal["own", "other", "deleted", "never"]
Body = Callable[[ClubKit, Person | None, str], Awaitable[dict[str, Any]]]

PERSONAS: Final = (
    "anonymous",
    "user",
    "author",
    "coach",
    "admin",
    "former author and coach",
    "revoked admin",
)
NEVER: Final = {"uuid": "2b4c7a52-8f2e-4b1e-8c56-0d6f0a6f1c11", "number": "2147483647"}
TAGS: Final = {"auth", "bus", "changes"}


@pytest.fixture
def settings(database_settings: DatabaseSettings) -> Settings:
    """Without throttles, because one address asks all of this."""
    given = api_settings(database_settings)
    security = given.security.model_copy(update={"throttle": False})
    return given.model_copy(update={"security": security})


async def no_body(club: ClubKit, person: Person | None, target: str) -> dict[str, Any]:
    return {}


async def login_form(club: ClubKit, person: Person | None, target: str) -> dict[str, Any]:
    other = await club.join()
    return {"data": {"username": other.email, "password": PASSWORD}}


async def refresh_form(club: ClubKit, person: Person | None, target: str) -> dict[str, Any]:
    holder = person or await club.join()
    if holder.account.revoked:
        holder = await club.join()
    return {"data": {"refresh_token": holder.refresh_token}}


async def recovery_form(club: ClubKit, person: Person | None, target: str) -> dict[str, Any]:
    return {"data": {"email": "judoka@club.example"}}


async def reset_form(club: ClubKit, person: Person | None, target: str) -> dict[str, Any]:
    recovery = await club.recover(await club.join())
    return {"data": {"uuid": str(recovery.uuid), "password": OTHER_PASSWORD}}


async def password_form(club: ClubKit, person: Person | None, target: str) -> dict[str, Any]:
    return {"data": {"current_password": PASSWORD, "password": OTHER_PASSWORD}}


async def profile(club: ClubKit, person: Person | None, target: str) -> dict[str, Any]:
    uuid = person.uuid if person else NEVER["uuid"]
    return {"json": document("user_accounts", {"first_name": "Ryoko"}, id=uuid)}


async def account(club: ClubKit, person: Person | None, target: str) -> dict[str, Any]:
    return {"json": document("user_accounts", {"remark": "Seen."}, id=target)}


async def acceptance(club: ClubKit, person: Person | None, target: str) -> dict[str, Any]:
    invitation = await club.invite(await club.join("admin"))
    names = {"first_name": "Kyuzo", "last_name": "Mifune", "password": OTHER_PASSWORD}
    links = {"invitation": ("user_invitations", str(invitation.uuid))}
    meta = {"code": club.code_of(invitation)}
    return {"json": document("user_accounts", names, relationships=links, meta=meta)}


async def new_invitation(club: ClubKit, person: Person | None, target: str) -> dict[str, Any]:
    email = f"{uuid4().hex}@club.example"
    names = {"email": email, "first_name": "Kyuzo", "last_name": "Mifune"}
    return {"json": document("user_invitations", names)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """How an operation is asked, and what it answers who may."""

    method: str = "GET"
    path: str
    status: int = 200
    target: str = ""
    body: Body = no_body
    # The relationship or resource is shown to administrators only.
    hidden: bool = False


CASES: Final[Mapping[str, Case]] = {
    "login": Case(method="POST", path="/auth/login", body=login_form),
    "renew_access_token": Case(method="POST", path="/auth/access_token", body=refresh_form),
    "recover_user": Case(method="POST", path="/auth/recover", body=recovery_form),
    "reset_password": Case(method="POST", path="/auth/reset", body=reset_form),
    "logout": Case(method="POST", path="/auth/logout", body=refresh_form),
    "get_current_user": Case(path="/auth/user"),
    "update_current_user": Case(method="PATCH", path="/auth/user", body=profile),
    "change_password": Case(method="POST", path="/auth/password", body=password_form),
    "confirm_password": Case(
        method="POST", path="/auth/confirm", body=lambda *_: form(password=PASSWORD)
    ),
    "get_sessions": Case(path="/auth/sessions"),
    "get_session": Case(path="/auth/sessions/{}", target="session"),
    "end_sessions": Case(method="DELETE", path="/auth/sessions", status=204),
    "end_session": Case(method="DELETE", path="/auth/sessions/{}", status=204, target="session"),
    "get_user_sessions": Case(path="/auth/users/{}/sessions", target="user"),
    "end_user_sessions": Case(
        method="DELETE", path="/auth/users/{}/sessions", status=204, target="user"
    ),
    "get_user_accounts": Case(path="/auth/users"),
    "get_user_account": Case(path="/auth/users/{}", target="user"),
    "update_user_account": Case(method="PATCH", path="/auth/users/{}", target="user", body=account),
    "accept_user_invitation": Case(method="POST", path="/auth/users", status=201, body=acceptance),
    "get_user_invitations": Case(path="/auth/users/invitations"),
    "create_user_invitation": Case(
        method="POST", path="/auth/users/invitations", status=201, body=new_invitation
    ),
    "get_user_invitation": Case(path="/auth/users/invitations/{}", target="invitation"),
    "delete_user_invitation": Case(
        method="DELETE", path="/auth/users/invitations/{}", status=204, target="invitation"
    ),
    "resend_user_invitation": Case(
        method="POST", path="/auth/users/invitations/{}/resend", status=202, target="invitation"
    ),
    "get_user_invitation_user": Case(
        path="/auth/users/invitations/{}/user", target="invitation", hidden=True
    ),
    "get_user_invitation_user_linkage": Case(
        path="/auth/users/invitations/{}/relationships/user", target="invitation", hidden=True
    ),
    "get_security_events": Case(path="/auth/security_events"),
    "get_security_event": Case(path="/auth/security_events/{}", target="event"),
    "get_security_event_user": Case(path="/auth/security_events/{}/user", target="event"),
    "get_security_event_user_linkage": Case(
        path="/auth/security_events/{}/relationships/user", target="event"
    ),
    "get_deliveries": Case(path="/bus/deliveries"),
    "get_delivery": Case(path="/bus/deliveries/{}", target="delivery"),
    "retry_delivery": Case(
        method="POST", path="/bus/deliveries/{}/retry", status=202, target="delivery"
    ),
    "get_changes": Case(path="/changes"),
    "get_change": Case(path="/changes/{}", target="change"),
    "get_change_user": Case(path="/changes/{}/user", target="change"),
    "get_change_user_linkage": Case(path="/changes/{}/relationships/user", target="change"),
}
# A relationship route has the rule of the operation it shows the relationship for.
SHARED: Final = {
    "get_user_invitation_user": "get_user_invitation",
    "get_user_invitation_user_linkage": "get_user_invitation",
    "get_change_user": "get_change",
    "get_change_user_linkage": "get_change",
    "get_security_event_user": "get_security_event",
    "get_security_event_user_linkage": "get_security_event",
}


async def form(**fields: str) -> dict[str, Any]:
    return {"data": fields}


def expected(name: str, persona: str, roles: frozenset[str], ownership: Ownership) -> int:
    """Compute the status from the table."""
    rule, case = RULES[SHARED.get(name, name)], CASES[name]
    scope = scope_of(name, rule, persona, roles)
    if scope is None:
        return 401
    if scope == "-" or (case.hidden and scope != "all"):
        return 403
    if case.target and ownership in {"deleted", "never"}:
        return 404
    if case.target and scope == "own" and ownership == "other":
        return 404
    return case.status


def scope_of(name: str, rule: Rule, persona: str, roles: frozenset[str]) -> str | None:
    """Give the scope somebody acts with; None when they are refused before that."""
    if name == "logout":
        # Its row lets everybody in because of the cookie; without one it asks who it is.
        return None if persona in {"anonymous", "revoked admin"} else "own"
    if rule.anonymous == "all":
        return "all"
    if persona == "revoked admin":
        return None
    if persona == "anonymous":
        return None if rule.anonymous == "-" else rule.anonymous
    return rule.scope_of(roles)


async def create_persona(club: ClubKit, persona: str) -> Person | None:
    if persona == "anonymous":
        return None
    if persona == "former author and coach":
        person = await club.join()
        await club.add_role(person.account, "author", active=False)
        await club.add_role(person.account, "coach", active=False)
        return person
    if persona == "revoked admin":
        person = await club.join("admin")
        revoked = person.account.revoke()
        await UserAccountDbRepository(club.database).update(revoked)
        return replace(person, account=revoked)
    return await club.join(*({persona} - {"user"}))


def roles_of(persona: str) -> frozenset[str]:
    return frozenset({"user"} | ({persona} & {"author", "coach", "admin"}))


async def find_target(
    club: ClubKit, case: Case, person: Person | None, ownership: Ownership
) -> str:
    """Make what the operation is asked about, and give its id."""
    if not case.target:
        return ""
    if ownership == "never":
        return NEVER["number" if case.target in {"event", "delivery", "change"} else "uuid"]
    return await {
        "user": user_target,
        "session": session_target,
        "invitation": invitation_target,
        "event": event_target,
        "delivery": delivery_target,
        "change": change_target,
    }[case.target](club, person, ownership)


async def user_target(club: ClubKit, person: Person | None, ownership: Ownership) -> str:
    if ownership == "deleted":
        return NEVER["uuid"]
    return person.uuid if person and ownership == "own" else (await club.join()).uuid


async def session_target(club: ClubKit, person: Person | None, ownership: Ownership) -> str:
    holder = person if person and ownership in {"own", "deleted"} else await club.join()
    session = (await club.log_in(holder.account)).session
    if ownership == "deleted":
        ended = session.revoke(utc_now(), RevokeReason.ENDED)
        await UserSessionDbRepository(club.database).revoke(ended)
    return str(session.uuid)


async def invitation_target(club: ClubKit, person: Person | None, ownership: Ownership) -> str:
    invitation = await club.invite(await club.join("admin"))
    if ownership == "deleted":
        await UserInvitationDbRepository(club.database).delete(invitation)
    return str(invitation.uuid)


async def event_target(club: ClubKit, person: Person | None, ownership: Ownership) -> str:
    if ownership == "deleted":
        return NEVER["number"]
    holder = person if person and not person.account.revoked else await club.join()
    form_ = {"username": holder.email, "password": "not the right one"}
    await club.client.post(f"{API}/auth/login", data=form_)
    return str((await club.rows("security_events", "id"))[-1]["id"])


async def delivery_target(club: ClubKit, person: Person | None, ownership: Ownership) -> str:
    if ownership == "deleted":
        return NEVER["number"]
    return str(await club.queue_mail())


async def change_target(club: ClubKit, person: Person | None, ownership: Ownership) -> str:
    if ownership == "deleted":
        return NEVER["number"]
    await club.join()
    return str((await club.rows("change_log", "id"))[-1]["id"])


def ownerships(case: Case) -> tuple[Ownership, ...]:
    return ("own", "other", "deleted", "never") if case.target else ("own",)


@pytest.mark.one_engine("sqlite", reason="What is tested are roles; the statements are others'.")
@pytest.mark.parametrize("name", CASES)
async def test_security_s6_t12_everybody_may_what_the_table_says(club: ClubKit, name: str) -> None:
    case = CASES[name]
    found, wanted = {}, {}
    for persona in PERSONAS:
        for ownership in ownerships(case):
            person = await create_persona(club, persona)
            target = await find_target(club, case, person, ownership)
            answer = await ask(club, case, person, target)
            found[persona, ownership] = answer.status_code
            wanted[persona, ownership] = expected(name, persona, roles_of(persona), ownership)

    assert found == wanted


async def ask(club: ClubKit, case: Case, person: Person | None, target: str) -> httpx.Response:
    body = await case.body(club, person, target)
    return await club.client.request(
        case.method,
        API + case.path.format(target),
        headers=json_api_headers(person) if "json" in body else person.headers if person else {},
        **body,
    )


@pytest.mark.parametrize("name", ["get_user_account", "get_session", "end_session"])
async def test_security_s4_a_row_of_somebody_else_looks_like_none(club: ClubKit, name: str) -> None:
    case, person = CASES[name], await club.join()
    bodies = []
    for ownership in ("other", "never"):
        target = await find_target(club, case, person, ownership)
        answer = await ask(club, case, person, target)
        bodies.append(answer.text.replace(target, "ID"))

    assert bodies[0] == bodies[1]


def test_security_s6_every_operation_of_identity_has_a_case(club: ClubKit) -> None:
    operations = {
        operation["operationId"]
        for methods in club.app.openapi()["paths"].values()
        for operation in methods.values()
        if TAGS & set(operation.get("tags", ()))
    }

    assert operations == set(CASES)


def test_security_s3_the_widest_scope_counts() -> None:
    rule = Rule(user="own", author="pub", coach="all")

    assert rule.scope_of(frozenset({"user", "author", "coach"})) == "all"
    assert rule.scope_of(frozenset({"user", "author"})) == "own"
    assert set(SCOPES) >= {rule.user, rule.author, rule.coach}
