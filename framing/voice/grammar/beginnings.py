"""Where reported words begin after a cue, and whether a cue ends its clause."""

from __future__ import annotations

import re

from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.vocabulary import (
    ADDRESSEE,
    CLAUSE,
    DOING,
    INFINITIVE,
    OBJECT,
    QUESTION,
    SPEECH,
    THAT,
    UNDERTAKES,
)

__all__ = ["after_addressee", "content_start", "ends_here", "is_doing"]

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
    <if> (?: <ing-form> | <noun> (?= <the>) )
        <^content|who|end|colon>{0,12} (?= <that> <^end>)
    """
)
_CONDITION = pattern(", <if> <^pause|speech-mark|dash>{1,8} , (?=<pronoun|det|nominal>)")
_SAYS = CLAUSE | SPEECH | QUESTION
_OPENS_FAR, _MARKS_CONTENT = any_of("in|if"), any_of("open|that|introduces|set-off")
_MAY_OPEN = any_of("preposition|det|time|adv|noun|aside|if")  # what adjuncts begin with
_ADDRESSED = pattern(
    """
    {np} {adjuncts} (?:,?+ (?=<that>) | <introduces>?+ (?=“) | : | (?=<he|what|to>) |
        (?<=<noun|name|day>) (?<!<to> <noun>) (?=<det>)
        | , <^pause|speech-mark|dash>{1,14} , (?=<that>))
    """
)
_ADDRESSED_IF = pattern("(?: {np} | <the> ) (?=<if>)")  # "asked the court | if", "asked her | if"
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

# "denied taking bribes", "admitted having lied"; a form before a noun may belong to it
_DOING = pattern(
    """
    <adv>? (?: <ing-form> (?! <of|and> ) | <have> <adv|be|det|participle|written|put>
        | <have> <noun> (?= <the|name|him|in|to> )
        | <be> <det|adv|participle|nominal> )
    """
)
_NO_INFINITIVE = tuple(any_of("det|him"))


def ends_here(mask: str, at: int, end: int, frames: int = 0) -> int:
    """Return where the clause ends right after a verb and its adjuncts, or -1 if it goes on."""
    match = (_ENDS if frames & ADDRESSEE else _ENDS_PLAIN).match(mask, at, end)
    return -1 if match is None else match.end()


def after_addressee(mask: str, at: int, end: int) -> int:
    """Return the token of "if", "when" right after whom a verb may address, or -1."""
    match = _ADDRESSED_IF.match(mask, at, end)
    return -1 if match is None else match.end()


def content_start(mask: str, at: int, end: int, frames: int) -> int:
    """Return the first token of what a verb reports, or -1 where nothing that it takes follows."""
    if at >= end:
        return -1
    if frames & (CLAUSE | SPEECH | THAT):
        start, tag = at, mask[at]
        if tag in _OPENS_FAR and frames & CLAUSE:
            far = _far_clause(mask, at, end, frames)
            if far is not None:
                return far.end()
        if tag in _MAY_OPEN:
            match = _ADJUNCTS.match(mask, at, end)
            start = match.end() if match is not None else at
            tag = mask[start] if start < end else Tag.STOP
        if tag in _MARKS_CONTENT:
            marked = _marked_start(mask, at, start, end, frames)
            if marked:
                return marked
    if frames & ADDRESSEE:
        told = _TOLD_TO.match(mask, at, end) if frames & UNDERTAKES else None
        if told is not None:
            return told.end()
        match = _ADDRESSED_P.match(mask, at, end) or _ADDRESSED.match(mask, at, end)
        if match is not None and (match.end() < end):
            return match.end()
    return _plain_start(mask, at, end, frames)


def _far_clause(mask: str, at: int, end: int, frames: int) -> re.Match[str] | None:
    """Match what stands before a far "that": "said in an interview to air on Monday, | that C"."""
    if mask[at] == Tag.IF:
        return _WHEN_DOING.match(mask, at, end)  # "warned before leaving the port that C"
    far = _FAR_THAT.match(mask, at, end)
    return _TAPED_THAT.match(mask, at, end) if far is None and frames & SPEECH else far


def _marked_start(mask: str, at: int, start: int, end: int, frames: int) -> int:
    """Return the first token of what a mark or "that" at token `start` opens.

    It is -1 where "that" opens no clause, and 0 where the tag there tells nothing. The verb ends
    at token `at`.
    """
    tag = mask[start]
    following = mask[start + 1] if start + 1 < end else Tag.STOP
    if tag == Tag.OPEN:
        return start
    if tag == Tag.THAT:
        if not frames & (CLAUSE | THAT):
            return 0
        return -1 if start > at and _is_no_content(mask[start - 1], following) else start
    if tag in Tags.INTRODUCES:
        clause = tag == Tag.COMMA and following == Tag.THAT and frames & (CLAUSE | THAT)
        if following == Tag.OPEN or clause:
            return start + 1
        if tag == Tag.COLON:
            return start + 1 if start + 1 < end and frames & SPEECH else 0
    inserted = _INSERTION.match(mask, start, end)
    wanted = CLAUSE | THAT if inserted and mask[inserted.end()] == Tag.THAT else QUESTION
    if inserted is not None and frames & wanted:
        return inserted.end()
    condition = frames & CLAUSE and frames & SPEECH and _CONDITION.match(mask, start, end)
    return start + 1 if condition else 0  # "She said, if elected, she would leave"


def _is_no_content(before: str, after: str) -> bool:
    """Whether a "that" opens no clause: "appeared on shirts that said", "suspect just that, …"."""
    return (before in Tags.NOMINAL and after in Tags.REPORTS) or (
        before == Tag.ADV and after in Tags.END
    )


def is_doing(mask: str, at: int, end: int) -> bool:
    """Whether a form in -ing or "having", "being" opens content: "denied | taking bribes"."""
    return _DOING.match(mask, at, end) is not None


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
    if frames & DOING and is_doing(mask, start, end):
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
