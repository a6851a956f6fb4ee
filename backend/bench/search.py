"""What a search over titles and texts costs, beside the full-text index of each engine.

For decision 0017; no line of the report. Run with `PYTHONPATH=backend python -m bench.search`.
"""

import asyncio
import random
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from statistics import median

from bench.environment import prepare, workspace, write_environment
from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.pool import close_pools
from kwai.core.settings import DatabaseSettings
from kwai.modules.news.stories.story_db_query import StoryDbQuery

SIZES = (20, 2_000, 20_000)
WORDS_OF_A_STORY = 280  # about 2 kB
PAGE = 25
ROUNDS = 15
NOW = datetime(2026, 9, 1, 17, tzinfo=UTC)
# A word of every story, one of a few, and one of none.
TERMS = ("de", "jeugdtornooi", "zwembad")

_FULL_TEXT = {
    "sqlite": (
        "CREATE VIRTUAL TABLE news_words USING fts5(search_text, content='')",
        "INSERT INTO news_words (rowid, search_text) SELECT news_id, search_text FROM news_search",
        "SELECT rowid FROM news_words WHERE news_words MATCH '{}*' LIMIT 1000000",
    ),
    "mysql": (
        "ALTER TABLE news_search ADD FULLTEXT INDEX ft_news_search (search_text)",
        "ANALYZE TABLE news_search",
        "SELECT news_id FROM news_search WHERE MATCH (search_text) AGAINST ('{}*' IN BOOLEAN MODE)",
    ),
}


def make_words() -> list[str]:
    """Make a vocabulary that is used as that of a language: few words often, many seldom."""
    letters = random.Random(1)
    made = ["".join(letters.choices("abdegijklmnoprstuvwz", k=2 + n % 9)) for n in range(5_000)]
    return ["de", "het", "een", *made]


async def fill(database: Database, count: int) -> None:
    """Store stories with the words that are searched in; their texts are not read here."""
    chance, words = random.Random(2), make_words()
    weights = [1 / (rank + 1) for rank in range(len(words))]
    stories, searched = [], []
    for number in range(1, count + 1):
        text = ["de", *chance.choices(words, weights, k=WORDS_OF_A_STORY)]
        if number % 200 == 1:
            text.append("jeugdtornooi")
        searched.append({"news_id": number, "search_text": " ".join(text)})
        stories.append(
            {
                **{"id": number, "enabled": 1, "promotion": 0, "remark": "", "version": 1},
                **{"application_id": 1, "publish_date": NOW - timedelta(hours=number)},
                "created_at": NOW,
            }
        )
    factory = Database.create_query_factory()
    async with database.transaction():
        for table, rows in (("news_stories", stories), ("news_search", searched)):
            for row in rows:
                await database.execute(factory.insert(table, row))


async def milliseconds(work: Callable[[], Awaitable[object]]) -> float:
    """The median of some rounds, after one that does not count."""
    await work()
    found = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        await work()
        found.append((time.perf_counter() - started) * 1_000)
    return median(found)


async def measure(settings: DatabaseSettings, count: int) -> None:
    """Print what a page of each search costs, total included; then the index alone."""
    async with Database(settings).unit() as database:
        await fill(database, count)
    database = Database(settings)
    costs = []
    for term in TERMS:
        query = StoryDbQuery(database).filter_by_active(NOW).sort_by(()).filter_by_search(term)
        costs.append(await milliseconds(lambda query=query: query.count_page(PAGE)))
    prepare, refresh, search = _FULL_TEXT[settings.engine]
    await database.change(Sql(prepare))
    await database.change(Sql(refresh))
    indexed = []
    for term in TERMS:
        found = Sql(search.format(term))
        indexed.append(await milliseconds(lambda found=found: database.fetch_all(found)))
    await database.close()
    figures = [
        " ".join(f"{term} {cost:.2f}" for term, cost in zip(TERMS, each, strict=True))
        for each in (costs, indexed)
    ]
    sys.stdout.write(
        f"{settings.engine:7} {count:6} stories: LIKE {figures[0]} ms; index {figures[1]} ms\n"
    )
    await close_pools(settings)


def main() -> None:
    """Measure every size on both engines."""
    for engine in ("sqlite", "mariadb"):
        with workspace(engine) as (folder, server):
            for count in SIZES:
                home = folder / f"home{count}"
                settings = prepare(write_environment(home, server, name=f"kwai{count}")).db
                asyncio.run(measure(settings, count))


if __name__ == "__main__":
    main()
