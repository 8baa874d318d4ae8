"""How far reported words go: where a reported clause or noun phrase ends.

What the outlet adds is no part of what was reported: a relative clause after a comma, "but …"
or "and …" with a subject of its own, a participle, an apposition at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from framing.values import Span
from framing.voice.grammar import compiled

__all__ = ["Surroundings", "clause_end", "clause_parts", "object_end"]

_STOPS = re.compile(r"[,;&b)\-(”]")
_CLOSING = re.compile("[u”]")
_AFTER_QUOTE = re.compile("[s-]|a?i?[ade]?D")  # "… “Q” on Tuesday night", "… “Q” while"
# What follows a comma still belongs to the speaker where it quotes and has no cue of its own.
_QUOTES_ON = re.compile(r"[^0-8A“;]{0,30}“")
_NEXT_CUE = re.compile(r"[,&b]*+a?(?:[83456]|[xzm]{1,2}a?[678])")
_RELATIVE = r"(?:w[^,xzmVv1356]{0,6}+[xzmVv1356][axzmVv67]*+[^,xzmVv1356]{1,12})?"
_NEW_CLAUSE = compiled(rf"&a?(?!h){{np}}{_RELATIVE}a*+[xzmVv13560]")
_BUT_ENDS = compiled(rf"b(?:a?,)?(?:i{{np}},)?a?(?:[xzmVv1356]|{{np}}{_RELATIVE}a*+[xzmVv13560])")
_MAIN_CLAUSE = compiled(r"[,”]a?(?:{np}|[dhe])a*+[xzmVv13560]")
_VERB_AGAIN = re.compile(r"[,”][axzm]{0,4}+[xzmVv13560]|[,”][xzm]")
_OTHER_CUE = compiled(r"[,”](?:{np}[axzm]*+[356]|[36]{np})(?:[.,;]|$)")
_APPOSED = re.compile(r",[de]a?[^,;:&xzmv135hw“]{1,16}(?:\.|$)")
_FINITE = re.compile(r"[xzmVv13560]")
_GOES_ON = re.compile(r"a*+[xzmVv13560g“]")


class Surroundings(NamedTuple):
    """Where a cue stands, as far as it bears on where its content ends.

    `subordinate`: in an introductory clause ("While X said C, Y did"), so that the main clause
    ends it. `inserted`: in a relative clause or between commas. `speaks` tells whether a token
    is a verb of speech or judgement, `utters` whether it is one and means neither belief
    ("he said he was tired and wanted to go") nor intent.
    """

    speaks: Callable[[int], bool]
    utters: Callable[[int], bool]
    subordinate: bool = False
    inserted: bool = False


def clause_parts(mask: str, start: int, end: int, around: Surroundings) -> list[Span]:
    """Parts of a reported clause: a relative clause the outlet put into it is left out."""
    parts: list[Span] = []
    for _ in range(3):
        stop = clause_end(mask, start, end, around)
        if stop > start:
            parts.append((start, stop))
        if mask[stop : stop + 2] != ",w" or _FINITE.search(mask, start, stop):
            break
        closing = mask.find(",", stop + 1, end)
        if closing < 0 or _GOES_ON.match(mask, closing + 1, end) is None:
            break
        start = closing + 1
    return parts


def clause_end(mask: str, start: int, end: int, around: Surroundings) -> int:
    """Return the token after the last of a clause that begins at `start`."""
    if mask[start : start + 1] == "“":
        closing = _CLOSING.search(mask, start, end)
        if closing is not None and closing.group() == "”":
            following = mask[closing.end() : closing.end() + 2]
            if following[:1] != "“" and following != "&“":
                return closing.end()
        elif closing is not None and _AFTER_QUOTE.match(mask, closing.end(), end):
            return closing.end()
    depth = 0
    that = mask[start : start + 1] == "h"
    for match in _STOPS.finditer(mask, start, end):
        at = match.start()
        tag = mask[at]
        if tag == ";":
            return at
        if tag == "(":
            depth += 1
        elif tag == ")":
            if depth == 0:
                return at
            depth -= 1
        elif tag == "-" and at > start:
            if _dash_ends(mask, start, at, end):
                return at
        elif tag == "”":
            if mask[at + 1 : at + 2] == "d" or _comma_ends(mask, at, end, that, around):
                return at + 1
        elif tag == "," and at > start:
            if _comma_ends(mask, at, end, that, around):
                return at
        elif mask[at - 1] not in ",a" and at > start and _joined_verb_ends(mask, at, end, around):
            return at
    return end


def _dash_ends(mask: str, start: int, at: int, end: int) -> bool:
    """Whether a dash is no half of a pair that sets an insertion off."""
    if mask[at + 1 : at + 2] in tuple("ia“") or mask.startswith("-&", at):
        return False
    return mask.find("-", at + 1, end) < 0 and mask.find("-", start, at) < 0


def _joined_verb_ends(mask: str, at: int, end: int, around: Surroundings) -> bool:
    """Whether "and" or "but" is followed by a verb of the outlet's sentence: "… and accused"."""
    verb = at + 2 if mask[at + 1 : at + 2] == "a" else at + 1
    if verb < end and mask[verb] == "8" and mask[verb + 1 : verb + 2] not in ("h", "t", "“"):
        return False  # "recognition and reporting of"
    return verb < end and mask[verb] in "5638" and around.utters(verb)


