"""Parts of the page as values, before they are printed: marks, room, order and counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from factories import made_analysis, made_mention

from framing.comparison import Comparison, Query, compare
from framing.report import PageRoom, write_attributions
from framing.report.eventsections import choose_articles
from framing.report.marks import marked_documents, paragraphs_of
from framing.report.namingrows import concept_rows, labels_of, variant_tables
from framing.report.numbered import Numbers
from framing.report.openedlists import Kept
from framing.report.overview import contents_of
from framing.report.pagerows import context, plain_rows, variants_of
from framing.values import Article, Scope


def naming(text: str, words: str, number: int, **more: Any) -> dict[str, Any]:
    """Return a mention's row as the page reads it."""
    start = text.index(words)
    about = {"field": "text", "start": start, "end": start + len(words), "number": number}
    return about | {"intensity": 2, "direction": -1, "voice": "own"} | more


def test_mentions_side_by_side_are_two_stops_and_overlapping_ones_are_one() -> None:
    """Only mentions that share a character share a mark."""
    text = "The war-mongers left."
    article = Article("a", text=text)

    def html(*rows: dict[str, Any]) -> str:
        return str(paragraphs_of(marked_documents(article, rows, []))[1][0].html)

    apart = html(naming(text, "war", 0), naming(text, "-mongers", 1))
    assert (apart.count('data-m="0"'), apart.count('data-m="1"')) == (1, 1)
    shared = html(naming(text, "war-mongers", 0), naming(text, "mongers", 1))
    assert shared.count('data-m="0 1"') == 1


def test_a_paragraph_has_the_zone_of_its_own_sentences() -> None:
    """Also where it is one sentence, and the next paragraph is of another zone."""
    lead = "Troops left the northern base on Monday after two years. Nobody was hurt."
    text = f"Troops leave the base\n\n{lead}\n\nRebuilding starts.\n\nUpdated 3 hours ago"
    title, paragraphs = paragraphs_of(marked_documents(Article("a", text=text), [], []))
    assert title is None
    assert [one.zone for one in paragraphs] == ["headline", "lead", "body", "boilerplate"]


def test_long_articles_fill_a_page_as_many_do() -> None:
    """Whole events are chosen up to a number of characters; the first is there however long."""
    articles = [Article(f"a{at}", event=f"e{at}", text="x" * 60) for at in range(3)]
    for characters, shown in ((10, 1), (120, 2), (179, 2), (180, 3)):
        assert len(choose_articles(articles, room=PageRoom(characters=characters))) == shown


def test_loaded_and_all_namings_of_a_concept_are_those_of_the_table(
    comparison: Comparison,
) -> None:
    """By outlet and scope; own and attributed words stand together beside own ones."""
    mentions = plain_rows(comparison.material.mentions)
    about = variants_of(tuple(comparison.analysis.lexicons))
    labels = labels_of(mentions)
    numbers = Numbers(comparison, labels)
    tables = variant_tables(comparison.naming, about, labels, numbers)
    found = concept_rows(tables, comparison.outlets, numbers)
    assert {(row["concept"], row["outlet"]) for row in found} == {
        (concept, outlet)
        for concept in ("government", "foreign-troops")
        for outlet in comparison.outlets
    }
    for row in found:
        mine = [
            m for m in mentions
            if (m["concept"], m["outlet"]) == (row["concept"], row["outlet"])
        ]  # fmt: skip
        for scope in ("own", "outlet_worded", "quoted", "distanced"):
            here = [m for m in mine if m["voice"] in Scope(scope).voices]
            counts = [number.n for number in row[scope]]
            assert counts == [sum(m["intensity"] > 0 for m in here), len(here)]


def test_concepts_with_most_loaded_namings_come_first_each_naming_counted_once() -> None:
    """Four loaded quoted namings are more than three own ones, however many neutral there are."""
    article = Article("a", outlet="Herald", event="e", text="x")
    mentions = [
        made_mention(article, text="x", start=0, concept=concept, variant=f"v{strong}",
                     intensity=strong, voice=voice)
        for concept, voice, strong, n in (
            ("camps", "own", 2, 3), ("camps", "own", 0, 9), ("raids", "quoted", 2, 4)
        )
        for _ in range(n)
    ]  # fmt: skip
    compared = compare(made_analysis([article], mentions=mentions))
    tables = variant_tables(compared.naming, {}, {}, Numbers(compared, {}))
    assert [(t["concept"], t["loaded"], t["named"]) for t in tables] == [
        ("raids", 4, 4), ("camps", 3, 12),
    ]  # fmt: skip


