"""What the estimators take as X: texts, articles, or a table with a text column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from framing.articles import documents
from framing.errors import SettingsError
from framing.values import Article, Document

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

__all__ = ["as_articles", "as_table", "as_texts", "documents_of", "feature_names"]


def as_texts(X: Any, *, where: str = "X") -> list[str]:  # noqa: N803 - scikit-learn's name
    """Return the texts of `X` as a list of str.

    Parameters
    ----------
    X : iterable of str, Series, one-dimensional array, or iterable of Article
        A single string is refused: it would be read letter by letter.
    where : str
        What to call `X` in errors.

    Raises
    ------
    SettingsError
        When `X` is one string, or something in it is no text.

    Examples
    --------
    >>> as_texts(("one", "two"))
    ['one', 'two']
    """
    if isinstance(X, str):
        raise SettingsError(f"{where} is a single string; give a list of texts: [{where}]")
    given = _column(X, where)
    if not isinstance(given, Iterable):
        raise SettingsError(f"{where} is {type(given).__name__}; give a list of texts")
    texts = []
    for place, spans in enumerate(given):
        text = spans.text if isinstance(spans, Article) else spans
        if not isinstance(text, str):
            raise SettingsError(
                f"{where}[{place}] is {type(spans).__name__}, not text; drop it or make it a str"
            )
        texts.append(str(text))
    return texts


def _column(given: Any, where: str) -> Any:
    """Return the column of texts of a table or of an array of one column."""
    if hasattr(given, "columns"):
        if "text" in given.columns:
            return given["text"]
        raise SettingsError(
            f"the table has no column 'text' (it has {', '.join(map(str, given.columns))}); "
            "rename the column that holds the texts"
        )
    if isinstance(given, np.ndarray) and given.ndim != 1:
        if given.ndim == 2 and given.shape[1] == 1:
            return given.reshape(-1)
        raise SettingsError(
            f"{where} has shape {given.shape}; texts come as one column or as a list"
        )
    return given


def as_articles(X: Any) -> list[Article]:  # noqa: N803 - scikit-learn's name
    """Return `X` as articles; texts become articles without outlet or title.

    Examples
    --------
    >>> as_articles(["one"])[0].text
    'one'
    """
    if isinstance(X, Sequence) and X and all(isinstance(item, Article) for item in X):
        return list(X)
    return [Article(id=str(place), text=text) for place, text in enumerate(as_texts(X))]


def documents_of(article: Article) -> tuple[Document, ...]:
    """Return the documents of an article; an empty text has none."""
    return documents(article) if article.text.strip() or article.title else ()


def as_table(X: Any) -> pd.DataFrame:  # noqa: N803 - scikit-learn's name
    """Return `X` as a table of ``text, target_start, target_end``.

    Without target columns the whole text is the target's surroundings: start and end are 0.

    Raises
    ------
    SettingsError
        When a target does not lie inside its text.

    Examples
    --------
    >>> as_table(["one"]).to_dict("records")
    [{'text': 'one', 'target_start': 0, 'target_end': 0}]
    """
    import pandas as pd

    texts = as_texts(X)
    table = pd.DataFrame({"text": pd.Series(texts, dtype=object)})
    for column in ("target_start", "target_end"):
        given = X[column] if hasattr(X, "columns") and column in X.columns else 0
        table[column] = np.asarray(given, dtype=np.int64) if hasattr(given, "__len__") else given
    for place, (text, start, end) in enumerate(
        zip(table["text"], table["target_start"], table["target_end"], strict=True)
    ):
        if not 0 <= start <= end <= len(text):
            raise SettingsError(
                f"row {place}: the target [{start}, {end}) does not lie in its text of "
                f"{len(text)} characters; offsets count characters of `text` from 0"
            )
    return table


def feature_names(names: Iterable[str]) -> NDArray[Any]:
    """Return names as scikit-learn wants them: an object array of str."""
    return np.asarray(list(names), dtype=object)
