"""Runs a program of kwai on a host whose clock is wrong.

`python -m tests.support.shifted SECONDS MODULE [ARGUMENT...]`
"""

import pkgutil
import sys
import time
from datetime import datetime, timedelta, tzinfo
from importlib import import_module
from inspect import getsource
from types import ModuleType
from typing import Any, cast

import kwai

PREFIXES = ("kwai.", "jwt.")
# A program does not start with a wrong clock; this one went wrong later.
SPARED = {"kwai.core.db.durability"}


class _Meta(type):
    """Everything but `now` is that of the real class, which other modules go on using."""

    offset = timedelta()

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        return datetime(*args, **kwargs)  # noqa: DTZ001 (passed on)

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, datetime)

    def __getattr__(cls, name: str) -> Any:
        return getattr(datetime, name)


class ShiftedDatetime(metaclass=_Meta):
    """Stands in for `datetime` in modules that ask it for the time."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return datetime.now(tz) + _Meta.offset


def shift(seconds: float) -> None:
    """Make every module of kwai, and the one that looks at the age of tokens, believe it."""
    _Meta.offset = timedelta(seconds=seconds)
    real_time = time.time
    time.time = lambda: real_time() + seconds
    for module in pkgutil.walk_packages(kwai.__path__, "kwai."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for name, loaded in list(sys.modules.items()):
        if name.startswith(PREFIXES) and name not in SPARED and _asks_for_the_time(loaded):
            cast(Any, loaded).datetime = ShiftedDatetime


def _asks_for_the_time(module: ModuleType) -> bool:
    # Others compare with the class itself.
    return vars(module).get("datetime") is datetime and "datetime.now(" in getsource(module)


def main() -> None:
    seconds, module, *arguments = sys.argv[1:]
    shift(float(seconds))
    sys.argv = [module, *arguments]
    import_module(module).main()


if __name__ == "__main__":
    main()
