"""Filters of what is no resource: calendars and statistics."""

from collections.abc import Collection, Mapping
from datetime import datetime

from starlette.requests import Request

from kwai.core.json_api import JsonApiException, error
from kwai.core.json_api.resource import is_possible_number
from kwai.core.json_api.texts import parse_moment

LONGEST = 200


def read_filters(request: Request, names: Collection[str]) -> Mapping[str, str]:
    """Read `filter[name]` parameters; whatever else is in the query is refused.

    Raises:
        JsonApiException: a parameter is unknown, given twice, or too long.
    """
    known = {f"filter[{name}]": name for name in names}
    found: dict[str, str] = {}
    for parameter, text in request.query_params.multi_items():
        if parameter not in known:
            code = "unknown_filter" if parameter.startswith("filter[") else "unknown_parameter"
            raise JsonApiException(error(code, "This is not known here.", parameter=parameter))
        if known[parameter] in found:
            raise JsonApiException(error("repeated_parameter", parameter=parameter))
        if len(text) > LONGEST:
            raise _bad(parameter, f"At most {LONGEST} characters.")
        found[known[parameter]] = text
    return found


def read_id(given: Mapping[str, str], name: str) -> int | None:
    """Read a filter that is an id."""
    if name not in given:
        return None
    if not is_possible_number(given[name]):
        raise _bad(f"filter[{name}]", "Must be an id.")
    return int(given[name])


def read_moment(given: Mapping[str, str], name: str) -> datetime | None:
    """Read a filter that is a moment."""
    if name not in given:
        return None
    try:
        return parse_moment(given[name])
    except ValueError:
        message = "Must be a moment with time zone (RFC 3339)."
        raise _bad(f"filter[{name}]", message) from None


def _bad(parameter: str, detail: str) -> JsonApiException:
    return JsonApiException(error("bad_filter", detail, parameter=parameter))
