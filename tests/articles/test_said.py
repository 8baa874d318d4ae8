"""Nothing is lost in silence: what is not read, not used or guessed is said."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from framing import analyze, load_lexicon, read_articles
from framing.articles import documents
from framing.articles.decoding import decode
from framing.errors import ArticleError
from framing.values import Article

TEXT = (
    "The troops left the base on Monday, and the crowd that had waited since dawn went home "
    "along the harbour, where the last ship lay with the flags of both sides. It sailed at noon, "
    "an officer said, and the work of the port began again on the day after that with a band. "
)


def said(source: object) -> str:
    """Return all that was said about what was read."""
    articles = read_articles(source)
    return " | ".join(one.reason for one in (*articles.skipped, *articles.warnings))


def test_files_of_unknown_kinds_are_named(tmp_path: Path) -> None:
    """Kinds that are not read are counted and named; README and hidden files are no loss."""
    for name in ("C.txt", "A.epub", "B.xyz", "README.md", ".hidden", "x.png", "y.yaml"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert "2 file(s) left out" in said(tmp_path)
    assert "(A.epub, B.xyz)" in said(tmp_path)


def test_unread_dates_are_said_once(tmp_path: Path) -> None:
    """Dates that stay open are counted once, with an example and what to write."""
    frame = pd.DataFrame({"text": [TEXT] * 4, "date": ["03/05/2021", "x", "3 May 2021", None]})
    reasons = [one.reason for one in read_articles(frame).warnings]
    assert [reason for reason in reasons if "not read" in reason] == [
        "2 dates are not read, such as '03/05/2021' (the day or the month may come first, or it "
        "is none); kept in meta['date']: write dates as 2021-05-03"
    ]


@pytest.mark.parametrize(
    ("given", "outlet"),
    [
        ("www.lantern.example", "lantern.example"),
        ("https://lantern.example/", "lantern.example"),
        ("Lantern.Example", "lantern.example"),
        ("http://www.lantern.example/a?b", "lantern.example"),
        ("The Lantern", "The Lantern"),
        ("St. Mary Post", "St. Mary Post"),
        ("U.S. News", "U.S. News"),
    ],
)
def test_an_outlet_given_as_an_address(given: str, outlet: str) -> None:
    """An address is named by its host; a name is left as it is."""
    assert read_articles(pd.DataFrame({"text": [TEXT], "outlet": [given]}))[0].outlet == outlet


def test_spellings_of_one_outlet_are_said() -> None:
    """Names that differ in capitals or a leading The are counted apart and said."""
    frame = pd.DataFrame({"text": [TEXT] * 3, "outlet": ["The Lantern", "Lantern", "Harrow Post"]})
    assert "one outlet may stand here under 2 names" in said(frame)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Lantern", "The Lantern (Marno)", "Harrow Post"], True),
        (["The Daily Lantern", "Daily Lantern; Marno"], True),
        (["Lantern (Marno)", "Lantern (Orsha)"], False),
        (["Lantern", "Lantern Marno"], False),
        (["Lantern", "Lantern News"], True),
        (["Lantern - News", "Lantern (Online)", "Harrow"], True),
        (["The Lantern", "lantern.com"], True),
        (["Lantern News", "Harrow News"], False),
        (["Lantern News", "Lantern News (Marno)"], True),
        (["News", "Online"], False),
    ],
)
def test_an_outlet_with_its_place_and_without_may_be_one(names: list[str], told: bool) -> None:
    """Archives add a paper's town or "News" to its name; two papers of two towns stay two."""
    frame = pd.DataFrame({"text": [TEXT] * len(names), "outlet": names})
    assert ("one outlet may stand here under 2 names" in said(frame)) is told


