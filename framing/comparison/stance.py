"""Stance by outlet: the target index in its four scopes, cues, sentiment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from framing.comparison.material import Material
from framing.stance import SCOPES, target_index, unbound_shares

__all__ = ["bound_directions", "stance_table", "target_names", "target_table"]

_SENTIMENT = (("polarity", "own"), ("subjectivity", "own"), ("polarity", "quoted"),
              ("subjectivity", "quoted"))  # fmt: skip


def _slots(bindings: Any) -> list[Mapping[str, Any]]:
    """Return the slots of one mention; none where the cell is empty."""
    return list(bindings) if isinstance(bindings, Iterable) else []


def target_names(mentions: pd.DataFrame) -> tuple[str, ...]:
    """List every target that fills a slot, in alphabetical order."""
    found = {
        str(slot["target"])
        for bindings in mentions["bindings"]
        for slot in _slots(bindings)
        if isinstance(slot.get("target"), str)
    }
    return tuple(sorted(found))


def bound_directions(mentions: pd.DataFrame, target: str) -> pd.Series:
    """Return d of each mention towards `target`: −1, 0, +1; missing where no slot is bound to it.

    Returns
    -------
    Series
        Float, on the index of `mentions`.
    """
    directions: list[float | None] = []
    for bindings in mentions["bindings"]:
        towards = [int(s["direction"]) for s in _slots(bindings) if s.get("target") == target]
        directions.append(float(max(-1, min(1, sum(towards)))) if towards else None)
    return pd.Series(directions, index=mentions.index, dtype="float64")


def target_table(material: Material) -> pd.DataFrame:
    """Compute the target index S_t by outlet, target and scope.

    Returns
    -------
    DataFrame
        One row an outlet, target and scope: `outlet, target, scope, value, weighted, n, against,
        neutral, favour`. `value` is Σd/N_t in [−1, 1] (every mention weighs 1), `weighted` the
        same with intensity / 3 (a sensitivity figure); both missing under N_t = 5. `n` is N_t.
    """
    rows: list[dict[str, Any]] = []
    targets = target_names(material.mentions)
    for outlet in material.outlets:
        mine = material.mentions.loc[material.mentions["outlet"] == outlet]
        bindings = [_slots(b) for b in mine["bindings"]]
        voices = [str(v) for v in mine["voice"]]
        strengths = [None if pd.isna(i) else int(i) for i in mine["intensity"]]
        plain = target_index(bindings, voices)
        weighted = target_index(bindings, voices, intensities=strengths, weight="intensity")
        found = {
            (one.target, one.scope): one._asdict() | {"weighted": heavy.value}
            for one, heavy in zip(plain, weighted, strict=True)
        }
        empty = {"value": None, "weighted": None, "n": 0, "against": 0, "neutral": 0, "favour": 0}
        for target in targets:
            for scope in SCOPES:
                cell = found.get((target, scope), empty)
                rows.append({**cell, "outlet": outlet, "target": target, "scope": scope})
    columns = ["outlet", "target", "scope", "value", "weighted", "n", "against", "neutral"]
    table = pd.DataFrame(rows, columns=[*columns, "favour"])
    return table.astype({"value": "float64", "weighted": "float64"})


def stance_table(material: Material, targets: pd.DataFrame) -> pd.DataFrame:
    """Put every stance measure of every outlet in one long table; `targets` from `target_table`.

    Returns
    -------
    DataFrame
        One row an outlet, measure, target and scope: `outlet, measure, target, scope, n, total,
        value`. Measures: ``target index`` (n = Σd, total = N_t), ``unbound share`` (namings whose
        slots nobody fills, of those with slots), ``rate of KIND`` for each kind of cue (n cues in
        own voice, total own-voice words, value per 1,000), ``polarity`` and ``subjectivity``
        (mean over articles weighted by words; scopes own and quoted). `value` is missing where
        the total is 0, and for the target index under 5.
    """
    rows: list[dict[str, Any]] = []
    for one in targets.to_dict("records"):
        rows.append({
            "outlet": one["outlet"], "measure": "target index", "target": one["target"],
            "scope": one["scope"], "n": one["favour"] - one["against"], "total": one["n"],
            "value": one["value"],
        })  # fmt: skip
    kinds = sorted(material.cues["kind"].dropna().unique())
    for outlet in material.outlets:
        mine = material.mentions.loc[material.mentions["outlet"] == outlet]
        rows += _unbound(outlet, mine)
        rows += _rates(outlet, material, kinds)
        rows += _sentiment(outlet, material.scores)
    table = pd.DataFrame(
        rows, columns=["outlet", "measure", "target", "scope", "n", "total", "value"]
    )
    return table.astype({"n": "Int64", "total": "Int64", "value": "float64", "target": "string"})


def _unbound(outlet: str, mentions: pd.DataFrame) -> list[dict[str, Any]]:
    shares = unbound_shares(
        [_slots(b) for b in mentions["bindings"]], [str(v) for v in mentions["voice"]]
    )
    return [
        {"outlet": outlet, "measure": "unbound share", "target": None, "scope": one.scope,
         "n": one.unbound, "total": one.n, "value": one.share}
        for one in shares
    ]  # fmt: skip


def _rates(outlet: str, material: Material, kinds: list[str]) -> list[dict[str, Any]]:
    words = material.scores.loc[material.scores["outlet"] == outlet, "own_words"]
    total = int(pd.to_numeric(words).sum())
    own = (material.cues["outlet"] == outlet) & (material.cues["voice"] == "own")
    counts = material.cues.loc[own.fillna(False), "kind"].value_counts()
    return [
        {"outlet": outlet, "measure": f"rate of {kind}", "target": None, "scope": "own",
         "n": int(counts.get(kind, 0)), "total": total,
         "value": 1000 * int(counts.get(kind, 0)) / total if total else None}
        for kind in kinds
    ]  # fmt: skip


def _sentiment(outlet: str, scores: pd.DataFrame) -> list[dict[str, Any]]:
    """Means of sentiment over the outlet's articles, where the analysis ran it."""
    mine = scores.loc[scores["outlet"] == outlet]
    rows = []
    for measure, scope in _SENTIMENT:
        column = f"{measure}_{scope}"
        if column not in mine.columns:
            continue
        value = pd.to_numeric(mine[column]).astype("float64")
        words = pd.to_numeric(mine["own_words"]).astype("float64")
        if scope == "quoted":
            words = pd.to_numeric(mine["words"]).astype("float64") - words
        words = words.where(value.notna(), 0.0)
        total = float(words.sum())
        rows.append({
            "outlet": outlet, "measure": measure, "target": None, "scope": scope,
            "n": int(value.notna().sum()), "total": int(total),
            "value": float((value * words).sum() / total) if total > 0 else None,
        })  # fmt: skip
    return rows
