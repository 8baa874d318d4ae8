"""Namings that are said of many are compared where both sides name the same one."""

from __future__ import annotations

import numpy as np
import pytest

import framing
from framing.statistics import NamingCounts, choice_tests
from framing.statistics.pairing import paired
from framing.validate import Code, coded_sheet, draw_sheet, influence
from framing.values import Article

OF_ONE = "The Syrian {word} spoke. The Syrian {word} left. {other}"


def counts(referent: list[int] | None) -> NamingCounts:
    """Two sides, one event: A writes x of 1 and y of 2, B writes x of 1 and y of 3, thrice."""
    return NamingCounts(
        event=np.zeros(6, dtype=np.int64),
        side=np.array([0, 0, 1, 1, 1, 1]),
        outlet=np.array([0, 0, 1, 1, 1, 1]),
        variant=np.array([0, 1, 0, 1, 1, 1]),
        count=np.ones(6),
        concept=np.array([0, 0]),
        events=("summit",),
        referent=None if referent is None else np.array(referent),
    )


def test_other_referents_are_no_other_word() -> None:
    """What only one side speaks of makes no difference of words; both write x of the first."""
    apart = paired(counts([1, 2, 1, 3, 3, 3]), (0, 1))
    assert apart.score.tolist() == [0.0]
    assert apart.weight.tolist() == [pytest.approx(0.5)]
    together = paired(counts(None), (0, 1))
    assert together.score.tolist() == pytest.approx([1 / 3, -1 / 3])
    assert counts([1, 2, 1, 3, 3, 3]).in_matched((0, 1)).variant.tolist() == [0, 0]


def test_referents_of_an_event_are_summed() -> None:
    """Scores and weights of two referents add up to one stratum of the event."""
    found = paired(counts([1, 2, 2, 1, 1, 1]), (0, 1))
    assert found.at.tolist() == [0]
    assert found.weight.tolist() == [pytest.approx(0.75 + 0.5)]
    assert found.score.tolist() == pytest.approx([0.75 - 0.5, 0.5 - 0.75])
    assert choice_tests(counts([1, 2, 2, 1, 1, 1]), [(0, 1)])["events"].max() == 1


def test_a_referent_for_each_naming() -> None:
    """A list of another length is refused."""
    with pytest.raises(framing.ComparisonError, match="referent has 2 places for"):
        counts([1, 2])


@pytest.mark.parametrize("turned", [False, True])
def test_both_words_are_shown_of_one_state(turned: bool) -> None:
    """Most presidents of Ash are Polish, yet of Syria alone it and Birch write two words."""
    ash = "The Polish president spoke. The Polish president left. The Syrian president came."
    birch = "The Polish president spoke. The Syrian dictator left. The Syrian dictator came."
    texts = {"Ash": birch, "Birch": ash} if turned else {"Ash": ash, "Birch": birch}
    articles = [
        Article(f"{side}{event}", outlet=side, event=f"e{event}", text=texts[side])
        for event in range(3)
        for side in texts
    ]
    found = framing.compare(framing.analyze(articles, sentiment=False))
    row = found.ranked().iloc[0]
    assert {row["wording_a"], row["wording_b"]} == {
        "Syrian president and 1 like it",
        "Syrian dictator",
    }
    said = str(found.findings()[0])
    assert "“Syrian president”" in said
    assert "“Syrian dictator” 6 of 9" in said


def test_leaders_of_other_states_are_no_choice_of_words() -> None:
    """Ash and Birch call one leader alike; that Birch names others too makes no difference."""
    articles = [
        Article(
            f"{side}{event}",
            outlet=side,
            event=f"e{event}",
            text=OF_ONE.format(word="dictator", other=other),
        )
        for event in range(6)
        for side, other in (
            ("Ash", ""),
            ("Birch", "The French president and the Spanish prime minister came. " * 2),
        )
    ]
    found = framing.compare(framing.analyze(articles, sentiment=False), copies="all")
    rows = found.differences.query("measure == 'naming choice' and scope == 'own'")
    row = rows[rows["concept"] == "head-of-government"].iloc[0]
    assert (row["n_a"], row["total_a"], row["n_b"], row["total_b"]) == (12, 12, 12, 12)
    assert row["raw_difference"] == 0


def test_numbers_open_the_namings_of_those_whom_both_name() -> None:
    """A number of a sentence or a table's row opens as many lines as it counts, and those."""
    words = {"Ash": "regime", "Birch": "government"}
    articles = [
        Article(
            f"{side}{event}",
            outlet=side,
            event=f"e{event}",
            text=OF_ONE.format(
                word=word, other=f"The {'Cuban' if side == 'Ash' else 'Polish'} {word} fell."
            ),
        )
        for event in range(7)
        for side, word in words.items()
    ]
    found = framing.compare(framing.analyze(articles, "governments", sentiment=False))
    assert "Only what is said of one and the same state is compared." in found.findings()[0]
    told = [part.query for sentence in found.findings() for part in sentence if part.query]
    counted = [query for query in told if query.show == "lines" and query.n is not None]
    assert counted
    for query in counted:
        lines = found.lines(query)
        assert len(lines) == query.n
        assert set(lines["target"]) == {"Syria"}
    row = found.differences.query("concept == 'government' and scope == 'own'").iloc[0]
    assert len(found.lines(row)) == row["total_a"] + row["total_b"]


def test_corrected_shares_are_of_those_whom_both_name() -> None:
    """A coded sheet corrects what the comparison compares: leaders of other states stay out."""
    articles = [
        Article(
            f"{side}{event}",
            outlet=side,
            event=f"e{event}",
            text=OF_ONE.format(word=word, other=other),
        )
        for event in range(7)
        for side, word, other in (
            ("Ash", "dictator", ""),
            ("Birch", "president", "The Cuban dictator came. The Cuban dictator left."),
        )
    ]
    found = framing.compare(framing.analyze(articles, sentiment=False), copies="all")
    key = draw_sheet(found, n=1000, unmatched=0).key
    assert len(key) == 28
    codes = {"ana": {row.item: Code(row.item, True, row.voice, None) for row in key.itertuples()}}
    rows = found.corrected(coded_sheet(key, codes)).query("measure == 'loaded share'")
    sides = rows.set_index(["kind", "outlet"])
    assert sides.loc[("side", "Ash"), ["value", "namings"]].tolist() == [1.0, 28]
    assert sides.loc[("side", "Birch"), ["uncorrected", "value"]].tolist() == [0.0, 0.0]


def test_influence_leaves_out_of_the_difference_that_the_table_has() -> None:
    """One article's namings of several leaders are one habit there too, matched or not."""
    words = {"Ash": ("dictator", "Cuban"), "Birch": ("president", "Polish")}
    articles = [
        Article(
            f"{side}{event}",
            outlet=side,
            event=f"e{event}",
            text=OF_ONE.format(word=word, other=f"The {other} {word} came. The mob shouted."),
        )
        for event in range(7)
        for side, (word, other) in words.items()
    ]
    articles += [
        Article(
            f"Clay{event}", outlet="Ash", event=f"e{event}", text="The crowd was calm. " * event
        )
        for event in range(7)
    ]
    found = framing.compare(framing.analyze(articles, sentiment=False), copies="all")
    rows = found.differences.query("measure == 'loaded share' and scope == 'own'")
    whole = rows.loc[rows["concept"].isna(), "difference"].iloc[0]
    left_out = influence(found).query("measure == 'loaded share'")["difference"]
    assert len(left_out)
    assert left_out.tolist() == pytest.approx([whole] * len(left_out))
