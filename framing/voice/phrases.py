"""Sources without a reporting verb: according to X, in X's view, noun cues, a name and a colon."""

from __future__ import annotations

from bisect import bisect_right

from framing.voice.ends import Surroundings, clause_end
from framing.voice.found import Found
from framing.voice.grammar import pattern
from framing.voice.nouns import noun_cue, possessor
from framing.voice.subjects import subject_after
from framing.voice.tags import Tag, Tags, any_of, sequence
from framing.voice.units import Page, Unit
from framing.voice.words import Vocabulary

__all__ = ["read_phrases"]

_ENDS_SOURCE = any_of("end|day")
_LINKING = any_of("joins|that|if")
_LEADS_IN = any_of("leads-in|comma")
_PREPOSITIONS = any_of("in|to")
_NOUN_PHRASE = any_of("noun-like|det|time|adv|possessive|number|name|past|ing|said|stop|aside")
_ENDS_PHRASE = any_of("set-off|stop")
_OPENERS = any_of("if|in|to|ing")
_IF_COMMA = sequence("<if> ,")
_THAT_COMMA = sequence("<that> ,")
_ACCORDING = pattern("<according> <to>")
_PLAIN = Surroundings(lambda at: True, lambda at: True)
_FINITE = pattern("<finite>")
# Nouns that may report, before what they take, or where "in X's view" may end.
_NOUN = pattern(
    """
    <either|cue-noun> (?=<end|that|of|in|to|adv|be|will|day|dash|right> | $)
    """
)


def read_phrases(page: Page, words: Vocabulary, earlier: list[Found]) -> list[Found]:
    """Find the sources of a page that have no reporting verb, in order."""
    found: list[Found] = []
    mask, tokens = page.mask, page.tokens
    starts = [unit.start for unit in page.units]
    for match in _ACCORDING.finditer(mask):
        number = bisect_right(starts, match.start()) - 1
        if number >= 0 and match.start() < page.units[number].end:
            one = _according(page, page.units[number], number, match.start())
            if one is not None:
                found.append(one)
    verbs = {at for one in earlier if one.cue for at in range(*one.cue)}
    for match in _NOUN.finditer(tokens.tags):
        at = match.start()
        if mask[at] not in Tags.NOUN_LIKE or at in verbs:
            continue
        known = words.nouns.get(tokens.word(at).lower())
        number = bisect_right(starts, at) - 1
        if known is None or number < 0 or at >= page.units[number].end:
            continue
        unit = page.units[number]
        one = _view(page, unit, number, at) if "opinion-phrase" in known[0] else None
        if "in-poll" in known[0]:
            one = _poll(page, unit, number, at)
        one = one or noun_cue(page, unit, number, at, known)
        if one is not None:
            found.append(one)
    return found


def _according(page: Page, unit: Unit, number: int, at: int) -> Found | None:
    """Read "According to X, C" and "C, according to X"."""
    mask = page.mask
    opens = mask[at - 1] in _LINKING or _FINITE.search(mask, unit.start, at) is None
    source = subject_after(mask, at + 2, unit.end, closed=opens)
    if source is None:
        return None
    content = _around(mask, unit, at, source[1])
    if not content:
        return None
    return Found("according-to", "phrase", "neutral", source, (at, at + 2), content, number)


def _around(mask: str, unit: Unit, at: int, after: int) -> list[tuple[int, int]]:
    """Content to the left of a phrase, to its right, or on both sides of it."""
    low = unit.start
    cut = mask.rfind(Tag.COLON, low, at) + 1
    if cut and _FINITE.search(mask, cut, at):
        low = cut
    while low < at and mask[low] in _LEADS_IN:
        low += 1
    left = (low, at) if at > low else None
    right = None
    if after < unit.end and mask[after] == Tag.COMMA and after + 1 < unit.end:
        linked = mask[at - 1] in _LINKING or mask[at - 2 : at] in (_IF_COMMA, _THAT_COMMA)
        # "While it rains, …"
        linked = linked or (mask[low] == Tag.IF and mask[at - 1] == Tag.COMMA)
        if left is None or _FINITE.search(mask, low, at) is None or linked:
            right = (after + 1, clause_end(mask, after + 1, unit.end, _PLAIN))
            if left is not None and (linked or mask[low] in _OPENERS):
                left = None
    elif left is None and after < unit.end:
        right = (after, clause_end(mask, after, unit.end, _PLAIN))
    return [part for part in (left, right) if part is not None]


def _view(page: Page, unit: Unit, number: int, at: int) -> Found | None:
    """Read "in X's view, C" at its noun."""
    mask = page.mask
    source, begin = possessor(mask, unit.start, at, page.tokens.word)
    if source is None or source[0] <= unit.start or mask[source[0] - 1] not in _PREPOSITIONS:
        return None
    if page.tokens.word(source[0] - 1).lower() not in ("in", "to"):
        return None
    content = _around(mask, unit, source[0] - 1, at + 1)
    if not content or (at + 1 < unit.end and mask[at + 1] not in _ENDS_PHRASE):
        return None
    return Found("in-view-of", "phrase", "belief", source, (begin, at + 1), content, number)


def _poll(page: Page, unit: Unit, number: int, at: int) -> Found | None:
    """Read "C in the latest poll" and "In a new survey, C", where C gives a number or a lead."""
    mask, word = page.mask, page.tokens.word
    begin = at
    while begin > unit.start and mask[begin - 1] in _NOUN_PHRASE:
        begin -= 1
    if begin <= unit.start or word(begin - 1).lower() != "in" or mask[begin] not in Tags.DET:
        return None
    source = subject_after(mask, begin, unit.end, closed=True)
    if source is None or source[1] <= at:
        return None
    if word(at).endswith("s") and at - begin < 2:
        return None  # "leading in the polls"
    clause = _FINITE.search(mask, unit.start, begin) is not None
    after = mask[source[1]] if source[1] < unit.end else Tag.STOP
    if after not in (_ENDS_SOURCE if clause else Tag.COMMA):
        return None
    content = _around(mask, unit, begin - 1, source[1])
    if not any(
        mask[i] == Tag.NUMBER or word(i)[:1].isdigit() or word(i).lower() in _LEADS
        for start, stop in content
        for i in range(start, stop)
    ):
        return None
    return Found("in-poll", "phrase", "neutral", source, (begin - 1, begin), content, number)


_LEADS = frozenset("lead leads led leading ahead behind trails trailed trailing tied".split())
