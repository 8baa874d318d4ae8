"""`suggest_variants`: what else a corpus calls a concept, as a draft for a person to review."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from framing.curate.beside import beside_names
from framing.curate.facing import facing_groups
from framing.curate.grammar import STOPS
from framing.curate.likeness import Likeness, Vectors, initials
from framing.curate.uses import GroupUse, Uses, collect_uses, line_of
from framing.errors import SettingsError
from framing.language.inflection import word_kinds
from framing.lexicon import Concept, Lexicon
from framing.lexicon.forms import forms_of
from framing.passages import align_passages

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis

__all__ = ["draft_yaml", "suggest_variants"]

COLUMNS = ("candidate", "why", "score", "uses", "articles", "outlets", "by_outlet", "g2", "lines")
_LINES = 5
_MOST_CONTEXTS = 60
_MOST_NAMES = 8
_TWO = 2
_NEAR, _NEAR_TOO, _ALONE = 0.85, 0.4, 0.9
_APART = 0.15
"""Half the summed difference of two distributions over outlets under which they are alike."""


def suggest_variants(
    analysis: Analysis,
    concept: str,
    *,
    least: int = 2,
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
    least : int
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
    known = _known(analysis, lexicon, found, uses)
    near = None if vectors is None else _Near(Likeness(vectors), known)
    facing, titles = _facing(analysis, known), beside_names(uses, known.spans)
    totals = Counter(known.outlets)
    rows = []
    for key, of_key in uses.by_key.items():
        fresh = [use for use in of_key if not known.covers(use)]
        if len(fresh) < least or key in known.forms:
            continue
        score, why = _evidence(fresh, known, near, facing, titles)
        row = _row(key, fresh, totals)
        if not why or (len(why) == 1 and why[0].startswith("near") and _used_alike(row, totals)):
            continue
        rows.append({**row, "why": "; ".join(why), "score": round(score, 3)})
    rows.sort(key=lambda row: (-row["score"], -row["uses"], row["candidate"]))
    return pd.DataFrame(rows[:most], columns=list(COLUMNS))


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


@dataclass(frozen=True, slots=True)
class _Known:
    """What names the concept already: forms, their last words, openings, and where they stand."""

    forms: frozenset[str]
    heads: frozenset[str]
    openings: frozenset[str]
    spans: Mapping[tuple[str, str], Sequence[tuple[int, int]]]
    uses: Sequence[GroupUse]
    outlets: Sequence[str]
    initials: frozenset[str]
    proper: bool = False

    def covers(self, use: GroupUse) -> bool:
        """Tell whether a mention of the concept covers the whole of a noun group."""
        spans = self.spans.get((use.article.id, use.field), ())
        return any(a <= use.group.start and use.group.end <= b for a, b in spans)

    def touches(self, article_id: str, start: int, end: int) -> bool:
        """Tell whether a mention of the concept in the text ends within a stretch."""
        return any(start < b <= end for _, b in self.spans.get((article_id, "text"), ()))


def _known(analysis: Analysis, lexicon: Lexicon, concept: Concept, uses: Uses) -> _Known:
    forms, heads, openings = set(), set(), set()
    of_variants = forms_of(lexicon)[lexicon.concepts.index(concept)]
    for variant, of_variant in zip(concept.variants, of_variants, strict=True):
        for form in of_variant:
            words = [w for w in form.text.lower().split() if not w.startswith("{")]
            if not words or form.part == "verbs":
                continue
            forms.add(" ".join(words))
            heads.add(_single(words[-1]))
            if variant.intensity and len(words) > 1 and words[0] not in STOPS:
                openings.add(words[0])
    named = analysis.mentions[analysis.mentions["concept"] == concept.id]
    spans: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for article, name, start, end in zip(
        named["article_id"], named["field"], named["start"], named["end"], strict=True
    ):
        spans[article, name].append((start, end))
    known = _Known(
        frozenset(forms), frozenset(heads), frozenset(openings - heads), spans, [],
        named["outlet"].fillna("").tolist(),
        frozenset(initials(form.split()) for form in forms if form.count(" ") >= _TWO),
    )  # fmt: skip
    covered = [use for of_key in uses.by_key.values() for use in of_key if known.covers(use)]
    return replace(known, uses=covered, proper=_proper(covered))


class _Near:
    """How near noun groups are to the concept's names, in words and in what stands beside them."""

    def __init__(self, likeness: Likeness, known: _Known) -> None:
        self._likeness = likeness
        keys = Counter(use.group.words for use in known.uses)
        words = [words for words, _ in keys.most_common(_MOST_NAMES)] or [
            tuple(form.split()) for form in sorted(known.forms)
        ]
        self._names = [likeness.words(each) for each in words]
        self._beside = likeness.beside(use.beside for use in known.uses[:_MOST_CONTEXTS])

    def to(self, words: Sequence[str], uses: Sequence[GroupUse], bar: float) -> float:
        """Return cosine by words plus half the cosine by surroundings; 0 where under the bar."""
        vector = self._likeness.words(words)
        by_words = max(float(vector @ name) for name in self._names)
        if by_words + 0.5 < bar:
            return 0.0  # whatever stands beside it
        beside = self._likeness.beside(use.beside for use in uses[:_MOST_CONTEXTS])
        return by_words + 0.5 * float(beside @ self._beside)


