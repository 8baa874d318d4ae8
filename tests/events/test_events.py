"""Grouping articles into events: right, stable, editable, and without a square matrix."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import framing
from framing.articles import Articles
from framing.events import group_events, near_duplicates, with_events
from framing.events.linking import close_pairs, group_labels
from framing.events.maskedtexts import OutletNames
from framing.events.termcounts import TermCounts
from framing.values import Article

FERRY = "The Orlan ferry sank off Tarn Bay with 41 people aboard. Divers searched the wreck."
STRIKE = "Teachers of Brel voted to end their walkout over pay after the ministry raised its offer."
NEWS = Articles(
    [
        Article("a", "Post", None, "2021-03-01", "Ferry sinks off Tarn Bay", text=FERRY),
        Article("b", "Wire", None, "2021-03-02", "Divers reach Orlan ferry", text=FERRY[5:]),
        Article("c", "Post", None, "2021-03-01", "Teachers end walkout", text=STRIKE),
        Article("d", "Wire", None, "2021-03-01", "Brel teachers vote", text=STRIKE[4:]),
        Article(
            "e", "Wire", None, "2021-03-01", "Chess", text="A grandmaster drew at chess again."
        ),
    ]
)


def test_groups() -> None:
    """Coverage of one event comes together, an article alone has an empty event."""
    table = group_events(NEWS)
    assert list(table.columns) == [
        "article_id", "outlet", "date", "title", "event", "similarity", "why",
    ]  # fmt: skip
    event = dict(zip(table["article_id"], table["event"].fillna(""), strict=True))
    assert event["a"] == event["b"] != event["c"] == event["d"]
    assert event["e"] == ""
    assert table["similarity"].isna().tolist() == [False, False, False, False, True]
    assert "Tarn Bay" in table["why"].iloc[0]
    assert "41" in table["why"].iloc[0]


def test_the_date_parts_what_words_do_not() -> None:
    """The same words three weeks apart are two events."""
    late = Article("z", "Late", None, "2021-03-25", None, text=FERRY)
    table = group_events(Articles([*NEWS[:2], late]))
    assert table["event"].isna().tolist() == [False, False, True]


def test_given_events_win() -> None:
    """An article that has an event keeps it."""
    given = Articles([Article("x", "Post", "mine", text=FERRY), *NEWS[:2]])
    assert group_events(given)["event"].iloc[0] == "mine"
    assert group_events(given)["why"].iloc[0] == "given"


def test_loaded_words_and_outlet_names_do_not_pair() -> None:
    """Two articles that share only lexicon forms and outlet names stay apart."""
    texts = [
        "Post reporters saw occupation forces and terrorists near the regime, assassination.",
        "Occupation forces, terrorists and the regime: an assassination, wrote Post columnists.",
    ]
    pair = Articles([Article(str(i), "Post", text=text) for i, text in enumerate(texts)])
    assert group_events(pair)["event"].isna().all()


def test_editing_and_feeding_back(tmp_path: Path) -> None:
    """The table as CSV, changed by hand, sets the events of the articles."""
    table = group_events(NEWS)
    table.loc[table["article_id"] == "e", "event"] = "chess"
    table.loc[table["article_id"] == "d", "event"] = ""
    table.to_csv(tmp_path / "events.csv", index=False)
    changed = with_events(NEWS, tmp_path / "events.csv")
    assert [a.event for a in changed][3:] == [None, "chess"]
    assert changed[0].event == table["event"].iloc[0]


def test_feeding_back_something_else() -> None:
    """A table of other articles, or without its columns, is met with what it lacks."""
    with pytest.raises(framing.SettingsError, match="not read: zz"):
        with_events(NEWS, {"zz": "x"})
    import pandas as pd

    with pytest.raises(framing.SettingsError, match="lacks the column 'event'"):
        with_events(NEWS, pd.DataFrame({"article_id": ["a"]}))


@pytest.mark.parametrize("bad", [{"threshold": 0.0}, {"threshold": 1.0}, {"days": 0.0}])
def test_bad_settings(bad: dict[str, float]) -> None:
    """Settings out of range are refused by name."""
    with pytest.raises(framing.SettingsError, match=next(iter(bad))):
        group_events(NEWS, **bad)  # type: ignore[arg-type]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_or_empty(count: int) -> None:
    """Nothing, one article, or articles without a word give a table without events."""
    table = group_events(Articles([Article(str(i), text="…") for i in range(count)]))
    assert len(table) == count
    assert table["event"].isna().all()


def test_components_give_the_groups_of_the_whole_matrix() -> None:
    """Clustering each component alone equals average linkage over all pairs."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    rng = np.random.default_rng(5)
    words = [f"w{i}" for i in range(60)]
    texts = [" ".join(rng.choice(words, 12)) for _ in range(80)]
    day = rng.integers(0, 30, 80).astype(float)
    day[::9] = np.nan
    counts = TermCounts()
    for text in texts:
        counts.add(text)
    rows = counts.rows()
    from framing.events.linking import decay

    whole = (rows @ rows.T).toarray() * decay(day[:, None] - day[None, :], 3.0)
    distance = np.clip(1 - whole, 0, 1)
    np.fill_diagonal(distance, 0)
    for threshold in (0.05, 0.1, 0.2):
        expected = fcluster(
            linkage(squareform(distance, checks=False), "average"), 1 - threshold, "distance"
        )
        graph = close_pairs(rows, day, days=3.0, threshold=threshold)
        found = group_labels(rows, day, graph, days=3.0, threshold=threshold)
        same = expected[:, None] == expected[None, :]
        assert np.array_equal(found[:, None] == found[None, :], same)


def test_outlet_names_longest_first() -> None:
    """A name inside another outlet's name does not leave a stump."""
    names = OutletNames(["Sun", "Sun Herald", None])
    assert names.masked("the SUN Herald and the Sun, sunny") == "the  |  and the  | , sunny"


def test_copies() -> None:
    """Reposted and shortened copy is found, the earliest is the original; others are not."""
    wire = " ".join(f"Sentence {i} tells of the ferry and of number {i * 7}." for i in range(12))
    articles = [
        Article("late", "Post", "e", "2021-03-03", text="Our paper says: " + wire[:400]),
        Article("first", "Wire", "e", "2021-03-01", text=wire),
        Article("other", "Sun", "e", "2021-03-01", text=FERRY),
    ]
    table = near_duplicates(articles)
    assert table[["article_id", "original_id"]].to_numpy().tolist() == [["late", "first"]]
    assert table["similarity"].iloc[0] > 0.8
    assert len(near_duplicates(articles[1:])) == 0
