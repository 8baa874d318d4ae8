"""Texts that are cut into tokens at once have the tokens that each has by itself."""

from __future__ import annotations

import pytest

from framing.voice.text.chunktable import ChunkTable
from framing.voice.text.sought import Sought
from framing.voice.text.tokens import Chunks, Tokens, tokenize
from framing.voice.text.vocabulary import vocabulary

PLAIN = "“They left,” said Ana Venn, the dockers' clerk; it’ s 4.30 p.m. at  Osk - so-called. " * 9
ODD = (
    "",
    " ",
    "a",
    "a\0 a \0a \0 \0\0 ",
    "🜚 gold 🜚🜚 and \ud800 half a letter",
    "one\n\n\n   two\t\tthree\u00a0four\u202f five ’ s",
    "x" * 300 + " " + "y" * 59 + " " + "z" * 60 + "  end",
    "“" * 70 + " " * 300 + "’ s " + "—" * 40,
)


def shown(tokens: Tokens) -> tuple[object, ...]:
    """Return all that tokens hold, to be compared."""
    of_each = tokens.starts, list(tokens.sizes), tokens.tags, [*tokens.lowered], tokens.sought
    return tokens.text, *of_each, tokens.marks


@pytest.mark.parametrize("limit", [0, 7, 200_000])
def test_a_batch_of_texts_has_the_tokens_of_each(limit: int) -> None:
    """Long chunks, lone half characters and a full table make no difference."""
    chunks = Chunks(vocabulary())
    table = ChunkTable(chunks, limit)
    batches = ([PLAIN, *ODD], [*ODD, PLAIN[::-1], PLAIN], [PLAIN.upper(), "", PLAIN])
    for batch in (*batches, *batches):
        assert [*map(shown, table.tokenize(batch))] == [shown(tokenize(t, chunks)) for t in batch]


@pytest.mark.parametrize("times", [1, 99])
def test_words_that_rules_look_for_by_themselves_are_found_where_they_stand(times: int) -> None:
    """Whatever their capitals and marks, in a text cut by itself and in one cut with the table."""
    text = "“Struck,” says the log: the offer, per Venn, struck her as odd. " * times
    tokens = ChunkTable(Chunks(vocabulary())).tokenize([text])[0]
    found = [tokens.word(at) for at in tokens.seek(Sought.TAKES)]
    assert found == ["Struck", "struck"] * times
    assert len(list(tokens.seek(Sought.PER))) == times
    assert tokens.lowered[1:3] == ["struck", ","]
    assert tokens.lowered[len(tokens.tags) + 5] == tokens.lowered[-1] == ""


def test_a_table_grows_with_the_chunks_it_meets() -> None:
    """Chunks that were met before the table grew are known after it."""
    chunks = Chunks(vocabulary())
    table = ChunkTable(chunks)
    many = " ".join(
        f"w{number} Q{number}’s, {number}-{'k' * (number % 50)}." for number in range(9000)
    )
    assert shown(table.tokenize([PLAIN])[0]) == shown(tokenize(PLAIN, chunks))
    assert shown(table.tokenize([many])[0]) == shown(tokenize(many, chunks))
    assert [*map(shown, table.tokenize([PLAIN, many[:900]]))] == [
        *map(shown, (tokenize(PLAIN, chunks), tokenize(many[:900], chunks)))
    ]


def test_few_letters_and_very_many_are_cut_without_the_table() -> None:
    """A headline and a text of half a million letters have their tokens too."""
    chunks = Chunks(vocabulary())
    table = ChunkTable(chunks)
    for text in ("Mayor: “We stay”", PLAIN * 600):
        assert [*map(shown, table.tokenize([text, ""]))] == [
            *map(shown, (tokenize(text, chunks), tokenize("", chunks)))
        ]
