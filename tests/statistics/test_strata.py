"""Codes of strata: looked up in a table, or sorted where they are too large for one."""

from __future__ import annotations

import numpy as np
import pytest

from framing.statistics.strata import in_both, ranked_codes

SIZES = (50, 5_000_000, 30_000_000, 10**12)


def codes_of(size, seed):
    """Return codes below `size`, most of them small, some of them several times."""
    rng = np.random.default_rng(seed)
    codes = np.concatenate([rng.integers(0, min(size, 40), 60), rng.integers(0, size, 20)])
    return rng.permutation(np.concatenate([codes, codes[-10:]]))


@pytest.mark.parametrize("size", SIZES)
def test_codes_are_ranked_as_by_sorting(size):
    """Whatever their size, codes come out rising, each with its place."""
    codes = codes_of(size, 1)
    found, place = ranked_codes(codes)
    expected, where = np.unique(codes, return_inverse=True)
    assert found.tolist() == expected.tolist()
    assert place.tolist() == where.tolist()


@pytest.mark.parametrize("size", SIZES)
def test_strata_of_both_sides_are_found(size):
    """A stratum is kept where both sides have a live row of it, whatever its code."""
    codes = codes_of(size, 2)
    rng = np.random.default_rng(3)
    first, live = rng.random(len(codes)) < 0.5, rng.random(len(codes)) < 0.8
    shared = set(codes[first & live]) & set(codes[~first & live])
    expected = [code in shared for code in codes]
    assert in_both(codes, first, size, live).tolist() == expected
    assert any(expected)
    assert not all(expected)
