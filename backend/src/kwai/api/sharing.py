"""Keeps what FastAPI knows of a dependency once, and not once for each route that asks for it.

It describes all that is below an endpoint for this endpoint alone: for our routes two thousand
objects with some eight lists each, of which one in ten is unlike the others.
"""

from typing import Final, TypeVar

from fastapi.dependencies.models import Dependant

T = TypeVar("T")
_Key = tuple[object, ...]


class SharedDependants:
    """Finds the description that is there already."""

    def __init__(self) -> None:
        self._known: dict[_Key, Dependant] = {}
        self._shared: set[int] = set()

    def share(self, dependant: Dependant) -> Dependant:
        """Give the known description of the same call, or keep this one.

        What reads a parameter of the address, or stands above what does, belongs to its route.
        """
        dependant.dependencies = [self.share(each) for each in dependant.dependencies]
        below = [id(each) for each in dependant.dependencies]
        if reads_parameters(dependant) or not self._shared.issuperset(below):
            return dependant
        found = self._known.setdefault(_key(dependant, below), dependant)
        self._shared.add(id(found))
        return found


SHARED: Final = SharedDependants()


def reads_parameters(dependant: Dependant) -> bool:
    """Tell whether FastAPI itself has to read something of the request for this call."""
    return bool(
        dependant.path_params
        or dependant.query_params
        or dependant.header_params
        or dependant.cookie_params
        or dependant.body_params
        or dependant.websocket_param_name
        or dependant.http_connection_param_name
        or dependant.response_param_name
        or dependant.background_tasks_param_name
        or dependant.security_scopes_param_name
    )


def _key(dependant: Dependant, below: list[int]) -> _Key:
    return (
        dependant.call,
        dependant.name,
        dependant.request_param_name,
        tuple(dependant.own_oauth_scopes or ()),
        tuple(dependant.parent_oauth_scopes or ()),
        dependant.use_cache,
        dependant.scope,
        dependant.concurrency,
        *below,
    )


def find_call(dependant: Dependant, kind: type[T]) -> T | None:
    """Find what is of a kind among all that an endpoint asks for."""
    if isinstance(dependant.call, kind):
        return dependant.call
    found = (find_call(each, kind) for each in dependant.dependencies)
    return next((each for each in found if each is not None), None)
