"""`analyze` as a whole: tables that agree with each other, whatever the text."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.analysis import pipeline
from framing.analysis.tablefiles import plain
from framing.values import Article, Document, Reading
from framing.voice import RulesReader, VoiceReader

WORDS = [
    "US forces", "occupation forces", "the regime", "“terrorists”", "said", "he", "Gen. Hask",
    "so-called", "according to officials", "assassination", ".", ",", "\n\n", "”", "\u00a0",
    "İstanbul", "drone strike", "\r\n", "'", "protesters", "rioters", "'s",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.text(max_size=20))
def test_offsets_hold_on_any_text(words: list[str], noise: str) -> None:
    """Text, sentence and cue offsets are exact in whatever is thrown together."""
    text = " ".join(words) + noise
    analysis = framing.analyze([Article("a", text=text)], sentiment=False)
    for row in analysis.mentions.itertuples():
        assert text[row.start : row.end] == row.text
        assert row.sentence_start <= row.start < row.sentence_end
    for row in analysis.cues.itertuples():
        assert text[row.start : row.end] == row.text
    for row in analysis.attributions.itertuples():
        for start, end in row.content:
            assert 0 <= start < end <= len(text)
    sources = analysis.attributions.dropna(subset=["source_start"])
    for row in sources.itertuples():
        assert text[row.source_start : row.source_end] == row.speaker


def article(number: int) -> Article:
    """Return an article with two namings in its own voice and one quoted."""
    text = f"US forces left town {number}. Occupation forces stayed. “The regime fell,” he said."
    return Article(str(number), outlet="AB"[number % 2], event=f"e{number // 2}", text=text)


def test_batches_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are the same whatever the size of a batch."""
    articles = [article(i) for i in range(7)]
    whole = framing.analyze(articles, sentiment=False)
    monkeypatch.setattr(pipeline, "BATCH", 2)
    parts = framing.analyze(articles, sentiment=False)
    for name, table in whole.tables.items():
        assert table.equals(parts.tables[name]), name


def test_scores_are_counts_of_mentions() -> None:
    """A row of scores equals a group-by of the mentions that are counted."""
    analysis = framing.analyze([article(0)], sentiment=False)
    score = analysis.scores.iloc[0]
    mentions = analysis.mentions[analysis.mentions["counted"]]
    assert score["namings"] == mentions["loaded"].notna().sum()
    for voice in ("own", "quoted", "attributed", "distanced"):
        of = mentions[mentions["voice"] == voice]
        assert score[f"namings_{voice}"] == len(of)
        assert score[f"loaded_{voice}"] == of["loaded"].sum()
    assert score["loaded_own_per_1000"] == pytest.approx(
        1000 * score["loaded_own"] / score["own_words"]
    )


def test_words_of_two_paragraphs_name_nothing_together() -> None:
    """Nor where a line's end alone parts them; in one paragraph the same words do."""
    lines = "The army said it would end the occupation", "forces left the town at dawn."
    listed = Article("a", text="\n".join([*lines, "Nobody knew why they had gone."]))
    apart, together = listed, Article("b", text=" ".join(lines))
    table = framing.analyze([apart, together], "foreign-forces", sentiment=False).mentions
    found = [text.lower() for text in table.loc[table["article_id"] == "a", "text"]]
    assert not [text for text in found if "occupation" in text and "forces" in text]
    assert "occupation forces" in table.loc[table["article_id"] == "b", "text"].str.lower().iloc[0]


class CarelessReader(RulesReader):
    """A reader of one's own that takes every sentence for the article's."""

    def read(self, document: Document) -> Reading:
        """Read as if there were no boilerplate."""
        return super().read(replace(document, zones=("body",) * len(document.zones)))


