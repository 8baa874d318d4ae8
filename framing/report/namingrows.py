"""The naming tables of the page: loaded namings by concept and outlet, and every word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

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
    tables: Sequence[Mapping[str, Any]], outlets: Sequence[str]
) -> list[dict[str, Any]]:
    """Return one row a concept and outlet: loaded of all namings in each scope.

    Where few outlets are compared, those that never named a concept have a row too, with nothing
    of nothing.
    """
    rows = []
    for table in tables:
        loaded: Counter[tuple[str, str]] = Counter()
        for line in table["variants"]:
            if line["intensity"]:
                loaded.update(line["n"])
        total = table["totals"]
        for outlet in outlets:
            if len(outlets) > _FEW_OUTLETS and not any((outlet, s) in total for s in SCOPES):
                continue
            counts = {s: [loaded[outlet, s], total.get((outlet, s), 0)] for s in SCOPES}
            named = {name: table[name] for name in ("lexicon", "concept")}
            rows.append(named | {"outlet": outlet} | counts)
    return rows


def variant_tables(
    naming: pd.DataFrame,
    variants: Mapping[Variant, Mapping[str, Any]],
    labels: Mapping[Variant, str],
) -> list[dict[str, Any]]:
    """Return one table a concept: its used variants, counted by outlet and scope.

    `naming` is the table of a comparison, one row a count above zero. Concepts with most loaded
    namings come first.
    """
    lines: dict[tuple[str, str], dict[str, dict[str, Any]]] = {}
    totals: dict[tuple[str, str], dict[tuple[str, str], int]] = {}
    for row in plain_rows(naming.loc[naming["scope"].isin(SCOPES)]):
        key = (row["lexicon"], row["concept"])
        about = variants.get((*key, row["variant"]), {})
        line = lines.setdefault(key, {}).setdefault(
            row["variant"],
            {"variant": row["variant"], "intensity": row["intensity"] or 0,
             "label": labels.get((*key, row["variant"]), row["variant"]),
             "direction": row["direction"] or 0, "n": {}, "gloss": about.get("gloss"),
             "sources": about.get("sources", [])},
        )  # fmt: skip
        line["n"][row["outlet"], row["scope"]] = row["n"]
        totals.setdefault(key, {})[row["outlet"], row["scope"]] = row["total"]
    made = [_table(key, lines[key], totals[key]) for key in lines]
    return sorted(made, key=lambda table: (-table["loaded"], -table["named"], table["concept"]))


def _table(
    key: tuple[str, str],
    lines: Mapping[str, dict[str, Any]],
    totals: Mapping[tuple[str, str], int],
) -> dict[str, Any]:
    ordered = sorted(lines.values(), key=lambda line: (-line["intensity"], line["label"]))
    return {
        "lexicon": key[0],
        "concept": key[1],
        "gloss": next((line["gloss"] for line in ordered if line["gloss"]), None),
        "outlets": sorted({outlet for outlet, _ in totals}),
        "variants": ordered,
        "totals": totals,
        "loaded": sum(
            n for line in ordered if line["intensity"]
            for (_, scope), n in line["n"].items() if scope != "own"
        ),
        "named": sum(n for (_, scope), n in totals.items() if scope != "own"),
    }  # fmt: skip
