"""Section 2.2: the forms of a declaration, and what is refused."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

import pytest
from annotated_types import MaxLen
from pydantic import BaseModel

from kwai.core import json_api
from kwai.core.json_api import Attribute, DeclarationError, Linked, Relationship
from tests.support.json_api_club import CLUB, TrainingResource
from tests.support.json_api_conformance import check_document
from tests.support.json_api_requests import document, show


@pytest.fixture
def shelf() -> json_api.Registry:
    return json_api.Registry()


def frozen(members: dict[str, Any], **defaults: Any) -> type:
    """A frozen dataclass with these annotations."""
    spaces = {"__annotations__": members, "__module__": __name__, **defaults}
    return dataclass(frozen=True, slots=True, kw_only=True)(type("MadeResource", (), spaces))


class Person:
    """An entity as the reference wraps it."""

    def __init__(self, number: int, name: str, friends: "list[Person] | None" = None) -> None:
        self.number = number
        self.name = name
        self.friends = friends or []


def people(shelf: json_api.Registry) -> type:
    @json_api.resource("people", register_in=shelf)
    class PersonResource:
        def __init__(self, person: Person) -> None:
            self._person = person

        @json_api.id
        def get_id(self) -> int:
            return self._person.number

        @json_api.attribute(name="name")
        def get_name(self) -> str:
            """What people say."""
            return self._person.name

        @property
        @json_api.attribute
        def initial(self) -> str:
            return self._person.name[0]

        @json_api.relationship(name="friends")
        def get_friends(self) -> "list[PersonResource]":
            return [PersonResource(each) for each in self._person.friends]

    return PersonResource


def test_the_reference_form_has_getters_around_an_entity(shelf: json_api.Registry) -> None:
    resource = people(shelf)

    shown = show(resource(Person(1, "Jigoro", [Person(2, "Kyuzo")])), "include=friends")

    assert shown["data"]["id"] == "1"
    assert shown["data"]["attributes"] == {"name": "Jigoro", "initial": "J"}
    assert shown["data"]["relationships"]["friends"]["data"] == [{"type": "people", "id": "2"}]
    assert shown["included"][0]["attributes"]["name"] == "Kyuzo"


def test_getters_are_read_only_and_described(shelf: json_api.Registry) -> None:
    declared = json_api.resource_of(people(shelf))

    assert declared.attributes["name"].description == "What people say."
    assert not declared.attributes["name"].is_writable
    assert not declared.relationships["friends"].is_writable


def test_equal_declarations_compile_to_equal_documents(shelf: json_api.Registry) -> None:
    @json_api.resource("things", register_in=shelf)
    @dataclass(frozen=True, slots=True, kw_only=True)
    class FieldResource:
        id: str
        name: str

    @json_api.resource("things", register_in=json_api.Registry())
    class ModelResource(BaseModel):
        id: str
        name: str

    @json_api.resource("things", auto=False, register_in=json_api.Registry())
    @dataclass
    class GetterResource:
        number: str

        @json_api.id()
        def get_id(self) -> str:
            return self.number

        @json_api.attribute()
        def name(self) -> str:
            return "x"

    fields, model, getters = (
        FieldResource(id="1", name="x"),
        ModelResource(id="1", name="x"),
        GetterResource("1"),
    )

    assert show(fields) == show(model) == show(getters)


def test_auto_leaves_out_what_is_private_and_without_auto_only_the_marked_count(
    shelf: json_api.Registry,
) -> None:
    @json_api.resource("things", auto=False, register_in=shelf)
    @dataclass
    class ThingResource:
        id: Annotated[str, Attribute()]
        shown: Annotated[str, Attribute(name="visible")]
        hidden: str
        _secret: str = ""

    declared = json_api.resource_of(ThingResource)

    assert declared.attributes.keys() == {"visible"}
    assert show(ThingResource("1", "a", "b"))["data"]["attributes"] == {"visible": "a"}


def test_a_document_name_is_mapped_to_its_field(shelf: json_api.Registry) -> None:
    @json_api.resource("things", register_in=shelf)
    @dataclass(frozen=True, slots=True, kw_only=True)
    class ThingResource:
        id: str = ""
        kind_: Annotated[str, MaxLen(5), Attribute(name="kind")] = ""

    made = json_api.parse_create(ThingResource, document("things", attributes={"kind": "x"}))
    changed = json_api.parse_patch(
        ThingResource, "1", document("things", "1", attributes={"kind": "y"})
    ).apply(made.resource)

    assert made.resource == ThingResource(kind_="x")
    assert changed.kind_ == "y"


def test_resources_may_name_each_other_and_themselves() -> None:
    check = json_api.resource_of(TrainingResource)

    definition = check.target(check.relationships["definition"])

    assert definition.target(definition.relationships["trainings"]) is check
    json_api.check_declarations(among=CLUB)


def test_a_view_has_the_canonical_links(shelf: json_api.Registry) -> None:
    @json_api.resource("pages", path="/portal/pages", register_in=shelf)
    @dataclass(frozen=True, slots=True, kw_only=True)
    class PageResource:
        id: str = ""
        title: str = ""
        body: str = ""

    @json_api.resource("pages", view_of=PageResource, register_in=shelf)
    @dataclass(frozen=True, slots=True, kw_only=True)
    class ShortPageResource:
        id: str = ""
        title: str = ""

    json_api.check_declarations(among=shelf)
    assert show(ShortPageResource(id="1"))["data"]["links"]["self"].endswith("/portal/pages/1")
    assert [each.class_ for each in shelf] == [PageResource]
    assert shelf.by_type("pages") is json_api.resource_of(PageResource)


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        ({"name": str}, "has no id"),
        ({"id": str, "type": str}, "D5"),
        ({"id": str, "owner_id": str}, "D6"),
        ({"id": str, "Name": str}, "D12"),
        ({"id": str, "x": str}, "D12"),
        ({"id": str, "name_": str}, "D12"),
        ({"id": str, "price": Decimal}, "cannot be the value"),
        ({"id": str, "anyone": "Linked[NobodyKnows]"}, "NobodyKnows"),
        ({"id": str, "person": Linked[Person]}, "no resource"),
        ({"id": str, "mixed": int | datetime}, "plain values"),
        ({"id": str, "made_at": Annotated[datetime, Attribute(meta=True)]}, "default"),
    ],
)
def test_a_declaration_that_cannot_keep_the_contract_is_refused(
    shelf: json_api.Registry, members: dict[str, Any], problem: str
) -> None:
    json_api.resource("things", register_in=shelf)(frozen(members))

    with pytest.raises(DeclarationError, match=problem):
        json_api.check_declarations(among=shelf)


@pytest.mark.parametrize("type_", ["Things", "thing-s", "t", "things_", "1things"])
def test_d12_the_name_of_a_type(shelf: json_api.Registry, type_: str) -> None:
    json_api.resource(type_, register_in=shelf)(frozen({"id": str}))

    with pytest.raises(DeclarationError, match="D12"):
        json_api.check_declarations(among=shelf)


def test_two_canonical_classes_are_refused(shelf: json_api.Registry) -> None:
    for _ in range(2):
        json_api.resource("things", register_in=shelf)(frozen({"id": str}))

    with pytest.raises(DeclarationError, match="two canonical"):
        json_api.check_declarations(among=shelf)


def test_a_name_in_both_namespaces_is_refused(shelf: json_api.Registry) -> None:
    @json_api.resource("things", register_in=shelf)
    @dataclass
    class ThingResource:
        id: str
        owner: Linked[TrainingResource]

        @json_api.attribute(name="owner")
        def get_owner(self) -> str:
            return "x"

    with pytest.raises(DeclarationError, match=r"attribute and a relationship \(D5\)"):
        json_api.check_declarations(among=shelf)


def test_a_view_that_differs_is_refused(shelf: json_api.Registry) -> None:
    whole: type = json_api.resource("things", register_in=shelf)(frozen({"id": str, "name": str}))
    json_api.resource("things", view_of=whole, register_in=shelf)(frozen({"id": str, "name": int}))

    with pytest.raises(DeclarationError, match="differs from the canonical"):
        json_api.check_declarations(among=shelf)


class NameFilters(json_api.FilterModel):
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCommand:
    limit: int | None = None


def test_the_wiring_of_a_list_is_checked(shelf: json_api.Registry) -> None:
    json_api.resource(
        "things", sort=("name",), default_sort="-age", filters=NameFilters, register_in=shelf
    )(frozen({"id": str, "name": str, "training": Linked[TrainingResource]}))

    with pytest.raises(DeclarationError) as caught:
        json_api.check_declarations(
            among=shelf,
            sort_columns={"things": ()},
            commands={"things": ListCommand},
            routes=(),
        )

    problems = str(caught.value).splitlines()
    assert len(problems) == 4
    assert "age" in problems[0]
    assert "name has no column" in problems[1]
    assert "filter[name]" in problems[2]
    assert "training has no route" in problems[3]


def test_a_getter_without_annotation_is_refused(shelf: json_api.Registry) -> None:
    @json_api.resource("things", register_in=shelf)
    class ThingResource:
        @json_api.id
        def get_id(self) -> str:
            return "1"

        @json_api.attribute
        def name(self):  # type: ignore[no-untyped-def]  # the subject
            return "x"

    with pytest.raises(DeclarationError, match="return annotation"):
        json_api.check_declarations(among=shelf)


def test_a_facts_class_that_is_no_dataclass_is_refused(shelf: json_api.Registry) -> None:
    members = {"id": str, "training": Linked[TrainingResource, Person]}
    json_api.resource("things", register_in=shelf)(frozen(members))

    with pytest.raises(DeclarationError, match="are a dataclass"):
        json_api.check_declarations(among=shelf)


def test_what_is_no_resource_is_told() -> None:
    with pytest.raises(TypeError, match="no declared resource"):
        json_api.resource_of(object())


def test_the_markers_derive_what_the_type_says() -> None:
    linked = Relationship(name="x", type_=list[Linked[TrainingResource, ListCommand]] | None)

    assert (linked.optional, linked.is_list, linked.is_linked) == (True, True, True)
    assert (linked.target, linked.facts) == (TrainingResource, ListCommand)
    assert Attribute(name="x", type_=int | None).optional


@dataclass(frozen=True, slots=True)
class Inner:
    at: datetime
    days: list[str] = dataclasses.field(default_factory=list)


def test_values_of_every_type_are_shown(shelf: json_api.Registry) -> None:
    @json_api.resource("things", register_in=shelf)
    @dataclass
    class ThingResource:
        id: str
        inner: Inner | None
        several: list[Inner]
        by_name: dict[str, Inner]
        either: int | str
        anything: object
        raw: dict[str, Any]

    moment = datetime.fromisoformat("2026-09-01T19:00:00+02:00")
    inner = Inner(moment, ["x"])
    thing = ThingResource("1", None, [inner], {"a": inner}, "x", [1], {"b": {"c": None}})

    shown = show(thing)["data"]["attributes"]

    expected = {"at": "2026-09-01T17:00:00Z", "days": ["x"]}
    assert shown == {
        "inner": None,
        "several": [expected],
        "by_name": {"a": expected},
        "either": "x",
        "anything": [1],
        "raw": {"b": {"c": None}},
    }
    assert (
        check_document(
            json_api.resource_of(thing)
            .serialize(thing)
            .model_dump_json(exclude_unset=True)
            .encode()
        )["data"]["id"]
        == "1"
    )
