"""All measurements in one run, and one table of them: figure, goal, peer, date, command.

    python tests/benchmarks/measure.py                 every one; takes about an hour
    python tests/benchmarks/measure.py voice matching  only those whose command holds a word
    python tests/benchmarks/measure.py --list          what is measured, and against which goal

Each command is run once and its figures are read from what it prints, by the patterns below; a
figure that is not found there is an error and not a gap. The table goes to ``build/figures.csv``
(`-o FILE` for another place), rows of other runs stay in it.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import operator
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
BENCHMARKS = "tests/benchmarks"
COLUMNS = ("figure", "value", "goal", "met", "peer", "peer_value", "date", "commit", "command")
NUMBER = r"([-+]?\d*\.?\d+)"


class Figure(NamedTuple):
    """One figure of a command's output: its pattern, its goal and what stands beside it."""

    name: str
    pattern: str
    goal: str = ""
    peer: str = ""
    peer_pattern: str = ""


class Measurement(NamedTuple):
    """One command and the figures it prints."""

    command: str
    figures: tuple[Figure, ...]


def _decided(voice: str, what: str, goal: str) -> Figure:
    """One figure of a voice among those that two coders decided."""
    return Figure(f"whose word: {voice}, {what}", rf'"{voice}": {{[^}}]*?"{what}": {NUMBER}', goal)


def _learned(corpus: str, goal: str) -> Measurement:
    """Name what is learned from the labels of one set, beside a plain token classifier."""
    return Measurement(
        f"{BENCHMARKS}/learn_loaded.py {corpus}",
        (
            Figure(
                f"your labels: loaded words, {corpus}",
                rf"LoadedLanguageTagger, \w+ vectors +{NUMBER}", goal,
                "token logistic regression, given", rf"token logistic regression.*?  +{NUMBER}",
            ),
        ),
    )  # fmt: skip


MEASUREMENTS = (
    Measurement(
        f"{BENCHMARKS}/decisions.py",
        (
            _decided("own or not", "accuracy", ">= .94"),
            _decided("own", "precision", ">= .90"),
            _decided("own", "recall", ">= .93"),
            _decided("attributed", "precision", ">= .85"),
            _decided("quoted", "precision", ">= .97"),
            _decided("quoted", "recall", ">= .95"),
            Figure("whose word: Brier of p_own", rf'by article": {NUMBER}', "<= .07"),
        ),
    ),
    Measurement(
        f"{BENCHMARKS}/voice.py polnear --parts all",
        (
            Figure("reports: characters F1", rf"char_f1 {NUMBER}", ">= .87"),
            Figure("reports: passages F1", rf"span_f1 {NUMBER}", ">= .72"),
            Figure("reports: source exact", rf"src_exact_on_matched {NUMBER}", ">= .81"),
        ),
    ),
    Measurement(
        f"{BENCHMARKS}/voice.py basil",
        (Figure("quoted or not: F1", rf"quoted_f1 {NUMBER}", ">= .92"),),
    ),
    Measurement(
        f"{BENCHMARKS}/voice.py speed",
        (Figure("voice: articles of 6 kB a second", rf"a second {NUMBER}", ">= 900"),),
    ),
    Measurement(
        f"{BENCHMARKS}/calibration_abp.py",
        (
            Figure("known differences by leaning: signs right", rf"known sign: {NUMBER}", ">= 3"),
            Figure(
                "illegal or undocumented: right's share", rf"right {NUMBER} \(of", "",
                "left's share", rf"left {NUMBER} \(of",
            ),
        ),
    ),
    Measurement(
        f"{BENCHMARKS}/targets.py --decisions",
        (
            Figure("toward whom: directed right", rf"right \d+ of \d+ \({NUMBER}", ">= .92"),
            Figure("toward whom: roles found", rf"found \d+ of \d+ \({NUMBER}", ">= .35"),
        ),
    ),
    Measurement(
        f"{BENCHMARKS}/lexicon_coverage.py",
        (Figure("name-calling touched by a naming", rf"touched \({NUMBER}", ">= .30"),),
    ),
    Measurement(
        f"{BENCHMARKS}/learn_stance.py",
        (
            Figure(
                "your labels: stance toward a target, development part",
                rf"StanceClassifier  +{NUMBER}", ">= .66",
                "TF-IDF", rf"TF-IDF of the sentence +{NUMBER}",
            ),
        ),
    ),
    Measurement(
        f"{BENCHMARKS}/learn_sentences.py",
        (
            Figure(
                "your labels: biased sentences, with annotated words",
                rf"with annotated words +{NUMBER}", ">= .75", "TF-IDF", rf"TF-IDF  +{NUMBER}",
            ),
        ),
    ),
    _learned("babe", ">= .53"),
    _learned("ptc", ">= .37"),
    _learned("basil", ">= .17"),
    Measurement(
        f"{BENCHMARKS}/analyze.py",
        (
            Figure(
                "analyze without sentiment: × PhraseMatcher", rf"ratio={NUMBER}", ">= .9",
                "PhraseMatcher, articles a second", rf"PhraseMatcher per_second={NUMBER}",
            ),
        ),
    ),
    Measurement(
        f"{BENCHMARKS}/matching.py",
        (
            Figure("matching: 10,000 / 1,000 terms", rf"1,000 terms: {NUMBER}", "<= 2"),
            Figure("matching: framing / bare automaton", rf"framing / bare: {NUMBER}", "<= 2"),
            Figure("matching: PhraseMatcher / framing", rf"spaCy / framing: {NUMBER}", ">= 25"),
        ),
    ),
    Measurement(
        f"{BENCHMARKS}/compare.py --times 5",
        (
            Figure("compare of 31,000 articles: seconds", rf"compare: {NUMBER} s", "<= 12"),
            Figure("compare of 31,000 articles: MB", rf"{NUMBER} MB at most", "<= 850"),
        ),
    ),
    Measurement(
        f"{BENCHMARKS}/suggest.py",
        (
            Figure("suggestions that name the thing", rf"right \({NUMBER}\)", ">= .5"),
            Figure("frequent phrases found", rf"phrases found \({NUMBER}\)\s*\Z", ">= .5"),
        ),
    ),
    Measurement(
        f"{BENCHMARKS}/events.py --large",
        (
            Figure("30,000 articles into events: seconds", rf"seconds={NUMBER}", "<= 180"),
            Figure("30,000 articles into events: GiB", rf"peak_gib={NUMBER}", "<= 1.5"),
        ),
    ),
    Measurement(
        f"{BENCHMARKS}/start.py",
        (
            Figure(
                "README's first command: seconds of processor", rf"later {NUMBER} s", "<= 2.5",
                "ten million additions", rf"additions {NUMBER} s",
            ),
            Figure("the same, no lexicon compiled before", rf"first run {NUMBER} s", "<= 3"),
        ),
    ),
    Measurement(
        f"{BENCHMARKS}/report.py",
        (
            Figure("README's first command: seconds", rf"caches filled: {NUMBER} s", "<= 2.5"),
            Figure("report on 1,000 articles: seconds", rf" 1000 articles, .*?: +{NUMBER} s",
                   "<= 5"),
        ),
    ),
)  # fmt: skip


