"""Reads the filters of what is no collection: a feed, for one (decision 0016)."""

from typing import Generic, TypeVar

from starlette.requests import Request

from kwai.core.json_api import FilterModel, JsonApiException
from kwai.core.json_api.filters import parse_model

F = TypeVar("F", bound=FilterModel)


class FilterReader(Generic[F]):
    """The dependency that reads the filters of a model, and knows of no other parameter."""

    def __init__(self, model: type[F]) -> None:
        self.model = model
        self._names = {name: f"filter[{name}]" for name in model.model_fields}

    async def __call__(self, request: Request) -> F:
        """Read the filters.

        Raises:
            JsonApiException: a value is none.
        """
        given = request.query_params
        texts = {name: given[full] for name, full in self._names.items() if full in given}
        values, errors = parse_model(self.model, texts, self._names, "bad_option")
        if errors:
            raise JsonApiException(*errors)
        return self.model(**values)
