"""Words for deeds say of their doer what they say, whomever they are for besides."""

from __future__ import annotations

import re
from pathlib import Path

import framing
from framing import Article
from framing.charts import KINDS
from framing.lexicon import lexicon_from_mapping
from framing.lexicon.deedsigns import against_doers


def deed(toward: dict[str, int], intensity: int = 2) -> dict[tuple[str, str, str], str]:
    """Return what is found of one word for a deed with a sufferer and a doer."""
    register = "loaded" if intensity else "neutral"
    lexicon = lexicon_from_mapping(
        {
            "schema": 1, "kind": "naming", "id": "deeds", "title": "Deeds", "version": "1.0.0",
            "language": "en", "license": "CC0-1.0",
            "sources": {"s": {"title": "A guide", "publisher": "Orr", "year": 2020}},
            "concepts": [
                {
                    "id": "raid", "gloss": "a raid",
                    "slots": {
                        "whom": {"gloss": "who was raided", "role": "patient"},
                        "by": {"gloss": "who raided", "role": "agent"},
                    },
                    "variants": [
                        {"id": "foray", "nouns": ["foray"], "toward": toward,
                         "intensity": intensity, "register": register, "sources": ["s"]},
                        {"id": "visit", "nouns": ["visit"], "toward": {"whom": 0},
                         "intensity": 0, "register": "neutral", "sources": ["s"]},
                    ],
                }
            ],
        }
    )  # fmt: skip
    return against_doers([lexicon])


def test_a_deeds_word_is_against_its_doer_where_it_says_so() -> None:
    """A loaded word for the sufferer and against the doer; none that spares or praises the doer."""
    assert deed({"whom": 1, "by": -1}) == {("deeds", "raid", "foray"): "by"}
    assert deed({"whom": 1}) == {}
    assert deed({"whom": -1, "by": 1}) == {}
    assert deed({"whom": 0, "by": -1}) == {}


def test_a_massacre_is_drawn_in_nobodys_favour() -> None:
    """No picture calls the word "in favour", though its first sign is for the killed."""
    texts = {
        "Ash": "The massacre went on. The massacre ended. The shooting spree was told.",
        "Fir": "The mass shooting went on. The mass shooting ended.",
    }
    articles = [
        Article(f"{name}{at}", outlet=name, event=f"e{at}", text=text)
        for name, text in texts.items()
        for at in range(3)
    ]
    found = framing.compare(framing.analyze(articles, sentiment=False))
    assert set(found.naming.query("variant == 'massacre'")["direction"]) == {1}
    sides = KINDS["sides"].from_comparison(found).data.set_index("variant")["reading"]
    assert sides["massacre"] == "against"
    dispersion = KINDS["dispersion"].from_comparison(found).data
    assert set(dispersion.query("variant == 'massacre'")["reading"]) == {"against"}
    words = KINDS["naming"].from_comparison(found).marks(484).words
    assert "loaded in favour of a party" not in words


def test_a_report_marks_it_against_and_says_whom(tmp_path: Path) -> None:
    """The mark, the table of words and what a click opens agree with the pictures."""
    texts = {"Ash": "The massacre ended.", "Fir": "The mass shooting ended."}
    articles = [Article(name, outlet=name, event="e", text=text) for name, text in texts.items()]
    found = framing.compare(framing.analyze(articles, sentiment=False))
    framing.write_report(found, tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text("utf-8")
    assert re.search(r'class="m against v-own"[^>]*>massacre<', page)
    assert re.search(r'<span class="sign against">against, 3</span>', page)
    assert '"against": "killer"' in page or '"against":"killer"' in page
