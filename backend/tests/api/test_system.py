import httpx
import pytest
from fastapi import FastAPI

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.migrations import revisions
from kwai.core.settings import DatabaseSettings, SecuritySettings
from tests.support.api import api_settings, open_client


async def test_health_says_that_the_process_is_up(client: httpx.AsyncClient) -> None:
    answer = await client.get("/api/health")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert answer.headers["Content-Type"] == "application/json"


async def test_ready_says_what_each_part_is(client: httpx.AsyncClient) -> None:
    answer = await client.get("/api/ready")

    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "database": "ok",
        "migrations": "ok",
        "bus": "ok",
    }


async def test_a_held_queue_is_degraded_and_no_reason_to_stop(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with database.transaction():
        await database.execute(Sql("UPDATE outbox_control SET held = 1"))

    answer = await client.get("/api/ready")

    assert (answer.status_code, answer.json()["bus"]) == (200, "degraded")


async def test_another_schema_is_not_ready(client: httpx.AsyncClient, database: Database) -> None:
    await set_revision(database, "0000")
    try:
        answer = await client.get("/api/ready")
    finally:
        # The fixtures do not touch it: the next test would find what is left here.
        await set_revision(database, revisions()[-1])

    assert answer.status_code == 503
    assert answer.json()["migrations"] == "unavailable"
    assert answer.headers["Retry-After"] == "5"


async def set_revision(database: Database, revision: str) -> None:
    async with database.transaction():
        await database.execute(Sql(f"UPDATE schema_version SET version_num = '{revision}'"))


async def test_a_database_that_is_away_is_not_ready(app: FastAPI) -> None:
    gone = DatabaseSettings(engine="mysql", port=1, acquire_timeout=0.5)
    app.state.settings = api_settings(gone)

    async with open_client(app) as client:
        answer = await client.get("/api/ready")

    assert answer.status_code == 503
    assert "127.0.0.1" not in answer.text


async def test_the_figures_are_for_this_machine(client: httpx.AsyncClient) -> None:
    await client.get("/api/health")

    answer = await client.get("/metrics")

    assert answer.status_code == 200
    assert 'route="/api/health"' in answer.text
    assert "kwai_outbox_deliveries" in answer.text
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    "headers",
    [{"X-Forwarded-For": "127.0.0.1"}, {"Forwarded": "for=127.0.0.1"}, {"X-Real-IP": "::1"}],
)
async def test_what_a_proxy_passes_on_gets_no_figures(
    client: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    assert (await client.get("/metrics", headers=headers)).status_code == 403


async def test_others_need_the_token(app: FastAPI, settings: object) -> None:
    database = app.state.settings.db
    security = app.state.settings.security.model_dump() | {"metrics_token": "t" * 40}
    app.state.settings = api_settings(database, security=SecuritySettings(**security))

    async with open_client(app, client=("203.0.113.9", 1)) as client:
        none = await client.get("/metrics")
        wrong = await client.get("/metrics", headers={"Authorization": "Bearer x"})
        right = await client.get("/metrics", headers={"Authorization": "Bearer " + "t" * 40})

    assert [each.status_code for each in (none, wrong, right)] == [401, 401, 200]
    assert none.headers["WWW-Authenticate"] == "Bearer"


async def test_the_docs_page_needs_nobody_else(client: httpx.AsyncClient) -> None:
    page = await client.get("/api/docs")
    script = await client.get("/api/docs/docs.js")
    style = await client.get("/api/docs/docs.css")
    other = await client.get("/api/docs/..%2fopenapi.py")

    assert '<script src="/api/docs/docs.js">' in page.text
    assert "http" not in page.text.replace("http-equiv", "")
    assert "style=" not in page.text
    assert script.headers["Content-Type"].startswith("text/javascript")
    assert style.headers["Content-Type"].startswith("text/css")
    assert other.status_code == 404


async def test_the_openapi_document_is_that_of_the_application(client: httpx.AsyncClient) -> None:
    document = (await client.get("/api/openapi.json")).json()

    assert document["info"]["version"] == "1"
    assert "/api/ready" in document["paths"]
