"""Loaded words on basil, ptc and babe: five folds by event, article or outlet, beside baselines.

Run: python tests/benchmarks/learn_loaded.py SET… [--vectors=corpus|none|wordllama]
Sets: basil (folds by event), ptc (by article), babe (by sentence), babe-outlet (by outlet).
Figures are those of the evaluator (content-token F1), over all folds pooled. Lines marked
"given" were measured before on the same parts and are not computed here.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import Any

from learn_common import rows, score, show, vectors_of, verdict, which_vectors
from sklearn.model_selection import GroupKFold

from framing.learn import LoadedLanguageTagger
from framing.stance.sentiment import word_polarities

GIVEN = {
    "basil": {"TextBlob ≥ .5": 0.037, "token logistic regression": 0.145},
    "ptc": {"TextBlob ≥ .5": 0.107, "token logistic regression": 0.326},
    "babe": {"TextBlob ≥ .5": 0.163, "token logistic regression": 0.478},
}
GOALS = {"basil": 0.17, "ptc": 0.37, "babe": 0.53}
TECHNIQUES = ("Loaded_Language", "Name_Calling,Labeling")


def corpus(name: str) -> tuple[list[str], list[str], list[list[tuple[int, int]]], list[str]]:
    """Return ids, texts, spans and groups (outlet, event or article) of one set."""
    if name == "babe":
        kept = [r for r in rows("babe/sentences.jsonl") if r["label"] in ("Biased", "Non-biased")]
        spans = [list(_words(row["text"], row["biased_words"])) for row in kept]
        return ([r["id"] for r in kept], [r["text"] for r in kept], spans,
                [r["outlet"] for r in kept])  # fmt: skip
    articles = rows(f"{name}/articles.jsonl")
    which = "bias_spans" if name == "basil" else "technique_spans"
    by_article: dict[str, list[tuple[int, int]]] = {}
    for row in rows(f"{name}/{which}.jsonl"):
        if row.get("bias") == "lexical" or row.get("technique") in TECHNIQUES:
            by_article.setdefault(row["article_id"], []).append((row["start"], row["end"]))
    groups = [a.get("event") or a["id"] for a in articles]
    return ([a["id"] for a in articles], [a["text"] for a in articles],
            [by_article.get(a["id"], []) for a in articles], groups)  # fmt: skip


def _words(text: str, words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield every whole occurrence of annotated words, as the evaluator reads them."""
    low = text.lower()
    for word in filter(None, (w.strip().lower() for w in words)):
        at = low.find(word)
        while at >= 0 and len(low) == len(text):
            end = at + len(word)
            before, after = text[at - 1 : at], text[end : end + 1]
            if not (before and (before.isalnum() or before == "_")) and not after.isalnum():
                yield at, end
            at = low.find(word, at + 1)


def textblob(texts: list[str]) -> list[list[tuple[int, int]]]:
    """Mark words whose polarity is .5 or more either way."""
    from framing.learn.featurewords import WORD, fold_word

    polarities = word_polarities()
    return [
        [m.span() for m in WORD.finditer(text)
         if abs(polarities.get(fold_word(m.group()), (0.0, 0.0))[0]) >= 0.5]
        for text in texts
    ]  # fmt: skip


def crossed(texts: Any, spans: Any, groups: Any, vectors: Any) -> Any:
    """Mark each text by a tagger that has not seen its group."""
    found: list[Any] = [[] for _ in texts]
    splitter = GroupKFold(5, shuffle=True, random_state=0)
    for train, test in splitter.split(texts, groups=groups):
        tagger = LoadedLanguageTagger(vectors=vectors).fit(
            [texts[i] for i in train], [spans[i] for i in train], groups=[groups[i] for i in train]
        )
        for place, marked in zip(test, tagger.predict([texts[i] for i in test]), strict=True):
            found[place] = marked
    return found


def measure(name: str, vectors: Any, kind: str) -> None:
    """Cross-validate on one set, score and print its table."""
    folder, _, by_outlet = name.partition("-")
    ids, texts, spans, outlets = corpus(folder)
    groups = ids if folder == "babe" and not by_outlet else outlets
    start = time.perf_counter()
    systems = {
        "TextBlob ≥ .5 (here)": textblob(texts),
        f"LoadedLanguageTagger, {kind} vectors": crossed(texts, spans, groups, vectors),
    }
    lines = [[f"{system} (given)", f1, "", "", verdict(f1, GOALS[folder])]
             for system, f1 in GIVEN[folder].items()]  # fmt: skip
    for system, found in systems.items():
        predictions = [
            {"id": one, "article_id": one, "start": start_, "end": end}
            for one, those in zip(ids, found, strict=True)
            for start_, end in those
        ]
        figures = score("eval_loaded.py", folder, predictions)
        f1, precision, recall = (float(figures[k]) for k in ("ctok_f1", "ctok_p", "ctok_r"))
        lines.append([system, f1, precision, recall, verdict(f1, GOALS[folder])])
    seconds = time.perf_counter() - start
    show(f"{name}: {len(texts)} texts in {len(set(groups))} groups, {seconds:.0f} s",
         ["system", "F1", "precision", "recall", "goal"], lines)  # fmt: skip


def main() -> None:
    """Cross-validate, score and print one table a set."""
    names = [one for one in sys.argv[1:] if not one.startswith("-")]
    names = names or ["babe", "babe-outlet", "basil", "ptc"]
    kind = which_vectors()
    every = [text for name in {one.partition("-")[0] for one in names} for text in corpus(name)[1]]
    vectors = vectors_of(kind, every)
    for name in names:
        measure(name, vectors, kind)


if __name__ == "__main__":
    main()
