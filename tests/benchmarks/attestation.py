"""In how many articles of which corpus is each form of the lexicons found? ``--write`` ships it.

    python tests/benchmarks/attestation.py [--write]

Reads the corpora of ``FRAMING_CORPORA`` with the shipped lexicons and counts, for each form, the
articles in which it was found as a naming of its concept; of two sets that hold sentences alone,
the sentences. With ``--write`` the counts go to
``framing/_data/attested.json``: figures by form and corpus, no text. Which forms have a source, are
found in use, or neither, is printed by lexicon.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

import framing
from framing.curate import attested_forms, form_uses
from framing.lexicon import shipped

ROOT = Path(__file__).resolve().parents[2]
CORPORA = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")
FILE = ROOT / "framing" / "_data" / "attested.json"
COMMAND = "python tests/benchmarks/attestation.py --write"
TITLES = {
    "abp": "Article-Bias-Prediction (Baly et al. 2020)",
    "basil": "BASIL (Fan et al. 2019)",
    "newswcl50": "NewsWCL50 (Hamborg 2019)",
    "polnear": "PolNeAR (Newell et al. 2018)",
    "ptc": "PTC, SemEval-2020 task 11",
    "seesaw": "SEESAW (2022)",
}
SENTENCES = {
    "babe": "BABE, sentences (Spinde et al. 2021)",
    "newsmtsc": "NewsMTSC, sentences (Hamborg and Donnay 2021)",
}
AT_ONCE = 400


def main() -> int:
    """Count, and write where asked; 1 where no corpus is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write framing/_data/attested.json")
    asked = parser.parse_args()
    corpora: dict[str, dict[str, Any]] = {}
    counts: dict[tuple[str, str, str], dict[str, int]] = {}
    for name, title in (TITLES | SENTENCES).items():
        number = 0
        for batch in batches(name):
            number += len(batch)
            found = form_uses(framing.analyze(batch, sentiment=False))
            for row in found.itertuples():
                place = (row.lexicon, f"{row.concept}/{row.variant}", row.form)
                by_corpus = counts.setdefault(place, {})
                by_corpus[name] = by_corpus.get(name, 0) + int(row.articles)
        if number:
            corpora[name] = {"title": title, "articles": number}
            sys.stdout.write(f"{name}: {number} texts read\n")
    if not corpora:
        sys.stdout.write(f"no corpora at {CORPORA}; set FRAMING_CORPORA\n")
        return 1
    if asked.write:
        forms: dict[str, dict[str, dict[str, dict[str, int]]]] = {}
        for (lexicon, variant, form), by_corpus in sorted(counts.items()):
            forms.setdefault(lexicon, {}).setdefault(variant, {})[form] = by_corpus
        head = {"command": COMMAND, "date": datetime.date.today().isoformat()}
        text = json.dumps({**head, "corpora": corpora, "forms": forms}, ensure_ascii=False)
        FILE.write_text(text.replace('}, "', '},\n"') + "\n", encoding="utf-8")
    table = attested_forms()
    for kind, rows in (("loaded", table[table["loaded"]]), ("all", table)):
        shares = rows["standing"].value_counts()
        told = ", ".join(f"{what} {n} ({n / len(rows):.3f})" for what, n in shares.items())
        sys.stdout.write(f"{kind} forms {len(rows)}: {told}\n")
    given, uses = uses_given_by_a_source(table[table["loaded"]])
    sys.stdout.write(f"loaded uses of a form that a source gives: {given} of {uses}")
    sys.stdout.write(f" ({given / max(uses, 1):.3f}); a use is a form in an article\n")
    return 0


def uses_given_by_a_source(table: pd.DataFrame) -> tuple[int, int]:
    """Count the uses of forms that a source of their variant gives, and all."""
    extrapolated = {
        (lexicon.id, concept.id, variant.id): set(variant.extrapolated)
        for lexicon in shipped("naming")
        for concept in lexicon.concepts
        for variant in concept.variants
        if variant.sources
    }
    given = 0
    for lexicon, concept, variant, form, uses in zip(
        *(table[name] for name in ("lexicon", "concept", "variant", "form", "articles")),
        strict=True,
    ):
        unsaid = extrapolated.get((lexicon, concept, variant))
        if unsaid is not None and form not in unsaid:
            given += int(uses)
    return given, int(table["articles"].sum())


def batches(corpus: str) -> Iterator[list[framing.Article]]:
    """Yield a corpus's articles, some hundreds at a time; nothing where it is absent."""
    folder = CORPORA / corpus
    if (folder / "articles.parquet").is_file():
        import pyarrow.parquet as pq

        records = pq.read_table(folder / "articles.parquet").to_pylist()
    elif (folder / "articles.jsonl").is_file():
        lines = (folder / "articles.jsonl").read_text("utf-8").splitlines()
        records = [json.loads(line) for line in lines]
    else:
        records = [{"text": text} for text in _sentences(folder)]
    for first in range(0, len(records), AT_ONCE):
        yield [
            framing.Article(f"{corpus} {number}", title=each.get("title"), text=each["text"])
            for number, each in enumerate(records[first : first + AT_ONCE], start=first)
        ]


def _sentences(folder: Path) -> list[str]:
    """Return the sentences of a set that holds no articles, each once; none where it is absent."""
    found: dict[str, None] = {}
    for name, key in (("sentences.jsonl", "text"), ("targets.jsonl", "sentence")):
        if (folder / name).is_file():
            lines = (folder / name).read_text("utf-8").splitlines()
            found.update(dict.fromkeys(json.loads(line)[key] for line in lines))
    return list(found)


if __name__ == "__main__":
    sys.exit(main())
