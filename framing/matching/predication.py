"""Of whom a noun is said: beside the name, by a form of "be", by a verb of naming."""

from __future__ import annotations

from framing.language.bindingwords import CLOSES_PREDICATE
from framing.language.boundwords import OF_SOMETHING
from framing.language.closed import ARTICLES, INDEFINITE_ARTICLES, REFLEXIVES
from framing.language.partywords import TITLES
from framing.language.roleverbs import COPULAS, NAME_VERBS, NAMED_BY, PROVED
from framing.language.verbforms import PAST
from framing.language.wordclasses import (
    AUXILIARIES,
    BE,
    CLOSED,
    DETERMINERS,
    PASSED,
    PERSONAL,
    PREPOSITIONS,
    QUANTITIES,
    RELATIVES,
    is_adjective,
    is_adverb,
)
from framing.matching.aliases import Named
from framing.matching.beside import beside
from framing.matching.doers import subject
from framing.matching.listed import first_listed, first_predicate, is_one_of
from framing.matching.namingverbs import (
    named_before_as,
    object_of_naming,
    past_time,
    turned,
    whom,
)
from framing.matching.nounphrases import is_abbreviation
from framing.matching.passedover import before_brackets, before_report
from framing.matching.scene import Scene, Unit, is_operated
from framing.matching.unlisted import is_calling, unlisted

__all__ = ["in_state", "named_as"]

_WIDE = 7  # words of a noun phrase before its noun
_FAR = 5  # words a modifier may stand away from its noun


def named_as(scene: Scene, start: int, end: int) -> list[Named]:
    """Return who is said to be what a noun or adjective says.

    Beside it ("the N Hamas", "Hamas, a brutal N,"), by a form of "be", or by a verb of naming
    ("called Hamas N", "described Hamas as N").
    """
    governs = scene.low[start:end].rpartition(" ")[2] in PREPOSITIONS
    found = [] if governs or not scene.names_after(end) else beside(scene, start, end)
    if found or not scene.names_before(start):
        return found
    following = scene.after(end)
    if following is not None and (following[2] in OF_SOMETHING or following[2] == "'s"):
        return []  # "Fenn is a terrorist hunter" calls him no terrorist
    return _predicated(scene, start, end)


def _is_expletive(scene: Scene, at: int, end: int) -> bool:
    """Tell whether "it" stands for what follows: "*it* is N *to* say so"."""
    it, following = scene.before(at), scene.after(end)
    if it is None or it[2] != "it" or following is None:
        return False
    return following[2] in ("to", "that", "for", "when", "if")


def _predicated(scene: Scene, start: int, end: int) -> list[Named]:
    """Return of whom a noun is said: "Hamas is a N", "called Hamas a N", "Hamas, a N,"."""
    unit = scene.before(start)
    joined = determined = False
    for _ in range(_WIDE):
        if unit is None:
            return []
        begin, _, word, party = unit
        if party is not None and (not party.adjective or is_abbreviation(scene, party)):
            over = _before_name(scene, unit, party, start)
            if over is None:
                return object_of_naming(scene, unit)
            unit = over
            continue
        found = _told(scene, unit, start, end)
        if found is not None:
            return found
        if word in (",", "and", "or"):
            head = before_report(scene, begin) if word == "," else None
            head = head or first_listed(scene, begin, end)
            if head is not None:
                unit = head  # "is, *Fenn says*, a N", "is a crook and N"
                continue
        if word in (",", "|", "("):
            return _set_off(scene, unit, end, joined=joined)
        if word in ("and", "or"):
            begin, joined = first_predicate(scene, begin), True
        elif word == "of" and not is_one_of(scene, begin):
            return []  # "Fenn is an ally of Ns" calls Fenn no N
        elif word in CLOSED and not (
            word in PASSED or is_adverb(word) or word in DETERMINERS or word == "our"
        ):
            return []
        article = word in ARTICLES
        if determined and article:
            return []  # "is a drain *the* N choice"
        determined = determined or article
        unit = scene.before(begin)
    return []


def _before_name(scene: Scene, unit: Unit, party: Named, start: int) -> Unit | None:
    """Return what stands before a name that only modifies the noun that begins at `start`."""
    begin, stop, _, _ = unit
    if party.adjective and stop + 1 == start:
        article = scene.before(begin)
        if article is not None and article[2] in ARTICLES:
            return article  # "Fenn, the *GOP* N"
    operated = scene.low[stop] == " " and is_operated(scene, party)
    return scene.before(begin) if operated else None  # "is an *Ostland-based* N"


