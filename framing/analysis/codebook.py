"""What each column of the tables means: the codebook that goes with every saved folder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from framing.stance import FEATURES, SENTIMENT_FEATURES

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["codebook_of"]

_MEANINGS: dict[str, str] = {
    "article_id": "id of the article; the same in all tables",
    "outlet": "outlet of the article, as it was read",
    "event": "event the article covers; empty where none is known",
    "date": "date of the article, ISO 8601",
    "genre": "news, opinion and the like, where the data or the layout say so",
    "agency": "news agency, from a column, a dateline or a copyright line",
    "field": "text or title: the field the offsets count in",
    "start": "first character of the words, counted from 0 in code points of the field as given",
    "end": "character after the words; field[start:end] is the words",
    "text": "the words as written",
    "lexicon": "id of the lexicon",
    "concept": "what is named: id of the concept, or the category of a category lexicon",
    "variant": "id of the word choice within the concept",
    "toward": "the slot of the concept whose filler the variant is directed toward",
    "target": "declared name of what fills that slot in this text; empty where unbound",
    "direction": "-1, 0 or 1: what the lexicon's sources say the word does to the target",
    "bindings": "every slot of the naming: slot, target, direction, start, end, rule",
    "intensity": "0 to 3; above 0 is loaded",
    "loaded": "intensity above 0; empty for category lexicons, which are no namings",
    "weight": "weight of an entry of a category lexicon",
    "voice": "own (not detectably attributed), quoted, attributed or distanced",
    "speaker": "the source's words as written",
    "speaker_name": "the source's linked name",
    "speaker_kind": "named, official, institution, group, document, anonymous, pronoun or none",
    "cue": "the reporting word",
    "cue_class": "class of the reporting word: neutral, strong, doubt, truth-presuming …",
    "rule": "the rule that decided; 'corrected' where a reader did",
    "distanced": "whether the words are held at a distance, whatever the voice",
    "negated": "whether a negation stands within three words",
    "zone": "headline, lead, body, caption or boilerplate",
    "sentence": "number of the sentence in its field, from 0",
    "sentence_start": "first character of that sentence",
    "sentence_end": "character after that sentence",
    "voice_broad": "voice if reports of will and deed took words from the outlet too",
    "act": "speech, thought, will or deed: the report the words stand in",
    "p_own": "how likely coders would call the word the outlet's own, by kind of decision",
    "uncertain": "whether p_own is far from both 0 and 1",
    "wording": "the form as readers know it: lower case, singular",
    "counted": "whether this row is the one that statistics count for its span",
    "kind": "which kind this row is of",
    "source_start": "first character of the source's words",
    "source_end": "character after the source's words",
    "cue_start": "first character of the reporting word",
    "cue_end": "character after the reporting word",
    "content": "the reported words, as a list of [start, end]",
    "words": "words of the whole, boilerplate left out",
    "reader": "the voice reader that decided",
    "sentences": "sentences of the article",
    "namings": "namings of naming lexicons, one a span",
    "unbound": "namings with slots of which none is bound to a party",
    "target_indices": "index toward each party, not validated: target, scope, value, n",
    "loaded_own_per_1000": "loaded_own per 1,000 own_words",
    "namings_own_expected": "namings that are the outlet's own words, as p_own tells (Σ p_own)",
    "namings_own_low": "lower end of the 95% interval of namings_own_expected: it holds misreading",
    "namings_own_high": "upper end of that interval",
}
_SPECIAL: dict[tuple[str, str], str] = {
    ("attributions", "kind"): "direct, indirect or mixed report",
    ("attributions", "words"): "words of the reported passage",
    ("cues", "kind"): "hedge, booster, factive, scare_quote, agentless_passive …",
    ("scores", "loaded"): "loaded namings, one a span",
}


def codebook_of(
    tables: Mapping[str, pd.DataFrame], meanings: Mapping[tuple[str, str], str] | None = None
) -> pd.DataFrame:
    """Describe the columns of tables.

    Parameters
    ----------
    tables : mapping of name to DataFrame
    meanings : mapping of (table, column) to words, optional
        Of tables beyond those of an analysis; ``("", column)`` is for any table of these.

    Returns
    -------
    pandas.DataFrame
        One row per column: `table, column, type` (string, integer, number, boolean, list),
        `meaning`; missing values are empty cells.

    Examples
    --------
    >>> import framing
    >>> found = framing.analyze([framing.Article("a", text="The regime fell.")], sentiment=False)
    >>> book = codebook_of(found.tables)
    >>> book.loc[book["column"] == "voice", ["table", "type"]].iloc[0].tolist()
    ['mentions', 'string']
    """
    import pandas as pd

    rows = [
        (name, str(column), _type(table[column]), _meaning(name, str(column), meanings or {}))
        for name, table in tables.items()
        for column in table.columns
    ]
    return pd.DataFrame(rows, columns=["table", "column", "type", "meaning"])


def _meaning(table: str, column: str, meanings: Mapping[tuple[str, str], str]) -> str:
    for known in (meanings, _SPECIAL):
        found = known.get((table, column)) or known.get(("", column))
        if found:
            return found
    if table == "scores":
        for start, what in (("namings_", "namings in voice"), ("loaded_", "loaded namings in")):
            voice = column.removeprefix(start)
            if column.startswith(start) and voice in ("own", "quoted", "attributed", "distanced"):
                return f"{what} {voice}"
        feature = FEATURES.get(column) or SENTIMENT_FEATURES.get(column)
        if feature is not None:
            of = f"; of {feature.denominator}" if feature.denominator else ""
            return f"{feature.definition}{of} ({feature.source})"
    return _MEANINGS.get(column, "")


def _type(column: pd.Series) -> str:
    """Name the type of a column for people."""
    if column.dtype == "object" and any(isinstance(value, list) for value in column):
        return "list"
    kind = str(column.dtype).lower()
    names = {"int": "integer", "float": "number", "bool": "boolean"}
    return next((name for start, name in names.items() if kind.startswith(start)), "string")
