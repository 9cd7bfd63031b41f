"""``detente case watch``: take in what is new, and tell what matters."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.case_options import Folder, Store, opened
from detente.cli.options import Fetch, Json

if TYPE_CHECKING:
    from detente.store.alerts import Alert
    from detente.store.outbox import Channel


def register(app: typer.Typer) -> None:
    """Add the verb to ``detente case``."""
    app.command()(watch)


def watch(
    folder: Folder,
    source: Annotated[
        str, typer.Argument(help="A folder, a feed's file, or with --fetch its address.")
    ],
    *,
    interval: Annotated[
        float, typer.Option("--interval", min=1, help="Seconds between two looks.")
    ] = 300,
    once: Annotated[bool, typer.Option("--once", help="Look once and end.")] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Carry all that is proposed into the model.")
    ] = False,
    alerts: Annotated[
        Path | None,
        typer.Option("--alerts", help="Add alerts to this file, too.", show_default=False),
    ] = None,
    webhook: Annotated[
        str, typer.Option("--webhook", help="Post alerts to this address, too.", show_default=False)
    ] = "",
    webhook_private: Annotated[
        bool, typer.Option("--webhook-private", help="Its host may be one that isn't public.")
    ] = False,
    mail: Annotated[
        list[str] | None,
        typer.Option(
            "--mail",
            help="Mail alerts to this address, too; may be given again.",
            show_default=False,
        ),
    ] = None,
    mail_settings: Annotated[
        Path | None,
        typer.Option(
            "--mail-settings",
            help="A TOML file that names the mail server; or DETENTE_MAIL_HOST and the like.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
    fetch: Fetch = False,
    store: Store = "",
) -> None:
    """Take in what is new in a folder or a feed, and tell of it.

    It looks again at an interval, and may be stopped at any moment: the next
    watch goes on where it was, and tells what was not told. With --json an
    alert is a line of JSON. A mail server is named in a file or in the
    environment (DETENTE_MAIL_HOST, _PORT, _SECURITY, _USER, _PASSWORD, _FROM,
    _CA), so that no password stands on a command line.

    Example: detente case watch ukraine-2024 inbox/ --interval 600 --alerts alerts.jsonl
    """
    from detente.store import watching

    told: set[str] = set()

    def trouble(sentence: str) -> None:
        if sentence not in told:  # the same file is there at every look
            told.add(sentence)
            typer.echo(f"detente: {sentence}", err=True)

    channels = [
        _screen(json=json),
        *_channels(alerts, webhook, mail or [], mail_settings, private=webhook_private),
    ]
    with opened(folder, store) as case:

        def look() -> None:
            unread: list[str] = []
            watching.look(case, source, fetch=fetch, accept=accept, unread=unread)
            for sentence in unread:
                trouble(sentence)

        try:
            watching.watch(
                case, look, channels,
                interval=interval, rounds=1 if once else None, trouble=trouble,
            )  # fmt: skip
        except KeyboardInterrupt:
            typer.echo("Stopped.", err=True)


def _channels(
    alerts: Path | None, webhook: str, mail: list[str], settings: Path | None, *, private: bool
) -> "list[Channel]":
    """Return the ways out that were asked for besides the screen."""
    from detente.store.channels import to_file, to_webhook
    from detente.store.mail import settings as named
    from detente.store.mail import to_mail

    found = []
    if alerts is not None:
        found.append(to_file(alerts))
    if webhook:
        found.append(to_webhook(webhook, private=private))
    if mail:
        found.append(to_mail(mail, named(settings)))
    return found


def _screen(*, json: bool) -> "Channel":
    from detente.store.outbox import Channel

    def shown(alert: "Alert") -> str:
        if json:
            return alert.line().rstrip("\n")
        said = "".join(c if c.isprintable() else " " for c in alert.said)
        return f"{alert.at}  {alert.id}  {alert.kind}: {said}"

    def tell(found: "Sequence[Alert]") -> None:
        for alert in found:
            typer.echo(shown(alert))

    say: Callable[[Sequence[Alert]], None] = tell
    return Channel("screen", say)
