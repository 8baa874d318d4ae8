"""Who covers what, and who is heard: coverage and sources."""

from __future__ import annotations

import itertools

import pandas as pd

from framing.analysis.lighttable import without_codes
from framing.comparison.heardnames import PERSON
from framing.comparison.material import Material

__all__ = ["coverage_table", "source_table"]

_MOST_CELLS = 250_000


def coverage_table(material: Material) -> pd.DataFrame:
    """Count what there is to compare: events by outlets.

    Returns
    -------
    DataFrame
        One row per event and outlet: `event, outlet, articles, words, own_words, namings,
        own_namings, copies`. Every event has a row for every outlet, so that a gap is seen
        (above 250,000 such cells only those with an article); articles without an event come
        last, with `event` missing. `copies` are articles left out because they repeat another.
    """
    scores, mentions = material.scores, material.mentions
    keys = ["event", "outlet"]
    by_article = scores.groupby(keys, dropna=False)
    own = mentions.loc[mentions["voice"].eq("own").fillna(False)]
    table = by_article[["words", "own_words"]].sum().assign(articles=by_article.size())
    table = table.reset_index()
    for name, rows in (("namings", mentions), ("own_namings", own), ("copies", material.copies)):
        found = rows.groupby(keys, dropna=False, observed=True).size().rename(name)
        table = table.merge(without_codes(found.reset_index()), on=keys, how="outer")
    events: list[str | None] = list(material.events)
    if len(events) * len(material.outlets) <= _MOST_CELLS:
        grid = pd.DataFrame(itertools.product(events, material.outlets), columns=keys, dtype=object)
        lone = table.loc[table["event"].isna()]
        table = pd.concat([grid.merge(table, on=keys, how="left"), lone], ignore_index=True)
    whole = ["articles", "words", "own_words", "namings", "own_namings", "copies"]
    for column in whole:
        table[column] = pd.to_numeric(table[column]).fillna(0).astype("int64")
    table = table.sort_values(keys, kind="stable", na_position="last", ignore_index=True)
    return table[[*keys, *whole]]


def source_table(material: Material) -> pd.DataFrame:
    """Count whose words each outlet reports, and how it introduces them.

    Returns
    -------
    DataFrame
        One row per outlet, speaker name and speaker kind, most words first: `outlet,
        speaker_name, speaker_kind, passages, words, share, doubt_cues, cues, also`. `share` is of
        all reported words of the outlet; `speaker_name` is the linked name, else the source's
        words without "the", and missing where nobody is named; `cues` are passages with a
        reporting word, `doubt_cues` those whose reporting word signals doubt ("claimed",
        "alleged"). A person is one source, whatever part of the name was written; `also` are the
        other names that count as this person's, between semicolons: first and last name agree,
        or it is a surname, and this person has four fifths of the passages under full names with
        it and twenty of them, by a common given name; not in articles where another of that
        surname speaks.
    """
    keys = ["outlet", "speaker_name", "speaker_kind"]
    rows = material.attributions
    rows = rows.assign(
        outlet=rows["outlet"].astype(object),
        speaker_name=material.source_names(rows),
        doubted=(rows["cue_class"] == "doubt").fillna(False).astype("int64"),
        cued=rows["cue"].notna().astype("int64"),
    )
    table = (
        rows.groupby(keys, dropna=False, observed=True)
        .agg(
            passages=("cued", "size"),
            words=("words", "sum"),
            doubt_cues=("doubted", "sum"),
            cues=("cued", "sum"),
        )
        .reset_index()
    )
    table = without_codes(table)
    table["words"] = pd.to_numeric(table["words"]).astype("int64")
    names = ["speaker_name", "speaker_kind"]
    table = table.astype(dict.fromkeys(names, "string"))
    whole = table.groupby("outlet")["words"].transform("sum").astype("float64")
    table.insert(5, "share", (table["words"] / whole).where(whole > 0))
    person = table["speaker_name"].where(table["speaker_kind"] == PERSON)
    table["also"] = person.map(material.also_written, na_action="ignore").astype("string")
    return table.sort_values(
        ["outlet", "words", "speaker_name", "speaker_kind"],
        ascending=[True, False, True, True],
        kind="stable",
    ).reset_index(drop=True)
