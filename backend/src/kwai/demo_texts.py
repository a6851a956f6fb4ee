"""The texts of the demo club, in Dutch and in English; days are counted from today."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoText:
    """A text in one language."""

    locale: str
    title: str
    summary: str
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoStory:
    """A story of the demo club."""

    application: str
    texts: tuple[DemoText, ...]
    publish_day: int
    end_day: int | None = None
    priority: int = 0
    promoted_until: int | None = None
    enabled: bool = True
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPage:
    """A page of the demo club."""

    application: str
    priority: int
    texts: tuple[DemoText, ...]


STORIES: Final = (
    DemoStory(
        application="club",
        publish_day=-3,
        priority=10,
        promoted_until=18,
        texts=(
            DemoText(
                locale="nl",
                title="Opendeurdag: kom eens op de mat",
                summary="Twee gratis proeflessen, voor kinderen vanaf zes en voor volwassenen.",
                content="""Nieuwsgierig naar judo? Op de opendeurdag staat de deur van de dojo open
voor iedereen.

| Uur | Voor wie | Met |
|-----|----------|-----|
| 10:00 | 6 tot 9 jaar | Carla en de jeugdtrainers |
| 11:15 | 10 tot 14 jaar | Carla |
| 13:30 | volwassenen | Arthur |

**Meebrengen:** een lange broek zonder rits, een T-shirt met lange mouwen en een flesje water. Een
judopak hoeft nog niet: we lenen er een uit.

Inschrijven is niet nodig. Vragen? Spreek een trainer aan na de les.
""",
            ),
            DemoText(
                locale="en",
                title="Open day: come and try judo",
                summary="Two free trial classes, for children from six and for adults.",
                content="""Curious about judo? On our open day the dojo is open to everybody.

| Time | For | With |
|------|-----|------|
| 10:00 | ages 6 to 9 | Carla and the youth coaches |
| 11:15 | ages 10 to 14 | Carla |
| 13:30 | adults | Arthur |

**Bring** long trousers without a zip, a shirt with long sleeves and a bottle of water. You do not
need a judogi yet: we lend you one.

There is no need to register. Questions? Ask a coach after class.
""",
            ),
        ),
    ),
    DemoStory(
        application="news",
        publish_day=-9,
        priority=5,
        texts=(
            DemoText(
                locale="nl",
                title="Vier medailles op het provinciaal kampioenschap",
                summary="Goud voor Lotte, zilver voor Sami en twee keer brons.",
                content="""Onze U13 en U15 kwamen zondag thuis met **vier medailles**.

1. Lotte (-40 kg) won al haar kampen voor tijd.
2. Sami (-50 kg) verloor alleen de finale, na verlenging.
3. Noor (-44 kg) en Jef (-60 kg) pakten brons.

> "Ze hebben vooral van elkaar geleerd", zei Carla na afloop. "Wie geen kamp had, zat langs de mat."

Proficiat aan iedereen, ook aan de ouders die reden.
""",
            ),
            DemoText(
                locale="en",
                title="Four medals at the provincial championship",
                summary="Gold for Lotte, silver for Sami and bronze twice.",
                content="""Our U13 and U15 came home on Sunday with **four medals**.

1. Lotte (-40 kg) won all her contests before time.
2. Sami (-50 kg) lost only the final, in golden score.
3. Noor (-44 kg) and Jef (-60 kg) took bronze.

> "Most of all they learned from each other", Carla said. "Who had no contest sat at the mat."

