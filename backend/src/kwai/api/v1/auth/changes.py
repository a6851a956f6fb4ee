"""What an operation may change of a resource that has more attributes than that."""

from collections.abc import Collection, Mapping
from typing import Any

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.json_api import Attribute, Relationship, resource_of
from kwai.core.json_api.resource import value_of
from kwai.core.settings import Settings


def take_changes(
    names: Collection[str], asked: object, current: object, allowed: Collection[str]
) -> Mapping[str, Any]:
    """Give the values of the named members that may be changed here.

    What may not be changed may be named all the same, with the value it has.

    Raises:
        UnprocessableException: something else was to be changed.
    """
    declared = resource_of(asked)
    members: dict[str, Attribute | Relationship] = {
        **declared.attributes,
        **declared.accepted_relationships("create"),
    }
    for name in sorted(set(names) - set(allowed)):
        if value_of(members[name], asked) != value_of(members[name], current):
            raise UnprocessableException(
                f"{name} cannot be changed here.", member=name, reason="fixed"
            )
    return {name: value_of(members[name], asked) for name in allowed if name in names}


def check_locale(locale: str | None, settings: Settings) -> str:
    """Give the language as it is stored: empty means the one of the club.

    Raises:
        UnprocessableException: the club does not offer this language.
    """
    if locale is not None and locale not in settings.website.locales:
        offered = ", ".join(settings.website.locales)
        raise UnprocessableException(
            f"The languages are: {offered}.",
            member="locale",
            reason="language_unknown",
            languages=offered,
        )
    return locale or ""
