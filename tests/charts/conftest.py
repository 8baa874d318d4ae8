"""A comparison small enough to count by hand: real `compare` on tables written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from factories import made_analysis, made_mention

from framing.analysis import Analysis, analyze
from framing.articles import Articles
from framing.comparison import Comparison, compare
from framing.values import Article

# variant: lexicon, concept, intensity, direction toward the slot, party that fills it.
VARIANTS = {
    "national-forces": ("forces", "foreign-troops", 0, 0, "Varenia"),
    "occupation-forces": ("forces", "foreign-troops", 3, -1, "Varenia"),
    "peace-forces": ("forces", "foreign-troops", 1, 1, "Varenia"),
    "killing": ("killing", "killing-of-leader", 0, 0, "Tolmark"),
    "assassination": ("killing", "killing-of-leader", 2, -1, "Tolmark"),
}
VOICES = {"o": "own", "a": "attributed", "q": "quoted", "d": "distanced"}
DATES = {"bridge": "2024-01-02", "market": "2024-01-09", "harbour": "2024-01-30"}
DATES |= {f"event {i}": f"2024-02-{i + 1:02d}" for i in range(8)}
# One letter a naming: its voice.
USES: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("Herald", "bridge"): {"national-forces": "ooo", "occupation-forces": "q"},
    ("Herald", "market"): {"national-forces": "oaq", "killing": "o"},
    ("Herald", "harbour"): {"killing": "o"},
    ("People's Voice", "bridge"): {"national-forces": "oo", "occupation-forces": "oooaaq"},
    ("People's Voice", "market"): {"peace-forces": "d", "assassination": "oooo"},
    ("Wire", "bridge"): {"national-forces": "oooooooo"},
    ("Wire", "market"): {"killing": "oa"},
}
SOURCES = {"a": ("an official", "the ministry", "institution"),
           "q": ("he said", None, "pronoun")}  # fmt: skip


def analysis_of(uses: Mapping[tuple[str, str], Mapping[str, str]]) -> Analysis:
    """Write an article for every outlet and event, a sentence a naming, and its tables."""
    articles, mentions, attributions, scores = [], [], [], []
    cues: list[dict[str, Any]] = []
    for (outlet, event), used in uses.items():
        name, text, found = f"{event}/{outlet}", "", 0
        for variant, letters in used.items():
            for letter in letters:
                start = len(text) + 4
                text += f"The {variant} were here today. "
                naming = Article(name, outlet, event)
                mentions.append(_mention(naming, variant, letter, start, found))
                if letter in SOURCES:
                    attributions.append(_attribution(name, outlet, event, letter, start))
                found += 1
        cues += [_cue(name, outlet, event, start) for start in range(0, 10 * found, 10)]
        articles.append(Article(name, outlet, event, DATES[event], None, None, text))
        scores.append({"article_id": name, "outlet": outlet, "event": event, "words": 5 * found,
                       "own_words": 3 * found, "namings": found})  # fmt: skip
    return made_analysis(
        articles, mentions=mentions, attributions=attributions, cues=cues, scores=scores,
        provenance={"framing": "0"},
    )  # fmt: skip


def _mention(
    article: Article, variant: str, letter: str, start: int, number: int
) -> dict[str, Any]:
    lexicon, concept, intensity, direction, target = VARIANTS[variant]
    return made_mention(
        article, text=variant, start=start, lexicon=lexicon, concept=concept, variant=variant,
        target=target, direction=direction, intensity=intensity, voice=VOICES[letter],
        distanced=letter == "d", sentence=number,
    )  # fmt: skip


def _cue(name: str, outlet: str, event: str, start: int) -> dict[str, Any]:
    return {
        "article_id": name, "outlet": outlet, "event": event, "field": "text", "start": start,
        "end": start + 3, "text": "The", "kind": "hedge", "voice": "own", "sentence": 0,
        "zone": "body",
    }  # fmt: skip


def _attribution(name: str, outlet: str, event: str, letter: str, start: int) -> dict[str, Any]:
    speaker, linked, kind = SOURCES[letter]
    return {
        "article_id": name, "outlet": outlet, "event": event, "field": "text",
        "kind": "indirect" if letter == "a" else "direct", "speaker": speaker,
        "speaker_name": linked, "speaker_kind": kind, "cue": "said", "cue_class": "neutral",
        "content": [[start, start + 5]], "rule": "made", "negated": False,
        "words": 5 if letter == "a" else 4, "sentence": 0, "zone": "body", "reader": "made",
    }  # fmt: skip


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """Three outlets, three events, two concepts, five variants."""
    return compare(analysis_of(USES))


@pytest.fixture(scope="session")
def many() -> Comparison:
    """Two outlets over eight events: one writes of an occupation, the other does not."""
    uses = {}
    for i in range(8):
        uses["Herald", f"event {i}"] = {"national-forces": "ooo", "peace-forces": "a"}
        uses["People's Voice", f"event {i}"] = {"national-forces": "oa"[: 1 + i % 2],
                                                "occupation-forces": "oo"[: 1 + i % 2]}  # fmt: skip
    return compare(analysis_of(uses))


@pytest.fixture(scope="session")
def voiced() -> Comparison:
    """Two outlets over two events, read from text: one also quotes what it writes itself."""
    texts = {"Herald": "The regime fell. Brandt said the regime held. The regime left.",
             "Voice": "The government fell. The government held on."}  # fmt: skip
    articles = [
        Article(f"{outlet} {event}", outlet=outlet, event=event, text=text)
        for event in ("bridge", "market")
        for outlet, text in texts.items()
    ]
    return compare(analyze(Articles(articles), "governments", sentiment=False))


@pytest.fixture(scope="session")
def empty() -> Comparison:
    """One article in which nothing is named."""
    return compare(analysis_of({("Herald", "bridge"): {}}))


@pytest.fixture(scope="session")
def alone() -> Comparison:
    """One outlet only."""
    return compare(analysis_of({k: v for k, v in USES.items() if k[0] == "Herald"}))


@pytest.fixture(scope="session")
def hard() -> tuple[str, Comparison]:
    """Return a right-to-left name with markup and mathematics in it, longer than any label."""
    name = (
        'صحيفة <b>الحقيقة</b> اليومية & "The $Very$ Long Independent Republican '
        'Gazette_of_Everything_and_More"'
    )
    return name, compare(analysis_of({(name if k[0] == "Herald" else k[0], k[1]): v
                                      for k, v in USES.items()}))  # fmt: skip
