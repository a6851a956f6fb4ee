"""The `sort` parameter: declared keys in order, the id behind them."""

from functools import lru_cache

from kwai.core.domain.resource_query import SortKey
from kwai.core.json_api.errors import ErrorObject, error
from kwai.core.json_api.resource import Resource

MOST_KEYS = 5


def parse_sort(
    resource: Resource, value: str | None, errors: list[ErrorObject]
) -> tuple[SortKey, ...]:
    """Read the keys, or take the default; the tie-breaker is always there."""
    if not value:
        return sort_keys(resource.default_sort)
    names = [key.removeprefix("-") for key in value.split(",")]
    problem = _problem(resource, names)
    if problem is not None:
        errors.append(error("unsupported_sort", problem, parameter="sort"))
        return ()
    return sort_keys(value)


def _problem(resource: Resource, names: list[str]) -> str | None:
    if len(names) > MOST_KEYS:
        return f"At most {MOST_KEYS} keys are allowed."
    if not resource.sort.keys() >= set(names):
        return f"{resource.type} sorts by: {', '.join(resource.sort) or 'nothing'}."
    return None


@lru_cache(maxsize=512)
def sort_keys(value: str) -> tuple[SortKey, ...]:
    """Read an order that is known to be valid.

    The tie-breaker runs in the direction of the last key, so that one index serves both.
    """
    found: dict[str, SortKey] = {}
    for key in value.split(",") if value else ():
        name = key.removeprefix("-")
        # A key named again cannot change the order any more.
        found.setdefault(name, SortKey(name=name, descending=key.startswith("-")))
    keys = tuple(found.values())
    if "id" in found:
        return keys
    return (*keys, SortKey(name="id", descending=bool(keys) and keys[-1].descending))
