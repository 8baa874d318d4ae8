"""Working on an event: two windows, a restart, decisions that numbers follow, and the buttons."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Callable
from html import unescape

import pytest

from framing import analyze, read_articles
from framing.classroom import read_key
from framing.local import Home

from .conftest import PORT, POST, STAR, TOKEN, Page

SLUG = "lindow-at-noon"
BOTH = {"take|a1": "on", "take|a2": "on"}


def names(fields: dict[str, str], prefix: str) -> list[str]:
    """Return the fields of a form that begin so."""
    return [name for name in fields if name.startswith(prefix)]


def place(fields: dict[str, str], words: str, text: str) -> str:
    """Return the name of the decision on `words` in the text of an article."""
    found = [name.partition("|")[2] for name in names(fields, "seen|")]
    return next(
        name
        for name in found
        if name.split("|")[1] == "text"
        and text[int(name.split("|")[2]) : int(name.split("|")[3])] == words
    )


def accept_all(page: Page, two: str) -> None:
    """Accept every decision as framing proposes it."""
    for article in ("a1", "a2"):
        page.send(f"{two}/decisions/{article}", page.fields(f"{two}/decisions/{article}"))


def test_findings_need_two_outlets(page: Page) -> None:
    """Until there are two named outlets the page says what is missing, and where to write it."""
    page.send("/works", {"title": "Lindow at noon"})
    work = f"/work/{SLUG}"
    assert "Two articles are needed to compare; there are none" in page.get(f"{work}/findings").text
    page.send(f"{work}/add", {"pasted": POST})
    assert "there is one" in page.get(f"{work}/findings").text
    page.send(f"{work}/add", {"pasted": STAR})
    fields = page.fields(f"{work}/")
    page.send(f"{work}/fields", {**fields, "outlet|a2": ""})
    assert "1 of 2 articles name no outlet" in page.get(f"{work}/findings").text
    fields = page.fields(f"{work}/")
    page.send(f"{work}/fields", {**fields, "outlet|a2": "Harbour Post"})
    assert "All articles are of one outlet" in page.get(f"{work}/findings").text


def test_findings_show_words_sentences_and_sources(page: Page, two: str) -> None:
    """Each word is a way to the sentence it stands in."""
    html = page.get(f"{two}/findings").text
    assert re.search(r"<h3>the government\s*</h3>", html)
    link = re.search(r'href="(/work/[^"#]*)#at-([^"]*)"><bdi>regime</bdi>', html)
    assert f'id="at-{link[2]}"' in page.get(link[1]).text
    assert "The government sent" in html.replace("<mark>", "").replace("</mark>", "")
    assert "Bo Lund" in html


def test_words_side_by_side_are_called_and_spelled_as_in_the_findings(page: Page, two: str) -> None:
    """A plural stays one, a name has its capital, and a thing is called what the sentences say."""
    written = {"a1": "Gay marriage was debated.", "a2": "Same-sex marriage was debated."}
    for article, begins in written.items():
        fields = page.fields(f"{two}/article/{article}")
        text = f"{begins} Illegal immigrants came, and the Obama administration waited."
        page.send(f"{two}/article/{article}", {**fields, "title": "", "text": text})
    html = page.get(f"{two}/findings").text
    words = re.findall(r'class="said[^>]*><bdi>([^<]*)</bdi>', html)
    assert {"illegal immigrants", "Obama administration"} <= set(words)
    things = [thing.strip() for thing in re.findall(r"<h3>([^<]*)</h3>", html)]
    decided = unescape(page.get(f"{two}/decisions/a1").text)
    for thing in map(unescape, things):
        assert re.search(rf"[(,] ?{re.escape(thing)}[,)]", decided)
    assert "the American administration" in things
    assert "marriage naming" not in decided


def test_steps_before_an_article_say_what_is_missing(page: Page) -> None:
    """No step of an empty event ends in trouble."""
    page.send("/works", {"title": "Lindow at noon"})
    work = f"/work/{SLUG}"
    for step in ("findings", "decisions", "take"):
        answer = page.get(f"{work}/{step}")
        assert answer.status_code == 200
        assert "there are none" in answer.text


def test_findings_are_drawn_for_screen_and_telephone(page: Page, two: str) -> None:
    """The picture of the words is there twice, each with its words for those who do not see it."""
    for article in ("a1", "a2"):
        fields = page.fields(f"{two}/decisions/{article}")
        own = dict.fromkeys(names(fields, "voice|"), "own")
        page.send(f"{two}/decisions/{article}", {**fields, **own})
    html = page.get(f"{two}/findings").text
    assert html.count("<svg") == html.count("<desc") == 2
    assert "figure" in html


def test_a_number_opens_as_many_lines_as_it_says(page: Page, two: str) -> None:
    """Each number of a finding leads to its sentences, and each of them to its decision."""
    html = page.get(f"{two}/findings").text
    links = re.findall(rf'href="({two}/lines/\d+/\d+)">([^<]*)</a>', html)
    assert links
    for path, number in links:
        lines = page.get(path).text
        shown = lines.count('class="card line"')
        counted = re.match(r"(\d+) of \d+", number)
        assert shown == (int(counted[1]) if counted else shown) > 0
        assert lines.count("<mark>") == lines.count("decide on it") == shown
    assert page.get(f"{two}/lines/99/0").status_code == 404


def test_the_event_of_a_finding_opens_what_all_its_outlets_wrote(page: Page, two: str) -> None:
    """A number of events leads to the namings of both sides, and names the event."""
    html = page.get(f"{two}/findings").text
    (path,) = re.findall(rf'href="({two}/lines/\d+/\d+)">this</a>', html)[:1]
    lines = page.get(path).text
    assert "Lindow at noon. The outlets compared name the thing there" in lines
    assert {"Harbour Post", "Lindow Star"} <= set(re.findall(r"<h3><bdi>([^<]*)</bdi>", lines))


def test_a_number_of_articles_opens_the_words_in_them(page: Page, two: str) -> None:
    """Of articles with both words the lines are shown that have one of the two."""
    texts = {
        "a1": "The assassination of Aker shook Tarn. It was an assassination.",
        "a2": "The murder of Aker shook the harbour. It was no assassination, it was a murder.",
    }
    for article, text in texts.items():
        fields = page.fields(f"{two}/article/{article}")
        page.send(f"{two}/article/{article}", {**fields, "title": "", "text": text})
        fields = page.fields(f"{two}/decisions/{article}")
        own = dict.fromkeys(names(fields, "voice|"), "own")
        page.send(f"{two}/decisions/{article}", {**fields, **own})
    html = page.get(f"{two}/findings").text
    opened = [page.get(path) for path in re.findall(rf'href="({two}/lines/\d+/\d+)"', html)]
    assert {answer.status_code for answer in opened} == {200}
    told = [answer.text for answer in opened if "counts articles; with these words" in answer.text]
    assert {text.count('class="card line"') for text in told} == {3, 5}


def test_articles_without_a_listed_word_still_have_a_page(page: Page, two: str) -> None:
    """Where the lists know nothing the page says so, and no number is made up."""
    for article in ("a1", "a2"):
        fields = page.fields(f"{two}/article/{article}")
        text = f"Olives grew in the garden of {article}."
        page.send(f"{two}/article/{article}", {**fields, "title": "", "text": text})
    answer = page.get(f"{two}/findings")
    assert answer.status_code == 200
    assert "No two outlets name the same thing" in answer.text
    assert "found nothing in this article" in page.get(f"{two}/decisions/a1").text
    made = page.send(f"{two}/take", {"what": "worksheet", "level": "voice", **BOTH})
    assert "There is nothing to ask at level" in made.text
    assert "(“Whose voice is it?”)" in made.text
    assert f'href="{two}/take">Go on' in made.text
    assert "decisions are yours" not in page.get(f"{two}/take").text


def test_two_windows_on_one_article_lose_nothing(
    window: Callable[[], Page], page: Page, home: Home, two: str
) -> None:
    """Who saves second sees both texts, their own in the boxes, and decides."""
    other = window()
    mine, theirs = (one.fields(f"{two}/article/a1") for one in (page, other))
    assert "Saved." in other.send(f"{two}/article/a1", {**theirs, "text": "Their text."}).text
    answer = page.send(f"{two}/article/a1", {**mine, "text": "My text.", "title": "Mine"})
    assert answer.status_code == 409
    assert "changed in another window since you opened it here" in answer.text
    assert "Their text." in answer.text
    assert "My text.</textarea>" in answer.text
    assert home.work(SLUG).draft("a1").text == "Their text."
    version = re.search(r'name="version" value="(\w+)"', answer.text)[1]
    page.send(f"{two}/article/a1", {**mine, "text": "My text.", "version": version})
    assert home.work(SLUG).draft("a1").text == "My text."


def test_two_windows_on_the_list_lose_nothing(
    window: Callable[[], Page], page: Page, home: Home, two: str
) -> None:
    """A name changed elsewhere is not written over, and what was typed is said."""
    other = window()
    mine, theirs = page.fields(f"{two}/"), other.fields(f"{two}/")
    other.send(f"{two}/fields", {**theirs, "outlet|a1": "The Post"})
    said = page.send(f"{two}/fields", {**mine, "outlet|a1": "Post", "outlet|a2": "The Star"}).text
    assert "Not saved: this article was changed in another window" in said
    assert "outlet “Post”" in said
    assert [one.outlet for one in home.work(SLUG).drafts()] == ["The Post", "The Star"]


def test_an_article_removed_elsewhere_leaves_the_text_in_the_box(
    window: Callable[[], Page], page: Page, home: Home, two: str
) -> None:
    """What was written into an article that is gone can be added as a new one."""
    other = window()
    mine, theirs = (one.fields(f"{two}/article/a1") for one in (page, other))
    other.send(f"{two}/article/a1", {**theirs, "do": "remove"})
    answer = page.send(f"{two}/article/a1", {**mine, "text": "My long work."})
    assert answer.status_code == 409
    assert "My long work.</textarea>" in answer.text
    assert "removed in another window" in answer.text


def test_two_windows_on_decisions(
    window: Callable[[], Page], page: Page, home: Home, two: str
) -> None:
    """A word decided otherwise elsewhere is named and kept; all others of the form are saved."""
    other = window()
    mine, theirs = (one.fields(f"{two}/decisions/a1") for one in (page, other))
    text = home.work(SLUG).draft("a1").text
    word = place(mine, "regime", text)
    other.send(f"{two}/decisions/a1", {**theirs, f"voice|{word}": "attributed"})
    decided = len(home.work(SLUG).decisions())
    said = page.send(f"{two}/decisions/a1", {**mine, f"voice|{word}": "no"}).text
    assert "Decided otherwise in another window, and not saved from this one: “regime”" in said
    kept = home.work(SLUG).decisions()
    assert len(kept) == decided
    assert kept[_place(word)] == {"voice": "attributed"}


def _place(name: str) -> tuple[str, str, int, int]:
    article, field, start, end = name.split("|")
    return article, field, int(start), int(end)


def test_a_text_changed_elsewhere_stops_its_decisions(
    window: Callable[[], Page], page: Page, home: Home, two: str
) -> None:
    """Decisions on words that are others now are not saved; the page shows them anew."""
    other = window()
    mine = page.fields(f"{two}/decisions/a1")
    fields = other.fields(f"{two}/article/a1")
    other.send(f"{two}/article/a1", {**fields, "text": "The junta left."})
    said = page.send(f"{two}/decisions/a1", mine).text
    assert "Please decide again; nothing was saved" in said
    assert home.work(SLUG).decisions() == {}


def test_after_a_restart_everything_is_there(page: Page, home: Home, two: str) -> None:
    """A server started anew on the folder shows articles, decisions and what was made."""
    from framing.local.app import create_app

    accept_all(page, two)
    page.send(f"{two}/take", {"what": "tables"})
    again = Page(create_app(Home(home.folder), TOKEN, PORT).test_client())
    assert page.fields(f"{two}/") == again.fields(f"{two}/")
    assert re.search(r"\b([1-9]\d*) of \1 decided", again.get(f"{two}/decisions").text)
    assert "lindow-at-noon-tables.zip" in again.get(f"{two}/take").text


def test_accept_change_and_drop_are_corrections(page: Page, home: Home, two: str) -> None:
    """The folder holds what `analyze` takes; the command line gives the same numbers."""
    work = home.work(SLUG)
    fields = page.fields(f"{two}/decisions/a1")
    text = work.draft("a1").text
    changed, dropped = place(fields, "regime", text), place(fields, "terrorists", text)
    sent = {**fields, f"voice|{changed}": "quoted", f"voice|{dropped}": "no"}
    sent.pop(f"loaded|{changed}")
    page.send(f"{two}/decisions/a1", sent)
    with (work.folder / "corrections.csv").open(encoding="utf-8") as file:
        rows = {(row["start"], row["column"]): row["value"] for row in csv.DictReader(file)}
    assert rows[changed.split("|")[2], "voice"] == "quoted"
    assert rows[changed.split("|")[2], "loaded"] == "false"
    assert rows[dropped.split("|")[2], "mention"] == "no"
    articles = read_articles(work.folder / "articles.jsonl")
    assert [one.id for one in articles] == ["a1", "a2"]
    found = analyze(articles, corrections=work.folder / "corrections.csv", sentiment=False)
    assert found.provenance["corrections"]["unmatched"] == []
    mine = found.mentions[found.mentions["article_id"] == "a1"]
    assert "terrorists" not in set(mine["text"])
    assert set(mine["rule"]) == {"corrected"}
    assert page.fields(f"{two}/decisions/a1")[f"voice|{dropped}"] == "no"


def test_what_can_be_argued_is_said_where_it_is_decided(page: Page, two: str) -> None:
    """A word that a key takes two answers for says so, with the reason."""
    fields = page.fields(f"{two}/article/a2")
    page.send(f"{two}/article/a2", {**fields, "title": "Regime must go, minister says"})
    html = page.get(f"{two}/decisions/a2").text
    assert "two answers count, “reported” and “the outlet&#39;s own words”" in html
    assert "nobody can tell whether the source said the word" in html


def test_decisions_move_with_an_edited_text(page: Page, home: Home, two: str) -> None:
    """A sentence put in front moves them along; a word rewritten loses its own, in words."""
    accept_all(page, two)
    before = len(home.work(SLUG).decisions())
    fields = page.fields(f"{two}/article/a1")
    text = home.work(SLUG).draft("a1").text
    said = page.send(f"{two}/article/a1", {**fields, "text": f"New words here. {text}"}).text
    assert "Saved." in said
    assert "rewritten" not in said
    work = home.work(SLUG)
    assert len(work.decisions()) == before
    articles = read_articles(work.folder / "articles.jsonl")
    found = analyze(articles, corrections=work.corrections(), sentiment=False)
    assert found.provenance["corrections"]["unmatched"] == []
    fields = page.fields(f"{two}/article/a1")
    text = work.draft("a1").text.replace("The terrorists must", "The rebels must")
    said = page.send(f"{two}/article/a1", {**fields, "text": text}).text
    assert "The words of 1 decision(s) were rewritten" in said


def test_a_worksheet_is_a_draft_until_all_is_decided(page: Page, home: Home, two: str) -> None:
    """The page counts what is open, and the key made after the last decision is no draft."""
    still = r"\b([1-9]\d*) of \1 decisions are still framing's own"
    made = re.search(still, page.get(f"{two}/take").text)
    assert made
    page.send(f"{two}/take", {"what": "worksheet", "level": "find", **BOTH})
    key = home.work(SLUG).made / f"{SLUG}-find.key.json"
    assert read_key(key).undecided > 0
    accept_all(page, two)
    assert f"All {made[1]} decisions are yours" in page.get(f"{two}/take").text
    page.send(f"{two}/take", {"what": "worksheet", "level": "find", "outlets": "given", **BOTH})
    assert read_key(key).undecided == 0
    sheet = (home.work(SLUG).made / f"{SLUG}-find.html").read_text(encoding="utf-8")
    assert "Lindow Star" in sheet
    assert "Draft" not in sheet


@pytest.mark.parametrize(
    ("wish", "files"),
    [
        ({"what": "report"}, ["report.html"]),
        ({"what": "picture", "kind": "voice", "ending": "svg", "size": "slide"},
         ["voice-slide.svg"]),
        ({"what": "tables"}, ["tables.zip"]),
        ({"what": "worksheet", "level": "voice", **BOTH},
         ["voice.html", "voice.key.json", "voice.print.html"]),
    ],
    ids=lambda wish: wish.get("what") if isinstance(wish, dict) else None,
)  # fmt: skip
def test_each_button_makes_its_file(
    page: Page, home: Home, two: str, wish: dict[str, str], files: list[str]
) -> None:
    """What was made is listed to be saved, and lies in the work's folder."""
    html = page.send(f"{two}/take", wish).text
    for name in files:
        assert f'href="{two}/made/{SLUG}-{name}" download' in html
        saved = page.get(f"{two}/made/{SLUG}-{name}").data
        assert saved == (home.work(SLUG).made / f"{SLUG}-{name}").read_bytes()
        assert len(saved) > 500


