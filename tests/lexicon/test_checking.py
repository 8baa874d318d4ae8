"""`check_lexicon`: what it finds, with line, wording and mend."""

from __future__ import annotations

import time
import warnings
from pathlib import Path

import pytest

import framing
from framing.errors import FramingWarning
from framing.lexicon import (
    audit,
    check_lexicon,
    directions,
    lexicon_from_mapping,
    load_lexicon,
    read_lexicon_text,
)

HEAD = """\
id: example
version: 1.0.0
license: CC0-1.0
sources:
  guide: {title: A Guide, publisher: A House, url: https://example.org/guide, accessed: 2024-05-01}
concepts:
  - id: troops
    slots: {holder: whose}
    variants:
      - {id: neutral, exact: [soldier], sources: [guide]}
      - {id: against, nouns: [occupier], toward: {holder: -1}, intensity: 2, sources: [guide]}
      - {id: for, nouns: [liberator], toward: {holder: 1}, intensity: 2, sources: [guide]}
"""


def check(tmp_path: Path, text: str) -> list[str]:
    """Write a lexicon, check it, and return line, level, fault and mend of each finding."""
    file = tmp_path / "example.yaml"
    file.write_text(text, encoding="utf-8")
    return [f"{f.line} {f.level}: {f.what}; {f.mend}" for f in check_lexicon(file)]


def test_sound_lexicon_has_no_findings(tmp_path: Path) -> None:
    """A lexicon with sources, both directions and a neutral variant passes."""
    assert check(tmp_path, HEAD) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "exact: [soldier]",
            "exakt: [soldier]",
            "10 error: unknown key 'exakt' in variant 'neutral' of concept 'troops'; allowed are "
            "id, nouns, verbs, adjectives, exact, toward, fixed, intensity, register, sources, "
            "note, requires, unless, unless_in_sentence, valid_from, valid_to, case, status, "
            "basis, weight, extrapolated, was, counted, by_fact. Did you mean 'exact'?",
        ),
        (
            "intensity: 2, sources: [guide]}\n      - {id: for",
            "intensity: 2}\n      - {id: for",
            "11 warning: variant 'against' of concept 'troops' is loaded and has no source; add "
            "`sources:`, or `status: unsourced`, which leaves it out of every count",
        ),
        (
            "nouns: [liberator]",
            "nouns: [liberator], exact: [occupiers]",
            "12 error: 'occupiers' stands under two variants of concept 'troops', 'against' "
            "(line 11) and 'for'; keep it under one; as it is, 'against' gets every naming",
        ),
        (
            "nouns: [liberator]",
            "nouns: [liberator soldier]",
            "10 note: forms of variant 'neutral' of concept 'troops' stand inside longer ones, "
            "which win there: 'liberator soldier' (for); nothing to mend if that is meant",
        ),
        (
            "nouns: [liberator], toward: {holder: 1}",
            "nouns: [liberator], toward: {holder: -1}",
            "7 warning: concept 'troops' is loaded one way only, against what fills its slots "
            "(holder: 2 against, 1 neither, 0 favouring); add sourced variants that are loaded "
            "the other way, where usage has them",
        ),
        (
            "exact: [soldier]",
            "exact: [soldier], intensity: 1",
            "7 warning: concept 'troops' has no neutral variant, so every naming is loaded; add "
            "the neutral words for it with intensity 0",
        ),
        (
            "https://example.org/guide",
            "https//example.org/guide",
            "5 warning: source 'guide' has the URL 'https//example.org/guide', which leads "
            "nowhere; write https://host/path",
        ),
        (
            "exact: [soldier]",
            'exact: ["{nation:owner} soldier"]',
            "10 error: entry '{nation:owner} soldier' under exact of variant 'neutral' of "
            "concept 'troops' has the slot 'owner', which the concept does not declare; add "
            "`owner` to its `slots:`",
        ),
        (
            "exact: [soldier]",
            'exact: ["{nation:holder}"]',
            "10 error: entry '{nation:holder}' under exact of variant 'neutral' of concept "
            "'troops' is a slot and nothing else; add the word that names the concept",
        ),
        (
            "exact: [soldier]",
            'nouns: ["the <soldier>"]',
            "10 error: entry 'the <soldier>' under nouns of variant 'neutral' of concept 'troops' "
            "has angle brackets: only entries under `exact` may have them, elsewhere they are "
            "looked for as they stand; list its forms there",
        ),
        (
            "exact: [soldier]",
            'exact: ["the <soldier"]',
            "10 error: entry 'the <soldier' under exact of variant 'neutral' of concept 'troops' "
            "has an angle bracket without its pair, looked for as it stands; put one pair around "
            "the words that name",
        ),
        (
            "exact: [soldier]",
            'exact: ["<the> brave <soldier>"]',
            "10 error: entry '<the> brave <soldier>' under exact of variant 'neutral' of concept "
            "'troops' has a second pair of angle brackets, looked for as it stands; put one "
            "pair around the words that name",
        ),
        (
            "exact: [soldier]",
            'exact: ["the < > soldier"]',
            "10 error: entry 'the < > soldier' under exact of variant 'neutral' of concept "
            "'troops' has nothing between its angle brackets; put them around the words that name",
        ),
        (
            "exact: [soldier]",
            'exact: [soldier], unless: ["toy <soldier>"]',
            "10 error: variant 'neutral' of concept 'troops' has angle brackets in its condition "
            "'toy <soldier>': only entries under `exact` may have them, elsewhere they are looked "
            "for as they stand; write the phrase without them",
        ),
        (
            "{holder: whose}",
            "{holder: make, sell}",
            "8 warning: slot 'sell' of concept 'troops' does not say what it stands for; write "
            "`name: what it stands for`; quote that if it holds a comma",
        ),
        (
            "exact: [soldier]",
            'exact: ["*soldier"]',
            "10 error: entry '*soldier' under exact of variant 'neutral' of concept 'troops' "
            "begins with *; put * at a word's end only",
        ),
        (
            "exact: [soldier]",
            "exact: [soldier], valid_from: 2021-01-01, valid_to: 2020-01-01",
            "10 error: variant 'neutral' of concept 'troops' is valid from 2021-01-01 to "
            "2020-01-01, so never; exchange valid_from and valid_to",
        ),
        (
            "exact: [soldier]",
            "exact: [soldier], unless: [Soldier]",
            "10 error: variant 'neutral' of concept 'troops' does not count in 'Soldier', which "
            "is the entry itself; make the phrase under `unless` longer than the entry",
        ),
        (
            "toward: {holder: -1}",
            "by_fact: true, toward: {holder: -1}",
            "11 error: variant 'against' of concept 'troops' is loaded and `by_fact`, as if what "
            "happened had chosen its words; remove `by_fact`, or make it a neutral variant",
        ),
        (
            "toward: {holder: -1}",
            "toward: {hodler: -1}",
            "11 error: 'toward' in variant 'against' of concept 'troops' names the slot "
            "'hodler', which is not declared; declare it under the concept's `slots:`. Did you "
            "mean 'holder'?",
        ),
        (
            "version: 1.0.0",
            "version: 1.0",
            "2 error: 'version' in the lexicon can't be used (got '1.0'); write a semantic "
            "version such as 1.0.0",
        ),
        (
            "license: CC0-1.0",
            "version: 2.0.0",
            "3 error: the key 'version' stands twice (first on line 2); keep one of them",
        ),
    ],
)
def test_findings(tmp_path: Path, old: str, new: str, expected: str) -> None:
    """Each fault is found on its line, said plainly, and comes with what mends it."""
    assert old in HEAD
    assert expected in check(tmp_path, HEAD.replace(old, new, 1))


