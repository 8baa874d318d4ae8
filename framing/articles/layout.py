"""`documents`: an article as paragraphs and sentences, each sentence with its zone."""

from __future__ import annotations

import re

from framing.articles.captions import is_credit
from framing.articles.paragraphs import split_paragraphs
from framing.articles.splitting import cut_paragraph
from framing.articles.zones import zones_of
from framing.values import Article, Document, Span, Zone

__all__ = ["documents"]

_LETTERS = re.compile(r"[^\W_]+")
_SITE = re.compile(r"\s+[|–—·•:»-]{1,2}\s+")  # "Regime falls | Daily Lantern"
_LONGEST_SITE = 40  # characters of the outlet's name behind a headline
_SHORTEST_TITLE = 8
_TITLE_DEPTH = 6  # paragraphs; a title is looked for among these
_LEAD_SENTENCES = 3  # a lead is no longer, also where the text has no paragraphs


def documents(article: Article) -> tuple[Document, ...]:
    r"""Cut an article into documents: its text, and its title unless that opens the text too.

    Parameters
    ----------
    article
        The article; nothing in it is changed.

    Returns
    -------
    tuple of Document
        The field ``text`` first, then the field ``title`` where there is one of its own.

    Examples
    --------
    >>> from framing.values import Article
    >>> article = Article(id="a", text="Troops leave\n\nThe last left on Monday. None stayed.")
    >>> document = documents(article)[0]
    >>> [(document.text[s:e], zone) for (s, e), zone in zip(document.sentences, document.zones)]
    [('Troops leave', 'headline'), ('The last left on Monday.', 'lead'), ('None stayed.', 'lead')]
    """
    text = article.text
    paragraphs = split_paragraphs(text)
    title = article.title
    opening = None
    if title is not None:
        opening = _find_title(text, paragraphs, title)
    main = _document(article.id, text, paragraphs, zones_of(text, paragraphs, opening))
    if title is None or opening is not None or not title.strip():
        return (main,)
    return (main, _title_document(article.id, title))


def _document(
    identity: str, text: str, paragraphs: list[Span], paragraph_zones: list[Zone]
) -> Document:
    sentences: list[Span] = []
    zones: list[Zone] = []
    for (start, end), zone in zip(paragraphs, paragraph_zones, strict=True):
        first = len(sentences)
        cut_paragraph(text, start, end, sentences, zone == "headline")
        count = len(sentences) - first
        if zone == "lead":
            zones += ["lead"] * min(count, _LEAD_SENTENCES)
            zones += ["body"] * (count - _LEAD_SENTENCES)
        elif zone == "caption":
            for begun, ended in sentences[first:]:
                zones.append("boilerplate" if is_credit(text[begun:ended]) else "caption")
        else:
            zones += [zone] * count
    return Document(identity, "text", text, tuple(paragraphs), tuple(sentences), tuple(zones))


def _title_document(identity: str, title: str) -> Document:
    """Cut a title up; where it runs over several lines, it is one title all the same."""
    parts = split_paragraphs(title)
    paragraphs = [(parts[0][0], parts[-1][1])] if parts else []
    sentences: list[Span] = []
    for start, end in paragraphs:
        cut_paragraph(title, start, end, sentences, True)
    headline: Zone = "headline"
    zones = (headline,) * len(sentences)
    return Document(identity, "title", title, tuple(paragraphs), tuple(sentences), zones)


def _find_title(text: str, paragraphs: list[Span], title: str) -> int | None:
    """Find the paragraph that repeats the title, letters and figures compared.

    Where the text runs on in the same line below the title, that paragraph is cut in two.
    """
    whole = _find_line(text, paragraphs, title)
    if whole is not None:
        return whole
    for mark in _SITE.finditer(title):
        if len(title) - mark.end() <= _LONGEST_SITE and mark.start() >= _SHORTEST_TITLE:
            return _find_line(text, paragraphs, title[: mark.start()])
    return None


def _find_line(text: str, paragraphs: list[Span], title: str) -> int | None:
    words = _LETTERS.findall(title.lower())
    wanted = "".join(words)
    if not wanted:
        return None
    for number, (start, end) in enumerate(paragraphs[:_TITLE_DEPTH]):
        if end - start < len(wanted) or not _begins_with(text, start, end, words[0]):
            continue
        line = text[
            start : start + 2 * len(title) + 20 if end > start + 2 * len(title) + 20 else end
        ]
        found = "".join(_LETTERS.findall(line.lower()))
        if not found.startswith(wanted):
            continue
        if found == wanted and start + len(line) == end:
            return number
        parted = _after_title(text, start, end, len(wanted)) if len(words) >= 4 else None
        if parted is not None:
            paragraphs[number : number + 1] = [(start, parted[0]), (parted[1], end)]
            return number
    return None


def _begins_with(text: str, start: int, end: int, word: str) -> bool:
    found = _LETTERS.search(text, start, end)
    return found is not None and found.group().lower().startswith(word[:3])


def _after_title(text: str, start: int, end: int, letters: int) -> Span | None:
    """Return where the title ends and the text goes on, if a new sentence begins there."""
    for found in _LETTERS.finditer(text, start, end):
        letters -= len(found.group().lower())
        if letters <= 0:
            break
    if letters:
        return None
    title_end = found.end()
    following = _LETTERS.search(text, title_end, end)
    if following is None or not following.group()[0].isupper():
        return None
    gap = text[title_end : following.start()]
    if not any(map(str.isspace, gap)):
        return None
    cut = title_end + next(i for i, character in enumerate(gap) if character.isspace())
    begun = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    return (cut, begun)
