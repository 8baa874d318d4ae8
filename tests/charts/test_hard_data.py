"""Charts say nothing untrue and cut nothing off where data are few, alike, or long of name."""

from __future__ import annotations

import pandas as pd
import pytest

from framing.analysis import Analysis, analyze
from framing.charts import KINDS, HeatmapDisplay, SidesDisplay
from framing.charts.counted import event_names
from framing.charts.graphics import Box, Dot, Stroke, Word
from framing.comparison import Comparison, compare
from framing.values import Article

TEXTS = {
    "Herald": "The terrorists fled. The regime fell. “They left,” said Ivo Brandt.",
    "Post": "The gunmen fled. The government fell. “They left,” said Ivo Brandt.",
}


@pytest.fixture(scope="module")
def one_event() -> Comparison:
    """Two outlets on one event."""
    return compare(_read(TEXTS, events=1))


def _read(texts: dict[str, str], events: int) -> Analysis:
    articles = [
        Article(f"{outlet} {i}", outlet=outlet, event=f"event {i}", date="2024-01-02", text=text)
        for i in range(events)
        for outlet, text in texts.items()
    ]
    return analyze(articles, sentiment=False)


@pytest.mark.parametrize("kind", ["naming", "pairs", "sides"])
def test_a_title_on_one_event_says_that_one_shows_no_habit(
    kind: str, one_event: Comparison
) -> None:
    """No sentence at the foot breaks off where there is no test to tell of."""
    foot = " ".join(KINDS[kind].from_comparison(one_event).marks(484).words)
    assert "The title's contrast rests on one event, which cannot show a habit." in foot


@pytest.mark.parametrize("kind", ["heatmap", "dumbbell"])
def test_shares_of_one_event_say_that_one_shows_no_habit(kind: str, one_event: Comparison) -> None:
    """A title of loaded shares has no test behind it; of one event not even a second one."""
    foot = " ".join(KINDS[kind].from_comparison(one_event).marks(484).words)
    assert "These shares rest on one event, which cannot show a habit." in foot


def test_a_heatmap_is_headed_by_shares_that_stand_in_its_cells() -> None:
    """A title on words that the cells don't count would send a reader looking for its numbers."""
    texts = {"Ash": "Rioters came. Protesters spoke.", "Birch": "Protesters met. Protesters ran."}
    shown = HeatmapDisplay.from_comparison(compare(_read(texts, 8)))
    assert shown.title == ("Protesters: Ash chose a loaded word 8 of 16 times, Birch 0 of 16")
    assert {"8/16", "0/16"} <= set(shown.marks(484).words)
    assert shown.warnings[0].startswith("Loaded shares are exploratory; what is tested is which")


@pytest.mark.parametrize(
    ("unit", "called"),
    [("2019-05", "2019-05"), ("2019Q2", "2019Q2"), ("2019", "2019"), ("0017", "Rigs run aground")],
)
def test_a_month_matched_within_is_called_so(unit: str, called: str) -> None:
    """The rows of a table by months are no headlines; a number that tells nothing is."""
    made = [
        Article(name, outlet=name, event=unit, title="Rigs run aground", text="Rioters came.")
        for name in ("Ash", "Birch")
    ]
    assert event_names(compare(analyze(made, sentiment=False))) == {unit: called}


def test_articles_of_no_month_are_not_said_to_have_no_event() -> None:
    """A grid of months names what is missing: the month."""
    made = [
        Article(f"{name}{month}", outlet=name, text="Rioters came.", meta={"month": month})
        for name in ("Ash", "Birch")
        for month in ("2019-05", None)
    ]
    found = compare(analyze(made, sentiment=False), within="month")
    shown = KINDS["coverage"].from_comparison(found)
    assert shown.data["title"].unique().tolist() == ["2019-05", "(no month)"]


def test_one_word_is_written_alike_on_both_sides_of_a_finding() -> None:
    """In two forms it would look like two words; no form is shown that a side never wrote."""
    texts = {
        "Ash": "Rioters came. A rioter fell. Rioters sang.",
        "Birch": "A rioter came. The rioter fell. Rioters met. Protesters met.",
    }
    data = SidesDisplay.from_comparison(compare(_read(texts, 8))).data
    rows = data[data["variant"] == "rioter"]
    assert rows["wording"].tolist() == ["rioters", "rioters"]
    texts["Birch"] = "A rioter came. The rioter fell. Protesters met."
    data = SidesDisplay.from_comparison(compare(_read(texts, 8))).data
    assert data[data["variant"] == "rioter"]["wording"].tolist() == ["rioters", "rioter"]


