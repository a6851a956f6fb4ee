"""The words of a declaration: what is written into the annotations of a resource."""

from dataclasses import dataclass, field
from typing import Any, Final, Generic, Literal, TypeVar

from typing_extensions import TypeVar as TypeVarWithDefault

from kwai.core.json_api.annotations import Shape, shape_of

R_co = TypeVar("R_co", covariant=True)
M_co = TypeVarWithDefault("M_co", covariant=True, default=None)


class _NotLoaded:
    """Says that a relationship was not read, which is not the same as empty."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NOT_LOADED"

    def __reduce__(self) -> str:
        return "NOT_LOADED"


# Any, because it is the default of relationships of every type.
NOT_LOADED: Final[Any] = _NotLoaded()


class Linked(Generic[R_co, M_co]):
    """One end of a relation: the resource, or only its key, and the facts of the relation.

    A plain class and no frozen dataclass: hundreds are made per response, and those cost three
    times as much to build. `key` may be positional, because that is a tenth quicker.
    """

    __slots__ = ("key", "meta", "resource")

    def __init__(self, resource: R_co | None, meta: M_co = None, key: str | None = None) -> None:  # type: ignore[assignment]  # the default of M_co is None
        self.resource = resource
        self.meta = meta
        self.key = key

    @classmethod
    def ref(cls, id_: object, meta: M_co = None) -> "Linked[R_co, M_co]":  # type: ignore[assignment,misc]  # as above; a constructor may take what is covariant
        """Link by the key alone; the resource cannot be included then."""
        return cls(None, meta, key=str(id_))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:
        """Let a pydantic model hold links without any setting of its own."""
        from pydantic_core import core_schema

        return core_schema.any_schema()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Linked):
            return NotImplemented
        return (self.key, self.resource, self.meta) == (other.key, other.resource, other.meta)

    __hash__ = None  # type: ignore[assignment]  # resources hold lists

    def __repr__(self) -> str:
        what = f"key={self.key!r}" if self.resource is None else repr(self.resource)
        return f"Linked({what}, meta={self.meta!r})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """An attribute of a resource; in `Annotated` only what differs from the default is said.

    `member` is the Python name of the field or getter, `name` the one in the document.
    """

    name: str = ""
    read_only: bool = False
    create_only: bool = False
    write_only: bool = False
    meta: bool = False
    visible_to: str | None = None
    description: str = ""
    example: object = None
    member: str = ""
    type_: object = None
    is_getter: bool = False
    is_called: bool = False
    is_required: bool = False
    shape: Shape = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shape", shape_of(self.type_))

    @property
    def optional(self) -> bool:
        """Whether the value may be null."""
        return self.shape.optional

    @property
    def is_writable(self) -> bool:
        """Whether a request may set it at all."""
        return not (self.read_only or self.meta or self.is_getter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A relationship of a resource; `replace=False` offers to add and remove members only.

    One that is `write_only` is said when the resource is created, and never shown: it is no member
    of the resource, and has no endpoints.
    """

    name: str = ""
    read_only: bool = False
    write_only: bool = False
    linkage: Literal["include", "always"] = "include"
    replace: bool = True
    visible_to: str | None = None
    description: str = ""
    member: str = ""
    type_: object = None
    is_getter: bool = False
    is_called: bool = False
    is_required: bool = False
    is_linked: bool = field(init=False)
    target: type = field(init=False)
    facts: type | None = field(init=False)
    shape: Shape = field(init=False)

    def __post_init__(self) -> None:
        shape = shape_of(self.type_)
        is_linked = shape.origin is Linked
        target, facts = shape.arguments if is_linked else (shape.base, None)
        object.__setattr__(self, "shape", shape)
        object.__setattr__(self, "is_linked", is_linked)
        object.__setattr__(self, "target", target)
        object.__setattr__(self, "facts", None if facts is type(None) else facts)

    @property
    def optional(self) -> bool:
        """Whether a to-one relationship may be empty."""
        return self.shape.optional

    @property
    def is_list(self) -> bool:
        """Whether the relationship is to-many."""
        return self.shape.is_list

    @property
    def is_writable(self) -> bool:
        """Only a linked field can be filled from an identifier."""
        return self.is_linked and not (self.read_only or self.is_getter)


@dataclass(frozen=True, slots=True)
class Requires:
    """A filter that means nothing without these other ones."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        object.__setattr__(self, "names", names)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRule:
    """How a collection is cut into pages: by offset, and by cursor unless that is switched off."""

    default: int = 25
    maximum: int = 100
    largest_offset: int = 10_000
    cursor: bool = True
