"""Draw namings that conditions rule out, with the word that does so and how far off it stands.

    python tests/benchmarks/conditions.py --articles 3000 --seed 8642 --rows 100

Articles of six corpora (``FRAMING_CORPORA``), drawn by seed, are searched with the shipped lexicons
and with the same lexicons without the conditions that hold no word of their variant (`unless`
beside one, `unless_in_sentence`). Printed are how many namings they rule out, and some of
them, one an article and concept, with the word nearest by and the words between, to be read.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from attestation import TITLES, batches

from framing.articles import documents
from framing.lexicon import Lexicon, Variant, shipped
from framing.lexicon.forms import forms_of
from framing.matching import Matcher
from framing.matching.folding import fold_form
from framing.values import Document, Hit

BEFORE, AFTER = 140, 120


class RuledOut(NamedTuple):
    """A naming that conditions rule out: where, of what, by which word, so many words off."""

    article: str
    concept: str
    variant: str
    word: str
    off: int
    said: str


def main() -> int:
    """Search with and without conditions; print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=8642)
    parser.add_argument("--rows", type=int, default=100)
    asked = parser.parse_args()
    chosen = random.Random(asked.seed)  # noqa: S311 - drawing lines, not secrets
    articles = [article for corpus in TITLES for batch in batches(corpus) for article in batch]
    if not articles:
        sys.stdout.write("no corpora; set FRAMING_CORPORA\n")
        return 1
    lexicons = list(shipped("naming"))
    strict, lax = Matcher(lexicons), Matcher([_without_conditions(each) for each in lexicons])
    words = {
        (lexicon.id, concept.id, variant.id): _conditions(variant, forms)
        for lexicon in lexicons
        for concept, by_variant in zip(lexicon.concepts, forms_of(lexicon), strict=True)
        for variant, forms in zip(
            concept.variants, ([f.text for f in each] for each in by_variant), strict=True
        )
    }
    namings, found = 0, []
    for article in chosen.sample(articles, min(len(articles), asked.articles)):
        for document in documents(article):
            every = lax.find(document)
            namings += len(every)
            kept = {(hit.start, strict.entries[hit.entry][:3]) for hit in strict.find(document)}
            gone = [hit for hit in every if (hit.start, lax.entries[hit.entry][:3]) not in kept]
            found += _ruled_out(document, gone, lax, words, article.id)
    sys.stdout.write(f"{len(found)} of {namings} namings are ruled out\n")
    off = Counter(min(each.off, 9) for each in found)
    told = ", ".join(
        f"{number if number < 9 else '9 and more'}: {off[number]}" for number in sorted(off)
    )
    sys.stdout.write(f"by words between: {told}\n")
    chosen.shuffle(found)
    first = {(each.article, each.concept): each for each in reversed(found)}
    for row in [each for each in found if first[each.article, each.concept] is each][: asked.rows]:
        sys.stdout.write(f"{row.concept}/{row.variant} | {row.word} {row.off} | {row.said}\n")
    return 0


def _holds(phrase: str, forms: list[str]) -> bool:
    said = f" {fold_form(phrase)[0].rstrip('*')} "
    return any(f" {fold_form(form)[0].rstrip('*')} " in said for form in forms if "{" not in form)


def _conditions(variant: Variant, forms: list[str]) -> tuple[str, ...]:
    """Return the words that rule a variant out though they hold no form of it."""
    every = (*variant.unless, *variant.unless_in_sentence)
    return tuple(each for each in every if not _holds(each, forms))


def _without_conditions(lexicon: Lexicon) -> Lexicon:
    concepts = []
    for concept, by_variant in zip(lexicon.concepts, forms_of(lexicon), strict=True):
        variants = []
        for variant, forms in zip(concept.variants, by_variant, strict=True):
            dropped = set(_conditions(variant, [form.text for form in forms]))
            kept = tuple(each for each in variant.unless if each not in dropped)
            far = tuple(each for each in variant.unless_in_sentence if each not in dropped)
            variants.append(replace(variant, unless=kept, unless_in_sentence=far))
        concepts.append(replace(concept, variants=tuple(variants)))
    return replace(lexicon, concepts=tuple(concepts))


def _ruled_out(
    document: Document,
    gone: list[Hit],
    matcher: Matcher,
    words: dict[tuple[str, str, str], tuple[str, ...]],
    article: str,
) -> Iterator[RuledOut]:
    text = document.text
    for hit in gone:
        entry = matcher.entries[hit.entry]
        sentence = next(
            (each for each in document.sentences if each[0] <= hit.start < each[1]), (0, len(text))
        )
        near = []
        for word in words[entry.lexicon, entry.concept, entry.variant]:
            looked_for = re.escape(word.rstrip("*")).replace(r"\ ", r"[\s-]+")
            ending = r"\w*" if word.endswith("*") else r"(?!\w)"
            for place in re.finditer(rf"(?i)(?<!\w){looked_for}{ending}", text[slice(*sentence)]):
                a, b = place.start() + sentence[0], place.end() + sentence[0]
                between = text[b : hit.start] if b <= hit.start else text[hit.end : a]
                near.append((len(between.split()), word))
        off, word = min(near, default=(0, "?"))
        said = (
            f"{text[max(0, hit.start - BEFORE) : hit.start]}[[{text[hit.start : hit.end]}]]"
            f"{text[hit.end : hit.end + AFTER]}"
        )
        yield RuledOut(article, entry.concept, entry.variant, word, off, " ".join(said.split()))


if __name__ == "__main__":
    sys.exit(main())
