"""Whether a form stands as a verb, and where its noun begins: "lied to", "to undermine"."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from functools import lru_cache

from framing.language.bindingwords import GOES_ON, HAVING_DONE, NEGATING
from framing.language.clitics import POSSESSIVE_MARKS
from framing.language.partywords import ORGANS
from framing.language.roleverbs import PASTS
from framing.language.wordclasses import (
    ADMITTED,
    AUXILIARIES,
    BE,
    BEFALLS,
    CLOSED,
    DETERMINERS,
    OBJECTS,
    OWN,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    TIMES,
    is_adjective,
    is_adverb,
)
from framing.matching.scene import Scene, Unit

__all__ = ["has_object", "is_verb", "may_be_verb", "past_opening", "stands_as_verb"]

_MODALS = sorted(AUXILIARIES - BE - frozenset("have has had having not never".split()))
_TO = tuple(f" {word} " for word in ("to", *_MODALS))
_THEY = tuple(f" {word} " for word in sorted(SUBJECTS))
_PARTICLES = PREPOSITIONS | frozenset(("up", "back"))


class _Shape(Enum):
    """What a form may be, as its own words tell."""

    NO_VERB = 0
    CLAUSE = 1  # "were lying", "lied to"
    GERUND_CLAUSE = 2  # "lying about"
    PHRASE = 3  # "stand up to"
    PAST = 4
    PRESENT = 5
    GERUND = 6
    BASE = 7


@lru_cache(8_192)
def _shape(text: str) -> _Shape:
    first, *others = text.split()
    if first in BEFALLS or "by" in others:
        return _Shape.NO_VERB
    if others:
        return _shape_of_several(first, others)
    if text.endswith(("ed", "en")) and not text.endswith("men"):
        return _Shape.PAST
    if text.endswith("ing"):
        return _Shape.GERUND
    return _Shape.PRESENT if text.endswith("s") else _Shape.BASE


def _shape_of_several(first: str, others: list[str]) -> _Shape:
    if first in AUXILIARIES:
        return _Shape.CLAUSE if others[-1].endswith(("ing", "ed", "en")) else _Shape.NO_VERB
    if not PREPOSITIONS.isdisjoint(others) or "when" in others:
        if first.endswith("ed"):
            return _Shape.CLAUSE
        if first.endswith("ing"):
            return _Shape.GERUND_CLAUSE
    opens = others[0] in DETERMINERS or others[0] in OWN or others[0] in _PARTICLES
    if opens and first.endswith(("ing", "ed")):
        return _Shape.GERUND_CLAUSE if first.endswith("ing") else _Shape.CLAUSE
    if others[-1] in _PARTICLES:
        return _Shape.PHRASE
    return _Shape.PAST if others[-1].endswith(("ed", "en")) else _Shape.NO_VERB


def may_be_verb(form: str, others: Collection[str]) -> bool:
    """Tell whether a form may stand as a verb; a bare word only beside another of its forms.

    Examples
    --------
    >>> forms = ["subvert", "subverted", "collusion", "lied to", "a big lie"]
    >>> [form for form in forms if may_be_verb(form, forms)]
    ['subvert', 'subverted', 'lied to']
    """
    word = form.lower()
    shape = _shape(word) if word.strip() else _Shape.NO_VERB
    if shape is _Shape.PRESENT or shape is _Shape.BASE:
        stem = word.removesuffix("s").removesuffix("e")
        return any(stem + end in others for end in ("ed", "ing", f"{stem[-1:]}ed"))
    return shape is not _Shape.NO_VERB


def stands_as_verb(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a form of no part of speech is a verb where it stands.

    Examples
    --------
    >>> low = "fenn vowed to undermine the court, whose undermine he feared "
    >>> scene = Scene(low, 0, len(low), ())
    >>> stands_as_verb(scene, 14, 23), stands_as_verb(scene, 41, 50)
    (True, False)
    """
    low = scene.low
    shape = _shape(low[start:end])
    if shape is _Shape.NO_VERB or shape is _Shape.CLAUSE:
        return shape is _Shape.CLAUSE
    if shape is _Shape.PAST:
        return low.endswith(HAVING_DONE, 0, start) or _is_past(scene, start, end)
    denied = next((start - len(word) for word in NEGATING if low.endswith(word, 0, start)), start)
    if low.endswith(_TO, 0, denied):  # "could *not* V"
        if shape is _Shape.BASE:
            return not low.endswith(" to ", 0, denied) or _opens_object(scene.after(end))
        return shape is _Shape.PHRASE
    if shape is _Shape.PHRASE or shape is _Shape.BASE:
        return shape is _Shape.PHRASE and (
            low.endswith(_THEY, 0, start) or _is_second_verb(scene, start)
        )
    if shape is _Shape.PRESENT:
        if start - 1 not in scene.ends:
            return low.endswith(_THEY, 0, start) or _follows_adverb(scene, start, end)
        return not scene.ends[start - 1].adjective and _opens_object(scene.after(end))
    return _is_gerund(scene, start, end, whole=shape is _Shape.GERUND_CLAUSE)


