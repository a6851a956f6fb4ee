from kwai.core.domain.value_objects.identifier import IntIdentifier


class UserId(IntIdentifier):
    pass


class StoryId(IntIdentifier):
    pass


def test_an_identifier_without_a_number_is_empty() -> None:
    assert IntIdentifier().is_empty()
    assert not IntIdentifier(1).is_empty()


def test_identifiers_of_different_things_are_never_equal() -> None:
    assert UserId(1) == UserId(1)
    assert UserId(1) != StoryId(1)
    assert len({UserId(1), StoryId(1), UserId(1)}) == 2


def test_an_identifier_prints_as_its_value() -> None:
    assert str(UserId(7)) == "7"
    assert repr(UserId(7)) == "UserId(7)"
