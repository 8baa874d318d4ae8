"""A comparison of hostile articles on tables written by hand, the page of it, and a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from factories import made_analysis, made_mention

from framing.analysis import Analysis, analyze
from framing.articles import Articles
from framing.comparison import Comparison, compare
from framing.lexicon import load_lexicon
from framing.report import write_report
from framing.values import Article, Skipped

HOSTILE = (
    "The regime said </style></script><script>alert(1)</script> & <img src=x onerror=alert(2)>.\n\n"
    "“The occupation forces” left, said javascript:alert(3). Troops of the army of occupation."
)
ARTICLES = [
    Article("a1", "Herald <b>", "leaving", "2024-01-02", 'The "regime\' <i>falls</i>',
            "javascript:alert(4)", HOSTILE),
    Article("a2", "Voice", "leaving", "2024-01-03", None, "https://example.org/x?a=1&b=2",
            "Foreign troops left.\n\nThe army of occupation troops stayed, an official said."),
    Article("a3", "Voice", "returning", None, "عودة القوات", None,
            "عادت قوات الاحتلال occupation forces إلى القاعدة.", {"language": "ar"}),
]  # fmt: skip
LEXICON = """
schema: 1
kind: naming
id: forces
title: Forces
version: 1.2.3
language: en
license: CC0-1.0
sources:
  guide: {title: A guide, publisher: The <Institute>, year: 2013}
concepts:
  - id: foreign-troops
    gloss: troops of one state in another
    slots: {holder: the state whose forces they are}
    variants:
      - {id: troops, nouns: [troop], toward: {holder: 0}, intensity: 0, sources: [guide]}
      - id: occupation-forces
        nouns: [occupation force]
        toward: {holder: -1}
        intensity: 3
        sources: [{id: guide, locator: entry 4, says: calls it loaded}]
        note: A term of law too.
"""
# words: concept, variant, intensity, direction
_KINDS = {
    "regime": ("government", "regime", 2, -1),
    "occupation forces": ("foreign-troops", "occupation-forces", 3, -1),
    "army of occupation": ("foreign-troops", "occupation-forces", 3, -1),
    "troops": ("foreign-troops", "troops", 0, 0),
    "occupation troops": ("foreign-troops", "occupation-troops", 1, 1),
}


def _mentions() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for article in ARTICLES:
        for field in ("text", "title"):
            text = getattr(article, field) or ""
            for words, (concept, variant, intensity, direction) in _KINDS.items():
                start = text.lower().find(words)
                if start < 0:
                    continue
                quoted = text[:start].count("“") > text[:start].count("”")
                voice = "quoted" if quoted else "attributed" if "official" in text else "own"
                others = voice != "own"
                rows.append(made_mention(
                    article, field=field, start=start, text=text[start : start + len(words)],
                    lexicon="forces", concept=concept, variant=variant, direction=direction,
                    bindings=[], intensity=intensity, voice=voice,
                    speaker="an official" if others else None,
                    speaker_kind="anonymous" if others else None,
                    cue="said" if others else None, rule=f"{voice}-rule",
                    sentence_start=0, sentence_end=len(text),
                ))  # fmt: skip
    return rows


def _analysis(folder: Path) -> Analysis:
    attribution = {
        "article_id": "a2", "outlet": "Voice", "event": "leaving", "field": "text",
        "kind": "indirect", "speaker": "an official", "speaker_kind": "anonymous", "cue": "said",
        "cue_class": "neutral", "cue_start": 72, "content": [[22, 61]], "rule": "trailing",
        "negated": False, "words": 6, "sentence": 1, "zone": "body", "reader": "made",
    }  # fmt: skip
    scores = [
        {"article_id": a.id, "outlet": a.outlet, "event": a.event, "words": 20, "own_words": 10}
        for a in ARTICLES
    ]
    (folder / "forces.yaml").write_text(LEXICON, encoding="utf-8")
    provenance = {
        "framing": "0",
        "lexicons": [{"id": "forces", "version": "1", "sha256": "ab"}],
        "settings": {"reader": "rules"},
        "corrections": {"given": 2, "applied": 1},
    }
    turned = Skipped("turned\u202efile.txt", None, "no text")
    read = Articles(ARTICLES, [Skipped("bad<file>.txt", 3, "no <text>"), turned])
    return made_analysis(
        read, mentions=_mentions(), attributions=[attribution], scores=scores,
        provenance=provenance, lexicons=[load_lexicon(folder / "forces.yaml")],
    )  # fmt: skip


@pytest.fixture(scope="session")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """Two outlets, two events, three articles, one of them hostile and one right to left."""
    return compare(_analysis(tmp_path_factory.mktemp("lexicon")))


@pytest.fixture(scope="session")
def page_file(comparison: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of that comparison."""
    return write_report(comparison, tmp_path_factory.mktemp("page") / "new" / "report.html")


@pytest.fixture(scope="session")
def tested_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of eight events that two outlets name differently: tested, and with words."""
    folder = tmp_path_factory.mktemp("tested")
    (folder / "forces.yaml").write_text(LEXICON, encoding="utf-8")
    said = (
        "A spokesman claimed that the occupation force was ready. Officials said they would stay."
    )
    texts = {
        "Herald": "The occupation forces came. The grim occupation force stayed grim and grim.",
        "Voice": "The troops came at dawn. Calm troops stayed on the coast. " + said,
    }
    articles = [
        Article(f"{outlet}{day}", outlet, f"event {day}", f"2024-01-{7 * (day % 3) + 1:02d}",
                f"Day {day}", None, text)
        for day in range(8)
        for outlet, text in texts.items()
    ]  # fmt: skip
    analysis = analyze(articles, folder / "forces.yaml", sentiment=False)
    return write_report(compare(analysis), folder / "report.html")


@pytest.fixture(scope="session")
def categories_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of two category lexicons with one category id, beside a naming lexicon."""
    folder = tmp_path_factory.mktemp("categories")
    (folder / "forces.yaml").write_text(LEXICON, encoding="utf-8")
    for name, words in (("moods", "grim\ncalm*"), ("weather", "dawn\nfog")):
        (folder / f"{name}.csv").write_text(
            "\n".join(f"{word},raid" for word in words.split("\n")), encoding="utf-8"
        )
    texts = {
        "Herald": "The grim occupation forces came at dawn. “Grim,” Ida Holm said. It was grim.",
        "Voice": "The troops came in fog at dawn, calm as the fog on the coast of the bay.",
    }
    articles = [
        Article(f"{outlet}{day}", outlet, f"event {day}", None, f"Day {day}", None, text)
        for day in range(7)
        for outlet, text in texts.items()
    ]
    lexicons = load_lexicon([str(folder / name) for name in ("forces.yaml", "moods.csv",
                                                              "weather.csv")])  # fmt: skip
    made = compare(analyze(articles, lexicons, sentiment=False), copies="all")
    return write_report(made, folder / "report.html")
