"""`suggest_variants`: what else a corpus calls a concept, as a draft for a person to review."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.articles import documents
from framing.curate.grammar import STOPS
from framing.errors import SettingsError
from framing.language import WORD, has_letter
from framing.lexicon import Concept, Lexicon
from framing.lexicon.forms import forms_of
from framing.values import Article

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis

__all__ = ["draft_yaml", "suggest_variants"]

COLUMNS = ("candidate", "around", "uses", "articles", "outlets", "by_outlet", "g2", "lines")
_LINES = 5
_WIDTH = 45


class _Use(NamedTuple):
    words: str
    around: str
    article: Article
    start: int
    end: int
    text: str


def suggest_variants(analysis: Analysis, concept: str, *, least: int = 2) -> pd.DataFrame:
    """Propose candidate variants of a concept from a corpus.

    A candidate is a group of two or three words that ends in a word which known variants end in
    ("… forces"), or begins with one that loaded variants begin with ("occupation …"), and is no
    form of any variant yet. A form in a lexicon needs evidence; these are only leads.

    Parameters
    ----------
    analysis : Analysis
        Of the corpus, with the lexicon that holds the concept.
    concept : str
        The concept's id.
    least : int
        Fewest uses for a candidate.

    Returns
    -------
    pandas.DataFrame
        candidate, around (the head or opening it shares), uses, articles, outlets, by_outlet
        ({outlet: uses}), g2 (how unevenly the outlets use it beside the concept's namings, a
        rank only), lines (up to five in context); the most uneven first.

    Raises
    ------
    SettingsError
        When no lexicon of the analysis has the concept.

    Examples
    --------
    >>> from framing import Article, analyze
    >>> text = "The rogue troops came. Rogue troops left. Foreign troops stayed."
    >>> analysis = analyze([Article("a", outlet="Post", text=text)], "foreign-forces",
    ...     sentiment=False)
    >>> suggest_variants(analysis, "foreign-troops")["candidate"].tolist()
    ['rogue troops']
    """
    import pandas as pd

    lexicon, found = _concept(analysis.lexicons, concept)
    heads, openings, known = _shape(lexicon, found)
    uses: dict[str, list[_Use]] = defaultdict(list)
    for article in analysis.articles:
        for use in _candidates(article, heads, openings, known):
            uses[use.words].append(use)
    totals = _outlet_totals(analysis, concept)
    rows = [
        _row(words, of_word, totals) for words, of_word in uses.items() if len(of_word) >= least
    ]
    rows.sort(key=lambda row: (-row["g2"], -row["uses"], row["candidate"]))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _concept(lexicons: Sequence[Lexicon], concept: str) -> tuple[Lexicon, Concept]:
    for lexicon in lexicons:
        for one in lexicon.concepts:
            if one.id == concept:
                return lexicon, one
    known = sorted(one.id for lexicon in lexicons for one in lexicon.concepts)
    raise SettingsError(
        f"no concept {concept!r} in these lexicons; they have {', '.join(known[:12])}"
        f"{' …' if len(known) > 12 else ''}"
    )


def _shape(lexicon: Lexicon, concept: Concept) -> tuple[set[str], set[str], set[str]]:
    """Return the last words of all variants, the first words of loaded ones, and all forms."""
    heads, openings, known = set(), set(), set()
    forms = forms_of(lexicon)[lexicon.concepts.index(concept)]
    for variant, of_variant in zip(concept.variants, forms, strict=True):
        for form in of_variant:
            words = [w for w in form.text.lower().split() if not w.startswith("{")]
            if not words or form.part == "verbs":
                continue
            known.add(" ".join(words))
            heads.add(words[-1])
            if variant.intensity and len(words) > 1 and words[0] not in STOPS:
                openings.add(words[0])
    return heads, openings, known


def _candidates(
    article: Article, heads: set[str], openings: set[str], known: set[str]
) -> Iterator[_Use]:
    for document in documents(article):
        text = document.text
        for _, (start, end) in document.counted:
            words = [one for one in WORD.finditer(text, start, end) if has_letter(one.group())]
            low = [word.group().lower() for word in words]
            for place, word in enumerate(low):
                if word in heads:
                    first = place - 1
                elif place + 1 < len(low) and word in openings:
                    first, place = place, place + 1
                else:
                    continue
                if first < 0 or low[first] in STOPS or low[place] in STOPS:
                    continue
                group = f"{low[first]} {low[place]}"
                gap = text[words[first].end() : words[place].start()]
                if gap.strip() or group in known:
                    continue
                around = word if word in heads else low[first]
                span = words[first].start(), words[place].end()
                yield _Use(group, around, article, *span, text)


def _outlet_totals(analysis: Analysis, concept: str) -> Counter[str]:
    named = analysis.mentions[analysis.mentions["concept"] == concept]
    return Counter(named["outlet"].fillna("").tolist())


def _row(words: str, uses: list[_Use], totals: Counter[str]) -> dict[str, Any]:
    by_outlet = Counter(use.article.outlet or "" for use in uses)
    return {
        "candidate": words,
        "around": uses[0].around,
        "uses": len(uses),
        "articles": len({use.article.id for use in uses}),
        "outlets": len(by_outlet),
        "by_outlet": dict(sorted(by_outlet.items())),
        "g2": _unevenness(by_outlet, totals),
        "lines": [_line(use) for use in uses[:_LINES]],
    }


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


def _line(use: _Use) -> str:
    left = " ".join(use.text[max(0, use.start - 3 * _WIDTH) : use.start].split())[-_WIDTH:]
    right = " ".join(use.text[use.end : use.end + 3 * _WIDTH].split())[:_WIDTH]
    middle = " ".join(use.text[use.start : use.end].split())
    return f"{use.article.outlet or use.article.id}: {left} [{middle}] {right}".strip()


def draft_yaml(suggestions: pd.DataFrame, concept: str) -> str:
    """Write suggestions as a draft of variants, each unsourced, its lines as comments.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [["invading troops", "troops", 2, 1, 1, {"Post": 2}, 0.0, ["Post: The [x]"]]]
    >>> print(draft_yaml(pd.DataFrame(rows, columns=list(COLUMNS)), "foreign-troops"))
    # Candidates for the concept foreign-troops. Review each: keep, drop, look up a source.
    # Until it has one it is "status: unsourced" and off by default.
    variants:
      # invading troops: 2 uses in 1 articles (Post 2)
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
            f"  # {row['candidate']}: {row['uses']} uses in {row['articles']} articles ({outlets})"
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
