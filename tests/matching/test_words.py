"""Which words count as a naming: whole words, spellings of the same words, context, case, date."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from framing.errors import LexiconError
from framing.lexicon import Lexicon, lexicon_from_mapping
from framing.matching import Entry, Matcher
from framing.matching.context import WINDOW, Elsewhere, compile_phrases
from framing.matching.resolving import longest_of_each
from framing.values import Document

Naming = Callable[..., Lexicon]
Found = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the war crime, a warcrime, postwar crimes", ["war crime"]),
        ("War Crimes and WAR CRIME", ["War Crimes", "WAR CRIME"]),
        ("a war-crime, a war‑crime, a war–crime", ["war-crime", "war‑crime", "war–crime"]),
        ("war\u00a0crime war  crime war\ncrime war\r\ncrime war \n crime", 5),
        ("the war\n\ncrime and war. Crime and war - crime", []),
        ("the war crime's end, the war crimes’ end", ["war crime", "war crimes"]),
        ("“war crime” (war crime) war crime… war crime—", 4),
        ("a wa\u00adr cr\u200bime", ["wa\u00adr cr\u200bime"]),
        ("war_crime, war crime_, 1war crime, war crime2", []),
        ("WAR CRİME and war crime", ["WAR CRİME", "war crime"]),
    ],
)
def test_same_words(naming: Naming, found: Found, text: str, expected: list[str] | int) -> None:
    """A form is found however its words are spaced, joined or spelt, and only as whole words."""
    hits = found(Matcher([naming([{"id": "v", "nouns": ["war crime"]}])]), text)
    assert (len(hits) if isinstance(expected, int) else hits) == expected


@pytest.mark.parametrize(
    ("variant", "text", "expected"),
    [
        ({"exact": ["women's rights"]}, "Women’s rights", ["Women’s rights"]),
        ({"exact": ["café"]}, "cafe\u0301 café cafe", ["cafe\u0301", "café"]),
        ({"exact": ["cafe"]}, "cafe\u0301 café cafe", ["cafe"]),
        ({"exact": ["U.S."]}, "the U.S. army, the U.S.", ["U.S.", "U.S."]),
        ({"exact": [":)"]}, "well :) done:)", [":)", ":)"]),
        ({"exact": ["terroris*"]}, "terrorist, Terrorists, terror, bioterrorism", 2),
        ({"exact": ["terroris* attack"]}, "terrorist attack, terrorists attacks", 1),
        ({"exact": ["US"], "case": True}, "US us Us U.S.", ["US"]),
        ({"exact": ["polish"], "case": True}, "polish Polish", ["polish"]),
        ({"verbs": ["strike"]}, "struck, striking, strikes, stroke", 3),
        ({"verbs": ["crack down"]}, "cracked down; cracking down; down", 2),
        ({"nouns": ["passer-by"]}, "passers-by and a passer by", ["passers-by", "passer by"]),
        ({"nouns": ["labour camp"]}, "labor camps, labour camp", ["labor camps", "labour camp"]),
        ({"nouns": ["POW camp"]}, "a P.O.W. camp, POW camps", ["P.O.W. camp", "POW camps"]),
        ({"nouns": ["POW"], "case": True}, "P.O.W.s, a P.O.W., p.o.w.", ["P.O.W.s", "P.O.W."]),
        ({"nouns": ["POW"], "unless": ["POW Act"]}, "the P.O.W. Act, a POW", ["POW"]),
        ({"nouns": ["fan"], "unless": ["tea fan*"]}, "Tea fans, a tea fan's cup, fans.", ["fans"]),
        ({"exact": ["old deals"], "unless": ["the old deal*"]}, "the old deals; old deals", 1),
        ({"exact": ["deal men"], "unless": ["fair deal*"]}, "deal men of fair deals", []),
        ({"exact": ["fans"], "unless": ["tea fan"]}, "tea fans", ["fans"]),
    ],
)
def test_forms(
    naming: Naming,
    found: Found,
    variant: Mapping[str, object],
    text: str,
    expected: list[str] | int,
) -> None:
    """Each way of listing an entry finds what it says and nothing else."""
    hits = found(Matcher([naming([{"id": "v", **variant}])]), text)
    assert (len(hits) if isinstance(expected, int) else hits) == expected


@pytest.mark.parametrize(
    ("rules", "text", "expected"),
    [
        ({"unless": ["exercise regime"]}, "The exercise regime and the regime.", ["regime"]),
        ({"unless": ["regime change"]}, "Regime change, regime changes, a regime.", 2),
        ({"unless": ["the old regime fell"]}, "the old regime fell; the old regime", 1),
        ({"unless": ["diet"]}, "A regime of diet. The regime.", ["regime"]),
        ({"unless": ["diet*"]}, "A regime for dieters. The regime.", ["regime"]),
        ({"unless": ["diet"]}, "A regime for dieters. The regime.", 2),
        ({"requires": ["the regime"]}, "The regime and a regime.", ["regime"]),
        ({"requires": ["army", "police"]}, "The regime. Police of the regime.", ["regime"]),
        ({"requires": ["army"]}, "The regime.", []),
    ],
)
def test_context(
    naming: Naming,
    found: Found,
    rules: Mapping[str, object],
    text: str,
    expected: list[str] | int,
) -> None:
    """A phrase with the word in it must cover the hit; any other may stand in the sentence."""
    hits = found(Matcher([naming([{"id": "v", "exact": ["regime"], **rules}])]), text)
    assert (len(hits) if isinstance(expected, int) else hits) == expected


@pytest.mark.parametrize(
    ("date", "count"),
    [(None, 1), ("2019-12-31", 0), ("2020-01-01", 1), ("2020-06-30T23:59:00Z", 1), ("2021", 0)],
)
def test_dates(naming: Naming, found: Found, date: str | None, count: int) -> None:
    """A dated variant counts from its first to its last day, and where no date is known."""
    variant = {
        "id": "v",
        "exact": ["junta"],
        "valid_from": "2020-01-01",
        "valid_to": "2020-06-30",
    }
    assert len(found(Matcher([naming([variant])]), "The junta spoke.", date)) == count


def test_longest_of_one_concept_wins(naming: Naming, found: Found) -> None:
    """Within one concept the longest of overlapping namings is the only one."""
    concept = naming(
        [
            {"id": "a", "exact": ["drone strike"]},
            {"id": "b", "exact": ["terror drone strike"]},
            {"id": "c", "exact": ["strike"]},
        ]
    )
    text = "A terror drone strike, a drone strike, a strike."
    assert found(Matcher([concept]), text) == ["terror drone strike", "drone strike", "strike"]


def test_concepts_overlap(naming: Naming, document: Callable[[str], Document]) -> None:
    """Namings of different concepts are all found, in order of start, −end, entry."""
    lexicons = [
        naming([{"id": "v", "exact": ["occupation"]}], concept="a"),
        naming([{"id": "v", "exact": ["occupation forces"]}], concept="b"),
        naming([{"id": "v", "exact": ["forces"]}], concept="c"),
    ]
    hits = Matcher(lexicons).find(document("The occupation forces."))
    assert [(hit.start, hit.end, hit.entry) for hit in hits] == [
        (4, 21, 1),
        (4, 14, 0),
        (15, 21, 2),
    ]


def test_boilerplate_yields_nothing(naming: Naming, document: Callable[..., Document]) -> None:
    """A hit whose sentence is boilerplate is dropped."""
    matcher = Matcher([naming([{"id": "v", "exact": ["war"]}])])
    assert len(matcher.find(document("The war."))) == 1
    assert matcher.find(document("The war.", "boilerplate")) == []


def test_unsourced_is_off(naming: Naming, found: Found) -> None:
    """A variant marked unsourced is kept in the file and out of the matcher."""
    matcher = Matcher(
        [
            naming(
                [
                    {"id": "a", "exact": ["war"], "status": "unsourced"},
                    {"id": "b", "exact": ["conflict"]},
                ]
            )
        ]
    )
    assert [entry.variant for entry in matcher.entries] == ["b"]
    assert found(matcher, "War and conflict.") == ["conflict"]


def test_entries_say_what_the_table_shows(naming: Naming) -> None:
    """An entry holds the first slot's direction, and `loaded` only in naming lexicons."""
    loaded = naming(
        [{"id": "v", "exact": ["x"], "intensity": 2, "toward": {"b": 1}, "register": "partisan"}],
        {"a": "first", "b": "second"},
    )
    category = lexicon_from_mapping(
        {
            "kind": "category",
            "id": "cat",
            "concepts": [{"id": "c", "variants": [{"id": "v", "exact": ["x"], "weight": 0.5}]}],
        }
    )
    assert Matcher([loaded, category]).entries == (
        Entry("lex", "c", "v", "a", 0, 2, True, None, "partisan"),
        Entry("cat", "c", "v", None, None, 0, None, 0.5, None),
    )


