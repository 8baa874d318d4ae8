"""No title claims more than its numbers bear, and no count stands at one form for several."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from framing.analysis import analyze
from framing.charts import KINDS
from framing.charts.counted import own_worth
from framing.charts.graphics import Word
from framing.comparison import Comparison, compare
from framing.statistics import wilson
from framing.values import Article

HEATMAP = ("lexicon", "concept", "outlet", "scope", "n", "total", "share")


def comparison_of(texts: dict[str, str], events: int, **options: str) -> Comparison:
    """Compare outlets that write the same text about every event."""
    made = [
        Article(f"{name}{i}", outlet=name, event=f"e{i}", date=f"2020-{i + 1:02d}-03", text=text)
        for i in range(events)
        for name, text in texts.items()
    ]
    return compare(analyze(made, sentiment=False), **options)


def heatmap_of(*cells: tuple[str, str, int, int]) -> str:
    """Return the title of a heatmap of concepts, outlets and counts."""
    rows = [("made", concept, outlet, "own", n, total, n / total)
            for concept, outlet, n, total in cells]  # fmt: skip
    return str(KINDS["heatmap"](pd.DataFrame(rows, columns=list(HEATMAP))).title)


FORMS = {
    "Ash": "GOP lawmakers met. The GOP left. GOP leaders came. GOP senators sang. GOP lawmakers.",
    "Birch": "Republicans met. Republican leaders came. Republicans left. Republicans sang.",
}


@pytest.mark.parametrize("width", [484, 240])
def test_a_part_says_how_many_forms_its_count_holds(width: int) -> None:
    """Three forms written eight times each are no form written 24 times."""
    display = KINDS["naming"].from_comparison(comparison_of(FORMS, 8), concepts=["republicans"])
    words = " ".join(display.marks(width).words)
    held = [str(name) for name in display.data["wording"] if str(name).endswith("like it")]
    assert held
    for wording in held:
        form, _, others = wording.partition(" and ")
        assert f"{form} (+{others.split()[0]}) " in words
    assert "(+2): with two other words or forms counted as it" in display.subtitle


def test_a_word_of_a_side_says_how_many_forms_its_count_holds() -> None:
    """Beside the form stands "and 1 like it", in a narrow column "+1"."""
    display = KINDS["sides"].from_comparison(comparison_of(FORMS, 8))
    wording = next(str(name) for name in display.data["wording"] if " like it" in str(name))
    number = wording.split(" and ")[1].split()[0]
    drawn = {mark.text for mark in display.marks(484).marks if isinstance(mark, Word)}
    assert f"and {number} like it" in drawn
    tight = {mark.text for mark in display.marks(110).marks if isinstance(mark, Word)}
    assert f"+{number}" in tight


def test_a_heatmap_with_shares_that_chance_can_bring_claims_no_difference() -> None:
    """2 of 12 against 0 of 15 is none; 12 of 12 against 0 of 15 is one."""
    near = heatmap_of(("aid", "Ash", 2, 12), ("aid", "Birch", 0, 15))
    assert near == "No clear difference in how often outlets choose loaded words for any one thing"
    far = heatmap_of(("aid", "Ash", 12, 12), ("aid", "Birch", 0, 15))
    assert far == "Aid: Ash chose a loaded word 12 of 12 times, Birch 0 of 15"


def test_a_pair_chosen_of_many_needs_wider_intervals() -> None:
    """What would be apart as the only pair may be the luckiest of two hundred."""
    lucky = (("aid", "Ash", 10, 16), ("aid", "Birch", 1, 16))
    others = [(f"thing {i}", name, 3, 16) for i in range(200) for name in ("Ash", "Birch")]
    assert heatmap_of(*lucky).startswith("Aid: Ash chose")
    assert heatmap_of(*lucky, *others).startswith("No clear difference")


def test_voices_that_differ_by_articles_alone_make_no_difference_of_outlets() -> None:
    """An outlet with one article that quotes and one that doesn't is not one that quotes."""
    quoting = '"The rioters came. The rioters sang. The rioters left. The rioters met," he said.'
    plain = "The rioters came. The rioters sang. The rioters left. The rioters met."
    rows = [("Ash", plain), ("Ash", quoting), ("Ash", plain), ("Birch", quoting),
            ("Birch", plain), ("Birch", quoting)]  # fmt: skip
    made = [Article(str(i), outlet=name, event=f"e{i}", text=f"{text} {text}")
            for i, (name, text) in enumerate(rows)]  # fmt: skip
    said = KINDS["voice"].from_comparison(compare(analyze(made, sentiment=False))).title
    assert said == "No clear difference between outlets: 33% to 67% of their namings are own words"


