"""Target stance on newsmtsc: train part in, dev part out, beside the baselines.

Run: python tests/benchmarks/learn_stance.py [--vectors=corpus|none|wordllama] [--folds]
With --folds the training part alone is cross-validated (five folds by article), which is how
features are chosen; the dev part decides nothing. Figures that this run does not compute are
marked "given".
"""

from __future__ import annotations

import sys
import time
from typing import Any

import numpy as np
import pandas as pd
from learn_common import rows, score, show, vectors_of, verdict, which_vectors
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline

from framing.learn import StanceClassifier
from framing.stance.sentiment import sentiment

GOAL = 0.66


def table(part: list[dict[str, Any]]) -> pd.DataFrame:
    """Return rows as the classifier takes them, each (sentence, target) once."""
    frame = pd.DataFrame(part).drop_duplicates(["sentence", "from", "to"])
    return frame.rename(columns={"sentence": "text", "from": "target_start", "to": "target_end"})


def textblob(texts: pd.Series) -> list[int]:
    """Return the sign of TextBlob's polarity, 0 within .05 of none."""
    polarities = [sentiment(text, [(0, len(text))]).polarity or 0.0 for text in texts]
    return [0 if abs(p) < 0.05 else 1 if p > 0 else -1 for p in polarities]


def models(texts: pd.Series) -> dict[str, StanceClassifier]:
    """Return the classifier without vectors, and with those asked for."""
    kind = which_vectors()
    found = {"StanceClassifier": StanceClassifier()}
    if kind != "none":
        found[f"StanceClassifier, {kind} vectors"] = StanceClassifier(
            vectors=vectors_of(kind, texts)
        )
    return found


def folds(train: pd.DataFrame) -> None:
    """Cross-validate on the training part by article and print one table."""
    y = train["polarity"].to_numpy()
    article = train["id"].str.split("_").str[:3].str.join("_")
    lines = []
    for name, model in models(train["text"]).items():
        predicted = np.zeros(len(y), dtype=int)
        for seen, unseen in GroupKFold(5).split(y, groups=article):
            model.fit(train.iloc[seen], y[seen])
            predicted[unseen] = model.predict(train.iloc[unseen])
        lines.append([name, float(f1_score(y, predicted, average="macro"))])
    show(f"newsmtsc, training part in five folds by article (n = {len(y)})",
         ["system", "macro-F1"], lines)  # fmt: skip


def main() -> None:
    """Fit, predict, score and print one table."""
    gold = rows("newsmtsc/targets.jsonl")
    train = table([row for row in gold if row["split"] == "train"])
    if "--folds" in sys.argv:
        folds(train)
        return
    every = [row for row in gold if row["split"] == "dev"]
    dev = table(every)
    plain = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        LogisticRegression(C=3, class_weight="balanced", max_iter=500),
    ).fit(train["text"], train["polarity"])
    systems: dict[str, Any] = {
        "TextBlob's sign": textblob(dev["text"]),
        "TF-IDF of the sentence": plain.predict(dev["text"]),
    }
    seconds = dict.fromkeys(systems, 0.0)
    for name, model in models(pd.concat([train["text"], dev["text"]])).items():
        start = time.perf_counter()
        model.fit(train, train["polarity"].to_numpy())
        seconds[name] = time.perf_counter() - start
        systems[name] = model.predict(dev)
    lines = [["classic features (given)", 0.637, "", "", "", "", verdict(0.637, GOAL)]]
    for name, labels in systems.items():
        known = dict(zip(zip(dev["text"], dev["target_start"], strict=True), labels, strict=True))
        predictions = [
            {key: row[key] for key in ("id", "part", "from", "to")}
            | {"polarity": int(known[row["sentence"], row["from"]])}
            for row in every
        ]
        found = score("eval_target_sentiment.py", "newsmtsc", predictions, "dev")
        figures = [float(found[k]) for k in ("all_macro_f1", "f_neg", "f_neu", "f_pos")]
        lines.append([name, *figures, f"{seconds[name]:.0f} s", verdict(figures[0], GOAL)])
    show("newsmtsc, dev part (n = 783)",
         ["system", "macro-F1", "neg", "neu", "pos", "fit", "goal"], lines)  # fmt: skip


if __name__ == "__main__":
    main()
