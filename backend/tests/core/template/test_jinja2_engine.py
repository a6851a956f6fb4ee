import asyncio
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from kwai.core.template.jinja2_engine import Jinja2Engine
from kwai.core.template.template_engine import TemplateNotFoundException


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for lang in ("nl", "en"):
        for name, content in {
            "hello.html": "<p>LANG {{ name }}</p>",
            "hello.txt": "{% block subject %}LANG\n {{ name }}{% endblock %}|{{ name }}",
        }.items():
            file = tmp_path / "greetings" / lang / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content.replace("LANG", lang))
    (tmp_path / "greetings" / "nl" / "only.html").write_text("alone")
    (tmp_path / "greetings" / "nl" / "broken.html").write_text('{% extends "nowhere.html" %}')
    return tmp_path


@pytest.fixture
def engine(folder: Path) -> Jinja2Engine:
    return Jinja2Engine(folder, club="Kwai")


@pytest.mark.parametrize(
    ("lang", "found"),
    [
        ("nl", "nl"),
        ("en", "en"),
        ("fr", "nl"),
        ("en-GB", "en"),
        ("EN", "en"),
        ("", "nl"),
        ("../nl", "nl"),
        ("e\0", "nl"),
    ],
)
def test_security_s34_the_language_is_that_of_the_receiver_or_the_next_best(
    engine: Jinja2Engine, lang: str, found: str
) -> None:
    assert engine.create("greetings/hello.html", lang).render(name="Ann") == f"<p>{found} Ann</p>"


def test_security_s34_the_language_of_the_club_comes_before_dutch(folder: Path) -> None:
    engine = Jinja2Engine(folder, default_lang="en")

    assert engine.create("greetings/hello.txt", "fr").render(name="Ann").endswith("|Ann")
    assert (
        engine.create_mail_template("greetings/hello", "fr").render_html(name="A") == "<p>en A</p>"
    )


def test_events_f14_html_is_escaped_and_text_is_not(engine: Jinja2Engine) -> None:
    name = "O'Neill <\"&> é"
    template = engine.create_mail_template("greetings/hello", "en")

    assert template.render_text(name=name).endswith(f"|{name}")
    assert template.render_html(name=name) == "<p>en O&#39;Neill &lt;&#34;&amp;&gt; é</p>"
    assert template.render_subject(name=name) == f"en {name}"
    assert engine.create("greetings/hello.txt").render(name=name).endswith(f"|{name}")
    assert "&lt;" in engine.create("greetings/hello.html").render(name=name)


def test_events_f14_the_part_decides_and_not_what_it_includes(folder: Path) -> None:
    (folder / "greetings" / "nl" / "mixed.html").write_text('{% include "raw.txt" %}')
    (folder / "greetings" / "nl" / "mixed.txt").write_text('{% include "raw.txt" %}')
    (folder / "raw.txt").write_text("{{ name }}")
    template = Jinja2Engine(folder).create_mail_template("greetings/mixed")

    assert template.render_html(name="<") == "&lt;"
    assert template.render_text(name="<") == "<"


def test_a_missing_variable_is_an_error(engine: Jinja2Engine) -> None:
    with pytest.raises(UndefinedError, match="name"):
        engine.create("greetings/hello.html").render()


def test_variables_of_the_engine_reach_every_template(folder: Path, engine: Jinja2Engine) -> None:
    (folder / "greetings" / "nl" / "all.txt").write_text("{{ club }} {{ lang }} {{ year }}")

    template = engine.create("greetings/all.txt")

    assert template.render(year=1882) == "Kwai nl 1882"
    assert template.render(club="Other", year=1882) == "Other nl 1882"


@pytest.mark.parametrize(
    "path",
    [
        "greetings/nothing.html",
        "nothing",
        "../secret.html",
        "greetings/../../secret.html",
        "/etc/passwd",
        "greetings//hello.html",
        "greetings\\hello.html",
        "greetings/hello.html\0",
        "greetings/hello.html\n",
        "",
    ],
)
def test_security_t36_what_is_not_there_is_not_found(engine: Jinja2Engine, path: str) -> None:
    with pytest.raises(TemplateNotFoundException):
        engine.create(path)
    with pytest.raises(TemplateNotFoundException):
        engine.create_mail_template(path)


def test_a_mail_needs_both_parts(engine: Jinja2Engine) -> None:
    with pytest.raises(TemplateNotFoundException, match="greetings/only"):
        engine.create_mail_template("greetings/only")


def test_a_missing_layout_is_named(engine: Jinja2Engine) -> None:
    with pytest.raises(TemplateNotFound, match=r"nowhere\.html"):
        engine.create("greetings/broken.html").render()


def test_a_folder_of_the_club_stands_before_ours(tmp_path: Path) -> None:
    own = tmp_path / "identity" / "nl"
    own.mkdir(parents=True)
    (own / "user_recovery.html").write_text("ours")
    (own / "user_recovery.txt").write_text("{% block subject %}s{% endblock %}")

    engine = Jinja2Engine(tmp_path)

    assert engine.create_mail_template("identity/user_recovery").render_html() == "ours"
    assert engine.create_mail_template("identity/user_invitation", "nl")


async def test_templates_are_rendered_by_many_tasks_and_threads_at_once(
    engine: Jinja2Engine,
) -> None:
    def render(number: int) -> str:
        return engine.create("greetings/hello.html", "en").render(name=number)

    rendered = await asyncio.gather(*(asyncio.to_thread(render, n) for n in range(100)))

    assert rendered == [f"<p>en {number}</p>" for number in range(100)]
