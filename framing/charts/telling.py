"""Terms that can say something about framing: no stop words, names or habits of a house's style."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from framing.comparison.selecting import need_side
from framing.language.calendar import DAYS, MONTHS, NEAR_DAYS, SHORT_DAYS
from framing.language.closed import FUNCTION_WORDS

if TYPE_CHECKING:
    import pandas as pd

    from framing.comparison import Comparison

__all__ = ["LEFT_OUT", "OTHERS", "other_side", "sides_of", "telling_terms", "term_link", "uses"]

#: What `telling_terms` takes out, in words.
LEFT_OUT: Final = "Function words, names and house style are left out (filtered=False shows them)."

# What a house's style prescribes, whatever is written about: forms of address, ways of writing
# countries and numbers, the plain verbs of reporting, and what a page's furniture says.
_HOUSE: Final = frozenset(
    (
        "mr mrs ms miss dr sir lord dame prof rev hon u.s u.k u.n us uk un eu usa e.u d.c "
        "percent cent per pct million billion trillion thousand bn m said says say saying told "
        "tells tell added adds asked replied wrote writes according also however like just amp "
        "video photo image photos watch read click related story stories article advertisement "
        "updated reporting contributed reuters ap afp inc co corp etc via new first last one two "
        "year years month months week weeks day days time times am pm p.m a.m et gmt"
    ).split()
)
_NAME_SHARE = 0.6
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
OTHERS = "all others"


def telling_terms(comparison: Comparison, table: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows whose term holds no name and is not made of stop words and house style alone.

    A word is a name where most of its uses inside sentences begin with a capital letter.

    Parameters
    ----------
    table : DataFrame
        With the column `term`.
    """
    wanted = {word for term in table["term"] for word in str(term).split()}
    silent = _names(comparison, wanted)
    kept = [_tells(str(term).split(), silent) for term in table["term"]]
    return table[np.array(kept, dtype=bool)]  # an empty list would choose columns, and none


def _tells(words: list[str], silent: frozenset[str]) -> bool:
    plain = [word.replace("’", "'").removesuffix("'s").strip(".'") for word in words]
    if any(word in silent or _house(word) for word in plain):
        return False
    # A phrase neither begins nor ends with a function word: "the march" is "march".
    return plain[0] not in FUNCTION_WORDS and plain[-1] not in FUNCTION_WORDS


def _house(word: str) -> bool:
    return word in _HOUSE or len(word) < 3 or word in DAYS or word in SHORT_DAYS or (
        word in NEAR_DAYS or word in MONTHS or "n't" in word or "'" in word
        or _DOTTED.fullmatch(word) is not None  # "f.b.i." is "fbi" in another house
    )  # fmt: skip


def _names(comparison: Comparison, wanted: set[str]) -> frozenset[str]:
    """Return the words that mostly have a capital letter inside sentences."""
    upper: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for article in comparison.analysis.articles:
        text = article.text
        for found in _WORD.finditer(text):
            word = found.group().replace("’", "'").removesuffix("'s")
            plain = word.lower()
            if plain in wanted and _inside(text, found.start()):
                every[plain] += 1
                upper[plain] += word[0].isupper()
    return frozenset(word for word, n in every.items() if upper[word] > _NAME_SHARE * n)


def _inside(text: str, start: int) -> bool:
    """Whether a word follows another in its sentence."""
    before = text[max(0, start - 2) : start]
    return len(before) == 2 and before[1] in " \n" and (before[0].isalnum() or before[0] in ",;’'")


def term_link(*rows: dict[Any, Any]) -> dict[str, str | int | None]:
    """Return what a word's mark counts: its uses by both sides; several words a line each."""
    n = sum(int(row["count_a"] + row["count_b"]) for row in rows)
    first, against = rows[0], str(rows[0]["against"])
    return {
        "show": "uses", "term": "\n".join(str(row["term"]) for row in rows),
        "a": str(first["outlet"]), "b": None if against == OTHERS else against,
        "scope": str(first["voice"]), "n": n,
    }  # fmt: skip


def sides_of(
    comparison: Comparison, outlet: str | None, order: Iterable[str] | None
) -> str | None:  # fmt: skip
    """Return the outlet to set against others; None where there are not two with a name.

    Without a wish it is the outlet whose wording differs with the strongest evidence.

    Raises
    ------
    ComparisonError
        If a name in `order` is none of the sides.
    """
    for name in order or ():
        need_side(name, comparison.outlets)
    names = comparison.material.named_outlets
    if len(names) < 2:
        return None
    first = [name for name in order or () if name in names]
    ranked = [str(name) for name in comparison.ranked()["outlet_a"] if name in names]
    return outlet or [*first, *ranked, *names][0]


def uses(side: str) -> str:
    """Return the verb that goes with a side: "uses" for one outlet, "use" for all others.

    Examples
    --------
    >>> uses("Norlan Wire"), uses("all others")
    ('uses', 'use')
    """
    return "use" if side == OTHERS else "uses"


def other_side(comparison: Comparison, outlet: str) -> str:
    """Return what an outlet is set against when nothing is said: the other one, or all others."""
    names = [name for name in comparison.material.named_outlets if name != outlet]
    return names[0] if len(names) == 1 else OTHERS
