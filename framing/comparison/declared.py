"""The one measure declared beforehand, in sentences: what was seen, and what a test says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from framing.comparison.contrasts import WORTH_FINDING
from framing.comparison.material import NO_OUTLET, Material
from framing.statistics import MIN_EVENTS

__all__ = ["Primary", "declare", "question_of", "readable"]

_MOST_STATEMENTS = 3
_MOST_OUTLETS = 6
_SPREAD_FROM = 3
ONE_EVENT = "One event cannot show a habit."


@dataclass(frozen=True, slots=True)
class Primary:
    """The declared primary measure: its name, what was counted, and the test or its refusal.

    Attributes
    ----------
    measure : str
        What was declared.
    statements : tuple of str
        What the counts say, one sentence each.
    result : str
        What the test says; empty where it was refused.
    refusal : str
        Why there is no test, and what it would need; empty where there is one.
    events : int
        Matched events of the largest contrast.
    difference, low, high, p_value : float or None
        Of the contrast told in `result`; None where there is none.
    """

    measure: str
    statements: tuple[str, ...]
    result: str
    refusal: str
    events: int
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it in order: statements, then the result or the refusal."""
        return (*self.statements, *(s for s in (self.result, self.refusal) if s))


def readable(name: str) -> str:
    """Write an id as words.

    Examples
    --------
    >>> readable("foreign-troops")
    'foreign troops'
    """
    return name.replace("-", " ").replace("_", " ")


def _listed(parts: Iterable[str]) -> str:
    """Join with commas and a final "and"."""
    words = list(parts)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _where(material: Material) -> str:
    """Begin a sentence about what was read."""
    events = len(material.events)
    if events == 0:
        return "In this article" if len(material.articles) == 1 else "In these articles"
    return "In this event" if events == 1 else f"Over {events} events"


def question_of(material: Material, reference: str | None, target: str | None) -> str:
    """Ask in one sentence what the comparison answers."""
    outlets = material.named_outlets
    events = len(material.events)
    if len(outlets) < 2:
        who = outlets[0] if outlets else "the outlet"
        return f"{_where(material)}, which words does {who} choose, and in whose voice?"
    where = "In the events they share" if events > 1 else _where(material)
    sides = _listed(outlets) if len(outlets) <= 4 else f"these {len(outlets)} outlets"
    if reference is not None:
        others = [o for o in outlets if o != reference]
        sides = (_listed(others) if len(others) <= 4 else f"{len(others)} outlets") + (
            f", set against {reference},"
        )
    if target is not None:
        return (
            f"{where}, do {sides} differ in how their own words lean when they name what belongs "
            f"to {target}?"
        )
    return (
        f"{where}, do {sides} differ in how often they choose a loaded word, in their own words, "
        "for the same thing?"
    )


def declare(
    material: Material, shares: pd.DataFrame, differences: pd.DataFrame, target: str | None
) -> Primary:
    """Tell the primary measure from the tables that hold it."""
    measure = (
        "own-voice loaded share, matched on event and concept"
        if target is None
        else f"own-voice target index towards {target}, matched on event and concept"
    )
    own = differences.loc[differences["role"] == "primary"]
    statements = _statements(material, shares) if target is None else _leanings(own)
    events = int(own["events"].max()) if len(own) else 0
    told = own.loc[own["p_adjusted"].notna()]
    if not len(told):
        refusal = _refusal(material, own, events)
        return Primary(measure, statements, "", refusal, events)
    size = told["difference"].abs().rename("size")
    best = told.join(size).sort_values(["p_adjusted", "size"], ascending=[True, False]).iloc[0]
    return Primary(
        measure,
        statements,
        _result(best, len(told), target),
        "",
        events,
        difference=float(best["difference"]),
        low=float(best["low"]),
        high=float(best["high"]),
        p_value=float(best["p_adjusted"]),
    )


def _statements(material: Material, shares: pd.DataFrame) -> tuple[str, ...]:
    """Say for the concepts most outlets named how often each chose a loaded word."""
    own = shares.loc[shares["scope"] == "own"]
    both = shares.loc[shares["scope"] == "outlet_worded"]
    by_concept = ["lexicon", "concept"]
    named = own.assign(named=own["total"] > 0).groupby(by_concept, sort=True)
    counts = named.agg(outlets=("named", "sum"), total=("total", "sum"))
    counts["loaded"] = both.groupby(by_concept, sort=True)["n"].sum()
    ranked = counts.reset_index()
    ranked = ranked.loc[ranked["total"] > 0]
    ranked["silent"] = ranked["loaded"] == 0
    ranked = ranked.sort_values(
        ["silent", "outlets", "total", "concept", "lexicon"],
        ascending=[True, False, False, True, True],
        kind="stable",
    )
    where = _where(material)
    sentences = []
    for concept in ranked.head(_MOST_STATEMENTS).to_dict("records"):
        rows = shares.loc[
            (shares["lexicon"] == concept["lexicon"]) & (shares["concept"] == concept["concept"])
        ]
        mine = _counts(rows.loc[rows["scope"] == "own"], first=True)
        worded = _counts(rows.loc[rows["scope"] == "outlet_worded"], first=False)
        sentences.append(
            f"{where}, naming {readable(concept['concept'])}, {mine}; with the words it attributes "
            f"to others counted too: {worded}."
        )
    if not sentences:
        sentences = ["No outlet named any of these concepts in its own words."]
    return tuple(sentences)


