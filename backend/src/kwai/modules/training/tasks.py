"""Module that lists all tasks of the training module."""

from kwai.core.events.event import Event
from kwai.core.events.task import Task


def subscriptions() -> list[tuple[type[Event], str, Task]]:
    """List which task handles which event; the names stand in rows, so they never change."""
    from kwai.modules.training.notices.training_notice_events import TrainingNoticesCreatedEvent
    from kwai.modules.training.notices.training_notice_tasks import email_training_notices_task

    return [
        (
            TrainingNoticesCreatedEvent,
            "training.email_training_notices_task",
            email_training_notices_task,
        )
    ]
