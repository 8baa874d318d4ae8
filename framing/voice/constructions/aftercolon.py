"""What is said after a colon: "She was blunt: C", "His argument: C", "Her plea was simple: C"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from framing.language.joiningwords import DEICTIC, MAY_BE_THE_WRITER
from framing.language.reportwords import BLUNT, EDITORS, RUBRICS
from framing.language.smallwords import PUTS_IT
from framing.language.sourcewords import INDEFINITE
from framing.language.verdictwords import CRIMES, GROUNDS_GIVEN, TELLS, WAYS
from framing.values import Span
from framing.voice.found import Found, Told
from framing.voice.grammar.nounsaround import possessor, verb_phrase
from framing.voice.grammar.subjects import subject_before
from framing.voice.rules import Construction, Rule
from framing.voice.sources.whospeaks import NAMED_OR_DESCRIBED, profile_at
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, any_of
from framing.voice.text.units import Page, Unit
from framing.voice.text.vocabulary import ACCUSES, Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_colons"]

RULES: Final = (
    Rule(
        "after-colon",
        "stands after a colon and one who speaks out (the mayor was blunt: …; his argument: …)",
        "label",
        act="speech",
        yes=(
            "Brandt was blunt: the ⟦rebels⟧ had to go.",
            "The petition could not be clearer: the ⟦rebels⟧ must go.",
            "Their message to the council was simple: the ⟦rebels⟧ must go.",
            "His main argument: the ⟦rebels⟧ had hurt no one.",
            "Brandt put it this way: the ⟦rebels⟧ had hurt no one.",
            "Brandt accuses the mill of three things: ⟦theft⟧, lies and neglect.",
            "Brandt gave two reasons for the raid: the ⟦rebels⟧, and the port.",
            "Brandt listed her complaints: the ⟦rebels⟧, and the port.",
            "The union has laid out nine demands: the ⟦rebels⟧ must go, and so must the board.",
        ),
        no=(
            "Brandt went the usual way: the ⟦rebels⟧ held the road.",
            "Brandt accuses the mill of theft: the ⟦rebels⟧ are there.",
            "The road had two points: one for the ⟦rebels⟧ and one for the port.",
            "Brandt won two seats: one from a ⟦rebel⟧, and one from Venn.",
            "Brandt rejected two demands: the ⟦rebels⟧ stay.",
            "There were two reasons: the ⟦rebels⟧, and the port.",
            "The road was clear: the ⟦rebels⟧ had gone.",
            "The crew had three men: a cook, a mate and a ⟦rebel⟧.",
            "His last book: the ⟦rebels⟧ of the north.",
            "Editor’s note: The ⟦rebels⟧ have since left the port.",
            "Brandt was ill: the ⟦rebels⟧ had won.",
            "One thing is clear: the ⟦rebels⟧ must go.",
        ),
    ),
)

_BLUNT = pattern("<have|will|be|adv>* <be> <adv>* <any> (?= :)")
_OPENS = any_of("leads-in|comma")
_PUT_IT = pattern("<any> <it> <the|some|in> <any>{1,2} $")
_LINKS = any_of("in|of|that|to")
_BEFORE_NOUN = any_of("det|number|adv|possessive|nominal|past|ing|of|either")
_ABOUT = pattern("<noun-like> <in|of> {core} $")
_REACH = 20  # tokens before a colon in which its verb begins


def read_colons(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what is said after a colon, in order."""
    found: list[Found] = []
    mask, lowered, told = page.mask, page.tokens.lowered, Told(earlier)
    charges: dict[Span, list[Found]] | None = None
    at = mask.find(Tag.COLON)
    while at > 0:
        number = page.unit_of(at)
        if number >= 0 and mask[at + 1 : at + 2] != Tag.OPEN:
            if lowered[at - 1] in CRIMES:
                charges = _charges(earlier) if charges is None else charges
                found.extend(_charged(page, number, at, charges))
            report = _before_colon(page, page.units[number], number, at, words)
            if report is not None and at + 1 not in told:
                found.append(report)
        at = mask.find(Tag.COLON, at + 1)
    return found


def _charges(earlier: Sequence[Found]) -> dict[Span, list[Found]]:
    """Return what somebody is accused of, by unit and by where it ends."""
    found: dict[Span, list[Found]] = {}
    for report in earlier:
        if report.frames & ACCUSES and report.source is not None and report.content:
            found.setdefault((report.unit, report.content[-1][1]), []).append(report)
    return found


def _charged(
    page: Page, number: int, colon: int, charges: Mapping[Span, Sequence[Found]]
) -> Iterator[Found]:
    """Read "accuses the mill of three things: C" at the colon."""
    content = [(colon + 1, page.units[number].end)]
    for report in charges.get((number, colon), ()):
        source, cue = report.source, report.cue
        yield Found("after-colon", "leading", "neutral", source, cue, content, number)


