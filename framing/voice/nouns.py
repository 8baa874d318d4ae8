"""Nouns that report: "X's claim that C", "criticism of C from X", "his refusal to C".

Whose claim it is stands before the noun ("the mayor's"), after it ("pledges by the states to
C"), or as the subject of a verb that the noun completes ("she raised doubts about C").
"""

from __future__ import annotations

import re
from collections.abc import Callable

from framing.values import Span
from framing.voice.ends import Surroundings, clause_end, clause_parts
from framing.voice.found import Found
from framing.voice.grammar import compiled
from framing.voice.subjects import first_subject, subject_before
from framing.voice.units import Page, Unit

__all__ = ["noun_cue", "possessor", "verb_phrase"]

_FINITE = re.compile(r"[xzmVv13560]")
_POSSESSIVES = frozenset("my his its our their your her".split())
_ABOUT = frozenset("of about against for on over toward towards regarding concerning".split())
_TOWARD = frozenset("in with at".split())
_OWNED_BY = frozenset("from by among within inside".split())
_OWNER = compiled(r"i({core}(?>(?:o{core})?))(?=[hti])")
_VERB_AFTER_TO = re.compile(r"ta?(?:[120zxvn]|m)")
_LIGHT = frozenset(
    """make made makes making offer offered offers offering give gave gives giving given have has
    had having express expressed expresses expressing voice voiced voices voicing raise raised
    raises raising issue issued issues issuing deliver delivered delivers delivering launch
    launched launches launching repeat repeated repeats repeating renew renewed renews hold held
    holds holding share shared shares sharing take took takes taking show showed shows showing
    send sent sends sending receive received receives receiving announce announced announces
    announcing level leveled leveled lodge lodged file filed release released releases drop
    dropped abandon abandoned reverse reversed withdraw withdrew defend defended outline outlined
    unveil unveiled present presented propose proposed feel felt add added""".split()
)
_VERBAL = frozenset("xvVG12345678n")
_IS = re.compile(r"(?:iD|a)?[za]{1,2}+(?=[ht])|m1?z(?=[ht])|x?z{1,2}a?[V6](?=h)")
_PHRASE_STOP = re.compile(
    r"i[de]?[an]?D|[,;:)\-b]|&(?![nNdeaGV]*+(?:[,.;io]|$))|(?<![hwWt])[xzm135]"
    r"|[V6](?![nNitoag])|(?<=[nNTD])[dp]"
)
_RELATIVE = re.compile(r"ha*+[xzmVv135]")
_PLAIN = Surroundings(lambda at: True, lambda at: True)


def noun_cue(
    page: Page, unit: Unit, number: int, at: int, known: tuple[tuple[str, ...], str]
) -> Found | None:
    """Read one noun that reports, at token `at`."""
    mask, word = page.mask, page.tokens.word
    frames, kind = known
    source, begin = possessor(mask, unit.start, at, word)
    stop, owner = _owner(page, unit, at)
    start, cue_end = _content_start(page, unit, stop, frames)
    if start < 0:
        return None
    source = source or owner
    if source is None:
        source, begin = _through_verb(page, unit, at, begin)
    if source is None and mask[start] not in "hW" and "unowned" not in frames:
        return None
    parts = _parts(mask, unit, begin, start)
    if not parts:
        return None
    cue = (begin, at + 1 if owner is not None else cue_end)
    return Found("noun-cue", "noun", kind, source, cue, parts, number)


def _owner(page: Page, unit: Unit, at: int) -> tuple[int, Span | None]:
    """Whose claim it is where that stands after the noun, and where its words end."""
    mask, stop = page.mask, at + 1
    if mask[stop : stop + 1] == "i" and page.tokens.word(stop).lower() in _OWNED_BY:
        match = _OWNER.match(mask, stop, unit.end)
        if match is not None:
            return match.end(), match.span(1)
    return stop, None


def _through_verb(page: Page, unit: Unit, at: int, begin: int) -> tuple[Span | None, int]:
    """Subject of a verb that the noun completes ("she raised doubts about"), where it begins."""
    light = _light_verb(page, unit, at)
    if light is None:
        return None, begin
    mask = page.mask
    phrase = verb_phrase(mask, unit.start, light)
    if phrase > unit.start and mask[phrase - 1] in "&b":  # "took the port and launched attacks"
        subject = first_subject(mask, unit.start, phrase)
    else:
        subject = subject_before(mask, unit.start, phrase)
    if mask[light] == "z" and (
        subject is None or mask[subject[0]] == "y" or mask[light + 1] in "G8"
    ):
        return None, begin  # "there are doubts about", "it is raising doubts about"
    return subject, phrase


