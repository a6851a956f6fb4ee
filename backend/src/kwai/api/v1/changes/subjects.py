"""Which table the changes of which resource are logged under."""

from typing import Final

from kwai.core.db.changes.logged_change import Subject
from kwai.core.json_api import JsonApiException, error

SUBJECTS: Final = (
    Subject(resource="user_accounts", table="users", key="uuid"),
    Subject(resource="user_invitations", table="user_invitations", key="uuid"),
    Subject(resource="authors", table="authors", key="uuid"),
    Subject(resource="applications", table="applications"),
    Subject(resource="stories", table="news_stories"),
    Subject(resource="pages", table="pages"),
    Subject(resource="trainings", table="trainings"),
    Subject(resource="training_definitions", table="training_definitions"),
    Subject(resource="coaches", table="coaches"),
    Subject(resource="teams", table="teams"),
    Subject(resource="seasons", table="seasons"),
    Subject(resource="closures", table="closures"),
)
_BY_RESOURCE: Final = {subject.resource: subject for subject in SUBJECTS}


def find_subject(resource: str) -> Subject:
    """Find the subject that a filter names.

    Raises:
        JsonApiException: changes of such a resource are not logged.
    """
    if resource not in _BY_RESOURCE:
        detail = f"The value must be one of {', '.join(_BY_RESOURCE)}."
        raise JsonApiException(error("bad_filter", detail, parameter="filter[resource]"))
    return _BY_RESOURCE[resource]
