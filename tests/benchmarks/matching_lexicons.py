"""Lexicons of any size for measuring the matcher, made of words of the texts it searches."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from framing.lexicon import Lexicon, lexicon_from_mapping, nations


def draw_terms(texts: Sequence[str], few: int, many: int) -> tuple[list[str], list[str]]:
    """Draw `few` terms that occur, and `many` that hold them and hit nothing else."""
    counts: Counter[str] = Counter()
    for text in texts:
        words = re.findall(r"[a-z]+", text.lower())
        for size in (1, 2, 3, 4):
            counts.update(" ".join(words[at : at + size]) for at in range(len(words) - size))
    chance = random.Random(2)  # noqa: S311 - drawing words, not secrets
    usable = sorted(term for term, count in counts.items() if 2 <= count <= 60 and len(term) > 3)
    small = chance.sample(usable, few)
    syllables = [a + b for a in "bcdfglmnprstvz" for b in "aeiou"]
    rare: dict[str, None] = {}
    while len(rare) < many - few:
        word = "".join(chance.choices(syllables, k=3))
        known = chance.choice(usable)
        if f"{known} {word}" not in counts and word not in counts:
            rare[f"{known} {word}" if len(rare) % 2 else f"{word} {known}"] = None
    return small, small + list(rare)


def plain_lexicon(terms: Sequence[str], name: str, *, forms_only: bool = False) -> Lexicon:
    """Make a lexicon of some terms: a third of its concepts have a slot, few have rules.

    With `forms_only` none has any, as a phrase matcher's terms have none.
    """
    concepts: list[dict[str, Any]] = []
    for at in range(0, len(terms), 10):
        variants = []
        for number, term in enumerate(terms[at : at + 10], start=at):
            variant: dict[str, Any] = {"id": f"v{number}", "exact": [term], "intensity": number % 4}
            if forms_only:
                variants.append(variant)
                continue
            if number % 10 == 3:
                variant["unless"] = [f"{term} of the year", f"so much {term}"]
            if number % 50 == 7:
                variant["requires"] = ["the", "a"]
            if number % 50 == 9:
                variant["case"] = True
            variants.append(variant)
        slots = {} if at % 30 or forms_only else {"who": "whoever it is"}
        concepts.append({"id": f"c{at}", "slots": slots, "variants": variants})
    return lexicon_from_mapping({"id": name, "concepts": concepts})


def slotted_lexicon(texts: Sequence[str], terms: Sequence[str]) -> Lexicon:
    """Make of some terms what shipped lexicons are made of, in about their shares.

    Every concept has a slot, one in ten fills it with the nearest party too; of the variants one
    in 20 has a template, whose head follows a state's name somewhere in the texts, one in five
    `unless`, one in twelve `requires`, one in 50 each a date and a case switch.
    """
    heads = _heads(texts) or [term for term in terms if " " not in term]
    concepts: list[dict[str, Any]] = []
    for at in range(0, len(terms), 10):
        variants = []
        for number, term in enumerate(terms[at : at + 10], start=at):
            variant: dict[str, Any] = {"id": f"v{number}", "intensity": number % 4}
            variant["toward"] = {"holder": number % 3 - 1}
            variant["exact"] = [term]
            if number % 20 == 11:
                variant["exact"] = [f"{{nation:holder}} {heads[number % len(heads)]}"]
            if number % 5 == 3:
                variant["unless"] = [f"{term} of the year", f"so much {term}", "sport", "film*"]
            if number % 12 == 7:
                variant["requires"] = [f"the {term}", f"{term} of", "state", "government", "army"]
            if number % 50 == 9:
                variant["case"] = True
            if number % 50 == 29:
                variant["valid_from"] = "2019-01-01"
            variants.append(variant)
        holder = {"gloss": "whose it is", "nearest": not at % 100}
        concepts.append({"id": f"c{at}", "slots": {"holder": holder}, "variants": variants})
    return lexicon_from_mapping({"id": "slotted", "concepts": concepts})


def _heads(texts: Sequence[str]) -> list[str]:
    """Draw 50 words that follow a state's name in the texts, rare ones and frequent ones."""
    states = nations()
    names = [
        form
        for concept in (states.concepts if states else ())
        for variant in concept.variants
        if variant.id in ("names", "adjectives")
        for form in variant.exact
    ]
    after = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))}) ([a-z]{{4,}})\b")
    counts = Counter(word for text in texts for word in after.findall(text))
    usable = sorted(word for word, count in counts.items() if count >= 2)
    return random.Random(4).sample(usable, min(50, len(usable)))  # noqa: S311 - not secrets
