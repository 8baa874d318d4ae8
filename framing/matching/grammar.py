"""Which places of English grammar name the parties of a naming: owners, subjects, objects.

Each function looks from one place of a sentence and returns whom grammar puts there, nobody
where it puts nobody or leaves two readings. What slot they fill is decided in `binding`.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from framing.matching.aliases import Named
from framing.matching.scene import Scene, Unit
from framing.matching.wordclasses import (
    AUXILIARIES,
    BE,
    BEFORE_NAMES,
    BLAME,
    BOUNDS,
    CIVILIANS,
    CLOSED,
    CONTROL,
    DETERMINERS,
    DO_NOUN,
    DONE,
    HEADS,
    NAME_VERBS,
    OPERATORS,
    ORGANS,
    OWN,
    PEOPLE,
    PREPOSITIONS,
    RELATIVES,
    TIMES,
    TITLES,
    is_adjective,
    is_adverb,
)

__all__ = [
    "Owner",
    "accused",
    "agent_by",
    "antecedent",
    "doer",
    "joined_before",
    "named_as",
    "noun_phrase",
    "owner",
    "prepositional",
    "subject",
]

_FAR = 5  # words a modifier may stand away from its noun
_WIDE = 8  # words after a passive within which its agent is looked for
_NAMES = 12  # names before a pronoun beyond which nobody can tell whose it is
_REACH = 300  # characters within which the first name of a sentence is the subject of a verb
_JOINED = (" and ", " or ", " & ")
_LOOSE = frozenset(("after", "before", "since", "as", "than", "for", "like", "per", "versus"))
_OBJECT_CONTROL = frozenset(
    "order orders ordered urge urged urges ask asked asks allow allows allowed allowing force "
    "forces forced forcing invite invited inviting encourage encouraged encourages enable enabled "
    "push pushed press pressed want wants wanted expect expected tell told compel compelled "
    "prompt prompted prompting push prompts".split()
)


class Owner(NamedTuple):
    """Whose a noun is, and how that is said.

    `manner` is ``possessive``, ``adjective``, ``name``, ``led``, or ``pronoun``, with `party`
    None and `start` where the pronoun stands.
    """

    party: Named | None
    manner: str
    start: int
    word: str = ""


def owner(scene: Scene, at: int) -> Owner | None:
    """Return the party that modifies the noun that begins at a position.

    "Ostland's unprovoked N", "Ostlandic troop N", "Ostland-led N", "its brazen N". None where
    people stand between ("Ostlandic rebel N"), where an operator does ("pro-Ostland N",
    "Ostland-backed N"), or where the words between may be a noun or a verb of their own
    ("Ostland faced N").
    """
    possessive = loose = verbal = False
    for _ in range(_FAR + 1):
        unit = scene.before(at)
        if unit is None:
            return None
        start, _, word, party = unit
        if party is not None:
            if verbal and not (possessive or party.adjective):
                return None
            return _owned(scene, unit, possessive=possessive, loose=loose)
        if word == "'s" or word == "'":
            if possessive:
                return None
            possessive = True
        elif possessive or (word == "," and not _lists_adjectives(scene, start, at)):
            return None
        elif word in OWN:
            return Owner(None, "pronoun", start, word)
        elif word in OPERATORS and _ends_name(scene, start):
            named = scene.before(start)
            if word == "led" and named is not None and named[3] is not None:
                return Owner(named[3], "led", named[0])
            return None
        elif (word in CLOSED and word != ",") or word in PEOPLE:
            return None
        elif word != "," and not (is_adjective(word) or word in ORGANS):
            loose = True
        verbal = verbal or word.endswith("ed")
        at = start
    return None


def _lists_adjectives(scene: Scene, at: int, end: int) -> bool:
    """Tell whether a comma stands between two adjectives: "unprovoked, illegal N"."""
    before, after = scene.before(at), scene.after(end)
    return all(
        unit is not None and unit[3] is None and unit[2] not in CLOSED and is_adjective(unit[2])
        for unit in (before, after)
    )


def _ends_name(scene: Scene, at: int) -> bool:
    return scene.low[at - 1] == " " and at - 1 in scene.ends


def _owned(scene: Scene, unit: Unit, *, possessive: bool, loose: bool) -> Owner | None:
    start, _, _, party = unit
    if party is None or _operated(scene, start):
        return None
    if possessive:
        return Owner(party, "possessive", start)
    if party.people or loose:
        return None
    return Owner(party, "adjective" if party.adjective else "name", start)


def _operated(scene: Scene, at: int) -> bool:
    """Tell whether "pro", "anti" and the like stand before a name."""
    unit = scene.before(at)
    return unit is not None and unit[2] in BEFORE_NAMES


def joined_before(scene: Scene, party: Named) -> list[Named]:
    """Return the parties joined to one before it: all of "American, British and French"."""
    found: list[Named] = []
    joints: tuple[str, ...] = _JOINED
    named, low = scene.named, scene.low
    at = bisect_left(named, (party.start,)) - 1
    while at >= 0 and named[at].adjective and low[named[at].end : party.start] in joints:
        party = named[at]
        found.append(party)
        joints = (*_JOINED, ", ")
        at -= 1
    return found


def noun_phrase(scene: Scene, at: int, *, people: bool) -> tuple[list[Named], int]:
    """Return the parties that are the head of the noun phrase after a position, and its end.

    "the Varenians", "Varenia and Ostland", "Varenian forces"; with `people` also "Varenian
    villagers". A party that only modifies something else is none: "the Varenian general",
    "Varenia's sake", "Varenia-backed fighters".
    """
    end = at
    for _ in range(_FAR):
        unit = scene.after(end)
        if unit is None:
            return [], end
        _, stop, word, party = unit
        if party is not None:
            heads, over = _headed(scene, unit, people=people)
            if heads:
                return _with_others(scene, heads, over, people=people)
            return [], over
        if word in OWN or (word in CLOSED and word not in DETERMINERS):
            return [], end if word not in OWN else stop
        if word in BEFORE_NAMES:
            return [], stop
        end = stop
    return [], end


def _headed(scene: Scene, unit: Unit, *, people: bool) -> tuple[list[Named], int]:
    """Return a party if it, or what acts or stands for it, is the head; and where that ends."""
    _, end, _, party = unit
    if party is None:
        return [], end
    following = scene.after(end)
    if following is None:
        return [party], end
    _, stop, word, other = following
    if word in ("'s", "'"):
        after = scene.after(stop)
        if after is not None and _stands_for(after[2], people=people):
            return [party], after[1]
        return [], stop if after is None else after[1]
    if word in OPERATORS and scene.low[end] == " " and not _passive_by(scene, stop):
        return [], stop
    if party.people or not party.adjective or _abbreviation(scene, party):
        return [party], end
    for _ in range(3):
        if other is not None:
            return [other] if not other.adjective else [], stop
        if word in CLOSED:
            return [party], end
        if _stands_for(word, people=people):
            return [party], stop
        if not is_adjective(word):
            return [], stop
        following = scene.after(stop)
        if following is None:
            return [], stop
        _, stop, word, other = following
    return [], stop


def _stands_for(word: str, *, people: bool) -> bool:
    return word in ORGANS or (people and word in CIVILIANS)


def _passive_by(scene: Scene, at: int) -> bool:
    unit = scene.after(at)
    return unit is not None and unit[2] == "by"


def _with_others(
    scene: Scene, heads: list[Named], end: int, *, people: bool
) -> tuple[list[Named], int]:
    """Add the parties that "and" and "or" join to the first one."""
    listed: list[Named] = []
    at = end
    while True:
        unit = scene.after(at)
        if unit is None or unit[2] not in ("and", "or", "&", ","):
            return heads, end
        after = scene.after(unit[1])
        if after is not None and after[2] == "the":
            after = scene.after(after[1])
        if after is None or after[3] is None:
            return heads, end
        more, at = _headed(scene, after, people=people)
        if not more:
            return heads, end
        listed += more
        if unit[2] != ",":
            heads, end, listed = heads + listed, at, []


def prepositional(scene: Scene, at: int, *, people: bool = True) -> dict[str, list[Named]]:
    """Return the parties after each of the prepositions that follow a noun.

    "N of the Kurds by Varenia" gives both; "N committed by Varenia" counts as "by".
    """
    found: dict[str, list[Named]] = {}
    for step in range(5):
        unit = scene.after(at)
        if unit is None:
            return found
        _, end, word, _ = unit
        if word == "and" and not step:
            other = scene.after(end)
            if other is None or other[3] is not None or other[2] in CLOSED:
                return found
            at = other[1]
            continue
        if word in DONE:
            after = scene.after(end)
            if after is not None and after[2] == "out":
                after = scene.after(after[1])
            if after is None or after[2] != "by":
                return found
            _, end, word, _ = after
        if word not in PREPOSITIONS:
            return found
        parties, at = noun_phrase(scene, end, people=people and word != "by")
        found.setdefault(word, parties)
    return found


def agent_by(scene: Scene, at: int) -> list[Named]:
    """Return the agents after the "by" of a passive that ends at a position."""
    for _ in range(_WIDE):
        unit = scene.after(at)
        if unit is None or unit[2] in BOUNDS or unit[2] == ",":
            return []
        if unit[2] == "by":
            return noun_phrase(scene, unit[1], people=False)[0]
        at = unit[1]
    return []


class Subject(NamedTuple):
    """The parties that are a verb's subject, and whether forms of "be" stand before it."""

    parties: list[Named]
    passive: bool


