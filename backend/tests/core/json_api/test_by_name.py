import json
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import pytest
from annotated_types import MaxLen

from kwai.core import json_api
from kwai.core.json_api import Attribute, Registry


@json_api.resource("belts", register_in=Registry())
@dataclass(frozen=True, slots=True, kw_only=True)
class BeltResource:
    """A belt."""

    id: str = ""
    colour: Annotated[str, MaxLen(20)]
    length: Annotated[int | None, Attribute(name="size")] = None
    tied_at: datetime | None = None
    pin: Annotated[str, Attribute(write_only=True)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Belt:
    colour: str
    size: int | None
    tied_at: str
    pin: str = "1234"


@dataclass(frozen=True, slots=True, kw_only=True)
class TieBeltCommand:
    colour: str
    size: int | None = 280
    tied_at: str = ""


def create(**attributes: object) -> json_api.Create[BeltResource]:
    document = {"data": {"type": "belts", "attributes": attributes}}
    return json_api.parse_create(BeltResource, json.dumps(document).encode())


def test_what_has_one_name_and_one_type_is_taken_over() -> None:
    belt = Belt(colour="black", size=300, tied_at="yesterday")

    assert json_api.common_values(BeltResource, belt) == {"colour": "black", "length": 300}


def test_a_command_is_filled_with_what_the_request_gave() -> None:
    assert create(colour="white").to_command(TieBeltCommand) == TieBeltCommand(colour="white")
    assert create(colour="white", size=None).to_command(TieBeltCommand).size is None


def test_what_is_given_goes_before_the_request() -> None:
    new = create(colour="white", tied_at="2026-09-07T18:00:00Z")

    assert new.to_command(TieBeltCommand, tied_at="now").tied_at == "now"


@pytest.mark.parametrize("attribute", [{"tied_at": "2026-09-07T18:00:00Z"}, {"pin": "1"}])
def test_an_attribute_that_would_be_lost_is_a_fault(attribute: dict[str, object]) -> None:
    with pytest.raises(TypeError, match=r"no fitting field for \['\w+'\]"):
        create(colour="white", **attribute).to_command(TieBeltCommand)
