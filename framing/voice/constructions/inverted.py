"""Content, then the cue and its source: "C, said the mayor"."""

from __future__ import annotations

from typing import Final

from framing.language.reportwords import BEARING_WORDS
from framing.values import Span
from framing.voice.constructions.trailing import frames_bare, read_trailing
from framing.voice.grammar.subjects import subject_after, subject_before
from framing.voice.rules import Rule
from framing.voice.sources.whospeaks import can_say, profile_at
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.vocabulary import ADDRESSEE, CLAUSE, OBJECT, QUESTION, Verb
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["RULES", "read_inverted", "read_said"]

RULES: Final = (
    Rule(
        "inverted",
        "stands before a reporting word and its source (…, said the mayor)",
        "trailing",
        inner=True,
        yes=(
            "“The ⟦thugs⟧ must go,” said Mayor Ilse Brandt.",
            "The ⟦rebels⟧ had fled, said Brandt.",
            "“The ⟦thugs⟧ must go,” added Orlo Venn, her deputy.",
            "The ⟦rebels⟧ had fled, admitted Brandt.",
            "The ⟦rebels⟧ have fled, claims the ministry.",
            "Said Brandt: the ⟦rebels⟧ have fled.",
            "Have the ⟦rebels⟧ fled, asked Brandt.",
        ),
        no=(
            "“The thugs must go,” said Orlo Venn, who runs the ⟦cursed⟧ port.",
            "“We stay,” said the ⟦regime⟧’s envoy.",
            "She met the ⟦rebels⟧, praised Brandt, and left.",
            "The law bars the ⟦rebels⟧, claims of pay and strikes.",
            "Said Brandt the ⟦rebel⟧ on Monday.",
            "The ⟦rebels⟧ who fled — a third of them — cited the Osk Board.",
            "Ilse Brandt, 59, who saw the ⟦junta⟧ fall, said the event brought back old times.",
        ),
    ),
)

_ENDS_SOURCE = any_of("end|open|dash|right")
_OPENER = Tags.IN_OR_TO
_CLAUSE_BEFORE = pattern("<finite|speech-mark>")
_INSERTED = pattern(
    """
    , (?:<^open>{0,12} <who> | <ing-form>) <^comma>{1,40} (?=,)
    """
)
_REPORTS = Tags.REPORTING
_BREAKS_IN = any_of("say|claim|said|wrote|says")
_GOES_ON = pattern(", <adv>* <aux|present|past|participle>")
_BROKEN = pattern("<open>")
_SAYS_SO, _SAY_SO = any_of("says|claims"), any_of("say|claim")
_NAME_DID = pattern("<name>{1,4} <adv>? <past|said>")  # "backs raid, says | Venn erred"
_QUOTED_WHO = pattern("<det> <^open>{0,6} “ <quoted>*+ <closing> <who> <^comma>+ ,")
_SPEAKS = any_of("name|the")
_MEANWHILE = pattern("<as> {core} <aux|past|wrote|said>")
_WHO_SPEAK = frozenset(("named", "institution", "official", "document"))
_FRAGMENT = 7  # tokens, with the marks; fewer are no sentence


def read_inverted(reader: UnitReader, verb: Verb, begin: int, stop: int, before: str) -> bool:
    """Read "…, said Ortiz, who was there."; tell whether it was that."""
    mask = reader.mask
    source = subject_after(mask, stop, reader.end)
    if source is None or set(mask[slice(*source)]) <= set(Tags.TIME):
        return False  # "Venn, who was there, said Monday, “Q”"
    at = mask.find(Tag.AS, source[0] + 1, source[1])
    if at > 0 and _MEANWHILE.match(mask, at, reader.end):
        source = source[0], at  # "said Ortiz | as the boats burned"
    after = mask[source[1]] if source[1] < reader.end else Tag.STOP
    if mask[begin] == Tag.CLAIMS and _BROKEN.search(mask, *source):
        return False  # "slams “unfair” deal, claims Venn “lied”"
    if before in Tags.CLOSING:
        opened = mask.rfind(Tag.OPEN, reader.low, begin)
        if opened > reader.low and mask[opened - 1] in _REPORTS:
            return False  # "Gunmen shouting “Q” stormed the office"
    if before in Tags.SET_OFF:
        if not _follows_pause(reader, verb, begin, source, after):
            return False
    elif (
        before == Tag.CUT
        and not _bears_words(reader, source)
        and (after not in _ENDS_SOURCE or begin - mask.rfind(Tag.OPEN, 0, begin) < _FRAGMENT)
    ):
        return False  # "argued that “liberals” allowed it"
    elif before == Tag.CLOSE and after == Tag.THAT and subject_before(mask, reader.low, begin):
        return False  # "Venn, a writer for “Low Tide,” told the court that C"
    elif after in Tags.AUX:
        return False  # "Venn, citing “Q,” said the fleet would go"
    read_trailing(reader, "inverted", verb, source, (begin, stop), begin, source[1])
    return True


