"""The breaker: spares a relay that is down."""

from dataclasses import dataclass

import pytest

from kwai.core.events.breaker import Breaker


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_breaker(clock: Clock) -> Breaker:
    breaker = Breaker(clock)
    for _ in range(3):
        breaker.started()
        breaker.failed()
    return breaker


def test_two_faults_do_not_open_it() -> None:
    breaker = Breaker()
    breaker.failed()
    breaker.failed()

    assert breaker.allowance(4) == 4


def test_a_success_between_faults_starts_the_count_again() -> None:
    breaker = Breaker()
    for _ in range(2):
        breaker.failed()
    breaker.succeeded()
    breaker.failed()

    assert not breaker.is_open


def test_e20_three_faults_in_a_row_open_it(open_breaker: Breaker) -> None:
    assert open_breaker.allowance(4) == 0


def test_e20_after_five_seconds_one_mail_probes(open_breaker: Breaker, clock: Clock) -> None:
    clock.now = 5.0

    assert open_breaker.allowance(4) == 1


def test_there_is_one_probe_at_a_time(open_breaker: Breaker, clock: Clock) -> None:
    clock.now = 5.0
    open_breaker.started()

    assert open_breaker.allowance(4) == 0


def test_e20_a_failed_probe_doubles_the_wait_up_to_a_minute(
    open_breaker: Breaker, clock: Clock
) -> None:
    waits = []
    for _ in range(6):
        start = clock.now
        while open_breaker.allowance(1) == 0:
            clock.now += 1.0
        waits.append(clock.now - start)
        open_breaker.started()
        open_breaker.failed()

    assert waits == [5, 10, 20, 40, 60, 60]


def test_e20_a_successful_probe_closes_it(open_breaker: Breaker, clock: Clock) -> None:
    clock.now = 5.0
    open_breaker.started()
    open_breaker.succeeded()

    assert open_breaker.allowance(4) == 4


def test_a_probe_that_never_reached_the_relay_is_repeated(
    open_breaker: Breaker, clock: Clock
) -> None:
    clock.now = 5.0
    open_breaker.started()
    open_breaker.gave_up()

    assert open_breaker.allowance(4) == 1


def test_mails_that_were_on_their_way_do_not_prolong_the_wait(
    open_breaker: Breaker, clock: Clock
) -> None:
    for _ in range(3):
        open_breaker.failed()
    clock.now = 5.0

    assert open_breaker.allowance(4) == 1