def test_exact_entry_beats_prefix_in_category_lexicons(document: Callable[[str], Document]) -> None:
    """`abandon*` says nothing of "abandoned" where that is an entry of its own."""
    category = lexicon_from_mapping(
        {
            "kind": "category",
            "id": "cat",
            "concepts": [
                {"id": "loss", "exact": ["abandon*", "aban*"]},
                {"id": "past", "exact": ["abandoned", "abandon*"]},
            ],
        }
    )
    matcher = Matcher([category])
    text = "abandoned abandons abandoning abandoned"
    rows = [
        (text[hit.start : hit.end], matcher.entries[hit.entry].concept)
        for hit in matcher.find(document(text))
    ]
    assert rows == [
        ("abandoned", "past"),
        ("abandons", "loss"),
        ("abandons", "past"),
        ("abandoning", "loss"),
        ("abandoning", "past"),
        ("abandoned", "past"),
    ]


def test_nothing_to_find(naming: Naming, found: Found) -> None:
    """Empty texts, empty matchers and texts of spaces give no hits and no error."""
    matcher = Matcher([naming([{"id": "v", "exact": ["war"]}])])
    assert found(matcher, "") == []
    assert found(matcher, " \n\n \r\n") == []
    assert found(Matcher([]), "war") == []


def test_broken_characters_are_no_error(naming: Naming, found: Found) -> None:
    """Half a character, as broken JSON holds it, ends a word and shifts no offset."""
    matcher = Matcher([naming([{"id": "v", "exact": ["war", "café", ":)"]}])])
    assert found(matcher, "\ud800 war \udfff café\ud800 :) war\ud800") == [
        "war",
        "café",
        ":)",
        "war",
    ]


