"""The operations of portal and news, and how each of them is asked."""

from dataclasses import dataclass
from typing import Final

NEVER: Final = {
    "": "",
    "story": "2147483647",
    "page": "2147483647",
    "application": "2147483647",
    "author": "2b4c7a52-8f2e-4b1e-8c56-0d6f0a6f1c11",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One operation.

    Attributes:
        target: What the id in the path is of.
        active: It is found while visitors see it only, whoever asks.
        hidden: The relationship is shown to administrators only.
    """

    path: str
    method: str = "GET"
    status: int = 200
    target: str = ""
    body: str = ""
    active: bool = False
    hidden: bool = False


def _resource(noun: str, plural: str, path: str) -> dict[str, Asked]:
    one = f"{path}/{{}}"
    return {
        f"get_{plural}": Asked(path=path),
        f"get_{noun}": Asked(path=one, target=noun),
        f"create_{noun}": Asked(path=path, method="POST", status=201, body=noun),
        f"update_{noun}": Asked(path=one, method="PATCH", target=noun, body=f"change {noun}"),
        f"delete_{noun}": Asked(path=one, method="DELETE", status=204, target=noun),
    }


def _linked(
    noun: str, path: str, name: str, body: str, *, hidden: bool = False
) -> dict[str, Asked]:
    linkage = f"{path}/{{}}/relationships/{name}"
    return {
        f"get_{noun}_{name}": Asked(path=f"{path}/{{}}/{name}", target=noun, hidden=hidden),
        f"get_{noun}_{name}_linkage": Asked(path=linkage, target=noun, hidden=hidden),
        f"replace_{noun}_{name}": Asked(
            path=linkage, method="PATCH", status=204, target=noun, body=body, hidden=hidden
        ),
    }


STORIES, PAGES, AUTHORS = "/news/stories", "/portal/pages", "/news/authors"
OPERATIONS: Final = {
    **_resource("story", "stories", STORIES),
    **_resource("page", "pages", PAGES),
    **_resource("author", "authors", AUTHORS),
    **_resource("application", "applications", "/portal/applications"),
    **_linked("story", STORIES, "application", "link application"),
    **_linked("story", STORIES, "author", "no link"),
    **_linked("page", PAGES, "application", "link application"),
    **_linked("author", AUTHORS, "user", "no link", hidden=True),
    "get_portal_settings": Asked(path="/portal/settings"),
    "get_portal_news": Asked(path="/portal/news"),
    "get_portal_story": Asked(path="/portal/news/{}", target="story", active=True),
    "get_portal_feed": Asked(path="/portal/news.atom"),
    "preview_text": Asked(path="/news/preview", method="POST", body="preview"),
}
# A relationship route has the rule of the operation that it shows the relationship for.
SHARED: Final = {
    name: f"{'update' if name.startswith('replace') else 'get'}_{name.split('_')[1]}"
    for name in OPERATIONS
    if name.endswith(("_linkage", "_application", "_author", "_user")) and name.count("_") > 1
}
