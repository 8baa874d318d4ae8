"""`framing events`: which articles cover the same event, as a table to be corrected."""

from __future__ import annotations

import click

from framing.cli.commands import registered
from framing.cli.options import Request, read, reading
from framing.cli.table_commands import emit, output
from framing.cli.terminal import say
from framing.language.numberwords import counted

__all__ = ["events"]


@registered("tables")
@click.command()
@reading
@output
@click.option(
    "--threshold",
    type=float,
    help="Least mean similarity within an event, 0 to 1.  [default: 0.08]",
)
@click.option(
    "--days", type=float, help="Days after which similarity has fallen to a third.  [default: 3]"
)
def events(
    request: Request, output: str | None, threshold: float | None, days: float | None
) -> None:
    """Find which articles cover the same event.

    Look the table over, correct its event column, and hand it back to any command with --events.
    An event that an article already has is kept; an article alone has an empty one.
    """
    from framing.events import DAYS, THRESHOLD, group_events

    table = group_events(
        read(request),
        lexicon=list(request.lexicon) or None,
        threshold=THRESHOLD if threshold is None else threshold,
        days=DAYS if days is None else days,
    )
    grouped = table["event"].notna()
    events = int(table["event"].nunique())
    held = f"{int(grouped.sum())} of {counted(len(table), 'article')}"
    say(f"{counted(events, 'event holds', 'events hold')} {held}")
    emit(table, output, spreadsheet=True)