def subject(scene: Scene, at: int, *, gerund: bool = False, depth: int = 0) -> Subject:
    """Return the subject of the verb that begins at a position.

    Auxiliaries, adverbs and times are passed over; relative clauses, infinitives after verbs of
    control ("Varenia tried to V"), charges ("accused Varenia of Ving") and second verbs
    ("Varenia entered and V") are followed as far as one reading goes.
    """
    passive = False
    unit = scene.before(at)
    while unit is not None and unit[3] is None:
        word = unit[2]
        if word in AUXILIARIES:
            passive = passive or word in BE
        elif word in TIMES or word.isdigit():
            start = _time(scene, unit)
            if start is None:
                break
            unit = scene.before(start)
            continue
        elif not is_adverb(word):
            break
        unit = scene.before(unit[0])
    if unit is None or depth > 2:
        return Subject([], passive)
    return Subject(_heading(scene, unit, gerund=gerund, depth=depth), passive)


def _time(scene: Scene, unit: Unit) -> int | None:
    """Return where "on Monday", "in 2014", "last week" begins; None if it is none of these."""
    before = scene.before(unit[0])
    if before is None:
        return None
    if before[2] in ("on", "in", "last", "this", "next", "late", "early", "by"):
        return before[0]
    return unit[0] if unit[2].endswith("day") and before[2] not in PREPOSITIONS else None


