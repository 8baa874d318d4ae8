"""`decide`: the voice of any place of a reading, asked as often as one likes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from framing.values import Attribution, Distancing, Reading, Span
from framing.voice import decide

spans = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda pair: (pair[0], sum(pair)))


def attribution(span: Span, rule: str) -> Attribution:
    """Make an attribution with one content span."""
    return Attribution("direct", "he", None, "pronoun", "said", None, None, None, (span,), rule)


@given(spans, spans, spans, st.sampled_from(("scare_quote", "distancing")))
def test_precedence_holds_at_every_place(
    content: Span, quotation: Span, scope: Span, kind: str
) -> None:
    """Quoted comes before attributed, attributed before distanced, distanced before own."""
    held_off = (Distancing(*scope, *scope, kind, "scope"),)
    reading = Reading((attribution(content, "cue"),), held_off, (quotation,))
    for place, found in enumerate(decide(reading, [(at, at + 1) for at in range(50)])):
        said, marked, held = (start <= place < end for start, end in (content, quotation, scope))
        if said:
            expected: tuple[object, ...]
            voice = "quoted" if marked else "attributed"
            expected = (voice, "cue", 0, held, voice, 0)
        elif held:
            expected = ("distanced", "scope", None, True, "distanced", None)
        else:
            expected = ("own", "own", None, False, "own", None)
        assert tuple(found) == expected


def test_innermost_attribution_wins() -> None:
    """A passage inside another belongs to its own speaker, and the outer one goes on after it."""
    reading = Reading((attribution((0, 30), "outer"), attribution((10, 20), "inner")), (), ())
    rules = [found.rule for found in decide(reading, [(0, 4), (10, 11), (18, 20), (20, 30)])]
    assert rules == ["outer", "inner", "inner", "outer"]


def test_readings_do_not_get_mixed_up() -> None:
    """Readings asked in turn, more of them than are kept, each give their own answer."""
    readings = [Reading((attribution((at, at + 1), str(at)),), (), ()) for at in range(9)]
    for _ in range(2):
        for at, reading in enumerate(readings):
            assert [found.rule for found in decide(reading, [(at, at + 1), (20, 21)])] == [
                str(at),
                "own",
            ]
