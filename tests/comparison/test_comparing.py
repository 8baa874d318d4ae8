"""`compare` end to end on small made-up analyses."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from framing.comparison import NO_OUTLET, compare
from framing.errors import ComparisonError
from framing.statistics import sign_flip_test
from framing.values import Article


def test_one_event_succeeds_and_says_so(one_event):
    """One event gives counts in sentences, a refusal that names the need, and no p-value."""
    found = compare(one_event)
    first = found.primary.statements[0]
    assert "Herald chose a loaded word in its own words 4 of 9 times, Wire 0 of 7" in first
    assert "Herald 4 of 9, Wire 1 of 8" in first
    assert found.primary.refusal.startswith("not enough matched events: 1 of the 6 needed")
    assert found.primary.refusal.endswith("One event cannot show a habit.")
    assert found.primary.result == ""
    assert found.primary.sentences == (*found.primary.statements, found.primary.refusal)
    assert found.differences["p_value"].isna().all()
    assert found.differences["low"].isna().all()
    assert found.question.startswith("In this event, do Herald and Wire differ")


def test_own_voice_and_outlet_worded_stand_side_by_side(one_event):
    """Naming, shares and differences each hold both scopes for every row."""
    found = compare(one_event)
    for table in (found.naming, found.shares, found.differences):
        sizes = table["scope"].value_counts()
        assert sizes["own"] == sizes["outlet_worded"] > 0


def test_one_event_has_its_difference_without_a_test(one_event):
    """Descriptively: 4 of 9 less 0 of 7, and the words of the refusal beside it."""
    row = compare(one_event).differences.query("role == 'primary'").iloc[0]
    assert row["difference"] == pytest.approx(4 / 9)
    assert row["note"] == "not enough matched events: 1 of the 6 needed"
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


def test_naming_has_every_variant_of_every_outlet(one_event):
    """Zeros are counted, shares sum to one, and the shrunk share follows its formula."""
    naming = compare(one_event).naming
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
    """Two outlets, one concept: the declared row is `sign_flip_test` on the same counts."""
    counts = {
        (f"e{i}", o): (x, 6) for i in range(9) for o, x in (("A", 3 + i % 3), ("B", 1 + i % 2))
    }
    found = compare(build.from_counts(counts), seed=4)
    rows = [(e, o, x, n) for (e, o), (x, n) in counts.items()]
    table = pd.DataFrame(rows, columns=["event", "outlet", "loaded", "total"])
    oracle = sign_flip_test(table, seed=4)
    row = found.differences.query("role == 'primary'").iloc[0]
    assert row["p_value"] == row["p_adjusted"] == oracle.p_value
    assert row["difference"] == pytest.approx(oracle.difference)
    assert row["events"] == oracle.n_events
    assert found.primary.p_value == oracle.p_value
    assert f"p = {oracle.p_value:.4f}" in found.primary.result
    assert "approximate" in found.primary.result


def test_exchanging_outlets_negates(build):
    """Names exchanged, the difference and its interval change sign; p stays."""
    here = {(f"e{i}", o): (x, 5) for i in range(8) for o, x in (("A", 3), ("B", i % 3))}
    there = {(e, {"A": "B", "B": "A"}[o]): v for (e, o), v in here.items()}
    one, other = (
        compare(build.from_counts(c)).differences.query("role == 'primary'").iloc[0]
        for c in (here, there)
    )
    assert one["difference"] == pytest.approx(-other["difference"])
    assert one["low"] == pytest.approx(-other["high"], abs=0.02)
    assert one["p_value"] == other["p_value"]


def test_three_outlets_have_pairs_and_each_against_the_rest(many_events):
    """Six contrasts; the one outlet that differs is in every significant pair."""
    found = compare(many_events(8, A=(5, 6), B=(1, 6), C=(1, 6)))
    own = found.differences.query("role == 'primary'")
    assert own["kind"].tolist() == ["pair"] * 3 + ["rest"] * 3
    pairs = own.query("kind == 'pair' and p_adjusted <= .05")
    assert set(zip(pairs["outlet_a"], pairs["outlet_b"], strict=True)) == {("A", "B"), ("A", "C")}
    assert (own["p_adjusted"] >= own["p_value"] - 1e-12).all()


def test_a_reference_is_set_against_every_other(many_events):
    """With a reference there are as many contrasts as other outlets, and the question says so."""
    found = compare(many_events(7, A=(5, 6), B=(1, 6), C=(1, 6)), reference="B")
    own = found.differences.query("role == 'primary'")
    assert own[["outlet_a", "outlet_b"]].values.tolist() == [["A", "B"], ["C", "B"]]
    assert "set against B" in found.question


def test_outlet_worded_is_shown_and_not_tested(many_events):
    """Beside own voice stands the difference with its interval, without a p-value."""
    table = compare(many_events(8, A=(5, 6), B=(1, 6))).differences
    beside = table.query("scope == 'outlet_worded'")
    assert (beside["role"] == "exploratory").all()
    assert (beside["note"] == "beside own voice, not tested").all()
    assert beside["p_value"].isna().all()
    assert beside["low"].notna().all()


def test_the_family_is_one_test_a_concept(build):
    """Smallest attainable p after FDR: 2/2^E times m Σ 1/i; the declared measure stands outside."""
    parts = [
        build.from_counts(
            {(f"e{i}", o): (x, 3) for i in range(8) for o, x in (("A", 2), ("B", 1))}, concept=c
        )
        for c in ("troops", "strikes", "unrest")
    ]
    first = parts[0]
    first.mentions = pd.concat([p.mentions for p in parts], ignore_index=True)
    found = compare(first)
    family = found.differences.query("role == 'exploratory' and scope == 'own'")
    assert family["smallest_p"].tolist() == [2 / 256] * 3
    times = 3 * (1 + 1 / 2 + 1 / 3)
    assert family["smallest_p_adjusted"].tolist() == pytest.approx([2 / 256 * times] * 3)
    declared = found.differences.query("role == 'primary'").iloc[0]
    assert declared["smallest_p_adjusted"] == declared["smallest_p"]
    assert found.provenance["comparison"]["counts"]["tests"] == 3


def test_refusal_says_how_many_events_would_do(many_events, build):
    """With three to five events the spread tells how many a difference of 20 points needs."""
    counts = {(f"e{i}", o): (x, 6) for i in range(4) for o, x in (("A", 2 + i % 3), ("B", 1))}
    found = compare(build.from_counts(counts))
    assert "4 of the 6 needed" in found.primary.refusal
    assert "a difference of 20 percentage points would be found four times in five" in (
        found.primary.refusal
    )


def test_a_target_declares_the_index(build):
    """With a target the declared measure is S_t, and the loaded share joins the family."""
    articles, mentions = [], []
    for i in range(7):
        for outlet, harsh in (("A", 3), ("B", 1)):
            article = Article(id=f"{i}{outlet}", outlet=outlet, event=f"e{i}", text="x")
            articles.append(article)
            for variant in ["harsh"] * harsh + ["plain"] * 3:
                mentions.append(build.mention(article, variant, target="Varenia"))
            mentions.append(build.mention(article, "harsh", target="Ostland"))
    found = compare(build.analysis_of(articles, mentions), target="Varenia")
    own = found.differences.query("role == 'primary'").iloc[0]
    assert own["measure"] == "target index"
    assert own["difference"] == pytest.approx(-3 / 6 + 1 / 4)
    assert own["p_value"] == 2 / 2**7
    assert "Varenia" in found.question
    assert "Varenia" in found.primary.measure
    assert pd.isna(own["odds_ratio"])
    index = found.targets.query("scope == 'own'").set_index(["outlet", "target"])
    assert index.loc[("A", "Varenia"), "value"] == pytest.approx(-21 / 42)
    assert index.loc[("B", "Ostland"), "value"] == -1


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
    assert text.count("https://doi.org/") >= 5
    assert found.primary.result in text


def test_statements_report_usage_only(many_events, one_event):
    """No sentence of the library calls an outlet biased, neutral or true, or ranks."""
    for found in (compare(one_event), compare(many_events(8, A=(5, 6), B=(1, 6), C=(0, 5)))):
        said = " ".join([found.question, *found.primary.sentences, *found.notes]).lower()
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
