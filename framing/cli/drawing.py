"""`framing chart KIND`: one figure from a folder of articles."""

from __future__ import annotations

from typing import Any

import click

from framing.cli.commands import registered
from framing.cli.options import Request, pairs, reading
from framing.cli.questions import Question, asking
from framing.cli.terminal import say

__all__ = ["chart"]


@registered("pictures")
@click.command()
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
    order: tuple[str, ...],
    colors: tuple[str, ...],
    data: str | None,
) -> None:  # fmt: skip
    """Draw one chart of KIND from the articles.

    KIND is naming, pairs, dumbbell, heatmap, voice, stance, words, shift, sources, timeline,
    coverage, map or dispersion.
    """
    from framing.charts import KINDS
    from framing.charts import chart as draw
    from framing.output import write_whole

    comparison = question.compared(request)
    wishes = {"title": title, "note": note, "order": list(order), "colors": _colors(kind, colors)}
    options: dict[str, Any] = {name: wish for name, wish in wishes.items() if wish}
    say(f"chart drawn to {draw(kind, comparison, output, **options)}")
    if data:
        table = KINDS[kind].from_comparison(comparison, **options).data
        write_whole(data, table.to_csv(index=False))
        say(f"its data written to {data}")


def _colors(kind: str, given: tuple[str, ...]) -> dict[Any, str]:
    """Read NAME=COLOUR; a name that is a number where the chart colours numbers is one."""
    from framing.charts import KINDS

    palette = KINDS[kind].palette if kind in KINDS else {}
    known = {str(name): name for name in palette}
    return {known.get(name, name): color for name, color in pairs(given, "--color").items()}
