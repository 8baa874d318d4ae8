"""Adding articles: every kind of file, guesses to correct, and words for what can't be taken."""

from __future__ import annotations

import io
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest

from framing import Article
from framing.local.drafts import LONGEST, Draft
from framing.local.guessing import guessed
from framing.local.uploads import MOST_ARTICLES

from .conftest import POST, STAR, Page

LONG = "The government of Tolmark met on Monday and the troops stayed where they were. " * 12


@pytest.fixture
def work(page: Page) -> str:
    """Begin a work without articles."""
    page.send("/works", {"title": "Lindow"})
    return "/work/lindow"


def drop(page: Page, work: str, *files: tuple[str, bytes], pasted: str = "") -> str:
    """Drop files, as a browser sends them; return what the page says."""
    sent = [(io.BytesIO(content), name) for name, content in files]
    return str(page.send(f"{work}/add", {"pasted": pasted, "files": sent}).text)


def test_the_box_follows_the_direction_of_what_is_pasted(page: Page, work: str) -> None:
    """Arabic and Hebrew run from the right already where they are pasted."""
    box = re.search(r'<textarea id="pasted"[^>]*>', page.get(f"{work}/").text)
    assert 'dir="auto"' in box[0]


def drafts(home: Any, slug: str = "lindow") -> list[Draft]:
    """Return the articles on disk."""
    return list(home.work(slug).drafts())


def docx(text: str) -> bytes:
    """Return a Word file."""
    made = pytest.importorskip("docx").Document()
    made.add_paragraph(text)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_files_of_several_kinds_are_read_together(page: Page, home: Any, work: str) -> None:
    """Text, Word, JSON lines and a table go through the readers of the command line."""
    table = "outlet,title,text\nThe Wire,Calm," + json.dumps(LONG + "Wire.") + "\n"
    line = json.dumps({"outlet": "Daily Sun", "date": "2024-05-17", "text": LONG + "Sun."})
    said = drop(
        page, work, ("harbour-post.txt", LONG.encode()), ("lindow_star.docx", docx(LONG + "Star.")),
        ("sun.jsonl", line.encode()), ("wire.csv", table.encode()),
    )  # fmt: skip
    assert "4 articles added" in said
    found = {one.outlet: one for one in drafts(home)}
    assert set(found) == {"Harbour Post", "Lindow Star", "Daily Sun", "The Wire"}
    assert found["Harbour Post"].guessed == ("outlet",)
    assert (found["Daily Sun"].date, found["Daily Sun"].guessed) == ("2024-05-17", ())


def test_what_is_no_article_is_named_with_the_reason(page: Page, home: Any, work: str) -> None:
    """A picture beside a text costs the picture only; both are told of."""
    said = drop(page, work, ("photo.png", b"\x89PNG"), ("post.txt", LONG.encode()), ("e.txt", b" "))
    assert "1 article added" in said
    assert "photo.png: not a kind of file framing reads" in said
    assert "e.txt: the text is empty" in said
    assert "framing-" not in said
    assert len(drafts(home)) == 1


def test_nothing_usable_keeps_what_was_pasted(page: Page, home: Any, work: str) -> None:
    """Where nothing was added the text stands in the box again."""
    answer = page.send(f"{work}/add", {"pasted": "https://post.example/a"})
    assert answer.status_code == 422
    assert ">\nhttps://post.example/a</textarea>" in answer.text
    assert page.send(f"{work}/add", {"pasted": " "}).status_code == 422
    assert drafts(home) == []


def test_the_same_text_is_not_added_twice(page: Page, home: Any, work: str) -> None:
    """Pressing twice, or sending a page again, makes no double."""
    drop(page, work, pasted=POST)
    said = drop(page, work, pasted=POST)
    assert "here already" in said
    assert len(drafts(home)) == 1


def test_headline_outlet_and_date_are_guessed_and_taken_off_the_text(
    page: Page, home: Any, work: str
) -> None:
    """What stands on top is not read as the article's words, and is marked as a guess."""
    said = drop(page, work, pasted=POST)
    (draft,) = drafts(home)
    assert draft.title == "Regime sends occupation troops to Lindow"
    assert (draft.outlet, draft.date) == ("Harbour Post", "2024-05-03")
    assert draft.text.startswith("The regime sent troops")
    assert draft.guessed == ("title", "date", "outlet")
    assert said.count("<em>a guess</em>") == 3
    page.send(f"{work}/fields", page.fields(f"{work}/"))
    assert drafts(home)[0].guessed == ()


