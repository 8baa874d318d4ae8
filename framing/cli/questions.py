"""What every comparing command is asked: the sides, the events, the concepts, copies and seed."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import click

from framing.cli.options import Request, analyzed
from framing.cli.terminal import say

if TYPE_CHECKING:
    from framing.articles import Articles
    from framing.comparison import Comparison

__all__ = ["Question", "asking", "within_option"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is to be compared; the names are those of `framing.compare`."""

    by: str
    within: str
    reference: str | None
    concepts: tuple[str, ...]
    target: str | None
    seed: int
    copies: Literal["once", "all"]

    def compared(
        self,
        request: Request,
        *,
        sentiment: bool = False,
        sides: Sequence[str] = (),
        tells_notes: bool = False,
    ) -> Comparison:
        """Read, analyse and compare what the request names.

        `sides` must be among those of the articles. A target that nothing is bound to is said,
        unless the command prints all notes of the comparison (`tells_notes`).
        """
        from framing.comparison import compare
        from framing.comparison.comparing import target_gap
        from framing.comparison.selecting import need_side, need_sides

        beforehand = []

        def ready(articles: Articles) -> None:
            beforehand.append(articles)
            need_sides(
                articles, by=self.by, within=self.within, reference=self.reference, sides=sides
            )

        found = compare(
            analyzed(request, sentiment=sentiment, ready=ready),
            by=self.by, within=self.within, reference=self.reference,
            concepts=list(self.concepts) or None, target=self.target, seed=self.seed,
            copies=self.copies,
        )  # fmt: skip
        for side in () if beforehand else sides:  # what was saved is not read beforehand
            need_side(side, found.outlets)
        gap = None if tells_notes else target_gap(found.material)
        if gap is not None:
            say(gap)
        return found


within_option = click.option(
    "--within",
    default="event",
    show_default=True,
    help="Column that pairs articles; day, month, quarter and year are made from the dates.",
)
_OPTIONS = (
    click.option(
        "--by", default="outlet", show_default=True, help="Column whose values to compare."
    ),
    within_option,
    click.option("--reference", metavar="NAME", help="Compare every other outlet with this one."),
    click.option(
        "--concept", "concepts", multiple=True, metavar="ID", help="Only this concept; repeatable."
    ),
    click.option(
        "--target", metavar="NAME",
        help="Party whose index, not validated, the table of targets compares.",
    ),
    click.option(
        "--copies", type=click.Choice(["once", "all"]), default="once", show_default=True,
        help="Count an article reprinted within an event once, or each time.",
    ),
    click.option("--seed", default=0, show_default=True, help="Seed of every random draw."),
)  # fmt: skip


def asking(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a comparison, and hand them over as one `Question`.

    Put it under `reading`, whose `Request` comes first.
    """

    @functools.wraps(command)
    def wrapped(request: Request, **rest: Any) -> Any:
        asked = {name: rest.pop(name) for name in Question.__dataclass_fields__}
        return command(request, Question(**asked), **rest)

    decorated: Callable[..., Any] = wrapped
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated
