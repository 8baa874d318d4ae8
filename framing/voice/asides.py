"""Asides between a subject and its verb: participles, phrases, "she said"; what goes on after."""

from __future__ import annotations

from framing.values import Span
from framing.voice.ends import Surroundings, clause_end
from framing.voice.tagpatterns import FINITE_VERB, pattern
from framing.voice.tags import Tag

__all__ = ["over_asides", "without_asides"]


def without_asides(mask: str, begun: list[int], verb: int) -> int:
    """End of a subject, without the participles, phrases and adverbs between it and the verb."""
    for start in begun:
        if _ASIDE.match(mask, start) or _CUE_ASIDE.match(mask, start):
            return start - 1
    return verb


_CUE_ASIDE = pattern(
    """
    <det|nominal|he>{1,8} <have|be>* <reports> ,
    """
)  # "the plan, she said, is dead"
_ASIDE = pattern("<adv>* (?:<ing-form|if|in|past> | <adv> ,)")


_LONGEST_ASIDE = 24  # tokens between a subject and its verb
_RESUMES = pattern(", (?= <adv>* <definite>)")


def over_asides(mask: str, parts: list[Span], limit: int, around: Surroundings) -> list[Span]:
    """Return parts of a content, and what goes on after an aside: "the ships, | old ones, | left".

    The last part goes on where it has no verb yet, and one follows a second comma.
    """
    if not parts or mask[parts[-1][1] : parts[-1][1] + 1] != Tag.COMMA:
        return parts
    first, stop = parts[-1]
    if FINITE_VERB.search(mask, first, stop) is not None:
        return parts
    again = _RESUMES.search(mask, stop + 1, min(stop + _LONGEST_ASIDE, limit))
    if again is None:
        return parts
    return [*parts, (again.end(), clause_end(mask, again.end(), limit, around))]
