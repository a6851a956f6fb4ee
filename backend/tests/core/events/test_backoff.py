"""The backoff: doubles, ends at the cap, spreads by a fifth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwai.core.events.backoff import Backoff


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(1, 15), (2, 30), (3, 60), (8, 1920), (9, 3600), (25, 3600)]
)
def test_e22_it_doubles_up_to_the_cap(attempts: int, seconds: int) -> None:
    backoff = Backoff(base=15, cap=3600, chance=lambda: 0.5)

    assert backoff.after(attempts).total_seconds() == seconds


@given(attempts=st.integers(min_value=1, max_value=10_000), chance=st.floats(0, 1))
def test_e22_it_spreads_by_a_fifth_at_most(attempts: int, chance: float) -> None:
    middle = Backoff(base=15, cap=3600, chance=lambda: 0.5).after(attempts)
    spread = Backoff(base=15, cap=3600, chance=lambda: chance).after(attempts)

    assert 0.8 * middle <= spread <= 1.2 * middle


def test_e22_25_attempts_take_about_17_hours() -> None:
    backoff = Backoff(base=15, cap=3600, chance=lambda: 0.5)

    hours = sum(backoff.after(attempts).total_seconds() for attempts in range(1, 25)) / 3600

    assert 16 < hours < 18