def _follows_adverb(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a present tense with an object has an adverb or "who" before it."""
    before = scene.before(start)
    told = before is not None and (before[2] in RELATIVES or is_adverb(before[2]))
    return told and _opens_object(scene.after(end))


def _is_second_verb(scene: Scene, at: int) -> bool:
    """Tell whether words that begin with a past tense go on with a clause: "and *took aim at*"."""
    before = scene.before(at)
    first = scene.low[at : scene.low.find(" ", at)]
    if before is None or not (first in PASTS or (first.endswith("s") and is_adverb(before[2]))):
        return False
    if before[2] in TIMES or before[2] == ")":
        return True  # "Fenn on Tuesday *took aim at*", "Fenn (D-Ohio) *took aim at*"
    return before[2] in GOES_ON or before[2] in RELATIVES or is_adverb(before[2])


def _is_past(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a word in "-ed" is a verb: after an auxiliary, "they" or a party."""
    before = scene.before(start)
    while before is not None and before[2].endswith("ly"):
        before = scene.before(before[0])  # "whom Fenn *abruptly* Ved"
    first, _, others = scene.low[start:end].partition(" ")
    if before is None or (others and not first.endswith("ly")):
        return False
    word = before[2]
    if word in SUBJECTS or word in RELATIVES or word in AUXILIARIES:
        return True
    acts = before[3] is not None and not before[3].adjective
    return acts and (_opens_object(scene.after(end)) or _is_told_of(scene, before))


def _is_told_of(scene: Scene, unit: Unit) -> bool:
    """Tell whether a relative clause begins before its subject: "Orlow, *whom* Fenn Ved"."""
    opening = scene.before(unit[0])
    return opening is not None and (opening[2] in RELATIVES or opening[2] == "whom")


def _is_gerund(scene: Scene, start: int, end: int, *, whole: bool) -> bool:
    """Tell whether a word in "-ing" is nobody's, and has an object if it is not `whole`."""
    before = scene.before(start)
    if before is not None and before[2] not in ADMITTED:
        word = before[2]
        if word in BE:
            return True  # "what Fenn *is undermining*"
        if before[3] is not None or word in OWN or word in DETERMINERS or word == "'s":
            return False
    return whole or _opens_object(scene.after(end))


def _opens_object(unit: Unit | None) -> bool:
    return unit is not None and (
        (unit[3] is not None and not unit[3].people)
        or unit[2] in DETERMINERS
        or unit[2] in OWN
        or unit[2] in OBJECTS
    )


def has_object(scene: Scene, end: int) -> bool:
    """Tell whether an object follows a form in "-s", which makes it a verb: "*V-s efforts* by"."""
    unit = scene.after(end)
    if unit is None or scene.low[end - 1] != "s" or unit[0] != end + 1:
        return False
    if unit[2] in DETERMINERS or unit[2] in OWN:
        noun = scene.after(unit[1])
        return noun is not None and noun[2] not in TIMES  # "Ns *this week* by"
    return unit[2].endswith("s") and unit[2] not in CLOSED


def is_verb(scene: Scene, start: int, end: int, part: str) -> bool:
    """Tell whether a form that may be a verb is one where it stands; `part` is a pattern's."""
    if part == "given":
        return stands_as_verb(scene, start, end)
    text = scene.low[start:end]
    if not part:
        if scene.low.endswith(" to ", 0, start) and text.isalpha():
            return not text.endswith("s") and _opens_object(scene.after(end))  # "to *reform* the"
        return text.endswith(("ed", "en")) and scene.low.endswith(HAVING_DONE, 0, start)
    before = scene.before(start)
    word = "" if before is None else before[2]
    if word in AUXILIARIES or word in RELATIVES or word == "to" or (word and is_adverb(word)):
        return True
    if word == "'s" and before is not None:
        subject_of = scene.before(before[0])
        if subject_of is not None and subject_of[2] in SUBJECTS:
            return True  # "he's lying"
    if word in DETERMINERS or word in OWN or word in POSSESSIVE_MARKS:
        return text.endswith("ed")
    after = scene.after(end)
    follows = "" if after is None else after[2]
    if part == "verb":
        if before is not None and before[3] is not None and before[3].adjective:
            return text.endswith(("ed", "ing", "s"))  # "Ostlandic *V* victims"
        modified = word and is_adjective(word) and word not in ADMITTED
        return not (text.endswith("ing") and (follows == "of" or modified))
    if before is None or follows in ("of", "by", "against"):
        return False
    acts = before[3] is not None and not before[3].adjective
    return (
        (acts or word in ORGANS)
        and after is not None
        and (
            after[3] is not None
            or follows in DETERMINERS
            or follows in OWN
            or (text.endswith("s") and bool(follows) and follows not in CLOSED)
        )
    )


def past_opening(scene: Scene, start: int, end: int) -> int:
    """Return where the noun of a form begins that opens with "is a" or "as a"."""
    unit = scene.after(start - 1)
    while unit is not None and unit[1] < end and (unit[2] in BE or unit[2] in ("as", "a", "an")):
        start = unit[1] + 1
        unit = scene.after(unit[1])
    return start
