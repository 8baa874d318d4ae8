"""Content before its source and cue, or round them: "C, the mayor said", "C, she said, C"."""

from __future__ import annotations

from typing import Final

from framing.language.closed import ARTICLES
from framing.language.joiningwords import ASKED, WHEN_SAID
from framing.language.smallwords import ASKED_IF
from framing.values import Span
from framing.voice.constructions.assaid import read_as_said
from framing.voice.constructions.gap import read_gap
from framing.voice.grammar.beginnings import ends_here
from framing.voice.grammar.ends import clause_end
from framing.voice.quoted.framedquotes import (
    frames_quotation,
    opens_with_quotation,
    quotation_start,
    quote_follows,
    titled_before,
    verb_is_quoted,
)
from framing.voice.quoted.resumed import goes_on
from framing.voice.rules import Rule
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence
from framing.voice.text.vocabulary import (
    ADDRESSEE,
    CLAUSE,
    QUESTION,
    SPEECH,
    THAT,
    VERDICT,
    Verb,
)
from framing.voice.verbs.hearers import hears
from framing.voice.verbs.unitreader import UnitReader

__all__ = [
    "RULES",
    "frames_bare",
    "read_framed",
    "read_preposed",
    "read_trailing",
]

RULES: Final = (
    Rule(
        "trailing",
        "stands before a source and its reporting word (…, the mayor said)",
        "trailing",
        inner=True,
        yes=(
            "The ⟦rebels⟧ had fled, Brandt said.",
            "“The ⟦thugs⟧ must go,” she said.",
            "The ⟦rebels⟧, Brandt said, had fled.",
            "“The ⟦thugs⟧ must go,” Brandt told reporters on Monday.",
            "“⟦Peace⟧ for all”, she said, “is near”.",
            "‘A ⟦sham⟧’, Brandt called it.",
        ),
        no=(
            "The court, Brandt said, was closed. The ⟦junta⟧ fell.",
            "“The thugs must go,” she said. The ⟦regime⟧ fell a week later.",
            "Brandt raised the ⟦scandal⟧, to which Venn replied that nothing was proven.",
            "When the ⟦rebels⟧ came, she told the story.",
            "A day after the ⟦raid⟧, Brandt called him.",
            "In “⟦Peace⟧ for All”, she said, “the end is near”.",
        ),
    ),
)

_FRAMES = SPEECH | CLAUSE
_TELLS_IT = SPEECH | CLAUSE | THAT
_ENDS_SENTENCE = ("", *any_of("end|day"))
_PRESENT = any_of("say|says|either")
# "They were, | she said, “Q”"
_BEGUN = pattern("<det|pronoun|nominal> <^opens-clause|if|pause|open>{0,20} <aux> ,")
_LINKS = any_of("relative|joins|if")
_BEFORE_CONTENT = any_of("end|joins")
_VERB_OR_QUOTATION = pattern("<finite|open>")
_ONLY_IN_QUESTION = pattern("<in> <^finite|open|opens-clause>+ <what> <^open>+")
_LONG_OPENING = 4  # tokens; what is longer before a cue and has no subject is no mere adjunct
_NO_SUBJECT = any_of("preposition|time|ing-form|who|if|adv|past|comma")
_MAY_STAND_BETWEEN = any_of("in|adv|day|comma")
_CLOSES_CONTENT = any_of("opens-clause|closing|set-off|as")
# "On Monday, the mayor said, | wrongly, that C"
_THEN_THAT = pattern(", <^pause>{1,5} , <that>")
_NOUN_AND_SUBJECT = pattern(
    """
    <the> <adv|noun-like>*? <noun-like>
        (?= <name>+ $ | <the> <nominal|possessive>+ $ | <he> $)
    """
)
# "C, the mayor told reporters | as she left", "C, he said | when asked", "| after the vote",
# "| at a dinner where nobody laughed", "| in a speech that lasted an hour"
_AS_THEY_DID = """(?: <in>? <day> )? (?: <as> {np} <adv>*+ <finite>
    | {pp}{1,2}+ (?: <if|who> | <that> <adv>*+ <finite> )
        <^opens-clause|pause|speech-mark|as|dash>{1,14} (?= <end> | $)
    | (?P<when><if>) <^opens-clause|pause|speech-mark|if|as|dash>{1,14} (?= <end> | $)
        (?! , {np} <adv>*+ <finite>) )"""  # but "said once the vote is held, they will go"
_SAID_AS_THEY_DID = pattern(_AS_THEY_DID)
_TOLD_AS_THEY_DID = pattern(f"(?: <him> | {{core}} ) {_AS_THEY_DID}")
_SPEECH = sequence("“ <quoted> <quoted> <quoted> <quoted>")
_LABEL_BEFORE = pattern(
    "(?: <the> <^finite|time|pause|open>{1,8} | “ <quoted>*+ <closing>) (?: , | (?<=<close>))"
)
_LABELLED_LAST = pattern(
    "(?: <him|pronoun> | <the> <noun-like|name>{1,3}) (?: <in>? <day>)? <stop>"
)


