"""Who does what a verb or a noun names: subjects, however far from it they stand."""

from __future__ import annotations

from typing import NamedTuple

from framing.language.bindingwords import CHARGED_WITH_A_DEED
from framing.language.boundwords import CONVICTED
from framing.language.closed import REFLEXIVES
from framing.language.partywords import TITLES
from framing.language.roleverbs import (
    DEMANDS,
    OBJECT_CONTROL,
    REFUSED,
    REPORTED,
    SAID,
    SHOWED,
    STOPPED,
    USED,
    WHILE_DOING,
)
from framing.language.wordclasses import (
    ACCUSATIONS,
    ADMITTED,
    ATTEMPTS,
    AUXILIARIES,
    BE,
    BLAME,
    BOUNDS,
    BREAKS,
    CHARGES,
    CLOSED,
    CONTROL,
    DETERMINERS,
    INVOLVED,
    OBJECTS,
    OUTRIGHT,
    OWN,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    TIMES,
    UNDER,
    is_adjective,
    is_adverb,
)
from framing.matching.actors import head_before, subjects_in
from framing.matching.aliases import Named
from framing.matching.governing import (
    goes_on_passive,
    is_placed,
    is_relative_of,
    is_short_be,
    over_times,
    spending,
    time_before,
)
from framing.matching.openings import (
    apposed_before,
    apposed_name,
    first_subject,
    joined_subject,
    of_clause,
    placed_subject,
)
from framing.matching.owners import Owner, owner
from framing.matching.passedover import before_aside, before_brackets, before_dashes
from framing.matching.pronouns import fitting, pronoun_party
from framing.matching.scene import Scene, Unit

__all__ = ["Subject", "accused", "heading", "subject"]

_LONG = 18  # words that a first predicate may have before an "and" and a second
_SHORT = 40  # characters of a short opening
_FEW = 3  # spaces before the comma of a short opening
_NEAR = 6  # words after "use" within which an infinitive says what for
_CHAINED = 2  # "and who" before the first "who" of a person
_TELLS = frozenset((*SAID, "that", "why", "how", "whether"))


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
            gerund = gerund or word == "having"  # "left after *having* Ved"
        elif word in TIMES or word.isdigit():
            start = time_before(scene, unit)
            if start is None:
                break
            unit = scene.before(start)
            continue
        elif (
            word == "'s"
            and (before := scene.before(unit[0]))
            and (before[2] in SUBJECTS or before[2] in RELATIVES or is_short_be(scene, unit))
        ):
            unit = before  # "he's lying", "Fenn, who's been Ving"
            break
        elif not (is_adverb(word) or word in REFLEXIVES or word == "both"):
            if not scene.low.endswith(OUTRIGHT, scene.first, unit[1]):
                break
            unit = scene.before(unit[0]) or unit
        unit = scene.before(unit[0])
    if unit is None or depth > 2:
        return Subject([], passive)
    passive = passive or (unit[2] == "and" and goes_on_passive(scene, unit[0]))
    return Subject(_heading(scene, unit, gerund=gerund, depth=depth), passive)


def heading(scene: Scene, unit: Unit) -> list[Named]:
    """Return whom a subject or a relative pronoun stands for."""
    return _heading(scene, unit, gerund=False, depth=0)


def _heading(scene: Scene, unit: Unit, *, gerund: bool, depth: int) -> list[Named]:
    """Return the parties that end in a unit before a verb, as its subject."""
    start, _, word, party = unit
    if party is not None:
        return subjects_in(scene, unit)
    if gerund and (found := _of_gerund(scene, unit, depth)) is not None:
        return found
    if word == "to":
        return _controlling(scene, start, depth)
    if word in SUBJECTS:
        return _pronoun(scene, unit, depth)
    if word in RELATIVES:
        return _of_relative(scene, unit)
    if word == "," and (aside := before_aside(scene, start)) is not None:
        if aside[2] in TIMES and (since := time_before(scene, aside)) is not None:
            aside = scene.before(since)  # "Fenn *on Tuesday*, in a letter, V"
        return head_before(scene, aside, strict=True)
    if word == "," and (apposed := apposed_name(scene, start)):
        return apposed
    if word == "|" and (head := before_dashes(scene, start)) is not None and head[3] is not None:
        return head_before(scene, head, strict=not gerund)
    if word == ")":
        return head_before(scene, before_brackets(scene, start), strict=True)
    if word in ("and", "then", "but", ",") or (gerund and word == "|"):
        found = first_subject(scene, start)
        return found if found or word != "and" else _joined(scene, start, depth)
    found = head_before(scene, unit, strict=True) or joined_subject(scene, unit)
    return found or placed_subject(scene, unit)


