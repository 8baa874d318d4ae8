"""Stance by outlet: cues, sources and sentiment, and the target index in a table of its own."""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import pandas as pd

from framing.comparison.material import Material
from framing.comparison.ratetable import DIFFERENCES
from framing.stance import SCOPES, QuotedSpeaker, source_balance, target_index, unbound_shares
from framing.stance.balance import ANONYMOUS, UNRESOLVED

__all__ = [
    "HELD",
    "NOT_VALIDATED",
    "SHARES",
    "STANCE",
    "TARGETS",
    "bound_directions",
    "heard_rows",
    "stance_table",
    "target_names",
    "target_table",
]

NOT_VALIDATED = "not validated"
"""What stands beside the target index until roles are found often enough to bear it."""
HELD = ("distancing", "scare_quote")
"""Kinds of cue that hold words off: counted in all voices, of all words."""

SHARES = (
    ("quoted share", "quoted_words", "words"),
    ("attributed share", "attributed_words", "words"),
    ("agentless share of harm", "harm_agentless_passive", "harm_passive"),
)
"""Shares that are sums of two columns of the scores: name, part and whole."""

STANCE: dict[str, str] = {
    "outlet": "string", "measure": "string", "target": "string", "scope": "string", "n": "Int64",
    "total": "Int64", "value": "float64",
}  # fmt: skip
TARGETS: dict[str, str] = {
    "outlet": "string", "target": "string", "scope": "string", "value": "float64",
    "weighted": "float64", "n": "Int64", "against": "Int64", "neutral": "Int64", "favour": "Int64",
}  # fmt: skip
Row = dict[str, Any]


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


def _by_outlet(table: pd.DataFrame, material: Material) -> dict[str, pd.DataFrame]:
    """Cut a table up by outlet, in the order of outlets, empty pieces included."""
    found = {
        str(outlet): rows for outlet, rows in table.groupby("outlet", sort=False, observed=True)
    }
    return {outlet: found.get(outlet, table.iloc[:0]) for outlet in material.outlets}


def target_table(material: Material, differences: pd.DataFrame | None = None) -> pd.DataFrame:
    """Compute the target index S_t by outlet, target and scope: the one place that shows it.

    Parameters
    ----------
    material : Material
        What is compared.
    differences : DataFrame, optional
        Rows of `framing.comparison.stancetests.target_differences`, to stand below.

    Returns
    -------
    DataFrame
        One row of `kind` ``side`` per outlet, target and scope: `outlet, target, scope, value,
        weighted, n, against, neutral, favour, note`. `value` is Σd/N_t in [−1, 1] (every mention
        weighs 1), `weighted` the same with intensity / 3 (a sensitivity figure); both missing under
        N_t = 5. `n` is N_t; `note` says that the index is not validated. Below stand the
        differences within events toward the target asked for, with the columns that `stance` has.
    """
    rows: list[dict[str, Any]] = []
    targets = target_names(material.slotted)
    by_outlet = _by_outlet(material.slotted, material)
    for outlet, mine in by_outlet.items():
        bindings = [_slots(b) for b in mine["bindings"]]
        voices = [str(v) for v in mine["voice"]]
        strengths = [None if pd.isna(i) else int(i) for i in mine["intensity"]]
        plain = target_index(bindings, voices)
        weighted = target_index(bindings, voices, intensities=strengths, weight="intensity")
        found = {
            (unweighted.target, unweighted.scope): unweighted._asdict() | {"weighted": heavy.value}
            for unweighted, heavy in zip(plain, weighted, strict=True)
        }
        empty = {"value": None, "weighted": None, "n": 0, "against": 0, "neutral": 0, "favour": 0}
        for target in targets:
            for scope in SCOPES:
                cell = found.get((target, scope), empty)
                rows.append({**cell, "outlet": outlet, "target": target, "scope": scope})
    sides = pd.DataFrame(rows).assign(kind="side", note=NOT_VALIDATED)
    return _below(sides, differences, {**TARGETS, **DIFFERENCES})


