"""The news agency a text comes from, by its dateline, its first words or its copyright line."""

from __future__ import annotations

import re

__all__ = ["agency_of"]

# How an agency signs → its name. Short forms count only where an agency signs: in a dateline's
# brackets, or behind a copyright sign.
_AGENCIES = {
    "AP": "AP", "A.P.": "AP", "Associated Press": "AP", "The Associated Press": "AP",
    "Reuters": "Reuters", "Thomson Reuters": "Reuters", "REUTERS": "Reuters",
    "AFP": "AFP", "Agence France-Presse": "AFP", "Agence France Presse": "AFP",
    "UPI": "UPI", "United Press International": "UPI", "dpa": "dpa", "DPA": "dpa",
    "Deutsche Presse-Agentur": "dpa", "Xinhua": "Xinhua", "TASS": "TASS", "ANSA": "ANSA",
    "EFE": "EFE", "PTI": "PTI", "Press Trust of India": "PTI", "ANI": "ANI", "IANS": "IANS",
    "AAP": "AAP", "Australian Associated Press": "AAP", "Kyodo": "Kyodo", "Kyodo News": "Kyodo",
    "Anadolu Agency": "Anadolu", "PA": "PA", "PA Media": "PA", "Press Association": "PA",
    "Canadian Press": "Canadian Press", "The Canadian Press": "Canadian Press",
    "Yonhap": "Yonhap", "Interfax": "Interfax", "Bloomberg": "Bloomberg", "IRNA": "IRNA",
    "SANA": "SANA", "WAFA": "WAFA", "CNS": "CNS", "TNS": "TNS",
    "Tribune News Service": "TNS",
}  # fmt: skip
_NAMES = "|".join(re.escape(name) for name in sorted(_AGENCIES, key=len, reverse=True))
_HEAD = 700  # characters: headline, by-line and dateline
_TAIL = 400
_DATELINE = re.compile(rf"\(({_NAMES})\)\s{{0,2}}(?:[—–-]|--|:)")
_SIGNED = re.compile(
    rf"(?:©|\([Cc]\)|[Cc]opyright)[ \t]*(?:\(c\)[ \t]*|©[ \t]*)?(?:(?:19|20)\d\d[ \t,]*)?"
    rf"(?:[Bb]y[ \t]+)?({_NAMES})\b"
)
_SIGNS = ("©", "opyright", "(c)", "(C)")


def agency_of(text: str) -> str | None:
    """Return the name of the agency that signs a text, or None.

    Examples
    --------
    >>> agency_of("KABUL (Reuters) - The troops left on Monday.")
    'Reuters'
    >>> agency_of("The troops left. © 2021 The Associated Press. All rights reserved.")
    'AP'
    >>> agency_of("The company (AP) denied it.") is None
    True
    """
    if "(" in text:
        found = _DATELINE.search(text, 0, _HEAD)
        if found:
            return _AGENCIES[found.group(1)]
    for part in (text[:_HEAD], text[-_TAIL:]):
        if any(sign in part for sign in _SIGNS):
            found = _SIGNED.search(part)
            if found:
                return _AGENCIES[found.group(1)]
    return None
