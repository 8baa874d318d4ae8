"""Which forms of the lexicons are in use: in how many articles of which corpus each was found."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from framing.language.languages import ENGLISH, Language, known_language
from framing.lexicon import Variant, shipped
from framing.lexicon.lexiconrecords import WORD_LISTS

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis

__all__ = ["attested_forms", "form_uses", "measured_uses"]

_NAMING = re.compile(r"<([^<>]+)>")
_GAP = re.compile(r"\{nation:[^{}]*\}")
_ORDER = ["lexicon", "concept", "variant", "form"]


def form_uses(analysis: Analysis) -> pd.DataFrame:
    """Count for each form of the lexicons the articles that were found to use it.

    Parameters
    ----------
    analysis : Analysis
        Of the articles, with the lexicons in question.

    Returns
    -------
    DataFrame
        lexicon, concept, variant, form (as the file lists it, uninflected), articles. A use is a
        naming as the analysis counts it: a word in another sense, or inside a longer form of its
        concept, is none. Forms that no article uses are left out.

    Examples
    --------
    >>> from framing import Article, analyze
    >>> articles = [Article("a", text="The regimes fell. A regime fell."), Article("b", text="-")]
    >>> form_uses(analyze(articles, "governments", sentiment=False))[["form", "articles"]]
         form  articles
    0  regime         1
    """
    import pandas as pd

    entry_of = {
        (lexicon.id, concept.id, variant.id): _entry_finder(
            variant, known_language(lexicon.language) or ENGLISH
        )
        for lexicon in analysis.lexicons
        for concept in lexicon.concepts
        for variant in concept.variants
    }
    columns = ("lexicon", "concept", "variant", "text", "article_id")
    used: set[tuple[str, str, str, str, str]] = set()
    table = analysis.mentions
    for lexicon, concept, variant, text, article in zip(
        *(table[name] for name in columns), strict=True
    ):
        form = entry_of[lexicon, concept, variant](text)
        if form is not None:
            used.add((lexicon, concept, variant, form, article))
    counts = Counter(each[:4] for each in used)
    rows = [(*place, number) for place, number in counts.items()]
    found = pd.DataFrame(rows, columns=[*_ORDER, "articles"])
    return found.sort_values(_ORDER, ignore_index=True)


def measured_uses() -> Mapping[str, Any]:
    """Return the counts that ship with the library, as the measuring command wrote them.

    Returns
    -------
    mapping
        ``corpora``: what each corpus is and how many articles it has; ``forms``: by lexicon,
        concept/variant and form the number of articles by corpus. Empty where nothing was
        measured.

    Examples
    --------
    >>> sorted(measured_uses())
    ['command', 'corpora', 'date', 'forms']
    """
    try:
        text = (files("framing") / "_data" / "attested.json").read_text(encoding="utf-8")
        found = json.loads(text)
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def attested_forms() -> pd.DataFrame:
    """Say of each form of the shipped naming lexicons on what it rests.

    Returns
    -------
    DataFrame
        lexicon, concept, variant, form, loaded, standing, articles, and a column of articles for
        each corpus that was measured. `standing` is ``found in use`` (in an article of a corpus),
        else ``given by a source`` (which the variant cites), else ``extrapolated`` (a form of the
        same pattern, seen nowhere), else ``plain`` (a neutral word, for which none is asked).

    Examples
    --------
    >>> forms = attested_forms().set_index("form")
    >>> forms.loc["illegal immigrant", "standing"]
    'found in use'
    """
    import pandas as pd

    measured = measured_uses()
    corpora = list(measured.get("corpora", ()))
    uses: Mapping[str, Any] = measured.get("forms", {})
    rows = []
    for lexicon in shipped("naming"):
        for concept in lexicon.concepts:
            for variant in concept.variants:
                counts = uses.get(lexicon.id, {}).get(f"{concept.id}/{variant.id}", {})
                for form in _listed(variant):
                    found = counts.get(form, {})
                    by_corpus = [int(found.get(name, 0)) for name in corpora]
                    standing = _standing(variant, form, sum(by_corpus))
                    place = (lexicon.id, concept.id, variant.id, form, variant.intensity > 0)
                    rows.append((*place, standing, sum(by_corpus), *by_corpus))
    return pd.DataFrame(rows, columns=[*_ORDER, "loaded", "standing", "articles", *corpora])


def _standing(variant: Variant, form: str, articles: int) -> str:
    if articles:
        return "found in use"
    if form in variant.extrapolated:
        return "extrapolated"
    return "given by a source" if variant.sources else "plain"


def _listed(variant: Variant) -> tuple[str, ...]:
    """Return the entries of a variant's lists, each once."""
    return tuple(dict.fromkeys(each for part in WORD_LISTS for each in getattr(variant, part)))


def _entry_finder(variant: Variant, language: Language) -> Callable[[str], str | None]:
    """Return what tells which entry of a variant a text is a form of; None for no form.

    {nation:…} stands for any words, and a naming may begin or end with those who own it.
    """
    plain: dict[str, str] = {}
    open_forms: list[tuple[re.Pattern[str], str]] = []
    for part in WORD_LISTS:
        for entry in getattr(variant, part):
            for form in language.inflect(entry, part):
                folded = _folded(_named(form))
                if "{" in folded or "*" in folded:
                    pattern = re.escape(_GAP.sub("\0", folded)).replace("\0", ".+")
                    open_forms.append((re.compile(pattern.replace(r"\*", r"\w*")), entry))
                else:
                    plain.setdefault(folded, entry)

    @cache
    def find(text: str) -> str | None:
        words = _folded(text)
        if words in plain:
            return plain[words]
        found = [entry for pattern, entry in open_forms if pattern.fullmatch(words)]
        ending = _inside(words, plain)
        if ending is not None:
            found.append(ending)
        return max(found, key=_said, default=None)

    return find


def _named(form: str) -> str:
    """Return what of a form names: all of it, or what stands between its marks."""
    inside = _NAMING.search(form)
    return inside[1] if inside else form


def _inside(words: str, plain: Mapping[str, str]) -> str | None:
    """Return the entry of the longest form that ends a text, which its owner may begin."""
    parts = words.split()
    for at in range(1, len(parts)):
        for shorter in (" ".join(parts[at:]), " ".join(parts[:-at])):
            if shorter in plain:
                return plain[shorter]
    return None


def _said(entry: str) -> int:
    """Return how many words an entry gives itself, its gaps left out."""
    return len(_GAP.sub("", entry).split())


def _folded(text: str) -> str:
    plain = text.replace("’", "'").replace("-", " ").replace("\u2011", " ").casefold()
    return " ".join(plain.split()).removesuffix("'s").removesuffix("'")
