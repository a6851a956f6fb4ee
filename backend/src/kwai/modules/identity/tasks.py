"""Module that lists all tasks of the identity module."""

from typing import TYPE_CHECKING

from kwai.core.events.event import Event
from kwai.core.events.task import Task

if TYPE_CHECKING:
    from kwai.core.events.subscriptions import Sweep


def subscriptions() -> list[tuple[type[Event], str, Task]]:
    """List which task handles which event; the names stand in rows, so they never change."""
    from kwai.modules.identity.sessions.user_session_events import SessionReuseDetectedEvent
    from kwai.modules.identity.user_invitations.user_invitation_events import (
        UserInvitationCreatedEvent,
    )
    from kwai.modules.identity.user_invitations.user_invitation_tasks import (
        email_user_invitation_task,
    )
    from kwai.modules.identity.user_recoveries.user_recovery_events import (
        RecoveryRequestedEvent,
        UserRecoveryCreatedEvent,
    )
    from kwai.modules.identity.user_recoveries.user_recovery_tasks import (
        email_user_recovery_task,
        recover_user_task,
    )
    from kwai.modules.identity.users.user_events import PasswordChangedEvent
    from kwai.modules.identity.users.user_tasks import (
        email_password_changed_task,
        email_session_reuse_task,
    )

    return [
        (
            UserInvitationCreatedEvent,
            "identity.email_user_invitation_task",
            email_user_invitation_task,
        ),
        (RecoveryRequestedEvent, "identity.recover_user_task", recover_user_task),
        (UserRecoveryCreatedEvent, "identity.email_user_recovery_task", email_user_recovery_task),
        (PasswordChangedEvent, "identity.email_password_changed_task", email_password_changed_task),
        (SessionReuseDetectedEvent, "identity.email_session_reuse_task", email_session_reuse_task),
    ]


def sweeps() -> list["Sweep"]:
    """List what the sweeper of the worker calls to forget what was kept long enough."""
    from kwai.modules.identity.sweep_tasks import sweep

    return [sweep]
