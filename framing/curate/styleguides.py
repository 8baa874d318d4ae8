"""`style_check`: an outlet's own-voice uses that its own style guide rules out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from framing.curate.incontext import concordance_lines
from framing.errors import SettingsError
from framing.lexicon import Concept, Lexicon, Ruling, shipped

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis

__all__ = ["COLUMNS", "RULED_OUT", "guides", "need_guide", "style_check"]

RULED_OUT: dict[str, tuple[str, ...]] = {
    "avoid": ("own",),
    "only-attributed": ("own",),
    "only-quoted": ("own", "attributed"),
}
"""Each rule that forbids, with the voices in which a use goes against it."""

COLUMNS = (
    "article_id", "outlet", "event", "field", "start", "end", "left", "text", "right", "voice",
    "lexicon", "concept", "variant", "guide", "rule", "says", "source", "locator", "url",
)  # fmt: skip


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")


def _rulings(lexicons: Iterable[Lexicon]) -> Iterator[tuple[Lexicon, Concept, Ruling]]:
    for lexicon in lexicons:
        for concept in lexicon.concepts:
            for ruling in concept.rulings:
                yield lexicon, concept, ruling


def guides(lexicons: Iterable[Lexicon] | None = None) -> dict[str, int]:
    """Return each style guide's id with the number of its rulings, in alphabetical order.

    Parameters
    ----------
    lexicons : iterable of Lexicon, optional
        Where rulings are counted; all shipped ones of kind ``naming`` by default.

    Returns
    -------
    dict of str to int
        Rulings by id of the guide.

    Examples
    --------
    >>> guides()["bbc"] > 3
    True
    """
    counts: dict[str, int] = {}
    for _, _, ruling in _rulings(shipped("naming") if lexicons is None else lexicons):
        counts[_slug(ruling.outlet)] = counts.get(_slug(ruling.outlet), 0) + 1
    return dict(sorted(counts.items()))


def need_guide(guide: str, lexicons: Iterable[Lexicon]) -> None:
    """Refuse a style guide of which no lexicon has a ruling.

    Raises
    ------
    SettingsError
        Naming the guides that there are.
    """
    known = guides(lexicons)
    if _slug(guide) not in known:
        listed = ", ".join(known) or "none"
        raise SettingsError(f"no rulings of a guide {guide!r} in these lexicons; guides: {listed}")


def style_check(analysis: Analysis, guide: str) -> pd.DataFrame:
    """List the uses in the outlets' own words that a style guide rules out.

    A use is listed when the guide says to avoid the word, or to leave it to sources, and the
    voice reader found no source for it. Rules that merely prefer or explain a word list nothing.
    Whether the guide binds the outlet is for the reader to say.

    Parameters
    ----------
    analysis : Analysis
        Made with the lexicons that hold the guide's rulings.
    guide : str
        The id of a guide, as in ``guides()``: ``bbc``, ``reuters``, ``ap``, …

    Returns
    -------
    pandas.DataFrame
        One row per use: where it is and its context; the guide's outlet, rule and what it says in
        our words; the source with locator and URL.

    Raises
    ------
    SettingsError
        When no ruling of that guide is in the lexicons used.

    Examples
    --------
    >>> from framing import Article, analyze
    >>> text = "Terrorists seized the port. “Terrorists,” the minister said."
    >>> analysis = analyze([Article("a", text=text)], "armed-groups", sentiment=False)
    >>> style_check(analysis, "bbc")[["start", "text", "rule"]].to_numpy().tolist()
    [[0, 'Terrorists', 'only-attributed']]
    """
    need_guide(guide, analysis.lexicons)
    rules = {}
    for lexicon, concept, ruling in _rulings(analysis.lexicons):
        if _slug(ruling.outlet) == _slug(guide) and ruling.rule in RULED_OUT:
            source = lexicon.sources.get(ruling.source)
            rules[lexicon.id, concept.id, ruling.variant] = (ruling, source)
    mentions = analysis.mentions
    keys = list(zip(mentions["lexicon"], mentions["concept"], mentions["variant"], strict=True))
    against = [
        key in rules and voice in RULED_OUT[rules[key][0].rule] and not distanced
        for key, voice, distanced in zip(
            keys, mentions["voice"], mentions["distanced"], strict=True
        )
    ]
    found = mentions.loc[[i for i, bad in zip(mentions.index, against, strict=True) if bad]]
    found = found.reset_index(drop=True)
    lines = concordance_lines(analysis, found)
    for name in ("lexicon", "concept", "variant"):
        lines[name] = found[name]
    of_row = [rules[key] for key, bad in zip(keys, against, strict=True) if bad]
    lines["guide"] = [ruling.outlet for ruling, _ in of_row]
    lines["rule"] = [ruling.rule for ruling, _ in of_row]
    lines["says"] = [ruling.says or (source.says if source else None) for ruling, source in of_row]
    lines["source"] = [source.title if source else ruling.source for ruling, source in of_row]
    lines["locator"] = [ruling.locator for ruling, _ in of_row]
    lines["url"] = [source.url if source else None for _, source in of_row]
    return lines[list(COLUMNS)]