def test_broken_yaml_is_one_finding(tmp_path: Path) -> None:
    """A file that is no YAML gives one error with its line, not an exception."""
    (only,) = check(tmp_path, HEAD.replace("concepts:", "concepts: ["))
    assert only.endswith(
        " error: not readable as YAML; check indentation, colons and quotation marks there"
    )


def test_a_tab_that_indents_is_named(tmp_path: Path) -> None:
    """The commonest reason why an editor's YAML can't be read is told as what it is."""
    (only,) = check(tmp_path, HEAD.replace("    slots:", "\tslots:"))
    assert only.endswith("a tab indents it: write spaces in its place")


@pytest.mark.parametrize("key", ["concepts", "variants"])
def test_a_mapping_where_a_list_belongs_is_told_how_to_begin(tmp_path: Path, key: str) -> None:
    """Who writes ids as keys is told so, not that a key called "troops" is unknown."""
    text = {
        "concepts": "concepts:\n  troops:\n    variants: [{id: a, exact: [soldier]}]\n",
        "variants": "concepts:\n  - id: x\n    variants:\n      troops: {exact: [soldier]}\n",
    }[key]
    said = check(tmp_path, HEAD.partition("concepts:")[0] + text)
    assert any(f"'{key}' in " in line and "write `- id: troops`" in line for line in said)
    assert not any("unknown key" in line for line in said)


@pytest.mark.parametrize("nothing", ["[]", "{}", ""])
def test_a_lexicon_without_concepts_is_told_so(tmp_path: Path, nothing: str) -> None:
    """However the emptiness is written."""
    said = check(tmp_path, HEAD.partition("concepts:")[0] + f"concepts: {nothing}\n")
    assert any("the lexicon has no concepts" in line for line in said)


def test_errors_come_first(tmp_path: Path) -> None:
    """Findings are ordered by how bad they are, then by line."""
    text = HEAD.replace("license: CC0-1.0\n", "").replace("exact:", "exakt:")
    levels = [line.split()[1] for line in check(tmp_path, text)]
    assert levels == sorted(levels, key=["error:", "warning:", "note:"].index)
    assert len(set(levels)) > 1


