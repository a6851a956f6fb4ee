"""The time by which endpoints tell what is shown; tests bring their own."""

from typing import Annotated

from fastapi import Depends

from kwai.core.domain.clock import Clock, utc_now


async def get_clock() -> Clock:
    """Give the clock."""
    return utc_now


ClockDep = Annotated[Clock, Depends(get_clock)]
