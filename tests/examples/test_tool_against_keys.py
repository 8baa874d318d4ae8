"""What the tool finds in the teaching corpus, against what a reader found in it.

Every disagreement is printed (``pytest -s`` shows them, a failure too); the floors are what has
been reached, and only ever rise.
"""

from __future__ import annotations

from collections import Counter

import pytest

import framing

#: Concept of a shipped lexicon: the answer key's wider name for it.
FAMILY = {
    "foreign-troops": "foreign-troops",
    "military-presence": "foreign-troops",
    "killing-of-person": "killing",
    "drone-strike": "air-strike",
    "air-strike": "air-strike",
    "attack-on-civilians": "air-strike",
    "armed-group-members": "armed-group",
    "armed-organisation": "armed-group",
    "government": "government",
    "unrest-event": "protest",
    "protesters": "protest",
    "crowd-control": "police-action",
    "mass-killing": "police-action",
    "people-without-papers": "migrants",
    "people-on-the-move": "migrants",
    "numbers-arriving": "migrants",
}
FAMILIES = set(FAMILY.values())

#: Reached so far, in hundredths: mentions found of those keyed, keyed of those found, voices and
#: loadedness alike where both found the mention.
FLOORS = {"recall": 84, "precision": 95, "voice": 90, "loaded": 87}


@pytest.fixture(scope="module")
def compared(keyed, examples):
    """Pair every keyed mention with the tool's mention it overlaps most, and list the rest."""
    analysis = framing.analyze(
        examples / "corpus", targets=examples / "targets.yaml", sentiment=False
    )
    table = analysis.mentions[analysis.mentions["concept"].isin(FAMILY)]
    pairs, missed, extra = [], [], []
    for article in keyed:
        rows = table[table["article_id"] == article.name].to_dict("records")
        used = set()
        for mention in article.mentions:
            if mention["concept"] not in FAMILIES or mention.get("added"):
                continue
            field, start, end = article.span(mention)
            over = [
                (min(end, row["end"]) - max(start, row["start"]), -number)
                for number, row in enumerate(rows)
                if row["field"] == field and FAMILY[row["concept"]] == mention["concept"]
            ]
            used |= {-number for overlap, number in over if overlap > 0}
            best = max(over, default=(0, 0))
            if best[0] > 0:
                pairs.append((article, mention, rows[-best[1]]))
            else:
                missed.append((article, mention))
        extra += [(article, row) for number, row in enumerate(rows) if number not in used]
    return pairs, missed, extra


def _floor(name: str, right: int, of: int) -> None:
    print(f"{name}: {right} of {of} = {right / of:.3f}")
    assert 100 * right >= FLOORS[name] * of, f"{name} fell to {right} of {of}"


def test_recall(compared):
    """Of the mentions a reader found, the tool finds at least as many as it did before."""
    pairs, missed, _ = compared
    for article, mention in missed:
        print(f"missed  {article.name}: {mention['text']} ({mention['concept']})")
    _floor("recall", len(pairs), len(pairs) + len(missed))


def test_precision(compared):
    """Of the mentions the tool finds, at least as many as before are in the key."""
    pairs, _, extra = compared
    for article, row in extra:
        print(f"extra   {article.name}: {row['text']} ({row['concept']}, {row['zone']})")
    _floor("precision", len(pairs), len(pairs) + len(extra))


def test_voice(compared):
    """Where both found a mention, the voice is the reader's at least as often as before."""
    pairs, _, _ = compared
    wrong = [(a, k, row) for a, k, row in pairs if k["voice"] != row["voice"]]
    for article, mention, row in wrong:
        words = f"{mention['text']}: key {mention['voice']}, tool {row['voice']} ({row['rule']})"
        print(f"voice   {article.name}: {words}")
    print(Counter((k["voice"], row["voice"]) for _, k, row in wrong).most_common())
    _floor("voice", len(pairs) - len(wrong), len(pairs))


def test_loaded(compared):
    """Where both found a mention, they agree on loaded at least as often as before."""
    pairs, _, _ = compared
    wrong = [(a, k, row) for a, k, row in pairs if k["loaded"] != row["loaded"]]
    for article, mention, _ in wrong:
        print(f"loaded  {article.name}: {mention['text']}: key {mention['loaded']}")
    _floor("loaded", len(pairs) - len(wrong), len(pairs))


def test_outlets_come_out_as_written(examples):
    """In its own voice the wire's share of loaded words is the lowest of the four."""
    comparison = framing.compare(framing.analyze(examples / "corpus", sentiment=False))
    own = comparison.naming[comparison.naming["scope"] == "own"]
    counts = own.assign(loaded_n=own["n"] * own["loaded"].astype(float)).groupby("outlet")
    shares = (counts["loaded_n"].sum() / counts["n"].sum()).sort_values()
    assert shares.index[0] == "Norlan Wire"
    assert shares.iloc[0] < 0.25 < shares.iloc[1]
