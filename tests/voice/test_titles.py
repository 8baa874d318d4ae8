"""Whom a title names beside a colon is told from who speaks in the article's text."""

from __future__ import annotations

import pytest

from framing.articles.layout import documents
from framing.values import Article
from framing.voice import RulesReader

TEXT = "The port was shut. Lia Ambrose said the men had gone."


def speaker_of(title: str, text: str = TEXT) -> str | None:
    """Return whose words the title is said to hold, read together with the text."""
    cut = documents(Article(id="a", title=title, text=text))
    readings = RulesReader().read_all(cut)
    place = next(at for at, document in enumerate(cut) if document.field == "title")
    return next((one.speaker for one in readings[place].attributions), None)


@pytest.mark.parametrize(
    "title",
    ["Ambrose: The port is a prison", "The port is a prison – Ambrose"],
)
def test_a_title_names_one_who_speaks_in_the_text(title: str) -> None:
    """A last name beside a colon or a dash is a speaker where it speaks in the text."""
    assert speaker_of(title) == "Ambrose"


@pytest.mark.parametrize(
    "title", ["Osk: The port is a prison", "The port is a prison – Osk", "Ambrose leaves the port"]
)
def test_a_title_names_nobody_else(title: str) -> None:
    """A name that speaks nowhere in the text is a topic, and a name without a mark says nothing."""
    assert speaker_of(title) is None


def test_a_title_takes_no_speaker_from_another_article() -> None:
    """Who speaks in another article of the same batch is no speaker of this one's title."""
    other = documents(Article(id="b", title="Ports", text=TEXT))
    mine = documents(Article(id="a", title="Ambrose: Rebels left the port", text="It was quiet."))
    readings = RulesReader().read_all([*other, *mine])
    place = len(other) + next(at for at, one in enumerate(mine) if one.field == "title")
    assert readings[place].attributions == ()
