"""`discover_namings`: what the outlets of one event call differently, and no lexicon knows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

import numpy as np

from framing.curate.facing import facing_groups
from framing.curate.functionwords import STOPS
from framing.curate.groups import Group
from framing.curate.likeness import Likeness, OwnWords, Vectors
from framing.curate.uses import GroupUse, Uses, collect_uses, line_of
from framing.language import calendar, closed
from framing.language.inflection import word_kinds
from framing.passages import align_passages
from framing.passages.aligning import articles_of

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis

__all__ = ["discover_namings"]

COLUMNS = (
    "left", "right", "why", "score", "left_uses", "right_uses", "left_lines", "right_lines",
)  # fmt: skip
_LINES = 3
_TWO = 2
_PER_NAMING = 2
_NEAR, _NEAR_IN_PLACE, _BESIDE = 0.68, 0.35, 0.3
_APART = 0.6
_MOST_GROUPS = 2000
_TIMES = frozenset(calendar.DAYS) | frozenset(calendar.MONTHS) | frozenset(
    "day days week weeks month months year years hour hours minute minutes morning night evening "
    "afternoon weekend time times today".split()
)  # fmt: skip
_EMPTY = frozenset("something anything nothing everything thing things people way lot part".split())


@dataclass(slots=True)
class _Pair:
    """Two namings and what speaks for their naming one thing."""

    left: str
    right: str
    places: int = 0
    near: float | None = None


def discover_namings(
    analysis: Analysis,
    event: str,
    *,
    vectors: Vectors | Any | None = None,
    most: int = 20,
    within: str = "event",
) -> pd.DataFrame:
    """List pairs of words by which the articles of one event seem to name one thing.

    Two noun groups are paired where they stand in the same place of aligned sentences, or where
    they are near each other in their words and in what stands beside them, in word vectors, and
    different outlets use them. Left out are pairs that a lexicon of the analysis has in one
    concept, a person's name with and without title, and words for days and amounts. They are
    leads to be read, line by line: no statistic is made of them.

    Parameters
    ----------
    analysis : Analysis
        Of articles with events.
    event : str
        An event of two or more articles.
    vectors : framing.learn.CorpusVectors or WordVectors, optional
        Fitted on many articles such as these; without them only the same words are near.
    most : int
        Most pairs.
    within : str
        What pairs articles, as in `compare`: a column whose value `event` is, or ``day``,
        ``month``, ``quarter``, ``year`` of their dates.

    Returns
    -------
    pandas.DataFrame
        left, right (the words), why, score (a rank only), left_uses and right_uses
        ({outlet: uses}), left_lines and right_lines (up to three in context); the best first.

    Raises
    ------
    ComparisonError
        When the event is unknown or has fewer than two articles, or `within` is no column.
    SettingsError
        When the vectors are none.

    Examples
    --------
    >>> from framing import Article, analyze
    >>> texts = ("The bill would let the lodgers of Tarn stay in rent-free homes.",
    ...          "The bill would let the squatters of Tarn stay in rent-free homes.")
    >>> articles = [Article(str(i), "AB"[i], "tarn", text=text) for i, text in enumerate(texts)]
    >>> found = discover_namings(analyze(articles, sentiment=False), "tarn")
    >>> found[["left", "right", "left_uses"]].iloc[0].tolist()
    ['lodgers', 'squatters', {'A': 1}]
    """
    import pandas as pd

    articles = articles_of(analysis.articles, event, within)
    pairs = align_passages(analysis, event, within=within).pairs
    uses = collect_uses(articles)
    concepts = _concepts(analysis, {article.id for article in articles}, uses)
    likeness = Likeness(OwnWords(uses.by_key) if vectors is None else vectors)
    found: dict[tuple[str, str], _Pair] = {}
    for left, right in _placed(pairs, {article.id: article.text for article in articles}):
        key = (min(left, right), max(left, right))
        pair = found.setdefault(key, _Pair(*key))
        pair.places += 1
    for pair in _near(uses, likeness):
        found.setdefault((pair.left, pair.right), pair).near = pair.near
    if vectors is not None:
        for pair in found.values():
            if pair.near is None:
                pair.near = _cosine(likeness, pair.left, pair.right)
    kept = [
        pair
        for pair in found.values()
        if not concepts[pair.left] & concepts[pair.right] and _telling(pair, uses)
    ]
    said = "share words" if vectors is None else "near in the word vectors"
    rows = [_row(pair, uses, said) for pair in kept]
    rows.sort(key=lambda row: (-row["score"], row["left"], row["right"]))
    return pd.DataFrame(_few_each(rows, most), columns=list(COLUMNS))


def _concepts(analysis: Analysis, ids: set[str], uses: Uses) -> Mapping[str, set[str]]:
    """Return the concepts by which the lexicons know each noun group, somewhere in the event."""
    mentions = analysis.mentions[analysis.mentions["article_id"].isin(ids)]
    spans: dict[tuple[str, str], list[tuple[int, int, str]]] = defaultdict(list)
    for article, name, start, end, concept in zip(
        *(mentions[name] for name in ("article_id", "field", "start", "end", "concept")),
        strict=True,
    ):
        spans[article, name].append((start, end, concept))
    found: dict[str, set[str]] = defaultdict(set)
    for key, of_key in uses.by_key.items():
        for use in of_key:
            for start, end, concept in spans.get((use.article.id, use.field), ()):
                if start < use.group.end <= end:
                    found[key].add(concept)
    return found


def _placed(pairs: pd.DataFrame, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the namings that face each other in aligned sentences of different outlets."""
    for row in pairs.to_dict("records"):
        if row["left_outlet"] == row["right_outlet"]:
            continue
        left, right = (
            (texts[row[f"{side}_article_id"]], row[f"{side}_start"], row[f"{side}_end"])
            for side in ("left", "right")
        )
        for group in facing_groups(left, right):
            if not _trivial(group.left, group.right):
                yield group.left.key, group.right.key


