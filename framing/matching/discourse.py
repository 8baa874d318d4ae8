"""A folded text as the sentences in which namings stand, each with the parties named in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain

from framing.language.wordclasses import PERSONAL
from framing.matching.aliases import Aliases, Named, Parties
from framing.matching.folding import Folded
from framing.matching.persons import Persons
from framing.matching.scene import Edges, Scene, edges_of
from framing.matching.surnames import Lead
from framing.values import Span

__all__ = ["Discourse"]

_PRONOUNS = tuple(f"{word}{end}" for word in sorted(PERSONAL) for end in (" ", "'"))


class Discourse:
    """The sentences of one text; each is looked at when it is first asked for.

    `names` are the places of parties' names in the folded text, as (end, start), `leads` of
    words that may begin a person's.
    """

    __slots__ = (
        "_aliases", "_edges", "_edges_with_persons", "_folded", "_leads", "_named", "_names",
        "_persons", "_scenes", "_sentences", "_with_persons",
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
        self._named: dict[int, list[Named]] | None = None
        self._persons: Persons | None = None
        self._scenes: dict[int, Scene] = {}
        self._with_persons: dict[int, Scene] = {}

    def scene(self, sentence: int) -> Scene:
        """Return a sentence with the parties of the lists that are named in it."""
        scene = self._scenes.get(sentence)
        if scene is None:
            named = self._parties().get(sentence, ())
            before = partial(self.scene, sentence - 1) if sentence else None
            first, last = self._sentences[sentence]
            scene = self._scenes[sentence] = Scene(
                self._folded.low, first, last, named,
                cased=self._folded.cased, edges=self._edges, earlier=before,
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
        named: Sequence[Named] = self._parties().get(sentence, ())
        first, last = self._sentences[sentence]
        if self._persons is None:
            self._persons = Persons(self._folded.cased, self._leads)
            self._edges_with_persons = Edges(self._edges.begins.copy(), self._edges.ends.copy())
        others = self._persons.between(first, last, named)
        if others:
            named = sorted([*named, *others])
            for known, added in zip(self._edges_with_persons, edges_of(others), strict=True):
                known.update(added)
        before = partial(self.with_persons, sentence - 1) if sentence else None
        low = self._folded.low
        return Scene(
            low, first, last, named,
            cased=self._folded.cased,
            edges=self._edges_with_persons,
            earlier=before,
            pronouns=any(map(low[first:last].__contains__, _PRONOUNS)),
        )  # fmt: skip

    def _parties(self) -> dict[int, list[Named]]:
        """Return the parties of the lists by the sentence that names them."""
        if self._named is None:
            found = Parties(self._aliases, self._folded, self._names)
            self._named = found.in_sentences(self._sentences) if self._names else {}
            self._edges = edges_of([*chain.from_iterable(self._named.values())])
        return self._named

    def close(self) -> None:
        """Let go of the sentences, which hold on to each other."""
        self._scenes.clear()
        self._with_persons.clear()
