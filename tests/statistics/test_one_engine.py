"""One engine: one module draws what tests exchange, and one counts what the exchanges reach."""

from __future__ import annotations

import importlib
import pkgutil
from types import CodeType, FunctionType

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_matrix

import framing.comparison
import framing.passages
import framing.statistics
from framing.statistics import (
    NamingCounts,
    RateCounts,
    choice_tests,
    naming_choice,
    outlet_test,
    rate_tests,
    sign_flip_test,
)
from framing.statistics import tally as counting
from framing.statistics.swaps import WordCounts, swap_p_values

DRAWING = {"default_rng", "RandomState", "shake_128", "Random"}
NO_TESTS = {
    "intervals": "samples of events, for the ends of intervals",
    "eventsneeded": "invented events to plan with",
    "designed": "halves of the stories, for tuning",
}


def counted(events):
    """Four outlets a side name a thing, each side by its own name but for the first event."""
    event, outlet = (places.ravel() for places in np.indices((events, 8)))
    side = outlet // 4
    return NamingCounts(
        event, side, outlet, np.where(event, side, 1 - side), np.ones(len(event)), np.zeros(2, int),
        tuple(f"e{at}" for at in range(events)), direction=np.array([-1.0, 1.0]),
    )  # fmt: skip


def rated(events):
    """One side hedges in every event but the first, the other in that alone."""
    event, side = (places.ravel() for places in np.indices((events, 2)))
    return RateCounts(
        event, side, np.zeros(len(event), int), np.where(event, 1.0 - side, side),
        np.full(len(event), 9.0),
        tuple(f"e{at}" for at in range(events)),
    )  # fmt: skip


def written(events):
    """Two terms, each one side's."""
    texts = csr_matrix(np.tile([[5.0, 1.0], [1.0, 5.0]], (events, 1)))
    event = np.repeat(np.arange(events), 2)
    return WordCounts(
        texts, np.full((2 * events, 1), 6.0), np.zeros(2, int), event,
        np.tile([True, False], events), np.ones(2), np.array([2.0]),
    )  # fmt: skip


def flipped(events):
    """Count the loaded namings of two outlets, of which the second has more in one event."""
    rows = [(f"e{at}", name, 3 * ((name == "A") == (at > 0)), 4) for at in range(events)
            for name in "AB"]  # fmt: skip
    return pd.DataFrame(rows, columns=["event", "outlet", "loaded", "total"])


TESTS = {
    "naming choice": lambda n: (
        naming_choice([[1, 0]] * (n - 1) + [[0, 1]], [[0, 1]] * (n - 1) + [[1, 0]]).p_value
    ),
    "every measure": lambda n: choice_tests(counted(n), [(0, 1)])["p_value"].iloc[0],
    "rates": lambda n: rate_tests(rated(n), [(0, 1)])["p_value"].iloc[0],
    "loaded shares": lambda n: sign_flip_test(flipped(n)).p_value,
    "whole outlets": lambda n: outlet_test(counted(n), (0, 1)).p_units,
    "words": lambda n: swap_p_values(written(n))[0],
}


@pytest.mark.parametrize("events", [8, 20])
@pytest.mark.parametrize("name", TESTS)
def test_every_p_value_is_counted_by_the_one_tally(monkeypatch, name, events):
    """Whether exchanges are listed or drawn: with another way of counting, all p-values change."""
    assert 0 < TESTS[name](events) < 1

    def another(reached, exchanges, *, exact):
        return np.full(np.shape(reached), 0.04321)

    monkeypatch.setattr(counting, "p_of", another)
    assert TESTS[name](events) == 0.04321


def names_used(code):
    """Names that a function's code asks for, and those of the functions inside it."""
    inner = [names_used(part) for part in code.co_consts if isinstance(part, CodeType)]
    return set(code.co_names).union(*inner)


def modules():
    """Every module of the rooms that compare."""
    for room in (framing.statistics, framing.comparison, framing.passages):
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            yield importlib.import_module(found.name)


def test_no_other_module_draws_for_a_test():
    """Random numbers come from `exchanges`; a few others draw, for what is no test."""
    drawing = set()
    for module in modules():
        held = [value for value in vars(module).values() if isinstance(value, type)]
        own = [vars(module), *(vars(kind) for kind in held if kind.__module__ == module.__name__)]
        for value in (each for place in own for each in place.values()):
            function = getattr(value, "__wrapped__", getattr(value, "__func__", value))
            mine = isinstance(function, FunctionType) and function.__module__ == module.__name__
            if mine and names_used(function.__code__) & DRAWING:
                drawing.add(module.__name__.rpartition(".")[2])
    assert drawing == {"exchanges", *NO_TESTS}
