"""Reading folders, lists and patterns: names, ids, and what is left aside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest

from framing.articles import Articles, documents, read_articles
from framing.articles.intake import Intake
from framing.errors import ArticleError
from framing.values import Article, Skipped

SENTENCE = "The troops left the base on Monday."


def write(path: Path, text: str = SENTENCE) -> Path:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_folder_names_event_and_outlet(tmp_path: Path) -> None:
    """EVENT/OUTLET.txt names both, and the id is the place below the folder."""
    write(tmp_path / "pullout" / "Herald.txt")
    (article,) = read_articles(tmp_path)
    assert article == Article(
        id="pullout/Herald", event="pullout", outlet="Herald", text=SENTENCE, meta={}
    )


def test_deeper_folder_names_by_its_last_two_parts(tmp_path: Path) -> None:
    """In a deeper tree the last two parts of the path name event and outlet."""
    write(tmp_path / "corpus" / "strike" / "The.Star.txt")
    (article,) = read_articles(tmp_path)
    assert (article.id, article.event, article.outlet) == (
        "corpus/strike/The.Star",
        "strike",
        "The.Star",
    )


def test_only_a_folder_given_names(tmp_path: Path) -> None:
    """A file named itself or met by a pattern says nothing of event or outlet."""
    path = write(tmp_path / "strike" / "Star.txt")
    for source in (path, str(tmp_path / "*" / "*.txt"), [path]):
        (article,) = read_articles(source)
        assert (article.id, article.event, article.outlet) == ("Star", None, None)


def test_front_matter_wins_over_folders(tmp_path: Path) -> None:
    """Front matter fills the fields and keeps what it does not know; the text is what follows."""
    write(
        tmp_path / "strike" / "star.md",
        "---\noutlet: The Star\ndate: 2020-01-08\nTitle: Strike at dawn\nid: s1\n"
        "genre: opinion\nauthor: A. Writer\nurl: https://star.example/1\n---\n\nThe  text.\n",
    )
    (article,) = read_articles(tmp_path)
    assert article == Article(
        id="s1",
        outlet="The Star",
        event="strike",
        date="2020-01-08",
        title="Strike at dawn",
        url="https://star.example/1",
        text="\nThe  text.\n",
        meta={"genre": "opinion", "author": "A. Writer"},
    )


def test_front_matter_that_is_none(tmp_path: Path) -> None:
    """A rule across the page is text; settings that are not YAML skip the file."""
    rule = write(tmp_path / "a.txt", "---\nTroops left.\n---\nThey did.")
    assert read_articles(rule)[0].text == "---\nTroops left.\n---\nThey did."
    unclosed = write(tmp_path / "b.txt", "---\ntitle: x\nTroops left.")
    assert read_articles(unclosed)[0].text.startswith("---\ntitle")
    write(tmp_path / "c.txt", "---\ntitle: [x\n---\nTroops left.")
    skipped = read_articles(tmp_path).skipped
    assert [(one.file, one.line) for one in skipped] == [((tmp_path / "c.txt").as_posix(), 1)]
    assert skipped[0].reason.startswith("the front matter can't be read: ")


def test_hostile_front_matter(tmp_path: Path) -> None:
    """Front matter that multiplies itself is refused; a second text in it is no text."""
    bomb = "a: &a [x, x, x]\n" + "\n".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    write(tmp_path / "a.txt", f"---\n{bomb}\n---\n{SENTENCE}")
    write(tmp_path / "b.txt", f"---\nText: other\nbody: another\n---\n{SENTENCE}")
    write(tmp_path / "c.txt", f"---\na: {'[' * 9_000}\n---\n{SENTENCE}")
    articles = read_articles(tmp_path)
    assert [(a.id, a.text) for a in articles] == [("b", SENTENCE)]
    assert dict(articles[0].meta) == {"Text": "other", "body": "another"}
    assert articles.skipped[0].reason.startswith("the front matter can't be read: it repeats parts")


def test_order_does_not_depend_on_the_disk(tmp_path: Path) -> None:
    """Files come by name, files of a folder before its folders, whatever order they were made."""
    for name in ("b/Y.txt", "a/Z.txt", "b/X.txt", "top.txt", "a/A.txt"):
        write(tmp_path / name)
    assert [a.id for a in read_articles(tmp_path)] == ["top", "a/A", "a/Z", "b/X", "b/Y"]


def test_left_aside(tmp_path: Path) -> None:
    """README and LICENSE files, hidden files, other kinds and framing's own pages are ignored."""
    write(tmp_path / "e" / "Star.txt")
    names = ["README.md", "readme.txt", "LICENSE", "LICENCE.txt", ".hidden.txt", "photo.jpg"]
    names.append("~$Star.docx")  # what an office program leaves beside an open document
    for name in names:
        write(tmp_path / name)
    write(tmp_path / ".git" / "x.txt")
    first = "<meta name=generator content='framing 0.1'>"
    write(tmp_path / "report1.html", f"<html><head>{first}</head></html>")
    second = '<META content="framing 1.0" name="generator">'
    write(tmp_path / "report2.html", f"<html><head>{second}</head></html>")
    articles = read_articles(tmp_path)
    assert [a.id for a in articles] == ["e/Star"]
    assert articles.skipped == ()
    ignored = {Path(file).name for file in articles.ignored}
    assert ignored == {*names, ".git", "report1.html", "report2.html"}


