"""What a comparison found, in sentences: which words each side chose, and what a test says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

from framing.comparison.categoryfindings import category_findings
from framing.comparison.caveats import heaviest, may_be_misread, misread, units_clause
from framing.comparison.clauses import (
    concept_of,
    over_events,
    p_words,
    shown,
    sides_of,
    worded_too,
)
from framing.comparison.lines import lines_of
from framing.comparison.material import Material
from framing.comparison.onearticle import one_article_clause
from framing.comparison.onething import asked_of, one_things
from framing.comparison.onethingclause import one_thing_clause
from framing.comparison.queries import Part, Query, Sentence, join
from framing.comparison.ranking import ranked, told_apart
from framing.comparison.ratetable import rate_table
from framing.comparison.refusals import nothing_to_compare
from framing.comparison.wroteclauses import both_wrote, side_name, wrote
from framing.statistics.exchange import LEAST_P
from framing.values import Scope

__all__ = ["findings_of"]

_MOST_ALIKE = 6
_MOST_WORDED = 3
_MOST_ALONE, _MOST_NAMED = 6, 4
Row = Mapping[Any, Any]


def findings_of(
    material: Material,
    differences: pd.DataFrame,
    *,
    details: bool = False,
    most: int | None = None,
    rates: Callable[[], pd.DataFrame] | None = None,
) -> list[Sentence]:
    """Write the findings, the strongest first, and what does not differ last; or the first few.

    Those of category lexicons come after those of namings; `rates` gives their table where it is
    made already.
    """
    told = _told(material, differences, details, most)
    if not len(material.categories):
        return told
    table = rates() if rates is not None else rate_table(material)
    return [*told, *category_findings(material, table)]


def _told(
    material: Material, differences: pd.DataFrame, details: bool, most: int | None
) -> list[Sentence]:
    """Write the findings on namings."""
    if len(material.named_outlets) < 2:
        return [*_alone(material), nothing_to_compare(material)]
    if material.only_categories:
        return []
    table = ranked(differences, material=material)
    rows = table.head(most or len(table)).to_dict("records")
    one_things(material, [asked for row in rows if (asked := asked_of(row)) is not None])
    worded = _worded_rows(differences)
    one_each = set(told_apart(table).index)
    told = [
        _finding(material, row, worded.get(_contrast(row)), details)
        for at, row in zip(table.index, rows, strict=False)
        if at in one_each
    ]
    if not told:
        return [*_unmatched(material), *(_worded(material, differences) or _alone(material))]
    here = table.index.isin(list(one_each))
    said = set(zip(table.loc[here, "lexicon"], table.loc[here, "concept"], strict=True))
    new = [(row.lexicon, row.concept) not in said for row in table.itertuples()]
    same = _same(material, table.loc[new])
    return [*told, *same, *_of_one_event(material, table), *_alike(material, table)]


def _concept(row: Row) -> tuple[str, str]:
    return str(row["lexicon"]), str(row["concept"])


def _contrast(row: Row) -> tuple[str, ...]:
    other = row["outlet_b"]
    return (*_concept(row), str(row["outlet_a"]), other if isinstance(other, str) else "")


def _worded_rows(differences: pd.DataFrame) -> dict[tuple[str, ...], Row]:
    """Return the rows in which the words attributed to others are counted too, by contrast."""
    rows = differences.loc[
        (differences["measure"] == "naming choice")
        & (differences["scope"] == str(Scope.OUTLET_WORDED))
    ]
    return {_contrast(row): row for row in rows.to_dict("records")}


def _worded(material: Material, differences: pd.DataFrame) -> list[Sentence]:
    """Write what stands first where only words attributed to others were named by two sides."""
    table = ranked(differences, Scope.OUTLET_WORDED, material).drop_duplicates(
        ["lexicon", "concept"]
    )
    rows = table.head(_MOST_WORDED).to_dict("records")
    return [_finding(material, row, None, False) for row in rows]


def _finding(material: Material, row: Row, second: Row | None, details: bool) -> Sentence:
    """Write one finding: where, about what, who wrote what, and what the test says.

    `second` is the same contrast with attributed words counted too.
    """
    query = Query.of_row(row).but(variant=None)
    pieces: list[Any] = [
        over_events(material, row, query),
        f", naming {concept_of(material, row)} {Scope(row['scope']).words}, ",
        both_wrote(material, row, query),
        ".",
        one_article_clause(material, row, query),
        _of_one_party(material, row),
        one_thing_clause(material, row),
        *((" ", said) if (said := shown(material, row, query)) else ()),
    ]
    more = second is not None and any(second[f"total_{s}"] != row[f"total_{s}"] for s in "ab")
    if second is not None and more and pd.notna(row["p_value"]):
        pieces.append(worded_too(second, Query.of_row(second).but(variant=None)))
    pieces += [heaviest(material, row), units_clause(row)]
    if details:
        pieces += list(_details(material, row))
    elif may_be_misread(row):
        pieces.append(misread(row))
    return Sentence.of(*pieces).capital()


def _of_one_party(material: Material, row: Row) -> str:
    """Say that namings of one state are compared alone, where a concept's are of several."""
    if (row["lexicon"], row["concept"]) not in material.of_several_referents:
        return ""
    return " Only what is said of one and the same state is compared."


