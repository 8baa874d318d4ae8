"""`documents`: an article as paragraphs and sentences, each sentence with its zone."""

from __future__ import annotations

from framing.articles.paragraphs import split_paragraphs
from framing.articles.sentences import split_sentences
from framing.articles.zones import zones_of
from framing.values import Article, Document, Span, Zone

__all__ = ["documents"]


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
    zones = zones_of(text, paragraphs, article.title)
    sentences: list[Span] = []
    sentence_zones: list[Zone] = []
    for paragraph, zone in zip(paragraphs, zones, strict=True):
        found = split_sentences(text, [paragraph])
        sentences.extend(found)
        sentence_zones.extend([zone] * len(found))
    main = Document(
        article.id, "text", text, tuple(paragraphs), tuple(sentences), tuple(sentence_zones)
    )
    title = _title_document(article, paragraphs)
    return (main,) if title is None else (main, title)


def _title_document(article: Article, paragraphs: list[Span]) -> Document | None:
    title = article.title
    if title is None or not title.strip():
        return None
    folded = " ".join(title.split()).casefold()
    for start, end in paragraphs[:5]:
        if " ".join(article.text[start:end].split()).casefold() == folded:
            return None
    spans = split_paragraphs(title)
    sentences = split_sentences(title, spans)
    headline: Zone = "headline"
    zones = (headline,) * len(sentences)
    return Document(article.id, "title", title, tuple(spans), tuple(sentences), zones)
