"""Words whose forms the dictionary and the rules get wrong, found by the 300-entry check."""

from __future__ import annotations

__all__ = ["IRREGULAR_NOUNS", "IRREGULAR_VERBS", "POSTPOSED", "WRONG"]

IRREGULAR_NOUNS: dict[str, tuple[str, ...]] = {
    "accompli": ("accomplis",),
    "child": ("children",),
    "mujahid": ("mujahideen", "mujahidin", "mujahedin"),
    "negro": ("negroes",),
    "ox": ("oxen",),
    "passerby": ("passersby",),
    "person": ("people", "persons"),
}

IRREGULAR_VERBS: dict[str, tuple[str, ...]] = {
    "be": ("am", "are", "is", "was", "were", "been", "being"),
    "prove": ("proves", "proved", "proven", "proving"),
    "sting": ("stings", "stung", "stinging"),
}

# Forms that the dictionary lists and no edited text has.
WRONG = frozenset(
    {
        "aircrafts", "axises", "bended", "feti", "foeti", "halfs", "leafs", "oxes", "rooves",
        "spacecrafts", "teared", "tieing",
    }
)  # fmt: skip

# Adjectives that follow their noun, which is then what inflects; None: after any noun.
POSTPOSED: dict[str, frozenset[str] | None] = {
    "general": frozenset(
        {
            "attorney", "auditor", "comptroller", "consul", "director", "governor", "inspector",
            "postmaster", "secretary", "solicitor", "surgeon",
        }
    ),
    "martial": frozenset({"court"}),
    "d'état": frozenset({"coup"}),
    "d'etat": frozenset({"coup"}),
    "elect": None,
    "designate": None,
    "apparent": frozenset({"heir"}),
}  # fmt: skip
