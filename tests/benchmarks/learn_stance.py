"""Target stance on newsmtsc: train part in, dev part out, beside the baselines.

Run: python tests/benchmarks/learn_stance.py [--vectors]
Published or planned figures that this run does not compute are marked "given".
"""

from __future__ import annotations

import sys
import time
from typing import Any

import pandas as pd
from learn_common import background_vectors, rows, score, show
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from framing.learn import StanceClassifier
from framing.stance.sentiment import sentiment


def table(part: list[dict[str, Any]]) -> pd.DataFrame:
    """Return rows as the classifier takes them, each (sentence, target) once."""
    frame = pd.DataFrame(part).drop_duplicates(["sentence", "from", "to"])
    return frame.rename(columns={"sentence": "text", "from": "target_start", "to": "target_end"})


def textblob(texts: pd.Series) -> list[int]:
    """Return the sign of TextBlob's polarity, 0 within .05 of none."""
    polarities = [sentiment(text, [(0, len(text))]).polarity or 0.0 for text in texts]
    return [0 if abs(p) < 0.05 else 1 if p > 0 else -1 for p in polarities]


def main() -> None:
    """Fit, predict, score and print one table."""
    gold = rows("newsmtsc/targets.jsonl")
    train = table([row for row in gold if row["split"] == "train"])
    dev = table([row for row in gold if row["split"] == "dev"])
    every = [row for row in gold if row["split"] == "dev"]
    plain = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        LogisticRegression(C=3, class_weight="balanced", max_iter=500),
    ).fit(train["text"], train["polarity"])
    systems: dict[str, Any] = {
        "TextBlob's sign": textblob(dev["text"]),
        "TF-IDF of the sentence": plain.predict(dev["text"]),
    }
    seconds = dict.fromkeys(systems, 0.0)
    models = {"StanceClassifier": StanceClassifier()}
    if "--vectors" in sys.argv:
        models["StanceClassifier, corpus vectors"] = StanceClassifier(vectors=background_vectors())
    for name, model in models.items():
        start = time.perf_counter()
        model.fit(train, train["polarity"].to_numpy())
        seconds[name] = time.perf_counter() - start
        systems[name] = model.predict(dev)
    lines = [["classic features (given)", 0.637, "", "", "", ""]]
    for name, labels in systems.items():
        known = dict(zip(zip(dev["text"], dev["target_start"], strict=True), labels, strict=True))
        predictions = [
            {key: row[key] for key in ("id", "part", "from", "to")}
            | {"polarity": int(known[row["sentence"], row["from"]])}
            for row in every
        ]
        found = score("eval_target_sentiment.py", "newsmtsc", predictions, "dev")
        lines.append([name, *(float(found[k]) for k in ("all_macro_f1", "f_neg", "f_neu", "f_pos")),
                      f"{seconds[name]:.0f} s"])  # fmt: skip
    show("newsmtsc, dev part (n = 783)", ["system", "macro-F1", "neg", "neu", "pos", "fit"], lines)


if __name__ == "__main__":
    main()