def test_hostile_text_takes_no_long_time(naming: Naming, found: Found) -> None:
    """A megabyte of overlapping words, gaps or one endless word stays linear."""
    import time

    variants = [
        {"id": "a", "exact": ["a a", "a a a"]},
        {"id": "b", "exact": ["b*"]},
        {"id": "c", "exact": ["c"], "unless": ["d"]},
    ]
    matcher = Matcher([naming(variants)])
    start = time.process_time()
    assert len(found(matcher, "a " * 100_000)) == 33_333
    assert len(found(matcher, "b" * 1_000_000)) == 1
    assert len(found(matcher, "c " * 200_000)) == 200_000
    assert found(matcher, " \u00ad" * 300_000) == []
    assert time.process_time() - start < 20


def test_a_multiword_entry_may_hold_several_wildcards(
    naming: Callable[..., Lexicon], found: Callable[..., list[str]]
) -> None:
    """Each star covers the rest of its word, wherever it stands in the entry."""
    matcher = Matcher(
        [naming([{"id": "v", "exact": ["war* crim*", "heart* attack", "cr* of the"]}])]
    )
    text = "Wars crimes, a hearty attack, creams of the past; war criminals; heart attacks."
    assert found(matcher, text) == [
        "Wars crimes",
        "hearty attack",
        "creams of the",
        "war criminals",
    ]


def _classes(*, longest: bool) -> Lexicon:
    return lexicon_from_mapping(
        {
            "id": "classes",
            "kind": "category",
            "longest": longest,
            "concepts": [
                {"id": "conflict", "variants": [{"id": "a", "exact": ["war", "attack"]}]},
                {"id": "law", "variants": [{"id": "b", "exact": ["war crime", "attack"]}]},
            ],
        }
    )


