"""Style guides, coverage, suggestions and concordances on small texts."""

from __future__ import annotations

import pytest
import yaml

import framing
from framing.curate import (
    concordance,
    concordance_lines,
    draft_yaml,
    guides,
    lexicon_coverage,
    style_check,
    suggest_variants,
)
from framing.values import Article, Document

TEXT = (
    "Terrorists seized the port on Monday. “The terrorists will pay,” the minister said. "
    "The army said that terrorists had fled. So-called terrorists were seen later."
)


def analysed(*texts: str, lexicon: object = None) -> framing.Analysis:
    """Analyse texts of the outlets A, B and C."""
    articles = [Article(str(i), "ABC"[i], "e", text=text) for i, text in enumerate(texts)]
    return framing.analyze(articles, lexicon, sentiment=False)


def test_style_check_lists_own_voice_only() -> None:
    """Of four uses only the outlet's own is ruled out, with rule, source and context."""
    table = style_check(analysed(TEXT), "BBC")
    own = table[table["text"].str.lower() == "terrorists"]
    assert own["start"].tolist() == [0]
    row = own.iloc[0]
    assert row["rule"] == "only-attributed"
    assert row["guide"] == "BBC"
    assert row["url"].startswith("https://")
    assert row["right"].startswith("seized the port")


def test_every_ruling_that_forbids_can_be_found() -> None:
    """Each guide has an id, and a guide without forbidding rules lists nothing but works."""
    analysis = analysed("Nothing of the kind.")
    for guide in guides():
        assert len(style_check(analysis, guide)) == 0


def test_unknown_guide() -> None:
    """The message lists the guides there are."""
    with pytest.raises(framing.SettingsError, match=r"no rulings of a guide 'bbq'.*bbc"):
        style_check(analysed(TEXT), "bbq")


def test_coverage_counts_concepts_and_finds_gaps() -> None:
    """Named concepts have their counts, unnamed ones 0, and frequent heads come out."""
    text = (
        "The militia took the bridge. The bridge was down. A bridge is a bridge. The regime wept."
    )
    found = lexicon_coverage(analysed(text, lexicon=["governments", "armed-groups"]), min_count=2)
    table = found.concepts.set_index("concept")
    assert table.loc["government", "namings"] == 1
    assert table.loc["government", "loaded"] == 1
    assert (found.concepts["namings"] == 0).any()
    heads = dict(zip(found.uncovered["head"], found.uncovered["uses"], strict=True))
    assert heads["bridge"] == 4
    assert "regime" not in heads


def test_coverage_of_a_long_sentence_is_quick() -> None:
    """A megabyte without a stop word costs no more than its length."""
    from framing.curate.lexiconcoverage import noun_heads

    text = "the " + "word " * 200_000
    document = Document("a", "text", text, ((0, len(text)),), ((0, len(text)),), ("body",))
    assert list(noun_heads(document)) == []


def test_suggestions_share_a_head_and_are_new() -> None:
    """New words before a known head come out, known ones and function words do not."""
    texts = (
        "The rogue troops came. Rogue troops left. The troops slept.",
        "Foreign troops came. Foreign troops left. The rogue troops slept.",
    )
    table = suggest_variants(analysed(*texts, lexicon="foreign-forces"), "foreign-troops")
    assert table["candidate"].tolist() == ["rogue troops"]
    row = table.iloc[0]
    assert row["why"] == 'shares "troops"'
    assert (row["uses"], row["articles"], row["by_outlet"]) == (3, 2, {"A": 2, "B": 1})
    assert row["g2"] > 0
    assert row["lines"][0].startswith("A: The [rogue troops] came")


def test_a_draft_is_yaml_whatever_the_text() -> None:
    """The draft can be loaded, and lines of hostile text stay comments."""
    hostile = "The rogue troops\u2028x: [y]. Rogue troops: {a}. "
    table = suggest_variants(analysed(hostile, lexicon="foreign-forces"), "foreign-troops")
    draft = yaml.safe_load(draft_yaml(table, "foreign-troops"))
    assert draft == {
        "variants": [{"id": "rogue-troops", "exact": ["rogue troops"], "status": "unsourced"}]
    }
    assert yaml.safe_load(draft_yaml(table.iloc[:0], "x")) == {"variants": []}


def test_unknown_concept() -> None:
    """The message lists concepts there are."""
    with pytest.raises(framing.SettingsError, match=r"no concept 'nope'.*foreign-troops"):
        suggest_variants(analysed(TEXT, lexicon="foreign-forces"), "nope")


def test_concordance() -> None:
    """A term is found whole, with context on one line, its voice and exact offsets."""
    article = Article("a", "Post", text="The port\n\nof Tarn. Ports fell. “Port!” he said.")
    table = concordance([article], "port", width=10)
    assert table["text"].tolist() == ["port", "Port"]
    assert table["voice"].tolist() == ["own", "quoted"]
    assert table["right"].iloc[0] == "of Tarn. P"
    assert concordance([article], "port*")["text"].tolist() == ["port", "Ports", "Port"]


def test_concordance_of_chosen_mentions() -> None:
    """The lines behind a number are those of the rows given."""
    analysis = analysed(TEXT)
    quoted = analysis.mentions[analysis.mentions["voice"] == "quoted"]
    assert concordance_lines(analysis, quoted)["start"].tolist() == quoted["start"].tolist()


def test_a_term_without_a_word() -> None:
    """Punctuation alone is refused."""
    with pytest.raises(framing.SettingsError, match="there is no word in"):
        concordance([Article("a", text="x")], "…")
