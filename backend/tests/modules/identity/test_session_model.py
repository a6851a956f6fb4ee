"""Sessions on both engines do what the model does, whatever happens in whatever order."""

import asyncio
from collections import Counter
from collections.abc import Coroutine
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kwai.core.db.database import Database
from kwai.core.db.pool import close_pools
from kwai.core.settings import DatabaseSettings
from kwai.modules.identity.exceptions import (
    AuthenticationException,
    LoginFailedException,
    RefreshReuseException,
)
from kwai.modules.identity.sessions.user_session_events import SessionReuseDetectedEvent
from kwai.modules.identity.tokens.refresh_token import RefreshTokenEntity
from kwai.modules.identity.update_user import UpdateUserCommand
from tests.factories.identity import make_user_account_in_db
from tests.factories.identity_parts import IdentityParts
from tests.factories.identity_session_model import ModelPair, Outcome, SessionModel

R = TypeVar("R")

PARALLEL = 20
# More would mostly lie about unused.
MAX_SESSIONS = 3
picks = st.sampled_from(["newest", "newest", "one before", "one before", "two before", "oldest"])
# Otherwise most sessions would end before they get interesting.
seldom = st.sampled_from([False] * 5 + [True])


class SessionMachine(RuleBasedStateMachine):
    """Does the same to kwai and to the model, and compares what comes back."""

    database_settings: DatabaseSettings

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.databases = [Database(self.database_settings) for _ in range(PARALLEL)]
        self.parts = IdentityParts(self.databases[0])
        self.racers = [
            IdentityParts(database, clock=self.parts.clock, bus=self.parts.bus)
            for database in self.databases
        ]
        self.model = SessionModel()
        self.pairs: list[tuple[RefreshTokenEntity, ModelPair]] = []

    def teardown(self) -> None:
        self.do(self.close())
        self.runner.close()

    def do(self, work: Coroutine[Any, Any, R]) -> R:
        return self.runner.run(work)

    def pick(self, which: str) -> tuple[RefreshTokenEntity, ModelPair]:
        place = {"newest": -1, "one before": -2, "two before": -3, "oldest": 0}[which]
        return self.pairs[max(place, -len(self.pairs))]

    @initialize()
    def create_user(self) -> None:
        self.account = self.do(make_user_account_in_db(self.parts.database))

    @rule()
    @precondition(lambda self: len(self.model.sessions) < MAX_SESSIONS)
    def login(self) -> None:
        if self.model.is_revoked:
            with pytest.raises(LoginFailedException):
                self.do(self.parts.login(self.account))
            return
        token = self.do(self.parts.login(self.account))
        self.pairs.append((token, self.model.login(self.parts.clock.now)))

    @rule(which=picks)
    @precondition(lambda self: self.pairs)
    def refresh(self, which: str) -> None:
        self.use(which)

    def use(self, which: str) -> None:
        token, pair = self.pick(which)

        outcome, child = self.do(self.try_refresh(self.parts, token))

        expected, model_child = self.model.refresh(pair, self.parts.clock.now)
        assert outcome == ("issued" if model_child else expected)
        if child and model_child:
            assert (child.counter, child.expiration) == (
                model_child.counter,
                model_child.refresh_end,
            )
            self.pairs.append((child, model_child))

    @rule()
    @precondition(lambda self: self.pairs)
    def refresh_the_newest(self) -> None:
        self.use("newest")

    @rule(which=picks, tasks=st.integers(2, PARALLEL))
    @precondition(lambda self: self.pairs)
    def refresh_in_parallel(self, which: str, tasks: int) -> None:
        token, pair = self.pick(which)

        outcomes = self.do(self.race(token, tasks))

        now = self.parts.clock.now
        expected: list[tuple[Outcome, ModelPair | None]] = [
            self.model.refresh(pair, now) for _ in range(tasks)
        ]
        children = [child for _, child in expected if child]
        assert Counter(outcome for outcome, _ in outcomes) == Counter(
            "issued" if child else outcome for outcome, child in expected
        )
        issued = [child for _, child in outcomes if child]
        self.pairs.extend(zip(issued[:2], children[:2], strict=True))

    @rule(which=picks)
    @precondition(lambda self: self.pairs)
    def verify(self, which: str) -> None:
        token, pair = self.pick(which)

        assert self.do(self.is_accepted(token)) == self.model.accepts(pair, self.parts.clock.now)

    @rule(which=picks, is_serious=seldom)
    @precondition(lambda self: self.pairs)
    def logout(self, which: str, *, is_serious: bool) -> None:
        if not is_serious:
            return
        token, pair = self.pick(which)
        self.do(self.parts.logout(token))
        pair.session.is_over = True

    @rule(is_serious=seldom)
    def revoke_user(self, *, is_serious: bool) -> None:
        if not is_serious:
            return
        self.do(self.update_user(revoked=True))
        self.model.revoke()

    @rule()
    @precondition(lambda self: self.model.is_revoked)
    def restore_user(self) -> None:
        self.do(self.update_user(revoked=False))
        self.model.is_revoked = False

    @rule(seconds=st.sampled_from([0.5, 9.5, 10.5]))
    def wait_a_moment(self, seconds: float) -> None:
        self.parts.clock.advance(seconds=seconds)

    @rule(seconds=st.sampled_from([0.5, 9.5, 10, 10.5, 11, 599, 600, 30 * 86_400]))
    def wait(self, seconds: float) -> None:
        self.parts.clock.advance(seconds=seconds)

    @invariant()
    def theft_is_told_once(self) -> None:
        assert len(self.parts.bus.of(SessionReuseDetectedEvent)) == self.model.told

    async def close(self) -> None:
        for database in self.databases:
            await database.close()
        await close_pools(self.database_settings)

    async def race(
        self, token: RefreshTokenEntity, tasks: int
    ) -> list[tuple[str, RefreshTokenEntity | None]]:
        racers = self.racers[:tasks]
        return await asyncio.gather(*(self.try_refresh(parts, token) for parts in racers))

    @staticmethod
    async def try_refresh(
        parts: IdentityParts, token: RefreshTokenEntity
    ) -> tuple[str, RefreshTokenEntity | None]:
        try:
            return "issued", await parts.refresh(token)
        except RefreshReuseException:
            return "reuse", None
        except AuthenticationException:
            return "refused", None

    async def is_accepted(self, token: RefreshTokenEntity) -> bool:
        try:
            await self.parts.verify(token)
        except AuthenticationException:
            return False
        return True

    async def update_user(self, *, revoked: bool) -> None:
        command = UpdateUserCommand(uuid=str(self.account.user.uuid), revoked=revoked)
        await self.parts.run(self.parts.update_user.execute(command))


def run_machine(database_settings: DatabaseSettings, *, examples: int, steps: int) -> None:
    machine = type("Machine", (SessionMachine,), {"database_settings": database_settings})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_sessions_do_what_the_model_does(database_settings: DatabaseSettings) -> None:
    run_machine(database_settings, examples=40, steps=40)


@pytest.mark.long
def test_security_g9_ten_thousand_steps(database_settings: DatabaseSettings) -> None:
    run_machine(database_settings, examples=200, steps=50)
