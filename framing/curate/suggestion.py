"""`suggest_variants`: what else a corpus calls a concept, as a draft for a person to review."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.curate.leads import Near, facing, known_names, weigh
from framing.curate.likeness import Likeness, Vectors
from framing.curate.titledgroups import beside_names
from framing.curate.uses import GroupUse, collect_uses, line_of
from framing.errors import SettingsError
from framing.language.numberwords import counted
from framing.lexicon import Concept, Lexicon

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis

__all__ = ["draft_yaml", "suggest_variants"]

COLUMNS = ("candidate", "why", "score", "uses", "articles", "outlets", "by_outlet", "g2", "lines")
_LINES = 5
_TWO = 2
_APART = 0.15
"""Half the summed difference of two distributions over outlets under which they are alike."""


def suggest_variants(
    analysis: Analysis,
    concept: str,
    *,
    min_count: int = 2,
    vectors: Vectors | Any | None = None,
    most: int = 20,
) -> pd.DataFrame:
    """Propose candidate variants of a concept from a corpus.

    A candidate is a noun group that is no form of the concept yet and for which something speaks:
    it stands where the concept stands in another article's account of the same event (articles
    need events); it shares a word with the concept's names, or is spelled by their initials; it
    is near them in word vectors learned from articles such as these. A word that only vectors
    speak for must also be used unevenly by the outlets, if there are several. A form in a lexicon
    needs evidence; these are only leads.

    Parameters
    ----------
    analysis : Analysis
        Of the corpus, with the lexicon that holds the concept.
    concept : str
        The concept's id.
    min_count : int
        Fewest uses for a candidate.
    vectors : framing.learn.CorpusVectors or WordVectors, optional
        Fitted on many articles such as these; without them no neighbours are proposed.
    most : int
        Most candidates.

    Returns
    -------
    pandas.DataFrame
        candidate, why (what speaks for it), score (0 and up, a rank only), uses, articles,
        outlets, by_outlet ({outlet: uses}), g2 (how unevenly the outlets use it beside the
        concept's namings, a rank only), lines (up to five in context); the best first.

    Raises
    ------
    SettingsError
        When no lexicon of the analysis has the concept, or the vectors are none.

    Examples
    --------
    >>> from framing import Article, analyze
    >>> text = "The rogue troops came. Rogue troops left. Foreign troops stayed."
    >>> analysis = analyze([Article("a", outlet="Post", text=text)], "foreign-forces",
    ...     sentiment=False)
    >>> suggest_variants(analysis, "foreign-troops")[["candidate", "why"]].iloc[0].tolist()
    ['rogue troops', 'shares "troops"']
    """
    import pandas as pd

    lexicon, found = _concept(analysis.lexicons, concept)
    uses = collect_uses(analysis.articles)
    known = known_names(analysis, lexicon, found, uses)
    near = None if vectors is None else Near(Likeness(vectors), known)
    places, titles = facing(analysis, known), beside_names(uses, known.spans)
    totals = Counter(known.outlets)
    rows = []
    for key, of_key in uses.by_key.items():
        fresh = [use for use in of_key if not known.covers(use)]
        if len(fresh) < min_count or key in known.forms:
            continue
        score, why = weigh(fresh, known, near, places, titles)
        row = _row(key, fresh, totals)
        if not why or (len(why) == 1 and why[0].startswith("near") and _used_alike(row, totals)):
            continue
        rows.append({**row, "why": "; ".join(why), "score": round(score, 3)})
    rows.sort(key=lambda row: (-row["score"], -row["uses"], row["candidate"]))
    return pd.DataFrame(rows[:most], columns=list(COLUMNS))


def _concept(lexicons: Sequence[Lexicon], concept: str) -> tuple[Lexicon, Concept]:
    for lexicon in lexicons:
        for known in lexicon.concepts:
            if known.id == concept:
                return lexicon, known
    listed = sorted(known.id for lexicon in lexicons for known in lexicon.concepts)
    raise SettingsError(
        f"no concept {concept!r} in these lexicons; they have {', '.join(listed[:12])}"
        f"{' …' if len(listed) > 12 else ''}"
    )


def _row(candidate: str, uses: Sequence[GroupUse], totals: Counter[str]) -> dict[str, Any]:
    by_outlet = Counter(use.article.outlet or "" for use in uses)
    return {
        "candidate": candidate,
        "uses": len(uses),
        "articles": len({use.article.id for use in uses}),
        "outlets": len(by_outlet),
        "by_outlet": dict(sorted(by_outlet.items())),
        "g2": _unevenness(by_outlet, totals),
        "lines": [line_of(use) for use in uses[:_LINES]],
    }


def _used_alike(row: Mapping[str, Any], totals: Counter[str]) -> bool:
    """Tell whether several outlets use a word in the proportions in which they name the concept."""
    if len(totals) < _TWO:
        return False
    named, uses = totals.total(), row["uses"]
    outlets = {*totals, *row["by_outlet"]}
    apart = sum(abs(row["by_outlet"].get(o, 0) / uses - totals[o] / named) for o in outlets) / 2
    return bool(apart < _APART)


def _unevenness(by_outlet: Counter[str], totals: Counter[str]) -> float:
    """Return G² of the candidate's uses over outlets against the concept's namings."""
    from math import log

    outlets = sorted(set(by_outlet) | set(totals))
    whole = sum(by_outlet.values()) + sum(totals.values())
    g2 = 0.0
    for counts in (by_outlet, totals):
        row = sum(counts.values())
        for outlet in outlets:
            seen = counts[outlet]
            expected = row * (by_outlet[outlet] + totals[outlet]) / whole
            if seen:
                g2 += 2 * seen * log(seen / expected)
    return round(max(0.0, g2), 3)


def draft_yaml(suggestions: pd.DataFrame, concept: str) -> str:
    """Write suggestions as a draft of variants, each unsourced, its lines as comments.

    Parameters
    ----------
    suggestions : DataFrame
        From `suggest`, or some rows of it.
    concept : str
        The id that candidates are drafted for.

    Returns
    -------
    str
        YAML to be read and changed before it goes into a lexicon.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [["invading troops", "", 1, 2, 1, 1, {"Post": 2}, 0.0, ["Post: The [x]"]]]
    >>> print(draft_yaml(pd.DataFrame(rows, columns=list(COLUMNS)), "foreign-troops"))
    # Candidates for the concept foreign-troops. Review each: keep, drop, look up a source.
    # Until it has one it is "status: unsourced" and off by default.
    variants:
      # invading troops: 2 uses in 1 article (Post 2)
      #   Post: The [x]
      - id: invading-troops
        exact: ["invading troops"]
        status: unsourced
    <BLANKLINE>
    """
    lines = [
        f"# Candidates for the concept {concept}. Review each: keep, drop, look up a source.",
        '# Until it has one it is "status: unsourced" and off by default.',
        "variants:" if len(suggestions) else "variants: []",
    ]
    for row in suggestions.to_dict("records"):
        outlets = ", ".join(f"{name or '–'} {n}" for name, n in row["by_outlet"].items())
        lines.append(
            f"  # {row['candidate']}: {counted(row['uses'], 'use')} in "
            f"{counted(row['articles'], 'article')} ({outlets})"
        )
        lines += [f"  #   {_comment(line)}" for line in row["lines"]]
        lines += [
            f"  - id: {re.sub(r'[^a-z0-9]+', '-', row['candidate']).strip('-') or 'candidate'}",
            f'    exact: ["{row["candidate"]}"]',
            "    status: unsourced",
        ]
    return "\n".join(lines) + "\n"


def _comment(line: str) -> str:
    """Keep a line of an article inside its comment, whatever characters it holds."""
    return "".join(c if c.isprintable() else " " for c in line)