def test_voices_that_differ_in_every_event_differ_however_unlike_the_events_are() -> None:
    """From event to event shares swing more than between outlets, which the pairs hold still."""
    said, quoted = "Rioters came. ", "“Rioters came,” he said. "
    made = [
        Article(
            f"{name}{event}", outlet=name, event=f"e{event}", text=said * own + quoted * (9 - own)
        )
        for event in range(8)
        for name, own in [("Ash", event + 1), ("Birch", event + 2)]
    ]
    display = KINDS["voice"].from_comparison(compare(analyze(made, "protest", sentiment=False)))
    assert display.title == "Own words make up 61% of the namings of Birch, 50% of those of Ash"
    told = display.data.dropna(subset="p_value").set_index("outlet")
    assert told["differs_from"].to_dict() == {"Birch": "Ash", "Ash": "Birch"}
    assert told["p_value"].tolist() == [2 / 2**8] * 2
    five = [article for article in made if article.event < "e5"]  # too few for a test
    display = KINDS["voice"].from_comparison(compare(analyze(five, "protest", sentiment=False)))
    assert display.title.startswith("No clear difference")
    assert display.data["p_value"].isna().all()


def test_articles_that_agree_by_luck_are_worth_no_more_than_alike_ones() -> None:
    """Two articles of ten namings each are worth 10.5 at a correlation of a tenth."""
    mentions = pd.DataFrame(
        [("Ash", article, voice) for article in "ab" for voice in ["own"] * 5 + ["quoted"] * 5],
        columns=["outlet", "article_id", "voice"],
    )
    assert own_worth(mentions)["Ash"] == pytest.approx(2 * 10 / 1.9)
    uneven = mentions.assign(voice=["own"] * 10 + ["quoted"] * 10)
    assert own_worth(uneven)["Ash"] == pytest.approx(1.0)


def test_one_article_is_worth_what_its_namings_are() -> None:
    """A forty-ninth times 49 is not quite 1: that is no variance between articles."""
    mentions = pd.DataFrame(
        {"outlet": "Ash", "article_id": "a", "voice": ["own", *["quoted"] * 48]}
    )
    assert own_worth(mentions)["Ash"] == pytest.approx(49 / 5.8)


def timeline_of(*counts: tuple[int, int]) -> object:
    """Return the timeline of one outlet, month by month."""
    rows = [("Ash", f"2020-{at + 1:02d}-01", "month", n, total, n / total, n / total, n / total)
            for at, (n, total) in enumerate(counts)]  # fmt: skip
    return KINDS["timeline"](pd.DataFrame(rows, columns=list(KINDS["timeline"].columns)))


def test_a_timeline_tells_of_a_change_beyond_chance_and_when_it_was() -> None:
    """Months that chance alone sets apart are no change."""
    same = timeline_of((3, 20), (5, 20), (2, 20))
    assert same.title == (
        "Ash: no clear change, 10% to 25% of its own namings are loaded, month by month"
    )
    moved = timeline_of((18, 20), (5, 20), (1, 20))
    assert moved.title == "Ash: 90% of its own namings are loaded in 2020-01, 5% in 2020-03"