def test_lists_and_patterns(tmp_path: Path) -> None:
    """Several paths are read in turn, each file once; a path that is none is skipped."""
    first, second = write(tmp_path / "a.txt"), write(tmp_path / "sub" / "a.txt")
    write(tmp_path / "b.md")
    articles = read_articles([first, second, str(tmp_path / "*.txt"), tmp_path / "none.txt"])
    assert [a.id for a in articles] == [first.as_posix(), second.as_posix()]
    assert articles.skipped == (
        Skipped(
            (tmp_path / "none.txt").as_posix(),
            None,
            "there is no such file or folder; check the spelling",
        ),
    )
    assert len(read_articles(str(tmp_path / "**" / "*.txt"))) == 2


def test_ids_from_places_give_way(tmp_path: Path) -> None:
    """An id made from a place is lengthened where two would be alike; claimed ids stay."""
    write(tmp_path / "e" / "star.txt", "---\nid: e/sun\n---\n" + SENTENCE)
    write(tmp_path / "e" / "sun.txt")
    write(tmp_path / "e" / "moon.txt")
    write(tmp_path / "e" / "moon.md")
    folder = tmp_path.as_posix()
    assert [a.id for a in read_articles(tmp_path)] == [
        f"{folder}/e/moon.md",
        f"{folder}/e/moon.txt",
        "e/sun",
        f"{folder}/e/sun.txt",
    ]


def test_links_in_circles(tmp_path: Path) -> None:
    """Links that lead in circles or nowhere are skipped, and the rest is read."""
    write(tmp_path / "e" / "Star.txt")
    try:
        (tmp_path / "e" / "again").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "e" / "self.txt").symlink_to("self.txt")
        (tmp_path / "e" / "gone.txt").symlink_to("nowhere.txt")
    except OSError:
        pytest.skip("links can't be made here")
    articles = read_articles(tmp_path)
    assert [a.id for a in articles] == ["e/Star"]
    assert {(Path(one.file).name, one.reason) for one in articles.skipped} == {
        ("again", "a link to a folder that is read already"),
        ("self.txt", "not a regular file, or a link that leads nowhere"),
        ("gone.txt", "not a regular file, or a link that leads nowhere"),
    }


def test_unreadable_files_and_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system will not open is skipped with the system's reason."""
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    write(tmp_path / "shut" / "c.txt")
    opened, listdir = Path.open, os.listdir

    def shut_file(self: Path, mode: str = "r") -> IO[Any]:
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, mode)

    def shut_folder(path: Path) -> list[str]:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(Path, "open", shut_file)
    monkeypatch.setattr(os, "listdir", shut_folder)
    articles = read_articles(tmp_path)
    assert [a.id for a in articles] == ["a"]
    assert [(Path(one.file).name, one.reason) for one in articles.skipped] == [
        ("b.txt", "the file can't be read: Permission denied"),
        ("shut", "the folder can't be read: Permission denied"),
    ]


