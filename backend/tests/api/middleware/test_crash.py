import httpx
from loguru import logger

from kwai.api.application import KwaiApplication
from kwai.core.db.exceptions import ConnectionException
from tests.support.api import open_client

SECRET = "SELECT password FROM users"


async def test_jsonapi_e8_a_crash_tells_its_id_and_nothing_else(
    example: httpx.AsyncClient, example_app: KwaiApplication
) -> None:
    example_app.state.store.faults.append(RuntimeError(SECRET))

    answer = await example.get("/api/v1/fault", headers={"Origin": "https://other.example"})

    assert answer.status_code == 500
    error = answer.json()["errors"][0]
    assert error["id"] == answer.headers["X-Request-ID"]
    assert error["code"] == "internal_error"
    assert "SELECT" not in answer.text
    assert answer.headers["Content-Type"] == "application/vnd.api+json"
    assert answer.headers["Access-Control-Allow-Origin"] == "https://other.example"
    assert "Accept" in answer.headers["Vary"]


async def test_a_crash_is_logged_with_its_traceback(
    example: httpx.AsyncClient, example_app: KwaiApplication
) -> None:
    texts: list[str] = []
    sink = logger.add(texts.append, level="ERROR", backtrace=False, diagnose=False)
    example_app.state.store.faults.append(RuntimeError("The fault of ours."))

    await example.get("/api/v1/fault")

    logger.remove(sink)
    assert "The fault of ours." in "".join(texts)
    assert "Traceback" in "".join(texts)


async def test_what_is_away_is_named_in_the_log_alone(
    example: httpx.AsyncClient, example_app: KwaiApplication
) -> None:
    texts: list[str] = []
    sink = logger.add(texts.append, level="WARNING", format="{message} {extra[reason]}")
    example_app.state.store.faults.append(ConnectionException("The server cannot be reached."))

    answer = await example.get("/api/v1/fault")

    logger.remove(sink)
    assert answer.status_code == 503
    assert "reached" not in answer.text
    assert texts == ["Request answered The server cannot be reached.\n"]


async def test_the_next_request_is_not_touched_by_a_crash(example_app: KwaiApplication) -> None:
    example_app.state.store.faults.append(RuntimeError("once"))

    async with open_client(example_app) as client:
        statuses = [(await client.get("/api/v1/fault")).status_code for _ in range(2)]

    assert statuses == [500, 200]
