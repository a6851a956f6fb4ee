"""Which task of which module handles which event."""

import pkgutil
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from kwai import modules
from kwai.core.events.subscriptions import Subscriptions, register


@cache
def gather_subscriptions() -> Subscriptions:
    """Ask the `tasks` module of every module; importing them is left to the first use."""
    gathered = Subscriptions()
    for module in pkgutil.iter_modules(modules.__path__):
        name = f"{modules.__name__}.{module.name}.tasks"
        if find_spec(name) is None:
            continue
        tasks = import_module(name)
        for event, handler, task in tasks.subscriptions():
            gathered.add(event, task, handler)
        if hasattr(tasks, "sweeps"):
            gathered.add_sweeps(tasks.sweeps)
    return gathered


def register_subscriptions() -> None:
    """Make publishers and workers of this process know the tasks; programs call it once."""
    register(gather_subscriptions)
