"""Distinctive wording end to end: which text is counted, and what the columns hold."""

from __future__ import annotations

import warnings

import numpy as np
import pandas as pd
import pytest

from framing.comparison import compare
from framing.errors import ComparisonError
from framing.statistics import dispersion, fightin_words, keyness, log_ratio, word_shift
from framing.values import Article

WORDS = "the troops held a line near town as rain fell on roads and fields at dusk".split()


def articles(events=8, outlets="AB", planted="grim holdouts", seed=1):
    """Random sentences; outlet A alone uses the planted words."""
    draw = np.random.default_rng(seed)
    made = []
    for event in range(events):
        for outlet in outlets:
            body = []
            for _ in range(5):
                words = draw.choice(WORDS, 8).tolist()
                if outlet == "A" and planted:
                    words[3:4] = planted.split()
                body.append(" ".join(words).capitalize() + ".")
            text = " ".join(body)
            made.append(Article(id=f"{event}{outlet}", outlet=outlet, event=f"e{event}", text=text))
    return made


@pytest.fixture
def compared(build):
    """Eight events, two outlets, words planted in A."""
    return compare(build.analysis_of(articles(), []))


def test_planted_words_come_first_and_nothing_else_is_significant(compared):
    """The planted words lead the ranking; no other term is significant but phrases with them."""
    table = compared.distinctive()
    assert set(table.index[:3]) == {"grim", "holdouts", "grim holdouts"}
    found = table.index[table["p_value"] < 0.05]
    assert all("grim" in term or "holdouts" in term for term in found)
    assert table["well_spread"].iloc[0]


def test_columns_are_those_of_the_docstring(compared):
    """Every column is named in the docstring, and the docstring names no other."""
    table = compared.distinctive()
    doc = type(compared).distinctive.__doc__
    assert all(f"`{column}`" in doc for column in table.columns)
    assert table.index.name == "term"


def test_figures_agree_with_the_pure_functions(compared):
    """Unigrams give what framing.statistics gives on the same counts."""
    table = compared.distinctive(ngrams=(1, 1), prior=0.01, min_count=1)
    a, b = table["count_a"], table["count_b"]
    oracle = fightin_words(a, b, prior=0.01)
    assert table["z"].to_dict() == pytest.approx(oracle["z"].to_dict())
    assert table["g2"].to_dict() == pytest.approx(keyness(a, b)["g2"].to_dict())
    assert table["log_ratio"].to_dict() == pytest.approx(log_ratio(a, b).to_dict())
    shift = word_shift(a, b)["contribution"]
    assert table["contribution"].to_dict() == pytest.approx(shift.to_dict())
    mine = [a.text.lower() for a in articles() if a.outlet == "A"]
    sizes = [len(text.split()) for text in mine]
    expected = dispersion([text.count("grim") for text in mine], sizes).normalised
    assert table.loc["grim", "dispersion"] == pytest.approx(expected)


def test_default_prior_is_informative(compared):
    """α₀ = 1000 spread as both sides use the words, ×0.1 and ×10 beside."""
    table = compared.distinctive(ngrams=(1, 1), min_count=1)
    pooled = table["count_a"] + table["count_b"]
    for column, strength in (("z", 1000), ("z_weak", 100), ("z_strong", 10_000)):
        prior = strength * pooled / pooled.sum()
        oracle = fightin_words(table["count_a"], table["count_b"], prior=prior)
        assert table[column].to_dict() == pytest.approx(oracle["z"].to_dict())


def test_a_reference_of_ones_own_spreads_the_prior(compared):
    """Frequencies given by the user change δ; terms they lack still have a prior."""
    plain = compared.distinctive(ngrams=(1, 1))
    other = compared.distinctive(ngrams=(1, 1), reference={"troops": 90, "rain": 10})
    assert other["delta"].notna().all()
    assert other.loc["grim", "z"] != pytest.approx(plain.loc["grim", "z"])


def test_own_voice_leaves_out_what_others_said(build):
    """Contents of reported passages and held-off words are not the outlet's; `all` counts them."""
    one = Article(id="1", outlet="A", event="e", text="He said thugs ran. So-called heroes fell.")
    two = Article(id="2", outlet="B", event="e", text="Men ran on and on there.")
    said = {"article_id": "1", "field": "text", "content": [[8, 17]], "cue": "said"}
    held = {"article_id": "1", "field": "text", "start": 19, "end": 35, "kind": "distancing"}
    compared = compare(build.analysis_of([one, two], [], [said], [held]))
    own = compared.distinctive(min_count=1).index
    whole = compared.distinctive(voice="all", min_count=1).index
    assert {"he said", "fell"} <= set(own)
    assert not {"thugs", "heroes", "said fell", "said thugs"} & set(own)
    assert {"thugs", "heroes", "said thugs"} <= set(whole)
    assert "ran so-called" not in set(whole)


