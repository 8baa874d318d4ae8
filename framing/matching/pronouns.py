"""Whom a pronoun stands for: the one party that fits it, in its sentence or the one before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from framing.language.bindingwords import PLACING_A_NAME, WHOSE_ANOTHER
from framing.language.boundwords import PERSONS, PLACELESS
from framing.language.closed import ARTICLES
from framing.language.partywords import (
    BELONGINGS,
    HER_KIN,
    HIS_KIN,
    INSTITUTIONS,
    ORGANS,
    TITLES,
    TITLES_OF_ONE,
)
from framing.language.wordclasses import CLOSED, DETERMINERS, PERSONAL, TIMES, is_adjective
from framing.matching.aliases import Named
from framing.matching.persons import is_named_by
from framing.matching.scene import Scene, has_operator, of_people
from framing.matching.surnames import is_other
from framing.matching.unlisted import is_calling

__all__ = ["fitting", "only", "pronoun_party"]

_HERS = ("she", "her", "hers", "herself")
_HIS = ("he", "him", "his", "himself")
_ONES = TITLES_OF_ONE | PERSONS
_FULL = re.compile(r"(?<=[a-z] )([A-Z][a-z]+) ([A-Z][a-z]+)(?![A-Z])")
_NEW = re.compile(r", ([A-Z][a-z]{2,}) [a-z]")
_SAYS_OF = re.compile(r" sa(?:ys|id)(?: that)?(?: an?| the)? [a-z]+(?:er|or|ist|man) ")
_BACK = 3  # sentences before its own in which a pronoun's party is looked for
_NEAR = 3  # words between a preposition and the name it governs
_SEEN = 1_000  # characters before a pronoun in which another is looked for
_NAMES = 12  # names before a pronoun beyond which nobody can tell whose it is


def pronoun_party(scene: Scene, at: int, word: str, *, but: Iterable[Named] = ()) -> Named | None:
    """Return whom a pronoun at a position stands for; `but` are those that it cannot.

    The only party named before it that fits; where its sentence names none so far, the only one
    of the sentence before. "he" and "his" are persons, "it" and "its" are none; "their" are those
    named as a people first. Within quotation marks it stands for nobody named outside: whoever
    says "his war" speaks of somebody else.
    """
    last = bisect_left(scene.named, (at,))
    if last > _NAMES:
        return None
    begin = max(scene.first, at - _SEEN)
    if word in PERSONAL and last and (first := _first_before(word, scene, begin, last)) is not None:
        # who "he" is was settled before anybody was named
        return _still(scene, first, fitting(scene, scene.named[:last], word), word)
    others = {each.party for each in but}
    since = scene.quoted_since(at)
    named = scene.named[bisect_left(scene.named, (since,)) : last]
    found = [each for each in fitting(scene, named, word) if each.party not in others]
    if word in PERSONAL and found and _SAYS_OF.search(scene.low, max(begin, found[-1].end), at):
        return None  # "Fenn says a heckler is to pay for his N"
    if word == "its" and any(each.kind == "body" for each in named):
        return None
    if word in PERSONAL and found and any(_is_somebodys(scene, each) for each in found):
        return None  # "a writer for Fenn's show lost *his* post"
    if found:
        return only(found, plural=word in ("their", "they", "them"))
    if word not in PERSONAL and word != "its":
        return None
    if word in PERSONAL and (_tells_of_another(scene, at, word) or _opens_with_another(scene, at)):
        return None
    earlier: Scene | None = scene
    for _ in range(_BACK):
        earlier = None if earlier is None or earlier.first <= since else earlier.earlier()
        if earlier is None or len(earlier.named) > _NAMES:
            return None
        found = fitting(earlier, earlier.named[bisect_left(earlier.named, (since,)) :], word)
        if found and word in PERSONAL and (taken := _taken_up(earlier, word, found[0].start)):
            return pronoun_party(earlier, taken, word)  # "*He* met Fenn. Then he …"
        if found:
            return only(found)
        if word in PERSONAL and _tells_of_some_one(earlier):
            return None  # "… by Orlow. Still, *the president* left. … his N"
    return None


def _tells_of_some_one(scene: Scene) -> bool:
    """Tell whether a sentence in which nobody fits tells of one man or woman: "*the mayor*"."""
    words = scene.low[scene.first : min(scene.last, scene.first + _SEEN)].split()
    return any(
        _is_one_of(word) and words[at - 1] in DETERMINERS for at, word in enumerate(words) if at
    )


def _is_one_of(word: str) -> bool:
    """Tell whether a word is of one man or woman, or owned by one: "the *mayor's*"."""
    return word.removesuffix("'s").rstrip("',") in _ONES


def _first_before(word: str, scene: Scene, begin: int, last: int) -> int | None:
    """Return where a pronoun of the same person stands before the last person of some names."""
    low = scene.low
    people = [each.start for each in scene.named[:last] if each.kind == "person"]
    if not people:
        return None
    end = people[-1]
    words = _HERS if word in _HERS else _HIS
    if low.startswith(tuple(f"{each} " for each in words), begin):
        return begin
    found = [at for each in words if (at := low.find(f" {each} ", begin, end)) >= 0]
    return min(found) + 1 if found else None


def _still(scene: Scene, first: int, named: Sequence[Named], word: str) -> Named | None:
    """Return whom the first pronoun of a sentence means if it is the only one named since.

    "*Her* rivals have called for *Fenn* to pay for *her* N", where she was named before.
    """
    meant = None if not named else only(named)
    if meant is None or any(each.start < first for each in named):
        return None
    before = pronoun_party(scene, first, "she" if word in _HERS else "he")
    return meant if before is not None and before.party == meant.party else None


def _taken_up(scene: Scene, word: str, end: int) -> int | None:
    """Return where a sentence has the same pronoun as a subject before anybody is named in it."""
    pronoun = "she" if word in _HERS else "he"
    first = max(scene.first, end - _SEEN)
    if scene.low.startswith((f"{pronoun} ", f"{pronoun}'"), first):
        return first
    places = (scene.low.find(f" {pronoun}{sign}", first, end) for sign in " '")
    return min((at + 1 for at in places if at >= 0), default=None)


def _is_somebodys(scene: Scene, party: Named) -> bool:
    """Tell whether a name says whose or for whom somebody else is: "a *writer* for Fenn"."""
    unit = scene.before(party.start)
    while unit is not None and unit[2] in TITLES:
        unit = scene.before(unit[0])
    head = None if unit is None or unit[2] not in WHOSE_ANOTHER else scene.before(unit[0])
    return head is not None and is_calling(head[2])


def _opens_with_another(scene: Scene, at: int) -> bool:
    """Tell whether a sentence names somebody of no list before a pronoun.

    "In May, *Quorl* V", "the candidate *Quorl Venn* V".
    """
    for name in _FULL.finditer(scene.cased, max(scene.first, at - _SEEN), at):
        words = (name[1], name[2])
        if name.start(1) not in scene.begins and not any(map(is_other, words)):
            return True
    for name in _NEW.finditer(scene.cased, max(scene.first, at - _SEEN), at):
        word = name[1].lower()
        known = name.start(1) in scene.begins or word in TIMES or word in CLOSED
        if not (known or word in INSTITUTIONS):
            return True
    return False


def _tells_of_another(scene: Scene, at: int, pronoun: str) -> bool:
    """Tell whether the sentence tells of somebody of no list before a pronoun.

    "A *president* who has his N", "his *wife* fears that she V", "Orlow's friends, whom he V".
    """
    kin = HER_KIN if pronoun in _HERS else HIS_KIN
    words = scene.cased[max(scene.first, at - _SEEN) : at].split()
    return any(
        _is_one_of(word.lower())
        or word.lower() in kin
        or (number and word.endswith("'s") and word[0].isupper())
        for number, word in enumerate(words)
    )


def fitting(scene: Scene, named: Sequence[Named], word: str) -> list[Named]:
    """Return the parties that a pronoun can stand for, as far as its form tells.

    Bodies are left out: agencies and outlets are named in passing too often.
    """
    person = word in PERSONAL
    return [
        each
        for each in named
        if (each.kind == "person") == person
        and each.kind != "body"
        and (not person or (is_named_by(each, word) and not _modifies(scene, each)))
        and (word not in ("it", "its") or _is_one(scene, each))
        and (word not in PLACELESS or not _is_placed(scene, each))
        and not has_operator(scene, each.start)
        and not of_people(scene, each)
    ]


def only(named: Sequence[Named], *, plural: bool = False) -> Named | None:
    """Return the party that all of some places name; of a plural, those named as a people."""
    if plural and any(each.people for each in named):
        named = [each for each in named if each.people]
    return named[-1] if len({each.party for each in named}) == 1 else None


def _is_placed(scene: Scene, party: Named) -> bool:
    """Tell whether a name only says where: "it" is not the state of "*in* a poor Ostland"."""
    unit = scene.before(party.start)
    for _ in range(_NEAR):
        if unit is None or unit[3] is not None:
            return False
        if unit[2] in CLOSED and unit[2] not in DETERMINERS:
            return unit[2] in PLACING_A_NAME
        unit = scene.before(unit[0])
    return False


def _is_one(scene: Scene, party: Named) -> bool:
    """Tell whether "it" may stand for a party: not for several, nor for a mere adjective."""
    if party.kind == "party" and scene.low[party.end - 1] == "s":
        return False
    return not party.adjective or _acts(scene, party)


def _acts(scene: Scene, party: Named) -> bool:
    """Tell an abbreviation and what acts for a state from a mere adjective: "Ostlandic wine"."""
    if scene.cased[party.start : party.end].isupper():
        return True
    unit = scene.after(party.end)
    while unit is not None and is_adjective(unit[2]):
        unit = scene.after(unit[1])
    return unit is not None and unit[2] in ORGANS


def _modifies(scene: Scene, party: Named) -> bool:
    """Tell whether a person's name only modifies a noun: "a former *Orlov* adviser"."""
    before = scene.before(party.start)
    while before is not None and is_adjective(before[2]):
        before = scene.before(before[0])
    after = scene.after(party.end)
    return (before is not None and before[2] in ARTICLES) or (
        after is not None and (after[2] in BELONGINGS or after[2] in ORGANS)
    )
