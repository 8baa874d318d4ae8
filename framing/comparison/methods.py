"""The methods paragraph of a comparison, written from what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.statistics import APPROXIMATE_UNDER, MIN_EVENTS

if TYPE_CHECKING:
    from framing.comparison.result import Comparison

__all__ = ["methods_paragraph"]

_REFERENCES = (
    "Benjamini, Y. & Bogomolov, M. (2014). Selective inference on multiple families of "
    "hypotheses. Journal of the Royal Statistical Society B 76(1), 297-318. "
    "https://doi.org/10.1111/rssb.12028",
    "Benjamini, Y. & Yekutieli, D. (2001). The control of the false discovery rate in multiple "
    "testing under dependency. Annals of Statistics 29(4), 1165-1188. "
    "https://doi.org/10.1214/aos/1013699998",
    "Efron, B. (1979). Bootstrap methods: another look at the jackknife. Annals of Statistics "
    "7(1), 1-26. https://doi.org/10.1214/aos/1176344552",
    "Hesterberg, T. C. (2015). What teachers should know about the bootstrap. The American "
    "Statistician 69(4), 371-386. https://doi.org/10.1080/00031305.2015.1089789",
    "Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical "
    "Applications in Genetics and Molecular Biology 9(1), 39. "
    "https://doi.org/10.2202/1544-6115.1585",
    "Winkler, A. M. et al. (2014). Permutation inference for the general linear model. "
    "NeuroImage 92, 381-397. https://doi.org/10.1016/j.neuroimage.2014.01.060",
)


def methods_paragraph(comparison: Comparison) -> str:
    """Write how the comparison was made, with its counts and citations."""
    settings: dict[str, Any] = comparison.provenance["comparison"]
    counts = settings["counts"]
    lexicons = comparison.provenance["analysis"].get("lexicons", [])
    named = ", ".join(
        f"{one['id']} {one['version']} (SHA-256 {str(one['sha256'])[:12]})" for one in lexicons
    )
    primary = comparison.primary
    parts = [
        f"We compared {counts['articles']} articles of {counts['outlets']} outlets on "
        f"{counts['events']} events with framing {comparison.provenance['framing']}, by "
        f"{comparison.by} within {comparison.within}."
    ]
    if named:
        parts.append(f"Namings were found with the lexicons {named}.")
    if counts["copies"]:
        parts.append(f"{counts['copies']} articles that repeat another of the same event were "
                     "counted once.")  # fmt: skip
    corrected = comparison.provenance["analysis"].get("corrections", {}).get("applied", 0)
    if corrected:
        parts.append(f"{corrected} decisions were corrected by hand.")
    parts += [
        "Each naming was given a voice: quoted, attributed, distanced, or the outlet's own, "
        "which means not detectably attributed.",
        f"The measure declared beforehand was the {primary.measure}; all others are exploratory.",
        "For each event and concept that both outlets named, the difference of shares was "
        "weighted by n1*n0/(n1+n0); whole events were the unit of every test, since namings "
        "within an article are not independent.",
        f"Differences were tested by flipping the signs of events, exactly up to 12 and by 9,999 "
        f"draws above (Phipson & Smyth 2010), and not at all under {MIN_EVENTS} matched events; "
        "several contrasts of one concept by their largest standardised sum under the same flips "
        "(Winkler et al. 2014).",
        f"Exploratory tests, one a concept and {counts['tests']} in all, were held to a false "
        "discovery rate that is valid under any dependence (Benjamini & Yekutieli 2001), contrasts "
        "within a concept after Benjamini & Bogomolov (2014).",
        "Intervals come from 2,000 bootstrap draws of events (Efron 1979), widened for few events "
        f"(Hesterberg 2015), and are approximate under {APPROXIMATE_UNDER} events. The random seed "
        f"was {settings['seed']}.",
        *primary.sentences[len(primary.statements) :],
    ]
    return " ".join(parts) + "\n\nReferences\n" + "\n".join(_REFERENCES)
