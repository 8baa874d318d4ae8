"""The subject of a reporting verb: from where to where the words of the source go."""

from __future__ import annotations

from framing.values import Span
from framing.voice.grammar.asides import (
    INTRODUCES,
    author_before,
    before_day,
    is_apposition,
    list_start,
    over_apposition,
    over_time,
    segments,
    without_asides,
)
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of, none_of, sequence

__all__ = ["first_subject", "noun_before", "subject_after", "subject_before"]

_ELSEWHERE, _NO_START = any_of("of|in|to|and"), any_of("of|adv|possessive")
_INSERTION_ENDS, _DATES = any_of("set-off|right"), Tags.DATE
_ALONE, _NOUNS = any_of("pronoun|who"), Tags.HEAD
_NOUN_PHRASE = any_of("noun-like|det|of|adv|possessive|number|name|ing|aside")
_INTRODUCING, _PREPOSITIONS = any_of("time|as|in|to|past|ing|put"), any_of("as|in|to")
_VERBAL, _MODIFIED = any_of("past|ing"), any_of("noun-like|name|some")
# What may end a subject that is no noun or name, as most are.
_NO_HEAD_LAST = any_of("pronoun|who|that|of|in|to|and|set-off|right|day|number|week|him")
_CROSSED = any_of("said|saying|right|cut")  # what a subject may reach over in some places
_REACH = 40  # tokens before its verb in which a subject is looked for
_ENDS_ASIDE, _DAY_IN = any_of("week|him"), sequence("<day> <in>")
_OF_WHOM = pattern("<some|number> <of>")
# Appositions of one subject, verbs whose subjects are looked for in turn, tokens of a bracket.
_LINKS, _CLAUSES, _LONGEST_BRACKET = 20, 6, 32

_REACHED_OVER = none_of(  # what a subject may reach over
    "definite|opens-clause|end|if|but|said|saying|open|quoted|close|cut|colon|dash|left|right"
)
_NEW_PHRASE = pattern(
    """
    (?<=<noun-like|name|time|possessive|number|right|aside>) <det|he> (?=<^of>)
    | (?<=<time>) (?=<nominal>)
    | (?<=<adv|noun-like>) <name> (?!<noun-like|possessive>)
    """
)
_NP = pattern("{np} (?: <and> <some> (?= <comma|stop> | $) )? | <some> {pp}? | <the> (?= <who> )")
_APPOSED = pattern(
    """
    , (?:<who> <^end|speech-mark|colon|dash>{1,24}
        | <det|nominal|as|of|in|and|adv|number>
            <^definite|end|bracket|who|if|past|saying|open|close|colon|dash>{0,18}
                (?:<who> <^end|speech-mark|colon|dash>{1,20})?)
    """
)
_MORE = pattern(
    """
    (?:<who> | <done|past|ing> (?=<preposition|the|adv>))
        <^aux|end|bracket|say|says|wrote|open|close|colon|dash>{0,20}+
            (?:<aux|say|says|wrote> <^end|bracket>{1,20})?
    """
)
_WRITTEN_BY = pattern("<done|past> <in> {np} (?=<comma|stop>)")  # "notes written by Venn, C"
_IN_THAT = pattern("<nominal> <in|of> <that> <noun-like|ing>{1,3}")
# "a poll sent | this week by the board"
_SENT_WHEN = pattern("(?: <day> | <the|adv> <week> ) (?: <in> <det|nominal|and>{1,8} )?")
_IN_RELATIVE, _LONGEST_RELATIVE = any_of("who|that|finite|written"), 6
_LEADS_ON = _IN_RELATIVE + Tag.COMMA
_RELATIVE_CLAUSE = pattern(
    """(?: <who|that> <aux|adv>*+ <finite|written> (?: <adv>? <to> <^opens-clause> )?
    | <who> <noun-like> (?=<in|to|the|of>) |
        <who> <noun-like>{1,3} <aux>++ <adv>*+ <finite|written> )
    <^definite|end|opens-clause|but|bracket|speech-mark|colon|dash>{0,12}"""
)
_WORK = pattern("“ <quoted>*+ <closing>")
_VERB = pattern(
    """
    <aux|says|wrote|participle|present|say|put>
        (?: (?<= <aux|says|wrote>) | (?<! <det|of|in|to|possessive> <any>))
    """
)  # "of faith-based groups", "to get"


def subject_after(mask: str, at: int, limit: int, *, closed: bool = False) -> Span | None:
    """Subject that follows an inverted verb ("said Ortiz, who …"), with its apposition.

    With `closed`, an apposition only counts where a comma ends it, because a clause follows.
    """
    if mask[at : at + 1] == Tag.DAY and mask[at + 1 : at + 2] in (Tag.NAME, Tag.THE):
        at += 1  # "said Monday Ortiz"
    match = _NP.match(mask, at, limit)
    if match is None or match.end() == at or mask.startswith(_DAY_IN, at):
        return None  # "he said Friday in an interview"
    end = match.end()
    more = (_WRITTEN_BY if closed and end > at + 1 else _MORE).match(mask, end, limit)
    if more is not None:
        end = more.end()
    for _ in range(_LINKS):
        match = _APPOSED.match(mask, end, limit)
        if match is None:
            break
        if not is_apposition(mask, end, match.end(), limit, closed):
            break
        end = match.end()
    if mask[end - 1] == Tag.OF and mask.startswith(Tag.OPEN, end):  # "Venn, author of “Low Tide”"
        work = _WORK.match(mask, end, limit)
        end = work.end() if work is not None else end
    return at, end


