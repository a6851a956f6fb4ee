"""Module that implements the endpoints for the accounts of all users."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import MaxLen
from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.conditional import ConditionalPatch
from kwai.api.dependencies import (
    BusDep,
    CurrentLogin,
    DatabaseDep,
    InputDep,
    PreconditionDep,
    QueryDep,
    ScopeDep,
    SettingsDep,
    path_uuid,
)
from kwai.api.operation import operation
from kwai.api.response import respond, respond_created
from kwai.api.route import KwaiRoute
from kwai.api.schemas.user_account import UserAccountResource
from kwai.api.v1.auth.changes import check_locale, take_changes
from kwai.api.v1.auth.dependencies import (
    HashingSlotsDep,
    PasswordGateDep,
    PasswordPolicyDep,
    SecurityLogDep,
)
from kwai.api.v1.paging import read_page, respond_page, sort_keys
from kwai.core.json_api import NOT_LOADED, Create
from kwai.core.security.keys import Keys
from kwai.core.settings import SecuritySettings, Settings
from kwai.modules.identity.accept_user_invitation import (
    AcceptUserInvitation,
    AcceptUserInvitationCommand,
)
from kwai.modules.identity.get_user import GetUser, GetUserCommand
from kwai.modules.identity.get_users import GetUsers, GetUsersCommand
from kwai.modules.identity.sessions.user_session_db_repository import UserSessionDbRepository
from kwai.modules.identity.update_user import UpdateUser, UpdateUserCommand
from kwai.modules.identity.user_invitations.invitation_codes import InvitationCodes
from kwai.modules.identity.user_invitations.user_invitation_db_repository import (
    UserInvitationDbRepository,
)
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository
from kwai.modules.identity.users.user_account_repository import UserAccountNotFoundException

router = APIRouter(prefix="/auth/users", tags=["auth"], route_class=KwaiRoute)

UserUuid = Annotated[str, Depends(path_uuid("uuid"))]
UserInput = Annotated[Create[UserAccountResource], InputDep]
UserPatch = Annotated[ConditionalPatch[UserAccountResource], InputDep]
ACCEPTED = ("first_name", "last_name", "locale", "password", "invitation")
ADMINISTERED = ("revoked", "admin", "remark")


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptMeta:
    """What proves that the invitation was read."""

    code: Annotated[str, MaxLen(64)]


@router.get("", **operation(UserAccountResource, "list", id="get_user_accounts"))
async def get_users(query: QueryDep, db: DatabaseDep) -> Response:
    """Get all user accounts."""
    command = query.to_command(GetUsersCommand, sort=sort_keys(query))
    page = await read_page(GetUsers(UserAccountDbRepository(db)).execute(command))
    return respond_page(query, page, map(UserAccountResource.create, page.entities))


@router.get("/{uuid}", **operation(UserAccountResource, "get", id="get_user_account"))
async def get_user(
    uuid: UserUuid, query: QueryDep, db: DatabaseDep, scope: ScopeDep, login: CurrentLogin
) -> Response:
    """Get a user account: the own one, or any for an administrator."""
    if scope == "own" and uuid != str(login.user.user.uuid):
        raise UserAccountNotFoundException
    command = GetUserCommand(uuid=uuid, query=query)
    user_account = await GetUser(UserAccountDbRepository(db)).execute(command)
    return respond(query, UserAccountResource.create(user_account))


@router.post(
    "",
    # Alone: attempts are counted, and passwords hashed, before the transaction begins.
    **operation(
        UserAccountResource,
        "create",
        id="accept_user_invitation",
        meta=AcceptMeta,
        atomic=False,
    ),
)
async def accept_user_invitation(
    new: UserInput,
    query: QueryDep,
    db: DatabaseDep,
    settings: SettingsDep,
    gate: PasswordGateDep,
    slots: HashingSlotsDep,
    policy: PasswordPolicyDep,
) -> Response:
    """Accept an invitation: the invited becomes a user.

    The address is the one that was invited. `meta.code` is in the mailed link.
    """
    command = _to_acceptance(new, settings)
    async with gate.secret():
        user_account = await AcceptUserInvitation(
            UserInvitationDbRepository(db),
            UserAccountDbRepository(db),
            codes=_create_codes(settings.security),
            password_policy=policy,
            run_in_thread=slots.run,
        ).execute(command)
    return respond_created(query, UserAccountResource.create(user_account))


@router.patch("/{uuid}", **operation(UserAccountResource, "update", id="update_user_account"))
async def update_user(
    uuid: UserUuid,
    patch: UserPatch,
    query: QueryDep,
    db: DatabaseDep,
    bus: BusDep,
    security_log: SecurityLogDep,
    precondition: PreconditionDep,
) -> Response:
    """Revoke or restore a user, make an administrator of one or not, or note a remark."""
    users = UserAccountDbRepository(db)
    current = UserAccountResource.create(await GetUser(users).execute(GetUserCommand(uuid=uuid)))
    changes = take_changes(patch.names, patch.apply(current), current, ADMINISTERED)
    version = current.version if precondition.is_given else None
    user_account = await UpdateUser(
        users,
        session_repo=UserSessionDbRepository(db),
        bus=bus,
        security_log=security_log,
    ).execute(UpdateUserCommand(uuid=uuid, **changes, version=version))
    return respond(query, UserAccountResource.create(user_account))


def _to_acceptance(
    new: Create[UserAccountResource], settings: Settings
) -> AcceptUserInvitationCommand:
    user, nothing = (
        new.resource,
        UserAccountResource(first_name="", last_name="", password="", invitation=NOT_LOADED),
    )
    take_changes(new.names, user, nothing, ACCEPTED)
    return AcceptUserInvitationCommand(
        uuid=user.invitation.key or "",
        code=new.meta.code,
        first_name=user.first_name,
        last_name=user.last_name,
        password=user.password,
        locale=check_locale(user.locale, settings),
    )


def _create_codes(settings: SecuritySettings) -> InvitationCodes:
    return InvitationCodes(Keys.create(settings).invitations)