def read_framed(reader: UnitReader, verb: Verb, source: Span, cue: Span) -> bool:
    """Read the constructions in which subject and verb follow the content."""
    mask = reader.mask
    if mask[source[0]] == Tag.OPEN:
        source = _after_signature(mask, source)
    plain = source[1] == cue[0] and verb.frames & _FRAMES
    if source[0] <= reader.low or not (plain or _may_frame(reader, verb, source, cue)):
        return False
    first, stop = _content_stop(mask, reader.low, source[0]), cue[1]
    closes = mask[first - 1]
    if closes not in _CLOSES_CONTENT:
        return False
    if closes == Tag.CUT and mask[first] == Tag.WHO:
        return False  # "called them “invaders” who say they own it"
    if closes in Tags.SET_OFF and not _ends_at_pause(reader, verb, first, stop):
        return False
    if closes in Tags.OPENS_CLAUSE:
        return read_gap(reader, verb, source, cue, first, stop)
    told = closes == Tag.AS and mask[stop : stop + 1] == Tag.IT and verb.frames & _TELLS_IT
    if told and ends_here(mask, stop + 1, reader.end) >= 0:  # "as she sees it, C"
        read_as_said(reader, verb, source, (cue[0], stop + 1), first, stop + 1)
        return True
    split = closes == Tag.COMMA and opens_with_quotation(reader, first - 1)
    if closes != Tag.CLOSE and not split and quote_follows(reader, stop, verb.frames):
        begun = _breaks_off(reader, first, stop)
        if not begun or reader.lead_end > reader.low:
            return False
        if begun != "if":
            read_trailing(reader, "trailing", verb, source, cue, first, stop)
            return True
    if not _ends_clause(reader, verb, first, stop, closes) or _THEN_THAT.match(mask, stop):
        return False
    if _is_in_apposition(reader, source):
        return True  # "…, a charge Brandt denies": said of the charge, and no source of it
    if closes == Tag.AS:
        read_as_said(reader, verb, source, cue, first, stop)
    else:
        read_trailing(reader, "trailing", verb, source, cue, first, stop)
    return True


def _after_signature(mask: str, source: Span) -> Span:
    """Return a source without the quotation that it begins with: “No, never. -K” Brandt tweeted."""
    start, stop = source
    if mask.startswith(_SPEECH, start):
        start = mask.find(Tag.CUT, start, stop - 1) + 1 or start
    return start, stop


def _may_frame(reader: UnitReader, verb: Verb, source: Span, cue: Span) -> bool:
    """Tell whether something stands before a source that its verb, right after it, may report."""
    last, (begun, stop) = source[1], cue
    if not (verb.frames & _FRAMES or (verb.frames & THAT and hears(reader, last - 1, stop - 1))):
        return False
    return last == begun or (last < begun and reader.mask[last] in _MAY_STAND_BETWEEN)


def _breaks_off(reader: UnitReader, first: int, stop: int) -> str:
    """Return "if" where a condition ends at the comma before a source at token `first`.

    It is "begun" where a clause is begun there whose verb follows, and "" where neither is so.
    """
    if reader.mask[first - 1] != Tag.COMMA:
        return ""
    begun = _BEGUN.fullmatch(reader.mask, reader.low, first) is not None
    if begun or verb_is_quoted(reader, first, stop):
        return "begun"
    return "if" if reader.lowered[reader.low] == ASKED_IF else ""


def _content_stop(mask: str, low: int, first: int) -> int:
    """Return where what stands before a source at token `first` stops: before "or so", too."""
    if mask[first - 1] == Tag.ASIDE and mask[first - 2] == Tag.COMMA and first - 2 > low:
        return first - 1  # a mark that nothing opened: 'They left," Brandt said'
    or_so = mask[first - 1] == Tag.BUT and first - 3 > low and mask[first - 2] == Tag.AND
    return first - 2 if or_so and mask[first - 3] in Tags.SET_OFF else first  # "C, or so she says"


def _ends_at_pause(reader: UnitReader, verb: Verb, first: int, stop: int) -> bool:
    """Whether what is said may end at the comma or dash before a source at token `first`."""
    mask = reader.mask
    whom = first + 2 if mask[first + 1 : first + 2] == Tag.OF else first
    if mask[whom : whom + 1] == Tag.WHO:
        return False  # ", who warned of it", ", one of whom warned of it"
    ends = mask[stop : stop + 1] in _ENDS_SENTENCE
    bare = verb.frames & CLAUSE or (ends and (frames_bare(verb) or not verb.frames & SPEECH))
    return bool(bare) or Tag.OPEN in mask[reader.low : first]  # no ", and the fight began"


