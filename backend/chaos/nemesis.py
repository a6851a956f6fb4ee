"""Kills somebody at random, again and again."""

import random
import time

from chaos.cluster import Cluster
from chaos.history import History

BETWEEN_KILLS = (0.1, 0.6)
UNTIL_RESTART = (0.0, 0.2)


class Nemesis:
    """The same seed kills the same victims after the same pauses."""

    def __init__(self, cluster: Cluster, history: History, seed: int) -> None:
        self._cluster = cluster
        self._history = history
        self._random = random.Random(seed)  # noqa: S311 (repeatable on purpose)

    def kill(self, times: int) -> None:
        """Kill so often; who has ended is started again within 0.2 seconds."""
        for number in range(times):
            self._cluster.brace()
            time.sleep(self._random.uniform(*BETWEEN_KILLS))
            victim = self._random.choice(sorted(self._cluster.victims))
            self._history.add("kill", victim=victim, number=number)
            self._cluster.victims[victim].kill9()
            time.sleep(self._random.uniform(*UNTIL_RESTART))
            for name in self._cluster.supervise():
                self._history.add("restart", victim=name)
