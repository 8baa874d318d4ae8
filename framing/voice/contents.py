"""How far reported words go: where content begins after a cue, and where the clause ends."""

from __future__ import annotations

import re

from framing.voice.grammar import compiled
from framing.voice.words import ADDRESSEE, CLAUSE, INFINITIVE, OBJECT, QUESTION, SPEECH

__all__ = ["clause_end", "content_start", "ends_here", "phrase_end"]

_THAT = compiled(r"{adj},?+(?=h)")
_QUOTE = compiled(r"{adj}[,:]?+(?=“)")
_COLON = compiled(r"{adj}:(?=.)")
_ADDRESSED = compiled(r"{np}{adj}(?:,?+(?=h)|[,:]?+(?=“)|:|(?=[tWp])|(?<=n)(?=[de]))")
_ADDRESSED_P = compiled(r"P{adj}(?:,?+(?=h)|[,:]?+(?=“)|:|(?=[tWpydeNnsi#P]))")
_TIME = re.compile(r"(?:k|a(?=[pydeNni#DhP])|i?[de]?[an]?[DT]#?(?!')){0,3}+")
_ENDS = compiled(r"(?:P|{core})?+{adj}(?:[.,;:)\-”]|$)")
_ENDS_PLAIN = compiled(r"{adj}(?:[.,;:)\-”]|$)")
_CLAUSE_AFTER = compiled(r"{pp}{1,3}+,{np}[axzm]*+[xzmVv135602]")
_BARE_CLAUSE = re.compile(r"[pydeNnP#h“i24'WsaGDT]")


def ends_here(mask: str, at: int, end: int, frames: int = 0) -> int:
    """Return where the clause ends right after a verb and its adjuncts, or -1 if it goes on."""
    match = (_ENDS if frames & ADDRESSEE else _ENDS_PLAIN).match(mask, at, end)
    if match is None:
        return -1
    return match.end() if match.end() == end and mask[end - 1] not in ".,;:)-”" else match.end() - 1


def content_start(mask: str, at: int, end: int, frames: int) -> int:
    """Return the first token of what a verb reports, or -1 where nothing that it takes follows."""
    if at >= end:
        return -1
    if frames & (CLAUSE | SPEECH):
        match = _QUOTE.match(mask, at, end)
        if match is None and frames & CLAUSE:
            match = _THAT.match(mask, at, end)
        if match is None and frames & SPEECH:
            match = _COLON.match(mask, at, end)
        if match is not None:
            return match.end()
    if frames & ADDRESSEE:
        match = _ADDRESSED_P.match(mask, at, end) or _ADDRESSED.match(mask, at, end)
        if match is not None and (match.end() < end):
            return match.end()
    return _plain_start(mask, at, end, frames)


def _plain_start(mask: str, at: int, end: int, frames: int) -> int:
    """Begin of content that follows without "that", quotation mark or addressee."""
    skipped = _TIME.match(mask, at, end)
    start = skipped.end() if skipped is not None else at
    if start >= end:
        return -1
    tag = mask[start]
    if tag == "t":
        return start if frames & INFINITIVE else -1
    if tag in "Ws" and frames & QUESTION:
        return start
    if frames & CLAUSE and _BARE_CLAUSE.match(tag) and tag not in "sW":
        return start if tag != "i" or _CLAUSE_AFTER.match(mask, start, end) else -1
    if frames & OBJECT and tag in "dpydeNnP#“'24GaDTVhW7":
        return start
    return -1


_STOPS = re.compile(r"[,;&b)\-(”]")
_CLOSING = re.compile("[u”]")
_NEXT_CUE = re.compile(r"[,&b]*+a?(?:[83456]|[xzm]{1,2}a?[678])")
_NEW_CLAUSE = compiled(r"&a?(?!h){np}(?:w[^,]{1,14})?[axzm]*+[xzmVv13560]")
_MAIN_CLAUSE = compiled(r"[,”]a?{np}[axzm]*+[xzmVv13560]")
_VERB_AGAIN = re.compile(r"[,”][axzm]{0,4}+[xzmVv13560]|[,”][xzm]")
_OTHER_CUE = compiled(r"[,”](?:{np}[axzm]*+[356]|[36]{np})(?:[.,;]|$)")


def clause_end(
    mask: str, start: int, end: int, *, subordinate: bool = False, inserted: bool = False
) -> int:
    """Return the token after the last of a clause that begins at `start`.

    `subordinate`: the cue stands in an introductory clause ("While X said C, Y did"), so the
    main clause ends it. `inserted`: it stands in a relative clause or between commas. What
    the outlet adds after a comma (a relative clause, "but …", a second clause with its own
    subject, a participle) is no part of what was reported.
    """
    if mask[start : start + 1] == "“":
        closing = _CLOSING.search(mask, start, end)
        if closing is not None and closing.group() == "”":
            following = mask[closing.end() : closing.end() + 2]
            if following[:1] != "“" and following != "&“":
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
            if mask.find("-", at + 1, end) < 0:
                return at
        elif tag == "”":
            if mask[at + 1 : at + 2] == "d" or _comma_ends(
                mask, at, end, that, subordinate, inserted
            ):
                return at + 1
        elif tag == "," and at > start:
            if _comma_ends(mask, at, end, that, subordinate, inserted):
                return at
        elif tag in "&b" and mask[at - 1] != "," and at > start:
            following = mask[at + 1] if at + 1 < end else "."
            if following in "5683" or (following == "a" and mask[at + 2 : at + 3] in ("5", "6")):
                return at
    return end


def _comma_ends(
    mask: str, at: int, end: int, that: bool, subordinate: bool, inserted: bool
) -> bool:
    """Whether the reported clause ends at the comma at `at`."""
    following = mask[at + 1] if at + 1 < end else "."
    if following in "8Aw" or (following == "G" and not that):
        return True
    if following == "b":
        return mask[at + 2 : at + 3] != "h"
    if following == "&":
        return bool(_NEXT_CUE.match(mask, at + 1, end) or _NEW_CLAUSE.match(mask, at + 1, end))
    if following == "s" and not that:
        return True
    if subordinate and _MAIN_CLAUSE.match(mask, at, end):
        return True
    if inserted and _VERB_AGAIN.match(mask, at, end):
        return True
    return _OTHER_CUE.match(mask, at, end) is not None


def phrase_end(mask: str, start: int, end: int) -> int:
    """Return where a noun phrase and what hangs on it ends: the next comma or stop."""
    match = re.compile(r"[,;.:)\-]").search(mask, start, end)
    return match.start() if match is not None else end
