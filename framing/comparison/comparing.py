"""`compare`: from an analysis to a comparison."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from framing._version import VERSION
from framing.comparison.cells import Cells, cells_of
from framing.comparison.contrasts import MOST_PAIRED, contrasts_of, difference_table
from framing.comparison.declared import declare, question_of
from framing.comparison.material import NO_OUTLET, Material, gather
from framing.comparison.naming import naming_table, share_table
from framing.comparison.result import Comparison
from framing.comparison.sources import coverage_table, source_table
from framing.comparison.stance import bound_directions, stance_table, target_names, target_table
from framing.errors import ComparisonError

if TYPE_CHECKING:
    from framing.analysis import Analysis

__all__ = ["compare"]

_SIDE_BY_SIDE = ("own", "outlet_worded")


def compare(
    analysis: Analysis,
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

    One event is enough for a complete, descriptive comparison; tests need 6 events that both
    outlets cover, and are refused in words below that. Nothing here raises for want of data.

    Parameters
    ----------
    analysis : Analysis
        What `analyze` found.
    by : str
        Column whose values are compared; ``outlet``, or any column the articles have.
    within : str
        Column that matches articles with one another; ``event``, or any other.
    reference : str, optional
        Compare every other outlet with this one, in place of all pairs and each with the rest.
    concepts : sequence of str, optional
        Only these concepts.
    target : str, optional
        A party: the declared measure is then the target index towards it (see
        `framing.stance.target_index`) in place of the loaded share.
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
    In this event, naming foreign troops, Herald chose a loaded word in its own words 1 of 1 times,
    Wire 0 of 1; with the words it attributes to others counted too: Herald 1 of 1, Wire 0 of 1.
    >>> print(comparison.primary.refusal)
    not enough matched events: 1 of the 6 needed (an event is matched when both outlets name the
    same concept in their own words). One event cannot show a habit.

    Raises
    ------
    ComparisonError
        If `by` or `within` is no column of the articles, `reference` no outlet of theirs, or
        `copies` neither of its two words.
    """
    if isinstance(concepts, str):
        raise ComparisonError(f"concepts is a list of ids; write [{concepts!r}]")
    if copies not in ("once", "all"):
        raise ComparisonError(f"copies is 'once' or 'all', not {copies!r}")
    material = gather(analysis, by, within, concepts, once=copies == "once")
    outlets = material.named_outlets
    if reference is not None and reference not in outlets:
        near = difflib.get_close_matches(reference, outlets, 1)
        raise ComparisonError(
            f"the reference {reference!r} is no {by} of these articles; they are "
            f"{', '.join(outlets) or 'without any'}"
            + (f". Did you mean {near[0]!r}?" if near else "")
        )
    contrasts = contrasts_of(outlets, reference)
    _note_gaps(material, reference, target)
    differences = difference_table(_measures(material, target), contrasts, seed=seed)
    shares, targets, sources = share_table(material), target_table(material), source_table(material)
    tables = {
        "naming": naming_table(material),
        "shares": shares,
        "differences": differences,
        "stance": stance_table(material, targets, sources),
        "targets": targets,
        "sources": sources,
        "coverage": coverage_table(material),
    }
    settings = {"by": by, "within": within, "reference": reference, "target": target, "seed": seed,
                "copies": copies,
                "concepts": None if concepts is None else list(concepts)}  # fmt: skip
    return Comparison(
        analysis,
        material,
        tables,
        declare(material, shares, differences, target),
        question_of(material, reference, target),
        _provenance(analysis, material, settings, differences),
    )


def _measures(material: Material, target: str | None) -> dict[str, dict[str, Cells]]:
    """Cells of every measure, the declared one first; both scopes of each."""
    measures: dict[str, dict[str, Cells]] = {}
    if target is not None:
        directions = bound_directions(material.mentions, target)
        measures["target index"] = {s: cells_of(material, s, directions) for s in _SIDE_BY_SIDE}
    measures["loaded share"] = {s: cells_of(material, s) for s in _SIDE_BY_SIDE}
    return measures


def _note_gaps(material: Material, reference: str | None, target: str | None) -> None:
    """Say in words what can't be compared."""
    notes, outlets = material.notes, material.named_outlets
    mentions = material.mentions
    if not len(mentions):
        notes.append("No article names any concept of these lexicons.")
    else:
        for outlet in outlets:
            mine = mentions["outlet"] == outlet
            if not mine.any():
                notes.append(f"{outlet} names none of these concepts.")
            elif not (mine & (mentions["voice"] == "own")).any():
                notes.append(f"{outlet} names these concepts, but never in its own words.")
        if not mentions["loaded"].astype(bool).any():
            notes.append("Every naming found is neutral per its lexicon's sources.")
    covered = material.articles.loc[material.articles["outlet"] != NO_OUTLET]
    shared = covered.groupby("event")["outlet"].nunique()
    if len(outlets) > 1 and len(shared) and not (shared > 1).any():
        notes.append(f"No {material.within} is covered by more than one {material.by}.")
    if len(outlets) > MOST_PAIRED and reference is None:
        notes.append(
            f"With {len(outlets)} outlets each is compared with all others together; name a "
            "reference to compare with one."
        )
    if target is not None and target not in (names := target_names(mentions)):
        near = difflib.get_close_matches(target, names, 1)
        notes.append(
            f"No naming is bound to {target!r}; bound are: {', '.join(names) or 'none'}."
            + (f" Did you mean {near[0]!r}?" if near else "")
        )


def _provenance(
    analysis: Analysis, material: Material, settings: dict[str, Any], differences: pd.DataFrame
) -> dict[str, Any]:
    """Everything needed to make the same comparison again."""
    tested = differences.loc[differences["role"].eq("exploratory") & differences["p_value"].notna()]
    counts = {
        "articles": len(material.articles),
        "outlets": len(material.named_outlets),
        "events": len(material.events),
        "mentions": len(material.mentions),
        "copies": len(material.copies),
        "tests": len(tested.drop_duplicates(["measure", "lexicon", "concept"])),
    }
    copied = {str(k): str(v) for k, v in material.copies["copy_of"].items()}
    return {
        "framing": VERSION,
        "comparison": {**settings, "counts": counts, "copied": copied},
        "analysis": dict(analysis.provenance),
    }
