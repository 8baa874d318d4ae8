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
    (None, "ORTH\nWho came?\n\nDOVE\nNobody.\n\nORTH\nWhen?\n\nDOVE\nNever.", "transcript"),
    (None, "Orth 00:03\nWho?\nDove 00:05\nI.\nOrth 00:07\nWhen?\nDove 00:09\nNow.", "transcript"),
    (None, "Orth [0:03] Who?\nDove [0:05] I.\nOrth [0:07] When?\nDove [0:09] Now.", "transcript"),
    (None, "Speaker 1: Who?\nSpeaker 2: I.\nSpeaker 1: When?\nSpeaker 2: Now.", "transcript"),
    (None, "**Who came?**\n\nI did.\n\n**When?**\n\nAt noon.\n\n**Why?**\n\nTo see.", "transcript"),
    (None, "SIR – The port is shut.\n\nLena Orth\n\nSIR – It is.", "letter"),
    (
        None,
        "Posted at 14:05\nRain.\nPosted at 13:40\nSun.\nPosted at 13:10\nFog.\nPosted at 12:50\n-.",
        "live blog",
    ),
    (None, "At 10:42 rain.\nAt 10:15 wind.\nAt 9:50 sun.\nAt 9:30 fog.", None),
    (None, "Osk\nIt rained.\nTarn\nIt rained.\nWell\nIt rained.\nPort\nIt rained.", None),
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
