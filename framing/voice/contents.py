"""Where reported words begin after a cue, and whether a cue ends its clause."""

from __future__ import annotations

from framing.language.joiningwords import AGES, HAVING, LITTLE
from framing.language.sourcewords import INDEFINITE
from framing.voice.tagpatterns import pattern
from framing.voice.tags import Tag, Tags, any_of
from framing.voice.unitreader import UnitReader
from framing.voice.verdicts import mere_at
from framing.voice.vocabulary import (
    ADDRESSEE,
    CLAUSE,
    DEEMS,
    DOING,
    INFINITIVE,
    LABELS,
    OBJECT,
    QUESTION,
    SPEECH,
    THAT,
    UNDERTAKES,
    VERDICT,
)

__all__ = ["bare_rule", "content_start", "ends_here"]

_QUESTIONS = any_of("question|who")
_VERBAL_OPENERS = any_of("saying|put")
_OBJECT_OPENS = any_of(
    "noun-like|det|pronoun|him|that|what|adv|possessive|day|week|number|name|past|ing|written|open"
)

_ADJUNCTS = pattern("{adjuncts}")
# "said, twice, that", "wondered, as I do, why", "argued - naming nobody - that"
_INSERTION = pattern(
    """
    , <^pause|speech-mark|dash>{1,14} , (?=<content>)
    | - <^speech-mark|semicolon>{1,24} - (?=<content>)
    """
)
# "said in an interview to air on “Osk Today,” that C"
_FAR_THAT = pattern(
    """
    <in> <^content|who|end|aux|says|wrote|said|colon|dash|speech-mark>{1,24}
        (?: , | “ <quoted>*+ ” | (?<= <day> <possessive>) <name>{1,4} ) (?= <that> <^end>)
    """
)
# "said in an interview taped before the raids that C"
_TAPED_THAT = pattern(
    "<in> {core} <done|past> <preposition|if> {core} (?= <that> <det|nominal|he|it>)"
)
_WHEN_DOING = pattern(
    """
    <if> (?: <ing-form> | <noun> (?= <the|name|him>) )
        <^content|who|end|colon>{0,12} (?= <that> <^end>)
    """
)
_CONDITION = pattern(", <if> <^pause|speech-mark|dash>{1,8} , (?=<pronoun|det|nominal>)")
_SAYS = CLAUSE | SPEECH | QUESTION
_MAY_OPEN = any_of("preposition|det|time|adv|noun|aside|if")  # what adjuncts begin with
_ADDRESSED = pattern(
    """
    {np} {adjuncts} (?:,?+ (?=<that>) | <introduces>?+ (?=“) | : | (?=<he|what|to>) |
        (?<=<noun>) (?<!<to> <noun>) (?=<det>))
    """
)
# "begged the court | to stop it"
_TOLD_TO = pattern("{core} (?= <to> <adv>* <noun|put> <det|him|nominal>)")
_ADDRESSED_P = pattern(
    """
    (?:<him> | <the> (?=<content|introduces|to|open>)) {adjuncts} (?:,?+ (?=<that>)
        | <introduces>?+ (?=“) | : | (?=<det|pronoun|nominal|him|what|if|in|to|number>))
    """
)
_TIME = pattern(
    """
    (?>(?:<aside> | <adv> (?=<det|pronoun|nominal|him|that|question|in|day|number>) | <in>?+ <det>?+
        <adv|noun>?+ <time> <number>? (?!<of|possessive>)){0,3})
    """
)
_ENDS = pattern(
    """
    (?>(?:<him> | {core})?) {adjuncts} (?>(?: <past|written|said> <in> {core} {adjuncts} )?)
        (?=<end|close|colon|dash|right> | $)
    """
)
# "wrote in a memo seen by the paper"
_ENDS_PLAIN = pattern(
    """
    {adjuncts} (?>(?: (?<= <noun-like|name>) <past|written|said> <in> {core} {adjuncts} )?)
        (?=<end|close|colon|dash|right> | $)
    """
)
_CLAUSE_AFTER = pattern(
    """
    <in> <noun>? <number>
    | {pp}{1,3}+ <pronoun> <finite|nominal|adv|claim>
    | {pp}{1,3}+ , {np} <adv>*+ <finite>
    """
)
_BARE_CLAUSE = any_of(
    "noun-like|det|pronoun|him|that|what|in|adv|possessive|day|week|number|name|ing|open"
)

