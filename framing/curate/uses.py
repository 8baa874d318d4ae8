"""Every use of every noun group in some articles, with the words beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from framing.articles import documents
from framing.curate.functionwords import STOPS
from framing.curate.groups import Group, noun_groups, parted
from framing.language import WORD
from framing.values import Article, Span

__all__ = ["GroupUse", "Uses", "collect_uses", "line_of"]

_BESIDE = 4
_WIDTH = 45


@dataclass(frozen=True, slots=True)
class GroupUse:
    """One use: article, field and its text, the group, content words beside it, its sentence."""

    article: Article
    field: str
    text: str
    group: Group
    beside: tuple[tuple[str, ...], tuple[str, ...]]
    sentence: Span


@dataclass(slots=True)
class Uses:
    """The uses of each noun group by its words."""

    by_key: dict[str, list[GroupUse]] = field(default_factory=lambda: defaultdict(list))


def collect_uses(articles: Iterable[Article]) -> Uses:
    """Collect the noun groups of some articles, titles and names also apart, no boilerplate.

    Examples
    --------
    >>> uses = collect_uses([Article("a", text="The old mayor spoke. The old mayor left.")])
    >>> {key: len(found) for key, found in uses.by_key.items()}
    {'old mayor': 2}
    """
    uses = Uses()
    for article in articles:
        for document in documents(article):
            text = document.text
            for _, (start, end) in document.counted:
                words = [(m.start(), m.group().lower()) for m in WORD.finditer(text, start, end)]
                content = [(at, word) for at, word in words if word not in STOPS]
                place = 0
                for group in noun_groups(text, start, end):
                    while place < len(content) and content[place][0] < group.start:
                        place += 1
                    after = place
                    while after < len(content) and content[after][0] < group.end:
                        after += 1
                    before = tuple(w for _, w in content[max(0, place - _BESIDE) : place][::-1])
                    behind = tuple(w for _, w in content[after : after + _BESIDE])
                    for use in (group, *parted(text, group)):
                        uses.by_key[use.key].append(
                            GroupUse(
                                article, document.field, text, use, (before, behind), (start, end)
                            )
                        )
    return uses


def line_of(use: GroupUse) -> str:
    """Show a use in its line: the outlet, and the group in brackets."""
    start, end = use.group.start, use.group.end
    left = " ".join(use.text[max(0, start - 3 * _WIDTH) : start].split())[-_WIDTH:]
    right = " ".join(use.text[end : end + 3 * _WIDTH].split())[:_WIDTH]
    middle = " ".join(use.text[start:end].split())
    return f"{use.article.outlet or use.article.id}: {left} [{middle}] {right}".strip()
