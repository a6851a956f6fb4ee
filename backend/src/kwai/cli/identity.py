"""Identity contains all subcommands for managing identity in kwai."""

import json
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from kwai.cli.installation import EXIT_USAGE, fail
from kwai.cli.session import execute
from kwai.cli.table import echo_table

if TYPE_CHECKING:
    from datetime import datetime

    from kwai.cli.identity_session import IdentitySession
    from kwai.modules.identity.users.user_account import UserAccountEntity

R = TypeVar("R")


app = typer.Typer(no_args_is_help=True)
admin_app = typer.Typer(no_args_is_help=True)
sessions_app = typer.Typer(no_args_is_help=True)
app.add_typer(admin_app, name="admin", help="Who may do everything.")
app.add_typer(sessions_app, name="sessions", help="Where users are logged in.")

Email = Annotated[str, typer.Argument(help="The email address of the user.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def create(
    email: Annotated[str, typer.Option(help="The email address of the new user.", prompt=True)],
    first_name: Annotated[str, typer.Option(help="The first name of the new user.", prompt=True)],
    last_name: Annotated[str, typer.Option(help="The last name of the new user.", prompt=True)],
    password: Annotated[
        str | None, typer.Option(help="Asked for when left out, which shows it to nobody.")
    ] = None,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from a pipe.")
    ] = False,
    admin: Annotated[bool, typer.Option("--admin", help="May do everything.")] = False,
    locale: Annotated[str, typer.Option(help="Language of the mails; the club's if empty.")] = "",
) -> None:
    """Create a user account.

    Use this command to create the first administrator; invite everybody else.
    """
    secret = _read_password(password, from_pipe=password_stdin)
    created = _execute(
        lambda session: session.create_user(
            email=email,
            first_name=first_name,
            last_name=last_name,
            password=secret,
            admin=admin,
            locale=locale,
        )
    )
    role = "an administrator" if created.admin else "a user"
    typer.echo(f"{created.user.email} is {role} now.")


@app.command("list")
def list_users(
    search: Annotated[str, typer.Option(help="Words of the name or the address.")] = "",
    revoked: Annotated[
        bool | None, typer.Option("--revoked/--active", help="Only those that are (not) revoked.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many at most.")] = 100,
    as_json: AsJson = False,
) -> None:
    """List the users by name."""
    count, users = _execute(lambda session: session.get_users(search, revoked, limit))
    if as_json:
        typer.echo(json.dumps([_describe(each) for each in users], indent=2))
        return
    if users:
        described = [_describe(each) for each in users]
        echo_table([tuple(each.values()) for each in described], head=tuple(described[0]))
    typer.echo(f"{len(users)} of {count} users.")


@app.command()
def revoke(email: Email) -> None:
    """Take the account of a user away: every session ends, and waiting mails are withdrawn."""
    _execute(lambda session: session.update_user(email, revoked=True))
    typer.echo(f"{email} is revoked.")


@app.command()
def restore(email: Email) -> None:
    """Give a revoked account back."""
    _execute(lambda session: session.update_user(email, revoked=False))
    typer.echo(f"{email} can log in again.")


@app.command()
def invite(
    email: Annotated[str, typer.Argument(help="The address to invite.")],
    first_name: Annotated[str, typer.Option(help="The first name.", prompt=True)],
    last_name: Annotated[str, typer.Option(help="The last name.", prompt=True)],
    by: Annotated[str, typer.Option(help="The address of the user who invites.", prompt=True)],
    remark: Annotated[str, typer.Option(help="Why; never shown to the invited.")] = "",
    locale: Annotated[str, typer.Option(help="Language of the mail; the club's if empty.")] = "",
) -> None:
    """Invite somebody; the worker mails the link."""
    invitation = _execute(
        lambda session: session.invite_user(
            inviter=by,
            email=email,
            first_name=first_name,
            last_name=last_name,
            remark=remark,
            locale=locale,
        )
    )
    typer.echo(f"Invitation {invitation.uuid} is queued, and ends at {invitation.expired_at} UTC.")


@admin_app.command("grant")
def grant_admin(email: Email) -> None:
    """Make an administrator of a user; every session of theirs ends."""
    _execute(lambda session: session.update_user(email, admin=True))
    typer.echo(f"{email} is an administrator now.")


@admin_app.command("remove")
def remove_admin(email: Email) -> None:
    """Make a plain user of an administrator; every session of theirs ends."""
    _execute(lambda session: session.update_user(email, admin=False))
    typer.echo(f"{email} is no administrator any more.")


@sessions_app.command("list")
def list_sessions(email: Email) -> None:
    """Show where a user is logged in."""
    sessions = _execute(lambda session: session.get_sessions(email))
    head = ("session", "client", "network", "last used", "ends")
    rows = [
        (
            each.uuid,
            each.client.value,
            each.ip_prefix,
            _moment(each.last_used_at),
            _moment(each.idle_expires_at),
        )
        for each in sessions
    ]
    if rows:
        echo_table(rows, head=head)
    typer.echo(f"{len(rows)} open sessions.")


@sessions_app.command("end")
def end_sessions(email: Email) -> None:
    """Log a user out everywhere."""
    count = _execute(lambda session: session.end_sessions(email))
    typer.echo(f"{count} sessions ended.")


def _execute(work: "Callable[[IdentitySession], Awaitable[R]]") -> R:
    from kwai.cli.identity_session import IdentitySession

    return execute(IdentitySession, work)


def _read_password(given: str | None, *, from_pipe: bool) -> str:
    if given is not None and from_pipe:
        fail("Use either --password or --password-stdin.", EXIT_USAGE)
    if from_pipe:
        return sys.stdin.readline().rstrip("\r\n")
    if given is not None:
        return given
    asked: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    return asked


def _describe(account: "UserAccountEntity") -> dict[str, str]:
    return {
        "email": str(account.user.email),
        "name": str(account.user.name),
        "roles": ", ".join(sorted(account.roles)),
        "state": "revoked" if account.revoked else "active",
        "last login": _moment(account.last_login.timestamp),
        "uuid": str(account.user.uuid),
    }


def _moment(moment: "datetime | None") -> str:
    return "" if moment is None else f"{moment:%Y-%m-%d %H:%M} UTC"
