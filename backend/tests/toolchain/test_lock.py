"""The lock files name versions and hashes, and no place to fetch them from."""

import json
import re
import subprocess
import tomllib
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest

from tests.support.processes import REPOSITORY

REQUIREMENTS = REPOSITORY / "requirements"
FRONTEND = REPOSITORY / "frontend"
LOCKS = ("dev", "run", "node", "lock")
ENTRY = re.compile(r"([a-z0-9._-]+)(?:\[[a-z0-9,]+\])?==([^\s;]+)")
FOREIGN_FILES = {"uv.lock", "poetry.lock", "pip.conf"}
FOREIGN_SETTINGS = re.compile(r"index-url|find-links|tool\.uv\.index|registry\s*=\s*\S*://")
# The rule itself has to spell what it forbids.
EXPLAINS_THE_RULE = {Path(__file__).name, "lock"}


def entries(lock: str) -> list[str]:
    """The entries of a lock file: a requirement and its hashes, on one line."""
    text = (REQUIREMENTS / f"{lock}.txt").read_text().replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def versions(lock: str) -> dict[tuple[str, str], str]:
    """Versions by name and marker: one package may have one version per platform."""
    found = {}
    for entry in entries(lock):
        requirement = entry.partition("--hash")[0]
        match = ENTRY.match(requirement)
        assert match, entry
        found[match[1], requirement.partition(";")[2].strip()] = match[2]
    return found


def tracked_files() -> list[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    result = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    paths = (REPOSITORY / name for name in result.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


@pytest.mark.parametrize("lock", LOCKS)
def test_security_t41_every_entry_is_one_version_with_hashes(lock: str) -> None:
    for entry in entries(lock):
        requirement, *hashes = entry.split("--hash=")
        assert ENTRY.match(requirement), entry
        assert hashes, entry
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}\s*", text) for text in hashes), entry


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_no_address_and_no_option(lock: str) -> None:
    text = (REQUIREMENTS / f"{lock}.txt").read_text()

    assert "://" not in text
    assert set(re.findall(r"(?:^|\s)(--?[a-z-]+)", text)) == {"--hash"}


def test_every_requirement_file_is_a_known_lock() -> None:
    assert {path.stem for path in REQUIREMENTS.iterdir()} == set(LOCKS)


@pytest.mark.parametrize("lock", ["run", "node", "lock"])
def test_every_lock_has_the_versions_of_dev(lock: str) -> None:
    dev = {name: version for (name, _), version in versions("dev").items()}

    other = {name: version for (name, _), version in versions(lock).items()}

    assert {name: v for name, v in other.items() if dev.get(name, v) != v} == {}


def test_what_kwai_needs_is_locked() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    needed = {
        "run": project["project"]["dependencies"] + groups["build"],
        "dev": [requirement for group in groups.values() for requirement in group],
    }

    for lock, requirements in needed.items():
        names = {re.split(r"[^A-Za-z0-9._-]", text)[0].lower() for text in requirements}
        assert names <= {name for name, _ in versions(lock)}


def test_no_file_names_an_index() -> None:
    files = tracked_files()

    assert {path.name for path in files} & FOREIGN_FILES == set()
    for path in files:
        text = path.read_text(errors="replace")
        if path.name not in EXPLAINS_THE_RULE and path.suffix not in {".md"}:
            assert not FOREIGN_SETTINGS.search(text), path


class NodePackage(TypedDict):
    """What the lock knows of a package."""

    version: str
    integrity: str
    resolved: NotRequired[str]
    optionalDependencies: NotRequired[dict[str, str]]


def node_packages() -> dict[str, NodePackage]:
    """Every package of the web application, by its place in node_modules."""
    lock = json.loads((FRONTEND / "package-lock.json").read_text())
    packages: dict[str, NodePackage] = lock["packages"]
    return {place: entry for place, entry in packages.items() if place}


def test_security_t41_every_node_package_is_one_version_with_a_hash() -> None:
    for place, entry in node_packages().items():
        assert re.fullmatch(r"\d+\.\d+\.\d+\S*", entry["version"]), place
        assert entry["integrity"].startswith("sha512-"), place


def test_the_node_lock_has_no_address() -> None:
    assert {place for place, entry in node_packages().items() if "resolved" in entry} == set()


def test_every_node_requirement_is_one_version() -> None:
    package = json.loads((FRONTEND / "package.json").read_text())

    for name, wanted in {**package["dependencies"], **package["devDependencies"]}.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+\S*", wanted), name


def test_a_native_node_package_is_locked_for_every_platform() -> None:
    packages = node_packages()
    names = {place.rpartition("node_modules/")[2] for place in packages}

    optional = {
        name for entry in packages.values() for name in entry.get("optionalDependencies", ())
    }

    assert optional - names == set()
    assert any(name.startswith("@tailwindcss/oxide-") for name in optional)
    assert any(name.startswith("@rolldown/binding-") for name in optional)


def test_the_settings_of_npm_travel_with_the_project() -> None:
    settings = (FRONTEND / ".npmrc").read_text().splitlines()

    assert {
        "omit-lockfile-registry-resolved=true",
        "save-exact=true",
        "ignore-scripts=true",
    } <= set(settings)
