"""Whether a naming is part of a longer name or title, where no other word could have stood."""

from __future__ import annotations

import re

from framing.language.namewords import (
    JOINED_ENDS,
    NAME_ENDS,
    NAME_LEADS,
    PRESS_WORDS,
    SMALL_IN_TITLES,
    WORK_WORDS,
)
from framing.language.wordshape import words_in

__all__ = ["is_in_a_name"]


def _one_of(words: frozenset[str]) -> str:
    """Return the pattern of one of some words."""
    return f"(?:{'|'.join(sorted(words))})"


_LARGE = r"[A-Z][\w’'&-]{2,}"
_ENDS = re.compile(
    rf"[ -](?:(?:(?!House|Senate){_LARGE} ){{0,2}}{_one_of(NAME_ENDS)}|Task Force"
    rf"|(?:{_LARGE} ){{0,2}}and (?:(?:{_LARGE}|of|for|and) ){{1,4}}{_one_of(JOINED_ENDS)})\b(?! \d)"
)
_LEADS = re.compile(
    rf"\b{_one_of(NAME_LEADS)} (?:{_LARGE} )?(?:of|for|on|to|against) "
    rf"(?:(?:{_LARGE}|the|and|of|in|on|for|&),? ){{0,6}}\Z"
)
_WORK = re.compile(rf"(?<![\w-])(?:{_one_of(WORK_WORDS)}|({_one_of(PRESS_WORDS)}))(?![\w-])", re.I)
_AUTHOR = re.compile(r"\W{0,4} (?:by [A-Z]|published by |\((?:[A-Z][\w ]+, )?\d{4}\))")
_FAR = 100  # characters before and after a naming within which its title begins and ends
_NEAR = 60
_OPENING = re.compile(r"[“\"«]|``|(?<!\w)‘(?! ?s\b)")
_CLOSING = {
    "“": re.compile("”"),
    '"': re.compile('"'),
    "«": re.compile("»"),
    "``": re.compile("''|\""),
    "‘": re.compile(r"’(?! ?s\b|\w)"),
}
_SHORTEST = 2  # words of a title beside those of the naming


def is_in_a_name(text: str, start: int, end: int) -> bool:
    """Tell whether words are part of the name of a law, a body or a work.

    They are where they have capitals and go on as such a name or come after what one begins with;
    or where all between the quotation marks around them is in a title's capitals, and more than
    they are, and a word beside it says that it is a work's: the words of a heading, of a post or
    on a sign were somebody's choice.

    Examples
    --------
    >>> text = "The Gun Laws Act fell, says the book “Gun Laws and Their Foes.” Gun laws differ."
    >>> [is_in_a_name(text, at, at + 8) for at in (4, 38, 64)]
    [True, True, False]
    >>> is_in_a_name("The Office of Gun Laws shut.", 14, 22)
    True
    """
    if not text[start].isupper():
        return False
    words = words_in(text, start, end)
    if not _are_large(words) or text[start:end].isupper():
        return False
    before = text[max(0, start - _NEAR) : start]
    if _ENDS.match(text, end) or _LEADS.search(before):
        return True
    return _is_in_a_title(text, start, end, len(words))


def _are_large(words: list[str]) -> bool:
    """Tell whether words are written as in a title."""
    return all(not word[0].islower() or word in SMALL_IN_TITLES for word in words)


def _is_in_a_title(text: str, start: int, end: int, own: int) -> bool:
    """Tell whether all between the marks around a naming is in a title's capitals."""
    marks = list(_OPENING.finditer(text, max(0, start - _FAR), start))
    if not marks:
        return False
    closing = _CLOSING[marks[-1][0]].search(text, marks[-1].end(), end + _FAR)
    if closing is None or closing.start() < end:
        return False
    inside = text[marks[-1].end() : closing.start()]
    words = words_in(inside)
    small = sum(word in SMALL_IN_TITLES for word in words)
    return (
        len(words) - small - own >= _SHORTEST
        and "\n" not in inside
        and _are_large(words)
        and not inside.isupper()
        and _is_a_work(text, marks[-1].start(), closing.end())
    )


def _is_a_work(text: str, opening: int, closing: int) -> bool:
    """Tell whether what stands before or after marks says that a work's title is between them."""
    told = list(_WORK.finditer(text, max(0, opening - _NEAR), opening))
    if told:
        return not any(word[1] for word in told)
    return _AUTHOR.match(text, closing) is not None
