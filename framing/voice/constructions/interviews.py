"""Interviews without labels: questions in paragraphs of their own, answers in the first person."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from framing.language.letterwords import ADDRESSED
from framing.language.reportwords import SELVES
from framing.voice.found import Found
from framing.voice.rules import Construction
from framing.voice.text.pageparagraphs import PageParagraph, paragraphs_of
from framing.voice.text.tags import Tag
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "read_interview"]

_ENDS_LINE = ("?\n", "?*", "?\r", "?_")
_FEWEST = 3  # questions of an interview
_LONGEST_QUESTION, _LONGEST_ANSWER = 400, 8  # characters; paragraphs
_BOLD, _TYPES = "*_ ", ("**", "__")


def read_interview(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find the answers of an interview whose questions have no label.

    A third of the questions ask "you", or all are in bold, and half of the answers are somebody's
    who says "I"; a list of questions that a page answers has neither.
    """
    text = page.tokens.text
    if "?" not in text or text.count("?") < _FEWEST or sum(map(text.count, _ENDS_LINE)) < _FEWEST:
        return []
    if any(report.rule == "transcript" for report in earlier):
        return []
    paragraphs = paragraphs_of(page)
    asked = [number for number, one in enumerate(paragraphs) if _asks(page, one)]
    if len(asked) < _FEWEST or asked[-1] - asked[0] >= 4 * len(asked):
        return []
    last = min(asked[-1] + 2, len(paragraphs))
    answers = [paragraphs[a + 1 : b] for a, b in pairwise([*asked, last])]
    answers = [answer for answer in answers if 0 < len(answer) <= _LONGEST_ANSWER]
    bold = all(paragraphs[number].text.startswith(_TYPES) for number in asked)
    asking = sum(bold or _has(page, paragraphs[number], ADDRESSED) for number in asked)
    of_selves = sum(any(_has(page, one, SELVES) for one in answer) for answer in answers)
    quoting = sum(any(_quotes(page, one) for one in answer) for answer in answers)
    if 3 * quoting > len(answers):
        return []  # a column with questions of its own
    if 3 * asking < len(asked) or 2 * of_selves < len(asked) or len(answers) < _FEWEST:
        return []
    return [
        Found("transcript", "leading", "neutral", None, None, parts, answer[0].unit)
        for answer in answers
        if (parts := [(one.first, one.stop) for one in answer])
    ]


def _asks(page: Page, paragraph: PageParagraph) -> bool:
    """Whether a paragraph is a question, and nobody's between quotation marks."""
    asks = len(paragraph.text) < _LONGEST_QUESTION and paragraph.text.rstrip(_BOLD).endswith("?")
    return asks and not _quotes(page, paragraph)


def _quotes(page: Page, paragraph: PageParagraph) -> bool:
    return page.mask.find(Tag.OPEN, paragraph.first, paragraph.stop) >= 0


def _has(page: Page, paragraph: PageParagraph, of: frozenset[str]) -> bool:
    lowered = page.tokens.lowered
    return any(lowered[at] in of for at in range(paragraph.first, paragraph.stop))


CONSTRUCTION: Final = Construction(6, read_interview)