@pytest.mark.parametrize(
    ("text", "file", "expected"),
    [
        ("Troops leave\n\nThe troops left.", "", ("Troops leave", "", "")),
        ("The troops left on Monday.\n\nThey went home.", "", ("", "", "")),
        ("Troops leave\nBy Ann Writer\nThe troops left.", "", ("Troops leave", "", "")),
        ("Troops\nhttps://www.post.example/a\nThey left.", "", ("Troops", "post.example", "")),
        ("A day\nUpdated: 17 May 2024\nThey left.", "pasted.txt", ("A day", "", "2024-05-17")),
        ("They left on Monday.", "fox-river.txt", ("", "Fox River", "")),
        ("They left on Monday.", "article (3).pdf", ("", "", "")),
        ("They left on Monday.\n\n03/04/2024", "", ("", "", "")),
    ],
)  # fmt: skip
def test_guesses(text: str, file: str, expected: tuple[str, str, str]) -> None:
    """A guess is made where the form of a line allows one, and none is made of a doubtful date."""
    draft = guessed(Article("x", text=text), "a1", file)
    assert (draft.title, draft.outlet, draft.date) == expected


def test_a_web_pages_title_gives_its_outlet_up() -> None:
    """“Headline - Outlet” is a headline and an outlet; a title on top of the text goes."""
    article = Article("x", title="Troops leave Lindow at last - Harbour Post", text="They left.")
    draft = guessed(article, "a1", "saved.html")
    assert (draft.title, draft.outlet) == ("Troops leave Lindow at last", "Harbour Post")
    dashed = Article("x", title="Troops leave Lindow - Ministers object", text="They left.")
    assert guessed(dashed, "a1", "").title == "Troops leave Lindow - Ministers object"
    endless = Article("x", title="Troops" + " " * 100_000 + "-", text="They left.")
    assert len(guessed(endless, "a1", "").title) == 300
    twice = Article("x", title="Troops ‘leave’", text="Troops 'leave'\r\n\r\nThey left.\x00")
    assert guessed(twice, "a1", "").text == "They left.\ufffd"


def test_hostile_text_is_text(page: Page, home: Any, work: str) -> None:
    """Markup, a change of direction and half a tag are shown as written, wherever they stand."""
    evil = "</textarea><script>alert(1)</script><img src=x onerror=alert(2)>\u202e regime"
    for outlet in ("Post", "Star"):
        drop(page, work, pasted=f"{evil} {outlet}\n\nThe regime fell. {evil} {LONG}{outlet}")
    fields = {**page.fields(f"{work}/"), "outlet|a1": evil, "outlet|a2": "Star"}
    page.send(f"{work}/fields", fields)
    for path in ("", "article/a1", "findings", "decisions", "decisions/a1", "take"):
        html = page.get(f"{work}/{path}").text
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "&lt;script&gt;" in html or path in ("decisions", "take")
    for what in ("report", "worksheet"):
        page.send(f"{work}/take", {"what": what, "take|a1": "on", "take|a2": "on"})
    for path in home.work("lindow").made.glob("*.html"):
        assert "<script>alert" not in path.read_text(encoding="utf-8")


@pytest.mark.slow
def test_an_article_of_5_megabytes_is_refused_in_words_and_soon(
    page: Page, home: Any, work: str
) -> None:
    """Far too long a text is answered with a limit; the page does not hang over it."""
    began = time.process_time()  # of the processor: a busy machine makes no test wrong
    answer = page.send(f"{work}/add", {"pasted": "(" + "<b>«“ " * 1_000_000})
    assert answer.status_code == 422
    said = answer.text[: answer.text.index("<textarea")]
    assert "framing reads English" in said or f"{LONGEST:,}" in said
    assert "It was kept as" in said
    assert len((home.work("lindow").folder / "not-added.txt").read_text()) == 6_000_001
    prose = page.send(f"{work}/add", {"pasted": LONG * 5_500})
    assert f"this page takes {LONGEST:,}" in prose.text
    assert time.process_time() - began < 30


