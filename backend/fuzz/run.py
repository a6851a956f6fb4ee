"""Runs schemathesis as one persona, and gathers what it finds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import schemathesis
from schemathesis import Case
from schemathesis.auths import AuthContext
from schemathesis.core.failures import Failure
from schemathesis.engine import events, from_schema

from fuzz.checks import OWN
from fuzz.club import Club

# An operation that is tried this often has met most of what schemathesis can think of.
CHECKS: Final = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "unsupported_method",
    "ignored_auth",
    "use_after_free",
    "ensure_resource_availability",
    *OWN,
)
TOKEN_SECONDS: Final = 5
# What is wrong may also be too large, or more than one wants to look at.
REFUSALS: Final = [
    "400",
    "401",
    "403",
    "404",
    "405",
    "406",
    "409",
    "412",
    "413",
    "414",
    "415",
    "422",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An answer that should not be; `command` asks for it again."""

    operation: str
    check: str
    message: str
    command: str

    def __str__(self) -> str:
        return f"{self.operation}: {self.check}: {self.message}\n    {self.command}"


@dataclass(slots=True)
class Result:
    """What a run has done and found; each kind of finding once per operation."""

    requests: int = 0
    findings: dict[tuple[str, str, str], Finding] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Nothing was found, and nothing went wrong on the way."""
        return not self.findings and not self.errors


def run(club: Club, role: str, *, examples: int, seed: int, is_quick: bool = False) -> Result:
    """Send so many examples to every operation, as somebody with this role.

    A quick run leaves out the phases that send thousands of requests whatever is asked for.
    """
    result = Result()
    for event in from_schema(
        load(club, role, examples=examples, seed=seed, is_quick=is_quick)
    ).execute():
        _note(event, result)
    return result


def load(
    club: Club, role: str, *, examples: int, seed: int, is_quick: bool
) -> schemathesis.BaseSchema:
    """Load the document from the server, and say who is asking."""
    config = schemathesis.Config.from_dict(_configuration(examples, seed, is_quick))
    url = f"{club.url}/api/openapi.json"
    schema = schemathesis.openapi.from_url(url, config=config)
    if role != "anonymous":
        schema.auth(refresh_interval=TOKEN_SECONDS)(_login(club, role))
    return schema


def _configuration(examples: int, seed: int, is_quick: bool) -> dict[str, Any]:
    return {
        "seed": seed,
        "continue-on-failure": True,
        "checks": {
            "enabled": False,
            **{name: {"enabled": True} for name in CHECKS},
            "negative_data_rejection": {"enabled": True, "expected-statuses": REFUSALS},
        },
        "generation": {"max-examples": examples, "no-shrink": True, "database": "none"},
        "phases": {
            "examples": {"enabled": not is_quick},
            "coverage": {"enabled": not is_quick},
            "stateful": {"enabled": not is_quick},
        },
    }


def _login(club: Club, role: str) -> type:
    class Login:
        """Keeps somebody logged in, whatever the requests do to the sessions."""

        token = ""

        def get(self, case: Case[Any], context: AuthContext) -> str:
            if not Login.token or not club.is_alive(Login.token):
                Login.token = club.token(role)
            return Login.token

        def set(self, case: Case[Any], data: str, context: AuthContext) -> None:
            case.headers["Authorization"] = f"Bearer {data}"

    return Login


def _note(event: events.EngineEvent, result: Result) -> None:
    if isinstance(event, events.ScenarioFinished):
        result.requests += len(event.recorder.interactions)
        for finding in _findings(event):
            key = (finding.operation, finding.check, finding.message.splitlines()[0])
            result.findings.setdefault(key, finding)
    if isinstance(event, events.NonFatalError):
        result.errors.append(f"{event.label}: {event.value}")
    if isinstance(event, events.FatalError):
        raise event.exception


def _findings(event: events.ScenarioFinished) -> Iterator[Finding]:
    for case_id, checks in event.recorder.checks.items():
        for each in checks:
            failure: Failure | None = each.failure_info.failure if each.failure_info else None
            case = event.recorder.cases[case_id].value
            if failure is None or _is_expected(each.name, case):
                continue
            yield Finding(
                operation=case.operation.label,
                check=each.name,
                message=f"{failure.title}: {failure.message}",
                command=each.failure_info.code_sample if each.failure_info else "",
            )


def _is_expected(check: str, case: Case[Any]) -> bool:
    """Tell what no document can say.

    It keeps members required that a sparse fieldset leaves out (G14). And a list without values
    is written like one with a single empty value: `include=` asks for nothing (I2, S2). A change
    of what was just created is 404, too, when what it links does not exist (C8, R6).
    """
    query = case.query or {}
    if check == "response_schema_conformance":
        return any(name.startswith("fields[") for name in query)
    if check == "ensure_resource_availability":
        return case.method.upper() not in {"GET", "HEAD"}
    return check == "negative_data_rejection" and any(map(_is_nothing, query.values()))


def _is_nothing(value: object) -> bool:
    return all(each in (None, "") for each in (value if isinstance(value, list) else [value]))
