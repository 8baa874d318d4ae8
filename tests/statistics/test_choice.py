"""Naming choice: the exact values, brute force, what may change a p-value and what may not."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.errors import ComparisonError
from framing.statistics import (
    NamingCounts,
    choice_tests,
    effective_counts,
    misreading_bound,
    naming_choice,
    naming_weights,
)

repeatable = settings(max_examples=60, deadline=None, derandomize=True)


def digits(text):
    """Read counts of one article each: '200,110' are three variants in two events."""
    return np.array([[int(c) for c in event] for event in text.split(",")])


def turned(of, events=6):
    """Name one thing x against y, in some of the events the other way round."""
    x, y = [1, 0], [0, 1]
    return [y] * of + [x] * (events - of), [x] * of + [y] * (events - of)


MIXED = digits("200,110,001,300,101,100"), digits("020,010,011,120,030,001")
HEAVY = np.array([[0, 60]] + [[1, 0]] * 5), np.array([[60, 0]] + [[0, 1]] * 5)


@pytest.mark.parametrize(
    ("of", "t", "p", "d", "chance_off"),
    [
        (0, 6, 2 / 64, 1, 1),
        (1, 2.6667, 14 / 64, 0.6667, 0.5774),
        (2, 0.6667, 44 / 64, 0.3333, 0),
        (3, 0, 1, 0, 0),
    ],
)
def test_six_events_some_of_them_turned_round(of, t, p, d, chance_off):
    """T, p, D and D* where both always write one word, and none to three events are turned."""
    found = naming_choice(*turned(of))
    assert found.statistic == pytest.approx(t, abs=5e-5)
    assert found.p_value == p
    assert found.raw_difference == pytest.approx(d, abs=5e-5)
    assert found.difference == pytest.approx(chance_off, abs=5e-5)
    assert (found.n_events, found.smallest_p) == (6, 2 / 64)


def test_three_variants_raw_and_effective():
    """The worked example: T 3.7901, D .6988, D* .6663; effective 3.8354, .6579, .6216."""
    raw = naming_choice(*MIXED)
    worth = naming_choice(*(effective_counts(side) for side in MIXED))
    for found, expected in ((raw, (3.7901, 0.6988, 0.6663)), (worth, (3.8354, 0.6579, 0.6216))):
        assert (found.statistic, found.raw_difference, found.difference) == pytest.approx(
            expected, abs=5e-5
        )
        assert found.p_value == 2 / 64


def test_one_large_event_turned_round():
    """Sixty against sixty and five single namings: nothing is left of D once chance is off."""
    found = naming_choice(*(effective_counts(side) for side in HEAVY))
    assert found.statistic == pytest.approx(0.5990, abs=5e-5)
    assert found.p_value == 34 / 64
    assert found.raw_difference == pytest.approx(0.3443, abs=5e-5)
    assert found.difference == 0


tables = st.integers(2, 4).flatmap(
    lambda v: st.lists(
        st.tuples(
            st.lists(st.integers(0, 3), min_size=v, max_size=v),
            st.lists(st.integers(0, 3), min_size=v, max_size=v),
        ),
        min_size=6,
        max_size=9,
    )
)


def brute(a, b):
    """Count every exchange one by one."""
    vectors = []
    for x, y in zip(a, b, strict=True):
        if sum(x) and sum(y):
            w = sum(x) * sum(y) / (sum(x) + sum(y))
            vectors.append([w * (i / sum(x) - j / sum(y)) for i, j in zip(x, y, strict=True)])
    s = np.array(vectors)
    total = (s**2).sum()
    found = [
        ((np.array(signs) @ s) ** 2).sum() / total
        for signs in itertools.product([1, -1], repeat=len(s))
    ]
    return found[0], np.mean([t >= found[0] - 1e-9 for t in found])


@repeatable
@given(tables)
def test_p_value_is_the_share_of_all_exchanges(events):
    """Against every pattern of signs, one by one."""
    a, b = (np.array(side) for side in zip(*events, strict=True))
    try:
        found = naming_choice(a, b)
    except ComparisonError:
        return
    if not found.n_units:
        assert found.p_value == 1
        return
    t, p = brute(a.tolist(), b.tolist())
    assert found.statistic == pytest.approx(t)
    assert found.p_value == pytest.approx(p)


@repeatable
@given(tables, st.randoms(use_true_random=False))
def test_order_of_sides_and_events_changes_nothing(events, shuffler):
    """Exchanging sides or shuffling events keeps T, p and D*."""
    a, b = (np.array(side) for side in zip(*events, strict=True))
    try:
        here = naming_choice(a, b)
    except ComparisonError:
        return
    order = list(range(len(a)))
    shuffler.shuffle(order)
    for there in (naming_choice(b, a), naming_choice(a[order], b[order])):
        assert there.statistic == pytest.approx(here.statistic)
        assert there.p_value == pytest.approx(here.p_value)
        assert there.difference == pytest.approx(here.difference, nan_ok=True)


@pytest.mark.parametrize("events", [6, 7, 12, 14, 15, 17, 40])
def test_always_x_against_always_y_has_the_smallest_p(events):
    """Any six or more events in which one always writes x and the other always y."""
    found = naming_choice(*turned(0, events))
    assert found.p_value == found.smallest_p == max(2.0 ** (1 - events), 1 / 100_000)
    assert found.difference == pytest.approx(1)
    assert (found.low, found.high) == pytest.approx((1, 1))


def test_refusals_say_why():
    """Under six matched events, and where no exchange could be rare."""
    with pytest.raises(ComparisonError, match="not enough matched events: 5 of the 6 needed"):
        naming_choice(*turned(0, 5))
    some = [[1, 0]] * 3 + [[1, 0]] * 4, [[0, 1]] * 3 + [[1, 0]] * 4
    with pytest.raises(ComparisonError, match=r"cannot show a difference: the smallest .* 0.25"):
        naming_choice(*some)


def test_all_ties_are_no_refusal():
    """Both always write the same: p is 1, D* is 0."""
    same = naming_choice([[2, 0]] * 6, [[3, 0]] * 6)
    assert (same.p_value, same.difference, same.statistic) == (1, 0, 0)


def test_bad_counts_are_refused_in_words():
    """Shapes that differ, missing and negative counts, one dimension."""
    with pytest.raises(ComparisonError, match="both need the same events"):
        naming_choice([[1, 0]], [[1, 0, 0]])
    with pytest.raises(ComparisonError, match="missing or negative"):
        naming_choice([[1, np.nan]] * 6, [[1, 0]] * 6)
    with pytest.raises(ComparisonError, match="1 dimensions"):
        naming_choice([1, 2], [1, 2])
    with pytest.raises(ComparisonError, match="from 0 to 1"):
        effective_counts([[1, 2]], rho=1.5)


def test_events_of_one_story_flip_together():
    """Twelve events of six stories give what six events would."""
    a, b = turned(0, 12)
    found = naming_choice(a, b, stories=[f"s{i // 2}" for i in range(12)])
    assert (found.n_events, found.n_units, found.p_value) == (12, 6, 2 / 64)
    with pytest.raises(ComparisonError, match="cannot show"):
        naming_choice(a, b, stories=["one"] * 6 + ["other"] * 6)


def test_weights_of_single_namings_sum_to_effective_counts():
    """The long form and the table agree."""
    weights = naming_weights(["a", "b", "a", "a"])
    assert weights[[0, 2, 3]].sum() == pytest.approx(effective_counts([[3]]).item())
    assert weights[1] == 1


def counts_of(sides, *, concept=(0, 0), events=None, stories=None):
    """Bring tables (events × variants), one a side, into the long form."""
    cells = [
        (event, side, variant, n)
        for side, table in enumerate(sides)
        for event, row in enumerate(table)
        for variant, n in enumerate(row)
        if n
    ]
    event, side, variant, n = (np.array(column) for column in zip(*cells, strict=True))
    names = events or tuple(f"e{i}" for i in range(len(sides[0])))
    return NamingCounts(
        event, side, side, variant, n.astype(float), np.array(concept), names,
        direction=np.resize([-1.0, 1.0], len(concept)), loaded=np.resize([1.0, 0.0], len(concept)),
        stories=stories,
    )  # fmt: skip


def rows_of(table, **wanted):
    """Rows in which the columns have these values."""
    for column, value in wanted.items():
        table = table[table[column] == value]
    return table


@pytest.mark.parametrize(("concepts", "adjusted"), [(2, 0.0615), (3, 0.0909)])
def test_concepts_on_separate_events_are_adjusted_exactly(concepts, adjusted):
    """Two such concepts .0615, three .0909; two give T over both p 4/4096."""
    a = np.kron(np.eye(concepts, dtype=int), np.tile([1, 0], (6, 1)))
    b = np.kron(np.eye(concepts, dtype=int), np.tile([0, 1], (6, 1)))
    counts = counts_of([a, b], concept=np.repeat(np.arange(concepts), 2))
    table = rows_of(choice_tests(counts, [(0, 1)]), measure="naming choice")
    assert table[table["concept"] >= 0]["p_adjusted"].tolist() == pytest.approx(
        [adjusted] * concepts, abs=5e-5
    )
    if concepts == 2:
        assert table[table["concept"] == -1]["p_value"].item() == 4 / 4096
        assert table[table["concept"] == -1]["difference"].item() == pytest.approx(1)


def scattered(events, variants, seed, sides=2):
    """Draw counts without a difference, not the same in any two events."""
    rng = np.random.default_rng(seed)
    return [rng.poisson(1.5, size=(events, variants)) for _ in range(sides)]


def test_a_third_side_changes_no_pairs_p():
    """Its own events and words leave the p-value of the other two as it was, draws included."""
    two = scattered(30, 3, seed=3)
    third = np.vstack([scattered(30, 3, seed=4)[0], scattered(5, 3, seed=5)[0]])
    wider = [np.vstack([side, np.zeros((5, 3), dtype=int)]) for side in two]
    alone = choice_tests(counts_of(two, concept=(0, 0, 0)), [(0, 1)])
    names = tuple(f"e{i}" for i in range(35))
    counts = counts_of([*wider, third], concept=(0, 0, 0), events=names)
    beside = choice_tests(counts, [(0, 2), (0, 1), (1, None)])
    for measure in ("naming choice", "lean", "variant"):
        here = rows_of(alone, measure=measure)["p_value"].tolist()
        assert rows_of(beside, measure=measure, contrast=1)["p_value"].tolist() == here


def test_one_call_gives_what_single_tests_give():
    """T, D* and p of every concept agree with `naming_choice` on its own columns."""
    sides = scattered(10, 6, seed=7)
    table = choice_tests(counts_of(sides, concept=(0, 0, 0, 1, 1, 1)), [(0, 1)])
    for concept in (0, 1):
        mine = [side[:, concept * 3 : concept * 3 + 3] for side in sides]
        single = naming_choice(*mine)
        row = rows_of(table, measure="naming choice", concept=concept).iloc[0]
        for column in ("statistic", "p_value", "difference", "raw_difference", "low", "high"):
            assert row[column] == pytest.approx(getattr(single, column)), column
        assert row["events"] == single.n_events
        assert row["event_share"] == pytest.approx(single.largest_weight)


def test_lean_and_loaded_share_by_hand():
    """L is Σ δ S / Σ w: two words of opposite direction lean twice the difference of shares."""
    table = choice_tests(counts_of(turned(0)), [(0, 1), (1, 0)])
    lean = rows_of(table, measure="lean", concept=0)["difference"].tolist()
    assert lean == pytest.approx([-2, 2])
    loaded = rows_of(table, measure="loaded share", concept=0)["difference"].tolist()
    assert loaded == pytest.approx([1, -1])


def test_a_lone_difference_among_118_concepts_reaches_a_thousandth():
    """From twelve matched events on the family costs a true difference next to nothing."""
    rng = np.random.default_rng(0)
    for events in (12, 40):
        picks = rng.integers(0, 2, size=(2, events, 118))
        sides = [np.stack([1 - pick, pick], axis=2).reshape(events, 236) for pick in picks]
        sides[0][:, :2], sides[1][:, :2] = [1, 0], [0, 1]
        counts = counts_of(sides, concept=np.repeat(np.arange(118), 2))
        table = rows_of(choice_tests(counts, [(0, 1)], draws=2), measure="naming choice")
        family = table[table["concept"] >= 0]
        assert family["p_adjusted"].iloc[0] <= 0.001
        assert not (family["p_adjusted"].iloc[1:] <= 0.05).any()


def test_adjusted_is_never_below_p_and_rises_with_it():
    """Step-down values keep the order of the p-values they adjust."""
    table = choice_tests(counts_of(scattered(20, 12, seed=2), concept=np.arange(12) // 2), [(0, 1)])
    family = rows_of(table, measure="naming choice")
    family = family[family["concept"] >= 0].sort_values("p_value")
    assert (family["p_adjusted"] >= family["p_value"]).all()
    assert family["p_adjusted"].is_monotonic_increasing


def test_few_events_have_a_size_but_no_test():
    """Under six matched events the row stands, with its words and no p-value."""
    table = choice_tests(counts_of(turned(0, 5)), [(0, 1)])
    row = rows_of(table, measure="naming choice", concept=0).iloc[0]
    assert row["note"] == "not enough matched events: 5 of the 6 needed"
    assert row["difference"] == pytest.approx(1)
    assert np.isnan([row["p_value"], row["p_adjusted"], row["low"]]).all()


def test_nothing_in_common_gives_no_rows():
    """Two sides that never name the same concept in one event."""
    sides = [[[1, 0, 0, 0]] * 6, [[0, 0, 1, 0]] * 6]
    table = choice_tests(counts_of(sides, concept=(0, 0, 1, 1)), [(0, 1)])
    assert len(table) == 0


def test_stories_and_events_stand_side_by_side():
    """By story six units; `p_events` says what single events would have said."""
    stories = tuple(f"s{i // 2}" for i in range(12))
    table = choice_tests(counts_of(turned(0, 12), stories=stories), [(0, 1)])
    row = rows_of(table, measure="naming choice", concept=0).iloc[0]
    assert (row["events"], row["live_units"]) == (12, 6)
    assert (row["p_value"], row["p_events"]) == (2 / 64, 2 / 4096)


def test_what_could_have_been_seen_and_was_not():
    """Forty events without a difference put the upper end under the declared margin."""
    pick = np.random.default_rng(5).random((2, 40, 30, 1)) < 0.5
    sides = [np.concatenate([p, ~p], axis=2).sum(axis=1) for p in pick]
    row = rows_of(choice_tests(counts_of(sides), [(0, 1)]), measure="naming choice", concept=0)
    assert row["not_seen"].item()
    assert row["high"].item() < 0.2
    assert not rows_of(choice_tests(counts_of(turned(0)), [(0, 1)]), concept=0)["not_seen"].any()


def test_misreading_alone():
    """A tenth more misread on one side, and words that differ by half: five in a hundred."""
    assert misreading_bound(0.15, 0.05, attributed=0.8, own=0.3) == pytest.approx(0.05)
    assert misreading_bound(0.1, 0.1, attributed=0.8, own=0.3) == 0