@pytest.mark.parametrize(("most", "top"), [(2, "10%"), (6, "20%"), (20, "50%"), (40, "100%")])
def test_the_scale_of_a_timeline_ends_above_its_shares(most: int, top: str) -> None:
    """Shares of a few per cent are not pressed to the foot of a scale to a hundred."""
    words = timeline_of((1, 50), (most, 50), (1, 50)).marks(484).words
    assert top in words
    assert ("100%" in words) == (top == "100%")


def test_the_counts_of_a_timelines_title_stand_beside_its_points() -> None:
    """Whatever has no room, the two points that the title speaks of have their counts."""
    found = timeline_of(
        *[(200, 2000)] * 3, (1900, 2000), (300, 2000), *[(800, 9000)] * 4, (1, 3000), (900, 9900)
    )
    assert "95% of its own namings are loaded in 2020-04" in found.title
    then, later = found.title.split(" loaded in ")[1].split(", ")
    counts = {
        row["start"][:7]: f"{row['n']}/{row['total']}" for row in found.data.to_dict("records")
    }
    words = found.marks(240).words
    assert counts[then] in words
    assert counts[later.split(" in ")[1]] in words
    assert len([word for word in words if "/" in word]) < len(counts)


def test_a_dumbbell_counts_in_how_many_pairs_it_could_have_named() -> None:
    """One pair apart by luck among many is no clear difference, and the foot says what clear is."""

    def title(concepts: int) -> str:
        rows = [
            ("x", f"c{at}", outlet, "own", n, 20, n / 20, *wilson(n, 20), 20.0)
            for at in range(concepts)
            for outlet, n in (("Ash", 15 if at == 0 else 9), ("Birch", 4 if at == 0 else 9))
        ]
        columns = [*KINDS["dumbbell"].columns, "n_eff"]
        return KINDS["dumbbell"](pd.DataFrame(rows, columns=columns)).title  # fmt: skip

    assert title(1) == "C0: Ash chose a loaded word 15 of 20 times, Birch 4 of 20"
    none = "no clear difference in how often they choose loaded words for any one thing"
    assert title(60) == f"Ash and Birch: {none}"


def test_months_of_a_dispersion_stand_in_their_order() -> None:
    """Drawn are those covered most, and read down as time goes."""
    made = [
        Article(f"{name}{day}{i}", outlet=name, date=day, text="The rioters came. " * (i + 1))
        for name in ("Ash", "Birch")
        for day, many in (("2020-03-01", 1), ("2019-12-01", 2), ("2020-02-01", 3))
        for i in range(many)
    ]
    found = compare(analyze(made, sentiment=False), within="month")
    events = KINDS["dispersion"].from_comparison(found).data["event"].unique().tolist()
    assert events == ["2019-12", "2020-02", "2020-03"]


def test_months_stand_in_their_order() -> None:
    """A grid of months is read down as time goes, whoever covered most."""
    texts = {"Ash": "Rioters came.", "Birch": "Protesters came."}
    made = [
        Article(f"{name}{i}", outlet=name, date=day, text=text)
        for name, text in texts.items()
        for i, day in enumerate(["2020-03-01", "2020-03-09", "2019-12-01", "2020-02-01", None])
        if name == "Ash" or day != "2019-12-01"
    ]
    found = compare(analyze(made, sentiment=False), within="month")
    titles = KINDS["coverage"].from_comparison(found).data["title"].unique().tolist()
    assert titles == ["2019-12", "2020-02", "2020-03", "(no month)"]


def test_articles_without_an_event_come_last_and_the_title_says_what_it_counts() -> None:
    """Forty articles are drawn: those of events, and the title says of how many it tells."""
    made = [
        Article(f"{event}{i}", outlet=("Ash", "Birch")[i % 2], event=event or None,
                text="The rioters came. The rioters left.")
        for event in ("", "strike") for i in range(30)
    ]  # fmt: skip
    display = KINDS["dispersion"].from_comparison(compare(analyze(made, sentiment=False)))
    drawn = display.data.drop_duplicates("article_id")["event"].value_counts()
    assert drawn["strike"] == 30
    assert "in 40 of 60 articles stand" in display.title


