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
         "supremacist", "fascist", "conservative", "cleric", "terrorism", "terror", "extremism",
         "militancy")  # fmt: skip

SIDES = (
    ("left", "right"),
    ("leftist", "rightist"),
    ("liberal", "conservative"),
    ("liberals", "conservatives"),
    ("democratic", "republican"),
    ("democrats", "republicans"),
)
LEADERS = ("trump", "biden", "obama", "clinton")
ALONE = {
    "bleeding heart liberal": "an idiom",
    "tax and spend liberal": "an idiom",
    "constitutional conservative": "a name of its own",
    "liberal journalist": "the others are said to be of the right wing",
    "liberal media": "the others are said to be of the right wing",
    "liberal media outlet": "the others are said to be of the right wing",
    "liberal mainstream media": "the others are said to be of the right wing",
    "conservative media machine": "the other machine is of the left wing",
    "leftist journalist": "the others are said to be of the right wing",
    "leftist media": "the others are said to be of the right wing",
    "leftist thug": "the others are said to be of the right wing",
    "hard right party": "a softer word for far right, by its sources; hard left is none",
    "hard right parties": "a softer word for far right, by its sources; hard left is none",
    "alt right activist": "a name of its own",
    "alt right leader": "a name of its own",
    "alt right movement": "a name of its own",
    "democrats party": "the party's name cut short",
    "corrupt joe biden": "his given name goes with it",
    "crazy joe biden": "his given name goes with it",
    "corrupt donald trump": "his given name goes with it",
    "crazy donald trump": "his given name goes with it",
    "democratic revolution": "of a form of government",
    "democratic ukraine": "of a form of government",
    "fascist republican": "the others are called communists",
    "marxist democrat": "the others are called fascists",
    "socialist democrat": "the others are called fascists",
    "rino republican": "a name of its own",
    "pro trump extremist": "said of one event",
    "pro trump mob": "said of one event",
    "trump mob": "said of one event",
}
"""Loaded words of one side that have no counterpart in use, each with the reason."""

NO_SIDE = re.compile(r"\b(?:right (?:to|of|hand|siz\w+)|right$|rights$|as a right)\b|a right$")
"""What is due to somebody, and idioms: no side."""

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
                    words = re.findall(r"[\w'{}:]+", form.text.casefold().replace(".", ""))
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


def exchanged(form: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """Return a form with the two words of every pair exchanged, all at once."""
    other = {**dict(pairs), **{second: first for first, second in pairs}}
    form = re.sub(r"\bdemocrat$", "democratic", form)
    return re.sub(r"[\w']+", lambda word: other.get(word[0], word[0]), form)


def alone(weights: dict[str, Weight], pairs: tuple[tuple[str, str], ...]) -> set[str]:
    """Return the loaded forms that are none when the words of the pairs are exchanged."""
    found, known = set(), set(weights)
    for form, (intensity, _) in weights.items():
        if not intensity or NO_SIDE.search(form):
            continue
        turned = {exchanged(form, pairs)}
        turned |= {each.replace("democratic", "democrat") for each in turned}
        plural = form.endswith("s") and {form[:-1], form.removesuffix("es")} & known
        if form not in turned and not turned & known and not plural:
            found.add(form)
    return found


def test_every_side_has_the_word(weights: dict[str, Weight]) -> None:
    """What can be said of one side can be said of the other, but for the listed words."""
    found = alone(weights, SIDES)
    for leader in LEADERS[1:]:
        found |= alone(weights, ((LEADERS[0], leader),))
    assert found == set(ALONE)


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
