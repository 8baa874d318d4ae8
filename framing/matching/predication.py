"""Of whom a noun is said: beside the name, by a form of "be", by a verb of naming."""

from __future__ import annotations

from framing.language.partywords import HEADS, TITLES
from framing.language.roleverbs import COPULAS, NAME_VERBS, NAMED_BY, PROVED
from framing.language.wordclasses import (
    AUXILIARIES,
    BE,
    CLOSED,
    DETERMINERS,
    PASSED,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SELVES,
    is_adjective,
    is_adverb,
)
from framing.matching.aliases import Named
from framing.matching.doers import subject
from framing.matching.namingverbs import (
    named_before_as,
    object_of_naming,
    past_time,
    turned,
    whom,
)
from framing.matching.nounphrases import headed, is_abbreviation, noun_phrase, with_others
from framing.matching.openings import before_brackets, before_report
from framing.matching.scene import Scene, Unit, is_operated
from framing.matching.unlisted import is_calling, is_of_office

__all__ = ["named_as"]

_COUNTS = frozenset(
    "one some two three several kind sort type form bit piece pair team band bunch gang pack cabal "
    "crew group mob horde handful collection army network".split()
)
_OTHERS = frozenset(
    "favorite favourite critic critics foe foes opponent opponents enemy enemies supporter "
    "supporters defender defenders expert experts scholar scholars researcher researchers hunter "
    "hunters sympathizer sympathizers sympathiser sympathisers victim victims".split()
)
_ENDS = frozenset((",", ".", ";", "|", ")", "!", "and", "or", "who", "whose"))
_REACH = 120  # characters in which they stand
_NEARBY = 48  # characters before a plural in which "one of" is looked for
_LISTED = 16  # words in which the first of some predicates is looked for
_FAR = 5  # words a modifier may stand away from its noun
_NOUNS = 4  # words of a second noun for somebody, with his name


def named_as(scene: Scene, start: int, end: int) -> list[Named]:
    """Return who is said to be what a noun or adjective says.

    Beside it ("the N Hamas", "Hamas, a brutal N,"), by a form of "be", or by a verb of naming
    ("called Hamas N", "described Hamas as N").
    """
    governs = scene.low[start:end].rpartition(" ")[2] in PREPOSITIONS
    one = scene.low.find("one of ", max(scene.first, start - _NEARBY), start) >= 0
    found = [] if governs or not scene.names_after(end) else _beside(scene, start, end, one=one)
    if found or not scene.names_before(start):
        return found
    following = scene.after(end)
    if following is not None and (following[2] in _OTHERS or following[2] == "'s"):
        return []  # "Fenn is a terrorist hunter" calls him no terrorist
    return _predicated(scene, start, end)


def _beside(scene: Scene, start: int, end: int, *, one: bool = False) -> list[Named]:
    """Return the parties named right after: "the N Hamas", "N leader X", "N such as Hamas".

    Of "one of the Ns, X, and" X is one; of "the Ns, X, and" he need not be.
    """
    unit = scene.after(end)
    comma = False
    for _ in range(4):
        if unit is None:
            return []
        _, stop, word, party = unit
        if party is not None:
            heads, over = headed(scene, unit, people=False)
            if not heads:
                adjoins = unit[0] == end + 1 and scene.low[end - 1] != "s"
                owns = scene.low.startswith("'s ", party.end) and not party.adjective
                return [party] if adjoins and owns else []  # "the N *Hamas's* raid"
            if comma and heads[0].kind == "person" and is_of_office(scene, start):
                return []  # "the *secretary for the Ns*, Fenn"
            if comma:
                closing = scene.after(over)
                lists = not one and scene.low[end - 1] == "s"
                if closing is not None and closing[2] == "," and lists:
                    return []  # a list: "the Ns, Hamas, and others"
                closed = closing is None or closing[2] in (",", ".", ")", "|", ";", "who", "which")
                return heads if closed else []
            found = with_others(scene, heads, over, people=False)[0]
            one = len(found) == 1 and found[0].kind == "person" and stop == party.end
            return [] if one and _is_plural_beside(scene, end, party) else found
        if word == "including":
            return noun_phrase(scene, stop, people=False)[0]
        if word == "like" and not comma and scene.low[end - 1] == "s":
            found, over = noun_phrase(scene, stop, people=False)
            goes_on = scene.after(over)
            return [] if goes_on is not None and goes_on[2] == "to" else found  # "Ns *like* Fenn"
        if word == "such" or word == "known":
            following = scene.after(stop)
            if following is None or following[2] != "as":
                return []
            return noun_phrase(scene, following[1], people=False)[0]
        if word == "and" and not comma and scene.low[end - 1] != "s":
            return _after_second(scene, stop)
        if (word == "," or (word == "|" and _goes_on_listing(scene, stop))) and not comma:
            comma = True
        elif not (word in HEADS or word in TITLES or (comma and word == "the")):
            return []
        unit = scene.after(stop)
    return []


