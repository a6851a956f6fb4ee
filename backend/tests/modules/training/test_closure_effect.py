"""A closure gives back exactly what it took, in whatever order closures come and go."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kwai.core.domain.entity import Entity
from kwai.modules.training.closures.closure import ClosureEntity, ClosureIdentifier
from kwai.modules.training.closures.closure_effect import ClosureChange, ClosureEffect
from kwai.modules.training.trainings.training import TrainingEntity
from tests.factories.training import make_period, make_training

ZONE = ZoneInfo("Europe/Brussels")
FIRST = date(2030, 3, 1)
NOW = datetime(2030, 2, 1, tzinfo=UTC)
LOCATIONS = ("Dojo A", "Dojo B")
State = dict[int, TrainingEntity]


@st.composite
def closures(draw: st.DrawFn) -> list[ClosureEntity]:
    found = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        start = FIRST + timedelta(days=draw(st.integers(0, 12)))
        found.append(
            ClosureEntity(
                id_=ClosureIdentifier(number),
                name=f"Closure {number}",
                start_date=start,
                end_date=start + timedelta(days=draw(st.integers(0, 6))),
                location=draw(st.sampled_from(("", *LOCATIONS))),
            )
        )
    return found


def season(by_hand: set[int]) -> State:
    trainings: State = {}
    for number in range(1, 31):
        start = datetime(2030, 3, 1 + number // 2, 23 if number % 2 else 17, tzinfo=UTC)
        training = make_training(number, period=make_period(start), location=LOCATIONS[number % 2])
        trainings[number] = training.cancel("Ill") if number in by_hand else training
    return trainings


def apply(
    trainings: State,
    known: list[ClosureEntity],
    before: ClosureEntity | None,
    after: ClosureEntity | None,
) -> ClosureEffect:
    others = [each for each in known if before is None or each.id != before.id]
    change = ClosureChange(before=before, after=after, others=others, zone=ZONE, now=NOW)
    effect = change.effect_on(list(trainings.values()))
    for training in (*effect.cancelled, *effect.restored, *effect.reassigned):
        trainings[training.id.value] = training
    return effect


def state(trainings: State) -> dict[int, tuple[bool, str]]:
    return {id_: (each.cancelled, each.cancel_reason) for id_, each in trainings.items()}


@given(closures(), st.sets(st.integers(1, 30), max_size=6), st.randoms(use_true_random=False))
def test_what_closures_took_comes_back(
    given_closures: list[ClosureEntity], by_hand: set[int], random: object
) -> None:
    trainings = season(by_hand)
    before = state(trainings)
    known: list[ClosureEntity] = []
    for closure in given_closures:
        apply(trainings, known, None, closure)
        known.append(closure)
    random.shuffle(known)  # type: ignore[attr-defined]  # hypothesis has no type for it

    while known:
        closure = known[0]
        apply(trainings, known, closure, None)
        known.remove(closure)
        for id_, training in trainings.items():
            day = training.start.astimezone(ZONE).date()
            is_closed = any(each.covers(day, training.location) for each in known)
            assert training.cancelled == (is_closed or id_ in by_hand)

    assert state(trainings) == before


@given(closures(), st.integers(-3, 6), st.integers(0, 6))
def test_a_changed_closure_takes_what_a_new_one_would(
    given_closures: list[ClosureEntity], shift: int, length: int
) -> None:
    closure = given_closures[0]
    start = closure.start_date + timedelta(days=shift)
    changed = Entity.replace(closure, start_date=start, end_date=start + timedelta(days=length))
    moved, fresh = season(set()), season(set())

    apply(moved, [], None, closure)
    apply(moved, [closure], closure, changed)
    apply(fresh, [], None, changed)

    assert state(moved) == state(fresh)


def test_what_has_begun_is_not_cancelled() -> None:
    trainings = {1: make_training(1, period=make_period(NOW - timedelta(hours=1)))}
    day = NOW.date()
    closure = ClosureEntity(id_=ClosureIdentifier(1), name="Late", start_date=day, end_date=day)

    effect = apply(trainings, [], None, closure)

    assert effect.cancelled == ()
