"""`compare` end to end on small made-up analyses."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from framing.comparison import NO_OUTLET, compare
from framing.comparison.clauses import p_words
from framing.errors import ComparisonError
from framing.statistics import naming_choice
from framing.values import Article


def test_one_event_succeeds_and_says_so(one_event):
    """One event gives words and counts in sentences, a refusal in words, and no p-value."""
    found = compare(one_event)
    first = str(found.primary.statements[0])
    assert first.startswith(
        "In this event, naming troops in its own words, Wire wrote “plain” 7 of 7 times, Herald"
    )
    told = [str(sentence) for sentence in found.findings()]
    assert [s for s in told if "habit" in s] == [told[-1]] == ["One event cannot show a habit."]
    assert str(found.primary.refusal) == "One event cannot show a habit."
    assert str(found.primary.result) == ""
    assert found.primary.sentences == (*found.primary.statements, found.primary.refusal)
    assert found.differences["p_value"].isna().all()
    assert found.differences["low"].isna().all()
    assert found.question.startswith("On this event, do Herald and Wire call the same things")


def test_own_voice_and_outlet_worded_stand_side_by_side(one_event):
    """Both scopes have their rows, and the wider one holds no fewer namings."""
    found = compare(one_event)
    for table in (found.naming, found.shares, found.differences):
        assert {"own", "outlet_worded"} <= set(table["scope"])
    totals = found.shares.groupby(["outlet", "scope"])["total"].sum()
    for outlet in found.outlets:
        assert totals[outlet, "outlet_worded"] >= totals[outlet, "own"] > 0


def test_one_event_has_its_difference_without_a_test(one_event):
    """Descriptively: 4 of 9 loaded against 0 of 7, no D* from one event, and a note why."""
    table = compare(one_event).differences
    loaded = table.query("measure == 'loaded share' and scope == 'own' and concept == 'troops'")
    assert loaded["difference"].tolist() == pytest.approx([4 / 9])
    row = table.query("role == 'primary' and scope == 'own' and concept == 'troops'").iloc[0]
    assert pd.isna(row["difference"])
    assert row["raw_difference"] > 0
    assert "6" in row["note"]
    assert row["events"] == 1


def test_tables_have_their_documented_columns(one_event):
    """Every table has the columns its docstring names."""
    found = compare(one_event)
    doc = type(found).__doc__
    for name, table in found.tables.items():
        assert f"{name} : DataFrame" in doc
        if name != "differences":
            assert list(table.columns) == doc_columns(doc, name)


def doc_columns(doc, name):
    """List the columns that a table's entry in the class docstring has in backticks."""
    entry = doc.split(f"{name} : DataFrame")[1].split("DataFrame")[0]
    listed = entry.split("`")[1]
    return listed.replace("\n", " ").replace(",", " ").split()


def test_scopes_count_what_they_say(one_event):
    """Outlet-worded is own and attributed; all is everything; N = 0 has no share."""
    shares = compare(one_event).shares.set_index(["outlet", "scope"])
    assert shares.loc[("Wire", "own"), ["n", "total"]].tolist() == [0, 7]
    assert shares.loc[("Wire", "attributed"), ["n", "total"]].tolist() == [1, 1]
    assert shares.loc[("Wire", "outlet_worded"), ["n", "total"]].tolist() == [1, 8]
    assert shares.loc[("Herald", "all"), ["n", "total"]].tolist() == [6, 11]
    assert shares.loc[("Wire", "quoted"), "total"] == 0
    assert pd.isna(shares.loc[("Wire", "quoted"), "share"])
    assert pd.isna(shares.loc[("Wire", "quoted"), "shrunk_share"])


