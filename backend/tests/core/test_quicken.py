"""A quickened dataclass behaves like any other frozen one."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from kwai.core.quicken import copier, maker, quicken


@dataclass(frozen=True, slots=True)
class Thing:
    first: int
    second: list[int] = field(default_factory=list)
    third: str = "x"
    fourth: int = field(default=4, kw_only=True)


@dataclass(frozen=True, slots=True)
class Usual:
    first: int
    second: list[int] = field(default_factory=list)
    third: str = "x"
    fourth: int = field(default=4, kw_only=True)


quicken(Thing)

Cases = tuple[tuple[tuple[Any, ...], dict[str, Any]], ...]


class Below(Thing):
    pass


def test_it_takes_the_same_arguments() -> None:
    cases: Cases = (((1,), {}), ((1, [2], "y"), {"fourth": 5}), ((), {"first": 1}))
    for arguments, named in cases:
        quick, usual = Thing(*arguments, **named), Usual(*arguments, **named)

        assert dataclasses.asdict(quick) == dataclasses.asdict(usual)
        assert type(quick) is Thing

    parameters = inspect.signature(Thing).parameters
    assert [each.kind for each in parameters.values()] == [
        each.kind for each in inspect.signature(Usual).parameters.values()
    ]


def test_it_refuses_the_same_arguments() -> None:
    cases: Cases = (((), {}), ((1, [], "", 5), {}), ((1,), {"fifth": 1}))
    for arguments, named in cases:
        with pytest.raises(TypeError):
            Thing(*arguments, **named)


def test_it_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Thing(1).first = 2  # type: ignore[misc]


def test_each_default_is_made_anew() -> None:
    assert Thing(1).second is not Thing(1).second


def test_copies_are_equal() -> None:
    thing = Thing(1, [2])

    assert copy.deepcopy(thing) == pickle.loads(pickle.dumps(thing)) == thing
    assert dataclasses.replace(thing, third="z") == Thing(1, [2], "z")


def test_a_maker_does_what_the_constructor_does() -> None:
    make = maker(Thing)

    assert make(1, [2], "y", fourth=5) == Thing(1, [2], "y", fourth=5)
    assert type(make(first=1)) is Thing
    assert make(1).second is not make(1).second
    with pytest.raises(TypeError, match="first"):
        make()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="fifth"):
        make(1, fifth=1)  # type: ignore[call-arg]
    with pytest.raises(dataclasses.FrozenInstanceError):
        make(1).first = 2  # type: ignore[misc]


def test_a_copier_takes_fields_from_something_else() -> None:
    make = copier(Thing, "third", "fourth")

    assert make(SimpleNamespace(third="z", fourth=7, first=9), first=1) == Thing(
        1, [], "z", fourth=7
    )
    with pytest.raises(AttributeError, match="third"):
        make(SimpleNamespace(fourth=7), first=1)
    with pytest.raises(TypeError, match="third"):
        make(Thing(1), first=1, third="z")
    with pytest.raises(TypeError, match="first"):
        make(Thing(1))


@pytest.mark.parametrize(("class_", "name"), [(Thing, "fifth"), (Below, "first")])
def test_a_copier_is_of_a_quick_class_and_its_fields(class_: type[Thing], name: str) -> None:
    with pytest.raises(ValueError, match=name):
        copier(class_, name)


def test_the_maker_of_any_other_class_is_the_class() -> None:
    assert maker(Below) is Below
    assert maker(dict) is dict


def test_a_subclass_is_built_the_usual_way() -> None:
    below = Below(1, third="y")

    assert (type(below), below.first, below.second, below.third) == (Below, 1, [], "y")


@dataclass
class Plain:
    first: int


@dataclass(frozen=True)
class WithoutSlots:
    first: int


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    first: int

    def __post_init__(self) -> None:
        if self.first < 0:
            raise ValueError("negative")


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class Derived(Checked):
    second: list[int] = field(default_factory=list)


@pytest.mark.parametrize("make", [Checked, Derived, maker(Checked), maker(Derived)])
def test_what_a_class_checks_is_still_checked(make: Callable[..., Checked]) -> None:
    with pytest.raises(ValueError, match="negative"):
        make(first=-1)

    assert make(first=1).first == 1


def test_a_derived_dataclass_is_as_quick() -> None:
    derived = Derived(first=1)

    assert (type(derived), derived.first, derived.second) == (Derived, 1, [])
    assert Derived.__init__.__code__.co_filename == "<quick Derived>"
    with pytest.raises(dataclasses.FrozenInstanceError):
        derived.first = 2  # type: ignore[misc]


@pytest.mark.parametrize("class_", [Plain, WithoutSlots, Below, int])
def test_any_other_class_is_left_alone(class_: type) -> None:
    before = getattr(class_, "__init__")  # noqa: B009  # an attribute of the class

    quicken(class_)

    assert getattr(class_, "__init__") is before  # noqa: B009  # as above


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    name: str
    hidden: str = field(default="", repr=False)
    below: "Chain | None" = None


@quicken
@dataclass(frozen=True, slots=True)
class Silent:
    secret: str

    def __repr__(self) -> str:
        return "Silent"


class Open(Chain):
    """A subclass that is no dataclass has attributes of its own."""

    more: int


@pytest.mark.parametrize("name", ["name", "below", "unknown"])
def test_nothing_is_changed_or_deleted(name: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError, match=f"cannot assign to field '{name}'"):
        setattr(Chain(name="a"), name, "b")
    with pytest.raises(dataclasses.FrozenInstanceError, match=f"cannot delete field '{name}'"):
        delattr(Chain(name="a"), name)


def test_it_describes_itself() -> None:
    chain = Chain(name="a", hidden="h", below=Chain(name="b"))
    ring = Chain(name="a")
    object.__setattr__(ring, "below", ring)

    assert repr(chain) == "Chain(name='a', below=Chain(name='b', below=None))"
    assert repr(ring) == "Chain(name='a', below=...)"
    assert repr(Silent("x")) == "Silent"


def test_a_subclass_has_attributes_of_its_own() -> None:
    instance = Open(name="a")

    instance.more = 1
    del instance.more

    assert not hasattr(instance, "more")
    with pytest.raises(dataclasses.FrozenInstanceError):
        instance.name = "b"  # type: ignore[misc]  # that is the point