def test_two_columns_of_one_name(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """Of two columns or keys of one name the first is read and the second kept, and it is said."""
    pa, pq = optional("pyarrow", "parquet"), optional("pyarrow.parquet", "parquet")
    (tmp_path / "a.csv").write_text(f'text,text,outlet\n"{TEXT}",other,Star\n', encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(f'{{"text": "{TEXT}", "text": "other"}}\n', encoding="utf-8")
    pq.write_table(pa.table([[TEXT], ["other"]], names=["text", "text"]), tmp_path / "c.parquet")
    for name in ("a.csv", "b.jsonl", "c.parquet"):
        articles = read_articles(tmp_path / name)
        assert articles[0].text == TEXT, name
        assert any("twice" in w.reason or "one name" in w.reason for w in articles.warnings), name
    assert read_articles(tmp_path / "a.csv")[0].meta["text (2)"] == "other"


def test_a_page_with_several_articles(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """Long articles on one page are all read; of short ones those left out are said."""
    optional("trafilatura", "html")
    parts = [f'<div class="article"><h2>Title {n}</h2><p>{TEXT}</p></div>' for n in "AB"]
    path = tmp_path / "a.html"
    path.write_text(f"<html><body>{''.join(parts)}</body></html>", encoding="utf-8")
    articles = read_articles(path)
    assert [a.title for a in articles] == ["Title A", "Title B"]
    assert [a.id for a in articles] == ["a.html:1", "a.html:2"]
    short = [
        '<div class="article"><p>The first one left the base on Monday with flags.</p></div>',
        '<div class="article"><p>A second one stayed in the port until the next day.</p></div>',
    ]
    path.write_text(f"<html><body>{''.join(short)}</body></html>", encoding="utf-8")
    articles = read_articles(path)
    whole = " ".join(a.text for a in articles)
    assert ("first one" in whole and "second one" in whole) or "not read" in said(path)


def test_a_cited_block_quotation_is_its_sources(
    tmp_path: Path, optional: Callable[..., Any]
) -> None:
    """A block quotation that names its source is that source's words, not the outlet's."""
    optional("trafilatura", "html")
    quoted = "<blockquote><p>The regime must go.</p><cite>Ana Ruiz</cite></blockquote>"
    figure = (
        "<figure><blockquote>A regime of cowards.</blockquote><figcaption>Bram Oye</figcaption>"
        "</figure>"
    )
    body = f"<article><h1>Pull-out</h1><p>{TEXT}</p>{quoted}<p>{TEXT}</p>{figure}</article>"
    (tmp_path / "a.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    articles = read_articles(tmp_path / "a.html")
    assert "“The regime must go.” — Ana Ruiz" in articles[0].text
    mentions = analyze(articles, sentiment=False).mentions
    rows = mentions[mentions["text"].str.lower() == "regime"]
    assert set(rows["voice"]) == {"quoted"}
    assert "Ana Ruiz" in set(rows["speaker"])


@pytest.mark.parametrize(
    ("block", "written"),
    [
        ("<p>The regime must go.</p>", "“The regime must go.”"),
        ("<p>It rained.</p><p>The regime must go.</p>", "“It rained.\n“The regime must go.”"),
        ("<p>The regime must go.</p>&mdash; Ana Ruiz (@ana)",
         "“The regime must go.” — Ana Ruiz (@ana)"),
        ("<p>“The regime must go,” said Ana Ruiz.</p>", "\n“The regime must go,” said Ana Ruiz.\n"),
    ],
)  # fmt: skip
def test_a_block_quotation_without_a_citation_keeps_that_it_is_one(
    tmp_path: Path, optional: Callable[..., Any], block: str, written: str
) -> None:
    """Taken out of its page a block would read as the outlet's words; marks in it are its own."""
    optional("trafilatura", "html")
    told = f"<p>{TEXT}</p><blockquote>{block}</blockquote><p>{TEXT} It said so.</p>"
    body = f"<article><h1>Pull-out</h1>{told}</article>"
    (tmp_path / "a.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    articles = read_articles(tmp_path / "a.html")
    assert written in articles[0].text
    mentions = analyze(articles, sentiment=False).mentions
    assert mentions[mentions["text"] == "regime"]["voice"].tolist() == ["quoted"]


def test_a_page_that_is_one_block_is_no_quotation(
    tmp_path: Path, optional: Callable[..., Any]
) -> None:
    """Some pages indent everything they say."""
    optional("trafilatura", "html")
    body = f"<article><blockquote><p>{TEXT}</p><p>{TEXT} It said so.</p></blockquote></article>"
    (tmp_path / "a.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    assert "“" not in read_articles(tmp_path / "a.html")[0].text


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("VARNA BAY (AP) — The troops left.", "AP"),
        ("VARNA BAY (Reuters) - They left.", "Reuters"),
        ("(AFP) -- They left.", "AFP"),
        ("They left. © 2021 Reuters. All rights reserved.", "Reuters"),
        ("They left. Copyright 2021 The Associated Press.", "AP"),
        ("The firm (AP) left.", None),
        ("© 2021 Harrow Post", None),
    ],
)
def test_agencies(text: str, agency: str | None) -> None:
    """An agency is known by its dateline or its copyright line, not by its mention."""
    (article,) = read_articles(pd.DataFrame({"text": [text]}))
    assert article.meta.get("agency") == agency


def test_a_given_agency_stays() -> None:
    """What a column says of the agency is not overruled."""
    frame = pd.DataFrame({"text": ["X (AP) — They left."], "agency": ["dpa"]})
    assert read_articles(frame)[0].meta["agency"] == "dpa"


def test_links_and_doubles(tmp_path: Path) -> None:
    """A link to a file read already is said; ids that coincide are refused."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert "a link to" in said(tmp_path)
    (tmp_path / "b.txt").unlink()
    folder = tmp_path.as_posix()
    for name, front in (("e1/A", ""), ("C", "id: e1/A"), ("D", f"id: {folder}/e1/A.txt")):
        path = tmp_path / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\n{front or 'x: y'}\n---\n{TEXT}", encoding="utf-8")
    with pytest.raises(ArticleError, match="two articles claim the id"):
        read_articles(tmp_path)


def test_a_list_of_addresses_is_not_fetched(tmp_path: Path) -> None:
    """A file of addresses says how to save the pages; nothing is fetched."""
    (tmp_path / "a.txt").write_text("https://a.example/1\nhttps://a.example/2\n", encoding="utf-8")
    with pytest.raises(ArticleError, match="save the pages first"):
        read_articles(tmp_path / "a.txt")
    frame = pd.DataFrame({"url": ["https://a.example/1"], "title": ["T"]})
    with pytest.raises(ArticleError, match="fetches nothing"):
        read_articles(frame)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ('\\"The occupation forces must go,\\" Oye said.', "packed twice"),
        ("The town\\nwas quiet.", "packed twice"),
        ("The caf\ufffd was shut.", "lost before the text came here"),
        ("{\\rtf1\\ansi The town was quiet.}", "codes of a rich text file"),
    ],
)
def test_damage_is_remarked(text: str, remark: str) -> None:
    """Backslashed marks, lost characters and the codes of another format are remarked on."""
    assert remark in said(pd.DataFrame({"text": [text]}))


def test_old_encodings_are_told_apart() -> None:
    """Curly marks as Windows and as the old Macintosh wrote them come out right, and are said."""
    text = "“It’s the soldiers’ regime,” she said – ‘and it’s finished’."
    for encoding in ("windows-1252", "mac-roman"):
        assert decode(text.encode(encoding)) == (
            text,
            (f"read as {encoding}, a guess: save the file as UTF-8",),
        )


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.csv"])
def test_a_packed_file_under_another_name_is_told_what_to_be_called(
    tmp_path: Path, name: str
) -> None:
    """A page saved as it was sent is packed; its name does not say so."""
    (tmp_path / name).write_bytes(gzip.compress(b"<p>The troops left.</p>"))
    with pytest.raises(ArticleError, match=r"let its name end in \.gz"):
        read_articles(tmp_path / name)


def test_one_bad_byte_costs_one_character() -> None:
    """A file of few characters beyond ASCII with one broken byte is UTF-8 still."""
    data = "“The regime must go,” Ana Ruiz told".encode() + b" \xff us."
    text, remarks = decode(data)
    assert text.startswith("“The regime must go,” Ana Ruiz told")
    assert "1 broken UTF-8 sequence(s)" in remarks[0]


def test_a_bad_byte_far_down_a_table_costs_one_character(tmp_path: Path) -> None:
    """A long UTF-8 table is not read in another encoding for one byte after its first megabyte."""
    good = f'"“{TEXT * 8}”",Café\n'.encode()
    plain = f'"{TEXT * 8}",Star\n'.encode()
    bad = plain.replace(b"Star", b"St\xffar")
    path = tmp_path / "a.csv"
    path.write_bytes(b"text,outlet\n" + good + plain * 2000 + bad + good)
    articles = read_articles(path)
    assert (articles[0].outlet, articles[-1].outlet) == ("Café", "Café")
    assert articles[-2].outlet == "St\ufffdar"
    assert "1 broken UTF-8 sequence(s)" in " ".join(one.reason for one in articles.warnings)


def test_words_parted_at_a_line_end_are_found() -> None:
    """A hyphen at a line's end parts a known word, or stands between two; offsets are exact."""
    lexicon = load_lexicon("foreign-forces")
    for text in ("The occupa-\ntion forces left.", "The occupation-\r\nforces left."):
        articles = read_articles(pd.DataFrame({"text": [text]}))
        (mention,) = analyze(articles, lexicon, sentiment=False).mentions.to_dict("records")
        assert mention["variant"] == "occupation-forces"
        assert text[mention["start"] : mention["end"]] == mention["text"]
        (document,) = documents(articles[0])
        assert len(document.sentences) == 1


@pytest.mark.parametrize("behind", ["", " | Daily Lantern", " - The Daily Lantern", " — Lantern"])
def test_a_headline_that_opens_the_text_counts_once(behind: str) -> None:
    """The text's first line is the title also where the outlet's name stands behind that."""
    article = Article(
        id="a", title=f"Regime falls at last{behind}", text=f"Regime falls at last\n{TEXT}"
    )
    (document,) = documents(article)
    assert document.zones[0] == "headline"


def test_no_socket_is_opened(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """Reading a page opens no socket, not even to try one, and leaves IPv6 to others."""
    optional("trafilatura", "html")
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><body><article><p>{TEXT * 2}</p></article></body></html>", encoding="utf-8"
    )
    code = (
        "import socket, sys\n"
        "class Refused(socket.socket):\n"
        "    def __init__(self, *_, **__): raise SystemExit('a socket was opened')\n"
        "had = socket.has_ipv6\n"
        "socket.socket = Refused\n"
        "from framing import read_articles\n"
        "assert len(read_articles(sys.argv[1])) == 1\n"
        "from urllib3.util import connection\n"
        "assert connection.HAS_IPV6 == socket.has_ipv6 == had\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_a_long_table_is_not_held_in_memory(tmp_path: Path) -> None:
    """A CSV file is read line by line: its rows are there before its end is looked at."""
    import tracemalloc

    from framing.articles.formats.delimited import read_delimited
    from framing.articles.intake import Intake

    path = tmp_path / "a.csv"
    row = f'"{TEXT * 4}",Star\n'
    path.write_text("text,outlet\n" + row * 20_000, encoding="utf-8")
    tracemalloc.start()
    count = sum(1 for _ in read_delimited(Intake.of_path(path, "a.csv", "a.csv", {})))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000
    assert peak < path.stat().st_size / 3


def test_what_is_guessed_or_left_out_is_said(tmp_path: Path) -> None:
    """An encoding without its mark, front matter that never ends, a list where a name belongs."""
    words = "The troops left the town on Monday after a week of talks, the mayor said."
    (tmp_path / "a.txt").write_bytes(words.encode("utf-16-le"))
    (tmp_path / "b.md").write_text(f"---\noutlet: Ash\nnote: {'x' * 11_000}\n---\n{words}")
    (tmp_path / "c.md").write_text(f"---\noutlet: [Ash, Birch]\n---\n{words}")
    (tmp_path / "d.jsonl").write_text(json.dumps({"text": words, "title": {"en": "x"}, "id": []}))
    found = read_articles(tmp_path)
    said: dict[str, str] = {}
    for row in found.warnings:
        said[Path(row.file).name] = said.get(Path(row.file).name, "") + row.reason
    assert "utf-16-le, a guess" in said["a.txt"]
    assert "no line '---' ends" in said["b.md"]
    assert "the outlet holds a list and is left out" in said["c.md"]
    assert "the title holds an object" in said["d.jsonl"]
    assert len(found) == 4


def test_equal_ids_are_refused_wherever_they_come_from() -> None:
    """Rows of two articles under one id could not be told apart, so none are made."""
    pair = [Article("a", text="The rebels fled."), Article("a", text="They won.")]
    with pytest.raises(ArticleError, match="2 articles have the id 'a'"):
        analyze(pair, sentiment=False)
