"""Module that implements the use case: change what a user says about himself."""

from dataclasses import dataclass

from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import StaleVersionException
from kwai.core.domain.value_objects.name import Name
from kwai.modules.identity.sessions.login_session import LoginSession
from kwai.modules.identity.users.user import UserEntity
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_repository import UserAccountRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateProfileCommand:
    """Input for the use case; None leaves a value as it is.

    Attributes:
        locale: Language of the mails; empty for the one of the club.
        version: The version that the change was made for.
    """

    first_name: str | None = None
    last_name: str | None = None
    locale: str | None = None
    version: int | None = None


class UpdateProfile:
    """Changes names and language of who is logged in."""

    def __init__(self, login: LoginSession, user_account_repo: UserAccountRepository) -> None:
        self._login = login
        self._user_account_repo = user_account_repo

    async def execute(self, command: UpdateProfileCommand) -> UserAccountEntity:
        """Execute the use case.

        Raises:
            StaleVersionException: somebody else changed the account.
        """
        id_ = self._login.user.id
        account = await self._user_account_repo.get_by_id(id_, for_update=True)
        if command.version not in {None, account.user.version}:
            raise StaleVersionException("Somebody else changed the user.")
        user = _apply(command, account.user)
        await self._user_account_repo.update(Entity.replace(account, user=user))
        return await self._user_account_repo.get_by_id(id_)


def _apply(command: UpdateProfileCommand, user: UserEntity) -> UserEntity:
    first, last = command.first_name, command.last_name
    return Entity.replace(
        user,
        name=Name(
            first_name=user.name.first_name if first is None else first,
            last_name=user.name.last_name if last is None else last,
        ),
        locale=user.locale if command.locale is None else command.locale,
    )
