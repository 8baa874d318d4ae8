"""`compare`: from an analysis to a comparison."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from framing.comparison.comparisonresult import Comparison
from framing.comparison.contrasts import MOST_PAIRED
from framing.comparison.material import Material
from framing.comparison.queries import join
from framing.comparison.selecting import gather, need_reference, need_sides
from framing.comparison.settings import Settings
from framing.comparison.stancetable import target_names
from framing.errors import ComparisonError
from framing.lexicon.fields import did_you_mean

if TYPE_CHECKING:
    from framing.analysis import Analysis
    from framing.analysis.batchfolder import BatchFolder
    from framing.articles import ArticleSource
    from framing.lexicon import Lexicon

__all__ = ["compare", "need_concepts", "target_gap"]

_NAMED = 5


def compare(
    analysis: Analysis | BatchFolder | ArticleSource,
    *,
    by: str = "outlet",
    within: str = "event",
    reference: str | None = None,
    concepts: Sequence[str] | None = None,
    target: str | None = None,
    seed: int = 0,
    copies: Literal["once", "all"] = "once",
) -> Comparison:
    """Compare what outlets call the same things, event by event.

    The declared measure is the naming choice: which variant, out of all the times an outlet named
    the concept, event by event, in its own words. One event is enough for a complete, descriptive
    comparison; tests need 6 events in which both name the same thing, and are refused in words
    below that. Nothing here raises for want of data.

    Parameters
    ----------
    analysis : Analysis
        What `analyze` found; the folder of a saved analysis or of a batch, which is opened; or
        what `analyze` takes, which is then analysed first.
    by : str
        Column whose values are compared; ``outlet``, or any column the articles have.
    within : str
        Column that matches articles with one another; ``event``, or any other. A ``day``,
        ``month``, ``quarter`` or ``year`` is made from the dates where there is no such column.
    reference : str, optional
        Compare every other outlet with this one, in place of all pairs and each with the rest.
    concepts : sequence of str, optional
        Only these concepts; those that no lexicon in use holds are named in the notes.
    target : str, optional
        A party: `Comparison.targets` then compares the target index toward it within events (see
        `framing.stance.target_index`). That index is not validated, and stands in no sentence,
        chart or report.
    seed : int
        Of every random draw.
    copies : {"once", "all"}
        Whether articles that repeat another of the same event (reposted wire copy) are counted
        once, as one decision, or each.

    Returns
    -------
    Comparison

    Examples
    --------
    >>> import framing, pandas as pd
    >>> articles = framing.read_articles(pd.DataFrame({
    ...     "event": ["pull-out", "pull-out"], "outlet": ["Herald", "Wire"],
    ...     "text": ["The occupation forces left at dawn.", "The foreign troops left at dawn."]}))
    >>> comparison = compare(framing.analyze(articles, "foreign-forces", sentiment=False))
    >>> print(comparison.primary.statements[0])
    In this event, naming foreign troops in its own words, Herald wrote “occupation forces” 1 of 1
    times, Wire “foreign troops” 1 of 1.
    >>> comparison.lines(comparison.primary.statements[0][3])["text"].tolist()
    ['occupation forces']

    Raises
    ------
    ComparisonError
        If `by` or `within` is no column of the articles, `reference` no outlet of theirs, `copies`
        neither of its two words, or `seed` no whole number from 0.
    """
    settings = _settings(by, within, reference, concepts, target, seed, copies)
    analysis = _analysed(analysis, settings)
    material = gather(analysis, settings)
    need_reference(settings.reference, material.named_outlets, settings.by)
    return Comparison(material, (*material.notes, *_gaps(material)))


def _settings(
    by: str,
    within: str,
    reference: str | None,
    concepts: Sequence[str] | None,
    target: str | None,
    seed: int,
    copies: Literal["once", "all"],
) -> Settings:
    """Check what was asked for and put it into one record."""
    if isinstance(concepts, str):
        raise ComparisonError(f"concepts is a list of ids; write [{concepts!r}]")
    if copies not in ("once", "all"):
        raise ComparisonError(f"copies is 'once' or 'all', not {copies!r}")
    if not isinstance(seed, int | np.integer) or seed < 0:
        raise ComparisonError(f"seed is a whole number from 0, not {seed!r}")
    return Settings(
        by=by, within=within, reference=reference, target=target, seed=seed, copies=copies,
        concepts=None if concepts is None else tuple(concepts),
    )  # fmt: skip


def _analysed(analysis: Analysis | BatchFolder | ArticleSource, settings: Settings) -> Analysis:
    """Return the analysis: as given, opened from its folder, or made at the defaults first."""
    from framing.analysis import Analysis, analyze, is_batch, is_saved, open_analysis
    from framing.analysis.batchfolder import BatchFolder
    from framing.articles import read_articles

    if isinstance(analysis, Analysis):
        return analysis
    if isinstance(analysis, BatchFolder):
        return open_analysis(analysis.path)
    if isinstance(analysis, str | os.PathLike):
        folder = Path(analysis)
        if is_saved(folder) or is_batch(folder):
            return open_analysis(folder)
    read = read_articles(analysis)
    need_sides(
        read, by=settings.by, within=settings.within, reference=settings.reference
    )  # before the work
    return analyze(read)


def _gaps(material: Material) -> list[str]:
    """Say in words what can't be compared."""
    notes: list[str] = []
    sides, mentions, settings = material.named_outlets, material.mentions, material.settings
    if not len(mentions):
        notes.append(
            "No article names any concept of these lexicons."
            + (" Their categories have rates." if len(material.categories) else "")
        )
    else:
        notes += _silent(material)
        if not mentions["loaded"].astype(bool).any():
            notes.append("Every naming found is neutral per its lexicon's sources.")
    if len(sides) > 1 and material.events and not material.shares_events:
        aside = ", copies aside" if len(material.copies) else ""
        notes.append(f"No {settings.unit} is covered by more than one {settings.side}{aside}.")
    if len(sides) > MOST_PAIRED and settings.reference is None:
        notes.append(
            f"With {len(sides)} {settings.sides} each is compared with all others together; name a "
            "reference to compare with one."
        )
    if settings.target is not None:
        notes.append(
            target_gap(material)
            or f"How far words lean toward {settings.target} stands in the table of targets alone: "
            "that index is not validated, and nothing is concluded from it."
        )
    return notes