def test_naming_has_what_was_counted_and_zeros_when_asked(one_event):
    """Counted cells alone by default; with zeros shares sum to one and shrink by the formula."""
    found = compare(one_event)
    assert (found.naming["n"] > 0).all()
    naming = found.naming_table(zeros=True)
    own = naming.query("scope == 'own'")
    assert own.groupby("outlet")["variant"].nunique().tolist() == [3, 3]
    assert own.groupby("outlet")["share"].sum().tolist() == pytest.approx([1, 1])
    row = own.query("outlet == 'Wire' and variant == 'harsh-troops'").iloc[0]
    mean = (4 / 9 + 0) / 2
    assert row["shrunk_share"] == pytest.approx((0 + 2 * mean) / (7 + 2))
    assert naming["n"].dtype == naming["total"].dtype == "int64"


def test_effective_size_counts_articles(build):
    """Nine namings in one article are worth 9/(1 + 8/3)."""
    found = compare(build.from_counts({("e", "A"): (4, 9), ("e", "B"): (1, 1)}))
    own = found.shares.query("scope == 'own'").set_index("outlet")
    assert own.loc["A", "n_eff"] == pytest.approx(9 / (1 + 8 / 3))
    assert own.loc["B", "n_eff"] == 1


def test_the_pure_test_gives_the_same(build):
    """Two outlets, one concept: the declared row is `naming_choice` on the same namings."""
    counts = {
        (f"e{i}", o): (x, 6) for i in range(9) for o, x in (("A", 3 + i % 3), ("B", 1 + i % 2))
    }
    found = compare(build.from_counts(counts), seed=4)
    worth = 6 / (1 + 5 * 0.4)  # six namings of one article
    sides = [
        np.array([[counts[f"e{i}", o][0], 6 - counts[f"e{i}", o][0]] for i in range(9)])
        for o in "AB"
    ]
    oracle = naming_choice(*(worth / 6 * side for side in sides), seed=4)
    own = found.differences.query("role == 'primary' and scope == 'own'")
    for row in own.query("concept.notna()").to_dict("records"):
        assert row["p_value"] == row["p_adjusted"] == oracle.p_value
        assert row["difference"] == pytest.approx(oracle.difference)
        assert row["events"] == oracle.n_events
    assert found.primary.p_value == oracle.p_value
    assert f"p = {p_words(oracle.p_value)}" in found.primary.result


def test_exchanging_outlets_keeps_the_choice_and_negates_the_lean(build):
    """Names exchanged, D*, its interval and p stay; signed measures change sign."""
    here = {(f"e{i}", o): (x, 5) for i in range(8) for o, x in (("A", 3), ("B", i % 3))}
    there = {(e, {"A": "B", "B": "A"}[o]): v for (e, o), v in here.items()}
    one, other = (
        compare(build.from_counts(c)).differences.query("scope == 'own' and concept == 'troops'")
        for c in (here, there)
    )
    for measure, sign in (("naming choice", 1), ("lean", -1), ("loaded share", -1)):
        a, b = (t.loc[t["measure"] == measure].iloc[0] for t in (one, other))
        assert a["difference"] == pytest.approx(sign * b["difference"])
        assert a["p_value"] == b["p_value"]


def test_three_outlets_have_pairs_and_each_against_the_rest(many_events):
    """Six contrasts; the one outlet that differs is in every significant pair."""
    found = compare(many_events(8, A=(5, 6), B=(1, 6), C=(1, 6)))
    own = found.differences.query("role == 'primary' and scope == 'own' and concept.isna()")
    assert sorted(own["kind"]) == ["pair"] * 3 + ["rest"] * 3
    pairs = own.query("kind == 'pair' and p_adjusted <= .05")
    assert set(zip(pairs["outlet_a"], pairs["outlet_b"], strict=True)) == {("A", "B"), ("A", "C")}
    assert (own["p_adjusted"] >= own["p_value"] - 1e-12).all()


def test_a_third_side_leaves_a_pairs_p_unchanged(many_events):
    """Whatever else is compared, the exchange of two sides is theirs alone."""
    pair = compare(many_events(9, A=(4, 6), B=(2, 6))).differences
    three = compare(many_events(9, A=(4, 6), B=(2, 6), C=(0, 6))).differences
    keys = ["measure", "concept", "variant", "scope"]
    both = pair.merge(
        three.query("outlet_a == 'A' and outlet_b == 'B'"), on=keys, suffixes=("", "_of_three")
    ).dropna(subset=["p_value"])
    assert len(both) > 5
    assert (both["p_value"] == both["p_value_of_three"]).all()


