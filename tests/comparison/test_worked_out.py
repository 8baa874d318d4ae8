"""Figures of the tables worked out by hand, and what must stay outside of each."""

from __future__ import annotations

import pandas as pd
import pytest

from framing.comparison import compare
from framing.comparison.findings import findings_of
from framing.comparison.lines import lines_of
from framing.comparison.queries import Query
from framing.comparison.ranking import ranked
from framing.comparison.stancetable import bound_directions
from framing.errors import ComparisonError
from framing.values import Article


def test_loaded_shares_are_drawn_toward_the_sides_mean_in_their_own_scope(one_event):
    """(n + 2 m)/(N + 2), m the mean share of the sides whose words are of this scope."""
    shares = compare(one_event).shares.set_index(["outlet", "scope"])
    mean = (4 / 9 + 0 / 7) / 2
    for outlet, n, total in (("Herald", 4, 9), ("Wire", 0, 7)):
        found = shares.loc[(outlet, "own"), "shrunk_share"]
        assert found == pytest.approx((n + 2 * mean) / (total + 2))


def test_articles_of_no_event_count_among_articles_and_not_among_events(build):
    """Two articles of one event and one of none: three articles, one event."""
    articles = [Article(id=str(at), outlet="A", event=e) for at, e in enumerate(["e", "e", None])]
    found = compare(build.analysis_of(articles, [build.mention(a, "harsh") for a in articles]))
    own = found.shares.query("scope == 'own'").iloc[0]
    assert (own["total"], own["articles"], own["events"]) == (3, 3, 1)


def test_a_sides_rate_is_of_all_its_words_with_and_without_an_event(build):
    """Entries per 1,000 words; a difference within events leaves the articles of none out."""
    articles = [
        Article(id=f"{event}{outlet}", outlet=outlet, event=event, text=f"{outlet} " * 100)
        for event in ("e", None)
        for outlet in "AB"
    ]
    mentions = [build.mention(articles[0], "plain", loaded=None, weight=1.0)]
    rates = compare(build.analysis_of(articles, mentions)).rates
    side = rates.query("kind == 'side' and scope == 'all' and outlet == 'A'").iloc[0]
    assert (side["n"], side["total"], side["value"]) == (1, 200, 5)
    pair = rates.query("kind == 'pair' and scope == 'all'").iloc[0]
    assert pair["value"] == pytest.approx(10)


def test_an_odds_ratio_is_that_of_the_first_side_to_the_second(many_events):
    """A harsh 3 of 4 times and B 1 of 4, event by event: (3·3)/(1·1)."""
    table = compare(many_events(6, A=(3, 4), B=(1, 4))).differences
    row = table.query("measure == 'loaded share' and scope == 'own' and concept.notna()").iloc[0]
    assert (row["outlet_a"], row["outlet_b"]) == ("A", "B")
    assert row["odds_ratio"] == pytest.approx(9)
    assert row["cliffs_delta"] == 1


def test_misreading_makes_as_much_as_attributed_words_lie_apart_from_own(build):
    """|c_A − c_B| times half the distance of the shares, which is 1 where no word is shared."""
    articles = [Article(id=o, outlet=o, event="e") for o in "AB"]
    mentions = []
    for article, likely in zip(articles, (0.7, 0.9), strict=True):
        mentions += [build.mention(article, "plain", p_own=likely) for _ in range(3)]
        mentions.append(build.mention(article, "harsh", "attributed", p_own=0.1))
    table = compare(build.analysis_of(articles, mentions)).differences
    row = table.query("measure == 'naming choice' and scope == 'own' and concept.notna()").iloc[0]
    assert row["misreading"] == pytest.approx(0.3 - 0.1)


