"""The crafted sentences: voice, speaker and rule of one span each."""

import pytest

from framing.articles.layout import documents
from framing.values import Article
from framing.voice import decide, read_voice

from .cases import CASES, Case

ALL = [pytest.param(case, id=f"{name}-{i}") for name, cases in CASES.items() for i, case in enumerate(cases)]


def test_there_are_enough() -> None:
    """At least 150 sentences stand behind the rules, and none stands twice."""
    texts = [case[0] for cases in CASES.values() for case in cases]
    assert len(texts) >= 150
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("case", ALL)
def test_voice_speaker_and_rule(case: Case) -> None:
    """The span marked in the sentence has the voice, speaker and rule written beside it."""
    marked, voice, speaker, rule = case
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    document = documents(Article(id="case", text=text))[0]
    reading = read_voice(document)
    decision = decide(reading, [(start, end)])[0]
    source = None if decision.attribution is None else reading.attributions[decision.attribution]
    name = "" if source is None else source.speaker or ""
    if speaker.startswith("="):
        name = "=" + str(source.speaker_name if source else None)
    assert (decision.voice, name, decision.rule) == (voice, speaker, rule)
