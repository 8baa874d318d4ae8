"""Whose a noun is, as what stands before it says: a name, a pronoun, an adjective, an operator."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from framing.language.bindingwords import JOINING, WHOSE_ALREADY
from framing.language.boundwords import COMBINING, DEALINGS
from framing.language.clitics import POSSESSIVE_MARKS
from framing.language.closed import NUMBERS
from framing.language.partywords import ORGANS, PEOPLE, TITLES
from framing.language.wordclasses import CLOSED, OPERATORS, OWN, is_adjective
from framing.matching.aliases import Named
from framing.matching.scene import Scene, Unit, has_operator

__all__ = ["Owner", "are_groups", "ends_name", "joined_before", "owner", "paired"]

_FAR = 5  # words a modifier may stand away from its noun
_PASSED = DEALINGS | frozenset((",", "most", "more"))


class Owner(NamedTuple):
    """Whose a noun is, and how that is said.

    `manner` is ``possessive``, ``adjective``, ``name``, ``led``, or ``pronoun``, with `party`
    None and `start` where the pronoun stands. `under` is an adjective that stands between: "her
    *Ostlandic* N".
    """

    party: Named | None
    manner: str
    start: int
    word: str = ""
    under: Named | None = None


def owner(scene: Scene, at: int) -> Owner | None:
    """Return the party that modifies the noun that begins at a position.

    "Ostland's unprovoked N", "Ostlandic troop N", "Ostland-led N", "its brazen N". None where
    people stand between ("Ostlandic rebel N"), where an operator does ("pro-Ostland N",
    "Ostland-backed N"), or where the words between may be a noun or a verb of their own
    ("Ostland faced N").
    """
    possessive = loose = several = verbal = clause = False
    for _ in range(_FAR + 1):
        unit = scene.before(at)
        if unit is None:
            return None
        start, _, word, party = unit
        if party is not None:
            verb = verbal and not (possessive or party.adjective)
            return None if verb else _owned(scene, unit, possessive=possessive, loose=loose)
        if word == "'s" or word == "'":
            if possessive or clause:
                return None  # "Ostland's fears became N"
            possessive = True
        elif possessive:
            acting = scene.before(start) if word in ORGANS else None
            if acting is not None and acting[2] in OWN:
                return Owner(None, "pronoun", acting[0], acting[2])  # "*his* government's N"
            if not _acts_for_owner(scene, unit):
                return None
        elif word in OWN:
            # "his supporters believe Ns" are not his
            return None if several else Owner(None, "pronoun", start, word)
        elif word == "whose":
            return _of_relative(scene, start)
        elif word in OPERATORS and ends_name(scene, start):
            return _led(scene, word, start)
        elif word == "and" and (first := _first_owned(scene, start)) is not None:
            start = first  # "his *aides and* Ns"
        elif _ends_phrase(scene, unit, at):
            return None
        elif not (
            word in _PASSED or is_adjective(word) or word in ORGANS or _is_owned_number(scene, unit)
        ):
            clause = clause or (loose and word.endswith("s"))
            loose = True
            several = several or word.endswith("s")
        verbal = verbal or word.endswith("ed")
        at = start
    return None


def _modifies(scene: Scene, unit: Unit) -> bool:
    """Tell whether a word only says more of a noun, and is none that may be a verb as well."""
    word = unit[2]
    known = word in _PASSED or word in ORGANS or is_adjective(word)
    return known or _is_owned_number(scene, unit)


def _acts_for_owner(scene: Scene, unit: Unit) -> bool:
    """Tell whether a word before "'s" acts for the party before it: "Ostland's *army's* N"."""
    start, _, word, _ = unit
    if word in PEOPLE and are_groups(scene, start):
        return True  # "Hamas *militants'* N"
    return word in ORGANS and _follows_party(scene, start)  # "the Ostlandic *government's* N"


def _led(scene: Scene, operator: str, at: int) -> Owner | None:
    """Return the party before "led" at a position; other operators own nothing."""
    named = scene.before(at)
    leads = operator == "led" and named is not None and named[3] is not None
    return Owner(named[3], "led", named[0]) if leads and named is not None else None


def _ends_phrase(scene: Scene, unit: Unit, at: int) -> bool:
    """Tell whether a word before a position ends the search for whose a noun is."""
    start, _, word, _ = unit
    if word == ",":
        return not _lists_adjectives(scene, start, at)
    if word in ("most", "more") or _is_owned_number(scene, unit):
        return False  # "Fenn's friends and *most* loyal Ns", "his *four* Ns"
    if word in CLOSED or (word in PEOPLE and not are_groups(scene, start)):
        return True
    if word not in DEALINGS:
        return False
    named = scene.before(start)  # "the Ostland War debacle" is not Ostland's
    return named is not None and named[3] is not None and not named[3].adjective


def _of_relative(scene: Scene, at: int) -> Owner | None:
    """Return for whom the "whose" at a position stands: "*Fenn*, whose N"; no town's or widow's."""
    head = scene.before(at)
    if head is not None and head[2] == ",":
        head = scene.before(head[0])
    party = None if head is None else head[3]
    if head is None or party is None or party.adjective:
        return None
    before = scene.before(head[0])
    while before is not None and before[2] in TITLES:
        before = scene.before(before[0])
    if before is not None and before[2] in WHOSE_ALREADY:
        return None  # "the mayor of Ostland, whose N"
    return Owner(party, "possessive", at)


def _first_owned(scene: Scene, at: int) -> int | None:
    """Return where the noun before an "and" begins, if a pronoun or name owns it: "his aides"."""
    noun = scene.before(at)
    if noun is None or noun[3] is not None or noun[2] in CLOSED or noun[2] in ORGANS:
        return None  # "aimed at Fenn's air *force* and Ns"
    whose = scene.before(noun[0])
    if whose is not None and is_adjective(whose[2]):
        noun, whose = whose, scene.before(whose[0])  # "Fenn's *oldest* friends and Ns"
    owned = whose is not None and (whose[2] in OWN or whose[2] in POSSESSIVE_MARKS)
    return noun[0] if owned else None


def _is_owned_number(scene: Scene, unit: Unit) -> bool:
    """Tell whether a word is a number after whoever owns what is counted: "his *four* Ns"."""
    before = scene.before(unit[0]) if unit[2] in NUMBERS else None
    return before is not None and (before[2] in OWN or before[2] in POSSESSIVE_MARKS)


def _follows_party(scene: Scene, at: int) -> bool:
    """Tell whether what acts for a state or a leader stands right after its name."""
    party = scene.ends.get(at - 1)
    if party is None or party.people:
        return False
    return party.adjective or party.kind == "person"


def are_groups(scene: Scene, at: int) -> bool:
    """Tell whether people at a position are a group's, and so the group: "Hamas *militants*"."""
    party = scene.ends.get(at - 1)
    return party is not None and party.kind == "group" and not party.people


