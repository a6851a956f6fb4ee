"""Module that implements all user endpoints."""

from dataclasses import dataclass
from typing import Annotated

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
    SettingsDep,
)
from kwai.api.forms import FormReader
from kwai.api.operation import operation, plain_operation
from kwai.api.response import respond
from kwai.api.route import KwaiRoute
from kwai.api.schemas.user_account import UserAccountResource
from kwai.api.v1.auth.changes import check_locale, take_changes
from kwai.api.v1.auth.dependencies import (
    HashingSlotsDep,
    PasswordGateDep,
    PasswordPolicyDep,
    SecurityLogDep,
)
from kwai.modules.identity.change_password import ChangePassword, ChangePasswordCommand
from kwai.modules.identity.confirm_password import ConfirmPassword, ConfirmPasswordCommand
from kwai.modules.identity.sessions.user_session_db_repository import UserSessionDbRepository
from kwai.modules.identity.update_profile import UpdateProfile, UpdateProfileCommand
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository

router = APIRouter(prefix="/auth", tags=["auth"], route_class=KwaiRoute)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePasswordForm:
    """The password of now and the one from now on."""

    current_password: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmForm:
    """The password of who is logged in."""

    password: str


UserPatch = Annotated[ConditionalPatch[UserAccountResource], InputDep]
PROFILE = ("first_name", "last_name", "locale")


@router.get("/user", **operation(UserAccountResource, "get", id="get_current_user"))
async def get(login: CurrentLogin, query: QueryDep) -> Response:
    """Get the current user."""
    return respond(query, UserAccountResource.create(login.user))


@router.patch(
    "/user",
    **operation(
        UserAccountResource,
        "update",
        id="update_current_user",
        own_id=lambda login: str(login.user.user.uuid),
    ),
)
async def update(
    patch: UserPatch,
    query: QueryDep,
    db: DatabaseDep,
    login: CurrentLogin,
    settings: SettingsDep,
    precondition: PreconditionDep,
) -> Response:
    """Change the own names and language."""
    current = UserAccountResource.create(login.user)
    changes = dict(take_changes(patch.names, patch.apply(current), current, PROFILE))
    if "locale" in changes:
        changes["locale"] = check_locale(changes["locale"], settings)
    version = current.version if precondition.is_given else None
    user_account = await UpdateProfile(login, UserAccountDbRepository(db)).execute(
        UpdateProfileCommand(**changes, version=version)
    )
    return respond(query, UserAccountResource.create(user_account))


@router.post(
    "/password",
    **plain_operation(
        id="change_password", response_class=Response, errors=(401, 403, 422, 429, 503)
    ),
)
async def change_password(
    form: Annotated[ChangePasswordForm, Depends(FormReader(ChangePasswordForm))],
    login: CurrentLogin,
    db: DatabaseDep,
    bus: BusDep,
    gate: PasswordGateDep,
    slots: HashingSlotsDep,
    policy: PasswordPolicyDep,
    security_log: SecurityLogDep,
) -> Response:
    """Change the own password; all other sessions end."""
    async with gate.attempt(str(login.user.user.email)):
        await ChangePassword(
            login,
            UserAccountDbRepository(db),
            session_repo=UserSessionDbRepository(db),
            bus=bus,
            password_policy=policy,
            security_log=security_log,
            run_in_thread=slots.run,
        ).execute(
            ChangePasswordCommand(current_password=form.current_password, password=form.password)
        )
    return Response()


@router.post(
    "/confirm",
    **plain_operation(
        id="confirm_password", response_class=Response, errors=(401, 403, 422, 429, 503)
    ),
)
async def confirm_password(
    form: Annotated[ConfirmForm, Depends(FormReader(ConfirmForm))],
    login: CurrentLogin,
    db: DatabaseDep,
    gate: PasswordGateDep,
    slots: HashingSlotsDep,
    security_log: SecurityLogDep,
) -> Response:
    """Confirm the own password, which opens the operations that need it for five minutes."""
    async with gate.attempt(str(login.user.user.email)):
        await ConfirmPassword(
            login,
            UserSessionDbRepository(db),
            security_log=security_log,
            run_in_thread=slots.run,
        ).execute(ConfirmPasswordCommand(password=form.password))
    return Response()
