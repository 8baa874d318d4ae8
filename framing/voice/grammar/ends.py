"""How far reported words go: where a reported clause or noun phrase ends.

What the outlet adds is no part of what was reported: a relative clause after a comma, "but …"
or "and …" with a subject of its own, a participle, an apposition at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from framing.language.joiningwords import (
    ASKED,
    COMES_OF,
    GROUNDS,
    LATER,
    NOTHING_BUT,
    REASON_OR_TIME,
    STIRS,
    TIME_ADVERBS,
    WHEN_OR_WHERE,
)
from framing.language.reportwords import MEDIA
from framing.language.smallwords import AFTER_WHICH, ASKED_WHEN, EVEN
from framing.values import Span
from framing.voice.grammar.cuestands import CueStands
from framing.voice.text.tagpatterns import CLOSING_MARK, FINITE_VERB, match_start, pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence

__all__ = [
    "PLAIN",
    "Surroundings",
    "before_added",
    "clause_end",
    "clause_parts",
    "object_end",
]

_NEXT_VERB = any_of("reports|saying")
_MAY_QUOTE_ON = any_of("joins|who|if|past|ing")
_JOINING = any_of("joins|semicolon")
_OUTLETS_OWN = any_of("who|according|saying")
_PREPOSITIONS = any_of("of|in|to")
_ADJUNCT_OPENS = any_of("if|in|adv")
_BEFORE_CLAUSE = (Tag.IN, Tag.OF, Tag.TO)
_NOUNS = Tags.NOUN_LIKE
_COMMA_OR_ADV = any_of("adv|comma")
_JOINED_VERB = frozenset(any_of("reports|have|will|say|saying"))
_DASH_AND = sequence("- <and>")
# "said they came, demanded money, robbed the till and fled": a list of what they did
_DID_NEXT = pattern(", <said> <^pause>{1,8} , <and>? <participle|wrote>")
# After a comma: what may be put in before the verb
_PUT_IN = any_of("who|according|if|ing|done|adv")
_SUBJECT_GOES_ON = pattern("<adv> {np} , <adv>*+ <aux>")
_THAT_COMMA = sequence("<that> ,")  # "that, in her day, C"
_AND_QUOTES = sequence("<and> “")
# "when asked" (but "that, when asked, they had left"), "even as", "angering her rivals"
_ADDED = pattern("<if> <participle> (?! ,) | <adv> <as> | , <adv>? <ing>")
_FORETOLD = pattern("<will>")
_EVEN_AS = sequence(", <adv> <as>")
_ONLY_FOR = pattern(", <adv> <in> {core} <to>")  # ", only for the rebels to shell it"
_TIME_BETWEEN = pattern(", <adv>* <det|number>{0,3} <week> <adv>? <if>")  # ", a day after C"
# "including paying fines, learning English": a list of -ing forms goes on.
# "said A was bad, B was worse, and C was worst": a list of clauses goes on.
_CLAUSE_LISTED = pattern(", (?>{np}) <adv>*+ <definite> <^pause>{1,20} $")
_LISTED_NOUN = "<det|number>? <adv>? <nominal|possessive>{1,4}"
_SUBJECTS_LISTED = pattern(f"<that> {_LISTED_NOUN} (?: , {_LISTED_NOUN} ){{1,4}} $")
_LONGEST_ITEM = 40
_LISTED_ING = pattern("(?:<in|comma|and> | “) <ing-form> <^pause|ing-form>{1,10} $")
_SHORT_OBJECT = 4  # tokens of an object that a reason or a time ends
_MEDIUM_REACH = 6  # tokens after a preposition in which a medium is looked for: "in a letter"
# "bills on borders; a ban on hiring; and a path": a list of noun phrases goes on.
_LISTED_NOUNS = pattern(
    """
    ; (?: <^definite|semicolon|stop|he>{1,40} ; | <and> (?! <that>) <^definite|he>{1,40}
        (?: <stop> | $ ))
    """
)
_NEXT_QUOTED = pattern("” <and>? <det>? “ <quoted>*+ <cut> <^noun-like>")
# "said it was closed, as farmers blocked the gate": what else went on, and no reason that is given
_AS_THEY_DID = pattern(
    "<as> <det|number>? <nominal|adv|ing>{1,4} <past|said|wrote|put>(?= <det|nominal|him|in|to|of>)"
)
_STOPS = pattern("<joins|bracket|set-off|close|semicolon>")
# "… “Q” on Tuesday night", "… “Q” while"
_THEN_DID = pattern("<and> <adv>? <past|wrote|said> <det|him|name>")
_GIVEN = pattern("<written> <det>")  # "called it “odd” | given the record"
_AFTER_QUOTE = pattern("<if|dash> | <adv>? <in>? <det>? <day> | <written> <det>")
# What follows a comma still belongs to the speaker where it quotes and has no cue of its own.
_QUOTES_ON = pattern("<^reporting|according>{0,30} “")
_NEXT_CUE = pattern(
    """
    <joins>*+ <adv>? (?:<reports|claims|saying> | <aux>{1,2} <adv>? <done|saying>)
    """
)
# A relative clause, after the noun it goes with.
_RELATIVE = """(?: <who> (?: <noun> <him|the> <noun>{0,2}+
    | <^finite|comma>{0,6}+ <finite> <aux|adv|participle|present|written>*+ <^finite|comma>{1,12} )
    )?"""
# An apposition after the subject: "and Venn, head of the board, sent".
_SET_OFF = "(?: , <^finite|pause|opens-clause|speech-mark|dash>{1,14} , )?"
_VERB = "(?: <adv>*+ <finite> | <adv>++ <either> | (?<= <him> ) <claim> )"
_IN_THE_TIME = (
    "(?: <adv>{0,2} ,? | <that|det> <adv>? <week> ,?"
    " | <in> (?: <det|adv|number>{0,2} <time> | {core} ) ,? )"
)
_NEW_CLAUSE = pattern(
    f"""<and> {_IN_THE_TIME} (?! <that>)
    (?: {{np}} {_RELATIVE} {_SET_OFF} {_VERB}
        | <det>? <adv|number>? <noun-like>{{1,2}}? <past|said> <nominal> <^finite|pause>{{0,20}}
            (?: <stop> | $ ) )"""
)
_BUT_ENDS = pattern(
    f"""<but> (?: <adv>? , )?
    (?: <in> {{np}} , | <in> (?: <det|adv|number>{{0,2}} <time> | {{core}} ) (?= <det>) )? <adv>?
    (?: <finite> | <as> <pronoun> <aux|adv>* <any> , | {{np}} {_RELATIVE} {_VERB} )"""
)
_MAIN_CLAUSE = pattern("<close|comma> <adv>? (?:{np} | <det|that>) <adv>*+ <finite>")
_VERB_AGAIN = pattern("<close|comma> <adv>{0,4}+ (?: <finite> | <to> <be> )")
_OTHER_CUE = pattern(
    """
    <close|comma> (?:{np} <have|will|adv>*+ <reports> | <says|said> {np}) (?:<end> | $)
    """
)
# "urged them to seek, as a first step, | a truce"
_CLOSES_INSERTION = pattern(", <as> <the> <^pause>{1,5} , <the> $")
_APPOSED = pattern(
    """
    , <det> <adv>? (?: <^definite|pause|relative|and|open>{1,16}
            (?:<who|that> <^pause|open>{2,40} )?
        | <noun-like|adv>{1,3} (?= <the|he|name>) {np} <adv>*+ <aux>* <finite>
            <^pause|open|definite>{0,40} ) (?:<stop> | $)
    """
)
_THEN_SAID = pattern("{np} <adv>? <reports>")
_DASHED = pattern(
    """
    - (?: <who> | <past|said|written> <adv|of|in|to|if|number|week> | <if> <^pause>{0,8} <finite> )
        <^dash|speech-mark>{1,24} -
    """
)
_GOES_ON = pattern("<adv>*+ (?: <finite|as|open> | <noun> <to> )")
_VERB_COMES = pattern("<adv>*+ <finite>")


def _may_be(at: int) -> bool:
    """Take any token that may be a verb of speech for one."""
    return at >= 0


class Surroundings(NamedTuple):
    """Where a cue stands, for whoever knows it beforehand; any token may be a verb of speech."""

    subordinate: bool = False
    inserted: bool = False
    speaks: Callable[[int], bool] = _may_be
    utters: Callable[[int], bool] = _may_be


PLAIN: Final = Surroundings()


def clause_parts(mask: str, start: int, end: int, around: CueStands) -> list[Span]:
    """Parts of a reported clause: a relative clause the outlet put into it is left out.

    What else is put in between subject and verb is part of it: "the plan, if passed, would".
    """
    parts: list[Span] = []
    first = start
    while True:
        stop = clause_end(mask, start, end, around)
        dashed = mask.find(Tag.DASH, start + 1, stop)
        insertion = None if dashed < 0 else _DASHED.match(mask, dashed, stop)
        if insertion is not None:  # "the vote – held after the raid – would stand"
            parts.append((first, dashed))
            first = start = insertion.end()
        if stop > start:
            parts.append((first, stop))
        if mask[stop : stop + 1] != Tag.COMMA:
            break
        put_in = mask[stop + 1 : stop + 2]
        if put_in not in _PUT_IN or FINITE_VERB.search(mask, start, stop):
            break
        closing = mask.find(Tag.COMMA, stop + 1, end)
        goes_on = _GOES_ON if put_in in _OUTLETS_OWN else _VERB_COMES
        if closing < 0 or goes_on.match(mask, closing + 1, end) is None:
            break
        start = closing + 1
        if put_in in _OUTLETS_OWN:
            first = start
        elif stop > first:
            del parts[-1]
    return parts


def clause_end(mask: str, start: int, end: int, around: CueStands) -> int:
    """Return the token after the last of a clause that begins at `start`."""
    opens = mask[start] if start < end else Tag.STOP
    if opens == Tag.OPEN:
        stop = _quotation_end(mask, start, end)
        if stop > 0:
            return stop
    depth = 0
    that = opens == Tag.THAT
    inserted = _adjunct_comma(mask, start, end) if that else 0
    for at in map(match_start, _STOPS.finditer(mask, start, end)):
        tag = mask[at]
        if tag == Tag.COMMA:
            if at > start and at > inserted and _comma_ends(mask, at, end, that, around):
                if _DID_NEXT.match(mask, at, end) and FINITE_VERB.search(mask, start, at):
                    continue
                return at
        elif tag in _JOINING:
            if tag == Tag.SEMICOLON:
                listed = Tag.COLON in mask[start:at]  # "for a variety of reasons: C; C; and C"
                if not listed and _LISTED_NOUNS.match(mask, at, end) is None:
                    return at
            joined = at > start and mask[at - 1] not in _COMMA_OR_ADV
            if joined and _joined_verb_ends(mask, at, end, around):
                return at
        elif tag == Tag.LEFT:
            depth += 1
        elif tag == Tag.RIGHT:
            if depth == 0:
                return at
            depth -= 1
        elif tag == Tag.DASH:
            if at > start and _dash_ends(mask, start, at, end):
                return at
        elif tag == Tag.CLOSE:
            if _NEXT_QUOTED.match(mask, at, end):
                continue  # "a “liar,” a “fraud” and a “thief”"
            if mask[at + 1 : at + 2] == Tag.THE or _comma_ends(mask, at, end, that, around):
                return at + 1
    return end


def _quotation_end(mask: str, start: int, end: int) -> int:
    """Where a clause ends with the quotation that opens it, or 0 where it goes on."""
    closing = CLOSING_MARK.search(mask, start, end)
    if closing is None:
        return 0
    stop = closing.end()
    if closing.group() != Tag.CLOSE:
        return stop if _AFTER_QUOTE.match(mask, stop, end) else 0
    if _SUBJECT_GOES_ON.match(mask, stop, end):
        return 0  # "suggested “pirates,” not the navy, may have come"
    following = mask[stop : stop + 2]
    return 0 if following[:1] == Tag.OPEN or following == _AND_QUOTES else stop


def _adjunct_comma(mask: str, start: int, end: int) -> int:
    """Comma after what stands between "that" and its clause: "that, in her day, C", or 0."""
    if mask.startswith(_THAT_COMMA, start):
        return mask.find(Tag.COMMA, start + 2, end)
    if mask[start + 1 : start + 2] in _BEFORE_CLAUSE:
        comma = mask.find(Tag.COMMA, start, end)
        if comma > 0 and FINITE_VERB.search(mask, start, comma) is None:
            return comma  # "that in the spring, the rebels fled"
    return 0


def before_added(mask: str, parts: list[Span], lowered: Sequence[str]) -> list[Span]:
    """Cut what is reported before what the outlet adds: "even as the rebels shelled it".

    So it is with "when asked about the rebels" and "angering the rebels".
    """
    if not parts or _ADDED.search(mask, parts[0][0] + 1, parts[-1][1]) is None:
        return parts  # mostly
    for number, (first, stop) in enumerate(parts):
        for match in _ADDED.finditer(mask, first + 1, stop):
            at = match.start()
            if _adds(mask, first, match.span(), lowered, last=number + 1 == len(parts)):
                return [*parts[:number], (first, at)]
    return parts


def _adds(mask: str, first: int, found: Span, lowered: Sequence[str], *, last: bool) -> bool:
    """Whether the outlet goes on at what was found in a part that begins at `first`."""
    at, stop = found
    said = lowered[stop - 1]
    if mask[at] == Tag.ADV:
        return lowered[at] == EVEN
    if not last:
        return False
    if mask[at] == Tag.IF:
        return lowered[at] == ASKED_WHEN and said in ASKED
    if said not in STIRS and (said not in COMES_OF or _FORETOLD.search(mask, first, at)):
        return False
    return FINITE_VERB.search(mask, first, at) is not None


def _dash_ends(mask: str, start: int, at: int, end: int) -> bool:
    """Whether a dash is no half of a pair that sets an insertion off."""
    if mask[at + 1 : at + 2] in (Tag.IN, Tag.ADV, Tag.OPEN) or mask.startswith(_DASH_AND, at):
        return False
    return mask.find(Tag.DASH, at + 1, end) < 0 and mask.find(Tag.DASH, start, at) < 0


def _joined_verb_ends(mask: str, at: int, end: int, around: CueStands) -> bool:
    """Whether "and" or "but" is followed by a verb of the outlet's sentence: "… and accused"."""
    verb = at + 2 if mask[at + 1 : at + 2] == Tag.ADV else at + 1
    if (
        verb < end
        and mask[verb] == Tag.SAYING
        and mask[verb + 1 : verb + 2] not in (Tag.THAT, Tag.TO, Tag.OPEN)
    ):
        return False  # "recognition and reporting of"
    return verb < end and mask[verb] in _NEXT_VERB and around.utters(verb)


