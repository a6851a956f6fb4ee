"""Module that implements invitations endpoints."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.dependencies import (
    BusDep,
    CurrentLogin,
    DatabaseDep,
    InputDep,
    PreconditionDep,
    QueryDep,
    SettingsDep,
    path_uuid,
)
from kwai.api.operation import operation
from kwai.api.relationships import add_relationships
from kwai.api.response import respond, respond_created, respond_nothing
from kwai.api.route import KwaiRoute
from kwai.api.schemas.user_invitation import UserInvitationResource
from kwai.api.v1.auth.changes import check_locale
from kwai.api.v1.auth.loading import IdentityLoader
from kwai.api.v1.paging import read_page, respond_page, sort_keys
from kwai.core.domain.clock import utc_now
from kwai.core.json_api import Create
from kwai.modules.identity.delete_user_invitation import (
    DeleteUserInvitation,
    DeleteUserInvitationCommand,
)
from kwai.modules.identity.get_invitations import GetInvitations, GetInvitationsCommand
from kwai.modules.identity.get_user_invitation import (
    GetUserInvitation,
    GetUserInvitationCommand,
)
from kwai.modules.identity.invite_user import InviteUser, InviteUserCommand
from kwai.modules.identity.resend_user_invitation import (
    ResendUserInvitation,
    ResendUserInvitationCommand,
)
from kwai.modules.identity.user_invitations.user_invitation_db_repository import (
    UserInvitationDbRepository,
)
from kwai.modules.identity.users.user_db_repository import UserDbRepository

router = APIRouter(prefix="/auth/users/invitations", tags=["auth"], route_class=KwaiRoute)

InvitationUuid = Annotated[str, Depends(path_uuid("uuid"))]
InvitationInput = Annotated[Create[UserInvitationResource], InputDep]


@router.get("", **operation(UserInvitationResource, "list", id="get_user_invitations"))
async def get_user_invitations(query: QueryDep, db: DatabaseDep) -> Response:
    """Get all user invitations."""
    command = query.to_command(GetInvitationsCommand, sort=sort_keys(query))
    use_case = GetInvitations(UserInvitationDbRepository(db))
    page = await read_page(use_case.execute(command))
    resources = await IdentityLoader(db, query).invitations(page.entities)
    return respond_page(query, page, resources)


@router.post("", **operation(UserInvitationResource, "create", id="create_user_invitation"))
async def create_user_invitation(
    new: InvitationInput,
    query: QueryDep,
    db: DatabaseDep,
    bus: BusDep,
    login: CurrentLogin,
    settings: SettingsDep,
) -> Response:
    """Create a user invitation; it is mailed."""
    command = new.to_command(InviteUserCommand, locale=check_locale(new.resource.locale, settings))
    invitation = await InviteUser(
        login.user.user, UserDbRepository(db), UserInvitationDbRepository(db), bus
    ).execute(command)
    return respond_created(query, await IdentityLoader(db, query).invitation(invitation))


@router.get("/{uuid}", **operation(UserInvitationResource, "get", id="get_user_invitation"))
async def get_user_invitation(uuid: InvitationUuid, query: QueryDep, db: DatabaseDep) -> Response:
    """Get the user invitation with the given unique id."""
    command = GetUserInvitationCommand(uuid=uuid, query=query)
    invitation = await GetUserInvitation(UserInvitationDbRepository(db)).execute(command)
    return respond(query, await IdentityLoader(db, query).invitation(invitation))


@router.delete(
    "/{uuid}", **operation(UserInvitationResource, "delete", id="delete_user_invitation")
)
async def delete_user_invitation(
    uuid: InvitationUuid, precondition: PreconditionDep, db: DatabaseDep, bus: BusDep
) -> Response:
    """Delete the user invitation with the given unique id; its mail is sent no more."""
    invitations = UserInvitationDbRepository(db)
    if precondition.is_given:
        command = GetUserInvitationCommand(uuid=uuid)
        current = await GetUserInvitation(invitations).execute(command)
        precondition.check(UserInvitationResource.create(current, utc_now()))
    await DeleteUserInvitation(invitations, bus=bus).execute(DeleteUserInvitationCommand(uuid=uuid))
    return respond_nothing()


@router.post(
    "/{uuid}/resend",
    **operation(UserInvitationResource, "action", id="resend_user_invitation", status=202),
)
async def resend_user_invitation(
    uuid: InvitationUuid, query: QueryDep, db: DatabaseDep, bus: BusDep
) -> Response:
    """Mail an invitation again, with a fresh expiry; the link mailed before is dead."""
    invitation = await ResendUserInvitation(
        UserDbRepository(db), UserInvitationDbRepository(db), bus
    ).execute(ResendUserInvitationCommand(uuid=uuid))
    return respond(query, await IdentityLoader(db, query).invitation(invitation), status=202)


add_relationships(router, UserInvitationResource, get=get_user_invitation)
