"""Slots: filled by the text's own words, else by the nearest party, else left unbound."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.lexicon import Lexicon, lexicon_from_mapping, load_targets, nations
from framing.lexicon.lexiconrecords import Office
from framing.matching import Matcher
from framing.matching.aliases import Named
from framing.matching.binding import stands_for
from framing.matching.slotplans import slots_of
from framing.values import Document, Target

Bound = Callable[[str], list[tuple[str, str | None, str]]]

FORCES = [
    {"id": "occupation", "nouns": ["occupation force"], "toward": {"holder": -1}},
    {"id": "national", "nouns": ["{nation:holder} force"], "toward": {"holder": 0}},
    {"id": "of", "exact": ["troops of {nation:holder}"]},
]


@pytest.fixture
def bound(
    naming: Callable[..., Lexicon],
    document: Callable[[str], Document],
    parties: tuple[Target, ...],
) -> Bound:
    """Give a function that returns each hit's words, its first slot's target and the rule."""
    matcher = Matcher([naming(FORCES, {"holder": "whose forces they are"})], parties)

    def read(text: str) -> list[tuple[str, str | None, str]]:
        hits = matcher.find(document(text))
        for hit in hits:
            _, _, _, start, end, rule = hit.bindings[0]
            assert (start is None) == (end is None) == (rule == "unbound")
        return [(text[h.start : h.end], h.bindings[0].target, h.bindings[0].rule) for h in hits]

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Varenian occupation forces.", ("Varenian occupation forces", "Varenia", "modifier")),
        ("Varenia's occupation force.", ("Varenia's occupation force", "Varenia", "modifier")),
        ("VARENIAN OCCUPATION FORCES.", ("VARENIAN OCCUPATION FORCES", "Varenia", "modifier")),
        ("OSLO—Varenian forces.", ("Varenian forces", "Varenia", "modifier")),
        ("“Varenia’s forces.", ("Varenia’s forces", "Varenia", "modifier")),
        ("Varenia’s forces.", ("Varenia’s forces", "Varenia", "modifier")),
        ("Varenian\nforces.", ("Varenian\nforces", "Varenia", "modifier")),
        ("the Varenian-led forces.", ("Varenian-led forces", "Varenia", "modifier")),
        ("occupation forces of Ostland.", ("occupation forces", "Ostland", "modifier")),
        ("occupation forces of the Ostlanders.", ("occupation forces", "Ostland", "modifier")),
        ("troops of Ostland.", ("troops of Ostland", "Ostland", "modifier")),
        ("the troops of the Varenians.", ("troops of the Varenians", "Varenia", "modifier")),
        ("occupation forces, said Ostland.", ("occupation forces", "Ostland", "nearest")),
        # As far to the one as to the other: the one that stands first.
        (
            "In Varenia no occupation forces at Ostland.",
            ("occupation forces", "Varenia", "nearest"),
        ),
        ("Varenia said the forces of Ostland's occupation force.", None),
        ("the occupation forces.", ("occupation forces", None, "unbound")),
        ("Varenia spoke. The occupation forces left.", ("occupation forces", None, "unbound")),
    ],
)
def test_one_slot(bound: Bound, text: str, expected: tuple[str, str | None, str] | None) -> None:
    """A modifier or an of-phrase fills a slot before the nearest party does."""
    expected = expected or ("Ostland's occupation force", "Ostland", "modifier")
    assert bound(text) == [expected]


def test_quotation_marks_are_not_swallowed(bound: Bound) -> None:
    """A modifier outside the quotation marks binds, and the mention stays inside them."""
    assert bound("Varenian “occupation forces” left.") == [
        ("occupation forces", "Varenia", "modifier")
    ]


def test_template_needs_a_party(bound: Bound) -> None:
    """A variant with a slot in its form is found only where a party fills it."""
    assert bound("The police force and the ostlandic force of nature.") == []
    assert bound("Varenians force the door open.") == []
    assert bound("troops of the line") == []


def test_two_slots(naming: Callable[..., Lexicon], document: Callable[[str], Document]) -> None:
    """The first slot takes the modifier, the second what follows on or against; no more."""
    strikes = naming(
        [{"id": "raid", "nouns": ["raid"], "toward": {"attacker": -1, "target": 1}}],
        {"attacker": "who", "target": "whom"},
    )
    matcher = Matcher([strikes], load_targets({"Varenia": "Varenian", "Ostland": "Ostlandic"}))

    def filled(text: str) -> list[tuple[str | None, int, str]]:
        (hit,) = matcher.find(document(text))
        return [(each.target, each.direction, each.rule) for each in hit.bindings]

    assert filled("A Varenian raid on Ostland.") == [
        ("Varenia", -1, "modifier"),
        ("Ostland", 1, "modifier"),
    ]
    assert filled("A raid against Ostland by night, said Varenia.") == [
        ("Varenia", -1, "nearest"),
        ("Ostland", 1, "modifier"),
    ]
    assert filled("A raid by Varenia.") == [("Varenia", -1, "modifier"), (None, 1, "unbound")]


def test_slot_rules_of_a_lexicon(
    naming: Callable[..., Lexicon], document: Callable[[str], Document]
) -> None:
    """A lexicon can say which words introduce a slot, and keep it from being guessed."""
    lexicon = naming(
        [{"id": "k", "nouns": ["killing"]}],
        {
            "victim": {"gloss": "who died", "after": ["of"], "modifier": False, "nearest": False},
            "killer": {"gloss": "who did it", "after": ["by"], "modifier": True},
        },
    )
    matcher = Matcher([lexicon], load_targets({"Varenia": "Varenian", "Ostland": "Ostlandic"}))

    def filled(text: str) -> list[str | None]:
        (hit,) = matcher.find(document(text))
        return [each.target for each in hit.bindings]

    assert filled("The Varenian killing of Ostland's king.") == ["Ostland", "Varenia"]
    assert filled("The killing, said Ostland.") == [None, None]


def test_verbs_take_their_subject_and_stay_verbs(
    naming: Callable[..., Lexicon], document: Callable[[str], Document]
) -> None:
    """The party before a verb fills the slot, and is no part of the mention."""
    matcher = Matcher(
        [naming([{"id": "v", "verbs": ["invade"]}], {"who": "who"})],
        load_targets({"Varenia": []}),
    )
    text = "Varenia invaded at dawn."
    (hit,) = matcher.find(document(text))
    assert text[hit.start : hit.end] == "invaded"
    assert (hit.bindings[0].target, hit.bindings[0].rule) == ("Varenia", "modifier")


def nation_bound(text: str, targets: object = None) -> list[str | None]:
    """Return the first target of each hit, with the shipped states and some of one's own."""
    lexicon = lexicon_from_mapping(
        {
            "id": "x",
            "concepts": [
                {
                    "id": "c",
                    "slots": {"holder": "whose"},
                    "variants": [{"id": "v", "nouns": ["occupation force"]}],
                }
            ],
        }
    )
    whole = ((0, len(text)),)
    document = Document("a", "text", text, whole, whole, ("body",))
    matcher = Matcher([lexicon], load_targets(targets))  # type: ignore[arg-type]
    return [hit.bindings[0].target for hit in matcher.find(document)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("American occupation forces", "United States"),
        ("U.S. occupation forces", "United States"),
        ("US-led occupation forces", "United States"),
        ("Washington's occupation forces", "United States"),
        ("occupation forces of the United States", "United States"),
        ("They told us of the occupation forces", None),
        ("occupation forces near the Washington Post", None),
        ("occupation forces in Washington", None),
        ("Latin American occupation forces", None),
        ("North Korean occupation forces", "North Korea"),
        ("New Mexico and the occupation forces", None),
        ("polish the occupation forces", None),
        ("Polish occupation forces", "Poland"),
        ("a turkey and the occupation forces", None),
        ("Turkey and the occupation forces", "Turkey"),
        ("Turkish occupation forces", "Turkey"),
        ("Chad's occupation forces", None),
        ("Chadian troops and Chad's occupation forces", "Chad"),
        ("Michael Jordan on occupation forces", None),
        ("In Amman, Jordan and its occupation forces", "Jordan"),
        ("Georgia's occupation forces", None),
        ("Georgia's occupation forces left Tbilisi", "Georgia"),
        ("South China Sea occupation forces", None),
        ("the Kremlin's occupation forces", "Russia"),
        ("Iranian-American occupation forces", None),
        ("WASHINGTON SAYS OCCUPATION FORCES WILL STAY", "United States"),
    ],
)
def test_states(text: str, target: str | None) -> None:
    """Shipped states are told from the other things their names mean."""
    assert nation_bound(text) == [target]


