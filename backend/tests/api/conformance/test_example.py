"""The checklist on a resource that offers everything, over memory: it tests the API's base."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from kwai.api import rules
from kwai.api.application import KwaiApplication
from kwai.api.dispatch import RouteTable
from tests.support.api import open_client
from tests.support.conformance import CHECKS, Case, Check, Kit, capabilities_of
from tests.support.example_api import EXAMPLE_RULES, create_example_app, example_settings
from tests.support.example_resources import BoxResource, ShelfResource, Store, ThingResource, fill


class ExampleWorld:
    has_transactions = False

    def __init__(self, app: KwaiApplication, client: Any) -> None:
        self.store: Store = app.state.store
        self.client = client
        self.count = 0

    async def headers(self, role: str) -> dict[str, str]:
        return {} if role == "anonymous" else {"Authorization": f"Bearer {role}"}


async def make_boxes(world: ExampleWorld, count: int) -> list[str]:
    known = set(world.store.boxes)
    fill(world.store, count)
    return [str(id_) for id_ in world.store.boxes if id_ not in known]


async def new_box(world: ExampleWorld) -> dict[str, Any]:
    world.count += 1
    attributes = {"name": f"New {world.count}", "weight": 3, "code": "x"}
    return {"data": {"type": "boxes", "attributes": attributes}}


async def find_shelves(world: ExampleWorld, count: int = 2) -> list[str]:
    return [str(id_) for id_ in world.store.shelves][:count]


async def find_things(world: ExampleWorld, count: int = 2) -> list[str]:
    return [str(id_) for id_ in world.store.things][:count]


CASES = [
    Case(
        resource=BoxResource,
        make=make_boxes,
        create=new_box,
        change=("weight", 77),
        targets={"shelf": find_shelves, "things": find_things},
        # The rule of the example asks for a confirmed password when a code is changed.
        role="admin!",
    ),
    Case(resource=ShelfResource, make=find_shelves),
    Case(resource=ThingResource, make=find_things),
]


def combinations() -> list[Any]:
    with pytest.MonkeyPatch.context() as patch:
        for name, rule in EXAMPLE_RULES.items():
            patch.setitem(rules.RULES, name, rule)
        table = RouteTable(create_example_app(example_settings()).routes)
        offers = {case: capabilities_of(case.declared, table) for case in CASES}
    return [
        pytest.param(case, offers[case], check, id=f"{case}-{check}")
        for case in CASES
        for check in CHECKS
        if check.fits(offers[case])
    ]


@pytest.fixture
async def world(example_app: KwaiApplication) -> AsyncIterator[ExampleWorld]:
    async with open_client(example_app) as client:
        yield ExampleWorld(example_app, client)


@pytest.mark.parametrize(("case", "capabilities", "check"), combinations())
async def test_conformance(
    case: Case, capabilities: frozenset[str], check: Check, world: ExampleWorld
) -> None:
    await check.run(Kit(case, world, capabilities))


def test_every_check_ran_for_the_resource_that_offers_everything() -> None:
    ran = {str(each.values[2]) for each in combinations()}

    assert ran == {str(check) for check in CHECKS}
