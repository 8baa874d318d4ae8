"""What the methods paragraph says of the measure, its tests, their family and the intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.comparison.categoryfindings import rates_tested
from framing.comparison.onething import LEAST_BOTH
from framing.comparison.retelling import ALIKE, LEAST_SHARED
from framing.statistics import APPROXIMATE_UNDER, MARGIN, MIN_EVENTS
from framing.statistics.exchanges import ASSIGNED_UP_TO, DRAWS, EXACT_UP_TO, REDRAWS
from framing.statistics.outlets import ASSIGNED, MIN_OUTLETS, REASSIGNED
from framing.statistics.stepdown import REDRAWN_UP_TO

if TYPE_CHECKING:
    import pandas as pd

    from framing.comparison.comparisonresult import Comparison

__all__ = ["tested_words"]


def tested_words(comparison: Comparison) -> list[str]:
    """Say what was measured, how it was tested, and in which family."""
    if comparison.material.only_categories:
        return _rates_tested(comparison)
    table = comparison.declared
    choices = table.loc[table["measure"] == "naming choice"]
    family = choices.loc[choices["p_value"].notna() & choices["concept"].notna()]
    own = family.loc[family["scope"] == "own"]
    unit, units = comparison.settings.unit, comparison.settings.units
    exchanged = units if comparison.material.stories is None else "stories"
    declared = (
        f"The measure declared beforehand was the {comparison.primary.measure}; "
        "the lean is secondary, variants and the loaded share are exploratory."
    )
    return [
        declared,
        f"For each {unit} and concept, the difference of the shares of all variants was weighted "
        "by n1*n0/(n1+n0), the namings of one article counting n/(1 + 0.4(n - 1)) together, since "
        "they are one habit.",
        f"T, the squared length of the summed differences over the sum of their squared lengths, "
        f"was tested by exchanging the sides of whole {exchanged}, exactly up to {EXACT_UP_TO} "
        f"that differ and by {DRAWS:,} draws above, {REDRAWS:,} where none of these reached it "
        "(Phipson & Smyth 2010; Winkler et al. 2014) and no bound showed that none would (Hsu, "
        "Kakade & Zhang 2012), and not at all under "
        f"{MIN_EVENTS} matched {units} or where no exchange could fall under .05.",
        f"The family of a scope are the concepts and contrasts that could differ "
        f"({len(own)} in own voice), adjusted by step-down min-P (Westfall & Young 1993); the "
        f"test over all concepts stands apart.{_floor(choices)}",
        "D*, how many namings would have to be reworded for one side to read as the other with "
        f"chance taken off, has a 95% interval from 2,000 bootstrap draws of {exchanged} (Efron "
        f"1979), widened for few (Hesterberg 2015) and approximate under {APPROXIMATE_UNDER}; "
        f"where it ends under {MARGIN}, a difference could have been seen and was not.",
        *_beside(comparison),
        f"The random seed was {comparison.settings.seed}.",
    ]


def _beside(comparison: Comparison) -> list[str]:
    """Say how what stands beside the results was made: whole outlets, and misreading."""
    told, declared = _outlets_exchanged(comparison), comparison.declared
    told += _one_thing(comparison)
    if declared["misreading"].notna().any():
        told.append(
            "What misreading of voices alone could make is the difference of the sides' shares of "
            "others' words among those read as their own, by the decisions or by how many of "
            "others' words each has, whichever is larger, times how far attributed namings lie "
            "from own ones."
        )
    return told


def _one_thing(comparison: Comparison) -> list[str]:
    """Say how it was looked for whether two words are of one thing, and what hangs on it."""
    texts = getattr(comparison.analysis, "has_texts", True)
    alike = (
        f"sentences of both sides that tell the same (cosine of weighted words of {ALIKE:g} or "
        f"more, {LEAST_SHARED} of them shared, the names themselves left out)"
    )
    where = "" if texts else ", which could not be looked for without the texts"
    return [
        "For concepts of deeds, and those that the texts say of several parties, a finding tells "
        "what shows that its two words are of one thing: articles that have both (at least "
        f"{100 * LEAST_BOTH:.0f} of 100 with either), a party both are said of, or {alike}{where}. "
        "This depends on neither the size nor the direction of a difference; it chooses no tests, "
        "enters no p-value or interval, and only orders findings where none could be tested. Of 77 "
        "findings read afresh, 47 were of one thing; of the 48 without a caution 36; 11 of the 47 "
        "had one needlessly."
    ]


def _outlets_exchanged(comparison: Comparison) -> list[str]:
    """Say how whole outlets were exchanged, where a side pools several."""
    if not comparison.material.pooled:
        return []
    return [
        "Where a side pools outlets, whole outlets were exchanged between the sides as well, if "
        f"each has {MIN_OUTLETS} or more and none stands on both, in all {ASSIGNED_UP_TO:,} ways "
        f"or fewer, else in {ASSIGNED:,} drawn ones, {REASSIGNED:,} where p was then .05 or less; "
        "these p-values are not adjusted."
    ]


def _rates_tested(comparison: Comparison) -> list[str]:
    """Say the same of the rates of categories, where the lexicons name nothing."""
    unit, units = comparison.settings.unit, comparison.settings.units
    exchanged = units if comparison.material.stories is None else "stories"
    return [
        f"The measure declared beforehand was the {comparison.primary.measure}: entries found in "
        f"1,000 of a side's own words. For each {unit}, the difference of the two rates was "
        "weighted by n1*n0/(n1+n0), n being the own words of a side.",
        f"The sum of these was tested by exchanging the sides of whole {exchanged}, exactly up to "
        f"{EXACT_UP_TO} that differ and by {DRAWS:,} draws above, {REDRAWS:,} where none of these "
        f"reached it (Phipson & Smyth 2010; Winkler et al. 2014), and not at all under "
        f"{MIN_EVENTS} {units} "
        "or where no exchange could fall under .05. The family are the categories and contrasts "
        f"of one scope ({rates_tested(comparison.rates)[0]} in own voice), adjusted by step-down "
        "min-P (Westfall & Young 1993).",
        f"95% intervals are from 2,000 bootstrap draws of {exchanged} (Efron 1979), widened for "
        f"few (Hesterberg 2015) and approximate under {APPROXIMATE_UNDER}.",
        *_outlets_exchanged(comparison),
        f"The random seed was {comparison.settings.seed}.",
    ]


def _floor(choices: pd.DataFrame) -> str:
    """Say how low adjusted p-values can get, where a large family keeps them above the others."""
    least = 1 / (DRAWS + 1)
    adjusted, p = choices["p_adjusted"].to_numpy(float), choices["p_value"].to_numpy(float)
    if not ((p < 0.5 * least) & (adjusted > 0.9 * least) & (adjusted < 2 * least)).any():
        return ""
    return (
        f" Tests of more than {REDRAWN_UP_TO:,} numbers that share events are adjusted by "
        f"{DRAWS:,} draws alone, so that their adjusted p-values cannot fall below {least:.4f}: "
        "what stands at that may be smaller."
    )