@pytest.mark.parametrize("reader", [None, CarelessReader()])
def test_what_is_said_in_boilerplate_is_no_attribution(reader: VoiceReader | None) -> None:
    """A notice below the article reports nobody, whatever a reader makes of it."""
    body = "Troops left the town. “Everybody is home,” the mayor said.\n\nRebuilding starts in May."
    notice = "© 2024 The Post. “All rights are reserved,” the publisher said."
    articles = [Article("a", text=f"{body}\n\n{notice}")]
    analysis = framing.analyze(articles, sentiment=False, reader=reader)
    assert list(analysis.attributions["speaker"]) == ["the mayor"]


def test_a_wide_table_of_rates_counts_the_words_of_its_voice() -> None:
    """Cells and words are those of the one voice asked for."""
    moods = framing.lexicon.lexicon_from_mapping(
        {"id": "moods", "kind": "category", "concepts": [
            {"id": "joy", "variants": [{"id": "joy", "exact": ["glad"]}]}]}
    )  # fmt: skip
    text = "The town was glad. “We are glad and proud,” the mayor said."
    analysis = framing.analyze([Article("a", text=text)], moods, sentiment=False)
    wide = {voice: analysis.rates(wide=True, voice=voice) for voice in ("own", "quoted", "all")}
    assert {voice: int(table["words"].iloc[0]) for voice, table in wide.items()} == {
        "own": 7, "quoted": 5, "all": 12,
    }  # fmt: skip
    assert [int(table["joy"].iloc[0]) for table in wide.values()] == [1, 1, 2]


def test_progress_is_told() -> None:
    """The callback hears how many of how many are done."""
    heard: list[tuple[int, int]] = []
    framing.analyze(
        [article(0), article(1)], sentiment=False, progress=lambda a, b: heard.append((a, b))
    )
    assert heard == [(2, 2)]


@pytest.mark.parametrize("kind", ["jsonl", "csv", "parquet"])
def test_saved_and_opened(tmp_path: Path, kind: str) -> None:
    """An analysis comes back from its folder with equal tables, articles and provenance."""
    analysis = framing.analyze([article(i) for i in range(3)], sentiment=False)
    analysis.save(tmp_path / "kept", format=kind)
    back = framing.open_analysis(tmp_path / "kept")
    assert list(back.articles) == list(analysis.articles)
    assert back.provenance == analysis.provenance
    for name, table in analysis.tables.items():
        again = back.tables[name]
        assert list(again.columns) == list(table.columns)
        assert again.dtypes.equals(table.dtypes), name
        assert plain(again.to_dict("list")) == plain(table.to_dict("list")), name


