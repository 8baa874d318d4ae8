"""What must hold for any mentions: counts add up, order is nothing, exchanges negate."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.comparison import SCOPES, compare
from framing.values import VOICES, Article

repeatable = settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

OUTLETS, EVENTS, CONCEPTS = ("Herald", "Star", "Wire"), ("e1", "e2"), ("troops", "strikes")
PARTIES = ("Ostland", "Varenia")
namings = st.lists(
    st.tuples(
        st.sampled_from(EVENTS),
        st.sampled_from(OUTLETS),
        st.sampled_from(CONCEPTS),
        st.sampled_from(("plain", "mild", "harsh")),
        st.sampled_from(VOICES),
        st.sampled_from((*PARTIES, None)),
    ),
    max_size=40,
)


def analysis_of(build: SimpleNamespace, rows, exchange=None):
    """One article an event and outlet; `exchange` maps the names of parties."""
    articles = {
        (e, o): Article(id=f"{e}/{o}", outlet=o, event=e, text="x") for e in EVENTS for o in OUTLETS
    }
    mentions = [
        build.mention(
            articles[event, outlet],
            variant,
            voice,
            concept=concept,
            target=(exchange or {}).get(party, party),
        )
        for event, outlet, concept, variant, voice, party in rows
    ]
    return build.analysis_of(articles.values(), mentions)


@pytest.mark.slow
@repeatable
@given(rows=namings)
def test_every_naming_is_counted_once(build, rows):
    """Variants, scopes, shares and coverage all add up to the mentions there are."""
    found = compare(analysis_of(build, rows))
    naming, shares = found.naming, found.shares
    for scope, voices in SCOPES.items():
        expected = sum(row[4] in voices for row in rows)
        assert naming.loc[naming["scope"] == scope, "n"].sum() == expected
        assert shares.loc[shares["scope"] == scope, "total"].sum() == expected
    assert found.coverage["namings"].sum() == len(rows)
    assert found.coverage["own_namings"].sum() == sum(row[4] == "own" for row in rows)
    loaded = naming.loc[naming["loaded"].astype(bool)].groupby(["outlet", "concept", "scope"])["n"]
    counted = shares.set_index(["outlet", "concept", "scope"])["n"]
    for key, count in loaded.sum().items():
        assert counted[key] == count


@pytest.mark.slow
@repeatable
@given(rows=namings, shuffler=st.randoms(use_true_random=False))
def test_order_of_mentions_is_nothing(build, rows, shuffler):
    """The same mentions in another order give the same tables."""
    mixed = list(rows)
    shuffler.shuffle(mixed)
    one, two = compare(analysis_of(build, rows)), compare(analysis_of(build, mixed))
    for name, table in one.tables.items():
        pd.testing.assert_frame_equal(table, two.tables[name])
    assert one.primary == two.primary


@pytest.mark.slow
@repeatable
@given(rows=namings)
def test_exchanging_two_parties_exchanges_their_indices(build, rows):
    """S of one party becomes S of the other, so their difference negates."""
    exchange = dict(zip(PARTIES, PARTIES[::-1], strict=True))
    here = compare(analysis_of(build, rows)).targets
    there = compare(analysis_of(build, rows, exchange)).targets
    keys = ["outlet", "target", "scope"]
    swapped = there.assign(target=[exchange[name] for name in there["target"]])
    pd.testing.assert_frame_equal(
        here.sort_values(keys, ignore_index=True),
        swapped.sort_values(keys, ignore_index=True),
        check_dtype=False,
    )


@pytest.mark.slow
@repeatable
@given(rows=namings)
def test_differences_lie_within_bounds_and_negate(build, rows):
    """Shares and differences stay within bounds; the reference's side negates them."""
    pairs = compare(analysis_of(build, rows)).differences
    known = pairs.dropna(subset=["difference"])
    assert known["difference"].between(-1, 1).all()
    shares = known["share_a"].loc[known["measure"] != "lean"].dropna()
    assert shares.between(0, 1).all()
    assert (known["events"] <= len(EVENTS)).all()
    against = compare(analysis_of(build, rows), reference="Herald").differences
    columns = ["lexicon", "concept", "variant", "measure", "scope"]
    mine = known.query("kind == 'pair' and outlet_a == 'Herald' and outlet_b == 'Wire'")
    theirs = against.query("outlet_a == 'Wire'").dropna(subset=["difference"])
    merged = mine.merge(theirs, on=columns, suffixes=("", "_back"))
    assert len(merged) == len(mine) == len(theirs)
    for row in merged.itertuples():
        sign = 1 if row.measure == "naming choice" else -1
        assert row.difference == pytest.approx(sign * row.difference_back)
