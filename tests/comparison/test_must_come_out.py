"""A choice that two sides always make is found, whichever of a concept's words it lies between."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd
import pytest

import framing
from framing.comparison import compare
from framing.lexicon import Concept, Variant, shipped
from framing.values import Article

EVENTS = 6
_BLOCK = 400


class Pair(NamedTuple):
    """Two variants of one concept, A's and B's, with a form of each."""

    lexicon: str
    concept: str
    a: tuple[str, str]
    b: tuple[str, str]


def form_of(variant: Variant) -> str:
    """Return a form of a variant as one would write it, without its slots."""
    forms = [*variant.nouns, *variant.exact, *variant.adjectives, *variant.verbs]
    plain = [form for form in forms if "{" not in form]
    return (plain or [variant.id.replace("-", " ")])[0].rstrip("*").lower()


def pairs_of(lexicon: str, concept: Concept) -> Iterator[Pair]:
    """Yield every pair of a concept's counted variants."""
    counted = [(v.id, form_of(v)) for v in concept.variants if v.counted]
    for number, (a, b) in enumerate(itertools.combinations(counted, 2)):
        yield Pair(lexicon, f"{concept.id}+{number}", a, b)


def every_pair() -> list[list[Pair]]:
    """List all pairs of all shipped naming concepts, one list a concept."""
    return [
        list(pairs_of(lexicon.id, concept))
        for lexicon in shipped("naming")
        for concept in lexicon.concepts
    ]


def compared(build, pairs):
    """Compare one corpus in which each pair has six events of its own."""
    articles, mentions = [], []
    for number, pair in enumerate(pairs):
        for event in range(EVENTS):
            for outlet, (variant, form) in (("A", pair.a), ("B", pair.b)):
                name = f"p{number}e{event}"
                article = Article(f"{name}{outlet}", outlet=outlet, event=name, text=form)
                articles.append(article)
                row = build.mention(article, "plain", lexicon=pair.lexicon, concept=pair.concept)
                mentions.append({**row, "variant": variant, "text": form, "wording": form})
    return compare(build.analysis_of(articles, mentions))


def check(found, pairs):
    """Every pair has the smallest attainable p, D* of 1, and a sentence with both its words."""
    rows = found.differences.query("measure == 'naming choice' and scope == 'own'")
    rows = rows[rows["concept"].notna()].set_index(["lexicon", "concept"])
    order = found.ranked()
    told = dict(
        zip(zip(order["lexicon"], order["concept"], strict=True), found.findings(), strict=False)
    )
    for pair in pairs:
        key = (pair.lexicon, pair.concept)
        row = rows.loc[key]
        assert row["p_value"] == row["smallest_p"] == 2 / 2**EVENTS, pair
        assert row["difference"] == pytest.approx(1), pair
        for side, (_, form) in zip("AB", (pair.a, pair.b), strict=True):
            form = form.removesuffix("'s").replace("’", "'").removeprefix("the ")
            assert f"{side} " in told[key], pair
            assert f"“{form}" in told[key], pair


def test_one_pair_of_every_shipped_concept_comes_out(build):
    """Six events, A always x, B always y: found, sized and told, for each concept."""
    pairs = [pairs[0] for pairs in every_pair() if pairs]
    assert len(pairs) > 150
    check(compared(build, pairs), pairs)


@pytest.mark.slow
def test_every_pair_of_shipped_variants_comes_out(build):
    """The same for all pairs of all concepts."""
    pairs = list(itertools.chain.from_iterable(every_pair()))
    for first in range(0, len(pairs), _BLOCK):
        block = pairs[first : first + _BLOCK]
        check(compared(build, block), block)


def test_two_words_of_opposite_colour_from_texts():
    """Illegal against undocumented immigrants, both loaded: the first sentence has both."""
    rows = [
        {"event": f"day {day}", "outlet": outlet, "text": f"{words} stay till spring. It rained."}
        for day in range(10)
        for outlet, words in (
            ("Ash", "The illegal immigrants"),
            ("Birch", "The undocumented immigrants"),
        )
    ]
    articles = framing.read_articles(pd.DataFrame(rows))
    found = compare(framing.analyze(articles, "migration", sentiment=False))
    first = str(found.findings()[0])
    assert first.startswith(
        "Over the 10 events both cover, naming people without papers in its own words, "
        "Ash wrote “illegal immigrants” 10 of 10 times, Birch “undocumented immigrants” 10 of 10."
    )
    assert found.primary.p_value == 2 / 2**10
    assert found.primary.difference == pytest.approx(1)


@pytest.mark.slow
def test_a_shipped_word_counts_for_its_own_concept_in_a_text():
    """Else a pair could come out from rows and never from articles, read with all lexicons."""
    forms = [
        (lexicon.id, concept.id, form)
        for lexicon in shipped("naming")
        for concept in lexicon.concepts
        for variant in concept.variants
        if variant.counted
        for form in [_filled(form) for form in (*variant.nouns, *variant.exact)][:6]
    ]
    articles = [
        Article(f"{at:06}", text=f"On Monday the {form} was discussed in the hall.")
        for at, (_, _, form) in enumerate(forms)
    ]
    rows = framing.analyze(articles, sentiment=False).mentions
    counted = rows[rows["counted"]]
    columns = (counted[name] for name in ("lexicon", "concept", "article_id"))
    own = set(zip(*columns, strict=True))
    somewhere = set(counted["article_id"])
    found = set(zip(rows["concept"], rows["article_id"], strict=True))
    others = {
        (lexicon, concept, form)
        for at, (lexicon, concept, form) in enumerate(forms)
        if (lexicon, concept, f"{at:06}") not in own
        and articles[at].id in somewhere
        and (concept, articles[at].id) in found
    }
    assert len(forms) > 6000
    assert len(others) < 0.006 * len(forms), sorted(others)


def _filled(form: str) -> str:
    """Return a form with somebody in its slots."""
    form = re.sub(r"\{nation:[a-z-]+\}(?P<own>'s)?", lambda slot: _NATION[bool(slot["own"])], form)
    form = re.sub(r"\{[^}]*\}(?P<own>'s)?", lambda slot: _PERSON[bool(slot["own"])], form)
    return form.rstrip("*")


_NATION, _PERSON = ("Iranian", "Iran's"), ("Trump", "Trump's")