def test_a_word_of_one_article_heads_no_map() -> None:
    """What one text repeats is no choice that sides make."""
    texts = {"Ash": "Protesters came. Protesters sang.", "Birch": "Rioters came. Rioters sang."}
    made = [
        Article(f"{name}{i}", outlet=name, event=f"e{i}", text=text)
        for i in range(4) for name, text in texts.items()
    ]  # fmt: skip
    mob = "The mob came. The mob sang. The mob fell. The mob met. The mob left. The mob slept."
    made.append(Article("one", outlet="Birch", event="e9", text=mob))
    display = KINDS["map"].from_comparison(compare(analyze(made, sentiment=False)))
    assert "mob" in set(display.data["wording"].dropna().map(lambda word: str(word).split()[-1]))
    assert "mob" not in display.title


def test_a_foot_without_room_keeps_what_to_beware_of() -> None:
    """On a slide the place of a table goes first, then what was read; no warning is cut."""
    display = KINDS["pairs"].from_comparison(comparison_of(FORMS, 3), size="slide")
    foot = " ".join(display.marks(484, 240).words)
    assert "too few for a test, which needs 6" in foot


def test_the_outlet_of_the_title_is_drawn_first() -> None:
    """In a frame with room for one outlet, the source that the title names is in it."""
    said = "“It rained all day and the river rose and nobody came to the bridge to look at it,”"
    made = [
        Article(f"{outlet}{i}", outlet=outlet, event=f"e{i}",
                text=" ".join(f"{said} {name} said." for name in names))
        for i in range(3)
        for outlet, names in {"Ash": ("Ana Ruiz", "Bo Lund"), "Birch": ("Cy Orr",) * 4}.items()
    ]  # fmt: skip
    display = KINDS["sources"].from_comparison(compare(analyze(made, sentiment=False)))
    assert display.title.startswith("Cy Orr has 100% of the words that Birch reports")
    assert display.outlets() == ["Birch", "Ash"]


def test_two_names_that_may_be_one_outlet_are_told_under_the_picture() -> None:
    """A reader who sees "Ash" beside "Ash News" learns that nobody has joined them."""
    texts = {"Ash": "Rioters came. Rioters sang.", "Ash News": "Protesters came.", "Birch": "No."}
    found = comparison_of(texts, 3)
    foot = " ".join(KINDS["naming"].from_comparison(found).marks(484).words)
    assert "May be one: Ash, Ash News." in foot
    by_month = comparison_of(texts, 3, within="month")
    assert "May be one: Ash, Ash News." in KINDS["voice"].from_comparison(by_month).about


def alternating(events: int) -> Comparison:
    """Compare two outlets that choose rioters and protesters by turns, Ash one time more."""
    texts = ("Rioters ran. Rioters met.", "Protesters ran. Protesters met.")
    made = [
        Article(f"{name}{i}", outlet=name, event=f"e{i}", text=texts[turn])
        for i in range(events)
        for name, turn in (("Ash", (i % 2) * (i > 1)), ("Birch", 1 - i % 2))
    ]  # fmt: skip
    return compare(analyze(made, sentiment=False))


@pytest.mark.parametrize("kind", ["naming", "pairs", "sides"])
@pytest.mark.parametrize(
    ("found", "ends"),
    [
        (lambda: comparison_of(FORMS, 3), " (not tested)"),
        (lambda: comparison_of(FORMS, 8), "8 of 8"),
        (lambda: comparison_of(FORMS, 1), "1 of 1"),
        (lambda: alternating(9), " (no more than chance can bring)"),
    ],
)
def test_a_title_says_where_no_test_bears_it_out(
    kind: str, found: Callable[[], Comparison], ends: str
) -> None:
    """A picture goes about without its foot, which says the same at length."""
    assert KINDS[kind].from_comparison(found()).title.endswith(ends)


