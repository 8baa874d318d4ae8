"""Where reported words begin after a cue, and whether a cue ends its clause."""

from __future__ import annotations

import re

from framing.voice.grammar import compiled
from framing.voice.words import ADDRESSEE, CLAUSE, INFINITIVE, OBJECT, QUESTION, SPEECH, THAT

__all__ = ["content_start", "ends_here"]

_ADJUNCTS = compiled(r"{adj}")
# "said, twice, that", "wondered, as I do, why", "argued - naming nobody - that"
_INSERTION = re.compile(r",[^,;:“”\-]{1,14},(?=[hW])|-[^\-;:“”]{1,24}-(?=[hW])")
_SAYS = CLAUSE | SPEECH | QUESTION
_MAY_OPEN = frozenset("kaideDTogtn")  # what adjuncts begin with
_ADDRESSED = compiled(r"{np}{adj}(?:,?+(?=h)|[,:]?+(?=“)|:|(?=[tWp])|(?<=n)(?=[de]))")
_ADDRESSED_P = compiled(r"(?:P|d(?=[htW,:“])){adj}(?:,?+(?=h)|[,:]?+(?=“)|:|(?=[tWpydeNnsi#P]))")
_TIME = re.compile(r"(?>(?:k|a(?=[pydeNni#DhP])|i?[de]?[an]?[DT]#?(?!['o])){0,3})")
_ENDS = compiled(r"(?>(?:P|{core})?){adj}(?:[.,;:)\-”]|$)")
_ENDS_PLAIN = compiled(r"{adj}(?:[.,;:)\-”]|$)")
_CLAUSE_AFTER = compiled(r"in?#|{pp}{1,3}+[py][axzmVv12356nN]|{pp}{1,3}+,{np}a*+[xzmVv135602]")
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
    if frames & (CLAUSE | SPEECH | THAT):
        start = at
        if mask[at] in _MAY_OPEN:
            match = _ADJUNCTS.match(mask, at, end)
            start = match.end() if match is not None else at
        tag = mask[start] if start < end else "."
        following = mask[start + 1] if start + 1 < end else "."
        if tag == "“" or (tag == "h" and frames & (CLAUSE | THAT)):
            if tag == "h" and start > at and mask[start - 1] in "nN" and following in "356":
                return -1  # "appeared on shirts that said"
            return start
        if (tag in ",:" and following == "“") or (
            tag == "," and following == "h" and frames & (CLAUSE | THAT)
        ):
            return start + 1
        if tag == ":" and start + 1 < end and frames & SPEECH:
            return start + 1
        if tag in ",-":
            inserted = _INSERTION.match(mask, start, end)
            wanted = CLAUSE | THAT if inserted and mask[inserted.end()] == "h" else QUESTION
            if inserted is not None and frames & wanted:
                return inserted.end()
    if frames & ADDRESSEE:
        match = _ADDRESSED_P.match(mask, at, end) or _ADDRESSED.match(mask, at, end)
        if match is not None and (match.end() < end):
            return match.end()
    return _plain_start(mask, at, end, frames)


def _plain_start(mask: str, at: int, end: int, frames: int) -> int:
    """Begin of content that follows without "that", quotation mark or addressee."""
    start = at
    if mask[at] in _MAY_OPEN:
        skipped = _TIME.match(mask, at, end)
        start = skipped.end() if skipped is not None else at
    if start >= end:
        return -1
    tag = mask[start]
    if tag == "t":
        return start if frames & INFINITIVE else -1
    if tag in "Wsw" and frames & QUESTION:
        return start
    if tag in "80" and frames & _SAYS == _SAYS and not frames & OBJECT:
        return start  # "said closing the port would help"
    if frames & CLAUSE and _BARE_CLAUSE.match(tag) and tag not in "sW":
        return start if tag != "i" or _CLAUSE_AFTER.match(mask, start, end) else -1
    if frames & OBJECT and tag in "dpydeNnP#“'24GaDTVhW7":
        return start
    return -1
