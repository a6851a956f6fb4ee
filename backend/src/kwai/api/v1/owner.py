"""Who is asking, as the contexts beside identity see them."""

from typing import Annotated

from fastapi import Depends

from kwai.api.dependencies import CurrentLogin
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.owner import Owner


async def get_owner(login: CurrentLogin) -> Owner:
    """Give the logged in user as the owner of what is written now."""
    user = login.user.user
    id_ = IntIdentifier(login.user.user_id.value)
    return Owner(id=id_, uuid=user.uuid, name=user.name)


OwnerDep = Annotated[Owner, Depends(get_owner)]
