"""The checklist on every declared resource, through the real application on both engines."""

from functools import cache
from typing import Any

import pytest

from kwai.api.app import create_app
from kwai.api.dispatch import RouteTable
from kwai.core.json_api import registry
from kwai.core.settings import DatabaseSettings
from tests.support.api import api_settings
from tests.support.conformance import CHECKS, Case, Check, Kit, capabilities_of
from tests.support.conformance.club import CASES, ClubWorld
from tests.support.database import Statements
from tests.support.identity_api import ClubKit

# What is no resource: forms, and what serves the programs around the club.
PLAIN = {
    "get_health",
    "get_ready",
    "get_openapi",
    "get_docs",
    "get_docs_asset",
    "login",
    "logout",
    "renew_access_token",
    "recover_user",
    "reset_password",
    "change_password",
    "confirm_password",
    "get_portal_feed",
    "run_operations",
    "get_trainings_calendar",
    "get_account_calendar",
    "get_training_statistics",
    "get_training_statistics_csv",
}


@cache
def table() -> RouteTable:
    return RouteTable(create_app(api_settings(DatabaseSettings())).routes)


@cache
def offers(case: Case) -> frozenset[str]:
    return capabilities_of(case.declared, table())


def combinations() -> list[Any]:
    return [
        pytest.param(case, check, id=f"{case}-{check}")
        for case in CASES
        for check in CHECKS
        if check.fits(offers(case))
    ]


@pytest.mark.parametrize(("case", "check"), combinations())
async def test_conformance(case: Case, check: Check, club: ClubKit) -> None:
    await check.run(Kit(case, ClubWorld(club), offers(case)))


def test_every_declared_resource_has_a_case() -> None:
    assert {each.type for each in registry()} == {str(case) for case in CASES}


def test_every_resource_can_be_read_by_its_id() -> None:
    assert all("get" in offers(case) for case in CASES)


def test_every_route_is_of_a_resource_or_known_to_be_plain() -> None:
    routes = [each.route for address in table() for each in address.targets.values()]

    plain = {str(route.operation_id) for route in routes if route.operation is None}
    assert plain == PLAIN


def test_security_s2_every_route_of_the_document_has_a_rule() -> None:
    from kwai.api.rules import NO_ROUTES, RULES

    app = create_app(api_settings(DatabaseSettings()))
    documented = {
        operation["operationId"]: operation["x-authorization"]
        for methods in app.openapi()["paths"].values()
        for operation in methods.values()
    }
    routes = [each.route for address in table() for each in address.targets.values()]

    hidden = {"get_openapi", "get_docs", "get_docs_asset"}
    assert set(documented) == {str(route.operation_id) for route in routes} - hidden
    assert set(RULES) - NO_ROUTES <= {str(route.operation_id) for route in routes}
    for route in routes:
        if route.operation_id in documented:
            assert documented[route.operation_id] == route.rule.describe()


@pytest.mark.parametrize("case", [case for case in CASES if "list" in offers(case)], ids=str)
async def test_jsonapi_v4_a_longer_list_costs_no_further_statement(
    case: Case, club: ClubKit, statements: Statements
) -> None:
    kit = Kit(case, ClubWorld(club), offers(case))
    names = ",".join(case.declared.relationships)
    path = f"{kit.path()}?page[limit]=100" + (f"&include={names}" if names else "")

    async def cost(count: int) -> int:
        await kit.make(count)
        await kit.world.headers(case.role)
        statements.clear()
        await kit.get(path)
        return statements.count

    assert await cost(3) == await cost(9)
