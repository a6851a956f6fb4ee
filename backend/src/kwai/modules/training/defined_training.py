"""What a definition makes of a day."""

from collections.abc import Mapping
from datetime import date

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.text import LocaleText, Text
from kwai.core.text.text_editor import TextEditor, TextInput
from kwai.modules.training.seasons.season import SeasonEntity
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_definition import TrainingDefinitionEntity
from kwai.modules.training.trainings.value_objects import Season, TrainingCoach


class DefinedTraining:
    """Makes trainings as their definition wants them, and brings them in line with it later.

    The text is rendered once per definition, however many trainings there are.
    """

    def __init__(self, text_editor: TextEditor, locale: str, *, clock: Clock = utc_now) -> None:
        self._text_editor = text_editor
        self._locale = locale
        self._clock = clock
        self._texts: dict[tuple[str, str], tuple[LocaleText, ...]] = {}

    async def create(
        self, definition: TrainingDefinitionEntity, day: date, season: SeasonEntity | None = None
    ) -> TrainingEntity:
        """Make the training of a day."""
        return TrainingEntity(
            content=await self.texts(definition),
            definition=definition,
            coaches=coaches_of(definition, {}),
            teams=() if definition.team is None else (definition.team,),
            season=definition.season if season is None else _season(season),
            period=definition.period_on(day),
            location=definition.location,
            occurrence_date=day,
        )

    async def texts(self, definition: TrainingDefinitionEntity) -> tuple[LocaleText, ...]:
        """Give the text of the trainings: name and description, in the language of the club."""
        key = (definition.name, definition.description)
        if key not in self._texts:
            typed = TextInput(
                locale=self._locale, title=definition.name, content=definition.description
            )
            text = await self._text_editor.write(Text(), [typed], self._clock())
            self._texts[key] = tuple(text)
        return self._texts[key]


def coaches_of(
    definition: TrainingDefinitionEntity, known: Mapping[int, TrainingCoach]
) -> tuple[TrainingCoach, ...]:
    """Give the coaches of a definition; who is known already keeps the facts of the relation."""
    return tuple(
        known.get(coach.id.value, TrainingCoach(coach=coach)) for coach in definition.coaches
    )


def _season(season: SeasonEntity) -> Season:
    return Season(id=IntIdentifier(season.id.value), name=season.name)
