"""Articles that repeat another are marked as such on the page, and no other one is."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing import analyze, compare
from framing.articles import Articles
from framing.report import write_report
from framing.values import Article

COPY = " ".join(f"Point {i} of the ferry talks was put off until the spring." for i in range(9))
OTHER = "The occupation forces left the port at dawn, and the harbour office opened again."


def page_of(ids: tuple[str, str, str], copies: str, folder: Path) -> str:
    """Write the page of three articles of one event, the first two alike, and return its text."""
    articles = Articles(
        [
            Article(id=ids[0], outlet="Post", event="ferry", date="2024-03-01", text=COPY),
            Article(id=ids[1], outlet="Sun", event="ferry", date="2024-03-02", text=COPY),
            Article(id=ids[2], outlet="Wire", event="ferry", date="2024-03-03", text=OTHER),
        ],
        (),
    )
    analysis = analyze(articles, "foreign-forces", sentiment=False)
    path = write_report(compare(analysis, copies=copies), folder / "report.html")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("ids", [("n", "once", "all"), ("once", "n", "o"), ("a", "b", "c")])
def test_a_copy_is_marked_whatever_articles_are_called(
    ids: tuple[str, str, str], tmp_path: Path
) -> None:
    """The later of two alike says which one it repeats; originals are never called repeats."""
    page = page_of(ids, "once", tmp_path)
    assert page.count("and is not counted") == 1
    assert f"repeats {ids[0]} and is not counted" in page


def test_nothing_is_marked_where_copies_are_counted(tmp_path: Path) -> None:
    """With copies="all" every article counts, and none is called a repeat."""
    assert "and is not counted" not in page_of(("all", "once", "n"), "all", tmp_path)
