"""Parties and faiths exchanged through the lexicons themselves: like words weigh alike."""

from __future__ import annotations

import re

import pytest

from framing.lexicon import Lexicon
from framing.lexicon.forms import forms_of

PAIRS = (
    ("democratic", "republican"),
    ("democrats", "republicans"),
    ("radical democrat", "radical republican"),
    ("left", "right"),
    ("leftist", "rightist"),
    ("liberal", "conservative"),
    ("liberals", "conservatives"),
    ("muslim", "christian"),
    ("muslim", "jewish"),
    ("muslim", "hindu"),
    ("islamic", "christian"),
    ("islamic", "jewish"),
    ("islamic", "hindu"),
    ("islam", "christianity"),
    ("islam", "judaism"),
    ("islam", "hinduism"),
    ("imam", "rabbi"),
    ("imam", "pastor"),
    ("imam", "priest"),
    ("mosque", "church"),
    ("mosque", "synagogue"),
    ("trump", "obama"),
    ("trump", "biden"),
    ("trump", "clinton"),
    ("indian", "pakistani"),
    ("palestinian", "israeli"),
)
FAITHS = ("muslim", "christian", "jewish", "hindu")
HEADS = ("terrorist", "extremist", "militant", "radical", "fundamentalist", "zealot", "fanatic",
         "supremacist", "fascist", "conservative", "cleric")  # fmt: skip

Weight = tuple[int, tuple[int, ...]]


@pytest.fixture(scope="module")
def weights(lexicons: list[Lexicon]) -> dict[str, Weight]:
    """Return the intensity and the signs of every form in use."""
    found: dict[str, Weight] = {}
    for lexicon in lexicons:
        for concept, expanded in zip(lexicon.concepts, forms_of(lexicon), strict=True):
            for variant, forms in zip(concept.variants, expanded, strict=True):
                if variant.status == "unsourced":
                    continue
                signs = tuple(sorted(variant.toward.values()))
                for form in forms:
                    words = re.findall(r"[\w'{}:]+", form.text.casefold())
                    found[" ".join(words)] = (variant.intensity, signs)
    return found


@pytest.mark.parametrize("pair", PAIRS)
def test_exchanged_words_weigh_alike(weights: dict[str, Weight], pair: tuple[str, str]) -> None:
    """Where a form with its party or faith exchanged is a form too, both weigh the same."""
    for one, other in (pair, pair[::-1]):
        word = re.compile(rf"(?<![\w']){re.escape(one)}(?![\w'])")
        for form, weight in weights.items():
            exchanged = word.sub(other, form)
            if exchanged != form and exchanged in weights:
                assert weights[exchanged] == weight, (form, exchanged)


@pytest.mark.parametrize("head", HEADS)
def test_every_faith_has_the_word(weights: dict[str, Weight], head: str) -> None:
    """What can be said of the people of one faith can be said of the others, and weighs alike."""
    forms = {
        faith: weights.get(f"{faith} {head}") or weights.get(f"{head} {faith}") for faith in FAITHS
    }
    assert None not in forms.values(), forms
    assert len(set(forms.values())) == 1, forms


@pytest.mark.parametrize("head", ["terrorism", "terror", "extremism"])
def test_every_faith_has_the_crime(weights: dict[str, Weight], head: str) -> None:
    """What is done in the name of one faith can be said of the others, and weighs alike."""
    faiths = ("islamic", "christian", "jewish", "hindu")
    assert len({weights[f"{faith} {head}"] for faith in faiths}) == 1


@pytest.mark.parametrize(
    "form",
    [
        *(f"far {{}} {head}" for head in ("party", "group", "leader", "politician", "candidate",
                                          "figure", "activist", "government", "movement")),
        "the far {}", "the radical {}", "radical {}ist", "{} wing radical", "{} wing media",
        "{} wing media outlet", "{} wing outlet", "{} wing journalist", "{}ist",
    ],
)  # fmt: skip
def test_left_and_right_have_the_word(weights: dict[str, Weight], form: str) -> None:
    """What is said of one side can be said of the other, and weighs alike."""
    assert weights[form.format("left")] == weights[form.format("right")]
