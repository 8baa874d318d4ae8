"""Words for rules, sentences and pictures whose numbers open what they count."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from framing import analyze, compare, read_articles
from framing.analysis import Analysis
from framing.charts.kinds.side_bars import SidesDisplay
from framing.comparison import Query
from framing.report.numbered import Numbers
from framing.report.openedlists import Kept
from framing.report.rulewords import in_words
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


def test_numbers_of_sentences_open_what_they_count(analysis: Analysis) -> None:
    """Every n in a finding has exactly n lines; the number of events is that of its lines."""
    made = compare(analysis)
    told = [*made.primary.sentences, *made.findings()]
    queries = [part.query for said in told for part in said if part.query]
    assert {"lines", "events", "articles"} == {query.show for query in queries}
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


def test_numbers_of_the_page_are_as_many_as_their_rows(analysis: Analysis) -> None:
    """What a number opens is what its query counts, in a list of the same length."""
    made = compare(analysis)
    numbers = Numbers(made, {})
    told = [part.query for said in made.findings() for part in said if part.query]
    for query in [*told, Query(), Query(scope="own", loaded=True)]:
        lines = made.lines(query.but(show="lines"))
        of = {"events": "event", "articles": "article_id"}.get(query.show)
        assert numbers.of(query).n == (lines[of].nunique() if of else len(lines)), query


def test_an_event_list_holds_each_naming_once(analysis: Analysis) -> None:
    """The lists of a test's events together are the namings of both sides."""
    made = compare(analysis)
    query = made.primary.query
    assert query is not None
    numbers = Numbers(made, {})
    place = numbers.of(query).id
    kept = np.ones(len(made.material.mentions), dtype=bool)
    strings: list[str] = []

    def words(text: str) -> int:
        strings.append(text)
        return len(strings) - 1

    found = numbers.data(Kept(kept, np.zeros(0, int), np.zeros(0, int)), words)[place]
    kind, _, n, _, (_, events, _) = found
    assert (kind, n) == ("events", len(events))
    rows = [
        row for _, *sides in events for _, _, steps, _ in sides for row in np.cumsum(steps).tolist()
    ]
    assert len(rows) == len(set(rows)) == len(made.lines(query.but(show="lines")))


def test_one_outlet_alone_has_pictures_of_what_it_wrote() -> None:
    """Where nothing is matched, the concepts named most are drawn, in own words."""
    texts = ["The regime fell. The regime left.", "Dockers stayed at home all week."]
    articles = [Article(str(i), "Ash", None, None, None, None, t) for i, t in enumerate(texts)]
    (picture,) = SidesDisplay.first(compare(analyze(articles, sentiment=False)), 3)
    (row,) = picture.data.to_dict("records")
    assert (row["outlet"], row["wording"], row["n"], row["total"]) == ("Ash", "regime", 2, 2)
    assert row["difference"] is None
