"""By which rule what follows a source and its reporting verb is read, or that it is no report."""

from __future__ import annotations

from framing.language.joiningwords import AGES, ASKING, HAVING, LITTLE, QUERIES
from framing.language.reportwords import BEARING_WORDS, NICKNAMED, READS
from framing.language.smallwords import ASKED_IF, FOUND, IT, SEEMING
from framing.language.sourcewords import INDEFINITE
from framing.values import Span
from framing.voice.constructions.passive import passive_end
from framing.voice.constructions.trailing import frames_bare
from framing.voice.grammar.beginnings import after_addressee, is_doing
from framing.voice.grammar.subjects import subject_before
from framing.voice.quoted.titledquotes import names_after, only_names
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.vocabulary import (
    ACCUSES,
    ADDRESSEE,
    CLAUSE,
    DEEMS,
    DOING,
    LABELS,
    LIKENS,
    OBJECT,
    QUESTION,
    SPEECH,
    THAT,
    UNDERTAKES,
    VERDICT,
    Verb,
)
from framing.voice.verbs.quotedas import quotes_another
from framing.voice.verbs.unitreader import UnitReader
from framing.voice.verbs.verdicts import mere_at

__all__ = [
    "ASKED",
    "has_none_before",
    "is_rubric",
    "leading_rule",
    "leads_nothing",
    "over_addressee",
    "read_raising",
    "reads_title",
]

_SHORT = pattern("<any> <noun>? (?: <preposition|if|as|adv|comma|stop|semicolon|dash|and|but> | $)")
_BEFORE_TOO = VERDICT | LABELS | ACCUSES | LIKENS
_TOLD = SPEECH | CLAUSE | THAT
_CLOSES = pattern("<opens-clause|closing|set-off|as>")
_CLAUSE_FOLLOWS = pattern(
    """
    <^finite|opens-clause|pause|if|as|dash|left|right>{1,14}+ (?:<left> <aside>*+ <right>
        | , <^comma>{1,16} ,)? (?:(?<!<to>) <aux|says|wrote>
        | (?<!<to|in|of|possessive>) (?<! <in|of|to> <the>) <present|say>
        | (?<!<in|of|the|possessive>) <participle> (?!<in>) | (?<=<nominal|he>) <participle>)
    | <^finite|either|opens-clause|pause|if|as|dash|left|right>{1,12}+ <either> <det|him|pronoun>
    | <pronoun> <adv>* <finite|either> | (?<! <nominal> ) <he> <adv>* <noun|sure>
    | <name>{1,3}+ <ing> <nominal|the|in>
    | <^finite|opens-clause|pause|if|dash|left|right>{0,12} <who> <^pause>{0,14}?
        <aux|past|say|says|wrote> <^pause>{0,8} <aux|say>
    """
)
# "thinks it barbaric", "believes the clerk a thief", "finds him to be a bore"
_DEEMED = pattern(
    """
    <it|him> <adv>*+ (?: <to> <be> | <the> | “
        | <noun-like|past|ing|said|sure|name>{1,3} (?= <end|that|and|but|in|if|dash> | $))
    | (?: {core} | <det>? <nominal|possessive|adv|past>{0,3} <ing-form> )
        (?:<of|in> {core}){0,2}? (?: <to> <be> | <the> (?= <noun-like|adv|past|ing|open>))
    """
)
# "knows him as the butcher of the port"
_KNOWN_AS = pattern("(?: <the> (?= <as>) | {core} ) <as> ( <the|open> <any>{1,3} )")
_NOUN_VERB = pattern("<the|some>? <noun|adv|number>{0,3}? <nominal> <noun> (?= <the|him>)")
_NAMED = any_of("name|him")
_WHOM_TO = pattern("{core} <to> <adv>* <claim>")
_IT_TO = pattern("<it> <noun|past|ing|adv|sure>{1,2} <to>")  # "found it hard to agree"
_FIRST_CLAUSE = pattern(
    """
    <if> <^pause>{0,14}? <definite|participle|either> <^pause>{0,14}?
        , {np} <adv>*+ <definite|past>
    """
)
_LEADING = {
    Tag.THAT: "leading-that",
    Tag.OPEN: "leading-quote",
    Tag.TO: "leading-to",
    **dict.fromkeys((Tag.WHAT, Tag.IF, Tag.WHO), "leading-question"),
}
ASKED = ADDRESSEE | QUESTION
_BARE = any_of("noun|number")
_NAME_ONLY = pattern("<name>+ (?:<aux|end|who|in|and|colon|right> | $)")


