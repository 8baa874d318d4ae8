"""What differs inside an aligned pair: names for the same thing, and agents left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.language.contentwords import terms
from framing.passages.accounts import AccountSentence

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["WordMarks", "left_out_agent", "naming_differences"]

_Key = tuple[str, int]


class WordMarks:
    """The mentions and passives of an analysis by article and sentence of the text."""

    def __init__(self, mentions: pd.DataFrame, cues: pd.DataFrame) -> None:
        self._mentions: dict[_Key, list[dict[str, Any]]] = defaultdict(list)
        for row in _rows(
            mentions, ("concept", "variant", "text", "voice", "loaded", "start", "end")
        ):
            self._mentions[row["article_id"], row["sentence"]].append(row)
        passives = cues[cues["kind"].isin(["agentless_passive", "agent_passive"])]
        self._passives: dict[_Key, list[dict[str, Any]]] = defaultdict(list)
        for row in _rows(passives, ("kind", "text")):
            self._passives[row["article_id"], row["sentence"]].append(row)

    def mentions(self, sentence: AccountSentence) -> Sequence[Mapping[str, Any]]:
        """Return the mentions that begin in a sentence."""
        return self._mentions.get((sentence.article_id, sentence.number), ())

    def passives(self, sentence: AccountSentence, kind: str) -> list[str]:
        """Return the participles (last words, stemmed) of a sentence's passives of one kind."""
        found = self._passives.get((sentence.article_id, sentence.number), ())
        return [terms(row["text"])[-1] for row in found if row["kind"] == kind and row["text"]]


def _rows(table: pd.DataFrame, names: Sequence[str]) -> list[dict[str, Any]]:
    """Return rows of the field ``text`` as mappings."""
    wanted = ["article_id", "sentence", *names]
    kept = table[table["field"] == "text"]
    cells = zip(*(kept[name].tolist() for name in wanted), strict=True)
    return [dict(zip(wanted, row, strict=True)) for row in cells]


def naming_differences(
    marks: WordMarks, left: AccountSentence, right: AccountSentence
) -> list[dict[str, Any]]:
    """Return the concepts that both sentences name by different variants.

    Each as ``{concept, left: [words], right: [words]}``; a concept named alike is no difference.
    """
    sides = []
    for sentence in (left, right):
        by_concept: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for row in marks.mentions(sentence):
            by_concept[row["concept"]].append(row)
        sides.append(by_concept)
    found = []
    for concept in sorted(sides[0].keys() & sides[1].keys()):
        variants = [{row["variant"] for row in side[concept]} for side in sides]
        if variants[0] != variants[1]:
            words = [_unique(row["text"] for row in side[concept]) for side in sides]
            found.append({"concept": concept, "left": words[0], "right": words[1]})
    return found


def _unique(words: Any) -> list[str]:
    return list(dict.fromkeys(words))


def left_out_agent(marks: WordMarks, left: AccountSentence, right: AccountSentence) -> str | None:
    """Say which sentence leaves the agent out of a deed that the other one tells with it.

    ``left`` when it has a passive without an agent ("12 were killed") whose verb the other has
    in the active, or in a passive with "by"; ``right`` the other way about; else None.
    """
    for name, bare, full in (("left", left, right), ("right", right, left)):
        without = set(marks.passives(bare, "agentless_passive"))
        if not without:
            continue
        also = set(marks.passives(full, "agentless_passive"))
        named = set(marks.passives(full, "agent_passive"))
        words = set(terms(full.text)[1:])
        if without & named or (without - also) & words:
            return name
    return None