_SHORT = pattern("<any> (?: <preposition|if|as|adv|comma|stop|semicolon|dash|and|but> | $)")
_CLAUSE_FOLLOWS = pattern(
    """
    <^finite|opens-clause|pause|if|as|dash|left|right>{1,14}+ (?:<left> <aside>*+ <right>
        | , <^comma>{1,16} ,)? (?:(?<!<to>) <aux|says|wrote>
        | (?<!<to|in|of|possessive>) (?<! <in|of|to> <the>) <present|say>
        | (?<!<in|of|the|possessive>) <participle> (?!<in>) | (?<=<nominal|he>) <participle>)
    | <^finite|either|opens-clause|pause|if|as|dash|left|right>{1,12}+ <either> <det|him|pronoun>
    | <pronoun> <adv>* <finite|either>
    | <name>{1,3}+ <ing> <nominal|the|in>
    | <^finite|opens-clause|pause|if|dash|left|right>{0,12} <who> <^pause>{0,14}?
        <aux|past|say|says|wrote> <^pause>{0,8} <aux|say>
    """
)
# "denied taking bribes", "admitted having lied"; a form before a noun may belong to it
_DOING = pattern(
    """
    <adv>? (?: <ing-form> (?! <of|and> ) | <have> <adv|be|participle|written|put>
        | <be> <det|adv|participle|nominal> )
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
_NO_INFINITIVE = tuple(any_of("det|him"))
_WHOM_TO = pattern("{core} <to> <adv>* <claim>")
_IT_TO = pattern("<it> <noun|past|ing|adv|sure>{1,2} <to>")  # "found it hard to agree"


def ends_here(mask: str, at: int, end: int, frames: int = 0) -> int:
    """Return where the clause ends right after a verb and its adjuncts, or -1 if it goes on."""
    match = (_ENDS if frames & ADDRESSEE else _ENDS_PLAIN).match(mask, at, end)
    return -1 if match is None else match.end()


def content_start(mask: str, at: int, end: int, frames: int) -> int:
    """Return the first token of what a verb reports, or -1 where nothing that it takes follows."""
    if at >= end:
        return -1
    if frames & (CLAUSE | SPEECH | THAT):
        tag = mask[at]
        if tag == Tag.IN and frames & CLAUSE:
            far = _FAR_THAT.match(mask, at, end)
            if far is None and frames & SPEECH:
                far = _TAPED_THAT.match(mask, at, end)
            if far is not None:
                return far.end()
        elif tag == Tag.IF and frames & CLAUSE:
            doing = _WHEN_DOING.match(mask, at, end)
            if doing is not None:
                return doing.end()  # "warned before leaving the port that C"
        start = at
        if tag in _MAY_OPEN:
            match = _ADJUNCTS.match(mask, at, end)
            start = match.end() if match is not None else at
            tag = mask[start] if start < end else Tag.STOP
        following = mask[start + 1] if start + 1 < end else Tag.STOP
        if tag == Tag.OPEN:
            return start
        if tag == Tag.THAT and frames & (CLAUSE | THAT):
            no_content = start > at and _is_no_content(mask[start - 1], following)
            return -1 if no_content else start
        if tag in Tags.INTRODUCES:
            clause = tag == Tag.COMMA and following == Tag.THAT and frames & (CLAUSE | THAT)
            if following == Tag.OPEN or clause:
                return start + 1
            if tag == Tag.COLON and start + 1 < end and frames & SPEECH:
                return start + 1
        if tag in Tags.SET_OFF:
            inserted = _INSERTION.match(mask, start, end)
            wanted = CLAUSE | THAT if inserted and mask[inserted.end()] == Tag.THAT else QUESTION
            if inserted is not None and frames & wanted:
                return inserted.end()
            condition = _CONDITION.match(mask, start, end)
            if condition is not None and frames & CLAUSE and frames & SPEECH:
                return start + 1  # "She said, if elected, she would leave"
    if frames & ADDRESSEE and frames & UNDERTAKES:
        told = _TOLD_TO.match(mask, at, end)
        if told is not None:
            return told.end()
    if frames & ADDRESSEE:
        match = _ADDRESSED_P.match(mask, at, end) or _ADDRESSED.match(mask, at, end)
        if match is not None and (match.end() < end):
            return match.end()
    return _plain_start(mask, at, end, frames)


def _is_no_content(before: str, after: str) -> bool:
    """Whether a "that" opens no clause: "appeared on shirts that said", "suspect just that, …"."""
    return (before in Tags.NOMINAL and after in Tags.REPORTS) or (
        before == Tag.ADV and after in Tags.END
    )


def _plain_start(mask: str, at: int, end: int, frames: int) -> int:
    """Begin of content that follows without "that", quotation mark or addressee."""
    start = at
    if mask[at] in _MAY_OPEN:
        skipped = _TIME.match(mask, at, end)
        start = skipped.end() if skipped is not None else at
    if start >= end:
        return -1
    tag = mask[start]
    if tag == Tag.TO:
        pledged = frames & INFINITIVE and mask[start + 1 : start + 2] not in _NO_INFINITIVE
        return start if pledged else -1
    if frames & DOING and _DOING.match(mask, start, end):
        return start
    if tag in _QUESTIONS and frames & QUESTION:
        return start
    if tag in _VERBAL_OPENERS and frames & _SAYS == _SAYS and not frames & OBJECT:
        return start  # "said closing the port would help"
    if frames & CLAUSE and tag in _BARE_CLAUSE and tag != Tag.WHAT:
        return start if tag != Tag.IN or _CLAUSE_AFTER.match(mask, start, end) else -1
    if frames & OBJECT and tag in _OBJECT_OPENS:
        return start
    return -1


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


def bare_rule(reader: UnitReader, frames: int, start: int) -> str:
    """Rule for content without "that" or a quotation mark: a clause or a noun phrase."""
    little = frames & SPEECH and reader.lowered[start] in LITTLE
    if little and _SHORT.match(reader.mask, start, reader.end):
        return ""  # "said nothing as the mob came"
    if frames & UNDERTAKES and frames & OBJECT and _WHOM_TO.match(reader.mask, start, reader.end):
        return "leading-object"  # "urging the ministry to cancel the visit"
    if frames & DOING and _DOING.match(reader.mask, start, reader.end):
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
        return named and reader.lowered[start - 1] != "found"
    gives = reader.lowered[start - 1] == "found"  # "found the men a bed"
    return not gives or reader.mask[start] == Tag.IT
