"""Use case: create a user."""

import asyncio
from dataclasses import dataclass

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.password import Password
from kwai.core.security.password_policy import PasswordPolicy
from kwai.modules.identity.run_in_thread import RunInThread
from kwai.modules.identity.users.user import UserEntity
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_repository import (
    EmailInUseException,
    UserAccountRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateUserCommand:
    """Input for the CreateUser use case.

    Attributes:
        locale: Language of the mails; empty for the one of the club.
    """

    email: str
    first_name: str
    last_name: str
    password: str
    remark: str = ""
    admin: bool = False
    locale: str = ""


class CreateUser:
    """Use case for creating a new user."""

    def __init__(
        self,
        user_account_repo: UserAccountRepository,
        *,
        password_policy: PasswordPolicy,
        run_in_thread: RunInThread = asyncio.to_thread,
    ) -> None:
        self._user_account_repo = user_account_repo
        self._password_policy = password_policy
        self._run_in_thread = run_in_thread

    async def execute(self, command: CreateUserCommand) -> UserAccountEntity:
        """Execute the use case.

        Raises:
            UnprocessableException: the email address is already used by another user, or it is
                not one, or the password is weak.
        """
        email = EmailAddress(command.email)
        personal = (command.first_name, command.last_name, command.email)
        self._password_policy.check(command.password, personal)
        # Hashed before the first statement, so that no lock is held meanwhile.
        password = await self._run_in_thread(Password.create_from_string, command.password)
        user = UserEntity(
            email=email,
            name=Name(first_name=command.first_name, last_name=command.last_name),
            remark=command.remark,
            locale=command.locale,
        )
        user_account = UserAccountEntity(user=user, password=password, admin=command.admin)
        try:
            return await self._user_account_repo.create(user_account)
        except EmailInUseException as error:
            raise UnprocessableException(
                str(error), member="email", reason="address_taken"
            ) from error
