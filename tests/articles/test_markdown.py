"""A file of Markdown is read as whoever sees it printed reads it."""

from __future__ import annotations

import time
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing import analyze, read_articles
from framing.articles import documents
from framing.articles.markdown import read_markdown

TEXT = (
    "The troops left the base on Monday, and the crowd that had waited since dawn went home "
    "along the harbour, where the last ship lay with the flags of both sides. It sailed at noon, "
    "an officer said, and the work of the port began again on the day after that with a band."
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("They *left* the __old__ town, ***all***.", "They left the old town, all."),
        ("**“They left,”** she said. _“Not we.”_", "“They left,” she said. “Not we.”"),
        ("Two * three, old_town_hall and sh** it", None),
        ("They [left](https://a.example/regime \"A regime\") it.", "They left it."),
        ("They [left](<a b.html>), [stayed][1] and [Wept].\n\n[1]: /b\n[wept]: c.html",
         "They left, stayed and Wept."),
        ("The [ref](a.example/x_(y)) is [sic] and [she][so].", "The ref is [sic] and [she][so]."),
        ("Ships ![A regime's ship](a.png) left.", "Ships  left."),
        ("[![A ship](a.png)](b.html)", ""),
        ("![A ship][1]\n\nIt sank.\n\n[1]: a.png", "It sank."),
        ("It fell.[^1] It rose.\n\n[^1]: So they said.", "It fell. It rose.\n\nSo they said."),
        ("They ~~fled~~ left `at once`.", "They  left at once."),
        ("Paid \\*10\\* for no\\_thing\\\nat all.", "Paid *10* for no_thing\nat all."),
        ("&ldquo;Yes,&rdquo; he said &amp; left, R&D;", "“Yes,” he said & left, R&D;"),
        ("## A heading ##\nThey left.", "A heading\n\nThey left."),
        ("A heading\n=========\nThey left.", "A heading\n\nThey left."),
        ("#movement is a word\n\n- one\n* two", None),
        ("They left.\n\n* * *\nThey came.\n\n---\nSo.", "They left.\n\nThey came.\n\nSo."),
        ("| Town | Dead |\n|:-----|---:|\n| Osk | *two* |", "Town\tDead\nOsk\ttwo"),
        ("```\nThey left.\n```", "They left."),
        ("They <!-- or\nnot --> left. <!-- So", "They  left. <!-- So"),
        ("They left.\r\nThey came.\rThey  ate.\n\n\n    So.", None),
        ("*They* left.\r\nThey came.", "They left.\nThey came."),
        ("1. They left.\n2. *We* came.\n\n- So\n\n- it was.",
         "1. They left.\n2. We came.\n\n- So\n\n- it was."),
        ("> " * 100 + "They *left*.", None),  # deeper than any text
        ("*They " * 300 + "left*" * 300, None),
    ],
)  # fmt: skip
def test_marks_are_left_out(written: str, read: str | None) -> None:
    """None stands for a text that has no marks, and stays as it is."""
    assert read_markdown(written)[1] == (written if read is None else read)


@pytest.mark.parametrize(
    ("block", "read"),
    [
        ("> It is over.", "“It is over.”"),
        (">It is over.\n> It was long.", "“It is over.\nIt was long.”"),
        ("> It is over.\n>\n> It was long.", "“It is over.\n\n“It was long.”"),
        ("> It is over.\n> — Ana Ruiz", "“It is over.” — Ana Ruiz"),
        ("> It is over.\n>\n> -- Ana Ruiz", "“It is over.” — Ana Ruiz"),
        ("> > It is *over*.", "“It is over.”"),
        ("> “It is over,” said Ana Ruiz.", "“It is over,” said Ana Ruiz."),
    ],
)
def test_a_block_quotation_is_one(block: str, read: str) -> None:
    """As of a web page's, its words are in marks, unless they have some; a page of them is none."""
    assert read_markdown(f"{TEXT}\n{block}\n\n{TEXT}")[1] == f"{TEXT}\n\n{read}\n\n{TEXT}"
    assert "“" not in read_markdown("> They *left*.\n> They came.")[1]


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("# Regime falls?", "Regime falls?"),
        ("![Ship](a.png)\n\nRegime *falls*\n===\n", "Regime falls"),
        ("---\ntitle: Another\n---\n# Regime falls", "Another"),
        ("---\nheadline: Another\n---\n# Regime falls", "Another"),
        ("They left.\n\n# Regime falls", None),
    ],
)
def test_the_heading_above_all_is_the_title(
    tmp_path: Path, opening: str, title: str | None
) -> None:
    """It is counted once, as a headline; a file that gives a title keeps that."""
    (tmp_path / "a.md").write_text(f"{opening}\n{TEXT}\n\n## So it was\n{TEXT}", encoding="utf-8")
    (article,) = read_articles(tmp_path / "a.md")
    assert article.title == title
    document = documents(article)[0]
    sentences = [article.text[start:end] for start, end in document.sentences]
    assert "So it was" in sentences
    if title and title.startswith("Regime"):
        assert document.zones[sentences.index(title)] == "headline"
        assert len(documents(article)) == 1


def test_offsets_hold_in_what_is_read(tmp_path: Path) -> None:
    """Words of addresses and pictures are no namings, and each naming stands where it says."""
    written = f"# Title\n\nThe **regime** [fell](b/regime) ![Regime](c.png). {TEXT}\n"
    (tmp_path / "a.md").write_text(written, encoding="utf-8")
    articles = read_articles(tmp_path / "a.md")
    mentions = analyze(articles, sentiment=False).mentions
    (row,) = mentions[mentions["text"].str.lower() == "regime"].to_dict("records")
    assert articles[0].text[row["start"] : row["end"]] == "regime"
    (tmp_path / "a.txt").write_text(written, encoding="utf-8")
    assert read_articles(tmp_path / "a.txt")[0].text == written


def test_marks_in_other_files_are_said() -> None:
    """A table's texts are not changed; that addresses are searched too is said."""
    frame = pd.DataFrame(
        {"text": [f"They [left](https://a.example). {TEXT}", f"[So](it is). {TEXT}"]}
    )
    said = [one for one in read_articles(frame).warnings if "Markdown" in one.reason]
    assert [one.line for one in said] == [1]
    assert said[0].reason.startswith(
        "1 link with Markdown's marks, such as '[left](https://a.example'"
    )


@given(st.text("ab *_~`[]()!#>|-=\\&;\n<", max_size=60))
def test_any_text_is_read_in_one_pass(written: str) -> None:
    """No mark makes a word: what is read are letters of what was written, in their order."""
    letters = [one for one in read_markdown(written)[1] if one in "ab"]
    rest = iter(written)
    assert all(one in rest for one in letters)


@pytest.mark.slow
@pytest.mark.parametrize("mark", ["[", "*", ">", "![", "`", "<!--", "[a](", "> ", "\n# a", "_a_ "])
def test_time_is_linear(mark: str) -> None:
    """A hundred thousand marks that nothing closes are read in seconds."""
    begun = time.process_time()
    read_markdown(mark * 100_000)
    assert time.process_time() - begun < 20