def _comma_ends(mask: str, at: int, end: int, that: bool, around: CueStands) -> bool:
    """Whether the reported clause ends at the comma at `at`."""
    following = mask[at + 1] if at + 1 < end else Tag.STOP
    if following in _MAY_QUOTE_ON and _QUOTES_ON.match(mask, at + 1, end):
        return False
    if following == Tag.ACCORDING and mask[at - 1] in Tags.JOINS:
        return False
    if following in _OUTLETS_OWN or (following == Tag.ING and not that):
        return not _LISTED_ING.search(mask, max(0, at - _LONGEST_ITEM), at)
    if mask.startswith(_EVEN_AS, at) or _TIME_BETWEEN.match(mask, at, end):
        return True
    if following == Tag.ADV and _ONLY_FOR.match(mask, at, end):
        return True
    if following in _PREPOSITIONS and mask[at + 2 : at + 3] == Tag.WHO:
        return _THEN_SAID.match(mask, at + 3, end) is not None  # ", to which Ruiz said"
    if following in Tags.DONE and mask[at + 2 : at + 3] in (Tag.IN, Tag.TO, Tag.AS, Tag.OF):
        return True
    if following == Tag.BUT and mask[at + 2 : at + 3] == Tag.IT:
        return False  # "said it was bad, but it was on no list"
    if following == Tag.BUT:
        return _BUT_ENDS.match(mask, at + 1, end) is not None
    if following == Tag.AND and _NEXT_CUE.match(mask, at + 1, end):
        return True
    if following == Tag.AND:
        low = max(0, at - _LONGEST_ITEM)
        listed = _CLAUSE_LISTED.search(mask, low, at) or _SUBJECTS_LISTED.search(mask, low, at)
        return listed is None and _NEW_CLAUSE.match(mask, at + 1, end) is not None
    if following == Tag.AS and _AS_THEY_DID.match(mask, at + 1, end):
        return True
    if following == Tag.IF and not that:
        return mask[at + 2 : at + 3] not in Tags.ING_FORM
    if around.subordinate and _MAIN_CLAUSE.match(mask, at, end):
        return True
    if around.inserted and _VERB_AGAIN.match(mask, at, end):
        return True
    apposed = following in Tags.DET and mask[at - 1] not in _BEFORE_CLAUSE  # "in, or out of, the"
    if apposed and _APPOSED.match(mask, at, end):
        return not _CLOSES_INSERTION.search(mask, max(0, at - _LONGEST_ITEM), at + 2)
    return _OTHER_CUE.match(mask, at, end) is not None


