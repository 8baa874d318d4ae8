"""What a lexicon file holds, as frozen records: sources, variants, concepts, rulings.

The records decide nothing. Offsets, inflected forms and slots' fillers are worked out by
`framing.lexicon.forms` and `framing.matching`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

__all__ = [
    "KINDS",
    "PARTY_KINDS",
    "REGISTERS",
    "ROLES",
    "RULES",
    "WORD_LISTS",
    "Citation",
    "Concept",
    "Finding",
    "Kind",
    "Level",
    "Lexicon",
    "Office",
    "PartyFacts",
    "Ruling",
    "SlotRule",
    "Source",
    "Variant",
]

Counted: TypeAlias = Literal[True, False, "bound", "placed"]
Kind: TypeAlias = Literal["naming", "category", "cues", "entities"]
Level: TypeAlias = Literal["error", "warning", "note"]

KINDS: tuple[Kind, ...] = ("naming", "category", "cues", "entities")
REGISTERS = (
    "neutral",
    "official",
    "legal",
    "euphemism",
    "loaded",
    "partisan",
    "house-style",
    "self-label",
)
RULES = ("avoid", "only-attributed", "only-quoted", "explain", "prefer", "permitted")
WORD_LISTS = ("nouns", "verbs", "adjectives", "exact")
ROLES = ("agent", "patient", "holder", "member", "place")
"""What the filler of a slot is to the naming: who does it, to whom it is done, whose it is, who
it says somebody is, where it is."""
PARTY_KINDS = ("state", "group", "party", "movement", "faith", "body", "person")
"""What can fill a slot: a state or nation, an armed group, a political party, a movement (or a
law or policy with those for it), a faith with its people, a body (an agency, alliance, company,
outlet or association), a person."""


@dataclass(frozen=True, slots=True)
class Source:
    """A work that says something about words: who published it, when, and where it is read.

    `id` is what citations call it. `title`, `publisher`, `author`, `year`, `url` and `doi` are its
    own, `accessed` is the day it was read (ISO 8601), `says` what it says of words, in short.
    `line` is where it stands in the file.
    """

    id: str
    title: str
    publisher: str | None = None
    author: str | None = None
    year: int | None = None
    url: str | None = None
    doi: str | None = None
    accessed: str | None = None
    says: str | None = None
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Citation:
    """One source called upon for one variant: where in it, and what it says of the word.

    `id` is that of a `Source` of the same lexicon, `locator` a page, section or entry in it, `says`
    what it says of the word, in short; both are None where they were not given.
    """

    id: str
    locator: str | None = None
    says: str | None = None


@dataclass(frozen=True, slots=True)
class SlotRule:
    """How one slot is filled, where a lexicon says more than what the slot stands for.

    `role` is one of `ROLES` and says which places of grammar fill the slot; where a file gives
    none, a concept's first slot is its agent (of a verb) or holder (of a noun), every other its
    patient. `takes` lists the `PARTY_KINDS` that can fill it, nothing for all; where it takes
    states and no persons, a leader's name stands for the state led. `compound` says whether a
    bare name right before the noun fills it ("*Ostland* sanctions"): without it, an agent is
    named so only by adjectives and possessives.

    `after` lists prepositions that introduce its filler beside those of its role ("threat *from*
    Varenia"). By a `modifier` that is False no party before the naming fills it. `nearest` lets
    the nearest party in the sentence fill it where grammar names none; that is a guess, and no
    loaded variant is ever bound by it. `recalls` is for words that stand for their filler ("the
    regime", "the terror group"): they take it up from the sentences before.
    """

    after: tuple[str, ...] = ()
    modifier: bool | None = None
    nearest: bool | None = None
    role: str | None = None
    takes: tuple[str, ...] = ()
    compound: bool | None = None
    recalls: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held: its title, the state led, the first and the last day.

    `office` is the title as a text writes it, `state` the name of the party led; `since` and
    `until` are the first and the last day (ISO 8601), or None, so that this end is open.
    """

    office: str
    state: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """What is known of a party: `kind`, one of `PARTY_KINDS`, and the `offices` a person held."""

    kind: str = "state"
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an `outlet`'s own style guide says of one `variant` of a concept, told by its id.

    `rule` is one of `RULES`, `source` the id of a `Source` of the same lexicon, `locator` a place
    in it, and `says` what it says, in short.
    """

    outlet: str
    variant: str
    rule: str
    source: str
    locator: str | None = None
    says: str | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a concept, with what a source says it does, and to whom.

    `id` is its own within the concept, `register` one of `REGISTERS`, `note` a remark; `basis` says
    whether a source states the direction or it was inferred from one. Of articles with a date those
    from `valid_from` to `valid_to` (ISO 8601, both included) can hold it; with `case` its words
    count with their capitals only. `weight` is what a dictionary gives a word, `line` its place.

    `toward` maps a slot's name to −1, 0 or +1; `fixed` maps one to the party that the word
    itself names ("Zionist regime"), whatever stands around it. `intensity` runs from 0 (neutral)
    to 3.
    `nouns`, `verbs` and `adjectives` gain their inflected forms when compiled; `exact` stays
    as written. `sources` may be empty only where `status` or the checker says so; what is in
    `extrapolated` is a form of the same pattern that no source was seen to give. A word counts
    only in a sentence with one of `requires`; it does not in a phrase of `unless` that holds it,
    nor beside one that does not (within eight words), nor in a sentence with one of
    `unless_in_sentence`. `was` holds
    the ids, ``concept/variant``, under which its words were counted before. A variant that is not
    `counted` names the concept where no loaded word could stand for it ("federal government"):
    its namings are in the table and in no share. One counted where ``bound`` counts where a
    slot of it is filled, and in an article in which no slot of any naming is: so that "regime" and
    "government" are opportunities on the same terms. One counted where ``placed`` counts where
    all its slots are filled, its place too, and where the article has said of the same party that
    it is there: "U.S. forces" after "U.S. troops in Iraq". The words of a neutral variant that is
    `by_fact` name different things ("tear gas", "rubber bullets"): which of them stands is decided
    by what happened, so that they count as one, and a loaded word is chosen against all of them.
    """

    id: str
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    toward: Mapping[str, int] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    intensity: int = 0
    register: str | None = None
    sources: tuple[Citation, ...] = ()
    extrapolated: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    note: str | None = None
    requires: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_in_sentence: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    case: bool = False
    status: Literal["sourced", "unsourced"] = "sourced"
    basis: Literal["stated", "inferred"] = "stated"
    weight: float | None = None
    counted: Counted = True
    by_fact: bool = False
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that can be named, with the variants a writer can choose from.

    `gloss` says what it is, `label` how a sentence names it ("naming *the West Bank*, A wrote …")
    where its `id` as words does not read. `variants` are the ways to name it, `rulings` what style
    guides say of them, `sources` what is cited for the concept itself, `note` a remark, and `line`
    its place in the file.

    `slots` maps the parts that a named party can play (the *holder* of some forces) to what
    they stand for, in the file's order; `slot_rules` holds what a file says beyond that.

    In kind ``cues`` and ``category`` a concept is a word class and a variant an entry; in kind
    ``entities`` a concept is a party (`gloss` its name, `party` what is known of it) and its
    variants are kinds of alias.
    """

    id: str
    gloss: str | None = None
    slots: Mapping[str, str] = field(default_factory=dict)
    slot_rules: Mapping[str, SlotRule] = field(default_factory=dict)
    variants: tuple[Variant, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    note: str | None = None
    sources: tuple[Citation, ...] = ()
    party: PartyFacts | None = None
    line: int | None = field(default=None, compare=False)
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One lexicon file, read from `path`. `sha256` is of its bytes, line ends made line feeds.

    `id` is its file's name, `kind` what its `concepts` are: ``naming`` (things with all their
    variants), ``categories`` (word classes) or ``entities`` (parties). `title`, `version`,
    `language`, `license` and `notes` are as the file has them, `sources` the works cited, by id.
    `longest` says of word classes that of overlapping entries of all of them only the longest
    count (quanteda's ``nested_scope = "dictionary"``), not those of each of them.

    Examples
    --------
    >>> from framing.lexicon import read_lexicon_text
    >>> lexicon = read_lexicon_text('''
    ... id: forces
    ... concepts:
    ...   - id: foreign-troops
    ...     slots: {holder: the state whose forces they are}
    ...     variants:
    ...       - {id: occupation-forces, nouns: [occupation force], toward: {holder: -1}}
    ... ''')
    >>> lexicon.concepts[0].variants[0].nouns
    ('occupation force',)
    """

    id: str
    kind: Kind
    title: str
    version: str
    language: str
    license: str | None
    sources: Mapping[str, Source]
    concepts: tuple[Concept, ...]
    sha256: str
    path: Path | None = field(default=None, compare=False)
    notes: tuple[str, ...] = ()
    longest: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `check_lexicon` found: `what` is wrong, and `mend`, what mends it.

    It stands in `file` on a `line`, or in the whole of it (None); `level` is how grave it is.
    """

    file: str
    line: int | None
    what: str
    mend: str
    level: Level = "error"

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{place}: {self.what}; {self.mend}" if self.mend else f"{place}: {self.what}"
