"""How the OpenAPI document describes the answers of atomic operations."""

from typing import Any, Final

RESPONSES: Final[dict[int | str, dict[str, Any]]] = {
    200: {"description": "One result for each operation, by position"},
    204: {"description": "All was done, and there is nothing to say"},
    **{
        status: {"description": reason}
        for status, reason in {
            401: "Authentication required",
            403: "Not allowed, or not offered",
            404: "Not found",
            406: "Not acceptable",
            409: "Conflict",
            412: "Changed meanwhile, or If-Match was sent",
            415: "Unsupported media type",
            422: "Invalid content",
        }.items()
    },
}