def test_events_that_most_outlets_cover_come_first() -> None:
    """Then by name; what belongs to no event comes last."""
    covered = {"arson": "A", "blockade": "AB", "census": "A", "drought": "AB", None: "AB"}
    articles = [
        Article(f"{event}{outlet}", outlet=outlet, event=event, text=f"{event} {outlet}")
        for event, outlets in covered.items()
        for outlet in outlets
    ]
    contents = contents_of(compare(made_analysis(articles)), None, PageRoom())
    assert [row["event"] for row in contents["coverage"]] == [
        "blockade", "drought", "arson", "census", None,
    ]  # fmt: skip


def test_each_finding_is_told_once(comparison: Comparison) -> None:
    """What stands above is not among the further ones, and together they are all."""
    contents = contents_of(comparison, None, PageRoom())

    def words(sentence: list[dict[str, Any]]) -> str:
        return "".join(part["text"] + part["stop"] for part in sentence)

    told = [words(sentence) for sentence, _ in contents["findings"]]
    more = [words(sentence) for sentence in contents["more"]]
    assert told
    assert len({*told, *more}) == len(told) + len(more)
    assert {str(sentence) for sentence in comparison.findings()} <= {*told, *more}


def test_own_namings_of_the_head_are_those_in_own_voice(comparison: Comparison) -> None:
    """Neither quoted nor attributed ones are among them."""
    facts = dict(contents_of(comparison, None, PageRoom())["facts"])
    voices = comparison.material.mentions["voice"]
    own = comparison.material.mentions[voices == "own"]
    assert set(voices) > {"own", "attributed"}
    assert [number.n for number in facts["namings"]] == [len(voices)]
    loaded = int((own["intensity"] > 0).sum())
    assert [number.n for number in facts["loaded, in own words"]] == [loaded, len(own)]


def test_words_around_a_mention_are_those_of_its_field() -> None:
    """Of the headline where it stands there."""
    article = Article("a", title="The regime falls today", text="Nobody saw the regime then.")
    for field, start, sides in (("title", 4, ("The ", " falls today")),
                                ("text", 15, ("Nobody saw the ", " then."))):  # fmt: skip
        row = {"field": field, "start": start, "end": start + 6}
        assert context(article, row) == sides


def test_a_source_that_is_markup_stays_text(tmp_path: Path) -> None:
    """Whoever a passage names as its source, no element comes of it."""
    article = Article("a", outlet="Post", event="e", text="He spoke. They left.")
    said = {
        "article_id": "a", "field": "text", "kind": "indirect", "speaker": "<img src=x>",
        "speaker_kind": "<b>", "cue": "<i>", "cue_start": 3, "cue_end": 8, "content": [[0, 2]],
        "rule": "<u>",
    }  # fmt: skip
    page = write_attributions(made_analysis([article], attributions=[said]), tmp_path / "a.html")
    html = page.read_text(encoding="utf-8")
    assert "&lt;img src=x&gt;" in html
    assert not [tag for tag in ("<img", "<b>", "<i>", "<u>") if tag in html]


def test_an_article_that_repeats_another_has_no_number_of_namings() -> None:
    """Its namings are not counted, so that there is nothing to open."""
    wire = " ".join(f"Point {i} of the talks was put off until spring." for i in range(9))
    articles = [Article(name, outlet=f"Post {name}", event="talks", text=wire) for name in "ab"]
    contents = contents_of(compare(made_analysis(articles)), None, PageRoom())
    numbers = [one["namings"] for one in contents["payload"]["articles"]]
    assert numbers[0] is not None
    assert numbers[1] is None


def test_the_list_of_events_gives_each_side_its_own_namings() -> None:
    """First those of the first side, as its heading says."""
    articles = [Article(o, outlet=o, event="e", text=f"{o} x") for o in ("Herald", "Voice")]
    mentions = [
        made_mention(article, text="x", start=0, concept="raids", variant=f"v{strong}",
                     intensity=strong)
        for article, strong, n in zip(articles, (2, 0), (2, 3), strict=True)
        for _ in range(n)
    ]  # fmt: skip
    compared = compare(made_analysis(articles, mentions=mentions))
    numbers = Numbers(compared, {})
    numbers.of(Query(a="Herald", b="Voice", scope="own", show="events"))
    words: list[str] = []

    def place(text: str) -> int:
        words.append(text)
        return len(words) - 1

    (opened,) = numbers.data(
        Kept(np.ones(len(mentions), bool), np.zeros(0, int), np.zeros(0, int)), place
    )
    heads, ((_, *sides),), _ = opened[-1]
    assert [words[head] for head in heads[:2]] == ["Herald", "Voice"]
    assert [side[0] for side in sides] == ["2 of 2", "0 of 3"]
