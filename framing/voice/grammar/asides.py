"""What stands between commas beside a subject: asides, appositions, members of a list."""

from __future__ import annotations

from framing.values import Span
from framing.voice.grammar.ends import PLAIN, Surroundings, clause_end
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags, any_of, none_of

__all__ = [
    "INTRODUCES",
    "LINKING",
    "TIME_LAST",
    "around_phrase",
    "author_before",
    "before_day",
    "is_apposition",
    "is_closed",
    "list_start",
    "over_apposition",
    "over_asides",
    "over_time",
    "segments",
    "without_asides",
]

_DEPENDENT = any_of("who")
_IN_SEGMENT = none_of("comma|speech-mark|semicolon|colon")
_REACH = 60  # tokens back from a cue
_DAY = pattern("<in>? <adv>? <day> <number|week>? $")
_LIST_STARTS = any_of("nominal|some|number")
INTRODUCES = pattern(
    """
    <leads-in>*+ <det>? <adv|number|noun>* <time>
    """
)
_SINCE_WHEN = pattern(  # a time at the head of a sentence, before a subject that no comma sets off
    """
    <leads-in>*+ (?: <in> <adv|the|day|number|week|noun>{1,4} (?<= <day|number|week>)
        | (?<= <adv>) <week> | <number|day> <week> <adv>? | <day> (?= <name> <name> )
        ) (?= <name|the> )
    """
)
# "said Venn | on Monday", "the mayor | earlier this year, in a speech, said"
TIME_LAST = pattern(
    """
    (?: <in> <adv>? <day> <number>?
    | (?<= <head|him>) (?: <in>? <adv>? <adv|the|number> | <in> <noun>) <week> ) $
    """
)
_CLAUSE = pattern("<definite|put|participle> (?: (?<! <participle>) | (?!<nominal|in>))")
_AUTHOR = pattern(  # "Ira Dove, a writer for “Low Tide,” | said"
    "<det>? <name|noun>{1,5} , <det>? <noun-like|name|adv>{1,6} <in|of> <the>? “ <quoted>*+ ” $"
)


def author_before(mask: str, low: int, verb: int) -> Span | None:
    """Return a subject whose apposition names a work right before the verb, or None."""
    author = _AUTHOR.search(mask, max(low, verb - _REACH), verb)
    return None if author is None else (author.start(), verb)


def before_day(mask: str, low: int, verb: int) -> int:
    """Where a day begins before a verb, "the mayor | on Tuesday said", but not "published on"."""
    day = _DAY.search(mask, max(low + 1, verb - _REACH), verb)
    return verb if day is None or mask[day.start() - 1] == Tag.PAST else day.start()


def segments(mask: str, low: int, stop: int) -> list[int]:
    """Find where comma-separated stretches before `stop` begin, back to the last full clause."""
    starts: list[int] = []
    floor = max(low, stop - _REACH)
    end = at = stop
    while True:
        at = floor - 1 + len(mask[floor:at].rstrip(_IN_SEGMENT))
        if at < floor:
            break
        if mask[at] == Tag.COMMA:
            if starts and is_closed(mask, at + 1, end):
                return starts
            starts.insert(0, at + 1)
            end = at
        else:
            if not (starts and is_closed(mask, at + 1, end)):
                starts.insert(0, at + 1)
            return starts
    if not (starts and is_closed(mask, floor, end)):
        starts.insert(0, floor)
    return starts


def over_time(mask: str, start: int) -> int:
    """Return where a subject begins behind a time: "On Monday | Ana Venn, a docker, said"."""
    when = _SINCE_WHEN.match(mask, start)
    return start if when is None else when.end()


def is_closed(mask: str, start: int, end: int) -> bool:
    """Whether a stretch holds a finite verb of its own, so that no subject reaches over it."""
    return mask[start] not in _DEPENDENT and _CLAUSE.search(mask, start, end) is not None


def list_start(mask: str, low: int, comma: int, found: Span) -> Span:
    """Extend "Y and Z" to the left where it ends a list "X, Y and Z"."""
    begun = segments(mask, low, comma)
    for start in begun:
        if is_closed(mask, start, comma) or INTRODUCES.match(mask, start):
            continue
        if mask[start] in _LIST_STARTS:
            return start, found[1]
    return found


_NAMED = pattern("(<name>{2,6} (?: <left> <^bracket>{1,6} <right> | <aside>)?) , $")
_LONGEST_NAMED = 16
_BEFORE_NAMED = any_of("comma|closing|stop|semicolon")
_BREAKS_OFF = pattern("<adv|aux>* <any> <adv>? (?: <in>? {core} )? (?: <end|colon> | $)")
_ENDS_APPOSITION = any_of("end|open|dash|right")
_NO_APPOSITION = pattern(", (?:<adv>? <number> (?!,) | <adv> <^end>* <aux>)")
_MODIFIES = tuple(any_of("past|ing-form|who|said|written"))


