"""Every listed word is found where it stands in a sentence, as the variant that lists it."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from framing.lexicon import Lexicon, Variant
from framing.matching import Matcher
from framing.values import Document

SLOT = re.compile(r"\{[^{}]*\}(?=( \w|-\w)?)")


def filled(word: str) -> str:
    """Put a state into a word's slots: as an adjective before a noun, else by its name.

    Angle brackets around what names are left out.
    """
    word = word.replace("<", "").replace(">", "")
    return SLOT.sub(lambda match: "Danish" if match.group(1) else "Denmark", word)


def sentences(variant: Variant) -> list[str]:
    """Make one sentence for each word a variant lists."""
    context = f" ({variant.requires[0]})" if variant.requires else ""
    made = [f"We saw the {filled(word)} again{context}." for word in variant.nouns]
    made += [f"They will {filled(word)} someone{context}." for word in variant.verbs]
    made += [f"It is a {filled(word)} thing{context}." for word in variant.adjectives]
    made += [f"Then came: {filled(word)}, they wrote{context}." for word in variant.exact]
    return made


def document(text: str) -> Document:
    """Return a document of one sentence."""
    whole = ((0, len(text)),)
    return Document("a", "text", text, whole, whole, ("body",))


@pytest.fixture(scope="module")
def matcher(lexicons: list[Lexicon]) -> Matcher:
    """Return a matcher of all naming lexicons."""
    return Matcher(lexicons)


def test_every_word_is_found(lexicons: list[Lexicon], report: ModuleType, matcher: Matcher) -> None:
    """The variant is among the namings of a sentence made from each of its words."""
    missing: list[tuple[str, str]] = []
    for lexicon, concept, variant in report.enabled(lexicons):
        for text in sentences(variant):
            hits = matcher.find(document(text), variant.valid_from or variant.valid_to)
            names = {(matcher.entries[hit.entry][:3]) for hit in hits}
            if (lexicon.id, concept.id, variant.id) not in names:
                missing.append((variant.id, text))
    assert missing == []


@pytest.mark.parametrize(
    ("text", "concept", "expected"),
    [
        ("American occupation forces stayed.", "foreign-troops", ["occupation-forces"]),
        ("US forces left, American troops stayed.", "foreign-troops",
         ["national-forces-at-large"] * 2),
        ("The presence of all foreign military forces ends.", "foreign-troops", ["foreign-forces"]),
        ("They were treated as occupying forces.", "foreign-troops", ["occupying-forces"]),
        ("He died in a terror drone strike.", "drone-strike", ["terror-drone-strike"]),
        ("Possible drone strikes were feared.", "drone-strike", ["drone-strike"]),
        ("The assassination shocked them.", "killing-of-person", ["assassination"]),
        ("Resistance groups have warned.", "armed-organisation", ["resistance-group"]),
        ("They wanted regime change.", "government", []),
        ("She began an exercise regime.", "government", []),
        ("A new tax regime and a visa regime.", "government", []),
        ("The Syrian regime fell.", "government", ["regime"]),
        ("He had night terrors as a child.", "attack-on-civilians", []),
        ("The terror attack killed two.", "attack-on-civilians", ["terror-attack"]),
        ("The death tax and the estate tax.", "estate-tax", ["death-tax", "estate-tax"]),
        ("He faces the death penalty.", "the-dead", []),
        ("A character assassination.", "killing-of-person", []),
        ("The climate crisis and climate change.", "climate-change",
         ["climate-crisis", "climate-change"]),
        ("In March the market rallied.", "unrest-event", []),
        ("Antibiotic resistance training groups.", "armed-group-members", []),
        ("The sex offender met a returning citizen.", "person-in-prison", ["returning-citizen"]),
        ("Russian bombers flew near a gunman.", "armed-group-members", ["attacker-by-deed"]),
        ("The culture clash and a clash of civilizations.", "violence-pattern", []),
        ("They loved chicken Kiev.", "kyiv-name", []),
        ("After the terrorist attack the terrorists fled.", "armed-group-members", ["terrorist"]),
        ("I suspect that she knows the suspect.", "suspect", ["suspect"]),
        ("That was a coup for the party.", "power-takeover", []),
        ("Louise Slaughter spoke first.", "mass-killing", []),
        ("He invoked the Insurrection Act.", "unrest-event", []),
        ("His career was collateral damage.", "bystander-deaths", []),
        ("It captured everyone's attention.", "taking-captive", []),
        ("The wall of the barn fell.", "barrier", []),
        ("Her Democratic allies cheered.", "state-out-of-favour", []),
        ("The Environmental Protection Agency met.", "climate-policy", []),
        ("Each child had a fair share of the cake.", "taxing-the-rich", []),
        ("The top commander spoke.", "head-of-government", []),
        ("The top commander spoke.", "military-leader", ["commander-at-large"]),
        ("The legalization of marijuana passed.", "legalisation", []),
        ("They debated an amnesty for immigrants.", "legalisation", ["amnesty"]),
        ("It was an offensive joke.", "entry-of-forces", []),
        ("The student walkout ended.", "industrial-dispute", []),
        ("The so-called Islamic State fell.", "islamic-state-name", ["so-called-islamic-state"]),
        ("An illegal immigrant met an immigrant.", "people-on-the-move", ["immigrant"]),
    ],
)  # fmt: skip
def test_namings_and_false_friends(
    lexicons: list[Lexicon],
    matcher: Matcher,
    text: str,
    concept: str,
    expected: list[str],
) -> None:
    """A sentence yields its namings of a concept, and none where the word means another thing."""
    assert any(each.id == concept for lexicon in lexicons for each in lexicon.concepts)
    hits = [matcher.entries[hit.entry] for hit in matcher.find(document(text))]
    assert [entry.variant for entry in hits if entry.concept == concept] == expected


@pytest.mark.parametrize(
    ("text", "concept", "party"),
    [
        ("The heartbeat bill passed while France looked on.", "heartbeat-law",
         "the movement against abortion"),
        ("Terrorists struck while France looked on.", "armed-group-members", None),
        ("The mosque of the Haram al-Sharif changed.", "holy-site", "Jews"),
        ("The constitution grants a right to life.", "abortion-opponents", ()),
        ("The right-to-life movement met in France.", "abortion-opponents",
         "the movement against abortion"),
        ("The war on terror went on.", "the-war", "United States"),
        ("Operation Iraqi Freedom began.", "the-war", "United States"),
        ("The Zionist regime spoke.", "government", "Israel"),
        ("The Falklands lie far off.", "falklands-name", "Argentina"),
        ("The regime in Syria fell.", "government", "Syria"),
        ("Iran's nuclear program grew.", "nuclear-programme", "Iran"),
        ("Russian forces left.", "foreign-troops", "Russia"),
    ],
)  # fmt: skip
def test_parties(
    lexicons: list[Lexicon],
    matcher: Matcher,
    text: str,
    concept: str,
    party: str | tuple[()] | None,
) -> None:
    """A state fills a slot where the words say so, a party that the word itself names always."""
    assert any(each.id == concept for lexicon in lexicons for each in lexicon.concepts)
    hits = [h for h in matcher.find(document(text)) if matcher.entries[h.entry].concept == concept]
    assert [hit.bindings[0].target for hit in hits] == ([] if party == () else [party])


def test_validity(matcher: Matcher) -> None:
    """A place name that became a choice is a plain name before, and the new one a choice then."""
    found = {
        (name, date): [
            matcher.entries[hit.entry].variant
            for hit in matcher.find(document(f"The talks in {name} went on."), date)
        ]
        for name in ("Kiev", "Kyiv")
        for date in ("2014-03-01", "2022-03-01")
    }
    assert found == {
        ("Kiev", "2014-03-01"): ["kiev-before-2019"],
        ("Kiev", "2022-03-01"): ["kiev"],
        ("Kyiv", "2014-03-01"): ["kyiv-before-2019"],
        ("Kyiv", "2022-03-01"): ["usual-name"],
    }
