"""The fold keeps every offset, whatever the text holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.stance.bytefold import fold


@given(st.text())
def test_one_byte_for_each_character(text: str) -> None:
    """The fold of any text is two bytes longer, and has a space at both ends."""
    folded = fold(text)
    assert len(folded) == len(text) + 2
    assert folded[:1] == folded[-1:] == b" "


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_ascii_words_stand_where_they_were(text: str) -> None:
    """Every ASCII letter is its lower-case self at its place plus one."""
    folded = fold(text)
    assert all(
        folded[at + 1] == ord(letter.lower()) for at, letter in enumerate(text) if letter.isalpha()
    )


@pytest.mark.parametrize("mark", ["’", "‘", "“", "”", "—", "–", "-", "…", "\xa0", "\n", ".", "'"])
def test_marks_stand_between_words(mark: str) -> None:
    """Quotes, dashes, no-break spaces and stops part words."""
    assert fold(f"a{mark}b") == b" a b "


@pytest.mark.parametrize("letter", ["ş", "И", "é", "İ", "中"])
def test_foreign_letters_join_words(letter: str) -> None:
    """A letter outside ASCII stays part of its word, so no word is cut out of it."""
    assert len(fold(f"{letter}may").split()) == 1