def _trivial(left: Group, right: Group) -> bool:
    """Tell whether two groups are a name and its longer form, or a thing and a part of its name."""
    ours, theirs = set(left.words), set(right.words)
    if left.name and right.name:
        return True
    return ours <= theirs or theirs <= ours


def _near(uses: Uses, likeness: Likeness) -> Iterator[_Pair]:
    """Yield pairs of common nouns that are near each other and that different outlets use."""
    keys = [
        key
        for key, of_key in uses.by_key.items()
        if sum(use.group.name for use in of_key) * 2 < len(of_key) and len(key) > _TWO + 1
    ]
    keys = sorted(keys, key=lambda key: (-len(uses.by_key[key]), key))[:_MOST_GROUPS]
    if len(keys) < _TWO:
        return
    words = np.array([likeness.words(uses.by_key[key][0].group.words) for key in keys])
    beside = np.array([likeness.beside(use.beside for use in uses.by_key[key]) for key in keys])
    by_words, by_places = words @ words.T, beside @ beside.T
    likely = (by_words >= _NEAR) & (by_places >= _BESIDE)
    for i, j in zip(*np.nonzero(np.triu(likely, 1)), strict=True):
        left, right = sorted((keys[i], keys[j]))
        ours, theirs = uses.by_key[left], uses.by_key[right]
        if _trivial(ours[0].group, theirs[0].group) or len(ours) + len(theirs) < _TWO + 1:
            continue
        if _apart(ours, theirs) >= _APART:
            value = float(by_words[i, j] + 0.5 * by_places[i, j])
            yield _Pair(left, right, near=value)


def _cosine(likeness: Likeness, left: str, right: str) -> float:
    return float(likeness.words(left.split()) @ likeness.words(right.split()))


def _apart(left: Sequence[GroupUse], right: Sequence[GroupUse]) -> float:
    """Return half the summed difference of the two namings' shares by outlet, 0 to 1."""
    ours, theirs = (Counter(use.article.outlet or "" for use in some) for some in (left, right))
    return (
        sum(
            abs(ours[outlet] / len(left) - theirs[outlet] / len(right))
            for outlet in {*ours, *theirs}
        )
        / 2
    )


def _telling(pair: _Pair, uses: Uses) -> bool:
    """Leave out days, amounts, empty words, spellings of one word, unlike words that met once."""
    sides = pair.left.split(), pair.right.split()
    if any(not uses.by_key.get(key) for key in (pair.left, pair.right)):
        return False
    for words in sides:
        if words[-1] in _TIMES | _EMPTY or words[0] in closed.NUMBERS or words[0].isdigit():
            return False
        if all(word in STOPS for word in words):
            return False
    if _letters(pair.left) == _letters(pair.right):
        return False
    if not all(_may_name(words[-1]) for words in sides) or _two_of_a_kind(*sides):
        return False
    return not (pair.places and pair.near is not None and pair.places < _TWO
                and pair.near < _NEAR_IN_PLACE)  # fmt: skip


def _letters(key: str) -> str:
    """Return a naming without what spelling varies in: "e-mails" is "email"."""
    return "".join(c for c in key if c.isalpha()).removesuffix("s")


def _two_of_a_kind(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether two proper names tell two things of one kind apart: "Tarn fair", "Osk fair"."""
    if left[-1] != right[-1] or min(len(left), len(right)) < _TWO:
        return False
    return not word_kinds(left[0]) and not word_kinds(right[0])


def _may_name(word: str) -> bool:
    kinds = word_kinds(word)
    return not kinds or "NOUN" in kinds


def _row(pair: _Pair, uses: Uses, near: str) -> dict[str, Any]:
    sides = uses.by_key[pair.left], uses.by_key[pair.right]
    why = []
    if pair.places:
        why.append(f"in the same place of {pair.places} aligned passages")
    if pair.near is not None:
        why.append(f"{near} ({pair.near:.2f})")
    apart = _apart(*sides)
    score = 0.5 * min(pair.places, 3) + (pair.near or 0) + apart * log(1 + sum(map(len, sides))) / 5
    by_outlet = [Counter(use.article.outlet or "" for use in side) for side in sides]
    return {
        "left": pair.left,
        "right": pair.right,
        "why": "; ".join(why),
        "score": round(score, 3),
        **{
            f"{name}_uses": dict(sorted(counts.items()))
            for name, counts in zip(("left", "right"), by_outlet, strict=True)
        },
        **{
            f"{name}_lines": [line_of(use) for use in side[:_LINES]]
            for name, side in zip(("left", "right"), sides, strict=True)
        },
    }


def _few_each(rows: Sequence[dict[str, Any]], most: int) -> list[dict[str, Any]]:
    """Keep the best pairs, two a naming at most, lest one frequent word fill the list."""
    seen: Counter[str] = Counter()
    kept = []
    for row in rows:
        if max(seen[row["left"]], seen[row["right"]]) < _PER_NAMING:
            seen.update((row["left"], row["right"]))
            kept.append(row)
    return kept[:most]
