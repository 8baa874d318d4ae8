"""Parties and outlets are treated alike: exchanging their names changes no decision."""

import re

import pytest

from framing.articles.layout import documents
from framing.values import Article, Decision
from framing.voice import decide, read_voice

from .cases import CASES

TEXTS = [case.text for case in CASES]
PAIRS = [
    ("Brandt", "Venn"),
    ("Israel", "Iran"),
    ("Democrats", "Republicans"),
    ("Politico", "Breitbart"),
    ("Hamas", "Likud"),
]


def exchange(text: str, one: str, other: str) -> str:
    """Return the text with two names exchanged."""
    names = {one: other, other: one}
    return re.sub(rf"\b(?:{one}|{other})\b", lambda m: names[m.group()], text)


def decide_all(text: str) -> list[Decision]:
    """Decide the voice of every word of a text."""
    document = documents(Article(id="x", text=text, title="Untitled piece"))[0]
    words = [m.span() for m in re.finditer(r"\w+", text)]
    reading = read_voice(document)
    return [d._replace(attribution=None) for d in decide(reading, words)]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_names_exchanged(one: str, other: str) -> None:
    """Every crafted sentence keeps its decisions when two parties or outlets change places."""
    checked = 0
    for written in TEXTS:
        text = written.replace("Brandt", one).replace("Venn", other)
        exchanged = exchange(text, one, other)
        if exchanged == text:
            continue
        before, after = decide_all(text), decide_all(exchanged)
        assert [d.voice for d in before] == [d.voice for d in after], text
        assert [d.rule for d in before] == [d.rule for d in after], text
        checked += 1
    assert checked > 50
