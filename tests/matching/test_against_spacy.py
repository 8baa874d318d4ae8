"""The matcher against spaCy's PhraseMatcher on plain cases, where both must agree."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from framing.lexicon import lexicon_from_mapping
from framing.matching import Matcher
from framing.values import Document

WORDS = "war crime peace talk troop force strike drone attack border wall law vote tax".split()


def _matcher(terms: list[str]) -> Matcher:
    concepts = [
        {"id": f"c{at}", "variants": [{"id": "v", "exact": [term]}]}
        for at, term in enumerate(terms)
    ]
    return Matcher([lexicon_from_mapping({"id": "terms", "concepts": concepts})])


def _text(chance: random.Random) -> str:
    sentences = [chance.sample(WORDS, k=chance.randint(3, 12)) for _ in range(8)]
    return " ".join(" ".join(words).capitalize() + "." for words in sentences)


def test_equal_to_phrase_matcher(optional: Callable[[str], Any]) -> None:
    """On words parted by single spaces and full stops, both find the same spans.

    No word is repeated in a sentence: of "war war war" spaCy reports "war war" twice, the
    matcher once, because namings of one concept do not overlap.
    """
    spacy, matching = optional("spacy"), optional("spacy.matcher")
    chance = random.Random(7)  # noqa: S311 - drawing words, not secrets
    terms = sorted({" ".join(chance.sample(WORDS, k=chance.randint(1, 4))) for _ in range(600)})
    nlp = spacy.blank("en")
    phrases = matching.PhraseMatcher(nlp.vocab, attr="LOWER")
    phrases.add("t", list(nlp.tokenizer.pipe(terms)))
    matcher = _matcher(terms)
    total = 0
    for _ in range(40):
        text = _text(chance)
        whole = ((0, len(text)),)
        document = Document("a", "text", text, whole, whole, ("body",))
        ours = {(hit.start, hit.end) for hit in matcher.find(document)}
        doc = nlp.make_doc(text)
        theirs = {
            (doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) for _, start, end in phrases(doc)
        }
        total += len(theirs)
        assert ours == theirs
    assert total > 1_000
