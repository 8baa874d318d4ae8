"""`align_passages`: what outlet B wrote where outlet A wrote this."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.articles import need_texts
from framing.articles.periods import paired_by
from framing.errors import ComparisonError
from framing.passages.accounts import AccountSentence, sentences_of
from framing.passages.differences import WordMarks, left_out_agent, naming_differences
from framing.passages.similarity import Link, links

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis
    from framing.values import Article

__all__ = ["Passages", "align_passages", "articles_of"]

_WITHOUT = "; `framing events` groups by event, and --within month pairs by date"
_LISTED = 8  # events in a message
_SIDES = ("article_id", "outlet", "sentence", "start", "end", "text")


@dataclass(frozen=True, slots=True)
class Passages:
    """The aligned passages of one event. A reading aid: no statistic is made of it.

    Attributes
    ----------
    event : str
        The event whose articles were aligned, as the articles have it.
    pairs : pandas.DataFrame
        One row per aligned pair of sentences: passage (number, from 0, of the group of sentences
        it belongs to), for each side ``left_`` and ``right_`` article_id, outlet, sentence,
        start, end, text; similarity (cosine, 0 to 1); shared (names, numbers, dates); namings
        (list of {concept, left, right}: what the two call differently); agent_left_out
        (``left``, ``right`` or missing).
    alone : pandas.DataFrame
        One row per sentence that no other article of the event has a counterpart for:
        article_id, outlet, sentence, start, end, text.
    """

    event: str
    pairs: pd.DataFrame
    alone: pd.DataFrame


def align_passages(analysis: Analysis, event: str, *, within: str = "event") -> Passages:
    """Align the sentences of the articles that cover one event.

    Sentences are linked by TF-IDF cosine within the event; one sentence may meet several. What is
    only one outlet's is listed apart.

    Parameters
    ----------
    analysis : Analysis
        With its articles' texts; its mentions and cues mark what differs within a pair.
    event : str
        An event of two or more articles.
    within : str
        What pairs articles, as in `compare`: a column whose value `event` is, or ``day``,
        ``month``, ``quarter``, ``year`` (``2020-06``, ``2020Q2``) of their dates.

    Returns
    -------
    Passages
        The pairs of sentences, and those that stand alone.

    Raises
    ------
    ComparisonError
        When the event is unknown or has fewer than two articles, or `within` is no column.
    SettingsError
        When the analysis was saved without texts.

    Examples
    --------
    >>> from framing import Article, analyze
    >>> texts = ["Troops killed 12 people in Tarn.", "In Tarn 12 people were killed."]
    >>> articles = [Article(str(i), "AB"[i], "tarn", text=text) for i, text in enumerate(texts)]
    >>> passages = align_passages(analyze(articles, sentiment=False), "tarn")
    >>> passages.pairs[["left_outlet", "right_outlet", "agent_left_out"]].iloc[0].tolist()
    ['A', 'B', 'right']
    """
    articles = articles_of(analysis.articles, event, within)
    need_texts(articles, "passages")
    sentences = sentences_of(articles)
    found = links(sentences)
    ids = {article.id for article in articles}
    marks = WordMarks(
        analysis.mentions[analysis.mentions["article_id"].isin(ids)],
        analysis.cues[analysis.cues["article_id"].isin(ids)],
    )
    linked = {place for link in found for place in (link.left, link.right)}
    alone = [sentence for place, sentence in enumerate(sentences) if place not in linked]
    return Passages(event, _pairs(sentences, found, marks), _alone(alone))


def articles_of(articles: Iterable[Article], event: str, within: str = "event") -> list[Article]:
    """Return the articles of an event, or say that there are not two to align.

    Raises
    ------
    ComparisonError
        When the event is unknown or has fewer than two articles, or `within` is no column.
    """
    listed = list(articles)
    events = paired_by(listed, within)
    found = [article for article, of in zip(listed, events, strict=True) if of == event]
    if len(found) < 2:
        known = sorted({of for of in events if of})
        more = f" and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
        raise ComparisonError(
            f"{within} {event!r} has {len(found)} article(s), and two are needed to align; "
            f"{'stories' if within == 'story' else within + 's'} read: "
            f"{', '.join(known[:_LISTED]) + more if known else 'none' + _WITHOUT}"
        )
    return found


def _passage_numbers(count: int, found: list[Link]) -> list[int]:
    """Return each link's passage: links that hang together share a number, counted from 0."""
    group = list(range(count))

    def root(place: int) -> int:
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    for link in found:
        low, high = sorted((root(link.left), root(link.right)))
        group[high] = low
    numbers: dict[int, int] = {}
    return [numbers.setdefault(root(link.left), len(numbers)) for link in found]


def _pairs(sentences: list[AccountSentence], found: list[Link], marks: WordMarks) -> pd.DataFrame:
    import pandas as pd

    rows = []
    passages = _passage_numbers(len(sentences), found)
    for link, passage in zip(found, passages, strict=True):
        left, right = sentences[link.left], sentences[link.right]
        rows.append(
            {
                "passage": passage,
                **{f"left_{name}": value for name, value in _cells(left).items()},
                **{f"right_{name}": value for name, value in _cells(right).items()},
                "similarity": link.similarity,
                "shared": list(link.shared),
                "namings": naming_differences(marks, left, right),
                "agent_left_out": left_out_agent(marks, left, right),
            }
        )
    names = ["passage", *(f"{side}_{name}" for side in ("left", "right") for name in _SIDES)]
    table = pd.DataFrame(
        rows, columns=[*names, "similarity", "shared", "namings", "agent_left_out"]
    )
    return table.astype({"agent_left_out": "string"})


def _alone(sentences: list[AccountSentence]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame([_cells(sentence) for sentence in sentences], columns=list(_SIDES))


def _cells(sentence: AccountSentence) -> dict[str, Any]:
    return {
        "article_id": sentence.article_id,
        "outlet": sentence.outlet,
        "sentence": sentence.number,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
    }