def _before_colon(
    page: Page, unit: Unit, number: int, colon: int, words: Vocabulary
) -> Found | None:
    """Read who speaks out before a colon, or whose argument stands there."""
    if colon + 2 >= unit.end:
        return None
    last = page.tokens.lowered[colon - 1]
    if last in WAYS:
        return _put_so(page, unit, number, colon)
    if last not in BLUNT:
        argued = _argued(page, unit, number, colon, words)
        return _listed(page, unit, number, colon, words) if argued is None else argued
    content = [(colon + 1, unit.end)]
    for at in range(max(unit.start, colon - _REACH), colon):
        said = _BLUNT.match(page.mask, at, colon + 1)
        if said is not None and said.end() == colon:
            break
    else:
        return None
    source = subject_before(page.mask, unit.start, at)
    if source is None or not _speaks_out(page, source, words):
        return None
    return Found("after-colon", "leading", "neutral", source, (at, colon), content, number)


def _speaks_out(page: Page, source: Span, words: Vocabulary) -> bool:
    """Whether a subject speaks, or is what somebody says: "their message to the council"."""
    if page.tokens.lowered[source[0]] in MAY_BE_THE_WRITER:
        return False
    said = [page.tokens.lowered[at] for at in range(*source)]
    if any("clause" in words.nouns.get(word, ((), ""))[0] for word in said):
        return True
    profile = profile_at(page, source)
    person = profile.kind != "group" or profile.person or profile.plural
    return profile.kind in NAMED_OR_DESCRIBED and person


def _argued(page: Page, unit: Unit, number: int, colon: int, words: Vocabulary) -> Found | None:
    """Read "His main argument: C" at the colon."""
    mask, lowered = page.mask, page.tokens.lowered
    noun = colon - 1
    about = _ABOUT.search(mask, max(unit.start, colon - _REACH), colon)
    if about is not None:  # "His verdict | on the vote: a sham"
        noun = about.start()
    frames = words.nouns.get(lowered[noun], ((), ""))[0]
    if "clause" not in frames and (about is None or "opinion-phrase" not in frames):
        return None
    source, begin = possessor(mask, unit.start, noun, lowered)
    first = unit.start
    while first < colon and mask[first] in _OPENS:
        first += 1
    if mask[first + 1 : first + 2] == Tag.BE and lowered[first] in DEICTIC:
        first += 2  # "Such was | the board's verdict: C"
    if source is None and about is not None and mask[noun + 1] == Tag.OF:
        whose = (noun + 2, colon)  # "The verdict of the board: a sham"
        source = whose if noun - 1 == first and _speaks_out(page, whose, words) else None
        begin = first = whose[0] if source is not None else first
    if source is None or source[0] != first:
        return None
    if lowered[colon - 1] in RUBRICS and lowered[source[1] - 1] in EDITORS:
        return None  # "Editor’s note: C" is the outlet's
    label = lowered[colon + 1] in INDEFINITE
    if not label and FINITE_VERB.search(mask, colon + 1, unit.end) is None:
        return None
    content = [(colon + 1, unit.end)]
    return Found("after-colon", "leading", "neutral", source, (begin, colon), content, number)


def _put_so(page: Page, unit: Unit, number: int, colon: int) -> Found | None:
    """Read "She put it this way: C" at the colon."""
    mask = page.mask
    said = _PUT_IT.search(mask, unit.start, colon)
    if said is None or page.tokens.lowered[said.start()] not in PUTS_IT:
        return None
    begin = verb_phrase(mask, unit.start, said.start())
    source = subject_before(mask, unit.start, begin)
    if source is None:
        return None
    content = [(colon + 1, unit.end)]
    return Found("after-colon", "leading", "neutral", source, (begin, colon), content, number)


def _listed(page: Page, unit: Unit, number: int, colon: int, words: Vocabulary) -> Found | None:
    """Read "She gave three reasons for the strike: C" at the colon."""
    mask, lowered = page.mask, page.tokens.lowered
    noun = next(
        (
            at
            for at in range(colon - 1, max(unit.start, colon - _REACH), -1)
            if lowered[at] in GROUNDS_GIVEN
        ),
        -1,
    )
    if noun < 0 or (noun + 1 < colon and mask[noun + 1] not in _LINKS):
        return None
    at = noun - 1
    while at > unit.start and mask[at] in _BEFORE_NOUN and lowered[at] not in TELLS:
        at -= 1
    if lowered[at] not in TELLS and mask[at] == Tag.IN:
        at -= 1  # "laid | out"
    if at <= unit.start or lowered[at] not in TELLS:
        return None
    begin = verb_phrase(mask, unit.start, at)
    source = subject_before(mask, unit.start, begin)
    if source is None or not _speaks_out(page, source, words):
        return None
    content = [(colon + 1, unit.end)]
    return Found("after-colon", "leading", "neutral", source, (begin, colon), content, number)


CONSTRUCTION: Final = Construction(3, read_colons, tags=any_of("colon"))
