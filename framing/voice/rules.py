"""What a rule is, and all rules of the voice reader, each from the file of its construction."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from framing.values import Act

__all__ = ["OWN", "Rule", "all_rules"]


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
    from framing.voice import constructions

    names = [
        f"{constructions.__name__}.{m.name}" for m in pkgutil.iter_modules(constructions.__path__)
    ]
    modules = [importlib.import_module(name) for name in (*sorted(names), "framing.voice.parsed")]
    found: dict[str, Rule] = {OWN.id: OWN}
    for module in modules:
        for rule in getattr(module, "RULES", ()):
            if rule.id in found:
                raise ValueError(f"two rules have the id {rule.id!r}; one is in {module.__name__}")
            found[rule.id] = rule
    return MappingProxyType(found)
