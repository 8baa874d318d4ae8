"""The crafted sentences: voice, speaker and rule of one span each."""

from eachrow import for_each

from framing.articles.layout import documents
from framing.values import Article
from framing.voice import decide, read_voice

from .cases import CASES, Case

NAMES = [f"{case.construction}: {case.text}" for case in CASES]


def test_there_are_enough() -> None:
    """At least 150 sentences stand behind the rules, and none stands twice with one span."""
    assert len(CASES) >= 150
    assert len({(case.text, case.start) for case in CASES}) == len(CASES)


@for_each("case", CASES, ids=NAMES)
def test_voice_speaker_and_rule(case: Case) -> None:
    """The span marked in the sentence has the voice, speaker and rule written beside it."""
    document = documents(Article(id="case", text=case.text))[0]
    reading = read_voice(document)
    decision = decide(reading, [(case.start, case.end)])[0]
    voice, _, broad = case.voice.partition("~")
    at = decision.report if broad else decision.attribution
    source = None if at is None else reading.attributions[at]
    name = "" if source is None else source.speaker or ""
    if case.speaker.startswith("="):
        name = "=" + str(source.speaker_name if source else None)
    rule = source.rule if broad and source else decision.rule
    assert (decision.voice, name, rule) == (voice, case.speaker, case.rule)
    assert not broad or decision.voice_broad == broad