def test_one_event_is_covered_in_the_singular(one_event: Comparison) -> None:
    """A count of one takes a verb of one."""
    assert KINDS["coverage"].from_comparison(one_event).title == (
        "The one event is covered by both outlets"
    )


def test_outlets_that_write_alike_make_no_title_and_no_bars() -> None:
    """The same text twice: no ratio of 1.0 is a finding, and no word is drawn as a difference."""
    text = "The cat sat and perhaps slept. Perhaps it rained, perhaps not. The cat slept."
    alike = compare(_read({"Herald": text, "Post": text}, events=7))
    stance = KINDS["stance"].from_comparison(alike)
    assert stance.title == stance.heading
    for kind in ("words", "shift"):
        display = KINDS[kind].from_comparison(alike)
        assert display.data.empty
        assert display.alt.startswith("Nothing to draw")


def test_a_rarer_feature_is_told_as_a_part_of_the_others_rate() -> None:
    """Less than as often is "0.50 times as often", never "times less"."""
    columns = KINDS["stance"].columns
    row = dict.fromkeys(columns) | {
        "feature": "doubt", "outlet": "Post", "scope": "own", "value": -1.0,
        "n": 40, "words": "40 of 1,000; others 80 of 1,000",
    }  # fmt: skip
    display = KINDS["stance"](pd.DataFrame([row]))
    assert display.title == "Doubt: Post 0.50 times as often as the other outlets (not tested)"


def test_a_mark_at_all_of_all_keeps_off_its_count(one_event: Comparison) -> None:
    """A dumbbell's mark at 100% does not touch the words beside it."""
    marks = KINDS["dumbbell"].from_comparison(one_event).marks(484).marks
    counts = [m.box for m in marks if isinstance(m, Word) and " · " in m.text]
    dots = [m for m in marks if isinstance(m, Dot) and m.link]
    assert counts
    assert dots
    assert max(dot.x + dot.radius for dot in dots) < min(box[0] for box in counts)


def test_no_interval_strikes_out_a_count_of_the_timeline() -> None:
    """Counts stand at an end of their interval, not on its line."""
    rows = [
        ("Herald", f"2024-0{month}-01", "month", n, 6, n / 6, low, high)
        for month, n, low, high in [(1, 0, 0.0, 0.39), (2, 3, 0.19, 0.81), (3, 6, 0.61, 1.0)]
    ]
    display = KINDS["timeline"](pd.DataFrame(rows, columns=list(KINDS["timeline"].columns)))
    marks = display.marks(484).marks
    lines = [m for m in marks if isinstance(m, Stroke) and m.color == "muted"
             and len(m.points) == 2 and m.points[0][0] == m.points[1][0]]  # fmt: skip
    counts = [m for m in marks if isinstance(m, Word) and m.text.endswith("/6")]
    assert len(lines) == len(counts) == 3
    for line in lines:
        top, bottom = sorted(y for _, y in line.points)
        for count in counts:
            left, upper, right, lower = count.box
            across = left < line.points[0][0] < right
            assert not (across and upper < bottom - 0.5 and lower > top + 0.5)


def test_a_long_name_does_not_push_a_panels_count_out() -> None:
    """The heading of an outlet's sources ends with its number of words, however long the name."""
    name = "The Honourable Provincial Gazette and Morning Advertiser of Saint-Orla-under-the-Hill"
    columns = KINDS["sources"].columns
    rows = [(outlet, "Ivo Brandt", "named", 3, 40, 70, 40 / 70) for outlet in (name, "Post")]
    drawn = KINDS["sources"](pd.DataFrame(rows, columns=list(columns))).marks(484)
    assert any(word.endswith("reported words") for word in drawn.words if "Post" not in word)
    assert [m for m in drawn.marks if isinstance(m, Box)]


def test_a_side_of_many_takes_a_verb_of_many() -> None:
    """One outlet uses a word, all others use it."""
    columns = list(KINDS["words"].columns)
    row = ("troops", "Herald", "all others", 0, 30, -3.0, 0.01, True, "own")
    display = KINDS["words"](pd.DataFrame([row], columns=columns))
    assert display.title == "All others use “troops” more than chance explains"
