"""Coding sheets: what a person should look at to say how often the tool is wrong."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.articles import documents, need_texts
from framing.errors import SettingsError

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis
    from framing.comparison import Comparison

__all__ = ["CodingSheet", "draw_sheet"]

SHEET = ("item", "kind", "before", "text", "after", "concept", "question", "naming", "voice",
         "missed", "note")  # fmt: skip
KEY = (
    "item", "kind", "article_id", "outlet", "event", "field", "start", "end", "lexicon",
    "concept", "variant", "loaded", "voice", "stratum", "stratum_size", "population",
    "rule", "act", "cue_class", "zone", "sentence_start", "sentence_end", "probability",
)  # fmt: skip
_CONTEXT = 240
_MASK = "[outlet]"


class CodingSheet(NamedTuple):
    """What the coders see (`sheet`, blind to outlets) and what it is scored with (`key`)."""

    sheet: pd.DataFrame
    key: pd.DataFrame


def draw_sheet(
    source: Analysis | Comparison, *, n: int = 100, unmatched: int = 50, seed: int = 0
) -> CodingSheet:
    """Draw mentions and unmatched sentences to be coded by hand.

    Mentions are drawn in strata of concept × voice, as evenly as their sizes allow, so that rare
    voices are seen; each row of the key holds its stratum's size, by which figures are weighted
    back. Sentences in which nothing was found are drawn at random: from them recall is known.
    Outlets' names are masked inside the texts, and the order is shuffled.

    From a comparison they are drawn of all voices in matched events, in strata of side × voice:
    `comparison.corrected` can then correct its shares. `probability` in the key is the one each
    mention had to be drawn.

    Parameters
    ----------
    source : Analysis or Comparison
        With the articles' texts.
    n : int
        Mentions to draw (all of them where there are fewer).
    unmatched : int
        Sentences without a mention to draw.
    seed : int
        Of every draw; the same seed gives the same sheet.

    Returns
    -------
    CodingSheet
        ``sheet``: item, kind (mention or sentence), before, text, after, concept (with its
        gloss), question; to be filled in: naming (yes or no), voice, missed (how many namings
        the sentence holds), note. ``key``: where each item is from, and what the tool said.

    Raises
    ------
    SettingsError
        When there is nothing to draw from.

    Examples
    --------
    >>> from framing import Article, analyze
    >>> article = Article("a", text="The regime fell. Olives grew. It rained on the regime.")
    >>> drawn = draw_sheet(analyze([article], "governments", sentiment=False), n=2, unmatched=1)
    >>> sorted(drawn.sheet["kind"]), drawn.sheet["naming"].tolist()
    (['mention', 'mention', 'sentence'], ['', '', ''])
    """
    import pandas as pd

    if min(n, unmatched) < 0 or not (n or unmatched):
        raise SettingsError(
            f"n={n}, unmatched={unmatched}: how many mentions and sentences to draw, one above 0"
        )
    analysis, strata, matched = _source(source)
    if len(analysis.mentions):
        need_texts(analysis.articles, "coding sheets")
    rng = random.Random(seed)  # noqa: S311  (a sample that can be drawn again, not a secret)
    glosses = {
        (lexicon.id, concept.id): concept.gloss or ""
        for lexicon in analysis.lexicons
        for concept in lexicon.concepts
    }
    items = [
        *_mentions(analysis, matched, strata, n, rng, glosses),
        *_sentences(analysis, unmatched, rng),
    ]
    if not items:
        raise SettingsError("there is nothing to code: no mention was found and no sentence read")
    rng.shuffle(items)
    mask = _mask(analysis)
    sheet, key = [], []
    for number, (shown, known) in enumerate(items, 1):
        name = f"item-{number:04d}"
        for part in ("before", "text", "after"):
            shown[part] = mask(shown[part])
        sheet.append({**dict.fromkeys(SHEET, ""), **shown, "item": name})
        key.append({"item": name, **known})
    return CodingSheet(
        pd.DataFrame(sheet, columns=list(SHEET)), pd.DataFrame(key, columns=list(KEY))
    )


_Item = tuple[dict[str, Any], dict[str, Any]]


def _source(source: Analysis | Comparison) -> tuple[Analysis, tuple[str, ...], pd.DataFrame]:
    """Return the analysis, the columns that make the strata, and the mentions to draw from."""
    from framing.comparison import Comparison
    from framing.comparison.coded import matched_namings

    if isinstance(source, Comparison):
        return source.analysis, ("outlet", "voice"), matched_namings(source.material)
    rows = source.mentions[source.mentions["loaded"].notna()]
    return source, ("lexicon", "concept", "voice"), rows


def _mentions(
    analysis: Analysis, mentions: pd.DataFrame, by: tuple[str, ...], n: int, rng: random.Random,
    glosses: dict[tuple[str, str], str],
) -> list[_Item]:  # fmt: skip
    rows = mentions.to_dict("records")
    strata: dict[str, list[dict[Any, Any]]] = defaultdict(list)
    for row in rows:
        strata["/".join(str(row[name]) for name in by)].append(row)
    chosen: list[tuple[str, dict[Any, Any]]] = []
    left = {name: rng.sample(of, len(of)) for name, of in sorted(strata.items())}
    while len(chosen) < n and left:
        names = sorted(left)
        rng.shuffle(names)  # who comes last in a round must not be the same each time
        for name in names[: n - len(chosen)]:
            chosen.append((name, left[name].pop()))
            if not left[name]:
                del left[name]
    chance = _probabilities({name: len(of) for name, of in strata.items()}, n)
    texts = _texts(analysis)
    return [
        (
            _shown(
                "mention", texts[row["article_id"], row["field"]], int(row["start"]),
                int(row["end"]), _concept(row, glosses),
                "Does the marked text name this concept? If so, whose word is it?",
            ),
            {
                **{name: row[name] for name in KEY if name in row},
                "kind": "mention", "stratum": stratum, "stratum_size": len(strata[stratum]),
                "population": len(rows), "probability": chance[stratum],
            },
        )
        for stratum, row in chosen
    ]  # fmt: skip


def _probabilities(sizes: dict[str, int], n: int) -> dict[str, float]:
    """Return how likely a mention of each stratum is to be drawn, round by round, among n.

    Examples
    --------
    >>> _probabilities({"own": 10, "quoted": 1}, 4)
    {'own': 0.3, 'quoted': 1.0}
    >>> _probabilities({"own": 2, "quoted": 2}, 3)
    {'own': 0.75, 'quoted': 0.75}
    """
    drawn = dict.fromkeys(sizes, 0.0)
    left = n
    while left > 0:
        open_ = [name for name, size in sizes.items() if drawn[name] < size]
        if not open_:
            break
        share = min(1.0, left / len(open_))
        for name in open_:
            drawn[name] += share
        left -= len(open_)
    return {name: drawn[name] / size for name, size in sizes.items()}


def _concept(row: dict[Any, Any], glosses: dict[tuple[str, str], str]) -> str:
    gloss = glosses.get((row["lexicon"], row["concept"]), "")
    return f"{row['concept']}: {gloss}" if gloss else str(row["concept"])


def _sentences(analysis: Analysis, count: int, rng: random.Random) -> list[_Item]:
    texts = _texts(analysis)
    empty = list(_unmatched(analysis))
    chosen = rng.sample(empty, min(count, len(empty)))
    question = "How many namings of any concept in the list does this sentence hold?"
    return [
        (
            _shown("sentence", texts[article, field], start, end, "", question),
            {
                "kind": "sentence", "article_id": article, "outlet": outlet, "event": event,
                "field": field, "start": start, "end": end, "stratum": "unmatched",
                "stratum_size": len(empty), "population": len(empty),
            },
        )
        for article, outlet, event, field, start, end in chosen
    ]  # fmt: skip


def _unmatched(
    analysis: Analysis,
) -> Iterator[tuple[str, str | None, str | None, str, int, int]]:
    table = analysis.mentions
    named = set(zip(table["article_id"], table["field"], table["sentence"], strict=True))
    for article in analysis.articles:
        for document in documents(article):
            for number, (start, end) in document.counted:
                if (article.id, document.field, number) not in named:
                    yield article.id, article.outlet, article.event, document.field, start, end


def _texts(analysis: Analysis) -> dict[tuple[str, str], str]:
    found = {}
    for article in analysis.articles:
        found[article.id, "text"] = article.text
        found[article.id, "title"] = article.title or ""
    return found


def _shown(
    kind: str, text: str, start: int, end: int, concept: str, question: str
) -> dict[str, Any]:
    return {
        "kind": kind,
        "before": text[max(0, start - _CONTEXT) : start],
        "text": text[start:end],
        "after": text[end : end + _CONTEXT],
        "concept": concept,
        "question": question,
    }


def _mask(analysis: Analysis) -> Any:
    """Return a function that hides the outlets' names."""
    names = sorted({a.outlet for a in analysis.articles if a.outlet}, key=lambda x: (-len(x), x))
    if not names:
        return lambda text: text
    body = "|".join(re.escape(name) for name in names)
    pattern = re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(_MASK, text)
