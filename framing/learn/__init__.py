"""scikit-learn estimators over the same measures: features, selection, events, stance."""

from __future__ import annotations

from framing.learn.axes import FrameAxis
from framing.learn.clustering import EventClusterer
from framing.learn.evaluation import evaluate, learning_curve
from framing.learn.groupedreport import GroupedReport
from framing.learn.importance import WeightsDisplay, permutation_table
from framing.learn.saving import load_model, save_model
from framing.learn.scaling import LatentSemanticScaling
from framing.learn.selection import FightinWords
from framing.learn.stanceclassifier import StanceClassifier
from framing.learn.tagging import LoadedLanguageTagger
from framing.learn.vectorizers import FramingFeatures, LoadedTermVectorizer, StanceFeatures
from framing.learn.vectors import CorpusVectors, WordVectors

__all__ = [
    "CorpusVectors",
    "EventClusterer",
    "FightinWords",
    "FrameAxis",
    "FramingFeatures",
    "GroupedReport",
    "LatentSemanticScaling",
    "LoadedLanguageTagger",
    "LoadedTermVectorizer",
    "StanceClassifier",
    "StanceFeatures",
    "WeightsDisplay",
    "WordVectors",
    "evaluate",
    "learning_curve",
    "load_model",
    "permutation_table",
    "save_model",
]