def _lists_adjectives(scene: Scene, at: int, end: int) -> bool:
    """Tell whether a comma stands between two adjectives: "unprovoked, illegal N"."""
    before, after = scene.before(at), scene.after(end)
    return all(
        unit is not None and unit[2] not in CLOSED and is_adjective(unit[2])
        for unit in (before, after)
    )


def ends_name(scene: Scene, at: int) -> bool:
    """Tell whether a name and a hyphen, or only a space, end right before a position."""
    return scene.low[at - 1] == " " and at - 1 in scene.ends


def _owned(scene: Scene, unit: Unit, *, possessive: bool, loose: bool) -> Owner | None:
    start, _, _, party = unit
    if party is None or has_operator(scene, start):
        return None
    if possessive:
        return Owner(party, "possessive", start)
    if party.people or loose:
        return None
    before = scene.before(start)
    if before is not None and before[2] in POSSESSIVE_MARKS:
        whose = scene.before(before[0])
        if whose is not None and whose[3] is not None:  # "*Varenia's* Ostlandic N"
            if party.kind == "person" and whose[3].kind in ("", "state", "place"):
                return None  # "*Ostland's* Fenn N" may be either's
            operated = has_operator(scene, whose[0])
            return None if operated else Owner(whose[3], "possessive", whose[0], "", party)
    if before is not None and before[2] in COMBINING:
        return None  # "the Anglo-Ostlandic N" is not Ostland's alone
    if before is not None and not party.adjective and _is_pair(before[3], party):
        return None  # "the Varenia-Ostland N" is said of neither alone
    if before is not None and before[2] in OWN:
        # "his Ostlandic Ns" are his
        return Owner(None, "pronoun", before[0], before[2], party)
    return Owner(party, "adjective" if party.adjective else "name", start)


def _is_pair(one: Named | None, other: Named) -> bool:
    """Tell whether two states beside each other are named as a pair: "Varenian-Ostlandic"."""
    return (
        one is not None
        and one.adjective
        and one.party != other.party
        and one.kind in ("", "state")
        and other.kind in ("", "state")
    )


def paired(scene: Scene, whose: Owner) -> list[Named]:
    """Return the person or party that a hyphen pairs with another: "the *Fenn*-Ostland N"."""
    party = whose.party
    unit = None if party is None or whose.manner != "name" else scene.before(party.start)
    if unit is None or unit[3] is None or party is None or unit[3].adjective:
        return []
    joined = unit[1] + 1 == party.start
    return [unit[3]] if joined and unit[3].kind in ("person", "party") else []


def joined_before(scene: Scene, party: Named) -> list[Named]:
    """Return the parties joined to one before it: all of "American, British and French"."""
    found: list[Named] = []
    joints: tuple[str, ...] = JOINING
    named, low = scene.named, scene.low
    at = bisect_left(named, (party.start,)) - 1
    while at >= 0 and named[at].adjective:
        between = low[named[at].end : party.start]
        pair = between == " " and party.adjective and _is_pair(named[at], party)
        if between not in joints and not pair:
            break
        party = named[at]
        found.append(party)
        joints = (*JOINING, ", ")
        at -= 1
    return found
