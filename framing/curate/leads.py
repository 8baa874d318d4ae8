"""What speaks for a noun group's naming a concept: places, titles, initials, words, vectors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.curate.facing import facing_groups
from framing.curate.functionwords import STOPS
from framing.curate.groups import parted
from framing.curate.likeness import Likeness, initials
from framing.curate.titledgroups import namesake, own_given
from framing.curate.uses import GroupUse, Uses
from framing.language.inflection import word_kinds
from framing.lexicon import Concept, Lexicon
from framing.lexicon.forms import forms_of
from framing.passages import align_passages

if TYPE_CHECKING:
    from framing.analysis import Analysis

__all__ = ["Known", "Near", "facing", "known_names", "weigh"]

_MOST_CONTEXTS = 60
_MOST_NAMES = 8
_TWO = 2
_NEAR, _NEAR_TOO, _ALONE = 0.85, 0.4, 0.9
_NEAR_ONCE = 0.7
_TOGETHER = 0.25


@dataclass(frozen=True, slots=True)
class Known:
    """What names the concept already: forms, their last words, openings, and where they stand."""

    forms: frozenset[str]
    heads: frozenset[str]
    openings: frozenset[str]
    spans: Mapping[tuple[str, str], Sequence[tuple[int, int]]]
    uses: Sequence[GroupUse]
    outlets: Sequence[str]
    initials: frozenset[str]
    proper: bool = False
    given: str | None = None

    def covers(self, use: GroupUse) -> bool:
        """Tell whether a mention of the concept covers the whole of a noun group."""
        spans = self.spans.get((use.article.id, use.field), ())
        return any(a <= use.group.start and use.group.end <= b for a, b in spans)

    def in_one_sentence(self, uses: Sequence[GroupUse]) -> bool:
        """Tell whether more than a few of a group's uses stand in a sentence with a mention."""
        together = 0
        for use in uses:
            start, end = use.sentence
            spans = self.spans.get((use.article.id, use.field), ())
            together += any(start <= a < end for a, _ in spans)
        return together > max(_TWO, _TOGETHER * len(uses))

    def touches(self, article_id: str, start: int, end: int) -> bool:
        """Tell whether a mention of the concept in the text ends within a stretch."""
        return any(start < b <= end for _, b in self.spans.get((article_id, "text"), ()))


def known_names(analysis: Analysis, lexicon: Lexicon, concept: Concept, uses: Uses) -> Known:
    """Gather the forms of a concept, where they stand, and the noun groups they cover."""
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
    known = Known(
        frozenset(forms), frozenset(heads), frozenset(openings - heads), spans, [],
        named["outlet"].fillna("").tolist(),
        frozenset(initials(form.split()) for form in forms if form.count(" ") >= _TWO),
    )  # fmt: skip
    covered = [use for of_key in uses.by_key.values() for use in of_key if known.covers(use)]
    texts = {(use.article.id, use.field): use.text for of in uses.by_key.values() for use in of}
    return replace(known, uses=covered, proper=_proper(covered), given=own_given(texts, spans))


class Near:
    """How near noun groups are to the concept's names, in words and in what stands beside them."""

    def __init__(self, likeness: Likeness, known: Known) -> None:
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


def facing(analysis: Analysis, known: Known) -> Counter[str]:
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
            for group in facing_groups(left, right):
                ours = known.touches(sides[0][0], group.left.start, group.left.end)
                theirs = known.touches(sides[1][0], group.right.start, group.right.end)
                if ours != theirs:
                    found[group.right.key if ours else group.left.key] += 1
    return found


def weigh(
    uses: Sequence[GroupUse],
    known: Known,
    near: Near | None,
    places: Counter[str],
    titles: Counter[str],
) -> tuple[float, list[str]]:
    """Add up what speaks for a candidate, in numbers and in words; nothing is 0."""
    words, key = uses[0].group.words, uses[0].group.key
    score, why = 0.0, []
    if places[key]:
        score += 0.5 + 0.25 * min(places[key], 3)
        why.append(f"stands in its place in {places[key]} aligned passages")
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
    if not why and known.proper != _proper(uses):
        return 0.0, []
    bar = _NEAR_TOO if why else _NEAR
    if len(why) == 1 and places[key] + titles[key] == 1:
        bar = _NEAR_ONCE  # once may be chance
    likeness = near.to(words, uses, bar)
    if likeness >= bar and not why and known.in_one_sentence(uses):
        return 0.0, []  # what is told of the concept is not the concept
    if likeness >= bar:
        return score + likeness, [*why, f"near in the word vectors ({likeness:.2f})"]
    return (score, why) if score > _ALONE else (0.0, [])


def _single(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _by_initials(words: Sequence[str], known: Known) -> bool:
    """Tell whether a group spells a form by its first letters, or the other way round: DNC."""
    if len(words) > 1:
        return len(words) > _TWO and initials(words) in known.forms
    return words[0].replace(".", "") in known.initials


def _shared(uses: Sequence[GroupUse], known: Known) -> str | None:
    """Return the word by which a group is likely to name the concept too.

    The last word of one of its forms ("rogue *troops*"), the first of a loaded one; among the
    words of a person's name any of them.
    """
    words, name = uses[0].group.words, uses[0].group.name
    if _single(words[-1]) in known.heads:
        last = uses[0].group.end - len(words[-1])
        return None if namesake(uses[0].text, last, known.given) else words[-1]
    if words[0] in known.openings and len(words) > 1:
        return words[0]
    if name and not word_kinds(words[-1]):
        return next((word for word in words if word in known.forms), None)
    return None


def _of_it(words: Sequence[str], known: Known) -> bool:
    """Tell whether a group names something beside the concept: "troop movements", "Iran"."""
    within = {word for form in known.forms for word in form.split()[:-1]}
    return words[-1] in within or any(_single(word) in known.heads for word in words[:-1])


def _another_name(uses: Sequence[GroupUse], known: Known) -> bool:
    """Tell whether a group and the concept's names are names, and so of two things.

    A name that ends in a word of the language may be another of one thing: "Care Act".
    """
    return known.proper and _proper(uses) and not word_kinds(uses[0].group.words[-1])


def _proper(uses: Sequence[GroupUse]) -> bool:
    """Tell whether most uses are names, or a title and a name ("former mayor Orla Venn")."""
    return sum(use.group.name or bool(parted(use.text, use.group)) for use in uses) * 2 > len(uses)
