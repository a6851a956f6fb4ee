"""What the pages name exists: links, commands, settings, variables, targets."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import typer

from kwai import kwai_api, kwai_bus, kwai_cli
from kwai.__main__ import app as up_app
from kwai.core.settings import Settings
from tests.docs.pages import DOCS, fences, links, read_pages, spans
from tests.support.processes import REPOSITORY

PAGES = read_pages()
PROGRAM = re.compile(
    r"(?:^|[\s/])(kwai_cli|kwai_api|kwai_bus|python3? -m kwai)(?![\w=.-])([^\n`|'\"]*)"
)
# What follows is a comment, another command or a file.
END = re.compile(r"\s(?:#|>|&&).*")
SECTIONS = [name for name in Settings.model_fields if name != "home"]
SETTING = re.compile(rf"({'|'.join(SECTIONS)})\.(\w+)")
VARIABLE = re.compile(r"KWAI_[A-Z_]+[A-Z]\b")
PLACES = {"KWAI_HOME", "KWAI_SETTINGS_FILE", "KWAI_HOST", "KWAI_PORT", "KWAI_DEMO_PASSWORD"}
LOADED = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src"}
# Says where a page stands, and loads nothing.
SILENT_LINKS = {"canonical", "prev", "next"}


def setting_names() -> set[str]:
    """Every setting as pages write it, `section.key`."""
    models = {
        name: next(
            (
                each
                for each in (field.annotation, *getattr(field.annotation, "__args__", ()))
                if hasattr(each, "model_fields")
            ),
            None,
        )
        for name, field in Settings.model_fields.items()
    }
    return {
        f"{name}.{field.alias or key}"
        for name, model in models.items()
        if model is not None
        for key, field in model.model_fields.items()
    }


def commands(text: str) -> Iterator[str]:
    """The command lines of our programs in blocks and spans, without what is around them."""
    shown = [fence.text for fence in fences(text, "text", "sh", "ini")]
    for line in "\n".join([*shown, *spans(text)]).splitlines():
        for program, rest in PROGRAM.findall(line):
            yield f"{program}{END.sub('', rest)}".strip()


@pytest.mark.parametrize("name", PAGES)
def test_every_relative_link_leads_somewhere(name: str) -> None:
    folder = (DOCS / name).parent
    targets = [link.partition("#")[0] for link in links(PAGES[name]) if "://" not in link]

    assert [target for target in targets if not (folder / target).exists()] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_command_exists(name: str) -> None:
    assert [line for line in commands(PAGES[name]) if problem_of(line)] == []


def problem_of(line: str) -> str | None:
    """Tell what is wrong with a command line; placeholders and arguments are not looked at."""
    program, *words = line.replace("python3 -m", "python -m").replace("-m kwai", "-m-kwai").split()
    if program == "python":
        return _walk(typer.main.get_command(up_app), words[1:])
    if program == "kwai_cli":
        return _walk(typer.main.get_command(kwai_cli.app), words)
    create_args = kwai_api.create_args if program == "kwai_api" else kwai_bus.create_args
    try:
        create_args(words)
    except SystemExit:
        return f"{program} does not take {words}"
    return None


def _walk(command: object, words: list[str]) -> str | None:
    options = {"--help"}
    for word in words:
        children = getattr(command, "commands", {})
        if word.startswith("-"):
            known = {each for part in getattr(command, "params", []) for each in part.opts}
            if word not in known | options:
                return f"there is no option {word}"
        elif children:
            if word not in children:
                return f"there is no command {word}"
            command = children[word]
    return None


@pytest.mark.parametrize(
    "line",
    [
        "kwai_cli bus revive",
        "kwai_cli db migrate --twice",
        "kwai_api --fast",
        "python -m kwai down",
    ],
)
def test_a_command_that_does_not_exist_is_found(line: str) -> None:
    assert [bool(problem_of(each)) for each in commands(f"Run `{line}`.")] == [True]


@pytest.mark.parametrize("name", PAGES)
def test_every_setting_exists(name: str) -> None:
    found = {span for span in spans(PAGES[name]) if SETTING.fullmatch(span.partition(" ")[0])}
    named = {span.partition(" ")[0] for span in found if not span.endswith((".py", ".md"))}

    assert named - setting_names() == set()


@pytest.mark.parametrize("name", PAGES)
def test_every_variable_is_read(name: str) -> None:
    variables = {f"KWAI_{name.replace('.', '_').upper()}" for name in setting_names()} | PLACES

    assert set(VARIABLE.findall(PAGES[name])) - variables == set()


def test_the_settings_of_examples_are_valid() -> None:
    texts = [fence.text for page in PAGES.values() for fence in fences(page, "toml")]

    for text in texts:
        Settings.model_validate(tomllib.loads(text))

    assert len(texts) > 3


def test_every_make_target_exists() -> None:
    targets = re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(), re.M)
    shown = "\n".join(
        line
        for page in PAGES.values()
        for line in [*spans(page), *(f.text for f in fences(page, "text", "sh"))]
    )

    named = set(re.findall(r"^make ([a-z-]+)", shown, re.M))

    assert named - set(targets) == set()
    assert "run" in named


def test_the_persistence_page_shows_every_example() -> None:
    text = (Path(__file__).parent / "persistence_examples.py").read_text()

    marked = set(re.findall(r"\[start:(\w+)\]", text))

    shown = set(re.findall(r"persistence_examples\.py:(\w+)", PAGES["concepts/persistence.md"]))
    assert shown == marked


def test_the_path_of_a_request_names_files_that_exist() -> None:
    (diagram,) = list(fences(PAGES["concepts/request.md"], "text"))

    files = re.findall(r"(?<![…/\w])[\w/]+\.py", diagram.text)

    assert [file for file in files if not (REPOSITORY / "backend/src/kwai" / file).exists()] == []
    assert len(files) > 5


def test_the_index_lists_every_decision() -> None:
    decisions = {Path(name).name for name in PAGES if name.startswith("decisions/")} - {"index.md"}

    assert set(links(PAGES["decisions/index.md"])) == decisions


class _Loads(HTMLParser):
    """Collects the addresses that a browser loads by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in LOADED and values.get("rel") not in SILENT_LINKS:
            self.addresses.append(values.get(LOADED[tag]) or "")


def test_the_site_builds_without_warnings_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    built = build(tmp_path)

    pages = list(tmp_path.rglob("*.html"))
    foreign = {(page.name, each) for page in pages for each in loaded(page) if is_foreign(each)}
    styles = [path for path in tmp_path.rglob("*.css") if is_foreign_style(path.read_text())]

    assert built.returncode == 0, built.stdout + built.stderr
    assert foreign == set()
    assert styles == []
    assert len(pages) >= len(PAGES)


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    """Build the site as `make docs` does; a warning ends it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=120
    )


def loaded(page: Path) -> list[str]:
    parser = _Loads()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.addresses


def is_foreign(address: str) -> bool:
    return address.startswith(("http:", "https:", "//"))


def is_foreign_style(text: str) -> bool:
    return re.search(r"(url\(|@import )[\"']?(https?:|//)", text) is not None
