"""A guard on extraction: what looks cut, damaged or left over in a text that was read.

Nothing is mended. Each remark goes to ``Articles.warnings`` with its file and line.
"""

from __future__ import annotations

import re
from itertools import pairwise

from framing.articles.furniture import is_byline
from framing.articles.paragraphs import split_paragraphs
from framing.language.numberwords import counted
from framing.values import Article, Span

__all__ = ["remarks_on"]

_FEW_WORDS = 50
_QUESTIONED = re.compile(r"(?<!\S)\?\w{1,20}")
_TAG = re.compile(
    r"</?(?:p|div|span|br|a|img|script|style|strong|em|b|i|ul|ol|li|h[1-6]|table|tr|td|iframe"
    r"|blockquote|figure|figcaption|tweet|section|article|header|footer)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
_MARKDOWN_LINK = re.compile(r"\[[^\[\]\n]{0,200}\]\((?:https?:|/|\w{1,40}\.)[^()\s]{1,200}")
_ENTITY = re.compile(r"&(?:amp|nbsp|quot|apos|lt|gt|rsquo|lsquo|rdquo|ldquo|mdash|ndash|#\d{2,5});")
_MOJIBAKE = re.compile(r"â€[\x80-\xff™œžš˜“”¦]|â€|Ã[\x80-\xbf©¨¼¶¤«±³]|Â[\xa0»«£©®°]")
_SPACED = re.compile(  # the word before it is short: time stays linear
    r"\b\w{1,20}(?:[’'] (?:s|t|re|ve|ll|d|m)\b| n['’]t\b| ['’]s\b| ''| [,.;] (?=\w))|`` \w+"
)
_MANY_SPACED = 3
_TRUNCATED = re.compile(
    r"(?:\[\+\d+ chars\]|(?:\.\.\.|…)\s*(?:read more|continue reading)?)\s*$", re.I
)
_ENDED = re.compile(r"[.!?…:;)\]\"”’'»*—_-]$")


def remarks_on(article: Article) -> list[str]:
    """List what looks wrong with an article's text; an empty list for a sound one.

    Examples
    --------
    >>> from framing.values import Article
    >>> remarks_on(Article(id="a", text="Troops left “the base on Monday. " + "They went. " * 30))
    ['an odd number of quotation marks: 1 opened and 0 closed']
    """
    text = article.text
    paragraphs = split_paragraphs(text)
    if not paragraphs:
        return ["the text is empty"]
    found = (
        _too_short(text),
        _quotation_marks(text, paragraphs),
        _cut(text, paragraphs),
        _byline(text, paragraphs),
        _broken_lines(text, paragraphs),
        _repeated(text, paragraphs),
        _markup(text),
        _mojibake(text),
        _lost(text),
        _backslashes(text),
        _spaced(text),
    )
    return [remark for remark in found if remark]


def _spaced(text: str) -> str | None:
    """Spaces that a tokeniser left: "Trump’ s", "ca n't", "`` so ''", "the port ."."""
    found = _SPACED.findall(text)
    if len(found) >= _MANY_SPACED:
        return (
            f"{len(found)} places are spaced as by a tokeniser, such as {found[0].strip()!r}: "
            "quotations are read as well as can be; give the text as it was printed, if you have it"
        )
    return None


def _lost(text: str) -> str | None:
    count = text.count("\ufffd")
    if count:
        return f"{count} character(s) were lost before the text came here (shown as \ufffd)"
    marks = _QUESTIONED.findall(text) if "?" in text else ()
    if marks:
        return (
            f"question marks stand before a word ({len(marks)}), such as {marks[0]!r}: marks of "
            "quotation or dashes were lost, and what they held is not read as quoted"
        )
    return None


def _backslashes(text: str) -> str | None:
    if "\\" not in text:
        return None
    if "{\\rtf" in text or text.count("\\par") >= 3:
        return "the codes of a rich text file stand in it; give the file itself, as .rtf"
    marks = text.count('\\"')
    if marks:
        return (
            f'{marks} quotation mark(s) stand behind a backslash (\\"): the text was packed twice; '
            "unpack it, or its quotations are not read"
        )
    if "\\n" in text:
        return "line ends stand in it as \\n: the text was packed twice; unpack it"
    return None


def _too_short(text: str) -> str | None:
    words = len(text.split(None, _FEW_WORDS))
    if words < _FEW_WORDS:
        return f"only {counted(words, 'word')}: too short for a whole article"
    return None


def _quotation_marks(text: str, paragraphs: list[Span]) -> str | None:
    """Compare opening and closing marks; a quotation may reopen at each paragraph, closing once."""
    straight = text.count('"')
    if straight % 2:
        straight -= _reopened(text, paragraphs, '"', '"')
        if straight % 2:
            return f"an odd number of quotation marks: {text.count(chr(34))} straight ones"
    opened, closed = text.count("“"), text.count("”")
    if opened > closed:
        opened -= _reopened(text, paragraphs, "“", "”")
    if opened != closed:
        return f"an odd number of quotation marks: {opened} opened and {closed} closed"
    return None


def _reopened(text: str, paragraphs: list[Span], opening: str, closing: str) -> int:
    """Count the paragraphs whose quotation goes on at the head of the next."""
    count = 0
    for (start, end), (following, _) in pairwise(paragraphs):
        unclosed = text.count(opening, start, end)
        if opening != closing:
            unclosed -= text.count(closing, start, end)
        count += unclosed % 2 == 1 and text[following] == opening
    return count


def _cut(text: str, paragraphs: list[Span]) -> str | None:
    start, end = paragraphs[-1]
    tail = text[max(start, end - 40) : end]
    if _TRUNCATED.search(tail) and len(paragraphs) > 1:
        return "the text breaks off: it ends in an ellipsis"
    if end - start > 80 and not _ENDED.search(tail):
        return "the text breaks off in mid-sentence: its last line has no full stop"
    if text[paragraphs[0][0]].islower():
        return "the text begins in mid-sentence: its first letter is small"
    return None


def _byline(text: str, paragraphs: list[Span]) -> str | None:
    for start, end in paragraphs[:6]:
        line = text[start : min(end, start + 200)]
        if line.startswith(("By ", "BY ", "by ")) and is_byline(line, line.lower()):
            return f"a by-line is left in: {line[:60]!r}"
    return None


def _broken_lines(text: str, paragraphs: list[Span]) -> str | None:
    single = sum(1 for start, end in paragraphs if " " not in text[start : min(end, start + 40)])
    if single >= 8 and single * 5 >= len(paragraphs):
        return f"{single} of {len(paragraphs)} lines hold a single word"
    return None


def _repeated(text: str, paragraphs: list[Span]) -> str | None:
    long = [text[start:end] for start, end in paragraphs if end - start > 80]
    twice = len(long) - len(set(long))
    stand = "stands" if twice == 1 else "stand"
    return f"{counted(twice, 'paragraph')} {stand} in it more than once" if twice else None


def _markup(text: str) -> str | None:
    if "<" in text:
        tags = len(_TAG.findall(text))
        if tags:
            return f"{tags} HTML tag(s) left in the text; words beside one may be read amiss"
    links = _MARKDOWN_LINK.findall(text) if "](" in text else ()
    if links:
        return (
            f"{counted(len(links), 'link')} with Markdown's marks, such as {links[0][:40]!r}: "
            "words of an address are searched too; take them out, or give the text as a file .md"
        )
    if "&" in text and _ENTITY.search(text):
        return "HTML entities such as &amp; left in the text"
    return None


def _mojibake(text: str) -> str | None:
    found = _MOJIBAKE.search(text) if "â" in text or "Ã" in text or "Â" in text else None
    if found:
        return f"characters read in a wrong encoding, such as {found.group()!r}"
    return None
