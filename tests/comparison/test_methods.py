"""The methods paragraph says all that a reader of a paper has to know."""

from __future__ import annotations

import pandas as pd
import pytest

import framing
from framing.comparison import compare
from framing.events import group_events, with_events
from framing.statistics.exchanges import DRAWS, REDRAWS
from framing.values import Article

WORDS = {"Ash": "rebels", "Birch": "terrorists"}


def news(events, **more):
    """One article of both outlets on each event."""
    return framing.read_articles(
        pd.DataFrame(
            [
                {"id": f"{outlet}{n}", "event": f"e{n}", "outlet": outlet,
                 "text": f"The {word} met at {n + 1} o'clock. Rain fell.", **more}
                for n in range(events)
                for outlet, word in WORDS.items()
            ]
        )
    )  # fmt: skip


def told(articles, **options):
    """Return the paragraph without its references."""
    found = compare(framing.analyze(articles, "armed-groups", sentiment=False), **options)
    return found.methods_text().split("References")[0]


def test_sides_units_events_and_what_stands_outside():
    """Sides by name, the outlets in them, events, and the share of articles in none."""
    rows = [
        Article(a.id, outlet=a.outlet, event=None if n < 3 else a.event, text=a.text,
                meta={"leaning": "left" if a.outlet == "Ash" else "right"})
        for n, a in enumerate(news(8))
    ]  # fmt: skip
    text = told(framing.read_articles(pd.DataFrame(
        [{"id": r.id, "outlet": r.outlet, "event": r.event, "text": r.text, **r.meta}
         for r in rows])), by="leaning")  # fmt: skip
    assert "We compared 16 articles of 2 leanings (of 2 outlets) on 7 events" in text
    assert "The leanings are left and right." in text
    assert "3 articles (19%) belong to no event" in text


def test_draws_family_seed_and_reader():
    """How often was drawn, what the family is, and how often the reader of voices errs."""
    text = told(news(8), seed=7)
    assert f"by {DRAWS:,} draws above, {REDRAWS:,} where none of these reached it" in text
    assert "The family of a scope are the concepts and contrasts that could differ (1 in" in text
    assert "The random seed was 7." in text
    assert "of what it read as own was" in text


def test_what_stands_beside_a_result_is_explained():
    """Whole outlets exchanged where sides pool them, and the bound of misreading where it is."""
    assert "whole outlets were exchanged" not in told(news(8))
    rows = [
        {"id": f"{side}{k}{n}", "event": f"e{n}", "outlet": f"{side}{k}", "leaning": side,
         "text": f"The {WORDS[side]} met at {n + 1} o'clock, {side}{k} heard. Ida Holm said that "
                 f"the {WORDS[side]} had left."}
        for n in range(6) for side in WORDS for k in range(4)
    ]  # fmt: skip
    text = told(framing.read_articles(pd.DataFrame(rows)), by="leaning", copies="all")
    assert "whole outlets were exchanged between the sides as well, if each has 4 or more" in text
    assert "What misreading of voices alone could make is" in text


def test_what_articles_are_matched_on_has_its_own_name():
    """Compared within months, months are matched, weighted and exchanged; no event is spoken of."""
    table = pd.DataFrame(
        [{"id": a.id, "outlet": a.outlet, "text": a.text, "month": a.event} for a in news(8)]
    )
    table.loc[0, "month"] = None
    found = compare(
        framing.analyze(framing.read_articles(table), "armed-groups", sentiment=False),
        within="month",
    )
    text = found.methods_text().split("References")[0]
    assert "naming choice, matched on month and concept" in text
    assert "For each month and concept, the difference" in text
    assert "under 6 matched months" in text
    assert "event" not in text
    (note,) = (note for note in found.notes if note.startswith("Articles without month"))
    assert "framing events" not in note


def test_how_events_were_made():
    """Given, or grouped at a threshold within some days; a hand-corrected table says so."""
    assert "Events were given with the articles" in told(news(8))
    blank = framing.Articles([Article(a.id, outlet=a.outlet, text=a.text) for a in news(8)])
    assert "none has a value of event" in told(blank)
    assert "Events were given" not in told(blank)
    table = group_events(blank, threshold=0.07, days=2)
    grouped = with_events(blank, table)
    assert any(article.event for article in grouped)
    text = told(grouped)
    assert "0.07" in text
    assert "2" in text.split("0.07")[1][:40]


def test_a_column_of_one_s_own_is_called_a_group():
    """A name that is no word is not made one: groups by topicmonth, not topicmonths."""
    articles = news(8, topicmonth="trade 2020-01")
    found = compare(framing.analyze(articles, "armed-groups", sentiment=False), within="topicmonth")
    said = " ".join([found.question, found.methods_text(), *map(str, found.findings())])
    assert "topicmonths" not in said
    assert "this group by topicmonth" in said


def test_running_stories_are_told():
    """Whose column the stories come from, how many they are, and that they are exchanged."""
    articles = news(12, story="siege")
    rows = [
        {"id": a.id, "outlet": a.outlet, "event": a.event, "text": a.text,
         "story": f"s{int((a.event or 'e0')[1:]) // 2}"}
        for a in articles
    ]  # fmt: skip
    text = told(framing.read_articles(pd.DataFrame(rows)))
    assert "they are of 6 running stories, given as a column" in text
    assert "exchanging the sides of whole stories" in text
    assert "bootstrap draws of stories" in text


def test_how_low_adjusted_values_can_get(build, monkeypatch):
    """Where a family is too large to be drawn anew, the paragraph says how far its values reach."""
    articles, rows = [], []
    for event in range(30):
        for outlet, variant in (("Ash", "plain"), ("Birch", "harsh")):
            article = Article(f"{outlet}{event}", outlet=outlet, event=f"e{event}", text="x y")
            articles.append(article)
            rows += [build.mention(article, variant, concept=name) for name in ("troops", "camp")]
    analysis = build.analysis_of(articles, rows)
    assert "cannot fall below" not in compare(analysis).methods_text()
    monkeypatch.setattr("framing.statistics.stepdown.REDRAWN_UP_TO", 10)
    found = compare(analysis)
    by_concept = found.declared.loc[found.declared["concept"].notna(), "p_adjusted"]
    assert by_concept.min() == pytest.approx(1 / (DRAWS + 1))
    assert "their adjusted p-values cannot fall below 0.0001" in found.methods_text()
