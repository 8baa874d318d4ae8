"""Would a trained model pay? Run as ``python tests/benchmarks/voice_sequence.py``.

A logistic regression over tokens, with the default reader's own signals (what it reports there and
by which rule, the tags and words around, the cues before and after), is trained on half of
PolNeAR's ``train`` articles, and says which tokens are reported words. Printed is what it gains
over the rules on the other half and on ``dev``, in characters and on contested terms. Nothing is
kept of it. The corpora are found as in ``voice.py``.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from sklearn.feature_extraction import FeatureHasher
from sklearn.linear_model import SGDClassifier
from voice import CORPORA, Row, contested_terms, parts, rows, text_document

from framing.values import Span
from framing.voice.constructions.quotations import continue_quotations
from framing.voice.reader import RulesReader
from framing.voice.settled.nesting import without_inner_judgements
from framing.voice.text.units import Page, Unit, lay_out

THRESHOLDS = (0.3, 0.4, 0.5)
HASHER = FeatureHasher(2**20, input_type="string", alternate_sign=False)


class Signals(NamedTuple):
    """What the rules say of each token of a page: rule, place in the content, kind of cue."""

    page: Page
    words: list[str]
    rule: list[str]
    place: list[str]
    cue: list[str]


class Read(NamedTuple):
    """An article: where its tokens start, which are in units, their features, gold, the rules'."""

    text: str
    starts: list[int]
    tokens: list[int]
    features: sparse.csr_matrix
    gold: list[Span]
    rules: list[bool]


def signals(reader: RulesReader, article: Row) -> Signals:
    """Read an article with the rules, and keep their word on every token."""
    page = lay_out(text_document(article), reader.chunks)
    size = len(page.mask)
    rule, place, cue = ["-"] * size, [""] * size, [""] * size
    for one in continue_quotations(page, without_inner_judgements(reader.find(page))):
        for first, stop in one.content:
            for at in range(first, stop):
                rule[at] = one.rule
                place[at] = f"{min(at - first, 3)}_{min(stop - 1 - at, 2)}"
        for at in range(*one.cue) if one.cue else ():
            cue[at] = one.kind
    return Signals(page, [page.tokens.word(i).lower() for i in range(size)], rule, place, cue)


def unit_features(said: Signals, unit: Unit) -> Iterator[list[str]]:
    """Features of each token of a unit, as strings."""
    mask, low, end = said.page.mask[unit.start : unit.end], unit.start, unit.end
    words, rule = said.words[low:end], said.rule[low:end]
    cues = [i for i in range(end - low) if said.cue[low + i]]
    for i in range(end - low):
        inside = rule[i] != "-"

        def tag(step: int, i: int = i) -> str:
            return mask[i + step] if 0 <= i + step < len(mask) else "^"

        def word(step: int, i: int = i) -> str:
            return words[i + step] if 0 <= i + step < len(words) else "^"

        found = [f"rule {rule[i]}", f"place {rule[i]} {said.place[low + i]}", "always"]
        found += [f"w{step} {word(step)}" for step in (-2, -1, 0, 1)]
        found += [f"ww {word(-1)} {word(0)}", f"ww+ {word(0)} {word(1)}"]
        found += [f"t{step} {tag(step)}" for step in range(-4, 5)]
        found += [f"tt{step} {tag(step)}{tag(step + 1)}" for step in range(-3, 3)]
        found += [f"ttt {tag(-2)}{tag(-1)}{tag(0)} {inside}", f"ttt+ {tag(0)}{tag(1)}{tag(2)}"]
        found.append(f"between {rule[i - 1] if i else '^'} {rule[i]} {([*rule, '$'])[i + 1]}")
        at = bisect_left(cues, i)
        for name, near in (("before", cues[at - 1 : at]), ("after", cues[at : at + 1])):
            for j in near:
                far = min(abs(i - j).bit_length(), 5)
                found += [f"{name} {words[j]} {inside}", f"{name} {far} {rule[i]}"]
            if not near:
                found.append(f"no cue {name} {inside}")
        yield found


def read(reader: RulesReader, article: Row, gold: list[Span]) -> Read:
    """Turn an article into its tokens' features."""
    said = signals(reader, article)
    tokens: list[int] = []
    features: list[list[str]] = []
    for unit in said.page.units:
        tokens += range(unit.start, unit.end)
        features += unit_features(said, unit)
    inside = [said.rule[at] != "-" for at in tokens]
    matrix = HASHER.transform(features or [["always"]])
    return Read(article["text"], said.page.tokens.starts, tokens, matrix, gold, inside)


def labels(one: Read) -> list[bool]:
    """Whether each token lies in gold content."""
    covered = mask_of(one.gold, len(one.text))
    return [bool(covered[one.starts[at]]) for at in one.tokens]


def mask_of(spans: list[Span], size: int) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Characters that spans cover."""
    covered = np.zeros(size + 1, bool)
    for start, end in spans:
        covered[start:end] = True
    return covered


def score(read_articles: list[Read], inside: list[list[bool]]) -> tuple[float, float, float, float]:
    """Precision, recall and F1 in characters; accuracy of own or not on contested terms."""
    pattern = contested_terms()
    both = said = gold = right = terms = 0
    for one, decided in zip(read_articles, inside, strict=True):
        wanted = mask_of(one.gold, len(one.text))
        kept = [at for at, yes in zip(one.tokens, decided, strict=True) if yes]
        got = mask_of([(one.starts[at], one.starts[at + 1]) for at in kept], len(one.text))
        both, said, gold = both + (wanted & got).sum(), said + got.sum(), gold + wanted.sum()
        for match in pattern.finditer(one.text):
            at = one.starts[bisect_right(one.starts, sum(match.span()) // 2) - 1]
            right += bool(got[at]) == bool(wanted[at])
            terms += 1
    return both / said, both / gold, 2 * both / (said + gold), right / terms


def main() -> int:
    """Train on one half, print the gain on what was not read."""
    folder = CORPORA / "polnear"
    if not folder.is_dir():
        sys.stdout.write(f"no corpora at {CORPORA}; set FRAMING_CORPORA\n")
        return 1
    articles = {row["id"]: row for row in rows(folder / "articles.jsonl")}
    gold: dict[str, list[Span]] = defaultdict(list)
    for row in rows(folder / "attributions.jsonl"):
        gold[row["article_id"]] += [(start, end) for start, end in row.get("content", [])]
    reader = RulesReader()
    part = {
        name: [read(reader, articles[i], gold[i]) for i in ids]
        for name, ids in parts(list(articles.values())).items()
        if name != "all"
    }
    x = sparse.vstack([one.features[: len(one.tokens)] for one in part["studied"]])
    y = [label for one in part["studied"] for label in labels(one)]
    model = SGDClassifier(
        loss="log_loss", alpha=4e-5, max_iter=10, tol=None, average=True, random_state=0
    ).fit(x, y)
    for name in ("dev", "unseen"):
        show(name, "the rules", score(part[name], [one.rules for one in part[name]]))
        sure = [model.predict_proba(one.features)[: len(one.tokens), 1] for one in part[name]]
        for limit in THRESHOLDS:
            decided = [(each > limit).tolist() for each in sure]
            show(name, f"the model at {limit}", score(part[name], decided))
    return 0


def show(part: str, who: str, figures: tuple[float, float, float, float]) -> None:
    """Write one line."""
    precision, recall, f1, own = figures
    sys.stdout.write(
        f"{part}: {who}: characters P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"
        f" · contested terms, own or not {own:.3f}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