def _parts(mask: str, unit: Unit, begin: int, start: int) -> list[Span]:
    """Return what the noun reports, from `start` on."""
    if mask[start] == "t":
        end = clause_end(mask, start, unit.end, _PLAIN)
        return [(start, end)]
    if mask[start] in "Ws":
        return clause_parts(mask, start, unit.end, _PLAIN)
    if mask[start] != "h":
        end = _phrase_end(mask, start, unit.end)
        return [(start, end)] if end > start else []
    parts = clause_parts(mask, start, unit.end, _PLAIN)
    if parts and _FINITE.search(mask, unit.start, begin) is None:
        end = _before_main_verb(mask, start + 1, parts[0][1])
        parts = [(start, end), *(parts[1:] if end == parts[0][1] else ())]
    return parts


def _content_start(page: Page, unit: Unit, stop: int, frames: tuple[str, ...]) -> tuple[int, int]:
    """Where the content begins, and where the cue ends; -1 where the noun takes none."""
    mask = page.mask
    if mask[stop : stop + 1] == "D":  # "her claim on Monday that", "her claim Monday that"
        stop += 1
    elif mask[stop : stop + 2] == "iD":
        stop += 2
    after = mask[stop] if stop + 1 < unit.end else "."
    if after == "h" and "clause" in frames:
        return (-1, -1) if _RELATIVE.match(mask, stop, unit.end) else (stop, stop)
    if after == "t" and "infinitive" in frames and _VERB_AFTER_TO.match(mask, stop, unit.end):
        return stop, stop
    if after == "t" and "to" in frames and not _VERB_AFTER_TO.match(mask, stop, unit.end):
        return stop + 1, stop + 1
    word = page.tokens.word(stop).lower() if after in "oi" else ""
    about = (word in _ABOUT and "of" in frames) or (word in _TOWARD and "toward" in frames)
    if about and mask[stop + 1] not in "DT":
        return stop + 1, stop + 1
    is_after = _IS.match(mask, stop, unit.end)
    if is_after is not None and {"clause", "infinitive"} & set(frames):
        return is_after.end(), is_after.end()
    return -1, -1


def _light_verb(page: Page, unit: Unit, noun: int) -> int | None:
    """Token of a verb that the noun completes: "*raised* serious doubts about"."""
    mask, word = page.mask, page.tokens.word
    for at in range(noun - 1, max(unit.start, noun - 7), -1):
        if mask[at] == "z" or (mask[at] in _VERBAL and word(at).lower() in _LIGHT):
            return at
        if mask[at] not in "adenNVG#6k24&":
            return None
    return None


def verb_phrase(mask: str, low: int, at: int) -> int:
    """Where the auxiliaries before a verb begin."""
    while at > low and mask[at - 1] in "axzmk":
        at -= 1
    return at


def possessor(mask: str, low: int, at: int, word: Callable[[int], str]) -> tuple[Span | None, int]:
    """Return who owns a noun ("his", "the mayor's"), and where the noun's own words begin."""
    begin = at
    while begin > low and mask[begin - 1] in "anVG#6k42":
        begin -= 1
    if begin > low and mask[begin - 1] == "'":
        stop = begin - 1
        start = stop
        while start > low and mask[start - 1] in "nN.#'k":
            start -= 1
        if start > low and mask[start - 1] in "de":
            start -= 1
        if start < stop:
            return (start, stop), begin
    if begin > low and mask[begin - 1] == "d" and word(begin - 1).lower() in _POSSESSIVES:
        return (begin - 1, begin), begin
    return None, begin


_VERB_PHRASE = re.compile(r"a*+[xzmVv13560][axzmVv13567890]*+")


def _before_main_verb(mask: str, start: int, end: int) -> int:
    """End of the clause on a subject noun ("the claim that C is old"): before the main verb."""
    own = _FINITE.search(mask, start, end)
    own_end = _VERB_PHRASE.match(mask, own.start(), end) if own is not None else None
    if own_end is None:
        return end
    following = re.compile("[xzm]").search(mask, own_end.end(), end)
    if following is None or re.search("[hwsW&]", mask[own_end.end() : following.start()]):
        return end
    return following.start()


def _phrase_end(mask: str, start: int, end: int) -> int:
    """Return where the phrase that hangs on a noun ends."""
    match = _PHRASE_STOP.search(mask, start + 1, end)
    return match.start() if match is not None else end
