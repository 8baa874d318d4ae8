"""Own counts with what misreading may make of them, and rates from one's own coded sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.errors import SettingsError
from framing.validate.codes import Code, meet
from framing.validate.scoring import agreed_code
from framing.voice import (
    OwnRates,
    fit_own_rates,
    is_uncertain,
    own_interval,
    own_rates,
    seen_in,
)

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis

__all__ = ["own_counts", "refit_own_rates", "with_own_rates"]


def refit_own_rates(key: pd.DataFrame, codes: Mapping[str, Mapping[str, Code]]) -> OwnRates:
    """Count, on one's own coded sheet, how often coders called the tool's decisions own.

    Parameters
    ----------
    key : DataFrame
        ``key.csv`` of the sheet, as `draw_sheet` writes it.
    codes : mapping
        What `read_codes` read; where coders differ the majority counts, a tie leaves it out.

    Returns
    -------
    OwnRates
        Give it to `with_own_rates` or `own_counts`, or write its `to_json` to a file.

    Raises
    ------
    SettingsError
        When no mention of the key has a coded voice, or the key is none, or another sheet's.

    Examples
    --------
    >>> import framing
    >>> from framing.validate import Code, draw_sheet
    >>> news = [framing.Article("a", text="The regime fell.")]
    >>> drawn = draw_sheet(framing.analyze(news, "governments", sentiment=False), n=1)
    >>> item = drawn.key["item"][0]
    >>> refit_own_rates(drawn.key, {"ana": {item: Code(item, True, "own", None)}}).cells["all"]
    (1, 1)
    """
    meet(key, codes, ("item", "kind", "voice", "rule"))
    coded = []
    for row in key.to_dict("records"):
        code = agreed_code(str(row["item"]), codes)
        if row["kind"] == "mention" and code is not None and code.naming and code.voice:
            coded.append((seen_in(row), code.voice == "own"))
    if not coded:
        raise SettingsError("no mention in the key has a coded voice yet; fill in 'voice'")
    return fit_own_rates(coded)


def with_own_rates(mentions: pd.DataFrame, rates: OwnRates) -> pd.DataFrame:
    """Return the mentions with `p_own` and `uncertain` told from other rates.

    Those that a reader corrected stay certain.

    Parameters
    ----------
    mentions : DataFrame
        ``analysis.mentions``, or some of its rows.
    rates : OwnRates
        From `refit_own_rates`, or `framing.voice.own_rates`.

    Returns
    -------
    DataFrame
        The same rows; `p_own` is a share from 0 to 1, `uncertain` whether it is from .25 to .75.

    Examples
    --------
    >>> import framing
    >>> from framing.voice import own_rates
    >>> news = [framing.Article("a", text="The regime fell.")]
    >>> found = framing.analyze(news, "governments", sentiment=False).mentions
    >>> with_own_rates(found, own_rates())["p_own"].equals(found["p_own"])
    True
    """
    shares = [
        float(row["voice"] == "own")
        if row["rule"] == "corrected"
        else rates.probability(seen_in(row))
        for row in mentions.to_dict("records")
    ]
    return mentions.assign(
        p_own=_typed(shares, mentions, "p_own"),
        uncertain=_typed([is_uncertain(share) for share in shares], mentions, "uncertain"),
    )


def own_counts(
    analysis: Analysis, *, by: str | Sequence[str] = "outlet", rates: OwnRates | None = None
) -> pd.DataFrame:
    """Count namings in the outlet's own words, with an interval that holds misreading.

    The interval is that of `framing.voice.own_interval`; it says nothing of namings that no
    lexicon found.

    Parameters
    ----------
    analysis
        What `framing.analyze` returned.
    by
        Column or columns of the mentions to count by; "outlet" by default.
    rates
        Rates from one's own sheet (`refit_own_rates`); by default those that ship.

    Returns
    -------
    pandas.DataFrame
        The columns of `by`, then namings (all, a span counting once as in `analysis.scores`),
        read_own (read as own), expected_own (Σ p), low, high (95%, never beyond 0 and namings).

    Raises
    ------
    SettingsError
        When the mentions have no such column.

    Examples
    --------
    >>> import framing
    >>> articles = framing.Articles([framing.Article("a", outlet="Post", text="The regime fell.")])
    >>> table = own_counts(framing.analyze(articles, "governments", sentiment=False))
    >>> table[["outlet", "namings", "read_own"]].values.tolist()
    [['Post', 1, 1]]
    """
    import pandas as pd

    names = [by] if isinstance(by, str) else list(by)
    mentions = analysis.mentions
    mentions = mentions[mentions["loaded"].notna() & mentions["counted"].fillna(False)]
    missing = [name for name in names if name not in mentions]
    if missing:
        raise SettingsError(
            f"mentions have no column {missing[0]!r} to count by; they have "
            f"{', '.join(mentions.columns)}"
        )
    used = rates or own_rates()
    if rates is not None:
        mentions = with_own_rates(mentions, rates)
    rows = []
    for key, group in mentions.groupby(names, sort=True, dropna=False):
        namings = group.to_dict("records")
        own = sum(row["voice"] == "own" for row in namings)
        rows.append((*key, len(namings), own, *own_interval(namings, used)))
    columns = [*names, "namings", "read_own", "expected_own", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def _typed(values: list[Any], mentions: pd.DataFrame, name: str) -> pd.Series:
    import pandas as pd

    dtype = {"p_own": "Float64", "uncertain": "boolean"}[name]
    return pd.Series(values, index=mentions.index, dtype=dtype)