Congratulations to all, and thanks to the parents who drove.
""",
            ),
        ),
    ),
    DemoStory(
        application="trainings",
        publish_day=-1,
        end_day=12,
        priority=8,
        promoted_until=12,
        texts=(
            DemoText(
                locale="nl",
                title="Geen training op vrijdag: de zaal wordt verlucht",
                summary="Volgende vrijdag is de dojo dicht. Woensdag gaat gewoon door.",
                content="De stad vervangt de ventilatie van de sporthal. Wie vrijdag traint, mag "
                "die week **woensdag om 19:00** aansluiten.",
            ),
            DemoText(
                locale="en",
                title="No training on Friday: works in the hall",
                summary="The dojo is closed next Friday. Wednesday goes on as usual.",
                content="The city replaces the ventilation of the hall. Who trains on Fridays is "
                "welcome on **Wednesday at 19:00** that week.",
            ),
        ),
    ),
    DemoStory(
        application="club",
        publish_day=-24,
        texts=(
            DemoText(
                locale="nl",
                title="Nieuwe matten, dankzij de pannenkoeken",
                summary="De opbrengst van de pannenkoekendag ligt nu in de dojo.",
                content="Meer dan vierhonderd pannenkoeken later liggen er **dertig nieuwe "
                "tatami**. Bedankt aan alle bakkers, en aan wie er drie at.",
            ),
            DemoText(
                locale="en",
                title="New mats, thanks to pancakes",
                summary="What the pancake day earned now lies in the dojo.",
                content="More than four hundred pancakes later we have **thirty new tatami**. "
                "Thank you to all bakers, and to who had three.",
            ),
        ),
    ),
    DemoStory(
        application="members",
        publish_day=4,
        remark="Wacht op de datum van de federatie.",
        texts=(
            DemoText(
                locale="nl",
                title="Gordelexamens: dit kennen we",
                summary="Wat je moet kennen voor geel, oranje en groen, en wanneer het examen is.",
                content="De lijsten hangen ook in de kleedkamer. Oefen met een *partner*: de val "
                "telt mee.",
            ),
            DemoText(
                locale="en",
                title="Belt exams: what to know",
                summary="What to know for yellow, orange and green, and when the exam is.",
                content="The lists hang in the changing room too. Practise with a *partner*: the "
                "fall counts.",
            ),
        ),
    ),
    DemoStory(
        application="club",
        publish_day=20,
        enabled=False,
        remark="Ontwerp: prijs van de kaarten nog vragen aan Anna.",
        texts=(
            DemoText(
                locale="nl",
                title="Kerstetentje van de club",
                summary="Save the date: meer nieuws volgt.",
            ),
        ),
    ),
)

PAGES: Final = (
    DemoPage(
        application="club",
        priority=30,
        texts=(
            DemoText(
                locale="nl",
                title="Lid worden",
                summary="Twee proeflessen zijn gratis. Daarna betaal je per seizoen.",
                content="""## Zo begin je

1. Kom naar een training van jouw leeftijd; de eerste twee zijn **gratis**.
2. Vraag een trainer om het inschrijvingsformulier.
3. Je vergunning van de federatie is je verzekering: ze is er binnen de week.

## Wat kost het?

| Leeftijd | Per seizoen |
|----------|------------:|
| tot 12 jaar | 140 euro |
| tot 18 jaar | 165 euro |
| volwassenen | 190 euro |

Kan je het niet in een keer betalen? Spreek ons aan: niemand blijft daarvoor thuis.
""",
            ),
            DemoText(
                locale="en",
                title="Join us",
                summary="Two trial classes are free. After that you pay per season.",
                content="""## How to begin

1. Come to a training of your age; the first two are **free**.
2. Ask a coach for the form.
3. Your licence of the federation is your insurance: it is there within a week.

## What does it cost?

| Age | Per season |
|-----|-----------:|
| up to 12 | 140 euro |
| up to 18 | 165 euro |
| adults | 190 euro |

Cannot pay all at once? Talk to us: nobody stays at home for that.
""",
            ),
        ),
    ),
    DemoPage(
        application="club",
        priority=20,
        texts=(
            DemoText(
                locale="nl",
                title="De dojo",
                summary="Sporthal Zuid, eerste verdieping, zaal B.",
                content="De ingang is aan de kant van het park. Fietsen kunnen **onder het "
                "afdak**. Kom tien minuten vroeger: we groeten samen aan.",
            ),
            DemoText(
                locale="en",
                title="The dojo",
                summary="Sports hall South, first floor, room B.",
                content="The entrance is on the side of the park. Put bicycles **under the "
                "roof**. Be ten minutes early: we bow in together.",
            ),
        ),
    ),
    DemoPage(
        application="members",
        priority=10,
        texts=(
            DemoText(
                locale="nl",
                title="Afspraken op de mat",
                summary="Kort, en voor iedereen.",
                content="- Propere voeten, korte nagels, geen juwelen.\n- Wie te laat is, wacht "
                "op een teken van de trainer.\n- Afkloppen is loslaten. *Altijd.*",
            ),
            DemoText(
                locale="en",
                title="Rules on the mat",
                summary="Short, and for everybody.",
                content="- Clean feet, short nails, no jewellery.\n- Who is late waits for a sign "
                "of the coach.\n- A tap means let go. *Always.*",
            ),
        ),
    ),
)
