"""What no lexicon has: candidates for a concept, and pairs of namings within one event."""

from __future__ import annotations

import numpy as np
import pytest

import framing
from framing.curate import discover_namings, suggest_variants
from framing.curate.facing import facing_groups
from framing.curate.groups import noun_groups
from framing.lexicon import Lexicon, lexicon_from_mapping
from framing.values import Article


def lexicon(*forms: str) -> Lexicon:
    """Return a lexicon of one concept, known by some forms."""
    return lexicon_from_mapping(
        {"id": "x", "concepts": [{"id": "x", "variants": [{"id": "known", "exact": list(forms)}]}]}
    )


def analysed(*texts: str, known: Lexicon | None = None) -> framing.Analysis:
    """Analyse texts of the outlets A, B and C on one event."""
    articles = [Article(str(i), "ABC"[i], "e", text=text) for i, text in enumerate(texts)]
    return framing.analyze(articles, known, sentiment=False)


class Letters:
    """Word vectors in which words of the same first letter are alike."""

    def lookup(self, words: list[str]) -> np.ndarray:
        """Return one row a word."""
        rows = np.zeros((len(words), 26))
        for row, word in enumerate(words):
            rows[row, ord(word[0].lower()) % 26] = 1
        return rows


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Federal agents detained 40 undocumented migrants.", ["federal agents",
                                                               "undocumented migrants"]),
        ("They hope to meet Kim Jong-un.", ["kim jong-un"]),
        ("Mr. Venn quickly left the mayor's old house.", ["mr venn", "mayor", "old house"]),
        ("The D.N.C. filed a sham lawsuit in the 2016 election.",
         ["d.n.c.", "sham lawsuit", "2016 election"]),
        ("She has gone.", []),
        ("They fear global warming, and migrants leaving the river.",
         ["global warming", "migrants", "river"]),
        ("The notes, he said, show the mayor lied; some lines were redacted.",
         ["notes", "mayor", "lines"]),
        ("It was the mayor’ s plan.", ["mayor", "plan"]),
        ("We met Orlo May in the spring.", ["orlo may", "spring"]),
        ("Former Tarn harbour police chief Orlo Venn ate.",
         ["former tarn harbour police chief", "orlo venn"]),
    ],
)  # fmt: skip
def test_noun_groups(sentence: str, expected: list[str]) -> None:
    """Names and noun groups come out without determiners, verbs, adverbs and owners."""
    groups = noun_groups(sentence, 0, len(sentence))
    assert [group.key for group in groups] == expected
    for group in groups:
        assert sentence[group.start : group.end].lower().split()[-1] == group.words[-1]


def test_a_long_sentence_is_quick() -> None:
    """A sentence of a hundred thousand words costs no more than its length."""
    text = "word " * 100_000
    assert noun_groups(text, 0, len(text)) == []
    assert facing_groups((text, 0, len(text)), (text, 0, len(text))) == []


def test_same_place_of_a_statement() -> None:
    """Groups that stand between the same words face each other, whatever else differs."""
    left = "The raid on the harbour freed three squatters on Monday."
    right = "The raid on the harbour freed three homeless lodgers on Monday."
    found = facing_groups((left, 0, len(left)), (right, 0, len(right)))
    assert [(one.left.key, one.right.key) for one in found] == [("squatters", "homeless lodgers")]


def test_suggestion_from_the_same_place() -> None:
    """What another outlet writes where the concept stands is suggested, with its lines."""
    analysis = analysed(
        "The bill would let the squatters of Tarn stay in rent-free homes. He met the squatters.",
        "The bill would let the lodgers of Tarn stay in rent-free homes. She met the lodgers.",
        known=lexicon("squatters"),
    )
    row = suggest_variants(analysis, "x").iloc[0]
    assert row["candidate"] == "lodgers"
    assert row["why"] == "stands in its place in 2 aligned passages"
    assert row["by_outlet"] == {"B": 2}
    assert row["lines"][0].startswith("B: The bill would let the [lodgers] of Tarn")


def test_suggestion_of_titles_and_initials() -> None:
    """A name's title, its apposition and its initials name the same; its other parts do not."""
    text = (
        "Police chief Orlo Venn spoke. Venn, the strongman, left. The police chief slept. "
        "The strongman ate. A strongman came. Venn memos were found. Venn memos burned. "
        "The police chief rang."
    )
    table = suggest_variants(analysed(text, known=lexicon("Venn")), "x", min_count=1)
    assert {"police chief", "strongman", "orlo venn"} <= set(table["candidate"])
    assert not set(table["candidate"]) & {"venn memos", "memos"}
    text = "The DNC sued. The Democratic National Committee sued. It sued."
    table = suggest_variants(analysed(text, known=lexicon("DNC")), "x", min_count=1)
    assert table["candidate"].tolist() == ["democratic national committee"]