def first_subject(mask: str, low: int, limit: int) -> Span | None:
    """Subject of the first finite verb in ``mask[low:limit]``."""
    at, relative = low, None
    for _ in range(_CLAUSES):
        match = _VERB.search(mask, at, limit)
        if match is None:
            return relative
        at, begun = match.end(), match.start()
        while begun > low + 1 and mask[begun - 1] == Tag.ADV:
            begun -= 1  # "Venn also met the clerk, saying that C"
        found = subject_before(mask, low, begun)
        if found is None:
            continue
        if relative is None and (found[1] - found[0] > 1 or mask[found[0]] != Tag.WHO):
            return found
        relative = relative or found
        if found[0] < relative[0] or (mask[found[0] - 1] == Tag.COMMA and found != relative):
            return found  # "After the talks, which lasted an hour, *Venn* left"
    return relative


def subject_before(mask: str, low: int, verb: int) -> Span | None:
    """Subject that ends where a finite verb phrase begins, at or after token `low`."""
    if verb <= low:
        return None
    last = mask[verb - 1]
    if last == Tag.CLOSE:
        return author_before(mask, low, verb)
    if last in _NO_HEAD_LAST:
        if last in _ALONE or (last == Tag.THAT and verb - 2 >= low and mask[verb - 2] in _NOUNS):
            whom = last == Tag.WHO and _OF_WHOM.match(mask, verb - 3)
            return (verb - 3 if whom else verb - 1), verb  # "some of whom"
        if last in _ELSEWHERE:  # "to say", "of saying": the subject stands elsewhere
            return None
        if last in _DATES or (last == Tag.WEEK and mask[verb - 2] == Tag.DAY):
            verb = before_day(mask, low, verb)
        if mask[verb - 1] in _ENDS_ASIDE:
            aside = _ASIDE_LAST.search(mask, max(low + 1, verb - 2), verb)
            verb = verb if aside is None else aside.start()
        if mask[verb - 1] in _INSERTION_ENDS:  # "the mayor, Ana Venn, on Tuesday said"
            return _over_insertion(mask, low, verb)
    start = _run_start(mask, low, verb)
    before = mask[start - 1]
    if before not in _LEADS_ON:
        return _trim(mask, start, verb)
    if before in Tags.RELATIVE and start - 2 >= low and mask[start - 2] in Tags.OF_OR_IN:
        if start - 3 >= low and _IN_THAT.fullmatch(mask, start - 3, verb):
            start = _run_start(mask, low, start - 2)  # "a clerk in that office | said"
        elif before == Tag.THAT and mask[start - 2] == Tag.IN:
            start -= 2  # "at that point | the mayor said"
        if mask[start - 1] == Tag.WHO and start - 2 >= low and mask[start - 2] == Tag.IN:
            found = _trim(mask, start - 2, verb)  # "at which point | the crowd said"
            if found is not None and found[0] > start:
                return found
        before = mask[start - 1]
    if before in _IN_RELATIVE and (whole := _over_relative(mask, low, start, verb)) is not None:
        return whole
    found = _trim(mask, start, verb)
    if before == Tag.THAT and mask[start] == Tag.NOUN and mask[start - 2] == Tag.STOP:
        return start - 1, verb  # "That survey showed"
    if before == Tag.COMMA and found is not None:
        if start - 2 >= low and Tag.AND in mask[start:verb]:
            return list_start(mask, low, start - 1, found)
        if mask[found[0]] == Tag.THE:
            return over_apposition(mask, low, found)
    return found


def noun_before(mask: str, low: int, at: int) -> Span:
    """Noun phrase that ends at a participle: "from *a tip* alleging", "*most voters* saying"."""
    start = at - 1
    while start > low and mask[start - 1] in _NOUN_PHRASE:
        if mask[start] == mask[start - 1] == Tag.THE:
            break  # "sent her | a letter saying"
        start -= 1
    while start < at - 1 and mask[start] in _NO_START:
        start += 1
    return start, at


def _over_relative(mask: str, low: int, start: int, verb: int) -> Span | None:
    """Subject with a relative clause before its verb: "*a man who saw the raid* said"."""
    near = max(low, start - _LONGEST_RELATIVE), start
    at = max(mask.rfind(Tag.WHO, *near), mask.rfind(Tag.THAT, *near))
    if at <= low or mask[at - 1] not in Tags.NOMINAL + Tags.DET:
        return None
    relative = _RELATIVE_CLAUSE.fullmatch(mask, at, verb)
    return None if relative is None else (noun_before(mask, low, at)[0], verb)


