"""`framing validate …`: coding sheets, their scoring, influence, sensitivity, power."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from framing.cli.beforehand import need_counting_column
from framing.cli.commands import registered
from framing.cli.options import Request, analyzed, reading, writes
from framing.cli.questions import Question, asking
from framing.cli.table_commands import emit, output
from framing.cli.terminal import say

if TYPE_CHECKING:
    import pandas as pd

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

__all__ = ["key_of", "keyed", "validate"]

# Columns of a key that are names, also where an article is called "007" or an outlet "NA".
_TOO_LOW = (
    ": under .667 nothing is to be concluded from codes, Krippendorff 2004, p. 241; settle the "
    "rules with your coders and code anew"
)
_KEY_TEXTS = (
    "item", "kind", "article_id", "outlet", "event", "field", "lexicon", "concept", "variant",
    "voice", "stratum", "rule", "act", "cue_class", "zone",
)  # fmt: skip

sheets = click.argument("codes", nargs=-1, required=True, type=click.Path(dir_okay=False))


def keyed(said: str) -> Callable[[Decorated], Decorated]:
    """Give a command the option of a sheet's key, with what its help says of it."""
    return click.option(
        "--key", required=True, metavar="FILE.csv", type=click.Path(dir_okay=False), help=said
    )


@registered("checks")
@click.group()
def validate() -> None:
    """Check what the figures rest on: code a sample by hand, leave pieces out, vary choices."""


@validate.command()
@reading
@click.option(
    "-n",
    "--mentions",
    "n",
    type=click.IntRange(0),
    default=100,
    show_default=True,
    help="Mentions to draw.",
)
@click.option(
    "--unmatched",
    type=click.IntRange(0),
    default=50,
    show_default=True,
    help="Sentences without a mention.",
)
@asking
@click.option(
    "--matched",
    is_flag=True,
    help="Draw of all voices in events that two sides cover, side by side: for `correct`.",
)
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="Folder for sheet.csv, sheet.html and key.csv.",
)
def sheet(
    request: Request, question: Question, matched: bool, n: int, unmatched: int, folder: str
) -> None:
    """Draw a coding sheet, blind to outlets: give coders sheet.html or sheet.csv, never key.csv."""
    from framing.validate import draw_sheet, write_sheet

    comparison = question.compared(request)
    analysis = comparison.analysis
    concepts = [
        f"{concept.id}: {concept.gloss or ''}"
        for lexicon in analysis.lexicons
        for concept in lexicon.concepts
    ]
    source = comparison if matched else analysis
    drawn = draw_sheet(source, n=n, unmatched=unmatched, seed=question.seed)
    for path in write_sheet(drawn, folder, concepts=concepts):
        say(f"{path} written")


@validate.command()
@sheets
@keyed("The key.csv that was written with the sheet.")
@click.option(
    "--labels",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Score another annotator's voices on the same sheet, in place of the tool's.",
)
@click.option(
    "--keep",
    metavar="FOLDER",
    type=click.Path(file_okay=False),
    help="Write the result into a saved analysis: its provenance and methods paragraph tell it.",
)
@output
def score(
    codes: tuple[str, ...], key: str, labels: str | None, keep: str | None, output: str | None
) -> None:  # fmt: skip
    """Score filled-in sheets of one coder or more against what the tool said."""
    import pandas as pd

    from framing.analysis import open_analysis
    from framing.analysis.savedfolder import keep_validation
    from framing.validate import label_key, read_codes, read_labels, score_codes

    writes([*codes, key, labels], output)
    decided = key_of(key)
    if labels is not None:
        decided = label_key(decided, read_labels(labels), name=Path(labels).stem)
    found = score_codes(decided, read_codes(codes))
    emit(found.figures, output)
    if keep is not None:
        open_analysis(keep)  # refused unless it is whole
        keep_validation(Path(keep), found.written())
        say(f"validation kept in {keep}")
    for row in found.agreement.to_dict("records"):
        alpha = "–" if row["alpha"] is None or pd.isna(row["alpha"]) else f"{row['alpha']:.3f}"
        words = f"{row['words']}{_TOO_LOW if row['words'] == 'tentative' else ''}"
        say(f"{row['question']}: alpha {alpha} over {row['units']} shared items ({words})")


@validate.command()
@sheets
@keyed("The key.csv that was written with the sheet.")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE.json",
    type=click.Path(dir_okay=False),
    help="Where to write the rates; give them to `framing validate own --rates`.",
)
def rates(codes: tuple[str, ...], key: str, output: str) -> None:
    """Count how often coders call a decision of each kind the outlet's own word."""
    from framing.output import write_whole
    from framing.validate import read_codes, refit_own_rates

    writes([*codes, key], output)
    drawn, coded = key_of(key), read_codes(codes)
    found = refit_own_rates(drawn, coded)
    write_whole(output, found.to_json())
    seen = {item for of in coded.values() for item, code in of.items() if code.naming is not None}
    used = int(found.cells["all"][1])
    left = len(seen & set(drawn.loc[drawn["kind"] == "mention", "item"])) - used
    why = f" ({left} left out: no naming, or coders who do not agree)"
    say(f"{output} written: {used} coded namings{why if left else ''}")


@validate.command()
@reading
@click.option("--by", default="outlet", show_default=True, help="Column to count by.")
@click.option(
    "--rates",
    metavar="FILE.json",
    type=click.Path(dir_okay=False),
    help="Rates of one's own sheet, from `framing validate rates`.",
)
@output
def own(request: Request, by: str, rates: str | None, output: str | None) -> None:
    """Count namings in own words, with an interval that holds misreading."""
    from framing.errors import SettingsError
    from framing.validate import own_counts
    from framing.voice import own_rates

    need_counting_column(by)
    used = None
    if rates is not None:
        try:
            used = own_rates(Path(rates).read_text(encoding="utf-8"), name=rates)
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"can't read the rates {rates}: {error}") from error
    emit(own_counts(analyzed(request), by=by, rates=used), output)


def key_of(path: str) -> pd.DataFrame:
    """Read the key of a sheet."""
    import pandas as pd

    from framing.errors import SettingsError

    try:
        return pd.read_csv(
            Path(path), dtype=dict.fromkeys(_KEY_TEXTS, "string"), keep_default_na=False,
            na_values=[""],
        )  # fmt: skip
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"can't read the key {path}; give the key.csv that `framing validate sheet` wrote"
        ) from error


@validate.command()
@reading
@asking
@output
def influence(request: Request, question: Question, output: str | None) -> None:
    """Leave out each variant, concept, event and outlet in turn; sign flips are flagged."""
    from framing.validate import influence as run

    emit(run(question.compared(request)), output)


@validate.command()
@reading
@asking
@output
def sensitivity(request: Request, question: Question, output: str | None) -> None:
    """Vary voice rule, weights and headlines: each difference of loaded shares as a range."""
    from framing.validate import sensitivity as run

    emit(run(question.compared(request)), output)


@validate.command()
@reading
@asking
@click.option(
    "--difference",
    "differences",
    multiple=True,
    type=float,
    default=(0.1, 0.2, 0.3),
    show_default=True,
    help="Difference to be shown; repeatable.",
)
@output
def power(
    request: Request, question: Question, differences: tuple[float, ...], output: str | None
) -> None:  # fmt: skip
    """Say how many matched events a difference of loaded shares of .1, .2 or .3 would need.

    At the spread of the events seen, which on a few events is often too small: under a dozen take
    the figures as the least that is needed.
    """
    from framing.validate import power as run

    emit(run(question.compared(request), differences=differences), output)
