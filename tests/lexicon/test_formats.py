"""Foreign dictionaries: read as they are meant, and written again."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.errors import LexiconError
from framing.lexicon import Lexicon, Variant, load_lexicon, write_lexicon
from framing.lexicon.formats.termrows import RATES_ONLY
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
    """`<of>` becomes a phrase of its own; terms with other conditions are left out, and named."""
    text = "%\n1\ta\n2\tb\n3\tc\n%\nkind\t<of>1/2\nlike\t(02 134)125/464\t1\n"
    lexicon = read(tmp_path, "my.dic", text)
    assert terms(lexicon) == {"a": ["kind of"], "b": ["kind"]}
    assert found(lexicon, "kind of; kind") == [("kind of", "a"), ("kind", "b")]
    assert lexicon.notes[1:] == ("1 terms have conditional codes and are left out: 'like'",)


def test_plain_word_list(tmp_path: Path) -> None:
    """A text file with a word or a phrase a line is one category, called as the file is."""
    lexicon = read(tmp_path, "fear.txt", "# my words\nafraid\n\nat risk\nterr*\n")
    assert terms(lexicon) == {"fear": ["afraid", "at risk", "terr*"]}
    assert write_lexicon(lexicon, tmp_path / "again.txt", format_name="words") == []
    again = (tmp_path / "again.txt").read_text(encoding="utf-8")
    assert again == "afraid\nat risk\nterr*\n"


def test_wildcards_within_phrases(tmp_path: Path) -> None:
    """A wildcard stands at the end of any word of a phrase; one inside a word is left out."""
    lexicon = read(tmp_path, "mine.txt", "bad* word*\nw*rd\n")
    text = "Badly worded; bad words; bad; word."
    assert found(lexicon, text) == [("Badly worded", "mine"), ("bad words", "mine")]
    assert lexicon.notes[1:] == ("1 patterns with * inside or before a word are left out: 'w*rd'",)
    assert write_lexicon(lexicon, tmp_path / "again.txt", format_name="words") == []
    assert (tmp_path / "again.txt").read_text(encoding="utf-8") == "bad* word*\n"


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


@pytest.mark.parametrize(
    ("text", "is_dictionary"),
    [
        ("Varenia: [Varenian, the Keep]\nBread League: [the League]\n", False),
        ("Varenia: [Varenia, Castrel]\nTolmark: [Tolmarki]\n", False),
        ("States: [Varenia, Tolmark]\n", True),
        ("Fear: [panic, Fear]\n", True),
    ],
)
def test_a_file_of_targets_is_no_dictionary(tmp_path: Path, text: str, is_dictionary: bool) -> None:
    """Names with their aliases are refused as a lexicon, with the option that takes them."""
    if is_dictionary:
        assert read(tmp_path, "words.yaml", text).concepts
    else:
        with pytest.raises(LexiconError, match=r"parties\.yaml.*--targets"):
            read(tmp_path, "parties.yaml", text)


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


def test_a_format_is_not_written_under_anothers_ending(tmp_path: Path) -> None:
    """What would be read back as another format is refused, with the ending that fits."""
    path = tmp_path / "mine.yaml"
    with pytest.raises(LexiconError, match=r"another format than liwc; end its name in \.dic"):
        write_lexicon(load_lexicon("protest"), path, format_name="liwc")
    assert not path.exists()
    write_lexicon(load_lexicon("protest"), path, format_name="quanteda")
    assert load_lexicon(path).kind == "category"
