"""The page in a real browser: keyboard, filters, lines, tables, themes, hostile text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from framing import Article, analyze, compare, read_articles
from framing.comparison import Comparison
from framing.report import PageRoom, write_report

TabTo = Callable[[Any, str], int]


class Opened:
    """A page open in the browser, with what it said and asked for."""

    def __init__(self, page: Any, path: Path) -> None:
        self.page = page
        self.trouble: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.trouble.append(message.text))
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("dialog", lambda dialog: (self.trouble.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(path.as_uri())


@pytest.fixture
def opened(request: Any, browser: Any, page_file: Path) -> Iterator[Opened]:
    """Open the page, and hold afterwards that it was quiet and asked for nothing."""
    context = browser.new_context(viewport={"width": 1200, "height": 900}, accept_downloads=True)
    other = getattr(request, "param", None)
    found = Opened(context.new_page(), request.getfixturevalue(other) if other else page_file)
    yield found
    assert found.trouble == []
    assert [url for url in found.requests if not url.startswith(("file:", "blob:"))] == []
    context.close()


def test_hostile_text_is_text(opened: Opened) -> None:
    """The article's own markup is shown as words and made nothing."""
    page = opened.page
    assert page.locator("article img, article script, article b, article i").count() == 0
    assert "<img src=x onerror=alert(2)>" in page.locator("article").first.inner_text()
    assert page.locator("article h4").first.inner_text().replace("▼", "") == (
        "The \"regime' <i>falls</i>"
    )
    assert page.locator('a[href^="javascript"]').count() == 0


def unfold(page: Any) -> None:
    """Open everything that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")


# Clicks on every number, and returns of each place and kind of list how many there are, and those
# whose list is not as long as the number says: its own figure, or what it is out of.
PRESS_ALL = """() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const kinds = {}, wrong = [], lines = document.getElementById("lines");
  for (const node of document.querySelectorAll("button.num, .pick")) {
    const [show, , n] = data.numbers[Number(node.dataset.q)];
    const place = node.closest(".picture, table") || {id: "text"};
    const kind = `${place.id} ${show}`;
    kinds[kind] = (kinds[kind] || 0) + 1;
    node.dispatchEvent(new MouseEvent("click", {bubbles: true}));
    const rows = document.querySelectorAll("#lines-body tr").length;
    const said = node.matches("button") && /^[\\d,]+$/.test(node.textContent.trim())
      && !node.closest("#table-balance, #table-sources, #table-differences, #table-rates")
      ? Number(node.textContent.replaceAll(",", "")) : n;
    if (!lines.open || rows !== n || said !== n || !n) wrong.push([kind, n, rows, said]);
    lines.close();
  }
  return [kinds, wrong];
}"""


@pytest.mark.parametrize(
    ("opened", "expected"),
    [
        ("page_file", {"text lines", "text articles", "text table",
                       "picture-1 lines",
                       "table-concepts lines", "table-v1 lines", "table-sources passages",
                       "table-balance passages", "table-coverage lines"}),
        ("tested_file", {"text events", "table-differences lines", "table-differences events",
                         "picture-1 lines"}),
        ("categories_file", {"text entries", "table-categories entries", "table-rates entries",
                             "table-rates events", "text lines"}),
    ],
    indirect=["opened"],
)  # fmt: skip
def test_every_number_opens_as_many_lines(opened: Opened, expected: set[str]) -> None:
    """Every number of sentences, tables and charts opens a list as long as it says."""
    kinds, wrong = opened.page.evaluate(PRESS_ALL)
    assert wrong == []
    assert expected <= set(kinds), expected - set(kinds)


def test_an_article_without_a_naming_stands_in_the_list_of_articles(
    browser: Any, tmp_path: Path
) -> None:
    """It has none, and the list opens all the same, from the articles and from the outlets."""
    texts = {"Ash": "The regime fell.", "Birch": "Nothing of it was said here."}
    articles = [Article(name, name, f"e {name}", text=text) for name, text in texts.items()]
    made = compare(analyze(articles, "governments", sentiment=False))
    context = browser.new_context()
    room = PageRoom(articles=0)  # nor does it need its text on the page
    found = Opened(context.new_page(), write_report(made, tmp_path / "report.html", room=room))
    for name in ("articles", "outlets"):
        found.page.locator(".facts div", has_text=name).first.locator("button").click()
        rows = found.page.locator("#lines-body tr")
        assert [row.split("\t")[-1] for row in rows.all_inner_texts()] == ["1", "0"]
        found.page.keyboard.press("Escape")
    assert found.trouble == []
    context.close()


@pytest.mark.parametrize("opened", ["categories_file"], indirect=True)
def test_words_of_categories_open_their_lines(opened: Opened) -> None:
    """Each with its words, of the right one of two lexicons that share a category's id."""
    page = opened.page
    unfold(page)
    told = page.locator("header.page button.num[aria-label*='Words of the category']")
    first = told.filter(has_text=re.compile(r"^[1-9]\d*$")).first
    n = int(first.inner_text())
    first.click()
    words = page.locator("#lines-body td:nth-child(3)").all_inner_texts()
    assert len(words) == n > 0
    assert set(words) <= {"grim", "calm"} or set(words) <= {"dawn", "fog"}
    page.keyboard.press("Escape")
    page.locator("#table-rates tbody tr").first.locator("button.num").last.click()
    cells = page.locator("#lines-body tr").first.locator("td").all_inner_texts()
    assert all(re.fullmatch(r"\d+ in \d+", cell) for cell in cells)


