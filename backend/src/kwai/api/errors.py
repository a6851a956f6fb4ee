"""The one place that knows which status code an error has."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, cast

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.types import Scope

from kwai.core.db import exceptions as db
from kwai.core.domain import exceptions as domain
from kwai.core.json_api import (
    ERRORS,
    MEDIA_TYPE,
    ErrorObject,
    JsonApiException,
    Resource,
    error,
    render_errors,
)
from kwai.core.json_api.pointers import reason_of

# The bases in the order of their method resolution: a subclass answers like its nearest base.
CODES: Final[Mapping[type[Exception], str]] = {
    domain.AuthenticationException: "unauthorized",
    domain.NotAllowedException: "forbidden",
    domain.NotFoundException: "not_found",
    domain.RelatedNotFoundException: "related_not_found",
    domain.AlreadyExistsException: "already_exists",
    domain.InUseException: "in_use",
    domain.ConflictException: "conflict",
    domain.StaleVersionException: "stale_version",
    domain.UnprocessableException: "bad_value",
    domain.TooManyRequestsException: "too_many_requests",
    domain.UnavailableException: "unavailable",
    # Value objects refuse a text with an exception of their own.
    domain.DomainException: "bad_value",
}
# What the database says is for the log: these details are all that a client gets to see.
DATABASE_DETAILS: Final[Mapping[type[Exception], tuple[str, str]]] = {
    db.DatabaseUnavailableException: ("unavailable", "The database does not answer in time."),
    db.UniqueViolation: ("already_exists", "A value that has to be unique is taken."),
}
HTTP_CODES: Final[Mapping[int, str]] = {
    400: "bad_value",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
}
DEFAULT_DETAILS: Final[Mapping[str, str]] = {
    "unauthorized": "Log in to do this.",
    "forbidden": "This is not allowed.",
    "not_found": "This does not exist.",
    "method_not_allowed": "This method is not available here.",
    "too_large": "The body is too large.",
}
RETRY_AFTER: Final = 1


class ErrorAnswer:
    """Errors with the headers that belong to their status."""

    __slots__ = ("errors", "headers", "status")

    def __init__(
        self,
        *errors: ErrorObject,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.errors = errors
        self.status = status or errors[0].status
        self.headers = {"Content-Type": MEDIA_TYPE, **_headers_of(self.status), **(headers or {})}

    def render(self) -> bytes:
        """Give the error document."""
        return render_errors(self.errors)


def answer_to(exception: Exception, scope: Scope) -> ErrorAnswer | None:
    """Translate an error into the answer for the client; None when it is a fault of ours."""
    if isinstance(exception, JsonApiException):
        return ErrorAnswer(*exception.errors, status=exception.status)
    if isinstance(exception, domain.DomainException):
        return _answer_to_domain(exception, scope)
    if isinstance(exception, RequestValidationError):
        errors = [*_read_validation(exception.errors())]
        return ErrorAnswer(*errors, status=JsonApiException(*errors).status)
    if isinstance(exception, HTTPException):
        return _answer_to_http(exception)
    if isinstance(exception, db.ForeignKeyViolation):
        return ErrorAnswer(_describe_reference(exception))
    for base, (code, detail) in DATABASE_DETAILS.items():
        if isinstance(exception, base):
            return ErrorAnswer(error(code, detail))
    return None


def crash_answer(request_id: str) -> ErrorAnswer:
    """Tell that something broke, and under which name the log knows it."""
    return ErrorAnswer(error("internal_error", "Something went wrong on our side.", id=request_id))


def _answer_to_domain(exception: domain.DomainException, scope: Scope) -> ErrorAnswer:
    code = next(CODES[base] for base in type(exception).__mro__ if base in CODES)
    status = ERRORS[code][0]
    if exception.code is not None and exception.code in ERRORS:
        code, status = exception.code, ERRORS[exception.code][0]
    detail = str(exception) or DEFAULT_DETAILS.get(code, "")
    pointer = None if exception.member is None else _point_to(exception.member, scope)
    told: dict[str, Any] = {"reason": exception.reason} if exception.reason else {}
    found = error(code, detail, status=status, pointer=pointer, **told, **exception.facts)
    return ErrorAnswer(found, headers=_retry_after(exception))


def _retry_after(exception: domain.DomainException) -> dict[str, str]:
    if isinstance(exception, domain.TooManyRequestsException | domain.UnavailableException):
        return {"Retry-After": str(max(1, exception.retry_after))}
    return {}


def _point_to(member: str, scope: Scope) -> str:
    """Point into the document of a resource, or at the field of a form."""
    resource: Resource | None = getattr(scope.get("route"), "resource", None)
    if resource is None:
        return f"/{member}"
    kind = "relationships" if member in resource.members.relationships else "attributes"
    return f"/data/{kind}/{member}"


def _answer_to_http(exception: HTTPException) -> ErrorAnswer:
    code = HTTP_CODES.get(exception.status_code, "bad_value")
    detail = DEFAULT_DETAILS.get(code, "The request cannot be read.")
    found = error(code, detail, status=exception.status_code)
    return ErrorAnswer(found, headers=exception.headers or {})


def _describe_reference(exception: db.ForeignKeyViolation) -> ErrorObject:
    if exception.in_use:
        return error("in_use", "Something else still refers to this.")
    return error("related_not_found", "Something that this refers to does not exist.")


def _headers_of(status: int) -> dict[str, str]:
    if status == 401:
        return {"WWW-Authenticate": "Bearer"}
    if status == 413:
        # The server would go on reading what the client goes on sending.
        return {"Connection": "close"}
    return {"Retry-After": str(RETRY_AFTER)} if status in {429, 503} else {}


def _read_validation(errors: Sequence[Any]) -> Iterator[ErrorObject]:
    """Describe what FastAPI found in a form, a query or a header; never the value itself."""
    for found in errors:
        place, *path = cast("tuple[str | int, ...]", found["loc"])
        name = "/".join(str(step) for step in path)
        if place == "body" and found["type"] == "missing":
            yield error("missing_member", "This field is needed.", pointer="", member=name)
        elif place == "body":
            pointer = f"/{name}" if name else ""
            yield error("bad_value", f"{found['msg']}.", pointer=pointer, **reason_of(found))
        elif place == "query":
            yield error("bad_option", f"{found['msg']}.", parameter=name)
        elif place == "path":
            yield error("not_found", DEFAULT_DETAILS["not_found"])
        else:
            yield error("bad_value", f"{found['msg']}.", status=400, header=name)
