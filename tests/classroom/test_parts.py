"""The small parts: masking with offsets, fingerprints, and which words a text shows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from framing import Article
from framing.classroom.masking import MASK, mask_names, names_to_mask
from framing.classroom.rewrites import fingerprint, fnv1a, listed_forms, listed_in
from framing.classroom.sheettexts import lay_out
from framing.lexicon import load_lexicon

NAMES = ["Harbour Post", "HarbourPost", "Post"]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(["Harbour Post", "Post", "regime", "“", "é", "post", " ", "\n"])))
def test_masking_keeps_other_words_where_they_can_be_found(pieces):
    """Every word outside a mask stands, after masking, where its offsets were moved to."""
    text = " ".join(pieces)
    masked = mask_names(text, NAMES)
    start = text.find("regime")
    while start >= 0:
        moved = masked.moved((start, start + 6))
        assert moved is not None
        assert masked.text[slice(*moved)] == "regime"
        start = text.find("regime", start + 1)
    assert "Post" not in masked.text
    assert [masked.text[slice(*span)] for span in masked.masks] == [MASK] * len(masked.masks)


def test_span_under_a_mask_is_gone():
    """A span that a mask covers, even in part, has no place any more."""
    masked = mask_names("read the Harbour Post today", NAMES)
    assert masked.moved((9, 16)) is None
    assert masked.moved((5, 12)) is None
    assert masked.moved((0, 4)) == (0, 4)


def test_a_city_all_write_about_is_not_masked():
    """A word of an outlet's name that other outlets use as well stays readable."""
    one = Article("1", "Lindow Star", text="Lindow is calm, the Star found.")
    two = Article("2", "Harbour Post", text="In Lindow it rained; the harbour froze.")
    names = names_to_mask([one, two])
    assert "Lindow" not in names
    assert {"Star", "Harbour Post", "Harbour"} <= set(names)
    assert mask_names(two.text, names).text == two.text


def test_fnv_vectors():
    """The hash gives the published 64-bit FNV-1a values."""
    assert fnv1a(b"") == "cbf29ce484222325"
    assert fnv1a(b"a") == "af63dc4c8601ec8c"


def test_listed_forms_are_inflected_and_pruned():
    """Plurals are on the list; a longer form that holds a listed one adds nothing."""
    listed = listed_forms([load_lexicon("governments")])
    found = listed_in("Two regimes’ end, and the brutal regime", listed)
    assert found == ["regimes", "regime"]
    assert fingerprint("brutal regime") not in listed
    assert listed_in("The government and its ministers", listed) == []


def test_boilerplate_is_not_shown():
    """Lines that are no part of the article are left off the worksheet."""
    body = "The regime sent troops to the town on Monday, and nobody knew why they had come.\n\n"
    articles = [
        Article("1", "P", "e", text=body + "Read more: What the regime wants"),
        Article("2", "S", "e", text=body.replace("regime", "government")),
    ]
    text = next(r.text for r in lay_out(articles) if r.article.id == "1")
    shown = [text.fields["text"][a:b] for a, b in text.shown["text"]]
    assert len(shown) == 1
    assert not any("Read more" in paragraph for paragraph in shown)


def test_order_says_nothing_of_outlets():
    """Letters follow the texts' hashes, not the outlets' names, and stay the same."""
    articles = [
        Article(str(n), name, "e", text=f"Article number {n} of them.")
        for n, name in enumerate("PQRSTUV")
    ]
    first = [(r.text.label, r.text.outlet) for r in lay_out(articles)]
    assert first == [(r.text.label, r.text.outlet) for r in lay_out(articles[::-1])]
    assert [outlet for _, outlet in first] != sorted(outlet for _, outlet in first)
