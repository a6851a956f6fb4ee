import httpx
import pytest
from fastapi import APIRouter
from starlette.responses import Response

from kwai.api.application import KwaiApplication
from kwai.api.operation import plain_operation
from kwai.api.route import KwaiRoute
from kwai.api.rules import MissingRuleException, Rule
from tests.support.example_api import create_example_app, example_settings
from tests.support.example_resources import BoxResource

JSON_API = {"Content-Type": "application/vnd.api+json"}


def token(roles: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {roles}"}


def patch_of(**attributes: object) -> dict[str, object]:
    return {"data": {"type": "boxes", "id": "1", "attributes": attributes}}


@pytest.mark.parametrize(
    ("roles", "expected"), [("user", 403), ("author", 403), ("coach", 202), ("admin", 202)]
)
async def test_security_s4_the_role_decides(
    example: httpx.AsyncClient, roles: str, expected: int
) -> None:
    body = {"meta": {"reason": "full"}}

    answer = await example.post("/api/v1/boxes/1/empty", json=body, headers=token(roles) | JSON_API)

    assert answer.status_code == expected


@pytest.mark.parametrize("header", ["Bearer nobody", "Basic eDp5", "Bearer", "bearer a b", ""])
async def test_security_s4_a_bad_token_is_401_where_the_answer_depends_on_the_role(
    example: httpx.AsyncClient, example_app: KwaiApplication, header: str
) -> None:
    if header != "Bearer nobody":
        example_app.dependency_overrides.clear()

    answer = await example.get("/api/v1/boxes", headers={"Authorization": header})

    assert answer.status_code == 401


async def test_a_stale_token_does_no_harm_where_everybody_may(example: httpx.AsyncClient) -> None:
    answer = await example.post("/api/v1/form", data={"name": "a"}, headers=token("nobody"))

    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("roles", "expected"), [("user", "own"), ("coach", "own"), ("coach+admin", "all")]
)
async def test_an_endpoint_learns_the_widest_scope(
    example: httpx.AsyncClient, roles: str, expected: str
) -> None:
    answer = await example.post("/api/v1/boxes/count", headers=token(roles))

    found = answer.json()
    assert found.get("meta", {}).get("scope", str(answer.status_code)) == expected


async def test_security_s5_a_field_is_shown_to_its_role_only(example: httpx.AsyncClient) -> None:
    shown = {
        roles: "remark" in (await example.get("/api/v1/boxes/1", headers=headers)).text
        for roles, headers in [("", {}), ("user", token("user")), ("coach", token("coach"))]
    }
    admin = await example.get("/api/v1/boxes/1", headers=token("admin"))

    assert shown == {"": False, "user": False, "coach": True}
    assert "remark" in admin.text
    assert "owner" in admin.json()["data"]["relationships"]


async def test_security_s5_a_hidden_relationship_is_403_when_named(
    example: httpx.AsyncClient,
) -> None:
    for path in ("/api/v1/boxes/1/owner", "/api/v1/boxes/1/relationships/owner"):
        assert (await example.get(path)).status_code == 403
        assert (await example.get(path, headers=token("admin"))).status_code == 200


async def test_security_s16_step_up_asks_for_the_password(example: httpx.AsyncClient) -> None:
    stale = await example.post("/api/v1/secret", headers=token("admin"))
    fresh = await example.post("/api/v1/secret", headers=token("admin!"))

    assert stale.status_code == 403
    assert stale.json()["errors"][0]["code"] == "step_up_required"
    assert fresh.status_code == 200


@pytest.mark.parametrize(
    ("roles", "attribute", "expected"),
    [("coach", "code", 403), ("coach!", "code", 200), ("coach", "name", 200)],
)
async def test_security_s16_step_up_can_hang_on_a_member(
    example: httpx.AsyncClient, roles: str, attribute: str, expected: int
) -> None:
    body = patch_of(**{attribute: "x"})

    answer = await example.patch("/api/v1/boxes/1", json=body, headers=token(roles) | JSON_API)

    assert answer.status_code == expected


def test_security_s2_a_route_without_rule_cannot_be_made() -> None:
    router = APIRouter(route_class=KwaiRoute)

    async def endpoint() -> Response:
        return Response()

    with pytest.raises(MissingRuleException, match="unheard_of"):
        router.add_api_route("/x", endpoint, **plain_operation(id="unheard_of"))
    with pytest.raises(MissingRuleException, match="operation_id"):
        router.add_api_route("/x", endpoint)


def test_security_s2_a_rule_without_route_stops_the_start(
    example_app: KwaiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kwai.api import rules

    present = {"get_health", "get_ready", "get_openapi", "get_docs", "get_docs_asset"}
    for name in [name for name in rules.RULES if name not in present | rules.NO_ROUTES]:
        if name not in {"get_boxes", "get_box", "create_box", "update_box", "delete_box"}:
            monkeypatch.delitem(rules.RULES, name)
    monkeypatch.setitem(rules.RULES, "without_route", Rule())

    with pytest.raises(MissingRuleException, match="without_route"):
        example_app.check_rules()


def test_security_s2_a_route_of_another_class_stops_the_start(example_rules: None) -> None:
    app = create_example_app(example_settings())

    @app.get("/api/v1/bare")
    async def bare() -> Response:
        return Response()

    with pytest.raises(MissingRuleException, match="/api/v1/bare"):
        app.check_rules()


async def test_a_relationship_has_the_rule_of_its_resource(example: httpx.AsyncClient) -> None:
    document = {"data": {"type": "shelves", "id": "2"}}
    path = "/api/v1/boxes/1/relationships/shelf"

    anonymous = await example.patch(path, json=document, headers=JSON_API)
    user = await example.patch(path, json=document, headers=token("user") | JSON_API)
    coach = await example.patch(path, json=document, headers=token("coach") | JSON_API)

    assert [each.status_code for each in (anonymous, user, coach)] == [401, 403, 204]


def test_the_resource_of_a_route_is_the_declared_one(example_app: KwaiApplication) -> None:
    from kwai.api.dispatch import RouteTable

    found = RouteTable(example_app.routes).find("/api/v1/boxes/1")

    assert found is not None
    resource = found[0].targets["GET"].route.resource
    assert resource is BoxResource.__json_api_resource__  # type: ignore[attr-defined]