def _told(scene: Scene, unit: Unit, start: int, end: int) -> list[Named] | None:
    """Return of whom a word before a noun tells it, a verb or a pronoun; None where it is none."""
    begin, _, word, _ = unit
    if word == "'s":
        whose = scene.before(begin)
        if whose is not None and whose[2] in PERSONAL:
            verb = scene.after(unit[1])
            did = verb is not None and verb[1] < start and _has_done(scene, verb)
            return [] if did else subject(scene, begin).parties  # "*he's* a N"
        if whose is not None and whose[3] is not None:
            return _owned_by(scene, whose, end)
        adjoins = unit[1] + 1 == start and whose is not None
        return None if adjoins else []  # "as the *firm's* N"; no "called Fenn's lawyer a N"
    if word in BE or word in COPULAS:
        return _is_so(scene, unit, start, end)
    if word in PERSONAL or word in ("them", "it"):
        return object_of_naming(scene, unit)
    if word == "as":
        return named_before_as(scene, past_time(scene, begin))
    if word == "other" and (joint := scene.before(begin)) and joint[2] in ("and", "or"):
        between = scene.low[unit[1] : start].split()
        apart = any(each.endswith("s") for each in between)  # "and other *states* N groups"
        return [] if apart else _and_others(scene, joint[0])
    if word in REFLEXIVES:
        verb = scene.before(begin)
        return subject(scene, verb[0]).parties if verb and verb[2] in PROVED else []
    if word == "into":
        return turned(scene, scene.before(begin))
    if word in NAME_VERBS and word not in NAMED_BY:
        said = subject(scene, begin)
        if said.passive and not word.endswith("ing"):
            return said.parties  # "Fenn was called a N"
        return whom(scene, scene.before(begin)) or _unlisted_object(scene, unit, start)
    return None


def _owned_by(scene: Scene, whose: Unit, end: int) -> list[Named]:
    """Return who is said to be somebody's N: "*Fenn*, one of Orlow's Ns,", "Fenn is Orlow's N"."""
    unit = scene.before(whose[0])
    while unit is not None and (unit[2] == "the" or unit[2] in TITLES):
        unit = scene.before(unit[0])
    counted = unit is not None and unit[2] == "of" and is_one_of(scene, unit[0])
    if counted and unit is not None and (one := scene.before(unit[0])) is not None:
        unit = scene.before(one[0])
    if unit is None:
        return []
    if unit[2] in BE or unit[2] in COPULAS:
        return subject(scene, unit[0]).parties
    closing = scene.after(end)
    head = scene.before(unit[0]) if unit[2] == "," else None
    closed = closing is None or closing[2] in CLOSES_PREDICATE
    if not (counted and closed) or head is None or head[3] is None or head[3].adjective:
        return []
    return [head[3]]


def _has_done(scene: Scene, verb: Unit) -> bool:
    """Tell whether "he's" is short for "he has": "he's *learned some* Ns"."""
    following = scene.after(verb[1])
    past = verb[2].endswith("ed") or verb[2] in PAST
    return past and following is not None and following[2] in DETERMINERS | QUANTITIES


def _unlisted_object(scene: Scene, verb: Unit, start: int) -> list[Named]:
    """Return whom no list holds that a verb calls a noun: "deems the *Quorl Front* a N"."""
    article = scene.after(verb[1])
    the = article is not None and article[2] == "the"
    found = unlisted(scene, article[1] if the and article is not None else verb[1], "group")
    after = scene.after(found[0].end) if found else None
    called = after is not None and after[2] in INDEFINITE_ARTICLES and after[1] < start
    return [found[0]._replace(kind="")] if called else []


def _is_so(scene: Scene, unit: Unit, start: int, end: int) -> list[Named]:
    """Return who is a noun, as a form of "be" or a copula before it says."""
    begin, _, word, _ = unit
    follows = scene.after(begin + len(word))
    while follows is not None and follows[0] < start and is_adverb(follows[2]):
        follows = scene.after(follows[1])  # "is *not only* fighting Ns"
    if follows is not None and follows[0] < start and follows[2].endswith("ing"):
        return []  # "Fenn is fighting Ns"
    if _is_expletive(scene, begin, end):
        return []
    return subject(scene, begin, gerund=word == "being").parties  # "denied *being* a N"


def in_state(scene: Scene, at: int) -> list[Named]:
    """Return who is in the state that is named: "Ostland *is* in turmoil"."""
    verb = scene.before(at)
    while verb is not None and is_adverb(verb[2]):
        verb = scene.before(verb[0])
    told = verb is not None and (verb[2] in BE or verb[2] in COPULAS)
    return subject(scene, verb[0]).parties if told and verb is not None else []


def _set_off(scene: Scene, sign: Unit, end: int, *, joined: bool) -> list[Named]:
    """Return of whom an apposition is that a comma, a dash or a bracket opens."""
    begin, stop, word, _ = sign
    before = scene.before(begin)
    if before is not None and before[2] == ")":
        before = before_brackets(scene, before[0])
    opening = scene.after(stop)
    indefinite = opening is not None and opening[2] in ("a", "an", "another")
    if before is None or ((word != "," or joined) and not indefinite):
        return []
    if opening is not None and (opening[2].endswith("ing") or is_adverb(opening[2])):
        return []  # "Ostland, *possibly endangering* Ns"
    return _apposed(scene, before, end, indefinite=indefinite)


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


def _apposed(scene: Scene, unit: Unit, end: int, *, indefinite: bool) -> list[Named]:
    """Return the party before "…, a N" if the apposition closes after it, or goes on as one."""
    if unit[3] is None or (unit[3].adjective and not is_abbreviation(scene, unit[3])):
        return []
    before = scene.before(unit[0])
    closing = scene.after(end)
    one = closing is not None and closing[2] == "who" and scene.low[end - 1] != "s"
    if before is not None and before[2] == "," and not (indefinite or one):
        return []  # one of a list: "Fenn, Orlow, the Ns"
    if closing is not None and closing[2] == "who" and unit[3].kind == "person":
        return [unit[3]]  # "Fenn, the N who V"
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
