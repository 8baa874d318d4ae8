"""Dates of the usual written forms, as ISO 8601 strings; a doubtful one is not guessed."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from framing.language.calendar import DAYS, MONTH_NUMBERS, OTHER_DAYS, OTHER_MONTHS

__all__ = ["figures_of", "iso_date"]

_MONTH = r"(?P<month>[^\W\d_]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.(?=\s))?(?:\sof(?=\s))?"  # "3. Mai", "1er", "3rd of"
_YEAR = r"(?P<year>\d{4})"
_ZONES = {
    "Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00", "BST": "+01:00", "CET": "+01:00",
    "CEST": "+02:00", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00",
    "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "AEST": "+10:00",
    "AEDT": "+11:00", "IST": "+05:30", "JST": "+09:00",
    "ET": "", "CT": "", "MT": "", "PT": "", "EASTERN TIME": "",  # summer or winter, unsaid
}  # fmt: skip
_NAMED_ZONE = "|".join(sorted(_ZONES, key=len, reverse=True))
_ZONE = rf"(?:GMT(?=[+-]))?(?P<zone>[+-]\d{{2}}:?\d{{2}}|{_NAMED_ZONE})"
_CLOCK = (
    r"(?:(?:[,\sT]+(?:at\s)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
    r"(?::(?P<second>\d{2})(?:\.\d{1,9})?)?"
    r"|[,\sT]*(?P<hours>\d{2})(?P<minutes>\d{2})(?P<seconds>\d{2}))"
    rf"\s?(?P<half>[AaPp]\.?[Mm]\.?)?\s?{_ZONE}?)?"
)
_DAY_NAME = rf"(?:{'|'.join(OTHER_DAYS)}|(?:{'|'.join(day[:3] for day in DAYS)})[a-z]{{0,6}})"
_WEEKDAY = rf"(?:(?:le\s)?{_DAY_NAME}\.?,?\s+(?:den\s+)?)?"
_WEEKDAY_AFTER = rf"(?:,?\s+\(?{_DAY_NAME}\)?)?"  # as in Nexis: "May 3, 2021 Monday"
_WRITTEN = tuple(
    re.compile(rf"{_WEEKDAY}{core}{_WEEKDAY_AFTER}{_CLOCK}$", re.IGNORECASE)
    for core in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})",
        rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_DAY}[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"{_DAY}-{_MONTH}-(?P<year>\d{{2}})",  # as spreadsheets write it: "3-May-21"
    )
)
_SLASHED = re.compile(
    rf"(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second_part>\d{{1,2}})(?P=mark){_YEAR}{_CLOCK}$",
    re.IGNORECASE,
)


_MONTHS = {**OTHER_MONTHS, **MONTH_NUMBERS}


def iso_date(value: object, *, first: str | None = None) -> str | None:
    """Return `value` as an ISO 8601 date (with a time where one is given), or None.

    A date such as ``03/04/2020`` is two dates, the American and the European; it is left
    unread. ``13/04/2020`` can only be one.

    Parameters
    ----------
    value
        A string, a `datetime.date`, a `datetime.datetime` or anything with ``isoformat``.
    first
        What comes first in a date that may be two: ``day`` or ``month``.

    Examples
    --------
    >>> [iso_date(d) for d in ("2020-01-08", "Jan. 8, 2020", "Wed, 08 Jan 2020 10:05:00 GMT")]
    ['2020-01-08', '2020-01-08', '2020-01-08T10:05:00+00:00']
    >>> iso_date("May 3, 2021 Monday"), iso_date("20210503T101500Z")
    ('2021-05-03', '2021-05-03T10:15:00+00:00')
    >>> iso_date("Montag, 3. Mai 2021"), iso_date("1er août 2021 dimanche")
    ('2021-05-03', '2021-08-01')
    >>> iso_date("the 3rd of May 2021") is None, iso_date("3rd of May, 2021"), iso_date("3-May-21")
    (True, '2021-05-03', '2021-05-03')
    >>> iso_date("03/04/2020") is None, iso_date("13/04/2020")
    (True, '2020-04-13')
    """
    if isinstance(value, datetime):
        return value.date().isoformat() if _is_bare_day(value) else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str) or len(value) > 60:
        return None
    written = " ".join(value.split())
    for form in _WRITTEN:
        found = form.match(written)
        if found:
            return _from_parts(found.groupdict())
    found = _SLASHED.match(written)
    return _from_slashed(found.groupdict(), first) if found else None


def figures_of(written: str) -> tuple[str, str] | None:
    """Return what parts a date of figures that ends in its year, and which of them comes first.

    That is ``day`` or ``month`` where the figures tell, nothing where they do not; None for what is
    written in another form.

    Examples
    --------
    >>> figures_of("13/04/2020"), figures_of("04-13-2020"), figures_of("03/04/2020")
    (('/', 'day'), ('-', 'month'), ('/', ''))
    >>> figures_of("13 April 2020") is None, figures_of("04/04/2020")
    (True, ('/', ''))
    """
    found = _SLASHED.match(" ".join(written.split())) if len(written) <= 60 else None
    if found is None:
        return None
    one, other = int(found["first"]), int(found["second_part"])
    known = "day" if one > 12 else "month" if other > 12 else ""
    return found["mark"], known


def _is_bare_day(value: datetime) -> bool:
    """Tell a day from a time: a table's day column arrives as midnight without a zone."""
    return value.time() == time(0) and value.tzinfo is None


def _from_slashed(parts: dict[str, str | None], first: str | None) -> str | None:
    one, other = int(parts["first"] or 0), int(parts["second_part"] or 0)
    if one > 12 or parts["mark"] == ".":
        day, month = one, other
    elif other > 12 or one == other:
        day, month = other, one
    elif first is not None:
        day, month = (one, other) if first == "day" else (other, one)
    else:
        return None
    return _from_parts({**parts, "day": str(day), "month": str(month)})


def _year(written: str) -> int:
    """Return a year; of two figures, 69 to 99 are of the last century, as POSIX has it."""
    year = int(written)
    return year + (1900 if year >= 69 else 2000) if len(written) == 2 else year


def _from_parts(parts: dict[str, str | None]) -> str | None:
    written_month = (parts["month"] or "").lower()
    month = int(written_month) if written_month.isdigit() else _MONTHS.get(written_month)
    if month is None:
        return None
    try:
        day = date(_year(parts["year"] or "0"), month, int(parts["day"] or 0)).isoformat()
        if (parts["hour"] or parts["hours"]) is None:
            return day
        return f"{day}T{_clock(parts)}{_zone(parts['zone'])}"
    except ValueError:
        return None


def _clock(parts: dict[str, str | None]) -> str:
    hour = int(parts["hour"] or parts["hours"] or 0)
    half = (parts["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            raise ValueError("not an hour of a twelve-hour clock")
        hour = hour % 12 + (12 if half == "p" else 0)
    minute = int(parts["minute"] or parts["minutes"] or 0)
    return time(hour, minute, int(parts["second"] or parts["seconds"] or 0)).isoformat()


def _zone(written: str | None) -> str:
    if written is None:
        return ""
    if written.upper() in _ZONES:
        return _ZONES[written.upper()]
    hours, minutes = int(written[1:3]), int(written[-2:])
    if hours > 14 or minutes > 59:
        raise ValueError("no zone is as far from Greenwich")
    return f"{written[:3]}:{written[-2:]}"
