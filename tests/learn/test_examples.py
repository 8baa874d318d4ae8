"""The example of training on one's own labels runs, and says what it should."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from framing import read_articles
from framing.lexicon import load_targets


@pytest.mark.slow
def test_the_script_trains_evaluates_and_saves(examples: Path, tmp_path: Path) -> None:
    """It prints every scheme, agrees with its own saved copy, and leaves model and chart."""
    done = subprocess.run(
        [sys.executable, str(examples / "train_stance.py"), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=600,
        env={**os.environ, "MPLBACKEND": "Agg"},
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "random folds: macro-F1" in done.stdout
    assert "outlets held out: macro-F1" in done.stdout
    assert "one judge, invented teaching corpus True" in done.stdout
    assert {path.name for path in tmp_path.iterdir()} == {"stance.png", "stance.skops"}


def test_labels_stand_where_their_party_is_named(examples: Path) -> None:
    """Each label's offsets cut a name of its party out of its article."""
    articles = {article.id: article.text for article in read_articles(examples / "corpus")}
    aliases = {
        target.name: set(target.aliases) for target in load_targets(examples / "targets.yaml")
    }
    labels = yaml.safe_load((examples / "labels" / "stance.yaml").read_text("utf-8"))["labels"]
    assert len(labels) == 89
    for name, start, end, target, stance in labels:
        cut = articles[name][start:end]
        assert cut.lower() in {alias.lower() for alias in aliases[target]}, (name, cut)
        assert stance in (-1, 0, 1)
