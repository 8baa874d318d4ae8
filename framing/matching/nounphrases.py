"""Noun phrases around a naming: who owns it, and who stands after its prepositions."""

from __future__ import annotations

from framing.language.bindingwords import BEFORE_TIMES
from framing.language.boundwords import PARTY_MEMBERS
from framing.language.clitics import POSSESSIVE_MARKS
from framing.language.closed import NUMBERS
from framing.language.partywords import (
    BELONGINGS,
    CIVILIANS,
    DEPUTIES,
    FOLLOWERS,
    LANDS,
    ORGANS,
    PEOPLE,
    RELATIONS,
)
from framing.language.verbforms import PAST
from framing.language.wordclasses import (
    BEFORE_NAMES,
    BOUNDS,
    BREAKS,
    CLOSED,
    DETERMINERS,
    OWN,
    PREPOSITIONS,
    QUANTITIES,
    TIMES,
    is_adjective,
)
from framing.matching.aliases import Named
from framing.matching.pronouns import pronoun_party
from framing.matching.scene import Scene, Unit, is_operated
from framing.matching.unlisted import after_calling, is_calling

__all__ = [
    "following_of",
    "headed",
    "is_abbreviation",
    "is_one_member",
    "noun_phrase",
    "with_others",
]

_FAR = 5  # words a modifier may stand away from its noun
_FEW = 3  # words of what an adjective modifies
_WIDE = 8  # words after a preposition, or a passive, within which a party is looked for


def noun_phrase(scene: Scene, at: int, *, people: bool) -> tuple[list[Named], int]:
    """Return the parties that are the head of the noun phrase after a position, and its end.

    "the Varenians", "Varenia and Ostland", "Varenian forces"; with `people` also "Varenian
    villagers". A party that only modifies something else is none: "the Varenian general",
    "Varenia's sake", "Varenia-backed fighters".
    """
    end, towns, noun = at, False, ""
    for step in range(_WIDE):
        unit = scene.after(end)
        if unit is None:
            return [], end
        _, stop, word, party = unit
        if noun and _ends_before(scene, unit, noun):
            return [], end
        if party is not None:
            heads, over = headed(scene, unit, people=people)
            if heads and towns and scene.low.startswith(", ", over):
                return heads, over + 1  # "the invasion of Brisca, Ostland, by Varenia"
            if heads:
                return with_others(scene, heads, over, people=people)
            return [], over
        if word == "," and _is_towns(scene, unit):
            end, towns = stop, True
            continue
        if word in QUANTITIES and scene.low.startswith(" of ", stop):
            end = stop + 3
            continue
        if word in OWN and step < 2:
            person = pronoun_party(scene, unit[0], word)
            theirs = None if person is None else following_of(scene, person, stop)
            if theirs is not None:
                owned = [theirs._replace(start=unit[0])]
                return with_others(scene, owned, theirs.end, people=people)
        if word == "and" and step and (joined := _joined_after(scene, stop)):
            return joined
        if word in CLOSED and word not in DETERMINERS:
            return [], end if word not in OWN else stop
        if word in BOUNDS or (step >= _FAR and not scene.cased[unit[0]].isupper()):
            return [], end
        if word in BEFORE_NAMES:
            return [], stop
        if not (word in DETERMINERS or word in NUMBERS or is_adjective(word)):
            noun = scene.cased[unit[0] : stop]
        end = stop
    return [], end


def _ends_before(scene: Scene, unit: Unit, noun: str) -> bool:
    """Tell whether a noun phrase ends before what follows one of its nouns.

    "the murder of a nurse *shocked Ostland*", "of nurses *adore Fenn*", "of Quorl Venn *met* Fenn".
    """
    start, _, word, party = unit
    plural = noun.endswith("s") and noun[0].islower() and not noun.endswith("ss")
    if party is not None:
        return plural and not party.adjective and scene.low[start - 1] == " "
    if word in CLOSED or scene.cased[start].isupper():
        return False
    if word in PAST or word.endswith("ed"):
        return True
    return plural and not is_calling(word)


def _joined_after(scene: Scene, at: int) -> tuple[list[Named], int] | None:
    """Return the parties that an "and" joins to others of no list: "from nurses *and Ostland*".

    Only where the phrase closes after them, so that no clause begins with them.
    """
    unit = scene.after(at)
    if unit is not None and unit[2] == "both":
        unit = scene.after(unit[1])
    heads, over = ([], at) if unit is None else headed(scene, unit, people=False)
    if not heads or unit is None:
        return None
    heads, over = with_others(scene, heads, over, people=False)
    closing = scene.after(over)
    closed = closing is None or closing[2] in BREAKS or closing[2] == ","
    return (heads, over) if closed or (closing and closing[2] in PREPOSITIONS) else None


def _is_towns(scene: Scene, comma: Unit) -> bool:
    """Tell whether a comma stands between a town and its state: "in Brisca, Ostland"."""
    town, state = scene.before(comma[0]), scene.after(comma[1])
    if town is None or town[3] is not None or state is None or state[3] is None:
        return False
    party = state[3]
    is_state = party.kind in ("", "state") and not (party.adjective or party.people)
    owns = scene.low.startswith("'", party.end)  # "after the raid in Brisca, Ostland's minister"
    return is_state and not owns and scene.cased[town[0]].isupper()


