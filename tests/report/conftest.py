"""A comparison made by hand, with hostile text in it, and the page written from it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from framing.articles import Articles
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
_KINDS = {
    "regime": ("governments", "government", "regime", 2, -1),
    "occupation forces": ("forces", "foreign-troops", "occupation-forces", 3, -1),
    "army of occupation": ("forces", "foreign-troops", "occupation-forces", 3, -1),
    "troops": ("forces", "foreign-troops", "troops", 0, 0),
    "occupation troops": ("forces", "foreign-troops", "occupation-troops", 1, 1),
}
_SCOPES = {"own": {"own"}, "outlet_worded": {"own", "attributed"}, "attributed": {"attributed"},
           "quoted": {"quoted"}, "distanced": {"distanced"},
           "all": {"own", "attributed", "quoted", "distanced"}}  # fmt: skip


def _mentions() -> pd.DataFrame:
    rows: list[dict[str, Any]] = []
    for article in ARTICLES:
        for field in ("text", "title"):
            text = getattr(article, field) or ""
            for words, (lexicon, concept, variant, intensity, direction) in _KINDS.items():
                start = text.lower().find(words)
                if start < 0:
                    continue
                quoted = text[:start].count("“") > text[:start].count("”")
                voice = "quoted" if quoted else "attributed" if "official" in text else "own"
                rows.append({
                    "article_id": article.id, "outlet": article.outlet, "event": article.event,
                    "field": field, "start": start, "end": start + len(words),
                    "text": text[start : start + len(words)], "lexicon": lexicon,
                    "concept": concept, "variant": variant, "toward": "holder", "target": None,
                    "direction": direction, "intensity": intensity, "loaded": intensity > 0,
                    "voice": voice, "speaker": None if voice == "own" else "an official",
                    "speaker_kind": None if voice == "own" else "anonymous",
                    "cue": None if voice == "own" else "said", "rule": f"{voice}-rule",
                    "distanced": False, "negated": False,
                })  # fmt: skip
    return pd.DataFrame(rows)


def _naming(mentions: pd.DataFrame) -> pd.DataFrame:
    rows = []
    keys = ["lexicon", "concept", "variant", "intensity", "direction"]
    for key, used in mentions.groupby(keys, sort=False):
        for outlet in dict.fromkeys(mentions["outlet"]):
            for scope, voices in _SCOPES.items():
                here = (mentions["outlet"] == outlet) & mentions["voice"].isin(voices)
                total = int((here & (mentions["concept"] == key[1])).sum())
                n = int(here.loc[used.index].sum())
                rows.append(
                    (*key, key[3] > 0, outlet, scope, n, total, n / total if total else None)
                )
    columns = [*keys, "loaded", "outlet", "scope", "n", "total", "share"]
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture
def comparison() -> SimpleNamespace:
    """Two outlets, two events, three articles, one of them hostile and one right to left."""
    mentions = _mentions()
    attributions = pd.DataFrame(
        [{"article_id": "a2", "field": "text", "kind": "indirect", "speaker": "an official",
          "speaker_name": None, "speaker_kind": "anonymous", "cue": "said", "cue_start": 72,
          "content": [[22, 61]], "rule": "trailing"}]
    )  # fmt: skip
    coverage = pd.DataFrame(
        [("leaving", "Herald <b>", 1), ("leaving", "Voice", 1), ("returning", "Voice", 1)],
        columns=["event", "outlet", "articles"],
    )
    analysis = SimpleNamespace(
        articles=Articles(ARTICLES, [Skipped("bad<file>.txt", 3, "no <text>")]),
        mentions=mentions,
        attributions=attributions,
        lexicons=(),
        provenance={"framing": "0", "lexicons": [{"id": "forces", "version": "1", "sha256": "ab"}],
                    "settings": {"reader": "rules"}, "corrections": {"given": 2, "applied": 1}},
    )  # fmt: skip
    return SimpleNamespace(
        analysis=analysis,
        naming=_naming(mentions),
        coverage=coverage,
        question="How do <they> differ?",
        primary=SimpleNamespace(statements=("Herald wrote 1 of 2.", "One event shows no habit.")),
        methods_text=lambda: "Counted.\n\nCompared.",
    )


@pytest.fixture
def page(comparison: SimpleNamespace, tmp_path: Path) -> Path:
    """Write the page of that comparison."""
    return write_report(comparison, tmp_path / "new" / "report.html")
