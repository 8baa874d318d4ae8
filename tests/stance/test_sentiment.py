"""Sentiment: pooled over spans, own and quoted text apart."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from textblob import TextBlob

from framing.stance.sentiment import Sentiment, assessments, sentiment, voice_sentiment
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


@pytest.mark.parametrize(
    "text",
    [
        "The troops left the base on Monday.",
        "A very good, not at all bad-tempered and honest-to-god plan!",
        "Nothing here (!)",
        "It was grim :-( 8 )",
        "“Bad”—and ‘worse’, the 1st and 20th_good time",
        "xD o . O ♥",
        "",
    ],
)
def test_a_text_reads_as_textblob_itself_reads_it(text: str) -> None:
    """Leaving out texts without a known word changes no figure of TextBlob's own."""
    whole = TextBlob(text).sentiment_assessments.assessments
    found = sentiment(text, [(0, len(text))])
    assert found.n == len(whole)
    assert found.polarity == (
        pytest.approx(sum(one[1] for one in whole) / len(whole)) if whole else None
    )


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_shortened_not_negates_as_the_whole_word_does(mark: str) -> None:
    """What "isn’t" stands before is blame, as after "is not", and no word after it is lost."""
    short, whole = f"It isn{mark}t great. It is not bad.", "It is not great. It is not bad."
    assert sentiment(short, [(0, 16), (16, 31)]) == sentiment(whole, [(0, 16), (16, 31)])
    assert sentiment(f"ISN{mark}T great", [(0, 11)]).polarity == pytest.approx(-0.4)
    assert [short[at:][:3] for at, _ in assessments(short)] == ["gre", "bad"]
    assert sentiment(f"A can{mark}t and a cant.", [(0, 18)]).n == 0


def test_textblob_is_loaded_without_the_rest_of_it() -> None:
    """Assessing loads neither NLTK nor scipy.stats, and TextBlob can be imported whole after it."""
    script = (
        "import sys\n"
        "from framing.stance.sentiment import assessments\n"
        "found = assessments('A very good day')\n"
        "assert not {'nltk', 'sklearn', 'scipy.stats', 'textblob'} & set(sys.modules)\n"
        "import textblob\n"
        "whole = textblob.TextBlob('A very good day').sentiment_assessments.assessments\n"
        "assert found == [(7, whole[0][1])]\n"
        "assert textblob.en.suggest('bok')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