def test_a_reference_is_set_against_every_other(many_events):
    """With a reference there are as many contrasts as other outlets, and the question says so."""
    found = compare(many_events(7, A=(5, 6), B=(1, 6), C=(1, 6)), reference="B")
    own = found.differences.query("role == 'primary' and scope == 'own' and concept.isna()")
    assert sorted(own[["outlet_a", "outlet_b"]].values.tolist()) == [["A", "B"], ["C", "B"]]
    assert "set against B" in found.question


def test_outlet_worded_is_tested_too(many_events):
    """Beside own voice the same choice is tested with attributed words counted in."""
    table = compare(many_events(8, A=(5, 6), B=(1, 6))).differences
    beside = table.query("scope == 'outlet_worded' and measure == 'naming choice'")
    assert beside["p_value"].notna().all()
    assert beside["low"].notna().all()


def test_the_family_is_the_concepts_of_one_measure(build):
    """Three concepts that differ in the same events: common signs, so nothing is lost to three."""
    parts = [
        build.from_counts(
            {(f"e{i}", o): (x, 3) for i in range(8) for o, x in (("A", 3), ("B", 0))}, concept=c
        )
        for c in ("troops", "strikes", "unrest")
    ]
    first = parts[0]
    first.mentions = pd.concat([p.mentions for p in parts], ignore_index=True)
    found = compare(first).differences.query("measure == 'naming choice' and scope == 'own'")
    family = found.query("concept.notna()")
    assert family["smallest_p"].tolist() == [2 / 256] * 3
    assert family["p_adjusted"].tolist() == [2 / 256] * 3
    assert found.query("concept.isna()")["p_adjusted"].tolist() == [2 / 256]


def test_refusal_says_what_is_missing(build):
    """Four matched events: shown in full, and in words why there is no test."""
    counts = {(f"e{i}", o): (x, 6) for i in range(4) for o, x in (("A", 2 + i % 3), ("B", 1))}
    found = compare(build.from_counts(counts))
    assert "needs 6 events" in found.primary.refusal
    assert "there are 4" in found.primary.refusal
    assert "4 events are too few for a test" in found.primary.statements[0]


def test_a_target_is_compared_in_its_table_alone(build):
    """S_t is not validated: its differences stand in `targets`, and nothing else is changed."""
    articles, mentions = [], []
    for i in range(7):
        for outlet, harsh in (("A", 3), ("B", 1)):
            article = Article(id=f"{i}{outlet}", outlet=outlet, event=f"e{i}", text="x")
            articles.append(article)
            for variant in ["harsh"] * harsh + ["plain"] * 3:
                mentions.append(build.mention(article, variant, target="Varenia"))
            mentions.append(build.mention(article, "harsh", target="Ostland"))
    found = compare(build.analysis_of(articles, mentions), target="Varenia")
    own = found.targets.query("kind == 'pair' and scope == 'own'").iloc[0]
    assert own[["outlet", "outlet_b", "target", "n"]].tolist() == ["A", "B", "Varenia", 7 * 10]
    assert own["value"] == pytest.approx(-3 / 6 + 1 / 4)
    assert own["p_value"] == 2 / 2**7
    assert found.targets["note"].str.startswith("not validated").all()
    sides = found.targets.query("kind == 'side' and scope == 'own'")
    index = sides.set_index(["outlet", "target"])
    assert index.loc[("A", "Varenia"), "value"] == pytest.approx(-21 / 42)
    assert index.loc[("B", "Ostland"), "value"] == -1
    plain = compare(build.analysis_of(articles, mentions))
    assert (found.primary, found.question) == (plain.primary, plain.question)
    assert list(map(str, found.findings())) == list(map(str, plain.findings()))
    for name in ("differences", "stance"):
        pd.testing.assert_frame_equal(found.tables[name], plain.tables[name])
        assert not found.tables[name]["measure"].str.contains("index").any()


