"""The calendar in English: days, months, their short forms, words for stretches of time.

Beside it the days and months of German and French, in which databases date English articles too.
"""

from __future__ import annotations

__all__ = [
    "DAYS",
    "MONTHS",
    "MONTH_NUMBERS",
    "NEAR_DAYS",
    "NO_DATES",
    "OTHER_DAYS",
    "OTHER_MONTHS",
    "SHORT_DAYS",
    "SHORT_MONTHS",
    "TIMES",
]


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


DAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
SHORT_DAYS = _words("mon tue tues wed thu thur thurs fri sat sun")
MONTHS = _words(
    "january february march april may june july august september october november december"
)
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH_NUMBERS = {**{name: number for number, name in enumerate(MONTHS, 1)}, **SHORT_MONTHS}
"""The number of each month, by its full and its short names."""
OTHER_DAYS = _words(
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche"
)
OTHER_MONTHS = {
    name: number
    for names in (
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. aout sept. oct. nov. déc.",
    )
    for number, name in enumerate(names.replace(".", "").split(), 1)
} | {"jänner": 1, "maerz": 3, "fevrier": 2, "okt": 10, "dez": 12}
"""The number of each month by its German and French names."""
NEAR_DAYS = _words("today yesterday tomorrow tonight")
NO_DATES = frozenset(_words("march may mar jun jul sep"))
"""Words and names as often as they are months."""
TIMES = _words(
    "week month year morning afternoon evening night weekend weeks months years days day hours "
    "hour minutes moments decades decade"
)
