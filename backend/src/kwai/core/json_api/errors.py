"""Error objects, their stable codes, and the exception that carries them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

ERRORS: Mapping[str, tuple[int, str]] = {
    "malformed_json": (400, "The body is not valid JSON"),
    "unknown_parameter": (400, "Unknown query parameter"),
    "repeated_parameter": (400, "Repeated query parameter"),
    "unknown_include": (400, "Unknown include path"),
    "unsupported_sort": (400, "Unsupported sort key"),
    "unknown_filter": (400, "Unknown filter"),
    "bad_filter": (400, "Invalid filter value"),
    "bad_page": (400, "Invalid page value"),
    "bad_option": (400, "Invalid option value"),
    "unknown_field": (400, "Unknown field"),
    "malformed_operation": (400, "Malformed operation"),
    "unauthorized": (401, "Authentication required"),
    "mfa_required": (401, "Second factor required"),
    "client_id_forbidden": (403, "Client-generated id not allowed"),
    "read_only": (403, "Read-only member"),
    "operation_not_supported": (403, "Operation not supported"),
    "forbidden": (403, "Forbidden"),
    "step_up_required": (403, "Recent password confirmation required"),
    "not_found": (404, "Not found"),
    "related_not_found": (404, "Related resource not found"),
    "method_not_allowed": (405, "Method not allowed"),
    "not_acceptable": (406, "Not acceptable"),
    "type_conflict": (409, "Conflicting type"),
    "id_conflict": (409, "Conflicting id"),
    "already_exists": (409, "Already exists"),
    "in_use": (409, "Still in use"),
    "conflict": (409, "Conflict"),
    "stale_version": (412, "Stale version"),
    "too_large": (413, "Request too large"),
    "unsupported_media_type": (415, "Unsupported media type"),
    "missing_member": (422, "Missing member"),
    "bad_value": (422, "Invalid value"),
    "unknown_member": (422, "Unknown member"),
    "too_many_requests": (429, "Too many requests"),
    "internal_error": (500, "Internal error"),
    "unavailable": (503, "Service unavailable"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorObject:
    """One error of a JSON:API document; `status` may differ from the table (414 for 413)."""

    code: str
    status: int
    title: str
    detail: str = ""
    pointer: str | None = None
    parameter: str | None = None
    header: str | None = None
    meta: Mapping[str, object] = field(default_factory=dict)
    id: str | None = None
    links: Mapping[str, str] = field(default_factory=dict)

    def to_document(self) -> dict[str, object]:
        """Give the object as it stands in a document: a member without content is left out."""
        members: dict[str, object] = {"status": str(self.status), "code": self.code}
        optional = {
            "title": self.title,
            "detail": self.detail,
            "source": self._source(),
            "id": self.id,
            "links": dict(self.links),
            "meta": dict(self.meta),
        }
        return members | {name: value for name, value in optional.items() if value}

    def _source(self) -> dict[str, str]:
        source = {"pointer": self.pointer, "parameter": self.parameter, "header": self.header}
        # An empty pointer is a value: it points to the whole document.
        return {name: value for name, value in source.items() if value is not None}


def error(
    code: str,
    detail: str = "",
    *,
    status: int | None = None,
    pointer: str | None = None,
    parameter: str | None = None,
    header: str | None = None,
    member: str | None = None,
    id: str | None = None,
    links: Mapping[str, str] | None = None,
    **meta: object,
) -> ErrorObject:
    """Make an error with the status and title of its code; `member` lands in its meta."""
    usual_status, title = ERRORS[code]
    return ErrorObject(
        code=code,
        status=status or usual_status,
        title=title,
        detail=detail,
        pointer=pointer,
        parameter=parameter,
        header=header,
        meta=meta if member is None else {"member": member, **meta},
        id=id,
        links=links or {},
    )


class JsonApiException(Exception):
    """One or more errors that end a request."""

    def __init__(self, *errors: ErrorObject) -> None:
        super().__init__("; ".join(f"{each.code}: {each.detail}" for each in errors))
        self.errors = errors

    @property
    def status(self) -> int:
        """The common status, else the most general one of the errors."""
        found = {each.status for each in self.errors}
        if len(found) == 1:
            return found.pop()
        return next((general for general in (500, 400, 422) if general in found), 400)


def raise_if(errors: Iterable[ErrorObject]) -> None:
    """Raise what was collected, if anything was."""
    collected = tuple(errors)
    if collected:
        raise JsonApiException(*collected)


class DeclarationError(TypeError):
    """A resource is declared in a way that cannot be a JSON:API resource."""