def _heading(scene: Scene, unit: Unit, *, gerund: bool, depth: int) -> list[Named]:
    """Return the parties that end in a unit before a verb, as its subject."""
    start, _, word, party = unit
    if party is not None:
        return _subjects(scene, unit)
    if word == "to":
        return _controlling(scene, start, depth)
    if word in ("of", "for", "with", "from") and gerund:
        return accused(scene, start, depth)
    if word in RELATIVES:
        before = scene.before(start)
        if before is not None and before[2] == ",":
            before = scene.before(before[0])
        return _head_before(scene, before, strict=False)
    if word in ("and", "then", "but", ","):
        return _first_subject(scene, start)
    return _head_before(scene, unit, strict=True)


def _head_before(scene: Scene, unit: Unit | None, *, strict: bool) -> list[Named]:
    """Return a party, or the one that what acts for it belongs to, ending in a unit."""
    if unit is None:
        return []
    if unit[3] is not None:
        return _subjects(scene, unit, strict=strict)
    whose = owner(scene, unit[0]) if unit[2] in ORGANS else None
    if whose is None or whose.party is None or (strict and _governed(scene, whose.start)):
        return []
    return [whose.party, *joined_before(scene, whose.party)]


def _subjects(scene: Scene, unit: Unit, *, strict: bool = True) -> list[Named]:
    """Return the coordinated parties that end in a unit, unless a preposition governs them."""
    start, _, _, party = unit
    if party is None or (party.adjective and not _abbreviation(scene, party)):
        return []
    if _operated(scene, start):
        return []
    found = [party]
    while True:
        before = scene.before(start)
        if before is None or before[2] not in ("and", "or", "&", ","):
            break
        other = scene.before(before[0])
        if other is None or other[3] is None or (before[2] == "," and len(found) < 2):
            break
        if other[3].adjective and not _abbreviation(scene, other[3]):
            break
        found.insert(0, other[3])
        start = other[0]
    return [] if strict and _governed(scene, start) else found


