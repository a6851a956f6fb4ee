"""Documents as pydantic models: for the reference's names, tests and tools, never for responses."""

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, TypeAdapter

from kwai.core.domain.resource_query import Include, ResourceQuery
from kwai.core.json_api.links import RequestTarget
from kwai.core.json_api.markers import NOT_LOADED, Linked
from kwai.core.json_api.models import models_of
from kwai.core.json_api.render import render, render_list, to_bytes
from kwai.core.json_api.resource import declared_resource, value_of
from kwai.core.json_api.walk import included, plan_for

if TYPE_CHECKING:
    from kwai.core.json_api.resource import Resource

_TARGET = RequestTarget(base="")


def document(resource: "Resource", instance: object) -> BaseModel:
    """A document model of one resource, with what is loaded included."""
    raw = render(instance, _everything(resource, [instance]), _TARGET)
    return models_of(resource).document.model_validate_json(raw)


def collection(resource: "Resource", instances: list[object]) -> BaseModel:
    """A document model of a collection, with what is loaded included."""
    raw = render_list(instances, _everything(resource, instances), _TARGET)
    return models_of(resource).collection.model_validate_json(raw)


def resource_object(resource: "Resource", instance: object) -> tuple[BaseModel, list[BaseModel]]:
    """The models of a resource object and of the related ones at hand."""
    plan = plan_for(resource, _everything(resource, [instance]))
    (primary,) = plan.serialize((instance,), "")
    related = included(plan.nodes, [instance], "", {resource.type: {primary["id"]: primary}})
    models = {each.type: models_of(each).resource for each in _targets(resource)}
    return (
        _model(models_of(resource).resource, primary),
        [_model(models[each["type"]], each) for each in related],
    )


def _model(model: type[BaseModel], content: dict[str, Any]) -> BaseModel:
    return TypeAdapter(model).validate_json(to_bytes(content))


def _everything(resource: "Resource", instances: list[object]) -> ResourceQuery:
    loaded: dict[str, object] = {
        name: {}
        for name, relationship in resource.relationships.items()
        if instances and all(_is_loaded(value_of(relationship, each)) for each in instances)
    }
    return ResourceQuery(type=resource.type, include=Include.of(loaded), has_include=bool(loaded))


def _is_loaded(value: Any) -> bool:
    if value is NOT_LOADED:
        return False
    links = value if isinstance(value, list | tuple) else [value]
    return all(not isinstance(each, Linked) or each.resource is not None for each in links)


def _targets(resource: "Resource") -> list["Resource"]:
    return [declared_resource(each.target) for each in resource.relationships.values()]