def _same(material: Material, rows: pd.DataFrame) -> Iterator[Sentence]:
    """Name once what both sides called by the same words, in place of a finding on each."""
    if not len(rows):
        return
    listed = rows.drop_duplicates(["lexicon", "concept"]).to_dict("records")
    named = [f"{concept_of(material, row)} ({sides_of(material, row)})" for row in listed]
    more = len(named) - _MOST_ALIKE
    yield Sentence.of(
        "Called by the same words on both sides, too seldom for a test: ",
        join([Sentence.of(name) for name in named[:_MOST_ALIKE]]),
        f", and {more} more." if more > 0 else ".",
    )


def _details(material: Material, row: Row) -> Iterator[str]:
    """Say what stands folded: running stories, and what misreading alone could make."""
    events, settings = row["p_events"], material.settings
    units = settings.units.capitalize()
    if material.stories is not None and pd.notna(events):
        yield (
            f" {units} of one running story were exchanged together, since {settings.sides} keep "
            f"their words through a story; with every {settings.unit} by itself p = "
            f"{p_words(float(events))}."
        )
    if pd.notna(row["misreading"]) and round(100 * row["misreading"]):
        yield misread(row)


def _of_one_event(material: Material, table: pd.DataFrame) -> Iterator[Sentence]:
    """Say once what findings of one event alone cannot show."""
    alone, unit = int((table["events"] == 1).sum()), material.settings.unit
    if alone == len(table):
        yield Sentence.of(f"One {unit} cannot show a habit.")
    elif alone:
        rest = "One of these findings rests" if alone == 1 else f"{alone} of these findings rest"
        yield Sentence.of(f"{rest} on one {unit} alone, which cannot show a habit.")


def _alike(material: Material, table: pd.DataFrame) -> Iterator[Sentence]:
    """Say what does not differ although it could have been seen, with its interval."""
    seen = table.loc[table["not_seen"].fillna(False).astype(bool)]
    seen = seen.loc[~(seen["p_value"] <= LEAST_P).fillna(False)]
    seen = seen.sort_values(["high", "lexicon", "concept"], kind="stable")
    seen = seen.drop_duplicates(["lexicon", "concept"])
    if not len(seen):
        return
    parts: list[Sentence] = []
    for row in seen.head(_MOST_ALIKE).to_dict("records"):
        query = Query.of_row(row).but(variant=None, show="events", n=int(row["events"]))
        low, high = round(100 * row["low"]), round(100 * row["high"])
        ends = f"{low} to {high} of 100" if high else "0 of 100"
        parts.append(
            Sentence.of(
                f"{concept_of(material, row)} ({sides_of(material, row)}: ", Part(ends, query), ")"
            )
        )
    more = len(seen) - len(parts)
    yield Sentence.of(
        "No difference as large as 20 of 100 namings, though one would have been seen: ",
        join(parts),
        f", and {more} more" if more > 0 else "",
        ". In brackets stand 95% intervals of how many would have to be reworded.",
    )


def _alone(material: Material) -> Iterator[Sentence]:
    """Say what each side called things, where nothing can be compared."""
    own = material.mentions.loc[material.mentions["voice"] == "own"]
    if material.only_categories:
        return
    if not len(own):
        yield Sentence.of("None of these concepts is named in anybody's own words.")
        return
    counts = own.groupby(["lexicon", "concept"], sort=True, observed=True).size()
    order = counts.sort_values(ascending=False, kind="stable").index[:3]
    for lexicon, concept in order:
        query = Query(lexicon=str(lexicon), concept=str(concept), scope=str(Scope.OWN))
        here = lines_of(material, query)
        both = {"lexicon": lexicon, "concept": concept}
        parts: list[Sentence] = []
        often = here["outlet"].value_counts().sort_index().sort_values(kind="stable")
        for outlet in sorted(often.index[-_MOST_ALONE:]):
            mine = here.loc[here["outlet"] == outlet]
            parts.append(
                wrote(material, outlet, mine, query.but(outlet=str(outlet)), first=not parts)
            )
        more = len(often) - _MOST_ALONE
        rest = f"; {more} more {material.settings.sides} name it." if more > 0 else "."
        yield Sentence.of(f"Naming {concept_of(material, both)} in own words, ", join(parts), rest)


def _unmatched(material: Material) -> Iterator[Sentence]:
    """Say that nothing was named by two sides on one event."""
    settings, sides = material.settings, material.named_outlets
    if not material.events:
        yield Sentence.of(
            f"Without {settings.units} nothing is matched, so that no choice of words can be "
            "compared."
        )
        return
    names = join([side_name(material, side) for side in sides])
    named = Sentence.of(" (", names, ")") if len(sides) <= _MOST_NAMED else Sentence()
    yield Sentence.of(
        f"No {settings.unit} has one thing that two of the {settings.sides}", named,
        " both name in their own words, so that no choice of words can be compared.",
    )  # fmt: skip
