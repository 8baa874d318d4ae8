"""What `read_articles` returns: the articles, and everything that did not become one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import overload

from framing.errors import ArticleError, SettingsError
from framing.values import Article, Skipped

__all__ = ["Articles", "need_own_ids", "need_texts"]


class Articles(Sequence[Article]):
    """A sequence of articles that remembers what was skipped, warned about and ignored.

    Parameters
    ----------
    articles
        The articles read, in the order of their files and rows.
    skipped
        What was to be an article and could not be read: file, line, reason.
    warnings
        Articles that were read but look cut, damaged or badly extracted: file, line, reason.
    ignored
        Files inside a folder that were never meant as articles: other file types, README and
        LICENSE files, hidden files, and pages framing wrote itself.
    places
        File and line of each article by its id, where it was read from a file.

    Examples
    --------
    >>> from framing.values import Article
    >>> articles = Articles([Article(id="a", text="Troops left."), Article(id="b")])
    >>> len(articles), articles[0].text, articles.skipped
    (2, 'Troops left.', ())
    >>> articles[:1]
    Articles(1 read, 0 skipped, 0 warnings, 0 ignored)
    """

    __slots__ = ("_articles", "ignored", "places", "skipped", "warnings")

    def __init__(
        self,
        articles: Iterable[Article],
        skipped: Iterable[Skipped] = (),
        warnings: Iterable[Skipped] = (),
        ignored: Iterable[str] = (),
        *,
        places: Mapping[str, tuple[str, int | None]] | None = None,
    ) -> None:
        self._articles = tuple(articles)
        self.skipped = tuple(skipped)
        self.warnings = tuple(warnings)
        self.ignored = tuple(ignored)
        self.places = places or {}

    def kept(self, articles: Iterable[Article], *, skipped: Iterable[Skipped] = ()) -> Articles:
        """Return these articles with the same remarks, and lines on what was left out besides.

        Parameters
        ----------
        articles
            Those that stay.
        skipped
            Lines on what did not, added to those there are.
        """
        return Articles(
            articles, (*self.skipped, *skipped), self.warnings, self.ignored, places=self.places
        )

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> Articles: ...
    def __getitem__(self, index: int | slice) -> Article | Articles:
        """Return one article, or a slice as `Articles` of its own with the same remarks."""
        if isinstance(index, slice):
            return self.kept(self._articles[index])
        return self._articles[index]

    def __len__(self) -> int:
        return len(self._articles)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Articles):
            return NotImplemented
        return (
            self._articles == other._articles
            and self.skipped == other.skipped
            and self.warnings == other.warnings
            and self.ignored == other.ignored
        )

    __hash__ = None  # type: ignore[assignment]  # articles hold mappings, which have no hash

    def __repr__(self) -> str:
        return (
            f"Articles({len(self)} read, {len(self.skipped)} skipped, "
            f"{len(self.warnings)} warnings, {len(self.ignored)} ignored)"
        )


def need_texts(articles: Sequence[Article], what: str) -> None:
    """Refuse `what` where no article has its text.

    Parameters
    ----------
    articles : sequence of Article
        Where there is none at all, nothing is refused.
    what : str
        What needs the texts, in the plural: "passages".

    Raises
    ------
    SettingsError
        Saying how the texts come back.

    Examples
    --------
    >>> need_texts([Article("a", text="Troops left."), Article("b")], "passages")
    >>> need_texts([Article("b")], "passages")
    Traceback (most recent call last):
    framing.errors.SettingsError: passages need the articles' texts, which this analysis was ...
    """
    if len(articles) and not any(article.text for article in articles):
        raise SettingsError(
            f"{what} need the articles' texts, which this analysis was saved without; give your "
            "own copies of them: framing.open_analysis(folder, articles=…), or --articles PATH"
        )


def need_own_ids(articles: Sequence[Article]) -> None:
    """Refuse articles of which two have one id: what is found in them could not be told apart.

    Parameters
    ----------
    articles : sequence of Article
        All that are to be analysed together.

    Raises
    ------
    ArticleError
        Naming the id.

    Examples
    --------
    >>> need_own_ids([Article("a"), Article("b")])
    >>> need_own_ids([Article("a"), Article("a")])
    Traceback (most recent call last):
    framing.errors.ArticleError: 2 articles have the id 'a'; give each its own
    """
    if len({article.id for article in articles}) < len(articles):
        (first, count), *_ = Counter(article.id for article in articles).most_common(1)
        raise ArticleError(f"{count} articles have the id {first!r}; give each its own")
