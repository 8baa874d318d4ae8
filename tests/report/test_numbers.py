"""Words for rules, sentences cut at their numbers, uses of words as often as they count."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from framing import analyze, compare, read_articles
from framing.analysis import Analysis
from framing.report.rules import in_words
from framing.report.uses import term_uses
from framing.values import Article
from framing.voice import RULES

ROOT = Path(__file__).parents[2]
VOICE = ROOT / "framing" / "voice"
#: Where a rule stands among the arguments of what carries one.
CARRIERS = {"Found": 0, "_label": 0, "add": 0, "trailing": 0, "_scope": 4, "Distancing": 5,
            "Decision": 1}  # fmt: skip


def strings(node: ast.AST) -> Iterator[str]:
    """Walk the strings an expression can give."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from strings(node.body)
        yield from strings(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from strings(value)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        for value in node.args[1:]:
            yield from strings(value)


def rules_given() -> set[str]:
    """Collect every rule id that the voice reader's code can give."""
    found: set[str] = set()
    for path in sorted(VOICE.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                place = CARRIERS.get(name, 99)
                if len(node.args) > place:
                    found.update(strings(node.args[place]))
            elif isinstance(node, ast.Assign) and any(
                isinstance(one, ast.Name) and one.id in ("rule", "_LEADING") for one in node.targets
            ):
                values = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
                for value in values:
                    found.update(strings(value))
            elif isinstance(node, ast.FunctionDef) and node.name in ("_bare", "_rule"):
                for inner in ast.walk(node):
                    if isinstance(inner, ast.Return) and inner.value is not None:
                        found.update(strings(inner.value))
    return {rule for rule in found if rule}


def test_every_rule_of_the_voice_reader_has_words() -> None:
    """Each id that framing.voice can give has a sentence, and no sentence is left over."""
    given = rules_given()
    assert {"trailing", "leading-clause", "colon", "parsed-to", "scare-quote", "own"} <= given
    assert given - set(RULES) == set()
    assert set(RULES) - given == {"corrected"}


def test_rules_of_the_crafted_cases_have_words() -> None:
    """So has each that the crafted sentences of the voice reader expect."""
    lines = (ROOT / "tests" / "voice" / "cases.txt").read_text(encoding="utf-8").splitlines()
    cases = [line.split(" | ") for line in lines if not line.startswith("#")]
    expected = {case[3] for case in cases if len(case) > 4}
    assert len(expected) > 20
    assert expected - set(RULES) == set()


def test_words_of_rules_name_no_id() -> None:
    """The words are a reader's, not the code's; each is its own."""
    words = {rule.words for rule in RULES.values()}
    assert len(words) == len(RULES)
    assert not [rule for rule in RULES.values() if f"{rule.id} " in rule.words and "-" in rule.id]
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
    assert len(queries) > 10
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