_OBJECT_STOPS = pattern(
    """
    <definite|pause|joins|if|in|dash|left|right|close|cut|adv> (?:
    (?<! <cut|adv>)
    | (?<= <cut>) (?=<day|written|and>)
    | (?<= <adv>) (?=<time> (?!<possessive>)) )
    """
)
_LISTED = pattern("(?:<and>? <comma>? <and>? <the|adv>? “ | <and>)")
_EMBEDS = pattern("<opens-clause|he|as|to>")


def object_end(mask: str, start: int, end: int, around: CueStands, lowered: Sequence[str]) -> int:
    """Return the token after the last of a noun phrase (and its label) that is reported."""
    depth = 0
    for at in map(match_start, _OBJECT_STOPS.finditer(mask, start + 1, end)):
        tag = mask[at]
        if tag in _ADJUNCT_OPENS:  # the most frequent first
            if _adjunct_ends(mask, start, at, end, lowered):
                return at
        elif tag in Tags.BRACKET:
            depth += 1 if tag == Tag.LEFT else -1
            if depth < 0:
                return at
        elif tag in Tags.CLOSING:
            if _quoted_object_ends(mask, at, end, tag):
                return at + 1
        elif tag in Tags.DEFINITE:
            if around.inserted and _EMBEDS.search(mask, start, at) is None:
                return at
        elif tag == Tag.AND:
            verb = at + 2 if mask[at + 1 : at + 2] == Tag.ADV else at + 1
            if mask[verb : verb + 1] in _JOINED_VERB and around.speaks(verb):
                return at
        elif not _stop_goes_on(mask, start, at, end, lowered):
            return at
    return end