@pytest.mark.parametrize(
    "words",
    ["in", "near", "at", "outside", "around", "inside", "in downtown", "through central"],
)
def test_a_capital_is_a_place_after_a_preposition(words: str) -> None:
    """And a government where none stands before it."""
    assert nation_bound(f"occupation forces {words} Washington") == [None]
    assert nation_bound("occupation forces, Washington said") == ["United States"]


@pytest.mark.parametrize(
    ("date", "role", "state"),
    [
        ("2009-12-31", "agent", None), ("2010-01-01", "agent", "Ostland"),
        ("2014-06-30", "agent", "Ostland"), ("2014-07-01", "agent", None),
        ("2014-07-01", "holder", "Ostland"), (None, "agent", "Ostland"),
    ],
)  # fmt: skip
def test_a_leader_stands_for_a_state_from_the_first_to_the_last_day(
    date: str | None, role: str, state: str | None
) -> None:
    """As whose something is, also after it; where no date is known, always."""
    concept = lexicon_from_mapping(
        {"id": "x", "concepts": [{
            "id": "c", "slots": {"who": {"gloss": "who", "role": role, "takes": ["state"]}},
            "variants": [{"id": "v", "nouns": ["raid"]}]}]}
    ).concepts[0]  # fmt: skip
    (slot,) = slots_of(concept, concept.variants[0])
    leader = Named(0, 4, "Venn", people=False, adjective=False, kind="person")
    offices = {"Venn": (Office("president", "Ostland", "2010-01-01", "2014-06-30"),)}
    found = stands_for(slot, leader, date, offices)
    assert (None if found is None else found.party) == state


