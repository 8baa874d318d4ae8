"""The subject of a reporting verb: from where to where the words of the source go."""

from __future__ import annotations

import re

from framing.values import Span
from framing.voice.grammar import compiled

__all__ = ["first_subject", "noun_before", "subject_after", "subject_before"]

_BREAKS = frozenset(",:;()-hwWsbxzmv1358.“”Qu6")  # what a subject does not reach over
_NEW_PHRASE = re.compile(r"(?<=[nNTD#')k])[dep](?=[^o])|(?<=[DT])(?=[nN])|(?<=[nTa])N(?![n'24])")
_NP = compiled(r"{np}")
_APPOSED = re.compile(
    r",(?:w[^,;:.“”\-]{1,24}|[de#nNoiga&][^,;:.“”\-()xzmVv1358ws]{0,18}(?:w[^,;:.“”\-]{1,20})?)"
)
_NO_APPOSITION = re.compile(",(?:[ae]?#(?!,)|[ae][^,;:.]*[xzm])")
_MORE = re.compile(
    r"(?:w|[V67G](?=[itogad]))[^,;:.“”\-()xzm135]{0,20}+(?:[xzm135][^,;:.“”\-()]{1,20})?"
)
_WRITTEN_BY = compiled(r"[V67]i{np}(?=[,.])")  # "according to notes written by Venn, C"
_WORK = re.compile("“Q*+[”u]")
_VERB = re.compile(r"[xzm35]|(?<![oid'et])[Vv160]")  # "of faith-based groups", "to get"


def subject_after(mask: str, at: int, limit: int, *, closed: bool = False) -> Span | None:
    """Subject that follows an inverted verb ("said Ortiz, who …"), with its apposition.

    With `closed`, an apposition only counts where a comma ends it, because a clause follows.
    """
    if mask[at : at + 1] == "D" and mask[at + 1 : at + 2] in ("N", "d"):  # "said Monday Ortiz"
        at += 1
    match = _NP.match(mask, at, limit)
    if match is None or match.end() == at:
        return None
    end = match.end()
    more = (_WRITTEN_BY if closed else _MORE).match(mask, end, limit)
    if more is not None:
        end = more.end()
    for _ in range(4):
        match = _APPOSED.match(mask, end, limit)
        if match is None:
            break
        after = mask[match.end()] if match.end() < limit else "."
        if after not in ",.;“)-" or (closed and (after != "," or _NO_APPOSITION.match(mask, end))):
            break
        end = match.end()
    if mask[end - 1] == "o" and mask.startswith("“", end):  # "Venn, author of “Low Tide”"
        work = _WORK.match(mask, end, limit)
        end = work.end() if work is not None else end
    return at, end


def first_subject(mask: str, low: int, limit: int) -> Span | None:
    """Subject of the first finite verb in ``mask[low:limit]``."""
    at = low
    for _ in range(6):
        match = _VERB.search(mask, at, limit)
        if match is None:
            return None
        at = match.end()
        found = subject_before(mask, low, match.start())
        if found is not None:
            return found
    return None


def subject_before(mask: str, low: int, verb: int) -> Span | None:
    """Subject that ends where a finite verb phrase begins, at or after token `low`."""
    if verb <= low:
        return None
    last = mask[verb - 1]
    if last in "pyw" or (last == "h" and verb - 2 >= low and mask[verb - 2] in "nN"):
        return verb - 1, verb
    if last in "oit&":  # "to say", "of saying": the subject stands elsewhere
        return None
    if last in ",)-":
        return _over_insertion(mask, low, verb)
    if last in "D#":
        day = _DAY.search(mask, max(low + 1, verb - 4), verb)
        if day is not None:  # "the mayor on Tuesday said"
            verb = day.start()
    start = _run_start(mask, low, verb)
    found = _trim(mask, start, verb)
    if found is not None and start - 2 > low and mask[start - 1] == "," and "&" in mask[start:verb]:
        return _list_start(mask, low, start - 1, found)
    return found


def noun_before(mask: str, low: int, at: int) -> Span:
    """Noun phrase that ends at a participle: "from *a tip* alleging", "*most voters* saying"."""
    start = at - 1
    while start > low and mask[start - 1] in "nNdeo#'aGk24":
        start -= 1
    while start < at - 1 and mask[start] in "oak'":
        start += 1
    return start, at


