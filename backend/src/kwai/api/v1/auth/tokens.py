"""Hands out tokens, and reads the refresh tokens that come back."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Final

from fastapi import Depends
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from kwai.api.dependencies import SettingsDep
from kwai.api.forms import FormReader
from kwai.api.response import PlainJsonResponse
from kwai.api.v1.auth.refresh_cookie import RefreshCookie, is_web_client
from kwai.core.domain.clock import utc_now
from kwai.core.domain.exceptions import AuthenticationException, NotAllowedException
from kwai.core.json_api import JsonApiException, error
from kwai.core.security.token_codec import TokenCodec, create_refresh_codec
from kwai.modules.identity.sessions.user_session import SessionClient
from kwai.modules.identity.tokens.refresh_token import RefreshTokenEntity
from kwai.modules.identity.tokens.refresh_token_repository import RefreshTokenNotFoundException

EXPIRATION_FORMAT: Final = "%Y-%m-%d %H:%M:%S"


class TokenSchema(BaseModel):
    """The response schema for an access/refresh token.

    Attributes:
        refresh_token: Empty for the web application, which has it in a cookie.
        expiration: End of the access token, YYYY-MM-DD HH:MM:SS in UTC.
    """

    access_token: str
    refresh_token: str
    expiration: str


async def get_refresh_codec(request: Request, settings: SettingsDep) -> TokenCodec:
    """Give the codec of refresh tokens, which the application makes once."""
    state = request.app.state
    if not hasattr(state, "refresh_codec"):
        state.refresh_codec = create_refresh_codec(settings)
    codec: TokenCodec = state.refresh_codec
    return codec


async def get_cookie(settings: SettingsDep) -> RefreshCookie:
    """Give the cookie of this installation."""
    return RefreshCookie.create(settings)


async def get_client_kind(request: Request) -> SessionClient:
    """Tell whether the web application or another program asks for tokens."""
    return SessionClient.WEB if is_web_client(request) else SessionClient.API


RefreshCodecDep = Annotated[TokenCodec, Depends(get_refresh_codec)]
CookieDep = Annotated[RefreshCookie, Depends(get_cookie)]
ClientKindDep = Annotated[SessionClient, Depends(get_client_kind)]


class TokenDesk:
    """Signs the tokens of a session for the kind of client that asks."""

    def __init__(
        self,
        request: Request,
        refresh_codec: RefreshCodecDep,
        cookie: CookieDep,
        kind: ClientKindDep,
    ) -> None:
        self._access_codec: TokenCodec = request.app.state.access_codec
        self._refresh_codec = refresh_codec
        self._cookie = cookie
        self._is_web = kind is SessionClient.WEB

    def respond(self, refresh_token: RefreshTokenEntity) -> Response:
        """Answer a pair of tokens; the web application gets one of them in its cookie."""
        now = utc_now()
        signed = self._sign_refresh(refresh_token, now)
        expiration = refresh_token.access_token.expiration.astimezone(UTC)
        response = PlainJsonResponse(
            {
                "access_token": self._sign_access(refresh_token, now),
                "refresh_token": "" if self._is_web else signed,
                "expiration": expiration.strftime(EXPIRATION_FORMAT),
            }
        )
        if self._is_web:
            rest = refresh_token.session.idle_expires_at - now
            self._cookie.set(response, signed, max(0, int(rest.total_seconds())))
        return response

    def _sign_access(self, refresh_token: RefreshTokenEntity, now: datetime) -> str:
        token = refresh_token.access_token
        return self._access_codec.encode(
            {
                "typ": "access",
                "sid": str(token.session.uuid),
                "jti": str(token.identifier),
                "iat": int(now.timestamp()),
                "exp": int(token.expiration.timestamp()),
                "sub": str(token.user_account.user.uuid),
                "scope": [],
            }
        )

    def _sign_refresh(self, refresh_token: RefreshTokenEntity, now: datetime) -> str:
        return self._refresh_codec.encode(
            {
                "typ": "refresh",
                "sid": str(refresh_token.session.uuid),
                "jti": str(refresh_token.identifier),
                "iat": int(now.timestamp()),
                "exp": int(refresh_token.expiration.timestamp()),
                "cb": int(self._is_web),
            }
        )


TokenDeskDep = Annotated[TokenDesk, Depends(TokenDesk)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshForm:
    """What other programs than the web application send; that one has no such field."""

    refresh_token: str = ""


class PresentedToken:
    """The refresh token that a request shows: the web application in its cookie, others in a form.

    One made for the cookie is refused in a form, so that scripts cannot carry it away.
    """

    def __init__(
        self,
        request: Request,
        codec: RefreshCodecDep,
        cookie: CookieDep,
        form: Annotated[RefreshForm, Depends(FormReader(RefreshForm))],
    ) -> None:
        self.is_web = is_web_client(request)
        self._request = request
        self._codec = codec
        self._cookie = cookie
        self._field = form.refresh_token

    def decode(self) -> dict[str, Any]:
        """Give the claims of the token.

        Raises:
            NotAllowedException: a cookie was sent that this request must not use.
            AuthenticationException: there is no token, or it is not good.
        """
        return self._decode(self._read())

    def identify(self) -> str:
        """Give the identifier of the token.

        Raises:
            NotAllowedException: a cookie was sent that this request must not use.
            AuthenticationException: there is no token.
            RefreshTokenNotFoundException: it is no token of ours.
        """
        token = self._read()
        try:
            identifier: str = self._decode(token)["jti"]
        except AuthenticationException as error:
            raise RefreshTokenNotFoundException("The refresh token does not exist.") from error
        return identifier

    def _read(self) -> str:
        if self.is_web:
            token = self._cookie.read(self._request)
            if token is None:
                raise AuthenticationException("Log in to do this.")
            return token
        if not self._field and self._cookie.is_sent(self._request):
            raise NotAllowedException("The cookie is for the web application of kwai only.")
        if not self._field:
            missing = error(
                "missing_member", "This field is needed.", pointer="", member="refresh_token"
            )
            raise JsonApiException(missing)
        return self._field

    def _decode(self, token: str) -> dict[str, Any]:
        claims = self._codec.decode(token, "refresh")
        if claims["cb"] != int(self.is_web):
            raise AuthenticationException("The refresh token is not valid.")
        return claims


PresentedTokenDep = Annotated[PresentedToken, Depends(PresentedToken)]
