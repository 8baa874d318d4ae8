"""Running stories: which events belong together, and which stay apart."""

from __future__ import annotations

import itertools

import pytest

from framing.events.stories import linked_stories
from framing.values import Article

PLACES = ("Tarn dam", "Orlan ferry", "Brel strike", "Kest fair", "Morn quarry", "Vell bridge")
TURNS = ("opens", "closes early", "stands still", "gets new owners")
FACTS = ("{0}son", "{0}ville", "Port {0}", "{0}berg Mines", "Lake {0}mere")


def told(days, *, places=PLACES, turns=TURNS):
    """Articles of one event a place and turn, `days` apart in each place."""
    return [
        Article(f"{place} {turn}", date=f"2020-{1 + days * n // 28:02}-{1 + days * n % 28:02}",
                title=f"{place} {turn}",
                text=" and ".join(f.format(place[:4]) for f in FACTS) + f" saw it: {place} {turn}.")
        for place in places
        for n, turn in enumerate(turns)
    ]  # fmt: skip


def stories_of(articles, **more):
    """Each article is an event of its own."""
    return linked_stories(articles, {a.id: a.id for a in articles}, **more)


def test_events_of_one_place_within_days_are_one_story():
    """Four turns of the dam within weeks are one story, and the ferry's another."""
    found = stories_of(told(5))
    assert len(set(found.values())) == len(PLACES)
    for place, (first, later) in itertools.product(PLACES, itertools.combinations(TURNS, 2)):
        assert found[f"{place} {first}"] == found[f"{place} {later}"]


def test_events_far_apart_are_no_story():
    """After three weeks without news a story has ended."""
    found = stories_of(told(21))
    assert len(set(found.values())) == len(found)


def test_events_without_a_date_stay_apart():
    """Without dates nothing says that one event followed the other."""
    undated = [Article(a.id, title=a.title, text=a.text) for a in told(5)]
    assert len(set(stories_of(undated).values())) == len(undated)


def test_the_words_that_are_compared_link_nothing():
    """Two strikes are not one story for the word whose choice is measured."""
    news = [
        Article("a", date="2020-01-01", text="Quill, Rusk, Sorn and Tavel walkout spread."),
        Article("b", date="2020-01-02", text="A walkout of Quill, Rusk, Sorn, Tavel began."),
        *told(30, turns=TURNS[:1]),
    ]
    assert stories_of(news)["a"] == stories_of(news)["b"]
    apart = stories_of(news, without=["Walkout"])
    assert apart["a"] != apart["b"]


def test_a_phrase_that_comes_again_makes_no_story():
    """Events told in the same few words, of other people and places, stay apart."""
    news = [
        Article(f"{n}", date=f"2020-01-{n + 1:02}", text=f"{place} {TURNS[n % 4]}. Rain fell late.")
        for n, place in enumerate(PLACES)
    ]
    assert len(set(stories_of(news).values())) == len(news)


def test_the_order_of_the_articles_changes_nothing():
    """A story bears the name of its first event, whoever is read first."""
    news = told(5)
    assert stories_of(news) == stories_of(news[::-1])


@pytest.mark.parametrize("texts", [[], ["One."], ["...", "..."]])
def test_few_or_empty_texts(texts):
    """Nothing to link is no error."""
    news = [Article(str(n), date="2020-01-01", text=text) for n, text in enumerate(texts)]
    assert stories_of(news) == {a.id: a.id for a in news}
