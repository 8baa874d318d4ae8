"""Labels of namings as another annotator gives them: read, checked, and found again in rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framing.articles.filledtables import filled_table
from framing.errors import SettingsError
from framing.values import VOICES

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["labels_of", "read_labels"]

_PLACE = ["article_id", "field", "start", "end"]
_OWN = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


def read_labels(path: str | Path) -> pd.DataFrame:
    r"""Read labels from a table: .csv of any spreadsheet, .xlsx, .jsonl or .parquet.

    Parameters
    ----------
    path : path
        Its ending says what it is.

    Returns
    -------
    DataFrame
        One row per label, with the columns of the file; offsets are whole numbers.

    Raises
    ------
    SettingsError
        When the file can't be read or lacks a column `with_labels` needs.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "labels.csv"
    >>> _ = path.write_text("article_id,start,end,voice\na,4,10,quoted\n")
    >>> read_labels(path).values.tolist()
    [['a', 'text', 4, 10, 'quoted']]
    """
    import pandas as pd

    names, rows = filled_table(path, "the labels", ())
    table = pd.DataFrame([row for _, row in rows], columns=names, dtype="string")
    for name in {"start", "end"} & set(names):
        numbers = pd.to_numeric(table[name], errors="coerce")
        strange = table.loc[numbers.isna() | (numbers % 1 != 0), name]
        if len(strange):
            where = rows[int(strange.index[0])][0]
            raise SettingsError(f"{where}: {name} must be a whole number, not {strange.iloc[0]!r}")
        table[name] = numbers.astype("Int64")
    return _checked(table, str(path))


def _checked(labels: pd.DataFrame, where: str) -> pd.DataFrame:
    """Return one row per labelled place with its `label`: a voice, ``own`` or ``not own``."""
    missing = [n for n in ("article_id", "start", "end") if n not in labels]
    if not missing and "voice" not in labels and "own" not in labels:
        missing = ["voice"]
    if missing:
        raise SettingsError(
            f"{where} lacks the column {missing[0]!r}; labels have article_id, field, start, end "
            "and voice (own, quoted, attributed or distanced) or own (1 or 0); the table of "
            "`framing mentions` with one of these columns filled in is one"
        )
    said = labels["voice"] if "voice" in labels else labels["own"]
    words = said.astype("string").str.strip().str.lower()
    known = {**{v: v for v in VOICES}} if "voice" in labels else {
        word: "own" if own else "not own" for word, own in _OWN.items()
    }  # fmt: skip
    words = words.str.removesuffix(".0") if "voice" not in labels else words
    strange = words[words.notna() & (words != "") & ~words.isin(list(known))]
    if len(strange):
        raise SettingsError(
            f"{where}, row {int(strange.index[0]) + 1}: {strange.iloc[0]!r} is none of "
            f"{', '.join(dict.fromkeys(known))}"
        )
    found = _placed(labels).assign(label=words.map(known).astype("string"))
    found = found.loc[found["label"].notna(), [*_PLACE, "label"]]
    twice = found.duplicated(_PLACE) & ~found.duplicated([*_PLACE, "label"])
    if twice.any():
        row = found.loc[twice].iloc[0]
        raise SettingsError(
            f"{where}: {row['article_id']}, {row['start']}–{row['end']} has two labels; give one"
        )
    return found.drop_duplicates(_PLACE)


def _placed(table: pd.DataFrame) -> pd.DataFrame:
    """Bring the columns that say where a naming stands into one form."""
    field = table["field"].fillna("text") if "field" in table else "text"
    found = table.assign(field=field)
    return found.astype({"article_id": "string", "field": "string", "start": "Int64",
                         "end": "Int64"})  # fmt: skip


def labels_of(rows: pd.DataFrame, labels: pd.DataFrame, where: str) -> pd.Series:
    """Return the label of each row; missing where there is none."""
    known = labels if "label" in labels else _checked(labels, where)
    found = _placed(rows)[_PLACE].merge(known, on=_PLACE, how="left")["label"]
    if len(rows) and not found.notna().any():
        raise SettingsError(
            f"none of the {len(known)} places in {where} is a naming here; label the rows of "
            "`framing mentions`, and keep article_id, field, start and end as they are"
        )
    return found.set_axis(rows.index)
