"""What a rule is, and all rules of the voice reader, each from the file of its construction."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Final, Protocol

from framing.values import Act

if TYPE_CHECKING:
    from framing.voice.found import Found
    from framing.voice.text.units import Page
    from framing.voice.text.vocabulary import Vocabulary

__all__ = ["OWN", "Construction", "Rule", "all_constructions", "all_rules"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, as tables give it, and what a reader is told of it.

    Parameters
    ----------
    id
        What stands in the column ``rule``.
    words
        What the rule looks at, for readers who have never seen its id.
    construction
        The family of rules it belongs to.
    act
        What its finds report, where the rule itself settles that; otherwise the act of the verb
        or noun that reports.
    judges
        Whether its finds judge something ("denounced the plan"): what is judged is the outlet's.
    inner
        Whether its finds count where they lie inside the reported words of somebody else.
    parsed
        Whether it needs a dependency parse.
    yes, no
        Sentences with some words in ⟦ ⟧: the rule decides the voice of those words in each of
        `yes`, and in none of `no`.
    """

    id: str
    words: str
    construction: str
    act: Act | None = None
    judges: bool = False
    inner: bool = False
    parsed: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Finder(Protocol):
    """Reads a page for one construction, after what earlier ones found in it."""

    def __call__(self, page: Page, words: Vocabulary, earlier: Sequence[Found]) -> Iterable[Found]:
        """Return what is found, in order."""
        ...


@dataclass(frozen=True, slots=True)
class Construction:
    """One construction, or several that are told apart in one walk: how a page is read for it.

    Parameters
    ----------
    turn
        When it is read: those with a lower number come first, and are given to `find`. Verbs that
        report are 1, set phrases 2, words named as words and what stands after colons 3, labels
        and headlines 4, turns, posts and insertions 5; 6 is for all that nothing else hangs on.
    find
        Finds it in a page.
    tags
        Tags of which a page must hold at least one, before or after its quotations are masked,
        for `find` to be asked; where none is named, it always is.
    """

    turn: int
    find: Finder
    tags: str = ""

    def may_stand_in(self, page: Page) -> bool:
        """Whether a page holds one of the tags without which nothing is found."""
        mask, unmasked = page.mask, page.tokens.tags
        for tag in self.tags:
            if tag in mask or tag in unmasked:
                return True
        return not self.tags


OWN: Final = Rule(
    "own",
    "nothing beside it says that these are somebody else’s words",
    "own",
    yes=(
        "The ⟦rebels⟧ took the port on Monday.",
        "Brandt said the port was shut. The ⟦rebels⟧ held it.",
        "The shells hit the ⟦regime⟧’s tanks.",
    ),
    no=(
        "Brandt said the ⟦rebels⟧ held the port.",
        "“The ⟦thugs⟧ must go,” Brandt said.",
        "The so-called ⟦liberators⟧ came on Monday.",
    ),
)


@functools.cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its id: that of own words, and those of each construction.

    A file in ``framing/voice/constructions`` is found by being there; its ``RULES`` are its rules.

    Examples
    --------
    >>> all_rules()["trailing"].words
    'stands before a source and its reporting word (…, the mayor said)'
    """
    found: dict[str, Rule] = {OWN.id: OWN}
    for module in (*_modules(), importlib.import_module("framing.voice.parsed")):
        for rule in getattr(module, "RULES", ()):
            if rule.id in found:
                raise ValueError(f"two rules have the id {rule.id!r}; one is in {module.__name__}")
            found[rule.id] = rule
    return MappingProxyType(found)


@functools.cache
def all_constructions() -> tuple[Construction, ...]:
    """Return how pages are read for each construction, in turn.

    A file in ``framing/voice/constructions`` that reads pages by itself says so in its
    ``CONSTRUCTION``.
    """
    found = (getattr(module, "CONSTRUCTION", None) for module in _modules())
    return tuple(
        sorted((report for report in found if report is not None), key=lambda report: report.turn)
    )


def _modules() -> list[ModuleType]:
    """Import the files of all constructions, in the order of their names."""
    from framing.voice import constructions

    names = sorted(module.name for module in pkgutil.iter_modules(constructions.__path__))
    return [importlib.import_module(f"{constructions.__name__}.{name}") for name in names]
