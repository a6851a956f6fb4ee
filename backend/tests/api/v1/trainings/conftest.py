"""The people of a club who plan trainings."""

import pytest

from tests.support.identity_api import ClubKit, Person
from tests.support.training_api import TrainingKit


@pytest.fixture
async def chair(club: ClubKit, admin: Person) -> TrainingKit:
    """An administrator, who may do everything."""
    return TrainingKit(club, admin)


@pytest.fixture
async def coach(club: ClubKit) -> TrainingKit:
    """A coach."""
    return TrainingKit(club, await club.join("coach", email="coach@club.example"))
