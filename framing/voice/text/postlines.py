"""Which lines above a signature belong to the post that it signs."""

from __future__ import annotations

import re
from typing import Final

from framing.language.languages import ENGLISH
from framing.language.letterwords import ADDRESSING
from framing.voice.text.pageparagraphs import PageParagraph
from framing.voice.text.tags import Tag, any_of
from framing.voice.text.units import Page

__all__ = ["ADDRESS", "first_line_of_post"]

ADDRESS: Final = re.compile(r"(?:https?://|pic\.twitter\.com/|t\.co/)\S+")
"""What a post links to: an address, a picture."""
_MARKED = re.compile(r"(?:^|[\s.“\"‘(])[#@] ?\w")  # what only posts are full of
_LONGEST = 280  # characters that a post may have
_SHORT = 90  # characters of a line that may be a post's without a mark of one
_FEWEST = 4  # letters of a line that holds more than an address
_PAST = any_of("past|said|wrote|open|close|cut|day|according")
_TAGS = re.compile(r"[#@] ?\w+")
_SIGNED = "(@"
_ANNOUNCES = re.compile(
    rf"(?::|…|\.\.\.)$|^(?:{'|'.join(ENGLISH.letters.following)})\b", re.IGNORECASE
)
_POSTED = re.compile(rf" (?:{'|'.join(ENGLISH.letters.posts)})\b", re.IGNORECASE)


def first_line_of_post(
    page: Page, paragraphs: list[PageParagraph], number: int, own: str, name: str
) -> int:
    """Return the paragraph in which a post begins whose signature stands in another, or that one.

    A post is no longer than 280 characters. Lines with "#", "@", an address, a cry, "I" or "you"
    are a post's; what an announcement stands above is one all of it; without either, short
    lines in the present tense are.

    Parameters
    ----------
    page, paragraphs
        The page and its paragraphs.
    number
        Which of them holds the signature.
    own
        What stands before it in its line.
    name
        Who signs.
    """
    last = name.split()[-1] if name.split() else name
    room = _LONGEST - len(ADDRESS.sub("", own).strip())
    alone = len(_letters(own)) < _FEWEST  # nothing but an address stands beside the signature
    begun = reached = number
    told = False  # whether a line that a report may be was met
    for at in range(number - 1, -1, -1):
        line = paragraphs[at]
        words = ADDRESS.sub("", line.text).strip()
        room -= len(words)
        below = page.units[paragraphs[at + 1].unit].paragraph
        unit = page.units[line.unit]
        if _ANNOUNCES.search(words) or (last in words and _POSTED.search(words)):
            return reached  # all that stands below an announcement
        if room < 0 or unit.zone == "headline" or below - unit.paragraph > 1:
            break
        if _SIGNED in line.text:
            break  # another post
        marked = words != line.text or _is_marked(page, line)
        if not marked and Tag.OPEN in page.mask[line.first : line.stop]:
            break
        told = told or not (marked or _may_be_posts(page, line))
        reached = at
        if not told:
            begun = at if marked or (alone and at == begun - 1) else begun
    above = number - 1 if alone and number and begun == number else begun
    units, first = page.units, paragraphs[above].unit
    near = units[paragraphs[number].unit].paragraph - units[first].paragraph <= number - above
    return above if near else number  # what stands between is no text: links, a form


def _letters(words: str) -> str:
    """Return the letters of some words without addresses and tags."""
    return "".join(filter(str.isalpha, _TAGS.sub("", ADDRESS.sub("", words))))


def _is_marked(page: Page, line: PageParagraph) -> bool:
    """Whether a line has what posts have and reports have not."""
    if _MARKED.search(line.text):
        return True
    if Tag.OPEN in page.mask[line.first : line.stop]:
        return False
    lowered = page.tokens.lowered
    speaks = any(lowered[at] in ADDRESSING for at in range(line.first, line.stop))
    return speaks or line.text.endswith("!")


def _may_be_posts(page: Page, line: PageParagraph) -> bool:
    """Whether a line is short and tells nothing past, as a report does."""
    if len(line.text) > _SHORT:
        return False
    return not any(page.mask[at] in _PAST for at in range(line.first, line.stop))
