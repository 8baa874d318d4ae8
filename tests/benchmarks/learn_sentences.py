"""Biased sentences of babe: five random folds, and outlets held out, beside TF-IDF.

Run: python tests/benchmarks/learn_sentences.py [--vectors=corpus|none|wordllama]
"""

from __future__ import annotations

import time
from typing import Any

import numpy as np
from learn_common import show, vectors_of, verdict, which_vectors
from learn_loaded import corpus, rows
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, StratifiedKFold
from sklearn.pipeline import make_pipeline, make_union

from framing.learn import StanceClassifier

GOAL = 0.75


def tfidf() -> Any:
    """Words, word pairs and letters, and a logistic regression."""
    return make_pipeline(
        make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2),
        ),
        LogisticRegression(C=4, solver="liblinear"),
    )


def main() -> None:
    """Cross-validate every system in both schemes and print one table."""
    ids, texts, spans, outlets = corpus("babe")
    label = {r["id"]: r["label"] for r in rows("babe/sentences.jsonl")}
    y = np.array([label[one] for one in ids])
    kind = which_vectors()
    vectors = vectors_of(kind, texts)
    schemes = {
        "random": StratifiedKFold(5, shuffle=True, random_state=0).split(texts, y),
        "outlet": GroupKFold(5).split(texts, groups=outlets),
    }
    systems: dict[str, Any] = {
        "TF-IDF": (tfidf, False),
        "StanceClassifier": (lambda: StanceClassifier(vectors=vectors), False),
        "StanceClassifier with annotated words": (lambda: StanceClassifier(vectors=vectors), True),
    }
    found: dict[tuple[str, str], Any] = {}
    seconds = dict.fromkeys(systems, 0.0)
    for scheme, split in schemes.items():
        for train, test in list(split):
            for system, (make, annotated) in systems.items():
                start = time.perf_counter()
                given = [texts[i] for i in train]
                more = {"spans": [spans[i] for i in train]} if annotated else {}
                model = make().fit(given, y[train], **more)
                predicted = found.setdefault((system, scheme), np.empty(len(y), dtype=object))
                predicted[test] = model.predict([texts[i] for i in test])
                seconds[system] += time.perf_counter() - start
    lines = [["TF-IDF (given)", 0.724, "", "", verdict(0.724, GOAL)]]
    for system in systems:
        f1 = [float(f1_score(y, found[system, scheme].astype(str), average="macro"))
              for scheme in schemes]  # fmt: skip
        lines.append([system, *f1, f"{seconds[system]:.0f} s", verdict(f1[0], GOAL)])
    show(f"babe sentences (n = {len(y)}), macro-F1, vectors: {kind}",
         ["system", "random folds", "outlets held out", "time", "goal, random"], lines)  # fmt: skip


if __name__ == "__main__":
    main()