def test_user_targets_come_first_and_work_the_same() -> None:
    """What a user declares overrides a shipped name, and persons can be declared."""
    assert nation_bound("Georgia's occupation forces", {"State of Georgia": ["Georgia"]}) == [
        "State of Georgia"
    ]
    assert nation_bound("Trump's occupation forces", {"Donald Trump": ["Trump"]}) == [
        "Donald Trump"
    ]
    assert nation_bound("Trump's American occupation forces", {"Donald Trump": ["Trump"]}) == [
        "United States"
    ]


def test_no_alias_names_two_states() -> None:
    """Every shipped alias belongs to one state, and every state to one entry."""
    lexicon = nations()
    assert lexicon is not None
    owner: dict[str, str | None] = {}
    for concept in lexicon.concepts:
        for variant in concept.variants:
            for form in variant.exact if variant.id != "unless" else ():
                assert owner.setdefault(form, concept.gloss) == concept.gloss, form
    assert len({concept.gloss for concept in lexicon.concepts}) == len(lexicon.concepts) > 193


SENTENCES = [
    "{A} occupation forces met {b}.",
    "{a}'s occupation force, {b} said, fears {B} forces.",
    "The occupation forces of {a} left; {b} rejoiced.",
    "{b} and {a} spoke of occupation forces.",
    "Far away, occupation forces stayed. {a} knew.",
    "{B} forces, not {A} forces, are occupation forces of {b}.",
]
NAMES = [
    ("Varenia", "Varenian"),
    ("Oz", "Ozian"),
    ("the Long Republic of Isles", "Islander"),
    ("US", "US"),
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
)
def test_exchanging_two_parties_exchanges_only_their_names(
    sentences: list[str], one: tuple[str, str], other: tuple[str, str]
) -> None:
    """Binding does not depend on what the parties are called, however long their names."""
    if one == other:
        return
    lexicon = lexicon_from_mapping(
        {
            "id": "x",
            "concepts": [{"id": "c", "slots": {"holder": "whose"}, "variants": FORCES}],
        }
    )
    matcher = Matcher([lexicon], load_targets({name: [kind] for name, kind in (one, other)}))

    def filled(a: tuple[str, str], b: tuple[str, str]) -> list[tuple[int, str | None, str]]:
        text = " ".join(sentence.format(a=a[0], A=a[1], b=b[0], B=b[1]) for sentence in sentences)
        spans, at = [], 0
        for sentence in sentences:
            size = len(sentence.format(a=a[0], A=a[1], b=b[0], B=b[1]))
            spans.append((at, at + size))
            at += size + 1
        document = Document(
            "a", "text", text, ((0, len(text)),), tuple(spans), ("body",) * len(spans)
        )
        return [
            (hit.entry, hit.bindings[0].target, hit.bindings[0].rule)
            for hit in matcher.find(document)
        ]

    exchanged = {one[0]: other[0], other[0]: one[0], None: None}
    assert filled(other, one) == [
        (entry, exchanged[target], rule) for entry, target, rule in filled(one, other)
    ]


def test_a_states_bare_name_before_a_noun_is_whom_it_hits_where_the_concept_says_so(
    document: Callable[..., Document], parties: tuple[Target, ...]
) -> None:
    """A bare name ("the Ostland invasion") is the one entered, an adjective the one entering."""
    slots = {
        "attacker": {"gloss": "who enters", "role": "agent", "takes": ["state"]},
        "defender": {"gloss": "who is entered", "role": "patient", "compound": True},
    }
    variant = {"id": "invasion", "nouns": ["invasion", "{nation:attacker} invasion"]}
    concept = {"id": "entry", "slots": slots, "variants": [variant]}
    matcher = Matcher([lexicon_from_mapping({"id": "war", "concepts": [concept]})], parties)
    filled = []
    for text in ("The Ostland invasion failed.", "The Ostlandic invasion failed."):
        (hit,) = matcher.find(document(text))
        filled.append([(each.slot, each.target) for each in hit.bindings])
    assert filled == [
        [("attacker", None), ("defender", "Ostland")],
        [("attacker", "Ostland"), ("defender", None)],
    ]
