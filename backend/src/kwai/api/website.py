"""Serves the built web application to everything that is not the API."""

import mimetypes
from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from kwai.api.call import CALL_KEY
from kwai.api.metrics import get_metrics
from kwai.core.paths import find_static

INDEX: Final = "index.html"
LOGO: Final = "logo"
_ENCODINGS: Final = (("br", ".br"), ("gzip", ".gz"))

NOT_BUILT: Final = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>kwai</title>
<h1>kwai is running</h1>
<p>The web application is not built yet. Run <code>make run</code> (or
<code>sh .ci/setup run</code>) once more with node on the PATH, then reload this page.</p>
<p>The API works without it: <a href="/api/docs">read its documentation</a>.</p>
</html>
"""


class Website:
    """A single-page application: each address without a file extension is its index page."""

    def __init__(self, folder: Path, logo: Path | None = None) -> None:
        self._folder = folder
        self._logo = logo
        self._files = StaticFiles(directory=folder, check_dir=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        scope[CALL_KEY].template = _template(request.url.path)
        if request.url.path == "/metrics":
            response = await get_metrics(request)
        elif request.method not in {"GET", "HEAD"}:
            response = PlainTextResponse("", 405, {"Allow": "GET, HEAD"})
        else:
            response = await self._find(request)
        await response(scope, receive, send)

    async def _find(self, request: Request) -> Response:
        path = request.url.path.lstrip("/")
        if self._logo is not None and path == LOGO:
            return await self._serve_logo(self._logo, request)
        if not (self._folder / INDEX).is_file():
            return HTMLResponse(NOT_BUILT, 404 if _is_file(path) else 200)
        if not path or not _is_file(path):
            return await self._serve(INDEX, request)
        try:
            return await self._serve(self._files.get_path(request.scope), request)
        except (HTTPException, ValueError):
            return PlainTextResponse("Not found", 404)

    async def _serve(self, path: str, request: Request) -> Response:
        """Answer with a file, in the smallest form that was built and the client takes.

        StaticFiles resolves links and dots, and refuses what lies outside of its folder.
        """
        for encoding, suffix in _accepted(request):
            try:
                response = await self._files.get_response(path + suffix, request.scope)
            except HTTPException:
                continue
            response.headers["Content-Encoding"] = encoding
            response.headers["Content-Type"] = _media_type(path)
            break
        else:
            response = await self._files.get_response(path, request.scope)
        response.headers["Vary"] = "Accept-Encoding"
        return response

    async def _serve_logo(self, logo: Path, request: Request) -> Response:
        beside = StaticFiles(directory=logo.parent, check_dir=False)
        try:
            return await beside.get_response(logo.name, request.scope)
        except HTTPException:
            return PlainTextResponse("Not found", 404)


def create_website(logo: Path | None = None) -> ASGIApp:
    """Create the application for everything outside of /api."""
    return Website(find_static(), logo)


def _accepted(request: Request) -> list[tuple[str, str]]:
    """The encodings in which files are built and that the client takes, smallest first."""
    accepted = request.headers.get("Accept-Encoding", "")
    names = {
        coding.partition(";")[0].strip().lower()
        for coding in accepted.split(",")
        if not coding.replace(" ", "").endswith(";q=0")
    }
    return [(name, suffix) for name, suffix in _ENCODINGS if name in names]


def _media_type(path: str) -> str:
    media_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
    is_text = media_type.startswith("text/")
    return f"{media_type}; charset=utf-8" if is_text else media_type


def _is_file(path: str) -> bool:
    return path.startswith("assets/") or "." in path.rpartition("/")[2]


def _template(path: str) -> str:
    if path == "/metrics":
        return path
    return "/assets/*" if path.startswith("/assets/") else "/*"
