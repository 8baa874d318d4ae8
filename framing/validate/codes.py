"""Codes read back: one coder or more, from the page or from a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.articles.filledtables import filled_table
from framing.errors import SettingsError
from framing.values import VOICES

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Code", "coded_sheet", "meet", "read_codes"]

_YES = frozenset({"yes", "y", "1", "true", "ja", "oui"})
_NO = frozenset({"no", "n", "0", "false", "nein", "non"})


@dataclass(frozen=True, slots=True)
class Code:
    """What one coder said of one item; None where it was left open.

    Attributes
    ----------
    item : str
        Of the sheet.
    naming : bool or None
        Whether it is a naming of the concept.
    voice : str or None
        Whose word it is.
    missed : int or None
        Namings that the tool overlooked in a sentence without one.
    """

    item: str
    naming: bool | None
    voice: str | None
    missed: int | None


def read_codes(paths: Sequence[str | Path]) -> dict[str, dict[str, Code]]:
    r"""Read filled-in sheets: coder → item → code.

    A file is the sheet as a table (.csv of any spreadsheet, .xlsx) or the JSON that the coding page
    saves. The coder is
    what the file says (column or key ``coder``), else the file's name without its ending.

    Parameters
    ----------
    paths : sequence of path
        Filled-in sheets, one a coder.

    Returns
    -------
    dict of str to dict of str to Code
        By coder, then by item; None in a `Code` is what was left open.

    Raises
    ------
    SettingsError
        Naming file and line of what can't be understood, or two files of one coder.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "ana.csv"
    >>> _ = path.write_text("item,naming,voice\nitem-0001,yes,own\n")
    >>> read_codes([path])
    {'ana': {'item-0001': Code(item='item-0001', naming=True, voice='own', missed=None)}}
    """
    codes: dict[str, dict[str, Code]] = {}
    for given in paths:
        path = Path(given)
        coder, rows = _json(path) if path.suffix == ".json" else _table(path)
        if coder in codes:
            raise SettingsError(f"{path}: a coder {coder!r} was read already; rename one file")
        of_coder: dict[str, Code] = {}
        for where, row in rows:
            code = _code(row, where)
            if code.item in of_coder:
                raise SettingsError(f"{where}: {code.item} is coded twice by {coder!r}")
            of_coder[code.item] = code
        codes[coder] = of_coder
    return codes


_Rows = list[tuple[str, Mapping[str, Any]]]


def _table(path: Path) -> tuple[str, _Rows]:
    hint = "Code in the sheet that `framing validate sheet` wrote"
    _, rows = filled_table(path, "the codes", ("item", "naming", "voice"), hint)
    named = {row.get("coder", "") for _, row in rows} - {""}
    return (named.pop() if len(named) == 1 else path.stem), list(rows)


def _json(path: Path) -> tuple[str, _Rows]:
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
        rows: _Rows = [(f"{path}, code {i}", dict(row)) for i, row in enumerate(saved["codes"], 1)]
    except OSError as error:
        raise SettingsError(f"can't read the codes {path}: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise SettingsError(
            f"can't read the codes {path}: it is not what the coding page saves, a JSON object "
            "with a list 'codes'"
        ) from error
    return str(saved.get("coder") or path.stem), rows


def _code(row: Mapping[str, Any], where: str) -> Code:
    cell = {name: str(row.get(name) or "").strip().lower() for name in ("naming", "voice")}
    item = str(row.get("item") or "").strip()
    if not item:
        raise SettingsError(f"{where}: the item has no number")
    naming = cell["naming"].removesuffix(".0")
    if naming and naming not in _YES | _NO:
        raise SettingsError(f"{where}: naming is yes or no, not {naming!r}")
    voice = cell["voice"]
    if voice and voice not in VOICES:
        raise SettingsError(f"{where}: voice is {', '.join(VOICES)}, not {voice!r}")
    given = row.get("missed")
    missed = ("" if given is None else str(given)).strip().removesuffix(".0")
    if missed and not missed.isdigit():
        raise SettingsError(f"{where}: missed is a whole number, not {missed!r}")
    return Code(
        item, (naming in _YES) if naming else None, voice or None, int(missed) if missed else None
    )


def coded_sheet(key: pd.DataFrame, codes: Mapping[str, Mapping[str, Code]]) -> pd.DataFrame:
    """Put what coders decided beside the key: what `comparison.corrected` takes.

    Parameters
    ----------
    key : DataFrame
        Of a sheet drawn from the comparison.
    codes : mapping
        From `read_codes`: coder → item → code.

    Returns
    -------
    DataFrame
        The key's mentions with `coded_own`: the share of their coders who call the naming the
        outlet's own word; 0 also for what is no naming, missing where nobody decided.

    Raises
    ------
    SettingsError
        When the key holds no probabilities, or nothing in it is coded.

    Examples
    --------
    >>> import pandas as pd
    >>> key = pd.DataFrame({"item": ["i", "j"], "kind": "mention", "probability": [1.0, 0.5]})
    >>> codes = {"ana": {"i": Code("i", True, "own", None), "j": Code("j", True, "quoted", None)},
    ...          "ben": {"i": Code("i", True, "quoted", None)}}
    >>> coded_sheet(key, codes)["coded_own"].tolist()
    [0.5, 0.0]
    """
    meet(key, codes, ("item", "kind", "probability"))
    rows = key.loc[key["kind"] == "mention"]
    said = [
        [own for of in codes.values() if (own := _own(of.get(str(item)))) is not None]
        for item in rows["item"]
    ]
    if not any(said):
        raise SettingsError("no mention in the key is coded: fill in naming and voice")
    return rows.assign(coded_own=[sum(of) / len(of) if of else float("nan") for of in said])


def meet(
    key: pd.DataFrame, codes: Mapping[str, Mapping[str, Code]], columns: Sequence[str]
) -> None:
    """Refuse what is no key of a sheet, or is another sheet's.

    Parameters
    ----------
    key : DataFrame
        The key, as it was given.
    codes : mapping
        From `read_codes`: coder → item → code.
    columns : sequence of str
        What the key must have.

    Raises
    ------
    SettingsError
        When a column is missing, or codes name items the key lacks.
    """
    lost = [name for name in columns if name not in key]
    if lost:
        raise SettingsError(
            f"the key has no column {lost[0]!r}: give the key.csv that `framing validate sheet` "
            "wrote with the sheet, or draw the sheet anew if an older version wrote it"
        )
    known = set(key["item"].astype(str))
    strange = sorted({item for of in codes.values() for item in of} - known)
    if strange:
        raise SettingsError(f"{strange[0]} is coded but not in the key; is it another sheet's key?")


def _own(code: Code | None) -> float | None:
    """Return 1 for own words, 0 for others' or no naming, None where it is left open."""
    if code is None or code.naming is None:
        return None
    if not code.naming:
        return 0.0
    return None if code.voice is None else float(code.voice == "own")
