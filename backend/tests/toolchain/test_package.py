"""The wheel: everything a user needs, without a checkout."""

import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import httpx
import pytest

from tests.support.environment import install_wheel
from tests.support.isolation import TestOptions
from tests.support.processes import REPOSITORY
from tests.support.programs import running
from tests.support.web import missing_build

# Also what is imported in a function, and by the migrations, which import each other by name.
MISSING = """
import ast, pathlib, sys, kwai
from importlib.util import find_spec
root = pathlib.Path(kwai.__file__).parent
sys.path.append(str(root / "migrations"))
wanted = set()
for path in root.rglob("*.py"):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            wanted |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            wanted.add(node.module)
print(sorted(name for name in {name.partition(".")[0] for name in wanted} if not find_spec(name)))
"""


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
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("environment")


@pytest.fixture(scope="module")
def installed(built: Path, environment: Path) -> Path:
    """The packages of an environment that holds the wheel, what it asks for, and nothing else."""
    [wheel] = built.glob("*.whl")
    return install_wheel(wheel, environment)


def python_of(installed: Path) -> str:
    return str(installed.parents[2] / "bin" / "python")


def run_installed(installed: Path, *arguments: str, folder: Path) -> str:
    result = subprocess.run(
        [python_of(installed), *arguments],
        cwd=folder,
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


def test_the_wheel_has_no_tests(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        folders = {name.partition("/")[0] for name in archive.namelist()}

    assert {name for name in folders if not name.endswith(".dist-info")} == {"kwai"}


def test_the_environment_has_nothing_that_was_not_asked_for(
    installed: Path, tmp_path: Path
) -> None:
    code = "import importlib.util as u; print(u.find_spec('pytest'), u.find_spec('psutil'))"

    assert run_installed(installed, "-c", code, folder=tmp_path).strip() == "None None"


def test_everything_that_is_imported_was_asked_for(installed: Path, tmp_path: Path) -> None:
    assert run_installed(installed, "-c", MISSING, folder=tmp_path).strip() == "[]"


@pytest.mark.parametrize("program", ["kwai_api", "kwai_bus", "kwai_cli"])
def test_an_installed_program_starts_anywhere(
    installed: Path, tmp_path: Path, program: str
) -> None:
    code = (
        "from importlib.metadata import entry_points;"
        f"[program] = entry_points(group='console_scripts', name='{program}'); program.load()()"
    )

    assert "--help" in run_installed(installed, "-c", code, "--help", folder=tmp_path)


def test_an_installed_kwai_is_a_whole_club(installed: Path, tmp_path: Path) -> None:
    with running("kwai", "up", "--demo", folder=tmp_path, python=python_of(installed)) as program:
        program.wait_until_ready("/api/ready")
        password = re.findall(r"password: (\S+)", program.out.read_text())[0]
        form = {"username": "user@kwai.example", "password": password}
        login = httpx.post(f"{program.url}/api/v1/auth/login", data=form, trust_env=False)
        page = httpx.get(program.url, trust_env=False)
        [script] = re.findall(r'<script type="module"[^>]* src="(/assets/[^"]+)"', page.text)
        asset = httpx.get(program.url + script, trust_env=False)
        ended = program.stop()

    assert (login.status_code, ended.code) == (200, 0)
    assert "Traceback" not in ended.err
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
