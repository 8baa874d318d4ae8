"""The reader does in each kept sentence what it did: who, how, and which words."""

from __future__ import annotations

import pytest

from .readings import found_in, kept

KEPT = kept()


@pytest.mark.parametrize("sentence", KEPT, ids=[sentence[:60] for sentence in KEPT])
def test_reads_as_before(sentence: str) -> None:
    """What is found in the sentence is what ``readings.txt`` says; see `readings` to renew it."""
    assert found_in(sentence) == KEPT[sentence]