def has_none_before(reader: UnitReader, verb: Verb, begin: int, before: str) -> bool:
    """Whether a verb whose phrase begins at a token can report nothing that stands before it.

    What it reports may end at a comma, a dash, a mark or a pronoun that opens a clause; a verb
    that names or charges may do so before what it says, and one after a relative clause ends that.
    """
    frames = verb.frames
    if frames & _BEFORE_TOO or before == Tag.AS or reader.in_relative:
        return False
    return not frames & _TOLD or _CLOSES.search(reader.mask, reader.low, begin) is None


def over_addressee(reader: UnitReader, stop: int, start: int) -> int:
    """Return the token of "if", "when" behind whom a verb asks, or `start`: "asked her | if C"."""
    at = after_addressee(reader.mask, stop, reader.end)
    if at < 0:
        return start
    asks = reader.lowered[at] == ASKED_IF or (
        reader.lowered[at] in ASKING and reader.lowered[stop - 1] in QUERIES
    )
    return at if asks else start


def leading_rule(reader: UnitReader, verb: Verb, source: Span | None, stop: int, start: int) -> str:
    """Return the rule for content at token `start` after a verb that ends at `stop`, or ""."""
    mask, frames, opens = reader.mask, verb.frames, reader.mask[start]
    if opens == Tag.IF and reader.lowered[start] not in ASKING:
        told = frames & SPEECH and _FIRST_CLAUSE.match(mask, start, reader.end) is not None
        return "leading-clause" if told else ""  # "said once the ice melts, the port will open"
    rule = _LEADING.get(opens) or _bare_rule(reader, frames, start)
    if mask[start - 1] == Tag.COLON and not mask[stop : start - 1].strip(Tag.ADV):
        if rule == "leading-object" and frames & QUESTION and opens in Tags.AUX:
            rule = "leading-clause"  # "asked: is the port a prison?"
        if not rule and (frames_bare(verb) or verb.rest == (IT,)):
            relative = source is not None and mask[source[0] - 1] in Tags.OPENS_CLAUSE
            rule = "" if relative else "leading-clause"  # "the sign read: no dogs"
    if not rule and source is not None and frames & CLAUSE and reader.is_document(source):
        return "leading-object"  # "the survey found few who agreed"
    return rule


def _hides_verb(reader: UnitReader, frames: int, start: int) -> bool:
    """Whether a word that no table holds is the verb of a clause: "the oligarchs | run the port".

    Of two nouns before "the" one alone is in the plural; a verdict has two phrases as well.
    """
    if frames & (VERDICT | LABELS | ADDRESSEE | UNDERTAKES):
        return False
    match = _NOUN_VERB.match(reader.mask, start, reader.end)
    if match is None:
        return False
    noun, verb = reader.lowered[match.end() - 2], reader.lowered[match.end() - 1]
    return noun.endswith("s") != verb.endswith("s")


def _bare_rule(reader: UnitReader, frames: int, start: int) -> str:
    """Rule for content without "that" or a quotation mark: a clause or a noun phrase."""
    little = frames & SPEECH and reader.lowered[start] in LITTLE
    if little and _SHORT.match(reader.mask, start, reader.end):
        return ""  # "said nothing as the mob came"
    if frames & UNDERTAKES and frames & OBJECT and _WHOM_TO.match(reader.mask, start, reader.end):
        return "leading-object"  # "urging the ministry to cancel the visit"
    if frames & DOING and is_doing(reader.mask, start, reader.end):
        done = reader.mask[start] not in Tags.AUX or reader.lowered[start] in HAVING
        return "leading-clause" if done else ""
    if frames & CLAUSE and not _IT_TO.match(reader.mask, start, reader.end):
        says = frames & SPEECH and not frames & OBJECT and frames & QUESTION
        if (
            says
            or _CLAUSE_FOLLOWS.match(reader.mask, start, reader.end) is not None
            or _hides_verb(reader, frames, start)
        ):
            return "leading-clause"
    if frames & OBJECT or (frames & DEEMS and _deems(reader, start)):
        return "leading-object"
    if frames & LABELS and frames & CLAUSE and _knows_as(reader, start):
        return "leading-object"
    return ""


