"""The guard on extraction: each remark on what it is for, and none on sound text."""

from __future__ import annotations

import pytest

from framing.articles.quality import remarks_on
from framing.values import Article

SOUND = (
    "The ministry said on Monday that the last of the troops had left the base in the north, two "
    "years after they arrived, and that the army would take it over within the month. “They did "
    "their duty,” the minister said. Nobody at the base could be reached for a comment on Monday.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        SOUND,
        SOUND + "“This is one.\n“This is two.\n“This is three,” he said.\n",
        SOUND + '"This is one.\n"This is two.\n"This is three," he said.\n',
        SOUND + "A list of three things:\nOne\nTwo\nThree\n",
        SOUND + "Who left ? Who stayed? See https://port.example/?ship=3 for more.\n",
        SOUND + "AT&T is a firm, 3 < 5, and so is a <- b.\n",
        SOUND + "The dockers’ strike ended it’s said , and that was all.\n",
    ],
)
def test_sound_text(text: str) -> None:
    """Sound text, with quotations that run over paragraphs, gets no remark."""
    assert remarks_on(Article(id="a", text=text)) == []


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (
            SOUND + "“They left, he said.\n",
            "an odd number of quotation marks: 2 opened and 1 closed",
        ),
        (
            SOUND + "They left,” he said.\n",
            "an odd number of quotation marks: 1 opened and 2 closed",
        ),
        (SOUND + 'He said "no.\n', "an odd number of quotation marks: 1 straight ones"),
        ("Troops left the base.", "only 4 words: too short for a whole article"),
        ("By Ann Writer\n" + SOUND, "a by-line is left in: 'By Ann Writer'"),
        (SOUND + "They left …", "the text breaks off: it ends in an ellipsis"),
        (SOUND + "They left [+2310 chars]", "the text breaks off: it ends in an ellipsis"),
        (
            SOUND + SOUND.replace("\n", "")[:-3],
            "the text breaks off in mid-sentence: its last line has no full stop",
        ),
        ("and so " + SOUND, "the text begins in mid-sentence: its first letter is small"),
        (SOUND + "Word\n" * 9, "9 of 10 lines hold a single word"),
        (SOUND * 3, "2 paragraphs stand in it more than once"),
        (SOUND * 2, "1 paragraph stands in it more than once"),
        (
            SOUND + "<p class='x'>They left.</p>\n",
            "2 HTML tag(s) left in the text; words beside one may be read amiss",
        ),
        (SOUND + "Smith &amp; Jones left.\n", "HTML entities such as &amp; left in the text"),
        (
            SOUND.replace("“", "â€œ"),
            "characters read in a wrong encoding, such as 'â€œ'",
        ),
        (
            SOUND + "“Yes”".encode().decode("cp1252", errors="replace") + " he said.\n",
            "characters read in a wrong encoding, such as 'â€œ'",
        ),
        (
            SOUND.replace("“", "?").replace("”", "?"),
            "question marks stand before a word (1), such as '?They': marks of quotation or "
            "dashes were lost, and what they held is not read as quoted",
        ),
        (SOUND + "CafÃ© owners left.\n", "characters read in a wrong encoding, such as 'Ã©'"),
        (
            SOUND + "The mayor ’s men ca n't see `` the port '' .\n",
            "4 places are spaced as by a tokeniser, such as 'mayor ’s': quotations are read as "
            "well as can be; give the text as it was printed, if you have it",
        ),
        (
            SOUND + "It’ s the port, and Brandt’ s men don’ t go.\n",
            "3 places are spaced as by a tokeniser, such as 'It’ s': quotations are read as "
            "well as can be; give the text as it was printed, if you have it",
        ),
        (" ", "the text is empty"),
    ],
)
def test_remarks(text: str, remark: str) -> None:
    """Each kind of damage has its remark."""
    assert remark in remarks_on(Article(id="a", text=text))
