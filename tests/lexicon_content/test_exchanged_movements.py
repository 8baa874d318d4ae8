"""Movements and parties exchanged by the words for them: their targets are exchanged, with sign."""

from __future__ import annotations

from collections import Counter

import pytest

from framing import Article, analyze

_Side = tuple[str, str]  # words for some people, and who they are said to be
_PAIRS: list[tuple[_Side, _Side, int]] = [
    (
        ("pro-life activists", "the movement against abortion"),
        ("pro-choice activists", "the movement for abortion rights"),
        1,
    ),
    (
        ("anti-choice activists", "the movement against abortion"),
        ("pro-abortion activists", "the movement for abortion rights"),
        -1,
    ),
    (
        ("gun nuts", "those for gun rights"),
        ("gun grabbers", "the movement for stricter gun laws"),
        -1,
    ),
    (
        ("climate deniers", "those who doubt climate change"),
        ("eco-zealots", "the climate movement"),
        -1,
    ),
    (("radical Democrats", "Democrats"), ("radical Republicans", "Republicans"), -1),
    (("left-wing media", "media on the left"), ("right-wing media", "media on the right"), -1),
]
_SENTENCES = (
    "The AA marched past the BB.",
    "The AA were feared by the BB.",
    "Nobody admires the BB as the AA do.",
    "The AA, who had met some BB, left early.",
    "No AA came, and the BB stayed away.",
    "Mayor lets AA in, keeps BB out",
    "She spoke to the AA of the BB.",
)


def _targets(text: str) -> Counter[tuple[str, int]]:
    mentions = analyze([Article("a", "A", None, "2022-06-01", "", text=text)], sentiment=False)
    return Counter(
        (each["target"], each["direction"])
        for row in mentions.mentions.itertuples()
        for each in row.bindings
        if each["target"] and each["direction"]
    )


@pytest.mark.parametrize("sentence", _SENTENCES)
@pytest.mark.parametrize("pair", _PAIRS, ids=[f"{a[0]} / {b[0]}" for a, b, _ in _PAIRS])
def test_exchanged_movements_exchange_their_targets(
    pair: tuple[_Side, _Side, int], sentence: str
) -> None:
    """Either side is told with the same sign, wherever it stands and whichever it is."""
    (one, first), (other, second), sign = pair
    wanted = Counter({(first, sign): 1, (second, sign): 1})
    for words in ((one, other), (other, one)):
        assert _targets(sentence.replace("AA", words[0]).replace("BB", words[1])) == wanted
