"""What an API process has in memory when it has answered its first page, and what it has not."""

from pathlib import Path

from tests.api.test_kwai_api import installed as installed
from tests.support.programs import SECRETS, running

# Of the command line, of migrations, of another engine, of Redis and relays.
NEVER = {"aiosmtplib", "alembic", "asyncmy", "mako", "redis", "rich", "sqlalchemy", "typer"}
# Until somebody logs in, writes a text, fetches a calendar or a feed, or is sent a mail.
NOT_YET = {
    "argon2",
    "cryptography",
    "icalendar",
    "jinja2",
    "jwt",
    "limits",
    "markdown_it",
    "pwdlib",
    "xml",
}

#: FastAPI loads it for each parameter that it reads itself.
NOT_OURS = "pydantic.v1"


def test_a_process_has_loaded_what_a_visitor_needs(installed: Path) -> None:
    told = SECRETS | {"PYTHONPROFILEIMPORTTIME": "1"}
    with running("kwai.kwai_api", folder=installed, environ=told) as program:
        program.wait_until_ready()
        answer = program.wait_until_ready("/api/v1/trainings?include=coaches,teams,definition")
        ended = program.stop()

    lines = (line.rpartition("|") for line in ended.err.splitlines())
    modules = {name.strip() for before, _, name in lines if "import time" in before}
    names = {module.partition(".")[0] for module in modules}
    assert answer.status_code == 200
    assert "fastapi" in names
    assert names & (NEVER | NOT_YET) == set()
    assert NOT_OURS not in modules
