"""Search in a folded column; enough for the texts of a club, and the same on both engines."""

from typing import TypeVar

from kwai.core.db.criteria import KwaiField
from kwai.core.db.database_query import DatabaseQuery
from kwai.core.search.text_search import TextSearch, terms

Q = TypeVar("Q", bound=DatabaseQuery)


class LikeTextSearch(TextSearch[Q]):
    """Looks for each term anywhere in a column that `search_text` filled.

    What is typed is never given to a full-text syntax: there `judo AND` and `+(judo"` are errors.
    """

    def __init__(self, field: KwaiField) -> None:
        self._field = field

    def apply(self, query: Q, text: str) -> Q:
        for term in terms(text):
            query.and_where(self._field.like_contains(term))
        return query
