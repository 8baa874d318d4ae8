"""Sentiment: pooled over spans, own and quoted text apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from framing.stance.sentiment import Sentiment, sentiment, voice_sentiment
from framing.values import Attribution, Document, Reading


def test_words_are_pooled_over_spans() -> None:
    """The figure is the mean over assessed words, not over spans."""
    text = "A terrible, terrible storm. An excellent harvest."
    assert sentiment(text, [(0, 27), (28, 49)]) == Sentiment(
        pytest.approx(-1 / 3), pytest.approx(1.0), 3
    )


def test_nothing_assessed_is_missing() -> None:
    """Without an assessed word there is no figure, rather than zero."""
    assert sentiment("The car stood there.", [(0, 20)]) == Sentiment(None, None, 0)


def test_own_and_quoted_text_are_apart(document_of: Callable[..., Document]) -> None:
    """Praise inside a quotation is the speaker's, blame outside it the outlet's."""
    text = "“An excellent plan,” said Ruiz of the terrible road."
    said = Attribution(
        "direct", "Ruiz", None, "named", "said", "neutral", (26, 30), (21, 25),
        ((0, 20),), "trailing",
    )  # fmt: skip
    found = voice_sentiment([(document_of(text), Reading((said,), (), ((0, 20),)))])
    assert found["quoted"].polarity == 1.0
    assert found["own"].polarity == -1.0


def test_boilerplate_is_not_assessed(document_of: Callable[..., Document]) -> None:
    """Boilerplate adds nothing to either figure."""
    document = document_of("An excellent offer.", zone="boilerplate")
    assert voice_sentiment([(document, Reading((), (), ()))])["own"].n == 0
