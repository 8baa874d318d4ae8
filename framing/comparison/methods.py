"""How a comparison was made: its provenance, and the methods paragraph for a paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from framing._version import VERSION
from framing.analysis.measured import error_rates, own_or_not
from framing.comparison.queries import join
from framing.comparison.settings import NO_OUTLET
from framing.comparison.testedwords import tested_words
from framing.events.stories import STORY_DAYS, STORY_THRESHOLD
from framing.language.numberwords import counted, percent

if TYPE_CHECKING:
    from framing.comparison.comparisonresult import Comparison

__all__ = ["methods_paragraph", "provenance_of"]

_NAMED = 6
_REFERENCES = (
    "Efron, B. (1979). Bootstrap methods: another look at the jackknife. Annals of Statistics "
    "7(1), 1-26. https://doi.org/10.1214/aos/1176344552",
    "Hesterberg, T. C. (2015). What teachers should know about the bootstrap. The American "
    "Statistician 69(4), 371-386. https://doi.org/10.1080/00031305.2015.1089789",
    "Hsu, D., Kakade, S. M. & Zhang, T. (2012). A tail inequality for quadratic forms of "
    "subgaussian random vectors. Electronic Communications in Probability 17(52). "
    "https://doi.org/10.1214/ECP.v17-2079",
    "Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical "
    "Applications in Genetics and Molecular Biology 9(1), 39. "
    "https://doi.org/10.2202/1544-6115.1585",
    "Westfall, P. H. & Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.",
    "Winkler, A. M. et al. (2014). Permutation inference for the general linear model. "
    "NeuroImage 92, 381-397. https://doi.org/10.1016/j.neuroimage.2014.01.060",
)


_TOO_LOW = (
    ", under the .667 below which nothing is to be concluded from codes (Krippendorff 2004, "
    "Content Analysis, 2nd ed., p. 241)"
)
GIVEN = "given with the articles"

_OWN_FIGURES = {
    ("precision", "all mentions"): "the share of namings that are namings was",
    ("voice right", "namings"): "the share of voices that are right was",
    ("voice precision", "called own"): "of what reads own, the share that is own was",
    ("voice recall", "coded own"): "of what is own, the share that reads own was",
}


def methods_paragraph(comparison: Comparison) -> str:
    """Write how the comparison was made, with its counts and citations."""
    parts = [
        _compared(comparison),
        _made_with(comparison),
        *_read(comparison),
        *_validated(comparison),
        _matched(comparison),
        *tested_words(comparison),
        *(str(s) for s in (comparison.primary.result, comparison.primary.refusal) if s),
    ]
    return " ".join(filter(None, parts)) + "\n\nReferences\n" + "\n".join(_REFERENCES)


def _compared(comparison: Comparison) -> str:
    """Say what was compared: sides, the outlets in them, events, articles outside."""
    settings, material = comparison.settings, comparison.material
    articles = material.articles
    named = articles.loc[articles["outlet"] != NO_OUTLET]
    sides = counted(len(material.named_outlets), settings.side, settings.sides)
    pooled = ""
    if settings.by != "outlet" and named["unit"].notna().any():
        pooled = f" (of {counted(named['unit'].nunique(), 'outlet', 'outlets')})"
    told = ""
    if 1 < len(material.named_outlets) <= _NAMED:
        told = f" The {settings.sides} are {join(material.named_outlets)}."
    outside = int(articles["event"].isna().sum())
    share = percent(outside / len(articles)) if len(articles) else "0%"
    belong = counted(outside, f"article ({share}) belongs", f"articles ({share}) belong")
    return (
        f"We compared {counted(len(articles), 'article', 'articles')} of {sides}{pooled} on "
        f"{counted(len(material.events), settings.unit, settings.units)} with framing "
        f"{comparison.provenance['framing']}; {belong} to no {settings.unit} "
        f"and {'enters' if outside == 1 else 'enter'} no test.{told}"
    )


def _made_with(comparison: Comparison) -> str:
    """Say on which corpus, and with which versions, so that it can be made again."""
    told: Mapping[str, Any] = comparison.analysis.provenance
    corpus, made = told.get("corpus", {}), told.get("environment", {})
    if not corpus or not made:
        return ""
    packages = ", ".join(f"{name} {version}" for name, version in made["packages"].items())
    size, digest = counted(corpus["articles"], "article"), corpus["sha256"][:12]
    return (
        f"The corpus ({size}) has SHA-256 {digest}; numbers were made with Python "
        f"{made['python']}, {packages}."
    )


def _validated(comparison: Comparison) -> list[str]:
    """Say what one's own coders found, where the analysis holds it."""
    told: Mapping[str, Any] = comparison.analysis.provenance
    labels, found = told.get("labels"), told.get("validation")
    parts = []
    if labels:
        parts.append(
            f"Voices are the labels of “{labels['name']}” for "
            f"{counted(labels['labelled'], 'naming')} ({labels['changed']} other than the tool's); "
            f"{labels['without']} without one are left out."
        )
    if not found:
        return parts
    for row in found["figures"]:
        if (row["measure"], row["of"]) in _OWN_FIGURES and row["share"] is not None:
            parts.append(
                f"On our own coded sheet {_OWN_FIGURES[row['measure'], row['of']]} "
                f"{row['share']:.2f} (95% interval {row['low']:.2f} to {row['high']:.2f}, "
                f"{row['total']} coded)."
            )
    for row in found["agreement"]:
        if row["question"] == "voice" and row["alpha"] is not None:
            low = row["words"] == "tentative"
            parts.append(
                f"Coders agreed on voices with Krippendorff's alpha {row['alpha']:.2f} over "
                f"{row['units']} shared items"
                f"{_TOO_LOW if low else ''}."
            )
    return parts


