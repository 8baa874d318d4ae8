"""Asides between a subject and its verb: participles, phrases, "she said"."""

from __future__ import annotations

from framing.voice.tagpatterns import pattern

__all__ = ["without_asides"]


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
