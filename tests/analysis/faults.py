"""Faults put into the stages of the analysis: each raises where an article holds its word.

Used in the process of a test, and by worker processes that import it as ``sitecustomize``.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any

__all__ = ["LEXICON", "STAGES", "put_in", "word_of"]

STAGES = ("sentences", "voice", "matching", "condition", "cues", "negation", "sentiment", "scores")

LEXICON = """\
schema: 1
kind: naming
id: walls
title: Walls
version: 1.0.0
language: en
license: CC0-1.0
concepts:
  - id: wall
    gloss: what parts two towns
    variants:
      - {id: barrier, nouns: [barrier], intensity: 0, unless: [coral reef]}
"""


def word_of(stage: str) -> str:
    """Return the word at which a stage breaks."""
    return f"quorl{stage}"


def put_in(stage: str, put: Callable[[Any, str, Any], None] = setattr) -> None:
    """Let one stage break; `put` sets an attribute of a class or module."""
    import framing.analysis.batch
    import framing.analysis.scores
    import framing.articles
    import framing.matching
    import framing.matching.context
    import framing.stance
    import framing.stance.sentiment
    import framing.voice

    if stage == "voice":
        reader = framing.voice.RulesReader
        put(reader, "read_all", _breaking(reader.read_all, stage))
    elif stage == "matching":
        put(framing.matching.Matcher, "find", _breaking(framing.matching.Matcher.find, stage))
    elif stage == "condition":
        condition = framing.matching.context.Elsewhere
        put(condition, "stand_in", _breaking(condition.stand_in, stage))
        put(condition, "stand_near", _breaking(condition.stand_near, stage))
    else:
        function = {
            "sentences": framing.articles.documents,
            "cues": framing.stance.find_cues,
            "negation": framing.stance.negated_spans,
            "sentiment": framing.stance.sentiment_features,
            "scores": framing.analysis.scores.score_row,
        }[stage]
        for module in [m for n, m in sys.modules.items() if n.startswith("framing.")]:
            for name in [n for n, value in vars(module).items() if value is function]:
                put(module, name, _breaking(function, stage))


def _breaking(function: Callable[..., Any], stage: str) -> Callable[..., Any]:
    @functools.wraps(function)
    def broken(*given: Any, **more: Any) -> Any:
        if word_of(stage) in _words(given):
            raise KeyError(f"the stage {stage} was broken on purpose")
        return function(*given, **more)

    return broken


def _words(given: Any) -> str:
    """Return the texts among what a function is given, however deep."""
    if isinstance(given, str):
        return given
    if isinstance(getattr(given, "text", None), str):
        return str(given.text)
    if isinstance(given, list | tuple):
        return " ".join(map(_words, given))
    return ""
