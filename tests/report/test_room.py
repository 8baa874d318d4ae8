"""How much a page holds: thirty articles under two megabytes, and words about what is left out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from framing import Article, analyze, compare, read_articles
from framing.comparison import Comparison
from framing.report import PageRoom, write_report
from framing.report.eventsections import choose_articles

CORPUS = Path(__file__).parents[2] / "examples" / "corpus"


def usual_length(texts: list[str], first: int) -> str:
    """Join texts from one of them on until they are as long as an article usually is."""
    joined, place = "", first
    while len(joined) <= 4_000:
        joined += texts[place % len(texts)] + "\n\n"
        place += 5
    return joined


@pytest.mark.slow
@pytest.mark.parametrize(("events", "outlets"), [(10, 3), (15, 2)])
def test_thirty_articles_fit_two_megabytes(tmp_path: Path, events: int, outlets: int) -> None:
    """Thirty articles of usual length, dense with namings, of two outlets or of three."""
    texts = [article.text for article in read_articles(CORPUS)]
    articles = [
        Article(f"{event}-{outlet}", f"Outlet {outlet}", f"event {event}", f"2024-03-{event:02d}",
                f"Title {event}", None,
                usual_length(texts, event + 4 * outlet))
        for event in range(1, events + 1)
        for outlet in range(outlets)
    ]  # fmt: skip
    lengths = [len(article.text) for article in articles]
    assert min(lengths) > 4_000
    made = compare(analyze(articles, sentiment=False))
    assert len(made.analysis.mentions) > 1_000
    path = write_report(made, tmp_path / "report.html")
    assert path.stat().st_size < 2_000_000
    assert path.read_text("utf-8").count("<article id=") == 30


def _data(path: Path) -> dict[str, list[object]]:
    found = re.search(r'id="data">(.*?)</script>', path.read_text("utf-8"), re.DOTALL)
    assert found is not None
    data: dict[str, list[object]] = json.loads(found[1])
    return data


def test_articles_without_room_are_counted_in_words(comparison: Comparison, tmp_path: Path) -> None:
    """Whole events are shown while there is room; the head says how many articles are not."""
    path = write_report(comparison, tmp_path / "report.html", room=PageRoom(articles=2))
    html = path.read_text("utf-8")
    assert html.count("<article id=") == 2
    assert "This page shows the text of 2 of 3 articles" in html
    assert [article["anchor"] for article in _data(path)["articles"]] == ["a0", "a1", None]


def test_lines_without_room_are_counted_in_words(comparison: Comparison, tmp_path: Path) -> None:
    """Lines of articles on the page come first; the head says how many are kept."""
    room = PageRoom(articles=2, line_bytes=100, titles=2)
    path = write_report(comparison, tmp_path / "report.html", room=room)
    kept = [line for line in _data(path)["mentions"] if line is not None]
    assert len(kept) == 8
    html = path.read_text("utf-8")
    assert "This page keeps the lines of 8 of 9 namings" in html
    assert "This page keeps 0 of 1 reported passages" in html
    assert [bool(article["title"]) for article in _data(path)["articles"]] == [True, True, False]


def test_months_matched_within_stand_on_the_page_as_events_do(tmp_path: Path) -> None:
    """By months the strongest month's articles come first; those of none come last, called so."""
    words = {"Ash": "The regime fell.", "Birch": "The government fell."}
    made = [
        Article(f"{month}{name}", name, None, text=text if month == "2019-05" else "It rained.",
                meta={"month": month})
        for month in (None, "2019-04", "2019-05")
        for name, text in words.items()
    ]  # fmt: skip
    found = compare(analyze(made, "governments", sentiment=False), within="month")
    path = write_report(found, tmp_path / "some.html", room=PageRoom(articles=2))
    html = path.read_text("utf-8")
    assert "shows the text of 2 of 6 articles, whole months, those of the strongest" in html
    assert re.findall(r"<h3 id=\"e\d-h\">([^<]*)", html) == ["2019-05"]
    assert [a["anchor"] for a in _data(path)["articles"]] == [None] * 4 + ["a4", "a5"]
    html = write_report(found, tmp_path / "all.html").read_text("utf-8")
    titles = re.findall(r"<h3 id=\"e\d-h\">([^<]*)", html)
    assert titles == ["2019-04", "2019-05", "Articles without a month"]
    opened = re.findall(r"<details class=\"event\" open>\s*<summary><h3 id=\"e\d-h\">([^<]*)", html)
    assert opened == ["2019-05"]


def test_an_event_of_many_articles_is_shown_in_part(comparison: Comparison) -> None:
    """The first event always gets its place, as far as it fits."""
    chosen = choose_articles(comparison.analysis.articles, room=PageRoom(articles=1))
    assert chosen == {"a1": "a0"}


def test_an_event_of_many_outlets_names_eight_of_them(tmp_path: Path) -> None:
    """The line of an event stays short: thirty names would bury the next one."""
    articles = [Article(f"{n}", f"Outlet {n:02d}", "ferry", text="The regime fell.")
                for n in range(30)]  # fmt: skip
    made = compare(analyze(articles, "governments", sentiment=False))
    html = write_report(made, tmp_path / "report.html").read_text("utf-8")
    summary = re.search(r"<summary><h3 id=\"e1-h\">.*?</summary>", html, re.DOTALL)
    assert summary is not None
    assert "Outlet 07 and 22 more)" in summary[0]
    assert "Outlet 08" not in summary[0]
