"""Module that implements all APIs for login."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from kwai.api.dependencies import (
    BusDep,
    DatabaseDep,
    SettingsDep,
    get_current_login,
    get_optional_login,
)
from kwai.api.forms import FormReader
from kwai.api.operation import plain_operation
from kwai.api.route import KwaiRoute
from kwai.api.throttle import ThrottleDep
from kwai.api.v1.auth.dependencies import (
    HashingSlotsDep,
    PasswordGateDep,
    PasswordPolicyDep,
    SecurityLogDep,
)
from kwai.api.v1.auth.tokens import (
    ClientKindDep,
    CookieDep,
    PresentedTokenDep,
    TokenDeskDep,
    TokenSchema,
)
from kwai.core.db.database import Database
from kwai.modules.identity.authenticate_user import AuthenticateUser, AuthenticateUserCommand
from kwai.modules.identity.logout import Logout, LogoutCommand
from kwai.modules.identity.refresh_access_token import (
    RefreshAccessToken,
    RefreshAccessTokenCommand,
)
from kwai.modules.identity.request_recovery import RequestRecovery, RequestRecoveryCommand
from kwai.modules.identity.reset_password import ResetPassword, ResetPasswordCommand
from kwai.modules.identity.sessions.user_session_db_repository import UserSessionDbRepository
from kwai.modules.identity.tokens.access_token_db_repository import AccessTokenDbRepository
from kwai.modules.identity.tokens.refresh_token_db_repository import RefreshTokenDbRepository
from kwai.modules.identity.user_recoveries.user_recovery_db_repository import (
    UserRecoveryDbRepository,
)
from kwai.modules.identity.users.user import UserEntity
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository

router = APIRouter(prefix="/auth", tags=["auth"], route_class=KwaiRoute)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginForm:
    """Who wants to log in."""

    username: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverForm:
    """Whose password is forgotten; nobody's is answered likewise."""

    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetForm:
    """The secret of a mail, and the new password."""

    uuid: str
    password: str


@router.post(
    "/login",
    **plain_operation(id="login", response_model=TokenSchema, errors=(401, 422, 429, 503)),
)
async def login(
    form: Annotated[LoginForm, Depends(FormReader(LoginForm))],
    db: DatabaseDep,
    settings: SettingsDep,
    kind: ClientKindDep,
    gate: PasswordGateDep,
    slots: HashingSlotsDep,
    security_log: SecurityLogDep,
    desk: TokenDeskDep,
) -> Response:
    """Login a user; every refusal is the same, whatever its reason."""
    async with gate.attempt(form.username):
        refresh_token = await AuthenticateUser(
            UserAccountDbRepository(db),
            AccessTokenDbRepository(db),
            RefreshTokenDbRepository(db),
            session_repo=UserSessionDbRepository(db),
            security_log=security_log,
            run_in_thread=slots.run,
        ).execute(
            AuthenticateUserCommand(
                username=form.username,
                password=form.password,
                client=kind,
                access_token_expiry_minutes=settings.security.access_token_expires_in,
                refresh_token_expiry_minutes=settings.security.refresh_token_expires_in,
                session_days=settings.security.session_days,
                admin_session_hours=settings.security.admin_session_hours,
            )
        )
    return desk.respond(refresh_token)


@router.post(
    "/logout",
    **plain_operation(id="logout", response_class=Response, errors=(401, 403, 404, 422)),
)
async def logout(
    request: Request,
    presented: PresentedTokenDep,
    cookie: CookieDep,
    db: DatabaseDep,
    settings: SettingsDep,
) -> Response:
    """Log out: the session ends, and all access and refresh tokens that came out of it.

    A program sends its access token with the refresh token in the form. The web application sends
    its cookie, which is deleted whatever comes of it.
    """
    if not presented.is_web:
        await get_optional_login(request, db)
        current = await get_current_login(request)
        await _log_out(db, presented.identify(), current.user.user)
        return Response()
    cookie.check_origin(request)
    with cookie.deleting():
        await _log_out(db, presented.identify())
    return cookie.delete(Response())


@router.post(
    "/access_token",
    **plain_operation(
        id="renew_access_token", response_model=TokenSchema, errors=(401, 403, 422, 429)
    ),
)
async def renew_access_token(
    presented: PresentedTokenDep,
    db: DatabaseDep,
    bus: BusDep,
    settings: SettingsDep,
    throttle: ThrottleDep,
    security_log: SecurityLogDep,
    desk: TokenDeskDep,
) -> Response:
    """Refresh the access token; the refresh token is replaced as well."""
    claims = presented.decode()
    await throttle.count_refresh(claims["sid"])
    refresh_token = await RefreshAccessToken(
        RefreshTokenDbRepository(db),
        AccessTokenDbRepository(db),
        session_repo=UserSessionDbRepository(db),
        bus=bus,
        security_log=security_log,
    ).execute(
        RefreshAccessTokenCommand(
            identifier=claims["jti"],
            session_uuid=claims["sid"],
            access_token_expiry_minutes=settings.security.access_token_expires_in,
            refresh_token_expiry_minutes=settings.security.refresh_token_expires_in,
        )
    )
    return desk.respond(refresh_token)


@router.post("/recover", **plain_operation(id="recover_user", response_class=Response))
async def recover_user(
    form: Annotated[RecoverForm, Depends(FormReader(RecoverForm))],
    gate: PasswordGateDep,
    bus: BusDep,
) -> Response:
    """Start a recover password flow for the given email address.

    The answer is always 200, and takes equally long, so that nobody learns who is a user.
    """
    if await gate.allows_recovery():
        await RequestRecovery(bus).execute(RequestRecoveryCommand(email=form.email))
    return Response()


@router.post(
    "/reset",
    **plain_operation(
        id="reset_password", response_class=Response, errors=(403, 404, 422, 429, 503)
    ),
)
async def reset_password(
    form: Annotated[ResetForm, Depends(FormReader(ResetForm))],
    db: DatabaseDep,
    bus: BusDep,
    gate: PasswordGateDep,
    slots: HashingSlotsDep,
    policy: PasswordPolicyDep,
    security_log: SecurityLogDep,
) -> Response:
    """Reset the password of the user who holds the unique id of a recovery mail."""
    async with gate.secret():
        await ResetPassword(
            UserAccountDbRepository(db),
            UserRecoveryDbRepository(db),
            session_repo=UserSessionDbRepository(db),
            bus=bus,
            password_policy=policy,
            security_log=security_log,
            run_in_thread=slots.run,
        ).execute(ResetPasswordCommand(uuid=form.uuid, password=form.password))
    return Response()


async def _log_out(db: Database, identifier: str, user: UserEntity | None = None) -> None:
    await Logout(
        RefreshTokenDbRepository(db),
        AccessTokenDbRepository(db),
        session_repo=UserSessionDbRepository(db),
        user=user,
    ).execute(LogoutCommand(identifier=identifier))