def is_apposition(mask: str, begin: int, end: int, limit: int, closed: bool) -> bool:
    """Whether what follows a comma at `begin` may be in apposition to the words before.

    Where it is `closed` a comma ends it, and what comes then has a subject: no apposition stands
    in "according to Venn, the ships, issued with papers, leave at four".
    """
    after = mask[end] if end < limit else Tag.STOP
    if after not in _ENDS_APPOSITION:
        return False
    if not closed:
        return True
    if after != Tag.COMMA or _NO_APPOSITION.match(mask, begin):
        return False
    return mask[end + 1 : end + 2] not in _MODIFIES


def over_apposition(mask: str, low: int, found: Span) -> Span:
    """Subject with the name before an apposition that no comma ends: "Ana Venn, a docker said".

    "Ana Venn, a docker said, was ill" is another: there the docker speaks of her.
    """
    name = _NAMED.search(mask, max(low, found[0] - _LONGEST_NAMED), found[0])
    if name is None or _BREAKS_OFF.match(mask, found[1]):
        return found
    begin = name.start(1)
    return (begin, found[1]) if begin == low or mask[begin - 1] in _BEFORE_NAMED else found


def without_asides(mask: str, begun: list[int], verb: int) -> int:
    """End of a subject, without the participles, phrases and adverbs between it and the verb."""
    for start in begun:
        if _ASIDE.match(mask, start) or _CUE_ASIDE.match(mask, start):
            return start - 1
    return verb


_CUE_ASIDE = pattern(
    """
    <det|nominal|he>{1,8} <have|be>* <reports> ,
    """
)  # "the plan, she said, is dead"
_ASIDE = pattern("<adv>* (?:<ing-form|if|in|past> | <adv> ,)")


_LONGEST_ASIDE = 24  # tokens between a subject and its verb
_RESUMES = pattern(", (?= <adv>* <definite>)")


def over_asides(mask: str, parts: list[Span], limit: int, around: Surroundings) -> list[Span]:
    """Return parts of a content, and what goes on after an aside: "the ships, | old ones, | left".

    The last part goes on where it has no verb yet, and one follows a second comma.
    """
    if not parts or mask[parts[-1][1] : parts[-1][1] + 1] != Tag.COMMA:
        return parts
    first, stop = parts[-1]
    if FINITE_VERB.search(mask, first, stop) is not None:
        return parts
    again = _RESUMES.search(mask, stop + 1, min(stop + _LONGEST_ASIDE, limit))
    if again is None:
        return parts
    return [*parts, (again.end(), clause_end(mask, again.end(), limit, around))]


LINKING = any_of("joins|that|if")
_LEADS_IN = any_of("leads-in|comma")
_OPENERS = any_of("if|in|to|ing")
_LINKS = any_of("joins|that|if|who")
# "The toll, which stands at ninety, according to the log, made it"
_IN_RELATIVE = pattern(", (?: <in> )? <who> <^comma>{0,24} ,? $")
_LONGEST_RELATIVE = 28  # tokens, with its commas


def around_phrase(mask: str, unit: Span, at: int, after: int) -> list[Span]:
    """Content to the left of a phrase that names who tells, to its right, or on both sides.

    The phrase stands from token `at` to `after`. In a relative clause it tells of that alone, and
    so it does in brackets.
    """
    low, end = unit
    opened = mask.rfind(Tag.LEFT, low, at) + 1
    if 0 < opened < at and Tag.RIGHT not in mask[opened:at]:
        low, closing = opened, mask.find(Tag.RIGHT, after, end)
        end = closing if closing >= 0 else end
    cut = mask.rfind(Tag.COLON, low, at) + 1
    if cut and FINITE_VERB.search(mask, cut, at):
        low = cut
    while low < at and mask[low] in _LEADS_IN:
        low += 1
    comma = mask[after : after + 1] == Tag.COMMA and after + 1 < end
    if comma:
        relative = _IN_RELATIVE.search(mask, max(low, at - _LONGEST_RELATIVE), at)
        if relative is not None:
            return _in_relative(mask, (relative.start() + 1, end), at, after)
    left = (low, at) if at > low else None
    right = None
    if comma:
        before = mask[at - 2] if mask[at - 1] == Tag.COMMA else mask[at - 1]
        linked = before in _LINKS  # "It rains and, according to Venn, …"
        # "While it rains, …"
        linked = linked or (mask[low] == Tag.IF and mask[at - 1] == Tag.COMMA)
        if left is None or FINITE_VERB.search(mask, low, at) is None or linked:
            right = (after + 1, clause_end(mask, after + 1, end, PLAIN))
            if left is not None and (linked or mask[low] in _OPENERS):
                left = None
        elif mask[at - 1] == Tag.COMMA and mask[at - 2] in Tags.AUX:
            # "The toll is, in her view, theft"
            right = (after + 1, clause_end(mask, after + 1, end, PLAIN))
    elif left is None and after < end:
        right = (after, clause_end(mask, after, end, PLAIN))
    parts = [part for part in (left, right) if part is not None]
    return over_asides(mask, parts, end, PLAIN)


def _in_relative(mask: str, relative: Span, at: int, after: int) -> list[Span]:
    """Parts of a relative clause round a phrase: the rest of it too, where its verb comes later."""
    first, end = relative
    told = [(first, at)]
    if FINITE_VERB.search(mask, first + 1, at) is None:
        inserted = Surroundings(inserted=True)
        told.append((after + 1, clause_end(mask, after + 1, end, inserted)))
    return told
