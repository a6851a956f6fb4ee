"""A virtual environment of an installed wheel, made without a network."""

import venv
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PathDistribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def install_wheel(wheel: Path, folder: Path) -> Path:
    """Install a wheel and exactly what its metadata asks for; give the folder of its packages.

    What it asks for comes out of the environment of the tests. A package that the wheel uses and
    does not name is missing there, as it would be on the machine of a user.
    """
    venv.create(folder, symlinks=True)
    [packages] = folder.glob("lib/python*/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    [info] = packages.glob("*.dist-info")
    seen: dict[str, Distribution] = {}
    _collect(PathDistribution(info), frozenset(), seen)
    for found in seen.values():
        _link(found, packages)
    return packages


def _collect(wanting: Distribution, extras: frozenset[str], seen: dict[str, Distribution]) -> None:
    for requirement in _requirements(wanting, extras):
        name = canonicalize_name(requirement.name)
        found = distribution(name)
        assert requirement.specifier.contains(found.version, prereleases=True), requirement
        if name not in seen or requirement.extras:
            seen[name] = found
            _collect(found, frozenset(requirement.extras), seen)


def _requirements(wanting: Distribution, extras: frozenset[str]) -> Iterator[Requirement]:
    for text in wanting.requires or ():
        requirement = Requirement(text)
        asked = [{"extra": extra} for extra in ("", *extras)]
        if requirement.marker is None or any(map(requirement.marker.evaluate, asked)):
            yield requirement


def _link(found: Distribution, packages: Path) -> None:
    for file in found.files or ():
        # Scripts and pages of manuals stand outside of the packages.
        if ".." not in file.parts:
            target = packages / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(Path(str(found.locate_file(file))))
