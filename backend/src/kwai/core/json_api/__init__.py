"""JSON:API 1.1 from one declaration per resource: serializers, request models, queries, OpenAPI.

Nothing in here knows HTTP frameworks; `kwai.api` puts it behind routes.
"""

from kwai.core.domain.resource_query import Include, Page, ResourceQuery, SortKey
from kwai.core.json_api.atomic import (
    Lids,
    Operation,
    OperationResult,
    read_operations,
    render_results,
)
from kwai.core.json_api.by_name import common_values
from kwai.core.json_api.check import check_declarations
from kwai.core.json_api.cursor import Cursors
from kwai.core.json_api.declaration import attribute, id, relationship, resource, resource_of
from kwai.core.json_api.errors import (
    ERRORS,
    DeclarationError,
    ErrorObject,
    JsonApiException,
    error,
)
from kwai.core.json_api.filters import FilterModel
from kwai.core.json_api.links import RequestTarget, resource_url
from kwai.core.json_api.markers import (
    NOT_LOADED,
    Attribute,
    Linked,
    PageRule,
    Relationship,
    Requires,
)
from kwai.core.json_api.negotiation import (
    ATOMIC,
    CURSOR_PAGINATION,
    MEDIA_TYPE,
    SUPPORTED_EXTENSIONS,
    SUPPORTED_PROFILES,
    Negotiated,
    negotiate,
)
from kwai.core.json_api.openapi import OperationDescription, component_schemas, describe
from kwai.core.json_api.pagination import DocumentBaseModel, Meta, PaginationModel
from kwai.core.json_api.patch import Create, Patch
from kwai.core.json_api.pointers import member_pointer
from kwai.core.json_api.query import parse_query
from kwai.core.json_api.registry import Registry, registry
from kwai.core.json_api.render import (
    render,
    render_errors,
    render_linkage,
    render_list,
    render_meta,
)
from kwai.core.json_api.request import parse_create, parse_linkage, parse_meta, parse_patch
from kwai.core.json_api.resource import Resource
from kwai.core.json_api.source import NotLoadedError

__all__ = [
    "ATOMIC",
    "CURSOR_PAGINATION",
    "ERRORS",
    "MEDIA_TYPE",
    "NOT_LOADED",
    "SUPPORTED_EXTENSIONS",
    "SUPPORTED_PROFILES",
    "Attribute",
    "Create",
    "Cursors",
    "DeclarationError",
    "DocumentBaseModel",
    "ErrorObject",
    "FilterModel",
    "Include",
    "JsonApiException",
    "Lids",
    "Linked",
    "Meta",
    "Negotiated",
    "NotLoadedError",
    "Operation",
    "OperationDescription",
    "OperationResult",
    "Page",
    "PageRule",
    "PaginationModel",
    "Patch",
    "Registry",
    "Relationship",
    "RequestTarget",
    "Requires",
    "Resource",
    "ResourceQuery",
    "SortKey",
    "attribute",
    "check_declarations",
    "common_values",
    "component_schemas",
    "describe",
    "error",
    "id",
    "member_pointer",
    "negotiate",
    "parse_create",
    "parse_linkage",
    "parse_meta",
    "parse_patch",
    "parse_query",
    "read_operations",
    "registry",
    "relationship",
    "render",
    "render_errors",
    "render_linkage",
    "render_list",
    "render_meta",
    "render_results",
    "resource",
    "resource_of",
    "resource_url",
]
