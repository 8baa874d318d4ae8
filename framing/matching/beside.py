"""Who is named right beside a noun that says what he is: "the N Hamas", "Ns such as Hamas"."""

from __future__ import annotations

from framing.language.bindingwords import CLOSES_NAME
from framing.language.partywords import ADMIRED, HEADS, SPECIFYING, TITLES
from framing.language.wordclasses import BEFORE_NAMES, CLOSED
from framing.matching.aliases import Named
from framing.matching.nounphrases import headed, noun_phrase, with_others
from framing.matching.scene import Scene, Unit
from framing.matching.unlisted import is_calling, is_of_office

__all__ = ["beside", "given_as_examples"]

_NEARBY = 48  # characters before a plural in which "one of" is looked for
_NOUNS = 4  # words of a second noun for somebody, with his name
_WORDS = 4  # words between a noun and the name beside it


def beside(scene: Scene, start: int, end: int) -> list[Named]:
    """Return the parties named right after a noun: "the N Hamas", "N leader X", "Ns like X"."""
    unit = scene.after(end)
    comma = False
    plural = scene.low[end - 1] == "s"
    for _ in range(_WORDS):
        if unit is None:
            return []
        _, stop, word, party = unit
        if party is not None:
            heads, over = headed(scene, unit, people=False)
            if not heads:
                adjoins = unit[0] == end + 1 and not plural
                owns = scene.low.startswith(("'s ", "' s "), party.end) and not party.adjective
                return [party] if adjoins and owns else []  # "the N *Hamas's* raid"
            if comma:
                return _after_comma(scene, heads, over, (start, end))
            found = with_others(scene, heads, over, people=False)[0]
            found = [*heads, *(each for each in found[len(heads) :] if _is_joined(scene, each))]
            one = len(found) == 1 and found[0].kind == "person" and stop == party.end
            return [] if one and _is_plural_beside(scene, end, party) else found
        examples = _examples(scene, unit, loose=plural and not comma)
        if examples is not None:
            return examples
        if word == "and" and not (comma or plural):
            return _after_second(scene, stop)
        if (word == "," or (word == "|" and _goes_on_listing(scene, stop))) and not comma:
            comma = True
            following = scene.after(stop)
            if following is not None and following[2] in SPECIFYING:
                stop = following[1]  # "a N, *specifically* Hamas"
        elif not (word in HEADS or word in TITLES or (word == "the" if comma else word in ADMIRED)):
            return []
        plural = plural or word in ADMIRED
        unit = scene.after(stop)
    return []


def _is_joined(scene: Scene, party: Named) -> bool:
    """Tell whether no noun of its own stands before a name: "the Ns Fenn *and Orlow*"."""
    unit = scene.before(party.start)
    return unit is not None and unit[2] in CLOSED


def _after_comma(scene: Scene, heads: list[Named], over: int, noun: tuple[int, int]) -> list[Named]:
    """Return parties after a comma if they are what a noun says: "the N, *Hamas*, said".

    `over` is where they end. Of "one of the Ns, X, and" X is one; of "the Ns, X, and" he need not
    be; the "secretary for the Ns, X" is none.
    """
    start, end = noun
    if heads[0].kind == "person" and is_of_office(scene, start):
        return []
    closing = scene.after(over)
    if closing is None:
        return heads
    if closing[2] == "," and scene.low[end - 1] == "s":
        one = scene.low.find("one of ", max(scene.first, start - _NEARBY), start) >= 0
        return heads if one else []
    return heads if closing[2] in CLOSES_NAME else []


def given_as_examples(scene: Scene, end: int) -> list[Named]:
    """Return the parties that are given as examples of a plural: "Ns *like Ostland*"."""
    unit = scene.after(end)
    if unit is None or scene.low[end - 1] != "s":
        return []
    return _examples(scene, unit, loose=True) or []


def _examples(scene: Scene, unit: Unit, *, loose: bool) -> list[Named] | None:
    """Return the parties that a word gives as examples of a noun: "such as", "including".

    None if it gives none; "like" does where `loose`.
    """
    _, stop, word, _ = unit
    if word == "including":
        return noun_phrase(scene, stop, people=False)[0]
    if word == "like" and loose:
        found, over = noun_phrase(scene, stop, people=False)
        goes_on = scene.after(over)
        return [] if goes_on is not None and goes_on[2] == "to" else found  # "Ns *like* Fenn"
    if word == "such" or word == "known":
        following = scene.after(stop)
        given = following is not None and following[2] == "as"
        return noun_phrase(scene, following[1], people=False)[0] if following and given else []
    return None


def _goes_on_listing(scene: Scene, at: int) -> bool:
    unit = scene.after(at)
    return unit is not None and unit[2] == "including"


def _after_second(scene: Scene, at: int) -> list[Named]:
    """Return the person after a second noun for him: "N *and radio host Fenn*"."""
    unit = scene.after(at)
    last = ""
    for step in range(_NOUNS):
        if unit is None or unit[2] in CLOSED or unit[2].endswith("s") or unit[2] in BEFORE_NAMES:
            return []  # "the N and *pro-life* Senator Fenn"
        if unit[3] is not None:
            if last.endswith("ed") or (step < 2 and not is_calling(last)):
                return []  # "a N *and encouraged* Fenn"
            found = headed(scene, unit, people=False)[0]
            return found if found and found[0].kind == "person" else []
        last = unit[2]
        unit = scene.after(unit[1])
    return []


def _is_plural_beside(scene: Scene, end: int, party: Named) -> bool:
    """Tell whether a clause begins after a plural: "the values *Fenn* hopes will win"."""
    return scene.low[end - 1] == "s" and party.start - end == 1