def _ends_clause(reader: UnitReader, verb: Verb, first: int, stop: int, closes: str) -> bool:
    """Whether a verb that ends at `stop`, after what tag `closes` closed, ends its clause."""
    mask = reader.mask
    if closes == Tag.CLOSE and not titled_before(reader, first - 1):
        if frames_quotation(reader, stop, verb):
            return True
        # "the effect is “mixed,” the report found"
        if mask.rfind(Tag.OPEN, reader.low, first) <= reader.low or not verb.frames & CLAUSE:
            return False
    if ends_here(mask, stop, reader.end, verb.frames) >= 0:
        return True
    if closes != Tag.COMMA or not verb.frames & SPEECH or verb.kind != "neutral":
        return False
    then = _TOLD_AS_THEY_DID if verb.frames & ADDRESSEE else _SAID_AS_THEY_DID
    did = then.match(mask, stop, reader.end)
    if did is None or did["when"] is None:
        return did is not None
    asks = reader.lowered[stop - 1] in ASKED  # "asked her | when she left"
    return not asks and reader.lowered[did.start("when")] in WHEN_SAID


def frames_bare(verb: Verb) -> bool:
    """Whether a verb stands after words without marks: "C, he maintained", "why, he asked"."""
    frames = verb.frames
    return bool(frames & CLAUSE or (frames & SPEECH and frames & (THAT | QUESTION)))


def read_preposed(reader: UnitReader, verb: Verb, source: Span, cue: Span) -> bool:
    """Read "A sham, the mayor called it": the verdict stands before who gives it."""
    mask, low, first = reader.mask, reader.low, source[0]
    if not verb.frames & VERDICT or verb.kind == "belief" or source[1] != cue[0]:
        return False
    before = _LABEL_BEFORE.fullmatch(mask, low, first)
    if before is None or _LABELLED_LAST.match(mask, cue[1], reader.end) is None:
        return False
    if mask[low] != Tag.OPEN and reader.lowered[low] not in ARTICLES:
        return False
    reader.add("trailing", "trailing", verb, source, cue, [(low, first)])
    return True


def _is_in_apposition(reader: UnitReader, source: Span) -> bool:
    """Whether a source is a noun and whose clause about it follows: "a charge | the mayor"."""
    first, stop = source
    if reader.mask[first - 1] not in Tags.SET_OFF or reader.lowered[first] not in ARTICLES:
        return False
    match = _NOUN_AND_SUBJECT.match(reader.mask, first, stop)
    return match is not None and reader.lowered[match.end() - 1] not in reader.sources


def read_trailing(
    reader: UnitReader, rule: str, verb: Verb, source: Span, cue: Span, left: int, right: int
) -> None:
    """Read content before the source and cue, and what goes on after them."""
    mask = reader.mask
    low = reader.framed_end
    if low == reader.low and _has_cue_at(reader, low):
        return  # "Asked whether C, she demurred": the cue that opens has the words before
    while low < left and mask[low] in _BEFORE_CONTENT:
        low += 1
    low = quotation_start(reader, low, left)
    if left - 2 > low and mask[left - 1] == Tag.COMMA and mask[left - 2] in _LINKS:
        between = mask[right : right + 1] == Tag.COMMA and reader.lowered[left - 2] != "so"
        if between or mask[left - 2] in Tags.RELATIVE:
            low = left  # "threats that, the mayor said, are grave": what follows alone
    content = [(low, left)] if left > low else []
    whole = _VERB_OR_QUOTATION.search(mask, low, max(low, left)) is not None
    if whole and mask[low] == Tag.IN and _ONLY_IN_QUESTION.fullmatch(mask, low, left):
        whole = False  # "In her speech on how towns can heal, she tells a joke"
    after = goes_on(reader, low, left, right, bool(content), verb.frames)
    if after >= 0:
        content.append((after, clause_end(mask, after, reader.end, reader.around())))
    when = mask[low] == Tag.IF and not (whole and mask[low + 1] in Tags.ING_FORM)
    if after < 0 and low < left and when and Tag.COMMA not in mask[low : left - 1]:
        return  # "When they came, she told the story": the clause before is no content
    # "He operates on another principle, she said": no verb of which the tables know
    unknown = (
        left - low > _LONG_OPENING and mask[low] not in _NO_SUBJECT and mask[source[0]] != Tag.WHO
    )
    headed = reader.page.units[reader.number].zone == "headline" and mask[low] in Tags.NOMINAL
    headed = headed and mask[cue[0]] in _PRESENT  # "Merger a swindle, union claims"
    whole = whole or ((unknown or headed) and mask[left - 1] == Tag.COMMA)
    if content and (whole or after >= 0 or rule == "inverted"):
        reader.add(rule, "trailing", verb, source, cue, content)


def _has_cue_at(reader: UnitReader, low: int) -> bool:
    """Whether one of the last cues begins at a token."""
    return any(report.cue and report.cue[0] == low for report in reader.found[-2:])
