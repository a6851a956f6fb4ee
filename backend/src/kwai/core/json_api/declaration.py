"""The decorators that turn a class into a JSON:API resource."""

import builtins
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from kwai.core.json_api.markers import PageRule
from kwai.core.json_api.registry import Registry, registry
from kwai.core.json_api.resource import Resource
from kwai.core.json_api.scan import Mark
from kwai.core.quicken import quicken

if TYPE_CHECKING:
    from kwai.core.json_api.filters import FilterModel

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., object])

DEFAULT_PAGE = PageRule()


def resource(
    type_: str,
    auto: bool = True,
    *,
    path: str | None = None,
    ids: Literal["number", "uuid", "any"] = "any",
    sort: Sequence[str] | Mapping[str, str] = (),
    default_sort: str = "",
    filters: "builtins.type[FilterModel] | None" = None,
    page: PageRule | None = DEFAULT_PAGE,
    view_of: builtins.type | None = None,
    register_in: Registry | None = None,
) -> Callable[[builtins.type[T]], builtins.type[T]]:
    """Turn a class into a JSON:API resource; its annotations are read on first use.

    `path` is the collection's path below the base, `view_of` the canonical class when this one
    shows a subset of it.
    """

    def decorate(class_: builtins.type[T]) -> builtins.type[T]:
        declared = Resource(
            class_,
            type_,
            path=path,
            ids=ids,
            sort=dict(sort) if isinstance(sort, Mapping) else {name: name for name in sort},
            default_sort=default_sort,
            filters=filters,
            page=page,
            view_of=view_of,
            registry=registry() if register_in is None else register_in,
        )
        declared.build(auto)
        quicken(class_)
        class_.__json_api_resource__ = declared  # type: ignore[attr-defined]  # read by resource_of
        return class_

    return decorate


@overload
def id(_func: F) -> F: ...
@overload
def id(_func: None = None) -> Callable[[F], F]: ...
def id(_func: F | None = None) -> F | Callable[[F], F]:
    """Mark the method that gives the id of the resource; brackets can be left out."""
    return _mark(_func, Mark("id"))


@overload
def attribute(_func: F, *, name: str | None = None) -> F: ...
@overload
def attribute(_func: None = None, *, name: str | None = None) -> Callable[[F], F]: ...
def attribute(_func: F | None = None, *, name: str | None = None) -> F | Callable[[F], F]:
    """Turn a method into a read-only attribute, named like the method unless `name` is given."""
    return _mark(_func, Mark("attribute", name))


@overload
def relationship(_func: F, *, name: str | None = None) -> F: ...
@overload
def relationship(_func: None = None, *, name: str | None = None) -> Callable[[F], F]: ...
def relationship(_func: F | None = None, *, name: str | None = None) -> F | Callable[[F], F]:
    """Turn a method into a read-only relationship; its return type names the other resource."""
    return _mark(_func, Mark("relationship", name))


def _mark(func: F | None, mark: Mark) -> F | Callable[[F], F]:
    def decorate(method: F) -> F:
        method.__json_api_mark__ = mark  # type: ignore[attr-defined]  # read when scanned
        return method

    return decorate if func is None else decorate(func)


def resource_of(subject: Any) -> Resource:
    """The declaration of a resource class or of one of its instances."""
    if isinstance(subject, Resource):
        return subject
    declared = getattr(subject, "__json_api_resource__", None)
    if not isinstance(declared, Resource):
        raise TypeError(f"{subject!r} is no declared resource.")
    return declared
