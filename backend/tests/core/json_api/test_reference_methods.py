"""The methods of the reference: thin layers over the compiled serializer."""

from kwai.core import json_api
from kwai.core.json_api import NOT_LOADED
from tests.support.json_api_club import CoachResource, TrainingResource, coach, training


def test_the_reference_gives_document_models() -> None:
    declared = json_api.resource_of(TrainingResource)

    single = declared.serialize(training())
    several = declared.serialize_list([training(1), training(2)])

    assert single.model_dump()["data"]["attributes"]["name"] == "Training 1"
    assert [each["id"] for each in several.model_dump()["data"]] == ["1", "2"]


def test_the_reference_gives_a_resource_with_its_related_ones() -> None:
    declared = json_api.resource_of(TrainingResource)

    primary, related = declared.get_resource_object(training())

    assert primary.model_dump()["type"] == "trainings"
    assert {each.model_dump()["type"] for each in related} == {
        "coaches",
        "teams",
        "training_definitions",
    }


def test_the_thin_methods_of_the_reference() -> None:
    declared = json_api.resource_of(CoachResource)
    held = coach(4)

    assert str(declared) == declared.get_type() == "coaches"
    assert declared.has_id()
    assert declared.get_resource_id(held) == "4"
    assert declared.get_resource_identifier(held).model_dump() == {"type": "coaches", "id": "4"}
    assert declared.get_resource_attribute("name", held) == "Coach 4"
    assert declared.get_resource_attributes(held) == {"name": "Coach 4", "diploma": ""}
    assert declared.get_resource_relationships(held) == {"trainings": NOT_LOADED}
    assert declared.get_attribute("nothing") is None
    assert declared.relationships["trainings"].is_list
    assert declared.get_relationship("trainings") is declared.relationships["trainings"]
    assert declared.get_model_class_prefix() == "Coach"
