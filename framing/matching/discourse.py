"""A folded text as the sentences in which namings stand, each with the parties named in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from framing.language.bindingwords import PRESIDENT_OF, THE_GROUP, THE_PRESIDENT
from framing.matching.aliases import Aliases, Named, Parties
from framing.matching.folding import Folded
from framing.matching.namesakes import is_surname
from framing.matching.officeholders import bearers, titles_in
from framing.matching.persons import Persons
from framing.matching.scene import Scene
from framing.matching.surnames import Lead
from framing.values import Span

__all__ = ["Discourse"]


_BACK = 2  # sentences before its own in which "the group" is named


class Discourse:
    """The sentences of one text; each is looked at when it is first asked for.

    `names` are the places of parties' names in the folded text, as (end, start), `leads` of
    words that may begin a person's.
    """

    __slots__ = (
        "_aliases",
        "_bearers",
        "_folded",
        "_leads",
        "_named",
        "_names",
        "_parties",
        "_persons",
        "_scenes",
        "_sentences",
        "_with_persons",
    )  # fmt: skip

    def __init__(
        self,
        aliases: Aliases,
        folded: Folded,
        names: list[Span],
        leads: list[Lead],
        sentences: Sequence[Span],
    ) -> None:
        self._aliases, self._folded = aliases, folded
        self._names, self._leads, self._sentences = names, leads, sentences
        self._parties: Parties | None = None
        self._named: dict[int, list[Named]] = {}
        self._persons: Persons | None = None
        self._bearers: dict[str, str] = {}
        self._scenes: dict[int, Scene] = {}
        self._with_persons: dict[int, Scene] = {}

    def named(self, sentence: int) -> list[Named]:
        """Return the parties of the lists that are named in a sentence."""
        named = self._named.get(sentence)
        if named is None:
            if self._parties is None:
                self._parties = Parties(self._aliases, self._folded, self._names, self._leads)
            named = self._named[sentence] = self._parties.between(*self._sentences[sentence])
        return named

    def scene(self, sentence: int) -> Scene:
        """Return a sentence with the parties of the lists that are named in it."""
        scene = self._scenes.get(sentence)
        if scene is None:
            before = partial(self.scene, sentence - 1) if sentence else None
            first, last = self._sentences[sentence]
            scene = self._scenes[sentence] = Scene(
                self._folded.low, first, last, self.named(sentence),
                cased=self._folded.cased, earlier=before,
            )  # fmt: skip
        return scene

    def with_persons(self, sentence: int) -> Scene:
        """Return a sentence with persons of no list too, as those before it are read then."""
        scene = self._with_persons.get(sentence)
        if scene is None:
            scene = self._with_persons[sentence] = self._peopled(sentence)
        return scene

    def _peopled(self, sentence: int) -> Scene:
        """Build a sentence with all persons named; the pronouns in it are read as well."""
        named = self.named(sentence)
        first, last = self._sentences[sentence]
        if self._persons is None:
            self._persons = Persons(self._folded.cased, self._leads)
            self._bearers = bearers(self._folded.cased, self._leads)
            self._add_president()
            low = self._folded.low
            self._bearers = {t: last for t, last in self._bearers.items() if f"the {t}" in low}
        others = self._persons.between(first, last, named)
        if others:  # "Mrs. Orlow" is not the one whom a list calls Orlow
            known = self._aliases.person
            others = [e for e in others if not is_surname(e.party) or known(e.party) is None]
        low = self._folded.low
        others += self._the_group(sentence, named)
        if self._bearers:
            others += titles_in(low, (first, last), self._bearers, self._bearer)
        return Scene(
            low, first, last, sorted([*named, *others]) if others else named,
            cased=self._folded.cased,
            earlier=partial(self.with_persons, sentence - 1) if sentence else None,
            pronouns=True,
        )  # fmt: skip

    def _add_president(self) -> None:
        """Let "the president" be the only one who ever was one of those whom a text names."""
        low = self._folded.low
        if "president" in self._bearers or THE_PRESIDENT not in low or PRESIDENT_OF in low:
            return
        person, offices, cased = self._aliases.person, self._aliases.offices, self._folded.cased
        named = {
            name: cased[start:end]
            for end, start in self._names
            if (name := person(cased[start:end])) is not None
            and any(each.office == "president" for each in offices.get(name, ()))
        }
        if len(named) == 1:
            self._bearers["president"] = next(iter(named.values()))

    def _the_group(self, sentence: int, named: list[Named]) -> list[Named]:
        """Return "the group" in a sentence, where one only was named in it or shortly before."""
        first, last = self._sentences[sentence]
        at = self._folded.low.find(THE_GROUP, first, last)
        end = at + len(THE_GROUP)
        low = self._folded.low
        if at < 0 or low[at - 1].isalnum() or low[end] not in " '," or low.startswith(" of ", end):
            return []
        near = [each for each in named if each.start < at]
        for earlier in range(max(0, sentence - _BACK), sentence):
            near += self.named(earlier)
        groups = [each for each in near if each.kind == "group"]
        if not groups or len({each.party for each in groups}) != 1:
            return []
        return [groups[-1]._replace(start=at, end=end, people=False, adjective=False)]

    def _bearer(self, title: str) -> str | None:
        """Return the full name of the one person who bears a title in the text, if known."""
        last = self._bearers.get(title)
        if not last or self._persons is None:
            return None
        alias = self._aliases.meant(last)
        if alias is not None and alias.party_kind == "person":
            return alias.party
        return None if title == "administration" else self._persons.full(last)

    def close(self) -> None:
        """Let go of the sentences, which hold on to each other."""
        self._scenes.clear()
        self._with_persons.clear()