def _facing(analysis: Analysis, known: _Known) -> Counter[str]:
    """Count how often a group stands where the concept does in another account of the event."""
    texts = {article.id: article.text for article in analysis.articles}
    named = {article for article, _ in known.spans}
    events: dict[str, set[str]] = defaultdict(set)
    for article in analysis.articles:
        if article.event:
            events[article.event].add(article.id)
    found: Counter[str] = Counter()
    for event, ids in events.items():
        if len(ids) < _TWO or not ids & named:
            continue
        for row in align_passages(analysis, event).pairs.to_dict("records"):
            sides = [
                (row[f"{side}_article_id"], row[f"{side}_start"], row[f"{side}_end"])
                for side in ("left", "right")
            ]
            if not any(known.touches(*side) for side in sides):
                continue
            left, right = ((texts[article], start, end) for article, start, end in sides)
            for one in facing_groups(left, right):
                ours = known.touches(sides[0][0], one.left.start, one.left.end)
                theirs = known.touches(sides[1][0], one.right.start, one.right.end)
                if ours != theirs:
                    found[one.right.key if ours else one.left.key] += 1
    return found


def _evidence(
    uses: Sequence[GroupUse],
    known: _Known,
    near: _Near | None,
    facing: Counter[str],
    titles: Counter[str],
) -> tuple[float, list[str]]:
    """Add up what speaks for a candidate, in numbers and in words; nothing is 0."""
    words, key = uses[0].group.words, uses[0].group.key
    score, why = 0.0, []
    if facing[key]:
        score += 0.5 + 0.25 * min(facing[key], 3)
        why.append(f"stands in its place in {facing[key]} aligned passages")
    if titles[key]:
        score += 0.5 + 0.25 * min(titles[key], 3)
        why.append(f"stands beside it as its title or apposition {titles[key]} times")
    if _by_initials(words, known):
        score += 1
        why.append("the same by its initials")
    shared = _shared(uses, known)
    if shared:
        score += 0.75
        why.append(f'shares "{shared}"')
    elif not why and (_of_it(words, known) or _another_name(uses, known)):
        return 0.0, []
    if near is None:
        return score, why
    if not why and (known.proper or _proper(uses)):
        return 0.0, []
    bar = _NEAR_TOO if why else _NEAR
    likeness = near.to(words, uses, bar)
    if likeness >= bar:
        return score + likeness, [*why, f"near in the word vectors ({likeness:.2f})"]
    return (score, why) if score > _ALONE else (0.0, [])


def _single(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _by_initials(words: Sequence[str], known: _Known) -> bool:
    """Tell whether a group spells a form by its first letters, or the other way round: DNC."""
    if len(words) > 1:
        return len(words) > _TWO and initials(words) in known.forms
    return words[0].replace(".", "") in known.initials


def _shared(uses: Sequence[GroupUse], known: _Known) -> str | None:
    """Return the word by which a group is likely to name the concept too.

    The last word of one of its forms ("rogue *troops*"), the first of a loaded one; among the
    words of a person's name any of them.
    """
    words, name = uses[0].group.words, uses[0].group.name
    if _single(words[-1]) in known.heads:
        return words[-1]
    if words[0] in known.openings and len(words) > 1:
        return words[0]
    if name and not word_kinds(words[-1]):
        return next((word for word in words if word in known.forms), None)
    return None


def _of_it(words: Sequence[str], known: _Known) -> bool:
    """Tell whether a group names something beside the concept: "troop movements", "Iran"."""
    within = {word for form in known.forms for word in form.split()[:-1]}
    return words[-1] in within or any(_single(word) in known.heads for word in words[:-1])


def _another_name(uses: Sequence[GroupUse], known: _Known) -> bool:
    """Tell whether a group and the concept's names are proper names, and so of two things."""
    return known.proper and _proper(uses)


def _proper(uses: Sequence[GroupUse]) -> bool:
    return sum(use.group.name for use in uses) * 2 > len(uses)


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

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [["invading troops", "", 1, 2, 1, 1, {"Post": 2}, 0.0, ["Post: The [x]"]]]
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
