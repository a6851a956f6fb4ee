"""The `include` parameter: paths of relationships, made into a tree."""

from kwai.core.domain.resource_query import Include
from kwai.core.json_api.errors import ErrorObject, JsonApiException, error
from kwai.core.json_api.resource import Resource

DEEPEST = 3
MOST_PATHS = 16

Tree = dict[str, "Tree"]


def parse_include(
    resource: Resource,
    value: str,
    roles: frozenset[str],
    relationship: str | None,
    errors: list[ErrorObject],
) -> Include:
    """Make the tree; the first wrong path becomes the error of the parameter."""
    if not value:
        return Include()
    tree: Tree = {}
    paths = value.split(",")
    try:
        if len(paths) > MOST_PATHS:
            raise _refused(f"At most {MOST_PATHS} paths are allowed.")
        for path in paths:
            _add_path(tree, resource, path, roles, relationship)
    except JsonApiException as problem:
        errors.extend(problem.errors)
        return Include()
    return Include.of(tree)


def _add_path(
    tree: Tree, resource: Resource, path: str, roles: frozenset[str], relationship: str | None
) -> None:
    names = path.split(".")
    if len(names) > DEEPEST:
        raise _refused(f"A path has at most {DEEPEST} parts.")
    if relationship is not None and names[0] != relationship:
        raise _refused(f"A path starts with {relationship} here.")
    for name in names:
        found = resource.relationships.get(name)
        if found is None:
            offered = ", ".join(resource.relationships) or "none"
            raise _refused(f"{resource.type} has the relationships: {offered}.")
        if not resource.is_visible(name, roles):
            detail = f"The relationship {name} takes another role."
            raise JsonApiException(error("forbidden", detail, parameter="include"))
        tree = tree.setdefault(name, {})
        resource = resource.target(found)


def _refused(detail: str) -> JsonApiException:
    return JsonApiException(error("unknown_include", detail, parameter="include"))
