"""What rules a naming out holds for all words of its concept, or is a sense of the word's own."""

from __future__ import annotations

import re

from framing.lexicon import Concept, Lexicon
from framing.lexicon.forms import forms_of
from framing.matching.folding import fold_form

OWN_SENSES = {
    "armed-group-members/attacker": "who attacks in sport, on the net or for gain",
    "armed-group-members/bomber": "an aircraft",
    "armed-group-members/extremist": "who goes far in party politics",
    "armed-group-members/fighter": "an aircraft",
    "armed-group-members/insurgent": "a candidate against a party's leaders",
    "armed-group-members/rebel": "a member who votes against a party",
    "attack-on-civilians/shooting-at-large": "what police do on duty",
    "criticising/attacked": "an act of violence",
    "criticising/blasted": "hit, of things",
    "criticising/slammed": "hit, of things",
    "dismissal/purge": "driving out an enemy",
    "election-result/landslide": "winning, of a party's own vote",
    "false-statement/false-claim": "the name of a crime",
    "false-statement/falsehood": "the name of a crime (a false statement to investigators)",
    "foreign-troops/invading-forces": "said of migrants",
    "informants/spy": "an officer of an intelligence service",
    "job-loss/rightsizing": "making a house or an army smaller",
    "killing-of-person/assassination": "the ruin of a reputation",
    "killing-of-person/bring-to-justice": "what a court does",
    "killing-of-person/kill": "stopping a bill",
    "killing-of-person/killing": "stopping a bill; killing oneself",
    "killing-of-person/shot-dead": "stopping a bill; killing oneself",
    "measures-against-disease/lockdown": "closing a building in danger",
    "orders-of-leaders/decisive-action": "fighting well; what a candidate does",
    "people-on-the-move/newcomer": "who is new in politics",
    "person-held/hostage": "what a bill is held for",
    "police-forces/jackboots": "said of parties",
    "power-takeover/military-takeover": "taking over a campaign",
    "power-takeover/ousting": "taking over a campaign",
    "power-takeover/toppling": "taking over a campaign",
    "protesters/thug": "said of rulers and armed groups",
    "stories-against-someone/fake-news": "false news at large",
    "suspect/killer": "who fights for an armed group",
    "taking-captive/capture": "to record; to win attention",
    "taking-captive/seized": "to record; to win attention",
    "the-war/war-on-terror": "what other governments call their own campaigns",
    "unity-of-a-group/chaos": "the state of a country or a market",
    "unity-of-a-group/shambles": "the state of a country or a market",
    "unrest-event/revolt": "discontent of voters",
    "unrest-event/unrest": "discontent in a party",
    "unrest-event/uprising": "discontent of voters",
    "violence-pattern/clashes": "a quarrel in a parliament",
    "violence-pattern/fighting": "resisting the police",
}
"""Words with a sense of their own outside their concept, which words beside them rule out."""


def conditions(lexicon: Lexicon, concept: Concept) -> dict[str, set[str]]:
    """Return, by variant in use, the phrases that rule it out from beside it.

    A phrase that holds a form of the concept speaks of that word ("exercise regime"), and is
    no condition on the sentence.
    """
    at = lexicon.concepts.index(concept)
    words = [
        word
        for forms in forms_of(lexicon)[at]
        for form in forms
        for word in re.split(r"\{[^}]*\}|\*", fold_form(form.text)[0])
        if word.strip()
    ]
    holds = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word.strip()) for word in words)})")
    return {
        variant.id: {
            each
            for each in (*variant.unless, *variant.unless_in_sentence)
            if not holds.search(fold_form(each)[0])
        }
        for variant in concept.variants
        if variant.status != "unsourced"
    }


def test_a_condition_holds_for_all_words_of_a_concept(lexicons: list[Lexicon]) -> None:
    """Only words with another sense are lost in sentences where the concept's others are kept."""
    found: dict[str, set[str]] = {}
    for lexicon in lexicons:
        for concept in lexicon.concepts:
            by_variant = conditions(lexicon, concept)
            shared = set.intersection(*by_variant.values())
            for variant, phrases in by_variant.items():
                if phrases - shared:
                    found[f"{concept.id}/{variant}"] = phrases - shared
    assert {name: found[name] for name in found if name not in OWN_SENSES} == {}
    assert set(OWN_SENSES) == set(found)


def test_most_conditions_are_the_concept_s(lexicons: list[Lexicon]) -> None:
    """Of the phrases that rule namings out nine in ten hold for every word of their concept."""
    own = shared = 0
    for lexicon in lexicons:
        for concept in lexicon.concepts:
            by_variant = list(conditions(lexicon, concept).values())
            held = set.intersection(*by_variant)
            shared += len(held)
            own += len(set.union(*by_variant) - held)
    assert shared / (own + shared) >= 0.9, (own, shared)
