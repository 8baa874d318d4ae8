"""Which noun groups of two sentences that tell the same thing stand in the same place."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from framing.curate.groups import Group, noun_groups
from framing.language import WORD

__all__ = ["Facing", "facing_groups"]

_MOST_WORDS = 120
_BESIDE = 2


class Facing(NamedTuple):
    """Two noun groups that face each other, each in its own text.

    `how` is ``place`` (different words between the same words) or ``head`` (the same last word,
    other words before it).
    """

    left: Group
    right: Group
    how: Literal["place", "head"]


class _Facing(NamedTuple):
    stems: list[str]
    groups: list[Group]
    words: list[range]

    def within(self, first: int, last: int) -> list[int]:
        """Return the groups of which a word stands between two words."""
        return [n for n, run in enumerate(self.words) if run.start < last and first < run.stop]


def facing_groups(left: tuple[str, int, int], right: tuple[str, int, int]) -> list[Facing]:
    """Pair the noun groups that two sentences use at the same place of the same statement.

    The words of both are aligned; where hardly more than one noun group each stands between the
    same words, the two face each other. A group that the other sentence also has, in whatever
    place, is none.

    Parameters
    ----------
    left, right : tuple of (str, int, int)
        A text, and the start and end of the sentence in it. Of a sentence longer than 120 words
        the first 120 are read.

    Examples
    --------
    >>> sides = [(text, 0, len(text)) for text in (
    ...     "The bill would deport illegal aliens who work.",
    ...     "The bill would deport undocumented migrants who work.")]
    >>> [(one.left.key, one.right.key, one.how) for one in facing_groups(*sides)]
    [('illegal aliens', 'undocumented migrants', 'place')]
    """
    sides = _side(*left), _side(*right)
    matcher = SequenceMatcher(None, sides[0].stems, sides[1].stems, autojunk=False)
    aligned = {
        block.a + step: block.b + step
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
    keys = [{_plain(group.key) for group in side.groups} for side in sides]
    found = _same_heads(*sides, aligned)
    taken = {id(pair.left) for pair in found}
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "replace":
            continue
        rows = [
            [n for n in side.within(first, last) if side.words[n][-1] in range(first, last)]
            for side, first, last in ((sides[0], i1, i2), (sides[1], j1, j2))
        ]
        ours, theirs = (
            [side.groups[n] for n in row if _plain(side.groups[n].key) not in other]
            for side, row, other in zip(sides, rows, reversed(keys), strict=True)
        )
        tight = all(
            len(row) == 1 and last - first <= len(side.words[row[0]]) + _BESIDE
            for side, row, first, last in zip(sides, rows, (i1, j1), (i2, j2), strict=True)
        )
        if tight and ours and theirs and id(ours[0]) not in taken:
            found.append(Facing(ours[0], theirs[0], "place"))
    return found


def _side(text: str, start: int, end: int) -> _Facing:
    words = list(WORD.finditer(text, start, end))[:_MOST_WORDS]
    if words:
        end = words[-1].end()
    groups = noun_groups(text, start, end)
    runs, at = [], 0
    for group in groups:
        while words[at].end() <= group.start:
            at += 1
        last = at
        while last + 1 < len(words) and words[last + 1].start() < group.end:
            last += 1
        runs.append(range(at, last + 1))
    return _Facing([_plain(word.group()) for word in words], groups, runs)


def _plain(words: str) -> str:
    """Return words as they are compared: lower case, without possessive and plural s."""
    low = words.lower().replace("’", "'").removesuffix("'s").replace(".", "")
    return low[:-1] if low.endswith("s") and len(low) > 3 and not low.endswith("ss") else low


def _same_heads(left: _Facing, right: _Facing, aligned: Mapping[int, int]) -> list[Facing]:
    """Pair groups whose last words are aligned while the words before them differ."""
    heads = {run[-1]: group for group, run in zip(right.groups, right.words, strict=True)}
    found = []
    for group, run in zip(left.groups, left.words, strict=True):
        other = heads.get(aligned.get(run[-1], -1))
        if other is None or _plain(group.key) == _plain(other.key):
            continue
        if len(group.words) > 1 or len(other.words) > 1:
            found.append(Facing(group, other, "head"))
    return found