def _of_gerund(scene: Scene, unit: Unit, depth: int) -> list[Named] | None:
    """Return whose gerund follows a unit: "*after* Ving", "accused *of* Ving"; None if it opens."""
    start, _, word, _ = unit
    if word in ADMITTED:
        return subject(scene, start, gerund=word.endswith("ing"), depth=depth + 1).parties
    kept = scene.before(start) if word == "on" else unit
    if kept is not None and kept[2] in STOPPED:
        return subject(scene, kept[0], depth=depth + 1).parties
    if word in TIMES and (spent := spending(scene, unit)) is not None:
        return subject(scene, spent, depth=depth + 1).parties
    if word in CHARGED_WITH_A_DEED:
        return accused(scene, start, depth)
    bent = scene.before(start) if word in ("on", "in", "at") else None
    if bent is not None and bent[2] in INVOLVED:
        return subject(scene, bent[0], depth=depth + 1).parties  # "is *complicit in* Ving"
    if bent is not None and bent[2] in ADMITTED:
        return accused(scene, start, depth)  # "is *bent on* Ving"
    if word in WHILE_DOING:
        return of_clause(scene, start) or _of_pronoun(scene, start, depth)
    return None


def _of_relative(scene: Scene, unit: Unit, depth: int = 0) -> list[Named]:
    """Return for whom a relative pronoun stands as the subject of its clause."""
    start, _, word, _ = unit
    before = scene.before(start)
    if before is not None and before[2] == ",":
        before = scene.before(before[0])
    if before is not None and before[2] == "and":  # "Fenn, who V and *who* V"
        first = scene.low.rfind(f" {word} ", scene.first, before[0])
        opening = None if first < 0 or depth > _CHAINED else scene.after(first)
        again = opening is not None and opening[2] == word
        return _of_relative(scene, opening, depth + 1) if opening and again else []
    if is_placed(scene, before):
        return []  # "rallies in Ostland that V"
    if word == "who" and before is not None and before[3] is not None:
        before = _whose_state(scene, before, before[3])
    apposed = apposed_before(scene, before)
    if apposed and apposed[0].kind == "person":
        return apposed  # "Fenn, the Ostlandic soldier who"
    if is_relative_of(scene, before):
        return []  # "the widow of Fenn, who"
    found = head_before(scene, before, strict=False)
    if found and word != "who" and found[0].kind != "person":
        opening = scene.before(found[0].start)
        while opening is not None and opening[2] in DETERMINERS:
            opening = scene.before(opening[0])
        if opening is not None and opening[2] in ("by", "'s", "'"):
            return []  # "a memo by Ostlandic members that V"
    return found or apposed


def _whose_state(scene: Scene, unit: Unit, party: Named) -> Unit:
    """Return the person before "of" a state, who alone is "who": "*Orlow of Ostland*, who V"."""
    of = scene.before(unit[0]) if party.kind == "state" and not party.adjective else None
    person = None if of is None or of[2] != "of" else scene.before(of[0])
    named = person is not None and person[3] is not None and person[3].kind == "person"
    return person if named and person is not None else unit


def _of_pronoun(scene: Scene, at: int, depth: int) -> list[Named]:
    """Return whom a pronoun means that is the subject before a gerund: "*he* won by Ving"."""
    unit = scene.before(at)
    for _ in range(_NEAR):
        if unit is None or unit[3] is not None or unit[2] in BOUNDS or unit[2] == ",":
            return []
        if unit[2] in SUBJECTS:
            return _pronoun(scene, unit, depth)
        unit = scene.before(unit[0])
    return []


