"""An event's articles as pupils will read them: shuffled, lettered, masked, cut into words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.articles import documents
from framing.classroom.masking import MASK, Masked, mask_names, names_to_mask
from framing.classroom.rewrites import fnv1a
from framing.classroom.sheetrecords import SheetText
from framing.errors import SettingsError
from framing.language import WORD
from framing.values import Article, Document, Span

__all__ = ["MarkedText", "lay_out", "one_event"]

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class MarkedText:
    """One article laid out: the text for the sheet, and what carries offsets into it."""

    article: Article
    text: SheetText
    masked: dict[str, Masked]
    sentences: dict[str, tuple[Span, ...]]

    def sentence(self, field: str, position: int) -> str:
        """Return the masked sentence of `field` that holds `position`."""
        for start, end in self.sentences[field]:
            if start <= position < end:
                return self.masked[field].text[start:end]
        return self.masked[field].text


def one_event(articles: Sequence[Article]) -> None:
    """Refuse articles that are not one event's coverage by several outlets.

    Raises
    ------
    SettingsError
        Articles of several events, too few or too many of them, or one without an outlet.
    """
    events = sorted({article.event for article in articles if article.event})
    if len(events) > 1:
        raise SettingsError(
            f"a worksheet is made from one event; found {len(events)}: {', '.join(events[:5])}; "
            "give the folder of one of them"
        )
    if not 2 <= len(articles) <= len(_LETTERS):
        raise SettingsError(
            f"a worksheet needs 2 to {len(_LETTERS)} articles of one event; found {len(articles)}"
        )
    nameless = [article.id for article in articles if not article.outlet]
    if nameless:
        raise SettingsError(
            f"article {nameless[0]!r} has no outlet; name it in the front matter (outlet: …)"
        )


def lay_out(articles: Sequence[Article], mask: Iterable[str] | None = ()) -> list[MarkedText]:
    """Return the articles in an order that says nothing of their outlets, masked and lettered.

    With `mask` None nothing is hidden.
    """
    names = () if mask is None else names_to_mask(articles, mask)
    shuffled = sorted(articles, key=lambda article: fnv1a(article.text.encode("utf-8", "replace")))
    return [
        _laid_out(article, label, names) for article, label in zip(shuffled, _LETTERS, strict=False)
    ]


def _laid_out(article: Article, label: str, names: Sequence[str]) -> MarkedText:
    found = documents(article)
    masked: dict[str, Masked] = {d.field: mask_names(d.text, names) for d in found}
    fields = sorted(masked, reverse=True)
    text = SheetText(
        label=label,
        outlet=str(article.outlet),
        article_id=article.id,
        fields={field: masked[field].text for field in fields},
        shown={
            document.field: _shown(document, masked[document.field])
            for document in sorted(found, key=lambda document: document.field, reverse=True)
        },
        words={},
    )
    for field in fields:
        text.words[field] = _words(masked[field], text.shown[field])
    sentences: dict[str, tuple[Span, ...]] = {
        document.field: tuple(
            (_edge(masked[document.field], start), _edge(masked[document.field], end))
            for start, end in document.sentences
        )
        for document in found
    }
    return MarkedText(article, text, masked, sentences)


def _shown(document: Document, masked: Masked) -> tuple[Span, ...]:
    """Return the masked spans of the paragraphs that hold something besides boilerplate."""
    kept = []
    for start, end in document.paragraphs:
        if any(start <= sentence[0] < end for _, sentence in document.counted):
            kept.append((_edge(masked, start), _edge(masked, end)))
    return tuple(kept)


def _edge(masked: Masked, position: int) -> int:
    """Return where a paragraph's edge lies now; a mask at the edge belongs to the paragraph."""
    passed = [place for place in masked.places if place[1] <= position]
    return position + sum(len(MASK) - (end - start) for start, end in passed)


def _words(masked: Masked, shown: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(
        match.span()
        for start, end in shown
        for match in WORD.finditer(masked.text, start, end)
        if not any(a <= match.start() < b for a, b in masked.masks)
    )
