"""Articles as TF-IDF vectors, without the words whose choice is being measured.

Whatever the lexicons name, and the outlets' own names, are left out of the similarity:
otherwise articles would be paired because they use the same loaded word, and the comparison of
words within an event would be decided before it begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from framing.articles import documents
from framing.language import WORD
from framing.values import Article, Document

if TYPE_CHECKING:
    import numpy as np

    from framing.matching import Matcher

__all__ = ["day_numbers", "masked_text", "outlet_pattern", "vectors"]

_FEW = 20
_MANY = 100
_STRONGEST = 200
_TITLE_WEIGHT = 3


def masked_text(article: Article, matcher: Matcher | None, outlets: re.Pattern[str] | None) -> str:
    """Return an article's scored text, title thrice, without lexicon forms and outlet names."""
    parts = []
    for document in documents(article):
        text = _without_namings(document, matcher)
        headline = document.field == "title"
        parts.append(" \n ".join([text] * (_TITLE_WEIGHT if headline else 1)))
        if not headline and "headline" in document.zones:
            start, end = document.sentences[document.zones.index("headline")]
            parts.append(" \n ".join([document.text[start:end]] * (_TITLE_WEIGHT - 1)))
    whole = " \n ".join(parts)
    return outlets.sub(" | ", whole) if outlets else whole


def _without_namings(document: Document, matcher: Matcher | None) -> str:
    """Cut what the lexicons name, and the website's own lines, out of a document."""
    text = document.text
    cuts = [span for number, span in enumerate(document.sentences) if not document.counts(number)]
    if matcher is not None:
        cuts += [(hit.start, hit.end) for hit in matcher.find(document)]
    kept, at = [], 0
    for start, end in sorted(cuts):
        kept.append(text[at : max(at, start)])
        at = max(at, end)
    kept.append(text[at:])
    return " | ".join(kept)


def outlet_pattern(articles: Sequence[Article]) -> re.Pattern[str] | None:
    """Return a pattern of all outlets' names, whole words in any case; None without any.

    Examples
    --------
    >>> outlet_pattern([Article("a", outlet="Fox News")]).sub("_", "told Fox News, foxes")
    'told _, foxes'
    """
    names = sorted({a.outlet for a in articles if a.outlet and len(a.outlet) > 1})
    if not names:
        return None
    body = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


def vectors(texts: Sequence[str]) -> Any:
    """Return unit TF-IDF rows (1–2-grams, sublinear) as a sparse matrix, float32.

    With under 20 texts, terms of one text alone are kept, single words only: dropping them
    would leave just what the texts share. With more, a term must occur in two texts, and only
    the 200 weightiest terms of a text are kept, which keeps products of rows small.
    """
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    few = len(texts) < _FEW
    weigh = TfidfVectorizer(
        ngram_range=(1, 1) if few else (1, 2),
        min_df=1 if few else 2,
        max_df=0.2 if len(texts) > _MANY else 1.0,
        sublinear_tf=True,
        stop_words="english",
        token_pattern=WORD.pattern,
        dtype=np.float32,
    )
    try:
        rows = weigh.fit_transform(texts)
    except ValueError:  # no term at all: empty vocabulary
        from scipy.sparse import csr_matrix

        return csr_matrix((len(texts), 1), dtype=np.float32)
    return rows if few else _strongest(rows, _STRONGEST)


def _strongest(rows: Any, limit: int) -> Any:
    """Keep the `limit` largest weights of each row, and make the rows unit length again."""
    import numpy as np
    from sklearn.preprocessing import normalize

    for i in range(rows.shape[0]):
        weights = rows.data[rows.indptr[i] : rows.indptr[i + 1]]
        if len(weights) > limit:
            weights[weights < np.partition(weights, -limit)[-limit]] = 0
    rows.eliminate_zeros()
    return normalize(rows, copy=False)


def day_numbers(articles: Sequence[Article]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return each article's date as a day number, NaN where there is none."""
    import numpy as np

    days = np.full(len(articles), np.nan)
    for place, article in enumerate(articles):
        try:
            days[place] = date.fromisoformat((article.date or "")[:10]).toordinal()
        except ValueError:
            continue
    return days