def test_fifo_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe with the name of an article is skipped, not waited for."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes on this system")
    write(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    assert len(read_articles(tmp_path).skipped) == 1


def test_huge_and_binary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file far too large for one article and one that is no text are skipped."""
    write(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "c.txt").write_bytes(b"\x00\x01\x02" * 4000)
    read = Intake.read
    monkeypatch.setattr(Intake, "read", lambda self: read(self, 20_000))
    write(tmp_path / "d.txt", SENTENCE * 1000)
    articles = read_articles(tmp_path)
    assert [a.id for a in articles] == ["a"]
    reasons = [one.reason for one in articles.skipped]
    assert reasons[0].startswith("binary data")
    assert reasons[1] == "binary data, not text"
    assert reasons[2] == (
        "larger than 0 MB, the most framing reads as one document; many articles belong in a "
        ".jsonl, .csv or .parquet file"
    )


def test_a_folder_of_everything_is_read_to_its_end(tmp_path: Path) -> None:
    """In a folder of sound and broken files of all kinds nothing stops the rest."""
    write(tmp_path / "a" / "Star.txt")
    write(tmp_path / "a" / "empty.txt", " \n")
    write(tmp_path / "b.csv", "name,words\nx,y\n")
    write(tmp_path / "c.jsonl", '{"text": "Troops left.", "id": "c1"}\n{broken\n')
    write(tmp_path / "d.parquet", "no parquet")
    write(tmp_path / "e.html", "<html></html>")
    write(tmp_path / "f.csv", 'id,text\nf1,"Troops left."\nf2,"open\n')
    articles = read_articles(tmp_path)
    assert [a.id for a in articles] == ["c1", "f1", "a/Star"]
    assert [Path(one.file).name for one in articles.skipped] == [
        "b.csv",
        "c.jsonl",
        "d.parquet",
        "e.html",
        "f.csv",
        "empty.txt",
    ]


def test_articles_is_a_sequence() -> None:
    """Articles can be counted, indexed, sliced, compared and shown."""
    one, two = Article(id="1", text="a"), Article(id="2", text="b")
    articles = Articles([one, two], skipped=[Skipped("f", 1, "r")])
    assert list(articles) == [one, two]
    assert articles[-1] is two
    assert list(articles[:1]) == [one]
    assert articles[:2] == articles
    assert articles != Articles([one])
    assert articles != [one, two]
    assert two in articles
    assert repr(articles) == "Articles(2 read, 1 skipped, 0 warnings, 0 ignored)"


def test_many_articles_without_an_outlet_warn(tmp_path: Path) -> None:
    """Where no article names its outlet, one warning says how to name it."""
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    first = read_articles(tmp_path).warnings[0]
    assert first == Skipped(
        f"{str(tmp_path)!r}",
        None,
        "no article names its outlet; name it in a column 'outlet', in front matter (outlet: …), "
        "or by folders EVENT/OUTLET.txt, of which the one that holds EVENT is given",
    )
    assert all("outlet" not in one.reason for one in read_articles(tmp_path / "a.txt").warnings)


def test_a_table_without_a_known_outlet_names_its_other_columns(tmp_path: Path) -> None:
    """One of them may hold the outlet under a name nobody knows."""
    path = tmp_path / "t.csv"
    path.write_text("text,Blatt,ressort\nTroops left.,Stern,a\nTroops came.,Welle,b\n")
    reason = read_articles(path).warnings[0].reason
    assert reason.endswith(
        "; if one of 'Blatt', 'ressort' does, call it outlet, or compare by it (--by COLUMN)"
    )


def test_what_is_no_source_is_refused() -> None:
    """A number, or a list with something in it that is no path, is refused in plain words."""
    with pytest.raises(ArticleError, match="takes a path, a list of paths or a dataframe, not"):
        read_articles(3)
    with pytest.raises(ArticleError, match="a list with a dict in it; give paths"):
        read_articles([{"text": "x"}])


def test_import_is_light() -> None:
    """Importing the room loads none of the libraries that only some files need."""
    code = (
        "import sys, framing.articles; print([m for m in ('pandas', 'numpy', 'trafilatura', "
        "'pyarrow', 'narwhals', 'charset_normalizer', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_seed_article_offsets(corpora: Path) -> None:
    """The seed article is read as it is on disk, and every sentence is a slice of it."""
    path = corpora / "ain-al-asad.txt"
    (article,) = read_articles(path)
    assert article.text.encode() == path.read_bytes()
    (document,) = documents(article)
    assert all(document.text[s:e].strip() == document.text[s:e] for s, e in document.sentences)