def _knows_as(reader: UnitReader, start: int) -> bool:
    """Whether somebody and what they are known as follow: "knows | him as a tyrant"."""
    match = _KNOWN_AS.match(reader.mask, start, reader.end)
    if match is None:
        return False
    return AGES.isdisjoint(reader.lowered[at] for at in range(*match.span(1)))


def _deems(reader: UnitReader, start: int) -> bool:
    """Whether something and what it is thought to be follow: "thinks | the plan a swindle"."""
    match = _DEEMED.match(reader.mask, start, reader.end)
    if match is None or match.end() >= reader.end:
        return mere_at(reader.mask, start, reader.end, reader.lowered) > 0
    last = match.end() - 1
    if reader.mask[last] != Tag.THE:
        return True  # an adjective, "to be" or a quotation
    if reader.lowered[last] not in INDEFINITE:
        named = not reader.mask[start:last].strip(_NAMED)  # "thinks Venn the ringleader"
        return named and reader.lowered[start - 1] != FOUND
    gives = reader.lowered[start - 1] == FOUND  # "found the men a bed"
    return not gives or reader.mask[start] == Tag.IT


def leads_nothing(
    reader: UnitReader, rule: str, source: Span | None, at: int, start: int, before: str, tag: str
) -> bool:
    """Whether what follows the verb at token `at` is but a name or a title, or nobody's words."""
    if reader.lowered[at] in NICKNAMED and only_names(reader, start):
        return True
    if before == Tag.EDGE:
        clause = rule == "leading-clause"
        if clause and tag == Tag.SAID:
            return reader.mask[start] in _BARE  # "Projected growth came to nothing"
        unsaid = clause and source is None  # "Resolving the issues that …"
        if tag == Tag.SAYING and (unsaid or reader.mask[start - 1] == Tag.OF):
            return True  # "Speaking of the harbour, the mayor …"
    if rule == "leading-object":
        named = tag in Tags.DONE and before == Tag.NOUN and _is_bare_name(reader, start)
        return named or quotes_another(reader, at, start)
    # "Pupils read “The Tempest” in class"
    return rule == "leading-quote" and reads_title(reader, source, at, start)


def _is_bare_name(reader: UnitReader, start: int) -> bool:
    """Whether a name alone stands at token `start`: "a crew called | Venn's Men sailed"."""
    return _NAME_ONLY.match(reader.mask, start, reader.end) is not None


def reads_title(reader: UnitReader, source: Span | None, at: int, start: int) -> bool:
    """Whether people read a work, and no sign reads so: "read “The Tempest”"."""
    if source is None or reader.lowered[at] not in READS or not names_after(reader, start):
        return False
    words = [reader.lowered[index] for index in range(*source)]
    bears = not BEARING_WORDS.isdisjoint(words)
    written = any("document" in reader.sources.get(word, ()) for word in words)
    return not bears and not written and not _is_speech(reader, start)


def _is_speech(reader: UnitReader, start: int) -> bool:
    """Whether a quotation ends like something said."""
    closing = reader.mask.find(Tag.CLOSE, start, reader.end)
    cut = reader.mask.find(Tag.CUT, start, reader.end)
    return closing > start and not start < cut < closing


def is_rubric(reader: UnitReader, source: Span) -> bool:
    """Whether a source is one word that heads a text, as a page prints it: "Story", "Analysis"."""
    first, stop = source
    alone = stop == first + 1 and first == reader.low
    return alone and "rubric" in reader.sources.get(reader.lowered[first], ())


_SEEMS = pattern("<adv>* <noun|past|ing|sure>")


def read_raising(reader: UnitReader, verb: Verb, begin: int, stop: int) -> bool:
    """Read "the plan seems to be dead", which nobody is named to think."""
    mask = reader.mask
    if mask[stop : stop + 1] != Tag.TO and not (
        reader.lowered[stop - 1].startswith(SEEMING) and _SEEMS.match(mask, stop, reader.end)
    ):
        return False
    subject = subject_before(mask, reader.low, begin)
    if subject is None:
        return True  # "the port, which was shut, appeared to be lost"
    if mask[subject[0]] == Tag.IT:
        return False
    parts = [subject, (stop, passive_end(reader, stop, subject[0]))]
    reader.add("passive", "passive", verb, None, (begin, stop), parts)
    return True
