"""S45: no answer contradicts the OpenAPI document, whatever is sent, and by whom."""

from collections.abc import Iterator

import pytest

from fuzz.club import ENGINES, PERSONAS, Club, open_club
from fuzz.run import run

SEED = 20260901
EXAMPLES = 1


@pytest.fixture(scope="module", params=ENGINES)
def fuzzed_club(request: pytest.FixtureRequest) -> Iterator[Club]:
    with open_club(request.param) as club:
        yield club


@pytest.mark.parametrize("role", PERSONAS)
def test_security_s45_nothing_is_found(fuzzed_club: Club, role: str) -> None:
    result = run(fuzzed_club, role, examples=EXAMPLES, seed=SEED, is_quick=True)

    assert result.errors == []
    assert [str(each) for each in result.findings.values()] == []
    assert result.requests > 0
