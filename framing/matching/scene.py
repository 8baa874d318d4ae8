"""The words around a mention in its sentence, stepped over one by one in either direction.

Nothing is tokenised ahead: most mentions are decided by the one or two units next to them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from framing.language.partywords import PEOPLE, TITLES
from framing.language.wordclasses import (
    BEFORE_NAMES,
    DETERMINERS,
    OBJECTS,
    OPERATORS,
    OWN,
    PERSONAL,
)
from framing.matching.aliases import Named

__all__ = ["Scene", "Unit", "has_operator", "is_operated", "of_people"]

Unit: TypeAlias = tuple[int, int, str, Named | None]
"""Start, end, the folded word or sign (empty for a party's name), the party named."""

_WORD = re.compile(r"[\w']+")
_LONGEST_WORD = 60
_PRONOUNS = tuple(f"{word}{end}" for word in sorted(PERSONAL) for end in (" ", "'"))
_PARAGRAPH = "  "
_LOOKED_BACK = 2_000  # characters before a word in which a quotation mark is looked for
_NOBODY: Mapping[int, Named] = {}
_GAP = "|"  # what stands for a dash or any other gap of several spaces


class Scene:
    """One sentence of a folded text, with the parties named in it.

    `begins` and `ends` hold the parties by where their names begin and end. Given `pronouns`, one
    may stand there for a person.
    """

    __slots__ = (
        "_after",
        "_before",
        "_earlier",
        "_pronouns",
        "begins",
        "cased",
        "ends",
        "first",
        "last",
        "low",
        "named",
    )

    def __init__(
        self,
        low: str,
        first: int,
        last: int,
        named: Sequence[Named],
        *,
        cased: str | None = None,
        earlier: Callable[[], Scene | None] | None = None,
        pronouns: bool = False,
    ) -> None:
        self.low, self.first, self.last, self.named = low, first, last, named
        self._earlier = earlier
        self._pronouns = None if pronouns else False  # looked for when first asked
        self.cased = low if cased is None else cased
        self._before: dict[int, Unit | None] = {}
        self._after: dict[int, Unit | None] = {}
        self.begins, self.ends = _NOBODY, _NOBODY
        if named:
            begins: dict[int, Named] = {}
            ends: dict[int, Named] = {}
            for each in named:
                begins[each[0]] = ends[each[1]] = each
            self.begins, self.ends = begins, ends

    def earlier(self) -> Scene | None:
        """Return the sentence before this one in its paragraph or the one before."""
        return None if self._earlier is None else self._earlier()

    @property
    def pronouns(self) -> bool:
        """Whether a pronoun stands in the sentence, where those are read at all."""
        if self._pronouns is None:
            said = self.low[self.first : self.last]
            self._pronouns = any(map(said.__contains__, _PRONOUNS))
        return self._pronouns

    def names_before(self, at: int) -> bool:
        """Tell whether a party is named before a position, or a pronoun may stand for one."""
        named = self.named
        return (bool(named) and named[0][0] < at) or self.pronouns

    def names_after(self, at: int) -> bool:
        """Tell whether a party is named after a position, or a pronoun may stand for one."""
        named = self.named
        return (bool(named) and named[-1][1] > at) or self.pronouns

    def quoted_since(self, at: int) -> int:
        """Return where the quotation that a position stands in begins; the text's start if none.

        Only its paragraph is looked at. The mark before it tells by the space beside it; where
        it has two or none, the marks of the paragraph are counted.

        Examples
        --------
        >>> low = 'fenn said, "they fear his war," and left '
        >>> scene = Scene(low, 0, len(low), ())
        >>> scene.quoted_since(low.index("his")), scene.quoted_since(low.index("left"))
        (11, 0)
        """
        low = self.low
        first = max(at - _LOOKED_BACK, 0)
        mark = max(low.rfind('"', first, at), low.rfind("''", first, at))
        if mark < 0 or low.find(_PARAGRAPH, mark, at) >= 0:
            return 0
        size = 1 if low[mark] == '"' else 2
        before = mark == 0 or low[mark - 1] in " (|["
        after = low[mark + size : mark + size + 1] == " "
        if before == after:
            first = max(first, low.rfind(_PARAGRAPH, first, mark))
            opens = (low.count('"', first, at) + low.count("''", first, at)) % 2 == 1
        else:
            opens = before
        return mark if opens else 0

    def before(self, at: int) -> Unit | None:
        """Return the unit that ends before a position; quotation marks are passed over.

        Examples
        --------
        >>> low = 'the "brutal" regime'
        >>> Scene(low, 0, len(low), ()).before(13)
        (5, 11, 'brutal', None)
        """
        known = self._before
        if at in known:
            return known[at]
        unit = known[at] = self._ending(at)
        return unit

    def _ending(self, at: int) -> Unit | None:
        low, first, right = self.low, self.first, at
        end = at - 1
        if end > first and low[end] == " ":  # most units are a word and a space
            party = self.ends.get(end)
            if party is not None:
                return party[0], end, "", party
            least = end - _LONGEST_WORD
            if least < first:
                least = first
            start = low.rfind(" ", least, end) + 1 or least
            word = low[start:end]
            if word.isalnum():
                if word == "s" and low.startswith("' ", start - 2):
                    return start - 2, end, "'s", None  # "Ostland' s"
                return start, end, word, None
        while at > first and (low[at - 1] in ' "' or (low[at - 1] == "'" and low[at - 2] in "' ")):
            at -= 2 if low.endswith("''", first, at) else 1
        if at <= first:
            return None
        if low.endswith("  ", at, right):
            return at, right, _GAP, None
        party = self.ends.get(at)
        if party is not None:
            return party[0], at, "", party
        if low.startswith("'s", at - 2) and at - 2 > first:
            return at - 2, at, "'s", None
        start = max(low.rfind(" ", first, at) + 1, first, at - _LONGEST_WORD)
        word = low[start:at]
        if word.isalnum():
            return start, at, word, None
        if word[-1] == "." and word[:-1] in TITLES:
            return start, at, word[:-1], None
        if not word[-1].isalnum():
            return at - 1, at, word[-1], None
        start = at - 1
        while start > first and (low[start - 1].isalnum() or low[start - 1] in "'_"):
            start -= 1
        word = low[start:at].lstrip("'")
        return at - len(word), at, word, None

    def after(self, at: int) -> Unit | None:
        """Return the unit that begins after a position; quotation marks are passed over.

        Examples
        --------
        >>> low = "attack on ostland's port"
        >>> Scene(low, 0, len(low), ()).after(9)
        (10, 17, 'ostland', None)
        """
        known = self._after
        if at in known:
            return known[at]
        unit = known[at] = self._beginning(at)
        return unit

    def _beginning(self, at: int) -> Unit | None:
        low, last, left = self.low, self.last, at
        if at < last and low[at] == " ":
            start = at + 1
            party = self.begins.get(start)
            if party is not None:
                return start, party[1], "", party
            most = start + _LONGEST_WORD
            end = low.find(" ", start, most if most < last else last)
            if end > start and (word := low[start:end]).isalnum():
                return start, end, word, None
        while at < last and (low[at] in ' "' or low.startswith("''", at, last)):
            at += 2 if low[at] == "'" else 1
        if at >= last:
            return None
        if low.startswith("  ", left) and at - left > 1:
            return left, at, _GAP, None
        party = self.begins.get(at)
        if party is not None:
            return at, party[1], "", party
        if low.startswith("'s", at):
            return at, at + 2, "'s", None
        if low.startswith("' s ", at):
            return at, at + 3, "'s", None
        if not low[at].isalnum():
            return at, at + 1, low[at], None
        found = _WORD.match(low, at, min(last, at + _LONGEST_WORD))
        word = low[at] if found is None else found[0]
        if word.endswith("'s"):
            word = word[:-2]
        word = word.rstrip("'")
        end = at + len(word)
        if low.startswith(".", end) and (len(word) == 1 or word in TITLES) and end + 1 < last:
            end += 1
        return at, end, word, None


def has_operator(scene: Scene, at: int) -> bool:
    """Tell whether "pro", "anti" and the like stand before a name."""
    unit = scene.before(at)
    return unit is not None and unit[2] in BEFORE_NAMES


def is_operated(scene: Scene, party: Named) -> bool:
    """Tell whether an operator follows a name: "Ostland-*backed* fighters".

    Before an object, or "by", it is a verb: "Ostland backed the plan".
    """
    unit = scene.after(party.end)
    if unit is None or unit[2] not in OPERATORS or (party.kind == "person" and unit[2] == "made"):
        return False
    following = scene.after(unit[1])
    word = "" if following is None else following[2]
    return not (word in DETERMINERS or word in OWN or word in OBJECTS or word == "by")


def of_people(scene: Scene, party: Named) -> bool:
    """Tell whether a demonym names people who are not the state, or an operator follows."""
    unit = scene.after(party.end)
    return unit is not None and (unit[2] in PEOPLE or is_operated(scene, party))
