"""The types of texts in requests; the rules themselves live in `core.domain`."""

from collections.abc import Callable
from typing import Annotated, Any

from annotated_types import MaxLen
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.plain_text import several_lines, single_line
from kwai.core.json_api.texts import CANONICAL_UUID


def _read(parse: Callable[[str], str], *, required: bool = False) -> AfterValidator:
    def convert(text: str) -> str:
        try:
            clean = parse(text)
        except UnprocessableException as problem:
            raise PydanticCustomError("bad_text", _message(problem)) from None
        if required and not clean:
            raise PydanticCustomError("empty_text", "Something has to stand here")
        return clean

    return AfterValidator(convert)


def _message(problem: UnprocessableException) -> Any:
    # The edge adds the full stop; a brace would start a placeholder.
    return str(problem).removesuffix(".").replace("{", "(")


def SafeStr(maximum: int, *, required: bool = False) -> Any:  # noqa: N802 (it stands for a type)
    """Make the type of a text of one line, as long as its column."""
    return Annotated[str, MaxLen(maximum), _read(single_line, required=required)]


SafeText = Annotated[str, MaxLen(65_536), _read(several_lines)]
Id = Annotated[int, Field(ge=1, le=2**31 - 1, strict=True)]
PersonName = Annotated[str, MaxLen(100), _read(single_line, required=True)]
Email = Annotated[str, MaxLen(254), _read(str.strip)]
Remark = Annotated[str, MaxLen(2000)]
LocaleCode = Annotated[str, Field(pattern="^[a-z]{2}$")]
Uuid = Annotated[str, Field(pattern=CANONICAL_UUID)]
Line = Annotated[str, _read(single_line)]
Title = Annotated[str, _read(single_line, required=True)]