def _stop_goes_on(mask: str, start: int, at: int, end: int, lowered: Sequence[str]) -> bool:
    """Whether a comma in a list, a dash of a pair, or a "but" ends no object: "nothing but C"."""
    if mask[at] == Tag.COMMA:
        return _list_goes_on(mask, start, at, end)
    if mask[at] == Tag.DASH:
        return not _dash_ends(mask, start, at, end)
    return mask[at] == Tag.BUT and (mask[at - 1] == Tag.ADV or lowered[at - 1] in NOTHING_BUT)


def _quoted_object_ends(mask: str, at: int, end: int, tag: str) -> bool:
    """Whether an object ends with the quotation that closes at `at`."""
    if tag == Tag.CUT:
        if _THEN_DID.match(mask, at + 1, end):
            return True  # "called them “thieves” | and left the port"
        return mask[at + 1] == Tag.DAY or _GIVEN.match(mask, at + 1, end) is not None
    if _NEW_CLAUSE.match(mask, at + 1, end):
        return True
    return mask[at + 1 : at + 2] not in Tags.NOMINAL and not _LISTED.match(mask, at + 1, end)


def _adjunct_ends(mask: str, start: int, at: int, end: int, lowered: Sequence[str]) -> bool:
    """Whether a subordinator, an adverb of time or a preposition ends an object."""
    tag = mask[at]
    if tag == Tag.IN:
        return _is_aside(mask, at, end, lowered)
    first = lowered[at]
    if tag == Tag.IF:
        return first in LATER or (at - start < _SHORT_OBJECT and first in REASON_OR_TIME)
    following = mask[at + 1 : at + 4]
    if mask[at - 1] == Tag.IN:
        return False  # "in late September"
    return not (Tag.THAT in following or Tag.OPEN in following) and first in TIME_ADVERBS