def _abbreviation(scene: Scene, party: Named) -> bool:
    """Tell "U.S." and "UK", which are names too, from "American"."""
    return party.end - party.start <= 4 and scene.cased[party.start : party.end].isupper()


def _governed(scene: Scene, at: int) -> bool:
    """Tell whether a preposition stands before the noun phrase that a name begins."""
    unit = scene.before(at)
    while unit is not None and (
        (unit[3] is not None and unit[3].adjective)
        or unit[2] in TITLES
        or unit[2] in DETERMINERS
        or (unit[3] is None and is_adjective(unit[2]))
    ):
        unit = scene.before(unit[0])
    if unit is None:
        return False
    return unit[2] in ("'s", "'") or (unit[2] in PREPOSITIONS and unit[2] not in _LOOSE)


def _controlling(scene: Scene, at: int, depth: int) -> list[Named]:
    """Return whose infinitive begins with the "to" at a position."""
    unit = scene.before(at)
    while unit is not None and unit[3] is None and is_adverb(unit[2]):
        unit = scene.before(unit[0])
    if unit is None:
        return []
    if unit[3] is not None:
        before = scene.before(unit[0])
        if before is not None and (before[2] == "for" or before[2] in _OBJECT_CONTROL):
            return [unit[3]]
        return []
    if unit[2] in CONTROL:
        return subject(scene, unit[0], depth=depth + 1).parties
    return []


def accused(scene: Scene, at: int, depth: int = 0) -> list[Named]:
    """Return who is charged, from where the "of" or "for" of the charge begins."""
    unit = scene.before(at)
    if unit is None:
        return []
    if unit[3] is None and unit[2] in BLAME:
        return subject(scene, unit[0], depth=depth + 1).parties
    parties = _head_before(scene, unit, strict=False)
    if not parties:
        return []
    start = parties[0].start
    before = scene.before(start)
    while before is not None and (before[2] in DETERMINERS or before[2] in TITLES):
        before = scene.before(before[0])
    return parties if before is not None and before[2] in BLAME else []


def _first_subject(scene: Scene, at: int) -> list[Named]:
    """Return the party that begins the sentence, as the subject of a second verb.

    Only where one party opens the sentence and nothing before the second verb opens another
    clause.
    """
    if at - scene.first > _REACH:
        return []
    unit = scene.after(scene.first)
    while unit is not None and (unit[2] in ("the", "a", "'", "|") or unit[2] in TITLES):
        unit = scene.after(unit[1])
    if unit is None or unit[3] is None or unit[1] > at:
        return []
    party = unit[3]
    after = scene.after(party.end)
    if party.adjective and not _abbreviation(scene, party):
        if after is None or after[2] not in ORGANS:
            return []
        after = scene.after(after[1])
    if after is None or after[2] in PREPOSITIONS or after[2] in ("and", "or", ",", "'s", "'", "|"):
        return []
    between = scene.low[party.end : at].split()
    return [] if BOUNDS.intersection(between) or "," in scene.low[party.end : at] else [party]


def doer(scene: Scene, at: int) -> list[Named]:
    """Return who does what a noun names, where a verb says so: "Varenia launched a brutal N"."""
    unit = scene.before(at)
    for _ in range(_FAR):
        if unit is None or unit[3] is not None:
            return []
        word = unit[2]
        if word in DO_NOUN:
            if word in OPERATORS and _ends_name(scene, unit[0]):
                return []
            if word == "out":
                unit = scene.before(unit[0])
                if unit is None or unit[2] not in DO_NOUN:
                    return []
            found = subject(scene, unit[0])
            return [] if found.passive and not unit[2].endswith("ing") else found.parties
        if word in ("of", "for"):
            return accused(scene, unit[0])
        if word in CLOSED and word not in DETERMINERS and word not in OWN:
            return []
        unit = scene.before(unit[0])
    return []


