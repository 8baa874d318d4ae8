"""One span, one count, and of repeated articles one decision."""

from __future__ import annotations

from typing import Any

import pytest

from framing.analysis.counting import counted_rows
from framing.analysis.reprints import copied_articles
from framing.values import Article


def rows(*spans: tuple[int, int], **columns: list[Any]) -> dict[str, list[Any]]:
    """Return mentions of one article at these places, of concepts c0, c1 …, all as intense."""
    many = len(spans)
    return {
        "article_id": ["a"] * many,
        "field": ["text"] * many,
        "start": [start for start, _ in spans],
        "end": [end for _, end in spans],
        "lexicon": ["x"] * many,
        "concept": [f"c{at}" for at in range(many)],
        "variant": ["v"] * many,
        "intensity": [2] * many,
        "loaded": [True] * many,
        **columns,
    }


def test_a_naming_inside_a_long_one_does_not_hide_a_third_that_overlaps_it() -> None:
    """The long one counts alone, whatever short one ends in between."""
    assert counted_rows(rows((0, 30), (5, 10), (20, 35))) == [True, False, False]


def test_of_equally_long_namings_the_most_intense_counts() -> None:
    """Strength comes before the alphabet; of equally strong ones the first concept counts."""
    assert counted_rows(rows((0, 6), (0, 6), intensity=[1, 3])) == [False, True]
    assert counted_rows(rows((0, 6), (0, 6), intensity=[3, 3])) == [True, False]


def test_entries_of_category_lexicons_all_count() -> None:
    """Each category is a count of its own, and hides no naming."""
    assert counted_rows(rows((0, 9), (0, 6), (2, 5), loaded=[None, True, None])) == [True] * 3


def test_the_same_place_in_the_headline_and_in_the_text_are_two_spans() -> None:
    """Offsets of two fields have nothing to do with each other."""
    assert counted_rows(rows((0, 9), (0, 9), field=["text", "title"])) == [True, True]


@pytest.mark.parametrize(
    ("dates", "first"),
    [(("2024-05-02", "2024-05-01"), "b"), ((None, "2024-05-02"), "b"), ((None, None), "a")],
)
def test_the_earliest_of_repeated_articles_counts(
    dates: tuple[str | None, str | None], first: str
) -> None:
    """By date, those without one last, then by id."""
    wire = " ".join(f"Point {i} of the talks was put off until spring." for i in range(9))
    both = [Article(name, text=wire, date=day) for name, day in zip("ab", dates, strict=True)]
    copies = copied_articles(both, {"a": "talks", "b": "talks"})
    assert copies == {"ab".replace(first, ""): first}
