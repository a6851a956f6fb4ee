"""Module that defines what a coach is told about a training."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.unique_id import UniqueId


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReceiver:
    """The user behind a coach, as far as a mail to them needs it.

    Attributes:
        locale: Language of the mails; empty means the one of the club.
    """

    uuid: UniqueId
    email: EmailAddress
    name: Name
    locale: str = ""
    revoked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingNotice:
    """A training that was cancelled or takes place after all, and that somebody coaches.

    Attributes:
        titles: Titles of the training by language.
    """

    id: int
    training_id: int
    cancelled: bool
    reason: str
    start: datetime
    location: str
    titles: dict[str, str]

    def title_in(self, *locales: str) -> str:
        """Give the title in the first of these languages that there is, else in any."""
        found = (self.titles[locale] for locale in locales if locale in self.titles)
        return next(found, next(iter(self.titles.values()), ""))


def summarise(notices: Iterable[TrainingNotice]) -> list[TrainingNotice]:
    """Give what is new for who knew the trainings before: one notice for each, by their start.

    A training that was cancelled and restored before anybody was told is no news.
    """
    by_training: dict[int, list[TrainingNotice]] = {}
    for notice in sorted(notices, key=lambda each: each.id):
        by_training.setdefault(notice.training_id, []).append(notice)
    news = [told[-1] for told in by_training.values() if told[0].cancelled == told[-1].cancelled]
    return sorted(news, key=lambda each: (each.start, each.id))
