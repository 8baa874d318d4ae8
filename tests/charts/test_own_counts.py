"""Wherever a chart draws own counts, it can draw what errors of reading voices leave of them."""

from __future__ import annotations

import pytest

from framing.analysis import analyze
from framing.articles import Articles
from framing.charts import Display
from framing.charts.kinds.dumbbell import DumbbellDisplay
from framing.charts.kinds.heatmap import HeatmapDisplay
from framing.charts.kinds.naming_bars import NamingDisplay
from framing.charts.kinds.side_bars import SidesDisplay
from framing.charts.kinds.timeline import TimelineDisplay
from framing.charts.kinds.voice_bars import VoiceDisplay
from framing.charts.kinds.word_pairs import PairsDisplay
from framing.charts.labels import own_between
from framing.comparison import Comparison, compare
from framing.values import Article

OWN_COUNTED = (
    DumbbellDisplay, HeatmapDisplay, NamingDisplay, PairsDisplay, SidesDisplay, TimelineDisplay,
    VoiceDisplay,
)  # fmt: skip


@pytest.fixture(scope="module")
def dated() -> Comparison:
    """Two outlets on two days: one also reports what it writes itself."""
    texts = {"Herald": "The regime fell. Brandt said the regime held. The regime left.",
             "Voice": "The government fell. The government held on. The regime went."}  # fmt: skip
    articles = [
        Article(f"{outlet} {event}", outlet=outlet, event=event, text=text, date=day)
        for event, day in (("bridge", "2024-05-01"), ("market", "2024-05-20"))
        for outlet, text in texts.items()
    ]
    return compare(analyze(Articles(articles), "governments", sentiment=False))


@pytest.mark.parametrize("chart", OWN_COUNTED, ids=lambda chart: str(chart.kind))
def test_own_counts_hold_misreading_where_asked(dated: Comparison, chart: type[Display]) -> None:
    """Beside each own count stands its interval, drawn and told; the foot says what it is."""
    plain = chart.from_comparison(dated)
    assert "own_low" not in plain.data
    assert "own a–b" not in " ".join(plain.warnings)
    display = chart.from_comparison(dated, misreading=True)
    words = " ".join(display.marks(700).words)
    assert len(display.data) == len(plain.data) > 0
    for row in display.data.to_dict("records"):
        assert 0 <= row["own_low"] <= row["own_expected"] <= row["own_high"]
        told = own_between(row).lstrip(", ")
        assert told.startswith("own ")
        assert told in words
        assert told in display.alt
    (said,) = (one for one in display.warnings if one.startswith("own a–b"))
    assert "whoever’s they were read as" in said
    assert "errors of reading voices" in said


def test_the_interval_is_that_of_all_namings_whoever_they_are_read_as(dated: Comparison) -> None:
    """What is read as somebody else's may be the outlet's: the Herald's six, not its four."""
    herald = dated.analysis.mentions[dated.analysis.mentions["outlet"] == "Herald"]
    assert len(herald) == 6
    for chart in (VoiceDisplay, TimelineDisplay, SidesDisplay):
        data = chart.from_comparison(dated, misreading=True).data
        told = data.loc[data["outlet"] == "Herald", "own_expected"]
        assert list(told) == pytest.approx([herald["p_own"].sum()] * len(told))
