"""The lexicon format: what a file may hold, and what the loader says of one that is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import framing.lexicon
from framing.errors import LexiconError
from framing.lexicon import Citation, SlotRule, load_lexicon, read_lexicon_text

EXAMPLE = """\
schema: 1
kind: naming
id: example
title: An example
version: 1.2.0
language: en
license: CC0-1.0
sources:
  guide: {title: A Guide, publisher: A House, year: 2013, accessed: 2024-05-01}
concepts:
  - id: foreign-troops
    gloss: armed forces of one state stationed in another
    slots: {holder: the state whose forces they are}
    variants:
      - id: occupation-forces
        nouns: [occupation force, occupier]
        toward: {holder: -1}
        intensity: 3
        register: partisan
        sources: [{id: guide, locator: p. 3, says: calls it loaded}]
        unless: ["army of occupation medal"]
      - id: national-forces
        nouns: ["{nation:holder} force"]
        toward: {holder: 0}
        register: neutral
        sources: [guide]
    rulings:
      - {outlet: Harbour Post, variant: occupation-forces, rule: only-attributed, source: guide}
"""


def test_example_is_read_whole() -> None:
    """Every field of the documented example arrives in the records."""
    lexicon = read_lexicon_text(EXAMPLE, "example.yaml")
    concept = lexicon.concepts[0]
    first, second = concept.variants
    assert (lexicon.id, lexicon.kind, lexicon.version) == ("example", "naming", "1.2.0")
    assert lexicon.sources["guide"].year == 2013
    assert lexicon.sources["guide"].accessed == "2024-05-01"
    assert concept.slots == {"holder": "the state whose forces they are"}
    assert first.toward == {"holder": -1}
    assert first.sources == (Citation("guide", "p. 3", "calls it loaded"),)
    assert first.unless == ("army of occupation medal",)
    assert first.line == 15
    assert second.toward == {"holder": 0}
    assert concept.rulings[0].rule == "only-attributed"


def test_slots_may_say_how_they_bind() -> None:
    """A slot written as a mapping keeps its gloss and gains a rule."""
    text = EXAMPLE.replace(
        "{holder: the state whose forces they are}",
        "{holder: {gloss: the state, after: [of], nearest: false}}",
    )
    concept = read_lexicon_text(text, "example.yaml").concepts[0]
    assert concept.slots == {"holder": "the state"}
    assert concept.slot_rules == {"holder": SlotRule(("of",), None, False)}


def test_classes_list_words_directly() -> None:
    """In kind cues a class holds its words itself, and words such as `no` stay words."""
    text = "kind: cues\nid: c\nconcepts:\n  - {id: negation, exact: [no, yes], nouns: [no]}\n"
    lexicon = read_lexicon_text(text)
    no, yes = sorted(lexicon.concepts[0].variants, key=lambda variant: variant.id)
    assert (no.id, no.exact, no.nouns) == ("no", ("no",), ("no",))
    assert (yes.id, yes.exact) == ("yes", ("yes",))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "nouns: [occupation force, occupier]",
            "nuons: [occupation force, occupier]",
            "example.yaml, line 16: unknown key 'nuons' in variant 'occupation-forces' of "
            "concept 'foreign-troops'; allowed are id, nouns, verbs, adjectives, exact, toward, "
            "fixed, intensity, register, sources, note, requires, unless, unless_in_sentence, "
            "valid_from, valid_to, case, status, basis, weight, extrapolated, was, counted, "
            "by_fact. Did you mean 'nouns'? (1 more: `framing lexicon check`)",
        ),
        (
            "id: national-forces",
            "id: occupation-forces",
            "example.yaml, line 22: variant 'occupation-forces' stands twice in concept "
            "'foreign-troops' (first on line 15); give one of them another id, or put their "
            "words together",
        ),
    ],
)
def test_bad_files_are_refused_with_file_and_line(old: str, new: str, message: str) -> None:
    """An unknown key and a duplicate variant name file, line, fault and mend."""
    with pytest.raises(LexiconError) as caught:
        read_lexicon_text(EXAMPLE.replace(old, new), "example.yaml")
    assert str(caught.value) == message


def test_unknown_id_suggests_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    """An id that is not shipped is answered with the command that lists them, and a guess."""
    monkeypatch.setattr(
        "framing.lexicon.loading.lexicon_paths", lambda: {"foreign-forces": Path("x.yaml")}
    )
    with pytest.raises(LexiconError) as caught:
        load_lexicon("forign-forces")
    assert str(caught.value) == (
        "lexicon 'forign-forces' is not installed; `framing lexicon list` shows those that "
        "are. Did you mean 'foreign-forces'?"
    )


def test_schema_accepts_the_example() -> None:
    """The published JSON Schema and the loader agree on the documented example."""
    import jsonschema
    import yaml

    schema_path = Path(framing.lexicon.__file__).parent.parent / "_data" / "lexicon.schema.json"
    plain = yaml.safe_load(EXAMPLE.replace("accessed: 2024-05-01", "accessed: '2024-05-01'"))
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(plain)] == []
    plain["concepts"][0]["variants"][0]["nuons"] = ["x"]
    assert len(list(validator.iter_errors(plain))) == 1


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 100_000, "f.yaml, line 1: the file nests or repeats too much to be a lexicon"),
        (BOMB, "f.yaml, line 6: the file nests or repeats too much to be a lexicon"),
        ("concepts: &a [*a]", "f.yaml, line 1: the file nests or repeats too much"),
        ("!!python/object/apply:os.abort []", "f.yaml, line 1: the lexicon is not a mapping"),
        ("id: x\n---\nid: y\n", "f.yaml, line 2: a second document begins"),
        ("[a]: b", "f.yaml, line 1: a key must be a word"),
        ("\x00", "f.yaml: not readable as YAML"),
        ("", "f.yaml: the file is empty; a lexicon needs at least `concepts:`"),
        ("id: x\nconcepts: [1, null]\n", "f.yaml, line 2: a concept is not a mapping"),
    ],
)
def test_hostile_files_are_refused_quickly(text: str, message: str) -> None:
    """Neither depth, repetition, tags nor damage gets past the reader, or crashes it."""
    with pytest.raises(LexiconError) as caught:
        read_lexicon_text(text, "f.yaml")
    assert str(caught.value).startswith(message)


def test_aliases_of_reasonable_size_are_read() -> None:
    """YAML's own repetition works where it repeats little."""
    text = EXAMPLE.replace("sources: [guide]", "sources: &s [guide]")
    text += "  - {id: more, variants: [{id: v, exact: [x], sources: *s}]}\n"
    lexicon = read_lexicon_text(text, "example.yaml")
    assert lexicon.concepts[1].variants[0].sources == (Citation("guide"),)


def test_a_concept_fixes_a_party_for_all_its_variants() -> None:
    """`fixed` under a concept holds for each variant; a variant's own goes first."""
    lexicon = read_lexicon_text(
        """
id: x
concepts:
  - id: law
    slots: {side: those for it}
    fixed: {side: the movement}
    variants:
      - {id: a, exact: [grab], toward: {side: -1}}
      - {id: b, exact: [ban], fixed: {side: the other movement}}
"""
    )
    found = [variant.fixed["side"] for variant in lexicon.concepts[0].variants]
    assert found == ["the movement", "the other movement"]