def _follows_pause(reader: UnitReader, verb: Verb, begin: int, source: Span, after: str) -> bool:
    """Whether a verb after a comma or a dash, at token `begin`, tells who said what stands before.

    `after` is the tag after the source.
    """
    mask = reader.mask
    quotes = Tag.OPEN in mask[reader.low : begin]
    if not quotes and not frames_bare(verb):
        return False  # "The wrestler, nicknamed the Hammer, went home"
    marked = quotes or verb.frames & (CLAUSE | QUESTION)
    takes_object = verb.frames & OBJECT or mask[begin] == Tag.CLAIMS or not marked
    if takes_object and not _ends_all(reader, verb, begin, source):
        dashed = mask[begin - 1] == Tag.DASH
        if dashed or verb.frames & ADDRESSEE or not _ends_sentence(reader, begin, source):
            return False  # "the men — a third of them — cited the state of the port"
    if after not in _ENDS_SOURCE or _is_thing(reader, source):
        return False  # "protects them, allows late votes, and requires C"
    clause = _holds_clause(reader, source)
    if clause and _QUOTED_WHO.fullmatch(mask, reader.low, begin):
        return False  # "The “maverick,” who fell ill, said | the board made a mistake"
    did = mask[begin] in _SAYS_SO and _NAME_DID.match(mask, *source) is not None
    if clause and (did or subject_before(mask, reader.low, begin)):
        return False  # "Venn, who came, said the event brought back memories"
    commas = mask.count(Tag.COMMA, reader.low, begin)
    if mask[reader.low] in _OPENER and commas == 1:
        return True  # "In the port, said Venn, …"
    if not _no_clause(reader, begin) or _breaks_in(reader, begin, source):
        return True
    return not (after == Tag.COMMA or commas > 1 or clause)


def read_said(reader: UnitReader, verb: Verb, stop: int) -> None:
    """Read "Said Ortiz: C" at the start of a sentence."""
    mask = reader.mask
    source = subject_after(mask, stop, reader.end)
    if (
        source is None
        or mask[source[1] : source[1] + 1] != Tag.COLON
        or source[1] + 2 >= reader.end
    ):
        return
    if not _is_thing(reader, source):
        content = [(source[1] + 1, reader.end)]
        reader.add("inverted", "leading", verb, source, (reader.low, stop), content)


def _ends_all(reader: UnitReader, verb: Verb, begin: int, source: Span) -> bool:
    """Whether who speaks ends a headline, "C, warn doctors", or a question, "Is it C, asked he"."""
    if verb.frames & QUESTION and reader.mask[reader.low] in Tags.AUX + Tag.WHAT:
        return not reader.mask[source[1] : reader.end].strip(Tag.STOP)
    headline = reader.page.units[reader.number].zone == "headline"
    last = reader.mask[source[1] : reader.end].strip(Tag.STOP) == ""
    plural = reader.word(source[1] - 1).endswith("s")
    before = reader.mask[reader.low : begin]
    one = reader.mask[begin] in _SAYS_SO and not plural
    speaks = source[1] - source[0] == 1 and profile_at(reader.page, source).kind in _WHO_SPEAK
    one = one and (speaks or not set(Tags.AUX).isdisjoint(before))
    return headline and last and (one or (plural and reader.mask[begin] in _SAY_SO))


def _ends_sentence(reader: UnitReader, begin: int, source: Span) -> bool:
    """Whether one who speaks ends the sentence: "C, claims Venn", "C, admitted the ministry".

    In "she met voters, praised Venn, and left" what such a verb takes is its object.
    """
    mask = reader.mask
    if source[1] < reader.end and mask[source[1]] not in Tag.STOP + Tag.SEMICOLON:
        return False
    if mask[source[0]] not in _SPEAKS or _BROKEN.search(mask, *source):
        return False
    if FINITE_VERB.search(mask, reader.low, begin) is None:
        return False
    comma = mask.find(Tag.COMMA, *source)  # "Venn | , the mayor of Osk"
    end = comma if comma > 0 else source[1]
    return profile_at(reader.page, (source[0], end)).kind in _WHO_SPEAK


def _breaks_in(reader: UnitReader, begin: int, source: Span) -> bool:
    """Whether a verb and its source stand between a subject and its verb: "C, say critics, is C".

    The verb is a bare form without "the" after it, or a past one before people who are named.
    """
    mask, last = reader.mask, source[1] - 1
    if mask[begin] not in _BREAKS_IN or mask[begin - 1] != Tag.COMMA:
        return False
    if _GOES_ON.match(mask, source[1], reader.end) is None:
        return False
    if subject_before(mask, reader.low, begin) is not None:
        return False  # "Venn, who runs the port, said Brandt, 18, was shot"
    named = any(mask[at] == Tag.NAME for at in range(*source))
    return named or reader.lowered[last].endswith("s")


def _bears_words(reader: UnitReader, source: Span) -> bool:
    """Whether a source is a thing that words are written on: "“Out!”, read one banner"."""
    return any(reader.lowered[at] in BEARING_WORDS for at in range(*source))


def _is_thing(reader: UnitReader, source: Span) -> bool:
    """Whether a source is nobody who can say a thing."""
    return reader.mask[source[0]] not in Tags.PRONOUN and not can_say(reader.page, source)


def _holds_clause(reader: UnitReader, source: Span) -> bool:
    """Whether what follows a verb is a clause, and no name with "who …" after it."""
    relative = reader.mask.find(Tag.WHO, *source)
    stop = relative if relative > source[0] else source[1]
    return FINITE_VERB.search(reader.mask, source[0], stop) is not None


def _no_clause(reader: UnitReader, begin: int) -> bool:
    """Whether only a subject and what is inserted after it stand before a cue."""
    mask = reader.mask
    if _CLAUSE_BEFORE.search(mask, reader.low, begin) is None:
        return True
    return _CLAUSE_BEFORE.search(_INSERTED.sub("", mask[reader.low : begin])) is None