def stance_table(
    material: Material,
    sources: pd.DataFrame,
    differences: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Put every stance measure of every outlet in one long table.

    Parameters
    ----------
    material : Material
        What is compared.
    sources : DataFrame
        As `source_table` makes it.
    differences : DataFrame, optional
        Rows of `framing.comparison.stancetests.stance_differences`, to stand below.

    Returns
    -------
    DataFrame
        One row per outlet, measure, target and scope: `outlet, measure, target, scope, n, total,
        value`. Where `value` is a ratio, `n` is what was counted and `total` what it is out of,
        in the same unit or (rates) per words; otherwise `n` is missing. `value` is missing where
        the total is 0.

        - ``unbound share``: namings whose slots nobody fills, of those with slots;
        - ``rate of KIND`` for each kind of cue: n cues in own voice, total own-voice words, value
          per 1,000 (scare quotes and distancing: of all words);
        - ``doubt share``: doubting of all reporting cues; ``anonymous share``: words of sources
          that name nobody, of those and named ones; ``top source share``: words of the most heard
          source, of all words with a source; ``sources``: how many are heard;
          ``source entropy``: −Σ p ln p of the same words;
        - ``quoted share``, ``attributed share``, ``agentless share of harm``: sums of the scores;
        - ``polarity``, ``subjectivity``: means weighted by the words TextBlob assessed (total),
          scopes own and quoted, where the analysis ran it.

        Those rows are of `kind` ``side``. Below them stand the differences within events (`kind`
        pair, rest or reference) of the measures that are ratios of counts: `value` is that of
        `outlet` less that of `outlet_b` (missing: all others) over the `events` both cover, with
        `nonzero_events, low, high, approximate, p_value, p_adjusted` (over measures and contrasts)
        `, smallest_p, p_events, event_share, story_share`, `p_units` with whole outlets exchanged
        where sides pool several, or `units_note`, and `note`, why there is no test.
    """
    rows: list[Row] = []
    kinds = sorted(material.cues["kind"].dropna().unique())
    cues = material.cues[["outlet", "kind", "voice"]]
    tables = (material.slotted, cues, sources, material.scores)
    cut = [_by_outlet(table, material) for table in tables]
    for outlet in material.outlets:
        mentions, cues, heard, scores = (pieces[outlet] for pieces in cut)
        rows += _unbound(outlet, mentions)
        rows += _rates(outlet, cues, scores, kinds)
        rows += _heard(outlet, heard)
        rows += _sums(outlet, scores)
    sides = pd.DataFrame(rows, columns=list(STANCE)).assign(kind="side")
    return _below(sides, differences, {**STANCE, **DIFFERENCES})


def _below(
    sides: pd.DataFrame, differences: pd.DataFrame | None, types: Mapping[str, str]
) -> pd.DataFrame:
    """Put differences within events below the rows on one side, under the columns of both."""
    both = [sides] if differences is None or not len(differences) else [sides, differences]
    whole = pd.concat([rates.astype(object) for rates in both], ignore_index=True)
    return whole.reindex(columns=list(types)).astype(types)


def heard_rows(material: Material, sources: pd.DataFrame) -> list[Row]:
    """Return the rows of `stance_table` that say who gets the word, an outlet after the other."""
    by_outlet = _by_outlet(sources, material)
    return [row for outlet, heard in by_outlet.items() for row in _heard(outlet, heard)]


def _row(
    outlet: str,
    measure: str,
    scope: str,
    n: int | None,
    total: int | None,
    value: float | None,
) -> Row:
    return {
        "outlet": outlet, "measure": measure, "scope": scope, "n": n, "total": total,
        "value": value,
    }  # fmt: skip


def _unbound(outlet: str, mine: pd.DataFrame) -> list[Row]:
    bindings = [_slots(b) for b in mine["bindings"]]
    return [
        _row(outlet, "unbound share", share.scope, share.unbound, share.n, share.share)
        for share in unbound_shares(bindings, [str(v) for v in mine["voice"]])
    ]


def _total(table: pd.DataFrame, column: str) -> int:
    return int(pd.to_numeric(table[column]).sum())


def _rates(outlet: str, cues: pd.DataFrame, scores: pd.DataFrame, kinds: list[str]) -> list[Row]:
    every = cues["kind"].value_counts()
    own = cues.loc[cues["voice"].eq("own").fillna(False), "kind"].value_counts()
    rows = []
    for kind in kinds:
        held = kind in HELD
        n = int((every if held else own).get(kind, 0))
        total = _total(scores, "words" if held else "own_words")
        rate = 1000 * n / total if total else None
        rows.append(_row(outlet, f"rate of {kind}", "all" if held else "own", n, total, rate))
    return rows


def _heard(outlet: str, mine: pd.DataFrame) -> list[Row]:
    """Say who gets the word and how it is introduced."""
    doubts, cues = _total(mine, "doubt_cues"), _total(mine, "cues")
    balance = source_balance(
        QuotedSpeaker(_speaker(row), str(row["speaker_kind"]), row["passages"], row["words"],
                row["cues"], row["doubt_cues"])
        for row in mine.to_dict("records")
    )  # fmt: skip
    told = balance.named_words + balance.anonymous_words
    heard = _total(mine, "words") - balance.unresolved_words
    top = balance.top_share
    return [
        _row(outlet, "doubt share", "all", doubts, cues, doubts / cues if cues else None),
        _row(
            outlet, "anonymous share", "all", balance.anonymous_words, told,
            balance.anonymous_words / told if told else None,
        ),
        _row(outlet, "top source share", "all", round((top or 0) * heard), heard, top),
        _row(outlet, "sources", "all", None, None, float(balance.sources)),
        _row(outlet, "source entropy", "all", None, heard, balance.entropy),
    ]  # fmt: skip


def _speaker(row: Mapping[Hashable, Any]) -> str:
    """Name a speaker as `framing.stance.source_balance` knows anonymous and unresolved ones."""
    if row["speaker_kind"] == "anonymous":
        return ANONYMOUS
    return row["speaker_name"] if isinstance(row["speaker_name"], str) else UNRESOLVED


def _sums(outlet: str, mine: pd.DataFrame) -> list[Row]:
    """Shares and means over the outlet's articles, from the columns the analysis has."""
    rows = []
    for measure, part, whole in SHARES:
        if part in mine.columns and whole in mine.columns:
            n, total = _total(mine, part), _total(mine, whole)
            rows.append(_row(outlet, measure, "all", n, total, n / total if total else None))
    for measure, scope in itertools.product(("polarity", "subjectivity"), ("own", "quoted")):
        column, weight = f"{measure}_{scope}", f"assessed_{scope}"
        if column in mine.columns and weight in mine.columns:
            value = pd.to_numeric(mine[column]).astype("float64")
            words = pd.to_numeric(mine[weight]).astype("float64").where(value.notna(), 0.0)
            total = int(words.sum())
            mean = float((value * words).sum() / total) if total else None
            rows.append(_row(outlet, measure, scope, None, total, mean))
    return rows
