"""The declaration of one resource, resolved when it is first used."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from kwai.core.json_api.errors import DeclarationError
from kwai.core.json_api.kinds import Kind, kind_of, nested_fields
from kwai.core.json_api.markers import Attribute, PageRule, Relationship
from kwai.core.json_api.registry import Registry
from kwai.core.json_api.scan import IdMember, Members, scan

if TYPE_CHECKING:
    from pydantic import BaseModel

    from kwai.core.json_api.compile import Serializer, Shower
    from kwai.core.json_api.filters import FilterModel

LARGEST_NUMBER = 2**31 - 1
SERIALIZERS = 256

# The facts of each relationship that are shown, where these are not all.
Facts = frozenset[tuple[str, frozenset[str]]]
ALL_FACTS: Facts = frozenset()


class Resource:
    """Generates everything JSON:API needs from one declared class.

    The `resource` decorator attaches an instance of it to the class it marks.
    """

    def __init__(
        self,
        class_: type,
        type_: str,
        *,
        registry: Registry,
        path: str | None = None,
        ids: Literal["number", "uuid", "any"] = "any",
        sort: Mapping[str, str] | None = None,
        default_sort: str = "",
        filters: "type[FilterModel] | None" = None,
        page: PageRule | None = None,
        view_of: type | None = None,
    ) -> None:
        self.class_ = class_
        self.type = type_
        self.ids = ids
        self.sort = sort or {}
        self.default_sort = default_sort
        self.filters = filters
        self.page = page
        self.view_of = view_of
        self._path = path
        self._registry = registry
        self._auto = True
        self.serializer: Callable[[frozenset[str] | None, frozenset[str], Facts], Serializer]
        self.serializer = lru_cache(maxsize=SERIALIZERS)(partial(_serializer, self))
        self.shower: Callable[[str, bool, frozenset[str] | None], Shower]
        self.shower = lru_cache(maxsize=None)(partial(_shower, self))

    def __str__(self) -> str:
        return self.type

    def __repr__(self) -> str:
        return f"<Resource {self.type} of {self.class_.__qualname__}>"

    def build(self, auto: bool = True) -> None:
        """Register the resource; members and models follow when somebody asks for them.

        They cannot be read at once: annotations may name classes that are not imported yet.
        """
        self._auto = auto
        self._registry.add(self)

    @cached_property
    def path(self) -> str:
        """The path of the collection below the base URL; a view has that of its canonical."""
        if self._path is None and self.view_of is not None:
            return declared_resource(self.view_of).path
        return self._path or f"/{self.type}"

    @property
    def has_plain_ids(self) -> bool:
        """Whether ids need no escaping, neither in a URL nor in JSON."""
        return self.ids != "any"

    @cached_property
    def members(self) -> Members:
        """The id, attributes and relationships the class declares."""
        return scan(self.class_, self._auto, self._registry.classes)

    @property
    def attributes(self) -> Mapping[str, Attribute]:
        """All attributes by name, those of the resource's meta included."""
        return self.members.attributes

    @cached_property
    def plain_attributes(self) -> Mapping[str, Attribute]:
        """What stands in `attributes`."""
        return {name: each for name, each in self.attributes.items() if not each.meta}

    @cached_property
    def meta_attributes(self) -> Mapping[str, Attribute]:
        """What stands in the `meta` of the resource."""
        return {name: each for name, each in self.attributes.items() if each.meta}

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """What the values of the attributes are."""
        return {name: kind_of(each.type_) for name, each in self.attributes.items()}

    @cached_property
    def relationships(self) -> Mapping[str, Relationship]:
        """The relationships that the resource has, by name."""
        return {
            name: each for name, each in self.members.relationships.items() if not each.write_only
        }

    def accepted_relationships(self, operation: str) -> Mapping[str, Relationship]:
        """The relationships that a request may name; some are for a create only."""
        return self.members.relationships if operation == "create" else self.relationships

    @property
    def id_member(self) -> IdMember:
        """How the id of an instance is read."""
        if self.members.id is None:
            raise DeclarationError(f"{self.class_.__qualname__} has no id.")
        return self.members.id

    @cached_property
    def field_names(self) -> frozenset[str]:
        """What `fields[type]` may name."""
        readable = {name for name, each in self.plain_attributes.items() if not each.write_only}
        return frozenset(readable | self.relationships.keys())

    @cached_property
    def restricted(self) -> Mapping[str, str]:
        """The members that only some may see, with the role it takes."""
        members: list[Attribute | Relationship] = [
            *self.plain_attributes.values(),
            *self.relationships.values(),
        ]
        return {each.name: each.visible_to for each in members if each.visible_to is not None}

    def visible_names(self, roles: frozenset[str]) -> frozenset[str]:
        """The names a caller with these roles may see."""
        hidden = {name for name, role in self.restricted.items() if role not in roles}
        return self.field_names - hidden

    def is_visible(self, name: str, roles: frozenset[str]) -> bool:
        """Whether a caller with these roles may see a member."""
        return self.restricted.get(name) in (None, *roles)

    @cached_property
    def restricted_facts(self) -> Mapping[str, Mapping[str, str]]:
        """The facts of relations that only some may see, with the role it takes."""
        found = {name: _restricted_facts(each) for name, each in self.relationships.items()}
        return {name: facts for name, facts in found.items() if facts}

    def hidden_facts(self, name: str, roles: frozenset[str]) -> frozenset[str]:
        """The facts of a relation that a caller with these roles may not see."""
        restricted = self.restricted_facts.get(name, {})
        return frozenset(fact for fact, role in restricted.items() if role not in roles)

    def visible_facts(self, roles: frozenset[str]) -> Facts:
        """The facts that a caller with these roles may see, by relationship, if not all."""
        return frozenset(
            (name, _fact_names(self.relationships[name]) - hidden)
            for name in self.restricted_facts
            if (hidden := self.hidden_facts(name, roles))
        )

    def target(self, relationship: Relationship) -> "Resource":
        """The resource at the other end of a relationship."""
        return declared_resource(relationship.target)

    def is_possible_id(self, text: str) -> bool:
        """Whether a resource with this id can exist at all (F4: what cannot is not found)."""
        if self.ids == "number":
            return is_possible_number(text)
        if self.ids == "uuid":
            return is_canonical_uuid(text)
        return 0 < len(text) <= 64 and text.isprintable()

    def version_of(self, instance: object) -> str | None:
        """The version the meta of the resource shows, as text for an ETag."""
        version = self.meta_attributes.get("version")
        return None if version is None else str(getattr(instance, version.member))

    def id_of(self, instance: object) -> str:
        """The id of an instance as it stands in a document."""
        value = getattr(instance, self.id_member.member)
        return str(value() if self.id_member.is_called else value)

    # The names of the reference.

    def get_type(self) -> str:
        """Return the resource type."""
        return self.type

    def has_id(self) -> bool:
        """Whether the class has an id."""
        return self.members.id is not None

    def get_attribute(self, attribute_name: str) -> Attribute | None:
        """Return the attribute of this name, or None."""
        return self.attributes.get(attribute_name)

    def get_relationship(self, relationship_name: str) -> Relationship | None:
        """Return the relationship of this name, or None."""
        return self.relationships.get(relationship_name)

    def get_resource_id(self, resource_instance: object) -> str:
        """Return the id of an instance."""
        return self.id_of(resource_instance)

    def get_resource_attribute(self, attribute_name: str, resource_instance: object) -> object:
        """Return the value of one attribute as the instance holds it; KeyError when unknown."""
        return value_of(self.attributes[attribute_name], resource_instance)

    def get_resource_attributes(self, resource_instance: object) -> dict[str, object]:
        """Return the values of all attributes as the instance holds them."""
        return {
            name: value_of(each, resource_instance) for name, each in self.plain_attributes.items()
        }

    def get_resource_relationships(self, resource_instance: object) -> dict[str, object]:
        """Return the values of all relationships as the instance holds them."""
        return {
            name: value_of(each, resource_instance) for name, each in self.relationships.items()
        }

    def get_resource_identifier(self, resource_instance: object) -> "BaseModel":
        """Return the identifier of an instance: its type and id."""
        model = self.get_resource_identifier_model()
        return model.model_validate({"type": self.type, "id": self.id_of(resource_instance)})

    def get_resource_object(self, resource_instance: object) -> "tuple[BaseModel, list[BaseModel]]":
        """Return the resource object of an instance, and those of the related ones at hand."""
        from kwai.core.json_api.documents import resource_object

        return resource_object(self, resource_instance)

    def get_model_class_prefix(self) -> str:
        """Return the name of the class without `Resource`: models are named with it."""
        return self.class_.__name__.removesuffix("Resource")

    def get_resource_model(self) -> "type[BaseModel]":
        """Return the model of a resource object."""
        from kwai.core.json_api.models import models_of

        return models_of(self).resource

    def get_resource_identifier_model(self) -> "type[BaseModel]":
        """Return the model of a resource identifier."""
        from kwai.core.json_api.models import models_of

        return models_of(self).identifier

    def get_resource_data_model(self) -> "type[BaseModel]":
        """Return the model of a document with one resource."""
        from kwai.core.json_api.models import models_of

        return models_of(self).document

    def get_resource_data_model_list(self) -> "type[BaseModel]":
        """Return the model of a document with a collection."""
        from kwai.core.json_api.models import models_of

        return models_of(self).collection

    def get_document_model(self) -> "type[BaseModel]":
        """Return the model of a document with one resource."""
        return self.get_resource_data_model()

    def serialize(self, resource_instance: object) -> "BaseModel":
        """Return a document model; endpoints use `render`, which gives bytes."""
        from kwai.core.json_api.documents import document

        return document(self, resource_instance)

    def serialize_list(self, resource_instances: Iterable[object]) -> "BaseModel":
        """Return a document model of a collection; endpoints use `render_list`."""
        from kwai.core.json_api.documents import collection

        return collection(self, list(resource_instances))


