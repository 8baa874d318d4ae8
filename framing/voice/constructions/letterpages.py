"""Pages of letters to an editor: each from its salutation to the name below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from framing.language.languages import ENGLISH
from framing.voice.found import Found
from framing.voice.rules import Construction
from framing.voice.text.pageparagraphs import PageParagraph, paragraphs_of, token_at, tokens_of
from framing.voice.text.sought import Sought
from framing.voice.text.tags import Tag
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "read_letter_page"]

_WORDS = ENGLISH.letters
_OPENS = re.compile(rf"(?:{'|'.join(_WORDS.to_editor)})[ \t]*[,:;–—-][ \t]*")
_NAME = re.compile(r"[–—-]{0,2} ?(?P<name>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*){1,4})(?:,|$)")
_FEWEST = 2  # letters of a page
_LONGEST_NAME, _LONGEST_LETTER = 100, 12  # characters; paragraphs


def read_letter_page(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find the letters of a page that prints several; a single one is the article itself."""
    if page.opens.count(Tag.TO) < _FEWEST and not _has_salutation(page):
        return []
    paragraphs = paragraphs_of(page)
    opens = [(n, match) for n, one in enumerate(paragraphs) if (match := _OPENS.match(one.text))]
    if len(opens) < _FEWEST:
        return []
    found: list[Found] = []
    ends = [*(number for number, _ in opens[1:]), len(paragraphs)]
    for (number, opening), following in zip(opens, ends, strict=True):
        stop, name = _signature(paragraphs, number + 1, min(following, number + _LONGEST_LETTER))
        if name is not None:
            begun = token_at(page, paragraphs[number], opening.end())
            parts = [(begun, paragraphs[number].stop)]
            parts += [(one.first, one.stop) for one in paragraphs[number + 1 : stop]]
            source = tokens_of(page, paragraphs[stop], name.span("name"))
            unit = paragraphs[number].unit
            parts = [part for part in parts if part[0] < part[1]]
            found.append(Found("document", "leading", "neutral", source, None, parts, unit))
    return found


def _has_salutation(page: Page) -> bool:
    """Whether "Sir" may open letters; where it does not, this takes no time."""
    if page.tokens.sought.count(Sought.DEAR) < _FEWEST:
        return False
    text = page.tokens.text
    return any(text.count(sir) >= _FEWEST for sir in _WORDS.sir)


def _signature(
    paragraphs: list[PageParagraph], first: int, stop: int
) -> tuple[int, re.Match[str] | None]:
    """Return the paragraph in which a letter is signed, and the name there."""
    for number in range(first, stop):
        line = paragraphs[number].text
        name = _NAME.match(line) if len(line) < _LONGEST_NAME and line[-1] not in ".!?:" else None
        if name is not None:
            return number, name
    return stop, None


CONSTRUCTION: Final = Construction(5, read_letter_page)