def test_british_and_american_spellings_are_one_word(build):
    """How an outlet spells is no choice of words: one term, in the spelling written more."""
    written = {
        "A": "The defence ministry, the neighbour's ally, organised a defence review.",
        "B": "The defense ministry, the neighbor's ally, organized a border review.",
    }
    made = [
        Article(id=f"{event}{outlet}", outlet=outlet, event=f"e{event}", text=text)
        for event in range(6)
        for outlet, text in written.items()
    ]
    compared = compare(build.analysis_of(made, []))
    table = compared.distinctive(min_count=1)
    assert {"defence", "defence ministry", "defence review"} <= set(table.index)
    assert not [term for term in table.index if "defense" in term]
    assert table.loc["defence", ["count_a", "count_b"]].tolist() == [12, 6]
    assert len({"neighbour's", "neighbor's"} & set(table.index)) == 1
    assert len({"organised", "organized"} & set(table.index)) == 1
    row = table.loc["defence"]
    uses = compared.lines({**row.to_dict(), "term": "defence", "a": "A", "b": "B", "show": "uses"})
    assert set(uses["text"]) == {"defence", "defense"}
    assert len(uses) == 18


def test_terms_of_unmatched_events_are_not_counted(build):
    """What only one outlet covers is topic, not wording."""
    extra = Article(id="x", outlet="A", event="alone", text="Volcano volcano volcano volcano.")
    compared = compare(build.analysis_of([*articles(2), extra], []))
    assert "volcano" not in compared.distinctive(min_count=1).index


def test_few_events_have_a_ranking_but_no_p_value(build):
    """Under six matched events p is missing and the ranking stands."""
    table = compare(build.analysis_of(articles(5), [])).distinctive()
    assert table["p_value"].isna().all()
    assert table["z"].notna().all()
    assert (table["events"] == 5).all()


def test_three_outlets_each_against_the_others(build):
    """Without a name every outlet is ranked against all others; with two names only those."""
    compared = compare(build.analysis_of(articles(outlets="ABC"), []))
    table = compared.distinctive()
    assert table["outlet_a"].drop_duplicates().tolist() == ["A", "B", "C"]
    assert table["outlet_b"].isna().all()
    pair = compared.distinctive("C", "A", ngrams=(1, 1))
    assert pair.loc["grim", "z"] < 0
    assert set(pair["outlet_b"]) == {"A"}


def test_a_term_that_is_all_there_is_has_no_odds(build):
    """The only phrase of its length is neither ranked nor tested, and spoils no other's test."""
    made = []
    for event in range(8):
        for outlet, text in (("A", "Grim."), ("B", "Rain.")):
            text = "Grim holdouts." if (event, outlet) == (0, "A") else text
            made.append(Article(id=f"{event}{outlet}", outlet=outlet, event=f"e{event}", text=text))
    compared = compare(build.analysis_of(made, []))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        table = compared.distinctive(ngrams=(1, 2), min_count=1)
        words = compared.distinctive(ngrams=(1, 1), min_count=1)
    phrase = table.loc["grim holdouts"]
    assert phrase[["z", "z_weak", "z_strong", "p_value"]].isna().all()
    assert phrase["count_a"] == 1
    assert table["p_value"].drop("grim holdouts").to_dict() == words["p_value"].to_dict()
    assert words.loc["grim", "p_value"] < 0.05


def test_same_seed_same_bytes(compared):
    """Two calls give one table."""
    pd.testing.assert_frame_equal(compared.distinctive(), compared.distinctive())


def test_no_difference_is_seldom_significant(build):
    """Without planted words, max-z p-values under .05 stay rare over twelve seeds."""
    hits = 0
    for seed in range(12):
        made = build.analysis_of(articles(6, planted="", seed=seed), [])
        table = compare(made).distinctive(ngrams=(1, 1))
        hits += bool((table["p_value"] <= 0.05).any())
    assert hits <= 2


def test_wrong_wishes_say_what_is_right(compared, build):
    """An unknown outlet, voice or length is refused with what there is."""
    with pytest.raises(ComparisonError, match="'Aa' is none of the outlets compared: A, B"):
        compared.distinctive("Aa")
    with pytest.raises(ComparisonError, match="can't be set against itself"):
        compared.distinctive("A", "A")
    with pytest.raises(ComparisonError, match="voice is 'own' or 'all', not 'quoted'"):
        compared.distinctive(voice="quoted")
    with pytest.raises(ComparisonError, match="ngrams is"):
        compared.distinctive(ngrams=(3, 1))
    with pytest.raises(ComparisonError, match="no value above 0 for"):
        compared.distinctive(prior={"troops": 1.0})
    alone = compare(build.analysis_of(articles(2, outlets="A"), []))
    assert len(alone.distinctive()) == 0
