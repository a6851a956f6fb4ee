"""How the programs of kwai end when they cannot start."""

from pathlib import Path

import pytest

from tests.support.programs import SECRETS, run
from tests.support.servers import MariaDbServer


@pytest.mark.parametrize("program", ["kwai.kwai_api", "kwai.kwai_bus", "kwai up --port 0"])
def test_a_database_that_does_not_let_kwai_in_waits_for_a_person(
    program: str, tmp_path: Path, mariadb: MariaDbServer
) -> None:
    database = {
        "KWAI_DB_ENGINE": "mysql",
        "KWAI_DB_SOCKET": mariadb.socket,
        "KWAI_DB_USER": "nobody",
        "KWAI_DB_PASSWORD": "a wrong one",
        "KWAI_DB_NAME": "kwai",
    }

    ended = run(*program.split(), folder=tmp_path, environ=SECRETS | database)

    assert ended.code == 78
    assert ended.err.startswith("db: ")
    assert ended.err.count("\n") == 1
    assert "a wrong one" not in ended.err