def _comma_ends(mask: str, at: int, end: int, that: bool, around: Surroundings) -> bool:
    """Whether the reported clause ends at the comma at `at`."""
    following = mask[at + 1] if at + 1 < end else "."
    if following in "GVwbs&" and _QUOTES_ON.match(mask, at + 1, end):
        return False
    if following == "A" and mask[at - 1] in "h&b":
        return False
    if following in "8Aw" or (following == "G" and not that):
        return True
    if following in "ito" and mask[at + 2 : at + 3] == "w":  # ", to which Ruiz said"
        return True
    if following in "67" and mask[at + 2 : at + 3] in ("i", "t", "g", "o"):
        return True
    if following == "b":
        return _BUT_ENDS.match(mask, at + 1, end) is not None
    if following == "&":
        return bool(_NEXT_CUE.match(mask, at + 1, end) or _NEW_CLAUSE.match(mask, at + 1, end))
    if following == "s" and not that:
        return True
    if around.subordinate and _MAIN_CLAUSE.match(mask, at, end):
        return True
    if around.inserted and _VERB_AGAIN.match(mask, at, end):
        return True
    if _APPOSED.match(mask, at, end):
        return True
    return _OTHER_CUE.match(mask, at, end) is not None


_OBJECT_STOPS = re.compile(r"[,;:b)(\-s&ixzmv135]|”(?=[^.])|u(?=[Di])|a(?=[DT](?!'))")
_LATER = frozenset("while when though although whereas".split())
_LISTED = re.compile(r"(?:&?[d,]?&?[da]?“|&)")
_REASON = frozenset("because until since as before once".split())
_EMBEDS = re.compile(r"[hwWtgp]")
_MEDIA = frozenset(
    """interview statement speech tweet email letter memo interviews remarks debate ad appearance
    post op-ed column report conference press news video podcast filing essay series message
    address""".split()
)
_ASIDE = frozenset("after despite on in at during through".split())


def object_end(
    mask: str, start: int, end: int, around: Surroundings, word: Callable[[int], str]
) -> int:
    """Return the token after the last of a noun phrase (and its label) that is reported."""
    depth = 0
    for match in _OBJECT_STOPS.finditer(mask, start + 1, end):
        at = match.start()
        tag = mask[at]
        if tag in "()":
            depth += 1 if tag == "(" else -1
            if depth < 0:
                return at
        elif tag in "u”":
            if _quoted_object_ends(mask, at, end, tag):
                return at + 1
        elif tag in "sai":
            if _adjunct_ends(mask, start, at, end, word):
                return at
        elif tag in "xzmv135":
            if around.inserted and _EMBEDS.search(mask, start, at) is None:
                return at
        elif tag == "&":
            verb = at + 2 if mask[at + 1 : at + 2] == "a" else at + 1
            if mask[verb : verb + 1] in tuple("xm56381") and around.speaks(verb):
                return at
        elif not _stop_goes_on(mask, start, at, end):
            return at
    return end


def _stop_goes_on(mask: str, start: int, at: int, end: int) -> bool:
    """Whether a comma in a list, a dash of a pair, or a "but" after an adverb ends no object."""
    if mask[at] == ",":
        return _list_goes_on(mask, at, end)
    if mask[at] == "-":
        return not _dash_ends(mask, start, at, end)
    return mask[at] == "b" and mask[at - 1] == "a"


def _quoted_object_ends(mask: str, at: int, end: int, tag: str) -> bool:
    """Whether an object ends with the quotation that closes at `at`."""
    if tag == "u":
        return mask[at + 1] == "D"
    if _NEW_CLAUSE.match(mask, at + 1, end):
        return True
    return mask[at + 1 : at + 2] not in "nN" and not _LISTED.match(mask, at + 1, end)


def _adjunct_ends(mask: str, start: int, at: int, end: int, word: Callable[[int], str]) -> bool:
    """Whether a subordinator, an adverb of time or a preposition ends an object."""
    tag = mask[at]
    if tag == "i":
        return _is_aside(mask, at, end, word)
    first = word(at).lower()
    if tag == "s":
        return first in _LATER or (at - start < 4 and first in _REASON)
    following = mask[at + 1 : at + 4]
    return not ("h" in following or "“" in following) and first in _TIMES


_TIMES = frozenset("last next earlier late".split())
_LIST = re.compile(r",[^,;:xzmvV13568w]{1,12}(?:,[^,;:xzmvV13568w]{1,12}){0,4},?&")


def _list_goes_on(mask: str, at: int, end: int) -> bool:
    """Whether the comma at `at` stands inside a list or before a quotation."""
    if _QUOTES_ON.match(mask, at + 1, end):
        return True
    return _LIST.match(mask, at, end) is not None or mask[at + 1 : at + 2] in ("g", "i")


def _is_aside(mask: str, at: int, end: int, word: Callable[[int], str]) -> bool:
    """Whether a preposition opens when, where or in what medium it was said."""
    first = word(at).lower()
    if first not in _ASIDE:
        return False
    if first in ("after", "despite"):
        return mask[at + 1 : at + 2] != "h"
    if mask[at + 1 : at + 2] == "D":
        return "h" not in mask[at + 2 : at + 4] and "“" not in mask[at + 2 : at + 4]
    return any(
        word(i).lower() in _MEDIA for i in range(at + 1, min(at + 6, end)) if mask[i] in "n2478Z"
    )
