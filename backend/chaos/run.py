"""One run: load, kills, and the time that everything needs to come to rest."""

import asyncio
import time
from pathlib import Path

import httpx

from chaos.cluster import CLUSTERS, Cluster
from chaos.history import History
from chaos.load import Load
from chaos.nemesis import Nemesis
from kwai.core.db.pool import close_pools
from tests.support.identity_api import Person
from tests.support.smtp import ReceivedMail, SmtpSink

REST_SECONDS = 180.0


def run(engine: str, kills: int, seed: int, folder: Path, path: Path) -> None:
    """Kill so often and write the history to a file; `folder` is for the servers."""
    history = History(path)
    history.add("start", engine=engine, seed=seed, kills=kills)
    sink = _start_relay(history)
    cluster = CLUSTERS[engine](folder, sink.port)
    try:
        cluster.start()
        load = Load(cluster.api, asyncio.run(_join(cluster)), history)
        load.start()
        try:
            Nemesis(cluster, history, seed).kill(kills)
        finally:
            load.stop()
        _come_to_rest(cluster)
        _write_end(cluster, history)
    finally:
        cluster.stop()
        sink.stop()
        history.close()


def _start_relay(history: History) -> SmtpSink:
    sink = SmtpSink()

    async def note(mail: ReceivedMail) -> str | None:
        for recipient in mail.recipients:
            history.add("mail", recipient=recipient, message_id=mail.message["Message-ID"])
        return None

    sink.on_data = note
    sink.start()
    return sink


async def _join(cluster: Cluster) -> Person:
    club = cluster.club()
    admin = await club.join("admin")
    await club.database.close()
    await close_pools(cluster.settings)
    async with httpx.AsyncClient(trust_env=False, timeout=15) as client:
        return await cluster.api.log_in(client, admin)


def _come_to_rest(cluster: Cluster) -> None:
    """Let nobody be killed any more until nothing is left to do."""
    deadline = time.monotonic() + REST_SECONDS
    while time.monotonic() < deadline:
        cluster.supervise()
        left = _left(cluster)
        if not left.get("ready") and not left.get("leased"):
            return
        time.sleep(0.5)


def _left(cluster: Cluster) -> dict[str, int]:
    query = "SELECT status, COUNT(*) AS number FROM outbox_deliveries GROUP BY status"
    counts = {row["status"]: int(row["number"]) for row in cluster.read(query)}
    return {status: number for status, number in counts.items() if status != "done"}


def _write_end(cluster: Cluster, history: History) -> None:
    for row in cluster.read("SELECT email FROM user_invitations"):
        history.add("committed", address=row["email"])
    history.add("end", left=_left(cluster))
