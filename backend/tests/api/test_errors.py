import httpx
import pytest

from kwai.api.application import KwaiApplication
from kwai.api.errors import CODES, answer_to
from kwai.core.db import exceptions as db
from kwai.core.domain import exceptions as domain
from kwai.core.json_api import ERRORS, JsonApiException, error
from tests.support.example_resources import BoxResource

CASES: list[tuple[Exception, int, str]] = [
    (domain.AuthenticationException("No."), 401, "unauthorized"),
    (domain.NotAllowedException("No."), 403, "forbidden"),
    (domain.NotAllowedException("No.", code="step_up_required"), 403, "step_up_required"),
    (domain.NotFoundException("No."), 404, "not_found"),
    (domain.RelatedNotFoundException("No."), 404, "related_not_found"),
    (domain.AlreadyExistsException("No."), 409, "already_exists"),
    (domain.InUseException("No."), 409, "in_use"),
    (domain.ConflictException("No."), 409, "conflict"),
    (domain.StaleVersionException("No."), 412, "stale_version"),
    (domain.UnprocessableException("No."), 422, "bad_value"),
    (domain.UnprocessableException("No.", code="unheard_of"), 422, "bad_value"),
    (domain.DomainException("No."), 422, "bad_value"),
    (domain.TooManyRequestsException("No.", retry_after=9), 429, "too_many_requests"),
    (domain.UnavailableException("No.", retry_after=9), 503, "unavailable"),
    (db.ConnectionException("host db-7 refused"), 503, "unavailable"),
    (db.CommitUnknownException("host db-7"), 503, "unavailable"),
    (db.StorageException("disk /var full"), 503, "unavailable"),
    (db.UniqueViolation("users", ("email",), "INSERT"), 409, "already_exists"),
    (db.ForeignKeyViolation("INSERT", in_use=False), 404, "related_not_found"),
    (db.ForeignKeyViolation("DELETE", in_use=True), 409, "in_use"),
    (db.QueryException("column x", "SELECT x"), 500, "internal_error"),
    (ValueError("a fault of ours"), 500, "internal_error"),
]


@pytest.mark.parametrize(("fault", "status", "code"), CASES, ids=lambda each: str(each)[:40])
async def test_each_error_has_its_status_and_code(
    example: httpx.AsyncClient,
    example_app: KwaiApplication,
    fault: Exception,
    status: int,
    code: str,
) -> None:
    example_app.state.store.faults.append(fault)

    answer = await example.get("/api/v1/fault")

    found = answer.json()["errors"][0]
    assert (answer.status_code, found["status"], found["code"]) == (status, str(status), code)
    assert found["title"] == ERRORS[code][1]
    assert answer.headers["Content-Type"] == "application/vnd.api+json"


async def test_jsonapi_e8_the_database_tells_nothing(
    example: httpx.AsyncClient, example_app: KwaiApplication
) -> None:
    faults = [fault for fault, _, _ in CASES if isinstance(fault, db.DatabaseException)]

    for fault in faults:
        example_app.state.store.faults.append(fault)
        answer = await example.get("/api/v1/fault")
        assert not any(
            word in answer.text for word in ("db-7", "SELECT", "INSERT", "/var", "users")
        )


def test_every_family_of_the_domain_is_in_the_table() -> None:
    families = {
        each
        for each in vars(domain).values()
        if isinstance(each, type) and issubclass(each, domain.DomainException)
    }

    assert families == set(CODES)


async def test_jsonapi_e7_a_401_says_how_to_log_in(example: httpx.AsyncClient) -> None:
    answer = await example.get("/api/v1/boxes", headers={"Authorization": "Bearer nobody"})

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [
        (domain.TooManyRequestsException("No.", retry_after=9), "9"),
        (domain.UnavailableException("No.", retry_after=0), "1"),
        (db.ConnectionException("gone"), "1"),
    ],
)
async def test_jsonapi_e7_429_and_503_say_when_to_come_back(
    example: httpx.AsyncClient, example_app: KwaiApplication, fault: Exception, seconds: str
) -> None:
    example_app.state.store.faults.append(fault)

    answer = await example.get("/api/v1/fault")

    assert answer.headers["Retry-After"] == seconds


def test_a_member_points_into_the_document_of_the_resource() -> None:
    class Route:
        resource = BoxResource.__json_api_resource__  # type: ignore[attr-defined]

    def pointer(member: str) -> str | None:
        fault = domain.UnprocessableException("No.", member=member)
        answer = answer_to(fault, {"route": Route()})
        assert answer is not None
        return answer.errors[0].pointer

    assert pointer("name") == "/data/attributes/name"
    assert pointer("things") == "/data/relationships/things"


def test_jsonapi_e3_several_errors_have_the_most_general_status() -> None:
    several = JsonApiException(error("bad_value"), error("not_found"))

    answer = answer_to(several, {})

    assert answer is not None
    assert answer.status == 422


async def test_a_form_error_points_to_its_field(example: httpx.AsyncClient) -> None:
    found = (await example.post("/api/v1/form", data={"name": "wrong"})).json()["errors"]
    long = (await example.post("/api/v1/form", data={"name": "much too long"})).json()["errors"]

    assert found[0]["source"] == {"pointer": "/name"}
    assert long[0]["source"] == {"pointer": "/name"}
    assert "much too long" not in str(long)


async def test_jsonapi_c7_a_missing_field_points_to_the_form(example: httpx.AsyncClient) -> None:
    answer = await example.post("/api/v1/form")

    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {
            "status": "422",
            "code": "missing_member",
            "title": "Missing member",
            "detail": "This field is needed.",
            "source": {"pointer": ""},
            "meta": {"member": "name"},
        }
    ]


async def test_a_form_in_another_format_is_422_and_no_crash(example: httpx.AsyncClient) -> None:
    answer = await example.post("/api/v1/form", json={"name": "a"})

    assert answer.status_code == 422


async def test_a_broken_multipart_body_is_400(example: httpx.AsyncClient) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}

    answer = await example.post("/api/v1/form", content=b"--y\r\n\r\n", headers=headers)

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "bad_value"


async def test_a_bad_query_value_names_its_parameter(example: httpx.AsyncClient) -> None:
    answer = await example.post("/api/v1/form?size=big", data={"name": "a"})

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["source"] == {"parameter": "size"}
    assert "big" not in answer.text
