"""What endpoints do with the ends of relationships."""

from typing import Any

from kwai.core.json_api import Linked


def key_of(link: Linked[Any, Any]) -> str:
    """Give the id at the other end, whether the resource was loaded or only its key is known."""
    resource: Any = link.resource
    return str(resource.id) if link.key is None else link.key
