from uuid import UUID

import pytest

from kwai.core.domain.value_objects.unique_id import InvalidUniqueIdException, UniqueId

TEXT = "6f2b1c1e-6f0a-4c1b-9a55-0d2f7a3b5c11"


def test_a_canonical_uuid_is_read() -> None:
    assert UniqueId.create_from_string(TEXT).id == UUID(TEXT)
    assert str(UniqueId.create_from_string(TEXT.upper())) == TEXT


@pytest.mark.parametrize(
    "text",
    ["", "abc", TEXT.replace("-", ""), f"{{{TEXT}}}", f"urn:uuid:{TEXT}", f"{TEXT}\n", f" {TEXT}"],
)
def test_any_other_form_is_refused(text: str) -> None:
    with pytest.raises(InvalidUniqueIdException):
        UniqueId.create_from_string(text)


def test_a_unique_id_equals_its_text_and_its_uuid() -> None:
    unique_id = UniqueId.create_from_string(TEXT)

    assert unique_id == TEXT
    assert unique_id == UUID(TEXT)
    assert unique_id != UniqueId.generate()
    assert len({unique_id, UniqueId.create_from_string(TEXT)}) == 1
