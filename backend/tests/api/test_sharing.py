"""What FastAPI knows of a dependency is there once, whoever asks for it."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Query
from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import get_dependant
from starlette.requests import Request

from kwai.api.app import create_app
from kwai.api.sharing import SharedDependants, reads_parameters
from kwai.core.settings import DatabaseSettings
from tests.support.api import api_settings


def below(dependant: Dependant) -> Iterator[Dependant]:
    for each in dependant.dependencies:
        yield each
        yield from below(each)


async def get_name(request: Request) -> str:
    return request.url.path


async def get_page(page: Annotated[int, Query()] = 1) -> int:
    return page


async def first(name: Annotated[str, Depends(get_name)]) -> str:
    return name


async def second(name: Annotated[str, Depends(get_name)]) -> str:
    return name


async def third(other: Annotated[str, Depends(get_name)]) -> str:
    return other


async def paged(
    name: Annotated[str, Depends(get_name)], page: Annotated[int, Depends(get_page)]
) -> str:
    return f"{name} {page}"


def test_the_same_dependency_of_two_endpoints_is_one() -> None:
    shared = SharedDependants()

    one, two = (shared.share(get_dependant(path="/", call=call)) for call in (first, second))

    assert one.dependencies[0] is two.dependencies[0]
    assert one is not two


def test_one_that_is_given_under_another_name_is_another() -> None:
    shared = SharedDependants()

    one, other = (shared.share(get_dependant(path="/", call=call)) for call in (first, third))

    assert (one.dependencies[0].name, other.dependencies[0].name) == ("name", "other")


def test_what_reads_the_address_belongs_to_its_route() -> None:
    shared = SharedDependants()

    one, two = (shared.share(get_dependant(path="/", call=paged)) for _ in range(2))

    assert one is not two
    assert one.dependencies[0] is two.dependencies[0]
    assert one.dependencies[1] is not two.dependencies[1]


def test_the_application_describes_each_dependency_once() -> None:
    app = create_app(api_settings(DatabaseSettings()))
    routes = [target.route for address in app.table for target in address.targets.values()]
    everything = [each for route in routes for each in below(route.dependant)]

    plain = {id(each): each for each in everything if not reads_parameters(each)}
    described = [
        (each.call, each.name, tuple(id(part) for part in each.dependencies))
        for each in plain.values()
    ]

    assert len(everything) > 5 * len(plain)
    assert len(described) == len(set(described))
