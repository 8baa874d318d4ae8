"""Messages that a page prints below their heads: "From: …", "Subject: …", then what was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from framing.language.letterwords import MAIL_HEADS, MAIL_SENDERS, MAIL_TOPICS, TALKING
from framing.values import Span
from framing.voice.constructions.inserted import closes
from framing.voice.found import Found
from framing.voice.rules import Construction
from framing.voice.text.pageparagraphs import PageParagraph, paragraphs_of, token_at, tokens_of
from framing.voice.text.tags import Tag, any_of
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "read_emails"]

_HEAD = re.compile(
    rf"[*_]{{0,2}}(?P<what>{'|'.join(MAIL_HEADS)}) ?[*_]{{0,2}}:[*_]{{0,2}}\s*"
    r"(?P<told>[^<\[(\n]*)",
    re.IGNORECASE,
)
_FEWEST = 2  # lines of a head
_MOST = 6  # paragraphs of a message that stands in another text
_LONGEST_NAME = 60  # characters of the line in which it is signed


def read_emails(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find the messages of a page, each with its subject, up to where it is signed.

    One that opens the page goes on to its end or to the next; one that stands in another text has
    a paragraph, and those after it in which somebody says "I", "we" or "you".
    """
    text = page.tokens.text
    if not any(map(text.__contains__, MAIL_SENDERS)):
        return []
    paragraphs = paragraphs_of(page)
    heads = _heads(paragraphs)
    return list(_messages(page, paragraphs, heads)) if heads else []


def _heads(paragraphs: list[PageParagraph]) -> list[dict[int, re.Match[str]]]:
    """Return the lines of each head, by the number of their paragraph."""
    heads: list[dict[int, re.Match[str]]] = [{}]
    for number, paragraph in enumerate(paragraphs):
        match = _HEAD.match(paragraph.text)
        if match is not None:
            heads[-1][number] = match
        elif heads[-1]:
            heads.append({})
    return [head for head in heads if len(head) >= _FEWEST]


def _messages(
    page: Page, paragraphs: list[PageParagraph], heads: list[dict[int, re.Match[str]]]
) -> Iterator[Found]:
    """Read what stands below each head, and its subject."""
    limits = [*(min(head) for head in heads[1:]), len(paragraphs)]
    for head, limit in zip(heads, limits, strict=True):
        told = {match.group("what").lower(): number for number, match in head.items()}
        sender = told.get("from")
        if sender is None:
            continue
        name = head[sender].group("told")
        source = tokens_of(page, paragraphs[sender], head[sender].span("told"))
        first = max(head) + 1
        stop = _end(page, paragraphs, first, limit, name.lower().split(), whole=min(head) == 0)
        parts = [(one.first, one.stop) for one in paragraphs[first:stop]]
        for number in (told[topic] for topic in MAIL_TOPICS if topic in told):
            line = paragraphs[number]
            parts.insert(0, (token_at(page, line, head[number].start("told")), line.stop))
        parts = [part for part in parts if part[0] < part[1]]
        if parts:
            who: Span | None = source if source[0] < source[1] else None
            unit = paragraphs[min(head)].unit
            yield Found("document", "leading", "neutral", who, None, parts, unit)


def _end(
    page: Page,
    paragraphs: list[PageParagraph],
    first: int,
    limit: int,
    sender: list[str],
    *,
    whole: bool,
) -> int:
    """Return the paragraph that a message ends before."""
    limit = limit if whole else min(limit, first + _MOST)
    for number in range(first, limit):
        line = paragraphs[number].text
        signed = len(line) < _LONGEST_NAME and line[-1] not in ".!?:,"
        if closes(line) or (signed and not {*line.lower().split()}.isdisjoint(sender)):
            return number
    stop = limit if whole else min(first + 1, limit)
    while stop < limit and _talks(page, paragraphs[stop]):
        stop += 1
    return stop


def _talks(page: Page, paragraph: PageParagraph) -> bool:
    """Whether a paragraph has the words of those who write to each other, outside quotations."""
    here, lowered = range(paragraph.first, paragraph.stop), page.tokens.lowered
    return any(page.mask[at] != Tag.QUOTED and lowered[at] in TALKING for at in here)


CONSTRUCTION: Final = Construction(5, read_emails, tags=any_of("colon"))
