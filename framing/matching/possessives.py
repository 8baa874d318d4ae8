"""Whom a possessive pronoun stands for: the party that fits, its verb's subject, who follows."""

from __future__ import annotations

from framing.language.closed import SUBORDINATORS
from framing.language.partywords import TITLES
from framing.language.roleverbs import JUDGED
from framing.language.wordclasses import BREAKS, CLOSED, PERSONAL, PREPOSITIONS, QUANTITIES
from framing.matching.aliases import Named
from framing.matching.doers import subject
from framing.matching.owners import Owner
from framing.matching.pronouns import fitting, pronoun_party
from framing.matching.scene import Scene
from framing.matching.unlisted import is_calling

__all__ = ["antecedent"]

_COMMAS = 4  # after a pronoun, behind which the subject is looked for
_REACH = 200  # characters in which they stand
_FAR = 5  # words a verb may stand away from its noun


def antecedent(scene: Scene, pronoun: Owner) -> Named | None:
    """Return whom a possessive pronoun stands for: the only party that fits, or its subject.

    "Troops of Varenia had stepped up *their* N" is Varenia's, whoever else was named before; "his
    own N" is always its subject's.
    """
    own = scene.low.startswith(" own ", pronoun.start + len(pronoun.word))
    if not own and (judges := _judging(scene, pronoun.start)):
        return pronoun_party(scene, pronoun.start, pronoun.word, but=judges)
    found = None if own else _ahead(scene, pronoun)
    found = found or (None if own else pronoun_party(scene, pronoun.start, pronoun.word))
    if found is not None and not own and _is_told_later(scene, pronoun, found):
        return None
    since = scene.quoted_since(pronoun.start)
    unit = scene.before(pronoun.start)
    for _ in range(_FAR):
        if found is not None or unit is None or unit[3] is not None or unit[2] in BREAKS:
            return found
        if unit[0] < since or (pronoun.word in PERSONAL and is_calling(unit[2])):
            return None  # "Fenn says a *heckler* is to pay for his N"
        if unit[2] not in CLOSED:
            parties = fitting(scene, subject(scene, unit[0]).parties, pronoun.word)
            found = parties[0] if len(parties) == 1 else None
        unit = scene.before(unit[0])
    return found


def _judging(scene: Scene, at: int) -> list[Named]:
    """Return who judges somebody else's: "Ostland *confirmed* many of their Ns"."""
    unit = scene.before(at)
    while unit is not None and (unit[2] == "of" or unit[2] in QUANTITIES):
        unit = scene.before(unit[0])
    return [] if unit is None or unit[2] not in JUDGED else subject(scene, unit[0]).parties


def _is_told_later(scene: Scene, pronoun: Owner, found: Named) -> bool:
    """Tell whether another may be meant, who is the subject after the clause of a pronoun.

    "Orlow left. But while *his* N won the hall, *Fenn* lost it."
    """
    if pronoun.word not in PERSONAL or found.start >= scene.first:
        return False
    first = scene.after(scene.first)
    if first is not None and first[2] in ("and", "but"):
        first = scene.after(first[1])
    if first is None or not (first[2] in SUBORDINATORS or first[2] in PREPOSITIONS):
        return False
    at, last = pronoun.start, min(scene.last, pronoun.start + _REACH)
    for _ in range(_COMMAS):
        comma = scene.low.find(", ", at, last)
        unit = None if comma < 0 else scene.after(comma + 1)
        while unit is not None and (unit[2] == "the" or unit[2] in TITLES):
            unit = scene.after(unit[1])
        if unit is None or unit[2] in CLOSED:
            return False
        if unit[3] is not None:
            other = unit[3].party != found.party
            return other and bool(fitting(scene, [unit[3]], pronoun.word))
        at = unit[1]  # "his N, loud *message, Fenn*"
    return False


def _ahead(scene: Scene, pronoun: Owner) -> Named | None:
    """Return the subject that a pronoun in the words before it stands for.

    "In *his* latest N, Fenn spoke"; only where nobody was named in the sentence before it.
    """
    first = scene.after(scene.first)
    if first is None or first[2] not in PREPOSITIONS or first[1] + 1 != pronoun.start:
        return None
    comma = scene.low.find(", ", pronoun.start, scene.last)
    unit = None if comma < 0 else scene.after(comma + 1)
    while unit is not None and (unit[2] in TITLES or unit[2] == "the"):
        unit = scene.after(unit[1])
    party = None if unit is None else unit[3]
    if party is None or any(each.start < comma for each in scene.named):
        return None
    found = fitting(scene, [party], pronoun.word)
    after = scene.after(party.end)
    owns = after is None or after[2] in ("'s", "'", "and", ",")
    return found[0] if found and not owns else None
