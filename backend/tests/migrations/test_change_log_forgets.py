"""What the change log kept of persons before it stopped to."""

from kwai.cli.db import upgrade
from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.settings import DatabaseSettings
from tests.support.database import opened

LOGGED: dict[str, object] = {
    "at": "2024-09-01 18:00:00.000000",
    "actor_kind": "cli",
    "entity_id": 1,
    "version": 1,
    "action": "updated",
}


async def test_security_s42_the_change_log_forgets_what_it_kept_of_persons(
    empty: DatabaseSettings,
) -> None:
    upgrade(empty, "0036")
    told = [
        ("users", '{"uuid":[null,"a"],"email":[null,"ann@club.example"],"admin":[0,1]}'),
        ("news_stories", '{"remark":["","Ann saw it"]}'),
        ("user_invitations", '{"uuid":[null,"b"],"first_name":["Ann","Anna"]}'),
    ]
    async with opened(empty) as database:
        # More than one batch of them.
        for number, (entity, changes) in enumerate([*told, *[told[0]] * 500], 1):
            row = {"id": number, "entity": entity, "changes": changes} | LOGGED
            await database.execute(Database.create_query_factory().insert("change_log", row))

    upgrade(empty)

    async with opened(empty) as database:
        records = await database.fetch_all(Sql("SELECT changes FROM change_log ORDER BY id"))
    forgotten = '{"uuid":[null,"a"],"email":"changed","admin":[0,1]}'
    texts = [str(record["changes"]) for record in records]
    invitation = '{"uuid":[null,"b"],"first_name":"changed"}'
    assert texts == [forgotten, told[1][1], invitation, *[forgotten] * 500]
