"""The dumbbell joins two outlets' loaded shares, and only where both named the concept."""

from __future__ import annotations

import pandas as pd
import pytest

import framing
from framing.charts import KINDS
from framing.charts.graphics import Dot, Stroke
from framing.comparison import Comparison, compare
from framing.errors import SettingsError
from framing.statistics import wilson

DumbbellDisplay = KINDS["dumbbell"]
PAIR = ["Herald", "People's Voice"]


def test_marks_lie_at_the_shares(comparison: Comparison) -> None:
    """Own words of the voice on troops: 3 of 5 loaded, at .6; the herald's 0 of 4 at 0."""
    display = DumbbellDisplay.from_comparison(comparison, outlets=PAIR)
    found = {(r["concept"], r["outlet"]): (r["n"], r["total"])
             for r in display.data.to_dict("records")}  # fmt: skip
    assert found == {
        ("foreign-troops", "Herald"): (0, 4),
        ("foreign-troops", "People's Voice"): (3, 5),
        ("killing-of-leader", "Herald"): (0, 2),
        ("killing-of-leader", "People's Voice"): (4, 4),
    }
    dots = {(m.link["concept"], m.link["outlet"]): m for m in display.marks(484).marks
            if isinstance(m, Dot) and m.link is not None}  # fmt: skip
    zero = dots["foreign-troops", "Herald"].x
    whole = dots["killing-of-leader", "People's Voice"].x
    assert (dots["foreign-troops", "People's Voice"].x - zero) / (whole - zero) == pytest.approx(
        0.6
    )
    assert {key for key, dot in dots.items() if dot.faint} == {
        key for key, (_, total) in found.items() if total < 5
    }


def test_intervals_are_wilsons_over_effective_numbers(comparison: Comparison) -> None:
    """Namings of one article count for less than as many articles."""
    display = DumbbellDisplay.from_comparison(comparison, outlets=PAIR)
    shares = comparison.shares.query("scope == 'own'").set_index(["concept", "outlet"])
    for row in display.data.to_dict("records"):
        n = shares.loc[(row["concept"], row["outlet"]), "n_eff"]
        assert (row["low"], row["high"]) == pytest.approx(wilson(row["share"] * n, n))
        assert n <= row["total"]
    drawn = display.marks(484).marks
    assert len([m for m in drawn if isinstance(m, Stroke) and m.width == 0.9]) == 4


def test_both_counts_stand_beside(comparison: Comparison) -> None:
    """N of N of each outlet stands at the right."""
    words = DumbbellDisplay.from_comparison(comparison, outlets=PAIR).marks(484).words
    assert "0 of 4 · 3 of 5" in words
    assert "0 of 2 · 4 of 4" in words


def test_the_pair_with_the_strongest_evidence_by_default(comparison: Comparison) -> None:
    """Without a choice, the pair that ranks highest is drawn and the foot says so."""
    rows = comparison.ranked()
    top = rows[rows["kind"] == "pair"].iloc[0]
    display = DumbbellDisplay.from_comparison(comparison)
    assert set(display.outlets()) == set(top[["outlet_a", "outlet_b"]])
    assert display.warnings[1] == (
        "The two of 3 outlets with the strongest evidence of a difference."
    )


@pytest.mark.parametrize(
    ("events", "title"),
    [
        (
            6,
            "Ash and Birch: no clear difference in how often they choose loaded words"
            " for any one thing",
        ),
        (20, "Protesters: Ash chose a loaded word 20 of 20 times, Birch 10 of 20"),
    ],
)
def test_a_title_tells_of_shares_apart_beyond_their_intervals(events: int, title: str) -> None:
    """Six of six against three of six may be chance; twenty against ten hardly are."""
    texts = [
        {"event": f"e{at}", "outlet": outlet, "text": f"The {word} went home at {at + 1} o'clock."}
        for at in range(events)
        for outlet, word in (("Ash", "rioters"), ("Birch", ("rioters", "protesters")[at % 2]))
    ]
    found = compare(framing.analyze(framing.read_articles(pd.DataFrame(texts)), sentiment=False))
    assert DumbbellDisplay.from_comparison(found).finding() == title


def test_outlets_that_are_not_there_are_refused(comparison: Comparison) -> None:
    """The message lists the outlets there are."""
    with pytest.raises(SettingsError, match="joins two outlets of Herald, People's Voice, Wire"):
        DumbbellDisplay.from_comparison(comparison, outlets=["Herald", "Mirror"])
