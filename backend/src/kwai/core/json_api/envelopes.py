"""The models of the parts that documents of all resources have in common."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict
from pydantic_core import MISSING


class ResourceLinks(BaseModel):
    """The link of a resource to itself."""

    self: str


class RelationshipLinks(BaseModel):
    """The links of a relationship: to its linkage, and to what it links."""

    self: str
    related: str


class LinkObject(BaseModel):
    """A link that says which extension or profile its target applies."""

    href: str
    type: str


class DocumentLinks(BaseModel):
    """The links of a document."""

    self: str | LinkObject
    describedby: str | MISSING = MISSING


class LinkageLinks(DocumentLinks):
    """The links of a relationship endpoint."""

    related: str


class PageLinks(DocumentLinks):
    """The links of a collection; null where there is no such page."""

    first: str | LinkObject | MISSING | None = MISSING
    last: str | LinkObject | MISSING | None = MISSING
    prev: str | LinkObject | MISSING | None = MISSING
    next: str | LinkObject | MISSING | None = MISSING


class JsonApi(BaseModel):
    """What the server implements."""

    version: Literal["1.1"]
    ext: list[str] | MISSING = MISSING
    profile: list[str] | MISSING = MISSING


class ErrorSource(BaseModel):
    """Where an error comes from."""

    pointer: str | MISSING = MISSING
    parameter: str | MISSING = MISSING
    header: str | MISSING = MISSING


class ErrorModel(BaseModel):
    """One error; `code` is stable, `detail` is for people."""

    model_config = ConfigDict(title="Error")

    status: str
    code: str
    title: str | MISSING = MISSING
    detail: str | MISSING = MISSING
    id: str | MISSING = MISSING
    source: ErrorSource | MISSING = MISSING
    links: dict[str, str] | MISSING = MISSING
    meta: dict[str, Any] | MISSING = MISSING


class ErrorDocument(BaseModel):
    """What every failure answers."""

    jsonapi: JsonApi
    errors: list[ErrorModel]
    links: DocumentLinks | MISSING = MISSING


class MetaEnvelope(BaseModel):
    """What an action answers that changes no resource; a subclass says what its meta holds."""

    jsonapi: JsonApi
    links: DocumentLinks


class MetaDocument(MetaEnvelope):
    """The same, with nothing said about the meta."""

    meta: dict[str, Any]
