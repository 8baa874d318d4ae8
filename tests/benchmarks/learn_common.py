"""What the learning benchmarks share: the corpora, the evaluators, vectors, one table."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from framing.learn.featurewords import tokens

ROOT = Path(__file__).parents[2]
CORPORA = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")
EVALUATORS = CORPORA.parent / "evaluate"


def rows(name: str) -> list[dict[str, Any]]:
    """Read one JSONL file of the corpora; leave with a message where it is absent."""
    path = CORPORA / name
    if not path.exists():
        sys.exit(f"{path} is not there; set FRAMING_CORPORA")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def score(
    evaluator: str, gold: str, predictions: Iterable[Mapping[str, Any]], *more: str
) -> dict[str, str]:
    """Run one evaluator on predictions and return its figures by name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.jsonl"
        path.write_text("".join(json.dumps(one) + "\n" for one in predictions), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, evaluator, str(CORPORA / gold), str(path), *more],
            cwd=EVALUATORS, capture_output=True, text=True, check=True,
        )  # fmt: skip
    return dict(pair.split("=", 1) for pair in done.stdout.split())


def vectors_of(kind: str, texts: Iterable[str]) -> Any:
    """Return word vectors: none, of the articles without labels (corpus), or wordllama's.

    wordllama (not a dependency) is read from its own wheel, without download, for the words of
    `texts`. Seconds go to standard error.
    """
    start = time.perf_counter()
    if kind == "none":
        return None
    if kind == "corpus":
        import pandas as pd

        from framing.learn import CorpusVectors

        given = pd.read_parquet(CORPORA / "abp" / "articles.parquet")["text"]
        vectors = CorpusVectors(200).fit(given).vectors_
    else:
        vectors = _wordllama(sorted({word for text in texts for word in tokens(text)}))
    print(f"vectors: {len(vectors)} words, {time.perf_counter() - start:.0f} s", file=sys.stderr)
    return vectors


def _wordllama(words: list[str]) -> Any:
    import wordllama  # type: ignore[import-not-found]  # measured only; not a dependency

    from framing.learn import WordVectors

    folder = Path(wordllama.__file__).parent  # the wheel holds tokenizer and weights
    model = wordllama.WordLlama.load(cache_dir=folder, disable_download=True)
    return WordVectors(words, model.embed(words, norm=True))


def which_vectors() -> str:
    """Return the argument of --vectors: none, corpus (default) or wordllama."""
    given = [one.partition("=")[2] for one in sys.argv if one.startswith("--vectors=")]
    kind = given[0] if given else "corpus"
    if kind not in ("none", "corpus", "wordllama"):
        sys.exit(f"--vectors={kind}: use none, corpus or wordllama")
    return kind


def verdict(value: float, goal: float) -> str:
    """Say whether a figure reaches its goal."""
    return f"{goal:g} {'reached' if value >= goal else 'not reached'}"


def show(title: str, columns: list[str], table: Iterable[Iterable[Any]]) -> None:
    """Print one table, numbers with three decimals."""
    lines = [columns, *([_cell(cell) for cell in line] for line in table)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    print(f"\n{title}")
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)))


def _cell(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
