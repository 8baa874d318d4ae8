"""Dates that may be two are read as the others of their column show, and that is said."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from framing import read_articles
from framing.articles.parts import blocks_of, parts_of

TEXT = (
    "The troops left the base on Monday, and the crowd that had waited since dawn went home "
    "along the harbour, where the last ship lay with the flags of both sides. It sailed at noon, "
    "an officer said, and the work of the port began again on the day after that with a band."
)


def read(*dates: object) -> tuple[list[str | None], list[str]]:
    """Return the days of articles with these dates, and what was said of dates."""
    articles = read_articles(pd.DataFrame({"text": [TEXT] * len(dates), "date": list(dates)}))
    said = [
        one.reason
        for one in articles.warnings
        if "date" in one.reason and "outlet" not in one.reason
    ]
    return [article.date for article in articles], said


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (["03/05/2021", "13/05/2021"], ["2021-05-03", "2021-05-13"]),
        (["03/05/2021", "05/13/2021"], ["2021-03-05", "2021-05-13"]),
        (["3-5-2021", "13-5-2021"], ["2021-05-03", "2021-05-13"]),
        (["03/05/2021"] * 10 + ["13/05/2021"], ["2021-05-03"] * 10 + ["2021-05-13"]),
        (["13/05/2021", "03/05/2021 10:15", None, "9 May 2021", "x"],
         ["2021-05-13", "2021-05-03T10:15:00", None, "2021-05-09", None]),
    ],
)  # fmt: skip
def test_a_column_shows_its_order(dates: list[object], days: list[str | None]) -> None:
    """One date that can only be read one way tells how the others are, if none gainsays it."""
    assert read(*dates)[0] == days


@pytest.mark.parametrize(
    "dates",
    [
        ["03/05/2021", "13/05/2021", "05/14/2021"],  # both orders
        ["03/05/2021", "04/06/2021"],  # none
        ["03/05/2021", "04/04/2021"],  # one that is the same in both
        ["03/05/2021", "13-05-2021"],  # another hand wrote that
        ["03/05/2021", "13.05.2021"],
        ["03/05/2021", "13/25/2021"],  # no date at all
        ["03/05/2021", "2021-05-13"],
        ["03/05/2021"] * 11 + ["13/05/2021"],  # rather a slip
    ],
)
def test_a_column_that_does_not_show_one_order_stays_unread(dates: list[object]) -> None:
    """What may be two dates is none, is kept as it was written, and is said."""
    days, said = read(*dates)
    assert days[0] is None
    assert any("not read, such as '03/05/2021'" in one for one in said)
    assert not any("first, such as" in one for one in said)


def test_what_was_read_by_order_is_said() -> None:
    """How many, by what, and what to write instead; what is still unread is said beside it."""
    _, said = read("03/05/2021", "04/05/2021", "13/05/2021", "14/05/2021", "soon")
    assert said == [
        "2 dates that may be two are read with the day first, such as '03/05/2021', as 2 others "
        "of the column must be ('13/05/2021'): write dates as 2021-05-03",
        "a date is not read, such as 'soon' (the day or the month may come first, or it is none); "
        "kept in meta['date']: write dates as 2021-05-03",
    ]


def test_a_date_that_is_read_is_no_longer_kept_as_written() -> None:
    """What `meta` holds is what no field of the article does."""
    frame = pd.DataFrame(
        {"text": [TEXT] * 2, "date": ["03/05/2021", "13/05/2021"], "x": ["a", "b"]}
    )
    article = read_articles(frame)[0]
    assert dict(article.meta) == {"x": "a"}
    assert article.id == "row-1"


def test_each_file_has_an_order_of_its_own(tmp_path: Path) -> None:
    """An American table and a British one lie in one folder; files of one article have none."""
    for name, decisive in (("us", "05/13/2021"), ("uk", "13/05/2021")):
        lines = [f'"{TEXT}",{date}\n' for date in ("03/05/2021", decisive)]
        (tmp_path / f"{name}.csv").write_text(f"text,date\n{''.join(lines)}", encoding="utf-8")
    for name, date in (("one", "03/05/2021"), ("two", "13/05/2021")):
        (tmp_path / f"{name}.txt").write_text(f"---\ndate: {date}\n---\n{TEXT}", encoding="utf-8")
    days = {article.id: article.date for article in read_articles(tmp_path)}
    assert (days["us.csv:1"], days["uk.csv:1"]) == ("2021-03-05", "2021-05-03")
    assert (days["one"], days["two"]) == (None, "2021-05-13")


def test_a_batch_says_what_it_does_not_read(tmp_path: Path) -> None:
    """Read in blocks, a column is never there whole; such dates stay unread, and it is said."""
    lines = [f'"{TEXT}",{date}\n' for date in ("03/05/2021", "04/05/2021", "13/05/2021")]
    (tmp_path / "a.csv").write_text(f"text,date\n{''.join(lines)}", encoding="utf-8")
    (part,) = parts_of(tmp_path)
    blocks = list(blocks_of(part, size=1))
    assert [block[0].date for block in blocks if len(block)] == [None, None, "2021-05-13"]
    said = [[one.reason for one in block.warnings if "a date is" in one.reason] for block in blocks]
    assert [len(each) for each in said if each] == [1, 1]