def _counts(rows: pd.DataFrame, *, first: bool) -> str:
    """Write each outlet's n of N."""
    parts = []
    for row in rows.head(_MOST_OUTLETS).to_dict("records"):
        outlet = row["outlet"].replace(NO_OUTLET, "an outlet not named")
        if not row["total"]:
            parts.append(f"{outlet} never named it")
        elif first:
            parts.append(
                f"{outlet} chose a loaded word in its own words {row['n']} of {row['total']} times"
            )
            first = False
        else:
            parts.append(f"{outlet} {row['n']} of {row['total']}")
    if len(rows) > _MOST_OUTLETS:
        parts.append(f"{len(rows) - _MOST_OUTLETS} more outlets in the table")
    return ", ".join(parts)


def _leanings(own: pd.DataFrame) -> tuple[str, ...]:
    """Say the target index of each pair over its matched events."""
    sentences = []
    for row in own.loc[own["events"] > 0].head(_MOST_STATEMENTS).to_dict("records"):
        sentences.append(
            f"Where both named it in their own words, {row['outlet_a']}'s directions sum to "
            f"{row['n_a']:+d} over {row['total_a']} namings, {_other(row)}'s to "
            f"{row['n_b']:+d} over {row['total_b']}."
        )
    return tuple(sentences) or ("No outlet's own words name anything bound to this target.",)


def _refusal(material: Material, own: pd.DataFrame, events: int) -> str:
    """Say why no test is made and what it would need."""
    if len(material.named_outlets) < 2:
        return (
            "There is one outlet only, so there is nothing to compare it with; add articles of "
            "another outlet on the same event."
        )
    parts = [
        f"not enough matched events: {events} of the {MIN_EVENTS} needed (an event is matched when "
        "both outlets name the same concept in their own words)."
    ]
    if not material.events:
        parts.append("No article says which event it belongs to.")
    elif len(material.events) == 1:
        parts.append(ONE_EVENT)
    told = own.loc[own["events_needed"].notna() & (own["events"] >= _SPREAD_FROM)]
    if len(told):
        most = told.sort_values(["events", "events_needed"], ascending=False, kind="stable").iloc[0]
        shares = most["measure"] == "loaded share"
        size = f"{100 * WORTH_FINDING:.0f} percentage points" if shares else f"{WORTH_FINDING}"
        parts.append(
            f"At the spread seen so far, a difference of {size} would be found four times in five "
            f"with about {int(most['events_needed'])} matched events."
        )
    return " ".join(parts)


def _other(row: Any) -> str:
    """Name the second side of a contrast."""
    other = row["outlet_b"]
    return other if isinstance(other, str) else "the other outlets"


def _result(best: pd.Series, tests: int, target: str | None) -> str:
    """Tell the contrast with the smallest adjusted p-value, and what the test makes of it."""
    unit, scale = ("percentage points", 100) if target is None else ("", 1)
    low, high, gap = (float(best[c]) * scale for c in ("low", "high", "difference"))
    size = f"{gap:+.0f} {unit}" if target is None else f"{gap:+.2f}"
    ends = f"{low:+.0f} to {high:+.0f}" if target is None else f"{low:+.2f} to {high:+.2f}"
    about = ", approximate" if bool(best["approximate"]) else ""
    p = float(best["p_adjusted"])
    many = f", adjusted for {tests} contrasts" if tests > 1 else ""
    verdict = (
        "such a difference is rare when outlets do not differ."
        if p < 0.05
        else "these events do not tell such a difference from none."
    )
    return (
        f"Over {int(best['events'])} matched events ({int(best['nonzero_events'])} in which they "
        f"differ), {best['outlet_a']} less {_other(best)}: {size} (95% interval {ends}{about}); "
        f"sign-flip p = {p:.4f}{many}, smallest attainable {float(best['smallest_p']):.4f}: "
        f"{verdict}"
    )
