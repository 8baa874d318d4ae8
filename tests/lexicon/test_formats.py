"""Foreign dictionaries: read as they are meant, written again, and honest about what is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.errors import LexiconError
from framing.lexicon import (
    Lexicon,
    Variant,
    check_lexicon,
    lexicon_from_mapping,
    load_lexicon,
    write_lexicon,
)
from framing.lexicon.formats import FORMATS
from framing.lexicon.formats.rows import RATES_ONLY
from framing.matching import Matcher
from framing.values import Document


def read(tmp_path: Path, name: str, text: str, encoding: str = "utf-8") -> Lexicon:
    """Write a foreign file and load it as a user would."""
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return load_lexicon(path)


def contents(lexicon: Lexicon) -> dict[str, dict[str, tuple[tuple[str, ...], float | None]]]:
    """Return each category's terms with their words and weight."""
    return {
        concept.id: {
            variant.id: (
                variant.nouns + variant.verbs + variant.adjectives + variant.exact,
                variant.weight,
            )
            for variant in concept.variants
        }
        for concept in lexicon.concepts
    }


def terms(lexicon: Lexicon) -> dict[str, list[str]]:
    """Return each category's terms."""
    return {concept.id: [v.id for v in concept.variants] for concept in lexicon.concepts}


def variant(lexicon: Lexicon, category: str, term: str) -> Variant:
    """Return one term's variant."""
    (concept,) = [each for each in lexicon.concepts if each.id == category]
    (found,) = [each for each in concept.variants if each.id == term]
    return found


