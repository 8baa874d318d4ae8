"""Finding cues: words in their places, passives, what voice adds, and negation's window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from framing.stance import CUE_KINDS, cues, find_cues, negated_spans, passives
from framing.stance.cuewords import WordFinder
from framing.values import Attribution, Cue, Distancing, Document, Reading

NOTHING = Reading((), (), ())
WORDS = {
    "may": ["modal"],
    "will": ["modal"],
    "no": ["negation"],
    "clearly": ["booster"],
    "savage": ["evaluative-negative"],
    "not": ["negation"],
    "never": ["negation"],
    "of course": ["booster"],
    "was": ["passive-auxiliary"],
    "were": ["passive-auxiliary"],
    "been": ["passive-auxiliary"],
    "is": ["passive-auxiliary"],
    "being": ["passive-auxiliary"],
    "got": ["passive-auxiliary"],
    "president": ["title"],
    "gen": ["title"],
    "strongman": ["epithet"],
    "embattled": ["epithet"],
}
PARTICIPLES = {
    "participle": frozenset((b"shot", b"taken")),
    "not-participle": frozenset((b"tired", b"hundred")),
}


@pytest.fixture(autouse=True)
def small_lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a small word list in the place of the shipped ones."""
    finder = WordFinder(WORDS)
    monkeypatch.setattr(cues, "cue_words", lambda: finder)
    monkeypatch.setattr(passives, "word_set", lambda _, name: PARTICIPLES[name])


@pytest.fixture
def found(document_of: Callable[..., Document]) -> Callable[..., list[tuple[str, str]]]:
    """Return a finder of (words, kind) in a text."""

    def find(text: str, reading: Reading = NOTHING, **options: Any) -> list[tuple[str, str]]:
        document = document_of(text, **options)
        return [(text[cue.start : cue.end], cue.kind) for cue in find_cues(document, reading)]

    return find


Found = Callable[..., list[tuple[str, str]]]


def test_month_and_surname_are_no_cues(found: Found) -> None:
    """A capitalised word inside a sentence is a name, and so is one before a day's number."""
    assert found("In May, Mike Savage met Will. May 5 was cold. Savage fights may follow.") == [
        ("Savage", "evaluative_negative"),
        ("may", "modal"),
    ]


def test_a_capital_after_a_quotation_mark_opens_a_sentence(found: Found) -> None:
    """The first word of a quotation counts although it is capitalised."""
    assert found("He said, “Clearly not.”") == [("Clearly", "booster"), ("not", "negation")]


def test_a_phrase_does_not_run_over_a_stop(found: Found) -> None:
    """Words on both sides of a clause's end are no phrase."""
    assert found("It was heard of. Course work, of course") == [("of course", "booster")]


def test_names_answers_and_numbers_are_no_cues(found: Found) -> None:
    """May and Will are people unless they ask or wish; "No, …" answers, "No. 5" counts."""
    assert found("May won the vote.") == []
    assert found("Will Hale spoke.") == []
    assert found("Will the plan fail?") == [("Will", "modal")]
    assert found("May they rest.") == [("May", "modal")]
    assert found("No, he left.") == []
    assert found("No. 5 left.") == []
    assert found("No ships left.") == [("No", "negation")]


def test_headline_words_count_though_capitalised(found: Found) -> None:
    """In a headline capitals say nothing."""
    assert found("Ruiz May Leave", zone="headline", field="title") == [("May", "modal")]


def test_boilerplate_has_no_cues(found: Found) -> None:
    """Nothing is found in boilerplate."""
    assert found("You may subscribe.", zone="boilerplate") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine were killed.", ("were killed", "agentless_passive")),
        ("Nine were brutally killed.", ("were brutally killed", "agentless_passive")),
        ("Nine were killed late on Friday by soldiers.", ("were killed", "agent_passive")),
        ("He got shot.", ("got shot", "agentless_passive")),
        ("Nine were killed. Later, by noon, more.", ("were killed", "agentless_passive")),
        ("He was “neutralized” there.", ("was “neutralized", "agentless_passive")),
        ("He is being taken away.", ("is being taken", "agentless_passive")),
    ],
)
def test_passives(found: Found, text: str, expected: tuple[str, str]) -> None:
    """A form of be or get and a participle are a passive, with an agent or without."""
    assert expected in found(text)
    assert sum(kind.endswith("passive") for _, kind in found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "They were tired.",
        "It was there. Killed in May, he rests.",
        "It was, killed or not, over.",
        "It was hundred-odd.",
        "It was",
        "It was ",
    ],
)
def test_no_passives(found: Found, text: str) -> None:
    """Predicate adjectives and words past a stop or comma are no passive."""
    assert [kind for _, kind in found(text) if kind.endswith("passive")] == []