def _list_start(mask: str, low: int, comma: int, found: Span) -> Span:
    """Extend "Y and Z" to the left where it ends a list "X, Y and Z"."""
    begun = _segments(mask, low, comma)
    for start in begun:
        if _closed(mask, start, comma) or _INTRODUCES.match(mask, start):
            continue
        if mask[start] in "Nne#":
            return start, found[1]
    return found


def _run_start(mask: str, low: int, verb: int) -> int:
    """Where the run of words before `verb` begins, after the last clause boundary.

    Brackets, quoted fragments and a participle before its noun are no boundary.
    """
    floor = max(low, verb - 40)
    at = verb
    while at > floor:
        tag = mask[at - 1]
        if tag not in _BREAKS or (tag == "6" and at < verb and mask[at] in "nN"):
            at -= 1
            continue
        opened = -1
        if tag == ")":
            opened = mask.rfind("(", max(floor, at - 32), at)
            opened = -1 if ")" in mask[opened + 1 : at - 1] else opened
        elif tag == "u":
            opened = mask.rfind("“", floor, at)
        if opened < 0:
            break
        at = opened
    return at


def _trim(mask: str, start: int, verb: int) -> Span | None:
    """Drop conjunctions, adverbs and introductory phrases before the subject."""
    while start < verb and mask[start] in "&bak":
        start += 1
    if start < verb and mask[start] in "itgDVG0T":
        best = start
        for match in _NEW_PHRASE.finditer(mask, start + 1, verb):
            best = match.start()
        if best == start:
            if mask[start] in "itg":
                best = start + 1
            elif mask[start] in "VG":
                best = mask.rfind("g", start, verb) + 1  # "was rising as people said"
                if best <= 0:
                    return None
        start = best
    if start >= verb:
        return None
    return start, verb


_DAY = re.compile("i?a?D#?$")
_CLAUSE = re.compile(r"[xzmv1350]|[V6](?![nNi])")
_HEAD = re.compile(r"[&bak]*+[dNnepT#2479']")
_INTRODUCES = re.compile(r"[&bak]*+(?:[itgswhVG68D]|[de]?[an#]*[DT])")


def _over_insertion(mask: str, low: int, verb: int) -> Span | None:
    """Subject before an apposition or insertion that ends right before the verb."""
    last = mask[verb - 1]
    if last == ")":
        opened = mask.rfind("(", max(low, verb - 30), verb)
        inner = subject_before(mask, low, opened) if opened > low else None
        return None if inner is None else (inner[0], verb)
    if last == "-":
        opened = mask.rfind("-", max(low, verb - 40), verb - 1)
        inner = subject_before(mask, low, opened) if opened > low else None
        return None if inner is None else (inner[0], verb)
    begun = _segments(mask, low, verb - 1)
    for index, start in enumerate(begun[:-1]):
        if _HEAD.match(mask, start) and not _INTRODUCES.match(mask, start):
            while mask[start] in "&bak":
                start += 1
            return start, _without_asides(mask, begun[index + 1 :], verb)
    return None


def _without_asides(mask: str, begun: list[int], verb: int) -> int:
    """End of a subject, without the participles, phrases and adverbs between it and the verb."""
    for start in begun:
        if _ASIDE.match(mask, start) or _CUE_ASIDE.match(mask, start):
            return start - 1
    return verb


_CUE_ASIDE = re.compile(r"[dnNpeo'#]{1,8}[axz]*[356],")  # "the plan, she said, is dead"
_ASIDE = re.compile(r"a*(?:[GiVs8]|a,)")


def _segments(mask: str, low: int, stop: int) -> list[int]:
    """Find where comma-separated stretches before `stop` begin, back to the last full clause."""
    starts: list[int] = []
    floor = max(low, stop - 60)
    end = at = stop
    while at > floor:
        at -= 1
        tag = mask[at]
        if tag == ",":
            if starts and _closed(mask, at + 1, end):
                return starts
            starts.insert(0, at + 1)
            end = at
        elif tag in ";:“”":
            if not (starts and _closed(mask, at + 1, end)):
                starts.insert(0, at + 1)
            return starts
    if not (starts and _closed(mask, floor, end)):
        starts.insert(0, floor)
    return starts


def _closed(mask: str, start: int, end: int) -> bool:
    """Whether a stretch holds a finite verb of its own, so that no subject reaches over it."""
    return mask[start] not in "ws" and _CLAUSE.search(mask, start, end) is not None
