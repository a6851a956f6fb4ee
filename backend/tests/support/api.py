"""The real application for tests, and a client that looks at every answer it gets."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from kwai.api.app import create_app, lifespan
from kwai.core.json_api import MEDIA_TYPE
from kwai.core.settings import (
    BusSettings,
    DatabaseSettings,
    LoggerSettings,
    SecuritySettings,
    Settings,
    WebsiteSettings,
)
from tests.support.json_api_conformance import check_document

WEBSITE = "https://club.example"
NO_BODY = {204, 304}
_APPLICATIONS: list[tuple[Settings, FastAPI]] = []


def api_settings(database: DatabaseSettings, **sections: Any) -> Settings:
    """Give settings that may start: random-looking secrets, no embedded worker, a quiet log."""
    given: dict[str, Any] = {
        "db": database,
        "bus": BusSettings(embedded=False),
        "website": WebsiteSettings(url=WEBSITE, email="club@club.example", name="The club"),
        "logger": LoggerSettings(level="ERROR"),
        "security": SecuritySettings(
            jwt_secret=SecretStr("a0b1c2d3e4f5061728394a5b6c7d8e9f-access"),
            jwt_refresh_secret=SecretStr("f9e8d7c6b5a4938271605f4e3d2c1b0a-refresh"),
            data_secret=SecretStr("00ff11ee22dd33cc44bb55aa66997788-data"),
        ),
    }
    return Settings(**(given | sections))


async def check_answer(answer: httpx.Response) -> None:
    """Fail on an answer below /api that breaks the contract (jsonapi.md 2.8)."""
    if not answer.request.url.path.startswith("/api"):
        return
    await answer.aread()
    assert "Accept" in answer.headers.get("Vary", "") or "/api/docs" in str(answer.request.url)
    assert answer.headers["X-Request-ID"]
    if answer.status_code in NO_BODY or answer.request.method == "HEAD":
        assert answer.content == b""
        return
    content_type = answer.headers.get("Content-Type", "")
    if answer.status_code >= 400 and not _is_ready(answer):
        assert content_type == MEDIA_TYPE, content_type
    if content_type.startswith(MEDIA_TYPE):
        assert "charset" not in content_type
        document = check_document(answer.content, is_sparse="fields[" in str(answer.request.url))
        if "errors" in document:
            assert all(each["status"] and each["code"] for each in document["errors"])


def _is_ready(answer: httpx.Response) -> bool:
    return answer.request.url.path == "/api/ready"


@asynccontextmanager
async def open_client(app: Any, **options: Any) -> AsyncIterator[httpx.AsyncClient]:
    """Open a client whose every answer is checked; a crash is a 500, as on the wire."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False, **options)
    async with httpx.AsyncClient(
        transport=transport,
        base_url="http://127.0.0.1:8000",
        event_hooks={"response": [check_answer]},
    ) as client:
        yield client


@pytest.fixture
def settings(database_settings: DatabaseSettings) -> Settings:
    """Settings for a clean, migrated database of this test's engine."""
    return api_settings(database_settings)


@pytest.fixture
async def app(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FastAPI]:
    """The real application, started; a test that takes it runs on both engines."""
    monkeypatch.setenv("KWAI_TESTING", "1")
    application = _make_app(settings.model_copy(update={"db": DatabaseSettings()}))
    application.state.settings = settings
    async with lifespan(application):
        yield application
    application.dependency_overrides.clear()


def _make_app(settings: Settings) -> FastAPI:
    """Make an application once: only the database differs from test to test."""
    for known, application in _APPLICATIONS:
        if known == settings:
            return application
    _APPLICATIONS.append((settings, create_app(settings)))
    return _APPLICATIONS[-1][1]


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the real application."""
    async with open_client(app) as opened:
        yield opened
