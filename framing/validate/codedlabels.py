"""Another annotator's labels of the namings, a model's or a crowd's, in place of the tool's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.errors import SettingsError
from framing.statistics.agreement import krippendorff_alpha
from framing.validate.givenlabels import labels_of

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis

__all__ = ["compare_labels", "label_key", "with_labels"]

_OF_SOURCE = ("speaker", "speaker_name", "speaker_kind", "cue", "cue_class", "act")


def _voices(tool: pd.Series, label: pd.Series) -> pd.Series:
    """Return voices: a label ``not own`` keeps the tool's voice where that is not own either."""
    other = tool.where(tool != "own", "attributed")
    return label.where(label != "not own", other).astype("string")


def with_labels(analysis: Analysis, labels: pd.DataFrame, *, name: str = "labels") -> Analysis:
    """Return the analysis with another annotator's voices in place of the tool's.

    Everything that takes an analysis takes it: `compare`, charts, `draw_sheet`,
    `comparison.corrected`, so that a model's or a crowd's column is validated, corrected and
    compared the same way as the tool's.

    Parameters
    ----------
    analysis : Analysis
        Whose namings were labelled; it stays as it is.
    labels : DataFrame
        `article_id, field` (by default text), `start, end` of namings in `analysis.mentions`, and
        `voice`, or `own` (1 or 0) where only that was asked.
    name : str
        What the annotator is called; it stands as the rule of each decision.

    Returns
    -------
    Analysis
        Without the namings that have no label; provenance says how many. Counts of namings in
        `scores` follow the labels, counts of words stay the tool's.

    Raises
    ------
    SettingsError
        When labels contradict each other, are no voices, or none fits a naming.

    Examples
    --------
    >>> import framing, pandas as pd
    >>> articles = [framing.Article("a", text="The regime fell. The regime left.")]
    >>> found = framing.analyze(articles, "governments", sentiment=False)
    >>> labels = pd.DataFrame({"article_id": "a", "start": [4], "end": [10], "voice": "quoted"})
    >>> with_labels(found, labels, name="model").mentions[["text", "voice"]].values.tolist()
    [['regime', 'quoted']]
    """
    from framing.analysis import Analysis
    from framing.analysis.recipe import Recipe
    from framing.analysis.scores import recounted

    named = analysis.mentions.loc[analysis.mentions["loaded"].notna()]
    label = labels_of(named, labels, name).reindex(analysis.mentions.index)
    kept = label.notna() | analysis.mentions["loaded"].isna()
    mentions = analysis.mentions.loc[kept].reset_index(drop=True)
    label = label.loc[kept].reset_index(drop=True)
    voice = _voices(mentions["voice"], label).fillna(mentions["voice"])
    changed, labelled = voice != mentions["voice"], label.notna()
    mentions = mentions.assign(
        voice=voice,
        voice_broad=mentions["voice_broad"].mask(changed, voice),
        rule=mentions["rule"].mask(labelled, name),
        distanced=mentions["distanced"].mask(labelled, voice == "distanced"),
        p_own=mentions["p_own"].mask(labelled, (voice == "own").astype("Float64")),
        uncertain=mentions["uncertain"].mask(labelled, False),
        **{column: mentions[column].mask(changed) for column in _OF_SOURCE},
    )
    told = {"name": name, "labelled": int(labelled.sum()), "without": int((~kept).sum()),
            "changed": int(changed.sum())}  # fmt: skip
    provenance = {
        **analysis.provenance, "labels": told,
        "settings": {**analysis.provenance["settings"], "reader": f"labels:{name}"},
    }  # fmt: skip
    was = analysis.recipe
    recipe = Recipe(
        reader=f"labels:{name}", sentiment=was.sentiment, corrections=was.corrections,
        targets=was.targets,
    )  # fmt: skip
    tables = {**analysis.tables, "mentions": mentions,
              "scores": recounted(analysis.scores, mentions)}  # fmt: skip
    return Analysis(
        analysis.articles, tables, provenance, lexicons=analysis.lexicons,
        targets=analysis.targets, recipe=recipe, digests=analysis.digests,
    )  # fmt: skip


