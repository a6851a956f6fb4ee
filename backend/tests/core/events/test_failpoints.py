"""Every failpoint is used by a test, and every subscription keeps its name."""

from pathlib import Path

from kwai.core.failpoint import FAILPOINTS
from kwai.subscriptions import gather_subscriptions

TESTS = Path(__file__).resolve().parents[2]
#: They stand in rows: a worker of tomorrow has to know the events of today.
IDENTITY_HANDLERS = {
    "identity.email_password_changed_task",
    "identity.email_session_reuse_task",
    "identity.email_user_invitation_task",
    "identity.email_user_recovery_task",
    "identity.recover_user_task",
}


def test_each_failpoint_is_used_by_a_test() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (TESTS / "reliability").glob("*.py")]

    unused = {
        name
        for name in FAILPOINTS
        if not any(f"{name}:" in text or f'"{name}"' in text for text in texts)
    }

    assert unused == set()


def test_names_of_handlers_do_not_change() -> None:
    handlers = gather_subscriptions().handlers

    assert {name for name in handlers if name.startswith("identity.")} == IDENTITY_HANDLERS


def test_handlers_are_named_after_their_module_and_function() -> None:
    for subscription in gather_subscriptions():
        module = subscription.task.__module__.split(".")[2]
        assert subscription.handler == f"{module}.{subscription.task.__name__}"
