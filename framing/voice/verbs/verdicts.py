"""What a verb says of its object: the verdict is the speaker's, what it is about the outlet's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.language.closed import INDEFINITE_ARTICLES, POSSESSIVES
from framing.language.joiningwords import ADVERSE, MEANWHILE, NO_VERDICT, NOTHING, THAN
from framing.language.reportwords import SERVICE
from framing.language.smallwords import (
    BLAMED_ON,
    BLAMED_ON_OR_FOR,
    EQUATED_WITH,
    ONE,
    REASON_FOR,
    REASON_OVER,
    SUCH,
)
from framing.language.sourcewords import INDEFINITE, PLURALS_WITHOUT_S
from framing.language.verdictwords import MERE, PROCLAIMED
from framing.values import Span
from framing.voice.found import Found
from framing.voice.text.tagpatterns import WHOLE_CLAUSE, pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.vocabulary import (
    ACCUSES,
    BLAMES,
    DEEMS,
    LABELS,
    LIKENS,
    PASSIVE,
    UNDERTAKES,
    VERDICT,
)

__all__ = ["LABEL_FIRST", "mere_at", "part_after", "verdict_of", "without_reason"]

_INFINITIVE = pattern("<to> (?= <adv>* <reporting|present|past|aux|noun|sure|saying|ing>)")
_OF = pattern("<of>")
_OF_DOING = pattern("(?<! <and> ) <of|in> (?= <ing-form>)")  # no "of theft and of | lying"
_AS = pattern("(?<! <as> <adv>) <as> (?! <adv> <as> | <pronoun>)")  # no "as well as", "as he left"
_TO = pattern(
    "<to> (?= <det|nominal|number|possessive|open|adv|past|ing-form|either|him> | <that> <in|of> )"
)
_TO_BE = pattern("<to> <be>")
# "dismissed as farcical | the army's account"
LABEL_FIRST = pattern("(<adv>{0,2} <noun|past|ing|said|adv>) (?= <the> | <name> <^in|of|and>)")
_SECOND = (
    pattern("(?<! <preposition|and|adv|det|possessive>) (?: <det> | “)"),
    pattern("(?<= <name>) (?= <noun>)"),  # "called Venn corrupt"
)
_THEN_CLAUSE = pattern("<that> | <to> (?= <reporting|present|put|have|be>)")
_VERBS = pattern("<definite>")
_ON_THE_PHONE = pattern("(?: <name>{1,4} | <him|the> ) <to> (?= <reporting|present|noun|put>)")
_BASES = any_of("present|say|claim|put")
_SAYS = any_of("reports|say|written|sure")
_BEFORE_PLACE = any_of("in|of|to")
_PEOPLE = Tags.NOUN_LIKE
_THING_ENDS = any_of("noun-like|name|him")
_MERE_REACH = 8  # tokens of what is thought to be something
_PERSONAL = any_of("pronoun|him")
_BARE = any_of("noun|name|adv|past|ing|either|said|cue-noun|sure")


def verdict_of(
    mask: str, report: Found, first: int, stop: int, lowered: Sequence[str]
) -> Span | None:
    """Return what a verb says of its object, or None: "the plan *a giveaway*", "of *theft*"."""
    part = _complement(mask, report, first, stop, lowered)
    if part is None:
        return None
    if not report.frames & (ACCUSES | LABELS | VERDICT):
        return _without_grounds(part, mask, lowered)
    return without_reason(part, mask, lowered, about=bool(report.frames & ACCUSES))


def _complement(
    mask: str, report: Found, first: int, stop: int, lowered: Sequence[str]
) -> Span | None:
    """Return what a verb says of its object with all that follows, or None."""
    if report.frames & ACCUSES:
        charge = part_after(_OF_DOING, mask, first, stop) or part_after(_OF, mask, first, stop)
        return charge or _equal(mask, first, stop, lowered)
    if report.frames & (VERDICT | LABELS) and _preposed(mask, report):
        return first, stop
    if report.cue is not None and mask[report.cue[1] - 1] == Tag.AS:
        if mask[report.cue[0]] in Tags.ING_FORM and _VERBS.search(mask, first, stop):
            return None  # "seeing as the rebels had fled"
        clause = WHOLE_CLAUSE.match(mask, first, stop)
        if clause is not None and lowered[first] not in INDEFINITE and report.frames & PASSIVE:
            return None  # "they attacked as the rebels slept"
        fronted = LABEL_FIRST.match(mask, first, stop)
        main = _VERBS.search(mask, first + 1, stop)  # "talks described as a farce | went on"
        stop = stop if main is None else main.start()
        return (first, stop) if fronted is None else fronted.span(1)
    if report.frames & LABELS:
        labelled = _label(mask, first, stop, lowered) or part_after(_TO_BE, mask, first, stop)
        if labelled is not None:
            return labelled
    if report.frames & BLAMES:
        return _cause(mask, first, stop, lowered)
    if report.frames & LIKENS:
        return _likened_to(mask, first, stop) or _equal(mask, first, stop, lowered)
    if report.frames & VERDICT:
        return _second_phrase(mask, first, stop, lowered)
    if report.frames & DEEMS:
        return _thought_of(mask, first, stop, lowered)
    if report.frames & UNDERTAKES:
        for match in _INFINITIVE.finditer(mask, first, stop):
            verb = lowered[match.end()]
            if mask[match.end()] != Tag.NOUN or not verb.endswith("s") or verb.endswith("ss"):
                return match.start(), stop  # but "compensation | to victims of the fire"
        for at in range(first + 1, stop - 1):
            if lowered[at] in ADVERSE and mask[at + 1] in Tags.ING_FORM:
                return at + 1, stop  # "warned them against turning it into a sham"
        return None
    return None


def _without_grounds(part: Span, mask: str, lowered: Sequence[str]) -> Span:
    """Return what is asked for without its grounds: "to resign | over her remarks"."""
    for at in range(part[0] + 1, part[1] - 1):
        if mask[at] == Tag.IN and lowered[at] == REASON_OVER and lowered[at + 1] in POSSESSIVES:
            return part[0], at
    return part


def without_reason(part: Span, mask: str, lowered: Sequence[str], *, about: bool = False) -> Span:
    """Return a verdict without what the outlet gives as its reason or its time.

    "a traitor *for his remarks*", "a liar *after the vote*"; with `about`, "treason *over the
    vote*" too, where no label can stand before "over".
    """
    first, stop = part
    for at in range(first + 1, stop):
        if mask[at] != Tag.IN and mask[at] != Tag.IF:
            continue
        said = lowered[at]
        own = said == REASON_FOR and at + 1 < stop and lowered[at + 1] in POSSESSIVES
        if own or said in MEANWHILE or (about and said == REASON_OVER):
            return first, at
    return part


def _cause(mask: str, first: int, stop: int, lowered: Sequence[str]) -> Span | None:
    """Return what is blamed where that says what was wrong, or None.

    "Blamed the wreck on *greed*", "blamed *greed* for the wreck"; whoever has an article or a
    name, or is several, is the outlet's: "blamed the rebels for the wreck".
    """
    for at in range(first + 1, stop - 1):
        if mask[at] == Tag.IN and lowered[at] in BLAMED_ON_OR_FOR:
            if lowered[at] == BLAMED_ON:
                return at + 1, stop
            bare = mask[first] == Tag.NOUN and not lowered[first].endswith("s")
            return (first, at) if bare else None
    return (first, stop) if lowered[first] in INDEFINITE_ARTICLES else None


def _likened_to(mask: str, first: int, stop: int) -> Span | None:
    """Return what stands after "to", and no "to" of a participle: "tied to ice to *theft*"."""
    for match in _TO.finditer(mask, first, stop):
        if match.start() == first or mask[match.start() - 1] not in Tags.PARTICIPLE:
            return match.end(), stop
    return None


def _equal(mask: str, first: int, stop: int, lowered: Sequence[str]) -> Span | None:
    """Return what something is equated with: "equated the toll with *theft*", or None."""
    for at in range(first + 1, stop - 1):
        if mask[at] == Tag.IN and lowered[at] == EQUATED_WITH:
            return at + 1, stop
    return None


def _are_plurals(mask: str, lowered: Sequence[str], at: int) -> bool:
    """Whether two plural nouns in small letters stand at a token and right before it."""
    return all(
        mask[place] == Tag.NOUN
        and (lowered[place].endswith("s") or lowered[place] in PLURALS_WITHOUT_S)
        for place in (at - 1, at)
    )


def _preposed(mask: str, report: Found) -> bool:
    """Whether the object stands before: "*what* she called a rout", "*whom* he calls a liar"."""
    first = report.cue[0] if report.cue is not None else 0
    if report.source is not None and report.source[0] < first:
        first = report.source[0]
    if first > 1 and mask[first - 1] == Tag.THAT and mask[first - 2] in _SAYS:
        return False  # "imagine that they call it a day"
    return first > 0 and mask[first - 1] in Tags.OPENS_CLAUSE


def part_after(wanted: re.Pattern[str], mask: str, first: int, stop: int) -> Span | None:
    """Return the part after the first place that matches, or None."""
    match = wanted.search(mask, first, stop)
    return (match.end(), stop) if match is not None and match.end() < stop else None


def _thought_of(mask: str, first: int, stop: int, lowered: Sequence[str]) -> Span | None:
    """Return what something is thought to be: "thinks it *a disgrace* | that nobody was paid"."""
    part = part_after(_TO_BE, mask, first, stop)
    mere = mere_at(mask, first, stop, lowered)
    if mere > 0:
        return mere, stop
    opens = mask[first + 1 : stop].lstrip(Tag.ADV)[:1]
    if part is None or (mask[first] in _PERSONAL and opens != Tag.TO):
        part = _second_phrase(mask, first, stop, lowered)  # "thinks it a disgrace to be paid"
    if part is None:
        return None
    ends = _THEN_CLAUSE.search(mask, part[0] + 1, part[1])
    return part if ends is None else (part[0], ends.start())


def mere_at(mask: str, first: int, stop: int, lowered: Sequence[str]) -> int:
    """Return where what something merely is begins: "thought the men *mere* thugs"; or -1."""
    for at in range(first + 1, min(stop - 1, first + _MERE_REACH)):
        said = lowered[at]
        little = said in NOTHING and (mask[at + 1] == Tag.BUT or lowered[at + 1] in THAN)
        if (said in MERE or little) and mask[at - 1] in _THING_ENDS:
            return at
    return -1


def _label(mask: str, first: int, stop: int, lowered: Sequence[str]) -> Span | None:
    """Return what stands after "as", unless that says what somebody was: "her years as mayor"."""
    labelled = part_after(_AS, mask, first, stop)
    if labelled is None or labelled[0] < first + 2:
        return labelled
    if SUCH in lowered[max(first, labelled[0] - 4) : labelled[0] - 1]:
        return None  # "criticised them on such points as theft"
    return None if lowered[labelled[0] - 2] in SERVICE else labelled


def _second_phrase(mask: str, first: int, stop: int, lowered: Sequence[str]) -> Span | None:
    """Return the second of two noun phrases: "the plan for the port *a mistake*", or None."""
    if _ON_THE_PHONE.match(mask, first, stop):
        return None  # "called Ms. Venn to urge her to stay"
    if lowered[first] in PROCLAIMED:
        return None  # "declared victory over them"
    one = mask.startswith(Tag.THE, first + 1) and lowered[first] == ONE
    if (one or mask[first] in _PERSONAL) and first + 1 < stop:
        return first + 1, stop
    for opening in _SECOND:
        for match in opening.finditer(mask, first + 1, stop):
            at = match.start()
            if not (mask[at - 2] == Tag.TO and mask[at - 1] in _BASES):
                return at, stop  # but "the vote to shut | the mine a disgrace"
    for at in range(first + 1, stop - 1):
        if mask[at + 1] in _BEFORE_PLACE and _are_plurals(mask, lowered, at):
            return at, stop  # "called its authors | puppets of the board"
    last = stop
    while last > first and mask[last - 1] == Tag.STOP:
        last -= 1
    whole = _VERBS.search(mask, first, last) is None and Tag.COMMA not in mask[first:last]
    two = last - first == 2 and mask[first] in _PEOPLE and mask[first + 1] == Tag.NOUN
    two = two and lowered[first].endswith("s") and lowered[first + 1].endswith("s")
    bare = whole and (last - first > 2 or two) and mask[last - 1] in _BARE  # "farmers leeches"
    definite = mask[last - 2] == Tag.THE and lowered[last - 2] not in INDEFINITE
    if bare and (lowered[first] in NO_VERDICT or mask[last - 2] in _BEFORE_PLACE or definite):
        return None  # "considering a harbour bid", "called the men by name"
    return (last - 1, stop) if bare else None