def test_word_classes_count_the_longest_of_all_where_a_file_says_so(
    found: Callable[..., list[str]],
) -> None:
    """Without the option each class counts its own; a word of two classes counts in both always."""
    text = "The war crime and the attack."
    assert found(Matcher([_classes(longest=False)]), text) == [
        "war crime",
        "war",
        "attack",
        "attack",
    ]
    assert found(Matcher([_classes(longest=True)]), text) == ["war crime", "attack", "attack"]


def test_the_longest_of_all_is_for_word_classes_only() -> None:
    """A naming lexicon that asks for it is refused, saying why."""
    with pytest.raises(LexiconError, match="longest"):
        lexicon_from_mapping(
            {
                "id": "x",
                "longest": True,
                "concepts": [{"id": "c", "variants": [{"id": "v", "exact": ["war"]}]}],
            }
        )


def test_a_phrase_that_holds_a_longer_word_undoes_the_prefix_it_begins_with() -> None:
    """`rebel*` is no hit in "rebellious teenager"; as a whole word it is not in that phrase."""
    phrase, text = "rebellious teenager", "the rebellious teenager left "
    around = compile_phrases([phrase], "rebel", prefix=True)
    assert around is not None
    assert around.cover(text, 4, 9)
    assert not around.cover("the rebellious son left ", 4, 9)
    assert compile_phrases([phrase], "rebel", prefix=False) is None


def test_a_word_that_is_a_surname_in_the_text_names_nothing() -> None:
    """Anna Slaughter's name is none of a slaughter wherever it has a capital."""
    lexicon = lexicon_from_mapping(
        {
            "id": "deaths",
            "concepts": [
                {
                    "id": "killing",
                    "slots": {
                        "victim": {"gloss": "who died", "role": "patient", "takes": ["person"]}
                    },
                    "variants": [{"id": "slaughter", "nouns": ["slaughter"], "intensity": 3}],
                }
            ],
        }
    )
    text = "Anna Slaughter spoke. Slaughter saw the slaughter. Will Slaughters end?"
    sentences = ((0, 21), (22, 50), (51, len(text)))
    document = Document("a", "text", text, ((0, len(text)),), sentences, ("body",) * 3)
    found = [text[hit.start : hit.end] for hit in Matcher([lexicon]).find(document)]
    assert found == ["slaughter", "Slaughters"]


def test_words_that_begin_a_name_name_nothing(naming: Naming, found: Found) -> None:
    """The Heroes Act and a Heroes Award are no heroes; a headline's capitals make no name."""
    matcher = Matcher([naming([{"id": "v", "nouns": ["hero"]}])])
    text = "The Heroes Act passed. Heroes Act As One. A Hero Award for heroes. Heroes Go Home."
    assert found(matcher, text) == ["heroes", "Heroes"]


def test_a_phrase_counts_where_it_stands_as_a_word_though_not_at_its_first_place() -> None:
    """The word "war" is none inside "warm", and one after it."""
    low = "warm talk of war went on"
    assert Elsewhere([("war", False)]).stand_in(low, 0, len(low))
    assert not Elsewhere([("war", False)]).stand_in(low, 0, 9)


@pytest.mark.parametrize(
    ("rules", "between", "found_so_often"),
    [
        ({"unless": ["diet"]}, WINDOW - 1, 0),
        ({"unless": ["diet"]}, WINDOW, 1),
        ({"unless_in_sentence": ["diet"]}, 60, 0),
        ({"requires": ["diet"]}, 60, 1),
    ],
)
def test_a_word_that_undoes_a_naming_stands_near_it_or_where_the_lexicon_says(
    naming: Naming, found: Found, rules: dict[str, list[str]], between: int, found_so_often: int
) -> None:
    """A condition reaches over a few words on either side, a topic over the sentence."""
    matcher = Matcher([naming([{"id": "v", "nouns": ["regime"], **rules}])])
    far = " ".join(["then"] * between)
    assert len(found(matcher, f"A diet {far} regime.")) == found_so_often
    assert len(found(matcher, f"A regime {far} diet.")) == found_so_often


def test_of_a_chain_of_finds_the_longest_is_kept_whatever_lies_inside_it() -> None:
    """A short find inside a long one does not end the run in which a third overlaps it."""
    chain = [(0, 20, 0, None, None), (2, 5, 0, None, None), (10, 22, 0, None, None)]
    assert longest_of_each(chain, [0]) == chain[:1]
