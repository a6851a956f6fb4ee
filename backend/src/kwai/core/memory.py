"""What a program asks of the C library and of the garbage collector."""

import gc
import sys
from collections.abc import Iterator
from typing import Final

# mallopt(3)
_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3
_M_ARENA_MAX: Final = -8
_MIB: Final = 1024 * 1024
#: How many new objects, and how many younger collections, until the garbage collector looks.
_GC_THRESHOLDS: Final = (10_000, 20, 20)


def use_little_memory() -> None:
    """Begin a program that serves requests, before it imports FastAPI or starts a thread.

    Nothing that is loaded becomes garbage, and to look for some takes a tenth of a start: the
    garbage collector rests until `keep_what_is_there`.
    """
    gc.disable()
    give_large_blocks_back()
    build_models_on_demand()


def give_large_blocks_back() -> None:
    """Let no password hash leave its 19 MiB with the process.

    The first large block that is freed raises the thresholds of glibc, and from then on each thread
    that hashes would keep what it had. It costs a hash the time in which the system clears its
    memory, a few milliseconds. One place for all threads, which could be trimmed when nobody logs
    in, made every request a tenth slower. Other C libraries have no such function, and no need.
    """
    if sys.platform != "linux":
        return
    import ctypes

    if (mallopt := getattr(ctypes.CDLL(None), "mallopt", None)) is not None:
        mallopt(_M_MMAP_THRESHOLD, 4 * _MIB)
        # Naming one threshold fixes the other too, at a value for small programs.
        mallopt(_M_TRIM_THRESHOLD, 8 * _MIB)
        # A heap of its own keeps what a thread took at its busiest; ours seldom allocate at once.
        mallopt(_M_ARENA_MAX, 1)


def build_models_on_demand() -> None:
    """Let pydantic build the validator of a model when the model is first used.

    Before FastAPI is imported: it has 36 models for the OpenAPI document alone, 2 MB and a tenth of
    the time that a start takes. The first request with a filter pays at most 0.5 ms for it; the
    models of what comes in a body are made by the first such request in any case.
    """
    from pydantic import BaseModel

    BaseModel.model_config["defer_build"] = True


def share_functions_of_classes() -> None:
    """Let all our frozen dataclasses share what nobody calls: 2 MB of a program."""
    from kwai.core.quicken import share_functions

    for class_ in _subclasses(object):
        parameters = vars(class_).get("__dataclass_params__")
        is_frozen = parameters is not None and parameters.frozen
        if is_frozen and class_.__module__.startswith("kwai."):
            share_functions(class_)


def _subclasses(class_: type) -> Iterator[type]:
    # Of the type: a class may have a method of that name.
    below: list[type] = type.__subclasses__(class_)
    for each in below:
        yield each
        yield from _subclasses(each)


def keep_what_is_there() -> None:
    """Take what a program is made of out of the sight of the garbage collector.

    It never becomes garbage, and looking through it stopped all requests for 70 ms, at every
    hundredth page of trainings: a sixth of what such a page costs.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GC_THRESHOLDS)
    gc.enable()
