"""Foreign dictionaries: what can't be read is refused, what can't be written is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.errors import LexiconError
from framing.lexicon import (
    Lexicon,
    check_lexicon,
    lexicon_from_mapping,
    load_lexicon,
    write_lexicon,
)
from framing.lexicon.formats import FORMATS
from framing.lexicon.formats.termrows import RATES_ONLY


def read(tmp_path: Path, name: str, text: str) -> Lexicon:
    """Write a foreign file and load it as a user would."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return load_lexicon(path)


def terms(lexicon: Lexicon) -> dict[str, list[str]]:
    """Return each category's terms."""
    return {concept.id: [v.id for v in concept.variants] for concept in lexicon.concepts}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "a.dic",
            "%\n1\ta\nwar\t1\n",
            "a LIWC dictionary begins with two lines holding only %, its categories between "
            "them; found 1",
        ),
        (
            "a.dic",
            "%\n1\ta\n%\nwar\t7\n",
            "line 4: the category number 7 is not declared between the two % lines; add it there",
        ),
        ("a.dic", "%\nx\n%\n", "line 2: 'x' is no category; write a number, a tab and a name"),
        ("a.csv", "war,bad,much\n", "line 1: the weight 'much' is not a number"),
        ("a.csv", "war\n", "line 1: a term and a category are wanted, 1 found"),
        ("a.tff", "war bad\n", "line 1: a clue without type=; is it an MPQA .tff file?"),
        (
            "a.jsonl",
            "{}\n",
            'line 1: not a pattern of the form {"label": …, "pattern": …}',
        ),
        (
            "a.doc",
            "x",
            "no lexicon format has files ending in '.doc'; known are .yaml, .yml, .json, .csv, "
            ".dic, .dicx, .jsonl, .tff, .tsv, .txt",
        ),
        (
            "a.nrc.tsv",
            "war\tanger\t0\n",
            "no terms found; is it really in the format nrc? `framing lexicon check` shows what "
            "was read",
        ),
    ],
)
def test_unreadable_files(tmp_path: Path, name: str, text: str, message: str) -> None:
    """What is wrong with a foreign file is said with its line."""
    with pytest.raises(LexiconError) as caught:
        read(tmp_path, name, text)
    where = ", " if message.startswith("line") else ": "
    assert str(caught.value) == f"{tmp_path / name}{where}{message}"


def test_check_says_what_reading_loses(tmp_path: Path) -> None:
    """`check_lexicon` of a foreign file gives the notes of its import."""
    path = tmp_path / "my.dic"
    path.write_text("%\n1\taffect\n%\nwar\t1\n", encoding="utf-8")
    assert [(each.level, each.what) for each in check_lexicon(path)] == [("note", RATES_ONLY)]


NAMING = lexicon_from_mapping(
    {
        "id": "forces",
        "sources": {"guide": {"title": "A Guide"}},
        "concepts": [
            {
                "id": "troops",
                "gloss": "troops abroad",
                "slots": {"holder": {"gloss": "whose", "after": ["of"]}, "host": "where"},
                "variants": [
                    {
                        "id": "occupation",
                        "nouns": ["occupation force"],
                        "toward": {"holder": -1},
                        "intensity": 3,
                        "sources": [{"id": "guide", "locator": "p. 1"}, "guide"],
                        "unless": ["occupation force museum"],
                    },
                    {"id": "national", "nouns": ["{nation:holder} force"]},
                ],
                "rulings": [
                    {
                        "outlet": "Post",
                        "variant": "occupation",
                        "rule": "avoid",
                        "source": "guide",
                    }
                ],
            }
        ],
    }
)


def test_our_own_format_round_trips(tmp_path: Path) -> None:
    """A lexicon written as YAML and read again is the same in all that counts."""
    path = tmp_path / "forces.yaml"
    assert write_lexicon(NAMING, path) == []
    again = load_lexicon(path)
    assert again.concepts == NAMING.concepts
    assert again.sources == NAMING.sources


def test_losses_of_a_naming_lexicon_are_named(tmp_path: Path) -> None:
    """Writing a naming lexicon as CSV says everything that CSV can't hold."""
    notes = write_lexicon(NAMING, tmp_path / "forces.csv")
    assert notes == [
        "2 forms with slots are left out, such as '{nation:holder} force'",
        "which variant a form belongs to, directions, intensities, sources and rulings are lost",
        "context rules (requires, unless) are lost",
        "inflected forms are written out, so the entries themselves are lost",
    ]
    assert terms(load_lexicon(tmp_path / "forces.csv")) == {
        "troops": ["occupation force", "occupation forces"]
    }


word = st.text("abcdefgh", min_size=1, max_size=6)
term = st.builds(
    lambda words, star: " ".join(words) + star,
    st.lists(word, min_size=1, max_size=2),
    st.sampled_from(["", "*"]),
)
weight = st.integers(-40, 40).filter(bool).map(lambda number: number / 10)
categories = st.dictionaries(
    st.text("pqrstu", min_size=2, max_size=5),
    st.lists(term, min_size=1, max_size=4, unique=True),
    min_size=1,
    max_size=3,
)


@settings(max_examples=40, deadline=None)
@given(categories, st.sampled_from(["liwc", "dicx", "quanteda", "csv", "nrc"]))
def test_what_is_written_reads_the_same(
    tmp_path_factory: pytest.TempPathFactory, listed: dict[str, list[str]], name: str
) -> None:
    """Formats of plain terms hold categories and terms, whatever these are."""
    lexicon = lexicon_from_mapping(
        {
            "kind": "category",
            "id": "x",
            "concepts": [{"id": key, "exact": words} for key, words in listed.items()],
        }
    )
    suffix = FORMATS[name].suffixes[0] if FORMATS[name].suffixes else ".yaml"
    path = tmp_path_factory.mktemp("formats") / f"x{suffix}"
    write_lexicon(lexicon, path, format_name=name)
    again = terms(load_lexicon(path))
    assert {key: sorted(words) for key, words in again.items()} == {
        key: sorted(words) for key, words in listed.items()
    }