def antecedent(scene: Scene, pronoun: Owner) -> Named | None:
    """Return whom a possessive pronoun stands for: the only party named before it that fits."""
    wanted = pronoun.word in ("his", "her")
    last = bisect_left(scene.named, (pronoun.start,))
    if last > _NAMES:
        return None
    named = [each for each in scene.named[:last] if (each.kind == "person") == wanted]
    if len({each.party for each in named}) != 1 or any(
        _operated(scene, each.start) or _of_people(scene, each) for each in named
    ):
        return None
    return named[0]


def _of_people(scene: Scene, party: Named) -> bool:
    """Tell whether a demonym names people who are not the state, or an operator follows."""
    unit = scene.after(party.end)
    return unit is not None and (unit[2] in PEOPLE or unit[2] in OPERATORS)


def named_as(scene: Scene, start: int, end: int) -> list[Named]:
    """Return who is said to be what a noun or adjective says.

    Beside it ("the N Hamas", "Hamas, a brutal N,"), by a form of "be", or by a verb of naming
    ("called Hamas N", "described Hamas as N").
    """
    return _beside(scene, end) or _predicated(scene, start, end)


def _beside(scene: Scene, end: int) -> list[Named]:
    """Return the parties named right after: "the N Hamas", "N leader X", "N such as Hamas"."""
    unit = scene.after(end)
    comma = False
    for _ in range(4):
        if unit is None:
            return []
        _, stop, word, party = unit
        if party is not None:
            heads, over = _headed(scene, unit, people=False)
            if not heads:
                return []
            if comma:
                closing = scene.after(over)
                closed = closing is None or closing[2] in (",", ".", ")", "|", ";", "who", "which")
                return heads if closed else []
            return _with_others(scene, heads, over, people=False)[0]
        if word == "such":
            following = scene.after(stop)
            if following is None or following[2] != "as":
                return []
            return noun_phrase(scene, following[1], people=False)[0]
        if word == "," and not comma:
            comma = True
        elif not (word in HEADS or word in TITLES or (comma and word == "the")):
            return []
        unit = scene.after(stop)
    return []


def _predicated(scene: Scene, start: int, end: int) -> list[Named]:
    """Return of whom a noun is said: "Hamas is a N", "called Hamas a N", "Hamas, a N,"."""
    unit = scene.before(start)
    for _ in range(_FAR):
        if unit is None:
            return []
        begin, _, word, party = unit
        if party is not None:
            return _object_of_naming(scene, unit)
        if word in BE:
            return subject(scene, begin).parties
        if word == "as":
            before = scene.before(begin)
            if before is None:
                return []
            if before[3] is not None:
                return _object_of_naming(scene, before)
            if before[2] in NAME_VERBS:
                return subject(scene, before[0]).parties
            return []
        if word == ",":
            before = scene.before(begin)
            return _apposed(scene, before, end) if before is not None else []
        if word in ("not", "never") or is_adverb(word) or word in DETERMINERS:
            pass
        elif word in CLOSED:
            return []
        unit = scene.before(begin)
    return []


def _object_of_naming(scene: Scene, unit: Unit) -> list[Named]:
    before = scene.before(unit[0])
    while before is not None and (before[2] in DETERMINERS or before[2] in TITLES):
        before = scene.before(before[0])
    if before is None or before[2] not in NAME_VERBS or unit[3] is None:
        return []
    return [unit[3]]


def _apposed(scene: Scene, unit: Unit, end: int) -> list[Named]:
    """Return the party before "…, a N" if the apposition closes after it."""
    if unit[3] is None or (unit[3].adjective and not _abbreviation(scene, unit[3])):
        return []
    closing = scene.after(end)
    for _ in range(_FAR):
        if closing is None or closing[2] in (",", ".", ")", "|", ";"):
            return [unit[3]]
        if closing[2] in AUXILIARIES or closing[2] in ("and", "or"):
            return []
        closing = scene.after(closing[1])
    return []
