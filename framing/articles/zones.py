"""What each paragraph is: headline, lead, body, caption or boilerplate.

Read by hand while this was built: the 188 paragraphs marked caption or boilerplate in 400 articles
of the `abp` corpus, and the 164 longer ones marked in 400 each of PolNeAR and SEESAW and in the
266 of PTC. After the slips found were mended, none of them was the article's own text. What is
missed, and how much, was not counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.articles.captions import is_caption, is_credit
from framing.articles.furniture import is_author_note, is_byline, is_navigation, is_time_line
from framing.articles.leftovers import (
    LONGEST,
    bare_of_bullets,
    ends_article,
    is_left_over,
    is_link_line,
    opens_links,
)
from framing.values import Span, Zone

__all__ = ["zones_of"]

_HEADLINE_WORDS = (2, 24)
_STOPPED = re.compile(r"[.!?…][\"”’')\]]*$")
_SENTENCE_BREAK = re.compile(r"[a-z0-9][.!?][\"”’']?\s+[A-Z`“\"]")
_LINK_WIDTH = 140  # characters; longer paragraphs are no links
_NOTES = 3  # paragraphs at the end among which a note on the author is looked for


def zones_of(text: str, paragraphs: Sequence[Span], opening: int | None = None) -> list[Zone]:
    """Return the zone of each paragraph of `text`.

    Parameters
    ----------
    text, paragraphs
        The text and the spans of its paragraphs.
    opening
        Number of the paragraph that repeats the article's title, if one does.

    Returns
    -------
    list of str
        ``headline``, ``lead``, ``body``, ``caption`` or ``boilerplate``, one a paragraph. The
        lead is the first paragraph of the article proper.
    """
    zones = _zones_in_order(text, paragraphs, opening)
    _mark_notes(text, paragraphs, zones)
    return zones


def _zones_in_order(text: str, paragraphs: Sequence[Span], opening: int | None) -> list[Zone]:
    zones: list[Zone] = []
    above = True  # above the lead
    ended = in_links = False
    for number, (start, end) in enumerate(paragraphs):
        zone: Zone = "body"
        if number == opening:
            zone = "headline"
        elif ended:
            zone = "boilerplate"
        elif end - start <= LONGEST:
            line = text[start:end]
            low = line.lower()
            ended = ends_article(low)
            if in_links and len(line) < _LINK_WIDTH and not _STOPPED.search(line):
                zone = "boilerplate"
            else:
                zone = "boilerplate" if ended else _zone_of_line(line, low, above, number)
                in_links = zone == "boilerplate" and opens_links(low)
        else:
            in_links = False
        if zone == "body" and above:
            if (
                opening is None
                and "headline" not in zones
                and _is_headline(text, paragraphs, number)
            ):
                zone = "headline"
            else:
                zone = "lead"
                above = end - start < 60 and text[end - 1] in "—–-"  # a dateline on its own
        zones.append(zone)
    return zones


def _zone_of_line(line: str, low: str, above: bool, number: int) -> Zone:
    bare = bare_of_bullets(low)
    first = bare.split(None, 1)[0].rstrip(":,.!") if bare else ""
    if is_left_over(low, bare, first) or is_credit(line):
        return "boilerplate"
    if above:
        if is_navigation(line) or is_byline(line, low) or is_time_line(low):
            return "boilerplate"
    elif (number > 1 and is_link_line(low, line)) or is_time_line(low):
        return "boilerplate"
    return "caption" if is_caption(line, low, first) else "body"


def _is_headline(text: str, paragraphs: Sequence[Span], number: int) -> bool:
    """Tell a headline that opens the text by its form: short, no stop, and text below it."""
    start, end = paragraphs[number]
    if number + 1 >= len(paragraphs) or number > 6 or end - start > 170:
        return False
    line = text[start:end]
    least, most = _HEADLINE_WORDS
    if not least <= len(line.split()) <= most or line[-1] in ".!…:,—–-”\"'’)]":
        return False
    if line[0].islower() or line[0] in "•*[(-–—" or line.lower().startswith("story highlights"):
        return False
    return _SENTENCE_BREAK.search(line) is None


def _mark_notes(text: str, paragraphs: Sequence[Span], zones: list[Zone]) -> None:
    """Mark a note on the author, and a path or date line, where only left-overs follow."""
    for number in range(len(zones) - 1, max(len(zones) - 1 - _NOTES, 0), -1):
        if zones[number] == "boilerplate":
            continue
        start, end = paragraphs[number]
        line = text[start:end]
        if zones[number] != "body" or end - start > LONGEST:
            return
        if not (is_author_note(line) or is_navigation(line)):
            return
        zones[number] = "boilerplate"
