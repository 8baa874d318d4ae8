"""Draws directed targets to be read by hand; run as ``python tests/benchmarks/targets.py``.

Prints loaded namings of the `abp` articles (``FRAMING_CORPORA``) from ``--first`` on, or with
``--sets`` of as many articles of each of some sets, drawn with the seed, each with the slot, who
is said to fill it, the rule, and the words around: whoever reads them says whether the text bears
it out. The draw depends on ``--seed`` alone; `README.md` tells what readers found.
With ``--decisions`` it counts instead, on the namings that two coders decided: of the directed
targets those that one of them names too, and of the roles that both name for variants then called
loaded those that are found (a name is the other's if all its words are in it).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pandas as pd
from decisions import articles_of

import framing

ROOT = Path(__file__).resolve().parents[2]
BEFORE, AFTER = 260, 110


def main() -> None:
    """Print the drawn targets and how many there are by rule."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=41)
    parser.add_argument("--first", type=int, default=4_000)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--draw", type=int, default=60)
    parser.add_argument("--sets", metavar="NAMES", help="sets apart by commas, instead of abp")
    parser.add_argument("--decisions", action="store_true", help="count, on coded namings")
    asked = parser.parse_args()
    folder = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")
    if asked.decisions:
        _count(folder / "decisions" / "decisions.jsonl")
        return
    if asked.sets:
        names = asked.sets.split(",")
        articles = [each for name in names for each in _drawn(folder, name, asked)]
    else:
        articles = _listed(folder, asked)
    if not articles:
        print(f"no articles are in {folder}: nothing is drawn")
        return
    texts = {article.id: article.text for article in articles}
    mentions = framing.analyze(articles, sentiment=False).mentions
    loaded = mentions[mentions["field"].eq("text") & mentions["loaded"].eq(True)]
    directed = [
        (mention, binding)
        for mention in loaded.to_dict("records")
        for binding in mention["bindings"]
        if binding["target"] and binding["direction"]
    ]
    rules = Counter(binding["rule"] for _, binding in directed)
    print(
        f"{len(articles)} articles, {len(loaded)} loaded namings, {len(directed)} directed targets"
    )
    print(", ".join(f"{rule} {count}" for rule, count in rules.most_common()))
    random.Random(asked.seed).shuffle(directed)  # noqa: S311 - drawing lines, not secrets
    for number, (mention, binding) in enumerate(directed[: asked.draw], start=1):
        text, start, end = texts[mention["article_id"]], mention["start"], mention["end"]
        around = (
            f"{text[max(0, start - BEFORE) : start]}[[{text[start:end]}]]{text[end : end + AFTER]}"
        )
        what = f"{mention['concept']}/{mention['variant']} {binding['slot']}"
        print(f"{number}. {what}: {binding['target']} ({binding['rule']})")
        print("   ", " ".join(around.split()))


def _listed(folder: Path, asked: argparse.Namespace) -> list[framing.Article]:
    """Return the articles of `abp` from the first asked for on."""
    file = folder / "abp" / "articles.parquet"
    if not file.is_file():
        return []
    table = pd.read_parquet(file).iloc[asked.first : asked.first + asked.articles]
    return [
        framing.Article(str(row.id), outlet=row.outlet, title=row.title, text=row.text)
        for row in table.itertuples()
    ]


def _drawn(folder: Path, name: str, asked: argparse.Namespace) -> list[framing.Article]:
    """Return as many articles of one set as are asked for, drawn with the seed."""
    file = next((folder / name).glob("articles.*"), None)
    if file is None:
        return []
    if file.suffix == ".parquet":
        rows = pd.read_parquet(file).to_dict("records")
    else:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    random.Random(f"{asked.seed} {name}").shuffle(rows)  # noqa: S311 - drawing articles
    return [
        framing.Article(
            f"{name} {row['id']}",
            outlet=row.get("outlet"),
            title=row.get("title"),
            text=row["text"],
        )
        for row in rows[: asked.articles]
    ]


def _count(file: Path) -> None:
    """Print how many directed targets are right, and how many of the coders' roles are found."""
    if not file.is_file():
        print(f"{file} is absent: nothing is counted")
        return
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    mentions = _mentions(rows)
    right = bound = named = 0
    for row in rows:
        here = [
            each
            for each in mentions[f"{row['corpus']} {row['article_id']}"]
            if each["start"] < row["end"] and row["start"] < each["end"]
        ]
        same = [each for each in here if each["concept"] == row["concept"]]
        here.sort(key=lambda each, row=row: -_shared(each, row))  # a concept may have been split
        bindings = [
            each
            for mention in (same or here)[:1]
            if mention["loaded"]
            for each in mention["bindings"]
            if each["target"] and each["direction"]
        ]
        targets = {each["slot"]: each["target"] for each in bindings}
        for slot, party in row["parties"].items():
            named += bool(row["loaded"] and party["named"] and party["agreed"])
            if slot in targets:
                bound += 1
                names = [coder["parties"].get(slot) for coder in row["coders"]]
                right += any(_same(name, targets[slot]) for name in names)
    print(f"directed targets right {right} of {bound} ({right / max(bound, 1):.3f})")
    print(f"roles that both coders name found {right} of {named} ({right / max(named, 1):.3f})")


def _mentions(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Return the mentions of the articles that decisions are about, by corpus and article."""
    articles = [
        framing.Article(f"{corpus} {each['id']}", outlet=each.get("outlet"), text=each["text"])
        for corpus in sorted({row["corpus"] for row in rows})
        for each in articles_of(corpus, {r["article_id"] for r in rows if r["corpus"] == corpus})
    ]
    table = framing.analyze(articles, sentiment=False).mentions
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mention in table[table["field"].eq("text")].to_dict("records"):
        found[mention["article_id"]].append(mention)
    return found


def _shared(mention: dict[str, Any], row: dict[str, Any]) -> int:
    """Count the characters that a mention and a coded naming share."""
    return int(min(mention["end"], row["end"]) - max(mention["start"], row["start"]))


def _same(name: str | None, target: str) -> bool:
    """Tell whether two names are one, or one is the other with words added."""
    one, other = (re.sub("^the ", "", (each or "").lower()) for each in (name, target))
    return bool(one) and any(
        re.search(rf"\b{re.escape(short)}\b", long) for short, long in ((one, other), (other, one))
    )


if __name__ == "__main__":
    main()