def need_concepts(concepts: Iterable[str], lexicons: Iterable[Lexicon]) -> None:
    """Refuse a concept that no lexicon in use holds.

    Raises
    ------
    ComparisonError
        If there is one; the message names the nearest that is there.
    """
    known = {concept.id for lexicon in lexicons for concept in lexicon.concepts}
    for concept in concepts:
        if concept not in known:
            raise ComparisonError(
                f"no lexicon in use has the concept {concept!r}; `framing lexicon show ID` lists "
                f"those of one.{did_you_mean(concept, known)}"
            )


def target_gap(material: Material) -> str | None:
    """Say that nothing is bound to the target asked for; None where something is, or none is."""
    target = material.settings.target
    if target is None or target in (names := target_names(material.mentions)):
        return None
    near = difflib.get_close_matches(target, names, 1)
    return f"No naming is bound to {target!r}; bound are: {', '.join(names) or 'none'}." + (
        f" Did you mean {near[0]!r}?" if near else ""
    )


def _silent(material: Material) -> list[str]:
    """Name the sides that name nothing, nothing in own words, or have one article alone."""
    mentions, sides = material.mentions, material.named_outlets
    named = set(mentions["outlet"].unique())
    own = set(mentions.loc[mentions["voice"] == "own", "outlet"].unique())
    articles = material.articles["outlet"].value_counts()
    copied = [side for side in sides if side not in articles]
    silent = [side for side in sides if side in articles and side not in named]
    reported = [side for side in sides if side in articles and side in named - own]
    lone = [side for side in sides if int(articles.get(side, 0)) == 1]
    notes = []
    if copied:
        notes.append(
            f"Every article of {_some(copied)} repeats another's; copies='all' (--copies all) "
            "counts each by itself."
        )
    if silent:
        notes.append(f"{_some(silent)} name{_s(silent)} none of these concepts.")
    if reported:
        whose = "its" if len(reported) == 1 else "their"
        notes.append(
            f"{_some(reported)} name{_s(reported)} these concepts, but never in {whose} own words."
        )
    if lone and len(sides) > 1 and len(material.events) > 1:
        notes.append(
            f"One article alone: {_some(lone)}. What it writes shows that article, not a habit."
        )
    return notes


def _some(sides: Sequence[str]) -> str:
    """Name the first five sides, and how many more there are."""
    more = len(sides) - _NAMED
    return str(join([*sides[:_NAMED], *([f"{more} more"] if more > 0 else [])]))


def _s(sides: Sequence[str]) -> str:
    """Return the ending of a verb whose subject these are."""
    return "s" if len(sides) == 1 else ""
