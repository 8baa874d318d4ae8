"""The declared measure's sentences, cut so that every number in them opens what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.comparison.material import NO_OUTLET
from framing.report.rows import plain_rows

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["Part", "contrast_query", "linked_sentences", "matched_query"]

_WORDED = "; with the words it attributes to others counted too: "
Query = Mapping[str, str | int | None]


class Part(NamedTuple):
    """A piece of a sentence, and what it counts where it is a number."""

    text: str
    query: Query | None = None


class _Number(NamedTuple):
    """A number expected in a sentence after `before`, and what it counts."""

    before: str
    text: str
    query: Query


def linked_sentences(comparison: Comparison) -> list[list[Part]]:
    """Return the sentences of the primary measure as parts; joined they are its sentences."""
    primary = comparison.primary
    target = comparison.provenance["comparison"]["target"]
    own = [row for row in plain_rows(comparison.differences) if row["role"] == "primary"]
    if target is None:
        found = [_stated(one, comparison) for one in primary.statements]
    else:
        leanings = [list(_leaning(row, target)) for row in own if row["events"]]
        found = [
            next((cut for n in leanings if len(cut := _cut(one, n)) > len(n)), [Part(one)])
            for one in primary.statements
        ]
    if primary.result:
        told = (primary.p_value, primary.difference)
        found.append(_cut(primary.result, _tested(own, told, target)))
    if primary.refusal:
        found.append(_cut(primary.refusal, _refused(own, target)))
    return [_capital(parts) for parts in found]


def matched_query(comparison: Comparison) -> dict[str, str | int | None]:
    """Return what names the matched events of the largest contrast of the declared measure."""
    target = comparison.provenance["comparison"]["target"]
    own = [row for row in plain_rows(comparison.differences) if row["role"] == "primary"]
    most = max(own, key=lambda row: row["events"], default=None)
    if most is None:
        return {}
    return contrast_query(most, target) | {"show": "events"}


def contrast_query(row: Mapping[str, Any], target: str | None) -> dict[str, str | int | None]:
    """Return what names the namings of a contrast: its sides, scope, concept and target."""
    toward = target if row["measure"] != "loaded share" else None
    names = ("lexicon", "concept", "scope")
    return {
        "a": row["outlet_a"],
        "b": row["outlet_b"],
        **{name: row[name] for name in names},
        "target": toward,
    }


def _cut(sentence: str, numbers: Iterable[_Number]) -> list[Part]:
    """Cut a sentence at its numbers, in order; one that is not there is passed over."""
    parts: list[Part] = []
    at = 0
    for number in numbers:
        begins = sentence.find(number.before, at)
        start = sentence.find(number.text, begins + len(number.before)) if begins >= 0 else -1
        if start < 0:
            continue
        stop = start + len(number.text)
        parts += [Part(sentence[at:start]), Part(sentence[start:stop], number.query)]
        at = stop
    return [part for part in (*parts, Part(sentence[at:])) if part.text]


def _stated(sentence: str, comparison: Comparison) -> list[Part]:
    """Cut a sentence about one concept: n of N of each outlet, own words first."""
    rows = plain_rows(comparison.shares)
    concepts = dict.fromkeys((row["lexicon"], row["concept"]) for row in rows)
    best = [Part(sentence)]
    for lexicon, concept in concepts:
        if f"naming {concept.replace('-', ' ').replace('_', ' ')}, " not in sentence:
            continue
        here = [row for row in rows if (row["lexicon"], row["concept"]) == (lexicon, concept)]
        before, joint, after = sentence.partition(_WORDED)
        parts = _cut(before, _counts(here, "own"))
        parts += [Part(joint)] if joint else []
        parts += _cut(after, _counts(here, "outlet_worded"))
        best = max(best, parts, key=len)
    return best


def _counts(rows: Iterable[Mapping[str, Any]], scope: str) -> Iterator[_Number]:
    for row in rows:
        if row["scope"] == scope and row["total"]:
            query = {name: row[name] for name in ("lexicon", "concept", "outlet", "scope")}
            name = row["outlet"].replace(NO_OUTLET, "an outlet not named")
            counts = {"n": row["n"], "of": row["total"]}
            yield _Number(f"{name} ", f"{row['n']} of {row['total']}", query | counts)


def _leaning(row: Mapping[str, Any], target: str) -> Iterator[_Number]:
    query = contrast_query(row, target)
    other = row["outlet_b"] or "the other outlets"
    for side, name in (("a", row["outlet_a"]), ("b", other)):
        n, total = row[f"n_{side}"], row[f"total_{side}"]
        counts = {"side": side, "n": n, "of": total}
        yield _Number(f"{name}'s ", f"{n:+d} over {total}", query | counts)


def _tested(
    own: Iterable[Mapping[str, Any]],
    told: tuple[float | None, float | None],
    target: str | None,
) -> Iterator[_Number]:
    """List the numbers of the sentence that tells a test."""
    for row in own:
        if (row["p_adjusted"], row["difference"]) != told:
            continue
        query = contrast_query(row, target)
        scale, digits = (100, 0) if target is None else (1, 2)
        gap, low, high = (f"{row[c] * scale:+.{digits}f}" for c in ("difference", "low", "high"))
        events = query | {"show": "events", "n": row["events"]}
        lines = query | {"n": row["total_a"] + row["total_b"]}
        yield _Number("Over ", f"{row['events']} matched events", events)
        yield _Number(f"{row['outlet_a']} less ", gap, lines)
        yield _Number("interval ", f"{low} to {high}", events)
        yield _Number("p = ", f"{row['p_adjusted']:.4f}", events)
        return


def _refused(own: Iterable[Mapping[str, Any]], target: str | None) -> Iterator[_Number]:
    """List the numbers of the sentence that tells why there is no test."""
    rows = sorted((row for row in own if row["events"]), key=lambda row: -row["events"])
    if not rows:
        return
    most = rows[0]
    query = contrast_query(most, target) | {"show": "events", "n": most["events"]}
    yield _Number("events: ", f"{most['events']}", query)
    needed = [row for row in rows if row["events_needed"] is not None]
    needed.sort(key=lambda row: (-row["events"], -row["events_needed"]))
    if needed:
        query = contrast_query(needed[0], target) | {"show": "events", "n": needed[0]["events"]}
        yield _Number("with about ", f"{needed[0]['events_needed']} matched events", query)


def _capital(parts: list[Part]) -> list[Part]:
    if not parts:
        return parts
    first = parts[0]
    return [Part(first.text[:1].upper() + first.text[1:], first.query), *parts[1:]]