def _joined(scene: Scene, at: int, depth: int) -> list[Named]:
    """Return the subject of the verb that an "and" at a position joins to another one."""
    unit = scene.before(at)
    if (
        unit is not None
        and unit[3] is None
        and unit[2] not in CLOSED
        and not _is_proper(scene, unit)
    ):
        found = subject(scene, unit[0], depth=depth + 1).parties
        if found:
            return _of_itself(scene, found)
    for _ in range(_LONG):
        if unit is None or unit[2] in BREAKS or (unit[3] is not None and not unit[3].adjective):
            return []
        if unit[2] in SUBJECTS:
            return _pronoun(scene, unit, depth)
        if unit[2] in AUXILIARIES:
            return _of_itself(scene, subject(scene, unit[0], depth=depth + 1).parties)
        if unit[2] in BOUNDS:
            return []
        unit = scene.before(unit[0])
    return []


def _of_itself(scene: Scene, found: list[Named]) -> list[Named]:
    """Return a first verb's subject, or nobody in words told: "Orlow said *Fenn* lied and V"."""
    unit = scene.before(found[0].start) if found else None
    while unit is not None and unit[2] in DETERMINERS:
        unit = scene.before(unit[0])
    return [] if unit is not None and unit[2] in _TELLS else found


def _is_proper(scene: Scene, unit: Unit) -> bool:
    """Tell whether a word is the end of a name: "bombed Ostland *City* and"."""
    return scene.cased[unit[0]].isupper()


def _controlling(scene: Scene, at: int, depth: int) -> list[Named]:
    """Return whose infinitive begins with the "to" at a position."""
    unit = scene.before(at)
    while unit is not None and is_adverb(unit[2]):
        unit = scene.before(unit[0])
    if unit is not None and unit[2] == ",":
        unit = before_aside(scene, unit[0])  # "tried, with some success, to V"
    if unit is None:
        return []
    if unit[2] in ("whether", "how", "on"):
        return _deliberating(scene, unit, depth)
    if unit[2] in TIMES and (since := time_before(scene, unit)) is not None:
        over = scene.before(since)
        unit = over if over is not None and over[3] is not None else unit  # "on Fenn *today* to V"
    if unit[3] is not None:
        told = _told_to(scene, unit)
        if isinstance(told, list):
            return told
        unit = told
    if unit[2] in ATTEMPTS:
        whose = owner(scene, unit[0])
        return (
            _with_an_attempt(scene, unit[0], depth) if whose is None else _attempting(scene, whose)
        )
    if unit[2] in CONTROL:
        gerund = unit[2].endswith("ing")
        return subject(scene, unit[0], gerund=gerund, depth=depth + 1).parties
    if unit[2] in REPORTED or unit[2] in OBJECT_CONTROL:
        said = subject(scene, unit[0], depth=depth + 1)
        return said.parties if said.passive else []  # "Fenn *was said* to V"
    if unit[2] in TIMES and (start := time_before(scene, unit)) is not None:
        unit = scene.before(start) or unit  # "rejected calls *on Monday* to"
    if unit[2] in DEMANDS:
        verb = scene.before(unit[0])
        if verb is not None and verb[2] in REFUSED:
            return subject(scene, verb[0], depth=depth + 1).parties
    return _using(scene, unit, depth)


def _deliberating(scene: Scene, unit: Unit, depth: int) -> list[Named]:
    """Return who thinks of doing something, or goes on to: "debates *whether* to V"."""
    verb = scene.before(unit[0])
    if verb is None:
        return []
    if unit[2] == "on":
        acts = verb[2] in ("went", "goes", "go", "gone")
    else:
        acts = verb[3] is None and verb[2] not in CLOSED
    return subject(scene, verb[0], depth=depth + 1).parties if acts else []


