"""Articles: reading them from anything, and cutting them into paragraphs and sentences."""

from __future__ import annotations

from framing.articles.collection import Articles, need_own_ids, need_texts
from framing.articles.layout import documents
from framing.articles.likenames import like_names
from framing.articles.reading import ArticleSource, read_articles
from framing.articles.splitting import split_sentences

__all__ = [
    "ArticleSource",
    "Articles",
    "documents",
    "like_names",
    "need_own_ids",
    "need_texts",
    "read_articles",
    "split_sentences",
]
