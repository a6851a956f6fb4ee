from kwai.core.security.keys import Keys
from kwai.core.settings import SecuritySettings


def test_security_s27_each_purpose_has_its_own_key() -> None:
    keys = Keys(["a" * 32])

    assert len({keys.sealing.key, keys.invitation, keys.log_hash}) == 3
    assert all(len(key) == 32 for key in (keys.sealing.key, keys.invitation, keys.log_hash))


def test_the_keys_of_a_secret_never_change() -> None:
    """What was sealed and mailed before an upgrade has to stay readable after it."""
    keys = Keys(["the same secret in every release!"])

    assert keys.sealing.id.hex() == "761291623363d00e"
    assert keys.invitation.hex().startswith("92ed0359bbd435fe")
    assert keys.log_hash.hex().startswith("9a45cf5732258ed3")


def test_previous_secrets_only_stand_behind() -> None:
    settings = SecuritySettings.model_validate(
        {"data_secret": "n" * 32, "data_secret_previous": ["o" * 32]}
    )
    current, previous = Keys(["n" * 32]), Keys(["o" * 32])

    keys = Keys.create(settings)

    assert keys.sealing == current.sealing
    assert keys.sealing_keys == (current.sealing, previous.sealing)
    assert keys.invitations == (current.invitation, previous.invitation)


def test_keys_do_not_show_themselves() -> None:
    keys = Keys(["s" * 32])

    assert keys.sealing.key.hex() not in repr(keys.sealing)
    assert repr(keys.sealing.key) not in repr(keys.sealing)
    assert "s" * 32 not in repr(keys)
