"""What pairs lead to one another is one group."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from framing.articles.connecting import connected


@pytest.mark.parametrize("seed", range(20))
def test_groups_are_connected_components(seed: int) -> None:
    """Those of SciPy, each with the number of its first member."""
    drawn = np.random.default_rng(seed)
    size, pairs = int(drawn.integers(1, 60)), int(drawn.integers(0, 60))
    left, right = drawn.integers(0, size, pairs), drawn.integers(0, size, pairs)
    graph = coo_matrix((np.ones(pairs), (left, right)), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    first = [int(np.flatnonzero(labels == label)[0]) for label in labels]
    assert connected(left, right, size).tolist() == first


def test_a_long_chain_takes_few_rounds() -> None:
    """Doubling what each round reaches, so that 200,000 links in any order are one group soon."""
    order = np.random.default_rng(1).permutation(200_000)
    assert not connected(order[:-1], order[1:], len(order)).any()
