"""Two refusals let their unit commit; a third would be a hole in every rule about transactions."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kwai
from kwai.core.domain.exceptions import DomainException

ALLOWED = {"LoginFailedException", "RefreshReuseException"}


def subclasses(class_: type[Any]) -> Iterator[type[Any]]:
    children: list[type[Any]] = class_.__subclasses__()
    for child in children:
        yield child
        yield from subclasses(child)


def test_database_t8_only_two_exceptions_commit() -> None:
    for module in pkgutil.walk_packages([str(Path(kwai.__file__).parent)], "kwai."):
        if module.name.startswith(("kwai.core.", "kwai.modules.")):
            importlib.import_module(module.name)

    found = {
        class_.__name__
        for class_ in subclasses(DomainException)
        if class_.__module__.startswith("kwai.") and vars(class_).get("commits")
    }

    assert found == ALLOWED
