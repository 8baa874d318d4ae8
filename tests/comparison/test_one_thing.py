"""Findings do not set words for different people, things or acts against each other unsaid."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

import framing
from framing import Article
from framing.charts import PairsDisplay
from framing.comparison import Comparison, Query
from framing.comparison.onething import asked_of, one_things
from framing.comparison.retelling import Placed

DOUBT = "Nothing shows that both words are of one thing"
APART = {
    "Ash": "The assassination of Aker shook the harbour of Tarn on Monday.",
    "Fir": "A school in Orlan closed after the murder of a girl last spring.",
}
ALIKE = {
    "Ash": "The assassination of Aker shook the harbour of Tarn on Monday.",
    "Fir": "The murder of Aker at the harbour of Tarn on Monday was filmed.",
}
MANY = "The {group} {word} burned a mill. The {group} {word} left."


def compared(*events: dict[str, str]) -> Comparison:
    """Compare what the outlets wrote on each event."""
    articles = [
        Article(f"{outlet}{at}", outlet=outlet, event=f"e{at}", text=text)
        for at, texts in enumerate(events)
        for outlet, text in texts.items()
    ]
    return framing.compare(framing.analyze(articles, sentiment=False), copies="all")


def first(found: Comparison) -> str:
    """Return the first finding in words."""
    return str(found.findings()[0])


def test_words_for_different_acts_are_told_with_a_caution() -> None:
    """Two killings of one event, which no article and no sentence brings together."""
    said = first(compared(APART))
    assert f"{DOUBT}: no article has both, and no sentences of the two sides tell the same" in said
    assert "They may name different acts." in said


def test_sentences_that_tell_the_same_show_one_thing() -> None:
    """Both write of Aker, Tarn and Monday: the namings in these sentences are counted and open."""
    found = compared(ALIKE)
    sentence = found.findings()[0]
    assert DOUBT not in sentence
    part = next(part for part in sentence if part.query and part.query.met == "sentences")
    assert part.text == "2"
    assert sorted(found.lines(part)["text"]) == ["assassination", "murder"]


def test_the_names_themselves_are_not_what_sentences_share() -> None:
    """Words of the concept's own forms make no two sentences alike."""
    texts = {
        "Ash": "The assassination and the murder of the killing of Aker.",
        "Fir": "The murder and the assassination of the killing of Brel.",
    }
    found = compared(texts)
    rows = [row for row in found.ranked().to_dict("records") if asked_of(row)]
    for thing in one_things(found.material, map(asked_of, rows)).values():
        assert thing.retold is not None
        assert not len(thing.retold)


def test_one_sentence_in_both_articles_retells_nothing() -> None:
    """A sentence that both took over, with both words in it, is no second account."""
    wire = "The assassination of Aker in the harbour of Tarn on Monday was called a murder."
    found = compared(
        {"Ash": f"{wire} It was an assassination.", "Fir": f"{wire} Murder, all said."}
    )
    (row,) = found.ranked().to_dict("records")
    asked = asked_of(row)
    assert asked is not None
    assert not len(one_things(found.material, [asked])[asked].retold)


def test_articles_that_have_both_words_are_counted() -> None:
    """Of two articles with either word one has both, and the numbers open these articles."""
    found = compared({"Ash": APART["Ash"], "Fir": f"{APART['Fir']} It was no assassination."})
    sentence = found.findings()[0]
    assert "1 of 2 articles with either word has both" in sentence
    assert DOUBT not in sentence
    both, either = (
        found.lines(part) for part in sentence if part.query and part.query.show == "articles"
    )
    assert (len(both), len(either)) == (1, 2)
    assert both["outlet"].tolist() == ["Fir"]


def test_a_party_of_both_shows_one_thing() -> None:
    """Militants and terrorists of one group are one group, told in whichever sentences."""
    texts = {
        "Ash": MANY.format(group="Hamas", word="militants") + " Taliban fighters slept.",
        "Fir": "On Sunday came Hamas terrorists. Then a ship sank. Hamas terrorists sang.",
    }
    sentence = compared(texts).findings()[0]
    assert (
        "namings by them are of one and the same group, person, state or law on both sides"
        in sentence
    )
    assert DOUBT not in sentence


def test_words_for_different_parties_say_of_whom() -> None:
    """Where each side's word is of another party, the caution names both."""
    texts = {
        "Ash": MANY.format(group="Taliban", word="fighters"),
        "Fir": "On Sunday came Hamas terrorists. Then a ship sank. Hamas terrorists sang.",
    }
    said = first(compared(texts))
    assert "They may name different people or things." in said.partition(DOUBT)[2]
    assert "of whom, it is most often Taliban (Ash) and Hamas (Fir)." in said.partition(DOUBT)[2]


def test_deeds_of_two_doers_are_two_however_often_an_article_has_both_words() -> None:
    """One article has both words, and each side's acts are another state's: these are two acts."""
    texts = {
        "Ash": "Russia's aggression went on. Russia's aggression cost. Russia's invasion too.",
        "Fir": "The American invasion of Iraq failed. The American invasion was long.",
    }
    said = first(compared(texts))
    assert f"{DOUBT}: 1 of 2 articles with either word has both" in said
    assert "it is most often Russia (Ash) and United States (Fir)." in said


