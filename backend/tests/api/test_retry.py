import httpx

from kwai.api.application import KwaiApplication
from kwai.core.db.exceptions import ConnectionException, DeadlockException, LockTimeoutException

HEADERS = {"Authorization": "Bearer coach"}
BODY = '{"data": {"type": "boxes", "attributes": {"name": "Again"}}}'


class Failing(dict):  # type: ignore[type-arg]
    """A dictionary that fails some times when something is stored."""

    def __init__(self, *faults: Exception) -> None:
        super().__init__()
        self.faults = list(faults)
        self.attempts = 0

    def __setitem__(self, key: object, value: object) -> None:
        self.attempts += 1
        if self.faults:
            raise self.faults.pop(0)
        super().__setitem__(key, value)


async def post(
    example: httpx.AsyncClient, app: KwaiApplication, *faults: Exception
) -> tuple[httpx.Response, Failing]:
    boxes = app.state.store.boxes = Failing(*faults)
    return await example.post("/api/v1/boxes", content=BODY, headers=HEADERS), boxes


async def test_database_x3_a_deadlock_reruns_route_and_dependencies_with_the_same_body(
    example: httpx.AsyncClient, example_app: KwaiApplication
) -> None:
    answer, boxes = await post(
        example, example_app, DeadlockException("1213"), LockTimeoutException("1205")
    )

    assert answer.status_code == 201
    assert answer.json()["data"]["attributes"]["name"] == "Again"
    assert boxes.attempts == 3


async def test_database_x3_after_three_runs_it_is_503(
    example: httpx.AsyncClient, example_app: KwaiApplication
) -> None:
    answer, boxes = await post(example, example_app, *[DeadlockException("1213")] * 5)

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "1"
    assert boxes.attempts == 3


async def test_another_fault_of_the_database_is_not_repeated(
    example: httpx.AsyncClient, example_app: KwaiApplication
) -> None:
    answer, boxes = await post(example, example_app, *[ConnectionException("gone")] * 2)

    assert answer.status_code == 503
    assert boxes.attempts == 1