def _read(comparison: Comparison) -> list[str]:
    """Say with what namings and voices were found, and how often the reader errs."""
    analysis = comparison.analysis
    parts = []
    lexicons = getattr(analysis, "lexicons", ())
    if lexicons:
        named = ", ".join(f"{x.id} {x.version} (SHA-256 {str(x.sha256)[:12]})" for x in lexicons)
        parts.append(f"Namings were found with the lexicons {named}.")
    copies = len(comparison.material.copies)
    if copies:
        again = counted(copies, "article that repeats", "articles that repeat")
        parts.append(f"{again} another of the same {comparison.settings.unit} counted once.")
    told: Mapping[str, Any] = analysis.provenance
    corrected = told.get("corrections", {}).get("applied", 0)
    if corrected:
        parts.append(f"{counted(corrected, 'decision was', 'decisions were')} corrected by hand.")
    parts.append(
        "Each naming was given a voice: quoted, attributed, distanced, or the outlet's own, "
        f"which means not detectably attributed; voices were told apart by the reader "
        f"{_reader(str(told.get('settings', {}).get('reader', 'rules')))}. Where concepts "
        "overlap, a span counts once: for the longest naming, then the most intense."
    )
    return parts


def _reader(name: str) -> str:
    """Name the reader of voices, with how often it errs where that was measured."""
    rates = error_rates()
    found = own_or_not(rates) if rates.get("reader") == name else None
    if found is None:
        return f"“{name}”, whose errors were not measured"
    right, kept, n = found
    return (
        f"“{name}”: on {n} coded namings, {right:.2f} of what it read as own was, and it found "
        f"{kept:.2f} of what was own"
    )


def _matched(comparison: Comparison) -> str:
    """Say how articles came to be matched."""
    if not comparison.material.events:
        return f"No article was matched with another, for none has a value of {comparison.within}."
    rules = {a.field("event_rule") or GIVEN for a in comparison.analysis.articles if a.event}
    made = "" if comparison.within != "event" else "; some ".join(sorted(rules))
    units, stories, count = comparison.settings.units, "", 0
    if comparison.material.stories is not None:
        count = len(set(comparison.material.stories))
        known = {
            "column": "given as a column",
            "linked": f"{units} within {STORY_DAYS} days of each other whose openings are alike "
            f"(cosine of TF-IDF from {STORY_THRESHOLD} on)",
        }[comparison.material.story_rule]
        stories = f"; they are of {count} running stories, {known}, and exchanged story by story"
    how = made or GIVEN
    if comparison.material.only_categories:
        matched = "One of them is matched when both sides have words there in the scope compared."
        return f"{units.capitalize()} were {how}{stories}. {matched}"
    same = ""
    if comparison.material.namings.referent is not None:
        same = ", and a government or its head when both name that of the same state"
    return (
        f"{units.capitalize()} were {how}{stories}. One of them is matched for a concept when both "
        f"sides name it there in the scope compared{same}."
    )


def provenance_of(comparison: Comparison) -> dict[str, Any]:
    """Return everything needed to make the same comparison again; written, never read back."""
    analysis, material = comparison.analysis, comparison.material
    declared = comparison.declared
    tested = declared.loc[declared["p_value"].notna()]  # of the declared measure
    placed = material.articles["event"].notna() & (material.articles["outlet"] != NO_OUTLET)
    counts = {
        "articles": len(material.articles),
        "outlets": len(material.named_outlets),
        "events": len(material.events),
        "articles outside events": int((~placed).sum()),
        "mentions": len(material.mentions),
        "copies": len(material.copies),
        "tests": len(tested),
    }
    copied = {str(k): str(v) for k, v in material.copies["copy_of"].items()}
    written = {**material.settings.written(), "counts": counts, "copied": copied}
    return {
        "framing": VERSION,
        "comparison": {**written, "stories": material.story_rule},
        "analysis": dict(analysis.provenance),
    }
