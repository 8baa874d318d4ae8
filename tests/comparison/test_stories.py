"""Running stories without a column are exchanged whole, where enough of them are left."""

from __future__ import annotations

import itertools

import numpy as np

from framing.analysis import open_analysis
from framing.comparison import compare
from framing.values import Article

NAMES = ("Tarn", "Orlan", "Brel", "Kest", "Morn", "Vell", "Quill", "Sorn")


def followed(build, stories, *, turns=3, dated=True):
    """Make stories of some events, three days apart: A always harsh, B always plain."""
    articles, mentions = [], []
    for story, turn, (outlet, word) in itertools.product(
        NAMES[:stories], range(turns), (("A", "harsh"), ("B", "plain"))
    ):
        text = f"{story} {story}ville {story}berg {story}mouth {story}ford: {turn}"
        article = Article(
            f"{story}{turn}{outlet}", outlet=outlet, event=f"{story} {turn}", text=text,
            date=f"2020-01-{1 + 3 * turn:02}" if dated else None,
        )  # fmt: skip
        articles.append(article)
        mentions.append(build.mention(article, word))
    return build.analysis_of(articles, mentions)


def test_events_of_one_story_change_sides_together(build):
    """Of 24 events in eight stories p is that of eight units, and that of 24 stands beside."""
    found = compare(followed(build, 8))
    row = found.ranked().iloc[0]
    assert found.material.story_rule == "linked"
    assert (row["events"], row["nonzero_events"]) == (24, 8)
    assert row["p_value"] == row["smallest_p"] == 2 / 2**8
    assert row["p_events"] < 0.0002
    assert row["difference"] == 1
    details = str(found.findings(details=True)[0])
    assert "Events of one running story were exchanged together" in details


def test_too_few_stories_leave_events_apart_and_say_so(build):
    """Nine events of three stories: a test of nine, and a note that it may be too sure."""
    found = compare(followed(build, 3))
    row = found.ranked().iloc[0]
    assert found.material.stories is None
    assert row["p_value"] == row["smallest_p"] == 2 / 2**9
    assert any("look like 3 running stories" in note for note in found.notes)


def test_a_column_wins(build):
    """A column `story` decides, whatever the texts say."""
    analysis = followed(build, 8)
    for article in analysis.articles:
        article.meta["story"] = article.event
    found = compare(analysis)
    assert found.material.story_rule == "column"
    assert found.ranked().iloc[0]["nonzero_events"] == 24


def test_without_dates_events_stay_apart(build):
    """Nothing is linked that is not known to be near in time."""
    found = compare(followed(build, 8, dated=False))
    assert (found.material.story_rule, found.material.stories) == ("none", None)
    assert np.isnan(found.ranked().iloc[0]["p_events"])


def test_stories_stay_where_texts_are_left_out(build, tmp_path):
    """A folder without texts names the stories that were found by them, and how."""
    found = compare(followed(build, 8))
    again = compare(open_analysis(found.save(tmp_path / "free", text=False)))
    assert not again.analysis.has_texts
    assert again.material.story_rule == "linked"
    assert again.ranked().iloc[0]["p_value"] == found.ranked().iloc[0]["p_value"]
    lost = ", which could not be looked for without the texts"
    told = again.methods_text().replace(lost, "").split("SHA-256")[-1]
    assert told == found.methods_text().split("SHA-256")[-1]
