"""Precision, recall, voice errors and agreement from a coded sheet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any

from framing.errors import SettingsError
from framing.statistics import wilson
from framing.statistics.agreement import krippendorff_alpha
from framing.validate.codes import Code, meet
from framing.values import VOICES

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis


__all__ = ["TENTATIVE", "Validation", "agreed_code", "score_codes", "with_validation"]

TENTATIVE = 0.667
"""Alpha that reads "tentative" below: nothing is to be concluded (Krippendorff 2004, p. 241)."""
RELIABLE = 0.8
"""Alpha from which codes are reliable; between the two conclusions are tentative (the same)."""

_OF_KEY = ("item", "kind", "voice", "loaded", "stratum", "stratum_size", "population", "concept")


@dataclass(frozen=True, slots=True)
class Validation:
    """What coders say of the tool.

    Attributes
    ----------
    figures : pandas.DataFrame
        measure, of (what it is a share of), n, total (coded items), share (weighted back to all
        mentions by stratum), low, high (95%, Wilson on the coded items' effective number).
    confusion : pandas.DataFrame
        tool, coder, n: the voices of the mentions coded as namings, by tool and coder.
    agreement : pandas.DataFrame
        question, alpha, units, coders, words ("tentative" under .667, from which no conclusion is
        to be drawn; "enough for tentative conclusions" under .8).
    sensitivity, specificity : float or None
        Of "a loaded naming in own voice", among mentions; what `corrected_shares` uses.
    n_positive, n_negative : int
        Coded items these two rest on.
    """

    figures: pd.DataFrame
    confusion: pd.DataFrame
    agreement: pd.DataFrame
    sensitivity: float | None
    specificity: float | None
    n_positive: int
    n_negative: int

    def written(self) -> dict[str, Any]:
        """Return figures and agreement as plain values, for provenance."""
        return {
            "figures": self.figures.to_dict("records"),
            "agreement": self.agreement.to_dict("records"),
        }


def score_codes(key: pd.DataFrame, codes: Mapping[str, Mapping[str, Code]]) -> Validation:
    """Compare the tool's decisions with one or more coders'.

    Where coders differ the majority counts, and a tie leaves the item out. Shares are weighted
    by stratum, N_h/n_h; recall is found/(found + missed), where found = mentions × precision and
    missed = unmatched sentences × namings missed a sentence.

    Parameters
    ----------
    key : DataFrame
        ``key.csv`` of the sheet.
    codes : mapping
        What `read_codes` read.

    Returns
    -------
    Validation
        Precision, recall, agreement with the tool and among coders (Krippendorff's α), each share
        with its Wilson interval and what it is out of.

    Raises
    ------
    SettingsError
        When no item of the key was coded, or codes name items the key lacks.

    References
    ----------
    Krippendorff, K. (2004). Content Analysis: An Introduction to Its Methodology (2nd ed.). Sage.
    Page 241: .8 is asked for, .667 is the least for tentative conclusions.

    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
    JASA 22, 209–212. doi:10.1080/01621459.1927.10502953

    Examples
    --------
    >>> import pandas as pd
    >>> key = pd.DataFrame({"item": ["i", "j"], "kind": "mention", "voice": ["own", "quoted"],
    ...     "loaded": True, "stratum": "s", "stratum_size": 2, "population": 2, "concept": "c"})
    >>> codes = {"ana": {"i": Code("i", True, "own", None), "j": Code("j", True, "own", None)}}
    >>> scored = score_codes(key, codes)
    >>> scored.confusion.query("n > 0").values.tolist(), scored.sensitivity
    ([['own', 'own', 1], ['quoted', 'own', 1]], 0.5)
    """
    import pandas as pd

    meet(key, codes, _OF_KEY)
    items = {str(row["item"]): row for row in key.to_dict("records")}
    agreed = {item: _majority([of[item] for of in codes.values() if item in of]) for item in items}
    mentions = [
        (row, agreed[item])
        for item, row in items.items()
        if row["kind"] == "mention" and agreed[item].naming is not None
    ]
    if not mentions:
        raise SettingsError("no mention in the key is coded yet; fill in the column 'naming'")
    weight = _weights([row for row, _ in mentions])
    figures = _precision(mentions, weight) + _recall(items, agreed, mentions, weight)
    named = [(row, code) for row, code in mentions if code.naming and code.voice]
    figures += _voices(named, weight)
    rates = _own_loaded(mentions, weight)
    columns = ["measure", "of", "n", "total", "share", "low", "high"]
    counts = Counter((str(row["voice"]), str(code.voice)) for row, code in named)
    confusion = [(a, b, counts[a, b]) for a in VOICES for b in VOICES]
    return Validation(
        pd.DataFrame(figures, columns=columns),
        pd.DataFrame(confusion, columns=["tool", "coder", "n"]),
        _agreement(items, codes),
        *rates,
    )


def with_validation(analysis: Analysis, validation: Validation) -> Analysis:
    """Return the analysis with one's own validation in its provenance.

    It is saved with it, and the methods paragraph of every comparison tells it.

    Parameters
    ----------
    analysis : Analysis
        The one that the coded sheet was drawn from; it stays as it is.
    validation : Validation
        From `score_codes`.

    Returns
    -------
    Analysis
        With ``provenance["validation"]``; the tables are the same.

    Examples
    --------
    >>> import framing, pandas as pd
    >>> found = framing.analyze([framing.Article("a", text="The regime fell.")], "governments")
    >>> mention = {"item": "i", "kind": "mention", "voice": "own", "loaded": True, "stratum": "s",
    ...            "stratum_size": 1, "population": 1, "concept": "government"}
    >>> coded = score_codes(pd.DataFrame([mention]), {"ana": {"i": Code("i", True, "own", None)}})
    >>> with_validation(found, coded).provenance["validation"]["figures"][0]["share"]
    1.0
    """
    from framing.analysis import Analysis
    from framing.analysis.tablefiles import plain

    provenance = {**analysis.provenance, "validation": plain(validation.written())}
    return Analysis(
        analysis.articles, analysis.tables, provenance, lexicons=analysis.lexicons,
        targets=analysis.targets, recipe=analysis.recipe, digests=analysis.digests,
    )  # fmt: skip


def agreed_code(item: str, codes: Mapping[str, Mapping[str, Code]]) -> Code | None:
    """Return what the majority of coders said of an item, or None where none coded it."""
    given = [of[item] for of in codes.values() if item in of]
    return _majority(given) if given else None


_Coded = tuple[dict[Any, Any], Code]


def _majority(codes: Sequence[Code]) -> Code:
    def most(values: list[Any]) -> Any:
        ranked = Counter(v for v in values if v is not None).most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    item = codes[0].item if codes else ""
    missed = [c.missed for c in codes if c.missed is not None]
    return Code(
        item,
        most([c.naming for c in codes]),
        most([c.voice for c in codes]),
        sorted(missed)[len(missed) // 2] if missed else None,
    )


def _weights(rows: Sequence[Mapping[Any, Any]]) -> dict[str, float]:
    """Return each stratum's N_h/n_h."""
    coded = Counter(str(row["stratum"]) for row in rows)
    size = {str(row["stratum"]): float(row["stratum_size"]) for row in rows}
    return {name: size[name] / count for name, count in coded.items()}


def _share(
    measure: str,
    of: str,
    rows: Sequence[tuple[Mapping[Any, Any], bool]],
    weight: Mapping[str, float],
) -> tuple[Any, ...]:
    """Return one row of figures: the weighted share of the rows that are true."""
    each = [(weight[str(row["stratum"])], bool(true)) for row, true in rows]
    total = sum(w for w, _ in each)
    if not total:
        return measure, of, 0, 0, None, None, None
    share = sum(w for w, true in each if true) / total
    effective = total**2 / sum(w * w for w, _ in each)
    low, high = wilson(share * effective, effective)
    return measure, of, sum(true for _, true in each), len(each), share, low, high


def _precision(mentions: Sequence[_Coded], weight: Mapping[str, float]) -> list[tuple[Any, ...]]:
    def of(name: str, keep: Any) -> tuple[Any, ...]:
        return _share(
            "precision", name, [(r, bool(c.naming)) for r, c in mentions if keep(r)], weight
        )

    rows = [of("all mentions", lambda r: True)]
    for voice in VOICES:
        rows.append(of(f"mentions in voice {voice}", lambda r, v=voice: r["voice"] == v))
    for concept in sorted({str(row["concept"]) for row, _ in mentions}):
        rows.append(of(f"concept {concept}", lambda r, c=concept: r["concept"] == c))
    return [row for row in rows if row[3]]


def _recall(
    items: Mapping[str, Mapping[Any, Any]],
    agreed: Mapping[str, Code],
    mentions: Sequence[_Coded],
    weight: Mapping[str, float],
) -> list[tuple[Any, ...]]:
    missed = [
        (row, agreed[item].missed)
        for item, row in items.items()
        if row["kind"] == "sentence" and agreed[item].missed is not None
    ]
    if not missed:
        return []
    sentences = float(missed[0][0]["stratum_size"])
    holding = sum(bool(count) for _, count in missed)
    each = sum(count or 0 for _, count in missed) / max(1, holding)
    population = float(mentions[0][0]["population"])
    precision = _share("", "", [(r, bool(c.naming)) for r, c in mentions], weight)

    def recall(right: float, rate: float) -> float | None:
        found, lost = population * right, sentences * rate * each
        return found / (found + lost) if found + lost else None

    low, high = wilson(holding, len(missed))
    note = "namings; from sentences in which nothing was found"
    return [
        (
            "recall", note, holding, len(missed), recall(precision[4], holding / len(missed)),
            recall(precision[5], high), recall(precision[6], low),
        )
    ]  # fmt: skip


def _voices(named: Sequence[_Coded], weight: Mapping[str, float]) -> list[tuple[Any, ...]]:
    rows = []
    everything = [(r, r["voice"] == c.voice) for r, c in named]
    rows.append(_share("voice right", "namings", everything, weight))
    for voice in VOICES:
        said = [(r, c.voice == voice) for r, c in named if r["voice"] == voice]
        true = [(r, r["voice"] == voice) for r, c in named if c.voice == voice]
        rows.append(_share("voice precision", f"called {voice}", said, weight))
        rows.append(_share("voice recall", f"coded {voice}", true, weight))
    return [row for row in rows if row[3]]


def _own_loaded(
    mentions: Sequence[_Coded], weight: Mapping[str, float]
) -> tuple[float | None, float | None, int, int]:
    """Sensitivity and specificity of "loaded, in own voice", among what the tool found."""
    groups: dict[bool, list[tuple[Mapping[Any, Any], bool]]] = defaultdict(list)
    for row, code in mentions:
        if code.naming and code.voice is None:
            continue
        loaded = str(row["loaded"]).lower() in {"true", "1"}
        said = loaded and row["voice"] == "own"
        true = loaded and bool(code.naming) and code.voice == "own"
        groups[true].append((row, said == true))
    sensitivity = _share("", "", groups[True], weight)[4]
    specificity = _share("", "", groups[False], weight)[4]
    return sensitivity, specificity, len(groups[True]), len(groups[False])


def _agreement(
    items: Mapping[str, Mapping[Any, Any]], codes: Mapping[str, Mapping[str, Code]]
) -> pd.DataFrame:
    import pandas as pd

    rows = []
    for question in ("naming", "voice", "missed"):
        table = [
            [getattr(of[item], question) if item in of else None for item in items]
            for of in codes.values()
        ]
        units = sum(sum(v is not None for v in unit) > 1 for unit in zip(*table, strict=True))
        level: Any = "ratio" if question == "missed" else "nominal"
        alpha = krippendorff_alpha(table, level=level) if len(table) > 1 and units else None
        rows.append((question, alpha, units, len(table), _words(alpha, len(table))))
    return pd.DataFrame(rows, columns=["question", "alpha", "units", "coders", "words"])


def _words(alpha: float | None, coders: int) -> str:
    if coders < 2:
        return "one coder: no agreement can be told"
    if alpha is None or isnan(alpha):
        return "not enough shared items that vary"
    if alpha < TENTATIVE:
        return "tentative"
    return "good" if alpha >= RELIABLE else "enough for tentative conclusions"
