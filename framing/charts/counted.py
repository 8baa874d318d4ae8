"""The mentions and articles a comparison counts, under the outlets and events it compares."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from framing.charts.labels import tidy
from framing.statistics import RHO, effective_size
from framing.values import readable

if TYPE_CHECKING:
    import pandas as pd

    from framing.comparison import Comparison

__all__ = [
    "counted_articles",
    "counted_mentions",
    "event_names",
    "independent",
    "own_worth",
    "reading_of",
]

# How alike the voices of one article's namings are at least: .06 to .22 in public news articles.
_ALIKE = 0.1
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[-_ ]+(?=\w)")
# An id that tells a reader something: words, not a number or a key.
_TELLS = re.compile(r"(?=.*[^\W\d_]{3})(?!.*[0-9a-f]{8}).{3,60}", re.IGNORECASE)
# A stretch of time that articles are matched within: "2019-05", "2019Q2", "2019-W20", "2019".
_TIME = re.compile(r"(?:1[89]|20)\d\d(?:[-/ ]?(?:[QqHhWw]?\d{1,2}|[Ss][12])(?:-\d{1,2})?)?")


def counted_mentions(comparison: Comparison) -> pd.DataFrame:
    """Return the namings that enter the comparison: copies and category lexicons are left out.

    `outlet` and `event` are what was compared and matched on.
    """
    return comparison.analysis.completed("mentions", comparison.material.mentions)


def counted_articles(comparison: Comparison) -> pd.DataFrame:
    """Return the articles that enter it, by id, with `outlet, event, date, genre`."""
    return comparison.material.articles


def independent(mentions: pd.DataFrame, by: list[str]) -> pd.Series:
    """Return what the namings of each group are worth as independent ones.

    Namings of one concept in one article are alike: m of them are worth m/(1 + (m − 1)ρ).
    """
    within = [*by, "article_id", "lexicon", "concept"]
    sizes = mentions.groupby(within, sort=True, observed=True).size()
    return (sizes / (1 + (sizes - 1) * RHO)).groupby(level=by).sum()


def own_worth(mentions: pd.DataFrame) -> dict[str, float]:
    """Return of each outlet what its namings are worth for its share of own words.

    That is p(1 − p) over the variance of the share, articles drawn and not namings: who quotes
    does so all through an article. No more than namings alike by `_ALIKE` within their article
    are worth, as two articles that happen to agree show no small variance.

    References
    ----------
    Kish, L. (1965). Survey Sampling. New York: Wiley, section 6.3 (ratio means of clusters).
    """
    own = mentions.assign(own=(mentions["voice"] == "own").fillna(False).astype(float))
    found = {}
    for outlet, rows in own.groupby("outlet", observed=True):
        articles = rows.groupby("article_id", observed=True)["own"].agg(["sum", "size"])
        sizes, total, number = articles["size"], float(articles["size"].sum()), len(articles)
        share = float(articles["sum"].sum()) / total
        apart = float(np.square(articles["sum"] - share * sizes).sum())
        worth = effective_size(sizes.tolist(), rho=_ALIKE)
        if number > 1 and apart > 0:  # of one article the sum may leave 1e-32
            worth = min(worth, share * (1 - share) * total**2 * (number - 1) / (apart * number))
        found[str(outlet)] = worth
    return found


def event_names(comparison: Comparison) -> dict[str, str]:
    """Return what each event is called: its id where it is words or a time, else its first title.

    A month or a quarter that was matched within is that, and no headline.
    """
    found: dict[str, str] = {}
    dates: dict[str, str] = {}
    about = counted_articles(comparison)
    for article in comparison.analysis.articles:
        event = about["event"].get(article.id)
        if not isinstance(event, str):
            continue
        day = str(article.date or "9")
        if _TIME.fullmatch(event):
            found[event] = event
        elif _TELLS.fullmatch(event):
            found[event] = event_words(event)
        elif article.title and (event not in found or day < dates[event]):
            found[event], dates[event] = tidy(article.title), day
    return found


def event_words(event: str) -> str:
    """Write an event's id as words; a day at its beginning stays one.

    Examples
    --------
    >>> event_words("2024-01-08-alford-halls"), event_words("saint_orla")
    ('2024-01-08 alford halls', 'saint orla')
    """
    day = _DAY.match(event)
    words = readable(tidy(event[day.end() :] if day else event))
    return f"{day[1]} {words}" if day else words


def reading_of(intensity: int | None, direction: int | None, *, of_deed: bool = False) -> str:
    """Return how a naming is drawn: neutral, against, favour, or loaded without direction.

    A word for a deed that is against its doer (`of_deed`) is drawn so, whomever it is for.

    Examples
    --------
    >>> reading_of(0, 0), reading_of(2, -1), reading_of(1, 0)
    ('neutral', 'against', 'loaded')
    >>> reading_of(3, 1), reading_of(3, 1, of_deed=True)
    ('favour', 'against')
    """
    if not intensity:
        return "neutral"
    if of_deed:
        return "against"
    return {-1: "against", 1: "favour"}.get(direction or 0, "loaded")