def declared_resource(class_: type) -> Resource:
    """The declaration of a class that another one names."""
    declared = getattr(class_, "__json_api_resource__", None)
    if not isinstance(declared, Resource):
        raise DeclarationError(f"{class_!r} is no declared resource.")
    return declared


def value_of(member: Attribute | Relationship, instance: object) -> Any:
    """Read a member of an instance the way the declaration says."""
    value = getattr(instance, member.member)
    return value() if member.is_called else value


def is_possible_number(text: str) -> bool:
    """A positive number that fits the id column, in its only spelling."""
    is_number = text.isascii() and text.isdigit() and not text.startswith("0")
    return is_number and len(text) <= 10 and int(text) <= LARGEST_NUMBER


def is_canonical_uuid(text: str) -> bool:
    """A uuid in its only spelling: lower case, with hyphens."""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _restricted_facts(relationship: Relationship) -> Mapping[str, str]:
    facts = () if relationship.facts is None else nested_fields(relationship.facts)
    return {each.name: each.marker.visible_to for each in facts if each.marker.visible_to}


def _fact_names(relationship: Relationship) -> frozenset[str]:
    facts = () if relationship.facts is None else nested_fields(relationship.facts)
    return frozenset(each.name for each in facts)


def _serializer(
    resource: Resource, fields: frozenset[str] | None, linkage: frozenset[str], facts: Facts
) -> "Serializer":
    from kwai.core.json_api.compile import compile_serializer

    return compile_serializer(resource, fields, linkage, facts)


def _shower(
    resource: Resource, name: str, is_demanded: bool, facts: frozenset[str] | None
) -> "Shower":
    from kwai.core.json_api.compile import compile_shower

    return compile_shower(resource, name, is_demanded, facts)
