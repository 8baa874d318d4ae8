"""Somebody whom no list holds and no given name tells: by two words or three with capitals."""

from __future__ import annotations

import re

from framing.language.bindingwords import NAMED_AS
from framing.language.partywords import (
    CALLINGS,
    CIVILIANS,
    COUNTED,
    ENDS_OF_GROUPS,
    GROUPS,
    HEADS,
    PEOPLE,
    RELATIONS,
    THINGS_ENDS,
    TITLES,
)
from framing.language.wordclasses import BREAKS, CLOSED, PREPOSITIONS, TIMES, is_adverb, is_doer
from framing.matching.aliases import Named
from framing.matching.scene import Scene, Unit
from framing.matching.surnames import is_other

__all__ = ["after_calling", "called_unlisted", "is_calling", "is_of_office", "unlisted"]

_NAME = re.compile(r" ([A-Z][\w'-]*[a-z](?: [A-Z]\.)?(?: [A-Z][\w'-]*[a-z]){1,2})")
_PERSONS = CIVILIANS | PEOPLE | COUNTED
_CALLED = CALLINGS | PEOPLE | CIVILIANS | RELATIONS | HEADS | TITLES
_LONG = 5  # words that say what somebody is before his name


def unlisted(scene: Scene, at: int, kind: str = "person", *, told: bool = False) -> list[Named]:
    """Return somebody of no list right after a position, by two words or three with capitals.

    Of a group, words as "Front" and "Army" may be part of the name; who is `told` to be a person
    is one whatever follows.

    Examples
    --------
    >>> cased = "they murdered Quorl Venn in church "
    >>> [each.party for each in unlisted(Scene(cased.lower(), 0, 35, (), cased=cased), 13)]
    ['Quorl Venn']
    """
    name = _NAME.match(scene.cased, at, scene.last)
    if name is None or name.start(1) in scene.begins or scene.cased[at - 1].isupper():
        return []
    before = scene.before(at)
    inside = before is not None and before[0] > scene.first and before[2] not in TITLES
    if inside and before is not None and scene.cased[before[0]].isupper():
        return []  # "Republican Populist *Anger Appeals*"
    words = name[1].split(" ")
    if kind == "group" and words[-1].lower() in ENDS_OF_GROUPS:
        words[-1] = words[0]
    if len(words) < 2 or any(map(_is_no_name, words)):
        return []
    after = None if told else scene.after(name.end())
    if after is not None and not (after[2] in CLOSED or after[2] in TIMES or is_adverb(after[2])):
        return []  # "murdered *Charlie Hebdo* staff"
    return [Named(name.start(1), name.end(), name[1], False, False, kind)]


def called_unlisted(scene: Scene, start: int, end: int, kind: str) -> list[Named]:
    """Return somebody of no list who is what a noun says: "the N group *Quorl Front*"."""
    following = scene.after(end)
    heads = following is not None and following[2] in GROUPS and kind == "group"
    found = unlisted(scene, following[1] if heads and following is not None else end, kind)
    if found or (kind == "person" and is_of_office(scene, start)):
        return found
    return _apposed_unlisted(scene, end, kind)


def _apposed_unlisted(scene: Scene, end: int, kind: str) -> list[Named]:
    """Return somebody of no list after a comma or "called": "a terrorist, Quorl Venn, shot"."""
    low = scene.low
    for lead in NAMED_AS:
        if low.startswith(lead, end):
            found = unlisted(scene, end + len(lead) - 1, kind)
            closed = lead != ", " or (found and low[found[0].end : found[0].end + 1] in ",.")
            return found if closed else []
    return []


def _is_no_name(word: str) -> bool:
    low = word.lower()
    return is_other(word) or low in _PERSONS or low.endswith(THINGS_ENDS) or low in TIMES


def after_calling(scene: Scene, at: int) -> list[Named]:
    """Return the person named after a noun that says what he is: "of *aid worker Quorl Venn*".

    Examples
    --------
    >>> cased = "the murder of aid worker Quorl Venn in church "
    >>> [each.party for each in after_calling(Scene(cased.lower(), 0, 46, (), cased=cased), 13)]
    ['Quorl Venn']
    """
    unit = scene.after(at)
    last: Unit | None = None
    for _ in range(_LONG):
        if unit is None:
            return []
        start, end, word, party = unit
        if party is not None and not party.adjective:
            is_one = last is not None and party.kind == "person" and is_calling(last[2])
            return [party] if is_one else []
        if party is None:
            large = scene.cased[start].isupper() and not is_calling(word)
            if last is not None and large:
                return unlisted(scene, last[1], told=True) if is_calling(last[2]) else []
            if word == "," and last is not None and is_calling(last[2]):
                return _set_off(scene, end)  # "of the Ostlandic *president, Venn*,"
            if word in CLOSED:
                return []
            if not large:
                last = unit  # "of Democratic *Brisca Bay* Mayor Venn"
        unit = scene.after(end)
    return []


def _set_off(scene: Scene, at: int) -> list[Named]:
    """Return the person named between a comma at a position and another sign."""
    unit = scene.after(at)
    for _ in range(2):
        if unit is not None and unit[3] is None and scene.cased[unit[0]].isupper():
            unit = scene.after(unit[1])  # ", *Quorl V.* Venn,"
    if unit is None or unit[3] is None or unit[3].kind != "person":
        return []
    closing = scene.after(unit[1])
    return [unit[3]] if closing is None or closing[2] in (",", ".", ")", "|", ";") else []


def is_calling(word: str) -> bool:
    """Tell whether a word in the singular says what somebody is: "worker", "nurse"."""
    return not word.endswith("s") and (word in _CALLED or f"{word}s" in _PERSONS or is_doer(word))


def is_of_office(scene: Scene, at: int) -> bool:
    """Tell whether a noun says what somebody else cares for: "a *critic of* Ns"."""
    unit = scene.before(at)
    for _ in range(_LONG):
        if unit is None or unit[2] in PREPOSITIONS:
            break
        if unit[3] is not None or unit[2] in BREAKS or unit[2] == ",":
            return False
        unit = scene.before(unit[0])
    head = None if unit is None or unit[2] not in PREPOSITIONS else scene.before(unit[0])
    while head is not None and (head[2] == "state" or head[2] == "of"):
        head = scene.before(head[0])  # "secretary *of state* for Ns"
    if head is None or head[3] is not None or head[2] == "member":
        return False  # a member of the N is one of them
    return head[2] in TITLES or is_calling(head[2])
