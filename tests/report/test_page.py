"""The page holds what was asked for, its numbers agree with the tables, and text stays text."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from framing import __version__, analyze
from framing.comparison import Comparison, compare
from framing.report import error_rates, write_report
from framing.values import Article

VOID = {"meta", "input", "br", "link", "path", "use", "rect", "circle"}


class Reader(HTMLParser):
    """Collects elements with their attributes, and the text in every element with an id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.data = ""
        self._inside = False
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        self._inside = tag == "script" and dict(attrs).get("id") == "data"

    def handle_data(self, data: str) -> None:
        """Note text, and the page's data."""
        if self._inside:
            self.data += data
            self._inside = False
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every element of one name."""
        return [attrs for name, attrs in self.elements if name == tag]


@pytest.fixture
def read(page_file: Path) -> Reader:
    """Parse the page."""
    return Reader(page_file.read_text(encoding="utf-8"))


def test_head_of_the_page(read: Reader) -> None:
    """Language, one title and the generator are there."""
    assert read.all("html") == [{"lang": "en"}]
    assert {"name": "generator", "content": f"framing {__version__}"} in read.all("meta")
    text = " ".join(read.text)
    assert "Herald <b>" in text
    assert "No test: it needs 6 events" in text
    assert "1 decision was corrected by hand" in re.sub(r"\s+", " ", text)


def test_nothing_hostile_becomes_an_element(read: Reader, page_file: Path) -> None:
    """Scripts are the page's two; no handler, no image, no dangerous link."""
    assert len(read.all("script")) == 2
    assert read.all("img") == []
    assert [a for _, a in read.elements if any(name.startswith("on") for name in a)] == []
    links = [a["href"] or "" for a in read.all("a")]
    assert not [href for href in links if not href.startswith(("#", "https://example.org/"))]
    html = page_file.read_text(encoding="utf-8")
    assert html.count("</script>") == 2
    assert html.count("</style>") >= 1
    assert "\\u003cimg src=x" in html


def test_lines_hold_the_words_in_context(read: Reader) -> None:
    """A line is the mention's words with what stands left and right of them."""
    data = json.loads(read.data)
    at = {name: i for i, name in enumerate(data["fields"])}
    line = next(line for line in data["mentions"] if line[at["text"]] == "Troops")
    assert line[at["left"]].endswith("said javascript:alert(3). ")
    assert line[at["right"]] == " of the army of occupation."


def test_ids_are_unique(read: Reader) -> None:
    """No two elements share an id, also where mentions overlap."""
    ids = [a["id"] for _, a in read.elements if a.get("id")]
    assert len(ids) == len(set(ids))


def test_overlapping_mentions_are_one_stop(read: Reader) -> None:
    """Mentions that share words share one button, which names them all."""
    shared = {a["data-m"] for a in read.all("mark") if " " in (a.get("data-m") or "")}
    assert len(shared) == 1
    assert len((shared.pop() or "").split()) == 2


def test_direction_and_language_of_an_article(read: Reader) -> None:
    """A right-to-left article says so and gives its language."""
    words = {"class": "words"}
    assert {**words, "lang": "ar", "dir": "rtl"} in read.all("div")
    assert {**words, "lang": "en", "dir": "ltr"} in read.all("div")
    assert {"class": "notes", "lang": "en", "dir": "ltr"} not in read.all("ul")


def test_skipped_files_are_listed(read: Reader) -> None:
    """What could not be read is named with its reason, as text."""
    assert "bad<file>.txt, line 3: no <text>" in " ".join(read.text)


def test_the_name_of_a_skipped_file_turns_no_line_round(read: Reader) -> None:
    """A sign in it that turns writing round would turn the reason round too."""
    assert "turned\ufffdfile.txt: no text" in " ".join(read.text)


def test_same_comparison_same_bytes(comparison: Comparison, tmp_path: Path) -> None:
    """Written twice, the page is the same."""
    first = write_report(comparison, tmp_path / "a.html").read_bytes()
    assert write_report(comparison, tmp_path / "b.html").read_bytes() == first


def test_title_can_be_given(comparison: Comparison, tmp_path: Path) -> None:
    """The caller's title is the page's title and heading."""
    html = write_report(comparison, tmp_path / "a.html", title="My <page>").read_text("utf-8")
    assert "<title>My &lt;page&gt;</title>" in html
    assert "<h1>My &lt;page&gt;</h1>" in html


def test_a_title_says_what_numbers_are_the_sides(tmp_path: Path) -> None:
    """Nobody knows what "0, 1" are; leanings by number are called leanings."""
    made = [
        Article(f"a{side}{day}", outlet=f"Post {side}", event=f"e{day}", text="Protesters met.",
                meta={"leaning": side})
        for side in range(5)
        for day in (1, 2)
    ]  # fmt: skip
    found = compare(analyze(made, sentiment=False), by="leaning")
    html = write_report(found, tmp_path / "a.html").read_text("utf-8")
    assert (
        "<title>Naming and voice: leaning 0, leaning 1, leaning 2, leaning 3, 1 more</title>"
        in html
    )


def test_error_rates_are_shown_when_measured(
    comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The head says how often a voice is right; all figures stand at the foot."""
    voices = {"own": {"precision": 0.8, "recall": 0.75, "n": 40}, "quoted": {"precision": 0.9812}}
    rates = {"reader": "rules", "terms <made>": {"n": 805, "by voice": voices}}
    monkeypatch.setattr("framing.report.overview.error_rates", lambda: rates)
    html = write_report(comparison, tmp_path / "a.html").read_text("utf-8")
    assert "Of what reads own, about 1 in 5 is not; of what is own, about 1 in 4 is missed" in html
    assert "805 terms &lt;made&gt;" in html
    assert '<th scope="row">quoted</th><td>0.981</td>' in html
    assert "not yet measured" not in html.lower()


def test_nothing_measured_is_said(
    comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without figures the head and the foot say that nothing was measured."""
    monkeypatch.setattr("framing.report.overview.error_rates", dict)
    html = write_report(comparison, tmp_path / "a.html").read_text("utf-8")
    assert "not yet measured for this version" in html
    assert "Not yet measured for this version" in html


def test_errors_for_opinion_are_told_or_said_to_be_untold() -> None:
    """Each genre has a row in the foot's tables; with too few decisions it says so."""
    sections = error_rates.measured_sections(error_rates.error_rates())
    tables = [table for one in sections for table in one.tables if "genre" in table[0]]
    (_, columns, rows) = tables[0]
    found = {row[0]: dict(zip(columns, row[1:], strict=True)) for row in rows}
    assert set(found) == {"news", "opinion"}
    assert float(found["news"]["precision"]) > 0.9
    few = int(found["opinion"]["decisions"]) < 20
    assert (found["opinion"]["precision"] == "too few to tell") is few


def test_installed_error_rates_are_told_in_a_sentence(page_file: Path) -> None:
    """The head says both errors of "own" as they were measured."""
    said = error_rates.in_a_sentence(error_rates.error_rates())
    assert said is not None
    assert "of what is own, about 1 in " in said
    assert said in page_file.read_text("utf-8")
