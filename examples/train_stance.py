"""Train a stance classifier on labels of one's own, test it on outlets it has not seen, explain it.

The labels (examples/labels/stance.yaml) were made by hand on the invented teaching corpus: they
show the procedure. Nothing here is a finding, and 89 labels are far too few for real work.

    python examples/train_stance.py [FOLDER]      writes stance.skops and stance.png there
"""

# %% Labels and texts: the sentence around each labelled place
import sys
from pathlib import Path

import pandas as pd
import yaml

import framing
from framing.articles import split_sentences
from framing.learn import StanceClassifier, WeightsDisplay, evaluate, load_model, save_model

here = Path(__file__).parent
out = Path(sys.argv[1]) if len(sys.argv) > 1 else Path.cwd()


def labelled(folder: Path) -> pd.DataFrame:
    """Return one row per label: the sentence, where its target stands, label, outlet, event."""
    articles = {article.id: article for article in framing.read_articles(folder / "corpus")}
    path = folder / "labels" / "stance.yaml"
    rows = []
    for name, start, end, target, stance in yaml.safe_load(path.read_text("utf-8"))["labels"]:
        article = articles[name]
        low, high = next(s for s in split_sentences(article.text) if s[0] <= start < s[1])
        rows.append((article.text[low:high], start - low, end - low, target, stance,
                     article.outlet, article.event))  # fmt: skip
    columns = ["text", "target_start", "target_end", "target", "stance", "outlet", "event"]
    return pd.DataFrame(rows, columns=columns)


table = labelled(here)

# %% Five lines: train, evaluate with outlets and events held out, predict
# with thousands of unlabelled articles: StanceClassifier(vectors=CorpusVectors().fit(texts))
X, y = table[["text", "target_start", "target_end"]], table["stance"].to_numpy()
model = StanceClassifier(abstain_below=0.0).fit(X, y)
report = evaluate(StanceClassifier(), X, y, outlet=table["outlet"], event=table["event"], folds=4)
print(report)
print(model.predict(X.head()))

# %% What does it go by?
WeightsDisplay.from_estimator(model, 8).plot()[0].figure.savefig(out / "stance.png")
print(model.top_features(3).to_string(index=False))

# %% Keep it, with where it came from inside
path = save_model(
    model,
    out / "stance.skops",
    provenance={"labels": "one judge, invented teaching corpus", "macro_f1": report.macro_f1},
)
again, provenance = load_model(path)
print(provenance["more"]["labels"], (again.predict(X) == model.predict(X)).all())
