"""Where something stands: the place of a naming is read from its clause, never from its owner."""

from __future__ import annotations

import pytest

from framing.lexicon import lexicon_from_mapping
from framing.matching import Matcher
from framing.values import Document, Target

PARTIES = (
    Target("Varenia", ("Varenia", "Varenian", "Varenians")),
    Target("Ostland", ("Ostland", "Ostlandic", "Ostlanders")),
)
FORCES = lexicon_from_mapping(
    {
        "id": "forces",
        "concepts": [
            {
                "id": "troops",
                "slots": {
                    "holder": {"gloss": "whose they are", "role": "holder"},
                    "host": {
                        "gloss": "where they are",
                        "role": "place",
                        "modifier": False,
                        "after": ["inside", "into"],
                    },
                },
                "variants": [{"id": "soldiers", "nouns": ["{nation:holder} soldier"]}],
            }
        ],
    }
)


@pytest.mark.parametrize(
    ("sentence", "host"),
    [
        ("Ostlandic soldiers died in Varenia.", "Varenia"),
        ("Ostlandic soldiers crossed into northern Varenia at dawn.", "Varenia"),
        ("In Varenia, Ostlandic soldiers held the bridge.", "Varenia"),
        ("Ostlandic soldiers withdrew from Varenia.", "Varenia"),
        ("Ostlandic soldiers were pulled out of Varenia in May.", "Varenia"),
        ("Ostlandic soldiers shot a man in the West Bank.", "West Bank"),
        ("Ostlandic soldiers died in Ostland.", None),
        ("Ostlandic soldiers met the president of Varenia.", None),
        ("Ostlandic soldiers died, the minister said in Varenia.", None),
        ("The minister spoke at a summit in Varenia of Ostlandic soldiers.", None),
        ("Ostlandic soldiers feared rockets from Varenia.", None),
        ("Ostlandic soldiers marched.", None),
        ("Ostlandic soldiers died in Varenia" + " and rain fell" * 200 + ".", None),
    ],
)
def test_where_soldiers_are(sentence: str, host: str | None) -> None:
    """A state after "in" or "into" in the same clause is the place; the owner's own is none."""
    whole = ((0, len(sentence)),)
    document = Document("a", "text", sentence, whole, whole, ("body",))
    (hit,) = Matcher([FORCES], PARTIES).find(document)
    assert [(each.slot, each.target) for each in hit.bindings] == [
        ("holder", "Ostland"),
        ("host", host),
    ]