def test_one_side_that_alone_attributes_has_its_misreading_bounded(build):
    """Where only one side quotes, as unequal sides do, its attributed words bound both."""
    articles = [Article(id=o, outlet=o, event="e") for o in "AB"]
    mentions = []
    for article, likely in zip(articles, (0.7, 0.9), strict=True):
        mentions += [build.mention(article, "plain", p_own=likely) for _ in range(3)]
    mentions += [build.mention(articles[0], v, "attributed", p_own=0.1) for v in ("harsh", "plain")]
    elsewhere = Article(id="C", outlet="A", event="other")
    mentions.append(build.mention(elsewhere, "harsh", "attributed", p_own=0.1))
    table = compare(build.analysis_of([*articles, elsewhere], mentions)).differences
    row = table.query("measure == 'naming choice' and scope == 'own' and concept.notna()").iloc[0]
    slips = (0.9 + 0.3) / (0.9 + 0.3 + 3 * 0.9)  # of others' words, those read as a side's own
    there = (0.9 + 2 * 0.9) / 3, 0.3 / 3  # of others' words, how many a side has by its own words
    assert row["misreading"] == pytest.approx(slips * (there[0] - there[1]) * 0.5)


def test_a_side_that_quotes_more_has_more_of_others_words_among_its_own(build):
    """However alike the decisions are: of nine reported words more slip in than of one."""
    articles = [Article(id=o, outlet=o, event="e") for o in "AB"]
    mentions = []
    for article, reported in zip(articles, (9, 1), strict=True):
        mentions += [build.mention(article, "plain", p_own=0.9) for _ in range(4)]
        mentions += [build.mention(article, "harsh", "attributed", p_own=0.1)] * reported
    table = compare(build.analysis_of(articles, mentions)).differences
    row = table.query("measure == 'naming choice' and scope == 'own' and concept.notna()").iloc[0]
    slips = 0.8 / (0.8 + 10 * 0.9)
    assert row["misreading"] == pytest.approx(slips * ((0.4 + 8.1) - (0.4 + 0.9)) / 4)


def test_a_naming_leans_by_one_however_many_of_its_slots_a_party_fills(build):
    """Two slots against a party are one naming against it; for and against are none."""
    article = Article(id="a", outlet="A", event="e")

    def bound(*directions):
        slots = [{"slot": f"s{at}", "target": "Iran", "direction": d, "start": None, "end": None,
                  "rule": "modifier"} for at, d in enumerate(directions)]  # fmt: skip
        return build.mention(article, "harsh", bindings=slots)

    mentions = pd.DataFrame([bound(-1, -1), bound(1, -1), bound(1, 1, 1)])
    assert bound_directions(mentions, "Iran").tolist() == [-1, 0, 1]
    assert bound_directions(mentions, "Iraq").isna().all()


def test_scare_quotes_are_per_all_words_and_boosters_per_own_ones(build):
    """What holds others' words off stands in all words; other cues are the outlet's own."""
    article = Article(id="a", outlet="A", event="e")
    about = {"article_id": "a", "outlet": "A", "event": "e"}
    cues = [
        {**about, "field": "text", "start": 0, "end": 4, "text": "x", "voice": voice, "kind": kind}
        for kind, voice in (("scare_quote", "distanced"), ("booster", "own"), ("booster", "quoted"))
    ]
    scores = [{**about, "words": 100, "own_words": 40, "quoted_words": 60, "attributed_words": 0}]
    table = compare(build.analysis_of([article], [], cues=cues, scores=scores)).stance
    found = table.set_index("measure")
    assert found.loc["rate of scare_quote", ["n", "total", "value"]].tolist() == [1, 100, 10]
    assert found.loc["rate of booster", ["n", "total", "value"]].tolist() == [1, 40, 25]


def test_a_side_against_the_rest_counts_no_naming_of_an_unknown_outlet(build):
    """Neither in the target index nor in distinctive words."""
    text = "Grim troops held the line near the town at dusk."
    articles = [
        Article(id=f"{at}{outlet}", outlet=outlet, event=f"e{at}", text=text)
        for at in range(6)
        for outlet in ("A", "B", "C", None)
    ]
    mentions = [build.mention(a, "harsh", target="Iran") for a in articles]
    compared = compare(build.analysis_of(articles, mentions), target="Iran", copies="all")
    row = compared.targets.query("kind == 'rest' and outlet == 'A'").iloc[0]
    assert row["n"] == 6 + 12
    words = compared.distinctive("A").loc["grim"]
    assert (words["count_a"], words["count_b"]) == (6, 12)


