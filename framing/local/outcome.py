"""What framing makes of a work's articles: as it reads them, and as the decisions correct it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from functools import cached_property
from typing import TYPE_CHECKING

from framing.analysis import analyze
from framing.articles import Articles
from framing.comparison import compare
from framing.errors import SettingsError
from framing.local.workfolder import Work, as_seen
from framing.values import Article

if TYPE_CHECKING:
    from framing.analysis import Analysis
    from framing.comparison import Comparison

__all__ = ["Outcome", "outcome_of", "warm"]

_MOST_KEPT = 6
_KEPT: OrderedDict[tuple[object, ...], Outcome] = OrderedDict()
_LOCK = threading.RLock()


class Outcome:
    """One state of a work, analysed: `read` as framing reads it, `analysis` as it was decided."""

    def __init__(self, articles: Articles, corrections: list[dict[str, object]]) -> None:
        self.articles = articles
        self.corrections = corrections

    @cached_property
    def read(self) -> Analysis:
        """The articles without any decision: what the page of decisions proposes."""
        return analyze(self.articles, sentiment=False)

    @cached_property
    def analysis(self) -> Analysis:
        """The articles with the decisions: what every number follows."""
        if not self.corrections:
            return self.read
        return analyze(self.articles, corrections=self.corrections, sentiment=False)

    @cached_property
    def comparison(self) -> Comparison:
        """The outlets side by side."""
        return compare(self.analysis)


def warm() -> None:
    """Load the word lists while a person pastes, so that the first findings come sooner."""
    with _LOCK:
        analyze([Article("warm", text="The troops left on Monday.")], sentiment=False)


def outcome_of(work: Work) -> Outcome:
    """Return the outcome of the work as it lies on disk now; an unchanged one is not made anew.

    Raises
    ------
    SettingsError
        There is no article yet.
    """
    drafts = work.drafts()
    if not drafts:
        raise SettingsError("there are no articles yet; add two or more first")
    title = work.title
    decided = tuple((place, as_seen(row)) for place, row in sorted(work.decisions().items()))
    key = (str(work.folder), title, tuple((draft.id, draft.version) for draft in drafts), decided)
    with _LOCK:
        found = _KEPT.pop(key, None)
        if found is None:
            articles = Articles([draft.article(title) for draft in drafts])
            found = Outcome(articles, work.corrections())
        _KEPT[key] = found
        while len(_KEPT) > _MOST_KEPT:
            _KEPT.popitem(last=False)
        _ = found.analysis
    return found