def shift_of(*words: tuple[str, int, int, float, float]) -> str:
    """Return the title of a shift of words, their uses by both sides, their parts and p."""
    rows = [(term, "Ash", "Birch", a, b, part, 0.5, "own", p) for term, a, b, part, p in words]
    columns = [*KINDS["shift"].columns, "p_value"]
    return str(KINDS["shift"](pd.DataFrame(rows, columns=columns)).title)


def test_a_shift_of_unequal_texts_is_told_in_rates() -> None:
    """Of a text four times as long, "36 to 53" says nothing: the word is the shorter one's."""
    columns = [*KINDS["shift"].columns, "p_value", "total_a", "total_b"]
    rows = [
        ("press", "Ash", "Birch", 36, 53, 0.2, 0.5, "own", 0.01, 10_000, 40_000),
        ("fake", "Ash", "Birch", 1, 100, -0.1, 0.5, "own", 0.01, 10_000, 40_000),
    ]
    said = "Ash uses more “press” (36 to 13); Birch “fake” (25 to 1.0), in 10,000 words"
    assert KINDS["shift"](pd.DataFrame(rows, columns=columns)).title == said
    silent = pd.DataFrame(rows[:1], columns=columns).assign(count_b=0, total_b=0)
    assert KINDS["shift"](silent).title == "Ash uses more “press” (36 to 0)"
    alike = pd.DataFrame(rows, columns=columns).assign(total_b=10_000)
    assert (
        KINDS["shift"](alike).title == "Ash uses more “press” (36 to 53); Birch “fake” (100 to 1)"
    )


def test_a_shift_of_words_names_those_beyond_chance_or_says_that_none_is() -> None:
    """The largest part may be one article's; what the words chart calls chance is no title here."""
    large, small = ("aides", 24, 3, 0.2), ("gate", 9, 1, 0.1)
    assert shift_of((*large, 0.4), (*small, 0.01)) == "Ash uses more “gate” (9 to 1)"
    both = "Ash uses more “aides” (24 to 3) and “gate” (9 to 1)"
    assert shift_of((*large, 0.4), (*small, 0.3)) == f"{both} (no more than chance can bring)"
    assert shift_of((*large, float("nan"))) == "Ash uses more “aides” (24 to 3) (not tested)"


def test_one_long_quotation_heads_no_chart_of_sources() -> None:
    """Whoever said most is told of where three passages are hers, and as first where she is."""
    row = {"outlet": "Ash", "speaker_kind": "named", "total": 200}
    long = row | {"source": "Ana Ruiz", "passages": 1, "words": 90, "share": 0.45}
    often = row | {"source": "Bo Lund", "passages": 3, "words": 60, "share": 0.3}
    display = KINDS["sources"]
    assert display(pd.DataFrame([long])).title == display.heading
    told = "Bo Lund has 30% of the words that Ash reports"
    assert display(pd.DataFrame([often])).title == f"{told}, the largest share of any source"
    assert display(pd.DataFrame([long, often])).title == told


def test_one_outlet_with_enough_namings_heads_no_comparison_of_voices() -> None:
    """Of three outlets the one with twenty namings is neither the first nor the last."""
    texts = {"Ash": "Rioters came. " * 24, "Birch": "Rioters came. Rioters left."}
    display = KINDS["voice"].from_comparison(comparison_of(texts, 1))
    assert display.title == display.heading
    alone = KINDS["voice"].from_comparison(comparison_of({"Ash": texts["Ash"]}, 1))
    assert alone.title == "Own words make up 100% of the namings of Ash"


def test_a_title_is_not_cut_before_what_no_test_bears_out() -> None:
    """On a slide's few lines a long title is set smaller, then shortened before its brackets."""
    display = timeline_of((3, 20), (5, 20), (2, 20))
    for words in ("the one word and the other word " * 4, "the one word and the other word " * 30):
        display.title = f"{words.strip()} (no more than chance can bring)"
        said = " ".join(display.marks(484, 150).words)
        assert "(no more than chance can bring)" in said
    assert "…" in said
    display.title = "the one word and the other word " * 30
    assert "…" in " ".join(display.marks(484, 150).words)
