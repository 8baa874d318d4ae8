"""The naming tables of the page: loaded namings by concept and outlet, and every variant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from framing.report.rows import plain_rows

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["concept_rows", "variant_tables"]

_UNKNOWN: dict[str, Any] = {"gloss": None, "sources": []}
SCOPES = ("own", "outlet_worded", "quoted", "distanced")


def concept_rows(naming: pd.DataFrame) -> list[dict[str, Any]]:
    """Return one row a concept and outlet: loaded of all namings in each scope.

    Concepts that somebody named with a loaded variant come first. A concept nobody named has
    no row; an outlet that never named it has one, with nothing of nothing.
    """
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for row in plain_rows(naming):
        if row["scope"] not in SCOPES:
            continue
        key = (row["lexicon"], row["concept"], row["outlet"])
        here = found.setdefault(
            key, {"lexicon": key[0], "concept": key[1], "outlet": key[2]}
            | {scope: [0, 0] for scope in SCOPES},
        )  # fmt: skip
        here[row["scope"]][1] = row["total"]
        if row["intensity"]:
            here[row["scope"]][0] += row["n"]
    return [row for group in _ranked(found).values() for row in group]


def _ranked(
    rows: Mapping[tuple[str, str, str], dict[str, Any]],
) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Group rows by concept, most loaded namings first, and drop concepts nobody named."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for (lexicon, concept, _), row in rows.items():
        groups.setdefault((lexicon, concept), []).append(row)

    def rank(key: tuple[str, str]) -> tuple[Any, ...]:
        loaded, total = (
            sum(row[scope][i] for row in groups[key] for scope in SCOPES if scope != "own")
            for i in (0, 1)
        )
        return (-loaded, -total, key)

    return {
        key: groups[key] for key in sorted(groups, key=rank) if any(
            row[scope][1] for row in groups[key] for scope in SCOPES)
    }  # fmt: skip


def variant_tables(
    naming: pd.DataFrame, variants: Mapping[tuple[str, str, str], Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return one table a concept: its used variants, counted by outlet, own and outlet-worded."""
    ranked = [(row["lexicon"], row["concept"]) for row in concept_rows(naming)]
    outlets = list(dict.fromkeys(naming["outlet"]))
    cells: dict[tuple[str, str], dict[str, dict[str, Any]]] = {}
    totals: dict[tuple[str, str], dict[tuple[str, str], int]] = {}
    for row in plain_rows(naming):
        key = (row["lexicon"], row["concept"])
        line = cells.setdefault(key, {}).setdefault(
            row["variant"],
            {"variant": row["variant"], "intensity": row["intensity"] or 0,
             "direction": row["direction"] or 0, "n": {},
             "about": _UNKNOWN | dict(variants.get((*key, row["variant"]), {}))},
        )  # fmt: skip
        line["n"][row["outlet"], row["scope"]] = row["n"]
        totals.setdefault(key, {})[row["outlet"], row["scope"]] = row["total"]
    return [
        {
            "lexicon": key[0],
            "concept": key[1],
            "gloss": next((v["about"].get("gloss") for v in cells[key].values()), None),
            "outlets": outlets,
            "variants": sorted(
                (line for line in cells[key].values() if any(line["n"].values())),
                key=lambda line: (-line["intensity"], line["variant"]),
            ),
            "totals": totals[key],
        }
        for key in dict.fromkeys(ranked)
    ]