def test_directions_count_what_is_searched() -> None:
    """The table of directions counts each slot's signs and leaves unsourced variants out."""
    text = HEAD + "      - {id: x, exact: [x], toward: {holder: -1}, status: unsourced}\n"
    assert [tuple(row) for row in directions(read_lexicon_text(text))] == [
        ("troops", "holder", 1, 1, 1)
    ]


def test_two_slots_balance_each_other() -> None:
    """Favouring one party here and the other there is not one way only."""
    text = """\
id: place
concepts:
  - id: site
    slots: {a: one side, b: the other}
    variants:
      - {id: n, exact: [site]}
      - {id: x, exact: [x], toward: {a: 1}, intensity: 1}
      - {id: y, exact: [y], toward: {b: 1}, intensity: 1}
"""
    assert audit(read_lexicon_text(text)) == []
    only = text.replace("toward: {b: 1}", "toward: {a: 1, b: -1}")
    assert len(audit(read_lexicon_text(only))) == 1


def test_one_sided_conditions_are_refused(tmp_path: Path) -> None:
    """A condition on one variant alone is an error; under the concept it holds for all."""
    one = HEAD.replace("exact: [soldier]", "exact: [soldier], requires: [army]")
    assert any(
        "for some variants of concept 'troops' only" in line for line in check(tmp_path, one)
    )
    whole = HEAD.replace("    variants:", "    requires: [army]\n    variants:", 1)
    assert whole != HEAD
    assert not any("`requires`" in line for line in check(tmp_path, whole))


def _wide(folder: Path, variants: int) -> Path:
    """Write a lexicon of one concept with so many variants, each form inside a longer one."""
    head = (
        "schema: 1\nkind: naming\nid: wide\ntitle: Wide\nversion: 1.0.0\nlanguage: en\n"
        "license: CC0-1.0\nsources: {s: {title: T, publisher: P, year: 2000}}\n"
        "concepts:\n  - id: c\n    gloss: g\n    variants:\n"
    )
    rows = [
        f"      - {{id: v{n}, nouns: [{'big ' * (n % 2)}word{n // 2} thing], "
        f"intensity: {n % 2 * 2}, register: neutral, sources: [s]}}\n"
        for n in range(variants)
    ]
    path = folder / "wide.yaml"
    path.write_text(head + "".join(rows), encoding="utf-8")
    return path


def test_many_variants_are_checked_in_linear_time(tmp_path: Path) -> None:
    """What hides what is looked up, not tried pair by pair: 5,000 variants take seconds."""
    begun = time.process_time()
    found = check_lexicon(_wide(tmp_path, 5_000))
    assert time.process_time() - begun < 20
    assert sum("stand inside longer ones" in one.what for one in found) == 2_500


@pytest.mark.parametrize("entry", ["a*b", ".*", "*a", "-", "\\u200b", "{}", "{nation:nobody} man"])
def test_entries_that_can_never_match_are_said_by_the_loader(tmp_path: Path, entry: str) -> None:
    """A lexicon with an entry without use loads, and warns with file, line and entry."""
    path = tmp_path / "used.yaml"
    path.write_text(
        _wide(tmp_path, 2).read_text("utf-8").replace("[word0 thing]", f'[word0 thing, "{entry}"]'),
        encoding="utf-8",
    )
    with pytest.warns(FramingWarning, match=r"used\.yaml, line 13: entry"):
        assert load_lexicon(path).id == "wide"
    plain = {"id": "mine", "concepts": [{"id": "c", "variants": [{"id": "v", "exact": [entry]}]}]}
    if "\\" not in entry:  # YAML's way of writing it
        with pytest.warns(FramingWarning, match="lexicon 'mine', line 1: entry"):
            assert lexicon_from_mapping(plain).id == "mine"


@pytest.mark.parametrize("entry", ["<3", "x < y", "a <b> c", "<-", ">:o", "<o<", "the <raid> on"])
def test_brackets_that_are_symbols_or_name_are_not_told_of(tmp_path: Path, entry: str) -> None:
    """A heart or an arrow is looked for as it stands; words in one pair are what names."""
    found = check(tmp_path, HEAD.replace("exact: [soldier]", f'exact: ["{entry}"]'))
    assert not [one for one in found if "bracket" in one]


def test_symbols_are_entries(tmp_path: Path) -> None:
    """A sign that stands in texts, such as an emoji, is an entry like any other."""
    path = tmp_path / "signs.yaml"
    text = _wide(tmp_path, 2).read_text("utf-8").replace("nouns: [word0 thing]", 'exact: ["🙂"]')
    path.write_text(text, encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        lexicon = load_lexicon(path)
    (concept,) = lexicon.concepts
    assert concept.variants[0].exact == ("🙂",)
    article = framing.Article("a", text="They won 🙂 again.")
    assert list(framing.analyze([article], lexicon, sentiment=False).mentions["text"]) == ["🙂"]
