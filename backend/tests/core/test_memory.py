"""What a program does to be small, and what of it can be seen."""

import subprocess
import sys

# In a process of its own: it changes all classes there are.
PROGRAM = """
from dataclasses import FrozenInstanceError

from kwai.core.domain.actor import Actor
from kwai.core.memory import share_functions_of_classes
from kwai.modules.identity.logout import LogoutCommand

before = [repr(Actor(kind="bus")), LogoutCommand.__setattr__ is Actor.__setattr__]
share_functions_of_classes()
try:
    Actor(kind="bus").kind = "cli"
except FrozenInstanceError as error:
    refusal = str(error)
after = [repr(Actor(kind="bus")), LogoutCommand.__setattr__ is Actor.__setattr__]
print(before, after, refusal, sep="\\n")
"""


def test_frozen_classes_share_what_refuses_and_stay_what_they_are() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )

    before, after, refusal = done.stdout.splitlines()
    assert before.endswith(", False]")
    assert after == before.replace(", False]", ", True]")
    assert refusal == "cannot assign to field 'kind'"