def test_suggestion_of_titles_is_of_the_same_person() -> None:
    """No title is what stands before a namesake, a clause, a verb's object or a common noun."""
    text = (
        "Mayor Orlo Venn spoke. Orlo Venn left. Orlo Venn ate. Gardener Ida Venn sang. "
        "The gardener sang. It is a new book Venn wrote. The new book sold. They support Venn. "
        "Support grew. Ida Venn ate. The mayor slept."
    )
    table = suggest_variants(analysed(text, known=lexicon("Venn")), "x", min_count=1)
    assert "mayor" in set(table["candidate"])
    assert not set(table["candidate"]) & {"gardener", "ida venn", "new book", "support"}
    text = "The final Tarn deal held. A Tarn deal is near. The final was lost. The final hurt."
    table = suggest_variants(analysed(text, known=lexicon("Tarn deal")), "x", min_count=1)
    assert "final" not in set(table["candidate"])


def test_what_is_told_of_the_concept_is_not_suggested() -> None:
    """A neighbour in word vectors that stands in one sentence with it is another thing."""
    apart = "The lawsuit failed. The litigation failed. " * 4
    beside = "The lawsuit failed for the lawyer. " * 4
    analysis = analysed("The lawsuit failed. " * 8, apart + beside, known=lexicon("lawsuit"))
    found = set(suggest_variants(analysis, "x", vectors=Letters())["candidate"])
    assert found == {"litigation"}


def test_suggestion_from_vectors_needs_contrast() -> None:
    """A neighbour in word vectors is proposed where the outlets use it unevenly, else not."""
    shared = "The lawsuit failed today. "
    uneven = analysed(shared * 2, shared * 2 + "The litigation failed today. " * 3,
                      known=lexicon("lawsuit"))  # fmt: skip
    table = suggest_variants(uneven, "x", vectors=Letters())
    assert table["candidate"].tolist() == ["litigation"]
    assert table["why"].str.startswith("near in the word vectors").all()
    even = analysed(*[shared * 2 + "The litigation failed today. " * 3] * 2,
                    known=lexicon("lawsuit"))  # fmt: skip
    assert suggest_variants(even, "x", vectors=Letters()).empty


def test_vectors_that_are_none() -> None:
    """Something else in the place of vectors is refused with what to give."""
    with pytest.raises(framing.SettingsError, match=r"vectors are list; give .*CorpusVectors"):
        suggest_variants(analysed("The lawsuit failed.", known=lexicon("lawsuit")), "x", vectors=[])


def test_discovered_pairs_are_of_different_outlets_and_new() -> None:
    """A pair comes out with lines of both; where a lexicon has both in one concept it does not."""
    texts = (
        "The bill would let the squatters of Tarn stay in rent-free homes.",
        "The bill would let the lodgers of Tarn stay in rent-free homes.",
    )
    table = discover_namings(analysed(*texts, known=lexicon("unseen")), "e")
    assert table[["left", "right"]].to_numpy().tolist() == [["lodgers", "squatters"]]
    assert table.iloc[0]["left_uses"] == {"B": 1}
    assert "[squatters]" in table.iloc[0]["right_lines"][0]
    known = lexicon_from_mapping(
        {"id": "x", "concepts": [{"id": "x", "variants": [
            {"id": "a", "exact": ["squatters"]}, {"id": "b", "exact": ["lodgers"]}]}]}
    )  # fmt: skip
    assert discover_namings(analysed(*texts, known=known), "e").empty
    assert discover_namings(analysed(texts[0], texts[0], known=known), "e").empty


def test_discovered_pairs_leave_out_names_and_days() -> None:
    """A name and its longer form, two days, two spellings are no different namings."""
    table = discover_namings(
        analysed(
            "Mayor Orlo Venn opened the long harbour bridge of Tarn on Monday by e-mails.",
            "Mayor Venn opened the long harbour bridge of Tarn on Tuesday by emails.",
            known=lexicon("unseen"),
        ),
        "e",
    )
    assert table.empty


def test_pairs_of_a_month_are_discovered() -> None:
    """Articles without an event are paired by their dates, as in a comparison."""
    texts = (
        "The bill would let the lodgers of Tarn stay in rent-free homes.",
        "The bill would let the squatters of Tarn stay in rent-free homes.",
    )
    articles = [
        framing.Article(str(at), "AB"[at], date=f"2020-06-0{at + 1}", text=text)
        for at, text in enumerate(texts)
    ]
    analysis = framing.analyze(articles, sentiment=False)
    table = discover_namings(analysis, "2020-06", within="month")
    assert table[["left", "right"]].to_numpy().tolist() == [["lodgers", "squatters"]]
    with pytest.raises(framing.ComparisonError, match="events read: none"):
        discover_namings(analysis, "2020-06")


def test_unknown_event() -> None:
    """An event nobody has is named, with those there are."""
    with pytest.raises(framing.ComparisonError, match="event 'f' has 0 article"):
        discover_namings(analysed("One.", "Two."), "f")
