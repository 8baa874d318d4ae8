"""What the shipped naming lexicons hold and on what it rests, counted.

The tests read these functions; run as a script, it prints the report:
``python tests/lexicon_content/report.py``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from framing.lexicon import Citation, Concept, Lexicon, Variant, shipped

GUIDE = re.compile(
    r"(?i)style ?guide|stylebook|style book|glossary|guidelines|guidance|use with care"
)
LOOKED_UP = Path(__file__).parent / "looked_up.txt"
OUTCOMES = ("list", "page", "mended", "copy")
OF_ITS_KIND = "of its kind, not of the word: "
_WORD = re.compile(r"[^\W_]{3,}")
_BARE = frozenset(
    "the and for with from that this not news new list entry entries state people group".split()
)
STANDINGS = ("stated", "inferred", "plain", "unsourced")


def variants(lexicons: list[Lexicon]) -> Iterator[tuple[Lexicon, Concept, Variant]]:
    """Yield every variant with its lexicon and concept, in the order of the files."""
    for lexicon in lexicons:
        for concept in lexicon.concepts:
            for variant in concept.variants:
                yield lexicon, concept, variant


def enabled(lexicons: list[Lexicon]) -> list[tuple[Lexicon, Concept, Variant]]:
    """Return the variants that count unless a user asks for more: all but the unsourced."""
    return [each for each in variants(lexicons) if each[2].status == "sourced"]


def listed(variant: Variant) -> tuple[str, ...]:
    """Return the words a variant lists, as written, before any form is added."""
    return (*variant.nouns, *variant.verbs, *variant.adjectives, *variant.exact)


def lemmas(variant: Variant) -> tuple[str, ...]:
    """Return the words a variant lists, folded, before any form is added."""
    return tuple(word.casefold() for word in listed(variant))


def standing(variant: Variant) -> str:
    """Say on what a variant rests; ``plain`` is a neutral name that needs no witness."""
    if variant.status == "unsourced":
        return "unsourced"
    return variant.basis if variant.sources else "plain"


def looked_up() -> dict[str, str]:
    """Return the sources that were looked up again, each with what was found."""
    rows = LOOKED_UP.read_text(encoding="utf-8").splitlines()
    return dict(row.split() for row in rows if not row.startswith("#"))


def words_of(text: str) -> set[str]:
    """Return the words of a text by which it can be told of which word it speaks."""
    return set(_WORD.findall(re.sub(r"\{[^}]*\}", " ", text.casefold()))) - _BARE


def alike(words: set[str], told: set[str]) -> bool:
    """Say whether one of some words is told of; where there is none ("the U.N.") nothing is asked.

    Words are one where the shorter, or its first five letters, begin the longer.
    """
    return not words or any(one == each or _begins(one, each) for one in words for each in told)


def speaks_of(citation: Citation, variant: Variant, title: str = "") -> bool:
    """Say whether a citation has a word of its variant in its place or what is told of it."""
    told = words_of(f"{citation.locator} {citation.says} {title}")
    return alike({word for lemma in lemmas(variant) for word in words_of(lemma)}, told)


def of_its_words(variant: Variant) -> list[Citation]:
    """Return the citations of a variant that do not say they speak of its kind only."""
    return [each for each in variant.sources if not (each.says or "").startswith(OF_ITS_KIND)]


def told(lexicon: Lexicon, variant: Variant) -> set[str]:
    """Return the words of all that the sources of a variant are told to say of its words."""
    ours = of_its_words(variant)
    said = " ".join(f"{each.locator} {each.says} {lexicon.sources[each.id].title}" for each in ours)
    return words_of(said)


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= 4 and long.startswith(short[:5])


def ground(lexicon: Lexicon, variant: Variant) -> str:
    """Say what the sources of a loaded variant speak of: the ``word``, its ``kind`` or neither."""
    for each in of_its_words(variant):
        if speaks_of(each, variant, lexicon.sources[each.id].title):
            return "word"
    return "kind" if variant.sources else "none"


def standings(lexicons: list[Lexicon]) -> Mapping[str, int]:
    """Count the variants by what they rest on, in the order of `STANDINGS`."""
    counts = Counter(standing(variant) for _, _, variant in variants(lexicons))
    return {name: counts[name] for name in STANDINGS}


def source_shares(lexicons: list[Lexicon]) -> list[tuple[str, int, float]]:
    """Return each source with the variants that cite it: number, and share of all that cite any."""
    cited = [variant for _, _, variant in enabled(lexicons) if variant.sources]
    counts = Counter(name for each in cited for name in sorted({c.id for c in each.sources}))
    return [(name, n, n / len(cited)) for name, n in counts.most_common()]


def directions(lexicons: list[Lexicon]) -> dict[tuple[str, str, str], set[int]]:
    """Return the directions that enabled variants take toward each slot of each concept."""
    found: dict[tuple[str, str, str], set[int]] = {}
    for lexicon, concept, variant in enabled(lexicons):
        for slot in concept.slots:
            taken = found.setdefault((lexicon.id, concept.id, slot), set())
            if variant.intensity and variant.toward.get(slot):
                taken.add(variant.toward[slot])
    return found


def evidence(lexicons: list[Lexicon]) -> Mapping[str, int]:
    """Count what the loaded variants in use rest on: forms, works with a DOI, style guides.

    A guide is a work whose title says so; a form is attested unless it is marked extrapolated.
    """
    loaded = [variant for _, _, variant in enabled(lexicons) if variant.intensity]
    grounds = Counter(
        ground(lexicon, each) for lexicon, _, each in enabled(lexicons) if each.intensity
    )
    works = {source.id: source for each in lexicons for source in each.sources.values()}
    fixed = {
        (lexicon.id, concept.id) for lexicon, concept, each in variants(lexicons) if each.fixed
    }
    forms = sum(len(lemmas(each)) for each in loaded)
    return {
        "forms": forms,
        "attested": forms - sum(len(each.extrapolated) for each in loaded),
        "loaded": len(loaded),
        "named": grounds["word"],
        "kind": grounds["kind"],
        "works": len(works),
        "studies": sum(bool(work.doi) for work in works.values()),
        "guides": sum(bool(GUIDE.search(work.title)) for work in works.values()),
        "fixed": len(fixed),
    }


def lines(lexicons: list[Lexicon]) -> Iterator[str]:
    """Yield the report, line by line."""
    yield f"{'topic':<18} {'concepts':>8} {'variants':>8} {'lemmas':>7}  " + "  ".join(STANDINGS)
    for lexicon in lexicons:
        counts = standings([lexicon])
        words = {word for _, _, each in enabled([lexicon]) for word in lemmas(each)}
        number = sum(counts.values())
        split = "  ".join(f"{counts[name]:>{len(name)}}" for name in STANDINGS)
        concepts = len(lexicon.concepts)
        yield f"{lexicon.id:<18} {concepts:>8} {number:>8} {len(words):>7}  {split}"
    words = {word for _, _, each in enabled(lexicons) for word in lemmas(each)}
    yield f"all: {len(lexicons)} topics, {sum(len(each.concepts) for each in lexicons)} concepts, "
    yield f"  {len(enabled(lexicons))} variants in use, {len(words)} distinct lemmas in use"
    yield f"  {dict(standings(lexicons))}"
    shown = evidence(lexicons)
    yield (
        f"of {shown['forms']} loaded forms {shown['attested']} are attested, the rest are of the "
        f"same pattern as one that is; {shown['works']} works, {shown['studies']} of them with a "
        f"DOI and {shown['guides']} style guides or glossaries; {shown['fixed']} concepts whose "
        "words name a party themselves"
    )
    yield (
        f"of {shown['loaded']} loaded variants {shown['named']} have a source that speaks of one "
        f"of their words; {shown['kind']} one that speaks of their kind only, and says so"
    )
    again = Counter(looked_up().values())
    yield f"looked up again: {again.total()} sources, " + ", ".join(
        f"{again[outcome]} {outcome}" for outcome in OUTCOMES
    )
    shares = source_shares(lexicons)
    yield f"{len(shares)} sources; those cited by most variants:"
    for name, number, share in shares[:15]:
        yield f"  {name:<28} {number:>4}  {share:6.1%}"


if __name__ == "__main__":
    print("\n".join(lines(shipped("naming"))))