def test_a_number_of_one_side_opens_the_lines_of_that_side(many_events):
    """Side a of a contrast is its first outlet."""
    material = compare(many_events(2, A=(1, 2), B=(1, 3))).material
    for side, outlet, n in (("a", "A", 4), ("b", "B", 6)):
        found = lines_of(material, Query(a="A", b="B", side=side, scope="own"))
        assert (set(found["outlet"]), len(found)) == ({outlet}, n)


def test_what_a_test_shows_comes_before_what_could_not_be_tested(build):
    """Also where the untested difference is the larger one."""
    counts = {(f"e{at}", o): (x, 6) for at in range(8) for o, x in (("A", 4), ("B", 1 + at % 2))}
    tested = build.from_counts(counts)
    few = {(f"e{at}", o): (6 * (o == "A"), 6) for at in range(2) for o in "AB"}
    other = build.from_counts(few, concept="border")
    mentions = [*tested.mentions.to_dict("records"), *other.mentions.to_dict("records")]
    compared = compare(build.analysis_of(list(tested.articles), mentions))
    rows = ranked(compared.differences)
    assert rows["concept"].tolist() == ["troops", "border"]
    assert rows["p_value"].notna().tolist() == [True, False]


def test_what_two_of_three_outlets_name_is_told_as_their_pair(build):
    """C names nothing there: A against the rest is A against B, and is said once, by both names."""
    counts = {(f"e{at}", o): (n, 3) for at in range(8) for o, n in (("A", 3), ("B", 0))}
    made = build.from_counts(counts)
    silent = [Article(id=f"e{at}C", outlet="C", event=f"e{at}", text="") for at in range(8)]
    compared = compare(
        build.analysis_of([*made.articles, *silent], made.mentions.to_dict("records"))
    )
    rows = compared.ranked()
    assert rows[["kind", "outlet_a", "outlet_b"]].to_numpy().tolist() == [["pair", "A", "B"]]
    assert not [said for said in compared.findings() if "other outlets" in str(said)]
    named = {**counts, ("e0", "C"): (0, 1)}
    kinds = compare(build.from_counts(named)).ranked()["kind"]
    assert (kinds == "rest").sum() == 2


def test_what_differs_is_not_told_as_too_small_to_be_seen(many_events):
    """A difference that the test shows is one, however small its interval's end."""
    compared = compare(many_events(30, A=(2, 20), B=(0, 20)))
    row = ranked(compared.differences).iloc[0]
    assert row["p_value"] <= 0.05
    assert bool(row["not_seen"])
    told = findings_of(compared.material, compared.differences)
    assert not [said for said in told if "though one would have been seen" in str(said)]


def test_a_will_or_a_deed_is_no_source_of_words(build):
    """Reports of speech and thought count where sources are counted; other acts do not."""
    article = Article(id="1", outlet="A", event="e")
    base = {"article_id": "1", "field": "text", "speaker_kind": "named", "words": 10}
    acts = (("speech", "Ruiz"), ("thought", "Ruiz"), (None, "Ruiz"), ("will", "Venn"))
    rows = [{**base, "act": act, "speaker_name": name} for act, name in acts]
    table = compare(build.analysis_of([article], [], rows)).sources
    assert table[["speaker_name", "passages"]].to_numpy().tolist() == [["Ruiz", 3]]


def test_lines_of_a_week_are_of_articles_dated_in_it(build):
    """Monday to Sunday; an article without a date lies in no week."""
    days = ("2024-01-07", "2024-01-08", "2024-01-14T23:00", "2024-01-15", None)
    articles = [
        Article(id=str(at), outlet="A", event=f"e{at}", date=day) for at, day in enumerate(days)
    ]
    mentions = [build.mention(a, "harsh") for a in articles]
    compared = compare(build.analysis_of(articles, mentions))
    found = compared.lines(Query(week="2024-01-08"))
    assert found["article_id"].tolist() == ["1", "2"]
    assert len(compared.lines(Query())) == 5


def test_uses_of_a_word_need_the_sides_they_are_counted_for(one_event):
    """The message says what is missing."""
    with pytest.raises(ComparisonError, match=r"give term= and a="):
        compare(one_event).lines({"show": "uses", "term": "grim"})