def label_key(key: pd.DataFrame, labels: pd.DataFrame, *, name: str = "labels") -> pd.DataFrame:
    """Return the key of a coded sheet with another annotator's voices in place of the tool's.

    `score_codes` then says how right this annotator is, on the sheet that was coded once.

    Parameters
    ----------
    key : DataFrame
        ``key.csv`` of the sheet; its strata, and so the weights, stay those it was drawn by.
    labels : DataFrame
        As for `with_labels`.
    name : str
        What the annotator is called.

    Returns
    -------
    DataFrame
        Without the mentions that have no label.

    Examples
    --------
    >>> import pandas as pd
    >>> key = pd.DataFrame({"kind": "mention", "article_id": "a", "field": "text", "start": [4, 20],
    ...                     "end": [10, 26], "voice": "own", "rule": "headline"})
    >>> labels = pd.DataFrame({"article_id": "a", "start": [4], "end": [10], "voice": "quoted"})
    >>> label_key(key, labels, name="model")[["start", "voice", "rule"]].values.tolist()
    [[4, 'quoted', 'model']]
    """
    mentions = key["kind"] == "mention"
    label = labels_of(key.loc[mentions], labels, name).reindex(key.index)
    voice = _voices(key["voice"].astype("string"), label)
    kept = ~mentions | label.notna()
    found = key.assign(voice=voice.where(mentions), rule=name)
    return found.loc[kept].reset_index(drop=True)


def compare_labels(
    analysis: Analysis, labels: pd.DataFrame, *, by: str = "outlet", name: str = "labels"
) -> pd.DataFrame:
    """Compare another annotator's voices with the tool's, side by side.

    Parameters
    ----------
    analysis : Analysis
        Whose mentions are labelled.
    labels : DataFrame
        As for `with_labels`.
    by : str
        Column of the mentions that rows are counted by.
    name : str
        What the annotator is called in messages.

    Returns
    -------
    DataFrame
        One row per value of `by`, and one over all (`by` missing): `namings` (labelled), `same`,
        `share` (same / namings), `alpha` (Krippendorff, nominal), `own_tool`, `own_labels` (how
        many each calls own), `loaded_tool`, `loaded_labels` (loaded ones among these).

    Raises
    ------
    SettingsError
        When the mentions have no column `by`, or no label belongs to one of them.

    Examples
    --------
    >>> import framing, pandas as pd
    >>> news = [framing.Article("a", "Post", text="The regime fell. The regime left.")]
    >>> found = framing.analyze(news, "governments", sentiment=False)
    >>> labels = pd.DataFrame({"article_id": "a", "start": [4], "end": [10], "voice": "quoted"})
    >>> table = compare_labels(found, labels, name="model")
    >>> table[["outlet", "namings", "same", "own_tool", "own_labels"]].head(1).values.tolist()
    [['Post', 1, 0, 1, 0]]
    """
    import pandas as pd

    rows = analysis.mentions.loc[
        analysis.mentions["loaded"].notna() & analysis.mentions["counted"].fillna(True)
    ]
    if by not in rows:
        raise SettingsError(
            f"mentions have no column {by!r} to count by; they have {', '.join(rows.columns)}"
        )
    label = labels_of(rows, labels, name)
    there = label.notna()
    rows = rows.loc[there].assign(label=label.loc[there])
    rows["other"] = _voices(rows["voice"], rows["label"])
    groups: list[tuple[Any, pd.DataFrame]] = [
        *((value, part) for value, part in rows.groupby(by, sort=True)), (None, rows)
    ]  # fmt: skip
    return pd.DataFrame([{by: value, **_agreement(part)} for value, part in groups])


def _agreement(rows: pd.DataFrame) -> dict[str, Any]:
    """Count how far two annotators agree on these namings."""
    tool, other = rows["voice"].tolist(), rows["other"].tolist()
    same = sum(a == b for a, b in zip(tool, other, strict=True))
    alpha = krippendorff_alpha([tool, other], level="nominal") if len(rows) > 1 else None
    loaded = rows["loaded"].fillna(False).astype(bool)
    counted = {
        f"{what}_{who}": int((part[column] == "own").sum())
        for what, part in (("own", rows), ("loaded", rows.loc[loaded]))
        for who, column in (("tool", "voice"), ("labels", "other"))
    }
    return {
        "namings": len(rows), "same": same, "share": same / len(rows) if len(rows) else None,
        "alpha": alpha, **counted,
    }  # fmt: skip
