"""A short run of the fuzz, and that its invariants see what is planted."""

from __future__ import annotations

import dataclasses
import random
from typing import Any

import flips
import invariants
import newsroom
import pandas as pd
import pytest
import run

import framing
from framing.analysis import Analysis


def test_mutated_articles_go_all_the_way() -> None:
    """Forty made-up articles, most of them broken, are read, analysed, compared and reported."""
    assert run.faults_of(0, size=40) == []


@pytest.mark.slow
@pytest.mark.parametrize("part", range(1, 6))
def test_more_mutated_articles_go_all_the_way(part: int) -> None:
    """A thousand more."""
    assert run.faults_of(part) == []


SPACED = (
    "Dov Ashe is expected to say “no comment”. “Rebels left,” the ministry did not say.",
    "Asked if troops must go, the minister (North) was said to have said “no”, critics – said.",
    "According to officials, rebels – said to have fled – are “terrorists”, say people.",
)


@pytest.mark.parametrize("spaces", range(1, 7))
def test_spaced_texts_break_no_promise(spaces: int) -> None:
    """However many spaces stand between words, nothing is empty and all lies where it says."""
    texts = [*SPACED, *(newsroom.article_of(seed)[1] for seed in range(4))]
    wide = [text.replace(" ", " " * spaces) for text in texts]
    articles = [framing.Article(str(n), text=text) for n, text in enumerate(wide)]
    found = framing.analyze(articles, sentiment=False)
    assert list(invariants.broken_by_analysis(found)) == []


def test_files_with_changed_bytes_cost_themselves_alone() -> None:
    """Two good files beside a broken one of any format are read, and something is said of it."""
    assert list(flips.broken_by_flips(4 * len(flips.files_of_every_format(0)))) == []


@pytest.mark.slow
def test_more_files_with_changed_bytes() -> None:
    """A thousand more files, with other changes."""
    assert list(flips.broken_by_flips(1_000, first=1_000)) == []


def test_every_mutation_changes_something() -> None:
    """None of the mutations stopped being one."""
    _, text = newsroom.article_of(3)
    for mutation in set(newsroom.MUTATIONS):
        changed = {mutation(text, random.Random(seed)) for seed in range(8)}  # noqa: S311
        assert changed != {text}, mutation.__name__


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    """Analyse a few articles."""
    rows = pd.DataFrame(run.articles_of(0, size=20))
    return framing.analyze(framing.read_articles(rows), sentiment=False)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("mentions", "text", "other words"),
        ("mentions", "sentence_end", 1),
        ("mentions", "voice", "nobody's"),
        ("cues", "end", 0),
        ("attributions", "content", [[5, 5]]),
        ("attributions", "speaker", "Nobody"),
        ("scores", "namings", 10_000),
    ],
)
def test_planted_faults_are_seen(analysis: Analysis, table: str, column: str, value: Any) -> None:
    """A table with one wrong cell is not let pass."""
    tables = dict(analysis.tables)
    assert list(invariants.broken_by_analysis(analysis)) == []
    wrong = tables[table].copy()
    row = wrong.index[wrong["source_start"].notna()][0] if column == "speaker" else wrong.index[0]
    wrong[column] = [value if at == row else cell for at, cell in wrong[column].items()]
    tables[table] = wrong
    planted = Analysis(analysis.articles, tables, analysis.provenance)
    assert list(invariants.broken_by_analysis(planted))


def test_a_lost_letter_is_seen(analysis: Analysis) -> None:
    """An article other than the one analysed breaks what rows say of it."""
    articles = [dataclasses.replace(a, text="x" + a.text) for a in analysis.articles]
    planted = Analysis(framing.Articles(articles), analysis.tables, analysis.provenance)
    assert list(invariants.broken_by_analysis(planted))