@pytest.mark.parametrize("opened", ["tested_file"], indirect=True)
def test_numbers_of_a_test_open_the_events_they_rest_on(opened: Opened) -> None:
    """The p-value's list has both sides' counts of each event, and these open their lines."""
    page = opened.page
    p_value = page.locator(".primary button.num", has_text="time")
    p_value.first.click()
    assert page.locator("#lines-head th").all_inner_texts() == ["event", "Herald", "Voice"]
    assert page.locator("#lines-body tr").count() == 8
    assert "p-values are computed from these" in page.locator("#lines-count").inner_text()
    first = page.locator("#lines-body tr").first.locator("button.num").first
    assert first.inner_text() == "2 of 2"
    first.click()
    assert page.locator("#lines-body tr").count() == 2
    assert "2 of them loaded" in page.locator("#lines-count").inner_text()
    page.keyboard.press("Escape")
    assert p_value.first.evaluate("b => b === document.activeElement")


def test_words_of_a_picture_are_clicked_where_they_stand(opened: Opened) -> None:
    """The mouse on a word, its count or its bar opens its lines."""
    page = opened.page
    word = page.locator(".picture .wide .pick", has=page.locator("rect")).first
    n = int(word.locator("text").last.text_content())
    for part in ("text >> nth=0", "text >> nth=1", "rect"):
        word.locator(part).click()
        assert page.locator("#lines").evaluate("d => d.open"), part
        assert page.locator("#lines-body tr").count() == n
        page.keyboard.press("Escape")


def test_tab_stops_once_in_every_picture(opened: Opened, tab_to: TabTo) -> None:
    """Tab goes picture by picture, and each gives it one number."""
    page = opened.page
    pictures = page.locator(".picture").evaluate_all("all => all.map(f => f.id)")
    assert pictures
    for picture in pictures:
        tab_to(page, f"#{picture} *")
        assert page.evaluate("document.activeElement.matches('.pick[role=button]')"), picture
        assert page.locator(f"#{picture} .wide [tabindex='0']").count() == 1


@pytest.mark.parametrize("opened", ["tested_file"], indirect=True)
def test_numbers_in_pictures_are_reached_by_keyboard(opened: Opened, tab_to: TabTo) -> None:
    """A picture is one stop; arrows go from number to number, Enter and Space open its lines."""
    page = opened.page
    tab_to(page, ".picture .pick")
    here = "document.activeElement.getAttribute('aria-label')"
    names = [page.evaluate(here)]
    for key in ("ArrowRight", "ArrowDown", "Home", "End", "ArrowLeft"):
        page.keyboard.press(key)
        names.append(page.evaluate(here))
    assert names[3] == names[0]
    assert len(set(names)) > 3
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    for key in ("Enter", " "):
        page.keyboard.press(key)
        assert page.locator("#lines").evaluate("d => d.open")
        assert page.locator("#lines-title").inner_text() in names[-1]
        page.keyboard.press("Escape")
        assert page.evaluate(here) == names[-1]


def test_few_stops_from_the_top_to_the_first_filter(opened: Opened, tab_to: TabTo) -> None:
    """The keyboard is at the filters in under sixty steps, tables and methods being folded."""
    assert tab_to(opened.page, "form.filters *") < 60


def test_every_number_has_a_name(opened: Opened) -> None:
    """Each number says what it counts, and no two of a picture say the same."""
    page = opened.page
    unnamed = """nodes => nodes.filter(n => n.getAttribute("aria-hidden") !== "true"
        && !/^.+: .+, show the .+$/.test(n.getAttribute("aria-label"))).length"""
    assert page.locator("button.num, .pick").evaluate_all(unnamed) == 0
    labels = page.locator("#picture-1 .wide .pick[role=button]").evaluate_all(
        "nodes => nodes.map(n => n.getAttribute('aria-label'))"
    )
    assert len(labels) == len(set(labels)) > 2


