"""How double bookings are told: each one by name, with a link to what has the place."""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Annotated, Any, Final

from fastapi import Depends
from starlette.requests import Request

from kwai.api.response import base_of
from kwai.core.json_api import ErrorObject, JsonApiException, error
from kwai.modules.training.trainings.schedule import Clash, ClashKind, TrainingClashException

MOST_CLASHES: Final = 100
_POINTERS: Final = {
    ClashKind.COACH: "/data/relationships/coaches",
    ClashKind.TEAM: "/data/relationships/teams",
    ClashKind.LOCATION: "/data/attributes/event",
}


async def clash_errors(request: Request) -> AsyncIterator[None]:
    """Turn a refused double booking into one error per clash."""
    with _translated(base_of(request)):
        yield


# Around the endpoint, so that no endpoint has to try.
ClashErrors = Annotated[None, Depends(clash_errors, scope="function")]


def describe(clash: Clash) -> Mapping[str, Any]:
    """Tell of a clash what a program needs."""
    taker = {"type": "trainings", "id": str(clash.other.training_id)}
    return {
        "kind": clash.kind.value,
        "id": None if clash.kind is ClashKind.LOCATION else str(clash.key),
        "name": clash.name,
        "training": taker if clash.other.training_id else None,
        "start_date": _moment(clash.other.start),
        "end_date": _moment(clash.other.end),
    }


def describe_all(clashes: Iterable[Clash]) -> list[Mapping[str, Any]]:
    """Tell of clashes what a program needs."""
    return [describe(clash) for clash in clashes]


@contextmanager
def _translated(base: str) -> Iterator[None]:
    try:
        yield
    except TrainingClashException as exception:
        found = [_create_error(clash, base) for clash in exception.clashes[:MOST_CLASHES]]
        raise JsonApiException(*found) from None


def _create_error(clash: Clash, base: str) -> ErrorObject:
    told = describe(clash)
    links = {"about": f"{base}/trainings/{clash.other.training_id}"}
    return error(
        "conflict",
        f"{clash.name} is taken from {told['start_date']} to {told['end_date']}.",
        pointer=_POINTERS[clash.kind],
        links=links if clash.other.training_id else None,
        clash=told,
    )


def _moment(moment: Any) -> str:
    return str(moment.isoformat().replace("+00:00", "Z"))
