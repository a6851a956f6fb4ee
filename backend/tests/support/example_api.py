"""A small API over memory: boxes on shelves with things in them, declared like any resource."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from functools import cache
from types import SimpleNamespace
from typing import Annotated, Any, cast

import httpx
import pytest
from annotated_types import MaxLen
from fastapi import APIRouter, Depends, Form, Query
from pydantic import BaseModel, ConfigDict, SecretStr
from starlette.requests import Request
from starlette.responses import Response

from kwai.api import rules, system
from kwai.api.application import KwaiApplication
from kwai.api.call import get_call
from kwai.api.dependencies import (
    CurrentLogin,
    InputDep,
    KnownTagsDep,
    MetaDep,
    PreconditionDep,
    QueryDep,
    ScopeDep,
    get_database,
    get_optional_login,
    path_id,
)
from kwai.api.operation import operation, plain_operation
from kwai.api.relationships import add_relationships
from kwai.api.response import (
    PlainJsonResponse,
    respond,
    respond_created,
    respond_list,
    respond_meta,
    respond_nothing,
    respond_unchanged,
)
from kwai.api.route import KwaiRoute
from kwai.api.routers import add_routes
from kwai.api.rules import EVERYBODY, PUBLISHED, Rule
from kwai.api.v1.operations import api as operations
from kwai.core.domain.exceptions import (
    AuthenticationException,
    NotFoundException,
    TooManyRequestsException,
    UnprocessableException,
)
from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.json_api import Create, Patch
from kwai.core.settings import (
    ApiSettings,
    CORSSettings,
    SecuritySettings,
    Settings,
    WebsiteSettings,
)
from tests.support.api import open_client
from tests.support.example_resources import BoxResource, ShelfResource, Store, ThingResource, fill

EXAMPLE_RULES = {
    "get_boxes": PUBLISHED,
    "get_box": PUBLISHED,
    "create_box": Rule(coach="all", admin="all"),
    "update_box": Rule(coach="all", admin="all", step_up=("code",)),
    "delete_box": Rule(admin="all"),
    "empty_box": Rule(coach="all", admin="all"),
    "count_boxes": Rule(user="own", admin="all"),
    "get_shelf": PUBLISHED,
    "get_thing": PUBLISHED,
    "post_form": EVERYBODY,
    "get_fault": EVERYBODY,
    "get_secret": Rule(admin="all", step_up=True),
}


async def get_store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


StoreDep = Annotated[Store, Depends(get_store)]
BoxId = Annotated[int, Depends(path_id("box_id"))]
ShelfId = Annotated[int, Depends(path_id("shelf_id"))]
ThingId = Annotated[int, Depends(path_id("thing_id"))]
BoxInput = Annotated[Create[BoxResource], InputDep]
BoxPatch = Annotated[Patch[BoxResource], InputDep]


class EmptyMeta(BaseModel):
    model_config = ConfigDict(extra="forbid")

    reason: Annotated[str, MaxLen(20)]


class Dropping(BaseModel):
    dry_run: bool = False


@cache
def create_example_router() -> APIRouter:  # noqa: C901 (a list of endpoints)
    router = APIRouter(prefix="/boxes", tags=["boxes"], route_class=KwaiRoute)

    @router.get("", **operation(BoxResource, "list", id="get_boxes"))
    async def get_boxes(query: QueryDep, store: StoreDep, known: KnownTagsDep) -> Response:
        tag = known.make_tag(*(box.version for box in store.boxes.values()))
        if known.include(tag):
            return respond_unchanged(tag)
        store.lists_read += 1
        boxes = sorted(store.boxes.values(), key=lambda box: (box.name, box.id))
        for key in reversed(query.sort[:-1]):
            boxes.sort(key=lambda box: _order_of(box, key.name), reverse=key.descending)
        return respond_boxes(query, boxes, tag)

    @router.get("/{box_id}", **operation(BoxResource, "get", id="get_box"))
    async def get_box(box_id: BoxId, query: QueryDep, store: StoreDep) -> Response:
        """Get one box."""
        return respond(query, store.get(box_id))

    @router.post("", **operation(BoxResource, "create", id="create_box"))
    async def create_box(new: BoxInput, query: QueryDep, store: StoreDep) -> Response:
        return respond_created(query, store.save(new.resource))

    @router.patch("/{box_id}", **operation(BoxResource, "update", id="update_box"))
    async def update_box(
        box_id: BoxId, patch: BoxPatch, query: QueryDep, store: StoreDep
    ) -> Response:
        return respond(query, store.save(patch.apply(store.get(box_id))))

    @router.delete(
        "/{box_id}", **operation(BoxResource, "delete", id="delete_box", options=Dropping)
    )
    async def delete_box(
        box_id: BoxId, precondition: PreconditionDep, query: QueryDep, store: StoreDep
    ) -> Response:
        precondition.check(store.get(box_id))
        if not query.options.get("dry_run"):
            del store.boxes[box_id]
        return respond_nothing()

    @router.post(
        "/{box_id}/empty",
        **operation(BoxResource, "action", id="empty_box", meta=EmptyMeta, status=202),
    )
    async def empty_box(
        box_id: BoxId, meta: Annotated[EmptyMeta, MetaDep], query: QueryDep, store: StoreDep
    ) -> Response:
        emptied = replace(store.get(box_id), things=[], remark=meta.reason)
        return respond(query, store.save(emptied), status=202)

    @router.post("/count", **operation(BoxResource, "action", id="count_boxes", answers_meta=True))
    async def count_boxes(store: StoreDep, scope: ScopeDep) -> Response:
        return respond_meta({"count": len(store.boxes), "scope": scope})

    add_relationships(router, BoxResource, get=get_box, update=update_box)
    return router


def _order_of(box: BoxResource, name: str) -> tuple[bool, Any]:
    value = getattr(box, name)
    return value is not None, value


def respond_boxes(query: ResourceQuery, boxes: list[BoxResource], tag: str) -> Response:
    """Cut a page by offset or, as a repository would, by position."""
    page = query.page
    assert page is not None
    if not page.is_cursor:
        cut = boxes[page.offset :][: page.limit]
        return respond_list(query, cut, count=len(boxes), tag=tag)
    ids = [int(each.id) for each in boxes]
    start = 0 if page.after is None else ids.index(cast(int, page.after[-1])) + 1
    end = len(boxes) if page.before is None else ids.index(cast(int, page.before[-1]))
    if page.is_backwards:
        cut = boxes[max(start, end - page.size) : end]
    else:
        cut = boxes[start : min(end, start + page.size)]
    return respond_list(
        query,
        cut,
        tag=tag,
        more=end - start > len(cut),
        positions=[(int(each.id),) for each in cut],
    )


@cache
def create_other_router() -> APIRouter:
    router = APIRouter(tags=["others"], route_class=KwaiRoute)

    @router.get("/shelves/{shelf_id}", **operation(ShelfResource, "get", id="get_shelf"))
    async def get_shelf(shelf_id: ShelfId, query: QueryDep, store: StoreDep) -> Response:
        return respond(query, find(store.shelves, shelf_id))

    @router.get("/things/{thing_id}", **operation(ThingResource, "get", id="get_thing"))
    async def get_thing(thing_id: ThingId, query: QueryDep, store: StoreDep) -> Response:
        return respond(query, find(store.things, thing_id))

    return router


def find(known: dict[int, Any], id_: int) -> Any:
    if id_ not in known:
        raise NotFoundException(f"{id_} does not exist.")
    return known[id_]


@cache
def create_plain_router() -> APIRouter:
    router = APIRouter(tags=["plain"], route_class=KwaiRoute)

    @router.post("/form", **plain_operation(id="post_form", errors=(422, 429)))
    async def post_form(
        name: Annotated[str, Form(max_length=5)], size: Annotated[int, Query()] = 0
    ) -> Response:
        if name == "often":
            raise TooManyRequestsException("Too many forms.", retry_after=7)
        if name == "wrong":
            raise UnprocessableException("Not this name.", member="name")
        return PlainJsonResponse({"name": name, "size": size})

    @router.get("/fault", **plain_operation(id="get_fault"))
    async def get_fault(store: StoreDep) -> Response:
        if store.faults:
            raise store.faults.pop(0)
        return PlainJsonResponse({})

    @router.post("/secret", **plain_operation(id="get_secret"))
    async def get_secret(login: CurrentLogin) -> Response:
        return PlainJsonResponse({"roles": sorted(login.roles)})

    return router


@dataclass(frozen=True, slots=True)
class FakeLogin:
    """Duck type of a login session; the token names the roles, `!` a fresh confirmation."""

    roles: frozenset[str]
    session: SimpleNamespace
    user: SimpleNamespace


async def login_by_name(request: Request) -> FakeLogin | None:
    header = request.headers.get("authorization")
    if header is None:
        return None
    names = frozenset(header.removeprefix("Bearer ").rstrip("!").split("+"))
    if "nobody" in names:
        raise AuthenticationException("The token is not valid.")
    confirmed = header.endswith("!")
    login = FakeLogin(
        names | {"user"},
        SimpleNamespace(is_confirmed_at=lambda now: confirmed),
        SimpleNamespace(),
    )
    get_call(request).login = login  # type: ignore[assignment]
    return login


async def no_database() -> SimpleNamespace:
    return SimpleNamespace()


def example_settings(**sections: Any) -> Settings:
    given: dict[str, Any] = {
        "website": WebsiteSettings(url="https://club.example"),
        "security": SecuritySettings(
            jwt_secret=SecretStr("j" * 40), data_secret=SecretStr("d" * 40)
        ),
        "cors": CORSSettings(origins=("https://other.example",)),
        "api": ApiSettings(),
    }
    return Settings(**(given | sections))


def create_example_app(settings: Settings) -> KwaiApplication:
    app = KwaiApplication(settings, title="Example", version="1")
    app.state.store = Store(
        shelves={1: ShelfResource(id="1", name="Top"), 2: ShelfResource(id="2", name="Low")},
        things={n: ThingResource(id=str(n), name=f"Thing {n}") for n in (1, 2, 3)},
    )
    add_routes(app, system.router)
    add_routes(app, create_example_router(), prefix="/api/v1")
    add_routes(app, create_other_router(), prefix="/api/v1")
    add_routes(app, create_plain_router(), prefix="/api/v1")
    add_routes(app, operations.router, prefix="/api/v1")
    app.dependency_overrides[get_optional_login] = login_by_name
    app.dependency_overrides[get_database] = no_database
    return app


@pytest.fixture
def example_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, rule in EXAMPLE_RULES.items():
        monkeypatch.setitem(rules.RULES, name, rule)


@pytest.fixture
def example_app(example_rules: None) -> KwaiApplication:
    return create_example_app(example_settings())


@pytest.fixture
async def example(example_app: KwaiApplication) -> AsyncIterator[httpx.AsyncClient]:
    fill(example_app.state.store)
    async with open_client(example_app) as client:
        yield client
