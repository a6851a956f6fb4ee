"""The cookie that carries the refresh token of the web application, out of reach of scripts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Self
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kwai.core.domain.exceptions import (
    AuthenticationException,
    NotAllowedException,
    NotFoundException,
)
from kwai.core.settings import Settings

CLIENT_HEADER: Final = "X-Kwai-Client"
WEB: Final = "web"
NAME: Final = "__Host-Http-kwai_rt"
# A browser takes no Secure cookie, and no name that promises one, over plain http.
LOCAL_NAME: Final = "kwai_rt"
LOCAL_HOSTS: Final = ("localhost", "127.0.0.1")


def is_web_client(request: Request) -> bool:
    """Tell whether the web application asks; a form of another site cannot send this header."""
    return request.headers.get(CLIENT_HEADER) == WEB


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshCookie:
    """Writes the cookie, and reads it only from requests that our own pages have made."""

    name: str
    secure: bool
    origins: frozenset[str]

    @classmethod
    def create(cls, settings: Settings) -> Self:
        """Take name and origins from the public address."""
        secure = not _is_local(settings.base_url)
        return cls(
            name=NAME if secure else LOCAL_NAME,
            secure=secure,
            origins=frozenset({*_own_origins(settings.base_url), *settings.cors.origins}),
        )

    def is_sent(self, request: Request) -> bool:
        """Tell whether the request has the cookie, without looking into it."""
        return self.name in request.cookies

    def read(self, request: Request) -> str | None:
        """Give the token in the cookie.

        Raises:
            NotAllowedException: the request was not made by one of our own pages.
        """
        self.check_origin(request)
        return request.cookies.get(self.name)

    def check_origin(self, request: Request) -> None:
        """Refuse what another site has sent.

        Raises:
            NotAllowedException: the request was not made by one of our own pages.
        """
        origin = request.headers.get("origin")
        if origin is None:
            is_own = request.headers.get("sec-fetch-site") == "same-origin"
        else:
            is_own = origin in self.origins
        if not is_web_client(request) or not is_own:
            raise NotAllowedException("The cookie is for the web application of kwai only.")

    def set(self, response: Response, token: str, max_age: int) -> None:
        """Put the token into the cookie, for as many seconds as it may be idle."""
        response.set_cookie(
            self.name,
            token,
            max_age=max_age,
            path="/",
            secure=self.secure,
            httponly=True,
            samesite="strict",
        )

    def delete(self, response: Response) -> Response:
        """Make the browser forget the cookie."""
        self.set(response, "", 0)
        return response

    @contextmanager
    def deleting(self) -> Iterator[None]:
        """Delete the cookie also with the refusals that the block raises."""
        try:
            yield
        except AuthenticationException as error:
            raise self._refusal(401) from error
        except NotFoundException as error:
            raise self._refusal(404) from error

    def _refusal(self, status: int) -> HTTPException:
        deletion = self.delete(Response()).headers["set-cookie"]
        return HTTPException(status, headers={"Set-Cookie": deletion})


def _is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "http" and parts.hostname in LOCAL_HOSTS


def _own_origins(url: str) -> Iterator[str]:
    parts = urlsplit(url)
    hosts = LOCAL_HOSTS if _is_local(url) else (parts.hostname or "",)
    default = {"http": 80, "https": 443}.get(parts.scheme)
    port = "" if parts.port in {None, default} else f":{parts.port}"
    yield from (f"{parts.scheme}://{_bracket(host)}{port}" for host in hosts)


def _bracket(host: str) -> str:
    return f"[{host}]" if ":" in host else host
