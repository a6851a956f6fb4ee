"""Reads the few requests that are a form: one that FastAPI reads has no plan (decision 0016)."""

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, Protocol, TypeVar

from fastapi.exceptions import RequestValidationError
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from kwai.core.json_api import JsonApiException

if TYPE_CHECKING:
    from kwai.api.openapi import Schema

FORM: Final = "application/x-www-form-urlencoded"


class Texts(Protocol):
    """A dataclass of texts; a field with a default may be left out."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


T = TypeVar("T", bound=Texts)


class FormReader(Generic[T]):
    """The dependency that reads a form; what is empty is not there."""

    def __init__(self, type_: type[T]) -> None:
        self._type = type_
        self._fields = fields(type_)

    async def __call__(self, request: Request) -> T:
        """Read the form.

        Raises:
            RequestValidationError: a field is missing, or is a file.
        """
        try:
            async with request.form() as form:
                return self._type(**self._read(form))
        except (HTTPException, JsonApiException, RequestValidationError):
            raise
        except Exception as problem:
            # Whatever a parser meets in the bytes of a stranger: they are no form.
            raise HTTPException(400) from problem

    def _read(self, form: FormData) -> dict[str, str]:
        found = {each.name: form.get(each.name) for each in self._fields}
        if problems := list(self._find_problems(found)):
            raise RequestValidationError(problems)
        return {name: value for name, value in found.items() if value and isinstance(value, str)}

    def _find_problems(self, found: dict[str, Any]) -> Iterator[dict[str, object]]:
        for each in self._fields:
            value, place = found[each.name], ("body", each.name)
            if value is None or value == "":
                if each.default is MISSING:
                    yield {"type": "missing", "loc": place, "msg": "Field required"}
            elif not isinstance(value, str):
                message = "Input should be a valid string"
                yield {"type": "string_type", "loc": place, "msg": message}

    def describe(self, name: str) -> "Schema":
        """Give the schema of the form."""
        properties = {
            each.name: {"title": each.name.replace("_", " ").title(), "type": "string"}
            | ({} if each.default is MISSING else {"default": each.default})
            for each in self._fields
        }
        required = [each.name for each in self._fields if each.default is MISSING]
        shown: Schema = {"properties": properties, "type": "object", "title": name}
        return shown | ({"required": required} if required else {})
