"""Dates: the usual forms are read, doubtful ones are not."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.articles.dates import iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2020-01-08", "2020-01-08"),
        ("2020/1/8", "2020-01-08"),
        ("20200108", "2020-01-08"),
        ("2020-01-08 10:05:00", "2020-01-08T10:05:00"),
        ("2020-01-08T10:05:00Z", "2020-01-08T10:05:00+00:00"),
        ("2020-01-08T10:05:00.123+0200", "2020-01-08T10:05:00+02:00"),
        ("2020-01-08T10:05-05:00", "2020-01-08T10:05:00-05:00"),
        ("January 8, 2020", "2020-01-08"),
        ("Jan. 8, 2020 at 10:05 p.m.", "2020-01-08T22:05:00"),
        ("Wednesday, January 8th 2020, 12:05 am", "2020-01-08T00:05:00"),
        ("8 January 2020", "2020-01-08"),
        ("8-Jan-2020", "2020-01-08"),
        ("8-Jan-20", "2020-01-08"),
        ("08-Jan-98 10:05", "1998-01-08T10:05:00"),
        ("8th of January 2020", "2020-01-08"),
        ("Wednesday, 8th of January, 2020", "2020-01-08"),
        ("Wed, 08 Jan 2020 10:05:00 GMT", "2020-01-08T10:05:00+00:00"),
        ("  Sept 8,\t2020 ", "2020-09-08"),
        ("May 3, 2021 Monday", "2021-05-03"),
        ("July 2, 2019 Tuesday 9:33 AM GMT", "2019-07-02T09:33:00+00:00"),
        ("Monday, May 3, 2021 10:15 AM EST", "2021-05-03T10:15:00-05:00"),
        ("Monday, May 3, 2021 10:15 AM ET", "2021-05-03T10:15:00"),
        ("20210503T101500Z", "2021-05-03T10:15:00+00:00"),
        ("20210503101500", "2021-05-03T10:15:00"),
        ("3 May 2021", "2021-05-03"),
        ("3. Mai 2021 Montag", "2021-05-03"),
        ("Dienstag, den 4. März 2021", "2021-03-04"),
        ("lundi 3 mai 2021", "2021-05-03"),
        ("1er août 2021 dimanche", "2021-08-01"),
        ("Mon May 03 2021 10:15:00 GMT+0200", "2021-05-03T10:15:00+02:00"),
        ("13/04/2020", "2020-04-13"),
        ("04/13/2020 10:05", "2020-04-13T10:05:00"),
        ("08.01.2020", "2020-01-08"),
        ("04/04/2020", "2020-04-04"),
        (date(2020, 1, 8), "2020-01-08"),
        (datetime(2020, 1, 8), "2020-01-08"),
        (datetime(2020, 1, 8, 10, 5), "2020-01-08T10:05:00"),
        (datetime(2020, 1, 8, tzinfo=UTC), "2020-01-08T00:00:00+00:00"),
        (pd.Timestamp("2020-01-08 10:05"), "2020-01-08T10:05:00"),
    ],
)
def test_dates_that_are_read(written: object, iso: str) -> None:
    """Each usual form gives the ISO date, with a time where one is given."""
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2020", "2020-13-01", "2020-02-30", "Monday", "last week", "8 Brumaire 2020", "2020",
        "2020-01", "January 2020", "13:05", "", " ", "2020-01-08 25:00", "Jan 8, 2020 13:05 pm",
        "2021-05-03T10:00:00+99:99", "20210503T991500Z", "1578477900", 20200108, None, 3.5,
        "x" * 1000,
    ],
)  # fmt: skip
def test_dates_that_are_not(written: object) -> None:
    """What is doubtful, impossible or no date at all is left unread."""
    assert iso_date(written) is None


@given(st.datetimes(min_value=datetime(1000, 1, 1)))
def test_iso_dates_come_back(moment: datetime) -> None:
    """An ISO date is read as it is, to the second."""
    moment = moment.replace(microsecond=0)
    assert iso_date(moment.date().isoformat()) == moment.date().isoformat()
    assert iso_date(f"{moment:%Y-%m-%dT%H:%M:%S}") == f"{moment:%Y-%m-%dT%H:%M:%S}"


@given(st.text(max_size=60))
def test_any_text_is_safe(written: str) -> None:
    """Any string is read or left, without an error."""
    found = iso_date(written)
    assert found is None or date.fromisoformat(found[:10])