def _goes_on_listing(scene: Scene, at: int) -> bool:
    unit = scene.after(at)
    return unit is not None and unit[2] == "including"


def _after_second(scene: Scene, at: int) -> list[Named]:
    """Return the person after a second noun for him: "N *and radio host Fenn*"."""
    unit = scene.after(at)
    last = ""
    for step in range(_NOUNS):
        if unit is None or unit[2] in CLOSED or unit[2].endswith("s"):
            return []
        if unit[3] is not None:
            if last.endswith("ed") or (step < 2 and not is_calling(last)):
                return []  # "a N *and encouraged* Fenn"
            found = headed(scene, unit, people=False)[0]
            return found if found and found[0].kind == "person" else []
        last = unit[2]
        unit = scene.after(unit[1])
    return []


def _is_expletive(scene: Scene, at: int, end: int) -> bool:
    """Tell whether "it" stands for what follows: "*it* is N *to* say so"."""
    it, following = scene.before(at), scene.after(end)
    if it is None or it[2] != "it" or following is None:
        return False
    return following[2] in ("to", "that", "for", "when", "if")


def _is_plural_beside(scene: Scene, end: int, party: Named) -> bool:
    """Tell whether a clause begins after a plural: "the values *Fenn* hopes will win"."""
    return scene.low[end - 1] == "s" and party.start - end == 1


def _predicated(scene: Scene, start: int, end: int) -> list[Named]:
    """Return of whom a noun is said: "Hamas is a N", "called Hamas a N", "Hamas, a N,"."""
    unit = scene.before(start)
    joined = False
    for _ in range(_FAR):
        if unit is None:
            return []
        begin, stop, word, party = unit
        if party is not None and (not party.adjective or is_abbreviation(scene, party)):
            article = scene.before(begin) if party.adjective and stop + 1 == start else None
            if article is not None and article[2] in ("a", "an", "the"):
                unit = article  # "Fenn, the *GOP* N"
                continue
            if scene.low[stop] != " " or not is_operated(scene, party):
                return object_of_naming(scene, unit)
            unit = scene.before(begin)  # "is an *Ostland-based* N"
            continue
        if word == "'s":
            whose = scene.before(begin)
            if whose is not None and whose[2] in PERSONAL:
                return subject(scene, begin).parties  # "*he's* a N"
            return []  # "called Fenn's lawyer a N"
        if word in BE or word in COPULAS:
            follows = scene.after(begin + len(word))
            while follows is not None and follows[0] < start and is_adverb(follows[2]):
                follows = scene.after(follows[1])  # "is *not only* fighting Ns"
            if follows is not None and follows[0] < start and follows[2].endswith("ing"):
                return []  # "Fenn is fighting Ns"
            said = subject(scene, begin, gerund=word == "being")  # "denied *being* a N"
            return [] if _is_expletive(scene, begin, end) else said.parties
        if word in PERSONAL or word in ("them", "it"):
            return object_of_naming(scene, unit)
        if word == "as":
            return named_before_as(scene, past_time(scene, begin))
        if word == "other" and (joint := scene.before(begin)) and joint[2] in ("and", "or"):
            return _and_others(scene, joint[0])
        if word in SELVES:
            verb = scene.before(begin)
            return subject(scene, verb[0]).parties if verb and verb[2] in PROVED else []
        if word == "into":
            return turned(scene, scene.before(begin))
        if word in NAME_VERBS and word not in NAMED_BY:
            said = subject(scene, begin)
            if said.passive and not word.endswith("ing"):
                return said.parties  # "Fenn was called a N"
            return whom(scene, scene.before(begin))
        if word == "," and (report := before_report(scene, begin)) is not None:
            unit = report  # "is, *Fenn says*, a N"
            continue
        if word in (",", "and", "or"):
            head = _first_listed(scene, begin, end)
            if head is not None:
                unit = head
                continue
        if word in (",", "|", "("):
            before = scene.before(begin)
            if before is not None and before[2] == ")":
                before = before_brackets(scene, before[0])
            opening = scene.after(stop)
            indefinite = opening is not None and opening[2] in ("a", "an")
            if word != "," and not indefinite:
                return []
            if joined and not indefinite:
                return []
            return [] if before is None else _apposed(scene, before, end, indefinite=indefinite)
        if word in ("and", "or"):
            begin, joined = _first_predicate(scene, begin), True
        elif word == "of" and not _is_one_of(scene, begin):
            return []  # "Fenn is an ally of Ns" calls Fenn no N
        elif word in CLOSED and not (word in PASSED or is_adverb(word) or word in DETERMINERS):
            return []
        unit = scene.before(begin)
    return []


