"""The wheel: everything a user needs, without a checkout."""

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import httpx
import pytest

from tests.support.isolation import TestOptions
from tests.support.processes import REPOSITORY
from tests.support.programs import running
from tests.support.web import missing_build


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, test_options: TestOptions) -> Path:
    reason = missing_build()
    if reason is not None and not test_options.ci:
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked where no checkout is near."""
    folder = tmp_path_factory.mktemp("site-packages")
    [wheel] = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run_installed(installed: Path, *arguments: str, folder: Path) -> str:
    result = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_an_installed_kwai_finds_its_own_migrations(installed: Path, tmp_path: Path) -> None:
    code = "from kwai.core.paths import find_migrations; print(find_migrations())"

    found = run_installed(installed, "-c", code, folder=tmp_path)

    assert Path(found.strip()) == installed / "kwai" / "migrations"


def test_the_wheel_has_every_migration(installed: Path) -> None:
    checkout = REPOSITORY / "backend" / "migrations"
    names = {path.relative_to(checkout) for path in checkout.rglob("*.py")}

    packed = installed / "kwai" / "migrations"

    assert {path.relative_to(packed) for path in packed.rglob("*.py")} == names
    assert names


def test_the_wheel_has_every_template(installed: Path) -> None:
    checkout = REPOSITORY / "backend" / "src" / "kwai" / "templates"
    names = {path.relative_to(checkout) for path in checkout.rglob("*.*")}

    packed = installed / "kwai" / "templates"

    assert {path.relative_to(packed) for path in packed.rglob("*.*")} == names
    assert names


def test_the_wheel_has_no_tests(installed: Path) -> None:
    folders = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}

    assert folders == {"kwai"}


def test_an_installed_command_line_starts_anywhere(installed: Path, tmp_path: Path) -> None:
    code = "from kwai.kwai_cli import main; main()"

    assert "identity" in run_installed(installed, "-c", code, "--help", folder=tmp_path)


def test_an_installed_kwai_serves_its_web_application(installed: Path, tmp_path: Path) -> None:
    environ = {"PYTHONPATH": str(installed)}
    with running("kwai", "up", folder=tmp_path, environ=environ) as program:
        program.wait_until_ready("/api/ready")
        page = httpx.get(program.url, trust_env=False)
        [script] = re.findall(r'<script type="module"[^>]* src="(/assets/[^"]+)"', page.text)
        asset = httpx.get(program.url + script, trust_env=False)

    assert page.headers["Cache-Control"] == "no-cache"
    assert asset.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert asset.headers["Content-Encoding"] in {"br", "gzip"}
    packed = installed / "kwai" / "static" / script.lstrip("/")
    assert asset.text == packed.read_text()


def test_the_sdist_has_what_a_build_needs(built: Path) -> None:
    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {"pyproject.toml", "backend/hatch_build.py", "requirements/run.txt"} <= names
    assert any(name.startswith("backend/migrations/versions/0001") for name in names)
    assert not any("node_modules" in name or name.startswith(".venv") for name in names)


def test_a_wheel_without_the_built_web_application_is_refused(tmp_path: Path) -> None:
    (tmp_path / "frontend").mkdir()
    (tmp_path / "frontend" / "package.json").write_text("{}")
    (tmp_path / "backend" / "src" / "kwai").mkdir(parents=True)
    (tmp_path / "backend" / "src" / "kwai" / "__init__.py").touch()
    for name in ("pyproject.toml", "README.md", "LICENSE", "backend/hatch_build.py"):
        (tmp_path / name).write_bytes((REPOSITORY / name).read_bytes())

    result = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode != 0
    assert "web application is not built" in result.stdout + result.stderr