def headed(scene: Scene, unit: Unit, *, people: bool) -> tuple[list[Named], int]:
    """Return a party if it, or what acts or stands for it, is the head; and where that ends."""
    _, end, _, party = unit
    if party is None:
        return [], end
    following = scene.after(end)
    if following is None:
        return [party], end
    _, stop, word, other = following
    if (whose := _belonging(scene, party, following, people=people)) is not None:
        return whose
    if word in POSSESSIVE_MARKS:
        after = scene.after(stop)
        if after is not None and (after[2] in LANDS or _stands_for(after[2], people=people)):
            return [party], after[1]
        return [], stop if after is None else after[1]
    if scene.low[end] == " " and is_operated(scene, party):
        return [], stop
    if party.kind == "body" and other is None and scene.low[end] == " " and word not in CLOSED:
        called = _called_after(scene, end)  # "*Supreme Court nominee Quorl Venn*"
        if called or scene.cased[end + 1].isupper():
            return called, called[0].end if called else stop
    if party.people or not party.adjective:
        return [party], end
    if called := _called_after(scene, party.start - 1):
        return called, called[0].end  # "the Ostlandic *soldier Quorl Venn*"
    if is_abbreviation(scene, party) and _stands_alone(scene, party, word):
        return [party], end
    return _modified(scene, party, people=people)


def _belonging(
    scene: Scene, party: Named, following: Unit, *, people: bool
) -> tuple[list[Named], int] | None:
    """Return who or what is a party's, as the head; None where nothing of the kind follows."""
    _, stop, word, _ = following
    if party.kind == "person":
        theirs = following_of(scene, party, party.end)
        if theirs is not None:
            return [theirs], theirs.end
        if word in BELONGINGS:
            return after_calling(scene, party.end) if people else [], stop
    elif party.kind == "party" and is_one_member(scene, party):
        called = _called_after(scene, party.start - 1)  # "by *Democratic Mayor Venn*"
        return called, called[0].end if called else party.end
    elif word in RELATIONS and not party.people:
        return [], stop  # "the murder of Varenia critics"
    return None


def _modified(scene: Scene, party: Named, *, people: bool) -> tuple[list[Named], int]:
    """Return a party whose adjective modifies what acts or stands for it, and where that ends."""
    over = stop = party.end
    for _ in range(_FEW):
        following = scene.after(over)
        if following is None:
            return [], stop
        _, stop, word, other = following
        if other is not None:
            return [other] if not other.adjective else [], stop
        if word in CLOSED:
            return [party], over  # "the Ostlandic general by"
        if _stands_for(word, people=people) or (party.kind == "group" and word in PEOPLE):
            return [party], stop
        if not is_adjective(word):
            return [], stop
        over = stop
    return [], stop


def _called_after(scene: Scene, at: int) -> list[Named]:
    """Return the person named after what he is, but no "clerk *Fenn's* plan"."""
    found = after_calling(scene, at)
    return [] if found and scene.low.startswith(("'s ", "' "), found[0].end) else found


def _stands_alone(scene: Scene, party: Named, follows: str) -> bool:
    """Tell whether an abbreviation is a name where it stands, and modifies no other noun."""
    if _is_one_of_theirs(scene, party):
        return False
    alone = not follows or follows in CLOSED or follows in TIMES or follows in BEFORE_TIMES
    return alone or follows in ORGANS or (party.kind == "party" and follows in DEPUTIES)


def _is_one_of_theirs(scene: Scene, party: Named) -> bool:
    """Tell whether an abbreviation only says whose somebody is: "the CIA *director*"."""
    if scene.low.endswith((" a ", " an "), scene.first, party.start):
        return True
    unit = scene.after(party.end)
    return unit is not None and is_calling(unit[2]) and unit[2] not in ORGANS


def is_one_member(scene: Scene, party: Named) -> bool:
    """Tell whether one of a party's people is meant: "the California *Democrat*, who"."""
    if party.kind != "party" or scene.low[party.start : party.end] not in PARTY_MEMBERS:
        return False
    unit = scene.after(party.end)
    return unit is None or not (unit[2] in ORGANS or unit[2] in CIVILIANS)


def following_of(scene: Scene, party: Named, end: int) -> Named | None:
    """Return those who follow a person named before a position: "Orlov *supporters*"."""
    unit = scene.after(end)
    if unit is not None and unit[2] in POSSESSIVE_MARKS:
        unit = scene.after(unit[1])
    if unit is not None and unit[2] not in FOLLOWERS and is_adjective(unit[2]):
        unit = scene.after(unit[1])  # "Orlov's *presidential* campaign"
    if unit is None or unit[2] not in FOLLOWERS or party.kind != "person":
        return None
    kind = "party" if unit[2] in ("campaign", "camp", "team") else "group"
    return Named(party.start, unit[1], f"{party.party} {unit[2]}", True, False, kind)


def _stands_for(word: str, *, people: bool) -> bool:
    return word in ORGANS or (people and word in CIVILIANS)


def with_others(
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
        more, at = headed(scene, after, people=people)
        if not more:
            return heads, end
        listed += more
        if unit[2] != ",":
            heads, end, listed = heads + listed, at, []


def is_abbreviation(scene: Scene, party: Named) -> bool:
    """Tell "U.S." and "UK", which are names too, from "American"."""
    return party.end - party.start <= 4 and scene.cased[party.start : party.end].isupper()
