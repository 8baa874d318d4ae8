"""What kind of text an article is, as far as its layout tells: opinion, letter, transcript."""

from __future__ import annotations

import re

__all__ = ["genre_from_layout"]

_TURN = re.compile(r"(?:[A-Z][\w'’.-]*,? ){0,5}[A-Z][\w'’.-]*(?: ?\([^)\n]{1,40}\))?:\s+\S")
_TIME = re.compile(
    r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?(?:[A-Z]{2,4}|GMT[+-]\d))?)\b", re.IGNORECASE
)
_OPINION = re.compile(
    r"(?:opinion|op-ed|editorial|commentary|comment|column|guest essay|viewpoint)\s*[:|–—-]",
    re.IGNORECASE,
)
_DISCLAIMED = re.compile(
    r"(?:views?|opinions?) expressed (?:in|by|here|are|herein)"
    r"|is a (?:syndicated |guest |regular )?(?:columnist|opinion writer|contributing opinion)"
    r"|is a fellow at"
)
_SIGNS = ("expressed", "columnist", "opinion writer", "contributing", "is a fellow at")
_DEAR = re.compile(
    r"(?:dear|to) (?:[a-z'’.-]+ ?){1,8}[,:]\s*$|to whom it may concern", re.IGNORECASE
)
_ENDS = 600  # characters at the end in which an author is introduced
_FEWEST = 4


def genre_from_layout(text: str, title: str | None = None) -> str | None:
    r"""Tell the genre of a text from how it is laid out, or None where the layout does not.

    Parameters
    ----------
    text
        The article's text.
    title
        Its title, which may be marked ("Opinion: …").

    Returns
    -------
    str or None
        ``opinion`` (a marked title or first line; a note that views are the author's),
        ``transcript`` (four in ten lines begin with a label and a colon), ``letter`` (it begins
        with "Dear …"), ``live blog`` (four in ten lines begin with a time).

    Examples
    --------
    >>> genre_from_layout("Anything.", "Opinion: The port must open")
    'opinion'
    >>> genre_from_layout("Q: Who came?\nA: The army.\nQ: When?\nA: At night.")
    'transcript'
    >>> genre_from_layout("The port was shut on Monday.") is None
    True
    """
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    if not lines:
        return None
    if _OPINION.match(title or "") or _OPINION.match(lines[0]):
        return "opinion"
    labelled = [line for line in lines if ":" in line]
    timed = [line for line in lines if line[0].isdigit()]
    for genre, opening, some in (("transcript", _TURN, labelled), ("live blog", _TIME, timed)):
        count = sum(opening.match(line) is not None for line in some)
        if count >= _FEWEST and 5 * count >= 2 * len(lines):
            return genre
    if len(lines) > 2 and _DEAR.match(lines[0]):
        return "letter"
    return "opinion" if _is_disclaimed(text[-_ENDS:].lower()) else None


def _is_disclaimed(ending: str) -> bool:
    """Tell whether a text's end, in lower case, says whose views these are."""
    signed = any(word in ending for word in _SIGNS)  # as in few texts; far faster than the pattern
    return signed and _DISCLAIMED.search(ending) is not None
