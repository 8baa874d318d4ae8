"""Whether a noun phrase of a page is somebody, or something, that can say or think a thing."""

from __future__ import annotations

from framing.values import Span
from framing.voice.profiles import Profile, profile_of
from framing.voice.tags import Tag
from framing.voice.units import Page
from framing.voice.vocabulary import Vocabulary

__all__ = ["NAMED_OR_DESCRIBED", "are_people", "can_say", "profile_at"]

NAMED_OR_DESCRIBED = frozenset(("named", "pronoun", "official", "institution", "document", "group"))
"""Kinds of sources that are not withheld."""
_THINKS = frozenset(("named", "group", "official", "pronoun"))


def profile_at(page: Page, phrase: Span) -> Profile:
    """Tell who the words of some tokens are."""
    tokens = page.tokens
    return profile_of(tokens.text[tokens.starts[phrase[0]] : tokens.end(phrase[1] - 1)])


def can_say(page: Page, phrase: Span) -> bool:
    """Whether a phrase is no thing: people, a body, what is written, or a word not known."""
    return profile_at(page, phrase).kind != "none"


def are_people(page: Page, phrase: Span, words: Vocabulary) -> bool:
    """Whether a phrase is people or a body that can think something."""
    first, last = phrase[0], phrase[1] - 1
    classes = words.sources.get(page.tokens.lowered[last], ())
    some = page.mask[first] == Tag.SOME and (last == first or page.mask[first + 1] == Tag.IN)
    if some or not {"group", "institution", "official"}.isdisjoint(classes):
        return True
    profile = profile_at(page, phrase)
    people = profile.person or (profile.kind == "group" and page.mask[last] == Tag.NAME)
    return profile.kind in ("named", "pronoun") or (profile.kind in _THINKS and people)
