"""What a corpus names that the lexicons know, and what it often names that they do not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from framing.articles import documents
from framing.curate.functionwords import DETERMINERS, STOPS, is_adverb
from framing.language import WORD, has_letter
from framing.values import Document, Span

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis

__all__ = ["Coverage", "lexicon_coverage", "noun_heads"]

_LONGEST = 4


class Coverage(NamedTuple):
    """Two tables: `concepts`, named or not, and `uncovered`, frequent heads no concept has."""

    concepts: pd.DataFrame
    uncovered: pd.DataFrame


def lexicon_coverage(analysis: Analysis, *, min_count: int = 3) -> Coverage:
    """Say which concepts a corpus names, how often, and what it names beside them.

    Parameters
    ----------
    analysis : Analysis
        Of the corpus, with the lexicons in question.
    min_count : int
        Fewest uses for a head to be listed.

    Returns
    -------
    Coverage
        ``concepts``: lexicon, concept, namings, loaded, own, articles, outlets; concepts that
        are never named stand there with 0. ``uncovered``: head, uses, articles, example (the
        commonest noun group that ends in it). A head is the last word of a noun group opened by
        an article, a possessive or the like; without a parser, so some verbs slip in.

    Examples
    --------
    >>> from framing import Article, analyze
    >>> text = "The regime sent the militia. The armed militia left. A militia came."
    >>> analysis = analyze([Article("a", text=text)], "governments", sentiment=False)
    >>> found = lexicon_coverage(analysis)
    >>> int(found.concepts["namings"].sum()), found.uncovered["head"].tolist()
    (1, ['militia'])
    """
    return Coverage(_concepts(analysis), _uncovered(analysis, min_count))


def _concepts(analysis: Analysis) -> pd.DataFrame:
    import pandas as pd

    rows = []
    grouped = dict(list(analysis.mentions.groupby(["lexicon", "concept"])))
    for lexicon in analysis.lexicons:
        for concept in lexicon.concepts:
            found = grouped.get((lexicon.id, concept.id), analysis.mentions.iloc[:0])
            rows.append(
                {
                    "lexicon": lexicon.id,
                    "concept": concept.id,
                    "namings": len(found),
                    "loaded": int(found["loaded"].sum()),
                    "own": int((found["voice"] == "own").sum()),
                    "articles": found["article_id"].nunique(),
                    "outlets": found["outlet"].nunique(),
                }
            )
    names = ["lexicon", "concept", "namings", "loaded", "own", "articles", "outlets"]
    table = pd.DataFrame(rows, columns=names)
    return table.sort_values(
        ["namings", "lexicon", "concept"], ascending=[False, True, True], ignore_index=True
    )


def _uncovered(analysis: Analysis, min_count: int) -> pd.DataFrame:
    import pandas as pd

    taken: dict[tuple[str, str], list[Span]] = {}
    mentions = analysis.mentions
    for key, start, end in zip(
        zip(mentions["article_id"], mentions["field"], strict=True),
        mentions["start"],
        mentions["end"],
        strict=True,
    ):
        taken.setdefault(key, []).append((start, end))
    uses: Counter[str] = Counter()
    articles: dict[str, set[str]] = {}
    groups: dict[str, Counter[str]] = {}
    for article in analysis.articles:
        for document in documents(article):
            spans = taken.get((article.id, document.field), [])
            for start, end, head in noun_heads(document):
                if any(a < end and start < b for a, b in spans):
                    continue
                uses[head] += 1
                articles.setdefault(head, set()).add(article.id)
                group = " ".join(document.text[start:end].lower().split())
                groups.setdefault(head, Counter())[group] += 1
    rows = [
        (head, count, len(articles[head]), min(groups[head], key=lambda g: (-groups[head][g], g)))
        for head, count in uses.items()
        if count >= min_count
    ]
    rows.sort(key=lambda row: (-row[1], row[0]))
    return pd.DataFrame(rows, columns=["head", "uses", "articles", "example"])


def noun_heads(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, head) of noun groups: a determiner, up to three words, a stop.

    The head is lower-cased. Names (all words capitalised inside a sentence) are left out.
    """
    text = document.text
    for _, (start, end) in document.counted:
        words = [word for word in WORD.finditer(text, start, end) if has_letter(word.group())]
        for place, word in enumerate(words):
            if word.group().lower() not in DETERMINERS:
                continue
            group: list[re.Match[str]] = []
            rest = words[place + 1 :]
            for following in rest:
                before = group[-1].end() if group else word.end()
                gap = text[before : following.start()]
                if gap.strip() or following.group().lower() in STOPS:
                    break
                group.append(following)
            if len(group) > _LONGEST:
                continue  # where it ends nobody can tell without a parser
            while group and is_adverb(group[-1].group()):
                group.pop()
            if group and not all(match.group()[0].isupper() for match in group):
                yield group[0].start(), group[-1].end(), group[-1].group().lower()
