"""`framing chart KIND`: one figure from a folder of articles."""

from __future__ import annotations

from typing import Any

import click

from framing.cli.commands import registered
from framing.cli.options import Request, pairs, reading
from framing.cli.questions import Question, asking
from framing.cli.terminal import say

__all__ = ["chart"]


class _Kinds(click.Command):
    """A command whose help lists the kinds of chart that there are."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List each kind with the question it answers."""
        from framing.charts import KINDS

        with formatter.section("Kinds"):
            formatter.write_dl([(kind, display.question) for kind, display in KINDS.items()])


@registered("pictures")
@click.command(cls=_Kinds)
@click.argument("kind")
@reading
@asking
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Where to draw: .png (300 dpi), .svg or .pdf.",
)
@click.option("--title", help="Title of the chart.")
@click.option("--note", help="A line of your own under the chart.")
@click.option(
    "--size", type=click.Choice(["page", "column", "slide"]), default="page", show_default=True,
    help="What the picture is for: 7 or 3.5 inches wide, or a slide of 16 by 9.",
)  # fmt: skip
@click.option(
    "--order", multiple=True, metavar="NAME", help="Outlets in the order to draw them; repeatable."
)
@click.option(
    "--color",
    "colors",
    multiple=True,
    metavar="NAME=COLOUR",
    help="Colour of an outlet, or of what the chart colours; repeatable.",
)
@click.option("--data", metavar="FILE.csv", help="Also write exactly what is drawn, as CSV.")
def chart(
    request: Request,
    question: Question,
    kind: str,
    output: str,
    title: str | None,
    note: str | None,
    size: str,
    order: tuple[str, ...],
    colors: tuple[str, ...],
    data: str | None,
) -> None:  # fmt: skip
    """Draw one chart of KIND from the articles; the title says what was found."""
    from framing.analysis import write_table
    from framing.analysis.tablefiles import table_kind
    from framing.charts.chartregistry import kind_named
    from framing.charts.picturefiles import picture_kind

    display = kind_named(kind)
    picture_kind(output)  # before the work, as the table's
    if data:
        table_kind(data)
    wishes = {"title": title, "note": note, "order": list(order), "colors": _colors(kind, colors)}
    options: dict[str, Any] = {name: wish for name, wish in wishes.items() if wish}
    drawn = display.from_comparison(question.compared(request, sides=order), size=size, **options)
    say(f"chart drawn to {drawn.plot().save(output)}")
    if data:
        write_table(drawn.data, data, spreadsheet=True)
        say(f"its data written to {data}")


def _colors(kind: str, given: tuple[str, ...]) -> dict[Any, str]:
    """Read NAME=COLOUR; a name that is a number where the chart colours numbers is one."""
    from framing.charts import KINDS

    palette = KINDS[kind].palette if kind in KINDS else {}
    known = {str(name): name for name in palette}
    return {known.get(name, name): color for name, color in pairs(given, "--color").items()}
