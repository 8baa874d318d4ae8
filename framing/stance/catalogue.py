"""What each stance feature is: definition, denominator, source, and where it is known to err."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

__all__ = [
    "CHARGED",
    "CUE_MEANINGS",
    "FEATURES",
    "RATED",
    "REPORTING",
    "SENTIMENT_FEATURES",
    "Feature",
]

Measure: TypeAlias = Literal["count", "rate", "share", "figure"]


class Feature(NamedTuple):
    """One column of ``analysis.scores`` that stance computes.

    `name` is the column's; `definition` says in words what it holds. `measure` is ``count`` (an
    integer), ``rate`` (per 1,000 or 100 words), ``share`` (0 to 1) or ``figure``; `denominator`
    names the column a rate or share is of. `source` is the work that the measure is from, and
    `known_error` where it is known to err; "–" where there is none.
    """

    name: str
    definition: str
    measure: Measure
    denominator: str | None
    source: str
    known_error: str


_WORDS_ONLY = "words without their sense: homographs and ironic uses count"
_HYLAND = "Hyland 2005, doi:10.1177/1461445605050365"
_APPRAISAL = "Martin & White 2005, doi:10.1057/9780230511910"
_HENLEY = "Henley, Miller & Beazley 1995, J. of Language and Social Psychology 14"
_VOICE_ERROR = "as good as the voice reader: undetected attribution counts as own"

# kind of cue → what it is, source, known error; a class of that id stands in a cue lexicon
_CUES: dict[str, tuple[str, str, str]] = {
    "hedge": (
        "words that withhold commitment",
        _HYLAND,
        "'about' and 'around' before numbers count; 'about' as a preposition is excepted by phrase",
    ),
    "booster": (
        "words that close the question",
        _HYLAND,
        "'clear' and 'certain' as plain adjectives count unless an excepted phrase",
    ),
    "factive": (
        "predicates that presuppose their complement",
        "Hooper 1975, Syntax and Semantics 4",
        "counted by the verb, with or without a complement clause",
    ),
    "implicative": (
        "predicates that imply their complement or its negation",
        "Karttunen 1971, Language 47(2)",
        "'have to', 'got to' and 'forced to' can be plain necessity",
    ),
    "modal": ("modal and semi-modal verbs", _APPRAISAL, "'can' and 'will' as nouns count"),
    "negation": (
        "negative words",
        _APPRAISAL,
        "affixal negation (un-, -less) is not counted",
    ),
    "intensifier": ("degree words", _APPRAISAL, _WORDS_ONLY),
    "evaluative_negative": (
        "unfavourable adjectives and adverbs",
        _APPRAISAL,
        _WORDS_ONLY,
    ),
    "evaluative_positive": (
        "favourable adjectives and adverbs",
        _APPRAISAL,
        _WORDS_ONLY,
    ),
    "euphemism": ("mild words for harsh things", "Allan & Burridge 2006", _WORDS_ONLY),
    "dysphemism": ("harsh words where milder exist", "Allan & Burridge 2006", _WORDS_ONLY),
    "title": (
        "offices, ranks and honorifics before a name",
        "van Leeuwen 2008",
        "a title before any capitalised word counts",
    ),
    "epithet": (
        "judging words before a name",
        "van Leeuwen 2008",
        "only words of the list; left out of headlines in capitals",
    ),
    "harm": (
        "forms of verbs of harm",
        _HENLEY,
        "their homograph nouns ('the attack') count as well",
    ),
}

CUE_MEANINGS = {kind: what for kind, (what, _, _) in _CUES.items()}
"""Kinds of cue that a class of the lexicon ``stance-cues`` or another list gives, in words."""

RATED = tuple(_CUES)
"""Kinds of cue counted in own voice, with a rate per 1,000 own-voice words."""

CHARGED = frozenset(
    (
        "booster",
        "dysphemism",
        "epithet",
        "evaluative_negative",
        "evaluative_positive",
        "intensifier",
    )
)
"""Kinds of cue that charge a text, compared between headline and body."""

REPORTING = {
    "neutral": "neutral",
    "strong": "strong",
    "doubt": "doubt",
    "truth-presuming": "truth_presuming",
    "belief": "belief",
    "intent": "intent",
    "support": "support",
    "opposition": "opposition",
}
"""Classes of reporting cues, as voice gives them, and the ends of their features' names."""


def _words() -> list[Feature]:
    rows = [
        Feature("words", "words outside boilerplate", "count", None, "–", "–"),
        Feature("sentences", "sentences that hold words", "count", None, "–", "–"),
    ]
    said = {
        "own": "the outlet's own words: not detectably attributed",
        "quoted": "words inside quotation marks with a source",
        "attributed": "words of indirect speech",
        "distanced": "words held off without a source",
    }
    for voice, definition in said.items():
        rows.append(Feature(f"{voice}_words", definition, "count", None, "–", _VOICE_ERROR))
    for voice, definition in said.items():
        rows.append(Feature(f"{voice}_share", definition, "share", "words", "–", _VOICE_ERROR))
    return rows


