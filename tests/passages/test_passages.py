"""Passages side by side: right pairs, naming differences, agents left out, what stands alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import framing
from framing.language.contentwords import terms
from framing.passages import Passages, align_passages
from framing.passages.accounts import anchors
from framing.values import Article

TEXTS = {
    "Post": "Occupation forces killed 12 villagers near Tarn on Monday. "
    "The mayor of Tarn, Ana Prell, wept at the grave of her brother. "
    "Olives have grown there for centuries.",
    "Wire": "Twelve villagers were killed near Tarn on Monday, a medic said. "
    "Foreign troops had entered the valley at dawn. "
    "Ana Prell, the mayor, wept at her brother's grave in Tarn.",
    "Sun": "Tarn mayor Ana Prell wept by her brother’s grave. "
    "Foreign troops killed 12 villagers near Tarn.",
}


@pytest.fixture(scope="module")
def passages() -> Passages:
    """Align the three accounts."""
    articles = [Article(name, name, "tarn", text=text) for name, text in TEXTS.items()]
    return align_passages(framing.analyze(articles, sentiment=False), "tarn")


def pair(passages: Passages, left: str, right: str, word: str) -> dict[str, object]:
    """Return the pair of two outlets whose left sentence holds a word."""
    table = passages.pairs
    chosen = table[
        (table["left_outlet"] == left)
        & (table["right_outlet"] == right)
        & table["left_text"].str.contains(word)
    ]
    assert len(chosen) == 1
    return dict(chosen.iloc[0])


def test_each_account_meets_its_like(passages: Passages) -> None:
    """Killing meets killing and grave meets grave, in all three pairs of outlets."""
    for left, right in (("Post", "Wire"), ("Post", "Sun"), ("Wire", "Sun")):
        assert "grave" in str(pair(passages, left, right, "wept")["right_text"])
        assert "killed" in str(pair(passages, left, right, "killed")["right_text"])


def test_offsets(passages: Passages) -> None:
    """Texts are the articles' own at their offsets."""
    for row in passages.pairs.itertuples():
        assert TEXTS[row.left_outlet][row.left_start : row.left_end] == row.left_text
        assert TEXTS[row.right_outlet][row.right_start : row.right_end] == row.right_text


def test_naming_differences_are_marked(passages: Passages) -> None:
    """“Occupation forces” against “foreign troops” is a difference inside the pair."""
    namings = pair(passages, "Post", "Sun", "killed")["namings"]
    assert isinstance(namings, list)
    forces = [one for one in namings if one["concept"] == "foreign-troops"]
    assert forces == [
        {"concept": "foreign-troops", "left": ["Occupation forces"], "right": ["Foreign troops"]}
    ]


def test_agent_deletion(passages: Passages) -> None:
    """“12 were killed” against “forces killed 12” is flagged on the passive's side."""
    assert pair(passages, "Post", "Wire", "killed")["agent_left_out"] == "right"
    assert pair(passages, "Wire", "Sun", "killed")["agent_left_out"] == "left"


def test_what_stands_alone(passages: Passages) -> None:
    """What only one outlet tells is listed apart."""
    alone = passages.alone["text"].tolist()
    assert "Olives have grown there for centuries." in alone
    assert not any("wept" in text for text in alone)


def test_passages_hang_together(passages: Passages) -> None:
    """Pairs about one fact share the number of their passage."""
    table = passages.pairs
    grave = set(table.loc[table["left_text"].str.contains("wept"), "passage"])
    killed = set(table.loc[table["left_text"].str.contains("killed"), "passage"])
    assert len(grave) == len(killed) == 1
    assert grave != killed


def test_order_of_articles_changes_no_pair() -> None:
    """The same sentences meet when the outlets are read in another order."""

    def pairs(names: list[str]) -> set[frozenset[str]]:
        articles = [Article(name, name, "tarn", text=TEXTS[name]) for name in names]
        table = align_passages(framing.analyze(articles, sentiment=False), "tarn").pairs
        return {frozenset(row) for row in table[["left_text", "right_text"]].to_numpy().tolist()}

    assert pairs(["Post", "Wire", "Sun"]) == pairs(["Sun", "Post", "Wire"])