def test_deeds_of_one_doer_are_not_shown_to_be_one_act() -> None:
    """What one state did twice is no one act for that."""
    texts = {
        "Ash": "Russia's aggression went on. Russia's aggression cost much.",
        "Fir": "The Russian invasion of a valley failed. The Russian invasion was long.",
    }
    said = first(compared(texts))
    assert "one and the same group" not in said
    assert f"{DOUBT}: no article has both" in said


@pytest.mark.parametrize(
    "texts",
    [
        {"Ash": "Gun control came up in Tarn.", "Fir": "New gun laws bored the Orlan council."},
        {"Ash": "The GOP met in Tarn.", "Fir": "Republicans sang of ferries in Orlan."},
        {"Ash": "The Syrian president ate.", "Fir": "A ship carried the Syrian dictator."},
    ],
)
def test_what_can_only_be_one_thing_is_not_asked(texts: dict[str, str]) -> None:
    """Laws, a party, the head of one state: no caution and no count stands there."""
    said = first(compared(texts))
    assert DOUBT not in said
    assert "articles with either word" not in said


def test_one_word_on_both_sides_is_not_asked() -> None:
    """Where both prefer one word there are no two to be of one thing."""
    found = compared({"Ash": APART["Fir"], "Fir": APART["Fir"].replace("Orlan", "Brel")})
    assert DOUBT not in first(found)


def test_without_texts_it_says_that_sentences_cannot_be_seen(tmp_path: Path) -> None:
    """A folder without texts knows articles and parties, and says what it cannot look for."""
    compared(ALIKE).save(tmp_path / "c", text=False)
    again = framing.compare(framing.open_analysis(tmp_path / "c"), copies="all")
    said = first(again)
    assert DOUBT in said
    assert "without the articles' texts it cannot be seen whether sentences tell the same" in said
    assert "could not be looked for without the texts" in again.methods_text()


def test_a_saved_comparison_is_judged_as_before(tmp_path: Path) -> None:
    """With its texts, what was read back gives the same sentences."""
    found = compared(APART, ALIKE)
    found.save(tmp_path / "c")
    again = framing.compare(framing.open_analysis(tmp_path / "c"), copies="all")
    assert list(map(str, again.findings())) == list(map(str, found.findings()))


def test_where_nothing_is_tested_doubted_findings_come_after_the_others() -> None:
    """Killings of several people differ more, gun laws are one thing: these come first."""
    laws = {
        "Ash": " Gun control, gun control, gun laws.",
        "Fir": " Gun laws, gun laws, gun control.",
    }
    texts = {name: APART[name] + laws[name] for name in APART}
    concepts = compared(texts).ranked()["concept"].tolist()
    assert concepts == ["gun-laws", "killing-of-person"]


def test_the_order_of_what_is_tested_is_the_order_of_p() -> None:
    """Where tests are possible, the caution moves nothing."""
    laws = {"Ash": " Gun control passed.", "Fir": " Gun laws passed."}
    events = [
        {name: APART[name] + (laws[name] if at < 7 else "") for name in APART} for at in range(9)
    ]
    ranked = compared(*events).ranked()
    assert ranked["p_value"].is_monotonic_increasing
    assert ranked["concept"].tolist() == ["killing-of-person", "gun-laws"]


def test_tests_are_the_same_whatever_is_shown() -> None:
    """Counts, sizes and p-values do not know what sentences tell."""
    tables = []
    for texts in (APART, ALIKE):
        found = compared(*[texts] * 7)
        found.findings()
        tables.append(found.declared.drop(columns=["largest_event"]))
    assert tables[0]["p_value"].notna().any()
    assert tables[0].equals(tables[1])


def test_of_a_long_event_only_the_first_namings_are_read() -> None:
    """However long, an event has its share of a side's namings, and the first of them."""
    kept = Placed(np.arange(9), np.array([1, 1, 1, 0, 0, 1, 0, 2, 1])).first(2)
    assert sorted(kept.rows.tolist()) == [0, 1, 3, 4, 7]
    assert dict(zip(kept.rows.tolist(), kept.events.tolist(), strict=True))[7] == 2
    nothing = np.zeros(0, dtype=np.int64)
    assert not len(Placed(nothing, nothing).first(2).rows)


def test_words_that_are_nowhere_are_no_several_things() -> None:
    """A concept that the comparison does not hold asks nothing."""
    found = compared(APART)
    (row,) = found.ranked().to_dict("records")
    asked = asked_of(row | {"concept": "no-such-concept"})
    assert asked is not None
    assert not one_things(found.material, [asked])[asked].several


def test_a_query_finds_the_lines_whoever_asks() -> None:
    """The number of a sentence, its query as data, and a query written by hand count alike."""
    found = compared(ALIKE)
    asked = next(part.query for part in found.findings()[0] if part.query and part.query.met)
    assert len(found.lines(Query(**asked.data()))) == 2
    assert not len(found.lines(dataclasses.replace(asked, met="both")))


def test_pairs_stand_in_grey_below_where_nothing_shows_one_thing() -> None:
    """The chart of words says in its table, its key and its alternative text which they are."""
    laws = {"Ash": " Gun control, gun control.", "Fir": " Gun laws, gun laws."}
    display = PairsDisplay.from_comparison(
        compared({name: APART[name] + laws[name] for name in APART})
    )
    assert display.data["doubted"].tolist() == [False, False, True, True]
    assert display.data["concept"].tolist() == ["gun-laws"] * 2 + ["killing-of-person"] * 2
    assert "may name different things" in " ".join(display.marks(484).words)
    assert display.alt.count("which may name different things") == 1