def _told_to(scene: Scene, unit: Unit) -> list[Named] | Unit:
    """Return the party before an infinitive if it is its subject: "ordered *Fenn* to V".

    Of a passive, "was *ordered* by Orlow to V", the verb; where neither is so, nobody.
    """
    listed = subjects_in(scene, unit, strict=False) or ([] if unit[3] is None else [unit[3]])
    before = scene.before(listed[0].start)
    while before is not None and (before[2] == "the" or before[2] in TITLES):
        before = scene.before(before[0])
    if before is None or (before[2] == "," and _is_short_opening(scene, before[0])):
        return listed  # "In shift, *Varenia* to V"
    if before[2] == "for" or before[2] in OBJECT_CONTROL:
        return listed
    pressed = scene.before(before[0]) if before[2] == "on" else None
    if pressed is not None and pressed[2] in DEMANDS:
        return listed  # "pressure *on Fenn* to V"
    verb = None if before[2] != "by" else scene.before(before[0])
    return [] if verb is None or verb[2] not in OBJECT_CONTROL else verb


def _is_short_opening(scene: Scene, comma: int) -> bool:
    """Tell whether a heading's words before a comma open it: "*In shift*, Varenia to V"."""
    first = scene.after(scene.first)
    return (
        comma - scene.first <= _SHORT
        and first is not None
        and first[2] in PREPOSITIONS
        and scene.low.count(" ", scene.first, comma) <= _FEW
    )


def _using(scene: Scene, unit: Unit | None, depth: int) -> list[Named]:
    """Return who uses something to do what an infinitive says: "*used* the vote to V"."""
    for _ in range(_NEAR):
        if unit is None or unit[3] is not None or unit[2] in BREAKS or unit[2] == ",":
            return []
        if unit[2] in USED:
            return subject(scene, unit[0], gerund=True, depth=depth + 1).parties
        if unit[2] in CLOSED and unit[2] not in DETERMINERS and unit[2] not in OWN:
            return []
        unit = scene.before(unit[0])
    return []


def _with_an_attempt(scene: Scene, at: int, depth: int) -> list[Named]:
    """Return who makes an attempt that is nobody's: "made *a bid* to V", "in *a bid* to V"."""
    unit = scene.before(at)
    while unit is not None and (
        unit[2] in ("a", "an", "any", "no", "the")
        or (unit[2] not in CLOSED and unit[2] not in SHOWED and is_adjective(unit[2]))
    ):
        unit = scene.before(unit[0])
    if unit is None or unit[3] is not None:
        return []
    if unit[2] == "in" and scene.low.startswith(("in a ", "in an "), unit[0]):
        return of_clause(scene, unit[0])
    if unit[2] == "for":
        return accused(scene, unit[0], depth)  # "faulted Fenn *for the decision* to V"
    if unit[2] not in SHOWED:
        return []
    return subject(scene, unit[0], gerund=unit[2].endswith("ing"), depth=depth + 1).parties


def _attempting(scene: Scene, whose: Owner) -> list[Named]:
    """Return whose attempt it is to do something: "Ostland's *plan* to", "his *bid* to"."""
    if whose.party is None:
        meant = pronoun_party(scene, whose.start, whose.word)
        return [] if meant is None else [meant]
    return [] if whose.manner in ("name", "pronoun") else [whose.party]


