"""docs/start.md, done as a newcomer does it: its commands run, and answer what the page says."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.docs.pages import Fence, fences, read_pages
from tests.support.programs import running

ADDRESS = "http://127.0.0.1:8000"
ANY = "…"
END_OF_BLOCK = "\n@@@\n"
# The worker needs a moment; who types does not notice.
WAIT_FOR_MAIL = 'until grep -qs "^To: .*jigoro" var/mail/*.eml; do sleep 0.05; done\n'


@pytest.fixture(scope="module")
def steps() -> list[tuple[str, Fence | None]]:
    """The commands of the page, each with the answer that is shown below it."""
    shown = list(fences(read_pages()["start.md"], "sh", "json", "text"))
    following = [*shown[1:], None]
    return [
        (block.text, answer if answer and answer.language != "sh" else None)
        for block, answer in zip(shown, following, strict=True)
        if block.language == "sh"
    ]


def run_blocks(blocks: list[str], folder: Path) -> list[str]:
    """Run blocks in one shell, as in one terminal, and return what each of them printed."""
    script = "".join(f"{block}\nprintf '{END_OF_BLOCK}'\n" for block in blocks)
    done = subprocess.run(
        ["sh", "-eu", "-c", script],
        cwd=folder,
        env={**os.environ, "NO_PROXY": "127.0.0.1"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout.split(END_OF_BLOCK)[:-1]


@pytest.mark.skipif(shutil.which("curl") is None, reason="start.md: no curl, apt-get install curl")
def test_the_story_of_the_page_comes_true(
    steps: list[tuple[str, Fence | None]], tmp_path: Path
) -> None:
    with running("kwai", "up", "--demo", folder=tmp_path) as program:
        program.wait_until_ready("/api/ready")
        blocks = [block.replace(ADDRESS, program.url) for block, _ in steps]
        blocks = [WAIT_FOR_MAIL + block if "*.eml" in block else block for block in blocks]

        printed = run_blocks(blocks, tmp_path)
        program.stop()

    for text, (_, answer) in zip(printed, steps, strict=True):
        if answer and answer.language == "json":
            assert_holds(json.loads(text), json.loads(answer.text))
        elif answer:
            assert_lines(text.replace(program.url, ADDRESS), answer.text)
    assert len(steps) > 5


def assert_holds(found: object, shown: object, path: str = "") -> None:
    """What the page shows is in the answer; the answer may hold more."""
    if isinstance(shown, dict):
        assert isinstance(found, dict), path
        assert shown.keys() <= found.keys(), path
        for key, value in shown.items():
            assert_holds(found[key], value, f"{path}/{key}")
    elif isinstance(shown, list):
        assert isinstance(found, list), path
        assert len(found) == len(shown), path
        for number, value in enumerate(shown):
            assert_holds(found[number], value, f"{path}/{number}")
    elif shown == ANY:
        assert isinstance(found, str), path
    else:
        assert found == shown, path


def assert_lines(found: str, shown: str) -> None:
    """Compare line by line; `…` stands for anything."""
    pattern = re.escape(shown.strip()).replace(re.escape(ANY), ".+")
    assert re.fullmatch(pattern, found.strip()), (found, shown)


@pytest.mark.parametrize(
    ("found", "shown"),
    [({"a": 1}, {"a": 2}), ({"a": 1}, {"b": 1}), ([1, 2], [1]), ({"a": 1}, {"a": ANY})],
)
def test_another_answer_is_noticed(found: object, shown: object) -> None:
    with pytest.raises(AssertionError):
        assert_holds(found, shown)
