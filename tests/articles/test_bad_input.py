"""Bad input: the exact words of each error, and that it says what to do."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
import pytest

from framing.articles import read_articles
from framing.articles.formats import known_suffixes
from framing.errors import ArticleError
from framing.values import Skipped

KINDS = ", ".join(known_suffixes())


def message_of(source: object) -> str:
    """Return the message of the error that reading `source` raises."""
    with pytest.raises(ArticleError) as caught:
        read_articles(source)
    return str(caught.value)


def test_empty_folder(tmp_path: Path) -> None:
    """An empty folder is an error that says what to put in it."""
    assert message_of(tmp_path) == (
        f"{str(tmp_path)!r} is empty; put articles in it as EVENT/OUTLET.txt, "
        f"or in files of these kinds: {KINDS}"
    )


def test_folder_of_images(tmp_path: Path) -> None:
    """A directory of images is an error that names some of them and what is read."""
    for name in ("a.jpg", "b.png", "c.gif", "d.webp", "e.jpg"):
        (tmp_path / name).write_bytes(b"\x89PNG")
    assert message_of(tmp_path) == (
        f"{str(tmp_path)!r} holds no articles: what lies in it is none by its kind or name "
        f"(a.jpg, b.png, c.gif and 2 more); framing reads {KINDS}"
    )


def test_csv_without_a_text_column(tmp_path: Path) -> None:
    """A CSV without a text column is an error with the columns found and the remedy."""
    path = tmp_path / "news.csv"
    path.write_text("Outlet,Words of the article\nStar,Troops left.\n", encoding="utf-8")
    reason = (
        "no text column; columns found: Outlet, Words of the article; rename the one that holds "
        "the articles to 'text' (maintext, content and body are known too)"
    )
    assert message_of(path) == f"{path.as_posix()}, line 1: {reason}"
    (tmp_path / "b.txt").write_text("Troops left.", encoding="utf-8")
    assert read_articles(tmp_path).skipped == (Skipped(path.as_posix(), 1, reason),)


def test_dataframe_without_a_text_column() -> None:
    """A dataframe without a text column is told the same."""
    assert message_of(pd.DataFrame({"words": ["Troops left."]})) == (
        "the dataframe: no text column; columns found: words; rename the one that holds the "
        "articles to 'text' (maintext, content and body are known too)"
    )


def test_jsonl_with_a_broken_line(tmp_path: Path) -> None:
    """A broken line 3 is skipped with file, line and reason, and the rest is read."""
    path = tmp_path / "news.jsonl"
    lines = ['{"text": "One left."}', '{"text": "Two left."}', '{"text": "Three', '{"text": "4."}']
    path.write_text("\n".join(lines), encoding="utf-8")
    articles = read_articles(path)
    assert [a.text for a in articles] == ["One left.", "Two left.", "4."]
    assert articles.skipped == (
        Skipped(path.as_posix(), 3, "broken JSON from column 10 on; this line is left out"),
    )


def test_two_files_claiming_one_id(tmp_path: Path) -> None:
    """Two files that claim one id are an error naming both."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("---\nid: x1\n---\nTroops left.", encoding="utf-8")
    folder = tmp_path.as_posix()
    assert message_of(tmp_path) == (
        f"two articles claim the id 'x1': {folder}/a.txt and {folder}/b.txt; give each its own, "
        "or leave ids out and framing makes them from file names and rows"
    )


def test_two_rows_claiming_one_id(tmp_path: Path) -> None:
    """Two rows of one file that claim one id are named by their lines."""
    path = tmp_path / "news.csv"
    path.write_text("id,text\n7,One left.\n8,Two left.\n7,Three left.\n", encoding="utf-8")
    assert message_of(path) == (
        f"two articles claim the id '7': {path.as_posix()}, line 2 and {path.as_posix()}, line 4; "
        "give each its own, or leave ids out and framing makes them from file names and rows"
    )


def test_no_such_path(tmp_path: Path) -> None:
    """A path that is not there, and a pattern that matches nothing, are said to be so."""
    path = (tmp_path / "nope.txt").as_posix()
    assert message_of(path) == f"{path}: there is no such file or folder; check the spelling"
    pattern = (tmp_path / "*.txt").as_posix()
    assert message_of(pattern) == f"{pattern}: no file matches this pattern"


def test_other_kind_of_file(tmp_path: Path) -> None:
    """A file of another kind that is named itself is an error listing the kinds."""
    path = tmp_path / "news.jpg"
    path.write_bytes(b"\xff\xd8")
    assert message_of(path) == (f"{path.as_posix()}: not a kind of file framing reads ({KINDS})")


def test_several_reasons_are_listed(tmp_path: Path) -> None:
    """Where nothing could be read the first reasons are listed and the others counted."""
    for name in "abcde":
        (tmp_path / f"{name}.txt").write_text("", encoding="utf-8")
    folder = tmp_path.as_posix()
    assert message_of(tmp_path) == (
        f"no article could be read from {str(tmp_path)!r}: {folder}/a.txt: the text is empty; "
        f"{folder}/b.txt: the text is empty; {folder}/c.txt: the text is empty and 2 more"
    )


def test_tables_without_rows(tmp_path: Path) -> None:
    """A table without a row is an error that says so."""
    path = tmp_path / "news.csv"
    path.write_text("id,text\n", encoding="utf-8")
    assert message_of(path) == f"{str(path)!r} holds no articles: there is not a row in it"
    assert message_of(pd.DataFrame({"text": []})) == (
        "the dataframe holds no articles: there is not a row in it"
    )


def test_foreign_text_is_skipped(tmp_path: Path) -> None:
    """A text in another language is skipped with the reason, and the rest is read."""
    (tmp_path / "a.txt").write_text("The troops left the base.", encoding="utf-8")
    french = "Le ministre a dit que les soldats sont dans la ville et que la paix est proche. "
    (tmp_path / "b.txt").write_text(french * 4, encoding="utf-8")
    articles = read_articles(tmp_path)
    assert [a.id for a in articles] == ["a"]
    assert articles.skipped == (
        Skipped(
            (tmp_path / "b.txt").as_posix(),
            None,
            "not English (it reads as French); framing reads English only",
        ),
    )


@pytest.mark.parametrize("address", ["https://news.example/a.html", "www.news.example/a"])
def test_an_address_is_not_called_a_misspelt_file(address: str) -> None:
    """Nothing is fetched: the error says to save the page."""
    assert message_of(address) == (
        f"{address}: framing fetches nothing from the web; save the page in your browser (as HTML) "
        "and give the file"
    )


def test_framings_own_pages_are_no_articles_without_the_extra_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plain installation leaves out worksheets and reports, and asks for no extra to do so."""
    for name in ("webencodings", "trafilatura"):
        monkeypatch.setitem(sys.modules, name, None)
    (tmp_path / "Herald.txt").write_text("The troops left.")
    page = '<meta charset="utf-8"><meta name="generator" content="framing 0.1.0"><p>A sheet.</p>'
    (tmp_path / "sheet.html").write_text(page)
    articles = read_articles(tmp_path)
    assert (len(articles), articles.skipped) == (1, ())
    assert [Path(file).name for file in articles.ignored] == ["sheet.html"]
