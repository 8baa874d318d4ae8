"""Hostile text: nothing raises, and time grows no faster than the text."""

import gc
import time
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from framing.articles.layout import documents
from framing.values import Article, Document, Reading
from framing.voice import RulesReader, decide, find_quotations, read_voice

from .words import SENTENCES

HOSTILE = {
    "marks": '"',
    "curly marks": "“",
    "curly pairs": "“”",
    "single marks": "'",
    "backticks": "`",
    "said": "said ",
    "said that": "he said that ",
    "according": "according to ",
    "one unclosed quote": "never ",
    "parentheses": "(",
    "brackets nested": "((a) ",
    "commas": "a, b, ",
    "quote and cue": "“Stop.” Ana said “Go. On” said ",
    "names": "Ana Ruiz and ",
    "noun cues": "her claim that ",
    "nouns after verbs": "raised doubts about the ",
    "agents": "was asked by him if ",
    "colons": "Ana: ",
    "dashes": "- ",
    "so-called": "so-called ",
    "accused": "was accused of ",
    "relatives": "who said which ",
    "single marks that open": "‘",
    "closing marks alone": ",” ",
    "quotations that open": "& “word ",
    "interruptions": "“I, Smith said, ",
    "turns in a line": "REED: Who came? VENN: Nobody. ",
    "told turns in a line": "REED: Did you see it? VENN: I did. ",
    "lines of a live blog": "10:42 – Ortiz: the rebels came.\n",
    "remarks between reports": "The mayor’s “rebels” remarks came. Venn said it. ",
    "claims before colons": "Venn said it was over. Venn had one claim: the rebels came. ",
    "crimes before colons": "Venn accuses the mill of three crimes: fraud. ",
    "names alone": "Venn\nHe left.\nReed\nWho came?\n",
    "signatures": "We go now!\n— Ana Ruiz (@ana)\n",
    "letters": "To the Editor:\n\nI am here, and so are we.\n\nAna Ruiz\n\n",
    "entities": "&quot;I am&quot; ",
    "owning": "the mayor’s own the ",
    "turns of one word": "Ana: x. ",
}


def plain_document(text: str) -> Document:
    """Make a document of one paragraph and one sentence, the hardest case for a reader."""
    spans = ((0, len(text)),) if text else ()
    return Document("x", "text", text, spans, spans, ("body",) * len(spans))


def seconds(text: str) -> float:
    """Return the least time of three readings, without the collector, whose work is not ours."""
    document = plain_document(text)
    times = []
    gc.disable()
    try:
        for _ in range(3):
            begun = time.process_time()
            read_voice(document)
            times.append(time.process_time() - begun)
    finally:
        gc.enable()
    return min(times)


def test_a_text_may_begin_and_end_at_any_word() -> None:
    """A headline or a cut text ends in mid-phrase: "A man described as"."""
    for number, sentence in enumerate(SENTENCES):
        words = sentence.text.split(" ")
        for at in range(1 + number % 4, len(words), 4):
            for text in (" ".join(words[:at]), " ".join(words[at:])):
                for attribution in read_voice(plain_document(text)).attributions:
                    assert attribution.content


