"""Letters and other texts that an article gives in full, without quotation marks.

Layout says whose they are, before any grammar: "Dear …" to the name at the end, or a line that
says that a text follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from framing.language.languages import ENGLISH
from framing.values import Span
from framing.voice.found import Found
from framing.voice.rules import Construction, Rule
from framing.voice.text.pageparagraphs import PageParagraph, paragraphs_of, tokens_of
from framing.voice.text.sought import Sought
from framing.voice.text.tags import Tag
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "closes", "read_inserted"]

RULES: Final = (
    Rule(
        "document",
        "a letter or another text that the article gives in full",
        "label",
        yes=(
            "The mayor's letter to the council follows in full:\n\n"
            "Dear members of the council,\n\n"
            "I write to you because the ⟦thugs⟧ came back.\n\n"
            "They must go.\n\n"
            "Yours sincerely, Ilse Brandt\n\n"
            "The council met on Monday.",
            "The council had a letter on Monday.\n\n"
            "Dear members of the council,\n\n"
            "I write to you because the ⟦thugs⟧ came back.\n\n"
            "They must go.\n\n"
            "Sincerely,\n\n"
            "Ilse Brandt\n\n"
            "The council met on Monday.",
            "Letters\n\nTo the Editor:\n\nThe ⟦thugs⟧ must go.\n\nIlse Brandt, Osk\n\n"
            "To the Editor:\n\nThe port must open.\n\nIra Venn, Tarn",
        ),
        no=(
            "To win the port, the ⟦rebels⟧ ran.\n\nTo hold it, they sat down there.",
            "To the Editor:\n\nThe ⟦thugs⟧ must go. I have seen them.\n\nIlse Brandt, Osk",
            "The council met on Monday.\n\n"
            "Dear friends of the port, the ⟦rebels⟧ came back. They left.\n\n"
            "The port was shut.",
            "The letter came to the council on Monday.\n\nThe ⟦rebels⟧ came back at night.",
        ),
    ),
)

_WORDS = ENGLISH.letters
_DEAR = re.compile(
    rf"{_WORDS.salutation} [^\n.!?]{{1,80}}[,:–—-]?\s*$|{_WORDS.to_anybody}\b", re.IGNORECASE
)
_CLOSING = re.compile(
    rf"(?:(?:{'|'.join(_WORDS.closings)})|With (?:{'|'.join(_WORDS.closings_with)}))"
    r"\b[^\n]{0,40}$"
    rf"|{_WORDS.signed}\b[^\n]{{0,60}}$"
)
_SIGNED = re.compile(
    rf"(?:{'|'.join(_WORDS.signed_by)})[a-z ]*[,:] +(?P<name>[A-Z][^\n,]{{2,50}})$"
)
_SALUTATION = re.compile(f"{_WORDS.salutation} ")
_WHOLE = "|".join(_WORDS.in_full)
_FOLLOWING = "|".join(_WORDS.following)
_IN_FULL = re.compile(
    rf"\b(?:full (?:{'|'.join(_WORDS.full_texts)})"
    rf"|(?:{'|'.join(_WORDS.texts)})[^.\n]{{0,30}} (?:{_WHOLE}))\b"
    rf"[^.\n]{{0,60}}(?:{_FOLLOWING})?[.:]?$",
    re.IGNORECASE,
)
_BELOW = re.compile(
    rf"\b(?:{'|'.join(_WORDS.announcing)}) (?:\w+ ){{0,2}}(?:{'|'.join(_WORDS.given)}) of\b"
    r"[^.\n]{0,90}[.:]$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 120  # characters
_FULL_BEFORE_END = re.compile(  # "full", "Full"
    rf"ull(?=(?P<line>[^\n]{{0,{_LONGEST_LABEL - 4}}}+)(?![^\n]))"
)
_ARROW = "> "
_STOPS = ".!?…”\"’'"
_ANNOUNCED, _LAST_WORDS = 160, 30  # characters at a paragraph's end that announce another text
_SHORT, _LONGEST_CLOSING = 8, 80
_FOLLOWS = re.compile(rf"(?:{_FOLLOWING}|:)[.:]?\s*$|(?:{_WHOLE})[.:]?\s*$", re.IGNORECASE)


def read_inserted(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find the letters and other texts that an article gives in full."""
    text = page.tokens.text
    arrows = ">" in text and (text.startswith(_ARROW) or "\n" + _ARROW in text)
    letters = _opens_letter(page) or _announces(page)
    if not (arrows or letters) or any(report.rule == "transcript" for report in earlier):
        return []
    paragraphs = paragraphs_of(page)
    found = _letters(page, paragraphs) if letters else []
    return [*found, *_blocks(paragraphs)] if arrows and not found else found


