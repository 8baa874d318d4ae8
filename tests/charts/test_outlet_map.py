"""Correspondence analysis against published figures, and the map drawn from it."""

from __future__ import annotations

import numpy as np
import pytest

import framing
from framing.charts import KINDS
from framing.charts.correspondence import correspondence
from framing.comparison import Comparison, compare
from framing.values import Article

OutletMapDisplay = KINDS["map"]

# Smoking by staff group, the example of the ca package for R (Nenadić & Greenacre 2007):
# its summary gives principal inertias .074759 (87.8%), .010017 (11.8%), .000414 (0.5%).
SMOKE = [[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4], [18, 24, 33, 13], [10, 6, 7, 2]]


def test_inertias_of_the_published_example() -> None:
    """The three axes have the inertias that the ca package prints."""
    found = correspondence(SMOKE)
    assert found.inertias.round(6).tolist() == [0.074759, 0.010017, 0.000414]


def test_coordinates_have_their_masses_and_inertias() -> None:
    """Weighted by mass, coordinates centre on zero and their squares sum to the inertias."""
    table = np.array(SMOKE, dtype=float)
    found = correspondence(table)
    for points, mass in (
        (found.rows, table.sum(axis=1) / table.sum()),
        (found.columns, table.sum(axis=0) / table.sum()),
    ):
        assert mass @ points == pytest.approx(np.zeros(3), abs=1e-12)
        assert mass @ points**2 == pytest.approx(found.inertias)
    assert found.row_shares.sum(axis=0) == pytest.approx(np.ones(3))


def test_inertia_is_chi_square_over_n() -> None:
    """Total inertia is Pearson's statistic over the number of namings."""
    from scipy.stats import chi2_contingency

    total = np.sum(SMOKE)
    statistic = chi2_contingency(SMOKE, correction=False).statistic
    assert correspondence(SMOKE).inertias.sum() == pytest.approx(statistic / total)


def test_map_warns_where_counts_are_small(comparison: Comparison) -> None:
    """Few namings in a cell give a warning that names the outlets."""
    display = OutletMapDisplay.from_comparison(comparison)
    assert display.warnings[0].startswith("Small numbers: 24 namings in 12 cells; under 20")
    assert "Small numbers" in " ".join(display.marks(484).words)


def test_a_map_of_many_things_says_that_topics_shape_it(comparison: Comparison) -> None:
    """Who writes of courts and who of farms differ without any choice of words."""
    said = "Topics shape it too."
    assert said in OutletMapDisplay.from_comparison(comparison).warnings
    name = str(comparison.naming["concept"].value_counts().index[0])
    alone = compare(comparison.analysis, concepts=[name])
    assert "Topics" not in " ".join(OutletMapDisplay.from_comparison(alone).warnings)


def test_a_title_names_choices_and_no_topics() -> None:
    """That Ash alone writes of a virus is no choice; what each calls protesters is."""
    virus = "The coronavirus spread. The coronavirus was there. The coronavirus came. " * 4
    texts = {
        "Ash": f"{virus}Protesters met. Protesters sang. Protesters left. The government fell.",
        "Birch": "Rioters met. Rioters sang. Rioters left. The government fell. " * 2,
        "Clay": "Protesters met. Rioters sang. The regime left. The regime fell. " * 2,
    }
    made = [Article(name, name, "e", None, None, None, text) for name, text in texts.items()]
    display = OutletMapDisplay.from_comparison(compare(framing.analyze(made, sentiment=False)))
    assert "coronavirus" in set(display.data["wording"])
    assert display.finding().startswith("The words the outlets choose most unequally for one thing")
    assert "coronavirus" not in display.finding()
    named = display.finding().partition(": ")[2].removesuffix(" (not tested)").split(", ")
    assert [word in named for word in ("“protesters”", "“government”")] == [True, True]
    assert len(named) == 2
    assert {"protesters", "government"} <= set(display.marks(484).words)


def test_axes_name_their_share_of_what_differs(comparison: Comparison) -> None:
    """The foot of the field says how much of the differences each axis shows."""
    display = OutletMapDisplay.from_comparison(comparison)
    first = display.data["inertia_x"].iloc[0]
    assert f"Across: {100 * first:.0f}%" in " ".join(display.marks(484).words)


def test_words_are_those_written_and_never_ids(comparison: Comparison) -> None:
    """A point is called by the form that was written most."""
    data = OutletMapDisplay.from_comparison(comparison).data
    words = data.loc[data["point"] == "variant"]
    data.loc[data["point"] == "variant", "name"] = [f"id-{i}" for i in range(len(words))]
    shown = OutletMapDisplay(data).marks(484).words
    assert not any("id-" in text for text in shown)
    assert set(words["wording"]) & set(shown)


def test_outlets_lie_toward_their_words(comparison: Comparison) -> None:
    """The outlet that alone writes a word lies on its side of the middle."""
    data = OutletMapDisplay.from_comparison(comparison).data.set_index("name")
    voice, word = data.loc["People's Voice"], data.loc["assassination"]
    assert voice["x"] * word["x"] + voice["y"] * word["y"] > 0


def test_one_outlet_has_no_map(alone: Comparison) -> None:
    """A map of one outlet says what it needs."""
    display = OutletMapDisplay.from_comparison(alone)
    assert display.data.empty
    assert "needs two outlets" in " ".join(display.marks(484).words)
