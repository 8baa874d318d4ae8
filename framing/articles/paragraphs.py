"""Cuts a text into paragraphs: at every line break, or at blank lines where lines are wrapped."""

from __future__ import annotations

import re

from framing.values import Span

__all__ = ["split_paragraphs"]

_WIDEST = 100  # characters; wrapped lines are seldom wider
# What a column of a web page's text keeps of its blocks: "<p>", "</li>", "<br/>".
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|section|article|table|tr|td|figure|figcaption)"
    r"(?:\s[^<>]{0,400}|/)?>",
    re.IGNORECASE,
)
_STOPS = (".", "!", "?", "”", '"', ":", "’", "'", "…")


def split_paragraphs(text: str) -> list[Span]:
    r"""Return the spans of the paragraphs of `text`, trimmed of white space.

    Where lines are wrapped by hand (many short lines that go on in lower case), only blank lines
    part paragraphs; otherwise every line break does. A tag of a block that was left in the text
    ("<p>", "<br/>") parts them too, and belongs to none.

    Examples
    --------
    >>> split_paragraphs("Troops leave\n\nThe last of them left.\r\nNone stayed.\n")
    [(0, 12), (14, 36), (38, 50)]
    """
    lines: list[Span] = []
    blank_before: list[bool] = []
    position = 0
    blank = False
    for line in text.splitlines(keepends=True):
        inner = line.strip()
        if inner:
            start = position + line.index(inner[0])
            lines.append((start, start + len(inner)))
            blank_before.append(blank)
            blank = False
        else:
            blank = True
        position += len(line)
    if "<" in text:
        lines, blank_before = _at_blocks(text, lines, blank_before)
    wrapped = _is_wrapped(text, lines, blank_before)
    if not wrapped and "-\n" not in text and "-\r" not in text:
        return lines
    paragraphs: list[Span] = []
    for span, parted in zip(lines, blank_before, strict=True):
        if parted or not paragraphs or not (wrapped or _goes_on(text, paragraphs[-1][1], span[0])):
            paragraphs.append(span)
        else:
            paragraphs[-1] = (paragraphs[-1][0], span[1])
    return paragraphs


def _at_blocks(
    text: str, lines: list[Span], blank_before: list[bool]
) -> tuple[list[Span], list[bool]]:
    """Cut lines at the tags of blocks, each piece parted from the one before."""
    spans: list[Span] = []
    parted: list[bool] = []
    for (start, end), blank in zip(lines, blank_before, strict=True):
        at, tagged = start, blank
        for tag in (*_BLOCK.finditer(text, start, end), None):
            until = tag.start() if tag else end
            piece = text[at:until]
            if inner := piece.strip():
                first = at + piece.index(inner[0])
                spans.append((first, first + len(inner)))
                parted.append(tagged)
            if tag:
                at, tagged = tag.end(), True
    return spans, parted


def _goes_on(text: str, end: int, start: int) -> bool:
    """Tell whether a hyphen parts a word, or two joined ones, at a line's end."""
    return (
        end >= 2
        and text[end - 1] == "-"
        and text[end - 2].isalpha()
        and text[start : start + 1].islower()
    )


def _is_wrapped(text: str, lines: list[Span], blank_before: list[bool]) -> bool:
    if len(lines) < 4:
        return False
    narrow = sum(1 for start, end in lines if end - start <= _WIDEST)
    if narrow * 10 < len(lines) * 9:
        return False
    breaks = going_on = 0
    for i in range(1, len(lines)):
        if not blank_before[i]:
            breaks += 1
            start, end = lines[i - 1]
            if text[lines[i][0]].islower() and not text[start:end].endswith(_STOPS):
                going_on += 1
    return breaks >= 3 and going_on * 4 >= breaks
