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

    upgrade(empty, "0037")

    async with opened(empty) as database:
        records = await database.fetch_all(Sql("SELECT changes FROM change_log ORDER BY id"))
    forgotten = '{"uuid":[null,"a"],"email":"changed","admin":[0,1]}'
    texts = [str(record["changes"]) for record in records]
    invitation = '{"uuid":[null,"b"],"first_name":"changed"}'
    assert texts == [forgotten, told[1][1], invitation, *[forgotten] * 500]


async def test_security_s42_the_change_log_forgets_the_texts_it_kept(
    empty: DatabaseSettings,
) -> None:
    upgrade(empty, "0037")
    text = '{"locale":"nl","title":"T","content":"Ann","summary":"Ann","html_content":"changed"}'
    told = [
        ("news_stories", '{"remark":[null,"R"],"news_contents":{"added":[' + text + "]}}"),
        ("pages", '{"page_contents":{"removed":[' + text + "]}}"),
        (
            "trainings",
            '{"training_contents":{"changed":[{"title":["A","B"],"content":["a","b"]}]}}',
        ),
        ("trainings", '{"remark":["","Ann"],"training_coaches":{"added":[{"coach_id":1}]}}'),
        ("teams", '{"remark":["","content"]}'),
    ]
    async with opened(empty) as database:
        for number, (entity, changes) in enumerate(told, 1):
            row = {"id": number, "entity": entity, "changes": changes} | LOGGED
            await database.execute(Database.create_query_factory().insert("change_log", row))

    upgrade(empty)

    async with opened(empty) as database:
        records = await database.fetch_all(Sql("SELECT changes FROM change_log ORDER BY id"))
    left = text.replace('"Ann"', '"changed"')
    assert [str(record["changes"]) for record in records] == [
        told[0][1].replace(text, left),
        told[1][1].replace(text, left),
        '{"training_contents":{"changed":[{"title":["A","B"],"content":"changed"}]}}',
        told[3][1],
        told[4][1],
    ]
