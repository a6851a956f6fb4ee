"""The reference's models of pages and documents."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from kwai.core.json_api.filters import aliased_signature


class Meta(BaseModel):
    """The meta of a collection; a limit of 0 says that it was not cut into pages."""

    model_config = ConfigDict(extra="allow")

    count: int | None = None
    offset: int | None = None
    limit: int | None = None


class PaginationModel(BaseModel):
    """The parameters `page[offset]` and `page[limit]`, as a dependency or by hand."""

    offset: int | None = None
    limit: int | None = None


# FastAPI reads the signature; it would ignore aliases of the fields.
PaginationModel.__signature__ = aliased_signature(PaginationModel, "page")


class DocumentBaseModel(BaseModel):
    """Base of documents: a `meta` that is None is not there at all."""

    meta: Any = None

    def model_dump(self, **options: Any) -> dict[str, Any]:
        document = super().model_dump(**options)
        if document.get("meta", ...) is None:
            del document["meta"]
        return document

    def dict(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The reference's name of `model_dump`."""
        return self.model_dump(*args, **kwargs)