def test_saving_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    """Same input, same bytes out."""
    for name in ("one", "two"):
        framing.analyze([article(i) for i in range(3)]).save(tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert "mentions.jsonl" in files
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_folder_without_an_analysis(tmp_path: Path) -> None:
    """Opening something else says what would have to be there."""
    with pytest.raises(framing.SettingsError, match="holds no saved analysis"):
        framing.open_analysis(tmp_path)


def test_a_title_that_opens_the_text_is_scored_once() -> None:
    """The headline counts once, and in the text, when both fields hold it."""
    title = "Occupation forces leave"
    both = Article("a", title=title, text=f"{title}\n\nThey left on Monday.")
    apart = Article("b", title=title, text="They left on Monday.")
    analysis = framing.analyze([both, apart], sentiment=False)
    table = analysis.mentions
    assert list(table["field"]) == ["text", "title"]
    assert list(table["zone"]) == ["headline", "headline"]


def test_shows_itself_in_a_notebook() -> None:
    """The HTML holds the counts, and hostile names stay text."""
    analysis = framing.analyze([article(0)], sentiment=False)
    block = analysis._repr_html_()
    assert f"<td>{len(analysis.mentions)}</td>" in block
    assert "<td>rules</td>" in block


def test_what_is_no_opportunity_is_found_and_not_counted() -> None:
    """A naming that no loaded word could replace stands in the table and in no count."""
    text = "The federal government said no. The Varenian regime fell."
    article = framing.Article("a", outlet="Ash", event="e", text=text)
    analysis = framing.analyze([article], "governments", sentiment=False)
    counted = dict(zip(analysis.mentions["text"], analysis.mentions["counted"], strict=True))
    assert not counted["federal government"]
    assert counted[next(word for word in counted if "regime" in word)]
    assert analysis.scores["namings"].tolist() == [1]


@pytest.mark.parametrize("word", ["regime", "government", "junta", "authorities"])
def test_bare_names_of_a_government_count_on_the_same_terms(word: str) -> None:
    """A loaded and a neutral name alike count where the text says whose, or names no party."""
    texts = (
        f"France spoke. The {word} fell. The Syrian {word} fled.",
        f"France spoke. The Syrian {word} met the {word} of Mali. Then the {word} fell.",
    )
    found = []
    for text in texts:
        table = framing.analyze([Article("a", text=text)], "governments", sentiment=False).mentions
        found.append(table.loc[table["concept"] == "government", "counted"].tolist())
    assert found == [[True, True], [True, True, False]]
    bare = framing.analyze([Article("b", text=f"The {word} fell.")], "governments", sentiment=False)
    assert bare.mentions["counted"].tolist() == [True]


def test_own_namings_of_an_article_stand_with_an_interval() -> None:
    """Scores tell how many namings are likely the outlet's own, and between what bounds."""
    text = "The regime fell. Brandt said that the regime was gone."
    found = framing.analyze(
        [framing.Article("a", text=text), framing.Article("b", text="Rain.")],
        "governments",
        sentiment=False,
    )
    told = found.mentions.loc[found.mentions["counted"], "p_own"].sum()
    both = found.scores[["namings_own_expected", "namings_own_low", "namings_own_high"]]
    expected, low, high = both.iloc[0]
    assert expected == pytest.approx(told)
    assert 0 <= low < expected < high <= found.scores["namings"].iloc[0]
    assert both.iloc[1].tolist() == [0, 0, 0]


@pytest.fixture
def looks_through() -> Iterator[Callable[[int], bool]]:
    """Analyse with `made` objects that no look has been taken at; say whether one is, meanwhile."""
    article = Article("a", text="The government fell.")
    framing.analyze([article], "governments", sentiment=False)  # reads the lexicon
    before = gc.get_threshold()
    gc.collect()
    gc.set_threshold(10_000_000, *before[1:])

    def run(made: int) -> bool:
        first = [None]
        others = [[first] for _ in range(made)]
        seen: list[bool] = []

        class Looking(RulesReader):
            def read(self, document: Document) -> Reading:
                assert len([[first] for _ in range(120_000)]) == 120_000
                return super().read(document)

        def look(phase: str, _: dict[str, int]) -> None:
            if phase == "start" and not seen:
                seen.append(any(each is others[0] for each in gc.get_objects(generation=0)))

        gc.callbacks.append(look)
        try:
            framing.analyze([article], "governments", reader=Looking(), sentiment=False)
        finally:
            gc.callbacks.remove(look)
        assert seen
        return seen[0]

    yield run
    gc.set_threshold(*before)


def test_what_was_made_before_is_not_looked_through(looks_through: Callable[[int], bool]) -> None:
    """Lexicons just read, many objects without cycles, are passed over and given back."""
    assert looks_through(1_000)
    assert not looks_through(300_000)
    assert gc.get_freeze_count() < 1_000


def test_what_was_set_aside_stays_there(looks_through: Callable[[int], bool]) -> None:
    """Who has frozen objects finds them frozen after an analysis."""
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        assert looks_through(300_000)
        assert 0 < gc.get_freeze_count() <= frozen
    finally:
        gc.unfreeze()


def test_the_search_for_garbage_is_left_as_it_was() -> None:
    """An analysis looks for garbage seldom; afterwards Python looks as often as before."""
    during: list[tuple[int, ...]] = []

    class Watching(RulesReader):
        def read(self, document: Document) -> Reading:
            during.append(gc.get_threshold())
            return super().read(document)

    before = gc.get_threshold()
    framing.analyze([Article("a", text="Rain.")], reader=Watching(), sentiment=False)
    assert during[0][0] > before[0]
    assert gc.get_threshold() == before
