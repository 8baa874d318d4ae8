"""Genre told from layout."""

from __future__ import annotations

import time

import pytest

import framing
from framing.articles.genres import genre_from_layout

TEXTS = [
    ("Opinion: The port must open", "The port is shut.", "opinion"),
    (None, "EDITORIAL | The port\nIt must open.", "opinion"),
    (None, "The port is shut.\n\nIlse Brandt is a columnist for the Post.", "opinion"),
    (None, "The port is shut.\nThe opinions expressed here are the author's.", "opinion"),
    (None, "BRANDT: Who came?\nVENN: The army.\nBRANDT: When?\nVENN: At night.", "transcript"),
    (None, "Dear neighbours,\n\nThe port is shut.\n\nYours, Ilse Brandt", "letter"),
    (None, "10:01 It opens.\n10:15 They come.\n11:02 They go.\n11:40 It ends.", "live blog"),
    (None, "The port was shut on Monday, the mayor said.", None),
    (
        None,
        "**Orth:** Who?\n\n**Dove:** A van.\n\n**Orth:** When?\n\n**Dove:** At ten.",
        "transcript",
    ),
    (None, "Q. Who came?\nA. A van.\nQ. When?\nA. At ten.\nQ. Thank you.", "transcript"),
    (None, "Q Who came?\nA The army did.\nQ When?\nA At ten, I think.", "transcript"),
    (
        None,
        "[00:12] ORTH: Who?\n[00:15] DOVE: A van.\n[00:20] ORTH: When?\n[00:25] DOVE: Now.",
        "transcript",
    ),
    (
        None,
        "10:02 Orth: Who?\n10:03 Dove: A van.\n10:05 Orth: When?\n10:06 Dove: Now.",
        "transcript",
    ),
    (None, ">> ORTH: Who?\n>> DOVE: A van.\n>> ORTH: When?\n>> DOVE: Now.", "transcript"),
    (None, "Orth (on camera): Who?\nDove [laughs]: A van.\nOrth: When?\nDove: Now.", "transcript"),
    (None, "THE MAYOR: Good day.\nQ Who came?\nTHE MAYOR: Nobody.\nQ When?", "transcript"),
    (
        None,
        "ANNA ORTH: Good day.\nPETER DOVE: Hello.\nJAMES VENN: Hello.\nMARY LUND: Hello.",
        "transcript",
    ),
    (
        None,
        "[10:42] It is shut.\n[10:15] They come.\n[9:50] It breaks.\n[9:30] Hello.",
        "live blog",
    ),
    (
        None,
        "• 10:42 – It is shut.\n• 10:15 – They come.\n• 9:50 – It breaks.\n• 9:30 – Rain.",
        "live blog",
    ),
    (
        None,
        "10:42 GMT: It is shut.\n10:15 GMT: They come.\n9:50 GMT: Rain.\n9:30 GMT: Hello.",
        "live blog",
    ),
    ("Storm over Osk: live updates", "The port is shut.\n\nThe mayor came.", "live blog"),
    (None, "An open letter to the mayor\n\nDear Mayor Dove,\n\nThe port is shut.", "letter"),
    ("The port must open", "By Lena Orth, Opinion columnist\n\nThe port is shut.", "opinion"),
    (None, "OPINION\n\nThe port is shut.", "opinion"),
    (None, "Monday: Rain.\nTuesday: Sun.\nWednesday: Wind.\nThursday: Fog.", None),
    (None, "Who: The mayor.\nWhat: A port.\nWhen: Monday.\nWhere: Osk.\nWhy: Rain.", None),
    (None, "A man came.\nA. B. Orth left.\nA dog ran.\nA Tarn docker fell.", None),
    ("Living with a port", "The port is shut.", None),
    ("Opinions differ on the port", "The port was shut.", None),
    (None, "Note: The port is shut.\nThe mayor came.\nThe men left.\nIt rained.", None),
    (None, "Dear to them all was the port.", None),
    (None, "", None),
]


@pytest.mark.parametrize(("title", "text", "genre"), TEXTS)
def test_genre_from_layout(title: str | None, text: str, genre: str | None) -> None:
    """A marked title, labelled turns, a salutation and times tell a genre; nothing else does."""
    assert genre_from_layout(text, title) == genre


def test_endless_white_space_takes_no_time() -> None:
    """Layout is read in linear time, whatever the lines hold."""
    began = time.process_time()
    assert genre_from_layout(f"The port is shut.\n{' ' * 300_000}\nIt rained.") is None
    assert time.process_time() - began < 1


def test_the_data_come_first() -> None:
    """A genre that the data give stays; layout tells only where they do not."""
    text = "Dear neighbours,\n\nThe port is shut.\n\nYours, Ilse Brandt"
    given = framing.Article("a", outlet="Post", text=text, meta={"genre": "news"})
    told = framing.Article("b", outlet="Post", text=text)
    scores = framing.analyze([given, told], "governments", sentiment=False).scores
    assert scores.set_index("article_id")["genre"].to_dict() == {"a": "news", "b": "letter"}
