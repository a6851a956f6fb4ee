"""Texts of 64 KiB that were found to keep a parser busy, among many that were tried."""

from kwai.core.text.text_renderer import MOST_BYTES


def fill(text: str) -> str:
    return (text * (MOST_BYTES // len(text) + 1))[:MOST_BYTES]


ORDINARY_MARKDOWN = fill(
    """## Training van de jeugd

We oefenen **worpen** en *kata*. Breng je [judogi](https://club.example/judogi) en `water` mee,
en kom op tijd: de deur gaat om 18:00 uur dicht.

- opwarmen
- vallen & rollen

| dag | uur |
|---|---|
| maandag | 18:00 |

"""
)
SLOW_MARKDOWN = {
    "brackets": fill("["),
    "images": fill("!["),
    "links": fill("[a]("),
    "references": fill("[a][b"),
    "definitions": fill("[a]: b\n"),
    "long title": '[a]: b "' + fill("\nx")[:-8],
    "emphasis": fill("*a **a "),
    "closing": fill("a**b"),
    "strikethrough": fill("~~a"),
    "quotes": fill(">"),
    "lists": fill("- "),
    "ordered": fill("1. a\n"),
    "nested list": "".join(" " * depth + "- a\n" for depth in range(350)),
    "ticks": "".join("`" * length + " " for length in range(360)),
    "entities": fill("&"),
    "tables": fill("a|b\n-|-\nx|y\n\n"),
    "long table": "|a|b|\n|-|-|\n" + fill("|x|y|\n")[:-12],
    "wide table": "a|" * 5000 + "\n" + "-|" * 5000 + "\n" + "|\n" * 20_000,
    "lines": fill("a\n"),
    "headings": fill("# a\n"),
    "angles": fill("<"),
    "cdata": fill("<![CDATA["),
    "mixed": fill("*_~~[`<&\\!"),
    "hard breaks": fill("\\\n\n"),
    "broken emphasis": fill("_*\n"),
    "items of emphasis": fill("1. ***aa***_a\n"),
    "dashes": "".join("-\n" * depth + "!a\n" for depth in range(1, 250)),
    "addresses": fill("<a@b.c>&- "),
    "fences": "".join("`" * length + "\n" for length in range(3, 360)),
    "quoted lists": fill("> - > 1. "),
    "deep quotes": "".join(">" * depth + " a\n\n" for depth in range(1, 350)),
}
SLOW_HTML = {
    "divs": fill("<div>"),
    "lists": fill("<ul><li>"),
    "formatting": fill("<i><div>"),
    "misnested": "<b>" * 8000 + "<div>" * 4000 + "</b>" * 5000,
    "tables": fill("<table><tr><td>"),
    "preformatted": fill("<pre>"),
    "attributes": "<a " + " ".join(f"a{number}=b" for number in range(7000)) + ">",
}