def test_lines_are_read_and_followed_by_keyboard(opened: Opened, tab_to: TabTo) -> None:
    """Enter opens a number's lines, a line leads to its place, Escape returns to the number."""
    page = opened.page
    row = '#table-concepts tr:has(th[data-values*="government"]) button.num'
    number = page.locator(row).first
    unfold(page)
    tab_to(page, row)
    page.keyboard.press("Enter")
    assert page.locator("#lines").evaluate("d => d.open")
    assert "government" in page.locator("#lines-title").inner_text()
    page.keyboard.press("Escape")
    assert not page.locator("#lines").evaluate("d => d.open")
    assert number.evaluate("b => b === document.activeElement")
    page.keyboard.press("Enter")
    page.locator("#lines-body a").first.click()
    assert not page.locator("#lines").evaluate("d => d.open")
    assert page.evaluate("document.activeElement.textContent") == "regime"


def test_details_on_hover_and_focus(opened: Opened, tab_to: TabTo) -> None:
    """A mention shows its variant, reading, source, rule and speaker; Escape hides them."""
    page = opened.page
    unfold(page)
    about = page.locator("#about")
    page.locator("article .m", has_text="occupation forces").first.hover()
    text = about.inner_text()
    for words in (
        "“occupation forces”, of the concept foreign troops",
        "loaded against",
        "intensity 3 of 3",
        "rule “quoted rule” of the reader used (rule quoted-rule)",
        "an official (anonymous)",
        "The <Institute> (2013), entry 4, calls it loaded",
        "A term of law too.",
    ):
        assert words in text
    tab_to(page, "article .m")
    page.keyboard.press("Enter")
    assert about.is_visible()
    page.keyboard.press("Escape")
    assert about.is_hidden()


def test_arrow_keys_go_from_mention_to_mention(opened: Opened, tab_to: TabTo) -> None:
    """One stop an article; arrows move within it."""
    page = opened.page
    assert page.locator("article").nth(0).locator(".m[tabindex='0']").count() == 1
    tab_to(page, "article .m")
    first = page.evaluate("document.activeElement.dataset.m")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.dataset.m")
    assert second not in (None, first)
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.dataset.m") == first


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda form: form.locator("select[name=concept]").select_option(label="government"), 2),
        (lambda form: form.locator("select[name=outlet]").select_option("Voice"), 4),
        (lambda form: form.locator("input[value=own]").uncheck(), 4),
        (lambda form: form.locator("input[value=neutral]").uncheck(), 7),
        (lambda form: form.locator("input[value=against]").uncheck(), 3),
    ],
)
def test_filters_show_what_they_say(opened: Opened, change: Any, left: int) -> None:
    """Each filter keeps the mentions it names, says how many, and can be taken back."""
    page = opened.page
    form = page.locator("form.filters")
    before = page.locator("#shown").inner_text()
    change(form)
    assert page.locator("#shown").inner_text() == f"{left} of 9 namings shown"
    page.locator("#list").click()
    assert page.locator("#lines-body tr").count() == left
    page.keyboard.press("Escape")
    form.locator("button[type=reset]").click()
    page.wait_for_function("!document.querySelector('.m.off')")
    assert page.locator("#shown").inner_text() == before


def test_filtered_mentions_leave_the_keyboards_way(opened: Opened) -> None:
    """A mention filtered out is no button and no stop any more."""
    page = opened.page
    page.locator("form.filters input[value=neutral]").uncheck()
    off = page.locator("article .m.off")
    assert off.count() > 0
    assert page.locator("article .m.off[role], article .m.off[tabindex]").count() == 0


def test_tables_sort_both_ways(opened: Opened) -> None:
    """A heading sorts its column up, then down, and says so."""
    page = opened.page
    unfold(page)
    head = page.locator("#table-concepts th", has_text="own words")
    rows = "[...document.querySelectorAll('#table-concepts tbody tr')]"
    values = f"{rows}.map(row => Number(row.cells[2].dataset.sort))"
    head.locator("button").click()
    up = page.evaluate(values)
    assert up == sorted(up)
    assert head.get_attribute("aria-sort") == "ascending"
    head.locator("button").click()
    assert page.evaluate(values) == sorted(up, reverse=True)
    assert head.get_attribute("aria-sort") == "descending"


def test_tables_download_as_csv(opened: Opened) -> None:
    """The file has one column a figure, and agrees with the table."""
    page = opened.page
    unfold(page)
    with page.expect_download() as waiting:
        page.locator("#table-concepts button.csv").click()
    assert waiting.value.suggested_filename == "naming.csv"
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    voice = next(r for r in rows if r["concept"] == "foreign-troops" and r["outlet"] == "Voice")
    assert (voice["worded_loaded"], voice["worded_total"]) == ("3", "4")
    assert len(rows) == page.locator("#table-concepts tbody tr").count()


