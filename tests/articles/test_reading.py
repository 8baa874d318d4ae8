"""Reading articles from folders, files and tables."""

from pathlib import Path

from framing.articles import documents, read_articles


def test_folder_names_event_and_outlet(tmp_path: Path) -> None:
    """EVENT/OUTLET.txt names both, and the id is the place below the folder."""
    (tmp_path / "pullout").mkdir()
    (tmp_path / "pullout" / "Herald.txt").write_text("The troops left.", encoding="utf-8")
    articles = read_articles(tmp_path)
    assert [(a.id, a.event, a.outlet, a.text) for a in articles] == [
        ("pullout/Herald", "pullout", "Herald", "The troops left.")
    ]


def test_text_document_offsets_are_exact(tmp_path: Path) -> None:
    """Sentences are spans of the text as given, line ends included."""
    (tmp_path / "a.txt").write_bytes(b"Gen. A. Smith left.\r\nHe said so.")
    (article,) = read_articles(tmp_path)
    (document,) = documents(article)
    assert [document.text[s:e] for s, e in document.sentences] == [
        "Gen. A. Smith left.",
        "He said so.",
    ]
