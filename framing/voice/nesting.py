"""Attributions that do not count: inside others, or acts that only may be words."""

from __future__ import annotations

from framing.voice.found import Found
from framing.voice.profiles import profile_of
from framing.voice.rules import RULES
from framing.voice.units import Page

__all__ = ["without_bodily_acts", "without_inner_judgements"]

_INNER = frozenset(rule.id for rule in RULES.values() if rule.inner)


def without_bodily_acts(page: Page, found: list[Found]) -> list[Found]:
    """Drop "the rebels attacked the base": such a verb reports only what a person said.

    A person is "he" or "she", or someone who speaks elsewhere in the article under a full name.
    """
    if not any(one.bodily for one in found):
        return found
    tokens = page.tokens
    people = {"he", "she"}
    for one in found:
        if one.source is None or one.bodily or one.source[1] - one.source[0] < 2:
            continue
        first, stop = one.source
        if page.mask[first] == "N":
            profile = profile_of(tokens.text[tokens.starts[first] : tokens.end(stop - 1)])
            if profile.kind == "named" and profile.name and " " in profile.name:
                people.add(profile.last.lower())
    return [
        one
        for one in found
        if not one.bodily
        or (one.source is not None and tokens.word(one.source[1] - 1).lower() in people)
    ]


def without_inner_judgements(found: list[Found]) -> list[Found]:
    """Drop what lies inside reported words and reports no speech of its own.

    In "she said the judge had told her that C" both count; in "she said she opposed the plan"
    her opposition is part of what she said.
    """
    spans = sorted(
        ((a, b, number) for number, one in enumerate(found) for a, b in one.content),
        key=lambda s: (s[0], -s[1]),
    )
    kept = [True] * len(found)
    reach, owner = -1, -1
    for start, stop, number in spans:
        one = found[number]
        speech = one.rule in _INNER and one.kind in ("neutral", "strong", "doubt")
        inside = stop <= reach + (3 if one.form == "noun" and start < reach else 0)
        if inside and owner != number and not speech:
            kept[number] = False
        if stop > reach and one.form != "noun":
            reach, owner = stop, number
    return [one for number, one in enumerate(found) if kept[number]]
