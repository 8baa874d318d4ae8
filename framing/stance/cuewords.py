"""The word classes that stance reads, compiled once into one automaton."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from framing.stance.bytefold import fold
from framing.values import Span

__all__ = ["CUE_LEXICONS", "WordFinder", "cue_words", "finder_of", "word_set"]

CUE_LEXICONS = ("stance-cues", "harm-verbs", "persons", "passives")
"""Ids of the lexicons of kind ``cues`` that `find_cues` reads."""

_EXCEPT = "-except"
_LOOKED_UP = ("participle", "not-participle")  # asked for word by word, never searched for

Found = tuple[int, int, str]
_start = itemgetter(1)


class WordFinder:
    """Finds the words and phrases of many classes in one pass over a folded text.

    A class called ``X-except`` lists phrases in which the words of class X (and of X-*) do not
    count. Within one class the leftmost longest phrase wins; classes may overlap each other.

    Parameters
    ----------
    classes
        Word or phrase → the classes it belongs to, as ``word_classes`` of the lexicon room.

    Examples
    --------
    >>> words = {"may": ["modal"], "no doubt": ["booster", "negation-except"], "no": ["negation"]}
    >>> WordFinder(words).find(fold("It may, no doubt."))
    [(3, 6, 'modal'), (8, 16, 'booster')]
    """

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        merged: dict[bytes, list[str]] = {}
        for phrase, names in sorted(classes.items()):
            pattern = b" " + b" ".join(fold(phrase).split()) + b" "
            if pattern.strip():
                kinds = merged.setdefault(pattern, [])
                kinds.extend(name for name in names if name not in kinds)
        self._kinds = [tuple(sorted(kinds)) for kinds in merged.values()]
        self._only = [
            kinds[0] if len(kinds) == 1 and not kinds[0].endswith(_EXCEPT) else None
            for kinds in self._kinds
        ]
        # As fast as a full table, and less of it has left the cache between two texts.
        compact = Implementation.ContiguousNFA
        automaton = BytesAhoCorasick(list(merged), implementation=compact)
        self._search = automaton.find_matches_as_indexes

    def find(self, folded: bytes) -> list[Found]:
        """Return (start, end, class), by start, then longest, then class; offsets into the text."""
        hits = self._search(folded, overlapping=True)
        hits.reverse()  # they come in the order of their ends; of one start the longest is first
        hits.sort(key=_start)
        only = self._only
        guarded: dict[str, list[Span]] = {}
        taken: dict[str, int] = {}
        found: list[Found] = []
        for pattern, start, end in hits:
            end -= 2
            name = only[pattern]
            if name is not None:
                if start >= taken.get(name, 0):
                    taken[name] = end
                    found.append((start, end, name))
                continue
            for name in self._kinds[pattern]:
                if start < taken.get(name, 0):
                    continue
                taken[name] = end
                if name.endswith(_EXCEPT):
                    guarded.setdefault(name[: -len(_EXCEPT)], []).append((start, end))
                else:
                    found.append((start, end, name))
        if not guarded:
            return found
        held = {name: spans for name in taken if (spans := _spans_of(name, guarded))}
        return [hit for hit in found if hit[2] not in held or not _inside(hit, held[hit[2]])]


def _spans_of(name: str, guarded: Mapping[str, list[Span]]) -> list[Span]:
    """Return the excepted phrases of a class, its own or those of the class it is part of."""
    return guarded.get(name) or guarded.get(name.split("-", 1)[0]) or []


def _inside(hit: Found, spans: Sequence[Span]) -> bool:
    """Tell whether a hit lies inside one of the phrases that its class excepts.

    These stand in order and never overlap, so that only the last before the hit can hold it.
    """
    at = bisect_right(spans, hit[0], key=itemgetter(0)) - 1
    return at >= 0 and hit[1] <= spans[at][1]


def finder_of(lexicons: Sequence[str], *, leave_out: Collection[str] = ()) -> WordFinder:
    """Compile the classes of several lexicons of kind ``cues`` into one finder."""
    from framing.lexicon import word_classes

    merged: dict[str, list[str]] = {}
    for lexicon in lexicons:
        for phrase, names in word_classes(lexicon).items():
            kept = [name for name in names if name not in leave_out]
            if kept:
                merged.setdefault(phrase, []).extend(kept)
    return WordFinder(merged)


@lru_cache(maxsize=1)
def cue_words() -> WordFinder:
    """Return the finder over all of `CUE_LEXICONS`, compiled on first use."""
    return finder_of(CUE_LEXICONS, leave_out=_LOOKED_UP)


@lru_cache(maxsize=16)
def word_set(lexicon: str, name: str) -> frozenset[bytes]:
    """Return the single folded words of one class, to be looked up word by word."""
    from framing.lexicon import word_classes

    phrases = (
        fold(phrase).split() for phrase, names in word_classes(lexicon).items() if name in names
    )
    return frozenset(words[0] for words in phrases if len(words) == 1)
