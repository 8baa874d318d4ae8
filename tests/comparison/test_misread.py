"""A difference that misreading of voices could have made says so."""

from __future__ import annotations

import pytest

from framing.analysis import analyze
from framing.articles import Articles
from framing.comparison import compare
from framing.comparison.findings import findings_of
from framing.values import Article
from framing.voice import own_interval


def test_the_bound_is_told_where_the_interval_reaches_it(build):
    """What errors of the voice reader could make stands beside a shown difference, unasked."""
    counts = {(f"e{n}", side): (5 * (side == "A"), 5) for n in range(8) for side in "AB"}
    found = compare(build.from_counts(counts))
    words = "alone could make 30 of 100 namings look reworded"
    for low, told in ((0.1, True), (0.5, False)):
        table = found.declared.assign(low=low, misreading=0.3)
        assert (words in findings_of(found.material, table)[0]) is told


def test_the_naming_table_tells_own_counts_with_misreading_held_in_where_asked():
    """Of each side's namings by a variant, whatever their voice; 0 where it wrote none."""
    texts = {"Herald": "The regime fell. Brandt said the regime held.", "Voice": "They left."}
    articles = Articles(
        [Article(name, outlet=name, event="port", text=text) for name, text in texts.items()]
    )
    found = compare(analyze(articles, "governments", sentiment=False))
    assert "own_low" not in found.naming_table()
    table = found.naming_table(zeros=True, misreading=True)
    said = found.lines({"concept": table["concept"].iloc[0], "outlet": "Herald", "scope": "all"})
    expected, low, high = own_interval(said.to_dict("records"))
    assert 0.5 < expected < 1.5
    for row in table.to_dict("records"):
        ends = [row[name] for name in ("own_expected", "own_low", "own_high")]
        assert ends == (
            pytest.approx([expected, low, high]) if row["outlet"] == "Herald" else [0] * 3
        )


def test_own_counts_are_missing_where_no_probability_was_told(build):
    """Tables of one's own that lack ``p_own`` have no interval."""
    counts = {(f"e{n}", side): (2, 4) for n in range(6) for side in "AB"}
    table = compare(build.from_counts(counts)).naming_table(misreading=True)
    assert len(table)
    assert table[["own_expected", "own_low", "own_high"]].isna().all(axis=None)
