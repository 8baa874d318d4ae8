"""One form has one place and one sign: no word is counted for two concepts at once."""

from __future__ import annotations

import re

from framing.lexicon import Lexicon
from framing.lexicon.forms import forms_of

SLOT = re.compile(r"\{nation:[^{}]*\}")


def test_no_form_in_two_concepts(lexicons: list[Lexicon]) -> None:
    """No form of a variant in use stands in two concepts, whatever its slots are called."""
    owners: dict[str, tuple[str, str]] = {}
    twice: list[tuple[str, tuple[str, str], tuple[str, str]]] = []
    for lexicon in lexicons:
        for concept, expanded in zip(lexicon.concepts, forms_of(lexicon), strict=True):
            for variant, forms in zip(concept.variants, expanded, strict=True):
                if variant.status == "unsourced":
                    continue
                for form in forms:
                    word = SLOT.sub("{nation}", form.text).casefold().replace("-", " ")
                    here = (lexicon.id, concept.id)
                    first = owners.setdefault(word, here)
                    if first != here:
                        twice.append((word, first, here))
    assert twice == []


def test_conditions_hold_for_all(lexicons: list[Lexicon]) -> None:
    """What a concept's namings need around them is the same for each of its variants."""
    for lexicon in lexicons:
        for concept in lexicon.concepts:
            used = [variant for variant in concept.variants if variant.status != "unsourced"]
            assert len({variant.requires for variant in used}) == 1, (lexicon.id, concept.id)


def test_former_ids(lexicons: list[Lexicon]) -> None:
    """A former id is `concept/variant`, and a variant does not say that it was itself."""
    for lexicon in lexicons:
        for concept in lexicon.concepts:
            for variant in concept.variants:
                for before in variant.was:
                    assert re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", before), (lexicon.id, before)
                    assert before != f"{concept.id}/{variant.id}", (lexicon.id, before)


def test_blame_of_the_doer_favours_whom_it_is_done_to(lexicons: list[Lexicon]) -> None:
    """A word that blames who does a harm takes the part of whom it is done to, in every concept."""
    for lexicon in lexicons:
        for concept in lexicon.concepts:
            roles = {name: concept.slot_rules[name].role for name in concept.slots}
            doers = [name for name, role in roles.items() if role == "agent"]
            harmed = [name for name, role in roles.items() if role == "patient"]
            for variant in concept.variants:
                if variant.intensity and any(variant.toward.get(name) == -1 for name in doers):
                    favoured = [variant.toward.get(name) for name in harmed]
                    assert favoured == [1] * len(harmed), (lexicon.id, concept.id, variant.id)
