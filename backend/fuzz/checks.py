"""What every answer has to be, beyond what schemathesis checks against the document."""

import json
import re
from typing import Any, Final

from schemathesis import Case, CheckContext, Response, check

from kwai.core.json_api import MEDIA_TYPE
from tests.support.json_api_conformance import check_document

OWN: Final = ("json_api_document", "security_headers", "keeps_secrets")
HEADERS: Final = {
    "x-content-type-options": "nosniff",
    "referrer-policy": None,
    "x-request-id": None,
    "vary": None,
}
NO_HTTP: Final = b"Invalid HTTP request received."
_LEAK: Final = re.compile(
    r"Traceback \(most recent|SELECT .+ FROM |INSERT INTO |sqlite3?\.|asyncmy|site-packages"
    r"|\.py\b|\$argon2",
    re.IGNORECASE,
)


@check
def json_api_document(_: CheckContext, response: Response, case: Case[Any]) -> None:
    """Errors are JSON:API documents, and so is whatever says that it is one."""
    if _is_no_http(response):
        return
    type_ = _header(response, "content-type")
    if response.status_code >= 400 and case.method.upper() != "HEAD" and response.content:
        _demand(type_ == MEDIA_TYPE, f"An error is a JSON:API document, not {type_}.")
    if type_.startswith(MEDIA_TYPE) and response.content and "atomic" not in type_:
        is_sparse = "fields" in (response.request.url or "")
        document = check_document(response.content, is_sparse=is_sparse)
        is_error = response.status_code >= 400
        _demand(("errors" in document) is is_error, "Errors and their status go together.")


@check
def security_headers(_: CheckContext, response: Response, case: Case[Any]) -> None:
    """No answer goes without the headers that every answer has."""
    if _is_no_http(response):
        return
    for name, value in HEADERS.items():
        found = _header(response, name)
        _demand(found != "" and found == (value or found), f"{name} is {found!r}.")


@check
def keeps_secrets(_: CheckContext, response: Response, case: Case[Any]) -> None:
    """No answer tells how it was made."""
    if response.status_code < 400 or _is_no_http(response):
        return
    text = json.dumps(json.loads(response.content)) if response.content else ""
    leak = _LEAK.search(text)
    _demand(leak is None, f"An error shows {leak and leak[0]!r}.")


def _is_no_http(response: Response) -> bool:
    """Tell whether the server gave up on what it received, before there was a request for us."""
    return response.status_code == 400 and response.content == NO_HTTP


def _header(response: Response, name: str) -> str:
    values = response.headers.get(name) or [""]
    return values[0] if isinstance(values, list) else str(values)


def _demand(is_kept: bool, message: str) -> None:
    if not is_kept:
        raise AssertionError(message)