def accused(scene: Scene, at: int, depth: int = 0) -> list[Named]:
    """Return who is charged, from where the "of" or "for" of the charge begins."""
    unit = over_times(scene, scene.before(at))  # "was accused *on Monday* of"
    if unit is None:
        return []
    under = scene.before(unit[0])
    if under is not None and under[2] == "under" and unit[2] in UNDER:
        return subject(scene, under[0], depth=depth + 1).parties  # "is *under fire* for Ving"
    if unit[2] == "and":
        first = scene.low.rfind(" of ", max(scene.first, at - _SHORT), at)
        return [] if first < 0 or depth > 1 else accused(scene, first + 1, depth + 1)
    if unit[2] in BLAME or unit[2] in ADMITTED:
        return _blamed(scene, unit, depth)
    if unit[2] in OBJECTS:
        return _accused_pronoun(scene, unit, depth)
    parties = head_before(scene, unit, strict=False)
    if not parties:
        return []
    before = scene.before(parties[0].start)
    while (
        before is not None
        and before[2] not in BLAME
        and (
            before[2] in DETERMINERS
            or before[2] in TITLES
            or (is_adjective(before[2]) if before[3] is None else before[3].adjective)
        )
    ):
        before = scene.before(before[0])
    if before is not None and before[2] == "by":  # "Fenn was accused by Orlow of N"
        verb = scene.before(before[0])
        if verb is None or verb[2] not in BLAME:
            return []
        charged = subject(scene, verb[0], depth=depth + 1)
        return charged.parties if charged.passive else []
    if before is not None and before[2] == "against":
        charge = scene.before(before[0])  # "a *lawsuit against* Fenn for N"
        return parties if charge is not None and charge[2] in CHARGES else []
    return parties if before is not None and before[2] in BLAME else []


def _blamed(scene: Scene, unit: Unit, depth: int) -> list[Named]:
    """Return the subject of a word of blame, or whom it tells more of: "Fenn, *charged* with"."""
    before = scene.before(unit[0])
    if before is not None and before[2] in CONVICTED:
        unit, before = before, scene.before(before[0])  # "was *found* guilty of"
    shortened = before is not None and before[3] is not None and not before[3].adjective
    if before is not None and unit[2] in BLAME and unit[2].endswith("ed"):
        head = before if shortened else scene.before(before[0]) if before[2] == "," else None
        if head is not None and head[3] is not None:
            return subjects_in(scene, head, strict=False)
    found = subject(scene, unit[0], gerund=unit[2].endswith("ing"), depth=depth + 1)
    if found.passive or not found.parties:
        return found.parties
    opening = scene.before(found.parties[0].start)
    while opening is not None and (opening[2] in TITLES or opening[2] == "the"):
        opening = scene.before(opening[0])
    if opening is not None and (opening[2] in RELATIVES or opening[2] == "whom"):
        head = scene.before(opening[0])
        if head is not None and head[2] == ",":
            head = scene.before(head[0])
        return head_before(scene, head, strict=False)  # "Orlow, *whom* Fenn blames for"
    return [] if unit[2].endswith("s") else found.parties


def _accused_pronoun(scene: Scene, unit: Unit, depth: int) -> list[Named]:
    """Return whom a pronoun stands for that is charged: "Orlow accused *him* of"."""
    verb = scene.before(unit[0])
    if verb is None or verb[2] not in BLAME:
        return []
    accuser = subject(scene, verb[0], depth=depth + 1).parties
    party = pronoun_party(scene, unit[0], unit[2], but=accuser)
    return [] if party is None else [party]


def _pronoun(scene: Scene, unit: Unit, depth: int) -> list[Named]:
    """Return whom "he", "they" and the like before a verb stand for.

    First who is said to say so: "Varenia said that *it* …", then the only one that fits. Who
    says "it" within quotation marks speaks of another.
    """
    before = scene.before(unit[0])
    if before is not None and before[2] == "that":
        before = scene.before(before[0])
    inside = before is not None and before[0] >= scene.quoted_since(unit[0])
    if inside and before is not None and before[3] is None and before[2] not in CLOSED:
        sayers = subject(scene, before[0], depth=depth + 1).parties
        said = fitting(scene, sayers, unit[2])
        if not said and unit[2] == "it" and len(sayers) == 1 and sayers[0].kind == "body":
            said = sayers
        if len(said) == 1:
            return said
    accusers: list[Named] = []
    if before is not None and before[2] == "where":
        return []  # "was sent to Ostland, *where* they V"
    if before is not None and before[2] in ACCUSATIONS:  # "*Orlow's accusations* that he V"
        whose = owner(scene, before[0])
        accusers = [] if whose is None or whose.party is None else [whose.party]
    party = pronoun_party(scene, unit[0], unit[2], but=accusers)
    return [] if party is None else [party]