def test_a_row_of_a_targets_difference_opens_its_namings(build):
    """Those of both sides bound to it, of what both name in one event."""
    articles, mentions = [], []
    for i in range(6):
        for outlet in ("A", "B"):
            article = Article(id=f"{i}{outlet}", outlet=outlet, event=f"e{i}", text="x")
            articles.append(article)
            mentions += [build.mention(article, "harsh", target="Varenia")] * 2
            mentions.append(build.mention(article, "plain", target="Ostland"))
    found = compare(build.analysis_of(articles, mentions), target="Varenia", copies="all")
    rows = found.targets.query("kind == 'pair'")
    assert rows["n"].tolist() == [24, 24]
    assert [len(found.lines(row)) for _, row in rows.iterrows()] == [24, 24]


def test_target_index_is_suppressed_under_five(build):
    """N_t of four is missing, not zero."""
    one = Article(id="1", outlet="A", event="e", text="x")
    two = Article(id="2", outlet="B", event="e", text="x")
    mentions = [build.mention(one, "harsh", target="Varenia") for _ in range(4)]
    mentions += [build.mention(two, "plain", target="Varenia") for _ in range(5)]
    index = compare(build.analysis_of([one, two], mentions)).targets
    own = index.query("scope == 'own'").set_index("outlet")
    assert pd.isna(own.loc["A", "value"])
    assert own.loc["A", "n"] == 4
    assert own.loc["B", "value"] == 0


def test_same_input_same_tables(many_events):
    """Twice compared, twice the same to the last bit; another seed only moves draws."""
    analysis = many_events(14, A=(3, 6), B=(2, 6), C=(1, 5))
    one, two = compare(analysis, seed=3), compare(analysis, seed=3)
    for name, table in one.tables.items():
        pd.testing.assert_frame_equal(table, two.tables[name])
    assert one.primary == two.primary
    assert one.provenance == two.provenance


def test_provenance_and_methods_tell_the_seed(many_events):
    """Settings, counts and the seed are in the provenance and in the methods paragraph."""
    found = compare(many_events(7, A=(3, 6), B=(2, 6)), seed=11)
    settings = found.provenance["comparison"]
    assert settings["seed"] == 11
    assert settings["counts"]["events"] == 7
    assert json.loads(json.dumps(found.provenance)) == found.provenance
    text = found.methods_text()
    assert "14 articles of 2 outlets on 7 events" in text
    assert "seed was 11" in text
    assert text.count("https://doi.org/") >= 4


def test_statements_report_usage_only(many_events, one_event):
    """No sentence of the library calls an outlet biased, neutral or true, or ranks."""
    for found in (compare(one_event), compare(many_events(8, A=(5, 6), B=(1, 6), C=(0, 5)))):
        told = map(str, (*found.primary.sentences, *found.findings()))
        said = " ".join([found.question, *told, *found.notes]).lower()
        said += found.methods_text().split("References")[0].lower()
        for word in ("bias", "slant", "propaganda", "more neutral", "most loaded", "worst"):
            assert word not in said


def test_no_outlet_can_be_compared_by_another_column(build):
    """`by` takes any column the articles have; the tables still call it outlet."""
    articles = [
        Article(id=f"{i}{g}", outlet="A", event=f"e{i}", text="x", meta={"desk": g})
        for i in range(3)
        for g in ("home", "world")
    ]
    mentions = [build.mention(a, "plain") for a in articles]
    found = compare(build.analysis_of(articles, mentions), by="desk")
    assert found.outlets == ("home", "world")
    assert set(found.naming["outlet"]) == {"home", "world"}