_COMPARED: dict[str, Callable[[float, float], bool]] = {">=": operator.ge, "<=": operator.le}


def met(value: float, goal: str) -> str:
    """Say whether a figure meets its goal; empty where there is none."""
    if not goal:
        return ""
    sign, _, bound = goal.partition(" ")
    return "yes" if _COMPARED[sign](value, float(bound)) else "no"


def read_figure(figure: Figure, printed: str) -> dict[str, str]:
    """Find a figure in what its command printed.

    Raises
    ------
    ValueError
        When it is not there: the command prints something else by now.
    """
    found = re.search(figure.pattern, printed)
    beside = re.search(figure.peer_pattern, printed) if figure.peer_pattern else None
    if found is None or (figure.peer_pattern and beside is None):
        raise ValueError(f"{figure.name}: not in what the command printed:\n{printed[-800:]}")
    return {
        "figure": figure.name,
        "value": found[1],
        "goal": figure.goal,
        "met": met(float(found[1]), figure.goal),
        "peer": figure.peer,
        "peer_value": beside[1] if beside else "",
    }


def run(each: Measurement) -> list[dict[str, str]]:
    """Run one command and return its rows."""
    done = subprocess.run(
        [sys.executable, *shlex.split(each.command)], cwd=ROOT, capture_output=True, text=True
    )
    printed = done.stdout
    if done.returncode:
        raise ValueError(f"{each.command}: {(done.stderr or printed)[-800:]}")
    about = {
        "date": datetime.date.today().isoformat(),
        "commit": _commit(),
        "command": f"python {each.command}",
    }
    return [{**read_figure(figure, printed), **about} for figure in each.figures]


def _commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True
    )
    return done.stdout.strip()


def write(rows: list[dict[str, str]], path: Path) -> None:
    """Write the table; rows of figures that were not measured now stay as they are."""
    now = {row["figure"] for row in rows}
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as stream:
            rows = [*(row for row in csv.DictReader(stream) if row["figure"] not in now), *rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, COLUMNS)
        table.writeheader()
        table.writerows(rows)


def main() -> int:
    """Measure; return 1 where a command failed or a goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("words", nargs="*", help="only commands that hold one of these words")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "build" / "figures.csv")
    parser.add_argument("--list", action="store_true", help="print what is measured, run nothing")
    options = parser.parse_args()
    worst = 0
    for each in MEASUREMENTS:
        if options.words and not any(word in each.command for word in options.words):
            continue
        if options.list:
            for figure in each.figures:
                print(f"{figure.name} {figure.goal}: python {each.command}")
            continue
        try:
            rows = run(each)
        except ValueError as error:
            print(error, file=sys.stderr)
            worst = 1
            continue
        write(rows, options.output)
        for row in rows:
            print(
                f"{row['figure']}: {row['value']}", row["goal"] and f"({row['goal']})", row["met"]
            )
            worst = max(worst, row["met"] == "no")
    return int(worst)


if __name__ == "__main__":
    sys.exit(main())
