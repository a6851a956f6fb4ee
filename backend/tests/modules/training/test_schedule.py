"""Clashes, against a comparison of each with each."""

from datetime import UTC, datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kwai.modules.training.trainings.location import location_key
from kwai.modules.training.trainings.schedule import ClashKind, Schedule, Slot

START = datetime(2030, 3, 1, tzinfo=UTC)
LOCATIONS = ("", "Dojo A", " dojo  a", "Dojo B", "DÖJO B")


@st.composite
def slots(draw: st.DrawFn) -> list[Slot]:
    found = []
    for number in range(1, draw(st.integers(0, 12)) + 1):
        start = START + timedelta(minutes=15 * draw(st.integers(0, 200)))
        found.append(
            Slot(
                training_id=number,
                start=start,
                end=start + timedelta(minutes=15 * draw(st.integers(1, 96))),
                coaches=draw(st.frozensets(st.integers(1, 4), max_size=3)),
                teams=draw(st.frozensets(st.integers(1, 4), max_size=3)),
                location=draw(st.sampled_from(LOCATIONS)),
            )
        )
    return found


def compare(one: Slot, other: Slot) -> set[tuple[ClashKind, int | str]]:
    """Say the rule in another way: somewhere in between there is a common minute."""
    if max(one.start, other.start) >= min(one.end, other.end):
        return set()
    places = {location_key(one.location)} & {location_key(other.location)} - {""}
    return {
        *((ClashKind.COACH, each) for each in one.coaches & other.coaches),
        *((ClashKind.TEAM, each) for each in one.teams & other.teams),
        *((ClashKind.LOCATION, each) for each in places),
    }


@given(slots())
def test_every_clash_is_found_and_nothing_else(given_slots: list[Slot]) -> None:
    schedule, found = Schedule(), set()

    for slot in given_slots:
        found |= {
            (each.other.training_id, slot.training_id, each.kind, each.key)
            for each in schedule.clashes(slot)
        }
        schedule.add(slot)

    assert found == {
        (one.training_id, other.training_id, *clash)
        for one, other in combinations(given_slots, 2)
        for clash in compare(one, other)
    }


def test_the_end_does_not_belong_to_a_slot() -> None:
    first = Slot(training_id=1, start=START, end=START + timedelta(hours=1), location="A")
    second = Slot(training_id=2, start=first.end, end=first.end + timedelta(hours=1), location="A")

    assert Schedule([first]).clashes(second) == []
    assert Schedule([second]).clashes(first) == []
