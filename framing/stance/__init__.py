"""Stance: cues, sentiment, and toward whom an article's words lean."""

from __future__ import annotations

from framing.stance.cues import CUE_KINDS, find_cues, negated_spans
from framing.stance.index import SCOPES, TargetIndex, target_index, unbound_shares

__all__ = [
    "CUE_KINDS",
    "SCOPES",
    "TargetIndex",
    "find_cues",
    "negated_spans",
    "target_index",
    "unbound_shares",
]
