"""`group_events`: which articles cover the same event, as a table a person can correct."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from framing.articles import Articles, ArticleSource, need_texts, read_articles
from framing.articles.filledtables import filled_table
from framing.errors import FramingError, SettingsError
from framing.events.linking import close_pairs, day_numbers, group_labels
from framing.events.maskedtexts import OutletNames, masked_text
from framing.events.reasons import SharedNames, event_names, reasons
from framing.events.termcounts import TermCounts
from framing.lexicon import Lexicons, load_lexicons
from framing.matching import Matcher
from framing.values import Article

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["COLUMNS", "DAYS", "THRESHOLD", "event_table", "group_events", "with_events"]

THRESHOLD = 0.08
"""Least mean similarity within an event; chosen on BASIL, reported on SEESAW."""
DAYS = 3.0
"""Days after which the similarity of two articles has fallen to 1/e of its cosine."""
FOUND = "grouped by the similarity of their texts, in a table that a reader could correct"
"""How events of a written table of `group_events` were made; what it asked for is not in it."""
GIVEN = "given in a table"
COLUMNS = ("article_id", "outlet", "date", "title", "event", "similarity", "why")


def group_events(
    articles: ArticleSource,
    *,
    lexicon: Lexicons = None,
    threshold: float = THRESHOLD,
    days: float = DAYS,
) -> pd.DataFrame:
    """Group articles that cover the same event.

    Articles are compared as TF-IDF vectors of words and word pairs (titles three times),
    cosine × exp(−Δdays / `days`), and joined by average linkage. What the lexicons name and the
    outlets' names do not enter. An event that an article already has always wins: such articles
    keep it, and only the others are grouped.

    Parameters
    ----------
    articles : Articles, path, list of paths or DataFrame
        What `read_articles` takes or gives.
    lexicon : str, path, Lexicon or a list of these, optional
        Whose forms are left out of the similarity; all shipped naming lexicons by default.
    threshold : float
        Least mean similarity, in (0, 1); higher gives fewer and surer groups.
    days : float
        How fast similarity falls with the days between two articles.

    Returns
    -------
    pandas.DataFrame
        One row per article, in order: article_id, outlet, date, title, event, similarity (mean
        similarity to the other articles of its event, 0 to 1), why (names, numbers and dates
        shared). An article alone has an empty event.

    Raises
    ------
    SettingsError
        When `threshold` is not between 0 and 1, or `days` not positive.

    Examples
    --------
    >>> from framing import Article
    >>> same = [Article(i, text="The Orlan ferry sank off Tarn Bay with 41 aboard.") for i in "ab"]
    >>> other = Article("c", text="Teachers of Brel voted to end their strike over pay.")
    >>> group_events([*same, other])["event"].tolist()
    ['orlan-tarn-bay', 'orlan-tarn-bay', <NA>]
    """
    if not 0 < threshold < 1:
        raise SettingsError(f"threshold must lie between 0 and 1, not at {threshold}")
    if not days > 0:
        raise SettingsError(f"days must be positive, not {days}")
    read = read_articles(articles)
    need_texts(read, "events found by similarity")
    matcher = Matcher(load_lexicons(lexicon))
    terms, names = TermCounts(), SharedNames()
    free, broken = _gather(read, matcher, terms, names)
    event: list[str | None] = [article.event for article in read]
    similarity: list[float | None] = [None] * len(read)
    why = [broken.get(i, "given" if a.event else "") for i, a in enumerate(read)]
    if len(free) > 1:
        rows, day = terms.rows(), day_numbers([read[i] for i in free])
        graph = close_pairs(rows, day, days=days, threshold=threshold)
        labels = group_labels(rows, day, graph, days=days, threshold=threshold)
        groups = _with_members(labels.tolist())
        shared = names.shared(groups)
        of_group = [[read[free[place]] for place in group] for group in groups]
        called = event_names(of_group, shared)
        for group, name, common, those in zip(groups, called, shared, of_group, strict=True):
            reason = reasons(common, those)
            means = _means(rows, day, group, days)
            for place, mean in zip(group, means, strict=True):
                event[free[place]], why[free[place]] = name, reason
                similarity[free[place]] = mean
    table = _table(read, event, similarity, why)
    table.attrs["event_rule"] = (
        f"grouped by the similarity of their texts (TF-IDF of words and pairs, average linkage, "
        f"least mean similarity {threshold:g}, {days:g} days)"
    )
    return table


def _with_members(labels: Sequence[int]) -> list[list[int]]:
    """Return the places that share a label, of each label that several have."""
    members: dict[int, list[int]] = {}
    for place, label in enumerate(labels):
        members.setdefault(label, []).append(place)
    return [group for group in members.values() if len(group) > 1]


def _gather(
    read: Articles, matcher: Matcher, terms: TermCounts, names: SharedNames
) -> tuple[list[int], dict[int, str]]:
    """Count the texts to be grouped one by one; return their numbers, and why others are not."""
    outlets = OutletNames(article.outlet for article in read)
    free, broken = [], {}
    for number, article in enumerate(read):
        if article.event:
            continue
        try:
            text = masked_text(article, matcher, outlets)
        except (FramingError, MemoryError):
            raise
        except Exception as error:  # one bad article stays without an event, the rest is grouped
            broken[number] = f"left out: {type(error).__name__}; please report it with the text"
        else:
            terms.add(text)
            names.add(text)
            free.append(number)
    return free, broken


def _means(rows: Any, day: Any, group: list[int], days: float) -> list[float]:
    """Mean similarity of each member of a group to the others, three decimals."""
    from framing.events.linking import decay

    similar = (rows[group] @ rows[group].T).toarray() * decay(
        day[group][:, None] - day[group][None, :], days
    )
    own = similar.diagonal()
    means = (similar.sum(axis=1) - own) / (len(group) - 1)
    return [round(float(mean), 3) for mean in means]


def _table(
    read: Articles, event: list[str | None], similarity: list[float | None], why: list[str]
) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(
        {
            "article_id": pd.Series([a.id for a in read], dtype="string"),
            "outlet": pd.Series([a.outlet for a in read], dtype="string"),
            "date": pd.Series([a.date for a in read], dtype="string"),
            "title": pd.Series([a.title for a in read], dtype="string"),
            "event": pd.Series(event, dtype="string"),
            "similarity": pd.Series(similarity, dtype="Float64"),
            "why": pd.Series(why, dtype="string"),
        },
        columns=list(COLUMNS),
    )


EventSource: TypeAlias = "str | Path | pd.DataFrame | Mapping[str, str | None]"
"""An edited table of events, its CSV file, or a mapping of article ids to events."""


def with_events(articles: Articles, events: EventSource) -> Articles:
    """Give articles the events of a table, such as an edited one of `group_events`.

    Parameters
    ----------
    articles : Articles
        What was read; its order, skipped and warnings stay.
    events : DataFrame, path of a CSV, or mapping
        `article_id` → `event`; an empty event takes an article out of every event, and an
        article the table does not list keeps its own.

    Returns
    -------
    Articles

    Raises
    ------
    SettingsError
        When the table lacks a column, or names an article that was not read.

    Examples
    --------
    >>> from framing import Article, Articles
    >>> articles = Articles([Article("a", text="Rain fell."), Article("b", text="Hail fell.")])
    >>> [article.event for article in with_events(articles, {"a": "storm"})]
    ['storm', None]
    """
    table, rules = event_table(events)
    known = {article.id for article in articles}
    strange = sorted(set(table) - known)
    if strange:
        raise SettingsError(
            f"the events table names articles that were not read: {', '.join(strange[:5])}"
            f"{' …' if len(strange) > 5 else ''}; make it anew with `framing events`"
        )
    changed = [
        _placed(a, table[a.id] or None, rules.get(a.id, GIVEN)) if a.id in table else a
        for a in articles
    ]
    return articles.kept(changed)


def _placed(article: Article, event: str | None, rule: str) -> Article:
    """Give an article its event, and remember how it came by another one than its own."""
    if event == article.event:
        return article
    meta = {**article.meta, "event_rule": rule} if event else article.meta
    return article.with_event(event, meta)


def event_table(events: EventSource) -> tuple[dict[str, str], dict[str, str]]:
    """Return the event of each article in a table, and how it was made where the table tells.

    Raises
    ------
    SettingsError
        When the table can't be read or lacks a column.
    """
    if isinstance(events, Mapping):
        return {str(key): str(value or "") for key, value in events.items()}, {}
    if isinstance(events, str | Path):
        _, listed = filled_table(events, "the events table", ("article_id", "event"))
        return _of_rows((row for _, row in listed), FOUND, str(events))
    where = "the events table"
    missing = [name for name in ("article_id", "event") if name not in events.columns]
    if missing:
        raise SettingsError(f"{where} lacks the column {missing[0]!r}; it needs article_id, event")
    filled = events.astype("string").fillna("")
    rows = [dict(zip(filled.columns, row, strict=True)) for row in filled.itertuples(index=False)]
    return _of_rows(rows, events.attrs.get("event_rule", FOUND), where)


def _of_rows(
    rows: Iterable[Mapping[str, str]], rule: str, where: str
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the event of each article, and the rule of those that the table had grouped."""
    found: dict[str, str] = {}
    rules: dict[str, str] = {}
    for row in rows:
        name, event = row["article_id"], row.get("event", "").strip()
        if found.setdefault(name, event) != event:
            raise SettingsError(
                f"{where} gives {name!r} two events, {found[name]!r} and {event!r}; an article "
                "belongs to one: keep one of its rows"
            )
        if row.get("similarity"):
            rules[name] = rule
    return found, rules
