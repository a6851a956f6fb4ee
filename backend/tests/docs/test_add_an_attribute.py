"""docs/how-to/add-an-attribute.md, done to a copy of the code: counted, started and tried."""

import shutil
from pathlib import Path

import httpx
import pytest

from kwai.core.db.migrations import revisions
from kwai.core.json_api import MEDIA_TYPE
from tests.docs.pages import Fence, fences, read_pages
from tests.support.processes import REPOSITORY
from tests.support.programs import running

MOST_LINES = 7
MOST_FILES = 4
PASSWORD = "sumi gaeshi at dawn"


class MisfitException(Exception):
    """Raised when a change of the page does not fit the file as it stands."""


@pytest.fixture(scope="module")
def changes() -> list[Fence]:
    """The changes of source files, as the page shows them."""
    return list(fences(read_pages()["how-to/add-an-attribute.md"], "diff"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sources and migrations, laid out as the repository is."""
    for folder in ("backend/src", "backend/migrations"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(REPOSITORY / folder, tmp_path / folder, ignore=ignored)
    return tmp_path


def added(change: Fence) -> list[str]:
    return [line for line in change.text.splitlines() if line.startswith("+") and line[1:].strip()]


def apply(change: Fence, folder: Path) -> None:
    """Apply a change where its context stands, which has to be in one place only."""
    lines = change.text.splitlines()
    before = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
    after = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
    # The last line of the context may be the beginning of a longer one.
    before, after = before.removesuffix("\n"), after.removesuffix("\n")
    path = folder / change.title
    text = path.read_text()
    if text.count(before) != 1:
        raise MisfitException(f"{change.title} has {text.count(before)} places like:\n{before}")
    path.write_text(text.replace(before, after))


def add_revision(folder: Path) -> None:
    """Write the migration of the page behind the newest one."""
    (shown,) = fences(read_pages()["how-to/add-an-attribute.md"], "python")
    head = revisions()[-1]
    number = f"{int(head) + 1:04}"
    path = folder / shown.title.replace("NNNN", number)
    path.write_text(shown.text.replace("NNNN", number).replace("PPPP", head))


def test_an_attribute_costs_seven_lines_in_four_files(changes: list[Fence]) -> None:
    lines = [line for change in changes for line in added(change)]
    files = {change.title for change in changes}

    assert len(lines) <= MOST_LINES
    assert len(files) <= MOST_FILES
    assert all(file.startswith("backend/src/kwai/") for file in files)


def test_a_change_that_does_not_fit_is_noticed(changes: list[Fence], copy: Path) -> None:
    apply(changes[0], copy)

    with pytest.raises(MisfitException):
        apply(changes[0], copy)


def test_the_attribute_goes_through_all_layers(changes: list[Fence], copy: Path) -> None:
    for change in changes:
        apply(change, copy)
    add_revision(copy)
    environ = {"PYTHONPATH": str(copy / "backend/src"), "KWAI_DEMO_PASSWORD": PASSWORD}

    with running("kwai", "up", "--demo", folder=copy, environ=environ) as program:
        program.wait_until_ready("/api/ready")
        invited = invite(program.url, nickname="Shihan")
        program.stop()

    assert invited.status_code == 201, invited.text
    assert invited.json()["data"]["attributes"]["nickname"] == "Shihan"


def invite(url: str, **attributes: str) -> httpx.Response:
    """Invite somebody, and read from the database what is stored."""
    with httpx.Client(base_url=f"{url}/api/v1", trust_env=False) as client:
        form = {"username": "admin@kwai.example", "password": PASSWORD}
        token = client.post("/auth/login", data=form).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}", "Content-Type": MEDIA_TYPE}
        names = {"email": "jigoro@club.example", "first_name": "Jigoro", "last_name": "Kano"}
        document = {"data": {"type": "user_invitations", "attributes": {**names, **attributes}}}
        created = client.post("/auth/users/invitations", json=document, headers=headers)
        if created.is_success:
            found = client.get(created.headers["Location"], headers=headers)
            assert found.json()["data"] == created.json()["data"] | mailed(found)
        return created


def mailed(found: httpx.Response) -> dict[str, object]:
    """What the worker may have changed meanwhile."""
    document: dict[str, dict[str, object]] = found.json()
    return {name: document["data"][name] for name in ("attributes", "meta")}