def test_tables_hold_the_decisions_and_are_the_same_each_time(
    page: Page, home: Home, two: str
) -> None:
    """The archive opens, its mentions follow what was decided, and its bytes repeat."""
    accept_all(page, two)
    path = home.work(SLUG).made / f"{SLUG}-tables.zip"
    page.send(f"{two}/take", {"what": "tables"})
    first = path.read_bytes()
    page.send(f"{two}/take", {"what": "tables"})
    assert path.read_bytes() == first
    with zipfile.ZipFile(path) as archive:
        rows = archive.read("tables/mentions.csv").decode("utf-8-sig").splitlines()
        told = json.loads(archive.read("tables/provenance.json"))
    assert all(",corrected," in row for row in rows[1:])
    assert told["corrections"]["applied"] == told["corrections"]["given"] > 0


@pytest.mark.parametrize(
    "wish",
    [{"what": "x"}, {"what": "picture", "kind": "../x"}, {"what": "worksheet", "level": "x"}],
)
def test_a_wish_that_is_none_is_refused_in_words(
    page: Page, two: str, wish: dict[str, str]
) -> None:
    """A form sent by hand makes nothing and gets a sentence."""
    answer = page.send(f"{two}/take", wish)
    assert answer.status_code == 422
    assert "There is no" in answer.text


