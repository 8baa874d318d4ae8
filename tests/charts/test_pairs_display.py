"""Pairs: two outlets' words for the same thing, as written, in the order of the evidence."""

from __future__ import annotations

import pytest

from framing.charts import PairsDisplay
from framing.comparison import Comparison
from framing.errors import SettingsError


def test_rows_are_those_of_the_pair_that_ranks_highest(many: Comparison) -> None:
    """Words, counts and order are those of `ranked`."""
    top = many.ranked().query("kind == 'pair'").iloc[0]
    data = PairsDisplay.from_comparison(many).data
    assert data["outlet"].tolist() == [top["outlet_a"], top["outlet_b"]]
    assert data["wording"].tolist() == [top["wording_a"], top["wording_b"]]
    assert data["n"].tolist() == [top["n_a"], top["n_b"]]
    assert data["total"].tolist() == [top["total_a"], top["total_b"]]


def test_words_drawn_are_those_written(many: Comparison) -> None:
    """The picture and its title show the forms written, with n of N under each."""
    display = PairsDisplay.from_comparison(many).plot()
    texts = [text.get_text() for text in display.ax_.texts]
    for row in display.data.to_dict("records"):
        assert row["wording"] in texts
        assert f"{row['n']} of {row['total']}" in texts
        assert row["wording"] in display.title


def test_numbers_open_their_lines(many: Comparison) -> None:
    """Each word opens as many lines as it says."""
    display = PairsDisplay.from_comparison(many).plot()
    links = [link for found in display.links.values() for link in found]
    assert links
    assert all(len(many.lines(link)) == link["n"] for link in links)


def test_outlets_can_be_chosen(comparison: Comparison) -> None:
    """The first outlet stands at the left; a name that is not there lists those that are."""
    display = PairsDisplay.from_comparison(comparison, outlet_a="Wire", outlet_b="People's Voice")
    assert display.outlets() == ["Wire", "People's Voice"]
    with pytest.raises(SettingsError, match="give two of Herald, People's Voice, Wire"):
        PairsDisplay.from_comparison(comparison, outlet_a="Mirror")
    with pytest.raises(SettingsError, match="give two of"):
        PairsDisplay.from_comparison(comparison, outlet_a="Wire", outlet_b="Wire")