def test_titles_and_epithets_stand_before_names(found: Found) -> None:
    """A title counts before a name, directly or through another title or epithet."""
    text = "The embattled president Ana Ruiz met Gen. Sol. A strongman left. Strongman Ruiz came."
    assert found(text) == [
        ("embattled", "epithet"),
        ("president", "title"),
        ("Gen", "title"),
        ("Strongman", "epithet"),
    ]


def test_epithets_in_capitalised_headlines_are_left_out(found: Found) -> None:
    """Where every word is capitalised nothing tells a name from a noun."""
    assert found("Strongman Leaves Talks Early", zone="headline", field="title") == []


def test_voice_gives_doubt_sources_and_scopes(found: Found) -> None:
    """Attributions and distancings become cues over the spans they name."""
    text = "An aide claimed “peace” would come."
    said = Attribution(
        "indirect", "An aide", None, "anonymous", "claimed", "doubt", (0, 7), (8, 15),
        ((16, 34),), "leading",
    )  # fmt: skip
    scare = Distancing(17, 22, 16, 23, "scare_quote", "short-quote")
    assert found(text, Reading((said,), (scare,), ((16, 23),))) == [
        ("An aide", "anonymous_source"),
        ("claimed", "doubt"),
        ("“peace”", "scare_quote"),
    ]


def test_cues_know_their_voice_and_sentence(document_of: Callable[..., Document]) -> None:
    """A cue inside reported content has its voice; sentences are numbered from 0."""
    text = "It may rain. The mayor said it may snow."
    said = Attribution(
        "indirect", "The mayor", None, "official", "said", "neutral", (13, 22), (23, 27),
        ((28, 39),), "leading",
    )  # fmt: skip
    document = document_of(text)
    modals = [c for c in find_cues(document, Reading((said,), (), ())) if c.kind == "modal"]
    assert [(c.voice, c.sentence) for c in modals] == [("own", 0), ("attributed", 1)]


def test_every_kind_found_is_declared(found: Found) -> None:
    """Every class of the word list maps to a declared kind."""
    names = {name for names in WORDS.values() for name in names} - {"passive-auxiliary"}
    assert {name.replace("-", "_") for name in names} <= set(CUE_KINDS)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("They are not terrorists", True),
        ("They are not in fact terrorists", True),
        ("They are not one of the terrorists", False),
        ("They did not. The terrorists", False),
        ("Not so; terrorists", False),
        ("terrorists never rest", False),
    ],
)
def test_negation_reaches_three_words(
    document_of: Callable[..., Document], text: str, flag: bool
) -> None:
    """A negation within the three words before a span flags it, within its clause."""
    document = document_of(text)
    at = text.index("terrorists")
    cues_found = find_cues(document, NOTHING)
    assert negated_spans(document, cues_found, [(at, at + 10)]) == [flag]


def test_no_negation_flags_nothing(document_of: Callable[..., Document]) -> None:
    """Without negations every flag is false, one for each span."""
    document = document_of("They rest.")
    other = [Cue(0, 4, "hedge", "own", 0)]
    assert negated_spans(document, other, [(5, 9), (0, 4)]) == [False, False]


def test_a_withheld_name_is_shown_with_the_words_that_stand_for_it(found: Found) -> None:
    """The cue is "A diplomat who", not "who" alone, where a relative clause was read as source."""
    text = "A senior diplomat who asked not to be named said so."
    at = text.index("who")
    source = Attribution(
        kind="indirect",
        speaker="who",
        speaker_name=None,
        speaker_kind="anonymous",
        cue="said",
        cue_class="neutral",
        source_span=(at, at + 3),
        cue_span=(text.index("said"), text.index("said") + 4),
        content=((text.index("so."), len(text) - 1),),
        rule="test",
        act="speech",
    )
    cues_found = found(text, Reading((source,), (), ()))
    assert ("A senior diplomat who", "anonymous_source") in cues_found
