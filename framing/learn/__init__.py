"""scikit-learn estimators over the same measures: features, selection, events, stance."""

from __future__ import annotations

from framing.learn.clustering import EventClusterer
from framing.learn.selection import FightinWords
from framing.learn.vectorizers import FramingFeatures, LoadedTermVectorizer, StanceFeatures

__all__ = [
    "EventClusterer",
    "FightinWords",
    "FramingFeatures",
    "LoadedTermVectorizer",
    "StanceFeatures",
]