_LIST = pattern(
    """
    , (?! <who|saying> ) <^finite|pause>{1,12} (?: , (?! <who> ) <^finite|pause>{1,12} ){0,4}
        ,? <and>
    """
)

# "liars, fools | , and thieves"
_LIST_ENDS = pattern(", <and> <adv>? <det|noun-like|name>")


# "calling his wall, a promise of his, a matter of life and death"
_OBJECT_APPOSED = pattern(
    ", <det> <^finite|pause|saying>{1,8} , <det> <^definite|pause|who>{1,12} (?: <stop> | $)"
)


# "accused her rivals, whom she did not name, of theft"
_OBJECT_INSERTED = pattern(
    ", (?: <who> <^pause|dash>{1,14} , <of|as> | <det> <^pause|dash>{1,14} , <of> )"
)


def _list_goes_on(mask: str, start: int, at: int, end: int) -> bool:
    """Whether the comma at `at` stands inside a list or before a quotation."""
    if _LIST_ENDS.match(mask, at, end) and Tag.COMMA in mask[start:at]:
        return _NEW_CLAUSE.match(mask, at + 1, end) is None
    if _QUOTES_ON.match(mask, at + 1, end) or _OBJECT_APPOSED.match(mask, at, end):
        return True
    if _OBJECT_INSERTED.match(mask, at, end) or _CLOSES_INSERTION.search(mask, start, at + 2):
        return True
    return _LIST.match(mask, at, end) is not None or mask[at + 1 : at + 2] in (
        Tag.AS,
        Tag.IN,
        Tag.OF,
    )


def _is_aside(mask: str, at: int, end: int, lowered: Sequence[str]) -> bool:
    """Whether a preposition opens when, where or in what medium it was said."""
    first = lowered[at]
    if first not in WHEN_OR_WHERE:
        return False
    if first in AFTER_WHICH:
        return mask[at + 1 : at + 2] != Tag.THAT
    if mask[at + 1 : at + 2] == Tag.DAY:
        if at + 2 < end and lowered[at + 2] in GROUNDS:
            return False  # "chided her on Monday for her “wild” plan"
        return Tag.THAT not in mask[at + 2 : at + 4] and Tag.OPEN not in mask[at + 2 : at + 4]
    for i in range(at + 1, min(at + _MEDIUM_REACH, end)):
        if mask[i] in _NOUNS and lowered[i] in MEDIA:
            return True
    return False