def found(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    """Return the words of each hit with its category."""
    matcher = Matcher([lexicon])
    whole = ((0, len(text)),)
    return [
        (text[hit.start : hit.end], matcher.entries[hit.entry].concept)
        for hit in matcher.find(Document("a", "text", text, whole, whole, ("body",)))
    ]


LIWC2007 = "%\n1\tpronoun\n2\taffect\n%\nabandon*\t2\nabandoned\t1\ni\t01\nkind of\t2\n"
LIWC2015 = (
    "%\n1\tfunction (Function Words)\n\t2\tpronoun (Pronouns)\n\t\t3\tppron\n4\taffect\n%\n"
    "i\t1\t2\t3\n:)\t4\n"
)
LIWC_SPACES = "%\n1 pronoun\n2 affect\n%\nkind of  2\ni 1 2\n"


def test_liwc_of_2007(tmp_path: Path) -> None:
    """Tabs part a term from its numbers; several words may be one term."""
    lexicon = read(tmp_path, "my.dic", LIWC2007)
    assert (lexicon.kind, lexicon.id) == ("category", "my")
    assert terms(lexicon) == {
        "pronoun": ["abandoned", "i"],
        "affect": ["abandon*", "kind of"],
    }
    assert lexicon.notes == (RATES_ONLY,)


def test_liwc_exact_beats_prefix_and_phrases_match(tmp_path: Path) -> None:
    """`abandon*` leaves "abandoned" to its own entry, and entries of two words are found."""
    lexicon = read(tmp_path, "my.dic", LIWC2007)
    assert found(lexicon, "Abandoned, abandoning; a kind of") == [
        ("Abandoned", "pronoun"),
        ("abandoning", "affect"),
        ("kind of", "affect"),
    ]


def test_liwc_of_2015_keeps_its_hierarchy(tmp_path: Path) -> None:
    """Indented categories are noted as parts, and written back the same."""
    lexicon = read(tmp_path, "my.dic", LIWC2015)
    assert [(c.id, c.gloss, c.note) for c in lexicon.concepts] == [
        ("function", "Function Words", None),
        ("pronoun", "Pronouns", "part of function"),
        ("ppron", "", "part of pronoun"),
        ("affect", "", None),
    ]
    assert write_lexicon(lexicon, tmp_path / "again.dic") == []
    assert (tmp_path / "again.dic").read_text(encoding="utf-8") == LIWC2015


def test_liwc_parted_by_spaces(tmp_path: Path) -> None:
    """Where there are no tabs, the numbers at a line's end are the codes."""
    assert terms(read(tmp_path, "my.dic", LIWC_SPACES)) == {
        "pronoun": ["i"],
        "affect": ["kind of", "i"],
    }


def test_liwc_conditional_codes(tmp_path: Path) -> None:
    """`<of>` becomes a phrase of its own; other conditions are dropped, and named."""
    text = "%\n1\ta\n2\tb\n3\tc\n%\nkind\t<of>1/2\nlike\t(1 2)3/2\t1\n"
    lexicon = read(tmp_path, "my.dic", text)
    assert terms(lexicon) == {"a": ["kind of", "like"], "b": ["kind", "like"]}
    assert found(lexicon, "kind of; kind") == [("kind of", "a"), ("kind", "b")]
    assert lexicon.notes[1:] == (
        "1 terms have conditional codes, of which only the last choice is kept: 'like'",
    )


def test_liwc_in_windows_1252(tmp_path: Path) -> None:
    """Old files in Windows-1252 are read with their accents."""
    lexicon = read(tmp_path, "my.dic", "%\r\n1\tdéjà\r\n%\r\ncafé\t1\r\n", "cp1252")
    assert terms(lexicon) == {"déjà": ["café"]}


def test_dicx_marks_and_weights(tmp_path: Path) -> None:
    """An X is membership, a number a weight, and terms may hold commas."""
    text = 'DicTerm,good,bad\nfine,X,\n"well, well",0.5,\nawful,,2\n'
    lexicon = read(tmp_path, "my.dicx", text)
    assert contents(lexicon) == {
        "good": {"fine": (("fine",), None), "well, well": (("well, well",), 0.5)},
        "bad": {"awful": (("awful",), 2.0)},
    }
    assert write_lexicon(lexicon, tmp_path / "again.dicx") == []
    assert (tmp_path / "again.dicx").read_text(encoding="utf-8") == text


QUANTEDA = """\
power:
  __:
  - rule*
  force:
  - war crime
  - wom?n
peace:
- treaty
"""


def test_quanteda(tmp_path: Path) -> None:
    """Nested keys become paths, `__` the key itself, `?` a letter, `_` a space."""
    lexicon = read(tmp_path, "my.yml", QUANTEDA.replace("war crime", "war_crime"))
    assert terms(lexicon) == {
        "power": ["rule*"],
        "power > force": ["war crime", "wom?n"],
        "peace": ["treaty"],
    }
    assert [words for words, _ in found(lexicon, "Women, a woman; womn; ruled, war crime")] == [
        "Women",
        "woman",
        "ruled",
        "war crime",
    ]
    assert lexicon.notes[1:] == ("1 patterns with ? are written out letter by letter: 'wom?n'",)
    notes = write_lexicon(lexicon, tmp_path / "again.yml", format_name="quanteda")
    assert notes == []
    assert (tmp_path / "again.yml").read_text(encoding="utf-8") == QUANTEDA


def test_quanteda_patterns_that_cannot_be_kept(tmp_path: Path) -> None:
    """`*` before or inside a word is left out and said so."""
    lexicon = read(tmp_path, "my.yml", "k:\n- '*ism'\n- anti*war\n- peace*\n")
    assert terms(lexicon) == {"k": ["peace*"]}
    assert lexicon.notes[1:] == (
        "2 patterns with * inside or before a word are left out: '*ism', 'anti*war'",
    )


RULER = (
    '{"label": "FORCE", "pattern": [{"LOWER": "occupation"}, {"LOWER": "force"}]}\n'
    '{"label": "STATE", "pattern": "US"}\n'
)


def test_entity_ruler(tmp_path: Path) -> None:
    """Tokens in small letters match any case, a phrase only its own."""
    lexicon = read(tmp_path, "my.jsonl", RULER)
    assert found(lexicon, "Occupation Force of the US, us") == [
        ("Occupation Force", "FORCE"),
        ("US", "STATE"),
    ]
    assert write_lexicon(lexicon, tmp_path / "again.jsonl") == []
    assert (tmp_path / "again.jsonl").read_text(encoding="utf-8") == RULER


def test_entity_ruler_warns_of_what_never_matches(tmp_path: Path) -> None:
    """A LOWER value with capitals is read in small letters; operators are left out."""
    lexicon = read(
        tmp_path,
        "my.jsonl",
        '{"label": "F", "pattern": [{"LOWER": "Occupation"}]}\n'
        '{"label": "F", "pattern": [{"LEMMA": "occupy"}]}\n',
    )
    assert terms(lexicon) == {"F": ["occupation"]}
    assert lexicon.notes[1:] == (
        "1 patterns with operators, lemmas, flags or regexes are left out: "
        '\'[{"LEMMA": "occupy"}]\'',
        "1 LOWER values hold capitals, which spaCy can never match; read in small: 'Occupation'",
    )


@pytest.mark.parametrize(
    "text",
    [
        "term,category,weight\nwar,bad,2\npeace,good,\n",
        "war,bad,2\npeace,good\n",
        "Word;Class;Score\nwar;bad;2\npeace;good;\n",
        "category\tnote\tterm\tweight\nbad\tx\twar\t2\ngood\ty\tpeace\t\n",
    ],
)
def test_csv(tmp_path: Path, text: str) -> None:
    """Comma, semicolon or tab, with a header in any order or with none."""
    lexicon = read(tmp_path, "my.csv", text)
    assert contents(lexicon) == {
        "bad": {"war": (("war",), 2.0)},
        "good": {"peace": (("peace",), None)},
    }
    write_lexicon(lexicon, tmp_path / "again.csv")
    assert (tmp_path / "again.csv").read_text(encoding="utf-8") == (
        "term,category,weight\nwar,bad,2\npeace,good,\n"
    )


def test_nrc(tmp_path: Path) -> None:
    """What is 0 is not in the category; ones are membership, scores weights."""
    text = "war\tanger\t1\nwar\tjoy\t0\npeace\tanger\t0\npeace\tjoy\t1\n"
    lexicon = read(tmp_path, "my.tsv", text)
    assert terms(lexicon) == {"anger": ["war"], "joy": ["peace"]}
    write_lexicon(lexicon, tmp_path / "again.tsv")
    assert (tmp_path / "again.tsv").read_text(encoding="utf-8") == text
    scored = read(tmp_path, "scored.tsv", "term\temotion\tscore\nwar\tanger\t0.75\n")
    assert contents(scored) == {"anger": {"war": (("war",), 0.75)}}


def test_mpqa(tmp_path: Path) -> None:
    """A stemmed clue is inflected by its part of speech and written back as it was."""
    text = (
        "type=weaksubj len=1 word1=abandoned pos1=adj stemmed1=n priorpolarity=negative\n"
        "type=strongsubj len=1 word1=abase pos1=verb stemmed1=y priorpolarity=negative\n"
        "type=strongsubj len=1 word1=love pos1=anypos stemmed1=y priorpolarity=positive\n"
    )
    lexicon = read(tmp_path, "my.tff", text)
    assert list(terms(lexicon)) == [
        "weaksubj negative",
        "strongsubj negative",
        "strongsubj positive",
    ]
    assert variant(lexicon, "strongsubj negative", "abase").verbs == ("abase",)
    assert found(lexicon, "abasing loves loved abandoned")[0] == ("abasing", "strongsubj negative")
    assert len(found(lexicon, "abasing loves loved abandoned")) == 4
    write_lexicon(lexicon, tmp_path / "again.tff")
    again = (tmp_path / "again.tff").read_text(encoding="utf-8")
    assert again == text.replace("pos1=adj stemmed1=n", "pos1=anypos stemmed1=n")


def test_vader(tmp_path: Path) -> None:
    """The mean is the weight, signs of the face are found, deviations are lost and said so."""
    text = ":)\t2.0\t1.18322\t[2, 2, 1]\nawful\t-2.0\t0.63246\t[-2, -2]\n"
    lexicon = read(tmp_path, "my.txt", text)
    assert contents(lexicon) == {
        "positive": {":)": ((":)",), 2.0)},
        "negative": {"awful": (("awful",), -2.0)},
    }
    assert found(lexicon, "well :) awful") == [(":)", "positive"), ("awful", "negative")]
    assert write_lexicon(lexicon, tmp_path / "again.txt") == [
        "categories are lost, VADER keeps a weight only"
    ]
    assert contents(load_lexicon(tmp_path / "again.txt")) == contents(lexicon)


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
    path.write_text(LIWC2007, encoding="utf-8")
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
