"""Words for rules, sentences cut at their numbers, uses of words as often as they count."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing import analyze, compare, read_articles
from framing.analysis import Analysis
from framing.report.rules import in_words
from framing.report.uses import term_uses
from framing.values import Article
from framing.voice import all_rules

ROOT = Path(__file__).parents[2]


def test_rules_of_the_crafted_cases_have_words() -> None:
    """So has each that the crafted sentences of the voice reader expect."""
    lines = (ROOT / "tests" / "voice" / "cases.txt").read_text(encoding="utf-8").splitlines()
    cases = [line.split(" | ") for line in lines if not line.startswith("#")]
    expected = {case[3] for case in cases if len(case) > 4}
    assert len(expected) > 20
    assert expected - set(all_rules()) == set()


def test_words_of_rules_name_no_id() -> None:
    """The words are a reader's, not the code's; each is its own."""
    rules = all_rules().values()
    assert len({rule.words for rule in rules}) == len(rules)
    assert not [rule for rule in rules if f"{rule.id} " in rule.words and "-" in rule.id]
    assert all(in_words(rule.id) == rule.words for rule in rules)
    assert in_words("corrected") == "a reader of these articles corrected it"


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    """Read two outlets of the teaching corpus."""
    found = read_articles(ROOT / "examples" / "corpus")
    two = sorted({str(article.outlet) for article in found})[:2]
    return analyze(
        [article for article in found if article.outlet in two],
        targets=ROOT / "examples" / "targets.yaml",
        sentiment=False,
    )


@pytest.mark.parametrize("target", [None, "Varenia"])
def test_numbers_of_sentences_open_what_they_count(analysis: Analysis, target: str | None) -> None:
    """Every n in a finding has exactly n lines; the number of events is that of its lines."""
    made = compare(analysis, target=target)
    told = [*made.primary.sentences, *made.findings()]
    queries = [part.query for said in told for part in said if part.query]
    assert {"lines", "events"} == {query.show for query in queries}
    for query in queries:
        lines = made.lines(query)
        found = lines["event"].nunique() if query.show == "events" else len(lines)
        assert found == (query.n if query.of is None else query.of), query


def test_numbers_in_an_outlets_name_are_not_counts() -> None:
    """An outlet called "3 of 5 News" does not lend its name to a number."""
    names = ("3 of 5 News", "News")
    articles = [
        Article(f"{name}{i}", name, "e", None, None, None, "The regime fell. The government left.")
        for i, name in enumerate(names)
    ]
    made = compare(analyze(articles, sentiment=False))
    numbers = [part for said in made.findings() for part in said if part.query]
    assert {part.text for part in numbers} <= {"this", "1", "2"}
    assert all(part.query.n == 2 for part in numbers if part.text == "2" and part.query)


def test_uses_are_those_that_are_counted(analysis: Analysis) -> None:
    """Each term has as many lines as distinctive wording counts, at most forty an outlet."""
    made = compare(analysis)
    table = made.distinctive(ngrams=(1, 2), min_count=1)
    place = {article.id: i for i, article in enumerate(made.analysis.articles)}
    found = term_uses(made, table.index, place)
    assert len(found) > 500
    for term, row in zip(table.index, table.to_dict("records"), strict=True):
        assert len(found[term]) == min(row["count_a"], 40) + min(row["count_b"], 40), term
        assert all(line[2].lower().replace("’", "'").split() for line in found[term])
