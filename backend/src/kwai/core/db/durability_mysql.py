"""The values that a MariaDB or MySQL server must have."""

import re
from collections.abc import Mapping

from kwai.core.db.criteria import Sql, Value
from kwai.core.db.database import Database
from kwai.core.db.durability import CheckLine, line

MINIMUM = {"MariaDB": (10, 6, 0), "MySQL": (8, 0, 19)}
MINIMUM_PACKET = 16 * 1024 * 1024
VARIABLES = (
    "innodb_flush_log_at_trx_commit",
    "innodb_doublewrite",
    "log_bin",
    "sync_binlog",
    "sql_mode",
    "wsrep_on",
    "max_allowed_packet",
    "character_set_connection",
    "character_set_database",
    "version",
)
_FOREIGN_TABLES = Sql(
    "SELECT table_name AS `name` FROM information_schema.tables"
    " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
    " AND (engine <> 'InnoDB' OR table_collation NOT LIKE",
    Value("utf8mb4!_%"),
    "ESCAPE '!') ORDER BY table_name",
)


async def check_mysql(database: Database) -> list[CheckLine]:
    """Look at the server and at the tables."""
    names = ", ".join(f"'{name}'" for name in VARIABLES)
    query = Sql(f"SHOW VARIABLES WHERE `Variable_name` IN ({names})")
    records = await database.fetch_all(query)
    values = {record["Variable_name"]: str(record["Value"]) for record in records}
    return [
        _check_version(values["version"]),
        *_check_storage(values),
        _check_mode(values["sql_mode"]),
        *_check_text(values),
        await _check_tables(database),
    ]


def _check_version(version: str) -> CheckLine:
    name = "MariaDB" if "mariadb" in version.lower() else "MySQL"
    found = tuple(int(part) for part in re.findall(r"\d+", version)[:3])
    least = ".".join(map(str, MINIMUM[name]))
    return line("version", found >= MINIMUM[name], f"{name} {version}, at least {least}")


def _check_storage(values: Mapping[str, str]) -> list[CheckLine]:
    has_binlog = values.get("log_bin", "OFF") == "ON"
    return [
        _expect(values, "innodb_flush_log_at_trx_commit", "1"),
        CheckLine(
            name="innodb_doublewrite",
            # MariaDB 11 and MySQL 8.0.30 have more ways to say yes.
            is_ok=values["innodb_doublewrite"] not in {"OFF", "0", "DETECT_ONLY"},
            detail=f"{values['innodb_doublewrite']}, has to be ON",
        ),
        CheckLine(
            name="sync_binlog",
            is_ok=not has_binlog or values["sync_binlog"] == "1",
            detail=f"{values['sync_binlog']}, has to be 1" if has_binlog else "no binary log",
        ),
        # Galera acknowledges a commit that a crash of the node can lose.
        _expect({"wsrep_on": "OFF"} | dict(values), "wsrep_on", "OFF"),
    ]


def _expect(values: Mapping[str, str], name: str, expected: str) -> CheckLine:
    value = values[name]
    return CheckLine(name=name, is_ok=value == expected, detail=f"{value}, has to be {expected}")


def _check_mode(mode: str) -> CheckLine:
    modes = set(mode.split(","))
    is_strict = bool(modes & {"STRICT_ALL_TABLES", "STRICT_TRANS_TABLES"})
    return line(
        "sql_mode",
        is_strict and not modes & {"NO_BACKSLASH_ESCAPES", "ANSI_QUOTES"},
        f"{mode}, has to be strict and without NO_BACKSLASH_ESCAPES",
    )


def _check_text(values: Mapping[str, str]) -> list[CheckLine]:
    sets = {values["character_set_connection"], values["character_set_database"]}
    packet = int(values["max_allowed_packet"])
    return [
        line("character set", sets == {"utf8mb4"}, f"{', '.join(sorted(sets))}, has to be utf8mb4"),
        line(
            "max_allowed_packet", packet >= MINIMUM_PACKET, f"{packet}, at least {MINIMUM_PACKET}"
        ),
    ]


async def _check_tables(database: Database) -> CheckLine:
    records = await database.fetch_all(_FOREIGN_TABLES)
    names = [str(record["name"]) for record in records]
    detail = f"not InnoDB with utf8mb4: {', '.join(names)}" if names else "all InnoDB with utf8mb4"
    return line("tables", not names, detail)
