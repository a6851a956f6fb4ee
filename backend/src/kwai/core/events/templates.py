"""The templates of the mails that tasks write."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwai.core.template.template_engine import TemplateEngine


class Templates:
    """Makes the engine when the first task runs: loading it takes 100 ms and two megabytes.

    In a thread, because an API process may answer requests meanwhile.
    """

    def __init__(self, create: "Callable[[], TemplateEngine]") -> None:
        self._create = create
        self._engine: TemplateEngine | None = None

    async def get(self) -> "TemplateEngine":
        """Give the engine; two who ask at once may both make one, and one of these is kept."""
        if self._engine is None:
            self._engine = await asyncio.to_thread(self._create)
        return self._engine
