"""Markdown as its reader sees it: without marks, addresses and what only describes a picture."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

__all__ = ["read_markdown"]

_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_CLOSING = re.compile(r"[ \t]#{1,20}[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:={2,}|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}([*_-])(?:[ \t]*\1){2,}[ \t]*$")
_TABLE_RULE = re.compile(r"[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$")
_TABLE_ROW = re.compile(r"[ \t]*\|(.+)\|[ \t]*$")
_QUOTED = re.compile(r" {0,3}(?:> ?)+")
_DEFINED = re.compile(r" {0,3}\[([^\]\[^\n]{1,200})\]:[ \t]+\S")
_NOTE = re.compile(r" {0,3}\[\^[^\]\n]{1,80}\]:[ \t]*")
_SIGNED = re.compile(r"(?:[—–]|--) ?(?=[A-Z@])")
_SPOKEN = '“”"'

_TITLE = r"(?:\s{1,3}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?"
_TARGET = (
    r"(?:\(\s{0,3}(?P<address><[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,300}\)[^()\s]{0,2000})?)"
    rf"{_TITLE}\s{{0,3}}\)|\[(?P<name>[^\[\]\n]{{0,200}})\])"
)
_PICTURE = re.compile(rf"!\[[^\[\]]{{0,2000}}\]{_TARGET}")
_LINK = re.compile(rf"\[(?P<words>[^\[\]]{{0,2000}})\]{_TARGET}?")
_NOTE_MARK = re.compile(r"\[\^[^\]\[\s]{1,80}\]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_EMPHASIS = re.compile(r"\\[\n\\`*_{}\[\]()#+.!|<>~-]|(\*{1,3}|_{1,3}|~~|`{1,3})")
_STRUCK, _CODE = "~~", "`"


def read_markdown(written: str) -> tuple[str | None, str]:
    r"""Return the heading that a text opens with, and its words without marks.

    Text without marks comes back as it is. A heading is a line of its own, a block quotation stands
    in quotation marks, cells of a table are parted by tabs; pictures, struck words, addresses of
    links and marks of notes are left out.

    Examples
    --------
    >>> read_markdown("# Troops *leave*\nThey [left](http://a.example) ![Ships](b.png)**today**.")
    ('Troops leave', 'Troops leave\n\nThey left today.')
    >>> read_markdown("> It is over.\n>\n> — Ana Ruiz\n\nNone * stayed_here. [So] it was, then.")[1]
    '“It is over.” — Ana Ruiz\n\nNone * stayed_here. [So] it was, then.'
    """
    if "\r" in written:
        written = written.replace("\r\n", "\n").replace("\r", "\n")
    written = _without_comments(written)
    lines = written.split("\n")
    names = {found[1].lower() for line in lines if (found := _DEFINED.match(line))}
    title = None
    pieces: list[str] = []
    before, begun = "gap", False
    for (kind, _), group in groupby(_kinds(lines), key=lambda one: one[:2]):
        given = "\n".join(line for *_, line in group)
        text = given if kind == "gap" else _words_of(given, names)
        if kind == "quotation":
            text = _in_marks(text, len(written))
        elif kind == "heading" and not begun:
            title = text.strip() or None
        begun = begun or bool(text.strip())
        if kind != "gap" and before != "gap":
            pieces.append("")
        if kind == "gap" or text.strip():
            pieces.append(text)
            before = kind
    return title, "\n".join(pieces)


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join([*kept, text[at:]])


def _kinds(lines: Iterable[str]) -> Iterator[tuple[str, int, str]]:
    """Yield each line with its kind, and a number that parts headings from one another.

    A rule is a gap; fences of code and the addresses of links by name are left out.
    """
    listed = [line for line in lines if not (_DEFINED.match(line) or _FENCE.match(line))]
    before = "gap"
    for at, line in enumerate(listed):
        number = 0
        if not line.strip():
            kind = "gap"
        elif _UNDERLINE.match(line) or _RULE.match(line) or _TABLE_RULE.match(line):
            kind, line = "gap", ""
        elif _HEADING.match(line) or (before != "text" and _is_underlined(listed, at)):
            kind, number = "heading", at
            line = _CLOSING.sub("", _HEADING.sub("", line, count=1))
        elif _QUOTED.match(line):
            kind, line = "quotation", _QUOTED.sub("", line, count=1)
        else:
            row = _TABLE_ROW.match(line)
            cells = row[1].split("|") if row else [_NOTE.sub("", line, count=1)]
            kind, line = "text", "\t".join(map(str.strip, cells)) if row else cells[0]
        before = kind
        yield kind, number, line


def _is_underlined(lines: list[str], at: int) -> bool:
    return at + 1 < len(lines) and _UNDERLINE.match(lines[at + 1]) is not None


def _in_marks(block: str, length: int) -> str:
    """Put a block quotation into marks, as a page's; not one that has them or holds half of all."""
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", block) if part.strip()]
    if not paragraphs or len(block) * 2 > length or any(mark in block for mark in _SPOKEN):
        return block
    *above, last = paragraphs[-1].rpartition("\n")
    name = ""
    if _SIGNED.match(last) and (above[0] or len(paragraphs) > 1):
        name = " — " + _SIGNED.sub("", last, count=1)
        paragraphs[-1:] = [above[0]] if above[0] else []
    return "\n\n".join(f"“{part}" for part in paragraphs) + "”" + name


def _words_of(text: str, names: set[str]) -> str:
    """Return a block's words without the marks that stand within lines."""

    def words(found: re.Match[str]) -> str:
        address, name = found["address"], found["name"]
        known = (name or found["words"]).lower() in names
        if address is None:
            return found["words"] if known else found[0]
        return (
            found["words"] if not address or any(sign in address for sign in "./#:") else found[0]
        )

    if "[" in text:
        text = _NOTE_MARK.sub("", _PICTURE.sub("", text))
        text = _LINK.sub(words, text)
    text = _without_emphasis(text)
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def _without_emphasis(text: str) -> str:
    """Leave out the marks of emphasis that pair, backslashes before marks, and what is struck."""
    gone: list[tuple[int, int]] = []
    opened: dict[str, int] = {}
    for found in _EMPHASIS.finditer(text):
        mark, start, end = found[1], found.start(), found.end()
        if mark is None:
            gone.append((start, start + 1))
            continue
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        inside = mark[0] == _CODE
        if mark in opened and not before.isspace() and (inside or not after.isalnum()):
            begun = opened.pop(mark)
            parts = (
                ((begun, end),) if mark == _STRUCK else ((begun, begun + len(mark)), (start, end))
            )
            gone.extend(parts)
        elif not after.isspace() and (inside or not before.isalnum()):
            opened[mark] = start
    kept, at = [], 0
    for start, end in sorted(gone):
        kept.append(text[at:start])
        at = max(at, end)
    return "".join([*kept, text[at:]])
