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
        (start, -stop, number, parts is one.content)
        for number, one in enumerate(found)
        for parts in ((one.content,) if one.worded is one.content else (one.worded, one.content))
        for start, stop in parts
    )
    kept = [True] * len(found)
    reach = spoken = owner = speaker = -1
    for start, minus, number, whole in spans:
        one, stop = found[number], -minus
        if whole:
            speech = one.rule in _INNER and one.kind in ("neutral", "strong", "doubt")
            if not speech and owner != number:
                said = speaker != number and _inside(one, start, stop, spoken)
                kept[number] &= not said and (
                    bool(one.worded) or not _inside(one, start, stop, reach)
                )
            if stop > reach and one.form != "noun":
                reach, owner = stop, number
        if (not whole or one.worded is one.content) and stop > spoken and one.form != "noun":
            spoken, speaker = stop, number
    return [one for number, one in enumerate(found) if kept[number]]


def _inside(one: Found, start: int, stop: int, reach: int) -> bool:
    """Whether a passage lies before `reach`; one that hangs on a noun may end just after it."""
    return stop <= reach + (3 if one.form == "noun" and start < reach else 0)