@pytest.mark.parametrize(
    ("within", "units"),
    [("month", ("2020-01", "2020-02")), ("quarter", ("2020Q1",)), ("year", ("2020",))],
)
def test_periods_are_made_of_the_dates(build, within, units):
    """Nobody has to make a column of months; a note says where they are from."""
    articles = [
        Article(f"{side}{month}", outlet=side, date=f"2020-0{month}-1{month}", text="x")
        for side in ("Ash", "Birch")
        for month in (1, 2)
    ]
    made = build.analysis_of(articles, [build.mention(each, "plain") for each in articles])
    found = compare(made, within=within)
    assert found.material.events == units
    assert f"The {within}s are those of the articles' dates." in found.material.notes
    assert f"{'n the' if len(units) > 1 else 'n this'} {within}" in found.question
    assert found.question.startswith("In ")
    with pytest.raises(ComparisonError, match="no column 'fortnight'"):
        compare(made, within="fortnight")


def test_periods_of_articles_without_a_date_that_is_read_are_refused_in_words(build):
    """What the user lacks is dates, and no column of the period's name."""
    articles = [Article(side, outlet=side, text="x") for side in ("Ash", "Birch")]
    made = build.analysis_of(articles, [build.mention(each, "plain") for each in articles])
    with pytest.raises(
        ComparisonError, match=r"no article has a date.*none has a quarter.*2021-05-03"
    ):
        compare(made, within="quarter")


def test_a_column_of_months_goes_before_the_dates(build):
    """What the user's table says is taken; without a date an article lies in no month."""
    own = [
        Article(side, outlet=side, date="2020-01-11", text="x", meta={"month": "spring"})
        for side in ("Ash", "Birch")
    ]
    mentions = [build.mention(each, "plain") for each in own]
    assert compare(build.analysis_of(own, mentions), within="month").material.events == ("spring",)
    bare = [Article(each.id, outlet=each.outlet, date=each.date, text="x") for each in own]
    lone = Article("c", outlet="Ash", text="x")
    found = compare(build.analysis_of([*bare, lone], mentions), within="month")
    assert any(
        note.startswith("Articles without month: 1 of 3") and "column 'date'" in note
        for note in found.material.notes
    )


@pytest.mark.parametrize("turned", [False, True])
def test_a_word_written_once_is_no_preference(build, turned):
    """One "mild" of eighteen is not named before four "harsh" of which the other has three."""
    words = {
        "Ash": ["mild"] + ["harsh"] * 5 + ["plain"] * 12,
        "Birch": ["harsh"] * 3 + ["plain"] * 10,
    }
    if turned:
        words = {"Birch": words["Ash"], "Ash": words["Birch"]}
    articles = [Article(side, outlet=side, event="e", text="x") for side in words]
    mentions = [build.mention(each, word) for each in articles for word in words[each.outlet]]
    said = str(compare(build.analysis_of(articles, mentions)).findings()[0])
    assert "“mild”" not in said
    assert "“harsh” 5 of 18" in said


def test_wrong_wishes_say_what_is_right(one_event):
    """Unknown columns and references, a bare string of concepts, a wrong word for copies."""
    with pytest.raises(ComparisonError, match=r"no column 'outlt'.*Did you mean 'outlet'"):
        compare(one_event, by="outlt")
    with pytest.raises(ComparisonError, match=r"reference 'Heral' is no outlet.*mean 'Herald'"):
        compare(one_event, reference="Heral")
    with pytest.raises(ComparisonError, match=r"write \['troops'\]"):
        compare(one_event, concepts="troops")
    with pytest.raises(ComparisonError, match="'once' or 'all', not 'none'"):
        compare(one_event, copies="none")


def test_no_outlet_label_never_enters_a_difference(build):
    """Articles without an outlet are shown under a label of their own and compared with none."""
    articles = [Article(id=str(i), outlet=o, event="e") for i, o in enumerate(["A", "B", None])]
    found = compare(build.analysis_of(articles, [build.mention(a, "harsh") for a in articles]))
    assert found.outlets == ("A", "B", NO_OUTLET)
    assert NO_OUTLET in set(found.naming["outlet"])
    assert NO_OUTLET not in set(found.differences["outlet_a"]) | set(found.differences["outlet_b"])
    assert any("Articles without outlet: 1 of 3" in note for note in found.notes)
