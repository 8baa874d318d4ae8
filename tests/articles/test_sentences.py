"""Sentences: the hard cases of news prose, the properties of spans, and linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.articles import documents, split_sentences
from framing.articles.paragraphs import split_paragraphs
from framing.articles.quality import remarks_on
from framing.language.recognition import not_english
from framing.values import Article

# Each case is its sentences, parted by a bar.
CASES = [
    "U.S. troops left the base.| The U.S.| The base was shut.| They love the U.S.| “They left.”",
    "Gen. Soleimani met Lt. Col. A. B. Smith and Sen. John McCain (R-Ariz.) on Monday.| He left.",
    "It began at 5 p.m. Monday.| It ended at 9 a.m. EST.| It began at 5 p.m.| The base was shut.",
    "J. K. Rowling and George W. Bush spoke.| They chose Plan B.| The others left.",
    "“It is over.”| “Yes,” he said.| (He was wrong.)| [They stayed.]| ‘It is not.’| So he left.",
    "“Is it over?” he asked.| “No!” Mr. Smith said.| “Why?”| He said no more.",
    "“Is it over?” Ann Smith asked reporters.| “Why?” Ford replied quietly.| He left.",
    "“Do you?”| Ford replied, “Yes.”| “Do you?”| They told him that they did.",
    "“We are leaving the base.” Trump said.| The base was shut.",
    "Well … they left.| They stayed…| Then they left.| They stayed . . .| Then they left.",
    "... They left.| Then ... they came.",
    "He is No. 5 on the list.| No.| The list is short.| “No.”| He left.",
    "It cost $1.2 million, or 3.5 percent.| 20 people came.| $5 is little.",
    "Go to www.example.com.| Then write to a.b@example.com.| It is on CNN.com.| He left.",
    "Yahoo! said so.| Yahoo! News said so.| Jeb! Bush lost.| Stop!| The army came.",
    "It was Jan. 8, 2020.| It was in Jan.| The army came.| On Sept. 11 they left.",
    "The firm Smith Inc. said so.| He works for Smith Inc.| The firm is big.| Smith Ltd. fell.",
    "Martin Luther King Jr. spoke.| It was Martin Luther King Jr.| He spoke.",
    "1. The first thing.| 2. The second thing.| They left.",
    "St. Louis is big.| The case is Roe v. Wade.| He lives in Main St.| The street is long.",
    "Then al-Sadr spoke.| al-Maliki left.| iPhone sales fell.| eBay rose.",
    "It rose to 10.1%.| Mr Sanders won.| Mrs Smith of the U.N. said so.",
    "They left.[1]| They came.[12]| He said so.",
    "He said.|The end was near.| See Amazon.Com now.| It is over.|“Go home,” he said.",
    "He holds a Ph.D. in law, i.e. a degree.| He has a Ph.D.| The degree is old.",
    "They (the soldiers!) left.| What?!| They came.| They left!!| They stayed.",
    "“The U.S.” he said, and left.| By\u00a0U.S.\u00a0District Judge Ann Smith.",
    "Brig. Gen. Ann Smith, D-Calif., left.| Reps. Smith and Jones came.| Govs. Smith and Lee too.",
    "“They left.”—A. Smith came.| They stayed.",
    "Obama, N.Y. — The army came.| JACKSON, Miss. - The army left.",
]
TOKENISED = [
    "WEST PALM BEACH , Fla. — He met its leader , Kim Jong - un .| He left .| The U.S. did not .",
    '" It is good , " he said .| " It is bad . "| They left .| He said : " Go . "| They went .',
    "`` It is over , '' he said .| `` They left . ''| Then they came .| `` Why ? '' he asked .",
    "He said : ' It is over . '| They left Mr. Kim 's house .| ' Go , ' he said .| ' Stay . '",
    '" They left . " \\n| They came . \\n| He said so .',
    "`` I've been good, '' he said.| `` I've always been. ''| They left.",
    "He said: 'Croatia is under pressure, ' he said. '| This is bad.",
]


@pytest.mark.parametrize("case", CASES + TOKENISED)
def test_hard_cases(case: str) -> None:
    """Each hard case of plain and of tokenised text is cut where the bars stand."""
    text = case.replace("|", "")
    parts = [part.strip() for part in case.split("|")]
    assert [text[start:end] for start, end in split_sentences(text)] == parts


def test_titles_are_not_cut_at_abbreviations() -> None:
    """In a headline every word may be capital, so that no abbreviation ends it."""
    article = Article(id="a", title="Obama: U.S. And Iran Agree. Why Now?", text="He said so.")
    title = documents(article)[1]
    assert [title.text[s:e] for s, e in title.sentences] == [
        "Obama: U.S. And Iran Agree.",
        "Why Now?",
    ]


def test_sentences_of_given_paragraphs() -> None:
    """Paragraphs that are given are cut as they are, and nothing outside them."""
    text = "One. Two. Three. Four."
    assert split_sentences(text, [(0, 9), (17, 22)]) == [(0, 4), (5, 9), (17, 22)]
    assert split_sentences("") == []
    assert split_sentences(" \n\t") == []


NEWS = st.text(" \n.?!…\"'“”‘’`()[]—-:,aTU.S1\u00a0\\n\t\r|/@", max_size=80)


@given(text=st.one_of(st.text(max_size=200), NEWS))
@settings(max_examples=400, deadline=None)
def test_spans_hold_everything_once(text: str) -> None:
    """Sentences are in order, apart, inside one paragraph each, and hold all that is not space."""
    paragraphs = split_paragraphs(text)
    sentences = split_sentences(text)
    held = 0
    position = 0
    for start, end in sentences:
        assert position <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert sum(first <= start and end <= last for first, last in paragraphs) == 1
        held += sum(not character.isspace() for character in text[start:end])
        position = end
    assert held == sum(not character.isspace() for character in text)


@given(text=st.one_of(st.text(max_size=300), NEWS), title=st.one_of(st.none(), st.text(), NEWS))
@settings(max_examples=300, deadline=None)
def test_documents_hold_everything_once(text: str, title: str | None) -> None:
    """Documents of any text and title are whole: spans in order, a zone for each sentence."""
    for document in documents(Article(id="a", title=title, text=text)):
        assert document.text == (text if document.field == "text" else title)
        assert len(document.zones) == len(document.sentences)
        position = held = 0
        for start, end in document.sentences:
            assert position <= start < end
            assert sum(first <= start and end <= last for first, last in document.paragraphs) == 1
            held += sum(not character.isspace() for character in document.text[start:end])
            position = end
        assert held == sum(not character.isspace() for character in document.text)


HOSTILE = {
    "stops": ".", "marks": '"', "stops apart": ". ", "brackets": "(", "closed": ")", "spaces": " ",
    "initials": "A. ", "cries": "!?", "one word": "a", "apostrophes": "' ", "set off": '. " ',
    "set off, capital": '. " A', "said": '!" Aa Bb Cc Dd ', "line ends": "\n", "crlf": "a\r\n",
    "abbreviation": "U.S. ", "curly": "“a” ", "lone": "J. ' ", "notes": ".[1]", "paths": "A / B / ",
    "no-break": "\u00a0", "by-lines": "By A B\n", "times": "Updated 1\n", "photos": "photo: ",
    "literal n": ". \\n ", "dashes": ". — ", "capitals": "AAA BBB ", "websites": "website can ",
    "sign up": "sign up ", "no space": "a.A", "ellipses": "… ", "front": "---\n", "tags": "<p ",
    "entities": "&#", "low words": "said. ", "credits": "(Photo by ", "names": "Ann Bo, ",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=list(HOSTILE))
def test_time_grows_with_length(unit: str) -> None:
    """Sixteen times as much of anything takes sixteen times as long, not 256 times."""

    def spent(size: int) -> float:
        article = Article(id="a", title="A title of some words", text=unit * (size // len(unit)))
        best = float("inf")
        for _ in range(2):
            begun = time.process_time()
            documents(article)
            remarks_on(article)
            not_english(article.text)
            best = min(best, time.process_time() - begun)
        return best

    assert spent(160_000) < 16 * 4 * max(spent(10_000), 0.002)
