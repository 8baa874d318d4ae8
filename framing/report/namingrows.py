"""The naming tables of the page: loaded namings by concept and outlet, and every word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.comparison import Query
from framing.report.numbered import NOTHING, Number, Numbers
from framing.report.pagerows import plain_rows

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["concept_rows", "labels_of", "variant_tables"]

SCOPES = ("own", "outlet_worded", "quoted", "distanced")
Variant = tuple[str, str, str]
_FEW_OUTLETS = 6


def labels_of(mentions: Iterable[Mapping[str, Any]]) -> dict[Variant, str]:
    """Return what each variant is called on the page: the wording that stands most for it.

    Of wordings that stand as often, the one that is read first.
    """
    found: dict[Variant, Counter[str]] = {}
    for row in mentions:
        words = row.get("wording") or " ".join(row["text"].lower().split())
        key = (row["lexicon"], row["concept"], row["variant"])
        found.setdefault(key, Counter())[words] += 1
    return {key: counts.most_common(1)[0][0] for key, counts in found.items()}


def concept_rows(
    tables: Sequence[Mapping[str, Any]], outlets: Sequence[str], numbers: Numbers
) -> list[dict[str, Any]]:
    """Return one row per concept and outlet: loaded of all namings in each scope.

    Where few outlets are compared, those that never named a concept have a row too, with nothing
    of nothing.
    """
    rows = []
    for table in tables:
        for outlet in outlets:
            if len(outlets) > _FEW_OUTLETS and outlet not in table["outlets"]:
                continue
            query = table["query"].but(outlet=outlet)
            counts = {}
            for scope in SCOPES:
                asked = query.but(scope=scope)
                every = numbers.of(asked) if outlet in table["outlets"] else NOTHING
                counts[scope] = numbers.of(asked.but(loaded=True)) if every.n else NOTHING, every
            about = {"concept": table["concept"], "name": table["name"], "outlet": outlet}
            rows.append(about | counts)
    return rows


def variant_tables(
    naming: pd.DataFrame,
    variants: Mapping[Variant, Mapping[str, Any]],
    labels: Mapping[Variant, str],
    numbers: Numbers,
) -> list[dict[str, Any]]:
    """Return one table per concept: its used variants, with the numbers of each outlet and scope.

    `naming` is the table of a comparison, one row per count above zero: which words there are.
    Concepts with most loaded namings come first.
    """
    kept = naming.loc[naming["scope"].isin(SCOPES)]
    lines: dict[tuple[str, str], dict[str, dict[str, Any]]] = {}
    outlets: dict[tuple[str, str], set[str]] = {}
    wrote: set[tuple[str, str, str, str]] = set()
    for row in plain_rows(kept[["lexicon", "concept", "variant", "intensity", "direction",
                                "outlet"]].drop_duplicates()):  # fmt: skip
        key = (row["lexicon"], row["concept"])
        about = variants.get((*key, row["variant"]), {})
        lines.setdefault(key, {}).setdefault(
            row["variant"],
            {"variant": row["variant"], "intensity": row["intensity"] or 0,
             "label": labels.get((*key, row["variant"]), row["variant"]),
             "direction": row["direction"] or 0, "against": about.get("against"),
             "gloss": about.get("gloss"),
             "sources": about.get("sources", [])},
        )  # fmt: skip
        outlets.setdefault(key, set()).add(row["outlet"])
        wrote.add((*key, row["variant"], row["outlet"]))
    made = [_table(key, lines[key], sorted(outlets[key]), wrote, numbers) for key in lines]
    return sorted(made, key=lambda table: (-table["loaded"], -table["named"], table["concept"]))


def _table(
    key: tuple[str, str],
    lines: Mapping[str, dict[str, Any]],
    outlets: list[str],
    wrote: set[tuple[str, str, str, str]],
    numbers: Numbers,
) -> dict[str, Any]:
    query = Query(lexicon=key[0], concept=key[1])
    ordered = sorted(lines.values(), key=lambda line: (-line["intensity"], line["label"]))
    for line in ordered:
        asked = query.but(variant=line["variant"])
        line["cells"] = [
            _own_and_worded(asked.but(outlet=name), numbers)
            if (*key, line["variant"], name) in wrote
            else (NOTHING, NOTHING)
            for name in outlets
        ]
    return {
        "lexicon": key[0],
        "concept": key[1],
        "name": numbers.naming(*key),
        "query": query,
        "gloss": next((line["gloss"] for line in ordered if line["gloss"]), None),
        "outlets": outlets,
        "variants": ordered,
        "totals": [_own_and_worded(query.but(outlet=name), numbers) for name in outlets],
        "loaded": numbers.of(query.but(loaded=True)).n,
        "named": numbers.of(query).n,
    }


def _own_and_worded(query: Query, numbers: Numbers) -> tuple[Number, Number]:
    """Return the numbers in own words, and with those attributed."""
    return numbers.of(query.but(scope="own")), numbers.of(query.but(scope="outlet_worded"))