def test_an_endless_sentence_of_namings_still_has_pages(page: Page, home: Home, two: str) -> None:
    """Thousands of decisions in one sentence come a hundred at a time, each with a piece of it."""
    fields = page.fields(f"{two}/article/a2")
    page.send(f"{two}/article/a2", {**fields, "text": "the regime and " * 1_500})
    html = page.get(f"{two}/decisions/a2").text
    assert len(html) < 400_000
    assert "Decisions 1 to 100 of" in html
    assert html.count('class="sentence"') == 100
    said = page.send(f"{two}/decisions/a2", page.fields(f"{two}/decisions/a2")).text
    assert "Decisions 101 to 200 of" in said
    assert len(home.work(SLUG).decisions()) == 100
    for path in ("findings", "decisions", "take"):
        assert len(page.get(f"{two}/{path}").text) < 400_000


@pytest.mark.slow
def test_fifty_articles(page: Page, home: Home) -> None:
    """Findings, decisions and a report of fifty articles of seven outlets come without trouble."""
    page.send("/works", {"title": "Fifty"})
    rows = [
        {"outlet": f"Outlet {n % 7}", "title": f"Day {n}", "text": f"{POST} {STAR} Number {n}."}
        for n in range(50)
    ]
    work = home.work("fifty")
    for row in rows:
        work.receive(f"{row['title']}\n\nSource: {row['outlet']}\n\n{row['text']}", [])
    assert len(work.drafts()) == 50
    for path in ("", "findings", "decisions", "decisions/a50", "take"):
        assert page.get(f"/work/fifty/{path}").status_code == 200
    fields = page.fields("/work/fifty/take")
    assert len(names(fields, "take|")) == 4
    sheet = {"what": "worksheet", "level": "find", **dict.fromkeys(names(fields, "take|"), "on")}
    assert "fifty-find.html" in page.send("/work/fifty/take", sheet).text
    assert "fifty-report.html" in page.send("/work/fifty/take", {"what": "report"}).text


def test_a_copy_is_told_without_an_option_that_the_page_lacks(page: Page, two: str) -> None:
    """An outlet that reprints another is told; how to count it is a matter of commands."""
    more = " ".join(f"The regime sent {n} lorries to gate {n} of the port." for n in range(2, 20))
    for at, outlet in ((3, "Harbour Star"), (4, "Tern Gazette")):
        page.send(f"{two}/add", {"pasted": f"The port of {outlet}\n\n{more} {outlet}."})
        fields = page.fields(f"{two}/")
        page.send(f"{two}/fields", {**fields, f"outlet|a{at}": outlet})
    told = unescape(page.get(f"{two}/findings").text)
    assert "Every article of Tern Gazette repeats another's." in told
    assert "--copies" not in told