def _run_start(mask: str, low: int, verb: int) -> int:
    """Where the run of words before `verb` begins, after the last clause boundary.

    Brackets, quoted fragments and a participle before its noun are no boundary.
    """
    floor = verb - _REACH if verb - _REACH > low else low
    at = verb
    while at > floor:
        at = floor + len(mask[floor:at].rstrip(_REACHED_OVER))  # faster than token by token
        if at == floor:
            break
        tag = mask[at - 1]
        if tag not in _CROSSED:
            break
        said = tag == Tag.SAID and at < verb
        if said and mask[at] in Tags.NOMINAL:
            at -= 1
            continue
        # "people briefed on the talks said", "dockers working at the port said"
        whereto = (said or tag == Tag.SAYING) and at < verb and mask[at] in Tags.IN_OR_TO
        whereto = whereto or (said and _SENT_WHEN.fullmatch(mask, at, verb) is not None)
        if whereto and at - 2 >= floor and mask[at - 2] in _MODIFIED:
            at -= 1
            continue
        opened = -1
        if tag == Tag.RIGHT:
            opened = mask.rfind(Tag.LEFT, max(floor, at - _LONGEST_BRACKET), at)
            opened = -1 if Tag.RIGHT in mask[opened + 1 : at - 1] else opened
        elif tag == Tag.CUT:
            opened = mask.rfind(Tag.OPEN, floor, at)
        if opened < 0:
            break
        at = opened
    return at


def _trim(mask: str, start: int, verb: int) -> Span | None:
    """Drop conjunctions, adverbs and introductory phrases before the subject."""
    if start and mask[start - 1] == Tag.BE:
        start = max(start, mask.find(Tag.AND, start, verb))  # "The port is quiet and | Venn says"
    while start < verb and mask[start] in Tags.LEADS_IN:
        start += 1
    if start >= verb:
        return None
    if mask[start] == Tag.AS and _AS_TITLED.fullmatch(mask, start, verb):
        return start + 1, verb  # "As attorney Michael Venn told me"
    owned = _CONTACT.match(mask, start, verb) if mask[start] == Tag.THE else None
    start = start if owned is None else owned.end()  # "the first time | the board had said"
    if Tag.WEEK in mask[start : start + 2]:
        later = _TIME_AFTER.match(mask, start, verb)
        start = start if later is None else later.end()
    if mask[start] in _INTRODUCING:
        best = start
        for match in _NEW_PHRASE.finditer(mask, start + 1, verb):
            best = match.start()
        if best == start:
            if mask[start] in _PREPOSITIONS:
                best = start + 1
            elif mask[start] in _VERBAL:
                best = mask.rfind(Tag.AS, start, verb) + 1  # "was rising as people said"
                if best <= 0:
                    return None
        start = best
    return None if start >= verb else (start, verb)


# "the dockers last week | said", "Mr. Venn himself | said"
_ASIDE_LAST = pattern("(?<= <nominal|comma>) (?: <adv|the> <week> | <him> ) $")
_CONTACT = pattern("<the> <adv|number|noun|week>*+ (?<= <noun|week>) (?= <the> <noun-like|name>)")
_AS_TITLED = pattern("<as> <noun>{1,2} <name>{1,3}")
_TIME_AFTER = pattern("<number|det>? <week> <adv> (?= <name|the>)")  # "two days later | Venn"
# Stricter than `FINITE_VERB`: before a noun or a preposition a participle is no verb of a clause.
_HEAD = pattern(
    """
    <leads-in>*+ <noun-like|det|he|possessive|week|number|name|written|sure>
    """
)


def _over_insertion(mask: str, low: int, verb: int) -> Span | None:
    """Subject before an apposition or insertion that ends right before the verb."""
    if mask[verb - 1] == Tag.RIGHT:
        opened = mask.rfind(Tag.LEFT, max(low, verb - _LONGEST_BRACKET), verb)
        inner = subject_before(mask, low, opened) if opened > low else None
        return None if inner is None else (inner[0], verb)
    if mask[verb - 1] == Tag.DASH:
        opened = mask.rfind(Tag.DASH, max(low, verb - _REACH), verb - 1)
        inner = subject_before(mask, low, opened) if opened > low else None
        return None if inner is None else (inner[0], verb)
    begun = segments(mask, low, verb - 1)
    for index, start in enumerate(begun[:-1]):
        if mask[start] == Tag.QUOTED:  # "“Q” Orlo Venn, the mayor, said"
            closed = mask.rfind(Tag.CUT, start, begun[index + 1])
            start = closed + 1 if closed > 0 else start
        start = over_time(mask, start)
        if _HEAD.match(mask, start) and not INTRODUCES.match(mask, start):
            while mask[start] in Tags.LEADS_IN:
                start += 1
            return start, without_asides(mask, begun[index + 1 :], verb)
    return None
