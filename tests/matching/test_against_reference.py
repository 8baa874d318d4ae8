"""The matcher against a slow reference that is obvious: every form tried at every place."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from framing.lexicon import Lexicon, lexicon_from_mapping
from framing.matching import Matcher
from framing.values import Document

SPACES = " \t\x0b\x0c\u00a0\u202f\u2009\u3000"
BREAKS = "\n\r\u2028\x85"
IGNORED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202e\u2066"
LIGATURES = {"ﬁ": "fi", "ﬀ": "ff", "ﬃ": "ffi"}
ONE_TO_ONE = {
    **dict.fromkeys("’‘ʼ′`", "'"),
    **dict.fromkeys("“”", '"'),
    **dict.fromkeys("‑‐–-", " "),
    **dict.fromkeys("—…•", "|"),
    "İ": "i",
    "ς": "σ",
    "Σ": "σ",
}

Unit = tuple[str, int]


def units(text: str) -> list[Unit]:
    """Fold a text one character at a time; each unit knows where it comes from."""
    folded: list[Unit] = []
    at = 0
    while at < len(text):
        run = at
        while run < len(text) and text[run] in SPACES + BREAKS + IGNORED:
            run += 1
        if run > at:
            folded += _gap(text[at:run], at)
            at = run
            continue
        character = text[at]
        for letter in LIGATURES.get(character, character):
            folded.append((ONE_TO_ONE.get(letter, letter.lower()), at))
        at += 1
    return folded


def _gap(run: str, at: int) -> list[Unit]:
    breaks = sum(character in BREAKS for character in run) - run.count("\r\n")
    if breaks > 1:
        return [("¶", at)]
    if breaks or any(character in SPACES for character in run):
        return [(" ", at)]
    return []


def joined(unit: str) -> bool:
    """Tell whether a folded character belongs to the word beside it."""
    return unit.isalnum() or unit == "_" or unicodedata.category(unit)[0] == "M"


def reference(forms: Sequence[Sequence[str]], text: str) -> list[tuple[int, int, int]]:
    """Find (start, end, concept) of all whole words; the longest wins within a concept."""
    folded = units(text)
    letters = [unit for unit, _ in folded]
    found: list[tuple[int, int, int]] = []
    for concept, own in enumerate(forms):
        spans: set[tuple[int, int]] = set()
        for form in own:
            for normal in ("NFC", "NFD"):
                wanted = " ".join(
                    "".join(unit for unit, _ in units(unicodedata.normalize(normal, form))).split()
                )
                for start in range(len(letters) - len(wanted) + 1) if wanted else ():
                    end = start + len(wanted)
                    if letters[start:end] == list(wanted) and _whole(letters, start, end):
                        spans.add((start, end))
        kept: list[tuple[int, int]] = []
        for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
            if all(end <= a or b <= start for a, b in kept):
                kept.append((start, end))
        found += [(folded[a][1], folded[b - 1][1] + 1, concept) for a, b in kept]
    return sorted(found, key=lambda each: (each[0], -each[1], each[2]))


def _whole(letters: list[str], start: int, end: int) -> bool:
    left = start > 0 and joined(letters[start - 1]) and joined(letters[start])
    right = end < len(letters) and joined(letters[end]) and joined(letters[end - 1])
    return not left and not right


def lexicon(forms: Sequence[Sequence[str]]) -> Lexicon:
    """Make a concept of each list of forms, all written exactly."""
    return lexicon_from_mapping(
        {
            "id": "random",
            "concepts": [
                {"id": f"c{at}", "variants": [{"id": "v", "exact": list(own)}]}
                for at, own in enumerate(forms)
            ],
        }
    )


def found_by_matcher(forms: Sequence[Sequence[str]], text: str) -> list[tuple[int, int, int]]:
    """Find the same with the matcher; a concept has one variant, so entries are concepts."""
    whole = ((0, len(text)),)
    hits = Matcher([lexicon(forms)]).find(Document("a", "text", text, whole, whole, ("body",)))
    return [(hit.start, hit.end, hit.entry) for hit in hits]


WORDS = [
    "war",
    "crime",
    "crimes",
    "us",
    "é",
    "İst",
    "straße",
    "ﬁre",
    "σας",
    "e\u0301x",
    "حرب",
    "'s",
    "u.s.",
    ":)",
    "us/war",
]
GLUE = [
    *SPACES,
    *BREAKS,
    *IGNORED,
    *"’'-‑–—…“”.,/_)",
    "",
    "\r\n",
    "\n\n",
    "  ",
    "x",
    "\u0301",
    "🇺🇸",
]

form = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
lexicons = st.lists(st.lists(form, min_size=1, max_size=4, unique=True), min_size=1, max_size=3)
pieces = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([word.upper() for word in WORDS]),
    st.sampled_from(GLUE),
    st.text(max_size=3),
)
texts = st.lists(pieces, max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(lexicons, texts)
@example([["war crime"]], "war\r\ncrime war\r\n\r\ncrime")
@example([["us", "war"]], "\n\n \n\n us")
@example([["fire"]], "ﬁre ﬁres")
@example([["ist war"]], "İst\u00ad \u200bwar")
@example([["us war", "us/war"]], "us/war us.war us war")
@example([["u.s."], ["us"]], "u.s.war, é u.s. us")
@example([[":)"], ["war"]], "war:) éwar war_ :)é")
def test_equal_to_reference(forms: list[list[str]], text: str) -> None:
    """Whatever the text, the matcher finds what trying every form at every place finds."""
    assert found_by_matcher(forms, text) == reference(forms, text)


@settings(max_examples=200, deadline=None)
@given(lexicons, texts)
def test_offsets_are_into_the_text_as_given(forms: list[list[str]], text: str) -> None:
    """The words at a hit's offsets, folded, are one of the forms looked for."""
    folded = {
        "".join(unit for unit, _ in units(unicodedata.normalize(normal, each)))
        for own in forms
        for each in own
        for normal in ("NFC", "NFD")
    }
    for start, end, _ in found_by_matcher(forms, text):
        assert "".join(unit for unit, _ in units(text[start:end])) in folded


def test_reference_is_not_empty() -> None:
    """The reference itself finds the plain cases, so that agreement means something."""
    assert reference([["war crime", "war"]], "War\u00a0crimes, WAR-CRIME, wars") == [
        (0, 3, 0),
        (12, 21, 0),
    ]
