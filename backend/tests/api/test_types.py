from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kwai.api.types import Id, PersonName, SafeStr, SafeText

LINE: TypeAdapter[str] = TypeAdapter(SafeStr(20))
TEXT: TypeAdapter[str] = TypeAdapter(SafeText)
NUMBER: TypeAdapter[int] = TypeAdapter(Id)
CONTROLS = ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ud800"]


def refuses(adapter: TypeAdapter[Any], value: object) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize("control", [*CONTROLS, "\n", "\t", "\r"])
def test_security_t30_a_line_holds_no_control_character(control: str) -> None:
    assert refuses(LINE, f"a{control}b")


@pytest.mark.parametrize("control", [*CONTROLS, "\r"])
def test_a_text_holds_lines_and_tabs_only(control: str) -> None:
    assert refuses(TEXT, f"a{control}b")
    assert TEXT.validate_python("a\n\tb\r\nc") == "a\n\tb\nc"


def test_what_looks_the_same_is_the_same() -> None:
    composed, decomposed = "\u00e9", "e\u0301"

    assert LINE.validate_python(f" {decomposed} ") == composed
    assert TEXT.validate_python(decomposed) == composed


@pytest.mark.parametrize("text", ["👩‍👩‍👧", "柔道", "שלום", "ﷺ", "𠜎"])
def test_security_t30_every_language_passes(text: str) -> None:
    assert LINE.validate_python(text)


def test_a_line_is_as_long_as_its_column() -> None:
    assert LINE.validate_python("x" * 20)
    assert refuses(LINE, "x" * 21)
    assert refuses(TEXT, "x" * 65_537)


def test_a_name_is_not_empty() -> None:
    names: TypeAdapter[str] = TypeAdapter(PersonName)

    assert refuses(names, "  ")
    assert LINE.validate_python("  ") == ""


@pytest.mark.parametrize("value", [0, -1, 2**31, 2**63, True, 1.0, "1", "1e3", None])
def test_database_v3_security_t27_an_id_is_a_number_that_can_be_one(value: object) -> None:
    assert refuses(NUMBER, value)


@given(st.text(max_size=20))
def test_what_passes_once_passes_again(text: str) -> None:
    if not refuses(LINE, text):
        line = LINE.validate_python(text)
        assert len(line) > 20 or LINE.validate_python(line) == line
