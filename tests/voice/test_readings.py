"""The reader does in each kept sentence what it did: who, how, and which words."""

from __future__ import annotations

from eachrow import for_each

from .readings import found_in, kept

KEPT = kept()


@for_each("sentence", KEPT)
def test_reads_as_before(sentence: str) -> None:
    """What is found in the sentence is what ``readings.txt`` says; see `readings` to renew it."""
    assert found_in(sentence) == KEPT[sentence]
