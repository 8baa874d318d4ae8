"""Concordances: the lines behind a number, and every use of a term in context."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from framing.errors import SettingsError

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis
    from framing.articles import ArticleSource
    from framing.lexicon import Lexicon

__all__ = ["COLUMNS", "concordance", "concordance_lines", "need_term"]

COLUMNS = (
    "article_id", "outlet", "event", "field", "start", "end",
    "left", "text", "right", "voice", "speaker", "rule", "zone",
)  # fmt: skip


def concordance_lines(
    analysis: Analysis, mentions: pd.DataFrame | None = None, *, width: int = 40
) -> pd.DataFrame:
    """Show mentions in context: the words to the left and to the right of each.

    Parameters
    ----------
    analysis : Analysis
        Whose articles the mentions come from.
    mentions : DataFrame, optional
        Some rows of ``analysis.mentions``; all of them by default.
    width : int
        Characters of context on either side; white space within them is shown as one space.

    Returns
    -------
    pandas.DataFrame
        One row per mention: article_id, outlet, event, field, start, end, left, text, right,
        voice, speaker, rule, zone.

    Examples
    --------
    >>> import framing
    >>> news = [framing.Article("a", "Ash", text="At dawn the occupation forces left the town.")]
    >>> analysis = framing.analyze(news, "foreign-forces", sentiment=False)
    >>> concordance_lines(analysis, width=12)[["left", "text", "right"]].values.tolist()
    [['At dawn the', 'occupation forces', 'left the tow']]
    """
    table = analysis.mentions if mentions is None else mentions
    fields: Mapping[tuple[str, str], str] = {
        (article.id, name): value
        for article in analysis.articles
        for name, value in (("text", article.text), ("title", article.title or ""))
    }
    left, right = [], []
    for article, name, start, end in zip(
        table["article_id"], table["field"], table["start"], table["end"], strict=True
    ):
        text = fields[article, name]
        left.append(" ".join(text[max(0, start - 4 * width) : start].split())[-width:])
        right.append(" ".join(text[end : end + 4 * width].split())[:width])
    return table.assign(left=left, right=right)[list(COLUMNS)].reset_index(drop=True)


def concordance(articles: ArticleSource, term: str, *, width: int = 40) -> pd.DataFrame:
    """Find every use of `term`, as whole words in any case, with its context and voice.

    Parameters
    ----------
    articles : Articles, path, list of paths or DataFrame
        What `read_articles` takes or gives.
    term : str
        One or more words; a ``*`` at a word's end stands for any ending.
    width : int
        Characters of context on either side.

    Returns
    -------
    pandas.DataFrame
        With the columns of `concordance_lines`, in the order of the articles.

    Raises
    ------
    SettingsError
        When the term holds no word.

    Examples
    --------
    >>> from framing import Article
    >>> lines = concordance([Article("a", text="The mayor spoke. “Riots,” he said.")], "riot*")
    >>> lines[["left", "text", "voice"]].iloc[0].tolist()
    ['The mayor spoke. “', 'Riots', 'quoted']
    """
    from framing.analysis import analyze

    need_term(term)
    analysis = analyze(articles, _one_term(term), sentiment=False)
    return concordance_lines(analysis, width=width)


def need_term(term: str) -> None:
    """Refuse a term without a word, such as ``*``.

    Raises
    ------
    SettingsError
        Saying what to give.
    """
    if not any(character.isalnum() for character in term):
        raise SettingsError(f"there is no word in {term!r} to look for; give a word or several")


def _one_term(term: str) -> Lexicon:
    from framing.lexicon import lexicon_from_mapping

    return lexicon_from_mapping(
        {
            "schema": 1,
            "kind": "category",
            "id": "term",
            "title": term,
            "version": "1.0.0",
            "language": "en",
            "license": "CC0-1.0",
            "concepts": [{"id": "term", "exact": [term]}],
        }
    )
