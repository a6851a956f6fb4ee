import asyncio
import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kwai.core.domain.exceptions import UnavailableException
from kwai.core.domain.value_objects.password import Password
from kwai.core.security.hashing import HashingSlots, get_hashing_slots, hashing_cores
from kwai.core.settings import Settings

MEMORY = """
import asyncio
from pathlib import Path
from kwai.core.domain.value_objects.password import Password
from kwai.core.memory import give_large_blocks_back
from kwai.core.security.hashing import HashingSlots

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

async def main():
    slots = HashingSlots(2)

    async def hash_one():
        async with slots.take():
            await slots.run(Password.create_from_string, "x" * 12)

    await hash_one()
    before = resident()
    await asyncio.gather(*(hash_one() for _ in range(7)))
    print(resident() - before)

give_large_blocks_back()
asyncio.run(main())
"""


BUSY = """
import os, sys
os.sched_setaffinity(0, set(map(int, sys.argv[1:])))
print(flush=True)
while True:
    pass
"""


@contextmanager
def busy(cores: Collection[int]) -> Iterator[None]:
    """Keep cores busy at the usual priority."""
    command = [sys.executable, "-c", BUSY]
    programs = [
        subprocess.Popen([*command, str(core)], stdout=subprocess.PIPE, text=True) for core in cores
    ]
    try:
        for program in programs:
            assert program.stdout is not None
            program.stdout.readline()
        yield
    finally:
        for program in programs:
            program.kill()
            program.communicate()


async def wait_until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not holds():  # noqa: ASYNC110 (nothing that is under test sets an event)
            await asyncio.sleep(0)


class Flood:
    """Tasks that hold a place until the test lets them go."""

    def __init__(self, slots: HashingSlots) -> None:
        self.inside = 0
        self.most_inside = 0
        self._slots = slots
        self._gate = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def add(self, count: int) -> None:
        before = len(self._tasks)
        self._tasks += [asyncio.create_task(self._hold()) for _ in range(count)]
        await wait_until(lambda: self.inside + self._slots.waiting == before + count)

    async def let_go(self) -> None:
        self._gate.set()
        await asyncio.gather(*self._tasks)

    async def _hold(self) -> None:
        async with self._slots.take():
            self.inside += 1
            self.most_inside = max(self.most_inside, self.inside)
            await self._gate.wait()
            self.inside -= 1


async def test_security_s30_a_function_runs_beside_the_event_loop() -> None:
    slots = HashingSlots(1)

    async with slots.take():
        thread = await slots.run(threading.get_ident)

    assert thread != threading.get_ident()


@pytest.mark.may_skip("the memory of a process is read from /proc")
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc")
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere threads have no nice value")
async def test_who_hashes_gives_way_to_the_event_loop() -> None:
    here = os.getpriority(os.PRIO_PROCESS, 0)

    slots = HashingSlots(1)
    async with slots.take():
        there = await slots.run(os.getpriority, os.PRIO_PROCESS, 0)

    assert there > here == os.getpriority(os.PRIO_PROCESS, 0)


@pytest.mark.may_skip("only Linux keeps a thread to some of the cores")
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a thread is not kept to cores")
async def test_hashes_keep_to_half_of_the_cores() -> None:
    cores = os.sched_getaffinity(0)
    slots = HashingSlots(4)

    async def place() -> set[int]:
        async with slots.take():
            return await slots.run(os.sched_getaffinity, 0)

    places = await asyncio.gather(*(place() for _ in range(4)))

    assert all(each == set(hashing_cores()) for each in places)
    assert len(hashing_cores()) == max(1, len(cores) // 2)
    assert os.sched_getaffinity(0) == cores


@pytest.mark.parametrize("name", ["setpriority", "sched_setaffinity"])
async def test_a_sandbox_that_refuses_to_arrange_a_thread_keeps_nobody_out(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, name, refuse, raising=False)
    slots = HashingSlots(1)

    async with slots.take():
        assert await slots.run(str, 1) == "1"


@pytest.mark.may_skip("only Linux keeps a thread to some of the cores")
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a thread is not kept to cores")
async def test_a_hash_gets_done_on_a_core_that_others_keep_busy() -> None:
    slots = HashingSlots(1)
    with busy(hashing_cores()):
        async with asyncio.timeout(5), slots.take():
            assert await slots.run(Password.create_from_string, "x" * 12)


def test_a_hash_leaves_no_memory_behind() -> None:
    found = subprocess.run([sys.executable, "-c", MEMORY], capture_output=True, check=True)

    assert int(found.stdout) < 8 * 1024 * 1024


async def test_an_error_of_the_function_comes_back_and_frees_the_place() -> None:
    slots = HashingSlots(1)

    with pytest.raises(ValueError, match="invalid literal"):
        async with slots.take():
            await slots.run(int, "x")

    async with slots.take():
        assert await slots.run(int, "1") == 1


async def test_security_t05_no_more_are_inside_than_there_are_places() -> None:
    slots = HashingSlots(2)
    flood = Flood(slots)
    await flood.add(20)

    assert (flood.inside, slots.waiting) == (2, 18)
    await flood.let_go()

    assert (flood.most_inside, slots.waiting) == (2, 0)


async def test_security_s30_t05_who_finds_fifty_waiting_is_sent_away() -> None:
    slots = HashingSlots(2)
    flood = Flood(slots)
    await flood.add(52)

    with pytest.raises(UnavailableException) as caught:
        async with slots.take():
            pytest.fail("There was a place.")

    assert caught.value.retry_after > 0
    await flood.let_go()
    async with slots.take():
        assert slots.waiting == 0


async def test_who_gives_up_waiting_leaves_no_trace() -> None:
    slots = HashingSlots(1)
    flood = Flood(slots)
    await flood.add(1)
    waiting = asyncio.create_task(slots.take().__aenter__())
    await wait_until(lambda: slots.waiting == 1)

    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)

    assert slots.waiting == 0
    await flood.let_go()
    async with slots.take():
        assert await slots.run(int, "1") == 1


def test_security_s30_the_process_has_one_set_of_slots_and_two_places_on_sqlite() -> None:
    sqlite = Settings.model_validate({"db": {"engine": "sqlite"}})
    mysql = Settings.model_validate({"db": {"engine": "mysql"}})

    assert get_hashing_slots(sqlite) is get_hashing_slots(sqlite)
    assert get_hashing_slots(sqlite).size == 2
    assert get_hashing_slots(mysql).size >= 1
