"""The lexicons are as large as promised, and every topic asked for is there."""

from __future__ import annotations

from types import ModuleType

import pytest

from framing.lexicon import Lexicon

TOPICS = {
    "armed-groups",
    "climate-energy",
    "detention",
    "elections",
    "family-gender",
    "foreign-forces",
    "governments",
    "killings",
    "migration",
    "nuclear-sanctions",
    "policing",
    "protest",
    "strikes",
    "taxes-labour",
    "territory",
    "war",
}


def test_topics(lexicons: list[Lexicon]) -> None:
    """Every topic has a file of its own."""
    assert {lexicon.id for lexicon in lexicons} >= TOPICS


def test_counts(lexicons: list[Lexicon], report: ModuleType) -> None:
    """There are 12 topics, 80 concepts and 500 variants in use, by distinct lemma and by entry."""
    used = report.enabled(lexicons)
    words = {word for _, _, variant in used for word in report.lemmas(variant)}
    assert len(lexicons) >= 12
    assert len({(lexicon.id, concept.id) for lexicon, concept, _ in used}) >= 80
    assert len(used) >= 500
    assert len(words) >= 500


def test_heads(lexicons: list[Lexicon]) -> None:
    """Each file says what it is: title, version, language, licence, and a gloss a concept."""
    for lexicon in lexicons:
        assert lexicon.title != lexicon.id
        assert (lexicon.version, lexicon.language, lexicon.license) == ("1.1.0", "en", "CC0-1.0")
        assert all(concept.gloss for concept in lexicon.concepts), lexicon.id


def test_report(lexicons: list[Lexicon], report: ModuleType) -> None:
    """The report's parts sum to the whole: each variant rests on exactly one of four grounds."""
    counts = report.standings(lexicons)
    assert sum(counts.values()) == len(list(report.variants(lexicons)))
    assert tuple(counts) == report.STANDINGS
    text = "\n".join(report.lines(lexicons))
    assert all(lexicon.id in text for lexicon in lexicons)
    assert str(counts["inferred"]) in text


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_equal_structure(lexicons: list[Lexicon], topic: str) -> None:
    """Every concept declares slots, and every variant says where it points and how it is used."""
    lexicon = next(each for each in lexicons if each.id == topic)
    for concept in lexicon.concepts:
        assert concept.slots, concept.id
        for variant in concept.variants:
            where = (topic, concept.id, variant.id)
            assert set(variant.toward) <= set(concept.slots), where
            if variant.intensity:
                assert any(variant.toward.values()) or variant.note, where
            else:
                assert not any(variant.toward.values()), where