def _cues() -> list[Feature]:
    rows = []
    for kind, (what, source, error) in _CUES.items():
        rows.append(Feature(kind, f"{what}, in own voice", "count", None, source, error))
        rows.append(
            Feature(f"{kind}_per_1000", f"{what}, own voice", "rate", "own_words", source, error)
        )
    for kind, what in (
        ("scare_quote", "quoted words without a source, each alone"),
        ("distancing", "phrases that hold words off"),
    ):
        rows.append(Feature(kind, what, "count", None, "–", _VOICE_ERROR))
        rows.append(Feature(f"{kind}_per_1000", what, "rate", "words", "–", _VOICE_ERROR))
    return rows


def _passives() -> list[Feature]:
    source = _HENLEY
    error = "by form: precision .98, recall .82 against a parser on 60 articles (be and get only)"
    agent = "any 'by' within five words counts as an agent"
    return [
        Feature(
            "agentless_passive", "own-voice passives without 'by'", "count", None, source, error
        ),
        Feature("passive", "own-voice passives", "count", None, source, error),
        Feature("agentless_share", "passives without 'by'", "share", "passive", source, agent),
        Feature(
            "harm_agentless_passive",
            "own-voice passives of harm verbs without 'by'",
            "count",
            None,
            source,
            error,
        ),
        Feature("harm_passive", "own-voice passives of harm verbs", "count", None, source, error),
        Feature(
            "harm_agentless_share",
            "passives of harm verbs without 'by'; the one to compare",
            "share",
            "harm_passive",
            source,
            agent,
        ),
    ]


def _reports() -> list[Feature]:
    verbs = "Thompson & Ye 1991, Applied Linguistics 12(4)"
    nobody = "passages whose source names nobody"
    one_class = "a verb has one class whatever its sense"
    rows = [
        Feature("attributions", "reported passages", "count", None, "–", _VOICE_ERROR),
        Feature("anonymous_source", nobody, "count", None, "–", _VOICE_ERROR),
        Feature("anonymous_source_share", nobody, "share", "attributions", "–", _VOICE_ERROR),
        Feature("reporting_cues", "reported passages with a cue", "count", None, verbs, "–"),
    ]
    for key, name in REPORTING.items():
        definition = f"reporting cues of the class {key}"
        rows.append(Feature(f"reporting_{name}", definition, "count", None, verbs, one_class))
    rows.append(
        Feature("doubt_share", "doubting cues", "share", "reporting_cues", verbs, "small counts")
    )
    return rows


def _speakers() -> list[Feature]:
    linked = "a speaker under two names counts twice; unresolved pronouns are left out"
    rows: list[tuple[str, str, Measure]] = [
        ("sources", "different speakers", "count"),
        ("source_entropy", "−Σ p ln p of speakers' shares of attributed words", "figure"),
        ("top_source_share", "largest speaker's share of attributed words", "share"),
        ("named_source_words", "words of named sources", "count"),
        ("anonymous_source_words", "words of anonymous sources", "count"),
        ("anonymous_word_share", "anonymous words of anonymous and named together", "share"),
    ]
    return [Feature(name, what, measure, None, "–", linked) for name, what, measure in rows]


def _headline() -> list[Feature]:
    charged = "own-voice boosters, intensifiers, evaluative words, epithets, dysphemisms"
    few = "a headline has few words: compare over many articles only"
    return [
        Feature("headline_words", "words of the headline", "count", None, "–", "–"),
        Feature("headline_charged", f"{charged} in it", "count", None, "–", few),
        Feature("headline_charged_per_100", f"{charged} in it", "rate", "headline_words", "–", few),
        Feature("body_charged", f"{charged} below it", "count", None, "–", _WORDS_ONLY),
        Feature("body_charged_per_100", f"{charged} below it", "rate", "words", "–", _WORDS_ONLY),
    ]


def _sentiment() -> list[Feature]:
    source = "TextBlob's pattern lexicon"
    error = (
        "a baseline, in no chart or finding: knows no target and few words of violence "
        "(massacre is none, great famine is good): macro-F1 about .42 toward a target"
    )
    rows = []
    for voice in ("own", "quoted"):
        rows += [
            Feature(f"polarity_{voice}", f"mean polarity of {voice} text, −1 to 1", "figure",
                    f"assessed_{voice}", source, error),
            Feature(f"subjectivity_{voice}", f"mean subjectivity of {voice} text, 0 to 1",
                    "figure", f"assessed_{voice}", source, error),
            Feature(f"assessed_{voice}", f"words of {voice} text that TextBlob assesses", "count",
                    None, source, error),
        ]  # fmt: skip
    return rows


FEATURES: dict[str, Feature] = {
    feature.name: feature
    for feature in (
        *_words(),
        *_cues(),
        *_passives(),
        *_reports(),
        *_speakers(),
        *_headline(),
        Feature(
            "reading_ease",
            "Flesch reading ease: 206.835 − 1.015 words a sentence − 84.6 syllables a word",
            "figure",
            None,
            "Flesch 1948, Journal of Applied Psychology 32",
            "syllables by rule; meant for prose, not for lists",
        ),
    )
}
"""Every feature `article_features` computes, by name, in order."""

SENTIMENT_FEATURES: dict[str, Feature] = {feature.name: feature for feature in _sentiment()}
"""What sentiment adds to them, when it is asked for."""
