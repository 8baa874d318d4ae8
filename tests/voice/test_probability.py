"""Probability of own: counts of coders, drawn toward the level above."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import SettingsError
from framing.voice import Seen, fit_own_rates, is_uncertain, own_interval, own_rates

OWN, SAID = Seen("own", "own"), Seen("attributed", "leading-that", "speech", "neutral", "late")
words = st.sampled_from(("own", "quoted", "trailing", "speech", "late", ""))
seen = st.builds(Seen, words, words, words, words, words)


def test_a_share_is_drawn_toward_the_level_above() -> None:
    """Three decisions of a rule say less than the thirty of its voice."""
    coded = [(SAID, False)] * 30 + [(SAID._replace(rule="trailing"), True)] * 3
    rates = fit_own_rates(coded)
    rare = rates.probability(SAID._replace(rule="trailing"))
    assert rates.probability(SAID) < rare < 0.6


def test_the_exact_share() -> None:
    """Each level is (own + s·above)/(n + s): two levels by hand, with s = 1."""
    rates = fit_own_rates([(Seen("own"), True), (Seen("quoted"), False)], strength=1)
    whole = (1 + 0.5) / (2 + 1)
    share = (1 + whole) / 2
    for _ in range(3):  # rule, class and place: the same counts again
        share = (1 + share) / 2
    assert rates.probability(Seen("own")) == pytest.approx(share)


@given(st.lists(st.tuples(seen, st.booleans()), max_size=30), seen)
def test_a_probability_is_one_whatever_was_counted(
    coded: list[tuple[Seen, bool]], asked: Seen
) -> None:
    """It lies strictly between 0 and 1, and the counts survive being written and read."""
    rates = fit_own_rates(coded)
    assert 0 < rates.probability(asked) < 1
    assert own_rates(rates.to_json()).probability(asked) == rates.probability(asked)


def test_the_shipped_rates_tell_own_from_reported() -> None:
    """What reads own is more likely own than what reads attributed or quoted."""
    shipped = own_rates()
    assert shipped.probability(OWN) > 0.75 > 0.25 > shipped.probability(SAID)
    assert not is_uncertain(shipped.probability(OWN))
    assert shipped.support(OWN) > 50


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"strength": 0, "cells": {}}', '{"strength": 1, "cells": {"all": [3, 2]}}'],
)
def test_what_holds_no_rates_is_refused(text: str) -> None:
    """A file that no command wrote is named, with what writes one."""
    with pytest.raises(SettingsError, match=r"mine\.json"):
        own_rates(text, name="mine.json")


def test_own_words_of_some_namings_have_an_interval() -> None:
    """What is likely own adds up; the interval is wider where fewer coded namings stand behind."""
    rows = [{"voice": "own", "rule": "own", "p_own": 0.9}] * 10
    few = fit_own_rates([(Seen("own", "own"), True)] * 5)
    many = fit_own_rates([(Seen("own", "own"), True)] * 500)
    expected, low, high = own_interval(rows, few)
    assert expected == pytest.approx(9)
    assert low < expected < high <= 10
    assert own_interval(rows, many)[1] > low


def test_the_interval_is_wider_where_few_decisions_tell() -> None:
    """The rates given are asked for their support, not those that ship."""
    row = {"voice": "own", "rule": "own", "p_own": 0.5}
    few, many = (fit_own_rates([(OWN, True), (OWN, False)] * count) for count in (1, 5000))
    spans = [
        high - low for _, low, high in (own_interval([row] * 9, rates) for rates in (few, many))
    ]
    assert spans[0] > 1.1 * spans[1]