def test_unknown_or_single_event() -> None:
    """An event that is not there, or has one article, is met with those that are."""
    analysis = framing.analyze([Article("a", event="tarn", text="One text.")], sentiment=False)
    with pytest.raises(framing.ComparisonError, match=r"0 article\(s\).*events read: tarn"):
        align_passages(analysis, "brel")
    with pytest.raises(framing.ComparisonError, match=r"1 article\(s\)"):
        align_passages(analysis, "tarn")
    loose = framing.analyze([Article("a", text="One text.")], sentiment=False)
    with pytest.raises(framing.ComparisonError, match="none; `framing events` groups by event"):
        align_passages(loose, "tarn")


def test_articles_are_paired_by_what_is_asked_for() -> None:
    """A month of their dates or a column of theirs is an event too, as in a comparison."""
    texts = ["Troops killed 12 people in Tarn.", "In Tarn 12 people were killed."] * 2
    dates = ["2020-06-01", "2020-06-30", "2020-07-01", "2020-07-02"]
    articles = [
        Article(str(at), "AB"[at % 2], date=dates[at], meta={"beat": "war"}, text=text)
        for at, text in enumerate(texts)
    ]
    analysis = framing.analyze(articles, sentiment=False)
    june = align_passages(analysis, "2020-06", within="month").pairs
    assert june[["left_article_id", "right_article_id"]].to_numpy().tolist() == [["0", "1"]]
    assert len(align_passages(analysis, "2020Q3", within="quarter").pairs) == 1
    assert len(align_passages(analysis, "war", within="beat").pairs) > 2
    with pytest.raises(framing.ComparisonError, match="months read: 2020-06, 2020-07"):
        align_passages(analysis, "June", within="month")
    with pytest.raises(framing.ComparisonError, match=r"no column 'beet'.*Did you mean 'beat'\?"):
        align_passages(analysis, "war", within="beet")


def test_empty_texts() -> None:
    """Articles without a telling word give no pairs and raise nothing."""
    articles = [Article(i, event="e", text="and so it was to be then") for i in "ab"]
    found = align_passages(framing.analyze(articles, sentiment=False), "e")
    assert list(found.pairs.columns)[-1] == "agent_left_out"


def test_anchors_and_terms() -> None:
    """Spelled numbers meet figures, contractions are no names, endings fall."""
    assert "7" in anchors("seven men left")
    assert anchors("It’s late. He’s gone.") == frozenset()
    assert terms("killed killing kills") == ["kill", "kill", "kill"]


def test_precision_on_judged_pairs(corpora: Path) -> None:
    """Of 100 BASIL pairs judged by hand 87 were right; those still found are nearly all right."""
    judged = json.loads((Path(__file__).parent / "judged.json").read_text(encoding="utf-8"))
    assert len(judged) == 100
    articles = framing.read_articles(corpora / "basil" / "articles.jsonl")
    analysis = framing.analyze(articles, "foreign-forces", sentiment=False)
    found = set()
    for event in sorted({str(a.event) for a in articles}):
        table = align_passages(analysis, event).pairs
        sides = table[["left_article_id", "left_start", "right_article_id", "right_start"]]
        found |= {tuple(row) for row in sides.to_numpy().tolist()}
    verdicts = [one["same"] for one in judged if tuple(one["pair"]) in found]
    assert len(verdicts) >= 40
    assert sum(verdicts) / len(verdicts) >= 0.95


@pytest.mark.slow
def test_precision_on_pairs_the_bar_was_not_chosen_on(corpora: Path) -> None:
    """Of 100 pairs of NewsWCL50 and SEESAW 95 were right, of 79 drawn later 77."""
    path = Path(__file__).parent / "judged_fresh.json"
    judged = json.loads(path.read_text(encoding="utf-8"))
    same = {draw: [one["same"] for one in judged if one["draw"] == draw] for draw in (1, 2)}
    assert [(len(said), sum(said)) for said in same.values()] == [(100, 95), (79, 77)]
    verdicts = []
    for corpus in ("newswcl50", "seesaw"):
        wanted = {tuple(one["pair"]): one["same"] for one in judged if one["corpus"] == corpus}
        articles = framing.read_articles(corpora / corpus / "articles.jsonl")
        ids = {name for pair in wanted for name in (pair[0], pair[2])}
        events = {article.event for article in articles if article.id in ids}
        analysis = framing.analyze([a for a in articles if a.event in events], sentiment=False)
        for event in sorted(map(str, events)):
            rows = align_passages(analysis, event).pairs
            columns = ("left_article_id", "left_start", "right_article_id", "right_start")
            found = zip(*(rows[name] for name in columns), strict=True)
            verdicts += [wanted[pair] for pair in found if pair in wanted]
    assert len(verdicts) >= 160
    assert sum(verdicts) / len(verdicts) >= 0.95
