"""A folder that framing wrote is never taken for articles, and never written among them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import framing
from framing.errors import ArticleError, OutputError
from framing.output import protecting, will_write

ROWS = [
    {"id": str(n), "outlet": outlet, "event": "talks", "text": f"The {word} left the town at dawn."}
    for n, (outlet, word) in enumerate([("Ash", "rebels"), ("Birch", "terrorists")])
]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Write two articles into a folder."""
    folder = tmp_path / "news"
    folder.mkdir()
    lines = "".join(json.dumps(row) + "\n" for row in ROWS)
    (folder / "news.jsonl").write_text(lines, encoding="utf-8")
    return folder


def test_a_saved_analysis_among_articles_is_not_read_as_articles(news: Path) -> None:
    """Tables written into a folder below the articles' leave the next read as it was."""
    before = framing.read_articles(news)
    framing.analyze(before, sentiment=False).save(news / "tables")
    again = framing.read_articles(news)
    assert [article.id for article in again] == [article.id for article in before]
    assert any("tables" in name for name in again.ignored)


def test_a_saved_analysis_given_as_articles_says_how_it_is_opened(news: Path) -> None:
    """Its tables hold texts of namings, and would make strange articles."""
    saved = framing.analyze(news, sentiment=False).save(news.parent / "saved")
    with pytest.raises(ArticleError, match=r"open it by framing\.open_analysis"):
        framing.read_articles(saved)


def test_the_folder_that_is_read_is_not_filled(news: Path) -> None:
    """A folder of tables is refused before the work where it is the articles' own."""
    with protecting(news):
        with pytest.raises(OutputError, match="is being read, and what is written there"):
            will_write(folders=[news])
        will_write(folders=[news / "tables"])
        with pytest.raises(OutputError, match="is a file; name a folder"):
            will_write(folders=[news / "news.jsonl"])
    assert sorted(path.name for path in news.iterdir()) == ["news.jsonl", "tables"]
