"""The teaching corpus is whole, marked as invented, and its keys point at what they say."""

from __future__ import annotations

import re

import yaml

CONCEPTS = {
    "foreign-troops",
    "killing",
    "air-strike",
    "armed-group",
    "government",
    "protest",
    "police-action",
    "migrants",
    "border-return",
}
VOICES = {"own", "quoted", "attributed", "distanced"}
KINDS = {"named", "official", "institution", "group", "anonymous"}
#: The three events of the classroom's lessons; the others are shorter.
CLASSROOM = {"hadrun-strike", "lantern-square", "saint-orla"}
OUTLETS = {"Castrel Herald", "Free Ferrun", "Norlan Wire", "Brisca Blare"}


def test_nine_events_by_four_outlets(keyed):
    """Every outlet covers every event once, and there are events enough for a test."""
    pairs = {(article.front["event"], article.front["outlet"]) for article in keyed}
    assert len(keyed) == len(pairs) == 36
    assert {outlet for _, outlet in pairs} == OUTLETS
    assert len({event for event, _ in pairs}) == 9 > len(CLASSROOM)


def test_every_article_is_keyed(keyed, examples):
    """No article lacks a key and no key an article."""
    files = {str(p.relative_to(examples / "corpus"))[:-4] for p in examples.glob("corpus/*/*.txt")}
    assert files == {article.name for article in keyed}


def test_length_and_mark(keyed):
    """A classroom piece has 250 to 500 words, any other 100 to 250; each says it is invented."""
    for article in keyed:
        least, most = (250, 500) if article.front["event"] in CLASSROOM else (100, 250)
        assert least <= len(article.text.split()) <= most, article.name
        assert "Invented for teaching" in str(article.front["note"]), article.name


def test_keys_point_at_their_words(keyed):
    """Each answer stands exactly where its key says, and no two answers overlap in a concept."""
    for article in keyed:
        seen: dict[tuple[str, object], list[tuple[int, int]]] = {}
        for mention in article.mentions:
            field, start, end = article.span(mention)
            taken = seen.setdefault((field, mention["concept"]), [])
            assert all(end <= a or b <= start for a, b in taken), (article.name, mention)
            taken.append((start, end))


def test_keys_use_declared_values(keyed):
    """Concepts, voices and speaker kinds are those the README lists; a speaker has a kind."""
    for article in keyed:
        for mention in article.mentions:
            assert mention["concept"] in CONCEPTS, mention
            assert mention["voice"] in VOICES, mention
            assert isinstance(mention["loaded"], bool), mention
            outside = mention["voice"] in ("quoted", "attributed")
            assert ("speaker" in mention) == outside, (article.name, mention)
            assert not outside or mention["speaker_kind"] in KINDS, mention


def test_outlets_differ_in_their_own_voice(keyed):
    """By the keys the wire's own words are loaded least; the difference was planted."""
    shares = {}
    for outlet in OUTLETS:
        own = [
            mention["loaded"]
            for article in keyed
            if article.front["outlet"] == outlet
            for mention in article.mentions
            if mention["voice"] == "own"
        ]
        assert len(own) >= 15, outlet
        shares[outlet] = sum(own) / len(own)
    assert shares["Norlan Wire"] == 0
    assert min(value for name, value in shares.items() if name != "Norlan Wire") >= 0.5


def test_quoting_is_varied(keyed):
    """The corpus holds curly, straight and single quotation marks, captions and anonymity."""
    whole = "\n".join(article.text for article in keyed)
    for sign in ("“", '"', "‘", " '", "Photo: ", "PICTURED: ", "so-called", "According to"):
        assert sign in whole, sign
    assert re.search(r"speaking on condition of anonymity", whole)
    kinds = {mention.get("speaker_kind") for article in keyed for mention in article.mentions}
    assert kinds >= KINDS


def test_targets_are_names_with_aliases(examples):
    """The declared targets are a mapping of names to their forms, all of them used."""
    targets = yaml.safe_load((examples / "targets.yaml").read_text(encoding="utf-8"))
    whole = "\n".join(p.read_text(encoding="utf-8") for p in examples.glob("corpus/*/*.txt"))
    for name, forms in targets.items():
        assert forms[0] == name
        assert any(form in whole for form in forms), name