def _and_others(scene: Scene, at: int) -> list[Named]:
    """Return who is counted among others: "*Hamas* and other Ns"."""
    unit = scene.before(at)
    if unit is not None and unit[2] == ",":
        unit = scene.before(unit[0])
    found: list[Named] = []
    while unit is not None and unit[3] is not None and not unit[3].adjective:
        found.append(unit[3])
        comma = scene.before(unit[0])
        unit = scene.before(comma[0]) if comma is not None and comma[2] == "," else None
    return found


def _first_listed(scene: Scene, at: int, end: int) -> Unit | None:
    """Return what stands before the first of some predicates: "*is* a crook, fool and N".

    `at` is where the comma or "and" before the last begins, `end` where that one ends.
    """
    low, first = scene.low, max(scene.first, at - _REACH)
    if low.find(" a ", first, at) < 0 and low.find(" an ", first, at) < 0:
        return None
    closing = scene.after(end)
    if closing is not None and closing[2] not in _ENDS:
        return None
    unit = scene.before(at)
    determined = False
    for _ in range(_LISTED):
        if unit is None or unit[3] is not None:
            return None
        word = unit[2]
        if word in BE or (word in NAME_VERBS and word not in NAMED_BY) or word == "as":
            return unit if determined else None
        determined = word in ("a", "an")
        if word in CLOSED and not (determined or word in (",", "and", "or")):
            return None
        unit = scene.before(unit[0])
    return None


def _is_one_of(scene: Scene, at: int) -> bool:
    """Tell whether the "of" at a position only counts: "*one of* the N", "a kind of N"."""
    before = scene.before(at)
    return before is not None and before[2] in _COUNTS


def _first_predicate(scene: Scene, at: int) -> int:
    """Return where the noun phrase before an "and" begins: "called X *a baby* and a N"."""
    unit = scene.before(at)
    for _ in range(_FAR):
        if unit is None or unit[3] is not None or unit[2] in ("a", "an", "the"):
            return at if unit is None else unit[0]
        if unit[2] in CLOSED:
            return at
        unit = scene.before(unit[0])
    return at


def _apposed(scene: Scene, unit: Unit, end: int, *, indefinite: bool) -> list[Named]:
    """Return the party before "…, a N" if the apposition closes after it, or goes on as one."""
    if unit[3] is None or (unit[3].adjective and not is_abbreviation(scene, unit[3])):
        return []
    before = scene.before(unit[0])
    if before is not None and before[2] == "," and not indefinite:
        return []  # one of a list: "Fenn, Orlow, the Ns"
    closing = scene.after(end)
    if indefinite and closing is not None and closing[3] is None:
        word = closing[2]
        if word in RELATIVES or word in PREPOSITIONS or (word not in CLOSED and is_adjective(word)):
            return [unit[3]]
    for _ in range(_FAR):
        if closing is None or closing[2] in (",", ".", ")", "|", ";"):
            goes_on = None if closing is None or closing[2] != "," else scene.after(closing[1])
            listed = goes_on is not None and goes_on[2] in ("and", "or")
            return [] if listed else [unit[3]]
        one = unit[3].kind == "person" and scene.low[end - 1] != "s"
        if closing[2] == "and" and one and scene.low.startswith(" the ", unit[1] + 1):
            second = scene.after(closing[1])  # "Fenn, the N and *founder* of", no list
            return [unit[3]] if second is not None and is_calling(second[2]) else []
        if closing[2] in AUXILIARIES or closing[2] in ("and", "or"):
            return []
        closing = scene.after(closing[1])
    return []
