"""Sides that pool outlets: whole outlets exchanged beside namings, rates, stance and targets."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from framing import analyze, read_articles
from framing.comparison import compare

MOODS = """
id: moods
version: "1.0.0"
title: Moods
kind: category
concepts:
  - {id: calm, variants: [{id: calm, exact: [calm, quiet]}]}
"""


def posts(outlets, moody):
    """Eight events; each outlet writes of the town once an event, some of them of its quiet."""
    rows = [
        {"id": f"{name}{event}", "outlet": name, "event": f"e{event}", "leaning": side,
         "text": f"The {name} saw the {'quiet' if name in moody else 'little'} town at {event + 3} "
                 f"o'clock, and perhaps {name} stayed. A source said so."}
        for side, names in outlets.items()
        for name in names
        for event in range(8)
    ]  # fmt: skip
    return read_articles(pd.DataFrame(rows))


@pytest.fixture
def moods(tmp_path):
    """Write a category lexicon to a file."""
    path = tmp_path / "moods.yaml"
    path.write_text(MOODS)
    return path


FIVE = {"left": ("Ash", "Birch", "Cedar", "Dogwood"), "right": ("Elm", "Fir", "Gorse", "Holly")}


def compared(moods, moody, outlets=FIVE, **options):
    """Compare the leanings of these posts, by the words of their moods."""
    analysis = analyze(posts(outlets, moody), moods, sentiment=False)
    return compare(analysis, by="leaning", copies="all", **options)


def test_a_kind_of_outlets_differs_in_a_rate(moods):
    """All four of the left and none of the right: 2 of 70 ways to pool them give as much."""
    found = compared(moods, FIVE["left"])
    row = found.rates.query("kind == 'pair' and scope == 'own'").iloc[0]
    assert row["p_units"] == 2 / 70
    assert row["units_note"] == ""
    (said,) = found.findings()
    assert str(said).endswith("With whole outlets exchanged p = .029.")


def test_one_outlet_of_the_side_is_no_kind(moods):
    """One of four writes all of it: events show a difference that outlets do not."""
    found = compared(moods, FIVE["left"][:1])
    row = found.rates.query("kind == 'pair' and scope == 'own'").iloc[0]
    assert row["p_value"] == 2 / 2**8
    assert row["p_units"] == 1.0
    (said,) = found.findings()
    assert str(said).endswith(
        "With whole outlets exchanged p = 1: this speaks of these outlets alone."
    )
    assert "whole outlets were exchanged between the sides as well" in found.methods_text()
    assert (
        "in all 20,000 ways or fewer, else in 999 drawn ones, 9,999 where p was then .05 or less"
        in found.methods_text()
    )


def test_an_outlet_of_both_sides_is_said_to_be_one(moods):
    """Too few outlets and outlets of both sides are two reasons, each in its words."""
    both = {"left": FIVE["left"], "right": (*FIVE["right"], "Ash")}
    analysis = analyze(posts({"left": FIVE["left"], "right": FIVE["right"]}, FIVE["left"]), moods)
    table = pd.DataFrame(
        [{"id": a.id, "outlet": a.outlet, "event": a.event, "text": a.text,
          "leaning": a.meta["leaning"]} for a in analysis.articles]
    )  # fmt: skip
    table.loc[table["id"] == "Elm0", "outlet"] = both["right"][-1]
    told = [
        str(compare(analyze(read_articles(rows), moods), by="leaning", copies="all").findings()[0])
        for rows in (table, table[~table["outlet"].isin(["Holly"])])
    ]
    assert all("An outlet stands on both sides" in said for said in told)
    few = compared(moods, FIVE["left"], {side: names[:3] for side, names in FIVE.items()})
    assert str(few.findings()[0]).endswith("There are too few outlets to speak of more than these.")


def test_stance_has_whole_outlets_beside_every_tested_difference(moods):
    """Rates of cues, shares of sources: a p with outlets as units wherever there is a p."""
    found = compared(moods, FIVE["left"]).stance.query("kind != 'side'")
    tested = found[found["p_value"].notna()]
    assert len(tested) > 3
    assert tested["p_units"].notna().all()
    assert found.loc[found["p_value"].isna(), "p_units"].isna().all()


def test_sides_of_one_outlet_each_have_no_such_test(moods):
    """By outlet nothing is pooled: the column stays empty, and figures as they are by side."""
    analysis = analyze(posts(FIVE, ("Ash",)), moods, sentiment=False)
    found = compare(analysis, copies="all")
    assert found.stance["p_units"].isna().all()
    assert found.rates["p_units"].isna().all()


def test_counting_by_outlet_changes_no_figure_of_a_side(moods):
    """Sides that pool outlets, and the same articles under one outlet a side: the same rates."""
    pooled = compared(moods, ("Ash", "Fir"))
    alone = posts(FIVE, ("Ash", "Fir"))
    table = pd.DataFrame(
        [{"id": a.id, "outlet": a.meta["leaning"], "event": a.event, "text": a.text}
         for a in alone]
    )  # fmt: skip
    single = compare(analyze(read_articles(table), moods, sentiment=False), copies="all")
    same = ["measure", "outlet", "value", "events", "low", "high", "p_value", "p_adjusted"]
    for name in ("stance", "rates"):
        kept = [column for column in same if column in getattr(pooled, name)]
        found = [getattr(of, name).query("kind == 'pair'")[kept] for of in (pooled, single)]
        assert len(found[0])
        pd.testing.assert_frame_equal(*(of.reset_index(drop=True) for of in found))
    assert np.isnan(single.rates["p_units"].astype(float)).all()
