"""What the demo club calls things that have one text only, in the language of the club."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoWords:
    """The words of one language.

    Attributes:
        sections: By the name of the section, its title and what it says in one line.
        holidays: In the order of the season.
        reasons: Why trainings are cancelled.
        recreation: The team of those who do not compete.
        asked: The remark at an invitation; the next two are at one that was accepted or forgotten.
    """

    sections: Mapping[str, tuple[str, str]]
    holidays: tuple[str, str, str]
    reasons: tuple[str, str]
    recreation: str
    asked: str
    accepted: str
    forgotten: str


DUTCH: Final = DemoWords(
    sections={
        "club": ("Club", "Wie we zijn, waar we trainen en hoe je lid wordt."),
        "news": ("Nieuws", "Wat er gebeurt in en rond de club."),
        "trainings": ("Trainingen", "Wanneer, waar en met wie we trainen."),
        "calendar": ("Kalender", "Wat eraan komt."),
        "members": ("Leden", "Wat leden moeten weten."),
    },
    holidays=("Herfstvakantie", "Kerstvakantie", "Krokusvakantie"),
    reasons=("De zaal wordt gepoetst.", "De trainer is ziek."),
    recreation="Recreanten",
    asked="Vroeg ernaar op de opendeurdag; de mail staat in de map met mails.",
    accepted="Al jaren lid.",
    forgotten="Heeft nooit geantwoord.",
)

ENGLISH: Final = DemoWords(
    sections={
        "club": ("Club", "Who we are, where we train and how to join."),
        "news": ("News", "What happens in and around the club."),
        "trainings": ("Trainings", "When, where and with whom we train."),
        "calendar": ("Calendar", "What is coming up."),
        "members": ("Members", "What members need to know."),
    },
    holidays=("Autumn holiday", "Christmas holiday", "Carnival"),
    reasons=("The hall is being cleaned.", "The coach is ill."),
    recreation="Recreation",
    asked="Asked at the open day; her mail is in the folder of mails.",
    accepted="Member since years.",
    forgotten="Never answered.",
)

FRENCH: Final = DemoWords(
    sections={
        "club": ("Club", "Qui nous sommes, où nous nous entraînons et comment s'inscrire."),
        "news": ("Actualités", "Ce qui se passe au club et autour."),
        "trainings": ("Entraînements", "Quand, où et avec qui nous nous entraînons."),
        "calendar": ("Calendrier", "Ce qui arrive bientôt."),
        "members": ("Membres", "Ce que les membres doivent savoir."),
    },
    holidays=("Congé d'automne", "Vacances d'hiver", "Congé de détente"),
    reasons=("La salle est en cours de nettoyage.", "L'entraîneur est malade."),
    recreation="Loisirs",
    asked="L'a demandé à la journée portes ouvertes; son mail est dans le dossier des mails.",
    accepted="Membre depuis des années.",
    forgotten="N'a jamais répondu.",
)

_LANGUAGES: Final = {"nl": DUTCH, "en": ENGLISH, "fr": FRENCH}


def words_of(locale: str) -> DemoWords:
    """Give the words of a language, or the English ones where there are none."""
    return _LANGUAGES.get(locale, ENGLISH)