def _blocks(paragraphs: list[PageParagraph]) -> Iterator[Found]:
    """Read blocks with an arrow before each line, as messages quote one another.

    The first line after a colon is read with the words before it; links have arrows and no stop.
    """
    if all(paragraph.text.startswith(_ARROW) for paragraph in paragraphs):
        return
    for number, paragraph in enumerate(paragraphs):
        words = paragraph.text
        if not words.startswith(_ARROW) or words[-1] not in _STOPS:
            continue
        announced = number > 0 and paragraphs[number - 1].text.endswith(":")
        if not announced and paragraph.stop - paragraph.first > _SHORT:
            part = (paragraph.first, paragraph.stop)
            yield Found("document", "leading", "neutral", None, None, [part], paragraph.unit)


def _opens_letter(page: Page) -> bool:
    """Whether "Dear" stands somewhere."""
    return Sought.DEAR in page.tokens.sought and _SALUTATION.search(page.tokens.text) is not None


def _announces(page: Page) -> bool:
    """Whether a line may announce a text: "Below is the text", "the letter in full:"."""
    text, sought = page.tokens.text, page.tokens.sought
    tags, below = page.tokens.tags, False
    if any(tags.startswith(Tag.BE, at + 1) for at in page.tokens.seek(Sought.ANNOUNCES)):
        below = any(words in text for words in _WORDS.announcing)
    if below or Sought.FULL not in sought:
        return below
    return any(words in text for words in _WORDS.in_full) or _announces_in_full(text)


def _announces_in_full(text: str) -> bool:
    """Whether a line ends in words such as "the letter in full:"."""
    for match in _FULL_BEFORE_END.finditer(text):
        at, end = match.start(), match.end("line")
        if _IN_FULL.search(text, max(0, at - _LONGEST_LABEL), end):
            return True
    return False


def _letters(page: Page, paragraphs: list[PageParagraph]) -> list[Found]:
    """Read letters that the text introduces, from "Dear …" to the name, and texts "in full"."""
    found: list[Found] = []
    done = 0
    for number, paragraph in enumerate(paragraphs):
        if number < max(done, 1):
            continue
        if _DEAR.match(paragraph.text):
            stop, signed = _signature(paragraphs, number + 1)
            done = stop
        elif page.mask[paragraph.first] != Tag.OPEN and _is_announced(paragraphs[number - 1].text):
            stop, signed = _signature(paragraphs, number)
            done = stop = stop if signed else len(paragraphs)
        else:
            continue
        parts = [(p.first, p.stop) for p in paragraphs[number:stop]]
        if sum(last - first for first, last in parts) > _SHORT:
            source = _signed_by(page, paragraphs, stop) if signed else None
            found.append(
                Found("document", "leading", "neutral", source, None, parts, paragraph.unit)
            )
    return found


def _is_announced(before: str) -> bool:
    """Whether a paragraph says at its end that a text follows."""
    ending = before[-_ANNOUNCED:]
    if _IN_FULL.search(ending):
        return _FOLLOWS.search(before[-_LAST_WORDS:]) is not None
    return _BELOW.search(ending) is not None


def _signature(paragraphs: list[PageParagraph], first: int) -> tuple[int, bool]:
    """Return the number of the paragraph in which a letter closes, and whether any does."""
    for number in range(first, len(paragraphs)):
        if closes(paragraphs[number].text):
            return number, True
    return len(paragraphs), False


def closes(line: str) -> bool:
    """Whether a paragraph is how letters close."""
    return len(line) < _LONGEST_CLOSING and _CLOSING.match(line) is not None


def _signed_by(page: Page, paragraphs: list[PageParagraph], closing: int) -> Span | None:
    """Tokens of the name under a letter: after "Yours,", or in the paragraph after it."""
    match = _SIGNED.match(paragraphs[closing].text)
    if match is not None:
        paragraph = paragraphs[closing]
        return tokens_of(page, paragraph, match.span("name"))
    if closing + 1 < len(paragraphs) and len(paragraphs[closing + 1].text) < _LONGEST_CLOSING:
        return paragraphs[closing + 1].first, paragraphs[closing + 1].stop
    return None


CONSTRUCTION: Final = Construction(5, read_inserted)