def test_a_text_grown_too_long_or_empty_is_not_saved(page: Page, home: Any, work: str) -> None:
    """The page says why, and what was typed stays in the box."""
    drop(page, work, pasted=POST)
    fields = page.fields(f"{work}/article/a1")
    for text, said in ((" ", "has no text"), ("x " * LONGEST, "may have 400,000")):
        answer = page.send(f"{work}/article/a1", {**fields, "text": text, "outlet": "Kept"})
        assert answer.status_code == 422
        assert said in answer.text
        assert 'value="Kept"' in answer.text
    dated = page.send(f"{work}/article/a1", {**fields, "text": POST, "date": "03/04/2024"})
    assert "write it like 2024-05-17" in dated.text


def test_more_articles_than_the_page_takes(page: Page, home: Any, work: str) -> None:
    """The first sixty are taken, and it is said that the others were not."""
    rows = [json.dumps({"outlet": f"O{n % 7}", "text": f"{LONG} Number {n}."}) for n in range(70)]
    said = drop(page, work, ("many.jsonl", "\n".join(rows).encode()))
    assert f"{MOST_ARTICLES} articles added" in said
    assert "the others were not added" in said


def test_a_file_of_several_events_says_that_all_are_taken_as_one(page: Page, work: str) -> None:
    """No event is merged in silence."""
    rows = [json.dumps({"event": e, "outlet": e, "text": LONG + e}) for e in ("march", "vote")]
    assert "name 2 events; here all count as one" in drop(
        page, work, ("two.jsonl", "\n".join(rows).encode())
    )


@pytest.mark.parametrize("name", ["../../x.txt", "C:\\x\\y.txt", "/etc/passwd", "a\x00b.txt", ""])
def test_a_files_name_is_a_name_and_no_path(page: Page, home: Any, work: str, name: str) -> None:
    """Whatever a browser calls a file, nothing is written outside."""
    before = sorted(path for path in home.folder.parent.rglob("*"))
    drop(page, work, (name, STAR.encode()))
    after = set(home.folder.parent.rglob("*")) - set(before)
    assert {path.name for path in after} <= {"articles.jsonl"}


def test_a_removed_article_can_be_put_back(page: Page, home: Any, two: str) -> None:
    """Nothing is lost by one press; its number is not given to another."""
    fields = page.fields(f"{two}/article/a2")
    page.send(f"{two}/article/a2", {**fields, "do": "remove"})
    assert [one.id for one in drafts(home, "lindow-at-noon")] == ["a1"]
    page.send(f"{two}/add", {"pasted": LONG})
    page.send(f"{two}/restore/a2")
    assert [one.id for one in drafts(home, "lindow-at-noon")] == ["a1", "a3", "a2"]


def test_a_full_disk_or_a_lost_folder_is_said(page: Page, home: Any, two: str) -> None:
    """What can't be read any more is said with its place, and the front page still opens."""
    path = Path(home.work("lindow-at-noon").folder) / "articles.jsonl"
    path.write_text("{broken", encoding="utf-8")
    answer = page.get(f"{two}/")
    assert answer.status_code == 422
    assert "articles.jsonl" in answer.text
    assert page.get("/").status_code == 200


@pytest.mark.parametrize(
    "above",
    ["By Lena Fosk\nThe Tarnwick Mail\n12 June 2024", "The Tarnwick Mail | 12 June 2024",
     "The Tarnwick Mail – By Lena Fosk\nPublished: 12 June 2024"],
)  # fmt: skip
def test_lines_of_writer_outlet_and_day_are_not_the_articles_words(above: str) -> None:
    """Outlet and day are read from them in whatever order they stand, and they leave the text."""
    text = f"Crowd at the harbour\n\n{above}\n\nA crowd came to the harbour on Tuesday."
    draft = guessed(Article("x", text=text), "a1", "")
    assert (draft.outlet, draft.date) == ("The Tarnwick Mail", "2024-06-12")
    assert draft.text == "A crowd came to the harbour on Tuesday."


def test_a_writers_line_alone_stays_with_the_text() -> None:
    """Nothing is taken away that names neither outlet nor day."""
    text = "Crowd at the harbour\n\nBy Lena Fosk\n\nA crowd came to the harbour on Tuesday."
    draft = guessed(Article("x", text=text), "a1", "")
    assert draft.text.startswith("By Lena Fosk")