def test_one_article_alone_with_its_sources(opened: Opened) -> None:
    """Reading alone hides the others and shows sources in the margin; the button goes back."""
    page = opened.page
    unfold(page)
    article = page.locator('article[data-outlet="Voice"]').first
    assert article.locator(".notes").first.is_hidden()
    button = article.locator("button.alone")
    button.click()
    assert article.locator(".notes").first.is_visible()
    assert "an official" in article.locator(".notes").first.inner_text()
    assert "stands before a source and its reporting word" in (
        article.locator(".notes").first.inner_text()
    )
    assert page.locator("article").first.is_hidden()
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert page.locator("article").first.is_visible()


def test_light_and_dark(browser: Any, page_file: Path) -> None:
    """The page follows the system, and the button turns it."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(page_file.as_uri())
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(ground)
    page.locator("#theme").click()
    light = page.evaluate(ground)
    assert dark != light == "rgb(255, 255, 255)"
    context.close()


def test_print_shows_findings_and_neither_controls_nor_articles(opened: Opened) -> None:
    """On paper there are findings and pictures, tables that were opened, and nothing to press."""
    page = opened.page
    page.emulate_media(media="print")
    for hidden in ("form.filters", "nav", "article", "#table-concepts", "#naming"):
        assert page.locator(hidden).first.is_hidden(), hidden
    assert page.locator(".finding").first.is_visible()
    assert page.locator(".picture").first.is_visible()
    unfold(page)
    assert page.locator("#table-concepts").is_visible()


@pytest.mark.slow
def test_the_examples_print_to_few_pages(browser: Any, tmp_path: Path) -> None:
    """The report on the sample articles takes eight sheets at most."""
    folder = Path(__file__).parents[2] / "examples"
    made = compare(analyze(read_articles(folder), sentiment=False))
    context = browser.new_context()
    page = context.new_page()
    page.goto(write_report(made, tmp_path / "report.html").as_uri())
    sheets = re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))
    assert 1 <= len(sheets) <= 8
    context.close()


def test_a_link_to_what_is_folded_opens_it(opened: Opened, tab_to: TabTo) -> None:
    """The lines of an article in a folded event lead to it, and open the event."""
    page = opened.page
    page.locator(".facts div", has_text="namings").first.locator("button").click()
    page.locator("#lines-body a").last.click()
    assert page.evaluate("document.activeElement.checkVisibility()")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_a_telephone_shows_the_page_without_sideways_scrolling(
    browser: Any, page_file: Path
) -> None:
    """On a narrow screen only tables and columns scroll sideways, not the page."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(page_file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_long_names_of_outlets_do_not_widen_a_telephones_page(browser: Any, tmp_path: Path) -> None:
    """A name that is one long word, or of many, is broken or cut; the page stays as wide."""
    names = ["Süddeutsche Verlagsgesellschaft für Nachrichten und Anzeigen aus aller Welt",
             "thelongestdomainnameanybodyeverboughtfornews.example"]  # fmt: skip
    articles = [Article(name, name, "ferry", text=f"The {word} fell.")
                for name, word in zip(names, ("regime", "government"), strict=True)]  # fmt: skip
    analysis = analyze(articles, "governments", sentiment=False)
    path = write_report(compare(analysis), tmp_path / "report.html")
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_violation(
    browser: Any, axe: Any, page_file: Path, scheme: str
) -> None:
    """Everything opened, in light and dark, axe-core reports nothing serious or critical."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1200, "height": 900})
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    found = axe.Axe().run(page).response["violations"]
    page.locator("button.num").first.click()
    found += axe.Axe().run(page, context="#lines").response["violations"]
    serious = [
        (v["id"], [node["html"][:120] for node in v["nodes"]][:3])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert serious == [], json.dumps(serious, indent=1)
    context.close()


@pytest.mark.slow
def test_a_page_without_all_lines_says_so_where_it_counts(
    browser: Any, comparison: Comparison, tmp_path: Path
) -> None:
    """Counts are of all namings, and a list says how many of its lines are missing."""
    room = PageRoom(articles=2, line_bytes=100)
    path = write_report(comparison, tmp_path / "report.html", room=room)
    context = browser.new_context()
    page = context.new_page()
    page.goto(path.as_uri())
    count = page.locator("#lines-count")
    facts = page.locator(".facts div")
    facts.filter(has_text="events").first.locator("button").click()
    counted = page.locator("#lines-body td:last-child button").all_inner_texts()
    assert sum(map(int, counted)) == 9
    page.keyboard.press("Escape")
    facts.filter(has_text="namings").first.locator("button").click()
    assert count.inner_text() == "8 lines. 1 more is not kept in this page."
    context.close()