DOUBLINGS = 3


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_linear(piece: str) -> None:
    """Twice the text takes at most two and a half times as long, on average over doublings.

    A linear reader takes 8 times as long for 8 times the text, a quadratic one 64 times.
    """
    opening = "“" if piece == "never " else ""
    sizes = [12_000 * 2**step for step in range(DOUBLINGS + 1)]
    texts = [opening + piece * (size // len(piece)) for size in sizes]
    read_voice(plain_document(texts[0]))
    for attempt in range(5):  # a busy machine may spoil one measurement, not five
        times = [seconds(text) for text in texts]
        if times[-1] <= max(times[0], 0.005) * 2.5**DOUBLINGS:
            break
        assert attempt < 4, times


def test_time_is_linear_in_people() -> None:
    """A text in which everybody speaks once and is meant by a pronoun takes no longer a word."""
    syllables = [a + b for a in "bdfgklmnprst" for b in "aeiou"]
    names = ["".join(pair).capitalize() for pair in product(syllables, repeat=2)]
    said = [f"Ana {name}r said it. She said that. " for name in names]
    texts = ["".join(said[: 400 * 2**step]) for step in range(DOUBLINGS + 1)]
    read_voice(plain_document(texts[-1]))  # words and names are learnt on first sight
    for attempt in range(5):
        times = [seconds(text) for text in texts]
        if times[-1] <= max(times[0], 0.005) * 2.5**DOUBLINGS:
            break
        assert attempt < 4, times


@pytest.mark.slow
def test_a_megabyte_of_marks_is_read() -> None:
    """A megabyte of quotation marks is read to its end."""
    reading = read_voice(plain_document('"' * 1_000_000))
    assert reading.reader == "rules"


WORDS = st.sampled_from(
    """said says that “ ” " ' ‘ ’ '' `` « » „ ( ) , . : ; - — Ana Ruiz mayor the she he who claims
    claim of to according reported was accused so-called alleged \n\n U.S. Mr. 12" 's n't called
    as if told them her asked whether denied terrorists regime what is claimed be
    İ \u00a0""".split(" ")
)


def check(text: str, reading: Reading) -> None:
    """Hold what every reading must hold."""
    for one in reading.attributions:
        assert one.content
        for start, end in one.content:
            assert 0 <= start < end <= len(text)
        if one.source_span is not None:
            assert one.speaker == text[slice(*one.source_span)]
        if one.cue_span is not None:
            assert one.cue == text[slice(*one.cue_span)]
        assert one.kind in ("direct", "indirect", "mixed")
    for scope in reading.distancings:
        assert 0 <= scope.cue_start <= scope.start < scope.end <= scope.cue_end <= len(text)
    decisions = decide(reading, [(0, 1), (len(text) // 2, len(text)), (len(text), len(text))])
    assert len(decisions) == 3


@settings(max_examples=300, deadline=None)
@example(words=["'s", "“Q”"])
@example(words=["so-called", "who", "reported", "said"])  # a report that tells nothing
@example(words=["“", "”", "said", "'s", "“", "said"])  # ended the text it was found in
@given(st.lists(WORDS, max_size=60))
def test_words_in_any_order(words: list[str]) -> None:
    """Cues, marks and names in any order are read, and every span lies in the text."""
    text = " ".join(words)
    for document in documents(Article(id="x", text=text)):
        check(document.text, read_voice(document))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Any text at all is read, and quotations are in order and inside the text."""
    check(text, read_voice(plain_document(text)))
    found = find_quotations(text, [(0, len(text))])
    assert [q.start for q in found] == sorted(q.start for q in found)
    assert all(0 <= q.start < q.end <= len(text) for q in found)


def test_spans_without_a_reading() -> None:
    """An empty document has no attributions, and every span in it is the outlet's own."""
    reading = read_voice(plain_document(""))
    assert reading.attributions == ()
    assert [d.voice for d in decide(reading, [(0, 0)])] == ["own"]


@pytest.mark.slow
def test_a_sentence_that_breaks_off_after_any_word_is_read() -> None:
    """Headlines end where the space ends: behind the last word no rule looks for another."""
    for sentence in SENTENCES:
        words = sentence.text.split(" ")
        for many in range(1, len(words)):
            text = " ".join(words[:many]).rstrip(".,")
            for document in documents(Article("a", text=text)):
                check(document.text, read_voice(document))


TEXTS = [
    ", dubbed an, way",
    ", called a, thug",
    "called the",
    "Venn, dubbed",
    "named the",
    "nicknamed the “",
    "About “them and us” we know little.",
    "Venn resigns amid affair allegations",
    "A man described as",
    "The chairman was described by",
    "For her readers, the chairman is nothing but",
    "The firm was supposed to be",
    "The firm folded. Accused",
    "The firm folded. Found",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_begins_or_ends_in_the_middle_of_a_rule_is_read(text: str) -> None:
    """Nothing is looked for behind the last word; found by the fuzz of the whole way."""
    for document in documents(Article("a", text=text)):
        check(document.text, read_voice(document))


def test_a_page_that_was_read_leaves_nothing_for_the_garbage_collector() -> None:
    """What was read is let go of at once: in a cycle it would wait, and take memory, till then."""
    text = "The mayor, who was tired, said the rebels had fled, and “would not return,” she said."
    document = plain_document(text)
    assert read_voice(document).attributions
    gc.collect()
    gc.disable()
    try:
        read_voice(document)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_pages_read_at_once_are_read_as_each_alone() -> None:
    """No step takes anything over from one page to the next."""
    reader = RulesReader()
    several = [plain_document(piece * 5) for piece in HOSTILE.values()]
    assert reader.read_all(several) == [reader.read(document) for document in several]
